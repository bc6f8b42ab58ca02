#pragma once

#include <cstddef>
#include <map>
#include <string>

#include <lede/store/sparql_results.hpp>

namespace lede {

// The formats of SPARQL 1.1 results, written from what was read, so that all stores give the same bytes for the same
// solutions. The answer of an ASK is the line "true" or "false" in CSV and TSV, which have no form for it.

/// "SPARQL 1.1 Query Results CSV and TSV Formats", section 3: plain values, lines end in CR LF.
std::string to_csv(const SparqlResults& results);
/// The same, section 4: values as in Turtle, integers, decimals and doubles bare.
std::string to_tsv(const SparqlResults& results);
/// "SPARQL 1.1 Query Results JSON Format", a solution a line.
std::string to_json(const SparqlResults& results);

struct TableOptions {
    std::map<std::string, std::string> prefixes;  ///< more than the program's own, to shorten IRIs
    std::size_t width = 0;                        ///< columns of the terminal; the widest cells are cut; 0 for no limit
};

/// For people: aligned columns under their names, IRIs shortened, numbers to the right, nothing that could steer a
/// terminal. The answer of an ASK is "yes" or "no".
std::string to_table(const SparqlResults& results, const TableOptions& options);

}  // namespace lede
