#pragma once

#include <optional>
#include <vector>

#include <lede/extraction/mention.hpp>
#include <lede/ontology/ontology.hpp>

namespace lede {

/// The mention of a value, or else of a thing, at exactly these tokens; null if there is none.
const Mention* find_mention(const std::vector<Mention>& mentions, Span tokens, bool value = false);

/// The implicit mention of the entity in the sentence; null if there is none.
const Mention* find_left_out(const std::vector<Mention>& mentions, std::uint32_t entity, std::uint32_t sentence);

/// An example's document, with a mention for each marked argument in place of what stood there.
class MarkedDocument {
  public:
    Document document;
    std::vector<Entity> entities;
    std::vector<Mention> mentions;  ///< sorted by first token

    /// Tokens that the byte span touches; empty if none.
    Span tokens_of(Span bytes) const;

    /// Puts mentions at the tokens of an example's arguments. What was marked before stays.
    void mark_arguments(const Property& property, Span subject, Span object, const Ontology& ontology);

    /// "{Salt Line|subject} is back. {Lee Park|object} directs.": where the subject is marked in an earlier sentence,
    /// the object's leaves it out.
    void add_left_out_subject(Span subject, Span object);

  private:
    /// Gives the thing at the tokens a class of those admitted, unless that of the text is one.
    void mark(Span tokens, const std::vector<std::string>& admitted, const Ontology& ontology);
    void keep(EntityId entity, Span tokens);
    void mark_literal(Span tokens, Datatype datatype);
    bool may_stay(const Mention& found, Span tokens, const std::vector<std::string>& admitted,
                  const Ontology& ontology) const;
    bool is_marked(Span tokens) const;
    void replace(Span tokens, Mention& mention);

    std::vector<Span> marked_;  ///< tokens
};

}  // namespace lede
