#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <lede/extraction/quotations.hpp>
#include <lede/extraction/reference.hpp>

namespace lede {

/// What a text has said of an entity so far.
struct Acquaintance {
    std::uint32_t class_index = ClassTies::no_class;
    std::uint64_t class_hash = 0, root_hash = 0;
    char gender = '-';
    std::uint32_t names_in_all = 0;     ///< in the whole article, also further on; those in brackets, such as credits, aside
    bool in_headline = false;           ///< or in the first sentence of an article without one
    std::uint32_t rank = 0;             ///< 0 for the most named of its root class in the whole article
    std::uint32_t mentions = 0;         ///< so far
    std::uint32_t first_sentence = 0;
    std::uint32_t first_token = 0;      ///< head of its first mention
    std::uint32_t last_sentence = 0;
    std::uint32_t last_token = 0;       ///< head of its latest mention
    MentionKind last_kind = MentionKind::name;
    std::uint64_t last_relation = 0;
    bool last_subject = false;
    std::vector<std::uint64_t> name_words;    ///< lemmas of the words of its names
    std::vector<KnownWord> descriptors;       ///< nouns and adjectives that the text has put beside its name
    std::vector<std::uint64_t> described_as;  ///< lemmas of descriptions that were found to mean it
    std::vector<std::uint32_t> met;           ///< entities that stood in a sentence with it, each once
};

/// Things named in a row: "A, B and C".
struct EntityGroup {
    std::vector<std::uint32_t> entities;
    std::uint32_t sentence = 0;
    std::uint32_t token = 0;
    bool subject = false;
};

/// What a reference may mean: one entity, or a group.
struct Antecedent {
    std::uint32_t entity = Mention::no_entity;
    std::int32_t group = -1;  ///< index in Discourse::groups(); -1 for a single entity
};

/// A text's entities as they become known, mention by mention.
class Discourse {
  public:
    /// `names` are the mentions with entities that are known before. All arguments must outlive this object.
    Discourse(const Document& document, const ReferenceLexicon& lexicon, const std::vector<Entity>& entities,
              const std::vector<Mention>& names, std::span<const QuotedSpan> quotations);

    /// Takes note of a mention that has its entity. In the order of the text.
    void note(const Mention& mention);

    /// What the reference may mean, latest mentioned first, then groups. Includes a thing that it stands beside, if that is named only now.
    void find_antecedents(const Reference& reference, std::vector<Antecedent>& result) const;

    const Document& document() const { return document_; }
    const ReferenceLexicon& lexicon() const { return lexicon_; }
    const Acquaintance& operator[](std::uint32_t entity) const { return known_[entity]; }
    const std::vector<EntityGroup>& groups() const { return groups_; }
    std::uint32_t entity_at(std::uint32_t token) const { return at_[token]; }
    /// The token that heads the speaker's mention, if the token stands in a quotation; -1 otherwise.
    std::int32_t speaker_token(std::uint32_t token) const { return quoted_by_[token]; }
    /// The entity that is named or meant beside the token (are_beside), also further on; Mention::no_entity if there is none.
    std::uint32_t entity_beside(std::uint32_t token) const { return find_entity(token, are_beside); }
    /// The entity that the token is said to be, or that is said to be it (are_equated); Mention::no_entity if there is none.
    std::uint32_t entity_equated(std::uint32_t token) const { return find_entity(token, are_equated); }

  private:
    using Tie = bool (*)(const Document&, std::uint32_t, std::uint32_t);
    std::uint32_t find_entity(std::uint32_t token, Tie tie) const;
    void count_names(const std::vector<Mention>& names);
    void rank_names();
    void meet(const Mention& mention);
    void describe(const Mention& mention);
    void join_group(const Mention& mention);
    bool may_mean(const Reference& reference, std::uint32_t entity) const;
    void add_groups(const Reference& reference, std::vector<Antecedent>& result) const;

    const Document& document_;
    const ReferenceLexicon& lexicon_;
    const std::vector<Entity>& entities_;
    std::vector<Acquaintance> known_;
    std::vector<std::uint32_t> recent_;     ///< entities mentioned so far, latest last
    std::vector<std::uint32_t> in_sentence_;  ///< entities of the sentence that has been come to
    std::uint32_t sentence_ = 0;
    std::vector<EntityGroup> groups_;
    std::vector<std::uint32_t> at_;         ///< token → entity whose mention it heads, names from the start
    std::vector<std::int32_t> quoted_by_;
};

}  // namespace lede
