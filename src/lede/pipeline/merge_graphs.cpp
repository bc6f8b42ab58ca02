#include <optional>

#include <lede/pipeline/merge_graphs.hpp>
#include <lede/pipeline/support_counts.hpp>
#include <lede/pipeline/symmetric_order.hpp>
#include <lede/rdf/reifier_folder.hpp>
#include <lede/rdf/statement_line.hpp>
#include <lede/rdf/vocabulary.hpp>

namespace lede {

MergedGraph::MergedGraph(const std::vector<std::string>& files, MergeGraphsOptions options)
    : options_(std::move(options)) {
    GraphUnion all(files.size(), options_.retracted);
    header_ = read_graph_files(files, [&](const Quad& quad, std::size_t file) {
        all.add(quad, file);
        has_statements_ |= quad.predicate == terms::subject || quad.predicate == terms::support;
        if (options_.on_statement) options_.on_statement();
    });
    options_.on_statement = {};
    if (options_.joins) identities_ = std::make_unique<Identities>(*options_.joins, options_.same_as);
    std::optional<NamedThings> things;
    if (!options_.joins && options_.names_by) things.emplace(*options_.names_by);
    articles_ = all.merge([&](std::string_view line) {
        lines_.add(line);
        if (identities_) identities_->note(split_statement(line));
        if (things) things->note(split_statement(line));
    });
    if (identities_) find_identities();
    if (things) look_at_names(*things);
}

void MergedGraph::find_identities() {
    NamesakeCandidates candidates(*options_.joins, options_.same_as);
    refused_ = identities_->find([&](const NamedThing& thing) { candidates.consider(thing); });
    tell_apart(candidates, *options_.joins);
}

void MergedGraph::look_at_names(NamedThings& things) {
    using Which = NamesakeCandidates::Which;
    const Which which = options_.names == MergeGraphsOptions::Names::renew ? Which::told_apart_before : Which::all;
    NamesakeCandidates candidates(*options_.names_by, {}, which);
    things.each([&](const NamedThing& thing) { candidates.consider(thing); });
    tell_apart(candidates, *options_.names_by);
}

/// Reads the lines once more to decide, and if anything changes a third time to rename; of few graphs that is needed.
void MergedGraph::tell_apart(const NamesakeCandidates& candidates, const Ontology& ontology) {
    if (candidates.plain().empty()) return;
    Namesakes namesakes(candidates);
    LineSorter same;
    lines_.merge([&](std::string_view line) {
        same.add(line);
        namesakes.note(split_statement(line));
    });
    const bool renames = namesakes.decide();
    shared_names_ = namesakes.shared();
    const bool only_finds = !options_.joins && options_.names == MergeGraphsOptions::Names::find;
    if (!renames || only_finds) {
        lines_ = std::move(same);
        return;
    }
    if (identities_) identities_ = std::make_unique<Identities>(ontology, options_.same_as);
    SymmetricOrder order(ontology, [&](std::string_view line) {
        lines_.add(line);
        if (identities_) identities_->note(split_statement(line));
    });
    const auto write = [&](std::string_view line) { order.write(line); };
    same.merge([&](std::string_view line) { namesakes.apply(line, write); });
    namesakes.finish(write);
    order.finish();
    if (identities_) refused_ = identities_->find();
}

void MergedGraph::lines(const std::function<void(std::string_view)>& sink) {
    if (!identities_ || identities_->empty()) return lines_.merge(sink);
    LineSorter renamed;
    SymmetricOrder order(*options_.joins, [&](std::string_view line) { renamed.add(line); });
    lines_.merge([&](std::string_view line) {
        if (const std::string joined = identities_->apply(line); !joined.empty()) order.write(joined);
    });
    order.finish();
    renamed.merge(sink);
}

/// In the order in which the syntax is written.
void MergedGraph::lines_with_support(Syntax syntax, const std::function<void(std::string_view)>& sink) {
    // Without statements no line is to be added, and the lines come sorted: a second sort would take an eighth of
    // the time.
    if (!has_statements_ && syntax != Syntax::trig) return lines(sink);
    LineSorter sorted;
    const auto add = [&](std::string_view line) { sorted.add(to_sortable(line, syntax)); };
    SupportCounts support;
    lines([&](std::string_view line) {
        if (support.note(line)) add(line);
    });
    support.merge(add);
    sorted.merge(sink);
}

void MergedGraph::write(Syntax syntax, const TextSink& sink) {
    RdfWriter writer({syntax, header_.base.value_or(""), header_.prefixes}, sink);
    ReifierFolder folder(syntax, [&](std::string_view line) { writer.write(line); });
    lines_with_support(syntax,
                       [&](std::string_view line) { header_.triple_terms ? folder.write(line) : writer.write(line); });
    folder.finish();
    writer.finish();
}

}  // namespace lede
