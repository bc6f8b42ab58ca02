#include <lede/base/hash.hpp>

#include <xxhash.h>

namespace lede {

std::uint64_t hash_of(std::string_view bytes, std::uint64_t seed) {
    return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

}  // namespace lede
