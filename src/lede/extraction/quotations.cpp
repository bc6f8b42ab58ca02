#include <algorithm>

#include <lede/base/utf8.hpp>
#include <lede/extraction/quotations.hpp>
#include <lede/extraction/quotations_marks.hpp>
#include <lede/extraction/quotations_speaker.hpp>

namespace lede {
namespace {

/// A marked span with its place among the tokens and the clauses around it.
struct Candidate {
    MarkedSpan marks;
    std::uint32_t open = 0;       ///< first token of the span with its marks
    std::uint32_t first = 0;      ///< first token of its words
    std::uint32_t last = 0;       ///< behind its last word or mark inside
    std::uint32_t behind = 0;     ///< first token behind its closing mark
    std::uint32_t gap_begin = 0;  ///< where the text before it begins: behind the candidate before, or the paragraph
    std::uint32_t gap_end = 0;    ///< where the text behind it ends
    std::uint32_t paragraph = 0;
    bool nested = false;    ///< inside another's quotation
    bool fragment = false;  ///< too short to count, but its speaker may go on
    std::optional<std::uint32_t> speaker = std::nullopt;
    std::optional<std::uint32_t> cue = std::nullopt;
    bool continues = false;
};

class QuotationReader {
  public:
    QuotationReader(const Document& document, const QuotationLists& lists)
        : document_(document), finder_(document, lists) {}

    std::vector<QuotedSpan> read() {
        collect();
        for (Candidate& candidate : candidates_) attribute(candidate);
        continue_paragraphs();
        attribute_by_neighbours();
        std::vector<QuotedSpan> spans;
        for (const Candidate& c : candidates_) {
            if (!c.speaker || c.fragment || (c.nested && !finder_.is_named(*c.speaker))) continue;
            spans.push_back({c.marks.words, document_.tokens[c.first].sentence, c.speaker, c.cue, c.continues});
        }
        std::sort(spans.begin(), spans.end());
        return spans;
    }

  private:
    const Document& document_;
    SpeakerFinder finder_;
    std::vector<Candidate> candidates_;

    std::uint32_t token_from(std::uint32_t byte) const {
        const auto at =
            std::lower_bound(document_.tokens.begin(), document_.tokens.end(), byte,
                             [](const Token& token, std::uint32_t place) { return token.span.begin < place; });
        return static_cast<std::uint32_t>(at - document_.tokens.begin());
    }
    void collect();
    void drop_stray(Span paragraph);
    void collect(Span paragraph, std::uint32_t id, bool nested);
    bool is_title(const Candidate& candidate) const;
    std::uint32_t count_words(const Candidate& candidate) const;
    void attribute(Candidate& candidate) const;
    bool attribute_behind(Candidate& candidate) const;
    bool attribute_before(Candidate& candidate) const;
    void continue_paragraphs();
    void attribute_by_neighbours();
    bool attribute_by_sentence_before(Candidate& candidate) const;

    const std::string& last_mark(const Candidate& c) const { return finder_.word(c.last - 1); }
    bool ends_sentence(const Candidate& c) const { return finder_.ends_clause(c.last - 1); }
    bool comma_behind(const Candidate& c) const {
        const bool inside = last_mark(c) == "," || last_mark(c) == "—" || last_mark(c) == "–" || last_mark(c) == "-";
        return inside || (c.behind < c.gap_end && finder_.word(c.behind) == ",");
    }
    bool starts_upper(std::uint32_t token) const {
        std::size_t at = 0;
        return is_upper(next_code_point(document_.form(token), at));
    }
    /// Begins and ends as a sentence of its own.
    bool stands_alone(const Candidate& c) const {
        const bool fresh = c.open == c.gap_begin || finder_.ends_clause(c.open - 1) || finder_.word(c.open - 1) == ":";
        return fresh && starts_upper(c.first) && (ends_sentence(c) || !c.marks.closed);
    }
    bool fills_paragraph(const Candidate& c) const { return c.open == c.gap_begin && c.behind == c.gap_end; }
    std::uint32_t clause_end(std::uint32_t first, std::uint32_t last) const {
        while (first < last && !finder_.ends_clause(first) && finder_.word(first) != ";") ++first;
        return first;
    }
    std::uint32_t clause_begin(std::uint32_t first, std::uint32_t last) const {
        while (last > first && !finder_.ends_clause(last - 1) && finder_.word(last - 1) != ";") --last;
        return last;
    }
};

/// Marked spans that may be quotations, paragraph by paragraph; then those inside others, as if these were paragraphs.
void QuotationReader::collect() {
    std::uint32_t id = 0;
    for (const Span paragraph : find_paragraphs(document_.text())) {
        drop_stray(paragraph);
        collect(paragraph, id++, false);
    }
    if (!candidates_.empty() && !candidates_.back().marks.closed) candidates_.pop_back();
    const std::size_t outer = candidates_.size();
    constexpr std::uint32_t apart = 2;  // so that no two seem to follow one another
    for (std::size_t i = 0; i < outer; ++i) collect(candidates_[i].marks.words, id += apart, true);
}

/// A span without a closing mark is one only if this paragraph, the next, begins with a mark too.
void QuotationReader::drop_stray(Span paragraph) {
    if (candidates_.empty() || candidates_.back().marks.closed) return;
    std::size_t at = paragraph.begin;
    const char32_t first = next_code_point(document_.text(), at);
    std::size_t mark = candidates_.back().marks.whole.begin;
    if (first != next_code_point(document_.text(), mark)) candidates_.pop_back();
}

/// Each span gets the text between it and its neighbours.
void QuotationReader::collect(Span paragraph, std::uint32_t id, bool nested) {
    const std::uint32_t end = token_from(paragraph.end);
    std::uint32_t gap = token_from(paragraph.begin);
    const std::size_t before = candidates_.size();
    for (const MarkedSpan& marks : find_marked_spans(document_.text(), paragraph)) {
        Candidate c{.marks = marks};
        c.open = token_from(marks.whole.begin);
        c.first = token_from(marks.words.begin);
        c.last = token_from(marks.words.end);
        c.behind = token_from(marks.whole.end);
        if (c.first >= c.last) continue;
        c.gap_begin = gap;
        c.gap_end = end;
        c.paragraph = id;
        c.nested = nested;
        constexpr std::uint32_t fewest_words = 3;
        c.fragment = count_words(c) < fewest_words;
        const bool speech = ends_sentence(c) || last_mark(c) == ",";
        if (c.fragment ? !speech : is_title(c)) continue;
        if (candidates_.size() > before) candidates_.back().gap_end = c.open;
        gap = c.behind;
        candidates_.push_back(c);
    }
}

std::uint32_t QuotationReader::count_words(const Candidate& c) const {
    std::uint32_t words = 0;
    for (std::uint32_t i = c.first; i < c.last; ++i) {
        // A clitic is no word of its own.
        const bool joined = i > c.first && document_.tokens[i].span.begin == document_.tokens[i - 1].span.end;
        if (!finder_.is_mark(i) && !joined) ++words;
    }
    return words;
}

/// "Plain Things: Dutch Design", or what follows "called": every long word has a capital, and no sentence ends.
bool QuotationReader::is_title(const Candidate& c) const {
    const bool sentence = ends_sentence(c) && last_mark(c) != "…";
    if (c.open > c.gap_begin && finder_.kind(c.open - 1) == "title") return true;
    if (sentence && last_mark(c) == "." && count_words(c) > 3) return false;
    constexpr std::size_t long_word = 4;
    for (std::uint32_t i = c.first; i < c.last; ++i) {
        const std::string& word = finder_.word(i);
        const bool joined = i > c.first && document_.tokens[i].span.begin == document_.tokens[i - 1].span.end;
        if (finder_.is_mark(i) || joined || is_digit(static_cast<unsigned char>(word[0]))) continue;
        if ((word.size() >= long_word || i == c.first) && !starts_upper(i)) return false;
        const bool small = word.size() < long_word && !starts_upper(i) && finder_.kind(i).empty() && word.size() > 2;
        if (small) return false;
    }
    return true;
}

void QuotationReader::attribute(Candidate& c) const {
    // "said: “…”" and "said, “…”" leave no doubt, whatever follows.
    const bool introduced =
        c.open >= c.gap_begin + 2 && (finder_.word(c.open - 1) == ":" || finder_.first_cue(c.open - 2, c.open - 1));
    if (introduced && attribute_before(c)) return;
    if (!attribute_behind(c) && !introduced) attribute_before(c);
}

/// “…,” said Marlow. / “…,” Marlow, the creator, said. / “…”, according to Marlow
bool QuotationReader::attribute_behind(Candidate& c) const {
    if (!c.marks.closed || c.behind >= c.gap_end) return false;
    const bool comma = comma_behind(c);
    if (ends_sentence(c) && !comma && last_mark(c) == ".") return false;
    std::uint32_t first = c.behind;
    while (first < c.gap_end && finder_.is_mark(first) && !finder_.ends_clause(first)) ++first;
    const std::uint32_t end = clause_end(first, c.gap_end);
    if (first == end) return false;
    const auto cue = finder_.first_cue(first, end);
    constexpr std::uint32_t near = 3;       // “…” she said; “…”, said Marlow
    constexpr std::uint32_t name_size = 6;  // “…?” Anna Maria van der Berg asked
    const std::uint32_t reach = comma ? end - first : ends_sentence(c) ? name_size : cue && cue->is_source() ? near : 1;
    if (cue && cue->token < first + reach) {
        c.speaker = finder_.speaker_of(*cue, first, end);
        if (c.speaker) c.cue = cue->token;
    }
    const bool headline = first > c.behind && finder_.word(c.behind) == ":";  // “We will sleep”: Étoile’s creator on …
    if (!c.speaker && headline) c.speaker = finder_.first_person(first, std::min(end, first + name_size));
    if (!c.speaker && last_mark(c) == "," && !c.fragment) c.speaker = finder_.first_person(first, first + 1);
    return c.speaker.has_value();
}

/// Marlow said: “…” / said that the deal would “keep …” / Her answer: “…”
bool QuotationReader::attribute_before(Candidate& c) const {
    if (c.open <= c.gap_begin) return false;
    const std::string& mark = finder_.word(c.open - 1);
    const bool introduced = mark == ":" || mark == ",";
    const std::uint32_t begin = clause_begin(c.gap_begin, c.open);
    if (begin == c.open) return false;
    constexpr std::uint32_t far = 25;  // said that the deal, if it is approved in time, would “keep …”
    const auto cue = finder_.last_cue(begin, c.open);
    const bool fragment = !starts_upper(c.first);
    if (cue && (introduced || (fragment && c.open - cue->token <= far) || c.open - cue->token == 1)) {
        c.speaker = finder_.speaker_of(*cue, begin, c.open);
        if (c.speaker) c.cue = cue->token;
    }
    if (!c.speaker && mark == ":") c.speaker = finder_.first_person(begin, c.open);
    return c.speaker.has_value();
}

/// A paragraph that opens with a mark while the one before has not closed its own goes on with the same speaker.
void QuotationReader::continue_paragraphs() {
    for (std::size_t i = 1; i < candidates_.size(); ++i) {
        const Candidate& before = candidates_[i - 1];
        Candidate& c = candidates_[i];
        if (before.marks.closed || c.paragraph != before.paragraph + 1 || c.open != c.gap_begin) continue;
        if (!c.speaker) {
            c.speaker = before.speaker;
            c.continues = before.speaker.has_value();
        } else if (!before.speaker) {
            candidates_[i - 1].speaker = c.speaker;
            candidates_[i - 1].continues = true;
        }
    }
}

/// Sentences in marks without an attribution: the speaker is the one before in the paragraph, else the one behind, else
/// who the sentence before is about.
void QuotationReader::attribute_by_neighbours() {
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
        Candidate& c = candidates_[i];
        if (c.speaker || !stands_alone(c)) continue;
        if (i > 0 && candidates_[i - 1].paragraph == c.paragraph && candidates_[i - 1].speaker) {
            c.speaker = candidates_[i - 1].speaker;
            c.continues = true;
        } else if (i > 0 && fills_paragraph(c) && candidates_[i - 1].paragraph + 1 == c.paragraph &&
                   candidates_[i - 1].behind == candidates_[i - 1].gap_end) {
            c.speaker = candidates_[i - 1].speaker;
            c.continues = c.speaker.has_value();
        } else if (!attribute_by_sentence_before(c) && i + 1 < candidates_.size() &&
                   candidates_[i + 1].paragraph == c.paragraph) {
            c.speaker = candidates_[i + 1].speaker;
            c.continues = c.speaker.has_value();
        }
    }
}

bool QuotationReader::attribute_by_sentence_before(Candidate& c) const {
    if (c.open == 0) return false;
    const std::uint32_t end = finder_.ends_clause(c.open - 1) ? c.open - 1 : c.open;
    const std::uint32_t begin = clause_begin(c.gap_begin, end);
    if (begin >= end) return false;
    c.speaker = finder_.first_person(begin, end);
    return c.speaker.has_value();
}

}  // namespace

QuotationFinder::QuotationFinder(const std::filesystem::path& lists)
    : lists_(std::make_unique<QuotationLists>(lists)) {}
QuotationFinder::~QuotationFinder() = default;
QuotationFinder::QuotationFinder(QuotationFinder&&) noexcept = default;

std::vector<QuotedSpan> QuotationFinder::find(const Document& document) const {
    return QuotationReader(document, *lists_).read();
}

}  // namespace lede
