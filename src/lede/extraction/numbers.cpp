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

/// Reads a document from left to right.
class NumberReader {
  public:
    NumberReader(const Document& document, std::span<const DateMention> dates, const NumberLists& lists)
        : document_(document),
          dates_(dates),
          lists_(lists),
          atoms_(document),
          currencies_(document, atoms_, lists.money) {}

    std::vector<NumberMention> read() {
        for (std::size_t s = 0; s < document_.sentences.size(); ++s) {
            const Span sentence = atoms_.of_sentence(s);
            const NumberGrammar grammar(lists_, atoms_, sentence);
            for (std::uint32_t at = sentence.begin; at < sentence.end;) at = read_at(at, sentence, grammar);
        }
        return std::move(found_);
    }

  private:
    const Document& document_;
    std::span<const DateMention> dates_;
    const NumberLists& lists_;
    Atoms atoms_;
    CurrencyFinder currencies_;
    std::vector<NumberMention> found_;
    std::size_t next_name_ = 0;
    std::size_t next_date_ = 0;

    /// Reads what begins at an atom, and gives the atom behind it.
    std::uint32_t read_at(std::uint32_t at, Span sentence, const NumberGrammar& grammar) {
        if (is_taken(at)) return at + 1;
        if (const std::uint32_t behind = grammar.skip_chain(at); behind > at) return behind;
        const auto form = grammar.read(at);
        if (!form) return at + 1;
        add(*form, sentence);
        return form->last;
    }

    /// Whether the atom cannot begin a number: a mark, or a part of a date or a name.
    bool is_taken(std::uint32_t at) {
        const Atom& atom = atoms_.all()[at];
        while (next_date_ < dates_.size() && dates_[next_date_].last <= atom.token) ++next_date_;
        if (next_date_ < dates_.size() && dates_[next_date_].first <= atom.token) return true;
        return atom.kind == Atom::Kind::mark || in_name(document_.names, next_name_, atom.token);
    }

    void add(const NumberForm& form, Span sentence) {
        const std::vector<Atom>& all = atoms_.all();
        NumberMention mention;
        mention.first = all[form.first].token;
        mention.last = all[form.last - 1].token + 1;
        mention.value = form.value;
        mention.ordinal = form.ordinal;
        find_unit(document_, atoms_, sentence, form, lists_, mention);
        if (mention.unit_lemma.empty() && !found_.empty() && shares_unit(document_, mention, found_.back())) {
            mention.unit_lemma = found_.back().unit_lemma;
            mention.unit_token = found_.back().unit_token;
        }
        if (mention.unit_lemma == time_of_day || is_pronoun_one(document_, form, mention)) return;
        const bool currency = form.first > sentence.begin && is_currency(lists_, all[form.first - 1]);
        const bool plus = form.last < sentence.end && all[form.last].is("+") && all[form.last].glued;
        const std::uint32_t start = currency ? form.first - 1 : form.first;
        mention.approximate = plus || follows_phrase(lists_.approximators, all, sentence.begin, start);
        add_currency(form, sentence, mention);
        found_.push_back(std::move(mention));
    }

    void add_currency(const NumberForm& form, Span sentence, NumberMention& mention) {
        const std::optional<Currency> currency = currencies_.find(form, sentence);
        if (!currency) return;
        const std::vector<Atom>& all = atoms_.all();
        mention.currency = currency->code;
        mention.amount = mention.value * currency->factor;
        mention.amount_first = all[currency->first].token;
        mention.amount_last = all[currency->last - 1].token + 1;
        mention.unit_token = all[currency->word].token;
    }
};

}  // namespace

bool NumberMention::is_whole() const {
    constexpr double exact = 9007199254740992.0;  // 2^53: beyond it a double skips whole numbers
    return std::abs(value) < exact && std::floor(value) == value;
}

NumberFinder::NumberFinder(const std::filesystem::path& lists) : lists_(std::make_unique<NumberLists>(lists)) {}
NumberFinder::~NumberFinder() = default;
NumberFinder::NumberFinder(NumberFinder&&) noexcept = default;

std::vector<NumberMention> NumberFinder::find(const Document& document, std::span<const DateMention> dates) const {
    return NumberReader(document, dates, *lists_).read();
}

}  // namespace lede
