// Bytes of any kind as a web archive, which comes in pieces and fails in the middle, as a packed one does.
#include <algorithm>

#include <lede/base/error.hpp>
#include <lede/base/utf8.hpp>
#include <lede/text/warc_articles.hpp>

#include "fuzz.hpp"

using namespace lede;

namespace {

/// Gives its bytes in pieces; at each byte 0xFF it fails as packed data does, and goes on behind it.
class Bytes : public ByteSource {
  public:
    explicit Bytes(std::string_view bytes) : rest_(bytes) {}
    std::size_t read(char* buffer, std::size_t size) override {
        if (rest_.starts_with('\xFF')) throw InputError("bytes", "the data is damaged");
        const std::size_t good = std::min(rest_.find('\xFF'), rest_.size());
        const std::size_t count = rest_.copy(buffer, std::min<std::size_t>({size, good, 1000}));
        rest_.remove_prefix(count);
        checked_ = rest_.empty() || rest_.starts_with('\x1F');
        return count;
    }
    bool recover() override {
        rest_.remove_prefix(std::min<std::size_t>(rest_.size(), 1));
        return !rest_.empty();
    }
    bool checked() const override { return checked_; }

  private:
    std::string_view rest_;
    bool checked_ = true;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    ReadOptions options;
    options.largest_article = 1 << 12;
    options.crawl_language = "en";
    Bytes source(fuzz::view(bytes, size));
    std::size_t last = 0, articles = 0;
    WarcArticles archive(options);
    const WarcCounts counts = archive.read(source, [&](std::size_t record, const std::optional<Article>& article, const std::string& problem) {
        fuzz::require(record >= last, "a record number that goes back");
        last = record;
        fuzz::require(article || !problem.empty(), "neither an article nor a reason");
        articles += article.has_value();
        if (!article) return;
        fuzz::require(!article->text.empty(), "an article without text");
        for (const std::string* field : {&article->text, &article->info.id, &article->info.headline, &article->info.url})
            fuzz::require(is_valid_utf8(*field), "a field that is not UTF-8");
    });
    fuzz::require(counts.articles == articles, "a wrong count of articles");
    return 0;
}
