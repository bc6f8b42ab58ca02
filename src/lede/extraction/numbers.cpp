#include <algorithm>
#include <cmath>

#include <lede/extraction/atoms.hpp>
#include <lede/extraction/numbers.hpp>
#include <lede/extraction/numbers_grammar.hpp>
#include <lede/extraction/numbers_units.hpp>

namespace lede {
namespace {

/// Whether the token lies in a name. `next` is the first name that may still follow, and moves on with growing tokens.
bool in_name(const std::vector<Name>& names, std::size_t& next, std::uint32_t token) {
    while (next < names.size() && names[next].last <= token) ++next;
    return next < names.size() && names[next].first <= token;
}

/// Whether one of the phrases of the list ends right before the atom.
bool follows_phrase(const WordList& phrases, const std::vector<Atom>& atoms, std::uint32_t begin, std::uint32_t at) {
    std::string phrase;
    for (std::size_t words = 0; words < phrases.longest() && at > begin; ++words) {
        --at;
        phrase = phrase.empty() ? std::string(atoms[at].word) : std::string(atoms[at].word) + ' ' + phrase;
        if (phrases.contains(phrase)) return true;
    }
    return false;
}

/// "one" is a number only where it counts something: not in "no one", "one of them", "this one".
bool is_pronoun_one(const Document& document, const NumberForm& form, const NumberMention& mention) {
    const bool one = form.in_words && form.value == 1 && !form.ordinal;
    return one && (mention.unit_lemma.empty() || document.tokens[mention.first].upos == Upos::pron);
}

/// "killed four people and injured 38": a number without a noun beside a verb counts what the one before it counts.
bool shares_unit(const Document& document, const NumberMention& mention, const NumberMention& before) {
    const std::uint32_t sentence = document.tokens[mention.first].sentence;
    if (mention.ordinal || before.ordinal || before.unit_lemma.empty() ||
        document.tokens[before.first].sentence != sentence)
        return false;
    const bool verb_before = mention.first > 0 && document.tokens[mention.first - 1].upos == Upos::verb;
    const Upos behind = mention.last < document.sentences[sentence].last ? document.tokens[mention.last].upos : Upos::x;
    return verb_before || behind == Upos::verb || behind == Upos::aux;
}

}  // namespace

bool NumberMention::is_whole() const {
    constexpr double exact = 9007199254740992.0;  // 2^53: beyond it a double skips whole numbers
    return std::abs(value) < exact && std::floor(value) == value;
}

NumberFinder::NumberFinder(const std::filesystem::path& lists) : lists_(std::make_unique<NumberLists>(lists)) {}
NumberFinder::~NumberFinder() = default;
NumberFinder::NumberFinder(NumberFinder&&) noexcept = default;

std::vector<NumberMention> NumberFinder::find(const Document& document, std::span<const DateMention> dates) const {
    const Atoms atoms(document);
    const std::vector<Atom>& all = atoms.all();
    std::vector<NumberMention> found;
    std::size_t next_name = 0;
    std::size_t next_date = 0;
    for (std::size_t s = 0; s < document.sentences.size(); ++s) {
        const Span sentence = atoms.of_sentence(s);
        const NumberGrammar grammar(*lists_, atoms, sentence);
        for (std::uint32_t at = sentence.begin; at < sentence.end; ++at) {
            const std::uint32_t token = all[at].token;
            while (next_date < dates.size() && dates[next_date].last <= token) ++next_date;
            if (next_date < dates.size() && dates[next_date].first <= token) continue;
            if (all[at].kind == Atom::Kind::mark || in_name(document.names, next_name, token)) continue;
            if (const std::uint32_t behind = grammar.skip_chain(at); behind > at) {
                at = behind - 1;
                continue;
            }
            const auto form = grammar.read(at);
            if (!form) continue;
            NumberMention mention{token, all[form->last - 1].token + 1, form->value, form->ordinal, false,
                                  {},    NumberMention::no_token};
            find_unit(document, atoms, sentence, *form, *lists_, mention);
            if (mention.unit_lemma.empty() && !found.empty() && shares_unit(document, mention, found.back())) {
                mention.unit_lemma = found.back().unit_lemma;
                mention.unit_token = found.back().unit_token;
            }
            at = form->last - 1;
            if (mention.unit_lemma == time_of_day || is_pronoun_one(document, *form, mention)) continue;
            const std::uint32_t start = form->first > sentence.begin && is_currency(*lists_, all[form->first - 1])
                                            ? form->first - 1
                                            : form->first;
            const bool plus = form->last < sentence.end && all[form->last].is("+") && all[form->last].glued;
            mention.approximate = plus || follows_phrase(lists_->approximators, all, sentence.begin, start);
            found.push_back(std::move(mention));
        }
    }
    return found;
}

}  // namespace lede
