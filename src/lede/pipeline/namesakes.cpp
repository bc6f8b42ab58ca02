#include <algorithm>
#include <array>
#include <optional>

#include <lede/pipeline/namesakes.hpp>
#include <lede/rdf/article_parts.hpp>
#include <lede/rdf/vocabulary.hpp>

namespace lede {

namespace {

/// What a thing is called and is, rather than what it has to do with others.
bool is_description(std::string_view predicate) {
    constexpr std::array all{terms::type, terms::name, terms::alternate_name, terms::label};
    return std::find(all.begin(), all.end(), without_brackets(predicate)) != all.end();
}

/// Whether the term is an article or a part of one, which is in relation with no thing in the sense of a fact.
bool is_record(std::string_view term) {
    return is_article_iri(article_of_part(without_brackets(term)));
}

std::string make_line(std::string_view subject, std::string_view rest) {
    return std::string(subject).append(" ").append(rest).append(" .");
}

/// Of a line of N-Quads all but its subject and the point.
std::string after_subject(const StatementParts& parts, std::string_view object) {
    std::string rest(parts.predicate);
    rest.append(" ").append(object);
    if (!parts.graph.empty()) rest.append(" ").append(parts.graph);
    return rest;
}

}  // namespace

Namesakes::Namesakes(const NamesakeCandidates& candidates)
    : candidates_(candidates),
      articles_([this](const ReifiedStatement& one, std::string_view article) { note_statement(one, article); }) {
    std::map<std::string_view, std::size_t> places;
    for (const auto& [iri, plain] : candidates.plain()) places.emplace(plain, 0);
    for (auto& [plain, place] : places) {
        place = groups_.size();
        groups_.emplace_back().iris.emplace_back(plain);
    }
    for (const auto& [iri, plain] : candidates.plain()) group_of_.emplace(iri, places.at(plain));
}

Namesakes::Group* Namesakes::find_group(std::string_view term) {
    if (!term.starts_with('<')) return nullptr;
    const auto at = group_of_.find(without_brackets(term));
    return at == group_of_.end() ? nullptr : &groups_[at->second];
}

std::string Namesakes::to_plain(std::string_view term) {
    const Group* group = find_group(term);
    return group ? "<" + group->iris.front() + ">" : std::string(term);
}

std::string Namesakes::to_plain(const StatementParts& triple) {
    return to_plain(triple.subject) + " " + std::string(triple.predicate) + " " + to_plain(triple.object);
}

Namesakes::ArticleId Namesakes::id_of(std::string_view article) {
    return ids_.try_emplace(std::string(article), static_cast<ArticleId>(ids_.size())).first->second;
}

void Namesakes::note(const StatementParts& parts) {
    articles_.note(parts);
    note_taken(parts.subject);
    note_taken(parts.object);
    if (!find_group(parts.subject) && !find_group(parts.object)) return;
    const std::string_view article = articles_.article_of(parts);
    if (article.empty()) return;
    note_iris(parts);
    if (!is_record(parts.subject) && !is_description(parts.predicate)) note_fact(id_of(article), parts);
}

void Namesakes::note_statement(const ReifiedStatement& one, std::string_view article) {
    const StatementParts triple{one.subject, one.predicate, one.object, {}};
    if (article.empty() || (!find_group(triple.subject) && !find_group(triple.object))) return;
    note_iris(triple);
    if (!one.asserted) return;
    const ArticleId id = id_of(article);
    note_fact(id, triple);
    supports_[to_plain(triple)].push_back(id);
}

/// Whether an article speaks of an IRI that was given to one of several things.
void Namesakes::note_iris(const StatementParts& parts) {
    for (const std::string_view term : {parts.subject, parts.object}) {
        Group* group = find_group(term);
        if (group && without_brackets(term) != group->iris.front()) group->has_numbered = true;
    }
}

/// What has a number in its own name keeps its IRI, which is then no other's.
void Namesakes::note_taken(std::string_view term) {
    if (!term.starts_with('<')) return;
    const Group* group = find_group(term);
    const std::string_view iri = without_brackets(term);
    if (group && iri != group->iris.front()) return;  // given to one of several things, and will be anew
    for (const std::string_view plain : possible_plain(iri)) {
        if (group_of_.contains(plain)) taken_.emplace(iri);
    }
}

void Namesakes::note_fact(ArticleId article, const StatementParts& triple) {
    const bool is_functional = candidates_.functional().contains(without_brackets(triple.predicate));
    if (Group* group = find_group(triple.subject)) {
        Unit& unit = group->units[article];
        if (is_functional) {
            unit.values[std::string(without_brackets(triple.predicate))].insert(to_plain(triple.object));
        } else if (triple.object.starts_with('<')) {
            unit.others.insert(to_plain(triple.object));
        }
    }
    if (Group* group = find_group(triple.object); group && triple.subject.starts_with('<'))
        group->units[article].others.insert(to_plain(triple.subject));
}

bool Namesakes::decide() {
    articles_.finish();
    std::vector<bool> changes;
    for (Group& group : groups_) {
        decide(group);
        changes.push_back(!group.clusters.empty() || group.has_numbered);
    }
    std::erase_if(group_of_, [&](const auto& one) { return !changes[one.second]; });
    return !group_of_.empty();
}

void Namesakes::decide(Group& group) {
    std::vector<Unit*> units;
    std::vector<UnitValues> values;
    for (auto& [article, unit] : group.units) {
        units.push_back(&unit);
        values.push_back(unit.values);
    }
    group.clusters = cluster_units(values, candidates_.dates());
    for (const UnitCluster& cluster : group.clusters) {
        for (const std::size_t place : cluster.units) units[place]->iri = group.iris.size();
        group.iris.push_back(make_iri(group.iris.front(), cluster.year));
        taken_.insert(group.iris.back());
    }
    place_by_others(group);
}

/// Finds for the units that are not told apart the one thing with which they have others in common.
void Namesakes::place_by_others(Group& group) {
    std::map<std::string_view, std::set<std::size_t>> places;
    for (const auto& [article, unit] : group.units) {
        if (unit.iri == 0) continue;
        for (const std::string& other : unit.others) places[other].insert(unit.iri);
    }
    std::map<ArticleId, std::size_t> found;
    for (const auto& [article, unit] : group.units) {
        if (unit.iri != 0) continue;
        std::set<std::size_t> common;
        for (const std::string& other : unit.others) {
            if (const auto at = places.find(other); at != places.end())
                common.insert(at->second.begin(), at->second.end());
        }
        if (common.size() == 1) found.emplace(article, *common.begin());
    }
    for (const auto& [article, iri] : found) group.units.at(article).iri = iri;
}

/// The plain IRI with the year, or a number if there is none; with a number behind it if another thing has that IRI.
std::string Namesakes::make_iri(const std::string& plain, int year) const {
    const std::string begin = plain + "-" + (year > 0 ? std::to_string(year) : std::string());
    if (year > 0 && !taken_.contains(begin)) return begin;
    for (int number = year > 0 ? 2 : 1;; ++number) {
        std::string iri = begin + (year > 0 ? "-" : "") + std::to_string(number);
        if (!taken_.contains(iri)) return iri;
    }
}

std::vector<SharedName> Namesakes::shared() const {
    std::vector<SharedName> result;
    for (const Group& group : groups_) {
        if (group.clusters.empty()) continue;
        SharedName& name = result.emplace_back(SharedName{group.iris.front(), {}});
        for (std::size_t i = 0; i < group.clusters.size(); ++i)
            name.things.push_back({group.iris[i + 1], group.clusters[i].property, group.clusters[i].value});
    }
    return result;
}

/// The term that the article means by this one, which is used thereby; without an article it is the same.
std::string Namesakes::rename(std::string_view term, std::optional<ArticleId> article) {
    Group* group = find_group(term);
    if (!group) return std::string(term);
    std::string iri(without_brackets(term));
    if (article) {
        const auto unit = group->units.find(*article);
        iri = group->iris[unit == group->units.end() ? 0 : unit->second.iri];
    }
    group->used.insert(iri);
    return "<" + iri + ">";
}

void Namesakes::write(const StatementParts& parts, std::optional<ArticleId> article,
                      const std::function<void(std::string_view)>& sink) {
    const std::string subject = rename(parts.subject, article);
    sink(make_line(subject, after_subject(parts, rename(parts.object, article))));
}

void Namesakes::apply(std::string_view nquad, const std::function<void(std::string_view)>& sink) {
    const StatementParts parts = split_statement(nquad);
    Group* const of_subject = find_group(parts.subject);
    if (!of_subject && !find_group(parts.object)) return sink(nquad);
    if (const std::string_view article = articles_.article_of(parts); !article.empty())
        return write(parts, id_of(article), sink);
    if (of_subject && is_description(parts.predicate)) {
        of_subject->descriptions.insert(after_subject(parts, parts.object));
        return;
    }
    const auto support = supports_.find(to_plain(parts));
    if (support == supports_.end()) return write(parts, std::nullopt, sink);
    std::set<std::string> lines;  // most articles mean the same thing
    for (const ArticleId article : support->second)
        write(parts, article, [&](std::string_view line) { lines.emplace(line); });
    for (const std::string& line : lines) sink(line);
}

void Namesakes::finish(const std::function<void(std::string_view)>& sink) {
    for (Group& group : groups_) {
        if (group.used.empty()) group.used.insert(group.iris.front());
        for (const std::string& iri : group.used) {
            for (const std::string& rest : group.descriptions) sink(make_line("<" + iri + ">", rest));
        }
    }
}

}  // namespace lede
