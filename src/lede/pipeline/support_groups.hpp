#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include <lede/pipeline/line_sorter.hpp>
#include <lede/rdf/statement_line.hpp>

namespace lede {

/// Decides about lines that belong to no article by themselves: facts, and what is said of things. Such a line of a
/// file stays if articles of that file that stay support it, or if no article of the file ever did. Memory is bounded.
class SupportGroups {
  public:
    /// A line that waits for the decision.
    void add_line(std::size_t file, const StatementParts& parts, std::string_view line);

    /// An article's statement refers to things, whose names and types it supports thereby.
    void add_references(std::size_t file, const StatementParts& parts, bool stays);

    /// An article supports the triple "<s> <p> <o>".
    void add_support(std::size_t file, std::string_view triple, bool stays);

    /// Hands over the lines that stay. If all support stays, these are all of them.
    void merge(const std::function<void(std::string_view)>& sink);

  private:
    LineSorter lines_;
    bool any_gone_ = false;

    void add(std::string_view key, char kind, std::size_t file, std::string_view rest);
    void add_reference(std::string_view term, std::size_t file, bool stays);
};

}  // namespace lede
