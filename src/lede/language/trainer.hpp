#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <lede/language/conllu.hpp>
#include <lede/language/evaluation.hpp>

namespace lede {

/// How a language model is trained.
struct LanguageTraining {
    std::vector<std::filesystem::path> treebanks;    ///< CoNLL-U
    std::vector<std::filesystem::path> development;  ///< CoNLL-U, for early stopping and the report
    std::filesystem::path leave_out;  ///< a list of document ids that are not trained on, one a line; may be empty
    std::filesystem::path lists;   ///< folder with abbreviations.tsv, domains.tsv, emoticons.tsv, reporting_verbs.tsv,
                                  ///< each of which may be missing
    std::filesystem::path output;  ///< an existing model keeps its other sections
    std::string language = "en";
    std::string licence;  ///< of the model, as its data asks; goes into its meta data
    std::vector<std::string>
        data_names;  ///< of the training data, for the meta data; by default the paths' last two parts
    int epochs = 20;                  ///< over the data for the network; the best on the development data is kept
    std::uint32_t hidden_size = 160;  ///< of each direction of the network's layers
    std::uint32_t layers = 2;
    std::uint64_t seed = 1;  ///< of all that is random
    bool only_tokens = false;  ///< train tokens and sentences; `output` must be a whole model already
};

/// Trains all models but the names, or only tokens and sentences, and writes the model file. Same input, same bytes.
/// `progress` gets a line for people. Returns the scores on the development data from its plain text. Throws
/// InputError, OutputError.
LanguageScores train_language(const LanguageTraining& training,
                              const std::function<void(const std::string&)>& progress);

}  // namespace lede
