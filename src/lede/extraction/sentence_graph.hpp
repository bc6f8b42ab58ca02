#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <lede/text/document.hpp>

namespace lede {

/// One step of a dependency path, from a word to its head (`up`) or to a dependent.
struct PathStep {
    std::uint64_t relation = 0;  ///< hash of the relation, with its preposition ("obl:by")
    bool up = false;
    std::uint32_t token = 0;     ///< the token that the step arrives at
};

/// The way between two words of a sentence: up to their lowest common ancestor, then down.
struct DependencyPath {
    std::vector<PathStep> steps;  ///< empty if the words are the same or in trees that do not meet
    std::uint32_t top = 0;        ///< the lowest common ancestor, or what took its place by coordination
    bool coordinated = false;     ///< whether a coordination was skipped on the way
    bool found = false;
};

/// A document's dependency trees, normalised for patterns: a conjunct stands where the first of its row stands ("A, B and C star"
/// ties C to the verb as it ties A), a coordinated verb shares the subject of the first, prepositions are part of the relation.
class SentenceGraph {
  public:
    explicit SentenceGraph(const Document& document);

    DependencyPath path(std::uint32_t from, std::uint32_t to) const;

    /// The first word of the coordination that the token belongs to; the token itself if none.
    std::uint32_t first_conjunct(std::uint32_t token) const { return first_conjunct_[token]; }
    /// Head after normalisation; -1 for the root.
    std::int32_t head(std::uint32_t token) const { return head_[token]; }
    /// Hash of the relation to that head.
    std::uint64_t relation(std::uint32_t token) const { return relation_[token]; }
    /// The tokens whose head, after normalisation, is this one; in the order of the text.
    std::span<const std::uint32_t> dependents(std::uint32_t token) const {
        return std::span(dependents_).subspan(first_dependent_[token], first_dependent_[token + 1] - first_dependent_[token]);
    }
    std::uint64_t lemma(std::uint32_t token) const { return lemma_[token]; }

  private:
    const Document* document_;
    std::vector<std::int32_t> head_;
    std::vector<std::uint64_t> relation_;
    std::vector<std::uint64_t> lemma_;
    std::vector<std::uint32_t> first_conjunct_;
    std::vector<std::uint32_t> dependents_;
    std::vector<std::uint32_t> first_dependent_;  ///< by token, index in dependents_, and the end

    void share_coordination();
    void list_dependents();
    void skip_coordinated_verb(DependencyPath& path) const;
};

}  // namespace lede
