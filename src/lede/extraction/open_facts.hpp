#pragma once

#include <vector>

#include <lede/extraction/open_extractor.hpp>
#include <lede/extraction/reading.hpp>
#include <lede/model/facts.hpp>

namespace lede {

/// Adds to the facts those that open tuples state of the article's entities, and sorts them all. The object is the
/// entity that an argument names or refers to, else a date, else the argument's words; a prepositional argument is a
/// fact of its own ("won | in 2003" is "won in"). Of a noun with a preposition the noun is a part of the phrase where
/// an entity follows: "is chairman of". Adverbs and adverbial clauses are left out, and so are tuples without an entity
/// for their subject and the rules that are least to be trusted.
void add_open_facts(const Reading& reading, const std::vector<OpenTuple>& tuples, double min_confidence,
                    std::vector<Fact>& facts);

}  // namespace lede
