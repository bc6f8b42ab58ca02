#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <lede/extraction/fact_assembler.hpp>
#include <lede/language/linear_model.hpp>

namespace lede {

/// Candidates less likely than this are not worth a judgement.
inline constexpr float least_judged = 0.08F;

/// A statement with all candidates that state it.
struct StatementGroup {
    std::vector<std::size_t> members;     ///< indices of candidates, the likeliest first
    std::vector<std::uint64_t> features;  ///< sorted, without doubles
};

/// Groups an article's candidates by subject, property, object and status, in that order, and describes each group by what speaks for and against it in
/// the whole article: how likely its best candidates are, and who else claims the same words.
std::vector<StatementGroup> group_statements(const Reading& reading, const PropertyTable& table, std::span<const StatedCandidate> candidates);

/// Decides how likely a statement is, given all that an article states: the best candidates of a sentence compete for its words, and what is
/// said twice is likelier. A trained logistic regression.
class FactJudge {
  public:
    FactJudge() = default;
    /// A section made by train_classifier of two labels, the second of them right; it must outlive the judge. May be empty.
    explicit FactJudge(std::string_view section);

    bool empty() const { return model_.empty(); }
    /// For the features of a group.
    float probability(const std::vector<std::uint64_t>& features) const;

  private:
    LinearModel model_;
};

/// A statement that was judged when its article was held out.
struct JudgedExample {
    std::vector<std::uint64_t> features;
    bool right = false;
};

/// The section for a FactJudge. Deterministic.
std::string train_fact_judge(std::span<const JudgedExample* const> examples);

}  // namespace lede
