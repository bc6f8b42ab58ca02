#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <lede/base/span.hpp>
#include <lede/text/article.hpp>

namespace lede {

/// Universal parts of speech.
enum class Upos : std::uint8_t {
    adj,
    adp,
    adv,
    aux,
    cconj,
    det,
    intj,
    noun,
    num,
    part,
    pron,
    propn,
    punct,
    sconj,
    sym,
    verb,
    x
};
const char* to_string(Upos upos);
/// Upos::x for an unknown name.
Upos parse_upos(std::string_view name);

/// A syntactic word in the sense of Universal Dependencies. Parts of a multiword token ("don't") share no bytes: "do" +
/// "n't".
struct Token {
    Span span;          ///< bytes in the article's text
    std::string lemma;  ///< lower case except for proper nouns
    std::string feats;  ///< UD features, "_" if none
    Upos upos = Upos::x;
    std::string xpos;        ///< Penn tag
    std::int32_t head = -1;  ///< index in Document::tokens of the head; -1 for the root of a sentence
    std::string deprel;      ///< UD relation with subtype, "root" for the root
    std::uint32_t sentence = 0;
};

/// Tokens [first, last) that form a sentence.
struct Sentence {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    Span span;                    ///< bytes, from its first token to its last
    std::uint32_t paragraph = 0;  ///< counts from 0; the headline, if any, is a paragraph of its own
    bool headline = false;
};

/// A named mention found by the name recogniser.
struct Name {
    std::uint32_t first = 0;  ///< tokens [first, last)
    std::uint32_t last = 0;
    std::string label;  ///< class of the trained model, such as "person"
    float score = 0;
};

/// An article with the layers that the language models add. The article must outlive the document.
struct Document {
    const Article* article = nullptr;
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;
    std::vector<Name> names;  ///< sorted by first token, not overlapping

    std::string_view text() const { return article->text; }
    std::string_view form(const Token& token) const { return slice(article->text, token.span); }
    std::string_view form(std::size_t token) const { return form(tokens[token]); }
    /// The bytes of tokens [first, last), last > first.
    Span span_of(std::uint32_t first, std::uint32_t last) const {
        return {tokens[first].span.begin, tokens[last - 1].span.end};
    }
};

}  // namespace lede
