#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <exception>
#include <iostream>
#include <iterator>
#include <memory>

#include <serd/serd.h>

#include <lede/base/error.hpp>
#include <lede/base/file.hpp>
#include <lede/base/mapped_pages.hpp>
#include <lede/rdf/line_reader.hpp>
#include <lede/rdf/nesting.hpp>
#include <lede/rdf/rdf_reader.hpp>
#include <lede/rdf/triple_terms.hpp>

namespace lede {
namespace {

const std::uint8_t* bytes_of(const char* text) {
    return reinterpret_cast<const std::uint8_t*>(text);
}
std::string_view view_of(const SerdNode& node) {
    return {reinterpret_cast<const char*>(node.buf), node.n_bytes};
}
std::string_view view_of(SerdChunk chunk) {
    return {reinterpret_cast<const char*>(chunk.buf), chunk.len};
}

/// Language tags are ASCII and compared without regard to case; small letters are their normal form in RDF 1.1.
std::string lower(std::string_view tag) {
    std::string result(tag);
    for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return result;
}

/// Whether it begins as an absolute IRI does (RFC 3987, `scheme`). Serd looks at that in N-Triples alone, so that from
/// Turtle it would hand over what it then refuses to read.
bool has_scheme(std::string_view iri) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto is_part = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'; };
    const auto end = std::find_if_not(iri.begin(), iri.end(), is_part);
    return !iri.empty() && is_letter(iri.front()) && end != iri.end() && *end == ':';
}

SerdSyntax to_serd(Syntax syntax) {
    switch (syntax) {
        case Syntax::turtle:
            return SERD_TURTLE;
        case Syntax::trig:
            return SERD_TRIG;
        case Syntax::ntriples:
            return SERD_NTRIPLES;
        case Syntax::nquads:
            return SERD_NQUADS;
    }
    return SERD_TURTLE;
}

/// Hands the text to Serd byte by byte. Serd tells no line of a statement, but it looks at most one byte ahead of it,
/// so that the line ends handed out tell the line. (Nor may a page be handed out short: Serd takes that for the end of
/// the text.)
class ByteFeeder {
  public:
    ByteFeeder(std::string_view bytes, std::size_t line)
        : at_(bytes.data()), end_(bytes.data() + bytes.size()), line_(line) {}

    static constexpr std::size_t page_size = 1;

    static std::size_t read(void* buffer, std::size_t, std::size_t, void* self) {
        auto& feeder = *static_cast<ByteFeeder*>(self);
        if (feeder.at_ == feeder.end_) return 0;
        feeder.line_ += feeder.last_ == '\n';
        feeder.last_ = *feeder.at_++;
        *static_cast<char*>(buffer) = feeder.last_;
        return 1;
    }
    static int has_error(void*) { return 0; }
    std::size_t line() const { return line_; }

  private:
    const char* at_;
    const char* end_;
    char last_ = 0;
    std::size_t line_;
};

/// One reading of one text. Serd is C: nothing may be thrown through it, so that exceptions wait in `thrown_`.
class Reading {
  public:
    /// `line` is the number of the first line.
    Reading(std::string_view bytes, Syntax syntax, const RdfSource& source, const QuadHandler& handler,
            std::size_t line = 1)
        : source_(source), handler_(handler), feeder_(bytes, line), first_line_(line) {
        env_.reset(serd_env_new(nullptr));
        set_base();
        reader_.reset(serd_reader_new(to_serd(syntax), this, nullptr, on_base, on_prefix, on_statement, nullptr));
        serd_reader_set_strict(reader_.get(), true);
        serd_reader_set_error_sink(reader_.get(), on_error, this);
        if (!source.blank_prefix.empty())
            serd_reader_add_blank_prefix(reader_.get(), bytes_of(source.blank_prefix.c_str()));
    }

    void run() {
        const std::string name = source_.path.empty() ? "input" : source_.path;
        const SerdStatus status = serd_reader_read_source(reader_.get(), ByteFeeder::read, ByteFeeder::has_error,
                                                          &feeder_, bytes_of(name.c_str()), ByteFeeder::page_size);
        if (thrown_) std::rethrow_exception(thrown_);
        if (!problem_.empty()) throw InputError(source_.path, line_, column_, problem_ + advice_);
        if (status > SERD_FAILURE) throw InputError(source_.path, feeder_.line(), 0, describe(status) + advice_);
    }

  private:
    struct Free {
        void operator()(SerdEnv* env) const { serd_env_free(env); }
        void operator()(SerdReader* reader) const { serd_reader_free(reader); }
    };

    const RdfSource& source_;
    const QuadHandler& handler_;
    ByteFeeder feeder_;
    std::size_t first_line_;
    std::unique_ptr<SerdEnv, Free> env_;
    std::unique_ptr<SerdReader, Free> reader_;
    Quad quad_;  // kept between statements, so that its strings keep their memory
    std::exception_ptr thrown_;
    std::string problem_;
    std::string advice_ = "; mend it there, or where the statement before it should end with '.'";
    std::size_t line_ = 0;
    std::size_t column_ = 0;

    static std::string describe(SerdStatus status) { return reinterpret_cast<const char*>(serd_strerror(status)); }

    void set_base() {
        if (source_.path.empty() || source_.path == "-") return;
        const std::string absolute = std::filesystem::absolute(source_.path).string();
        SerdNode base = serd_node_new_file_uri(bytes_of(absolute.c_str()), nullptr, nullptr, true);
        serd_env_set_base_uri(env_.get(), &base);
        serd_node_free(&base);
    }

    void report(std::string problem, std::string advice) {
        if (!problem_.empty()) return;
        problem_ = std::move(problem);
        advice_ = std::move(advice);
        line_ = feeder_.line();
    }

    static SerdStatus on_base(void* self, const SerdNode* iri) {
        auto& reading = *static_cast<Reading*>(self);
        const SerdStatus status = serd_env_set_base_uri(reading.env_.get(), iri);
        if (status != SERD_SUCCESS || !reading.source_.on_base) return status;
        const SerdNode* base = serd_env_get_base_uri(reading.env_.get(), nullptr);
        return reading.guard([&] { reading.source_.on_base(std::string(view_of(*base))); });
    }

    static SerdStatus on_prefix(void* self, const SerdNode* name, const SerdNode* iri) {
        auto& reading = *static_cast<Reading*>(self);
        const SerdStatus status = serd_env_set_prefix(reading.env_.get(), name, iri);
        if (status != SERD_SUCCESS || !reading.source_.on_prefix) return status;
        return reading.guard([&] {
            std::string expanded;
            if (reading.expand(*iri, expanded)) reading.source_.on_prefix(std::string(view_of(*name)), expanded);
        });
    }

    static SerdStatus on_error(void* self, const SerdError* error) {
        auto& reading = *static_cast<Reading*>(self);
        if (!reading.problem_.empty()) return SERD_SUCCESS;
        char buffer[512];
        std::vsnprintf(buffer, sizeof buffer, error->fmt, *error->args);
        reading.problem_ = buffer;
        while (!reading.problem_.empty() && reading.problem_.back() == '\n') reading.problem_.pop_back();
        reading.line_ = error->line + reading.first_line_ - 1;
        reading.column_ = error->col;
        return SERD_SUCCESS;
    }

    static SerdStatus on_statement(void* self, SerdStatementFlags, const SerdNode* graph, const SerdNode* subject,
                                   const SerdNode* predicate, const SerdNode* object, const SerdNode* datatype,
                                   const SerdNode* language) {
        auto& reading = *static_cast<Reading*>(self);
        return reading.guard([&] {
            Quad& quad = reading.quad_;
            quad.graph = {};
            quad.object.datatype.clear();
            quad.object.language.clear();
            const bool known = reading.convert(*subject, quad.subject) && reading.expand(*predicate, quad.predicate) &&
                               reading.convert(*object, quad.object) &&
                               (!datatype || !datatype->buf || reading.expand(*datatype, quad.object.datatype)) &&
                               (!graph || !graph->buf || reading.convert(*graph, quad.graph));
            if (!known) return false;
            if (language && language->buf) quad.object.language = lower(view_of(*language));
            if (quad.object.datatype == "http://www.w3.org/2001/XMLSchema#string") quad.object.datatype.clear();
            reading.handler_(quad, reading.feeder_.line());
            return true;
        });
    }

    /// Runs it, keeping an exception for later; false from it stops the reading.
    template <class Work>
    SerdStatus guard(Work work) {
        try {
            if constexpr (std::is_void_v<decltype(work())>) {
                work();
                return SERD_SUCCESS;
            } else {
                return work() ? SERD_SUCCESS : SERD_ERR_BAD_CURIE;
            }
        } catch (...) {
            thrown_ = std::current_exception();
            return SERD_ERR_INTERNAL;
        }
    }

    bool convert(const SerdNode& node, Term& term) {
        switch (node.type) {
            case SERD_LITERAL:
                term.kind = Term::Kind::literal;
                break;
            case SERD_BLANK:
                term.kind = Term::Kind::blank;
                break;
            default:
                term.kind = Term::Kind::iri;
                return expand(node, term.value);
        }
        term.value = view_of(node);
        return true;
    }

    bool expand(const SerdNode& node, std::string& iri) {
        if (!resolve(node, iri)) return false;
        if (has_scheme(iri)) return true;
        report("<" + iri + "> is no IRI", "; it must begin with a scheme such as https: or urn:");
        return false;
    }

    bool resolve(const SerdNode& node, std::string& iri) {
        if (node.type == SERD_CURIE) {
            SerdChunk prefix;
            SerdChunk suffix;
            if (serd_env_expand(env_.get(), &node, &prefix, &suffix) == SERD_SUCCESS) {
                iri.assign(view_of(prefix)).append(view_of(suffix));
                return true;
            }
            const std::string name(view_of(node).substr(0, view_of(node).find(':')));
            report("the prefix '" + name + ":' is not declared",
                   "; add @prefix " + name + ": <…> . at the top of the file");
            return false;
        }
        if (serd_uri_string_has_scheme(node.buf)) {
            iri = view_of(node);
            return true;
        }
        SerdNode expanded = serd_env_expand_node(env_.get(), &node);
        if (expanded.buf) iri = view_of(expanded);
        const bool known = expanded.buf;
        serd_node_free(&expanded);
        if (!known)
            report("the IRI <" + std::string(view_of(node)) + "> is relative", "; declare @base <…> . at the top");
        return known;
    }
};

std::string read_standard_input() {
    return {std::istreambuf_iterator<char>(std::cin), {}};
}

/// Reads all with Serd, from that line on.
void read_with_serd(std::string_view bytes, Syntax syntax, const RdfSource& source, const QuadHandler& handler,
                    std::size_t line = 1) {
    if (has_triple_terms(bytes)) {
        if (source.on_triple_terms) source.on_triple_terms();
        const std::string plain = expand_triple_terms(bytes, syntax, source.path, line);
        Reading(plain, syntax, source, handler, line).run();
    } else {
        Reading(bytes, syntax, source, handler, line).run();
    }
}

/// `on_read` as in StatementLineReader.
void read_bytes(std::string_view bytes, Syntax syntax, const RdfSource& source, const QuadHandler& handler,
                std::function<void(std::string_view)> on_read) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    if (syntax != Syntax::ntriples && syntax != Syntax::nquads) {
        check_nesting(bytes, syntax, source.path);
        return read_with_serd(bytes, syntax, source, handler);
    }
    StatementLineReader lines(bytes, syntax == Syntax::nquads, source, handler);
    lines.on_read = std::move(on_read);
    const std::size_t rest = lines.run();
    if (rest == bytes.size()) return;
    // With the line end before it, as Serd counts the columns of its first line otherwise than those of the next.
    const std::size_t before = rest > 0 ? 1 : 0;
    read_with_serd(bytes.substr(rest - before), syntax, source, handler, lines.line() - before);
}

}  // namespace

void read_rdf(std::string_view bytes, Syntax syntax, const RdfSource& source, const QuadHandler& handler) {
    read_bytes(bytes, syntax, source, handler, nullptr);
}

void read_rdf_file(RdfSource source, const QuadHandler& handler) {
    if (source.path == "-") return read_rdf(read_standard_input(), Syntax::trig, source, handler);
    const std::optional<Syntax> syntax = find_syntax(source.path);
    if (!syntax) throw InputError(source.path, "its suffix tells no RDF syntax; name it .ttl, .trig, .nt or .nq");
    const MappedFile file(source.path);
    read_bytes(file.bytes(), *syntax, source, handler, release_pages);
}

void read_rdf_file(const std::filesystem::path& path, const QuadHandler& handler) {
    read_rdf_file(RdfSource{path.string(), {}, {}, {}, {}}, handler);
}

}  // namespace lede
