#pragma once

#include <string>
#include <vector>

#include <lede/text/html_page.hpp>

namespace lede {

/// The paragraphs of the article in a page, in order, headings included; empty if there is no text to speak of.
/// The element that holds most running text is found as in Readability (Arc90, 2010; Mozilla's Readability.js): each
/// paragraph votes for the elements around it by its length and its commas, links speak against; what the page itself
/// declares to be the article's text goes first. Within it, link lists and what is set aside are left out.
std::vector<std::string> find_article_paragraphs(const Page& page);

}  // namespace lede
