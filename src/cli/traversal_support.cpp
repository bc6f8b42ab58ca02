#include "traversal_support.hpp"

#include <algorithm>

#include <lede/base/error.hpp>
#include <lede/base/file.hpp>
#include <lede/base/utf8.hpp>
#include <lede/graph/words.hpp>

namespace lede::cli {

using nlohmann::ordered_json;

void add_graph_files(CLI::App& command, TraversalOptions& options) {
    command.add_option("FILE", options.files, "RDF files: .ttl, .trig, .nt, .nq; - for standard input; or files of lede index")->required();
    command.add_flag("--json", options.json, "JSON for programs");
}

void add_filter_options(CLI::App& command, TraversalOptions& options) {
    command
        .add_option("--property", options.properties,
                    "Only over this property: schema:knows, an IRI, or its label (repeatable)")
        ->type_name("NAME")
        ->allow_extra_args(false);
    command.add_option("--class", options.classes, "Only things of this class, or below it (repeatable)")
        ->type_name("NAME")
        ->allow_extra_args(false);
    command.add_flag("--articles", options.articles,
                     "Also by way of articles and quotations, which link all that they name");
}

void add_walk_options(CLI::App& command, TraversalOptions& options) {
    add_filter_options(command, options);
    command.add_flag("--directed", options.directed, "Only from subject to object");
    command.add_flag("--evidence", options.evidence, "With the sentences that say so, where the graph has them");
}

std::string show_name(const KnowledgeGraph& graph, NodeId id) {
    return to_printable(graph.name_of(id));
}

std::string show_class(const KnowledgeGraph& graph, NodeId id) {
    std::string text;
    const TextList types = graph.types(id);
    for (const std::string_view type : types)
        text += (text.empty() ? "" : ", ") + to_printable(graph.label_of(type));
    return text;
}

std::string show_sources(const KnowledgeGraph& graph, const std::vector<Source>& sources, const std::string& indent) {
    std::string text;
    for (const Source& source : sources) {
        std::string where;
        if (!source.article.empty()) {
            const auto article = graph.find_iri(source.article);
            where = to_printable(article ? graph.name_of(*article) : source.article);
        }
        if (!source.confidence.empty()) where += (where.empty() ? "" : ", ") + to_printable(source.confidence);
        const std::string words = source.sentence.empty() ? "" : "“" + to_printable(source.sentence) + "”";
        text += indent + words + (words.empty() || where.empty() ? "" : "  ") +
                (where.empty() ? "" : "(" + where + ")") + "\n";
    }
    return text;
}

std::string show_hops(const KnowledgeGraph& graph, const std::vector<Hop>& hops) {
    const auto labels = [&](bool forward) {
        std::string text;
        for (const Hop& hop : hops) {
            if (hop.forward == forward)
                text += (text.empty() ? "" : ", ") + to_printable(graph.label_of(graph.property_of(hop.edge)));
        }
        return text;
    };
    const std::string forward = labels(true);
    const std::string backward = labels(false);
    std::string text;
    if (!forward.empty()) text += "— " + forward + " →";
    if (!backward.empty()) text += (text.empty() ? "← " : " ← ") + backward + " —";
    return text;
}

std::size_t width_of(std::string_view text) {
    return count_code_points(text);
}

std::string pad(std::string text, std::size_t width) {
    const std::size_t count = width_of(text);
    if (count < width) text.append(width - count, ' ');
    return text;
}

ordered_json json_of(const KnowledgeGraph& graph, NodeId id) {
    return {{"iri", graph.iri(id)}, {"name", graph.name_of(id)}, {"types", graph.types(id).to_strings()}};
}

ordered_json json_of(const std::vector<Source>& sources) {
    ordered_json list = ordered_json::array();
    for (const Source& source : sources) {
        ordered_json one = ordered_json::object();
        if (!source.sentence.empty()) one["sentence"] = source.sentence;
        if (!source.article.empty()) one["article"] = source.article;
        if (!source.confidence.empty()) one["confidence"] = source.confidence;
        list.push_back(one);
    }
    return list;
}

ordered_json json_of(const KnowledgeGraph& graph, const std::vector<Hop>& hops) {
    ordered_json list = ordered_json::array();
    for (const Hop& hop : hops) {
        const Edge edge = graph.edge(hop.edge);
        ordered_json one = {{"subject", graph.iri(edge.from)},
                            {"property", graph.property_of(hop.edge)},
                            {"object", graph.iri(edge.to)}};
        const std::vector<Source> sources = graph.sources_of_edge(hop.edge);
        if (!sources.empty()) one["evidence"] = json_of(sources);
        list.push_back(one);
    }
    return list;
}

void print(std::string_view text) {
    AtomicOutput output("-", true);
    output.write(text);
    output.commit();
}

void print_json(const ordered_json& value) {
    // Literals of foreign files may be ill-formed; replacing is better than dying over one of them.
    print(value.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n");
}

}  // namespace lede::cli
