#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>

#include <lede/base/utf8.hpp>
#include <lede/extraction/mention_finder.hpp>
#include <lede/extraction/unnamed_mentions.hpp>

namespace lede {
namespace {

/// Longer titles are sentences that were taken for one.
constexpr std::uint32_t longest_title = 12;
constexpr std::uint32_t longest_noun = 4;
/// Words at the end of a phrase that are not part of the thing: "comedy horror" of "comedy horror film".
constexpr std::uint32_t most_dropped = 1;

/// Words and signs that stand inside titles, between others.
constexpr std::array<std::string_view, 22> inside_titles{"of", "the", "and", "&",    ":",  "-",  "–",  "'s",
                                                         "’s", "in",  "for", "to",   "a",  "an", "de", "la",
                                                         "le", "du",  "on",  "with", "at", "."};

constexpr std::array<std::string_view, 9> quotation_marks{"\"", "“", "”", "‘", "’", "'", "``", "''", "«"};

bool is_written_big(const Document& document, std::uint32_t token) {
    const std::string_view form = document.form(token);
    return !form.empty() && (to_lower(form) != form || (form.front() >= '0' && form.front() <= '9'));
}

bool is_inside_word(const Document& document, std::uint32_t token) {
    return std::find(inside_titles.begin(), inside_titles.end(), document.form(token)) != inside_titles.end();
}

/// A word of grammar at the start of a sentence, capitalised only for that.
bool is_only_start(const Document& document, std::uint32_t first, std::uint32_t last) {
    if (last != first + 1 || first != document.sentences[document.tokens[first].sentence].first) return false;
    const Upos upos = document.tokens[first].upos;
    return upos != Upos::propn && upos != Upos::noun && upos != Upos::adj && upos != Upos::num && upos != Upos::x;
}

/// The verb that says something of what begins the sentence, or a bracket or comma before it.
bool ends_subject(const Document& document, std::uint32_t token) {
    const Token& item = document.tokens[token];
    const std::string_view form = document.form(token);
    if (form == "(" || form == ",") return true;
    const bool verb = item.upos == Upos::aux || item.upos == Upos::verb;
    return verb && to_lower(form) == form && item.xpos != "VBG" && item.xpos != "VB";
}

class ThingFinder {
  public:
    ThingFinder(const Document& document, const std::vector<Mention>& mentions) : document_(document) {
        // A name may be taken for a thing of another class than it is, and what is one phrase may be one of several.
        for (const Mention& mention : mentions)
            if (mention.kind == MentionKind::name)
                names_.emplace_back(mention.first, mention.last);
            else if (mention.kind != MentionKind::phrase)
                known_.emplace(mention.first, mention.last);
    }

    void find_titles(std::vector<Mention>& found) {
        for (const auto& [first, last] : names_) add(MentionKind::title, first, last, found);
        for (const Sentence& sentence : document_.sentences) {
            for (std::uint32_t i = sentence.first; i < sentence.last;) i = add_run(i, sentence.last, found);
            add_subject(sentence, found);
            add_quoted(sentence, found);
        }
    }

    void find_nouns(std::vector<Mention>& found) {
        for (const Mention& phrase : find_phrases(document_, std::vector<bool>(document_.tokens.size(), false)))
            for (std::uint32_t last = phrase.last; last > phrase.first && last + most_dropped >= phrase.last; --last)
                if (last - phrase.first <= longest_noun) add(MentionKind::noun, phrase.first, last, found);
    }

  private:
    void add(MentionKind kind, std::uint32_t first, std::uint32_t last, std::vector<Mention>& found) {
        if (first < last && last - first <= longest_title && known_.emplace(first, last).second)
            found.push_back(make_mention(document_, kind, first, last));
    }

    /// The words from here on that are written as a title is. Returns where to go on.
    std::uint32_t add_run(std::uint32_t first, std::uint32_t stop, std::vector<Mention>& found) {
        if (!is_written_big(document_, first)) return first + 1;
        std::uint32_t last = first + 1, next = last;
        while (next < stop && next - last < 3) {
            const bool big = is_written_big(document_, next);
            if (!big && !is_inside_word(document_, next)) break;
            ++next;
            if (big) last = next;
        }
        if (!is_only_start(document_, first, last)) add(MentionKind::title, first, last, found);
        if (document_.tokens[first].upos == Upos::det && last > first + 1)
            add(MentionKind::title, first + 1, last, found);
        return last;
    }

    /// What the sentence begins with, up to its verb.
    void add_subject(const Sentence& sentence, std::vector<Mention>& found) {
        std::uint32_t last = sentence.first;
        while (last < sentence.last && !ends_subject(document_, last)) ++last;
        if (last == sentence.last || last == sentence.first || !is_written_big(document_, sentence.first)) return;
        if (document_.tokens[sentence.first].upos == Upos::pron) return;
        const bool article = document_.tokens[sentence.first].upos == Upos::det && last > sentence.first + 1;
        if (!is_only_start(document_, sentence.first, last)) add(MentionKind::title, sentence.first, last, found);
        if (article) add(MentionKind::title, sentence.first + 1, last, found);
    }

    void add_quoted(const Sentence& sentence, std::vector<Mention>& found) {
        std::optional<std::uint32_t> open;
        for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
            const std::string_view form = document_.form(i);
            if (std::find(quotation_marks.begin(), quotation_marks.end(), form) == quotation_marks.end()) continue;
            if (open && is_written_big(document_, *open)) add(MentionKind::title, *open, i, found);
            open = i + 1 < sentence.last ? std::optional(i + 1) : std::nullopt;
        }
    }

    const Document& document_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> names_;  ///< tokens of names
    std::set<std::pair<std::uint32_t, std::uint32_t>> known_;     ///< tokens of other mentions, and of those found
};

/// Gives mentions entities of their own, one for each key.
bool contains(const std::vector<std::string>& list, const std::string& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

class UnnamedEntities {
  public:
    UnnamedEntities(const Document& document, std::vector<Entity>& entities)
        : document_(document), entities_(entities) {}

    std::uint32_t entity_for(const std::string& key, const Mention& mention, const std::string& class_iri) {
        const auto [at, added] = places_.try_emplace({key, class_iri}, static_cast<std::uint32_t>(entities_.size()));
        const Span span = document_.span_of(mention.first, mention.last);
        if (added) {
            Entity entity;
            entity.name = std::string(slice(document_.text(), span));
            std::replace(entity.name.begin(), entity.name.end(), '\n', ' ');
            entity.class_iri = class_iri;
            entity.named = false;
            entities_.push_back(std::move(entity));
        }
        entities_[at->second].mentions.push_back(span);
        return at->second;
    }

  private:
    const Document& document_;
    std::vector<Entity>& entities_;
    std::map<std::pair<std::string, std::string>, std::uint32_t> places_;
};

void add_pronouns(const Document& document, const PronounList& list, const std::vector<std::string>& classes,
                  UnnamedEntities& unnamed, std::vector<Mention>& mentions) {
    std::set<std::uint32_t> known;
    for (const Mention& mention : mentions) known.insert(mention.first);
    std::vector<Mention> added;
    for (const Mention& mention : find_pronouns(document)) {
        const Pronoun* pronoun = list.find(document.form(mention.first));
        if (!pronoun || pronoun->number != Pronoun::Number::one || known.contains(mention.first)) continue;
        for (const std::string& class_iri : classes) {
            if (pronoun->class_iris.empty() || pronoun->excluded == contains(pronoun->class_iris, class_iri)) continue;
            added.push_back(mention);
            added.back().entity = unnamed.entity_for(std::to_string(pronoun->group), mention, class_iri);
        }
    }
    mentions.insert(mentions.end(), added.begin(), added.end());
}

/// The class that the likeliest fact about each entity asks for; empty for those that none is about.
std::vector<std::string> find_classes(const Ontology& ontology, const ArticleFacts& article) {
    std::vector<std::string> classes(article.entities.size());
    std::vector<double> sure(article.entities.size(), -1);
    const auto note = [&](EntityId id, const std::vector<std::string>& admitted, double confidence) {
        if (confidence <= sure[id]) return;
        sure[id] = confidence;
        classes[id] = admitted.empty() ? "https://schema.org/Thing" : admitted.front();
    };
    for (const Fact& fact : article.facts) {
        const Property* property = ontology.find_property(fact.property_iri);
        if (!property) continue;
        note(fact.subject, property->domain, fact.confidence());
        if (const EntityId* object = std::get_if<EntityId>(&fact.object))
            note(*object, property->range, fact.confidence());
    }
    return classes;
}

}  // namespace

void add_unnamed(const Document& document, const PronounList& pronouns, const PropertyTable& table,
                 const PropertySet& wanted, std::vector<Entity>& entities, std::vector<Mention>& mentions) {
    UnnamedEntities unnamed(document, entities);
    const auto title_classes = table.classes_of_unnamed(MentionKind::title, wanted);
    const auto noun_classes = table.classes_of_unnamed(MentionKind::noun, wanted);
    std::vector<Mention> found;
    ThingFinder finder(document, mentions);
    if (!title_classes.empty()) finder.find_titles(found);
    if (!noun_classes.empty()) finder.find_nouns(found);
    add_pronouns(document, pronouns, table.classes_of_unnamed(MentionKind::pronoun, wanted), unnamed, mentions);
    for (Mention& mention : found) {
        const std::string wording = to_lower(slice(document.text(), document.span_of(mention.first, mention.last)));
        for (const std::string& class_iri : mention.kind == MentionKind::title ? title_classes : noun_classes) {
            mention.entity = unnamed.entity_for(wording, mention, class_iri);
            mentions.push_back(mention);
        }
    }
    std::stable_sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
        return std::tie(a.first, a.last) < std::tie(b.first, b.last);
    });
}

void settle_unnamed(const Ontology& ontology, ArticleFacts& article) {
    const std::vector<std::string> classes = find_classes(ontology, article);
    std::vector<EntityId> place(article.entities.size());
    std::vector<Entity> kept;
    for (EntityId id = 0; id < article.entities.size(); ++id) {
        Entity& entity = article.entities[id];
        if (!entity.named && classes[id].empty()) continue;
        if (!entity.named && entity.class_iri.empty()) {  // an unknown thing: its words are its name
            entity.class_iri = classes[id];
            entity.named = true;
        }
        place[id] = static_cast<EntityId>(kept.size());
        kept.push_back(std::move(entity));
    }
    article.entities = std::move(kept);
    for (Fact& fact : article.facts) {
        fact.subject = place[fact.subject];
        if (EntityId* object = std::get_if<EntityId>(&fact.object)) *object = place[*object];
    }
    for (Quotation& quotation : article.quotations)
        if (quotation.speaker) quotation.speaker = place[*quotation.speaker];
}

}  // namespace lede
