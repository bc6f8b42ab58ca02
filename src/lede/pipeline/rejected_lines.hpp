#pragma once

#include <string>

#include <lede/model/facts.hpp>

namespace lede {

/// Names of the columns of rejected_lines, with the end of the line.
std::string rejected_header();

/// A line for each statement that was considered and left out, and for each fact that is not asserted, tab-separated:
/// article, subject, property (IRI), object, confidence, reason, sentence. Tabs and line ends within a column are
/// blanks.
std::string rejected_lines(const ArticleFacts& article);

}  // namespace lede
