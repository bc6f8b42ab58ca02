#include <lede/extraction/antecedent_features.hpp>

#include <algorithm>
#include <array>

#include <lede/base/hash.hpp>

namespace lede {
namespace {

/// What a feature tells of. The numbers are part of the model's format.
enum Kind : std::uint64_t {
    bias = 1, noun_is, noun_cluster, determiner_is, determiner_noun, complement_noun, has_modifier, modifier_is, place_in_text, competitors,
    possessed, is_equated, relation_is, in_quotation, best_tie, known_before, class_tie, noun_class, noun_root, cluster_class, cluster_root,
    described, like_described, modifier_described, modifier_class, in_name, same_description, other_description, sentences_back, paragraphs_back,
    recency, times_mentioned, rank_in_text, opening, last_role, same_role, last_kind_is, bound, own_possessor, met_possessor, gender_is,
    is_speaker, is_group, group_members, group_role, recency_rank, recency_subject, noun_gender, tokens_back, same_clause, plural_single, governor_class, governor_root, tied_place, nearest_tied, group_offered, introduced, headlined
};

class Sink {
  public:
    explicit Sink(std::vector<std::uint64_t>& features) : features_(features) {}
    void add(Kind kind, std::uint64_t a = 0, std::uint64_t b = 0) { features_.push_back(combine(combine(kind + 0xC0FE, a), b)); }

  private:
    std::vector<std::uint64_t>& features_;
};

/// Small numbers as they are, larger ones in ever wider steps.
std::uint64_t bucket(std::uint64_t number) {
    if (number <= 3) return number;
    return number <= 5 ? 4 : number <= 8 ? 5 : number <= 15 ? 6 : 7;
}

template <class Item>
bool holds(const std::vector<Item>& items, const Item& item) {
    return std::find(items.begin(), items.end(), item) != items.end();
}

/// The features of the choices of one reference.
class ChoiceReader {
  public:
    ChoiceReader(const Discourse& discourse, const Reference& reference, AntecedentChoices& choices)
        : discourse_(discourse), document_(discourse.document()), reference_(reference), choices_(choices), sink_(choices.features),
          token_(document_.tokens[reference.mention->first]), sentence_(document_.sentences[reference.mention->sentence]) {
        if (reference.possessor >= 0) possessor_ = discourse.entity_at(static_cast<std::uint32_t>(reference.possessor));
        if (!reference.pronoun) equated_ = discourse.entity_equated(reference.mention->first);
        const std::int32_t speaker = discourse.speaker_token(reference.mention->first);
        if (speaker >= 0) speaker_ = discourse.entity_at(static_cast<std::uint32_t>(speaker));
        quoted_ = speaker >= 0;
    }

    void read() {
        survey();
        add_nothing();
        choices_.ends.push_back(choices_.features.size());
        std::uint32_t place = 0;
        for (const Antecedent& antecedent : choices_.antecedents) {
            if (antecedent.group >= 0) add_group(discourse_.groups()[static_cast<std::size_t>(antecedent.group)]);
            else add_entity(antecedent.entity, place++);
            choices_.ends.push_back(choices_.features.size());
        }
    }

  private:
    const Discourse& discourse_;
    const Document& document_;
    const Reference& reference_;
    AntecedentChoices& choices_;
    Sink sink_;
    const Token& token_;
    const Sentence& sentence_;
    std::uint32_t possessor_ = Mention::no_entity, equated_ = Mention::no_entity, speaker_ = Mention::no_entity;
    bool quoted_ = false;
    ClassTie best_tie_ = ClassTie::none;
    std::array<std::uint32_t, 5> tied_before_{};  ///< by tie, the antecedents looked at
    std::uint32_t nearest_tied_ = 99;             ///< sentences since an antecedent with the best tie was mentioned
    std::uint64_t best_tied_ = 0;    ///< number of antecedents with the best tie
    bool some_described_ = false;    ///< the text has put the noun beside the name of one
    std::uint32_t last_described_ = Mention::no_entity;  ///< latest antecedent that the noun was found to mean

    ClassTie tie_of(std::uint32_t entity) const {
        ClassTie best = ClassTie::none;
        for (const std::uint32_t item : reference_.classes) best = std::max(best, discourse_.lexicon().ties().tie(discourse_[entity].class_index, item));
        return best;
    }

    bool is_described(const Acquaintance& known, const KnownWord& word) const {
        return std::any_of(known.descriptors.begin(), known.descriptors.end(), [&](const KnownWord& item) { return item.lemma == word.lemma; });
    }

    /// Looks at all antecedents together.
    void survey() {
        if (reference_.pronoun) return;
        for (const Antecedent& antecedent : choices_.antecedents) {
            if (antecedent.group >= 0) continue;
            const Acquaintance& known = discourse_[antecedent.entity];
            const ClassTie tie = tie_of(antecedent.entity);
            if (tie > best_tie_) best_tie_ = tie, best_tied_ = 0, nearest_tied_ = 99;
            best_tied_ += tie == best_tie_;
            if (tie == best_tie_) nearest_tied_ = std::min(nearest_tied_, reference_.mention->sentence - known.last_sentence);
            some_described_ |= is_described(known, reference_.noun);
            if (last_described_ == Mention::no_entity && holds(known.described_as, reference_.noun.lemma)) last_described_ = antecedent.entity;
        }
    }

    void add_nothing() {
        const std::uint64_t noun = reference_.noun.lemma;
        sink_.add(bias, reference_.kind);
        sink_.add(noun_is, noun);
        sink_.add(place_in_text, bucket(reference_.mention->sentence), reference_.kind);
        sink_.add(competitors, bucket(choices_.antecedents.size()), reference_.kind);
        if (reference_.several) sink_.add(group_offered, count_groups(), combine(reference_.kind, reference_.group_size.value_or(9)));
        sink_.add(in_quotation, quoted_, reference_.kind);
        sink_.add(relation_is, reference_.relation, reference_.kind);
        if (reference_.pronoun) return;
        for (const std::uint64_t cluster : reference_.noun.clusters) sink_.add(noun_cluster, cluster);
        sink_.add(determiner_is, reference_.determiner, reference_.possessor >= 0);
        sink_.add(determiner_noun, combine(reference_.determiner, reference_.possessor >= 0), noun);
        sink_.add(complement_noun, reference_.complement);
        sink_.add(complement_noun, reference_.complement + 2U, noun);
        sink_.add(has_modifier, bucket(reference_.modifiers.size()), reference_.complement);
        for (const KnownWord& modifier : reference_.modifiers) {
            sink_.add(modifier_is, modifier.lemma);
            sink_.add(modifier_is, modifier.clusters[0], 1);
        }
        sink_.add(possessed, possessor_of());
        sink_.add(possessed, possessor_of(), noun);
        sink_.add(is_equated, equated_ != Mention::no_entity);
        sink_.add(best_tie, static_cast<std::uint64_t>(best_tie_), bucket(best_tied_));
        sink_.add(best_tie, static_cast<std::uint64_t>(best_tie_) + 8, combine(some_described_, last_described_ != Mention::no_entity));
        sink_.add(nearest_tied, bucket(nearest_tied_), combine(static_cast<std::uint64_t>(best_tie_), reference_.guessed));
        sink_.add(nearest_tied, 16 + bucket(nearest_tied_), combine(bucket(best_tied_), reference_.determiner));
        sink_.add(best_tie, static_cast<std::uint64_t>(best_tie_) + 24, combine(reference_.guessed, combine(reference_.complement, reference_.possessor >= 0)));
        sink_.add(known_before, combine(some_described_, last_described_ != Mention::no_entity), reference_.determiner);
    }

    std::uint64_t count_groups() const {
        return static_cast<std::uint64_t>(std::count_if(choices_.antecedents.begin(), choices_.antecedents.end(), [](const Antecedent& item) { return item.group >= 0; }));
    }

    /// 0 without a possessor, 1 for one that is not named, else the top class of what possesses.
    std::uint64_t possessor_of() const {
        if (reference_.possessor < 0) return 0;
        return possessor_ == Mention::no_entity ? 1 : discourse_[possessor_].root_hash;
    }

    void add_entity(std::uint32_t entity, std::uint32_t place) {
        const Acquaintance& known = discourse_[entity];
        sink_.add(is_equated, 2U + (entity == equated_), equated_ != Mention::no_entity);
        if (!reference_.pronoun) add_meaning(entity, known);
        add_place(known, place);
        add_role(known);
        sink_.add(noun_class, known.class_hash, reference_.noun.lemma);
        sink_.add(noun_root, known.root_hash, reference_.noun.lemma);
        sink_.add(gender_is, static_cast<std::uint64_t>(known.gender), reference_.kind);
        if (quoted_) sink_.add(is_speaker, entity == speaker_, reference_.kind);
        if (possessor_ != Mention::no_entity) {
            sink_.add(own_possessor, entity == possessor_, reference_.kind);
            sink_.add(met_possessor, holds(discourse_[possessor_].met, entity), reference_.kind);
        }
        add_governor(known);
        if (reference_.several) sink_.add(plural_single, known.root_hash, reference_.noun.lemma);
    }

    /// How well the description's words fit what is known of the entity.
    void add_meaning(std::uint32_t entity, const Acquaintance& known) {
        const KnownWord& noun = reference_.noun;
        const auto tie = static_cast<std::uint64_t>(tie_of(entity));
        sink_.add(class_tie, tie, combine(reference_.classes.empty(), reference_.guessed));
        sink_.add(tied_place, combine(tie, reference_.guessed), std::min(tied_before_[tie]++, 3U));
        sink_.add(tied_place, 16 + (tie == static_cast<std::uint64_t>(best_tie_)), combine(bucket(best_tied_), known.rank == 0));
        sink_.add(class_tie, tie + 8, noun.lemma);
        for (const std::uint64_t cluster : noun.clusters) {
            sink_.add(cluster_class, cluster, known.class_hash);
            sink_.add(cluster_root, cluster, known.root_hash);
        }
        sink_.add(noun_gender, static_cast<std::uint64_t>(known.gender), noun.lemma);
        const bool is = is_described(known, noun);
        sink_.add(described, is, some_described_);
        if (!is) sink_.add(like_described, likeness(known, noun), tie);
        for (const KnownWord& modifier : reference_.modifiers) {
            sink_.add(modifier_described, is_described(known, modifier));
            sink_.add(modifier_class, modifier.lemma, known.class_hash);
            sink_.add(modifier_class, modifier.clusters[0], known.root_hash);
        }
        sink_.add(in_name, holds(known.name_words, noun.lemma));
        sink_.add(same_description, holds(known.described_as, noun.lemma), last_described_ == Mention::no_entity ? 2 : last_described_ == entity);
        sink_.add(determiner_noun, combine(reference_.determiner, reference_.possessor >= 0), known.root_hash);
    }

    /// How near the noun comes to the words beside the name, in steps.
    std::uint64_t likeness(const Acquaintance& known, const KnownWord& noun) const {
        double best = 0;
        for (const KnownWord& item : known.descriptors) best = std::max(best, discourse_.lexicon().likeness(item, noun));
        return static_cast<std::uint64_t>(best * 8);
    }

    /// What the verb, or the noun that is possessed, asks for.
    void add_governor(const Acquaintance& known) {
        if (!reference_.governor) return;
        const std::uint64_t pronoun = reference_.pronoun ? reference_.kind : 0;
        const std::uint64_t word = combine(reference_.governor->lemma, reference_.relation);
        sink_.add(governor_class, word, known.class_hash);
        sink_.add(governor_root, word, known.root_hash);
        for (const std::uint64_t cluster : reference_.governor->clusters) {
            sink_.add(governor_class, combine(cluster, reference_.relation), combine(known.class_hash, pronoun));
            sink_.add(governor_root, combine(cluster, reference_.relation), combine(known.root_hash, pronoun));
        }
    }

    void add_place(const Acquaintance& known, std::uint32_t place) {
        const std::uint32_t back = reference_.mention->sentence - known.last_sentence;
        const std::uint32_t paragraphs = sentence_.paragraph - document_.sentences[known.last_sentence].paragraph;
        const bool alone = best_tied_ == 1;
        const std::uint32_t rivals = count_earlier(known);
        sink_.add(introduced, rivals, reference_.kind);
        sink_.add(headlined, known.in_headline, reference_.kind);
        sink_.add(headlined, 2U + known.in_headline, combine(std::min(known.rank, 2U), rivals));
        sink_.add(introduced, 8 + rivals, combine(std::min(known.rank, 2U), bucket(back)));
        sink_.add(sentences_back, bucket(back), reference_.kind);
        sink_.add(sentences_back, bucket(back) + 16, reference_.relation);
        sink_.add(paragraphs_back, std::min(paragraphs, 4U), reference_.kind);
        sink_.add(recency, std::min(place, 6U), reference_.kind);
        sink_.add(recency_rank, std::min(place, 4U), combine(std::min(known.rank, 3U), reference_.kind));
        sink_.add(times_mentioned, bucket(known.mentions), reference_.kind);
        sink_.add(rank_in_text, std::min(known.rank, 4U), reference_.kind);
        sink_.add(rank_in_text, std::min(known.rank, 4U) + 8, combine(bucket(back), reference_.kind));
        sink_.add(opening, bucket(known.first_sentence), reference_.kind);
        sink_.add(opening, 16U + (known.first_sentence == 0) + 2 * alone, std::min(known.rank, 2U));
        if (back == 0 && known.mentions > 0) {
            const bool behind = known.last_token > reference_.mention->first;
            sink_.add(tokens_back, behind ? 99 : bucket((reference_.mention->first - known.last_token) / 2), reference_.kind);
        }
    }

    /// How many of the antecedents of its kind, up to 3, the text has brought in before it: what comes first is mostly what it is about.
    std::uint32_t count_earlier(const Acquaintance& known) const {
        std::uint32_t count = 0;
        for (const Antecedent& antecedent : choices_.antecedents) {
            if (antecedent.group >= 0) continue;
            const Acquaintance& other = discourse_[antecedent.entity];
            count += other.root_hash == known.root_hash && other.mentions > 0 && other.first_token < known.first_token;
        }
        return std::min(count, 3U);
    }

    void add_role(const Acquaintance& known) {
        const std::uint32_t back = std::min(reference_.mention->sentence - known.last_sentence, 3U);
        sink_.add(last_role, known.last_relation, reference_.kind);
        sink_.add(last_role, combine(known.last_subject, back), reference_.kind);
        sink_.add(same_role, combine(known.last_subject, reference_.subject), combine(back, reference_.kind));
        sink_.add(same_role, known.last_relation == reference_.relation, combine(back, reference_.kind));
        sink_.add(last_kind_is, combine(static_cast<std::uint64_t>(known.last_kind), back), reference_.kind);
        if (back != 0 || known.mentions == 0) return;
        const Token& last = document_.tokens[known.last_token];
        // "Anna thanked her": both hang on one verb; "Anna and her brother"; "her husband, Bo": the possessor is another.
        const bool sisters = last.head == token_.head && token_.head >= 0;
        const bool under = token_.head == static_cast<std::int32_t>(known.last_token);
        const bool aunt = token_.head >= 0 && document_.tokens[static_cast<std::uint32_t>(token_.head)].head == last.head;
        const bool noun_beside = token_.head >= 0 && token_.deprel == "nmod:poss" &&
                                 are_beside(document_, static_cast<std::uint32_t>(token_.head), known.last_token);
        sink_.add(bound, combine(sisters + 2 * under + 4 * aunt + 8 * noun_beside, reference_.relation), reference_.kind);
        sink_.add(same_clause, combine(known.last_relation, sisters + 2 * aunt), reference_.relation);
    }

    void add_group(const EntityGroup& group) {
        const std::uint32_t back = std::min(reference_.mention->sentence - group.sentence, 4U);
        const Acquaintance& first = discourse_[group.entities.front()];
        sink_.add(is_group, reference_.kind, reference_.noun.lemma);
        sink_.add(is_group, bucket(group.entities.size()), reference_.group_size ? *reference_.group_size + 1U : 0);
        sink_.add(group_members, first.root_hash, reference_.kind);
        sink_.add(group_members, first.root_hash, reference_.noun.lemma);
        sink_.add(group_role, combine(back, group.subject), reference_.kind);
        sink_.add(group_role, combine(reference_.subject, group.subject), combine(back, 1));
        sink_.add(group_role, 77, group.token == discourse_.groups().back().token);
    }
};

}  // namespace

void find_choices(const Discourse& discourse, const Reference& reference, AntecedentChoices& choices) {
    choices.features.clear();
    choices.ends.clear();
    choices.groups = &discourse.groups();
    discourse.find_antecedents(reference, choices.antecedents);
    ChoiceReader(discourse, reference, choices).read();
}

}  // namespace lede
