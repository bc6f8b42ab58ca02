#pragma once

#include <initializer_list>
#include <span>
#include <string_view>

#include <lede/extraction/open_tuple.hpp>
#include <lede/text/document.hpp>

namespace lede {

/// A document's dependency trees, ready to be asked for phrases. The document must outlive it.
class OpenTree {
  public:
    using Relations = std::initializer_list<std::string_view>;

    explicit OpenTree(const Document& document);

    const Document& document() const { return document_; }
    const Token& token(std::uint32_t i) const { return document_.tokens[i]; }
    /// The form in lower case (ASCII letters, which all words that the rules name have).
    std::string low(std::uint32_t i) const;
    /// The dependents of a token, in the order of the text.
    std::span<const std::uint32_t> dependents(std::uint32_t i) const;
    /// Those with one of the relations, or with a subtype of one.
    Words dependents(std::uint32_t i, Relations relations) const;
    bool has(std::uint32_t i, Relations relations) const;
    /// Whether the token's own relation is one of them, or a subtype of one.
    bool is(std::uint32_t i, Relations relations) const;

    /// Whether a token heads a clause: a verb that is no modifier, or what a copula goes with.
    bool is_predicate(std::uint32_t i) const;
    /// The token and what is coordinated with it, in the order of the text; the token alone where the row is so long
    /// that each taken with each would flood the output.
    Words conjuncts(std::uint32_t i) const;

    /// All that hangs on a token but for the dependents left out and what hangs on those, without punctuation,
    /// conjunctions and halves of quotations at the ends.
    Words subtree(std::uint32_t i, const Words& without = {}) const;
    /// A noun phrase without its conjuncts and what belongs to the clause that it may head.
    Words phrase(std::uint32_t i, const Words& without = {}) const;
    /// A noun with the modifiers before it and its prepositional ones, for use as an argument of the clause that
    /// modifies it.
    Words antecedent(std::uint32_t noun, std::uint32_t modifier) const;
    /// The dependents of a predicate noun that belong to its clause: copula, subject, adverbials; empty for other
    /// nouns.
    Words clausal(std::uint32_t noun) const;

  private:
    const Document& document_;
    Words dependents_;
    std::vector<std::size_t> first_;  ///< by token, index in dependents_, and the end

    void trim(Words& words) const;
    bool is_unpaired_quote(const Words& words, std::uint32_t edge) const;
};

/// Adds the words to the others.
void append(Words& words, const Words& more);
bool contains(const Words& words, std::uint32_t word);

}  // namespace lede
