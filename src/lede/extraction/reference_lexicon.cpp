#include <lede/extraction/reference_lexicon.hpp>

#include <cmath>

#include <lede/base/hash.hpp>
#include <lede/base/utf8.hpp>
#include <lede/base/word_list.hpp>
#include <lede/language/surface.hpp>

namespace lede {

ReferenceLexicon::ReferenceLexicon(const Ontology& ontology, const ClassNouns& nouns, const std::filesystem::path& data_folder, WordVectors vectors)
    : ontology_(&ontology), nouns_(&nouns), pronouns_(data_folder), ties_(ontology), vectors_(vectors) {
    const std::filesystem::path path = data_folder / "lists" / "group_nouns.tsv";
    const WordList groups(path, 2);
    for (const auto& row : groups.rows()) group_nouns_[row[0]] = static_cast<std::uint32_t>(number_field(row, 1, path));
}

KnownWord ReferenceLexicon::word(const Document& document, std::uint32_t token) const {
    KnownWord word;
    const std::string lemma = to_lower(document.tokens[token].lemma);
    word.lemma = hash_of(lemma);
    if (vectors_.empty()) return word;
    word.vector = vectors_.find(lower_key(lemma));
    if (!word.vector) return word;
    const std::size_t finest = vectors_.cluster_counts().size();
    if (finest > 0) word.clusters[1] = 1U + vectors_.cluster(*word.vector, finest - 1);
    if (finest > 1) word.clusters[0] = 1U + vectors_.cluster(*word.vector, finest - 2);
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
