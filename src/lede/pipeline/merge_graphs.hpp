#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <lede/ontology/ontology.hpp>
#include <lede/pipeline/graph_files.hpp>
#include <lede/pipeline/graph_union.hpp>
#include <lede/pipeline/identities.hpp>
#include <lede/pipeline/namesakes.hpp>
#include <lede/rdf/rdf_writer.hpp>
#include <lede/rdf/syntax.hpp>

namespace lede {

struct MergeGraphsOptions {
    /// Without joins, of names of several things: those that were told apart before are so anew, or all are only found.
    enum class Names { renew, find };

    std::set<std::string> retracted;     ///< IRIs of articles that are taken away
    const Ontology* joins = nullptr;     ///< by which things are joined and told apart; null for neither
    const Ontology* names_by = nullptr;  ///< by which, without joins, names are looked at; null to leave all IRIs
    Names names = Names::renew;          ///< what for
    std::vector<std::pair<std::string, std::string>> same_as;  ///< owl:sameAs links, for joins
    std::function<void()> on_statement = {};                   ///< called for each statement that is read; may be empty
};

/// Several graphs as one: GraphUnion decides what stays, Namesakes what are several things, Identities what is one,
/// SupportCounts counts the articles behind each fact. The order of the files changes nothing, but for the blank nodes'
/// names, and that of an article that is in several the last one counts.
class MergedGraph {
  public:
    /// Reads the files. Throws InputError.
    MergedGraph(const std::vector<std::string>& files, MergeGraphsOptions options);

    const GraphHeader& header() const { return header_; }
    const UnionReport& articles() const { return articles_; }
    /// Of the joins; null if there are none.
    const Identities* identities() const { return identities_.get(); }
    const std::vector<RefusedJoin>& refused() const { return refused_; }
    /// Names of several things.
    const std::vector<SharedName>& shared_names() const { return shared_names_; }

    /// Hands over the lines of N-Quads, sorted, each once, without the counts of support; once.
    void lines(const std::function<void(std::string_view)>& sink);
    /// Writes the graph, once.
    void write(Syntax syntax, const TextSink& sink);

  private:
    MergeGraphsOptions options_;
    GraphHeader header_;
    UnionReport articles_;
    std::unique_ptr<Identities> identities_;
    std::vector<RefusedJoin> refused_;
    std::vector<SharedName> shared_names_;
    LineSorter lines_;
    bool has_statements_ = false;  ///< whether there may be nodes of statements, which are given their support

    void find_identities();
    void look_at_names(NamedThings& things);
    void tell_apart(const NamesakeCandidates& candidates, const Ontology& ontology);
    void lines_with_support(Syntax syntax, const std::function<void(std::string_view)>& sink);
};

}  // namespace lede
