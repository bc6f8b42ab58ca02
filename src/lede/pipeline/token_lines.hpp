#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <lede/extraction/open_tuple.hpp>
#include <lede/text/document.hpp>

namespace lede {

/// A sentence whose tokens are given, with blanks between them. The brackets and quotation marks of the Penn treebank
/// (-LRB-, ``) are, in the document, the signs that they stand for.
class TokenLine {
  public:
    explicit TokenLine(std::string_view line);

    /// One sentence, or none for a line without tokens; with tokens alone. Lives as long as this.
    Document& document() { return document_; }
    /// The token as it was given.
    std::string_view given(std::uint32_t token) const { return given_[token]; }

  private:
    std::unique_ptr<Article> article_;
    std::vector<std::string> given_;
    Document document_;

    void add(std::string_view form);
};

/// The tuple as a line, with its line end: sentence, confidence, predicate, subject, arguments, with a TAB between
/// them.
std::string to_line(const Document& document, const OpenTuple& tuple, const Speller& spell);

}  // namespace lede
