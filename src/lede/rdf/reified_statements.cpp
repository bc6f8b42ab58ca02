#include <lede/rdf/article_parts.hpp>
#include <lede/rdf/reified_statements.hpp>
#include <lede/rdf/vocabulary.hpp>

namespace lede {

std::string_view without_brackets(std::string_view term) {
    return term.starts_with('<') && term.ends_with('>') ? term.substr(1, term.size() - 2) : term;
}

std::string_view ReifiedStatement::article() const {
    const std::string_view part = without_brackets(sentence.empty() ? node : sentence);
    return part.starts_with("_:") ? std::string_view() : article_of_part(part);
}

void ReifiedStatements::read(const StatementParts& parts) {
    if (now_.node != parts.subject) {
        finish();
        now_.node = parts.subject;
    }
    const std::string_view predicate = without_brackets(parts.predicate);
    any_ = true;
    if (predicate == terms::subject) {
        now_.subject = parts.object;
        now_.graph = parts.graph;
    } else if (predicate == terms::predicate) {
        now_.predicate = parts.object;
    } else if (predicate == terms::object) {
        now_.object = parts.object;
    } else if (predicate == terms::was_derived_from) {
        now_.sentence = parts.object;
    } else if (predicate == terms::status) {
        now_.asserted = false;
    }
}

void ReifiedStatements::finish() {
    const bool whole = !now_.subject.empty() && !now_.predicate.empty() && !now_.object.empty();
    if (any_ && whole) handler_(now_);
    now_ = {};
    any_ = false;
}

}  // namespace lede
