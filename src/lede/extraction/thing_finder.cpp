#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string_view>

#include <lede/base/utf8.hpp>
#include <lede/extraction/mention_finder.hpp>
#include <lede/extraction/thing_finder.hpp>

namespace lede {
namespace {

/// Longer titles are sentences that were taken for one.
constexpr std::uint32_t longest_title = 12;
constexpr std::uint32_t longest_noun = 4;
/// Words at the end of a phrase that are not part of the thing: "comedy horror" of "comedy horror film".
constexpr std::uint32_t most_dropped = 1;

constexpr std::array<std::string_view, 9> quotation_marks{"\"", "“", "”", "‘", "’", "'", "``", "''", "«"};

bool is_written_big(const Document& document, std::uint32_t token) {
    const std::string_view form = document.form(token);
    return !form.empty() && (to_lower(form) != form || (form.front() >= '0' && form.front() <= '9'));
}

/// A word of grammar at the start of a sentence, capitalised only for that.
bool is_only_start(const Document& document, std::uint32_t first, std::uint32_t last) {
    if (last != first + 1 || first != document.sentences[document.tokens[first].sentence].first) return false;
    const Upos upos = document.tokens[first].upos;
    return upos != Upos::propn && upos != Upos::noun && upos != Upos::adj && upos != Upos::num && upos != Upos::x;
}

/// The verb that says something of what begins the sentence, or a bracket or comma before it.
bool ends_subject(const Document& document, std::uint32_t token) {
    const Token& item = document.tokens[token];
    const std::string_view form = document.form(token);
    if (form == "(" || form == ",") return true;
    const bool verb = item.upos == Upos::aux || item.upos == Upos::verb;
    return verb && to_lower(form) == form && item.xpos != "VBG" && item.xpos != "VB";
}

/// Finds the things of a document.
class Search {
  public:
    Search(const Document& document, const std::vector<Mention>& mentions, const WordList& inside_titles)
        : document_(document), inside_titles_(inside_titles) {
        // A name may be taken for a thing of another class than it is, and what is one phrase may be one of several.
        for (const Mention& mention : mentions)
            if (mention.kind == MentionKind::name)
                names_.emplace_back(mention.first, mention.last);
            else if (mention.kind != MentionKind::phrase)
                known_.emplace(mention.first, mention.last);
    }

    void find_titles() {
        for (const auto& [first, last] : names_) add(MentionKind::title, first, last);
        for (const Sentence& sentence : document_.sentences) {
            for (std::uint32_t i = sentence.first; i < sentence.last;) i = add_run(i, sentence.last);
            add_subject(sentence);
            add_quoted(sentence);
        }
    }

    void find_nouns() {
        for (const Mention& phrase : find_phrases(document_, std::vector<bool>(document_.tokens.size(), false)))
            for (std::uint32_t last = phrase.last; last > phrase.first && last + most_dropped >= phrase.last; --last)
                if (last - phrase.first <= longest_noun) add(MentionKind::noun, phrase.first, last);
    }

    std::vector<Mention> take() { return std::move(found_); }

  private:
    void add(MentionKind kind, std::uint32_t first, std::uint32_t last) {
        if (first < last && last - first <= longest_title && known_.emplace(first, last).second)
            found_.push_back(make_mention(document_, kind, first, last));
    }

    /// The words from here on that are written as a title is. Returns where to go on.
    std::uint32_t add_run(std::uint32_t first, std::uint32_t stop) {
        if (!is_written_big(document_, first)) return first + 1;
        std::uint32_t last = first + 1, next = last;
        while (next < stop && next - last < 3) {
            const bool big = is_written_big(document_, next);
            if (!big && !inside_titles_.contains(document_.form(next))) break;
            ++next;
            if (big) last = next;
        }
        if (!is_only_start(document_, first, last)) add(MentionKind::title, first, last);
        if (document_.tokens[first].upos == Upos::det && last > first + 1) add(MentionKind::title, first + 1, last);
        return last;
    }

    /// What the sentence begins with, up to its verb.
    void add_subject(const Sentence& sentence) {
        std::uint32_t last = sentence.first;
        while (last < sentence.last && !ends_subject(document_, last)) ++last;
        if (last == sentence.last || last == sentence.first || !is_written_big(document_, sentence.first)) return;
        if (document_.tokens[sentence.first].upos == Upos::pron && last == sentence.first + 1) return;
        const bool article = document_.tokens[sentence.first].upos == Upos::det && last > sentence.first + 1;
        if (!is_only_start(document_, sentence.first, last)) add(MentionKind::title, sentence.first, last);
        if (article) add(MentionKind::title, sentence.first + 1, last);
    }

    void add_quoted(const Sentence& sentence) {
        std::optional<std::uint32_t> open;
        for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
            const std::string_view form = document_.form(i);
            if (std::find(quotation_marks.begin(), quotation_marks.end(), form) == quotation_marks.end()) continue;
            if (open && is_written_big(document_, *open)) add(MentionKind::title, *open, i);
            open = i + 1 < sentence.last ? std::optional(i + 1) : std::nullopt;
        }
    }

    const Document& document_;
    const WordList& inside_titles_;
    std::vector<Mention> found_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> names_;  ///< tokens of names
    std::set<std::pair<std::uint32_t, std::uint32_t>> known_;     ///< tokens of other mentions, and of those found
};

}  // namespace

ThingFinder::ThingFinder(const std::filesystem::path& lists) : inside_titles_(lists / "title_words.tsv") {}

std::vector<Mention> ThingFinder::find(const Document& document, const std::vector<Mention>& mentions, bool titles,
                                       bool nouns) const {
    Search search(document, mentions, inside_titles_);
    if (titles) search.find_titles();
    if (nouns) search.find_nouns();
    return search.take();
}

}  // namespace lede
