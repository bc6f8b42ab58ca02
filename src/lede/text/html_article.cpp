#include <lede/base/utf8.hpp>
#include <lede/text/html_article.hpp>
#include <lede/text/html_content.hpp>
#include <lede/text/html_metadata.hpp>
#include <lede/text/html_page.hpp>
#include <lede/text/plain_text.hpp>

namespace lede {

namespace {

constexpr std::size_t enough_text = 250;  // bytes; with less, the page is likely filled in by scripts

std::size_t size_of(const std::vector<std::string>& paragraphs) {
    std::size_t bytes = 0;
    for (const auto& paragraph : paragraphs) bytes += paragraph.size();
    return bytes;
}

std::string join(const std::string& headline, const std::vector<std::string>& paragraphs) {
    std::string text = headline;
    for (const auto& paragraph : paragraphs) {
        if (fold(paragraph) == fold(headline)) continue;
        if (!text.empty()) text += "\n\n";
        text += paragraph;
    }
    return text;
}

}  // namespace

Article parse_html_article(std::string_view html, const std::vector<std::string>& suspicious_words, bool* complete) {
    const Page page = parse_page(html, suspicious_words);
    if (complete) *complete = page.complete;
    Article article{read_page_info(page), {}};
    const auto paragraphs = find_article_paragraphs(page);
    const std::size_t size = size_of(paragraphs);
    const std::string declared = size < enough_text ? to_valid_utf8(find_declared_text(page)) : std::string();
    if (declared.size() > size) {
        const Article body = parse_plain_text(declared);
        article.text = join(article.info.headline, {body.text});
    } else if (!paragraphs.empty()) {
        article.text = join(article.info.headline, paragraphs);
    }
    return article;
}

}  // namespace lede
