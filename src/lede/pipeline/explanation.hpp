#pragma once

#include <string>
#include <string_view>

#include <lede/model/facts.hpp>
#include <lede/ontology/ontology.hpp>

namespace lede {

/// How the words of an explanation are set off.
struct Marks {
    std::string_view subject_begin, subject_end;
    std::string_view object_begin, object_end;
    std::string_view faint_begin, faint_end;
    std::string_view strong_begin, strong_end;
};

/// Brackets, for files and pipes: «subject» and [object].
extern const Marks plain_marks;
/// Colours of a terminal (ECMA-48, SGR).
extern const Marks colour_marks;

/// The article's facts for people: each with its score, the sentence that says it with the words for subject and object
/// set off, the example that it resembles, and whether it is asserted; then the quotations with their speakers. What is of the article is as to_printable() gives it, so that no text
/// can steer a terminal.
std::string explain(const ArticleFacts& article, const Ontology& ontology, const Marks& marks);

/// The same for programs: one JSON object on one line, without the line end. Positions are in code points of the
/// article's text, half-open.
std::string explain_json(const ArticleFacts& article, const Ontology& ontology);

}  // namespace lede
