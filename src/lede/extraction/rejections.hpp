#pragma once

#include <string>
#include <vector>

#include <lede/extraction/fact_assembler.hpp>

namespace lede {

/// Collects statements that were considered and left out, with the reason for each. Not to be shared by threads.
class Rejections {
  public:
    Rejections(const Reading& reading, const PropertyTable& table) : reading_(&reading), table_(&table) {}

    /// Less likely than it must be.
    void add_unlikely(const StatedCandidate& candidate, float probability, double least);
    /// Likely, but the class of an argument is none that the property admits.
    void add_refused(const StatedCandidate& candidate);
    /// Left out of facts for what the reason says.
    void add(const Fact& fact, std::string reason);

    std::vector<RejectedFact> take() { return std::move(rejected_); }

  private:
    const Reading* reading_;
    const PropertyTable* table_;
    std::vector<RejectedFact> rejected_;
};

}  // namespace lede
