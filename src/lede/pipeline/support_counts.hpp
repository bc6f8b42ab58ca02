#pragma once

#include <functional>
#include <string>
#include <string_view>

#include <lede/pipeline/line_sorter.hpp>
#include <lede/rdf/reified_statements.hpp>

namespace lede {

/// Counts how many articles assert each fact, from the nodes of its statements. Memory is bounded.
class SupportCounts {
  public:
    /// Takes note of a line of N-Quads, sorted by subject. Whether it is to be kept: an older count is not.
    bool note(std::string_view nquad);

    /// Hands over a line of N-Quads for each asserted statement that tells its sentence: `<node> lede:support 2 .`
    void merge(const std::function<void(std::string_view)>& sink);

  private:
    LineSorter statements_;
    ReifiedStatements reader_{[this](const ReifiedStatement& one) { add(one); }};

    void add(const ReifiedStatement& one);
};

}  // namespace lede
