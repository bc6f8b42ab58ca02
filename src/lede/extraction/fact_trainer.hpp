#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <lede/extraction/entity_builder.hpp>
#include <lede/extraction/fact_model.hpp>
#include <lede/language/language_model.hpp>
#include <lede/ontology/ontology.hpp>

namespace lede {

/// What fact training reads.
struct FactTrainingData {
    std::filesystem::path articles;                 ///< folder of annotated articles
    std::vector<std::filesystem::path> sentences;   ///< property TAB + or - TAB marked sentence, one a line; prefixes as in articles
    std::filesystem::path data_folder;              ///< word lists and gazetteers
    WordVectors vectors;                            ///< of the language model; may be empty
    int folds = 5;                                  ///< of the cross-validation that sets the thresholds
    LearnerOptions learner;
};

/// Precision and recall of facts on held-out articles, with the annotated entities given.
struct FactScore {
    std::size_t right = 0, wrong = 0, missed = 0;
    double precision() const { return right + wrong ? static_cast<double>(right) / static_cast<double>(right + wrong) : 0; }
    double recall() const { return right + missed ? static_cast<double>(right) / static_cast<double>(right + missed) : 0; }
    double f1() const { return precision() + recall() > 0 ? 2 * precision() * recall() / (precision() + recall()) : 0; }
};

struct FactTrainingReport {
    FactScore total;
    std::vector<std::pair<std::string, FactScore>> properties;  ///< by IRI, sorted
};

/// Receives progress messages.
using TrainingLog = std::function<void(const std::string&)>;

/// Trains the model of facts: cross-validates over the articles to set a threshold for each property, then learns from all of them and
/// from all example sentences. Same data, same model. Throws InputError for unreadable data.
FactModelParts train_facts(const FactTrainingData& data, const Ontology& ontology, const LanguageModel& language, const EntityBuilder& entities,
                           FactTrainingReport& report, const TrainingLog& log);

}  // namespace lede
