#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <lede/base/span.hpp>
#include <lede/model/date.hpp>
#include <lede/model/literal.hpp>

namespace lede {

/// Index into ArticleFacts::entities.
using EntityId = std::uint32_t;

/// A thing in the world that an article names.
struct Entity {
    std::string name;                  ///< fullest name in the text
    std::vector<std::string> aliases;  ///< other names in the text, sorted, without `name`
    std::string class_iri;             ///< most specific class that the text supports
    std::string iri;                   ///< set if the ontology knows this individual; empty otherwise
    std::vector<Span> mentions;        ///< byte spans of its names in the text, sorted
    std::vector<Span> references = {};  ///< bytes of pronouns and descriptions that were taken for it, sorted
    bool named = true;  ///< false if the text has only pronouns for it, the first of which is then its name
};

/// Why a statement may be kept out of the plain graph.
enum class Status { asserted, denied, uncertain, claimed };

/// "asserted", "denied", "uncertain", "claimed".
const char* to_string(Status status);

/// The words that state a fact.
struct Evidence {
    Span sentence;        ///< byte spans in the article's text
    Span subject;
    Span object;
    std::string matched;  ///< the ontology's example that it resembles most, with its marks
    double confidence = 0;  ///< 0 to 1
};

struct Fact {
    EntityId subject = 0;
    std::string property_iri;
    std::variant<EntityId, Literal> object;
    Status status = Status::asserted;
    std::vector<Evidence> evidence;  ///< best first, never empty
    std::string phrase = {};         ///< of an open fact: its property in the text's own words; `property_iri` is then empty
    std::optional<Literal> start = {};  ///< when the post that it states began or will, a date
    std::optional<Literal> end = {};    ///< the same of its end

    double confidence() const { return evidence.empty() ? 0 : evidence.front().confidence; }
};

/// A statement that was considered and left out.
struct RejectedFact {
    std::string subject;  ///< name
    std::string property_iri;
    std::string object;   ///< name, or the value of a literal
    double confidence = 0;
    Span sentence;        ///< bytes in the article's text
    std::string reason;   ///< for people: "less likely than 0.67"
};

/// One quoted span and who said it.
struct Quotation {
    Span span;         ///< bytes of the quoted words, without the marks
    std::string text;  ///< on one line, white space collapsed
    std::optional<EntityId> speaker;
    Span sentence;
};

/// What is known about an article besides its text.
struct ArticleInfo {
    std::string id;      ///< unique in a run: given id, else URL, else file path without suffix
    std::string url;
    std::string headline;
    std::string author;
    std::string publisher;
    std::string language;
    std::optional<Date> date;
    std::string source;  ///< file (and line) that it was read from, for messages
};

/// All that was read from one article: the border between language and graph.
struct ArticleFacts {
    ArticleInfo article;
    std::string text;  ///< the text that all spans point into
    std::vector<Entity> entities;
    std::vector<Fact> facts;  ///< sorted by subject, property, object; a subject's open facts after its others
    std::vector<Quotation> quotations;
    std::vector<RejectedFact> rejected = {};  ///< only if the extractor is asked for them
};

/// One line a fact, for tests and messages: subject, property, object, confidence, as in `Ann Lee | schema:sibling | Bo Lee (0.93)`.
std::string to_string(const ArticleFacts& article, const Fact& fact);

}  // namespace lede
