#pragma once

#include <initializer_list>
#include <string>

#include <lede/graph/graph_builder.hpp>

namespace lede {

/// A graph whose nodes are called as their IRIs: each triple is subject, property, object.
inline KnowledgeGraph make_graph(std::initializer_list<std::initializer_list<const char*>> triples) {
    GraphBuilder builder;
    for (const auto& triple : triples) {
        const char* const* part = triple.begin();
        builder.add_edge(part[0], part[1], part[2], nullptr);
    }
    return builder.build();
}

}  // namespace lede
