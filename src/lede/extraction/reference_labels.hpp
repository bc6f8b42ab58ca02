#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <vector>

#include <lede/extraction/annotated_article.hpp>
#include <lede/extraction/antecedent_features.hpp>

namespace lede {

/// What the annotations of an article tell of its pronouns and descriptions. Descriptions are annotated, and one that is not annotated
/// means nothing that is named. Of pronouns, those are known that stand in the evidence of a fact whose argument that evidence does not
/// name otherwise, and those that say a quotation.
class ReferenceLabels {
  public:
    /// `names` have their entities. The article must outlive the labels.
    ReferenceLabels(const Document& document, const ReferenceLexicon& lexicon, const AnnotatedArticle& article, const std::vector<Mention>& names,
                    std::span<const QuotedSpan> quotations);

    /// Which of the choices are right; empty if that is not known, or no choice is.
    std::vector<bool> judge(const Reference& reference, const AntecedentChoices& choices) const;

  private:
    struct Meaning {
        std::vector<std::uint32_t> entities;  ///< sorted
        bool together = false;                ///< all of them; otherwise one of them
    };

    void read_descriptions(const AnnotatedArticle& article);
    void read_evidence(const ReferenceLexicon& lexicon, const AnnotatedArticle& article, const std::vector<Mention>& names);
    void read_speakers(const AnnotatedArticle& article, std::span<const QuotedSpan> quotations);
    Span find_tokens(std::size_t begin, std::size_t end) const;
    void add_description(Span tokens, const std::vector<std::uint32_t>& meant, bool once);

    const Document& document_;
    std::map<std::uint32_t, Meaning> descriptions_;  ///< by the token of the noun
    std::map<std::uint32_t, Meaning> pronouns_;      ///< by token
    std::set<std::uint32_t> unsure_;                 ///< tokens inside an annotated phrase that are not its head
};

}  // namespace lede
