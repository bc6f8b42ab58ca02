#include <lede/extraction/reference_lexicon.hpp>

#include <algorithm>
#include <cmath>
#include <map>

#include <lede/base/hash.hpp>
#include <lede/base/utf8.hpp>
#include <lede/base/word_list.hpp>
#include <lede/language/surface.hpp>

namespace lede {
namespace {

/// A word's guessed classes.
constexpr std::size_t most_guesses = 3;

}  // namespace

ReferenceLexicon::ReferenceLexicon(const Ontology& ontology, const ClassNouns& nouns, const std::filesystem::path& data_folder, WordVectors vectors)
    : ontology_(&ontology), nouns_(&nouns), pronouns_(data_folder), ties_(ontology), vectors_(vectors) {
    const std::filesystem::path path = data_folder / "lists" / "group_nouns.tsv";
    const WordList groups(path, 2);
    for (const auto& row : groups.rows()) group_nouns_[row[0]] = static_cast<std::uint32_t>(number_field(row, 1, path));
    read_clusters();
}

/// Notes of which classes the nouns in each cluster of similar words are.
void ReferenceLexicon::read_clusters() {
    std::unordered_map<std::uint64_t, std::map<std::uint32_t, int>> counts;
    for (const OntologyClass& item : ontology_->classes())
        for (const std::string& noun : item.nouns) {
            std::array<std::uint64_t, 2> clusters{};
            if (find_vector(noun, clusters)) ++counts[clusters[1]][ties_.find(item.iri)];
        }
    for (const auto& [cluster, classes] : counts) {
        std::vector<std::pair<int, std::uint32_t>> ranked;
        for (const auto& [item, count] : classes) ranked.emplace_back(-count, item);
        std::sort(ranked.begin(), ranked.end());
        if (ranked.size() > most_guesses) ranked.resize(most_guesses);
        for (const auto& [count, item] : ranked) cluster_classes_[cluster].push_back(item);
    }
}

const std::vector<std::uint32_t>& ReferenceLexicon::guess_classes(const KnownWord& word) const {
    const auto found = cluster_classes_.find(word.clusters[1]);
    return !word.vector || found == cluster_classes_.end() ? no_classes_ : found->second;
}

std::optional<std::uint32_t> ReferenceLexicon::find_vector(std::string_view lemma, std::array<std::uint64_t, 2>& clusters) const {
    if (vectors_.empty()) return std::nullopt;
    const std::optional<std::uint32_t> word = vectors_.find(lower_key(lemma));
    if (!word) return std::nullopt;
    const std::size_t finest = vectors_.cluster_counts().size();
    if (finest > 0) clusters[1] = 1U + vectors_.cluster(*word, finest - 1);
    if (finest > 1) clusters[0] = 1U + vectors_.cluster(*word, finest - 2);
    return word;
}

KnownWord ReferenceLexicon::word(const Document& document, std::uint32_t token) const {
    KnownWord word;
    const std::string lemma = to_lower(document.tokens[token].lemma);
    word.lemma = hash_of(lemma);
    word.vector = find_vector(lemma, word.clusters);
    return word;
}

std::optional<std::uint32_t> ReferenceLexicon::group_size(std::string_view lemma) const {
    const auto found = group_nouns_.find(to_lower(lemma));
    return found == group_nouns_.end() ? std::nullopt : std::optional(found->second);
}

double ReferenceLexicon::likeness(const KnownWord& a, const KnownWord& b) const {
    if (!a.vector || !b.vector) return 0;
    const auto left = vectors_.row(*a.vector), right = vectors_.row(*b.vector);
    std::int32_t product = 0, square_left = 0, square_right = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        product += left[i] * right[i];
        square_left += left[i] * left[i];
        square_right += right[i] * right[i];
    }
    return square_left && square_right ? product / std::sqrt(double(square_left) * square_right) : 0;
}

}  // namespace lede
