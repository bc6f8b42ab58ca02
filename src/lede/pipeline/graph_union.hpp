#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <lede/pipeline/line_sorter.hpp>
#include <lede/rdf/term.hpp>

namespace lede {

/// What a union found about the articles in it.
struct UnionReport {
    std::size_t replaced = 0;            ///< articles of which an older version was left out
    std::set<std::string> retracted;     ///< those that were asked for and are gone
    std::set<std::string> unattributed;  ///< those that were asked for, but whose facts carry no provenance
    std::map<std::string, std::vector<std::string>> similar;  ///< for each that is unknown the articles most like it
};

/// The statements of several graphs, in which an article that is in several files counts as the last of them says, and
/// in which articles may be taken back. What belongs to an article is told by the provenance: its named graph, or the
/// node of each statement. A fact, a name or a type goes when all that stated it in its file has gone; what has no
/// provenance stays. Memory is bounded: all is done by external sorts.
class GraphUnion {
  public:
    /// `files` is their number; `retracted` has the IRIs of articles to be taken away.
    explicit GraphUnion(std::size_t files, std::set<std::string> retracted = {});

    void add(const Quad& quad, std::size_t file);

    /// Hands over the lines of N-Quads that stay, in no particular order; a line may come twice.
    UnionReport merge(const std::function<void(std::string_view)>& sink);

  private:
    class Sieve;
    std::set<std::string> retracted_;
    bool sieving_;  ///< whether anything may have to go
    LineSorter lines_;
};

}  // namespace lede
