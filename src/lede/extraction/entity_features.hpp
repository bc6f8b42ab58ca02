#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <lede/extraction/class_nouns.hpp>
#include <lede/extraction/entity_clusters.hpp>
#include <lede/language/name_lexicon.hpp>
#include <lede/text/document.hpp>

namespace lede {

/// The features by which an entity's class is told: its names, what the recogniser and the lists of known names say, and the
/// words around each of its mentions.
class EntityFeatures {
  public:
    /// All arguments must outlive this object.
    EntityFeatures(const NamedText& text, const NameLexicon& lexicon, const ClassNouns& nouns, const std::vector<NameGroup>& groups);

    /// A feature set.
    std::vector<std::uint64_t> list(const EntityCluster& cluster) const;

    /// Classes whose nouns stand in apposition to a mention or right before it ("the drama X", "X, a novel"), with the number of times.
    std::map<std::string, int> named_classes(const EntityCluster& cluster) const;

  private:
    struct Sink;
    void add_name(const NameGroup& group, Sink& out) const;
    void add_context(std::uint32_t name, Sink& out) const;
    void add_tree(std::uint32_t name, Sink& out) const;
    void add_aliases(const EntityCluster& cluster, Sink& out) const;
    void add_neighbours(std::uint32_t name, Sink& out) const;
    void add_topic(Sink& out) const;
    /// Tokens in small letters right before the name, and those of an apposition behind it.
    std::vector<std::uint32_t> words_before(const Name& name) const;
    std::vector<std::uint32_t> words_in_apposition(const Name& name) const;
    /// Adds the cluster of similar words that a word is in.
    void add_cluster(std::uint64_t kind, const std::string& word, Sink& out) const;
    const std::string& lower(std::int64_t token, const Name& name) const;

    const NamedText& text_;
    const Document& document_;
    const NameGazetteer& gazetteer_;
    const WordVectors& vectors_;
    const ClassNouns& nouns_;
    const std::vector<NameGroup>& groups_;
    std::vector<std::string> lower_;
    std::map<std::string, int> topic_;  ///< classes that the article's nouns speak of
};

}  // namespace lede
