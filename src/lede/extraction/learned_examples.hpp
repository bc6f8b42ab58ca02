#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <lede/extraction/fact_model.hpp>
#include <lede/extraction/mention.hpp>
#include <lede/extraction/property_table.hpp>

namespace lede {

/// What was learned from the examples of an ontology. Properties are meant by their index in its table.
struct LearnedExamples {
    /// What the examples of some properties mark as subject or object often enough though nothing names it.
    struct Unnamed {
        MentionKind kind;
        PropertySet subject, object;
    };

    std::vector<ExamplePattern> patterns;  ///< in the order in which they were read
    std::vector<Unnamed> unnamed;
    PropertySet learning;    ///< properties that were learned
    PropertySet on_network;  ///< those of them with examples enough for the network
    std::string weights;     ///< section of a LinearModel; empty if nothing was learned
    std::optional<ExactNetwork> tuned;  ///< network of the table's properties; none without a model's network
};

/// Keeps what was learned from examples in a folder, so that thousands of them are read once. What is kept is a hint
/// alone: a file that is missing, damaged or of another version is as good as none, and a folder that cannot be written
/// is no error.
class ExampleCache {
  public:
    static constexpr std::uintmax_t default_most_bytes = std::uintmax_t{1} << 30;

    /// `key` is a hash of all that the result depends on. Files that were not used for longest are removed when there
    /// are more than `most_bytes`.
    ExampleCache(std::filesystem::path folder, std::uint64_t key, std::uintmax_t most_bytes = default_most_bytes);

    std::optional<LearnedExamples> find(const PropertyTable& table) const;
    void keep(const LearnedExamples& learned, const PropertyTable& table) const;

  private:
    std::filesystem::path folder_;
    std::filesystem::path file_;
    std::uintmax_t most_bytes_;

    void drop_old() const;
};

}  // namespace lede
