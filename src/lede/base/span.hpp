#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace lede {

/// A half-open range [begin, end) of bytes in an article's text, or of tokens where a name says so.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    auto operator<=>(const Span&) const = default;
    std::uint32_t size() const { return end - begin; }
    bool empty() const { return begin == end; }
    bool contains(std::uint32_t at) const { return begin <= at && at < end; }
    bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
    bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
};

/// The characters of `text` that the span covers; the view lives as long as `text`.
inline std::string_view slice(std::string_view text, Span span) { return text.substr(span.begin, span.size()); }

}  // namespace lede
