// Short texts of any kind on their whole way: article, facts, RDF. Reads all models at the start.
#include <set>

#include <lede/base/error.hpp>
#include <lede/base/utf8.hpp>
#include <lede/pipeline/explanation.hpp>
#include <lede/pipeline/pipeline.hpp>
#include <lede/pipeline/rejected_lines.hpp>
#include <lede/rdf/article_quads.hpp>
#include <lede/rdf/rdf_reader.hpp>
#include <lede/rdf/rdf_writer.hpp>
#include <lede/rdf/statement_line.hpp>
#include <lede/text/charset.hpp>
#include <lede/text/plain_text.hpp>

#include "fuzz.hpp"

using namespace lede;

namespace {

const Pipeline& pipeline() {
    PipelineOptions options;
    options.extraction.open = options.extraction.rejected = options.extraction.explain = true;
    static const Pipeline pipeline(options);
    return pipeline;
}

void check_spans(const ArticleFacts& facts) {
    const Span whole{0, static_cast<std::uint32_t>(facts.text.size())};
    const auto inside = [&](Span span) {
        return span.begin <= span.end && whole.contains(span) && is_valid_utf8(slice(facts.text, span));
    };
    for (const Entity& entity : facts.entities) {
        fuzz::require(!entity.name.empty(), "an entity without a name");
        for (const Span span : entity.mentions)
            fuzz::require(inside(span) && !span.empty(), "a mention outside the text");
        for (const Span span : entity.references) fuzz::require(inside(span), "a reference outside the text");
    }
    for (const Fact& fact : facts.facts) {
        fuzz::require(fact.subject < facts.entities.size(), "a fact of no entity");
        fuzz::require(!fact.evidence.empty(), "a fact without evidence");
        for (const Evidence& evidence : fact.evidence) {
            fuzz::require(inside(evidence.sentence) && inside(evidence.subject) && inside(evidence.object),
                          "evidence outside the text");
            fuzz::require(evidence.confidence >= 0 && evidence.confidence <= 1, "a confidence that is none");
        }
    }
    for (const Quotation& quotation : facts.quotations) {
        fuzz::require(inside(quotation.span) && inside(quotation.sentence), "a quotation outside the text");
        fuzz::require(!quotation.speaker || *quotation.speaker < facts.entities.size(), "a speaker that is no entity");
    }
}

/// What is written in Turtle or TriG must be what the lines say.
void check_graph(const ArticleFacts& facts, Provenance provenance, Syntax syntax) {
    RdfOptions options;
    options.provenance = provenance;
    options.activity = {"1", "--open", "checksum"};
    const std::vector<std::string> lines = to_nquads(facts, options);
    std::set<std::string> expected, sorted;
    for (const std::string& line : lines) sorted.insert(to_sortable(line, syntax));
    std::string text, plain;
    RdfWriter writer({syntax, options.base, {}}, [&](std::string_view part) { text += part; });
    for (const std::string& line : sorted) writer.write(line);
    writer.finish();
    for (const std::string& line : lines) plain += line + "\n";
    const auto read = [](std::string_view bytes, Syntax form) {
        std::set<std::string> result;
        read_rdf(bytes, form, {}, [&](const Quad& quad, std::size_t) { result.insert(to_nquad(quad)); });
        return result;
    };
    try {
        fuzz::require(read(text, syntax) == read(plain, Syntax::nquads),
                      "another graph in " + std::string(to_string(syntax)) + ":\n" + text);
    } catch (const InputError& error) {
        fuzz::require(false, std::string(error.what()) + "\n" + text);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    Article article = parse_plain_text(decode_text(fuzz::view(bytes, size)));
    if (article.text.empty()) return 0;
    article.info.id = "fuzz";
    const ArticleFacts facts = pipeline().extract(article);
    check_spans(facts);
    check_graph(facts, Provenance::sentence, Syntax::turtle);
    check_graph(facts, Provenance::graph, Syntax::trig);
    check_graph(facts, Provenance::rdf12, Syntax::turtle);
    fuzz::require(is_valid_utf8(explain(facts, pipeline().ontology(), plain_marks)),
                  "an explanation that is not UTF-8");
    fuzz::require(is_valid_utf8(explain_json(facts, pipeline().ontology())), "JSON that is not UTF-8");
    fuzz::require(is_valid_utf8(rejected_lines(facts)), "a list that is not UTF-8");
    return 0;
}
