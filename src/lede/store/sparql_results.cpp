#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include <lede/store/sparql_results.hpp>

namespace lede {
namespace {

using nlohmann::json;

/// Deeper triple terms are a mistake or an attack.
constexpr int max_depth = 16;

[[noreturn]] void fail(const std::string& what) {
    throw StoreError("the store's answer is not in the JSON format of SPARQL results: " + what +
                     "; is the address that of a SPARQL query endpoint?");
}

const json& member(const json& object, const char* name, json::value_t type) {
    const auto found = object.is_object() ? object.find(name) : object.end();
    if (!object.is_object() || found == object.end()) fail(std::string("\"") + name + "\" is missing");
    if (found->type() != type) fail(std::string("\"") + name + "\" is of the wrong kind");
    return *found;
}

std::string text_of(const json& object, const char* name) {
    return member(object, name, json::value_t::string).get<std::string>();
}

std::string lower(std::string tag) {
    for (char& c : tag) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return tag;
}

class Parser {
  public:
    SparqlResults run(std::string_view text) {
        const json whole = parse(text);
        if (!whole.is_object()) fail("it is no object");
        if (whole.contains("boolean")) {
            results_.boolean = member(whole, "boolean", json::value_t::boolean).get<bool>();
            return std::move(results_);
        }
        for (const json& name : member(member(whole, "head", json::value_t::object), "vars", json::value_t::array)) {
            if (!name.is_string()) fail("a name in \"vars\" is no text");
            columns_.emplace(name.get<std::string>(), results_.variables.size());
            results_.variables.push_back(name.get<std::string>());
        }
        const json& results = member(whole, "results", json::value_t::object);
        for (const json& binding : member(results, "bindings", json::value_t::array)) add_row(binding);
        if (results_.variables == std::vector<std::string>{"__ASK_RETVAL"}) make_boolean();
        return std::move(results_);
    }

  private:
    SparqlResults results_;
    std::map<std::string, std::size_t> columns_;
    std::map<std::string, std::string> labels_;

    static json parse(std::string_view text) {
        try {
            return json::parse(text);
        } catch (const json::exception& error) {
            const std::string said = error.what();
            const std::size_t begin = said.find("] ");
            fail(begin == std::string::npos ? said : said.substr(begin + 2));
        }
    }

    void add_row(const json& binding) {
        if (!binding.is_object()) fail("a solution is no object");
        auto& row = results_.rows.emplace_back(results_.variables.size());
        for (const auto& [name, value] : binding.items()) {
            const auto column = columns_.find(name);
            if (column == columns_.end()) fail("a solution binds \"" + name + "\", which is not among the variables");
            row[column->second] = parse_term(value, 0);
        }
    }

    ResultTerm parse_term(const json& value, int depth) {
        if (!value.is_object()) fail("a value is no object");
        const std::string type = text_of(value, "type");
        if (type == "triple") return parse_triple(value, depth);
        ResultTerm term;
        term.value = text_of(value, "value");
        if (type == "bnode") {
            term.kind = ResultTerm::Kind::blank;
            term.value = labels_.emplace(term.value, "b" + std::to_string(labels_.size())).first->second;
        } else if (type == "literal" || type == "typed-literal") {
            term.kind = ResultTerm::Kind::literal;
            if (value.contains("datatype")) term.datatype = text_of(value, "datatype");
            if (value.contains("xml:lang")) term.language = lower(text_of(value, "xml:lang"));
            if (!term.language.empty() || term.datatype == "http://www.w3.org/2001/XMLSchema#string")
                term.datatype.clear();
        } else if (type != "uri") {
            fail("a value is of the unknown type \"" + type + "\"");
        }
        return term;
    }

    ResultTerm parse_triple(const json& value, int depth) {
        if (depth == max_depth) fail("its triple terms are nested too deeply");
        const json& parts = member(value, "value", json::value_t::object);
        ResultTerm term;
        term.kind = ResultTerm::Kind::triple;
        for (const char* name : {"subject", "predicate", "object"})
            term.parts.push_back(parse_term(member(parts, name, json::value_t::object), depth + 1));
        return term;
    }

    void make_boolean() {
        if (results_.rows.size() > 1) fail("an ASK has more than one answer");
        const ResultTerm* answer = results_.rows.empty() ? nullptr : results_.cell(0, "__ASK_RETVAL");
        results_.boolean = answer && answer->value == "1";
        results_.variables.clear();
        results_.rows.clear();
    }
};

}  // namespace

const ResultTerm* SparqlResults::cell(std::size_t row, std::string_view variable) const {
    const auto at = std::find(variables.begin(), variables.end(), variable);
    if (at == variables.end() || row >= rows.size()) return nullptr;
    const auto& value = rows[row][static_cast<std::size_t>(at - variables.begin())];
    return value ? &*value : nullptr;
}

SparqlResults parse_sparql_results(std::string_view json) {
    return Parser().run(json);
}

std::string to_ntriples(const ResultTerm& term) {
    switch (term.kind) {
        case ResultTerm::Kind::triple:
            return "<<( " + to_ntriples(term.parts.at(0)) + " " + to_ntriples(term.parts.at(1)) + " " +
                   to_ntriples(term.parts.at(2)) + " )>>";
        case ResultTerm::Kind::blank:
            return to_ntriples(Term{Term::Kind::blank, term.value, {}, {}});
        case ResultTerm::Kind::literal:
            return to_ntriples(Term{Term::Kind::literal, term.value, term.datatype, term.language});
        case ResultTerm::Kind::iri:
            break;
    }
    return to_ntriples(make_iri(term.value));
}

}  // namespace lede
