#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace lede {

/// Which IRIs mean the same thing, and which of them is used for it (union-find with path halving; Tarjan 1975).
class IdentitySets {
  public:
    /// The IRI that is used for this one; itself if it was joined with none. The view lives as long as the sets or the
    /// argument do.
    std::string_view find(std::string_view iri) const;

    /// Joins two sets. The IRI used for them is that of `into`, unless only that of `from` is fixed; of two fixed ones
    /// it is the lesser.
    void join(std::string_view from, std::string_view into);

    /// From now on joins keep to this IRI where they can.
    void fix(std::string_view iri) { fixed_.emplace(iri); }

    bool empty() const { return parent_.empty(); }
    /// The IRIs that are replaced by another, sorted.
    std::vector<std::string> replaced() const;

  private:
    struct IriHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view iri) const { return std::hash<std::string_view>{}(iri); }
    };
    std::unordered_map<std::string, std::string, IriHash, std::equal_to<>> parent_;
    std::unordered_set<std::string> fixed_;
};

/// Adds the owl:sameAs links of a set of pairs, in any order and with any cycles. The IRI that is used for a set is the
/// one that stands only behind owl:sameAs, if there is just one such; else the least. It is fixed.
void add_same_as(const std::vector<std::pair<std::string, std::string>>& links, IdentitySets& sets);

/// Reads the owl:sameAs links of RDF files, IRIs as they stand in a line of N-Quads. Throws InputError, also for a file
/// without any.
std::vector<std::pair<std::string, std::string>> read_same_as(const std::vector<std::string>& files);

}  // namespace lede
