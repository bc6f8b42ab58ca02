#include <string>
#include <support/catch.hpp>
#include <support/temporary_folder.hpp>
#include <vector>

#include <lede/base/error.hpp>
#include <lede/text/json_articles.hpp>
#include <lede/text/read_articles.hpp>

using namespace lede;

namespace {

/// Ids and messages in the order in which they come, without the folder's path.
std::string read(const TemporaryFolder& folder, const std::vector<std::string>& inputs, ReadOptions options = {}) {
    std::string result;
    for_each_article(
        inputs, options, [&](Article&& article) { result += article.info.id + ";"; },
        [&](const Diagnostic& d) { result += "!" + d.where + (d.where.empty() ? "" : ": ") + d.message + ";"; });
    const std::string prefix = folder.path().string() + "/";
    // Messages name the file as it was given, ids without the leading "/".
    for (const std::string& form : {prefix, prefix.substr(1)})
        for (std::size_t at; (at = result.find(form)) != std::string::npos;) result.erase(at, form.size());
    return result;
}

}  // namespace

TEST_CASE("Files and folders are read in the order of their names, each once", "[read]") {
    const TemporaryFolder folder;
    const auto a = folder.write("a.txt", "One.");
    const auto b = folder.write("x/b.txt", "Two.");
    folder.write("x/y/c.html", "<p>Three is a number, and a good one, they say.</p>");
    folder.write("x/.hidden.txt", "No.");
    folder.write("x/picture.png", "No.");
    const std::string expected = "a;x/b;x/y/c;";
    CHECK(read(folder, {a, (folder.path() / "x").string()}) == expected);
    CHECK(read(folder, {(folder.path() / "x").string(), a, b}) == expected);
}

TEST_CASE("An id says nothing of where a folder lies", "[read]") {
    const TemporaryFolder folder;
    folder.write("x/a.txt", "One.");
    std::string id;
    for_each_article({(folder.path() / "x/../x/a.txt").string()}, {}, [&](Article&& article) { id = article.info.id; }, {});
    CHECK(id == (folder.path().relative_path() / "x/a").string());
}

TEST_CASE("A bad article is reported and the others are read", "[read]") {
    const TemporaryFolder folder;
    const auto good = folder.write("good.txt", "Text.");
    const auto empty = folder.write("empty.txt", " \n");
    const auto none = (folder.path() / "none.txt").string();
    const auto zipped = folder.write("cut.txt.gz", "\x1F\x8B\x08");
    CHECK(read(folder, {none, empty, good, zipped}) ==
          "!cut.txt.gz: the gzip data is cut short; get or pack the file again;"
          "!empty.txt: has no text; the article is left out;good;"
          "!none.txt: cannot be opened: No such file or directory;");
    ReadOptions strict;
    strict.fail_fast = true;
    CHECK_THROWS_AS(read(folder, {good, none}, strict), InputError);
    CHECK_THROWS_AS(read(folder, {good, empty}, strict), InputError);
    strict.fail_fast = false;
    strict.largest_article = 1000;
    CHECK(read(folder, {folder.write("big.txt", std::string(2000, 'x'))}, strict).find("!big.txt: is larger than") ==
          0);
}

TEST_CASE("Binary data is no article, a text in another charset is one with a warning", "[read]") {
    const TemporaryFolder folder;
    std::string bytes = "%PDF-1.4 ";
    for (int i = 0; i < 1000; ++i) bytes += static_cast<char>(i * 7);
    CHECK(read(folder, {folder.write("a.pdf", bytes)}) ==
          "!a.pdf: is no text, but binary data; the article is left out;");
    CHECK(read(folder, {folder.write("b.txt", "A caf\xE9 in a small town in France.")}) ==
          "!b.txt: holds bytes that are not UTF-8 text; they were replaced by U+FFFD;b;");
}

TEST_CASE("Content tells the format where the name does not", "[read]") {
    const TemporaryFolder folder;
    CHECK(read(folder, {folder.write("a", "{\"id\":\"j\",\"text\":\"Hello.\"}")}) == "j;");
    CHECK(read(folder, {folder.write("b", "<!doctype html><p>Hello there, you who read this, and all others.")}) ==
          "b;");
    CHECK(read(folder, {folder.write("c", "[Update] Hello.")}) == "c;");
    CHECK(read(folder, {folder.write("d.e", "Hello.")}) == "d.e;");
}

TEST_CASE("Each line of JSON Lines is an article, and a bad one is reported with its line", "[json]") {
    const TemporaryFolder folder;
    const auto path =
        folder.write("f.jsonl",
                     "{\"id\":\"one\",\"text\":\"A.\"}\r\n"
                     "\n"
                     "{\"id\":\"two\",\"text\":\n"
                     "{\"url\":\"http://x/3\",\"text\":\"A.\",\"other\":{\"text\":\"no\",\"id\":[1,{\"id\":2}]}}\n"
                     "[1]\n"
                     "{\"text\":\"A.\",\"id\":7}\n"
                     "{\"id\":\"none\"}\n"
                     "{\"text\":\"A.\"}");
    const std::string result = read(folder, {path});
    CHECK(result.find("one;!f.jsonl:3: is not JSON: column 20: unexpected end of input") == 0);
    CHECK(result.find(";http://x/3;!f.jsonl:5: an article must be an object") != std::string::npos);
    CHECK(result.find("7;!f.jsonl:7: has no text; the article is left out;f:8;") != std::string::npos);
}

TEST_CASE("A line over the limit is skipped and the next is read", "[json]") {
    const TemporaryFolder folder;
    ReadOptions options;
    options.largest_article = std::size_t{1} << 20;
    const std::string line = "{\"id\":\"big\",\"text\":\"" + std::string(3 << 20, 'x') + "\"}\n";
    CHECK(read(folder, {folder.write("f.jsonl", line + "{\"id\":\"b\",\"text\":\"A.\"}")}, options) ==
          "!f.jsonl:1: the line is longer than 1 MiB, too much for one article;b;");
}

TEST_CASE("An array, or an object over many lines, is read as well", "[json]") {
    const TemporaryFolder folder;
    CHECK(read(folder,
               {folder.write("a.json", "[\n{\"id\":\"a\",\"text\":\"A.\"},\n{\"id\":\"b\",\"text\":\"B.\"}\n]")}) ==
          "a;b;");
    CHECK(read(folder, {folder.write("o.json", "{\n\"id\":\"a\",\n\"text\":\"A.\"\n}\n")}) == "a;");
    CHECK(read(folder, {folder.write("n.json", "[]")}) == "!n.json: holds no articles;");
    const auto broken = read(folder, {folder.write("x.json", "[\n{\"id\":\"a\",\"text\":\"A.\"},\n{\"id\" \"b\"}]")});
    CHECK(broken.find("a;!x.json:3: is not JSON: column ") == 0);
}

TEST_CASE("Fields of an article are read, whatever their form", "[json]") {
    std::string problem;
    const auto article = parse_json_article(
        R"({"title":"Head","date":"2023-04-27T00:00:00Z","author":[{"@type":"Person","name":"Bo"}],"publisher":{"name":"Daily"},"language":"en","text":"Body one.\n\nBody two."})",
        problem);
    REQUIRE(article);
    CHECK(problem.empty());
    CHECK(article->text == "Head\n\nBody one.\n\nBody two.");
    CHECK(article->info.author == "Bo");
    CHECK(article->info.publisher == "Daily");
    CHECK(to_string(article->info.date.value()) == "2023-04-27");
    CHECK(parse_json_article(R"({"text":"A.","date":"soon"})", problem));
    CHECK(problem == "\"soon\" is not a date such as 2023-04-27");
    CHECK_FALSE(parse_json_article(std::string(1000000, '['), problem));
    CHECK_FALSE(parse_json_article("{} {}", problem));
}
