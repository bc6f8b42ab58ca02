#include <algorithm>

#include <lede/base/utf8.hpp>
#include <lede/extraction/quotations_speaker.hpp>

namespace lede {
namespace {

bool starts_upper(std::string_view form) {
    std::size_t at = 0;
    return !form.empty() && is_upper(next_code_point(form, at));
}

bool starts_letter(std::string_view form) {
    std::size_t at = 0;
    return !form.empty() && is_letter(next_code_point(form, at));
}

}  // namespace

SpeakerFinder::SpeakerFinder(const Document& document, const QuotationLists& lists)
    : document_(document), lists_(lists), name_of_(document.tokens.size(), nullptr) {
    lower_.reserve(document.tokens.size());
    for (const Token& token : document.tokens) lower_.push_back(to_lower(document.form(token)));
    for (const Name& name : document.names) {
        for (std::uint32_t i = name.first; i < name.last; ++i) name_of_[i] = &name;
    }
}

bool SpeakerFinder::is_mark(std::uint32_t token) const {
    std::size_t at = 0;
    const std::string_view form = document_.form(token);
    const char32_t c = next_code_point(form, at);
    return !is_letter(c) && !is_digit(c) && c != U'\'' && c != U'’';
}

bool SpeakerFinder::ends_clause(std::uint32_t token) const {
    const std::string& form = lower_[token];
    return form == "." || form == "!" || form == "?" || form == "…" || form == "...";
}

bool SpeakerFinder::may_be_name(std::uint32_t token) const {
    return name_of_[token] != nullptr ||
           (document_.names.empty() && starts_upper(document_.form(token)) && kind(token).empty());
}

/// Where the document has names, a person's; else anything with a capital letter.
bool SpeakerFinder::is_person(std::uint32_t token) const {
    const Name* name = name_of_[token];
    return name != nullptr ? name->label == "person" : may_be_name(token);
}

bool SpeakerFinder::is_nominal(std::uint32_t token) const {
    const Upos upos = document_.tokens[token].upos;
    if (upos != Upos::x)
        return upos == Upos::noun || upos == Upos::propn || upos == Upos::pron || upos == Upos::num ||
               name_of_[token] != nullptr;
    return starts_letter(document_.form(token)) && (kind(token).empty() || kind(token) == "pronoun");
}

/// Of the tokens of the name around the token, the one with its head outside of the name; without a tree, the last.
std::uint32_t SpeakerFinder::head_of_name(std::uint32_t token) const {
    const Name* name = name_of_[token];
    if (name == nullptr) return token;
    for (std::uint32_t i = name->first; i < name->last; ++i) {
        const std::int32_t head = document_.tokens[i].head;
        const bool inside =
            head >= static_cast<std::int32_t>(name->first) && head < static_cast<std::int32_t>(name->last);
        if (head >= 0 && !inside) return i;
    }
    return name->last - 1;
}

std::optional<SpeechCue> SpeakerFinder::cue_at(std::uint32_t token, std::uint32_t last) const {
    if (name_of_[token] != nullptr) return std::nullopt;
    if (const WordList::Row* row = lists_.verbs.find(lower_[token])) {
        const Upos upos = document_.tokens[token].upos;
        if (upos == Upos::x || upos == Upos::verb || upos == Upos::aux) return SpeechCue{token, (*row)[2]};
        return std::nullopt;
    }
    if (token + 1 < last && lists_.verbs.value(lower_[token] + ' ' + lower_[token + 1], 2) == "source")
        return SpeechCue{token + 1, "source"};
    return std::nullopt;
}

std::optional<SpeechCue> SpeakerFinder::first_cue(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = first; i < last; ++i) {
        if (auto cue = cue_at(i, last)) return cue;
    }
    return std::nullopt;
}

std::optional<SpeechCue> SpeakerFinder::last_cue(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = last; i-- > first;) {
        if (auto cue = cue_at(i, last)) return cue;
    }
    return std::nullopt;
}

std::optional<std::uint32_t> SpeakerFinder::speaker_of(const SpeechCue& cue, std::uint32_t first,
                                                       std::uint32_t last) const {
    const auto speaker = find_speaker(cue, first, last);
    if (!speaker || name_of_[*speaker] != nullptr || kind(*speaker) == "pronoun") return speaker;
    return named(*speaker, *speaker < cue.token ? cue.token : last);
}

std::optional<std::uint32_t> SpeakerFinder::find_speaker(const SpeechCue& cue, std::uint32_t first,
                                                         std::uint32_t last) const {
    if (cue.is_source()) return phrase_behind(cue.token + 1, last);
    if (cue.kind == "speech") {
        if (const auto subject = inverted(cue.token, first, last)) return subject;
    }
    if (const auto subject = subject_by_tree(cue.token, first, last)) return subject;
    if (const auto subject = subject_before(cue.token, first)) return subject;
    if (cue.kind == "address") return std::nullopt;
    return phrase_behind(cue.token + 1, last);
}

/// The person whom a title or description stands before: "Ms Thalbach", "curator Bevan Oosterman", "its president,
/// Yolanda Cyr,"; the token itself if there is none.
std::uint32_t SpeakerFinder::named(std::uint32_t token, std::uint32_t last) const {
    constexpr std::uint32_t title = 5;  // "Chief Financial Officer Kenta Ogino"
    for (std::uint32_t i = token + 1; i < std::min(last, token + title); ++i) {
        if (name_of_[i] != nullptr && is_person(i)) return head_of_name(i);
        const bool title_goes_on =
            lower_[i] == "." || lower_[i] == "-" || (!is_mark(i) && kind(i).empty() && !cue_at(i, last));
        if (!title_goes_on) break;
    }
    return apposition_behind(token + 1, last).value_or(token);
}

std::optional<std::uint32_t> SpeakerFinder::first_person(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = first; i < last; ++i) {
        if (name_of_[i] != nullptr && is_person(i)) return head_of_name(i);
        if (lower_[i] == "he" || lower_[i] == "she") return i;
    }
    return std::nullopt;
}

/// The verb's subject in the tree; for a verb that shares another's subject ("sighed and said"), that one's.
std::optional<std::uint32_t> SpeakerFinder::subject_by_tree(std::uint32_t verb, std::uint32_t first,
                                                            std::uint32_t last) const {
    constexpr int steps = 3;
    std::uint32_t governor = verb;
    for (int step = 0; step < steps; ++step) {
        for (std::uint32_t i = first; i < last; ++i) {
            const Token& token = document_.tokens[i];
            if (token.head != static_cast<std::int32_t>(governor) || !token.deprel.starts_with("nsubj")) continue;
            if (lower_[i].starts_with("wh") || lower_[i] == "that") return std::nullopt;  // the antecedent speaks
            return head_of_name(i);
        }
        const Token& token = document_.tokens[governor];
        const bool shares =
            token.head >= static_cast<std::int32_t>(first) && token.head < static_cast<std::int32_t>(last);
        if (!shares || !token.deprel.starts_with("conj")) return std::nullopt;
        governor = static_cast<std::uint32_t>(token.head);
    }
    return std::nullopt;
}

std::optional<std::uint32_t> SpeakerFinder::subject_before(std::uint32_t verb, std::uint32_t first) const {
    std::uint32_t at = verb;
    while (at > first) {
        --at;
        const bool adverb =
            kind(at) == "adverb" || lower_[at].ends_with("ly") || document_.tokens[at].upos == Upos::adv;
        if (adverb && name_of_[at] == nullptr) continue;
        if (lower_[at] == "and" || lower_[at] == "but") {
            // "Halloran laughed and said": the subject stands before the other verb.
            while (at > first && !may_be_name(at) && kind(at) != "pronoun") --at;
        }
        if (lower_[at] == "who") {
            if (at > first && lower_[at - 1] == ",") --at;
            continue;
        }
        if (lower_[at] == "," || lower_[at] == ")" || lower_[at] == "-" || lower_[at] == "–" || lower_[at] == "—")
            return skip_apposition(at, first);
        return head_of_phrase_ending_at(at, first);
    }
    return std::nullopt;
}

/// Before a verb with a comma stands "Halloran, the creator," or "its chairman, Gust Van Impe,": a person that ends at
/// the comma, else one that ends at an earlier comma, else whatever does.
std::optional<std::uint32_t> SpeakerFinder::skip_apposition(std::uint32_t comma, std::uint32_t first) const {
    std::optional<std::uint32_t> other;
    for (std::uint32_t at = comma + 1; at-- > first;) {
        const bool opens =
            lower_[at] == "," || lower_[at] == "(" || lower_[at] == "-" || lower_[at] == "–" || lower_[at] == "—";
        if (!(opens || at == comma) || at == first) continue;
        const std::uint32_t before = at - 1;
        if (kind(before) == "pronoun" && !lower_[before].starts_with("who")) return before;
        if (may_be_name(before) && is_person(before)) {
            const std::uint32_t name = name_of_[before] != nullptr ? name_of_[before]->first : before;
            const bool governed = name > first && kind(name - 1) == "link";  // "who made it with Marchetti,"
            if (!governed) return head_of_name(before);
        }
        if (is_nominal(before)) other = head_of_phrase_ending_at(before, first);
    }
    return other;
}

/// The head of the noun phrase that ends at the token: "the director of the museum" is headed by its director, "Smith
/// of the BBC" by Smith; a person's name heads whatever stands before it.
std::optional<std::uint32_t> SpeakerFinder::head_of_phrase_ending_at(std::uint32_t token, std::uint32_t first) const {
    const bool adjective = document_.tokens[token].upos == Upos::adj;  // "the 31-year-old"
    if (is_mark(token) || !(is_nominal(token) || adjective)) return std::nullopt;
    if (kind(token) == "pronoun") return token;
    if (name_of_[token] != nullptr && is_person(token)) return head_of_name(token);
    std::uint32_t head = token;
    for (std::uint32_t at = token; at > first; --at) {
        const std::uint32_t before = at - 1;
        if (is_mark(before)) break;
        if (kind(before) != "link") continue;
        if (lower_[before] == "that" || lower_[before] == "and" || before == first || !is_nominal(before - 1)) break;
        head = before - 1;
        if (name_of_[head] != nullptr && is_person(head)) break;
    }
    return head_of_name(head);
}

/// The speaker in "said (the show's creator,) Amy Halloran, who …": the first person of the phrase or of the apposition
/// right behind it, else the phrase's last noun.
std::optional<std::uint32_t> SpeakerFinder::phrase_behind(std::uint32_t first, std::uint32_t last) const {
    std::optional<std::uint32_t> noun;
    std::uint32_t at = first;
    for (; at < last; ++at) {
        if (is_mark(at) && lower_[at] != "“" && lower_[at] != "”" && lower_[at] != "‘" && lower_[at] != "’" &&
            lower_[at] != "\"" && lower_[at] != "-")
            break;
        if (name_of_[at] != nullptr && is_person(at)) return head_of_name(at);
        if (kind(at) == "pronoun") return noun ? noun : std::optional(at);
        if (kind(at) == "link" && (noun || at > first)) break;
        if (kind(at) == "link") return std::nullopt;
        if (is_nominal(at)) noun = at;
    }
    if (noun && !may_be_name(*noun)) {
        if (const auto person = apposition_behind(at, last)) return person;
    }
    return noun ? std::optional(head_of_name(*noun)) : std::nullopt;
}

/// The person in "said the editor of the new book, Amy Halloran": right behind the phrase's comma.
std::optional<std::uint32_t> SpeakerFinder::apposition_behind(std::uint32_t first, std::uint32_t last) const {
    constexpr std::uint32_t longest = 10;  // tokens from the noun to the comma
    const std::uint32_t end = std::min(last, first + longest);
    while (first < end && !is_mark(first)) ++first;
    const bool person =
        first + 1 < last && lower_[first] == "," && name_of_[first + 1] != nullptr && is_person(first + 1);
    return person ? std::optional(head_of_name(first + 1)) : std::nullopt;
}

/// The person in a parenthesis such as ", says Amy Halloran, its head,", which divides another sentence.
std::optional<std::uint32_t> SpeakerFinder::inverted(std::uint32_t verb, std::uint32_t first,
                                                     std::uint32_t last) const {
    if (verb == first || lower_[verb - 1] != ",") return std::nullopt;
    const auto person = phrase_behind(verb + 1, last);
    if (!person || name_of_[*person] == nullptr || !is_person(*person)) return std::nullopt;
    const std::uint32_t behind = name_of_[*person]->last;
    return behind >= last || is_mark(behind) ? person : std::nullopt;
}

}  // namespace lede
