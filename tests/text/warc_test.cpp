#include <string>
#include <support/catch.hpp>
#include <support/packed.hpp>
#include <support/temporary_folder.hpp>
#include <vector>

#include <zlib.h>
#include <zstd.h>

#include <lede/base/error.hpp>
#include <lede/text/http_response.hpp>
#include <lede/text/read_articles.hpp>
#include <lede/text/warc_articles.hpp>
#include <lede/text/warc_reader.hpp>

using namespace lede;

namespace {

/// With a checksum, as archives have it.
std::string zstd_checked(const std::string& bytes) {
    std::string packed(ZSTD_compressBound(bytes.size()), '\0');
    ZSTD_CCtx* context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
    packed.resize(ZSTD_compress2(context, packed.data(), packed.size(), bytes.data(), bytes.size()));
    ZSTD_freeCCtx(context);
    return packed;
}

std::string record(const std::string& type, const std::string& uri, const std::string& content_type,
                   const std::string& block, const std::string& more = "") {
    return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Date: 2023-04-27T10:11:12Z\r\n" +
           (uri.empty() ? "" : "WARC-Target-URI: " + uri + "\r\n") + more + "Content-Type: " + content_type +
           "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string response(const std::string& uri, const std::string& body, const std::string& fields = "",
                     const std::string& status = "200 OK", const std::string& more = "") {
    const std::string type = fields.find("Content-Type") == std::string::npos ? "Content-Type: text/html\r\n" : "";
    return record("response", uri, "application/http; msgtype=response",
                  "HTTP/1.1 " + status + "\r\n" + type + fields + "\r\n" + body, more);
}

std::string page(const std::string& words, const std::string& lang = "en") {
    return "<!doctype html><html lang=\"" + lang + "\"><body><article><p>" + words +
           " said more than a few words, as people in the news do when they are asked.</p></article></body></html>";
}

/// What the sink of read_warc gets, as a line: id, date and first word, or the problem behind "!".
struct Result {
    std::string lines;
    WarcCounts counts;
    std::vector<std::string> texts;
};

Result read_bytes(const std::string& bytes, ReadOptions options = {}) {
    Result result;
    MemorySource source(bytes);
    WarcArticles articles(options);
    result.counts =
        articles.read(source, [&](std::size_t number, std::optional<Article> article, const std::string& problem) {
            if (!article) {
                result.lines += "!" + problem + ";";
            } else {
                result.lines += std::to_string(number) + " " + article->info.id + ";";
                result.texts.push_back(article->text);
            }
        });
    return result;
}

/// Ids and messages of a file, without the folder's path.
std::string read_file(const TemporaryFolder& folder, const std::string& name, const std::string& bytes) {
    std::string result;
    const std::string path = folder.write(name, bytes);
    for_each_article(
        {path}, {}, [&](Article&& article) { result += article.info.id + ";"; },
        [&](const Diagnostic& d) { result += (d.severity == Severity::note ? "~" : "!") + d.message + ";"; });
    return result;
}

const std::string three =
    response("http://x/1", page("Ann")) + response("http://x/2", page("Bo")) + response("http://x/3", page("Cy"));

}  // namespace

TEST_CASE("Pages of a web archive are articles, and all else in it is counted", "[warc]") {
    const std::string bytes =
        record("warcinfo", "", "application/warc-fields", "software: x\r\n") +
        record("request", "http://x/1", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n") +
        response("http://x/1#top", page("Ann")) + response("http://x/gone", page("Gone"), "", "404 Not Found") +
        response("http://x/p.png", "\x89PNG", "Content-Type: image/png\r\n") +
        response("<http://x/2>", page("Bo"), "Content-Type: application/xhtml+xml; charset=utf-8\r\n") +
        response("http://x/empty", "<html><body></body></html>") +
        record("revisit", "http://x/1", "application/http; msgtype=response", "HTTP/1.1 200 OK\r\n\r\n") +
        response("http://x/1", page("Ann again")) + record("dns", "dns:x", "text/dns", "x") +
        record("resource", "file:///a.html", "text/html", page("Cy")) +
        record("conversion", "http://x/3", "text/plain", "A headline\n\nDee said so.\n");
    const Result result = read_bytes(bytes);
    CHECK(result.lines == "3 http://x/1;6 http://x/2;11 file:///a.html;12 http://x/3;");
    CHECK(to_string(result.counts) ==
          "12 records: 4 articles, 1 seen before, 1 without an article's text, 6 that are no pages");
    CHECK(result.texts[0].starts_with("Ann said"));
    CHECK(result.texts[3] == "A headline\n\nDee said so.");
}

TEST_CASE("The date of a page is its own, else that of the crawl", "[warc]") {
    const TemporaryFolder folder;
    const std::string dated =
        "<html><head><meta property=\"article:published_time\" content=\"2022-01-02\"></head>" + page("Ann");
    std::string dates;
    for_each_article({folder.write("a.warc", response("http://x/1", dated) + response("http://x/2", page("Bo")))}, {},
                     [&](Article&& article) {
                         dates += to_string(article.info.date.value()) + ";" +
                                  article.info.source.substr(article.info.source.size() - 10) + ";";
                     },
                     {});
    CHECK(dates == "2022-01-02;, record 1;2023-04-27;, record 2;");
}

TEST_CASE("The packing of HTTP is undone where it is there", "[warc]") {
    const std::string html = page("Ann");
    const auto chunked = [](const std::string& body) {
        return "5;x=y\r\n" + body.substr(0, 5) + "\r\n" + "ffffff\r\n" + body.substr(5);
    };
    const auto well_chunked = [](const std::string& body) {
        char size[32];
        std::snprintf(size, sizeof size, "%zX\r\n", body.size() - 5);
        return "5\r\n" + body.substr(0, 5) + "\r\n" + size + body.substr(5) + "\r\n0\r\nTrailer: x\r\n\r\n";
    };
    const std::string bytes =
        response("http://x/1", gzip(html), "Content-Encoding: gzip\r\n") +
        response("http://x/2", well_chunked(gzip(html)), "Content-Encoding: GZIP\r\nTransfer-Encoding: chunked\r\n") +
        response("http://x/3", pack(html, MAX_WBITS), "Content-Encoding: deflate\r\n") +
        response("http://x/4", pack(html, -MAX_WBITS), "Content-Encoding: deflate\r\n") +
        response("http://x/5", html,
                 "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n") +  // undone by the crawler
        response("http://x/6", chunked(html), "Transfer-Encoding: chunked\r\n") +
        response("http://x/7", chunked(html), "Transfer-Encoding: chunked\r\n", "200 OK",
                 "WARC-Truncated: length\r\n") +
        response("http://x/8", gzip(html).substr(0, 60), "Content-Encoding: gzip\r\n") +
        response("http://x/9", "x", "Content-Encoding: br\r\n");
    const Result result = read_bytes(bytes);
    CHECK(result.counts.articles == 6);
    for (const auto& text : result.texts) CHECK(text.starts_with("Ann said more than a few words"));
    CHECK(result.lines.find("(http://x/6): the page cannot be read: its chunks are damaged; it is left out") !=
          std::string::npos);
    CHECK(result.lines.find("(http://x/8): the page cannot be read: its gzip data is cut short") != std::string::npos);
    CHECK(result.lines.find("(http://x/9): the page cannot be read: it is packed as \"br\"") != std::string::npos);
}

TEST_CASE("A page's charset is the one that the server told", "[warc]") {
    const Result result = read_bytes(
        response("http://x/1", page("\xCB\xE5\xED\xE0"), "Content-Type: text/html; Charset=\"Windows-1251\"\r\n") +
        response("http://x/2", page("Ren\xE9"), "Content-Type: text/html\r\n"));
    REQUIRE(result.texts.size() == 2);
    CHECK(result.texts[0].starts_with("Лена said"));
    CHECK(result.texts[1].starts_with("René said"));
}

TEST_CASE("Pages in another language are passed over if asked", "[warc]") {
    ReadOptions english;
    english.crawl_language = "en";
    const std::string bytes =
        response("http://x/1", page("Ann", "en-GB")) + response("http://x/2", page("Bo", "de")) +
        record("conversion", "http://x/3", "text/plain", "Ja.", "WARC-Identified-Content-Language: deu,eng\r\n") +
        record("conversion", "http://x/4", "text/plain", "Yes.", "WARC-Identified-Content-Language: eng\r\n");
    CHECK(read_bytes(bytes, english).lines == "1 http://x/1;4 http://x/4;");
    CHECK(read_bytes(bytes).counts.articles == 4);
}

TEST_CASE("An archive is known by its name or its content, packed a record at a time or whole", "[warc]") {
    const TemporaryFolder folder;
    const std::string one = response("http://x/1", page("Ann")), two = response("http://x/2", page("Bo"));
    const std::string expected = "http://x/1;http://x/2;~2 records: 2 articles;";
    CHECK(read_file(folder, "a.warc", one + two) == expected);
    CHECK(read_file(folder, "a", one + two) == expected);
    CHECK(read_file(folder, "a.warc.gz", gzip(one) + gzip(two)) == expected);
    CHECK(read_file(folder, "b.warc.gz", gzip(one + two)) == expected);
    CHECK(read_file(folder, "a.warc.zst", zstd(one) + zstd(two)) == expected);
    CHECK(read_file(folder, "c", gzip(one) + gzip(two)) == expected);
    CHECK(read_file(folder, "d.warc", "") == "!holds no articles (0 records: 0 articles);");
}

TEST_CASE("A Zstandard archive may begin with its dictionary, packed or not", "[warc]") {
    const TemporaryFolder folder;
    const std::string one = response("http://x/1", page("Ann")), dictionary = response("http://x/", page("Everybody"));
    const auto with_dictionary = [&](const std::string& bytes) {
        std::string packed(ZSTD_compressBound(bytes.size()), '\0');
        ZSTD_CCtx* context = ZSTD_createCCtx();
        packed.resize(ZSTD_compress_usingDict(context, packed.data(), packed.size(), bytes.data(), bytes.size(),
                                              dictionary.data(), dictionary.size(), 3));
        ZSTD_freeCCtx(context);
        return packed;
    };
    for (const std::string& stored : {dictionary, zstd(dictionary)}) {
        std::string frame = "\x5D\x2A\x4D\x18";
        for (int shift = 0; shift < 32; shift += 8) frame += static_cast<char>(stored.size() >> shift);
        CHECK(read_file(folder, "a.warc.zst", frame + stored + with_dictionary(one)) ==
              "http://x/1;~1 record: 1 article;");
        CHECK(read_file(folder, "b.warc.zst", frame + stored.substr(1)) ==
              "!" + (folder.path() / "b.warc.zst").string() + ": its Zstandard dictionary is cut short;");
    }
}

TEST_CASE("Behind a damaged record reading goes on at the next", "[warc]") {
    const auto damaged_second = [](const std::string& from, const std::string& to) {
        std::string bytes = three;
        const std::size_t second = bytes.find("WARC/1.0", 10);
        bytes.replace(bytes.find(from, second), from.size(), to);
        return read_bytes(bytes).lines;
    };
    const std::string first =
        "1 http://x/1;!record 2 at byte " + std::to_string(three.find("WARC/1.0", 10)) + " is damaged: ";
    CHECK(damaged_second("WARC/1.0", "WORC/1.0") == first + "no record begins here;3 http://x/3;");
    CHECK(damaged_second("Content-Length: ", "Content-Lengte: ") ==
          first + "its header has no Content-Length that can be read;3 http://x/3;");
    CHECK(damaged_second("Content-Length: ", "Content-Length: x") ==
          first + "its header has no Content-Length that can be read;3 http://x/3;");
    const std::size_t digit = three.find("Content-Length: ", three.find("WARC/1.0", 10)) + 16;
    const std::string length = three.substr(digit, 3);
    CHECK(damaged_second("Content-Length: " + length, "Content-Length: " + std::to_string(std::stoi(length) - 40)) ==
          first + "behind its block no other record begins, so its Content-Length must be wrong;3 http://x/3;");
    CHECK(damaged_second("Content-Length: " + length, "Content-Length: " + std::to_string(std::stoi(length) + 40)) ==
          first + "behind its block no other record begins, so its Content-Length must be wrong;3 http://x/3;");
    CHECK(damaged_second("Content-Length: " + length, "Content-Length: 9" + length) ==
          first + "the archive ends after " +
              std::to_string(three.size() - three.find("HTTP", three.find("WARC/1.0", 10))) + " of its 9" + length +
              " bytes;3 http://x/3;");
    CHECK(read_bytes("no archive at all\n" + three).lines ==
          "!record 1 at byte 0 is damaged: no record begins here;2 http://x/1;3 http://x/2;4 http://x/3;");
}

TEST_CASE("A damaged packed record is left out, the one before it and those behind it are kept", "[warc]") {
    const TemporaryFolder folder;
    const std::string one = response("http://x/1", page("Ann")), two = response("http://x/2", page("Bo")),
                      last = response("http://x/3", page("Cy"));
    for (const auto& packing : {gzip, zstd_checked}) {
        const std::string name = packing(one)[0] == '\x1F' ? "a.warc.gz" : "a.warc.zst";
        std::size_t left_out = 0;
        for (std::size_t at = 4; at < packing(two).size(); at += 3) {
            std::string damaged = packing(two);
            damaged[at] = static_cast<char>(damaged[at] ^ 0x5A);
            const std::string result = read_file(folder, name, packing(one) + damaged + packing(last));
            INFO(name << " " << at << " " << result);
            CHECK(result.starts_with("http://x/1;"));
            CHECK(result.find("http://x/3;~") != std::string::npos);
            left_out += result.find("data is damaged") != std::string::npos;
        }
        CHECK(left_out + 5 > packing(two).size() / 3);  // some bytes of the headers mean nothing
    }
}

TEST_CASE("Of an archive that is cut short, what is whole is kept", "[warc]") {
    const TemporaryFolder folder;
    const std::string two = response("http://x/2", page("Bo"));
    const std::string plain = response("http://x/1", page("Ann"));
    for (std::size_t size = 1; size + 4 < two.size(); size += 7) {
        const std::string result = read_file(folder, "a.warc", plain + two.substr(0, size));
        INFO(size << " " << result);
        if (size < 6) continue;  // such an end says that the record before it may not be whole
        CHECK(result.starts_with("http://x/1;!record 2 at byte " + std::to_string(plain.size()) +
                                 " is damaged: the archive ends"));
    }
    for (std::size_t size = 1; size < gzip(two).size(); size += 7) {
        const std::string result = read_file(folder, "a.warc.gz", gzip(plain) + gzip(two).substr(0, size));
        INFO(size << " " << result);
        CHECK(result.starts_with("http://x/1;!record 2 at byte " + std::to_string(plain.size()) +
                                 " is damaged: the gzip data is cut short"));
    }
}

TEST_CASE("A record of any size is passed over in little memory, a page over the limit with an error", "[warc]") {
    constexpr std::size_t block = std::size_t{3} << 30;
    /// A record of that size of which nothing is stored.
    class Large : public ByteSource {
      public:
        Large(const std::string& head, std::string tail) : head_(head), tail_(std::move(tail)) {}
        std::size_t read(char* buffer, std::size_t size) override {
            if (at_ < head_.size()) return take(head_.substr(at_), buffer, size);
            if (at_ < head_.size() + block) {
                const std::size_t count = std::min(size, head_.size() + block - at_);
                std::fill_n(buffer, count, 'x');
                at_ += count;
                return count;
            }
            return take(tail_.substr(at_ - head_.size() - block), buffer, size);
        }

      private:
        std::string head_, tail_;
        std::size_t at_ = 0;
        std::size_t take(const std::string& rest, char* buffer, std::size_t size) {
            const std::size_t count = rest.copy(buffer, size);
            at_ += count;
            return count;
        }
    };
    const std::string http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";
    for (const bool is_page : {false, true}) {
        const std::string head =
            "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: http://x/1\r\nContent-Type: "
            "application/http\r\nContent-Length: " +
            std::to_string(block + (is_page ? http.size() : 0)) + "\r\n\r\n" + (is_page ? http : "");
        Large source(head, "\r\n\r\n" + response("http://x/2", page("Bo")));
        std::string lines;
        const ReadOptions options;
        WarcArticles articles(options);
        articles.read(source, [&](std::size_t, std::optional<Article> article, const std::string& problem) {
            lines += article ? article->info.id + ";" : "!" + problem + ";";
        });
        CHECK(lines == (is_page ? "!record 1 at byte 0 (http://x/1): has 3,072 MiB, too much for one article; it is "
                                  "left out;http://x/2;"
                                : "http://x/2;"));
    }
}

TEST_CASE("With fail_fast the first damage of an archive is an error", "[warc]") {
    const TemporaryFolder folder;
    ReadOptions strict;
    strict.fail_fast = true;
    const std::string path = folder.write("a.warc", three.substr(0, three.size() - 50));
    std::string seen;
    CHECK_THROWS_WITH(for_each_article({path}, strict, [&](Article&& article) { seen += article.info.id + ";"; }, {}),
                      Catch::Contains("record 3 at byte"));
    CHECK(seen == "http://x/1;http://x/2;");
}

TEST_CASE("How much of the inputs was read is told in bytes", "[read]") {
    const TemporaryFolder folder;
    ReadProgress progress;
    ReadOptions options;
    options.progress = &progress;
    const std::string one = folder.write("a.warc", three), two = folder.write("b.txt", "Some text.");
    double last = 0;
    for_each_article({one, two}, options,
                     [&](Article&&) {
                         CHECK(progress.share() >= last);
                         last = progress.share();
                     },
                     {});
    CHECK(progress.total == three.size() + 10);
    CHECK(progress.share() == 1);
    CHECK(ReadProgress{}.share() == 0);
}
