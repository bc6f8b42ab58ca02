#include <lede/extraction/fact_text_section.hpp>

#include <algorithm>
#include <cstdint>

#include <lede/base/error.hpp>
#include <lede/base/section_bytes.hpp>
#include <lede/extraction/fact_text_copier.hpp>

namespace lede {

namespace {

/// Whether a network can read the text.
class Soundness {
  public:
    Soundness(const FactText& text, const FactVocabulary& vocabulary, std::size_t vector_rows)
        : text_(text), classes_(vocabulary.class_rows()), relations_(vocabulary.relation_rows()), vectors_(vector_rows) {}

    bool holds() const {
        if (text_.words.empty() || !lengths_fit() || !std::ranges::all_of(text_.words, [&](const FactWord& word) { return fits(word); })) return false;
        const FactTextCopier sentences(text_);
        for (std::size_t pair = 0; pair < text_.pairs.size(); ++pair)
            if (!rows_fit(text_.pairs[pair]) || !is_within(sentences, pair)) return false;
        return true;
    }

  private:
    bool lengths_fit() const {
        std::uint64_t sum = 0;
        for (const std::uint32_t length : text_.lengths) {
            if (length == 0) return false;
            sum += length;
        }
        return sum == text_.words.size();
    }
    bool fits(const FactWord& word) const {
        return (word.vector < vectors_ || word.vector == FactWord::no_vector) && word.class_row < classes_ && word.kind < FactVocabulary::kind_rows &&
               word.upos < FactVocabulary::upos_rows && word.relation < relations_;
    }
    bool rows_fit(const FactPair& pair) const {
        return pair.rows[0] < classes_ && pair.rows[1] < classes_ && pair.rows[2] < FactVocabulary::kind_pair_rows &&
               pair.rows[3] < FactVocabulary::distance_rows;
    }
    /// Whether all of the pair stands in one sentence.
    bool is_within(const FactTextCopier& sentences, std::size_t at) const {
        const FactPair& pair = text_.pairs[at];
        const Span words = sentences.words_of(at);
        const bool adjacent = pair.between_first >= pair.between_last;
        return (adjacent || words.contains(Span{pair.between_first, pair.between_last})) &&
               std::ranges::all_of(pair.places, [&](std::uint32_t place) { return place == FactPair::nowhere || words.contains(place); });
    }

    const FactText& text_;
    std::size_t classes_, relations_, vectors_;
};

}  // namespace

std::string pack_fact_text(const FactText& text) {
    SectionWriter out;
    out.items(text.words);
    out.items(text.lengths);
    out.items(text.pairs);
    return out.take();
}

FactText unpack_fact_text(std::string_view section, const FactVocabulary& vocabulary, std::size_t vector_rows) {
    FactText text;
    if (section.empty()) return text;
    SectionReader in(section);
    text.words = in.items<std::vector<FactWord>>();
    text.lengths = in.items<std::vector<std::uint32_t>>();
    text.pairs = in.items<std::vector<FactPair>>();
    if (!Soundness(text, vocabulary, vector_rows).holds())
        throw Error("the fact model has a damaged section; get or train the model again");
    return text;
}

}  // namespace lede
