// Bytes of any kind as a web page.
#include <lede/base/utf8.hpp>
#include <lede/text/charset.hpp>
#include <lede/text/html_article.hpp>

#include "fuzz.hpp"

using namespace lede;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string page = decode_page(fuzz::view(bytes, size));
    fuzz::require(is_valid_utf8(page), "a decoded page that is not UTF-8");
    bool complete = false;
    const Article article = parse_html_article(page, {"footer", "menu", "related", "share"}, &complete);
    for (const std::string* field : {&article.text, &article.info.headline, &article.info.author,
                                     &article.info.publisher, &article.info.url, &article.info.language})
        fuzz::require(is_valid_utf8(*field), "a field that is not UTF-8");
    fuzz::require(article.text.size() <= 2 * page.size() + 3 * article.info.headline.size(),
                  "more text than the page has");
    return 0;
}
