#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <lede/text/document.hpp>

namespace lede {

/// A set of tags, one bit a tag.
using TagSet = std::uint64_t;

/// The tags of the name recogniser: outside, and for each label begin, inside, end and single (BIOES).
class NameTags {
  public:
    enum Part : std::uint32_t { begin, inside, end, single };
    static constexpr std::uint32_t outside = 0;
    /// 1 + 4 * labels must fit in a TagSet.
    static constexpr std::size_t max_labels = 15;

    NameTags() = default;
    /// Throws Error if there are more than max_labels.
    explicit NameTags(std::vector<std::string> labels);

    const std::vector<std::string>& labels() const { return labels_; }
    std::uint32_t count() const { return static_cast<std::uint32_t>(1 + 4 * labels_.size()); }

    static constexpr std::uint32_t tag(std::uint32_t label, Part part) { return 1 + 4 * label + part; }
    static constexpr std::uint32_t label(std::uint32_t tag) { return (tag - 1) / 4; }
    static constexpr Part part(std::uint32_t tag) { return static_cast<Part>((tag - 1) % 4); }
    /// Whether a name goes on behind this tag.
    static constexpr bool is_open(std::uint32_t tag) { return tag != outside && part(tag) <= inside; }
    /// Whether a name came from before this tag.
    static constexpr bool continues(std::uint32_t tag) { return tag != outside && (part(tag) == inside || part(tag) == end); }
    /// Whether `next` may follow `tag` in a sentence.
    static constexpr bool may_follow(std::uint32_t tag, std::uint32_t next) {
        return is_open(tag) ? continues(next) && label(tag) == label(next) : !continues(next);
    }

    /// The index of a label; labels().size() if unknown.
    std::uint32_t find(std::string_view label) const;

    /// The names that a well-formed tag sequence spells, with tokens counted from `first_token`.
    std::vector<Name> names_of(const std::vector<std::uint32_t>& tags, std::uint32_t first_token) const;

  private:
    std::vector<std::string> labels_;
};

/// Adds a name with one of `labels` (indices) to the sets of tags that tokens [first, last) may have.
void allow_name(std::vector<TagSet>& allowed, std::size_t first, std::size_t last, const std::vector<std::uint32_t>& labels);

}  // namespace lede
