#include <lede/language/name_traits.hpp>

#include <algorithm>
#include <bit>
#include <unordered_set>

#include <lede/base/hash.hpp>
#include <lede/base/utf8.hpp>
#include <lede/language/surface.hpp>

namespace lede {

namespace {

/// A quoted span longer than this is speech, not a title.
constexpr std::uint32_t longest_title = 10;

char shape_of(char32_t c) {
    if (is_upper(c)) return 'X';
    if (is_letter(c)) return 'x';
    if (is_digit(c)) return '9';
    return c < 0x80 ? static_cast<char>(c) : '-';
}

void add_shape(NameTraits& traits, std::string_view form) {
    std::string shape;
    std::size_t letters = 0, capitals = 0;
    for (std::size_t at = 0; at < form.size();) {
        const bool first = at == 0;
        const char kind = shape_of(next_code_point(form, at));
        if (kind == 'X' || kind == 'x') ++letters, capitals += kind == 'X';
        traits.capital |= first && kind == 'X';
        traits.word |= kind == 'X' || kind == 'x' || kind == '9';
        const std::size_t n = shape.size();
        if (n < 2 || shape[n - 1] != kind || shape[n - 2] != kind) shape += kind;
    }
    traits.upper = letters > 1 && capitals == letters;
    traits.shape = hash_of(shape);
}

std::size_t next_boundary(std::string_view text, std::size_t at) {
    do ++at;
    while (at < text.size() && (text[at] & 0xC0) == 0x80);
    return at;
}

void add_affixes(NameTraits& traits, std::string_view lower) {
    std::size_t at = 0;
    for (int n = 1; n <= 4 && at < lower.size(); ++n) {
        at = next_boundary(lower, at);
        if (n > 1) traits.prefix[n - 2] = hash_of(lower.substr(0, at));
    }
    at = lower.size();
    for (int n = 1; n <= 4 && at > 0; ++n) {
        do --at;
        while (at > 0 && (lower[at] & 0xC0) == 0x80);
        traits.suffix[n - 1] = hash_of(lower.substr(at));
    }
}

void add_vector(NameTraits& traits, std::string_view form, const WordVectors& vectors) {
    if (vectors.cluster_counts().size() < 2) return;
    const auto word = vectors.find(lower_key(form));
    if (!word) return;
    traits.vector = *word;
    traits.coarse = 1U + vectors.cluster(*word, 0);
    traits.fine = 1U + vectors.cluster(*word, 1);
    traits.rarity = 1 + static_cast<std::uint64_t>(std::bit_width(*word)) / 2;
}

bool is_quote_mark(std::string_view form) {
    return form == "\"" || form == "“" || form == "”" || form == "‘" || form == "’" || form == "''" || form == "``" || form == "'" || form == "«" || form == "»";
}

/// Whether the mark at `open` may be closed by the one at `close`.
bool closes(std::string_view open, std::string_view close) {
    if (open == "“") return close == "”";
    if (open == "‘") return close == "’";
    if (open == "``") return close == "''";
    if (open == "«") return close == "»";
    return open == close && (open == "\"" || open == "'");
}

/// Titles have capitals on all but their short words.
bool is_title_case(const Document& document, const std::vector<NameTraits>& traits, std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t i = first; i < last; ++i)
        if (traits[i].word && !traits[i].capital && document.form(i).size() > 4 && is_letter(static_cast<unsigned char>(document.form(i)[0]))) return false;
    return traits[first].capital || !traits[first].word;
}

void mark_quotes(const Document& document, const Sentence& sentence, std::vector<NameTraits>& traits) {
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
        if (!traits[i].quote_mark) continue;
        const std::uint32_t limit = std::min(sentence.last, i + longest_title + 2);
        for (std::uint32_t j = i + 2; j < limit; ++j) {
            if (!closes(document.form(i), document.form(j))) continue;
            // American style puts the comma or full stop inside the quotation marks.
            std::uint32_t last = j;
            if (last > i + 2 && (document.form(last - 1) == "," || document.form(last - 1) == ".")) --last;
            const std::uint8_t kind = is_title_case(document, traits, i + 1, last) ? 0 : 3;
            for (std::uint32_t k = i + 1; k < last; ++k) traits[k].quote = static_cast<std::uint8_t>(kind + (k == i + 1 ? 1 : k + 1 == last ? 3 : 2));
            i = j;
            break;
        }
    }
}

void mark_known_names(const Document& document, const Sentence& sentence, const NameGazetteer& gazetteer, std::vector<NameTraits>& traits) {
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
        if (!traits[i].capital && traits[i].shape != hash_of("9")) continue;
        const std::uint32_t limit = std::min(sentence.last, i + gazetteer.longest() + 3);
        for (std::uint32_t j = limit; j > i; --j) {
            const auto& entries = gazetteer.find(slice(document.text(), document.span_of(i, j)));
            if (entries.empty()) continue;
            const std::uint64_t kind = hash_of(entries.front()->class_curie);
            for (std::uint32_t k = i; k < j; ++k) traits[k].gazetteer = combine(kind, (k == i ? 1 : 0) + (k + 1 == j ? 2 : 0));
            i = j - 1;
            break;
        }
    }
}

void mark_runs(const Sentence& sentence, std::vector<NameTraits>& traits) {
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
        if (!traits[i].capital) continue;
        std::uint32_t last = i + 1;
        while (last < sentence.last && traits[last].capital) ++last;
        for (std::uint32_t k = i; k < last; ++k) traits[k].run_first = i, traits[k].run_last = last;
        i = last - 1;
    }
}

}  // namespace

std::uint64_t tag_trait(const Token& token) {
    return token.xpos.empty() ? 0 : hash_of(token.xpos);
}

std::vector<NameTraits> make_name_traits(const Document& document, const NameLexicon& lexicon) {
    const NameGazetteer& gazetteer = lexicon.gazetteer;
    std::vector<NameTraits> traits(document.tokens.size());
    std::unordered_set<std::uint64_t> small;
    for (std::uint32_t i = 0; i < traits.size(); ++i) {
        const std::string_view form = document.form(i);
        NameTraits& t = traits[i];
        const std::string lower = to_lower(form);
        t.form = hash_of(form);
        t.lower = hash_of(lower);
        add_shape(t, form);
        add_affixes(t, lower);
        add_vector(t, form, lexicon.vectors);
        t.tag = tag_trait(document.tokens[i]);
        t.quote_mark = is_quote_mark(form);
        t.given_name = t.capital && gazetteer.is_given_name(form);
        if (t.word && !t.capital) small.insert(t.lower);
    }
    for (NameTraits& t : traits) t.lower_elsewhere = small.count(t.lower) > 0;
    for (const Sentence& sentence : document.sentences) {
        mark_runs(sentence, traits);
        mark_quotes(document, sentence, traits);
        mark_known_names(document, sentence, gazetteer, traits);
    }
    return traits;
}

}  // namespace lede
