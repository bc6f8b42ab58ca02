#include <algorithm>

#include <lede/base/hash.hpp>
#include <lede/base/utf8.hpp>
#include <lede/graph/name_index.hpp>

namespace lede {
namespace {

std::uint32_t hash_of_key(std::string_view key) {
    return static_cast<std::uint32_t>(hash_of(key));
}

void sort_unique(std::vector<NameRow>& rows) {
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
}

}  // namespace

std::string folded_name(std::string_view text) {
    return is_valid_utf8(text) ? fold(text) : fold(to_valid_utf8(text));
}

std::vector<std::string> words_of_name(const std::string& folded) {
    std::vector<std::string> words(1);
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t begin = at;
        const char32_t c = next_code_point(folded, at);
        if (is_letter(c) || is_digit(c)) {
            words.back().append(folded, begin, at - begin);
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.back().empty()) words.pop_back();
    std::sort(words.begin(), words.end());
    return words;
}

void add_name_index(const KnowledgeGraph& graph, OwnedTables& tables) {
    const auto add = [&](NodeId id, std::string_view name, bool words) {
        const std::string folded = folded_name(name);
        tables.name_index.push_back({hash_of_key(folded), id});
        if (!words) return;
        for (const std::string& word : words_of_name(folded)) tables.word_index.push_back({hash_of_key(word), id});
    };
    for (NodeId id = 0; id < graph.node_count(); ++id) {
        const TextList names = graph.names(id);
        const TextList aliases = graph.aliases(id);
        for (const std::string_view name : names) add(id, name, true);
        for (const std::string_view alias : aliases) add(id, alias, true);
        if (names.empty()) add(id, graph.name_of(id), false);
    }
    sort_unique(tables.name_index);
    sort_unique(tables.word_index);
}

std::vector<NodeId> find_in_index(std::span<const NameRow> index, std::string_view key) {
    const std::uint32_t hash = hash_of_key(key);
    const auto first = std::partition_point(index.begin(), index.end(), [&](NameRow row) { return row.hash < hash; });
    const auto last = std::partition_point(first, index.end(), [&](NameRow row) { return row.hash == hash; });
    std::vector<NodeId> nodes;
    for (auto at = first; at != last; ++at) nodes.push_back(at->node);
    return nodes;
}

}  // namespace lede
