#include <lede/extraction/discourse.hpp>

#include <algorithm>
#include <map>

#include <lede/base/hash.hpp>
#include <lede/base/utf8.hpp>

namespace lede {
namespace {

/// Things mentioned longer ago, in number of things mentioned since, are out of mind, so that the time stays linear in the text.
constexpr std::size_t most_antecedents = 24;
/// Groups are meant soon after they are named.
constexpr std::uint32_t group_reach = 4;
constexpr std::size_t most_groups = 3;
/// How far from a name the words beside it are looked for.
constexpr std::uint32_t window = 12;

template <class Item>
bool holds(const std::vector<Item>& items, const Item& item) {
    return std::find(items.begin(), items.end(), item) != items.end();
}

/// "Luke Kirby (“The Marvelous Mrs. Maisel”)": the name stands in brackets, perhaps within quotation marks.
bool in_brackets(const Document& document, const Mention& name) {
    const std::uint32_t start = document.sentences[name.sentence].first;
    for (std::uint32_t i = name.first; i-- > start && name.first - i <= 2;) {
        if (document.form(i) == "(" || document.form(i) == "[") return true;
        if (document.tokens[i].upos != Upos::punct) return false;
    }
    return false;
}

void add_once(std::vector<std::uint32_t>& items, std::uint32_t item) {
    if (!holds(items, item)) items.push_back(item);
}

}  // namespace

Discourse::Discourse(const Document& document, const ReferenceLexicon& lexicon, const std::vector<Entity>& entities,
                     const std::vector<Mention>& names, std::span<const QuotedSpan> quotations)
    : document_(document), lexicon_(lexicon), entities_(entities), known_(entities.size()), at_(document.tokens.size(), Mention::no_entity),
      quoted_by_(document.tokens.size(), -1) {
    for (std::size_t i = 0; i < entities.size(); ++i) {
        known_[i].class_index = lexicon.ties().find(entities[i].class_iri);
        known_[i].class_hash = lexicon.ties().hash(known_[i].class_index);
        known_[i].root_hash = lexicon.ties().root(known_[i].class_index);
        known_[i].gender = lexicon.pronouns().gender_of(entities[i].name);
    }
    count_names(names);
    rank_names();
    for (const QuotedSpan& quotation : quotations) {
        if (!quotation.speaker) continue;
        const Sentence& sentence = document.sentences[quotation.sentence];
        for (std::uint32_t i = sentence.first; i < document.tokens.size() && document.tokens[i].span.begin < quotation.words.end; ++i)
            if (document.tokens[i].span.begin >= quotation.words.begin) quoted_by_[i] = static_cast<std::int32_t>(*quotation.speaker);
    }
}

void Discourse::count_names(const std::vector<Mention>& names) {
    for (const Mention& name : names) {
        if (name.entity == Mention::no_entity) continue;
        Acquaintance& known = known_[name.entity];
        at_[name.head] = name.entity;
        known.names_in_all += !in_brackets(document_, name);
        const Sentence& sentence = document_.sentences[name.sentence];
        known.in_headline |= (sentence.headline || name.sentence == 0) && !in_brackets(document_, name);
        for (std::uint32_t i = name.first; i < name.last; ++i) known.name_words.push_back(hash_of(to_lower(document_.tokens[i].lemma)));
    }
}

/// Counts, for each entity, those of its root class that are named more often.
void Discourse::rank_names() {
    std::map<std::uint64_t, std::vector<std::uint32_t>> counts;
    for (const Acquaintance& known : known_) counts[known.root_hash].push_back(known.names_in_all);
    for (auto& [root, list] : counts) std::ranges::sort(list);
    for (Acquaintance& known : known_) {
        const auto& list = counts[known.root_hash];
        known.rank = static_cast<std::uint32_t>(list.end() - std::ranges::upper_bound(list, known.names_in_all));
    }
}

void Discourse::note(const Mention& mention) {
    if (mention.entity == Mention::no_entity || mention.first == mention.last) return;
    Acquaintance& known = known_[mention.entity];
    if (known.mentions++ == 0) known.first_sentence = mention.sentence, known.first_token = mention.head;
    meet(mention);
    known.last_sentence = mention.sentence;
    known.last_token = mention.head;
    known.last_kind = mention.kind;
    known.last_relation = hash_of(document_.tokens[mention.head].deprel);
    known.last_subject = document_.tokens[mention.head].deprel.starts_with("nsubj");
    std::erase(recent_, mention.entity);
    recent_.push_back(mention.entity);
    at_[mention.head] = mention.entity;
    if (mention.kind == MentionKind::name) describe(mention);
    if (mention.kind != MentionKind::pronoun) join_group(mention);
    if (mention.kind == MentionKind::description) known.described_as.push_back(hash_of(to_lower(document_.tokens[mention.first].lemma)));
    if (mention.kind == MentionKind::pronoun)
        if (const Pronoun* pronoun = lexicon_.pronouns().find(document_.form(mention.first)); pronoun && pronoun->gender != '-') known.gender = pronoun->gender;
}

/// Remembers what stood in one sentence.
void Discourse::meet(const Mention& mention) {
    if (mention.sentence != sentence_) in_sentence_.clear();
    sentence_ = mention.sentence;
    if (holds(in_sentence_, mention.entity)) return;
    for (const std::uint32_t other : in_sentence_) {
        add_once(known_[other].met, mention.entity);
        add_once(known_[mention.entity].met, other);
    }
    in_sentence_.push_back(mention.entity);
}

/// Remembers the nouns and adjectives beside a name.
void Discourse::describe(const Mention& mention) {
    const Sentence& sentence = document_.sentences[mention.sentence];
    const std::uint32_t start = std::max(sentence.first, mention.first > window ? mention.first - window : 0);
    const std::uint32_t stop = std::min(sentence.last, mention.last + window);
    for (std::uint32_t i = start; i < stop; ++i) {
        const Token& token = document_.tokens[i];
        if ((token.upos != Upos::noun && token.upos != Upos::adj) || (i >= mention.first && i < mention.last)) continue;
        const bool modifier = token.upos == Upos::adj && token.head == static_cast<std::int32_t>(mention.head);
        if (modifier || are_beside(document_, i, mention.head) || are_equated(document_, i, mention.head)) known_[mention.entity].descriptors.push_back(lexicon_.word(document_, i));
    }
}

/// Adds a name to the row that it continues, or to what may become one.
void Discourse::join_group(const Mention& mention) {
    const Token& head = document_.tokens[mention.head];
    const std::uint32_t first = head.head >= 0 && head.deprel == "conj" ? at_[head.head] : Mention::no_entity;
    if (first == Mention::no_entity || first == mention.entity || known_[first].root_hash != known_[mention.entity].root_hash) return;
    const auto row_head = static_cast<std::uint32_t>(head.head);
    if (groups_.empty() || groups_.back().token != row_head)
        groups_.push_back({{first}, mention.sentence, row_head, document_.tokens[row_head].deprel.starts_with("nsubj")});
    add_once(groups_.back().entities, mention.entity);
}

std::uint32_t Discourse::find_entity(std::uint32_t token, Tie tie) const {
    const Sentence& sentence = document_.sentences[document_.tokens[token].sentence];
    const std::uint32_t start = std::max(sentence.first, token > window ? token - window : 0);
    const std::uint32_t stop = std::min(sentence.last, token + window);
    for (std::uint32_t i = start; i < stop; ++i)
        if (i != token && at_[i] != Mention::no_entity && tie(document_, token, i)) return at_[i];
    return Mention::no_entity;
}

bool Discourse::may_mean(const Reference& reference, std::uint32_t entity) const {
    const Acquaintance& known = known_[entity];
    if (reference.pronoun) {
        if (reference.pronoun->gender != '-' && known.gender != '-' && known.gender != reference.pronoun->gender) return false;
        return reference.several || reference.pronoun->admits(lexicon_.ontology(), entities_[entity].class_iri);
    }
    if (reference.classes.empty() || reference.guessed) return true;
    const auto tied = [&](std::uint32_t item) { return lexicon_.ties().tie(known.class_index, item) != ClassTie::none; };
    return std::any_of(reference.classes.begin(), reference.classes.end(), tied) || holds(known.described_as, reference.noun.lemma);
}

void Discourse::find_antecedents(const Reference& reference, std::vector<Antecedent>& result) const {
    result.clear();
    const std::uint32_t equated = reference.pronoun ? Mention::no_entity : entity_equated(reference.mention->first);
    if (equated != Mention::no_entity && known_[equated].mentions == 0) result.push_back({equated, -1});
    for (std::size_t i = recent_.size(); i-- > 0;) {
        // What the article is mainly about is always in mind.
        const bool in_mind = result.size() < most_antecedents || known_[recent_[i]].rank == 0;
        if (in_mind && (recent_[i] == equated || may_mean(reference, recent_[i]))) result.push_back({recent_[i], -1});
    }
    if (reference.several) add_groups(reference, result);
}

void Discourse::add_groups(const Reference& reference, std::vector<Antecedent>& result) const {
    std::size_t found = 0;
    for (std::size_t i = groups_.size(); i-- > 0 && found < most_groups;) {
        if (reference.mention->sentence - groups_[i].sentence > group_reach) break;
        if (reference.group_size.value_or(0) != 0 && *reference.group_size != groups_[i].entities.size()) continue;
        result.push_back({Mention::no_entity, static_cast<std::int32_t>(i)});
        ++found;
    }
}

}  // namespace lede
