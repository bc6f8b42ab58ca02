// Checks a graph that the program made from articles against the ontology and the articles themselves: every term is
// known, domains and ranges hold, and every span gives back the words that it stands for. Used by outputs.sh.
// Usage: check_graph GRAPH.nt ARTICLE…   (from the folder from which the articles were extracted)
#include <algorithm>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <lede/base/utf8.hpp>
#include <lede/base/word_list.hpp>
#include <lede/ontology/read_ontology.hpp>
#include <lede/pipeline/data_folder.hpp>
#include <lede/rdf/article_quads.hpp>
#include <lede/rdf/rdf_reader.hpp>
#include <lede/text/read_articles.hpp>

using namespace lede;

namespace {

const std::string schema = "https://schema.org/";
const std::string own = "https://w3id.org/lede#";
const std::string rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const std::string prov = "http://www.w3.org/ns/prov#";
const std::string nif = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#";
const std::string xsd = "http://www.w3.org/2001/XMLSchema#";

/// What the program says of articles, runs and evidence besides the terms of its ontology.
const std::set<std::string> metadata = {
    rdf + "type",
    rdf + "subject",
    rdf + "predicate",
    rdf + "object",
    "http://www.w3.org/2000/01/rdf-schema#label",
    prov + "wasDerivedFrom",
    prov + "used",
    nif + "anchorOf",
    nif + "beginIndex",
    nif + "endIndex",
    nif + "referenceContext",
    schema + "url",
    schema + "inLanguage",
    schema + "position",
    schema + "softwareVersion",
    own + "status",
    own + "options",
    own + "model",
};
const std::set<std::string> metadata_classes = {rdf + "Statement", prov + "Activity", nif + "Sentence"};

using Node = std::multimap<std::string, Term>;

/// The words from one code point to another; empty if they do not lie inside.
std::optional<std::string> words_at(const std::string& text, std::size_t begin, std::size_t end) {
    std::size_t at = 0, byte = 0, first = std::string::npos;
    for (; byte < text.size() && at < end; ++at) {
        if (at == begin) first = byte;
        next_code_point(text, byte);
    }
    if (at != end || first == std::string::npos) return std::nullopt;
    return text.substr(first, byte - first);
}

/// As a quotation's text has it: on one line.
std::string on_one_line(const std::string& text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        const bool space = is_space(next_code_point(text, at));
        if (!space) result += text.substr(from, at - from);
        if (space && !result.empty() && result.back() != ' ') result += ' ';
    }
    return result;
}

class Checker {
  public:
    Checker(Ontology ontology, std::map<std::string, std::string> texts)
        : ontology_(std::move(ontology)), texts_(std::move(texts)) {}

    void add(const Quad& quad) { nodes_[quad.subject.value].emplace(quad.predicate, quad.object); }

    bool run() {
        for (const auto& [iri, node] : nodes_) {
            check_node(iri, node);
            for (const auto& [predicate, object] : node) check_statement(iri, predicate, object);
        }
        std::cout << nodes_.size() << " things, " << facts_ << " statements with domain and range, " << spans_
                  << " spans, " << wrong_ << " wrong\n";
        return wrong_ == 0 && facts_ > 0 && spans_ > 0;
    }

  private:
    Ontology ontology_;
    std::map<std::string, std::string> texts_;
    std::map<std::string, Node> nodes_;
    int facts_ = 0, spans_ = 0, wrong_ = 0;

    void complain(const std::string& what, const std::string& iri) {
        ++wrong_;
        std::cout << what << ": " << iri << "\n";
    }

    std::vector<std::string> values(const std::string& iri, const std::string& predicate) const {
        std::vector<std::string> result;
        const auto node = nodes_.find(iri);
        if (node == nodes_.end()) return result;
        const auto [from, to] = node->second.equal_range(predicate);
        for (auto at = from; at != to; ++at) result.push_back(at->second.value);
        return result;
    }
    bool has(const std::string& iri, const std::string& predicate, const std::string& value) const {
        const auto all = values(iri, predicate);
        return std::find(all.begin(), all.end(), value) != all.end();
    }

    void check_node(const std::string& iri, const Node& node) {
        const auto types = values(iri, rdf + "type");
        if (types.empty()) complain("has no class", iri);
        bool entity = false;
        for (const std::string& type : types) {
            const OntologyClass* known = ontology_.find_class(type);
            if (!known && !metadata_classes.contains(type)) complain("is of an unknown class " + type, iri);
            entity = entity || (known && known->extracted);
        }
        if (entity && !node.contains(schema + "name")) complain("has no name", iri);
        check_span(iri);
        for (const std::string& confidence : values(iri, own + "confidence"))
            if (const double score = std::stod(confidence); score < 0 || score > 1) complain("confidence", iri);
        for (const std::string& source : values(iri, prov + "wasDerivedFrom"))
            if (!has(source, rdf + "type", nif + "Sentence")) complain("is derived from no sentence", iri);
    }

    /// `article#char=12,80` and `article#quotation=12,80`: code points, half-open.
    void check_span(const std::string& iri) {
        const auto hash = iri.find('#');
        const std::string part = hash == std::string::npos ? "" : iri.substr(hash + 1);
        const bool sentence = part.starts_with("char=");
        if (!sentence && !part.starts_with("quotation=")) return;
        ++spans_;
        const auto equals = part.find('='), comma = part.find(',');
        const std::string begin = part.substr(equals + 1, comma - equals - 1), end = part.substr(comma + 1);
        const auto text = texts_.find(iri.substr(0, hash));
        if (text == texts_.end()) return complain("is a part of no article", iri);
        const auto words = words_at(text->second, std::stoul(begin), std::stoul(end));
        if (!words) return complain("lies outside of its article", iri);
        if (!sentence) {
            if (!has(iri, schema + "text", on_one_line(*words))) complain("other words stand in the article", iri);
            return;
        }
        if (!has(iri, nif + "anchorOf", *words)) complain("other words stand in the article", iri);
        if (!has(iri, nif + "beginIndex", begin) || !has(iri, nif + "endIndex", end)) complain("other bounds", iri);
    }

    void check_statement(const std::string& iri, const std::string& predicate, const Term& object) {
        const Property* property = ontology_.find_property(predicate);
        if (!property && !metadata.contains(predicate)) return complain("unknown property " + predicate, iri);
        if (predicate == rdf + "predicate" && !ontology_.find_property(object.value))
            complain("speaks of an unknown property " + object.value, iri);
        if (!property) return;
        ++facts_;
        const bool term = predicate == schema + "startDate" || predicate == schema + "endDate";
        const bool statement = has(iri, rdf + "type", rdf + "Statement") || !values(iri, rdf + "predicate").empty();
        if (!admits(property->domain, iri) && !(term && statement))
            complain("is outside the domain of " + predicate, iri);
        if (property->datatype ? !is_literal(*property->datatype, object) : !is_in_range(*property, object))
            complain("its object is outside the range of " + predicate + ", " + object.value, iri);
    }

    bool admits(const std::vector<std::string>& classes, const std::string& iri) const {
        const auto types = values(iri, rdf + "type");
        return std::any_of(types.begin(), types.end(),
                           [&](const auto& type) { return ontology_.admits(classes, type); });
    }
    bool is_in_range(const Property& property, const Term& object) const {
        return object.is_iri() && admits(property.range, object.value);
    }
    /// A date may be as exact as the text is.
    static bool is_literal(Datatype wanted, const Term& object) {
        if (!object.is_literal()) return false;
        if (wanted == Datatype::string) return object.datatype.empty();
        if (wanted == Datatype::date && (object.datatype == xsd + "gYear" || object.datatype == xsd + "gYearMonth"))
            return true;
        return object.datatype == iri_of(wanted);
    }
};

std::vector<std::string> read_suspicious_words(const DataFolder& folder) {
    std::vector<std::string> words;
    const WordList list(folder.suspicious_words());
    for (const auto& row : list.rows()) words.push_back(row.front());
    std::sort(words.begin(), words.end());
    return words;
}

int run(const std::vector<std::string>& arguments) {
    const auto ignore = [](const Diagnostic&) {};
    const DataFolder folder = find_data_folder();
    ReadOptions options;
    options.suspicious_words = read_suspicious_words(folder);
    std::map<std::string, std::string> texts;
    const auto keep = [&](Article&& article) { texts[iri_of(article.info, RdfOptions())] = std::move(article.text); };
    for_each_article({arguments.begin() + 1, arguments.end()}, options, keep, ignore);

    Checker checker(read_ontologies(folder.ontology_files(), make_statement_reader<OntologyStatement>(), ignore),
                    std::move(texts));
    read_rdf_file(arguments.front(), [&](const Quad& quad, std::size_t) { checker.add(quad); });
    return checker.run() ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 3) {
        std::cerr << "usage: check_graph GRAPH.nt ARTICLE...\n";
        return 2;
    }
    try {
        return run({arguments + 1, arguments + count});
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return 1;
    }
}
