#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lede {

/// A set of 64-bit hashes for millions of them: one table of 11 to 22 bytes a hash, where the standard one takes 40.
class HashSet {
  public:
    /// False if it was there.
    bool insert(std::uint64_t hash) {
        if (hash == empty_slot) hash = 1;  // one more chance in 2^64 that two are taken for one
        if ((count_ + 1) * 4 > slots_.size() * 3) grow();
        std::uint64_t& slot = slots_[find(slots_, hash)];
        if (slot == hash) return false;
        slot = hash;
        ++count_;
        return true;
    }

    std::size_t size() const { return count_; }

  private:
    static constexpr std::uint64_t empty_slot = 0;
    std::vector<std::uint64_t> slots_;  // a power of two of them
    std::size_t count_ = 0;

    /// Where the hash is, or is to be put.
    static std::size_t find(const std::vector<std::uint64_t>& slots, std::uint64_t hash) {
        std::size_t at = hash & (slots.size() - 1);
        while (slots[at] != empty_slot && slots[at] != hash) at = (at + 1) & (slots.size() - 1);
        return at;
    }

    void grow() {
        std::vector<std::uint64_t> larger(slots_.empty() ? 1024 : slots_.size() * 2, empty_slot);
        for (const std::uint64_t hash : slots_)
            if (hash != empty_slot) larger[find(larger, hash)] = hash;
        slots_.swap(larger);
    }
};

}  // namespace lede
