#include <algorithm>
#include <map>
#include <span>
#include <tuple>

#include <lede/base/utf8.hpp>
#include <lede/extraction/open_facts.hpp>
#include <lede/extraction/open_tree.hpp>

namespace lede {
namespace {

/// Rules below bring more errors than facts: with them CaRB's F1 falls.
constexpr double least_confidence = 0.3;

/// Further sentences that say the same add nothing that a reader needs.
constexpr std::size_t most_evidence = 3;

/// Makes the facts of one document.
class OpenFactMaker {
  public:
    explicit OpenFactMaker(const Reading& reading) : reading_(reading), tree_(reading.document) {}

    void add(const OpenTuple& tuple) {
        const Mention* subject = find_mention(tuple.subject);
        if (!subject || subject->entity == Mention::no_entity) return;
        add_noun_phrase(tuple, *subject);
        for (const OpenArgument& argument : tuple.arguments) {
            if (argument.role == OpenRole::adverbial) continue;
            // "was since" says nothing without the noun.
            if (tuple.rule == "copula/noun" && &argument != &tuple.arguments.front()) continue;
            Words words = tuple.predicate;
            append(words, argument.preposition);
            add_fact(tuple, *subject, phrase_of(tuple, words), argument);
        }
    }

    std::vector<Fact> take() {
        std::vector<Fact> result;
        for (auto& [key, fact] : facts_) {
            std::stable_sort(fact.evidence.begin(), fact.evidence.end(),
                             [](const Evidence& a, const Evidence& b) { return a.confidence > b.confidence; });
            if (fact.evidence.size() > most_evidence) fact.evidence.resize(most_evidence);
            result.push_back(std::move(fact));
        }
        return result;
    }

  private:
    using Key = std::tuple<EntityId, std::string, bool, std::string, Status>;

    const Reading& reading_;
    OpenTree tree_;
    std::map<Key, Fact> facts_;

    /// The longest mention that the argument's head word is in; null if none.
    const Mention* find_mention(const OpenArgument& argument) const {
        const Mention* found = nullptr;
        const Document& document = reading_.document;
        const std::uint32_t begin = document.sentences[document.tokens[argument.head].sentence].first;
        const auto at =
            std::lower_bound(reading_.mentions.begin(), reading_.mentions.end(), begin,
                             [](const Mention& mention, std::uint32_t token) { return mention.first < token; });
        for (const Mention& mention : std::span(at, reading_.mentions.end())) {
            if (mention.first > argument.head) break;
            if (!is_usable(mention) || argument.head >= mention.last) continue;
            if (!found || mention.last - mention.first > found->last - found->first) found = &mention;
        }
        return found;
    }

    /// Whether what the mention refers to is sure enough: of descriptions only "the company", not "his company" or
    /// "engineers".
    bool is_usable(const Mention& mention) const {
        if (mention.kind == MentionKind::date) return true;
        if (mention.entity == Mention::no_entity) return false;
        if (mention.kind != MentionKind::description) return true;
        const Token& head = reading_.document.tokens[mention.head];
        return head.xpos == "NN" && tree_.has(mention.head, {"det"}) && !tree_.has(mention.head, {"nmod:poss"});
    }

    /// The words of a property: in lower case but for names.
    std::string phrase_of(const OpenTuple& tuple, const Words& words) const {
        std::string phrase = tuple.inserted;
        for (const std::uint32_t i : words) {
            const Document& document = reading_.document;
            const bool clitic =
                i > 0 && contains(words, i - 1) && document.tokens[i - 1].span.end == document.tokens[i].span.begin;
            if (!phrase.empty() && !clitic) phrase += ' ';
            const std::string form(document.form(i));
            phrase += document.tokens[i].upos == Upos::propn ? form : to_lower(form);
        }
        return phrase;
    }

    /// "was the chairman of Acme": the property "was chairman of".
    void add_noun_phrase(const OpenTuple& tuple, const Mention& subject) {
        const OpenArgument& noun = tuple.arguments.front();
        if (tuple.rule != "copula/noun" && tuple.rule != "apposition") return;
        for (const std::uint32_t modifier : tree_.dependents(noun.head, {"nmod"})) {
            const Words preposition = tree_.dependents(modifier, {"case"});
            if (modifier < noun.head || preposition.empty() || !contains(noun.words, modifier)) continue;
            Words words = tuple.predicate;
            for (const std::uint32_t i : noun.words)
                if (i <= noun.head && !tree_.is(i, {"det", "punct"})) words.push_back(i);
            append(words, preposition);
            for (const std::uint32_t conjunct : tree_.conjuncts(modifier)) {
                const OpenArgument object{
                    tree_.phrase(conjunct, tree_.dependents(conjunct, {"case"})), {}, conjunct, OpenRole::object};
                const Mention* mention = find_mention(object);
                if (mention && mention->entity != Mention::no_entity)
                    add_fact(tuple, subject, phrase_of(tuple, words), object);
            }
            return;
        }
    }

    void add_fact(const OpenTuple& tuple, const Mention& subject, std::string phrase, const OpenArgument& argument) {
        Words words = argument.words;
        if (!argument.attached)
            std::erase_if(words, [&](std::uint32_t i) { return contains(argument.preposition, i); });
        if (words.empty() || phrase.empty()) return;
        Fact fact;
        fact.subject = subject.entity;
        fact.object = object_of(argument, words);
        // Two names in apposition are more often two things than one: "Luke Kirby (“Étoile”)".
        if (tuple.rule == "apposition" && std::holds_alternative<EntityId>(fact.object) &&
            &argument == &tuple.arguments.front())
            return;
        fact.status = tuple.status;
        fact.phrase = std::move(phrase);
        const auto* entity = std::get_if<EntityId>(&fact.object);
        if (entity && *entity == fact.subject) return;
        const std::string object = entity ? std::to_string(*entity) : fold(std::get<Literal>(fact.object).lexical);
        const Key key{fact.subject, fact.phrase, entity != nullptr, object, fact.status};
        facts_.try_emplace(key, std::move(fact)).first->second.evidence.push_back(evidence_of(tuple, subject, words));
    }

    std::variant<EntityId, Literal> object_of(const OpenArgument& argument, const Words& words) const {
        const Mention* mention = argument.role == OpenRole::clause ? nullptr : find_mention(argument);
        if (mention && mention->entity != Mention::no_entity) return mention->entity;
        const bool whole = mention && words.front() == mention->first && words.back() + 1 == mention->last;
        return whole ? mention->value : Literal{join_words(reading_.document, words), Datatype::string};
    }

    Evidence evidence_of(const OpenTuple& tuple, const Mention& subject, const Words& words) const {
        const Document& document = reading_.document;
        Evidence evidence;
        evidence.sentence = document.sentences[tuple.sentence].span;
        evidence.subject = document.span_of(subject.first, subject.last);
        evidence.object = document.span_of(words.front(), words.back() + 1);
        evidence.confidence = tuple.confidence;
        return evidence;
    }
};

bool comes_before(const Fact& a, const Fact& b) {
    const bool a_open = !a.phrase.empty(), b_open = !b.phrase.empty();
    return std::tie(a.subject, a_open, a.property_iri, a.phrase, a.object) <
           std::tie(b.subject, b_open, b.property_iri, b.phrase, b.object);
}

}  // namespace

void add_open_facts(const Reading& reading, const std::vector<OpenTuple>& tuples, double min_confidence,
                    std::vector<Fact>& facts) {
    OpenFactMaker maker(reading);
    for (const OpenTuple& tuple : tuples)
        if (tuple.confidence >= std::max(least_confidence, min_confidence)) maker.add(tuple);
    for (Fact& fact : maker.take()) facts.push_back(std::move(fact));
    std::stable_sort(facts.begin(), facts.end(), comes_before);
}

}  // namespace lede
