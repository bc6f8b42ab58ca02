#include <array>
#include <string>
#include <support/catch.hpp>
#include <variant>
#include <vector>

#include <lede/pipeline/namesakes.hpp>

#include "generated_graphs.hpp"

using namespace lede;

namespace {

const std::string schema = "https://schema.org/";
const std::string person = "https://example.org/person/";
constexpr Provenance all_levels[] = {Provenance::none, Provenance::graph, Provenance::sentence, Provenance::rdf12};
constexpr Provenance with_sources[] = {Provenance::graph, Provenance::sentence, Provenance::rdf12};

Ontology make_ontology() {
    Ontology ontology;
    for (const char* name : {"Person", "Organization", "Player"}) {
        OntologyClass one;
        one.iri = schema + name;
        one.shares_names = one.iri == schema + "Person";
        if (one.iri == schema + "Player") one.parents = {schema + "Person"};
        ontology.add(one);
    }
    for (const char* name : {"birthDate", "deathDate", "foundingDate"}) {
        Property date;
        date.iri = schema + name;
        date.datatype = Datatype::date;
        date.functional = true;
        ontology.add(date);
    }
    Property knows;
    knows.iri = schema + "knows";
    knows.symmetric = true;
    ontology.add(knows);
    return ontology;
}

/// What an article says of Karen Moor: a year of birth or 0, and an employer or nothing.
struct Report {
    std::string id;
    std::int16_t born;
    std::string employer = {};
    std::string class_name = "Person";
};

Fact make_fact(EntityId subject, const std::string& property, std::variant<EntityId, Literal> object) {
    Fact fact;
    fact.subject = subject;
    fact.property_iri = schema + property;
    fact.object = std::move(object);
    fact.evidence = {{{0, 12}, {}, {}, {}, 0.75}};
    return fact;
}

ArticleFacts to_facts(const Report& report) {
    ArticleFacts facts;
    facts.article.id = report.id;
    facts.text = "One said it.";
    facts.entities.push_back({"Karen Moor", {}, schema + report.class_name, {}, {}});
    if (!report.employer.empty()) {
        facts.entities.push_back({report.employer, {}, schema + "Organization", {}, {}});
        facts.facts.push_back(make_fact(0, "worksFor", EntityId{1}));
    }
    if (report.born > 0) facts.facts.push_back(make_fact(0, "birthDate", to_literal(Date{report.born, 0, 0})));
    facts.quotations.push_back({{0, 12}, "One", 0, {0, 12}});
    return facts;
}

/// An article about some of four people, of whom two share a name. Another version says something else.
ArticleFacts make_people(std::uint32_t number, std::uint32_t version) {
    Dice dice(number * 1000 + version);
    ArticleFacts facts;
    facts.article.id = "a" + std::to_string(number);
    facts.text = "One said it.";
    for (const char* name : {"Karen Moor", "Karen Moor 1931", "Bo Ray"})
        facts.entities.push_back({name, {}, schema + "Person", {}, {}});
    facts.entities.push_back({"Mill", {}, schema + "Organization", {}, {}});
    facts.entities.push_back({"Forge", {}, schema + "Organization", {}, {}});
    if (number % 2 == 1) facts.entities[0].aliases = {"Dr Moor"};
    constexpr std::array<std::int16_t, 5> years{1931, 1933, 1935, 1984, 1984};
    for (int i = 0; i < 5; ++i) {
        const EntityId subject = dice.throw_one(3) == 0 ? 1 + dice.throw_one(2) : 0;
        const std::uint32_t kind = dice.throw_one(4);
        if (kind < 2) {
            const Date year{years[dice.throw_one(5)], 0, 0};
            facts.facts.push_back(make_fact(subject, kind == 0 ? "birthDate" : "deathDate", to_literal(year)));
        } else {
            facts.facts.push_back(make_fact(subject, kind == 2 ? "worksFor" : "knows", dice.throw_one(5)));
        }
        facts.facts.back().status = dice.throw_one(6) == 0 ? Status::denied : Status::asserted;
    }
    return facts;
}

/// Writes articles into files and merges them.
class Graphs {
  public:
    explicit Graphs(Provenance provenance) { rdf_.provenance = provenance; }

    std::string write(const std::vector<ArticleFacts>& articles) {
        rdf_.activity = {"1.0", "", "m"};
        rdf_.symmetric = {schema + "knows"};
        std::string lines;
        for (const ArticleFacts& facts : articles) {
            for (const std::string& line : to_nquads(facts, rdf_)) lines += line + "\n";
        }
        return keep(lines);
    }
    std::string write(const std::vector<Report>& reports) {
        std::vector<ArticleFacts> articles;
        for (const Report& one : reports) articles.push_back(to_facts(one));
        return write(articles);
    }
    std::string keep(const std::string& text) { return folder_.write(std::to_string(++count_) + ".nq", text); }

    std::string merged(const std::vector<std::string>& files, MergeGraphsOptions options = {}) {
        options.joins = &ontology_;
        return merge(files, std::move(options));
    }
    std::string merged_reports(const std::vector<Report>& reports, MergeGraphsOptions options = {}) {
        return merged({write(reports)}, std::move(options));
    }

  private:
    TemporaryFolder folder_;
    Ontology ontology_ = make_ontology();
    RdfOptions rdf_;
    int count_ = 0;
};

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string birth(const std::string& name, int year) {
    return "<" + person + name + "> <" + schema + "birthDate> \"" + std::to_string(year) + "\"";
}
std::string works(const std::string& name, const std::string& firm) {
    return "<" + person + name + "> <" + schema + "worksFor> <https://example.org/organization/" + firm + ">";
}
std::string mention(const std::string& article, const std::string& name) {
    return "<https://example.org/news-article/" + article + "> <" + schema + "mentions> <" + person + name + ">";
}
std::string name_line(const std::string& name) {
    return "<" + person + name + "> <" + schema + "name> \"Karen Moor\"";
}

}  // namespace

TEST_CASE("Two people of one name get an IRI each, in all that their articles say of them", "[namesakes]") {
    for (const Provenance level : with_sources) {
        Graphs graphs(level);
        const std::string all = graphs.merged_reports({{"x", 1931, "Mill"}, {"y", 1984, "Forge"}});
        CHECK(has(all, birth("karen-moor-1931", 1931)));
        CHECK(has(all, birth("karen-moor-1984", 1984)));
        CHECK(has(all, works("karen-moor-1931", "mill")));
        CHECK(has(all, works("karen-moor-1984", "forge")));
        CHECK(has(all, mention("x", "karen-moor-1931")));
        CHECK(has(all, mention("y", "karen-moor-1984")));
        CHECK(has(all, name_line("karen-moor-1931")));
        CHECK(has(all, name_line("karen-moor-1984")));
        CHECK(has(all, "#quotation=0,12> <" + schema + "creator> <" + person + "karen-moor-1931>"));
        CHECK_FALSE(has(all, "karen-moor>"));
        CHECK(has(all, "<<( <" + person + "karen-moor-1984>") == (level == Provenance::rdf12));
    }
}

TEST_CASE("Which names are shared is told with what tells the people apart", "[namesakes]") {
    Graphs graphs(Provenance::sentence);
    const Ontology ontology = make_ontology();
    MergeGraphsOptions options;
    options.joins = &ontology;
    const MergedGraph graph({graphs.write(std::vector<Report>{{"x", 1984}, {"y", 1931}, {"z", 1932}})}, options);
    REQUIRE(graph.shared_names().size() == 1);
    const SharedName& name = graph.shared_names().front();
    CHECK(name.iri == person + "karen-moor");
    REQUIRE(name.things.size() == 2);
    CHECK(name.things[0].iri == person + "karen-moor-1931");
    CHECK(name.things[0].property == schema + "birthDate");
    CHECK(name.things[1].value.starts_with("\"1984\""));
}

TEST_CASE("Names of several things can be found without telling them apart", "[namesakes]") {
    Graphs graphs(Provenance::rdf12);
    const Ontology ontology = make_ontology();
    MergeGraphsOptions options;
    options.names_by = &ontology;
    options.names = MergeGraphsOptions::Names::find;
    const std::string file = graphs.write(std::vector<Report>{{"x", 1931}, {"y", 1984}});
    CHECK(merge({file}, options) == merge({file}));
    CHECK(MergedGraph({file}, options).shared_names().size() == 1);
}

TEST_CASE("A year or two between the dates, and all that has no source, stay one IRI", "[namesakes]") {
    for (const Provenance level : all_levels) {
        Graphs graphs(level);
        const std::string near = graphs.write(std::vector<Report>{{"x", 1931}, {"y", 1933}});
        CHECK(graphs.merged({near}) == merge({near}));
    }
    Graphs graphs(Provenance::none);
    const std::string file = graphs.write(std::vector<Report>{{"x", 1931}, {"y", 1984}});
    CHECK(graphs.merged({file}) == merge({file}));
}

TEST_CASE("A class that does not share names is left alone, one below a class that does is not", "[namesakes]") {
    for (const Provenance level : with_sources) {
        Graphs graphs(level);
        CHECK_FALSE(has(graphs.merged_reports({{"x", 1931, "", "Organization"}, {"y", 1984, "", "Organization"}}),
                        "karen-moor-1"));
        CHECK(has(graphs.merged_reports({{"x", 1931, "", "Player"}, {"y", 1984, "", "Player"}}), "karen-moor-1931>"));
    }
}

TEST_CASE("An article without a date goes with the one person with whom it shares a thing", "[namesakes]") {
    for (const Provenance level : with_sources) {
        Graphs graphs(level);
        const std::string all = graphs.merged_reports(
            {{"x", 1931, "Mill"}, {"y", 1984, "Forge"}, {"z", 0, "Forge"}, {"v", 0, "Works"}, {"w", 0}});
        CHECK(has(all, mention("z", "karen-moor-1984")));
        CHECK(has(all, mention("v", "karen-moor>")) == false);
        CHECK(has(all, mention("v", "karen-moor")));
        CHECK(has(all, works("karen-moor", "works")));
        CHECK(has(all, mention("w", "karen-moor")));
        CHECK(has(all, name_line("karen-moor")));
        const std::string both = graphs.merged_reports({{"x", 1931, "Mill"}, {"y", 1984, "Mill"}, {"z", 0, "Mill"}});
        CHECK(has(both, works("karen-moor", "mill")));
        CHECK(has(both, works("karen-moor-1931", "mill")));
        CHECK(has(both, works("karen-moor-1984", "mill")));
    }
}

TEST_CASE("An IRI that another name has already is not given to a namesake", "[namesakes]") {
    for (const Provenance level : with_sources) {
        Graphs graphs(level);
        ArticleFacts other = to_facts({"z", 1950});
        other.entities[0].name = "Karen Moor 1931";
        const std::string file = graphs.write({to_facts({"x", 1931}), to_facts({"y", 1984}), other});
        const std::string all = graphs.merged({file});
        CHECK(has(all, birth("karen-moor-1931", 1950)));
        CHECK(has(all, birth("karen-moor-1931-2", 1931)));
        CHECK(graphs.merged({graphs.keep(all)}) == all);
    }
}

TEST_CASE("What has a year in its own name is not taken for one of several, whatever else it is called",
          "[namesakes]") {
    for (const Provenance level : with_sources) {
        Graphs graphs(level);
        ArticleFacts other = to_facts({"z", 1950});
        other.entities[0].name = "Karen Moor 1931";
        const std::string article = "<https://example.org/news-article/z>";
        const std::string named = level == Provenance::graph ? " " + article : "";
        const std::string file = graphs.write({other, to_facts({"x", 1950})});
        const std::string name = graphs.keep(name_line("karen-moor-1931") + named + " .\n");
        const std::string all = graphs.merged({name, file});
        CHECK(has(all, birth("karen-moor-1931", 1950)));
        CHECK(has(all, birth("karen-moor", 1950)));
    }
}

TEST_CASE("A symmetric pair keeps the order of its names when one of them is told apart", "[namesakes]") {
    for (const Provenance level : with_sources) {
        Graphs graphs(level);
        ArticleFacts both = to_facts({"x", 1931});
        both.entities.push_back({"Karen Moor!", {}, schema + "Person", {}, {}});
        both.facts.push_back(make_fact(0, "knows", EntityId{1}));
        const std::string first = graphs.write({both});
        const std::string second = graphs.write(std::vector<Report>{{"y", 1984}});
        CHECK(has(graphs.merged({first}), person + "karen-moor> <" + schema + "knows> <" + person + "karen-moor!>"));
        const std::string all = graphs.merged({first, second});
        CHECK(has(all, person + "karen-moor!> <" + schema + "knows> <" + person + "karen-moor-1931>"));
        CHECK(graphs.merged({graphs.keep(all), first}) == all);
        const std::string now = graphs.write(std::vector<Report>{{"y", 1931}});
        CHECK(graphs.merged({graphs.keep(all), now}) == graphs.merged({first, now}));
    }
}

TEST_CASE("The user's links win over telling apart", "[namesakes]") {
    for (const Provenance level : with_sources) {
        Graphs graphs(level);
        const std::vector<Report> reports{{"x", 1931}, {"y", 1984}};
        MergeGraphsOptions options;
        options.same_as = {{person + "karen-moor", "http://wd/Q1"}};
        const std::string linked = graphs.merged_reports(reports, options);
        CHECK_FALSE(has(linked, "karen-moor"));
        CHECK(has(linked, "<http://wd/Q1> <" + schema + "birthDate> \"1984\""));
        options.same_as = {{person + "karen-moor-1931", person + "karen-moor-1984"}};
        const std::string apart = graphs.keep(graphs.merged_reports(reports));
        const std::string one = graphs.merged({apart}, options);
        CHECK_FALSE(has(one, "karen-moor-1931"));
        CHECK(has(one, birth("karen-moor-1984", 1931)));
        CHECK(graphs.merged({graphs.keep(one)}, options) == one);
    }
}

TEST_CASE("When one person alone is left the plain IRI returns", "[namesakes]") {
    for (const Provenance level : with_sources) {
        Graphs graphs(level);
        const std::string apart = graphs.keep(graphs.merged_reports({{"x", 1931, "Mill"}, {"y", 1984}}));
        const std::string now = graphs.write(std::vector<Report>{{"y", 1931}});
        CHECK(graphs.merged({apart, now}) == graphs.merged_reports({{"x", 1931, "Mill"}, {"y", 1931}}));
        MergeGraphsOptions options;
        options.retracted = {"https://example.org/news-article/y"};
        const std::string rest = graphs.merged_reports({{"x", 1931, "Mill"}});
        CHECK(graphs.merged({apart}, options) == rest);
        CHECK(graphs.merged({graphs.keep(merge({apart}, options))}) == rest);
        const Ontology ontology = make_ontology();
        options.names_by = &ontology;
        CHECK(merge({apart}, options) == rest);
        const std::string together = graphs.write(std::vector<Report>{{"v", 1931}, {"w", 1984}, {"y", 1931}});
        CHECK(merge({together}, options) == merge({graphs.write(std::vector<Report>{{"v", 1931}, {"w", 1984}})}));
    }
}

TEST_CASE("A statement's node of any name is told by its sentence", "[namesakes]") {
    const std::string head =
        "@base <https://example.org/> .\n@prefix schema: <https://schema.org/> .\n"
        "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n@prefix prov: <http://www.w3.org/ns/prov#> .\n"
        "<person/karen-moor> a schema:Person ; schema:name \"Karen Moor\" ; schema:birthDate \"1931\" , \"1984\" .\n";
    const auto statement = [](const std::string& node, const std::string& year, const std::string& source) {
        return node +
               " a rdf:Statement ; rdf:subject <person/karen-moor> ; rdf:predicate schema:birthDate ; rdf:object \"" +
               year + "\" ; prov:wasDerivedFrom <" + source + "> .\n";
    };
    const TemporaryFolder folder;
    const Ontology ontology = make_ontology();
    MergeGraphsOptions options;
    options.joins = &ontology;
    const std::string all =
        merge({folder.write("a.ttl", head + statement("<http://other/1>", "1931", "news-article/x#char=0,9") +
                                         statement("[]", "1984", "news-article/y#char=0,9"))},
              options);
    CHECK(has(all,
              "<http://other/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#subject> <" + person + "karen-moor-1931>"));
    CHECK(has(all, "#subject> <" + person + "karen-moor-1984>"));
    CHECK_FALSE(has(all, "karen-moor>"));
    const std::string unknown = folder.write("b.ttl", head + statement("<http://other/1>", "1931", "http://other/x") +
                                                          statement("<http://other/2>", "1984", "http://other/y"));
    CHECK(merge({unknown}, options) == merge({unknown}));
}

TEST_CASE("Facts without a source keep their IRI beside those that are told apart", "[namesakes]") {
    for (const Provenance level : with_sources) {
        Graphs graphs(level);
        const std::string sourced = graphs.write(std::vector<Report>{{"x", 1931}, {"y", 1984}});
        const std::string plain = graphs.keep(works("karen-moor", "mill") + " .\n");
        const std::string all = graphs.merged({sourced, plain});
        CHECK(has(all, works("karen-moor", "mill")));
        CHECK(has(all, birth("karen-moor-1931", 1931)));
        CHECK(graphs.merged({graphs.keep(all)}) == all);
    }
    Graphs graphs(Provenance::none);
    const std::string apart =
        graphs.keep(birth("karen-moor-1931", 1931) + " .\n" + birth("karen-moor-1984", 1984) + " .\n" +
                    name_line("karen-moor-1931") + " .\n" + name_line("karen-moor-1984") + " .\n");
    CHECK(graphs.merged({apart}) == merge({apart}));
}

TEST_CASE("Telling apart does not depend on the order of the files nor on the steps", "[namesakes]") {
    std::size_t apart = 0;
    for (const Provenance level : all_levels) {
        for (std::uint32_t seed = 0; seed < 10; ++seed) {
            INFO(to_string(level) << " " << seed);
            Graphs graphs(level);
            const std::string a = graphs.write({make_people(1, seed), make_people(2, seed)});
            const std::string b = graphs.write({make_people(3, seed)});
            const std::string c = graphs.write({make_people(4, seed), make_people(5, seed)});
            const std::string all = graphs.merged({a, b, c});
            apart += has(all, "karen-moor-1984>") ? 1 : 0;
            CHECK(graphs.merged({c, a, b}) == all);
            const std::string ab = graphs.keep(graphs.merged({a, b}));
            const std::string bc = graphs.keep(graphs.merged({b, c}));
            CHECK(graphs.merged({ab, c}) == all);
            CHECK(graphs.merged({a, bc}) == all);
            CHECK(graphs.merged({ab, bc}) == all);
            CHECK(graphs.merged({graphs.keep(all)}) == all);
        }
    }
    CHECK(apart > 10);
}

TEST_CASE("A later version of an article is told apart as if the earlier one had never been", "[namesakes]") {
    for (const Provenance level : with_sources) {
        for (std::uint32_t seed = 0; seed < 10; ++seed) {
            INFO(to_string(level) << " " << seed);
            Graphs graphs(level);
            const std::string old = graphs.write({make_people(1, seed), make_people(2, seed), make_people(3, seed)});
            const std::string others = graphs.write({make_people(1, seed), make_people(3, seed)});
            const std::string now = graphs.write({make_people(2, seed + 100)});
            const std::string apart = graphs.keep(graphs.merged({old}));
            CHECK(graphs.merged({apart, now}) == graphs.merged({others, now}));
        }
    }
}
