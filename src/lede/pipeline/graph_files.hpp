#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <lede/rdf/term.hpp>

namespace lede {

/// What the headers of RDF files say, together.
struct GraphHeader {
    std::map<std::string, std::string> prefixes;  ///< of two IRIs for one name the lesser
    std::optional<std::string> base;              ///< if all that declare one declare this; else empty text
    bool triple_terms = false;                    ///< whether one may hold triple terms of RDF 1.2
    bool graphs = false;                          ///< whether there is a named graph
};

/// Reads the files in their order and hands over each statement with the number of its file, from 0. Blank nodes of
/// different files stay apart. Throws InputError.
GraphHeader read_graph_files(const std::vector<std::string>& files,
                             const std::function<void(const Quad&, std::size_t file)>& handler);

}  // namespace lede
