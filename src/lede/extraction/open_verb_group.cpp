#include <algorithm>

#include <lede/extraction/open_verb_group.hpp>

namespace lede {
namespace {

/// A clause that completes a verb, as opposed to the noun or adjective of "became rich".
bool is_clause(const OpenTree& tree, std::uint32_t i) {
    return tree.token(i).upos == Upos::verb || tree.has(i, {"cop"});
}

bool is_negation(const Token& token) {
    return token.lemma == "not" || token.lemma == "n't" || token.lemma == "never" || token.lemma == "no";
}

/// Auxiliaries, negation, the adverbs among them, the verb and its particles.
Words single_group(const OpenTree& tree, std::uint32_t verb) {
    Words words = tree.dependents(verb, {"aux", "cop"});
    const std::uint32_t left = words.empty() ? verb : std::min(words.front(), verb);
    const bool is_verb = tree.token(verb).upos == Upos::verb;
    if (is_verb || !tree.has(verb, {"cop"})) words.push_back(verb);
    for (const std::uint32_t adverb : tree.dependents(verb, {"advmod"})) {
        if (!tree.dependents(adverb).empty()) continue;
        const bool between = left < adverb && adverb < verb;
        if (is_negation(tree.token(adverb)) || between || (is_verb && adverb + 1 == verb)) words.push_back(adverb);
    }
    append(words, tree.dependents(verb, {"compound:prt"}));
    return words;
}

/// What a coordinated verb shares with the first: "has been [bought and] sold", "wants to [buy and] sell".
Words shared_words(const OpenTree& tree, std::uint32_t verb) {
    Words words;
    while (tree.is(verb, {"conj"}) && !tree.has(verb, {"nsubj", "csubj", "aux", "cop"})) {
        const std::string& form = tree.token(verb).xpos;
        const auto first = static_cast<std::uint32_t>(tree.token(verb).head);
        const bool alike = tree.token(first).upos == Upos::verb && tree.token(first).xpos == form;
        if (!alike || (form != "VB" && form != "VBN" && form != "VBG")) break;
        append(words, tree.dependents(first, {"aux"}));
        if (completes_verb(tree, first)) {
            const auto governor = static_cast<std::uint32_t>(tree.token(first).head);
            append(words, single_group(tree, governor));
            append(words, tree.dependents(first, {"mark"}));
            if (tree.has(governor, {"cop"})) words.push_back(governor);
            verb = governor;
        } else {
            verb = first;
        }
    }
    return words;
}

/// The infinitive that completes a verb; the verb itself if there is none.
std::uint32_t find_complement(const OpenTree& tree, std::uint32_t verb) {
    if (tree.has(verb, {"obj"})) return verb;
    for (const std::uint32_t complement : tree.dependents(verb, {"xcomp"}))
        if (is_clause(tree, complement)) return complement;
    return verb;
}

}  // namespace

bool completes_verb(const OpenTree& tree, std::uint32_t predicate) {
    if (!tree.is(predicate, {"xcomp"}) || !is_clause(tree, predicate)) return false;
    const auto head = static_cast<std::uint32_t>(tree.token(predicate).head);
    return tree.is_predicate(head) && find_complement(tree, head) == predicate;
}

VerbGroup find_verb_group(const OpenTree& tree, std::uint32_t predicate) {
    VerbGroup group;
    group.words = single_group(tree, predicate);
    append(group.words, shared_words(tree, predicate));
    group.chain = {predicate};
    for (;;) {
        const std::uint32_t verb = group.last();
        const std::uint32_t next = find_complement(tree, verb);
        if (next == verb) break;
        append(group.words, single_group(tree, next));
        append(group.words, tree.dependents(next, {"mark"}));
        if (tree.has(verb, {"cop"})) {  // "is very able to"
            group.words.push_back(verb);
            for (const std::uint32_t adverb : tree.dependents(verb, {"advmod"}))
                if (adverb < verb) group.words.push_back(adverb);
        }
        group.chain.push_back(next);
    }
    group.has_copula = tree.has(group.last(), {"cop"});
    std::sort(group.words.begin(), group.words.end());
    group.words.erase(std::unique(group.words.begin(), group.words.end()), group.words.end());
    return group;
}

}  // namespace lede
