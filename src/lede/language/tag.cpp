#include <lede/base/error.hpp>
#include <lede/language/tag.hpp>

namespace lede {

std::vector<std::string> to_lines(const std::vector<Tag>& tags) {
    std::vector<std::string> lines;
    for (const Tag& tag : tags) lines.push_back(std::string(to_string(tag.upos)) + "\t" + tag.xpos);
    return lines;
}

std::vector<Tag> parse_tags(const std::vector<std::string>& lines) {
    std::vector<Tag> tags;
    for (const std::string& line : lines) {
        const std::size_t tab = line.find('\t');
        if (tab == std::string::npos) throw Error("the model has a damaged list of tags; get or train the model again");
        tags.push_back({parse_upos(line.substr(0, tab)), line.substr(tab + 1)});
    }
    return tags;
}

}  // namespace lede
