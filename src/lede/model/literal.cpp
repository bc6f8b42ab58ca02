#include <lede/model/literal.hpp>

namespace lede {

Literal to_literal(Date date) {
    const Datatype datatype = date.month == 0 ? Datatype::year : date.day == 0 ? Datatype::year_month : Datatype::date;
    return {to_string(date), datatype};
}

Literal to_literal(long long number) {
    return {std::to_string(number), Datatype::integer};
}

const char* iri_of(Datatype datatype) {
    switch (datatype) {
        case Datatype::string:
            return "http://www.w3.org/2001/XMLSchema#string";
        case Datatype::integer:
            return "http://www.w3.org/2001/XMLSchema#integer";
        case Datatype::decimal:
            return "http://www.w3.org/2001/XMLSchema#decimal";
        case Datatype::date:
            return "http://www.w3.org/2001/XMLSchema#date";
        case Datatype::year_month:
            return "http://www.w3.org/2001/XMLSchema#gYearMonth";
        case Datatype::year:
            return "http://www.w3.org/2001/XMLSchema#gYear";
        case Datatype::boolean:
            return "http://www.w3.org/2001/XMLSchema#boolean";
        case Datatype::any_uri:
            return "http://www.w3.org/2001/XMLSchema#anyURI";
        case Datatype::amount_of_money:
            return "https://w3id.org/lede#amountOfMoney";
    }
    return "";
}

}  // namespace lede
