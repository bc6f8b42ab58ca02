#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lede {

enum class InflateResult {
    whole,
    cut,        ///< the packed bytes end early; what they gave is there
    damaged,    ///< no packed bytes, or damaged ones; what they gave up to there is there
    too_large,  ///< there would be more than the limit
};

/// Unpacks bytes in memory that a web server packed as "gzip" (RFC 1952, also several in a row) or "deflate" (RFC 1950,
/// or, as some servers send it, RFC 1951), of at most `limit` bytes.
InflateResult inflate_bytes(std::string_view packed, std::size_t limit, std::string& bytes);

}  // namespace lede
