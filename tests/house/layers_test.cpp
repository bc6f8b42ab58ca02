// The layers of the house: who may include whom, and which library may be seen from where.
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <support/catch.hpp>

namespace fs = std::filesystem;

namespace {

const fs::path source = fs::path(LEDE_SOURCE_DIR) / "src";

/// For each folder, the folders whose headers it may include, itself apart.
const std::map<std::string, std::set<std::string>> allowed = {
    {"base", {}},
    {"model", {"base"}},
    {"text", {"base", "model"}},
    {"neural", {"base"}},
    {"language", {"base", "model", "text", "neural"}},
    {"ontology", {"base", "model"}},
    {"extraction", {"base", "model", "text", "neural", "language", "ontology"}},
    {"graph", {"base", "model"}},
    {"rdf", {"base", "model", "graph", "ontology"}},
    {"store", {"base", "model", "graph", "rdf"}},
    {"pipeline", {"base", "model", "text", "language", "ontology", "extraction", "graph", "rdf", "store"}},
};

/// Libraries by the beginning of their headers' names, and the one folder of src/ that may see them.
const std::vector<std::pair<std::string, std::string>> only_in = {
    {"serd/", "lede/rdf"}, {"boost/", "lede/graph"}, {"CLI/", "cli"}, {"Eigen/", "lede/neural"}, {"libxml/", "lede/text"}, {"curl/", "lede/store"},
    {"zlib.h", "lede/base"}, {"zstd.h", "lede/base"}, {"utf8proc.h", "lede/base"}, {"xxhash.h", "lede/base"},
};

struct Include { fs::path file; std::string folder; std::string header; };

std::vector<Include> read_includes() {
    static const std::regex line_form(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
    std::vector<Include> includes;
    for (const auto& entry : fs::recursive_directory_iterator(source)) {
        const auto suffix = entry.path().extension();
        if (suffix != ".hpp" && suffix != ".cpp") continue;
        const fs::path file = fs::relative(entry.path(), source);
        std::ifstream in(entry.path());
        std::smatch match;
        for (std::string line; std::getline(in, line);)
            if (std::regex_search(line, match, line_form)) includes.push_back({file, file.parent_path().generic_string(), match[1]});
    }
    return includes;
}

}  // namespace

TEST_CASE("No folder includes one that it may not know") {
    std::vector<std::string> wrong;
    for (const Include& include : read_includes()) {
        if (!include.folder.starts_with("lede/") || !include.header.starts_with("lede/")) continue;
        const std::string from = include.folder.substr(5);
        const auto slash = include.header.find('/', 5);
        if (slash == std::string::npos) continue;
        const std::string to = include.header.substr(5, slash - 5);
        if (from != to && (!allowed.contains(from) || !allowed.at(from).contains(to)))
            wrong.push_back(include.file.string() + " includes " + include.header);
    }
    CHECK(wrong == std::vector<std::string>{});
}

TEST_CASE("Each library is seen from its one folder alone") {
    std::vector<std::string> wrong;
    for (const Include& include : read_includes())
        for (const auto& [library, folder] : only_in)
            if (include.header.starts_with(library) && include.folder != folder)
                wrong.push_back(include.file.string() + " includes " + include.header);
    CHECK(wrong == std::vector<std::string>{});
}

TEST_CASE("No source file is longer than 400 lines") {
    std::vector<std::string> wrong;
    for (const auto& entry : fs::recursive_directory_iterator(source)) {
        const auto suffix = entry.path().extension();
        if (suffix != ".hpp" && suffix != ".cpp") continue;
        std::ifstream in(entry.path());
        std::size_t lines = 0;
        for (std::string line; std::getline(in, line);) ++lines;
        if (lines > 400) wrong.push_back(entry.path().filename().string() + ": " + std::to_string(lines));
    }
    CHECK(wrong == std::vector<std::string>{});
}

TEST_CASE("No term of the ontology is named in C++") {
    std::ifstream in(source.parent_path() / "ontology" / "works.ttl");
    static const std::regex subject(R"(^(schema|lede):(\w+) a owl:(Object|Datatype)Property)");
    std::vector<std::string> terms;
    std::smatch match;
    for (std::string line; std::getline(in, line);)
        if (std::regex_search(line, match, subject)) terms.push_back(match[2]);
    REQUIRE(terms.size() > 10);
    std::vector<std::string> wrong;
    for (const auto& entry : fs::recursive_directory_iterator(source)) {
        if (entry.path().extension() != ".hpp" && entry.path().extension() != ".cpp") continue;
        std::ifstream file(entry.path());
        for (std::string line; std::getline(file, line);)
            for (const std::string& term : terms) {
                // The article's own metadata and quotations use these four as well.
                if (term == "author" || term == "creator" || term == "publisher" || term == "datePublished" || term == "isPartOf" ||
                    term == "startDate" || term == "endDate")  // of a statement of a post
                    continue;
                for (const std::string& name : {"schema.org/" + term + "\"", "schema:" + term, "lede#" + term + "\"", "lede:" + term})
                    if (line.find(name) != std::string::npos) wrong.push_back(entry.path().filename().string() + ": " + line);
            }
    }
    CHECK(wrong == std::vector<std::string>{});
}
