#include <algorithm>

#include <nlohmann/json.hpp>

#include <lede/store/results_text.hpp>

namespace lede {
namespace {

using nlohmann::ordered_json;

constexpr std::string_view xsd = "http://www.w3.org/2001/XMLSchema#";

std::string csv_field(const std::string& text) {
    if (text.find_first_of("\",\r\n") == std::string::npos) return text;
    std::string field = "\"";
    for (char c : text) field += c == '"' ? std::string("\"\"") : std::string(1, c);
    return field + "\"";
}

std::string csv_value(const ResultTerm& term) {
    switch (term.kind) {
        case ResultTerm::Kind::blank:
            return "_:" + term.value;
        case ResultTerm::Kind::triple:
            return csv_field(to_ntriples(term));
        default:
            return csv_field(term.value);
    }
}

/// Digits with at most one point, and a sign in front: what Turtle reads as a number whose text is the same.
bool is_bare_number(std::string_view text, std::string_view datatype) {
    if (!datatype.starts_with(xsd)) return false;
    const std::string_view kind = datatype.substr(xsd.size());
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
    std::string_view exponent;
    if (const std::size_t at = text.find_first_of("eE"); at != std::string_view::npos) {
        exponent = text.substr(at + 1);
        if (!exponent.empty() && (exponent.front() == '-' || exponent.front() == '+')) exponent.remove_prefix(1);
        text = text.substr(0, at);
        if (exponent.empty() || exponent.find_first_not_of("0123456789") != std::string_view::npos) return false;
    }
    const auto points = std::count(text.begin(), text.end(), '.');
    if (text.empty() || text.find_first_not_of("0123456789.") != std::string_view::npos || text.back() == '.')
        return false;
    if (kind == "integer") return points == 0 && exponent.empty();
    if (kind == "decimal") return points == 1 && exponent.empty();
    return kind == "double" && points <= 1 && !exponent.empty();
}

std::string tsv_value(const ResultTerm& term) {
    if (term.kind == ResultTerm::Kind::literal && is_bare_number(term.value, term.datatype)) return term.value;
    return to_ntriples(term);
}

ordered_json json_value(const ResultTerm& term) {
    switch (term.kind) {
        case ResultTerm::Kind::iri:
            return {{"type", "uri"}, {"value", term.value}};
        case ResultTerm::Kind::blank:
            return {{"type", "bnode"}, {"value", term.value}};
        case ResultTerm::Kind::triple:
            return {{"type", "triple"},
                    {"value",
                     {{"subject", json_value(term.parts.at(0))},
                      {"predicate", json_value(term.parts.at(1))},
                      {"object", json_value(term.parts.at(2))}}}};
        case ResultTerm::Kind::literal:
            break;
    }
    ordered_json value = {{"type", "literal"}, {"value", term.value}};
    if (!term.datatype.empty()) value["datatype"] = term.datatype;
    if (!term.language.empty()) value["xml:lang"] = term.language;
    return value;
}

std::string boolean_line(const SparqlResults& results) {
    return *results.boolean ? "true\n" : "false\n";
}

}  // namespace

std::string to_csv(const SparqlResults& results) {
    if (results.boolean) return boolean_line(results);
    std::string text;
    for (std::size_t at = 0; at < results.variables.size(); ++at)
        text += (at > 0 ? "," : "") + csv_field(results.variables[at]);
    text += "\r\n";
    for (const auto& row : results.rows) {
        for (std::size_t at = 0; at < row.size(); ++at) {
            if (at > 0) text += ',';
            if (row[at]) text += csv_value(*row[at]);
        }
        text += "\r\n";
    }
    return text;
}

std::string to_tsv(const SparqlResults& results) {
    if (results.boolean) return boolean_line(results);
    std::string text;
    for (std::size_t at = 0; at < results.variables.size(); ++at)
        text += (at > 0 ? "\t?" : "?") + results.variables[at];
    text += "\n";
    for (const auto& row : results.rows) {
        for (std::size_t at = 0; at < row.size(); ++at) {
            if (at > 0) text += '\t';
            if (row[at]) text += tsv_value(*row[at]);
        }
        text += "\n";
    }
    return text;
}

std::string to_json(const SparqlResults& results) {
    if (results.boolean)
        return ordered_json{{"head", ordered_json::object()}, {"boolean", *results.boolean}}.dump() + "\n";
    const ordered_json variables = results.variables;
    std::string text = "{\"head\":{\"vars\":" + variables.dump() + "},\n\"results\":{\"bindings\":[";
    for (std::size_t number = 0; number < results.rows.size(); ++number) {
        ordered_json solution = ordered_json::object();
        for (std::size_t at = 0; at < results.variables.size(); ++at) {
            if (const auto& value = results.rows[number][at]) solution[results.variables[at]] = json_value(*value);
        }
        text += (number > 0 ? ",\n" : "\n") + solution.dump();
    }
    return text + "\n]}}\n";
}

}  // namespace lede
