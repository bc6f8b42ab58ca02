#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <lede/rdf/syntax.hpp>

namespace lede {

/// Undoes what the reader does to RDF 1.2: of sorted statements, those that give a subject its rdf:subject,
/// rdf:predicate and rdf:object, but not the type rdf:Statement, become one rdf:reifies with a triple term. All others
/// pass as they are.
class ReifierFolder {
  public:
    /// Lines are sortable ones for that syntax, coming and going.
    ReifierFolder(Syntax syntax, std::function<void(std::string_view)> sink)
        : graph_first_(syntax == Syntax::trig), sink_(std::move(sink)) {}

    void write(std::string_view line);
    void finish();

  private:
    bool graph_first_;
    std::function<void(std::string_view)> sink_;
    std::string subject_;  ///< with its graph in front, if it stands there
    std::vector<std::string> lines_;

    std::string fold() const;
};

}  // namespace lede
