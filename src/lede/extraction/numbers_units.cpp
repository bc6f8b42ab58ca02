#include <algorithm>
#include <string>

#include <lede/extraction/numbers_units.hpp>

namespace lede {
namespace {

/// How far behind its number a noun may stand: "three more long and difficult seasons".
constexpr std::uint32_t reach = 6;

std::string singular(std::string word) {
    const auto ends = [&](std::string_view ending) {
        return word.size() > ending.size() + 1 && word.ends_with(ending);
    };
    if (ends("ies")) return word.substr(0, word.size() - 3) + 'y';
    if (ends("sses") || ends("xes") || ends("ches") || ends("shes")) return word.substr(0, word.size() - 2);
    if (ends("s") && !ends("ss") && !ends("us") && !ends("is")) word.pop_back();
    return word;
}

class UnitFinder {
  public:
    UnitFinder(const Document& document, const Atoms& atoms, Span sentence, const NumberLists& lists,
               NumberMention& mention)
        : document_(document),
          atoms_(atoms),
          all_(atoms.all()),
          sentence_(sentence),
          lists_(lists),
          mention_(mention) {}

    bool by_sign(const NumberForm& form) {
        if (form.first > sentence_.begin && is_currency(lists_, all_[form.first - 1])) return set_atom(form.first - 1);
        if (form.last >= sentence_.end) return false;
        const Atom& next = all_[form.last];
        const bool hyphen = next.is("-") && next.glued && form.last + 1 < sentence_.end;
        if (hyphen && all_[form.last + 1].glued && all_[form.last + 1].kind == Atom::Kind::letters)
            return set_atom(form.last + 1);
        if (form.last + 1 < sentence_.end &&
            lists_.units.contains(std::string(next.word) + ' ' + std::string(all_[form.last + 1].word))) {
            mention_.unit_token = next.token;
            mention_.unit_lemma =
                lists_.units.value(std::string(next.word) + ' ' + std::string(all_[form.last + 1].word));
            return true;
        }
        if (next.glued && lists_.units.contains(next.word)) return set_atom(form.last);
        return set_if_listed(next.token);
    }
    bool by_label(const NumberForm& form) {
        if (form.ordinal || form.first <= sentence_.begin) return false;
        const Atom& before = all_[form.first - 1];
        if (before.glued || !lists_.labels.contains(before.word)) return false;
        mention_.ordinal = true;
        return set_atom(form.first - 1);
    }
    bool by_tree() {
        const std::uint32_t token = mention_.last - 1;
        const std::int32_t head = document_.tokens[token].head;
        const bool behind = head > static_cast<std::int32_t>(token) && head <= static_cast<std::int32_t>(token + reach);
        if (!behind || !is_noun(document_.tokens[head])) return false;
        return set_token(static_cast<std::uint32_t>(head));
    }
    bool by_place() {
        const std::uint32_t end = std::min<std::uint32_t>(
            document_.sentences[document_.tokens[mention_.first].sentence].last, mention_.last + reach);
        const bool plus = mention_.last < end && document_.form(mention_.last) == "+";
        for (std::uint32_t i = mention_.last + (plus ? 1 : 0); i < end; ++i) {
            const Token& token = document_.tokens[i];
            if (token.upos == Upos::x) {
                if (looks_plural(i)) return set_token(i);
                if (!all_[atoms_.of_token(i)].glued && all_[atoms_.of_token(i)].kind == Atom::Kind::letters) continue;
                return false;
            }
            if (is_noun(token)) {
                while (i + 1 < end && is_noun(document_.tokens[i + 1])) ++i;
                return set_token(i);
            }
            const bool may_stand_between =
                token.upos == Upos::adj || token.upos == Upos::num || token.upos == Upos::cconj;
            if (!may_stand_between) return false;
        }
        return false;
    }
    /// "a staff of 88"
    bool by_group() {
        const std::uint32_t sentence = document_.sentences[document_.tokens[mention_.first].sentence].first;
        if (mention_.first < sentence + 2 || lower(mention_.first - 1) != "of") return false;
        const WordList::Row* row = lists_.units.find(lower(mention_.first - 2));
        return row != nullptr && row->size() > 2 && set_if_listed(mention_.first - 2);
    }

  private:
    const Document& document_;
    const Atoms& atoms_;
    const std::vector<Atom>& all_;
    Span sentence_;
    const NumberLists& lists_;
    NumberMention& mention_;

    static bool is_noun(const Token& token) {
        return token.upos == Upos::noun || token.upos == Upos::propn || token.upos == Upos::sym;
    }

    /// For documents without tags.
    bool looks_plural(std::uint32_t token) const {
        const Atom& atom = all_[atoms_.of_token(token)];
        constexpr std::size_t shortest = 4;  // not "was", "is"
        return atom.kind == Atom::Kind::letters && atom.word.size() >= shortest && atom.word.ends_with('s') &&
               !atom.word.ends_with("ss");
    }
    bool set_if_listed(std::uint32_t token) {
        const std::string form = lower(token);
        if (!lists_.units.contains(form)) return false;
        mention_.unit_lemma = lists_.units.value(form);
        mention_.unit_token = token;
        return true;
    }
    std::string lower(std::uint32_t token) const {
        std::string form(document_.form(token));
        for (char& c : form) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        return form;
    }
    bool set_token(std::uint32_t token) {
        if (set_if_listed(token)) return true;
        const std::string& lemma = document_.tokens[token].lemma;
        mention_.unit_lemma = lemma.empty() ? singular(lower(token)) : lemma;
        for (char& c : mention_.unit_lemma) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        mention_.unit_token = token;
        return true;
    }
    /// The unit is a whole token or, in "10-part" and "5km", a part of one.
    bool set_atom(std::uint32_t at) {
        const Atom& atom = all_[at];
        if (document_.tokens[atom.token].span == atom.span) return set_token(atom.token);
        mention_.unit_token = atom.token;
        const std::string_view listed = lists_.units.value(atom.word);
        mention_.unit_lemma = listed.empty() ? singular(std::string(atom.word)) : std::string(listed);
        return true;
    }
};

}  // namespace

bool is_currency(const NumberLists& lists, const Atom& atom) {
    return atom.kind == Atom::Kind::mark && !atom.is("%") && lists.units.contains(atom.word);
}

void find_unit(const Document& document, const Atoms& atoms, Span sentence, const NumberForm& form,
               const NumberLists& lists, NumberMention& mention) {
    UnitFinder finder(document, atoms, sentence, lists, mention);
    if (finder.by_sign(form) || finder.by_label(form) || finder.by_tree() || finder.by_group()) return;
    finder.by_place();
}

}  // namespace lede
