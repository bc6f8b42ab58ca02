#pragma once

#include <string>

#include <lede/ontology/ontology.hpp>

namespace lede {

/// The rules of validate_graph() as SHACL shapes in Turtle, for any SHACL engine that reads the ontology for its class
/// tree and its terms, and knows SPARQL constraints (W3C SHACL, section 5). The message of each constraint begins with the word of
/// namespace offences.
std::string shapes_of(const Ontology& ontology);

}  // namespace lede
