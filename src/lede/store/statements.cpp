#include <array>
#include <vector>

#include <lede/base/byte_source.hpp>
#include <lede/base/error.hpp>
#include <lede/base/file.hpp>
#include <lede/rdf/rdf_reader.hpp>
#include <lede/rdf/statement_line.hpp>
#include <lede/rdf/vocabulary.hpp>
#include <lede/store/statements.hpp>
#include <lede/store/url.hpp>

namespace lede {
namespace {

constexpr std::size_t block_size = std::size_t{1} << 20;
constexpr std::size_t max_line = std::size_t{64} << 20;
constexpr std::size_t max_packed = std::size_t{4} << 30;

/// Gives a reifier its triple term back, which the reader has turned into rdf:subject, rdf:predicate and rdf:object, in
/// this order and one after the other.
class TripleTerms {
  public:
    TripleTerms(bool fold, StatementSink sink) : fold_(fold), sink_(std::move(sink)) {}

    void add(const Quad& quad) {
        static constexpr std::array parts{terms::subject, terms::predicate, terms::object};
        const bool goes_on =
            fold_ && quad.predicate == parts[waiting_.size()] &&
            (waiting_.empty() || (waiting_[0].subject == quad.subject && waiting_[0].graph == quad.graph));
        if (goes_on) {
            waiting_.push_back(quad);
            if (waiting_.size() == parts.size()) fold();
            return;
        }
        finish();
        if (fold_ && quad.predicate == parts[0]) {
            waiting_.push_back(quad);
        } else {
            emit(to_nquad(quad));
        }
    }

    void finish() {
        for (const Quad& quad : waiting_) emit(to_nquad(quad));
        waiting_.clear();
    }

  private:
    bool fold_;
    StatementSink sink_;
    std::vector<Quad> waiting_;

    void emit(const std::string& nquad) { sink_(to_sortable(nquad, Syntax::trig)); }

    void fold() {
        std::string line = to_ntriples(waiting_[0].subject);
        append_iri(line += ' ', terms::reifies);
        line += " <<(";
        for (const Quad& quad : waiting_) append_ntriples(line += ' ', quad.object);
        line += " )>>";
        if (!waiting_[0].graph.value.empty()) append_ntriples(line += ' ', waiting_[0].graph);
        waiting_.clear();
        emit(line + " .");
    }
};

class FileReading {
  public:
    FileReading(const std::string& path, const StatementOptions& options, const StatementSink& sink)
        : path_(path), options_(options), sink_(sink) {}

    void run() {
        std::string name = path_;
        for (const std::string_view packed : {".gz", ".zst"})
            if (name.ends_with(packed)) name.resize(name.size() - packed.size());
        const auto syntax = path_ == "-" ? Syntax::trig : find_syntax(name);
        if (!syntax) {
            throw InputError(path_,
                             "its suffix tells no RDF syntax; name it .ttl, .trig, .nt or .nq, with .gz or .zst "
                             "behind it if it is packed");
        }
        if (*syntax == Syntax::ntriples || *syntax == Syntax::nquads) {
            read_lines(*syntax);
        } else if (name != path_ || path_ == "-") {
            const auto source = open_source(path_);
            read_text(read_all(*source, path_, max_packed), *syntax);
        } else {
            const MappedFile file(path_);
            read_text(file.bytes(), *syntax);
        }
    }

  private:
    const std::string& path_;
    const StatementOptions& options_;
    const StatementSink& sink_;

    void check_iri(const std::string& iri, std::size_t line) const {
        if (is_absolute_iri(iri)) return;
        std::string shown;
        append_iri(shown, iri);
        throw InputError(path_, line, 0,
                         shown +
                             " is no absolute IRI: it lacks a scheme, or has a character that an IRI "
                             "may not have; percent-encode it");
    }

    void check(const Quad& quad, std::size_t line) const {
        check_iri(quad.predicate, line);
        if (!quad.object.datatype.empty()) check_iri(quad.object.datatype, line);
        for (const Term* term : {&quad.subject, &quad.object, &quad.graph}) {
            if (term->is_iri() && (term != &quad.graph || !term->value.empty())) check_iri(term->value, line);
        }
        if (quad.graph.kind == Term::Kind::blank)
            throw InputError(path_, line, 0, "a graph named by a blank node cannot be loaded; give it an IRI");
    }

    void read_text(std::string_view bytes, Syntax syntax) const {
        const bool fold =
            bytes.find("<<(") != std::string_view::npos && bytes.find("reifies") != std::string_view::npos;
        parse(bytes, syntax, path_, 0, fold);
    }

    /// `lines_before` is added to the lines of errors; `name` is empty where the syntax has no relative IRIs.
    void parse(std::string_view bytes, Syntax syntax, const std::string& name, std::size_t lines_before,
               bool fold) const {
        RdfSource source;
        source.path = name;
        source.blank_prefix = options_.blank_prefix;
        TripleTerms terms(fold, sink_);
        try {
            Quad in_graph;
            read_rdf(bytes, syntax, source, [&](const Quad& quad, std::size_t line) {
                check(quad, lines_before + line);
                if (options_.graph.empty() || !quad.graph.value.empty()) return terms.add(quad);
                in_graph = quad;
                in_graph.graph = make_iri(options_.graph);
                terms.add(in_graph);
            });
        } catch (const InputError& error) {
            if (!error.path().empty()) throw;
            const std::string said = error.what();  // ":LINE:COLUMN: words", as it had no path
            throw InputError(path_, lines_before + error.line(), error.column(), said.substr(said.find(": ") + 2));
        }
        terms.finish();
    }

    void read_lines(Syntax syntax) const {
        const auto source = open_source(path_);
        LineReader reader(*source, max_line);
        std::string line;
        std::string block;
        std::size_t before = 0;
        const auto flush = [&] {
            parse(block, syntax, "", before, false);
            block.clear();
            before = reader.number();
        };
        while (reader.next(line)) {
            if (reader.too_long()) throw InputError(path_, reader.number(), 0, "the line is longer than 64 MiB");
            // Its statement is read alone: three from one line can only come from a triple term.
            if (line.find("<<") != std::string::npos) {
                parse(line, syntax, "", reader.number() - 1, true);
                line.clear();
            }
            block.append(line).append("\n");
            if (block.size() >= block_size) flush();
        }
        flush();
    }
};

}  // namespace

void read_statements(const std::string& path, const StatementOptions& options, const StatementSink& sink) {
    FileReading(path, options, sink).run();
}

}  // namespace lede
