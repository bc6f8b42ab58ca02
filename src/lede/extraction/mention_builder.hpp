#pragma once

#include <filesystem>
#include <vector>

#include <lede/extraction/antecedent_ranker.hpp>
#include <lede/extraction/class_nouns.hpp>
#include <lede/extraction/coreference.hpp>
#include <lede/extraction/dates.hpp>
#include <lede/extraction/entity_builder.hpp>
#include <lede/extraction/mention.hpp>
#include <lede/extraction/numbers.hpp>
#include <lede/extraction/thing_finder.hpp>
#include <lede/ontology/ontology.hpp>

namespace lede {

/// The mentions of a document that stand for entities, before it is known what pronouns and descriptions mean.
struct References {
    std::vector<Mention> mentions;  ///< sorted by first token; names have their entities
    std::vector<QuotedSpan> quotations;
    std::vector<bool> taken;        ///< by token, whether it is part of a name
};

/// Collects all mentions of a document: names, what refers back to them, and literal values.
class MentionBuilder {
  public:
    /// The ontology must outlive the builder, and so must what `vectors` is a view of.
    MentionBuilder(const Ontology& ontology, const std::filesystem::path& data_folder, WordVectors vectors = {});

    /// Uses this ranker for pronouns and descriptions from now on, in place of rules; an empty one changes nothing.
    void set_ranker(AntecedentRanker ranker) { ranker_ = ranker; }

    /// Sorted by first token, then by last. Pronouns and descriptions that could not be resolved are left out; each sentence has implicit
    /// mentions of what it may be about without saying so.
    std::vector<Mention> build(const Document& document, const DocumentEntities& entities) const;

    References find_references(const Document& document, const DocumentEntities& entities) const;
    const ReferenceLexicon& lexicon() const { return lexicon_; }
    const ThingFinder& things() const { return things_; }
    const DateFinder& dates() const { return dates_; }

  private:
    ClassNouns nouns_;
    ReferenceLexicon lexicon_;
    AntecedentRanker ranker_;
    QuotationFinder quotations_;
    CoreferenceResolver coreference_;
    DateFinder dates_;
    NumberFinder numbers_;
    ThingFinder things_;

    const Ontology* ontology_;

    void add_values(const Document& document, std::vector<bool>& taken, std::vector<Mention>& mentions) const;
};

}  // namespace lede
