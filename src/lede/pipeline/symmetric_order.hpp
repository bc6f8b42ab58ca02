#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>

#include <lede/ontology/ontology.hpp>
#include <lede/rdf/statement_line.hpp>

namespace lede {

/// Puts the pairs of symmetric properties in the order of their names, as to_nquads() does, in facts and in statements
/// about them: renaming their IRIs changes it.
class SymmetricOrder {
  public:
    SymmetricOrder(const Ontology& ontology, std::function<void(std::string_view)> sink);

    /// Lines of N-Quads; those of one subject together.
    void write(std::string_view nquad);
    void finish();

  private:
    std::unordered_set<std::string> symmetric_;
    std::function<void(std::string_view)> sink_;
    std::string node_;
    std::string subject_, predicate_, object_;  ///< lines of the node
};

}  // namespace lede
