#pragma once

#include <optional>
#include <string>

#include <lede/store/url.hpp>

namespace lede {

/// Where a store is asked what. An empty one is not known.
struct Endpoints {
    std::string data;    ///< SPARQL 1.1 Graph Store HTTP Protocol
    std::string update;  ///< SPARQL 1.1 Update
    std::string query;   ///< SPARQL 1.1 Query

    bool operator==(const Endpoints&) const = default;
};

/// The three addresses from the one that the user knows, by the conventions of the stores:
///
/// | store             | data                               | query               | update                    |
/// | Virtuoso          | /sparql-graph-crud[-auth]          | /sparql[-auth]      | /sparql-auth              |
/// | Fuseki            | /DATASET/data                      | /DATASET/query      | /DATASET/update           |
/// | Oxigraph          | /store                             | /query              | /update                   |
/// | RDF4J and kin     | …/repositories/ID/rdf-graphs/service | …/repositories/ID | …/repositories/ID/statements |
///
/// Any of a store's addresses will do. Another address is taken for all three, as a dataset of Fuseki is. Empty for
/// the root of a server ("/"), which does not say whose it is; see endpoints_of_server.
std::optional<Endpoints> find_endpoints(const Url& url);

/// The addresses of a server that gave its root, by its Server header; empty for one that is not known by it.
std::optional<Endpoints> endpoints_of_server(const Url& root, const std::string& server);

}  // namespace lede
