#include <lede/extraction/mention_finder.hpp>

#include <algorithm>

#include <lede/base/utf8.hpp>

namespace lede {
namespace {

/// Longer runs of nouns and adjectives are lists or errors of the tagger.
constexpr std::uint32_t longest_run = 6;

bool is_relative(const Token& token) { return token.xpos == "WP" || token.xpos == "WDT" || token.xpos == "WP$"; }

bool is_definite(const Document& document, std::uint32_t noun) {
    const std::uint32_t start = document.sentences[document.tokens[noun].sentence].first;
    for (std::uint32_t i = noun; i-- > start && noun - i <= longest_run;) {
        const Token& token = document.tokens[i];
        if (token.upos == Upos::det || token.xpos == "PRP$" || token.xpos == "WP$")
            return token.lemma == "the" || token.lemma == "this" || token.lemma == "that" || token.xpos == "PRP$";
        if (token.xpos == "POS") return true;
        const bool inside = token.upos == Upos::adj || token.upos == Upos::noun || token.upos == Upos::num ||
                            token.upos == Upos::propn || token.upos == Upos::punct || token.xpos == "POS";
        if (!inside) return false;
    }
    return false;
}

/// "The 34-year-old", "the two": stands where a noun does.
bool is_nominal(const Token& token) {
    if (token.upos != Upos::adj && token.upos != Upos::num) return false;
    return token.deprel.starts_with("nsubj") || token.deprel == "obj" || token.deprel == "obl" || token.deprel == "nmod" || token.deprel == "root";
}

bool may_describe(const Document& document, std::uint32_t token) {
    const Token& noun = document.tokens[token];
    return ((noun.upos == Upos::noun || noun.upos == Upos::propn) && noun.deprel != "compound") || is_nominal(noun);
}

Mention make_phrase(const Document& document, std::uint32_t first, std::uint32_t last) {
    Mention phrase = make_mention(document, MentionKind::phrase, first, last);
    phrase.value.lexical = std::string(slice(document.text(), document.span_of(first, last)));
    std::replace(phrase.value.lexical.begin(), phrase.value.lexical.end(), '\n', ' ');
    return phrase;
}

bool may_be_in_phrase(const Document& document, std::uint32_t token) {
    const Token& item = document.tokens[token];
    if (item.upos == Upos::noun || item.upos == Upos::adj || item.upos == Upos::propn) return true;
    if (item.upos == Upos::verb) return item.xpos == "VBG" || item.xpos == "VBN";
    return document.form(token) == "-";
}

/// A noun, or an adjective that stands where a noun does behind another word, as taggers see "chief executive".
bool ends_phrase(const Document& document, std::uint32_t token, std::uint32_t first) {
    const Token& item = document.tokens[token];
    if (item.upos == Upos::noun || item.upos == Upos::propn) return true;
    if (item.upos != Upos::adj || token == first) return false;
    return is_nominal(item) || item.deprel == "appos" || item.deprel == "conj" || item.deprel == "xcomp";
}

/// Ends of the phrase that begins with a run and goes on with "of" or "for" and another run; `last` itself if it does not.
std::uint32_t with_complement(const Document& document, const std::vector<bool>& taken, std::uint32_t last, std::uint32_t stop) {
    if (last + 1 >= stop || taken[last]) return last;
    const std::string& preposition = document.tokens[last].lemma;
    if (preposition != "of" && preposition != "for") return last;
    std::uint32_t end = last + 1;
    while (end < stop && end - last < longest_run && !taken[end] && may_be_in_phrase(document, end)) ++end;
    while (end > last + 1 && document.tokens[end - 1].upos != Upos::noun && document.tokens[end - 1].upos != Upos::propn) --end;
    return end > last + 1 ? end : last;
}

}  // namespace

std::uint32_t head_of(const Document& document, std::uint32_t first, std::uint32_t last) {
    std::uint32_t head = last - 1;
    for (std::uint32_t i = first; i < last; ++i) {
        const std::int32_t above = document.tokens[i].head;
        const bool outside = above < static_cast<std::int32_t>(first) || above >= static_cast<std::int32_t>(last);
        if (outside && document.tokens[i].upos != Upos::punct) head = i;
    }
    return head;
}

Mention make_mention(const Document& document, MentionKind kind, std::uint32_t first, std::uint32_t last) {
    Mention mention;
    mention.kind = kind;
    mention.first = first;
    mention.last = last;
    mention.head = head_of(document, first, last);
    mention.sentence = document.tokens[first].sentence;
    return mention;
}

std::vector<Mention> find_pronouns(const Document& document) {
    std::vector<Mention> mentions;
    for (std::uint32_t i = 0; i < document.tokens.size(); ++i) {
        const Token& token = document.tokens[i];
        const bool personal = token.xpos == "PRP" || token.xpos == "PRP$";
        if (personal || is_relative(token)) mentions.push_back(make_mention(document, MentionKind::pronoun, i, i + 1));
    }
    return mentions;
}

std::vector<Mention> find_descriptions(const Document& document, const std::vector<bool>& taken) {
    std::vector<Mention> mentions;
    for (std::uint32_t i = 0; i < document.tokens.size(); ++i) {
        if (!taken[i] && may_describe(document, i) && is_definite(document, i))
            mentions.push_back(make_mention(document, MentionKind::description, i, i + 1));
    }
    return mentions;
}

std::vector<Mention> find_phrases(const Document& document, const std::vector<bool>& taken) {
    std::vector<Mention> mentions;
    for (const Sentence& sentence : document.sentences) {
        for (std::uint32_t first = sentence.first; first < sentence.last;) {
            std::uint32_t last = first;
            while (last < sentence.last && last - first < longest_run && !taken[last] && may_be_in_phrase(document, last)) ++last;
            std::uint32_t end = last;
            while (end > first && !ends_phrase(document, end - 1, first)) --end;
            for (std::uint32_t start = first; start < end; ++start) {
                if (document.tokens[start].upos == Upos::punct) continue;
                mentions.push_back(make_phrase(document, start, end));
                const std::uint32_t longer = with_complement(document, taken, end, sentence.last);
                if (longer > end) mentions.push_back(make_phrase(document, start, longer));
            }
            first = std::max(last, first + 1);
        }
    }
    return mentions;
}

}  // namespace lede
