#include <algorithm>
#include <cmath>
#include <memory>

#include <lede/graph/rank.hpp>

#include "commands.hpp"
#include "traversal_support.hpp"

namespace lede::cli {

namespace {

using nlohmann::ordered_json;

struct RankOptions {
    TraversalOptions traversal;
    std::string measure = "pagerank";
    std::size_t top = 20;
};

/// A number that is the same in every locale: whole for degrees, else six digits behind the point.
std::string to_text(double score, Measure measure) {
    if (measure == Measure::degree) return std::to_string(std::llround(score));
    const std::string digits = std::to_string(1000000 + std::llround(score * 1e6) % 1000000).substr(1);
    return std::to_string(std::llround(score * 1e6) / 1000000) + "." + digits;
}

int run_rank(const RankOptions& options) {
    const KnowledgeGraph graph = read_graph(options.traversal);
    const Measure measure = parse_measure(options.measure).value();
    std::vector<Ranked> ranked = rank_nodes(graph, measure, resolve_filter(graph, options.traversal));
    ranked.resize(std::min(ranked.size(), options.top));
    ordered_json json = ordered_json::array();
    std::string text;
    std::size_t width = 0;
    std::size_t score_width = 0;
    for (const Ranked& one : ranked) {
        width = std::max(width, width_of(show_name(graph, one.node)));
        score_width = std::max(score_width, to_text(one.score, measure).size());
    }
    for (std::size_t at = 0; at < ranked.size(); ++at) {
        const auto& [node, score] = ranked[at];
        const std::string number = to_text(score, measure);
        const std::string place = std::to_string(at + 1);
        text += std::string(4 - std::min<std::size_t>(4, place.size()), ' ') + place + "  " +
                std::string(score_width - number.size(), ' ') + number + "  " +
                pad(show_name(graph, node), std::min<std::size_t>(width, 40)) + "  " + show_class(graph, node) + "\n";
        ordered_json item = json_of(graph, node);
        item["score"] = std::round(score * 1e9) / 1e9;
        json.push_back(item);
    }
    options.traversal.json ? print_json(json) : print(text);
    return 0;
}

}  // namespace

void add_rank(CLI::App& app, std::function<int()>& run) {
    auto options = std::make_shared<RankOptions>();
    CLI::App* command = app.add_subcommand("rank", "List the things that matter most in a graph");
    add_graph_files(*command, options->traversal);
    command
        ->add_option("--by", options->measure,
                     "pagerank, degree (number of neighbours), or betweenness (slow on large graphs)")
        ->check(CLI::IsMember({"pagerank", "degree", "betweenness"}))
        ->capture_default_str();
    command->add_option("--top", options->top, "How many")
        ->type_name("N")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    add_filter_options(*command, options->traversal);
    command->add_flag("--directed", options->traversal.directed, "Importance flows only from subject to object");
    command->footer(
        "Examples:\n"
        "  lede rank graph.ttl --class Person --top 10\n"
        "  lede rank news.nq --by betweenness --json");
    command->callback([options, &run] { run = [options] { return run_rank(*options); }; });
}

}  // namespace lede::cli
