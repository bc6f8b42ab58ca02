#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include <lede/extraction/annotated_article.hpp>
#include <lede/extraction/fact_learner.hpp>
#include <lede/extraction/mention_builder.hpp>
#include <lede/extraction/property_table.hpp>
#include <lede/extraction/reading.hpp>
#include <lede/language/language_model.hpp>

namespace lede {

/// An annotated article, read by the language models and joined with its annotations: candidates become instances to learn from.
class TrainingArticle {
  public:
    /// The table must outlive the article. Facts of properties outside the table are passed over.
    TrainingArticle(AnnotatedArticle annotated, const LanguageModel& language, const MentionBuilder& mentions, const PropertyTable& table);

    /// An annotated fact of the table.
    struct GoldFact {
        std::uint32_t subject = 0;
        std::size_t property = 0;
        std::optional<std::uint32_t> object;
        std::string literal;
        bool optional = false;
        std::vector<std::uint32_t> sentences;  ///< that hold its evidence; empty if the evidence was not found
    };

    const Reading& reading() const { return *reading_; }
    const std::vector<GoldFact>& facts() const { return facts_; }
    /// Properties that the article may state though no fact says so: whatever is found of them is neither right nor
    /// wrong.
    const PropertySet& unknown() const { return unknown_; }

    /// A candidate of this article with what it teaches. The mentions live as long as the article.
    struct Labelled {
        const Mention* subject = nullptr;
        const Mention* object = nullptr;
        PropertySet admitted;
        FactInstance instance;
    };
    std::vector<Labelled> label_candidates() const;

    /// Whether the fact says the same as the subject, property and object of a candidate or of an assembled fact.
    bool agrees(const GoldFact& gold, std::uint32_t subject, std::size_t property, const std::variant<EntityId, Literal>& object) const;

  private:
    std::unique_ptr<AnnotatedArticle> annotated_;  // what the document points to must not move
    std::unique_ptr<Document> document_;
    std::unique_ptr<Reading> reading_;
    const PropertyTable* table_;
    std::vector<GoldFact> facts_;
    PropertySet unknown_;

    void add_facts(const std::vector<AnnotatedFact>& annotated, bool optional);
    std::vector<std::uint32_t> find_sentences(const std::string& evidence) const;
    void judge(const Mention& subject, const Mention& object, std::size_t property, FactInstance& instance) const;
};

}  // namespace lede
