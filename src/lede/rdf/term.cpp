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

/// Bytes that IRIREF of N-Triples and Turtle excludes.
bool is_excluded_from_iri(unsigned char byte) {
    return byte <= 0x20 || std::string_view("<>\"{}|^`\\").find(static_cast<char>(byte)) != std::string_view::npos;
}

/// Whether the text begins with a control character of two bytes, U+0080 to U+009F, which terminals obey as they do ESC.
bool is_control(std::string_view text) {
    return text.size() > 1 && text[0] == '\xC2' && static_cast<unsigned char>(text[1]) < 0xA0;
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
    for (char c : iri) {
        const auto byte = static_cast<unsigned char>(c);
        if (is_excluded_from_iri(byte)) {
            append_escape(line, byte);
        } else {
            line += c;
        }
    }
    line += '>';
}

void append_quoted(std::string& line, std::string_view lexical) {
    line += '"';
    for (std::size_t at = 0; at < lexical.size(); ++at) {
        const char c = lexical[at];
        if (is_control(lexical.substr(at))) {
            append_escape(line, static_cast<unsigned char>(lexical[++at]));
            continue;
        }
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
                // Other control characters break terminals and some parsers when they stand as they are.
                if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
                    append_escape(line, static_cast<unsigned char>(c));
                } else {
                    line += c;
                }
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
