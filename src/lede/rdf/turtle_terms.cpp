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

bool is_plain(char c) {
    return is_letter(c) || is_digit(c) || c == '_' || c == '-';
}

/// Where the plain characters at the end of an IRI begin.
std::size_t begin_of_plain_end(std::string_view iri) {
    std::size_t at = iri.size();
    while (at > 0 && is_plain(iri[at - 1])) --at;
    return at;
}

/// Whether a relative IRI resolves to the base with it appended: it begins with a plain segment, and has no empty or
/// dotted ones.
bool is_plain_relative(std::string_view relative) {
    if (relative.empty() || !(is_letter(relative[0]) || is_digit(relative[0]))) return false;
    const std::string_view first = relative.substr(0, relative.find_first_of("/?#"));
    if (first.find(':') != std::string_view::npos) return false;
    std::string_view path = relative.substr(0, relative.find_first_of("?#"));
    while (true) {
        const std::size_t end = path.find('/');
        const std::string_view segment = path.substr(0, end);
        if (segment == "." || segment == "..") return false;
        // A path that ends in "/" has its own empty last segment, which resolving keeps.
        if (end == std::string_view::npos) return true;
        if (segment.empty()) return false;
        path.remove_prefix(end + 1);
    }
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
    for (const auto& [name, iri] : prefixes_) {
        const bool usual = !iri.empty() && !is_plain(iri.back());
        // Of several names for one namespace the first is used.
        if (usual) spaces_.try_emplace(iri, name);
        if (!usual) odd_spaces_.emplace_back(iri, name);
    }
    std::stable_sort(odd_spaces_.begin(), odd_spaces_.end(),
                     [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
}

std::string TurtleTerms::header() const {
    std::string text;
    if (!base_.empty()) text += "@base <" + base_ + "> .\n";
    for (const auto& [name, iri] : prefixes_) text += "@prefix " + name + ": <" + iri + "> .\n";
    return text;
}

void TurtleTerms::append_predicate(std::string& text, std::string_view term) const {
    if (term.size() > 2 && term.substr(1, term.size() - 2) == terms::type)
        text += 'a';
    else
        append(text, term);
}

std::string TurtleTerms::shorten(std::string_view term) const {
    std::string text;
    append(text, term);
    return text;
}

void TurtleTerms::append(std::string& text, std::string_view term) const {
    if (term.starts_with("<<")) {
        const StatementParts parts = split_triple_term(term);
        append(text += "<<( ", parts.subject);
        append_predicate(text += ' ', parts.predicate);
        append(text += ' ', parts.object);
        text += " )>>";
    } else if (term.starts_with('<')) {
        append_iri(text, term.substr(1, term.size() - 2));
    } else if (term.starts_with('"')) {
        append_literal(text, term);
    } else {
        text += term;
    }
}

void TurtleTerms::append_iri(std::string& text, std::string_view iri) const {
    // A namespace that ends in no plain character can only end where the plain characters at the end begin.
    const std::size_t cut = begin_of_plain_end(iri);
    const bool may_be_local = cut < iri.size() && (is_letter(iri[cut]) || iri[cut] == '_');
    const auto usual = may_be_local ? spaces_.find(iri.substr(0, cut)) : spaces_.end();
    const std::size_t usual_size = usual == spaces_.end() ? 0 : cut;
    for (const auto& [space, name] : odd_spaces_) {
        if (space.size() < usual_size || !iri.starts_with(space) || !is_plain_local(iri.substr(space.size()))) continue;
        text.append(name).append(":").append(iri.substr(space.size()));
        return;
    }
    if (usual != spaces_.end()) {
        text.append(usual->second).append(":").append(iri.substr(cut));
        return;
    }
    if (!base_.empty() && iri.starts_with(base_) && is_plain_relative(iri.substr(base_.size()))) {
        iri.remove_prefix(base_.size());
    }
    text.append("<").append(iri).append(">");
}

void TurtleTerms::append_literal(std::string& text, std::string_view literal) const {
    if (!literal.ends_with('>')) {
        text += literal;
        return;
    }
    const std::size_t mark = literal.rfind("\"^^<");
    const std::string_view datatype = literal.substr(mark + 4, literal.size() - mark - 5);
    const std::string_view lexical = literal.substr(1, mark - 1);
    const std::string_view xsd = "http://www.w3.org/2001/XMLSchema#";
    if (datatype.starts_with(xsd)) {
        const std::string_view local = datatype.substr(xsd.size());
        const bool is_bare = (local == "integer" && is_number(lexical, false)) ||
                             (local == "decimal" && is_number(lexical, true)) ||
                             (local == "boolean" && (lexical == "true" || lexical == "false"));
        if (is_bare) {
            text += lexical;
            return;
        }
    }
    append_iri(text += literal.substr(0, mark + 3), datatype);
}

}  // namespace lede
