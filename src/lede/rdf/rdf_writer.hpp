#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include <lede/rdf/syntax.hpp>

namespace lede {

/// Receives the output in pieces, in order.
using TextSink = std::function<void(std::string_view)>;

struct WriterOptions {
    Syntax syntax = Syntax::turtle;
    /// IRIs that begin with it are written relative to it in Turtle and TriG, if it ends with "/"; empty for none.
    std::string base;
    /// Added to the prefixes of the program's own vocabulary, which are always declared.
    std::map<std::string, std::string> prefixes;
};

/// Writes statements, sorted as by to_sortable, in one of the four syntaxes: prefixes once at the top, statements
/// grouped by graph and subject, the type first. Holds one subject in memory. Writes RDF 1.2 triple terms where they
/// occur, and is plain RDF 1.1 otherwise. Serd's own writer knows no triple terms and writes other bytes in each of its
/// versions, so this is our own; what it writes is checked with Serd's reader.
class RdfWriter {
  public:
    RdfWriter(WriterOptions options, TextSink sink);
    ~RdfWriter();
    RdfWriter(const RdfWriter&) = delete;
    RdfWriter& operator=(const RdfWriter&) = delete;

    /// A line of to_sortable. Graphs are left out in a syntax without them. Throws Error for a malformed line.
    void write(std::string_view line);
    /// Ends the last subject and graph. Nothing may be written after it.
    void finish();

    std::size_t statements() const;

  private:
    class Form;
    class Lines;
    class Blocks;
    std::unique_ptr<Form> form_;
};

}  // namespace lede
