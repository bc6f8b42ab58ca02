#pragma once

#include <lede/graph/graph_tables.hpp>

namespace lede {

/// Whether the tables hold together: every number of theirs is one of something that is there. Reading a graph of such
/// tables never goes beyond a column, whatever else may be wrong in them.
bool check_tables(const TableViews& tables);

}  // namespace lede
