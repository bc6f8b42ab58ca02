#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include <lede/rdf/rdf_reader.hpp>

namespace lede {

/// Reads N-Triples and N-Quads as they usually are: one statement a line, absolute IRIs, comments, escapes. It stops at
/// the first line of any other form, right or wrong, which is then for Serd to judge, so that both accept the same.
/// It is here for its speed: of a graph of news, Serd takes 0.75 µs of one core for a statement, this 0.12 µs.
class StatementLineReader {
  public:
    /// `graphs`: N-Quads, where a line may end with a graph. The bytes, without a byte order mark, must outlive it.
    StatementLineReader(std::string_view bytes, bool graphs, const RdfSource& source, const QuadHandler& handler)
        : begin_(bytes.data()),
          at_(begin_),
          end_(begin_ + bytes.size()),
          graphs_(graphs),
          source_(source),
          handler_(handler) {}

    /// Called now and then with the bytes that need not be looked at again.
    std::function<void(std::string_view)> on_read;

    /// Hands over the statements of all lines before the first that is not of the usual form. Returns the place where
    /// that begins, the number of bytes if there is none. Throws what the handler throws.
    std::size_t run();
    /// Its number, from 1.
    std::size_t line() const { return line_; }

  private:
    const char* begin_;
    const char* at_;
    const char* end_;
    const char* line_end_ = nullptr;
    bool graphs_;
    const RdfSource& source_;
    const QuadHandler& handler_;
    std::size_t line_ = 1;
    Quad quad_;  // kept between statements, so that its strings keep their memory

    bool read_line();
    bool read_subject(Term& term);
    bool read_object();
    bool read_iri(std::string& iri);
    bool read_blank(std::string& label);
    bool read_literal();
    bool read_language();
    bool read_escape(std::string& text, bool in_iri);
    bool read_end();
    bool skip_comment();
    void skip_blanks();
};

}  // namespace lede
