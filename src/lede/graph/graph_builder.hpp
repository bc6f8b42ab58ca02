#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <lede/graph/graph_tables.hpp>
#include <lede/graph/knowledge_graph.hpp>
#include <lede/graph/text_pool.hpp>

namespace lede {

/// Collects a graph in any order; the same parts give the same graph, whatever their order, and a part given twice
/// counts once. All texts are given by their numbers in `texts`, or as they are.
class GraphBuilder {
  public:
    TextPool texts;

    void add_node(TextId node) { mark(node, node_mark); }
    void add_name(TextId node, TextId name) { add_pair(names_, node, name); }
    void add_alias(TextId node, TextId alias) { add_pair(aliases_, node, alias); }
    void add_type(TextId node, TextId class_iri) { add_pair(types_, node, class_iri); }
    void mark_record(TextId node) { mark(node, node_mark | record_mark); }
    /// `source` may be null.
    void add_attribute(TextId node, const AttributeRow& attribute, const SourceRow* source);
    void add_edge(TextId from, TextId property, TextId to, const SourceRow* source);
    /// A source of a statement, which counts only if the statement itself is added as well: provenance may speak of
    /// what is not asserted.
    void add_source(TextId from, TextId property, TextId to, const SourceRow& source) {
        edge_sources_.push_back({{from, property, to}, source});
    }
    void add_source(TextId node, const AttributeRow& attribute, const SourceRow& source) {
        attribute_sources_.push_back({{node, attribute}, source});
    }
    /// The first label of a term is kept.
    void add_label(std::string_view iri, std::string_view label) { labels_.try_emplace(std::string(iri), label); }
    void add_parent(std::string_view class_iri, std::string_view parent) { parents_.emplace_back(class_iri, parent); }

    void add_node(std::string_view iri) { add_node(texts.add(iri)); }
    void add_name(std::string_view iri, std::string_view name) { add_name(texts.add(iri), texts.add(name)); }
    void add_alias(std::string_view iri, std::string_view alias) { add_alias(texts.add(iri), texts.add(alias)); }
    void add_type(std::string_view iri, std::string_view type) { add_type(texts.add(iri), texts.add(type)); }
    void mark_record(std::string_view iri) { mark_record(texts.add(iri)); }
    void add_attribute(std::string_view iri, const Attribute& attribute, const Source* source);
    void add_edge(std::string_view from, std::string_view property, std::string_view to, const Source* source);
    void add_source(std::string_view from, std::string_view property, std::string_view to, const Source& source);
    void add_source(std::string_view iri, const Attribute& attribute, const Source& source);

    /// All of another graph.
    void add_graph(const KnowledgeGraph& graph);

    /// Makes room for so many edges at once.
    void reserve_edges(std::size_t count) { edges_.reserve(count); }

    /// The graph; the builder is empty afterwards. Throws Error for more than 4 billion edges or attributes.
    KnowledgeGraph build();

  private:
    friend class GraphLayout;

    static constexpr std::uint8_t node_mark = 1;
    static constexpr std::uint8_t record_mark = 2;
    using Pair = std::pair<TextId, TextId>;
    struct Link {
        TextId from, property, to;
        auto operator<=>(const Link&) const = default;
    };
    struct Value {
        TextId node;
        AttributeRow attribute;
        auto operator<=>(const Value&) const = default;
    };
    /// A statement with where it is from.
    template <class Statement>
    struct Sourced {
        Statement statement;
        SourceRow source;
        auto operator<=>(const Sourced&) const = default;
    };

    std::vector<std::uint8_t> marks_;  ///< of each text, so far as any is marked
    std::vector<Pair> names_, aliases_, types_;
    std::vector<Link> edges_;
    std::vector<Value> attributes_;
    std::vector<Sourced<Link>> edge_sources_;
    std::vector<Sourced<Value>> attribute_sources_;
    std::map<std::string, std::string> labels_;
    std::vector<std::pair<std::string, std::string>> parents_;

    void mark(TextId id, std::uint8_t marks) {
        if (id >= marks_.size()) marks_.resize(texts.size());
        marks_[id] |= marks;
    }
    void add_pair(std::vector<Pair>& pairs, TextId node, TextId other) {
        mark(node, node_mark);
        pairs.emplace_back(node, other);
    }
    AttributeRow to_row(const Attribute& attribute) {
        return {texts.add(attribute.property), texts.add(attribute.value), texts.add(attribute.datatype)};
    }
    SourceRow to_row(const Source& source) {
        return {texts.add(source.sentence), texts.add(source.article), texts.add(source.confidence)};
    }
};

}  // namespace lede
