#include <tuple>
#include <utility>

#include <lede/pipeline/symmetric_order.hpp>
#include <lede/rdf/iri.hpp>
#include <lede/rdf/reified_statements.hpp>
#include <lede/rdf/vocabulary.hpp>

namespace lede {

namespace {

bool is_unordered(std::string_view subject, std::string_view object) {
    if (!subject.starts_with('<') || !object.starts_with('<')) return false;
    subject = without_brackets(subject);
    object = without_brackets(object);
    return std::tuple(local_name(object), object) < std::tuple(local_name(subject), subject);
}

std::string make_line(std::string_view subject, std::string_view predicate, std::string_view object,
                      std::string_view graph) {
    std::string line(subject);
    line.append(" ").append(predicate).append(" ").append(object);
    if (!graph.empty()) line.append(" ").append(graph);
    return line + " .";
}

}  // namespace

SymmetricOrder::SymmetricOrder(const Ontology& ontology, std::function<void(std::string_view)> sink)
    : sink_(std::move(sink)) {
    for (const Property& property : ontology.properties()) {
        if (property.symmetric) symmetric_.insert(property.iri);
    }
}

void SymmetricOrder::write(std::string_view nquad) {
    const StatementParts parts = split_statement(nquad);
    if (parts.subject != node_) {
        finish();
        node_ = parts.subject;
    }
    const std::string_view predicate = without_brackets(parts.predicate);
    std::string* const kept = predicate == terms::subject     ? &subject_
                              : predicate == terms::predicate ? &predicate_
                              : predicate == terms::object    ? &object_
                                                              : nullptr;
    if (kept && kept->empty()) {
        *kept = nquad;
    } else if (symmetric_.contains(std::string(predicate)) && is_unordered(parts.subject, parts.object)) {
        sink_(make_line(parts.object, parts.predicate, parts.subject, parts.graph));
    } else {
        sink_(nquad);
    }
}

void SymmetricOrder::finish() {
    if (!subject_.empty() && !predicate_.empty() && !object_.empty()) {
        const StatementParts subject = split_statement(subject_);
        const StatementParts object = split_statement(object_);
        const std::string property(without_brackets(split_statement(predicate_).object));
        if (symmetric_.contains(property) && is_unordered(subject.object, object.object)) {
            std::string new_subject = make_line(subject.subject, subject.predicate, object.object, subject.graph);
            object_ = make_line(object.subject, object.predicate, subject.object, object.graph);
            subject_ = std::move(new_subject);
        }
    }
    for (std::string* line : {&subject_, &predicate_, &object_}) {
        if (!line->empty()) sink_(*line);
        line->clear();
    }
}

}  // namespace lede
