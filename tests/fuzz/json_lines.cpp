// Bytes of any kind as JSON Lines, an array of articles, or a single one.
#include <algorithm>

#include <lede/base/utf8.hpp>
#include <lede/text/json_articles.hpp>

#include "fuzz.hpp"

using namespace lede;

namespace {

/// A source that gives its bytes in pieces, as a pipe does.
class Bytes : public ByteSource {
  public:
    explicit Bytes(std::string_view bytes) : rest_(bytes) {}
    std::size_t read(char* buffer, std::size_t size) override {
        const std::size_t count = rest_.copy(buffer, std::min<std::size_t>(size, 1000));
        rest_.remove_prefix(count);
        return count;
    }

  private:
    std::string_view rest_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    Bytes source(fuzz::view(bytes, size));
    std::size_t last = 0;
    read_json_articles(source, 1 << 12,
                       [&](std::size_t line, const std::optional<Article>& article, const std::string& problem) {
                           fuzz::require(line >= last && line > 0, "a line number that goes back");
                           last = line;
                           fuzz::require(article || !problem.empty(), "neither an article nor a reason");
                           if (!article) return;
                           for (const std::string* field :
                                {&article->text, &article->info.id, &article->info.headline, &article->info.url})
                               fuzz::require(is_valid_utf8(*field), "a field that is not UTF-8");
                       });
    return 0;
}
