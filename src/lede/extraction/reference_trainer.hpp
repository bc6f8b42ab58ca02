#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <lede/extraction/annotated_article.hpp>
#include <lede/extraction/antecedent_trainer.hpp>
#include <lede/extraction/mention_builder.hpp>
#include <lede/language/language_model.hpp>

namespace lede {

/// How well references of held-out articles were resolved.
struct ReferenceScore {
    std::size_t pronouns = 0, right_pronouns = 0;          ///< whose meaning is annotated
    std::size_t descriptions = 0, right_descriptions = 0;  ///< of something named
    std::size_t nothing = 0, right_nothing = 0;            ///< descriptions of nothing that is named
};

/// Trained rankers, as sections.
struct ReferenceSections {
    std::string full;                   ///< learned from all articles
    std::vector<std::string> held_out;  ///< [k]: from all but the articles i with i % folds == k
};

/// Learns from annotated articles what pronouns and descriptions mean.
class ReferenceTrainer {
  public:
    /// The articles, the language model and the builder must outlive the trainer.
    ReferenceTrainer(const std::vector<AnnotatedArticle>& articles, const LanguageModel& language, const MentionBuilder& mentions);
    ~ReferenceTrainer();

    /// A section for AntecedentRanker, learned from all articles but those of one fold (article i is of fold i % folds); -1 leaves out none.
    std::string train(int folds, int left_out) const;

    /// How well a section does on the articles of a fold.
    void score(const std::string& section, int folds, int fold, ReferenceScore& score) const;

  private:
    struct Text;
    const MentionBuilder* mentions_;
    std::vector<std::unique_ptr<Text>> texts_;
};

/// Trains a ranker on all articles, and one for each fold without it; says how well those do on what they have not seen.
ReferenceSections train_references(const std::vector<AnnotatedArticle>& articles, const LanguageModel& language, const MentionBuilder& mentions,
                                   int folds, const std::function<void(const std::string&)>& log);

}  // namespace lede
