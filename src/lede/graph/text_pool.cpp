#include <algorithm>
#include <cstring>
#include <span>

#include <lede/base/error.hpp>
#include <lede/base/hash.hpp>
#include <lede/graph/text_pool.hpp>

namespace lede {
namespace {

constexpr std::size_t block_size = std::size_t{1} << 20;
constexpr std::size_t first_slots = 1024;

/// A text with the eight bytes of it that are compared now, so that most comparisons need not go to the text.
struct Keyed {
    std::uint64_t bytes;
    std::uint32_t left;  ///< how many bytes of the text there are from here on, 9 for more than eight
    TextId id;

    bool operator<(const Keyed& other) const { return bytes != other.bytes ? bytes < other.bytes : left < other.left; }
    bool same(const Keyed& other) const { return bytes == other.bytes && left == other.left; }
};

void load(Keyed& item, std::string_view text, std::size_t depth) {
    constexpr std::size_t width = 8;
    const std::string_view rest = text.substr(std::min(depth, text.size()));
    const std::size_t size = std::min(rest.size(), width);
    item.bytes = 0;
    for (std::size_t at = 0; at < width; ++at) {
        item.bytes = item.bytes << 8 | (at < size ? static_cast<unsigned char>(rest[at]) : 0U);
    }
    item.left = static_cast<std::uint32_t>(std::min(rest.size(), width + 1));
}

/// Multikey sort, eight bytes at a time (Bentley and Sedgewick, "Fast algorithms for sorting and searching strings",
/// SODA 1997, with the keys cached as by Ng and Kakehi 2007).
void sort_from(const TextPool& pool, std::span<Keyed> items, std::size_t depth) {
    constexpr std::size_t few = 12;        // then comparing whole texts is as quick
    constexpr std::size_t deepest = 4096;  // keeps the recursion off the end of the stack
    if (items.size() <= few || depth > deepest) {
        std::sort(items.begin(), items.end(), [&](const Keyed& a, const Keyed& b) { return pool[a.id] < pool[b.id]; });
        return;
    }
    for (Keyed& item : items) load(item, pool[item.id], depth);
    const auto same = [&](const Keyed& item) { return item.same(items.front()); };
    if (!std::all_of(items.begin(), items.end(), same)) std::sort(items.begin(), items.end());
    for (std::size_t first = 0, last = 0; first < items.size(); first = last) {
        while (last < items.size() && items[last].same(items[first])) ++last;
        if (last - first > 1) sort_from(pool, items.subspan(first, last - first), depth + 8);
    }
}

}  // namespace

std::uint32_t TextPool::hash_of(std::string_view text) {
    return static_cast<std::uint32_t>(lede::hash_of(text));
}

void TextPool::fetch_slot(std::uint32_t hash) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
}

void TextPool::fetch_text(std::uint32_t hash) const {
    if (slots_.empty()) return;
    const char* const place = slots_[hash & (slots_.size() - 1)].place;
    if (!place) return;
    __builtin_prefetch(place);
    __builtin_prefetch(place + 64);  // the next line of the cache: IRIs are about so long
}

std::string_view TextPool::text_at(const char* place) {
    std::uint64_t size = 0;
    std::memcpy(&size, place, sizeof size);
    return {place + sizeof size, static_cast<std::size_t>(size)};
}

const char* TextPool::keep(std::string_view text) {
    const std::uint64_t size = text.size();
    const std::size_t needed = sizeof size + text.size();
    if (needed > left_) {
        left_ = std::max(block_size, needed);
        blocks_.push_back(std::make_unique_for_overwrite<char[]>(left_));
        room_ = blocks_.back().get();
    }
    char* const at = room_;
    std::memcpy(at, &size, sizeof size);
    text.copy(at + sizeof size, text.size());
    room_ += needed;
    left_ -= needed;
    return at;
}

/// The slot of the text, or the empty one where it belongs.
std::size_t TextPool::find_slot(std::string_view text, std::uint32_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].id != no_text && (slots_[at].hash != hash || text_at(slots_[at].place) != text))
        at = (at + 1) & mask;
    return at;
}

void TextPool::grow() {
    std::vector<Slot> old(std::max(first_slots, slots_.size() * 2));
    old.swap(slots_);
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : old) {
        if (slot.id == no_text) continue;
        std::size_t at = slot.hash & mask;
        while (slots_[at].id != no_text) at = (at + 1) & mask;
        slots_[at] = slot;
    }
}

TextId TextPool::add(std::string_view text, std::uint32_t hash) {
    if ((places_.size() + 1) * 4 > slots_.size() * 3) grow();
    Slot& slot = slots_[find_slot(text, hash)];
    if (slot.id != no_text) return slot.id;
    if (places_.size() == no_text) throw Error("a graph cannot have more than 4 billion different terms");
    slot = {hash, static_cast<TextId>(places_.size()), keep(text)};
    places_.push_back(slot.place);
    return slot.id;
}

std::optional<TextId> TextPool::find(std::string_view text) const {
    if (slots_.empty()) return std::nullopt;
    const TextId id = slots_[find_slot(text, hash_of(text))].id;
    return id == no_text ? std::nullopt : std::optional(id);
}

void sort_texts(const TextPool& pool, std::vector<TextId>& ids) {
    std::vector<Keyed> items;
    items.reserve(ids.size());
    for (TextId id : ids) items.push_back({0, 0, id});
    sort_from(pool, items, 0);
    for (std::size_t at = 0; at < ids.size(); ++at) ids[at] = items[at].id;
}

}  // namespace lede
