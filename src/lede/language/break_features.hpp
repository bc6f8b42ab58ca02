#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <lede/base/span.hpp>
#include <lede/language/surface.hpp>
#include <lede/language/token_rules.hpp>
#include <lede/language/word_classes.hpp>

namespace lede {

/// The tokens of a paragraph as the sentence splitter sees them. Text, tokens, rules and classes must outlive
/// it.
class BreakFeatures {
  public:
    BreakFeatures(std::string_view text, const std::vector<Span>& tokens, const TokenRules& rules,
                  const WordClasses& classes);

    /// Whether a sentence may end behind token `at`, which is not the last.
    bool is_candidate(std::size_t at) const;

    /// Whether a sentence surely ends behind the candidate `at`: "in the U.S. They left."
    bool is_certain(std::size_t at) const {
        return seen_[at].abbreviation && seen_[at].gap_after && seen_[at + 1].pronoun;
    }

    /// Features for a break behind token `at` of a sentence that began with token `first`.
    std::span<const std::uint64_t> extract(std::size_t first, std::size_t at);

  private:
    enum Mark : std::uint8_t { none, stop, comma, colon, opens, closes, quote, other };
    /// What a token is beyond its shape, which differs from address to address.
    enum Kind : std::uint8_t { word, title, capitals, address, numeral, clock, line, sign };
    struct Seen {
        Surface surface;
        Kind kind = sign;
        std::uint64_t grammar = 0;                             ///< class of the word, or its kind
        bool pronoun = false;                                  ///< a personal one, with a capital letter, but not "I"
        bool finite = false;                                   ///< mostly a verb that makes a clause
        std::uint16_t finites = 0;                             ///< such verbs up to it
        bool finite_after = false;                             ///< one follows before the next final mark, or is it
        std::uint8_t capitals_before = 0, capitals_after = 0;  ///< tokens in a row that are not in lower case; with it
        std::uint8_t to_stop = 0;                              ///< class of the distance to the next final mark
        Mark mark = none;
        bool gap_after = false;
        bool abbreviation = false;
        bool open_quote = false;  ///< an odd number of straight quotes stands before and at this token
    };
    /// The tokens around a possible break, which stands between left and right, and what is made of them.
    struct Place {
        const Seen &far3, &far2, &far, &left, &right, &next, &next2, &next3;
        const Seen& head;            ///< the first of the sentence
        std::uint64_t length_class;  ///< of the sentence so far
        std::uint64_t marks, kinds;  ///< of the tokens beside the break
        std::uint64_t verbs;         ///< whether clauses stand on its sides
    };
    void add(std::uint64_t kind, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0);
    void add_writing(const Place& place);
    void add_kinds(const Place& place);
    void add_grammar(const Place& place);
    Mark mark_of(std::string_view form) const;
    Kind kind_of(std::string_view form, const Surface& surface) const;
    void look_around();
    const Seen& seen(std::size_t at, int offset) const;

    bool is_attribution(std::size_t at) const;

    std::string_view text_;
    const std::vector<Span>& tokens_;
    const TokenRules& rules_;
    std::vector<Seen> seen_;
    Seen outside_;
    bool casual_ = false;      ///< sentences may end without a mark and begin in lower case
    std::uint64_t style_ = 0;  ///< how the paragraph is written: in lower case, without stops, short
    std::array<std::uint64_t, 128> features_{};
    std::size_t size_ = 0;
};

}  // namespace lede
