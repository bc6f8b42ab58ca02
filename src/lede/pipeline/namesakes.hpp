#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <lede/base/word_list.hpp>
#include <lede/pipeline/namesake_candidates.hpp>
#include <lede/pipeline/statement_articles.hpp>
#include <lede/pipeline/unit_clusters.hpp>

namespace lede {

/// One of several things of one name.
struct Namesake {
    std::string iri;       ///< its own
    std::string property;  ///< that tells it apart
    std::string value;     ///< term of N-Quads
};

/// A name that turned out to be that of several things.
struct SharedName {
    std::string iri;  ///< made of class and name alone
    std::vector<Namesake> things;
};

/// Tells things of one name apart by what the articles say of them (cluster_units()), and gives each an IRI of its own.
/// What an article says of the name is all of one thing. An article that states nothing that tells goes with the one
/// thing with which it has another thing in common, such as the employer; if there is none, or several, its thing keeps
/// the plain IRI. The result is that for the plain IRIs, whichever the graph has: merging in steps, or again, changes
/// nothing, and when one thing alone is left its plain IRI returns. Memory grows with what is said of the candidates.
class Namesakes {
  public:
    /// The candidates must outlive the object.
    explicit Namesakes(const NamesakeCandidates& candidates);

    /// Takes note of a line of the graph; to be called for all, those of a subject together.
    void note(const StatementParts& parts);
    /// To be called when all were noted. Whether any IRI changes.
    bool decide();
    /// The names of several things, sorted.
    std::vector<SharedName> shared() const;

    /// Hands over the line with the IRIs that its articles mean, as several lines if they mean several things. Names
    /// and types that belong to no article wait for the end.
    void apply(std::string_view nquad, const std::function<void(std::string_view)>& sink);
    /// Hands over the names and types: for each thing that anything is said of.
    void finish(const std::function<void(std::string_view)>& sink);

  private:
    using ArticleId = std::uint32_t;

    /// What an article says of a name.
    struct Unit {
        UnitValues values;
        std::set<std::string> others;  ///< plain IRIs of the things that it is told to be in relation with
        std::size_t iri = 0;           ///< place in Group::iris
    };
    /// All of one name and class.
    struct Group {
        std::vector<std::string> iris;  ///< in use; the first is the plain one
        std::vector<UnitCluster> clusters;
        std::map<ArticleId, Unit> units;
        bool has_numbered = false;           ///< an article speaks of an IRI that is not the plain one
        std::set<std::string> descriptions;  ///< what follows the subject in lines of names and types of no article
        std::set<std::string> used;          ///< IRIs of which anything else is said
    };

    const NamesakeCandidates& candidates_;
    StatementArticles articles_;
    std::vector<Group> groups_;
    StringMap<std::size_t> group_of_;                 ///< by each IRI of the group
    std::set<std::string> taken_;                     ///< IRIs that are not to be given to one of several things
    std::unordered_map<std::string, ArticleId> ids_;  ///< of articles that say anything of a candidate
    /// Articles that assert a triple of candidates, given by its plain IRIs.
    std::unordered_map<std::string, std::vector<ArticleId>> supports_;

    Group* find_group(std::string_view term);
    std::string to_plain(std::string_view term);
    std::string to_plain(const StatementParts& triple);
    ArticleId id_of(std::string_view article);

    void note_statement(const ReifiedStatement& one, std::string_view article);
    void note_iris(const StatementParts& parts);
    void note_taken(std::string_view term);
    void note_fact(ArticleId article, const StatementParts& triple);
    void decide(Group& group);
    static void place_by_others(Group& group);
    std::string make_iri(const std::string& plain, int year) const;

    std::string rename(std::string_view term, std::optional<ArticleId> article);
    void write(const StatementParts& parts, std::optional<ArticleId> article,
               const std::function<void(std::string_view)>& sink);
};

}  // namespace lede
