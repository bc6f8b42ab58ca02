#pragma once

#include <sstream>
#include <string>
#include <string_view>

#include <lede/text/document.hpp>

namespace lede::test {

/// A document written by hand with its trees: one word a line, "form lemma UPOS XPOS head relation", heads counting from 1 within the
/// sentence as in CoNLL-U (0 for the root), an empty line between sentences. The text is the forms with one blank between them.
class TreeDocument {
  public:
    explicit TreeDocument(std::string_view lines) {
        document_.article = &article_;
        std::istringstream in{std::string(lines)};
        for (std::string line; std::getline(in, line);) {
            std::istringstream words(line);
            std::string form;
            if (words >> form) add(form, words);
            else close();
        }
        close();
    }
    TreeDocument(const TreeDocument&) = delete;

    Document& operator*() { return document_; }
    const Document* operator->() const { return &document_; }

    std::uint32_t token(std::string_view form) const {
        std::uint32_t i = 0;
        while (i + 1 < document_.tokens.size() && document_.form(i) != form) ++i;
        return i;
    }

  private:
    Article article_;
    Document document_;
    std::uint32_t first_ = 0;

    void add(const std::string& form, std::istringstream& words) {
        Token token;
        std::string upos;
        int head = 0;
        words >> token.lemma >> upos >> token.xpos >> head >> token.deprel;
        token.upos = parse_upos(upos);
        token.head = head == 0 ? -1 : static_cast<std::int32_t>(first_) + head - 1;
        token.sentence = static_cast<std::uint32_t>(document_.sentences.size());
        if (!article_.text.empty()) article_.text += ' ';
        token.span.begin = static_cast<std::uint32_t>(article_.text.size());
        article_.text += form;
        token.span.end = static_cast<std::uint32_t>(article_.text.size());
        document_.tokens.push_back(std::move(token));
    }
    void close() {
        const auto last = static_cast<std::uint32_t>(document_.tokens.size());
        if (last == first_) return;
        document_.sentences.push_back({first_, last, document_.span_of(first_, last), 0, false});
        first_ = last;
    }
};

}  // namespace lede::test
