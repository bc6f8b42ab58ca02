#include <lede/extraction/reference_trainer.hpp>

#include <algorithm>

#include <lede/extraction/antecedent_ranker.hpp>
#include <lede/extraction/reference_labels.hpp>

namespace lede {
namespace {

/// The first time, what is not annotated is taken to mean nothing; the next, what the model of the time before says.
constexpr int rounds = 2;

std::size_t find_right(const std::vector<bool>& right) {
    return static_cast<std::size_t>(std::find(right.begin(), right.end(), true) - right.begin());
}

}  // namespace

/// An article, read.
struct ReferenceTrainer::Text {
    const AnnotatedArticle& article;
    Document document;
    References references;
    ReferenceLabels labels;

    Text(const AnnotatedArticle& the_article, const LanguageModel& language, const MentionBuilder& mentions)
        : article(the_article), document(language.analyse(article.article)),
          references(mentions.find_references(document, find_annotated_names(document, article.entities))),
          labels(document, mentions.lexicon(), article, references.mentions, references.quotations) {}

    std::vector<Mention> resolve(const MentionBuilder& builder, const AntecedentChooser& choose) const {
        return resolve_references(document, builder.lexicon(), article.entities, references.quotations, references.mentions, choose);
    }

    void add_examples(const MentionBuilder& builder, const AntecedentRanker& ranker, std::vector<std::unique_ptr<AntecedentExample>>& examples) const {
        resolve(builder, [&](const Reference& reference, const AntecedentChoices& choices) {
            std::vector<bool> right = labels.judge(reference, choices);
            if (right.empty()) return ranker.empty() ? 0 : ranker.choose(reference, choices);
            const std::size_t choice = find_right(right);
            examples.push_back(std::make_unique<AntecedentExample>(AntecedentExample{choices.features, choices.ends, std::move(right)}));
            return choice;
        });
    }
};

ReferenceTrainer::ReferenceTrainer(const std::vector<AnnotatedArticle>& articles, const LanguageModel& language, const MentionBuilder& mentions)
    : mentions_(&mentions) {
    for (const AnnotatedArticle& article : articles) texts_.push_back(std::make_unique<Text>(article, language, mentions));
}

ReferenceTrainer::~ReferenceTrainer() = default;

std::string ReferenceTrainer::train(int folds, int left_out) const {
    std::string section;
    for (int round = 0; round < rounds; ++round) {
        const std::string before = std::move(section);
        const AntecedentRanker ranker(before);
        std::vector<std::unique_ptr<AntecedentExample>> examples;
        for (std::size_t i = 0; i < texts_.size(); ++i)
            if (left_out < 0 || static_cast<int>(i) % folds != left_out) texts_[i]->add_examples(*mentions_, ranker, examples);
        std::vector<const AntecedentExample*> list;
        for (const auto& example : examples) list.push_back(example.get());
        section = train_antecedents(list);
    }
    return section;
}

void ReferenceTrainer::score(const std::string& section, int folds, int fold, ReferenceScore& score) const {
    const AntecedentRanker ranker(section);
    for (std::size_t i = static_cast<std::size_t>(fold); i < texts_.size(); i += static_cast<std::size_t>(folds)) {
        texts_[i]->resolve(*mentions_, [&](const Reference& reference, const AntecedentChoices& choices) {
            const std::size_t choice = ranker.choose(reference, choices);
            const std::vector<bool> right = texts_[i]->labels.judge(reference, choices);
            if (right.empty()) return choice;
            auto& count = reference.pronoun ? score.pronouns : right[0] ? score.nothing : score.descriptions;
            auto& good = reference.pronoun ? score.right_pronouns : right[0] ? score.right_nothing : score.right_descriptions;
            ++count;
            good += right[choice];
            return choice;
        });
    }
}

ReferenceSections train_references(const std::vector<AnnotatedArticle>& articles, const LanguageModel& language, const MentionBuilder& mentions,
                                   int folds, const std::function<void(const std::string&)>& log) {
    const ReferenceTrainer trainer(articles, language, mentions);
    ReferenceSections sections;
    ReferenceScore score;
    for (int fold = 0; fold < folds; ++fold) {
        sections.held_out.push_back(trainer.train(folds, fold));
        trainer.score(sections.held_out.back(), folds, fold, score);
    }
    sections.full = trainer.train(folds, -1);
    const auto part = [](std::size_t right, std::size_t all) { return std::to_string(right) + " of " + std::to_string(all); };
    log("held out, references: right are " + part(score.right_pronouns, score.pronouns) + " pronouns, " +
        part(score.right_descriptions, score.descriptions) + " descriptions, and " + part(score.right_nothing, score.nothing) +
        " descriptions of nothing that is named");
    return sections;
}

}  // namespace lede
