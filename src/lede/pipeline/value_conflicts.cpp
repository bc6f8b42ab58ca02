#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <utility>

#include <lede/pipeline/value_conflicts.hpp>
#include <lede/rdf/statement_line.hpp>

namespace lede {

namespace {

/// The values of one property of one thing, as they come.
class Values {
  public:
    explicit Values(StatementSources& sources) : sources_(sources) {}

    void add(std::string_view subject, std::string_view property, std::string_view value) {
        if (subject != subject_ || property != property_) {
            end();
            subject_ = subject;
            property_ = property;
        }
        if (values_.empty() || values_.back() != value) values_.emplace_back(value);
    }

    /// Asks for the sources of each value that contradicts another.
    void end() {
        for (const std::string& value : values_) {
            const bool conflicts = std::any_of(values_.begin(), values_.end(),
                                               [&](const std::string& other) { return are_conflicting(value, other); });
            const std::string triple = subject_ + " " + property_ + " " + value;
            if (conflicts) sources_.ask(triple, triple);
        }
        values_.clear();
    }

  private:
    StatementSources& sources_;
    std::string subject_, property_;
    std::vector<std::string> values_;
};

/// Puts the answers together to conflicts.
class Collector {
  public:
    Collector(const std::vector<SharedName>& names, const std::function<void(const ValueConflict&)>& sink)
        : sink_(sink) {
        for (const SharedName& name : names) shared_.insert(name.iri);
    }

    void add(std::string_view triple, const StatementSource& source) {
        const StatementParts parts = split_statement(triple);
        const std::string subject(without_brackets(parts.subject));
        const std::string property(without_brackets(parts.predicate));
        if (subject != conflict_.subject || property != conflict_.property) {
            end();
            conflict_ = {subject, property, {}, shared_.contains(subject)};
        }
        if (conflict_.values.empty() || conflict_.values.back().term != parts.object)
            conflict_.values.push_back({std::string(parts.object), {}});
        if (!source.article.empty()) conflict_.values.back().sources.push_back(source);
    }

    void end() {
        if (conflict_.values.empty()) return;
        sink_(conflict_);
        ++count_;
        conflict_ = {};
    }

    std::size_t count() const { return count_; }

  private:
    const std::function<void(const ValueConflict&)>& sink_;
    std::unordered_set<std::string> shared_;
    ValueConflict conflict_;
    std::size_t count_ = 0;
};

}  // namespace

std::size_t find_conflicts(MergedGraph& graph, const Ontology& ontology,
                           const std::function<void(const ValueConflict&)>& sink) {
    std::unordered_set<std::string> functional;
    for (const Property& property : ontology.properties()) {
        if (property.functional && property.extracted) functional.insert(property.iri);
    }
    StatementSources sources;
    Values values(sources);
    graph.lines([&](std::string_view line) {
        const StatementParts parts = split_statement(line);
        sources.note(parts);
        if (functional.contains(std::string(without_brackets(parts.predicate))))
            values.add(parts.subject, parts.predicate, parts.object);
    });
    values.end();
    Collector collector(graph.shared_names(), sink);
    sources.answer([&](std::string_view triple, const StatementSource& source) { collector.add(triple, source); });
    collector.end();
    return collector.count();
}

}  // namespace lede
