#include <algorithm>
#include <utility>

#include <lede/extraction/open_nominals.hpp>

namespace lede {
namespace {

bool is_noun(const Token& token) {
    return token.upos == Upos::noun || token.upos == Upos::propn;
}

OpenTuple make_tuple(const OpenTree& tree, const char* rule, const char* verb, std::uint32_t trigger) {
    OpenTuple tuple;
    tuple.rule = rule;
    tuple.inserted = verb;
    tuple.trigger = trigger;
    tuple.sentence = tree.token(trigger).sentence;
    return tuple;
}

void add(OpenTuple tuple, OpenArgument subject, OpenArgument object, std::vector<OpenTuple>& tuples) {
    if (subject.words.empty() || object.words.empty() || subject.words == object.words) return;
    tuple.subject = std::move(subject);
    tuple.arguments = {std::move(object)};
    tuples.push_back(std::move(tuple));
}

bool is_place(const OpenTree& tree, std::uint32_t i) {
    const auto& names = tree.document().names;
    return std::any_of(names.begin(), names.end(),
                       [&](const Name& name) { return name.first <= i && i < name.last && name.label == "place"; });
}

/// "Lee, the head of Y" is Lee is the head of Y, and so is "the head of Y, Lee"; "Velmark, Denmark" is Velmark is in
/// Denmark.
void read_apposition(const OpenTree& tree, std::uint32_t i, std::vector<OpenTuple>& tuples) {
    const auto head = static_cast<std::uint32_t>(tree.token(i).head);
    if (!is_noun(tree.token(head))) return;
    const bool inside = is_place(tree, head) && is_place(tree, i) && !tree.has(i, {"det"});
    OpenArgument subject{tree.antecedent(head, i), {}, head, OpenRole::object};
    OpenArgument object{tree.phrase(i), {}, i, OpenRole::object};
    if (tree.token(i).upos == Upos::propn && tree.token(head).upos == Upos::noun) std::swap(subject, object);
    const bool many = tree.token(subject.head).xpos == "NNS" || tree.token(object.head).xpos == "NNS";
    const char* verb = inside ? "is in" : many ? "are" : "is";
    add(make_tuple(tree, inside ? "apposition/place" : "apposition", verb, i), std::move(subject), std::move(object),
        tuples);
}

void read_possessive(const OpenTree& tree, std::uint32_t owner, std::vector<OpenTuple>& tuples) {
    const auto owned = static_cast<std::uint32_t>(tree.token(owner).head);
    Words left_out = tree.dependents(owned, {"acl", "appos", "conj", "cc", "case", "punct", "cop", "nsubj", "aux",
                                             "parataxis", "mark", "advmod", "advcl"});
    left_out.push_back(owner);
    const bool name = tree.token(owner).upos == Upos::propn;
    add(make_tuple(tree, name ? "possessive/name" : "possessive/noun", "has", owned),
        {tree.subtree(owner, tree.dependents(owner, {"case"})), {}, owner, OpenRole::object},
        {tree.subtree(owned, left_out), {}, owned, OpenRole::object}, tuples);
}

}  // namespace

void find_nominal_tuples(const OpenTree& tree, std::uint32_t first, std::uint32_t last,
                         std::vector<OpenTuple>& tuples) {
    for (std::uint32_t i = first; i < last; ++i) {
        const Token& token = tree.token(i);
        if (token.head < 0) continue;
        if (tree.is(i, {"appos"})) read_apposition(tree, i, tuples);
        if (token.deprel == "nmod:poss" && is_noun(token)) read_possessive(tree, i, tuples);
    }
}

}  // namespace lede
