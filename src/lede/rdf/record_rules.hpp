#pragma once

#include <array>
#include <string_view>

#include <lede/rdf/vocabulary.hpp>

namespace lede {

/// How often a property stands with what the program itself writes: articles, quotations and provenance.
struct RecordRule {
    std::string_view class_iri;
    std::string_view property;
    unsigned least;
    unsigned most;  ///< 0 for any number
};

inline constexpr std::array record_rules{
    RecordRule{terms::news_article, terms::date_published, 0, 1},
    RecordRule{terms::quotation, terms::text, 1, 0},
    RecordRule{terms::quotation, terms::is_part_of, 1, 1},
    RecordRule{terms::quotation, terms::creator, 0, 1},
    RecordRule{terms::open_property, terms::label, 1, 0},
    RecordRule{terms::statement, terms::subject, 1, 1},
    RecordRule{terms::statement, terms::predicate, 1, 1},
    RecordRule{terms::statement, terms::object, 1, 1},
    RecordRule{terms::nif_sentence, terms::nif_anchor_of, 1, 1},
    RecordRule{terms::nif_sentence, terms::nif_context, 1, 1},
    RecordRule{terms::activity, terms::used, 1, 0},
};

}  // namespace lede
