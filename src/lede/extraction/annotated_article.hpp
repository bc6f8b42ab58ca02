#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <lede/extraction/entity_builder.hpp>
#include <lede/text/article.hpp>

namespace lede {

/// A fact as annotated: between entities by their index, or an entity and a literal's text.
struct AnnotatedFact {
    std::uint32_t subject = 0;
    std::string property_iri;
    std::optional<std::uint32_t> object;  ///< empty for a literal
    std::string literal;
    std::string evidence;  ///< words of the text that state it; may be empty
};

/// An article with everything that it states, for training: a pair of files NAME.txt and NAME.json.
struct AnnotatedArticle {
    Article article;
    std::vector<Entity> entities;         ///< with class, name and aliases; mentions are not filled
    std::vector<AnnotatedFact> facts;
    std::vector<AnnotatedFact> optional;  ///< neither right nor wrong
    std::optional<std::set<std::string>> more;  ///< IRIs of the further properties that it states, which are among the
                                                ///< facts; unset if it was annotated before there were any
    std::set<std::string> unknown;  ///< IRIs of properties that it may state though no fact says so
    std::map<std::string, std::vector<std::uint32_t>> descriptions;  ///< phrase of the text → entities: each, or several for a group
    std::vector<std::pair<std::uint32_t, std::string>> quotes;       ///< speaker and first words of quotations
};

/// The IRI of a CURIE with one of the prefixes that annotations use (schema:, lede:); other text as it is.
std::string expand_annotation_curie(const std::string& curie);

/// Reads NAME.json and the text beside it. Throws InputError.
AnnotatedArticle read_annotated_article(const std::filesystem::path& json_file);

/// The annotated articles of a folder, sorted by file name. What is unknown in those without further properties is what
/// the others have among theirs. Throws InputError if there are none.
std::vector<AnnotatedArticle> read_annotated_articles(const std::filesystem::path& folder);

/// Finds the entities' names in the document, the longest first, on token borders.
DocumentEntities find_annotated_names(const Document& document, const std::vector<Entity>& entities);

}  // namespace lede
