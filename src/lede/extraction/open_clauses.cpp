#include <algorithm>

#include <lede/extraction/open_clauses.hpp>
#include <lede/extraction/open_subjects.hpp>
#include <lede/extraction/open_verb_group.hpp>

namespace lede {
namespace {

/// Reads one clause.
class ClauseReader {
  public:
    ClauseReader(const OpenTree& tree, const OpenLists& lists, std::uint32_t predicate, std::vector<OpenTuple>& tuples)
        : tree_(tree),
          lists_(lists),
          predicate_(predicate),
          group_(find_verb_group(tree, predicate)),
          tuples_(tuples) {}

    void read() {
        subjects_ = find_subjects(tree_, predicate_);
        if (subjects_.empty()) return;
        for (const std::uint32_t verb : group_.chain) collect(verb);
        std::sort(others_.begin(), others_.end());
        find_relative_object();
        if (group_.has_copula) return read_copula();
        if (relative_object_) return read_relative_object();
        if (!objects_.empty()) return read_object();
        if (const auto noun = find_near_oblique()) return read_oblique(*noun);
        emit("adverbial/" + kind(), group_.words, {});
    }

  private:
    const OpenTree& tree_;
    const OpenLists& lists_;
    std::uint32_t predicate_;
    VerbGroup group_;
    std::vector<OpenTuple>& tuples_;
    std::vector<OpenArgument> subjects_;
    Words objects_;  ///< objects, complements and clauses
    Words others_;   ///< prepositional and adverbial arguments
    std::optional<std::uint32_t> relative_object_;

    /// Sorts a verb's dependents into objects and others.
    void collect(std::uint32_t verb) {
        const bool nominal = group_.has_copula && verb == group_.last();
        for (const std::uint32_t i : tree_.dependents(verb)) {
            if (contains(group_.words, i) || contains(group_.chain, i)) continue;
            if (nominal && !tree_.is(i, {"obl", "advmod", "advcl", "ccomp", "xcomp", "obj"})) continue;
            const bool second = tree_.has(verb, {"obj"});
            if (tree_.is(i, {"obj"}) && is_relative_word(tree_, i) && find_modified_noun(tree_, predicate_)) {
                relative_object_ = find_modified_noun(tree_, predicate_);
            } else if (tree_.is(i, {"obj", "ccomp"}) || (tree_.is(i, {"iobj"}) && !second)) {
                objects_.push_back(i);
            } else if (tree_.is(i, {"xcomp"})) {
                (second || tree_.token(i).upos == Upos::verb ? others_ : objects_).push_back(i);
            } else if (tree_.is(i, {"iobj", "advcl"}) || (tree_.is(i, {"obl"}) && !is_relative_word(tree_, i))) {
                others_.push_back(i);
            } else if (tree_.is(i, {"advmod"}) && !lists_.connectives.contains(tree_.low(i))) {
                others_.push_back(i);
            }
        }
    }

    /// "the book [that] he wrote": without a relative word, the noun is the object if the clause has no other.
    void find_relative_object() {
        const Token& token = tree_.token(predicate_);
        if (token.deprel != "acl:relcl" || relative_object_ || !objects_.empty() || group_.has_copula) return;
        const Words own = tree_.dependents(predicate_, {"nsubj"});
        if (own.empty() || is_relative_word(tree_, own.front())) return;
        for (const std::uint32_t i :
             tree_.dependents(predicate_)) {  // "the town where he wrote", "the town in which he wrote"
            const std::string low = tree_.low(i);
            if (low == "why" || is_relative_word(tree_, i)) return;
        }
        relative_object_ = static_cast<std::uint32_t>(token.head);
    }

    /// What the clause is to the sentence, for its rule's name: clauses with a subject of their own are the surest.
    std::string kind() const {
        if (tree_.is(predicate_, {"acl:relcl"})) return "relcl";
        const Words own = tree_.dependents(predicate_, {"nsubj", "csubj"});
        if (!own.empty() && !is_relative_word(tree_, own.front())) return "own";
        const std::string& relation = tree_.token(predicate_).deprel;
        return relation.substr(0, relation.find(':'));
    }

    /// A further argument with its preposition.
    OpenArgument make_other(std::uint32_t i) const {
        OpenArgument argument{tree_.subtree(i), {}, i, OpenRole::adverbial};
        if (tree_.is(i, {"obl"})) argument.preposition = tree_.dependents(i, {"case"});
        if (!argument.preposition.empty()) argument.role = OpenRole::oblique;
        return argument;
    }

    /// One tuple a subject. `first` may be empty: the others alone are then the arguments, and `left_out` is not among
    /// them.
    void emit(const std::string& rule, const Words& predicate, const std::vector<OpenArgument>& first,
              std::optional<std::uint32_t> left_out = {}) {
        OpenTuple tuple;
        tuple.rule = rule;
        tuple.trigger = group_.last();
        tuple.sentence = tree_.token(predicate_).sentence;
        tuple.predicate = predicate;
        if (tree_.is(predicate_, {"acl"}) && !tree_.is(predicate_, {"acl:relcl"}) && !group_.has_copula &&
            !tree_.has(predicate_, {"aux"}))
            tuple.inserted = verb_be(static_cast<std::uint32_t>(tree_.token(predicate_).head));
        tuple.arguments = first;
        for (std::size_t i = 0; i < objects_.size(); ++i)
            if (!group_.has_copula && i > 0)
                add_argument(tuple, {tree_.subtree(objects_[i]), {}, objects_[i], OpenRole::adverbial});
        for (const std::uint32_t other : others_)
            if (other != left_out) add_argument(tuple, make_other(other));
        if (tuple.arguments.empty()) return;
        for (const OpenArgument& subject : subjects_) {
            if (subject.words == tuple.arguments.front().words) continue;
            tuple.subject = subject;
            tuples_.push_back(tuple);
        }
    }
    static void add_argument(OpenTuple& tuple, OpenArgument argument) {
        if (!argument.words.empty()) tuple.arguments.push_back(std::move(argument));
    }

    std::string verb_be(std::uint32_t noun) const {
        const std::string& xpos = tree_.token(noun).xpos;
        return xpos == "NNS" || xpos == "NNPS" || tree_.has(noun, {"conj"}) ? "are" : "is";
    }

    /// "is an actor", "is in Paris", "is famous for its bridges", "is famous"
    void read_copula() {
        const std::uint32_t node = group_.last();
        const Upos upos = tree_.token(node).upos;
        const bool noun =
            upos == Upos::noun || upos == Upos::propn || upos == Upos::pron || upos == Upos::num || upos == Upos::sym;
        Words left_out = tree_.dependents(
            node, {"nsubj", "csubj", "cop", "aux", "punct", "advcl", "parataxis", "mark", "conj", "cc"});
        append(left_out, group_.words);
        objects_.clear();
        // An adverb behind the copula belongs to the noun phrase: "is only a boy".
        if (noun)
            std::erase_if(others_,
                          [&](std::uint32_t i) { return i > group_.words.front() && tree_.is(i, {"advmod"}); });
        append(left_out, others_);
        const Words preposition = tree_.dependents(node, {"case"});
        if (preposition.empty()) {
            const auto near = noun ? std::nullopt : find_near_oblique();
            OpenArgument complement{tree_.subtree(node, left_out), {}, node, OpenRole::object};
            if (!near) return emit(noun ? "copula/noun" : "copula/adjective", group_.words, {complement});
            Words predicate = group_.words;
            append(predicate, complement.words);
            return read_oblique(*near, "copula/adjective_oblique", predicate);
        }
        append(left_out, preposition);
        emit("copula/oblique", group_.words,
             {{tree_.subtree(node, left_out), preposition, node, OpenRole::oblique, true}});
    }

    void read_relative_object() {
        objects_.clear();
        emit("relative_object", group_.words,
             {{tree_.antecedent(*relative_object_, predicate_), {}, *relative_object_, OpenRole::object}});
    }

    void read_object() {
        const std::uint32_t object = objects_.front();
        if (tree_.is(object, {"ccomp"}))
            return emit("clause", group_.words, {{tree_.subtree(object), {}, object, OpenRole::clause}});
        for (const OpenArgument& argument : make_arguments(tree_, object))
            emit("object/" + kind(), group_.words, {argument});
    }

    /// The first prepositional argument behind the predicate.
    std::optional<std::uint32_t> find_near_oblique() const {
        for (const std::uint32_t i : others_)
            if (i > group_.last() && tree_.is(i, {"obl"}) && tree_.has(i, {"case"})) return i;
        return std::nullopt;
    }

    void read_oblique(std::uint32_t noun) { read_oblique(noun, "oblique/" + kind(), group_.words); }

    /// Its preposition goes with the predicate; of a row, each makes a tuple, with the first's preposition: "in Spain
    /// and Italy".
    void read_oblique(std::uint32_t noun, const std::string& rule, const Words& predicate) {
        const Words preposition = tree_.dependents(noun, {"case"});
        for (const std::uint32_t conjunct : tree_.conjuncts(noun)) {
            const Words own = tree_.dependents(conjunct, {"case"});
            OpenArgument argument{tree_.phrase(conjunct, own), own.empty() ? preposition : own, conjunct,
                                  OpenRole::oblique, true};
            if (!argument.words.empty()) emit(rule, predicate, {argument}, noun);
        }
    }
};

}  // namespace

void find_clause_tuples(const OpenTree& tree, const OpenLists& lists, std::uint32_t predicate,
                        std::vector<OpenTuple>& tuples) {
    if (!completes_verb(tree, predicate)) ClauseReader(tree, lists, predicate, tuples).read();
}

}  // namespace lede
