#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <lede/base/word_list.hpp>
#include <lede/text/document.hpp>

namespace lede {

/// The word lists of the quotation finder; each file says in its head what it holds.
struct QuotationLists {
    explicit QuotationLists(const std::filesystem::path& folder)
        : verbs(folder / "reporting_verbs.tsv", 3), words(folder / "quotation_words.tsv", 2) {}

    WordList verbs, words;
};

/// A reporting verb, or "to" of "according to", with its kind in the list.
struct SpeechCue {
    std::uint32_t token = 0;
    std::string_view kind;
    bool is_source() const { return kind == "source"; }
};

/// Finds who speaks, in clauses around quotations. Clauses are token ranges [first, last) outside of the quoted words.
class SpeakerFinder {
  public:
    SpeakerFinder(const Document& document, const QuotationLists& lists);

    /// The first reporting verb or "according to" of the clause.
    std::optional<SpeechCue> first_cue(std::uint32_t first, std::uint32_t last) const;
    std::optional<SpeechCue> last_cue(std::uint32_t first, std::uint32_t last) const;

    /// The token that heads the speaker of a cue, by the tree if it has a subject there, else by its place: before the
    /// verb, or behind it where nothing stands before ("said Halloran").
    std::optional<std::uint32_t> speaker_of(const SpeechCue& cue, std::uint32_t first, std::uint32_t last) const;
    /// The first person or pronoun of the clause, for attributions without a reporting verb.
    std::optional<std::uint32_t> first_person(std::uint32_t first, std::uint32_t last) const;

    bool is_named(std::uint32_t token) const { return may_be_name(token); }
    /// In lower case.
    const std::string& word(std::uint32_t token) const { return lower_[token]; }
    std::string_view kind(std::uint32_t token) const { return lists_.words.value(lower_[token]); }
    bool is_mark(std::uint32_t token) const;
    /// Whether the token is a full stop, a question mark or an exclamation mark.
    bool ends_clause(std::uint32_t token) const;

  private:
    const Document& document_;
    const QuotationLists& lists_;
    std::vector<std::string> lower_;
    std::vector<const Name*> name_of_;  ///< by token; null outside of names

    std::optional<SpeechCue> cue_at(std::uint32_t token, std::uint32_t last) const;
    std::optional<std::uint32_t> subject_by_tree(std::uint32_t verb, std::uint32_t first, std::uint32_t last) const;
    std::optional<std::uint32_t> subject_before(std::uint32_t verb, std::uint32_t first) const;
    std::optional<std::uint32_t> find_speaker(const SpeechCue& cue, std::uint32_t first, std::uint32_t last) const;
    std::uint32_t named(std::uint32_t token, std::uint32_t last) const;
    std::optional<std::uint32_t> inverted(std::uint32_t verb, std::uint32_t first, std::uint32_t last) const;
    std::optional<std::uint32_t> apposition_behind(std::uint32_t first, std::uint32_t last) const;
    std::optional<std::uint32_t> phrase_behind(std::uint32_t first, std::uint32_t last) const;
    std::optional<std::uint32_t> head_of_phrase_ending_at(std::uint32_t token, std::uint32_t first) const;
    std::optional<std::uint32_t> skip_apposition(std::uint32_t comma, std::uint32_t first) const;
    bool is_person(std::uint32_t token) const;
    bool may_be_name(std::uint32_t token) const;
    bool is_nominal(std::uint32_t token) const;
    std::uint32_t head_of_name(std::uint32_t token) const;
};

}  // namespace lede
