#include <algorithm>
#include <string_view>

#include <lede/extraction/dateline.hpp>

namespace lede {

namespace {

constexpr std::uint32_t paragraphs_at_top = 4;  // headline, line below it, author, and the text or the date
constexpr std::uint32_t most_tokens = 200;
constexpr std::uint32_t farthest_dash = 12;     // atoms behind the date: "(Agency)", a place

/// The first paragraphs with what dates are found by.
Document top_of(const Document& document) {
    Document top;
    top.article = document.article;
    for (const Sentence& sentence : document.sentences) {
        if (sentence.paragraph >= paragraphs_at_top || sentence.last > most_tokens) break;
        top.sentences.push_back(sentence);
    }
    const std::uint32_t count = top.sentences.empty() ? 0 : top.sentences.back().last;
    top.tokens.assign(document.tokens.begin(), document.tokens.begin() + count);
    for (const Name& name : document.names)
        if (name.last <= count) top.names.push_back(name);
    return top;
}

/// Whether a word may be part of a place or of an agency's name, and is none of a sentence: "On 12 March 2026 – a Thursday – …".
bool may_name(const Document& document, const Atom& atom) {
    if (!atom.capital) return false;
    const std::string_view form = slice(document.text(), atom.span);
    const bool in_capitals = form.size() > 1 && std::ranges::none_of(form, [](char c) { return c >= 'a' && c <= 'z'; });
    const Upos upos = document.tokens[atom.token].upos;
    return in_capitals || upos == Upos::propn || upos == Upos::noun || upos == Upos::adj || upos == Upos::x;
}

bool opens_bracket(const Atom& atom) { return atom.is("(") || atom.is("["); }
bool closes_bracket(const Atom& atom) { return atom.is(")") || atom.is("]"); }

/// Whether the atoms are places, agencies in brackets or between slashes, and marks.
bool are_places(const Document& document, const Atoms& atoms, std::uint32_t first, std::uint32_t last) {
    bool bracketed = false;
    for (std::uint32_t i = first; i < last; ++i) {
        const Atom& atom = atoms.all()[i];
        if (opens_bracket(atom)) bracketed = true;
        else if (closes_bracket(atom)) bracketed = false;
        else if (atom.is("/")) bracketed = !bracketed;
        else if (atom.kind == Atom::Kind::digits) return false;
        else if (atom.kind == Atom::Kind::letters && !bracketed && !may_name(document, atom)) return false;
    }
    return !bracketed;
}

/// Whether a dash follows the date, and then a text.
bool leads_text(const Document& document, const Atoms& atoms, Span line, Span date) {
    const auto& all = atoms.all();
    if (!are_places(document, atoms, line.begin, date.begin)) return false;
    const std::uint32_t end = std::min(line.end, date.end + farthest_dash);
    std::uint32_t dash = date.end;
    while (dash < end && !all[dash].is("-")) ++dash;
    if (dash >= end || !are_places(document, atoms, date.end, dash)) return false;
    std::uint32_t behind = dash;
    while (behind < line.end && all[behind].is("-")) ++behind;
    return behind < line.end && !all[behind].is_number() && (all[behind].kind == Atom::Kind::mark || all[behind].capital);
}

}  // namespace

DatelineFinder::DatelineFinder(const std::filesystem::path& lists) : words_(lists / "dateline_words.tsv") {}

/// Whether the line has nothing but the date, a time, and words such as "published".
bool DatelineFinder::fills_line(const Atoms& atoms, Span line, Span date) const {
    for (std::uint32_t i = line.begin; i < line.end; ++i) {
        const Atom& atom = atoms.all()[i];
        if (!date.contains(i) && atom.kind == Atom::Kind::letters && !words_.contains(atom.word)) return false;
    }
    return true;
}

std::optional<Date> DatelineFinder::find(const Document& document, const DateFinder& dates) const {
    const Document top = top_of(document);
    const Atoms atoms(top);
    const auto atom_of = [&](std::uint32_t token) {
        return token < top.tokens.size() ? atoms.of_token(token) : static_cast<std::uint32_t>(atoms.all().size());
    };
    for (const DateMention& mention : dates.find(top)) {
        if (mention.value.day == 0 || mention.end || mention.vague) continue;
        const std::uint32_t paragraph = top.sentences[top.tokens[mention.first].sentence].paragraph;
        const auto [begin, end] = std::ranges::equal_range(top.sentences, paragraph, {}, &Sentence::paragraph);
        const Span line{atom_of(begin->first), atom_of(std::prev(end)->last)}, date{atom_of(mention.first), atom_of(mention.last)};
        if (fills_line(atoms, line, date) || leads_text(top, atoms, line, date)) return mention.value;
    }
    return std::nullopt;
}

}  // namespace lede
