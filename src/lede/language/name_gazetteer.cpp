#include <lede/language/name_gazetteer.hpp>

#include <algorithm>

namespace lede {

namespace {

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    while (true) {
        const std::size_t at = text.find(separator);
        parts.emplace_back(text.substr(0, at));
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + 1);
    }
}

std::vector<std::string> split_names(std::string_view field) {
    std::vector<std::string> names = split(field, '|');
    std::erase(names, "");
    return names;
}

const std::vector<const GazetteerEntry*> none;

}  // namespace

NameGazetteer::NameGazetteer(const ModelFile& model)
    : NameGazetteer(model.lines("names.gazetteer"), model.lines("names.given")) {}

NameGazetteer::NameGazetteer(const std::vector<std::string>& entry_lines, const std::vector<std::string>& given_names)
    : given_(given_names.begin(), given_names.end()) {
    for (const std::string& line : entry_lines) add(line);
    index();
}

void NameGazetteer::add(const std::string& line) {
    if (line.empty() || line[0] == '#') return;
    const std::vector<std::string> fields = split(line, '\t');
    if (fields.size() < 2) return;
    entries_.push_back({fields[0], fields[1], {}, {}});
    if (fields.size() > 2) entries_.back().aliases = split_names(fields[2]);
    if (fields.size() > 3) entries_.back().demonyms = split_names(fields[3]);
}

void NameGazetteer::index() {
    const auto put = [&](const std::string& name, const GazetteerEntry& entry) {
        auto& found = by_name_[name];
        if (std::find(found.begin(), found.end(), &entry) == found.end()) found.push_back(&entry);
        longest_ = std::max(longest_, static_cast<std::uint32_t>(1 + std::count(name.begin(), name.end(), ' ')));
    };
    for (const GazetteerEntry& entry : entries_) put(entry.name, entry);
    for (const GazetteerEntry& entry : entries_) {
        for (const std::string& alias : entry.aliases) put(alias, entry);
        for (const std::string& demonym : entry.demonyms) by_demonym_.emplace(demonym, &entry);
    }
}

const std::vector<const GazetteerEntry*>& NameGazetteer::find(std::string_view name) const {
    const auto at = by_name_.find(std::string(name));
    return at == by_name_.end() ? none : at->second;
}

const GazetteerEntry* NameGazetteer::find_demonym(std::string_view word) const {
    const auto at = by_demonym_.find(std::string(word));
    return at == by_demonym_.end() ? nullptr : at->second;
}

}  // namespace lede
