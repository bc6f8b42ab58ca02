#include <lede/extraction/candidate_features.hpp>

#include <algorithm>

#include <lede/base/hash.hpp>

namespace lede {
namespace {

// Surface patterns longer than this hardly ever occur twice.
constexpr std::uint32_t longest_sequence = 8;
constexpr std::uint32_t longest_bag = 14;

constexpr std::uint64_t implicit_offset = 1000;

/// Names of the feature templates; the values are part of the model's format.
enum Template : std::uint64_t {
    path_words = 1, path_relations, top_word, top_with_edges, path_word, object_edge, subject_edge, path_length,
    sequence, between_word, between_pair, row_word, before, after, beside, classes, distance, kinds,
    description_word, parenthesis, phrase_word, phrase_whole, number_unit, date_context, governor, headline, competitors, modifier,
    no_path, row_before, window_word, clause_word, salience, title_look,
};

bool is_capitalised(std::string_view form) {
    return !form.empty() && ((form.front() >= 'A' && form.front() <= 'Z') || static_cast<unsigned char>(form.front()) >= 0xC3);
}

void replace_top(DependencyPath& path, std::uint32_t verb) {
    for (PathStep& step : path.steps)
        if (step.token == path.top) step.token = verb;
    path.top = verb;
}

class FeatureCollector {
  public:
    FeatureCollector(const Reading& reading, const Mention& subject, const Mention& object, std::vector<std::uint64_t>& features,
                     std::optional<std::uint32_t> verb)
        : reading_(reading), subject_(subject), object_(object), features_(features), verb_(verb) {
        subject_first_ = subject.first < object.first || (subject.first == object.first && subject.last < object.last);
        implicit_ = subject.kind == MentionKind::implicit;
        types_ = combine(reading.root_of(subject), reading.root_of(object));
        exact_types_ = combine(reading.class_of(subject), reading.class_of(object));
    }

    void collect() {
        const std::size_t start = features_.size();
        add_types();
        add_mention_words(subject_, 0);
        add_mention_words(object_, 1);
        if (implicit_) {
            add_salience();
            add_governor(path_end(object_, subject_), 1);
            add_neighbours(object_, find_place(reading_, object_, subject_), 1);
            add_clause();
        } else {
            add_path();
            add_surface();
        }
        std::sort(features_.begin() + static_cast<std::ptrdiff_t>(start), features_.end());
        features_.erase(std::unique(features_.begin() + static_cast<std::ptrdiff_t>(start), features_.end()), features_.end());
    }

  private:
    /// Implicit subjects have features of their own: what ties them is another kind of evidence.
    void add(Template name, std::uint64_t value) { features_.push_back(combine(name + (implicit_ ? implicit_offset : 0), value)); }
    /// The feature alone and together with the roots of both classes.
    void add_typed(Template name, std::uint64_t value) {
        add(name, value);
        add(name, combine(value, types_));
    }
    std::uint64_t direction() const { return subject_first_ ? 11 : 13; }
    std::uint64_t lemma(std::uint32_t token) const { return reading_.graph.lemma(token); }

    void add_types() {
        add(classes, types_);
        add(classes, exact_types_);
        add(classes, combine(reading_.class_of(subject_), 1));
        add(classes, combine(reading_.class_of(object_), 2));
        const auto both = combine(static_cast<std::uint64_t>(subject_.kind), static_cast<std::uint64_t>(object_.kind));
        add(kinds, both);
        add(kinds, combine(both, types_));
        const Sentence& sentence = reading_.document.sentences[object_.sentence];
        if (sentence.headline) add(headline, types_);
    }

    void add_mention_words(const Mention& mention, std::uint64_t side) {
        const Document& document = reading_.document;
        switch (mention.kind) {
            case MentionKind::description:
            case MentionKind::pronoun: add_typed(description_word, combine(side, lemma(mention.first))); break;
            case MentionKind::number: add_typed(number_unit, combine(side, mention.unit ? lemma(mention.unit) : 0)); break;
            case MentionKind::date:
                if (mention.first > document.sentences[mention.sentence].first) add_typed(date_context, lemma(mention.first - 1));
                break;
            case MentionKind::phrase:
            case MentionKind::noun: add_phrase(mention); break;
            case MentionKind::title: add_title(mention, side); break;
            default: break;
        }
        if (mention.kind == MentionKind::implicit) return;
        for (const std::uint32_t i : reading_.graph.dependents(mention.head)) {
            const Upos upos = document.tokens[i].upos;
            if ((i >= mention.first && i < mention.last) || upos == Upos::punct || upos == Upos::cconj || upos == Upos::aux) continue;
            if (!reading_.items[reading_.item_of[i]].mention)
                add_typed(modifier, combine(side, combine(reading_.graph.relation(i), lemma(i))));
        }
    }

    void add_phrase(const Mention& phrase) {
        std::uint64_t whole = 7;
        for (std::uint32_t i = phrase.first; i < phrase.last; ++i) {
            whole = combine(whole, lemma(i));
            add(phrase_word, lemma(i));
        }
        add_typed(phrase_whole, whole);
        add_typed(phrase_whole, combine(1, lemma(phrase.head)));
        add_typed(phrase_whole, combine(2, lemma(phrase.first)));
        add_typed(phrase_whole, combine(3, lemma(phrase.last - 1)));
        add_typed(phrase_whole, combine(4, phrase.last - phrase.first));
    }

    /// Where a title begins and ends, and how it is written.
    void add_title(const Mention& title, std::uint64_t side) {
        std::uint32_t big = 0;
        for (std::uint32_t i = title.first; i < title.last; ++i) big += is_capitalised(reading_.document.form(i));
        const std::uint32_t length = title.last - title.first;
        const std::uint64_t shape = combine(std::min(length, 6U), big == length ? 2 : (big > 1 ? 1 : 0));
        const bool at_start = title.first == reading_.document.sentences[title.sentence].first;
        const std::uint64_t ends = combine(static_cast<std::uint64_t>(reading_.document.tokens[title.first].upos),
                                           static_cast<std::uint64_t>(reading_.document.tokens[title.last - 1].upos));
        for (const std::uint64_t value : {combine(1, lemma(title.first)), combine(2, lemma(title.last - 1)), combine(3, combine(shape, at_start)), combine(4, ends)})
            add(title_look, combine(side, value));
    }

    void add_governor(std::uint32_t head, std::uint64_t side) {
        std::int32_t at = static_cast<std::int32_t>(head);
        std::uint64_t chain = side;
        for (int steps = 0; steps < 3 && at >= 0; ++steps) {
            const std::int32_t above = reading_.graph.head(static_cast<std::uint32_t>(at));
            if (above < 0) break;
            chain = combine(chain, reading_.graph.relation(static_cast<std::uint32_t>(at)));
            add_typed(governor, combine(chain, lemma(static_cast<std::uint32_t>(above))));
            at = above;
        }
    }

    /// How likely the sentence is about the subject that it does not mention.
    void add_salience() {
        const std::uint64_t near = combine(std::min(subject_.distance, 3U), subject_.central);
        std::uint32_t rivals = 0;
        for (std::uint32_t i = reading_.sentence_items[subject_.sentence]; i < reading_.sentence_items[subject_.sentence + 1]; ++i)
            rivals += reading_.items[i].mention && reading_.items[i].word == reading_.root_of(subject_);
        add_typed(salience, near);
        add_typed(salience, combine(near, std::min(rivals, 2U)));
        add_typed(salience, combine(17, std::min(rivals, 2U)));
    }

    /// The words of the clause that the object stands in: its verb, and what depends on that.
    void add_clause() {
        std::int32_t verb = static_cast<std::int32_t>(object_.head);
        for (int steps = 0; steps < 5 && verb >= 0 && reading_.document.tokens[verb].upos != Upos::verb; ++steps)
            verb = reading_.graph.head(static_cast<std::uint32_t>(verb));
        if (verb < 0) return;
        const auto at = static_cast<std::uint32_t>(verb);
        add_typed(clause_word, lemma(at));
        for (const std::uint32_t dependent : reading_.graph.dependents(at)) {
            const Upos upos = reading_.document.tokens[dependent].upos;
            if (upos == Upos::punct || upos == Upos::aux || upos == Upos::adv) continue;
            const bool mention = reading_.items[reading_.item_of[dependent]].mention;
            const std::uint64_t word = mention ? reading_.items[reading_.item_of[dependent]].word : lemma(dependent);
            add_typed(clause_word, combine(reading_.graph.relation(dependent), word));
            add_typed(clause_word, combine(lemma(at), combine(reading_.graph.relation(dependent), word)));
        }
    }

    /// The word that stands for a mention in the tree: that of the first of its row, where the parser may have lost the others.
    std::uint32_t path_end(const Mention& mention, const Mention& other) const {
        const ItemRange place = find_place(reading_, mention, other);
        return place.first == reading_.item_of[mention.first] ? mention.head : reading_.items[place.first].head;
    }

    void add_path() {
        add_governor(path_end(subject_, object_), 0);
        add_governor(path_end(object_, subject_), 1);
        add_clause();
        DependencyPath path = reading_.graph.path(path_end(subject_, object_), path_end(object_, subject_));
        if (verb_) replace_top(path, *verb_);
        if (path.found) top_ = path.top;
        if (!path.found) return add(no_path, types_);
        std::uint64_t with_words = 3, relations = 5;
        for (std::size_t i = 0; i < path.steps.size(); ++i) {
            const PathStep& step = path.steps[i];
            relations = combine(relations, combine(step.relation, step.up));
            with_words = combine(with_words, combine(step.relation, step.up));
            if (i + 1 == path.steps.size()) break;
            const std::uint64_t word = reading_.items[reading_.item_of[step.token]].mention ? 0 : lemma(step.token);
            with_words = combine(with_words, word);
            add_typed(path_word, word);
        }
        add_typed(path_words, with_words);
        add(path_words, combine(with_words, exact_types_));
        add_typed(path_relations, relations);
        add_typed(path_length, std::min<std::size_t>(path.steps.size(), 8));
        if (path.steps.empty()) return;
        const bool top_is_subject = path.top == path_end(subject_, object_), top_is_argument = top_is_subject || path.top == path_end(object_, subject_);
        const std::uint64_t top = top_is_argument ? (top_is_subject ? 1 : 2) : lemma(path.top);
        const std::uint64_t first = combine(path.steps.front().relation, path.steps.front().up);
        const std::uint64_t last = combine(path.steps.back().relation, path.steps.back().up);
        add_typed(top_word, top);
        add_typed(top_with_edges, combine(top, combine(first, last)));
        add_typed(subject_edge, combine(first, path.steps.size() > 1 ? lemma(path.steps.front().token) : 0));
        if (path.steps.size() > 1) add_typed(object_edge, combine(last, lemma(path.steps[path.steps.size() - 2].token)));
    }

    std::uint64_t word_at(std::int64_t item, std::uint32_t sentence) const {
        if (item < reading_.sentence_items[sentence] || item >= reading_.sentence_items[sentence + 1]) return 1;
        return reading_.items[static_cast<std::size_t>(item)].word;
    }

    void add_neighbours(const Mention& mention, ItemRange place, std::uint64_t side) {
        const std::int64_t first = place.first, last = place.last;
        const std::uint32_t s = mention.sentence;
        add_typed(beside, combine(side, combine(1, word_at(first - 1, s))));
        add_typed(beside, combine(side, combine(2, word_at(last + 1, s))));
        add_typed(beside, combine(side, combine(3, combine(word_at(first - 2, s), word_at(first - 1, s)))));
        add_typed(beside, combine(side, combine(4, combine(word_at(last + 1, s), word_at(last + 2, s)))));
        for (std::int64_t i = 1; i <= 4; ++i) {
            add(window_word, combine(side, word_at(first - i, s)));
            add(window_word, combine(side + 2, word_at(last + i, s)));
        }
        const std::uint32_t own = reading_.item_of[mention.last - 1];
        const Item& item = reading_.items[own];
        // What holds of one of "A, B and C" holds of the others; "Naples, Italy" is another matter.
        if (item.row_joined) return add_typed(row_word, combine(side, 3));
        const std::uint64_t position = item.row_first == item.row_last ? 0 : (own == item.row_first ? 1 : 2);
        add_typed(row_word, combine(side, position));
        add_typed(row_before, combine(side, word_at(static_cast<std::int64_t>(own) + 1, s)));
    }

    /// Whether the token is a verb of the row that the top of the path stands in, or the "and" or comma before it.
    bool is_other_verb(std::uint32_t token) const {
        if (!top_ || reading_.document.tokens[*top_].upos != Upos::verb) return false;
        const auto in_row = [&](std::uint32_t verb) {
            return reading_.document.tokens[verb].upos == Upos::verb && reading_.graph.first_conjunct(verb) == reading_.graph.first_conjunct(*top_);
        };
        const Upos upos = reading_.document.tokens[token].upos;
        if (upos == Upos::verb) return token != *top_ && in_row(token);
        const std::int32_t head = reading_.document.tokens[token].head;
        return (upos == Upos::cconj || upos == Upos::punct) && head >= 0 && in_row(static_cast<std::uint32_t>(head)) &&
               reading_.graph.first_conjunct(static_cast<std::uint32_t>(head)) != static_cast<std::uint32_t>(head);
    }

    /// Hash of the items in [first, last), and each of them alone. Auxiliaries and adverbs are passed over: "wrote", "will write" and
    /// "has also written" say the same; what is denied or doubted is judged elsewhere.
    void add_stretch(std::uint32_t first, std::uint32_t last) {
        stretch_.clear();
        for (std::uint32_t i = first; i < last; ++i) {
            const std::uint32_t token = reading_.items[i].first;
            const Upos upos = reading_.document.tokens[token].upos;
            const bool passed_over = upos == Upos::aux || upos == Upos::adv || is_other_verb(token);
            if (reading_.items[i].mention || !passed_over) stretch_.push_back(reading_.items[i].word);
        }
        std::uint64_t chain = direction();
        for (const std::uint64_t word : stretch_) chain = combine(chain, word);
        if (stretch_.size() <= longest_sequence) {
            add_typed(sequence, chain);
            add(sequence, combine(chain, exact_types_));
        }
        if (stretch_.size() > longest_bag) return;
        for (const std::uint64_t word : stretch_) add_typed(between_word, combine(direction(), word));
        for (std::size_t i = 0; i + 1 < stretch_.size(); ++i) add(between_pair, combine(direction(), combine(stretch_[i], stretch_[i + 1])));
    }

    void add_surface() {
        const ItemRange subject = find_place(reading_, subject_, object_), object = find_place(reading_, object_, subject_);
        add_neighbours(subject_, subject, 0);
        add_neighbours(object_, object, 1);
        const std::uint32_t from = (subject_first_ ? subject.last : object.last) + 1, to = subject_first_ ? object.first : subject.first;
        if (to < from) return add(distance, combine(direction(), 99));
        add_typed(distance, combine(direction(), std::min<std::uint32_t>(to - from, 5) + (to - from > 10)));
        add_stretch(from, to);
        const std::int64_t first = subject_first_ ? subject.first : object.first, last = subject_first_ ? object.last : subject.last;
        add_typed(before, combine(direction(), word_at(first - 1, subject_.sentence)));
        add_typed(after, combine(direction(), word_at(last + 1, subject_.sentence)));
        const std::uint64_t inside = combine(word_at(from, subject_.sentence), word_at(last + 1, subject_.sentence));
        add_typed(parenthesis, combine(direction(), inside));
        add_competitors(from, to);
    }

    /// Other mentions between the two that could stand in the place of either.
    void add_competitors(std::uint32_t from, std::uint32_t to) {
        std::uint32_t like_subject = 0, like_object = 0;
        for (std::uint32_t i = from; i < to; ++i) {
            if (!reading_.items[i].mention) continue;
            like_subject += reading_.items[i].word == reading_.root_of(subject_);
            like_object += reading_.items[i].word == reading_.root_of(object_);
        }
        add_typed(competitors, combine(1, std::min(like_subject, 3U)));
        add_typed(competitors, combine(2, std::min(like_object, 3U)));
    }

    const Reading& reading_;
    const Mention& subject_;
    const Mention& object_;
    std::vector<std::uint64_t>& features_;
    std::vector<std::uint64_t> stretch_;
    std::optional<std::uint32_t> verb_;
    std::optional<std::uint32_t> top_;  ///< of the path, once it is known
    bool subject_first_ = true;
    bool implicit_ = false;
    std::uint64_t types_ = 0;
    std::uint64_t exact_types_ = 0;
};

}  // namespace

void find_candidate_features(const Reading& reading, const Mention& subject, const Mention& object, std::vector<std::uint64_t>& features,
                             std::optional<std::uint32_t> verb) {
    FeatureCollector(reading, subject, object, features, verb).collect();
}

std::vector<std::uint32_t> find_shared_verbs(const Reading& reading, const Mention& subject, const Mention& object) {
    static const std::uint64_t object_relation = hash_of("obj");
    std::vector<std::uint32_t> verbs;
    if (subject.kind == MentionKind::implicit) return verbs;
    const Document& document = reading.document;
    const DependencyPath path = reading.graph.path(subject.head, object.head);
    if (!path.found || document.tokens[path.top].upos != Upos::verb) return verbs;
    for (std::uint32_t i = document.sentences[subject.sentence].first; i < path.top; ++i) {
        if (document.tokens[i].upos != Upos::verb || reading.graph.first_conjunct(i) != reading.graph.first_conjunct(path.top)) continue;
        // A verb with an object of its own says something else.
        const auto dependents = reading.graph.dependents(i);
        const bool own_object = std::any_of(dependents.begin(), dependents.end(), [&](std::uint32_t dependent) {
            return reading.graph.relation(dependent) == object_relation;
        });
        if (!own_object) verbs.push_back(i);
    }
    return verbs;
}

std::uint32_t find_trigger(const Reading& reading, const Mention& subject, const Mention& object) {
    if (subject.kind == MentionKind::implicit) return object.head;
    const DependencyPath path = reading.graph.path(subject.head, object.head);
    std::uint32_t trigger = path.found ? path.top : object.head;
    // "is set to direct X": what is stated is the lowest verb on the way down to the object.
    for (const PathStep& step : path.steps) {
        const bool inner = step.token != subject.head && step.token != object.head;
        if (!step.up && inner && reading.document.tokens[step.token].upos == Upos::verb) trigger = step.token;
    }
    return trigger;
}

}  // namespace lede
