#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace lede {

/// A read-only map from 64-bit hashes to numbers in a model file's section (open addressing, linear probing).
class HashDictionary {
  public:
    HashDictionary() = default;
    /// A view of what to_dictionary_section wrote; the bytes must outlive it. Throws Error if malformed.
    explicit HashDictionary(std::string_view section);

    std::optional<std::uint32_t> find(std::uint64_t key) const;

  private:
    friend std::string to_dictionary_section(const std::map<std::uint64_t, std::uint32_t>& entries);
    struct Slot {
        std::uint64_t key;
        std::uint32_t value, taken;
    };
    std::uint64_t slot_count_ = 0;
    const Slot* slots_ = nullptr;
};

std::string to_dictionary_section(const std::map<std::uint64_t, std::uint32_t>& entries);

}  // namespace lede
