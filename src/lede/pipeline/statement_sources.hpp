#pragma once

#include <functional>
#include <string>
#include <string_view>

#include <lede/pipeline/line_sorter.hpp>
#include <lede/rdf/reified_statements.hpp>

namespace lede {

/// Where a statement is from.
struct StatementSource {
    std::string article;   ///< IRI; empty if it is not known
    std::string sentence;  ///< its words; empty if they are not known
};

/// Finds the articles and sentences behind statements of a graph, by external sorts: memory is bounded.
class StatementSources {
  public:
    /// Takes note of all that tells sources: statements with their nodes, sentences, named graphs, mentions of things.
    void note(const StatementParts& parts);
    /// To be called where the lines of a subject end.
    void end_subject() { reader_.finish(); }

    /// Asks for the sources of "<s> <p> <o>", or of the mentions of "<s>". The answer comes with the note, which holds
    /// no '\1' and no line end.
    void ask(std::string_view statement, std::string_view note);

    /// Answers, sorted by notes; a note whose statement has no source comes once, with an empty one.
    void answer(const std::function<void(std::string_view note, const StatementSource&)>& sink);

  private:
    LineSorter statements_;  ///< those that have sources, and the questions, by statement
    LineSorter sentences_;
    LineSorter answers_;
    ReifiedStatements reader_{[this](const ReifiedStatement& one) { add(one); }};

    void add(const ReifiedStatement& one);
    void add(std::string_view statement, std::string_view article, std::string_view sentence);
    void find_articles();
    void find_sentences();
};

}  // namespace lede
