#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <lede/extraction/reading.hpp>
#include <lede/language/word_vectors.hpp>

namespace lede {

/// What the network of facts sees of a token: the row of its vector, and rows of tables that are learnt.
struct FactWord {
    static constexpr std::uint32_t no_vector = 0xFFFF'FFFF;
    std::uint32_t vector = no_vector;
    std::uint16_t class_row = 0;  ///< of the entity that is mentioned here
    std::uint16_t kind = 0;       ///< of the mention, 0 if there is none
    std::uint16_t upos = 0;
    std::uint16_t relation = 0;
};

/// What it sees of a candidate. Places count from the first token of the text; `nowhere` if there is none.
struct FactPair {
    static constexpr std::uint32_t nowhere = 0xFFFF'FFFF;
    static constexpr std::size_t place_count = 7;
    static constexpr std::size_t table_count = 4;
    /// Heads of the subject and of the object, the word that ties them, the tokens before and behind each or the row that it stands in.
    std::array<std::uint32_t, place_count> places{};
    std::uint32_t between_first = 0;  ///< tokens [first, last) between the two or their rows
    std::uint32_t between_last = 0;
    /// Class of the subject, class of the object, kinds of both mentions, distance and order.
    std::array<std::uint16_t, table_count> rows{};
};

/// Sentences, one after the other, with candidates in them.
struct FactText {
    std::vector<FactWord> words;
    std::vector<std::uint32_t> lengths;  ///< of the sentences; they add up to words.size()
    std::vector<FactPair> pairs;
};

/// Puts more text behind.
void append(const FactText& more, FactText& text);

/// Numbers for the classes and relations that the network has rows for.
class FactVocabulary {
  public:
    /// Rows of the tables of kinds and of distances.
    static constexpr std::uint32_t kind_rows = 8, kind_pair_rows = 64, distance_rows = 40, upos_rows = 20;

    FactVocabulary() = default;
    /// Both sorted, without doubles.
    FactVocabulary(std::vector<std::string> class_iris, std::vector<std::string> relations);

    const std::vector<std::string>& class_iris() const { return class_iris_; }
    const std::vector<std::string>& relations() const { return relations_; }
    /// Row of the class, or of the nearest class above it that has one; 0 for others.
    std::uint16_t class_row(const std::string& class_iri, const Ontology& ontology) const;
    /// Row of a class table for a literal.
    std::uint16_t literal_row(MentionKind kind) const;
    std::uint16_t relation_row(const std::string& relation) const;
    std::uint32_t class_rows() const { return static_cast<std::uint32_t>(class_iris_.size() + 1) + kind_rows; }
    std::uint32_t relation_rows() const { return static_cast<std::uint32_t>(relations_.size() + 1); }

  private:
    std::vector<std::string> class_iris_, relations_;
    std::map<std::string, std::uint16_t> class_row_, relation_row_;
};

/// Turns sentences of a reading, and candidates of them, into what the network sees. What it is given must outlive it.
class FactTextBuilder {
  public:
    /// Sentences of more tokens are not read: what would tie so much together is no sentence.
    static constexpr std::uint32_t most_tokens = 400;

    FactTextBuilder(const Reading& reading, const FactVocabulary& vocabulary, const WordVectors& vectors, const Ontology& ontology);

    /// Empties the text for further sentences.
    void clear();
    /// Makes room for the sentence if it is not the last one already. False if the sentence is too long.
    bool open_sentence(std::uint32_t sentence);
    /// A candidate of the sentence that was opened last. `trigger`: the token that ties the two.
    void add_pair(const Mention& subject, const Mention& object, std::uint32_t trigger);

    FactText text;

  private:
    FactWord word_at(std::uint32_t token) const;
    /// Tokens [first, last) of a mention, or of the row that it stands in.
    struct Surface { std::uint32_t first, last; };
    Surface surface_of(const Mention& mention, const Mention& other) const;
    void set_between(const Mention& subject, Surface left, Surface right, FactPair& pair) const;
    std::uint16_t class_row(const Mention& mention) const;
    /// The network has seen no unknown things: to it they are names of no class.
    static int kind_row(const Mention& mention) { return static_cast<int>(mention.is_unknown_thing() ? MentionKind::name : mention.kind); }
    std::uint32_t place_of(std::int64_t token) const;

    const Reading* reading_;
    const FactVocabulary* vocabulary_;
    const WordVectors* vectors_;
    std::vector<std::uint16_t> entity_rows_;
    std::vector<const Mention*> mention_at_;  ///< by token; phrases and implicit mentions are not shown
    std::uint32_t sentence_ = FactPair::nowhere;
    std::uint32_t base_ = 0;  ///< of the open sentence in text.words
};

}  // namespace lede
