#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <utility>

#include <lede/graph/find_nodes.hpp>
#include <lede/pipeline/graph_union.hpp>
#include <lede/pipeline/support_groups.hpp>
#include <lede/rdf/article_parts.hpp>
#include <lede/rdf/reified_statements.hpp>
#include <lede/rdf/statement_line.hpp>
#include <lede/rdf/vocabulary.hpp>

namespace lede {

namespace {

constexpr std::size_t most_similar = 3;
// Of an owner's lines, those that mark it as an article with provenance come first, the newest file in front.
constexpr char mark = '0';
constexpr char line_mark = '1';

std::string number_of(std::size_t file) {
    std::array<char, 24> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%08zu", file);
    return buffer.data();
}

std::string newest_first(std::size_t file) {
    return number_of(99'999'999 - file);
}

/// The article that has the statement, or what its subject is.
std::string_view owner_of(const Quad& quad) {
    if (!quad.graph.value.empty()) return quad.graph.value;
    if (quad.predicate == terms::used && is_article_iri(quad.object.value)) return quad.object.value;
    return article_of_part(quad.subject.value);
}

/// The article that the statement shows to have provenance, so that its statements can be told from those of others;
/// empty if it shows none.
std::string_view marked_article(const Quad& quad) {
    if (!quad.graph.value.empty()) {
        const bool is_own = quad.subject.value == quad.graph.value && quad.object.value == terms::news_article;
        return is_own && quad.predicate == terms::type ? std::string_view(quad.graph.value) : std::string_view();
    }
    const bool names_article = quad.predicate == terms::used || quad.predicate == terms::nif_context;
    return names_article && is_article_iri(quad.object.value) ? std::string_view(quad.object.value) : std::string_view();
}

}  // namespace

/// Decides line by line, as they come sorted by owner.
class GraphUnion::Sieve {
  public:
    Sieve(const std::set<std::string>& retracted, UnionReport& report,
          const std::function<void(std::string_view)>& sink)
        : retracted_(retracted), report_(report), sink_(sink) {}

    void read(std::string_view line) {
        const auto first = line.find(part_end);
        if (line.substr(0, first) != owner_) {
            end_owner();
            begin_owner(line.substr(0, first));
        }
        const std::string_view rest = line.substr(first + 1);
        if (rest.front() == mark) {
            marks_.push_back(99'999'999 - std::stoul(std::string(rest.substr(2))));
        } else {
            read_line(std::stoul(std::string(rest.substr(2, 8))), rest.substr(11));
        }
    }

    void finish() {
        end_owner();
        groups_.merge(sink_);
        for (const std::string& iri : retracted_) {
            if (report_.retracted.contains(iri) || report_.unattributed.contains(iri)) continue;
            auto& names = report_.similar[iri];
            for (const auto& [alike, name] : similar_[iri]) names.push_back(name);
        }
    }

  private:
    const std::set<std::string>& retracted_;
    UnionReport& report_;
    const std::function<void(std::string_view)>& sink_;
    SupportGroups groups_;
    std::string owner_;
    bool is_retracted_ = false;
    bool is_article_ = false;          ///< said to be one, marked or not
    std::vector<std::size_t> marks_;   ///< files in which it is marked, the newest first
    std::optional<std::size_t> file_;  ///< of the statements that are being read
    ReifiedStatements statements_{[this](const ReifiedStatement& one) { note_statement(one); }};
    std::map<std::string, std::vector<std::pair<double, std::string>>> similar_;

    void begin_owner(std::string_view owner) {
        owner_ = owner;
        is_retracted_ = retracted_.contains(owner_);
        is_article_ = false;
        marks_.clear();
        file_.reset();
    }

    void end_owner() {
        statements_.finish();
        if (owner_.empty()) return;
        if (marks_.size() > 1) ++report_.replaced;
        if (is_retracted_ && !marks_.empty() && !report_.unattributed.contains(owner_))
            report_.retracted.insert(owner_);
        if (is_article_ || !marks_.empty()) compare();
    }

    /// Keeps the articles whose IRIs are most like those that are looked for.
    void compare() {
        for (const std::string& iri : retracted_) {
            auto& best = similar_[iri];
            best.emplace_back(-similarity(iri, owner_), owner_);
            std::sort(best.begin(), best.end());
            if (best.size() > most_similar) best.pop_back();
        }
    }

    bool is_marked(std::size_t file) const { return std::find(marks_.begin(), marks_.end(), file) != marks_.end(); }
    bool is_alive(std::size_t file) const { return !is_retracted_ && file == marks_.front(); }

    void read_line(std::size_t file, std::string_view line) {
        const StatementParts parts = split_statement(line);
        if (file_ != file) statements_.finish();
        file_ = file;
        const bool is_type = without_brackets(parts.predicate) == terms::type;
        const bool is_article = is_type && without_brackets(parts.object) == terms::news_article &&
                                without_brackets(parts.subject) == owner_;
        is_article_ |= is_article;
        if (!is_marked(file)) {
            if (is_article && is_retracted_) report_.unattributed.insert(owner_);
            return parts.graph.empty() ? groups_.add_line(file, parts, line) : sink_(line);
        }
        if (parts.graph.empty()) {
            statements_.read(parts);
            groups_.add_references(file, parts, is_alive(file));
        }
        if (is_alive(file)) sink_(line);
    }

    void note_statement(const ReifiedStatement& one) {
        if (one.asserted) groups_.add_support(*file_, one.triple(), is_alive(*file_));
    }
};

GraphUnion::GraphUnion(std::size_t files, std::set<std::string> retracted)
    : retracted_(std::move(retracted)), sieving_(files > 1 || !retracted_.empty()) {}

void GraphUnion::add(const Quad& quad, std::size_t file) {
    const std::string line = to_nquad(quad);
    if (!sieving_) return lines_.add(line);
    if (const std::string_view article = marked_article(quad); !article.empty())
        lines_.add(std::string(article) + part_end + mark + part_end + newest_first(file));
    lines_.add(std::string(owner_of(quad)) + part_end + line_mark + part_end + number_of(file) + part_end + line);
}

UnionReport GraphUnion::merge(const std::function<void(std::string_view)>& sink) {
    UnionReport report;
    if (!sieving_) {
        lines_.merge(sink);
        return report;
    }
    Sieve sieve(retracted_, report, sink);
    lines_.merge([&](std::string_view line) { sieve.read(line); });
    sieve.finish();
    return report;
}

}  // namespace lede
