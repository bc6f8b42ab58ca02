#include <algorithm>
#include <set>
#include <unordered_set>

#include <lede/base/error.hpp>
#include <lede/base/utf8.hpp>
#include <lede/graph/find_nodes.hpp>
#include <lede/graph/words.hpp>
#include <lede/pipeline/data_folder.hpp>
#include <lede/rdf/graph_reader.hpp>
#include <lede/rdf/vocabulary.hpp>

#include "progress_bar.hpp"
#include "traversal_support.hpp"

namespace lede::cli {

namespace {

/// The files of the built-in ontology, for labels and the class tree. Traversal works without.
std::vector<std::string> find_vocabularies() {
    std::vector<std::string> files;
    try {
        for (const auto& path : find_data_folder().ontology_files()) files.push_back(path.string());
    } catch (const Error&) {
        files.clear();
    }
    return files;
}

std::string quoted_list(const std::vector<std::string>& items) {
    std::string text;
    for (const std::string& item : items) text += (text.empty() ? "\"" : ", \"") + to_printable(item) + "\"";
    return text;
}

std::string expand_prefix(const std::string& text) {
    for (const auto& [name, space] : terms::prefixes) {
        if (text.starts_with(std::string(name) + ":")) return std::string(space) + text.substr(name.size() + 1);
    }
    return text;
}

/// The term of the graph that the user means: by IRI, prefixed name, label or local name.
std::string resolve_term(const KnowledgeGraph& graph, const std::set<std::string>& known, const std::string& text,
                         const char* kind) {
    std::string iri =
        text.starts_with('<') && text.ends_with('>') ? text.substr(1, text.size() - 2) : expand_prefix(text);
    if (known.contains(iri)) return iri;
    for (const std::string& one : known) {
        if (fold(graph.label_of(one)) == fold(text) || fold(words_of_term(one)) == fold(text) ||
            fold(words_of_iri(one)) == fold(text))
            return one;
    }
    std::vector<std::pair<double, std::string>> near;
    for (const std::string& one : known) near.emplace_back(-similarity(graph.label_of(one), text), graph.label_of(one));
    std::sort(near.begin(), near.end());
    std::vector<std::string> labels;
    for (std::size_t at = 0; at < near.size() && labels.size() < 5; ++at) labels.push_back(near[at].second);
    throw Error(std::string("no ") + kind + " \"" + to_printable(text) + "\" in the graph" +
                (labels.empty() ? "" : "; the nearest are " + quoted_list(labels)));
}

std::set<std::string> known_properties(const KnowledgeGraph& graph) {
    std::set<std::string> known;
    for (PropertyId id = 0; id < graph.property_count(); ++id) known.emplace(graph.property_iri(id));
    for (const auto& [iri, label] : graph.labels()) known.emplace(iri);
    return known;
}

std::set<std::string> known_classes(const KnowledgeGraph& graph) {
    std::set<std::string> known;
    const auto& types = graph.views().types;
    const std::unordered_set<TextId> distinct(types.begin(), types.end());
    for (const TextId type : distinct) known.emplace(graph.text(type));
    for (const auto& [iri, label] : graph.labels()) known.emplace(iri);
    return known;
}

std::string list_candidates(const KnowledgeGraph& graph, const std::vector<NodeId>& ids) {
    constexpr std::size_t most = 12;
    std::string text;
    for (std::size_t at = 0; at < std::min(most, ids.size()); ++at) {
        const std::string kind = show_class(graph, ids[at]);
        text += "\n  " + show_name(graph, ids[at]) + (kind.empty() ? "" : " (" + kind + ")") + "  " +
                to_printable(graph.iri(ids[at]));
    }
    return ids.size() > most ? text + "\n  and " + std::to_string(ids.size() - most) + " more" : text;
}

}  // namespace

KnowledgeGraph read_graph(const TraversalOptions& options) {
    ProgressBar bar("statements");
    return lede::read_graph(options.files, find_vocabularies(), [&](std::size_t count) { bar.advance(count); });
}

NodeId resolve_node(const KnowledgeGraph& graph, const std::string& text) {
    const std::vector<NodeId> found = find_nodes(graph, text);
    if (found.size() == 1) return found.front();
    const std::string quoted = "\"" + to_printable(text) + "\"";
    if (!found.empty())
        throw Error(quoted + " may be any of these; give the IRI of one:" + list_candidates(graph, found));
    const std::vector<NodeId> near = similar_nodes(graph, text);
    throw Error("nothing in the graph is called " + quoted +
                (near.empty() ? "" : "; is it one of these?" + list_candidates(graph, near)));
}

TraversalFilter resolve_filter(const KnowledgeGraph& graph, const TraversalOptions& options) {
    TraversalFilter filter;
    filter.records = options.articles;
    filter.directed = options.directed;
    for (const std::string& text : options.properties)
        filter.properties.push_back(resolve_term(graph, known_properties(graph), text, "property"));
    for (const std::string& text : options.classes)
        filter.classes.push_back(resolve_term(graph, known_classes(graph), text, "class"));
    return filter;
}

}  // namespace lede::cli
