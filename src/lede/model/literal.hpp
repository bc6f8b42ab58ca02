#pragma once

#include <compare>
#include <string>

#include <lede/model/date.hpp>

namespace lede {

enum class Datatype { string, integer, decimal, date, year_month, year, boolean, any_uri, amount_of_money };

/// An RDF literal: lexical form and datatype.
struct Literal {
    std::string lexical;
    Datatype datatype = Datatype::string;

    auto operator<=>(const Literal&) const = default;
};

Literal to_literal(Date date);
Literal to_literal(long long number);
/// The datatype's IRI: of XML Schema, but for amounts of money, which have no datatype there.
const char* iri_of(Datatype datatype);

}  // namespace lede
