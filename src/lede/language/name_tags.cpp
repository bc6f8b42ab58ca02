#include <lede/language/name_tags.hpp>

#include <algorithm>

#include <lede/base/error.hpp>

namespace lede {

NameTags::NameTags(std::vector<std::string> labels) : labels_(std::move(labels)) {
    if (labels_.size() > max_labels) throw Error("the name model has too many labels; join some in its label mapping");
}

std::uint32_t NameTags::find(std::string_view label) const {
    return static_cast<std::uint32_t>(std::find(labels_.begin(), labels_.end(), label) - labels_.begin());
}

std::vector<Name> NameTags::names_of(const std::vector<std::uint32_t>& tags, std::uint32_t first_token) const {
    std::vector<Name> names;
    for (std::uint32_t i = 0; i < tags.size(); ++i) {
        if (tags[i] == outside) continue;
        if (!continues(tags[i]) || names.empty()) names.push_back({first_token + i, first_token + i, labels_[label(tags[i])], 1});
        names.back().last = first_token + i + 1;
    }
    return names;
}

void allow_name(std::vector<TagSet>& allowed, std::size_t first, std::size_t last, const std::vector<std::uint32_t>& labels) {
    for (std::size_t i = first; i < last; ++i) {
        const bool begins = i == first;
        const bool ends = i + 1 == last;
        const auto part = begins ? (ends ? NameTags::single : NameTags::begin) : (ends ? NameTags::end : NameTags::inside);
        for (const std::uint32_t label : labels) allowed[i] |= TagSet{1} << NameTags::tag(label, part);
    }
}

}  // namespace lede
