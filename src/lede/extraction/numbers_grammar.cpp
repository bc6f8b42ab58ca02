#include <cstdlib>
#include <string>
#include <utility>

#include <lede/extraction/numbers_grammar.hpp>

namespace lede {
namespace {

double value_of(const WordList::Row& row) {
    return std::strtod(row[1].c_str(), nullptr);
}
bool is_kind(const WordList::Row* row, std::string_view kind) {
    return row != nullptr && (*row)[2] == kind;
}
bool multiplies(const WordList::Row* row) {
    return is_kind(row, "hundred") || is_kind(row, "scale") || is_kind(row, "group");
}

/// Number words added up from left to right.
struct WordSum {
    double total = 0;            ///< what "thousand" and greater words have closed
    double open = 0;             ///< what the next multiplier takes
    std::string_view kind = {};  ///< of the last word

    bool closed() const { return kind == "ordinal" || kind == "group"; }
    /// False if the word cannot go on with the number.
    bool add(const WordList::Row& row) {
        const double value = value_of(row);
        if (multiplies(&row)) {
            if (kind.empty()) return false;
            open *= value;
            if (row[2] == "scale") total += std::exchange(open, 0);
        } else {
            const bool behind_ten = kind == "ten" && value < 10 && row[2] != "ten";
            if (!(kind.empty() || kind == "hundred" || kind == "scale" || behind_ten)) return false;
            open += value;
        }
        kind = row[2];
        return true;
    }
};

bool is_ordinal_ending(std::string_view word) {
    return word == "st" || word == "nd" || word == "rd" || word == "th";
}

}  // namespace

std::optional<NumberForm> NumberGrammar::read(std::uint32_t at) const {
    return atoms_[at].is_number() ? digits(at) : words(at);
}

std::uint32_t NumberGrammar::skip_chain(std::uint32_t at) const {
    std::uint32_t next = at;
    while (next + 2 < end_ && atoms_[next].is_number() && glued(next + 1) && glued(next + 2) &&
           atoms_[next + 2].is_number() &&
           (is(next + 1, "-") || is(next + 1, ":") || is(next + 1, "/") || is(next + 1, "."))) {
        // "2.5" is a number, "10.30.2" a chain.
        const bool decimal = is(next + 1, ".") &&
                             !(glued(next + 3) && glued(next + 4) && next + 4 < end_ && atoms_[next + 4].is_number());
        if (decimal && next == at) return at;
        next += 2;
    }
    return next == at ? at : next + 1;
}

/// 2,000 or 2.5; gives the atom behind it.
std::uint32_t NumberGrammar::read_digits(std::uint32_t at, double& value) const {
    std::string text(atoms_[at].word);
    std::uint32_t next = at + 1;
    while (is(next, ",") && glued(next) && glued(next + 1) && atoms_[next + 1].is_number() &&
           atoms_[next + 1].word.size() == 3) {
        text += atoms_[next + 1].word;
        next += 2;
    }
    if (is(next, ".") && glued(next) && glued(next + 1) && atoms_[next + 1].is_number()) {
        text += '.';
        text += atoms_[next + 1].word;
        next += 2;
    }
    value = std::strtod(text.c_str(), nullptr);
    return next;
}

/// "CHF4.5m", but not "XCHF4" or "X-CHF4".
bool NumberGrammar::follows_currency(std::uint32_t at) const {
    return !glued(at - 1) && lists_.money.begins_amount(slice(text_, atoms_[at - 1].span));
}

std::optional<NumberForm> NumberGrammar::digits(std::uint32_t at) const {
    constexpr std::size_t most_digits = 15;  // a double holds them exactly
    if (atoms_[at].word.size() > most_digits) return std::nullopt;
    if (glued(at) && atoms_[at - 1].kind == Atom::Kind::letters && !follows_currency(at)) return std::nullopt;  // A320
    if (glued(at) && is(at - 1, "-") && glued(at - 1) && atoms_[at - 2].kind == Atom::Kind::letters)
        return std::nullopt;  // F-16
    NumberForm form{.first = at};
    form.last = read_digits(at, form.value);
    const bool letters_follow = glued(form.last) && atoms_[form.last].kind == Atom::Kind::letters;
    if (letters_follow && !read_suffix(form)) return std::nullopt;  // 3D
    if (!form.ordinal) read_scales(form);
    return form;
}

/// The letters right behind the digits; false if they make no number of them. A unit ("5km") is left for the caller.
bool NumberGrammar::read_suffix(NumberForm& form) const {
    const std::string_view ending = atoms_[form.last].word;
    const WordList::Row* row = lists_.suffixes.find(ending);
    form.ordinal = is_ordinal_ending(ending);
    if (!form.ordinal && row == nullptr) return lists_.units.contains(ending) || lists_.money.ends_amount(ending);
    if (row != nullptr) form.value *= value_of(*row);
    ++form.last;
    return true;
}

/// "million" or "hundred" behind the number, also in "12-million-euro".
void NumberGrammar::read_scales(NumberForm& form) const {
    if (is(form.last, "-") && glued(form.last) && glued(form.last + 1) && is_kind(word(form.last + 1), "scale"))
        ++form.last;
    for (const WordList::Row* row = word(form.last); row != nullptr && ((*row)[2] == "scale" || (*row)[2] == "hundred");
         row = word(form.last)) {
        form.value *= value_of(*row);
        ++form.last;
    }
    if (is_kind(word(form.last), "group")) form.value *= value_of(*word(form.last++));
}

/// "forty-two", "one hundred and twenty thousand", "a dozen", "half a million", "twenty-first".
std::optional<NumberForm> NumberGrammar::words(std::uint32_t at) const {
    if (glued(at) && atoms_[at - 1].kind != Atom::Kind::mark) return std::nullopt;
    if (is(at, "half") && is(at + 1, "a") && (is_kind(word(at + 2), "group") || is_kind(word(at + 2), "scale"))) {
        return NumberForm{at, at + 3, value_of(*word(at + 2)) / 2, false, true};
    }
    WordSum sum;
    std::uint32_t next = at;
    if (is(at, "a") || is(at, "an")) {
        if (!multiplies(word(++next))) return std::nullopt;
        sum = {.total = 0, .open = 1, .kind = "unit"};
    }
    std::uint32_t last = at;
    while (word(next) != nullptr && sum.add(*word(next))) {
        last = ++next;
        if (sum.closed()) break;
        const bool more = glued(next + 1) && word(next + 1) != nullptr;
        if (is(next, "-") && glued(next) && more) ++next;
        const bool may_join = sum.kind == "hundred" || sum.kind == "scale";
        if (may_join && is(next, "and") && word(next + 1) != nullptr && !multiplies(word(next + 1))) ++next;
    }
    if (last == at) return std::nullopt;
    return NumberForm{at, last, sum.total + sum.open, sum.kind == "ordinal", true};
}

}  // namespace lede
