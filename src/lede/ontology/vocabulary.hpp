#pragma once

#include <string_view>

/// The terms in which an ontology file describes itself. They are the language of the file, not what an article can
/// state.
namespace lede::vocabulary {

inline constexpr std::string_view rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
inline constexpr std::string_view rdfs = "http://www.w3.org/2000/01/rdf-schema#";
inline constexpr std::string_view owl = "http://www.w3.org/2002/07/owl#";
inline constexpr std::string_view xsd = "http://www.w3.org/2001/XMLSchema#";
inline constexpr std::string_view lede = "https://w3id.org/lede#";

inline constexpr std::string_view type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
inline constexpr std::string_view label = "http://www.w3.org/2000/01/rdf-schema#label";
inline constexpr std::string_view domain = "http://www.w3.org/2000/01/rdf-schema#domain";
inline constexpr std::string_view range = "http://www.w3.org/2000/01/rdf-schema#range";
inline constexpr std::string_view sub_class_of = "http://www.w3.org/2000/01/rdf-schema#subClassOf";
inline constexpr std::string_view sub_property_of = "http://www.w3.org/2000/01/rdf-schema#subPropertyOf";
inline constexpr std::string_view inverse_of = "http://www.w3.org/2002/07/owl#inverseOf";
inline constexpr std::string_view disjoint_with = "http://www.w3.org/2002/07/owl#disjointWith";
inline constexpr std::string_view domain_includes = "https://schema.org/domainIncludes";
inline constexpr std::string_view range_includes = "https://schema.org/rangeIncludes";
inline constexpr std::string_view schema_name = "https://schema.org/name";
inline constexpr std::string_view schema_alternate_name = "https://schema.org/alternateName";
inline constexpr std::string_view pref_label = "http://www.w3.org/2004/02/skos/core#prefLabel";
inline constexpr std::string_view alt_label = "http://www.w3.org/2004/02/skos/core#altLabel";
inline constexpr std::string_view noun = "https://w3id.org/lede#noun";
inline constexpr std::string_view example = "https://w3id.org/lede#example";
inline constexpr std::string_view counter_example = "https://w3id.org/lede#counterExample";
inline constexpr std::string_view min_inclusive = "http://www.w3.org/ns/shacl#minInclusive";
inline constexpr std::string_view extracted = "https://w3id.org/lede#extracted";
inline constexpr std::string_view shares_names = "https://w3id.org/lede#sharesNames";
inline constexpr std::string_view has_term = "https://w3id.org/lede#hasTerm";
inline constexpr std::string_view from_model = "https://w3id.org/lede#fromModel";

}  // namespace lede::vocabulary
