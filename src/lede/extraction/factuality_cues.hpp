#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <unordered_set>

#include <lede/base/word_list.hpp>
#include <lede/model/facts.hpp>
#include <lede/text/document.hpp>

namespace lede {

using StringSet = std::unordered_set<std::string, StringHash, std::equal_to<>>;

/// The word lists of Factuality; each file says in its head what it holds.
struct FactualityLists {
    explicit FactualityLists(const std::filesystem::path& folder);

    WordList cues, verbs;
    StringSet
        phrase_words;  ///< all words of the phrases in `cues`, so that most tokens need no look at their neighbours
};

/// How a word bears on what stands beside or below it.
enum class CueKind : std::uint8_t {
    none,
    negator,
    quantifier,
    modal,
    future,
    condition,
    hedge,
    governor,
    superior,
    neutral
};

struct Cue {
    CueKind kind = CueKind::none;
    Status status = Status::asserted;

    bool governs() const { return kind == CueKind::governor || kind == CueKind::superior; }
};

/// Looks up the cues in a sentence.
class CueReader {
  public:
    /// What is given must outlive it. No cue is in a name of the document or in one of the titles, tokens [first, last).
    CueReader(const FactualityLists& lists, const Document& document, const Sentence& sentence, std::span<const Span> titles = {})
        : lists_(lists), document_(document), sentence_(sentence), titles_(titles) {}

    /// The cue that a token is, or is a part of: of the phrases that cover it, the longest.
    Cue at(std::uint32_t token) const;
    /// Whether the token is a verb of saying, so that "would" below it is a plain future.
    bool reports(std::uint32_t token) const;
    /// The word as lists hold it: its lemma, or for a verb whose lemma is unknown a guess at it that the list knows.
    std::string key(std::uint32_t token, const WordList& list) const;

  private:
    const FactualityLists& lists_;
    const Document& document_;
    const Sentence& sentence_;
    std::span<const Span> titles_;

    bool is_named(std::uint32_t token) const;
    std::string form(std::uint32_t token) const;
    const WordList::Row* phrase_over(std::uint32_t token) const;
};

}  // namespace lede
