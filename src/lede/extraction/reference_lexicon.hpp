#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <lede/extraction/class_nouns.hpp>
#include <lede/extraction/class_ties.hpp>
#include <lede/extraction/pronoun_list.hpp>
#include <lede/language/word_vectors.hpp>
#include <lede/ontology/ontology.hpp>

namespace lede {

/// A word as references are compared by: its lemma, and what word vectors know of it.
struct KnownWord {
    std::uint64_t lemma = 0;  ///< hash, lower case
    std::optional<std::uint32_t> vector;
    std::array<std::uint64_t, 2> clusters{};  ///< a coarse and a fine one; 0 for a word without a vector
};

/// What the program knows of words before it reads: classes, pronouns, nouns for groups, word vectors.
class ReferenceLexicon {
  public:
    /// The ontology and the nouns must outlive the lexicon, and so must what the vectors, which may be empty, are a view of.
    ReferenceLexicon(const Ontology& ontology, const ClassNouns& nouns, const std::filesystem::path& data_folder, WordVectors vectors);

    const Ontology& ontology() const { return *ontology_; }
    const ClassNouns& nouns() const { return *nouns_; }
    const PronounList& pronouns() const { return pronouns_; }
    const ClassTies& ties() const { return ties_; }

    KnownWord word(const Document& document, std::uint32_t token) const;
    /// How many things a noun such as "duo" stands for, 0 for any number; empty for other nouns.
    std::optional<std::uint32_t> group_size(std::string_view lemma) const;
    /// Classes of the ontology's nouns that are like the word, commonest first, as ClassTies numbers them; may be empty.
    const std::vector<std::uint32_t>& guess_classes(const KnownWord& word) const;
    /// Cosine of the words' vectors; 0 if one has none.
    double likeness(const KnownWord& a, const KnownWord& b) const;

  private:
    const Ontology* ontology_;
    const ClassNouns* nouns_;
    PronounList pronouns_;
    ClassTies ties_;
    WordVectors vectors_;
    std::unordered_map<std::string, std::uint32_t> group_nouns_;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> cluster_classes_;  ///< by fine cluster
    std::vector<std::uint32_t> no_classes_;

    void read_clusters();
    std::optional<std::uint32_t> find_vector(std::string_view lemma, std::array<std::uint64_t, 2>& clusters) const;
};

}  // namespace lede
