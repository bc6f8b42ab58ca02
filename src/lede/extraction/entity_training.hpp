#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <lede/extraction/annotated_article.hpp>
#include <lede/language/model_file.hpp>
#include <lede/language/name_corpus.hpp>
#include <lede/language/word_vectors.hpp>
#include <lede/ontology/ontology.hpp>
#include <lede/text/document.hpp>

namespace lede {

/// What the training of names and entities reads.
struct NameTrainingData {
    std::vector<AnnotatedArticle> articles;  ///< their texts must stay where they are
    std::vector<NameCorpus> corpora;         ///< those with the same mapping are one domain, of one convention
    std::set<std::string> leave_out;         ///< ids of the corpora's documents that are not trained on
    WordVectors vectors;                     ///< of the model that the names are for; may be empty
    std::filesystem::path article_mapping;   ///< from classes, as CURIEs, to labels
    std::vector<std::filesystem::path> gazetteers;
    std::filesystem::path given_names;       ///< one a line; may be missing
    int folds = 5;
    std::function<void(const std::string&)> progress = {};  ///< gets a line for people at each step; may be empty
};

/// The language models that names are found with.
struct NameTrainingReader {
    std::function<Document(const Article&)> read;  ///< tokens and sentences
    std::function<Matrix(Document&)> annotate;     ///< what else is used for names, see LanguageModel::annotate; may be empty
};

/// Counts of one label on held-out articles: span and label right.
struct NameScore {
    std::size_t right = 0, found = 0, annotated = 0;
    double f1() const { return found + annotated ? 2.0 * static_cast<double>(right) / static_cast<double>(found + annotated) : 0; }
};

/// Trains the recogniser, and then, on articles read by recognisers that did not see them, which names belong together and the
/// classes of things. Adds the sections `names.*` and `entities.*`. Returns scores on held-out articles by label, "all" for all.
/// Same data, same sections. Throws InputError.
std::map<std::string, NameScore> train_names(const NameTrainingData& data, const Ontology& ontology, const NameTrainingReader& reader, ModelFileWriter& model);

}  // namespace lede
