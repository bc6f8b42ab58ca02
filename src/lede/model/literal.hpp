#pragma once

#include <compare>
#include <string>

#include <lede/model/date.hpp>

namespace lede {

enum class Datatype { string, integer, decimal, date, year_month, year, boolean, any_uri };

/// An RDF literal: lexical form and datatype.
struct Literal {
    std::string lexical;
    Datatype datatype = Datatype::string;

    auto operator<=>(const Literal&) const = default;
};

Literal to_literal(Date date);
Literal to_literal(long long number);
/// The datatype's IRI in XML Schema.
const char* iri_of(Datatype datatype);

}  // namespace lede
