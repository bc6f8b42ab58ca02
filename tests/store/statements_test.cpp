#include <filesystem>
#include <fstream>
#include <string>
#include <support/catch.hpp>
#include <vector>

#include <lede/base/error.hpp>
#include <lede/store/endpoints.hpp>
#include <lede/store/statements.hpp>
#include <lede/store/update_text.hpp>
#include <lede/store/url.hpp>

using namespace lede;

namespace {

std::vector<std::string> read(const std::string& suffix, const std::string& text, const std::string& graph = "") {
    const auto path =
        std::filesystem::temp_directory_path() / ("lede-statements-" + std::to_string(::getpid()) + suffix);
    std::ofstream(path, std::ios::binary) << text;
    std::vector<std::string> lines;
    const auto add = [&](std::string_view line) { lines.emplace_back(line); };
    try {
        read_statements(path.string(), {"f", graph}, add);
    } catch (...) {
        std::filesystem::remove(path);
        throw;
    }
    std::filesystem::remove(path);
    return lines;
}

Endpoints at(const std::string& url) {
    return find_endpoints(parse_url(url)).value();
}

}  // namespace

TEST_CASE("Statements come with their graph in front, whatever the syntax") {
    const std::vector<std::string> expected = {"<g:1> <a:s> <a:p> \"x\" ."};
    CHECK(read(".nq", "<a:s> <a:p> \"x\" <g:1> .\n") == expected);
    CHECK(read(".trig", "<g:1> { <a:s> <a:p> \"x\" }") == expected);
    CHECK(read(".ttl", "<a:s> <a:p> \"x\" .", "g:1") == expected);
    CHECK(read(".nt", "<a:s> <a:p> \"x\" .") == std::vector<std::string>{"! <a:s> <a:p> \"x\" ."});
    CHECK(read(".nq", "<a:s> <a:p> \"x\" <g:1> .\n", "g:2") == expected);
}

TEST_CASE("A triple term stays one, and a reification stays a reification") {
    const std::string reifies = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies>";
    const std::vector<std::string> expected = {"! <a:r> " + reifies + " <<( <a:s> <a:p> \"x\" )>> ."};
    CHECK(read(".nt", "<a:r> " + reifies + " <<( <a:s> <a:p> \"x\" )>> .\n") == expected);
    CHECK(read(".ttl", "<a:r> " + reifies + " <<( <a:s> <a:p> \"x\" )>> .\n") == expected);
    const std::string rdf = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    const std::string classic =
        "<a:r> " + rdf + "subject> <a:s> .\n<a:r> " + rdf + "predicate> <a:p> .\n<a:r> " + rdf + "object> \"<<(\" .\n";
    CHECK(read(".nt", classic).size() == 3);
}

TEST_CASE("An error tells its line in the file, also far behind its beginning") {
    std::string text;
    for (int i = 0; i < 60000; ++i) text += "<a:s> <a:p> \"" + std::to_string(i) + " and some more words\" .\n";
    CHECK(read(".nt", text).size() == 60000);
    CHECK_THROWS_WITH(read(".nt", text + "<a:s> <a:p> nonsense .\n"), Catch::Contains(":60001:"));
    CHECK_THROWS_WITH(read(".nt", text + "<a:s> <a:p> <<( nonsense .\n"), Catch::Contains(":60001"));
    CHECK_THROWS_WITH(read(".ttl", "<a:s> <a:p> <a:o> .\n<a:s> x:p 1 ."), Catch::Contains(":2"));
}

TEST_CASE("An IRI that could break out of its brackets is refused with its line") {
    for (const char* iri : {"http://a/\\u003E", "http://a/\\u0022", "http://a/\\u007B", "http://a/\\u0020"}) {
        INFO(iri);
        CHECK_THROWS_WITH(read(".nt", "<a:s> <a:p> <a:o> .\n<a:s> <a:p> <" + std::string(iri) + "> .\n"),
                          Catch::Contains(":2"));
        CHECK_THROWS_AS(read(".nq", "<a:s> <a:p> <a:o> <" + std::string(iri) + "> .\n"), std::exception);
    }
    CHECK_FALSE(is_absolute_iri("http://a/> } ; DROP ALL ; #"));
    CHECK_FALSE(is_absolute_iri("no-scheme"));
    CHECK_FALSE(is_absolute_iri(""));
    CHECK(is_absolute_iri("https://example.org/tv-series/étoile"));
    CHECK(is_absolute_iri("urn:x"));
}

TEST_CASE("No text ends an update before its time, whether a store decodes \\u before or behind the quotation marks") {
    const std::string line = R"(<a:s> <a:p> "\\u0022 } ; DROP ALL ; \\\\U0000007D \" \n é \\n" .)"
                             "\n";
    CHECK(make_insert(line, "g:1", true) ==
          "CLEAR SILENT GRAPH <g:1> ;\nINSERT DATA {\nGRAPH <g:1> {\n"
          R"(<a:s> <a:p> "\\\u00750022 } ; DROP ALL ; \\\\\u00550000007D \" \n é \\n" .)"
          "\n}\n}\n");
    CHECK(make_insert("", "", false) == "INSERT DATA {\n}\n");
}

TEST_CASE("A store's addresses are found from any of them") {
    const Endpoints virtuoso{"http://h:8890/sparql-graph-crud-auth", "http://h:8890/sparql-auth",
                             "http://h:8890/sparql-auth"};
    CHECK(at("http://h:8890/sparql-graph-crud-auth") == virtuoso);
    CHECK(at("http://h:8890/sparql-auth") == virtuoso);
    CHECK(at("http://h:8890/sparql").query == "http://h:8890/sparql");
    const Endpoints fuseki{"http://h/ds/data", "http://h/ds/update", "http://h/ds/query"};
    for (const char* url :
         {"http://h/ds/data", "http://h/ds/query", "http://h/ds/sparql", "http://h/ds/update/", "http://h/ds/get"})
        CHECK(at(url) == fuseki);
    CHECK(at("http://h/ds") == Endpoints{"http://h/ds", "http://h/ds", "http://h/ds"});
    const Endpoints oxigraph{"http://h:7878/store", "http://h:7878/update", "http://h:7878/query"};
    for (const char* url : {"http://h:7878/store", "http://h:7878/query", "http://h:7878/update"})
        CHECK(at(url) == oxigraph);
    const Endpoints rdf4j{"http://h/r/repositories/n/rdf-graphs/service", "http://h/r/repositories/n/statements",
                          "http://h/r/repositories/n"};
    for (const char* url : {"http://h/r/repositories/n", "http://h/r/repositories/n/statements"})
        CHECK(at(url) == rdf4j);
    CHECK_FALSE(find_endpoints(parse_url("http://h:7878")));
    CHECK(endpoints_of_server(parse_url("http://h:7878"), "Oxigraph/0.5.0") == oxigraph);
    CHECK(endpoints_of_server(parse_url("http://h:8890"), "Virtuoso/07.20") == virtuoso);
    CHECK_FALSE(endpoints_of_server(parse_url("http://h"), "nginx"));
}

TEST_CASE("A URL is taken apart, and its password is neither kept nor repeated") {
    const Url url = parse_url("HTTP://ann:s3cret@h:1/a/b/?x=1#f");
    CHECK(url.has_user);
    CHECK(url.text() == "http://h:1/a/b?x=1");
    for (const char* bad : {"", "h/ds", "ftp://h/", "http://", "http:///x", "http://:80/", "http://ann:s3cret@/",
                            "http://h/a b", "http://h/\n"}) {
        INFO(bad);
        try {
            parse_url(bad);
            FAIL("was taken");
        } catch (const Error& error) {
            CHECK(std::string(error.what()).find("s3cret") == std::string::npos);
        }
    }
    CHECK(percent_encode("http://a/é?x&y") == "http%3A%2F%2Fa%2F%C3%A9%3Fx%26y");
    CHECK(is_loopback(parse_url("http://[::1]:80/x")));
    CHECK(is_loopback(parse_url("http://localhost/x")));
    CHECK_FALSE(is_loopback(parse_url("http://localhost.example/x")));
}
