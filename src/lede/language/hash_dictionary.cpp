#include <vector>

#include <lede/base/error.hpp>
#include <lede/language/hash_dictionary.hpp>

namespace lede {

namespace {

std::uint64_t home_of(std::uint64_t key, std::uint64_t slot_count) {
    return ((key >> 32) * slot_count) >> 32;
}

}  // namespace

HashDictionary::HashDictionary(std::string_view section) : slot_count_(section.size() / sizeof(Slot)) {
    slots_ = reinterpret_cast<const Slot*>(section.data());
    bool some_free = slot_count_ == 0;
    for (std::uint64_t i = 0; i < slot_count_; ++i) some_free |= slots_[i].taken == 0;
    if (section.size() % sizeof(Slot) != 0 || !some_free)
        throw Error("the model has a damaged dictionary; get or train the model again");
}

std::optional<std::uint32_t> HashDictionary::find(std::uint64_t key) const {
    if (slot_count_ == 0) return std::nullopt;
    for (std::uint64_t at = home_of(key, slot_count_); slots_[at].taken != 0; at = at + 1 == slot_count_ ? 0 : at + 1)
        if (slots_[at].key == key) return slots_[at].value;
    return std::nullopt;
}

std::string to_dictionary_section(const std::map<std::uint64_t, std::uint32_t>& entries) {
    const std::uint64_t slot_count = entries.size() * 3 / 2 + 1;
    std::vector<HashDictionary::Slot> slots(slot_count, HashDictionary::Slot{0, 0, 0});
    for (const auto& [key, value] : entries) {
        std::uint64_t at = home_of(key, slot_count);
        while (slots[at].taken != 0) at = at + 1 == slot_count ? 0 : at + 1;
        slots[at] = {key, value, 1};
    }
    return {reinterpret_cast<const char*>(slots.data()), slots.size() * sizeof(HashDictionary::Slot)};
}

}  // namespace lede
