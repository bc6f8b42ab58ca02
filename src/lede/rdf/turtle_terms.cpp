#include <algorithm>

#include <lede/rdf/statement_line.hpp>
#include <lede/rdf/turtle_terms.hpp>
#include <lede/rdf/vocabulary.hpp>

namespace lede {
namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Local names that need no escapes in any version of Turtle; a smaller set than PN_LOCAL allows, on purpose.
bool is_plain_local(std::string_view local) {
    return !local.empty() && (is_letter(local[0]) || local[0] == '_') &&
           std::all_of(local.begin(), local.end(),
                       [](char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-'; });
}

/// Whether a relative IRI resolves to the base with it appended: it begins with a plain segment, and has no empty or
/// dotted ones.
bool is_plain_relative(std::string_view relative) {
    if (relative.empty() || !(is_letter(relative[0]) || is_digit(relative[0]))) return false;
    const std::string_view first = relative.substr(0, relative.find_first_of("/?#"));
    if (first.find(':') != std::string_view::npos) return false;
    const std::string path = "/" + std::string(relative.substr(0, relative.find_first_of("?#"))) + "/";
    for (const char* bad : {"//", "/./", "/../"}) {
        // A path that ends in "/" has its own empty last segment, which resolving keeps.
        const std::size_t at = path.find(bad);
        if (at != std::string::npos && !(bad == std::string_view("//") && at + 2 == path.size())) return false;
    }
    return true;
}

/// INTEGER or DECIMAL of Turtle, whose bare form means the same literal.
bool is_number(std::string_view text, bool with_point) {
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
    const std::size_t point = text.find('.');
    if ((point != std::string_view::npos) != with_point || text.empty() || text.back() == '.' || text.front() == '.')
        return false;
    return std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '.'; }) &&
           std::count(text.begin(), text.end(), '.') <= 1;
}

}  // namespace

TurtleTerms::TurtleTerms(std::string_view base, const std::map<std::string, std::string>& prefixes)
    : base_(base.ends_with('/') ? base : ""), prefixes_(prefixes) {
    for (const auto& [name, iri] : terms::prefixes) prefixes_.insert_or_assign(std::string(name), std::string(iri));
    for (const auto& [name, iri] : prefixes_) spaces_.emplace_back(iri, name);
    std::stable_sort(spaces_.begin(), spaces_.end(),
                     [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
}

std::string TurtleTerms::header() const {
    std::string text;
    if (!base_.empty()) text += "@base <" + base_ + "> .\n";
    for (const auto& [name, iri] : prefixes_) text += "@prefix " + name + ": <" + iri + "> .\n";
    return text;
}

std::string TurtleTerms::shorten_predicate(std::string_view term) const {
    if (term.size() > 2 && term.substr(1, term.size() - 2) == terms::type) return "a";
    return shorten(term);
}

std::string TurtleTerms::shorten(std::string_view term) const {
    if (term.starts_with("<<")) {
        const StatementParts parts = split_triple_term(term);
        return "<<( " + shorten(parts.subject) + " " + shorten_predicate(parts.predicate) + " " +
               shorten(parts.object) + " )>>";
    }
    if (term.starts_with('<')) return shorten_iri(term.substr(1, term.size() - 2));
    if (term.starts_with('"')) return shorten_literal(term);
    return std::string(term);
}

std::string TurtleTerms::shorten_iri(std::string_view iri) const {
    for (const auto& [space, name] : spaces_) {
        if (iri.starts_with(space) && is_plain_local(iri.substr(space.size()))) {
            return name + ":" + std::string(iri.substr(space.size()));
        }
    }
    if (!base_.empty() && iri.starts_with(base_) && is_plain_relative(iri.substr(base_.size()))) {
        iri.remove_prefix(base_.size());
    }
    return "<" + std::string(iri) + ">";
}

std::string TurtleTerms::shorten_literal(std::string_view literal) const {
    if (!literal.ends_with('>')) return std::string(literal);
    const std::size_t mark = literal.rfind("\"^^<");
    const std::string_view datatype = literal.substr(mark + 4, literal.size() - mark - 5);
    const std::string_view lexical = literal.substr(1, mark - 1);
    const std::string_view xsd = "http://www.w3.org/2001/XMLSchema#";
    if (datatype.starts_with(xsd)) {
        const std::string_view local = datatype.substr(xsd.size());
        const bool is_bare = (local == "integer" && is_number(lexical, false)) ||
                             (local == "decimal" && is_number(lexical, true)) ||
                             (local == "boolean" && (lexical == "true" || lexical == "false"));
        if (is_bare) return std::string(lexical);
    }
    return std::string(literal.substr(0, mark + 3)) + shorten_iri(datatype);
}

}  // namespace lede
