// Bytes of any kind as the file of an article. The first byte chooses the file's suffix.
#include <array>
#include <set>
#include <support/temporary_folder.hpp>

#include <lede/base/error.hpp>
#include <lede/base/utf8.hpp>
#include <lede/text/read_articles.hpp>

#include "fuzz.hpp"

using namespace lede;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const TemporaryFolder folder;
    static constexpr std::array suffixes{"", ".txt", ".html", ".jsonl", ".json", ".txt.gz"};
    std::string_view input = fuzz::view(bytes, size);
    const unsigned choice = fuzz::take_byte(input);
    const std::string path =
        folder.write(std::string("article") + suffixes[choice % suffixes.size()], std::string(input));
    std::size_t errors = 0, articles = 0;
    ReadOptions options;
    options.largest_article = std::size_t{1} << 16;
    options.suspicious_words = {"nav", "related"};
    const auto check = [&](Article&& article) {
        ++articles;
        fuzz::require(!article.text.empty(), "an article without text");
        fuzz::require(!article.info.id.empty(), "an article without id");
        for (const std::string* field :
             {&article.text, &article.info.id, &article.info.headline, &article.info.url, &article.info.author})
            fuzz::require(is_valid_utf8(*field), "a field that is not UTF-8");
        fuzz::require(article.text.find('\r') == std::string::npos, "a carriage return in a text");
        fuzz::require(article.text.starts_with(article.info.headline), "a headline that is not the first paragraph");
    };
    for_each_article({path}, options, check,
                     [&](const Diagnostic& found) { errors += found.severity == Severity::error; });
    fuzz::require(articles + errors > 0, "neither an article nor an error");
    return 0;
}
