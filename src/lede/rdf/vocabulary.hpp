#pragma once

#include <array>
#include <string_view>
#include <utility>

/// The terms that the program itself writes about entities, articles, quotations and provenance. What an article can
/// state is in the ontology alone.
namespace lede::terms {

inline constexpr std::string_view type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
inline constexpr std::string_view statement = "http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement";
inline constexpr std::string_view subject = "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject";
inline constexpr std::string_view predicate = "http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate";
inline constexpr std::string_view object = "http://www.w3.org/1999/02/22-rdf-syntax-ns#object";
inline constexpr std::string_view reifies = "http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies";
inline constexpr std::string_view property = "http://www.w3.org/1999/02/22-rdf-syntax-ns#Property";
inline constexpr std::string_view label = "http://www.w3.org/2000/01/rdf-schema#label";

inline constexpr std::string_view name = "https://schema.org/name";
inline constexpr std::string_view alternate_name = "https://schema.org/alternateName";
inline constexpr std::string_view news_article = "https://schema.org/NewsArticle";
inline constexpr std::string_view quotation = "https://schema.org/Quotation";
inline constexpr std::string_view person = "https://schema.org/Person";
inline constexpr std::string_view organization = "https://schema.org/Organization";
inline constexpr std::string_view headline = "https://schema.org/headline";
inline constexpr std::string_view date_published = "https://schema.org/datePublished";
inline constexpr std::string_view author = "https://schema.org/author";
inline constexpr std::string_view publisher = "https://schema.org/publisher";
inline constexpr std::string_view in_language = "https://schema.org/inLanguage";
inline constexpr std::string_view url = "https://schema.org/url";
inline constexpr std::string_view mentions = "https://schema.org/mentions";
inline constexpr std::string_view text = "https://schema.org/text";
inline constexpr std::string_view creator = "https://schema.org/creator";
inline constexpr std::string_view is_part_of = "https://schema.org/isPartOf";
inline constexpr std::string_view position = "https://schema.org/position";
inline constexpr std::string_view software_version = "https://schema.org/softwareVersion";

inline constexpr std::string_view was_derived_from = "http://www.w3.org/ns/prov#wasDerivedFrom";
inline constexpr std::string_view activity = "http://www.w3.org/ns/prov#Activity";
inline constexpr std::string_view used = "http://www.w3.org/ns/prov#used";

inline constexpr std::string_view nif_sentence =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#Sentence";
inline constexpr std::string_view nif_anchor_of =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf";
inline constexpr std::string_view nif_begin =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#beginIndex";
inline constexpr std::string_view nif_end = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#endIndex";
inline constexpr std::string_view nif_context =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#referenceContext";

inline constexpr std::string_view confidence = "https://w3id.org/lede#confidence";
/// Of a statement that says that somebody has a post.
inline constexpr std::string_view start_date = "https://schema.org/startDate";
inline constexpr std::string_view end_date = "https://schema.org/endDate";
inline constexpr std::string_view support = "https://w3id.org/lede#support";
inline constexpr std::string_view status = "https://w3id.org/lede#status";
inline constexpr std::string_view open_property = "https://w3id.org/lede#OpenProperty";
inline constexpr std::string_view options = "https://w3id.org/lede#options";
inline constexpr std::string_view model = "https://w3id.org/lede#model";

inline constexpr std::string_view non_negative_integer = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger";

/// The prefixes that a graph of the program is written with, sorted.
inline constexpr std::array<std::pair<std::string_view, std::string_view>, 7> prefixes{{
    {"lede", "https://w3id.org/lede#"},
    {"nif", "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"},
    {"prov", "http://www.w3.org/ns/prov#"},
    {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {"schema", "https://schema.org/"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
}};

}  // namespace lede::terms
