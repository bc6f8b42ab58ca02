#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include <lede/base/error.hpp>
#include <lede/base/utf8.hpp>
#include <lede/extraction/factuality_cues.hpp>

namespace lede {
namespace {

constexpr std::array<std::pair<std::string_view, CueKind>, 9> kinds{{{"negator", CueKind::negator},
                                                                     {"quantifier", CueKind::quantifier},
                                                                     {"modal", CueKind::modal},
                                                                     {"future", CueKind::future},
                                                                     {"condition", CueKind::condition},
                                                                     {"hedge", CueKind::hedge},
                                                                     {"governor", CueKind::governor},
                                                                     {"superior", CueKind::superior},
                                                                     {"neutral", CueKind::neutral}}};
constexpr std::array<std::pair<std::string_view, Status>, 4> statuses{{{"asserted", Status::asserted},
                                                                       {"denied", Status::denied},
                                                                       {"uncertain", Status::uncertain},
                                                                       {"claimed", Status::claimed}}};

template <class Table>
auto find_in(const Table& table, std::string_view name) {
    return std::find_if(table.begin(), table.end(), [&](const auto& entry) { return entry.first == name; });
}

/// Forms that a lemma may have had before its ending was cut: "hoped" gives "hop", "hope"; "denied" gives "deny".
std::array<std::string, 4> stems(const std::string& form) {
    for (const std::string_view ending : {"ied", "ies", "ing", "ed", "es", "s"}) {
        if (form.size() < ending.size() + 3 || !form.ends_with(ending)) continue;
        const std::string stem = form.substr(0, form.size() - ending.size());
        return {stem, stem + 'e', stem + 'y', stem.substr(0, stem.size() - 1)};
    }
    return {form, form, form, form};
}

}  // namespace

FactualityLists::FactualityLists(const std::filesystem::path& folder)
    : cues(folder / "factuality.tsv", 3), verbs(folder / "reporting_verbs.tsv", 3) {
    for (const WordList::Row& row : cues.rows()) {
        const bool known = find_in(kinds, row[1]) != kinds.end() && find_in(statuses, row[2]) != statuses.end();
        if (!known)
            throw InputError((folder / "factuality.tsv").string(),
                             "the entry \"" + row[0] + "\" has an unknown kind or status");
        const std::string& phrase = row[0];
        if (phrase.find(' ') == std::string::npos) continue;
        for (std::size_t begin = 0; begin < phrase.size();) {
            const std::size_t end = std::min(phrase.find(' ', begin), phrase.size());
            phrase_words.insert(phrase.substr(begin, end - begin));
            begin = end + 1;
        }
    }
}

std::string CueReader::form(std::uint32_t token) const {
    return to_lower(document_.form(token));
}

std::string CueReader::key(std::uint32_t token, const WordList& list) const {
    const std::string& lemma = document_.tokens[token].lemma;
    if (!lemma.empty() && list.contains(lemma)) return lemma;
    std::string word = form(token);
    const bool may_be_verb = document_.tokens[token].upos == Upos::verb || lemma.empty();
    if (list.contains(word) || !may_be_verb) return word;
    for (std::string& stem : stems(word)) {
        if (list.contains(stem)) return std::move(stem);
    }
    return word;
}

/// The longest phrase of the list with the token in it.
const WordList::Row* CueReader::phrase_over(std::uint32_t token) const {
    if (!lists_.phrase_words.contains(form(token))) return nullptr;
    const auto longest = static_cast<std::uint32_t>(lists_.cues.longest());
    const std::uint32_t begin = std::max(sentence_.first, token - std::min(token, longest - 1));
    const WordList::Row* best = nullptr;
    std::size_t best_size = 0;
    for (std::uint32_t first = begin; first <= token; ++first) {
        std::string phrase;
        for (std::uint32_t i = first; i < std::min(sentence_.last, first + longest); ++i) {
            if (i > first) phrase += ' ';
            phrase += form(i);
            if (i < token || i == first) continue;
            const WordList::Row* row = lists_.cues.find(phrase);
            if (row != nullptr && phrase.size() > best_size) {
                best = row;
                best_size = phrase.size();
            }
        }
    }
    return best;
}

bool CueReader::is_named(std::uint32_t token) const {
    if (std::ranges::any_of(titles_, [&](Span title) { return title.contains(token); })) return true;
    const auto behind = std::ranges::upper_bound(document_.names, token, {}, &Name::first);
    return behind != document_.names.begin() && token < std::prev(behind)->last;
}

Cue CueReader::at(std::uint32_t token) const {
    const WordList::Row* row = phrase_over(token);
    if (row == nullptr) row = lists_.cues.find(key(token, lists_.cues));
    if (row == nullptr) return {};
    Cue cue{find_in(kinds, (*row)[1])->second, find_in(statuses, (*row)[2])->second};
    // A modal's homograph in May, or a name, is none.
    const Upos upos = document_.tokens[token].upos;
    const bool auxiliary = cue.kind == CueKind::modal || cue.kind == CueKind::future;
    const bool other_word =
        upos == Upos::x ? form(token) != document_.form(token) && token != sentence_.first : upos != Upos::aux;
    if (auxiliary && other_word) return {};
    if (upos == Upos::propn || is_named(token)) return {};
    return cue;
}

bool CueReader::reports(std::uint32_t token) const {
    const std::string_view kind = lists_.verbs.value(key(token, lists_.verbs), 2);
    return kind == "speech" || kind == "address";
}

}  // namespace lede
