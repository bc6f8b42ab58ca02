#pragma once

#include <cstddef>
#include <new>

namespace lede {

/// Memory that begins at a cache line. The arithmetic handles values before the first aligned one in another way, which
/// rounds differently; with this, results do not depend on where the memory happens to lie.
template <class Value>
struct AlignedAllocator {
    using value_type = Value;
    static constexpr std::align_val_t alignment{64};

    AlignedAllocator() = default;
    template <class Other>
    AlignedAllocator(const AlignedAllocator<Other>&) {}

    Value* allocate(std::size_t count) {
        return static_cast<Value*>(::operator new(count * sizeof(Value), alignment));
    }
    void deallocate(Value* values, std::size_t) { ::operator delete(values, alignment); }
    bool operator==(const AlignedAllocator&) const { return true; }
};

}  // namespace lede
