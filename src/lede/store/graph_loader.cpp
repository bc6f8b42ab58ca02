#include <algorithm>

#include <lede/base/hash.hpp>
#include <lede/rdf/statement_line.hpp>
#include <lede/store/graph_loader.hpp>
#include <lede/store/update_text.hpp>

namespace lede {
namespace {

/// Graphs that are counted with one query.
constexpr std::size_t graphs_a_query = 50;
/// Virtuoso compiles an update as it does a program, and its code may not become too long.
constexpr std::size_t statements_an_update = 500;

bool is_blank_node(std::string_view term) {
    return term.starts_with("_:");
}

/// Whether a statement has a blank node; exact, as "_:" may stand in a text too.
bool has_blank_node(std::string_view line) {
    if (line.find("_:") == std::string_view::npos) return false;
    const StatementParts parts = split_statement(line);
    return is_blank_node(parts.subject) || is_blank_node(parts.object);
}

std::string genid(std::string_view label, const std::string& base) {
    return "<" + base + ".well-known/genid/" + std::string(label.substr(2)) + ">";
}

/// The lines with IRIs for their blank nodes.
std::string without_blank_nodes(std::string_view lines, const std::string& base) {
    std::string result;
    for (std::size_t at = 0; at < lines.size();) {
        const std::size_t end = lines.find('\n', at);
        const std::string_view line = lines.substr(at, end - at);
        at = end + 1;
        if (has_blank_node(line)) {
            const StatementParts parts = split_statement(line);
            const auto name = [&](std::string_view term) {
                return is_blank_node(term) ? genid(term, base) : std::string(term);
            };
            result += name(parts.subject) + " " + std::string(parts.predicate) + " " + name(parts.object) + " .\n";
        } else {
            result.append(line).append("\n");
        }
    }
    return result;
}

std::string name_of(const std::string& graph) {
    return graph.empty() ? "the default graph" : "graph <" + graph + ">";
}

/// What is wrong with the count of a graph; empty if nothing is. A default graph may show what is in named graphs too.
std::string find_difference(const LoadedGraph& graph, std::optional<std::uint64_t> before, std::uint64_t now) {
    const std::string has = name_of(graph.graph) + " has " + std::to_string(now) + " statements in the store";
    const bool exact = graph.replaced && !graph.graph.empty();
    if (now < graph.statements || (exact && now != graph.statements))
        return has + ", but " + std::to_string(graph.statements) + " were loaded";
    if (!graph.replaced && before && (now < *before || now > *before + graph.statements))
        return has + ", but " + std::to_string(*before) + " were there before and " + std::to_string(graph.statements) +
               " were added";
    return "";
}

}  // namespace

GraphLoader::GraphLoader(StoreClient* client, LoadOptions options) : client_(client), options_(std::move(options)) {}

bool GraphLoader::is_merged(const std::string& graph) const {
    return !options_.replace && (graph.empty() || graph == options_.merged);
}

void GraphLoader::add(std::string_view line) {
    const std::size_t blank = line.find(' ');
    const std::string_view term = line.substr(0, blank);
    const std::string graph(term == "!" ? "" : term.substr(1, term.size() - 2));
    if (!current_ || current_->graph != graph) begin_graph(graph);
    ++current_->statements;
    if (skips_ || to_skip_ > 0) {
        to_skip_ -= to_skip_ > 0;
        if (options_.on_statements) options_.on_statements(1);
        return;
    }
    line.remove_prefix(blank + 1);
    const bool is_full =
        part_.size() + line.size() + 1 > options_.chunk || (options_.by_update && in_part_ == statements_an_update);
    if (is_full && in_part_ > 0) send_part(false);
    has_blank_ = has_blank_ || has_blank_node(line);
    part_.append(line).append("\n");
    ++in_part_;
}

void GraphLoader::begin_graph(const std::string& graph) {
    end_graph();
    current_.emplace();
    current_->graph = graph;
    current_->replaced = !is_merged(graph);
    skips_ = options_.journal && options_.journal->is_done(graph);
    to_skip_ = options_.journal && !current_->replaced && !skips_ ? options_.journal->statements_of(graph) : 0;
    if (to_skip_ > 0) current_->requests = 1;  // at least; its blank nodes became IRIs then
    if (!current_->replaced && !skips_ && can_count()) current_->before = client_->count({graph})[graph];
}

void GraphLoader::end_graph() {
    if (!current_) return;
    if (skips_) {
        ++counts_.done_before;
    } else {
        if (in_part_ > 0) send_part(true);
        ++counts_.graphs;
        counts_.statements += current_->statements;
        if (options_.on_graph) options_.on_graph(*current_);
        to_check_.push_back(std::move(*current_));
        if (to_check_.size() >= graphs_a_query) check_graphs();
    }
    current_.reset();
    has_blank_ = false;
}

void GraphLoader::send_part(bool is_last) {
    const bool is_first = current_->requests == 0;
    const bool is_whole = is_first && is_last;
    if (!is_whole) {
        if (has_blank_) warn_of_blank_nodes();
        part_ = without_blank_nodes(part_, options_.genid_base);
    }
    // A whole graph put in place is the same graph when it is put there twice.
    send(current_->graph, current_->replaced && is_first, current_->replaced || !is_whole || !has_blank_);
    ++current_->requests;
    ++counts_.requests;
    if (options_.journal && !current_->replaced && !is_whole) {
        options_.journal->add_part(current_->graph, is_last ? current_->statements : current_->statements - 1);
    }
    if (options_.on_statements) options_.on_statements(in_part_);
    part_.clear();
    in_part_ = 0;
}

void GraphLoader::send(const std::string& graph, bool replaces, bool repeatable) {
    if (!client_) return;
    try {
        if (options_.by_update) {
            client_->update(make_insert(part_, graph, replaces), repeatable);
        } else if (replaces) {
            client_->put_graph(graph, part_);
        } else {
            client_->post_graph(graph, part_, repeatable);
        }
    } catch (const RefusedError& error) {
        const bool is_content =
            error.status() == 400 || error.status() == 415 || error.status() == 422 || error.status() == 500;
        if (!is_content || part_.find(" <<( ") == std::string::npos) throw;
        throw RefusedError(std::string(error.what()) +
                               "\nThe graph holds triple terms of RDF 1.2, which the store may not know: "
                               "extract with --provenance sentence for it",
                           error.status());
    }
}

void GraphLoader::warn_of_blank_nodes() {
    if (warned_ || !options_.sink) return;
    warned_ = true;
    options_.sink({Severity::warning, name_of(current_->graph),
                   "takes several requests, so its blank nodes are loaded as IRIs under " + options_.genid_base +
                       ".well-known/genid/; a larger --chunk keeps them"});
}

void GraphLoader::check_graphs() {
    if (!can_count()) {
        if (client_) counts_.unchecked += to_check_.size();
        if (options_.journal)
            for (const Loaded& graph : to_check_) options_.journal->add_done(graph.graph);
        to_check_.clear();
        return;
    }
    std::vector<std::string> names;
    for (const Loaded& graph : to_check_) names.push_back(graph.graph);
    const auto counts = names.empty() ? std::map<std::string, std::uint64_t>() : client_->count(names);
    std::string problems;
    for (const Loaded& graph : to_check_) {
        const std::string problem = find_difference(graph, graph.before, counts.at(graph.graph));
        if (problem.empty() && options_.journal) options_.journal->add_done(graph.graph);
        if (!problem.empty()) problems += (problems.empty() ? "" : "\n") + problem;
    }
    to_check_.clear();
    if (!problems.empty()) {
        throw StoreError(client_->endpoints().query + ": " + problems +
                         "; did something else write to it meanwhile, or does the store keep other values than it is "
                         "given, as some do with numbers such as 1.00?");
    }
}

LoadCounts GraphLoader::finish() {
    end_graph();
    check_graphs();
    if (options_.journal) options_.journal->remove();
    return counts_;
}

}  // namespace lede
