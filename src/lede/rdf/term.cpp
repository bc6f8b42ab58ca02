#include <array>
#include <cstddef>
#include <cstdio>

#include <lede/model/literal.hpp>
#include <lede/rdf/term.hpp>

namespace lede {
namespace {

void append_escape(std::string& line, unsigned char byte) {
    char buffer[8];
    std::snprintf(buffer, sizeof buffer, "\\u%04X", byte);
    line += buffer;
}

/// Of each byte, whether IRIREF of N-Triples and Turtle excludes it.
constexpr std::array<bool, 256> make_excluded_from_iri() {
    std::array<bool, 256> excluded{};
    for (std::size_t byte = 0; byte <= 0x20; ++byte) excluded[byte] = true;
    for (const char c : std::string_view("<>\"{}|^`\\")) excluded[static_cast<unsigned char>(c)] = true;
    return excluded;
}

/// Of each byte, whether it is not written as it is in a literal. Control characters break terminals and some parsers.
constexpr std::array<bool, 256> make_escaped_in_literal() {
    std::array<bool, 256> escaped{};
    for (std::size_t byte = 0; byte < 0x20; ++byte) escaped[byte] = true;
    for (const char c : std::string_view("\"\\\x7F")) escaped[static_cast<unsigned char>(c)] = true;
    return escaped;
}

constexpr std::array<bool, 256> excluded_from_iri = make_excluded_from_iri();
constexpr std::array<bool, 256> escaped_in_literal = make_escaped_in_literal();

/// Appends the text up to the first byte of the set, and cuts that much off it.
void append_before(std::string& line, std::string_view& text, const std::array<bool, 256>& set) {
    std::size_t size = 0;
    while (size < text.size() && !set[static_cast<unsigned char>(text[size])]) ++size;
    line.append(text.substr(0, size));
    text.remove_prefix(size);
}

}  // namespace

Term make_iri(std::string_view iri) {
    return {Term::Kind::iri, std::string(iri), {}, {}};
}

Term make_literal(std::string_view lexical, std::string_view datatype) {
    if (datatype == iri_of(Datatype::string)) datatype = {};
    return {Term::Kind::literal, std::string(lexical), std::string(datatype), {}};
}

void append_iri(std::string& line, std::string_view iri) {
    line += '<';
    for (append_before(line, iri, excluded_from_iri); !iri.empty(); append_before(line, iri, excluded_from_iri)) {
        append_escape(line, static_cast<unsigned char>(iri.front()));
        iri.remove_prefix(1);
    }
    line += '>';
}

void append_quoted(std::string& line, std::string_view lexical) {
    line += '"';
    for (append_before(line, lexical, escaped_in_literal); !lexical.empty();
         append_before(line, lexical, escaped_in_literal)) {
        const char c = lexical.front();
        lexical.remove_prefix(1);
        switch (c) {
            case '"':
                line += "\\\"";
                break;
            case '\\':
                line += "\\\\";
                break;
            case '\n':
                line += "\\n";
                break;
            case '\r':
                line += "\\r";
                break;
            case '\t':
                line += "\\t";
                break;
            case '\b':
                line += "\\b";
                break;
            case '\f':
                line += "\\f";
                break;
            default:
                append_escape(line, static_cast<unsigned char>(c));
        }
    }
    line += '"';
}

void append_ntriples(std::string& line, const Term& term) {
    switch (term.kind) {
        case Term::Kind::iri:
            append_iri(line, term.value);
            break;
        case Term::Kind::blank:
            line.append("_:").append(term.value);
            break;
        case Term::Kind::literal:
            append_quoted(line, term.value);
            if (!term.language.empty()) {
                line.append("@").append(term.language);
            } else if (!term.datatype.empty()) {
                append_iri(line += "^^", term.datatype);
            }
            break;
    }
}

std::string to_ntriples(const Term& term) {
    std::string result;
    append_ntriples(result, term);
    return result;
}

std::string to_nquad(const Quad& quad) {
    std::string line;
    line.reserve(quad.subject.value.size() + quad.predicate.size() + quad.object.value.size() +
                 quad.graph.value.size() + 32);
    append_ntriples(line, quad.subject);
    append_iri(line += ' ', quad.predicate);
    append_ntriples(line += ' ', quad.object);
    if (!quad.graph.value.empty()) append_ntriples(line += ' ', quad.graph);
    return line += " .";
}

}  // namespace lede
