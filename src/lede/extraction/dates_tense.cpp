#include <algorithm>

#include <lede/extraction/dates_tense.hpp>

namespace lede {
namespace {

/// How far the search goes, so that time stays linear on text without sentence ends.
constexpr std::uint32_t reach = 40;

/// A participle is as its auxiliary says: "to be published", "will be published" lie ahead.
bool has_future_auxiliary(const std::vector<Atom>& atoms, std::uint32_t begin, std::uint32_t at) {
    constexpr std::uint32_t farthest = 4;  // "will not yet be published"
    for (std::uint32_t back = 1; back <= farthest && at >= begin + back; ++back) {
        if (atoms[at - back].is("be")) return true;
        if (atoms[at - back].kind == Atom::Kind::mark) return false;
    }
    return false;
}

bool looks_past(const Token& token, const Atom& atom) {
    if (!token.xpos.empty()) return token.xpos == "VBD" || token.xpos == "VBN";
    constexpr std::size_t shortest = 5;  // not "need", "red"
    return atom.word.size() >= shortest && atom.word.ends_with("ed");
}

Tense tense_of(const Document& document, const std::vector<Atom>& atoms, std::uint32_t begin, std::uint32_t at,
               const WordList& words) {
    const Atom& atom = atoms[at];
    if (atom.kind != Atom::Kind::letters) return Tense::unknown;
    const std::string_view listed = words.value(atom.word);
    const bool modal_may = !(atom.is("may") && atom.capital);
    if (listed == "future" && modal_may) return Tense::future;
    if (listed == "past") return Tense::past;
    // What happens on a day is still to come in the present tense: "the studio releases it on Friday".
    const std::string& tag = document.tokens[atom.token].xpos;
    if (listed.empty() && (tag == "VBZ" || tag == "VBP")) return Tense::future;
    if (!looks_past(document.tokens[atom.token], atom)) return Tense::unknown;
    return has_future_auxiliary(atoms, begin, at) ? Tense::future : Tense::past;
}

}  // namespace

Tense find_tense(const Document& document, const Atoms& atoms, Span sentence, std::uint32_t first, std::uint32_t last,
                 const WordList& words) {
    const std::vector<Atom>& all = atoms.all();
    const std::uint32_t begin = std::max(sentence.begin, first - std::min(first, reach));
    const std::uint32_t end = std::min(sentence.end, last + reach);
    for (std::uint32_t at = first; at-- > begin;) {
        if (const Tense tense = tense_of(document, all, begin, at, words); tense != Tense::unknown) return tense;
    }
    for (std::uint32_t at = last; at < end; ++at) {
        if (const Tense tense = tense_of(document, all, begin, at, words); tense != Tense::unknown) return tense;
    }
    return Tense::unknown;
}

}  // namespace lede
