#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include <lede/base/utf8.hpp>
#include <lede/extraction/numbers_grammar.hpp>
#include <lede/extraction/numbers_money.hpp>

namespace lede {
namespace {

/// Hundreds of "p" are no pence but lines of a picture: 720p.
constexpr double most_glued = 100;

std::vector<std::string_view> split(std::string_view text) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

bool is_letter_or_digit(std::string_view text, std::size_t at) {
    if (at >= text.size()) return false;
    const char32_t c = next_code_point(text, at);
    return is_letter(c) || is_digit(c);
}

/// How often the text has the words, as words of their own.
int count_words(std::string_view text, std::string_view words) {
    int count = 0;
    for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + words.size())) {
        const bool inside = (at > 0 && is_letter_or_digit(text, at - 1)) || is_letter_or_digit(text, at + words.size());
        count += !inside;
    }
    return count;
}

bool stands_before(std::string_view place) {
    return place == "before" || place == "both";
}

}  // namespace

bool MoneyLists::begins_amount(std::string_view word) const {
    return stands_before(currencies.value(word));
}

std::optional<Currency> CurrencyFinder::find(const NumberForm& form, Span sentence) {
    if (form.ordinal) return std::nullopt;
    // "A quarter of a million pounds" is not a million.
    const bool part = form.in_words && form.first > sentence.begin &&
                      (atoms_[form.first].is("a") || atoms_[form.first].is("an")) && atoms_[form.first - 1].is("of");
    if (part) return std::nullopt;
    std::optional<Currency> found = before(form, sentence);
    return found ? found : behind(form, sentence);
}

std::optional<Currency> CurrencyFinder::before(const NumberForm& form, Span sentence) {
    if (form.first == sentence.begin) return std::nullopt;
    const std::uint32_t sign = form.first - 1;
    const bool joined = sign > sentence.begin && atoms_[sign].glued && atoms_[sign - 1].kind == Atom::Kind::letters;
    std::string key(text(sign));
    if (joined) key.insert(0, text(sign - 1));
    const WordList::Row* row = lists_.currencies.find(key);
    if (row == nullptr || !stands_before((*row)[1])) return std::nullopt;
    std::optional<Currency> found = make(*row, form, sign, {});
    if (found && joined) found->first = sign - 1;
    return found;
}

/// "12 euros", "12-million-euro", "12 Danish kroner", "20p".
std::optional<Currency> CurrencyFinder::behind(const NumberForm& form, Span sentence) {
    const auto is_glued_mark = [&](std::uint32_t at) {
        return at < sentence.end && atoms_[at].is("-") && atoms_[at].glued;
    };
    std::uint32_t at = is_glued_mark(form.last) ? form.last + 1 : form.last;
    if (at >= sentence.end) return std::nullopt;
    std::string_view country;
    for (std::uint32_t last = std::min(at + 2, sentence.end); last > at && country.empty(); --last) {
        const std::string_view words = slice(document_.text(), {atoms_[at].span.begin, atoms_[last - 1].span.end});
        if (last < sentence.end && lists_.countries.contains(words)) country = words, at = last;
    }
    const WordList::Row* row = lists_.currencies.find(text(at));
    if (row == nullptr && !atoms_[at].capital) row = lists_.currencies.find(atoms_[at].word);
    if (row == nullptr || (*row)[1] == "before") return std::nullopt;
    const bool glued = at == form.last && atoms_[at].glued;
    if ((*row)[1] == "glued" && (!glued || form.value >= most_glued)) return std::nullopt;
    // "A cabin for one €189": the sign is the next number's.
    if ((*row)[1] == "both" && at + 1 < sentence.end && atoms_[at + 1].is_number()) return std::nullopt;
    // "Won" is a verb, and pounds are weighed.
    if (document_.tokens[atoms_[at].token].upos == Upos::verb) return std::nullopt;
    if (at + 1 < sentence.end && atoms_[at + 1].is("of") && atoms_[at].word.starts_with("pound")) return std::nullopt;
    std::optional<Currency> found = make(*row, form, at, country);
    if (found) found->last = at + 1;
    return found;
}

std::optional<Currency> CurrencyFinder::make(const WordList::Row& row, const NumberForm& form, std::uint32_t word,
                                             std::string_view country) {
    std::string code = choose(row[2], country);
    if (code.empty()) return std::nullopt;
    const double factor = row.size() > 3 ? std::strtod(row[3].c_str(), nullptr) : 1;
    return Currency{std::move(code), factor, std::min(form.first, word), std::max(form.last, word + 1), word};
}

std::string CurrencyFinder::choose(std::string_view codes, std::string_view country) {
    const std::size_t slash = codes.find('/');
    std::string all(codes);
    std::replace(all.begin(), all.end(), '/', ' ');
    if (!country.empty()) {
        const std::string_view wanted = lists_.countries.value(country);
        const auto known = split(all);
        return std::find(known.begin(), known.end(), wanted) == known.end() ? std::string() : std::string(wanted);
    }
    const std::string_view meant = codes.substr(0, slash);
    return meant.find(' ') == std::string_view::npos ? std::string(meant) : most_named(meant);
}

std::string CurrencyFinder::most_named(std::string_view codes) {
    if (!named_) {
        named_.emplace();
        for (const WordList::Row& row : lists_.countries.rows())
            (*named_)[row[1]] += count_words(document_.text(), row[0]);
    }
    std::string_view best;
    int most = 0;
    bool tied = false;
    for (const std::string_view code : split(codes)) {
        const auto found = named_->find(code);
        const int count = found == named_->end() ? 0 : found->second;
        if (count > most)
            best = code, most = count, tied = false;
        else if (count == most)
            tied = true;
    }
    return tied ? std::string() : std::string(best);
}

}  // namespace lede
