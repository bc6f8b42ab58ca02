#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace lede {

/// Number of a text in a pool.
using TextId = std::uint32_t;
constexpr TextId no_text = std::numeric_limits<TextId>::max();

/// Texts by number, each kept once: a graph says the same IRIs again and again. A number takes 4 bytes wherever it
/// stands, and equal texts have equal numbers.
class TextPool {
  public:
    /// The text's number, in the order in which new ones come. Throws Error behind 4 billion texts.
    TextId add(std::string_view text) { return add(text, hash_of(text)); }
    std::optional<TextId> find(std::string_view text) const;

    /// Lives as long as the pool.
    std::string_view operator[](TextId id) const { return text_at(places_[id]); }
    std::size_t size() const { return places_.size(); }

    /// For those who add many texts: most of the time goes by in waiting for memory, where a text that is spread over
    /// gigabytes may be. Asked for some texts ahead, first by their slots and then by what these point to, it is there
    /// in time.
    static std::uint32_t hash_of(std::string_view text);
    void fetch_slot(std::uint32_t hash) const;
    void fetch_text(std::uint32_t hash) const;
    TextId add(std::string_view text, std::uint32_t hash);

  private:
    /// Of an open-addressing table (Knuth, TAOCP volume 3, section 6.4, algorithm L); empty where there is no text.
    struct Slot {
        std::uint32_t hash = 0;
        TextId id = no_text;
        const char* place = nullptr;  ///< as in places_
    };

    std::vector<const char*> places_;  // each text has its size before it, in 8 bytes
    std::vector<Slot> slots_;          // as many as a power of two
    std::vector<std::unique_ptr<char[]>> blocks_;
    char* room_ = nullptr;
    std::size_t left_ = 0;

    static std::string_view text_at(const char* place);
    const char* keep(std::string_view text);
    std::size_t find_slot(std::string_view text, std::uint32_t hash) const;
    void grow();
};

/// Sorts numbers of different texts by the bytes of the texts.
void sort_texts(const TextPool& pool, std::vector<TextId>& ids);

}  // namespace lede
