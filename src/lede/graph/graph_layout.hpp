#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include <lede/graph/graph_builder.hpp>

namespace lede {

/// Lays the parts of a builder out as the tables of a graph. Gives each part's memory back as soon as it is laid out.
class GraphLayout {
  public:
    explicit GraphLayout(GraphBuilder& parts) : parts_(parts) {}
    OwnedTables run();

  private:
    GraphBuilder& parts_;
    OwnedTables tables_;
    std::vector<TextId> number_;  ///< of each text of the builder, in the tables; no_text if it has none yet
    std::vector<TextId> order_;   ///< of each text of the tables, in the builder
    std::vector<std::uint32_t> property_place_;  ///< of each text of the builder that is a property of edges
    std::uint32_t nodes_ = 0;

    bool less(TextId a, TextId b) const { return parts_.texts[a] < parts_.texts[b]; }
    TextId number_of(TextId text);
    void number_nodes();
    void lay_lists(std::vector<GraphBuilder::Pair>& pairs, std::vector<std::uint32_t>& begin,
                   std::vector<TextId>& items, bool longest_first);
    void drop_aliases_that_are_names();
    void lay_attributes();
    void find_properties();
    void lay_edges();
    void lay_in_edges();
    void lay_edge_sources();
    void lay_attribute_sources();
    void lay_sources(std::vector<std::pair<std::uint32_t, SourceRow>>& found, std::vector<std::uint32_t>& ids,
                     std::vector<std::uint32_t>& begin, std::vector<SourceRow>& sources);
    void lay_terms();
    void lay_texts();
};

}  // namespace lede
