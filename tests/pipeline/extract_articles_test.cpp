#include <algorithm>
#include <atomic>
#include <chrono>
#include <string>
#include <support/catch.hpp>
#include <support/temporary_folder.hpp>
#include <thread>
#include <vector>

#include <lede/base/error.hpp>
#include <lede/pipeline/extract_articles.hpp>
#include <lede/pipeline/ordered_workers.hpp>

using namespace lede;

namespace {

/// One entity named as the article's text; an article "bad" fails.
ArticleFacts extract_by_hand(const Article& article) {
    if (article.text == "bad") throw Error("no");
    ArticleFacts facts;
    facts.article = article.info;
    facts.text = article.text;
    facts.entities.push_back({.name = article.text, .aliases = {}, .class_iri = "", .iri = "", .mentions = {}});
    return facts;
}

/// Names and messages in the order in which they come.
std::string run(const std::vector<std::string>& inputs, unsigned jobs, RunCounts* counts = nullptr,
                bool fail_fast = false) {
    std::string seen;
    RunOptions options;
    options.jobs = jobs;
    options.reading.fail_fast = fail_fast;
    const auto result = extract_articles(
        inputs, options, extract_by_hand,
        [&](ArticleFacts&& facts) -> std::function<void()> {
            return [&seen, name = facts.entities[0].name] { seen += name + ";"; };
        },
        [&](const Diagnostic& d) { seen += "!" + d.message + ";"; });
    if (counts) *counts = result;
    return seen;
}

}  // namespace

TEST_CASE("Results come in the order of the tasks, whatever the number of threads", "[workers]") {
    for (const unsigned threads : {1U, 4U}) {
        std::string seen, expected;
        OrderedWorkers workers(threads);
        for (int i = 0; i < 200; ++i) {
            expected += std::to_string(i) + " ";
            workers.submit([&seen, i]() -> OrderedWorkers::Finish {
                if (i % 7 == 0) std::this_thread::sleep_for(std::chrono::microseconds(300));
                return [&seen, i] { seen += std::to_string(i) + " "; };
            });
        }
        workers.finish();
        CHECK(seen == expected);
    }
}

TEST_CASE("The first failure in order is thrown, and what was before it is done", "[workers]") {
    std::string seen;
    OrderedWorkers workers(4);
    const auto work = [&] {
        for (int i = 0; i < 1000; ++i) {
            workers.submit([&seen, i]() -> OrderedWorkers::Finish {
                if (i == 20 || i == 22) throw Error("at " + std::to_string(i));
                return [&seen] { seen += "."; };
            });
        }
        workers.finish();
    };
    CHECK_THROWS_WITH(work(), "at 20");
    CHECK(seen.size() == 20);
}

TEST_CASE("Each article that is done tells the share of the inputs that was read for it", "[extract]") {
    const TemporaryFolder folder;
    std::string lines;
    for (int i = 0; i < 4000; ++i) lines += "{\"id\":\"" + std::to_string(i) + "\",\"text\":\"some text\"}\n";
    const auto path = folder.write("a.jsonl", lines);
    RunOptions options;
    options.jobs = 3;
    std::vector<double> shares;
    options.on_article = [&](double share) { shares.push_back(share); };
    const auto nothing = [](ArticleFacts&&) { return std::function<void()>(); };
    extract_articles({path}, options, extract_by_hand, nothing, {});
    REQUIRE(shares.size() == 4000);
    CHECK(std::is_sorted(shares.begin(), shares.end()));
    CHECK((shares.front() > 0 && shares.front() < 0.5));
    CHECK(shares.back() == 1);
    shares.clear();
    extract_articles({path, "/dev/null"}, options, extract_by_hand, nothing, {});
    CHECK(shares.back() == 0);  // not all of them are files, so the whole is not known
}

TEST_CASE("Articles and messages keep their order, and a failed article is left out", "[extract]") {
    const TemporaryFolder folder;
    std::vector<std::string> inputs;
    for (const auto* name : {"a", "b", "bad", "c", "d"})
        inputs.push_back(folder.write(std::string(name) + ".txt", name));
    inputs.push_back(folder.write("bb.txt", " "));
    inputs.push_back(folder.write(
        "e.jsonl", "{\"id\":\"x\",\"text\":\"e\"}\n{\"id\":\"x\",\"text\":\"f\"}\n{\"id\":\"y\",\"text\":\"g\"}\n"));
    const std::string expected =
        "a;b;!could not be extracted: no;!has no text; the article is left out;c;d;e;"
        "!an article with the id \"x\" was read before; this one is left out;g;";
    RunCounts counts;
    CHECK(run(inputs, 1) == expected);
    CHECK(run({inputs.rbegin(), inputs.rend()}, 4, &counts) == expected);
    CHECK(counts.articles == 6);
    CHECK(counts.errors == 3);
    CHECK_THROWS_AS(run(inputs, 3, nullptr, true), Error);
}
