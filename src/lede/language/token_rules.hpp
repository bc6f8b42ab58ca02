#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <lede/base/span.hpp>

namespace lede {

/// What is known of the beginning of a piece: a token surely begins there, surely not, or the trained model has to say.
enum class Border : std::uint8_t { open, split, join };

enum class PieceKind : std::uint8_t {
    word,
    number,
    stop,
    apostrophe,
    hyphen,
    dash,
    quote,
    bracket,
    symbol,
    emoji,
    other
};

/// The smallest piece a token is made of: a run of letters, of digits, of one repeated mark, or a single mark.
struct Piece {
    Span span;
    PieceKind kind = PieceKind::other;
    Border before = Border::open;
};

/// The word lists that the rules need; all in lower case.
struct TokenLists {
    std::unordered_set<std::string> abbreviations;  ///< with their stop: "mr.", "st."
    std::unordered_set<std::string> domains;        ///< top-level domains, without a stop: "com"
    std::vector<std::string> emoticons;             ///< as written
    /// Written without apostrophe, parts set apart by a blank: "can not"; or by a bar where it is no contraction as
    /// often as not, so that the trained model has to say: "it|s".
    std::vector<std::string> contractions;
    std::unordered_set<std::string> speech_verbs;  ///< forms that follow a quotation: "said"
    std::vector<std::string> clitics;              ///< that begin inside a run of letters: "n't"
};

/// The certain part of tokenisation: addresses, numbers, brackets, quotes, contractions.
class TokenRules {
  public:
    TokenRules() = default;
    explicit TokenRules(TokenLists lists);

    /// Cuts text[chunk], which holds no blanks, into pieces. `pieces` is replaced. Linear in the size of the chunk.
    void cut(std::string_view text, Span chunk, std::vector<Piece>& pieces) const;

    /// Whether the word with its stop is a listed abbreviation, whatever its case.
    bool is_abbreviation(std::string_view word_with_stop) const;
    /// Whether the word is a listed verb of speech.
    bool is_speech_verb(std::string_view word) const {
        return word.size() < 16 && lists_.speech_verbs.contains(std::string(word));
    }

  private:
    void cut_pieces(std::string_view text, Span chunk, std::vector<Piece>& pieces) const;
    std::vector<std::uint32_t> contraction_cuts(std::string_view text, const std::vector<Piece>& pieces, std::size_t at,
                                                Border& border) const;
    void cut_contractions(std::string_view text, std::vector<Piece>& pieces) const;
    void fix_borders(std::string_view text, std::vector<Piece>& pieces) const;
    std::size_t address_end(std::string_view text, const std::vector<Piece>& pieces, std::size_t first) const;
    std::size_t emoticon_end(std::string_view text, const std::vector<Piece>& pieces, std::size_t first) const;

    TokenLists lists_;
    struct Contraction {
        std::vector<std::uint32_t> sizes;  ///< of the parts but the last
        bool doubtful = false;
    };
    std::unordered_map<std::string, Contraction> contractions_;
};

/// Lower case, typographic apostrophes made plain.
std::string plain_lower(std::string_view text);

}  // namespace lede
