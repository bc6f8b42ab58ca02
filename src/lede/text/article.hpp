#pragma once

#include <string>

#include <lede/model/facts.hpp>

namespace lede {

/// An article as read: what is known about it, and its text in valid UTF-8 with LF line ends and blank lines between
/// paragraphs. Where the article has a headline, it is the first paragraph of the text.
struct Article {
    ArticleInfo info;
    std::string text;
};

}  // namespace lede
