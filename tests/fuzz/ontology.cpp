// Bytes of any kind as an ontology in Turtle, and as an example sentence with its marks.
#include <lede/base/error.hpp>
#include <lede/ontology/read_ontology.hpp>
#include <lede/rdf/rdf_reader.hpp>

#include "fuzz.hpp"

using namespace lede;

namespace {

void read_example(std::string_view text) {
    std::string problem;
    const std::optional<Example> example = parse_example(text, problem, true);
    fuzz::require(example.has_value() == problem.empty(), "an example with a problem, or without one and none");
    if (!example) return;
    fuzz::require(example->subject.end <= example->text.size() && example->object.end <= example->text.size(),
                  "a mark outside the example");
    const std::optional<Example> again = parse_example(example->marked(), problem, true);
    fuzz::require(
        again && again->text == example->text && again->subject == example->subject && again->object == example->object,
        "an example that reads otherwise when it is written again");
}

StatementReader reader_of(std::string_view bytes) {
    return [bytes](const std::filesystem::path&, const std::function<void(const OntologyStatement&)>& handler) {
        read_rdf(bytes, Syntax::turtle,
                 {.path = "ontology.ttl", .blank_prefix = {}, .on_prefix = {}, .on_base = {}, .on_triple_terms = {}},
                 [&](const Quad& quad, std::size_t line) {
                     const auto text = [](const Term& term) {
                         return term.kind == Term::Kind::blank ? "_:" + term.value : term.value;
                     };
                     handler({text(quad.subject), quad.predicate, text(quad.object), quad.object.is_iri(),
                              quad.object.language, line});
                 });
    };
}

void ask(const Ontology& ontology) {
    for (const OntologyClass& one : ontology.classes()) {
        fuzz::require(ontology.is_a(one.iri, one.iri), "a class that is not itself");
        fuzz::require(ontology.depth(one.iri) <= static_cast<int>(ontology.classes().size()),
                      "a class deeper than there are classes");
        for (const std::string& above : ontology.ancestors(one.iri))
            fuzz::require(ontology.is_a(one.iri, above), "a class that is not below its ancestor");
        ontology.are_disjoint(one.iri, ontology.classes().front().iri);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view input = fuzz::view(bytes, size);
    read_example(input);
    Ontology ontology;
    try {
        read_ontology("ontology.ttl", reader_of(input), ontology, {});
    } catch (const InputError&) {  // what the user is told
    }
    check_ontology(ontology, {});
    ask(ontology);
    return 0;
}
