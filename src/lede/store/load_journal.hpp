#pragma once

#include <cstddef>
#include <fstream>
#include <map>
#include <set>
#include <string>

namespace lede {

/// A small text file that tells what of a load is done, so that a load that was interrupted goes on where it stopped. A
/// line is written and flushed when a graph is in the store and checked. What a crash cut off at its end does not
/// count.
class LoadJournal {
  public:
    /// Opens or makes it. `load` stands for what is loaded and whereto. Throws InputError if the file is no journal, or
    /// that of another load, OutputError if it cannot be written.
    LoadJournal(std::string path, const std::string& load);

    bool is_done(const std::string& graph) const { return done_.contains(graph); }
    /// How many statements of a graph that is only added to are in the store.
    std::size_t statements_of(const std::string& graph) const;
    bool is_new() const { return done_.empty() && parts_.empty(); }
    std::size_t graphs_done() const { return done_.size(); }

    /// Throws OutputError.
    void add_done(const std::string& graph);
    void add_part(const std::string& graph, std::size_t statements);
    /// All is done: takes the file away.
    void remove();

  private:
    std::string path_;
    std::ofstream file_;
    std::set<std::string> done_;
    std::map<std::string, std::size_t> parts_;

    void read(const std::string& text, const std::string& load);
    void write(const std::string& line);
};

}  // namespace lede
