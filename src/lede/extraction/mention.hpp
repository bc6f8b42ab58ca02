#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <lede/model/facts.hpp>
#include <lede/text/document.hpp>

namespace lede {

/// How a mention refers: by a name, a pronoun, a description ("the series"), by value, or not at all (`implicit`: the
/// article's main subject, which a sentence may leave out). `title` and `noun` are what may be a thing of a user's
/// class, written as a name or as a common noun, that the recogniser does not know. Amounts of money are numbers; their
/// datatype tells them apart.
enum class MentionKind : std::uint8_t { name, pronoun, description, date, number, phrase, implicit, title, noun };

/// A place in the text that stands for an entity or a literal value.
struct Mention {
    static constexpr std::uint32_t no_entity = 0xFFFFFFFF;

    MentionKind kind = MentionKind::name;
    std::uint32_t first = 0;  ///< tokens [first, last); equal for an implicit mention
    std::uint32_t last = 0;
    std::uint32_t head = 0;   ///< the token that ties the mention to the rest of the sentence
    std::uint32_t sentence = 0;
    std::uint32_t entity = no_entity;  ///< EntityId for names, resolved pronouns and descriptions
    Literal value;                     ///< for dates, numbers and phrases
    std::uint32_t unit = 0;            ///< for numbers: token of the noun counted; 0 if none
    std::uint32_t distance = 0;        ///< for implicit mentions: sentences since the entity was last mentioned
    bool central = false;              ///< for implicit mentions: the most mentioned entity of its kind so far

    bool is_literal() const {
        return kind == MentionKind::date || kind == MentionKind::number || kind == MentionKind::phrase;
    }
    bool is_unknown_thing() const { return kind == MentionKind::title || kind == MentionKind::noun; }
};

/// The token of [first, last) whose head lies outside; the last such if there are several, last - 1 if none.
std::uint32_t head_of(const Document& document, std::uint32_t first, std::uint32_t last);

/// A mention of tokens [first, last), last > first, with its head and sentence; without an entity or a value.
Mention make_mention(const Document& document, MentionKind kind, std::uint32_t first, std::uint32_t last);

}  // namespace lede
