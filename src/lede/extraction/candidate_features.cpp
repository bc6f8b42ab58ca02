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
    sequence, between_word, between_pair, row_sequence, row_word, before, after, beside, classes, distance, kinds,
    description_word, parenthesis, phrase_word, phrase_whole, number_unit, date_context, governor, headline, competitors, modifier,
    no_path, row_before, window_word, clause_word, salience,
};

class FeatureCollector {
  public:
    FeatureCollector(const Reading& reading, const Mention& subject, const Mention& object, std::vector<std::uint64_t>& features)
        : reading_(reading), subject_(subject), object_(object), features_(features) {
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
            add_governor(object_, 1);
            add_neighbours(object_, 1);
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
            case MentionKind::phrase: add_phrase(mention); break;
            default: break;
        }
        if (mention.kind == MentionKind::implicit) return;
        for (const std::uint32_t i : reading_.graph.dependents(mention.head)) {
            if ((i >= mention.first && i < mention.last) || document.tokens[i].upos == Upos::punct) continue;
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

    void add_governor(const Mention& mention, std::uint64_t side) {
        std::int32_t at = static_cast<std::int32_t>(mention.head);
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
            if (reading_.document.tokens[dependent].upos == Upos::punct) continue;
            const bool mention = reading_.items[reading_.item_of[dependent]].mention;
            const std::uint64_t word = mention ? reading_.items[reading_.item_of[dependent]].word : lemma(dependent);
            add_typed(clause_word, combine(reading_.graph.relation(dependent), word));
            add_typed(clause_word, combine(lemma(at), combine(reading_.graph.relation(dependent), word)));
        }
    }

    void add_path() {
        add_governor(subject_, 0);
        add_governor(object_, 1);
        add_clause();
        const DependencyPath path = reading_.graph.path(subject_.head, object_.head);
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
        const bool top_is_argument = path.top == subject_.head || path.top == object_.head;
        const std::uint64_t top = top_is_argument ? (path.top == subject_.head ? 1 : 2) : lemma(path.top);
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

    void add_neighbours(const Mention& mention, std::uint64_t side) {
        const std::int64_t first = reading_.item_of[mention.first], last = reading_.item_of[mention.last - 1];
        const std::uint32_t s = mention.sentence;
        add_typed(beside, combine(side, combine(1, word_at(first - 1, s))));
        add_typed(beside, combine(side, combine(2, word_at(last + 1, s))));
        add_typed(beside, combine(side, combine(3, combine(word_at(first - 2, s), word_at(first - 1, s)))));
        add_typed(beside, combine(side, combine(4, combine(word_at(last + 1, s), word_at(last + 2, s)))));
        for (std::int64_t i = 1; i <= 4; ++i) {
            add(window_word, combine(side, word_at(first - i, s)));
            add(window_word, combine(side + 2, word_at(last + i, s)));
        }
    }

    /// Hash of the items in [first, last), and each of them alone.
    void add_stretch(std::uint32_t first, std::uint32_t last, Template whole, Template word) {
        std::uint64_t chain = direction();
        for (std::uint32_t i = first; i < last; ++i) chain = combine(chain, reading_.items[i].word);
        if (last - first <= longest_sequence) {
            add_typed(whole, chain);
            add(whole, combine(chain, exact_types_));
        }
        if (last - first > longest_bag) return;
        for (std::uint32_t i = first; i < last; ++i) add_typed(word, combine(direction(), reading_.items[i].word));
    }

    /// The first item of the row of like things ("A, B (C) and D") that the item stands in.
    std::uint32_t row_start(std::uint32_t item, std::uint32_t sentence) const {
        const Document& document = reading_.document;
        std::uint32_t start = item;
        for (std::uint32_t at = item; at > reading_.sentence_items[sentence];) {
            const Item& before_it = reading_.items[--at];
            if (before_it.mention && before_it.word == reading_.items[item].word) start = at;
            if (before_it.mention) continue;
            const std::string_view form = document.form(before_it.first);
            const Upos upos = document.tokens[before_it.first].upos;
            const bool joins = form == "," || form == ";" || form == "(" || form == ")" || upos == Upos::cconj;
            const bool quote = upos == Upos::punct && form != "." && form != ":";
            if (!joins && !quote) break;
        }
        return start;
    }

    void add_surface() {
        add_neighbours(subject_, 0);
        add_neighbours(object_, 1);
        const Mention& left = subject_first_ ? subject_ : object_;
        const Mention& right = subject_first_ ? object_ : subject_;
        const std::uint32_t from = reading_.item_of[left.last - 1] + 1, to = reading_.item_of[right.first];
        if (to < from) return add(distance, combine(direction(), 99));
        add_typed(distance, combine(direction(), std::min<std::uint32_t>(to - from, 5) + (to - from > 10)));
        add_stretch(from, to, sequence, between_word);
        if (to - from <= longest_bag)
            for (std::uint32_t i = from; i + 1 < to; ++i)
                add(between_pair, combine(direction(), combine(reading_.items[i].word, reading_.items[i + 1].word)));
        const std::uint32_t row = row_start(to, right.sentence);
        if (row < to && row >= from) {
            add_stretch(from, row, row_sequence, row_word);
            add_typed(row_before, combine(direction(), word_at(static_cast<std::int64_t>(row) - 1, right.sentence)));
        } else {
            add_typed(row_sequence, combine(direction(), 17));
        }
        add_outer(left, right);
        add_competitors(from, to);
    }

    void add_outer(const Mention& left, const Mention& right) {
        const std::int64_t first = reading_.item_of[left.first], last = reading_.item_of[right.last - 1];
        add_typed(before, combine(direction(), word_at(first - 1, left.sentence)));
        add_typed(after, combine(direction(), word_at(last + 1, right.sentence)));
        const std::uint64_t inside = combine(word_at(reading_.item_of[left.last - 1] + 1, left.sentence), word_at(last + 1, right.sentence));
        add_typed(parenthesis, combine(direction(), inside));
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
    bool subject_first_ = true;
    bool implicit_ = false;
    std::uint64_t types_ = 0;
    std::uint64_t exact_types_ = 0;
};

}  // namespace

void find_candidate_features(const Reading& reading, const Mention& subject, const Mention& object, std::vector<std::uint64_t>& features) {
    FeatureCollector(reading, subject, object, features).collect();
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
