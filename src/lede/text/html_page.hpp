#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lede {

/// What an element is for, as far as finding the article goes.
enum class PageRole : std::uint8_t {
    other,
    article,     ///< <article>, <main>
    body,        ///< marked as the article's text (itemprop or property articleBody)
    aside,       ///< navigation, footer, figure caption, hidden: never part of the text
    suspicious,  ///< its class or id says that it is no part of the text, which may be wrong
};

struct PageElement {
    std::uint32_t parent = 0;  ///< index in Page::elements; the root is its own parent
    PageRole role = PageRole::other;
};

/// A stretch of text between two borders of blocks, white space collapsed.
struct PageBlock {
    std::string text;
    std::string tag;               ///< of the innermost block element
    std::uint32_t element = 0;     ///< index of that element in Page::elements
    std::uint32_t link_bytes = 0;  ///< how much of the text is in links
};

/// A web page as a flat list of text blocks with the elements that hold them: all that is needed to find the article in
/// it.
struct Page {
    std::vector<PageElement> elements;                      ///< parents before children; never empty
    std::vector<PageBlock> blocks;                          ///< in the order of the page
    std::vector<std::pair<std::string, std::string>> meta;  ///< name or property in lower case, content
    std::vector<std::string> linked_data;                   ///< JSON-LD scripts
    std::vector<std::string> times;                         ///< datetime attributes
    std::string title;
    std::string language;
    std::string canonical_url;
    bool complete = true;  ///< false if the page was so malformed that its end was not read
};

/// Reads a page of valid UTF-8, however broken, in time and memory proportional to its size. `suspicious_words` are
/// words of class and id attributes that mark what is not the article, in lower case, sorted.
Page parse_page(std::string_view html, const std::vector<std::string>& suspicious_words);

}  // namespace lede
