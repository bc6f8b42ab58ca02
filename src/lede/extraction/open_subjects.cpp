#include <lede/extraction/open_subjects.hpp>

namespace lede {
namespace {

/// Deeper chains of clauses are errors of the parser.
constexpr int deepest = 6;

OpenArgument make_argument(Words words, std::uint32_t head, OpenRole role = OpenRole::object) {
    return {std::move(words), {}, head, role};
}

bool is_subject_word(const std::string& low) {
    return low == "who" || low == "which" || low == "that";
}

bool is_participle(const Token& token) {
    return token.xpos == "VBG" || token.xpos == "VBN" || token.xpos == "VBD";
}

bool is_nominal(Upos upos) {
    return upos == Upos::noun || upos == Upos::propn || upos == Upos::pron || upos == Upos::num || upos == Upos::det;
}

std::vector<OpenArgument> find_subjects(const OpenTree& tree, std::uint32_t predicate, int depth);

/// The subject of what has none of its own, from the word above it.
std::vector<OpenArgument> inherit_subjects(const OpenTree& tree, std::uint32_t predicate, int depth) {
    const Token& token = tree.token(predicate);
    if (token.head < 0 || token.deprel == "acl:relcl") return {};
    const auto head = static_cast<std::uint32_t>(token.head);
    if (tree.is(predicate, {"acl"})) {
        if (!is_participle(token) || !is_nominal(tree.token(head).upos)) return {};
        return {make_argument(tree.antecedent(head, predicate), head)};
    }
    if (tree.is(predicate, {"xcomp"})) {
        const Words objects = tree.dependents(head, {"obj", "iobj"});  // "asked Ann to leave": Ann leaves
        return objects.empty() ? find_subjects(tree, head, depth + 1) : make_arguments(tree, objects.front());
    }
    const bool shares = tree.is(predicate, {"conj", "advcl", "ccomp"}) && tree.is_predicate(head);
    return shares ? find_subjects(tree, head, depth + 1) : std::vector<OpenArgument>{};
}

std::vector<OpenArgument> find_subjects(const OpenTree& tree, std::uint32_t predicate, int depth) {
    if (depth > deepest) return {};
    const Words own = tree.dependents(predicate, {"nsubj", "csubj"});
    if (own.empty()) return inherit_subjects(tree, predicate, depth);
    const std::uint32_t subject = own.front();
    const std::string low = tree.low(subject);
    if (is_subject_word(low)) {
        if (const auto noun = find_modified_noun(tree, predicate))
            return {make_argument(tree.antecedent(*noun, predicate), *noun)};
        if (low != "that") return {};
    }
    if (tree.is(subject, {"csubj"})) return {make_argument(tree.subtree(subject), subject, OpenRole::clause)};
    return make_arguments(tree, subject);
}

}  // namespace

bool is_relative_word(const OpenTree& tree, std::uint32_t token) {
    const std::string low = tree.low(token);
    return is_subject_word(low) || low == "whom" || low == "whose" || low == "where" || low == "when";
}

std::optional<std::uint32_t> find_modified_noun(const OpenTree& tree, std::uint32_t predicate) {
    for (int step = 0; step < deepest; ++step) {
        const Token& token = tree.token(predicate);
        if (token.head < 0) return std::nullopt;
        const auto head = static_cast<std::uint32_t>(token.head);
        if (tree.is(predicate, {"acl"})) return head;
        if (!tree.is(predicate, {"conj", "ccomp"})) return std::nullopt;
        predicate = head;
    }
    return std::nullopt;
}

std::vector<OpenArgument> find_subjects(const OpenTree& tree, std::uint32_t predicate) {
    return find_subjects(tree, predicate, 0);
}

std::vector<OpenArgument> make_arguments(const OpenTree& tree, std::uint32_t noun) {
    std::vector<OpenArgument> arguments;
    for (const std::uint32_t conjunct : tree.conjuncts(noun)) {
        if (conjunct != noun && tree.is_predicate(conjunct)) continue;
        OpenArgument argument = make_argument(tree.phrase(conjunct), conjunct);
        if (!argument.words.empty()) arguments.push_back(std::move(argument));
    }
    return arguments;
}

}  // namespace lede
