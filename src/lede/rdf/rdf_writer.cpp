#include <utility>
#include <vector>

#include <lede/rdf/rdf_writer.hpp>
#include <lede/rdf/statement_line.hpp>
#include <lede/rdf/turtle_terms.hpp>
#include <lede/rdf/vocabulary.hpp>

namespace lede {

/// How statements are laid out.
class RdfWriter::Form {
  public:
    explicit Form(TextSink sink) : sink_(std::move(sink)) {}
    virtual ~Form() = default;
    virtual void write(std::string_view line) = 0;
    virtual void finish() {}

    std::size_t statements = 0;

  protected:
    TextSink sink_;
};

/// N-Triples and N-Quads: a statement a line.
class RdfWriter::Lines : public Form {
  public:
    Lines(bool graphs, TextSink sink) : Form(std::move(sink)), graphs_(graphs) {}

    void write(std::string_view line) override {
        const StatementParts parts = split_statement(line);
        line_.clear();
        line_.append(parts.subject).append(" ").append(parts.predicate).append(" ").append(parts.object);
        if (graphs_ && !parts.graph.empty()) line_.append(" ").append(parts.graph);
        line_ += " .\n";
        // Without graphs, what two articles say becomes the same line twice, one after the other.
        if (line_ == last_) return;
        sink_(line_);
        ++statements;
        std::swap(line_, last_);
    }

  private:
    bool graphs_;
    std::string line_;
    std::string last_;
};

/// Turtle and TriG: a block a subject, inside a block a graph.
class RdfWriter::Blocks : public Form {
  public:
    Blocks(const WriterOptions& options, TextSink sink)
        : Form(std::move(sink)), graphs_(options.syntax == Syntax::trig), terms_(options.base, options.prefixes) {
        sink_(terms_.header());
    }

    void write(std::string_view line) override {
        std::string_view graph;
        if (graphs_) {
            graph = line.substr(0, line.find(' '));
            line.remove_prefix(graph.size() + 1);
            if (graph == "!") graph = {};
        }
        const StatementParts parts = split_statement(line);
        if (graph != graph_) {
            close_graph();
            if (!graph.empty()) sink_("\n" + terms_.shorten(graph) + " {\n");
            graph_ = graph;
        }
        if (parts.subject != subject_) {
            flush_subject();
            subject_ = parts.subject;
        }
        add(parts.predicate, parts.object);
    }

    void finish() override { close_graph(); }

  private:
    /// A predicate and the object behind it, in kept_.
    struct Pair {
        std::size_t begin;
        std::size_t predicate_size;
        std::size_t object_size;
    };

    bool graphs_;
    TurtleTerms terms_;
    std::string graph_;
    std::string subject_;
    std::vector<Pair> pairs_;  ///< sorted by predicate and object
    std::string kept_;         ///< their terms
    std::string text_;

    std::string_view predicate_of(const Pair& pair) const {
        return std::string_view(kept_).substr(pair.begin, pair.predicate_size);
    }
    std::string_view object_of(const Pair& pair) const {
        return std::string_view(kept_).substr(pair.begin + pair.predicate_size, pair.object_size);
    }

    void add(std::string_view predicate, std::string_view object) {
        if (!pairs_.empty() && predicate_of(pairs_.back()) == predicate && object_of(pairs_.back()) == object) return;
        pairs_.push_back({kept_.size(), predicate.size(), object.size()});
        kept_.append(predicate).append(object);
    }

    void close_graph() {
        flush_subject();
        if (!graph_.empty()) sink_("}\n");
        graph_.clear();
    }

    void flush_subject() {
        if (pairs_.empty()) return;
        const auto is_type = [&](const Pair& pair) {
            return predicate_of(pair).substr(1, pair.predicate_size - 2) == terms::type;
        };
        const std::string_view indent = graph_.empty() ? "" : "    ";
        text_.assign("\n").append(indent);
        terms_.append(text_, subject_);
        std::string_view last;
        for (const bool types : {true, false}) {
            for (const Pair& pair : pairs_) {
                if (is_type(pair) != types) continue;
                write_pair(predicate_of(pair), last, object_of(pair), indent);
                last = predicate_of(pair);
            }
        }
        sink_(text_ += " .\n");
        statements += pairs_.size();
        pairs_.clear();
        kept_.clear();
        subject_.clear();
    }

    /// `last` is the predicate before, empty for the first.
    void write_pair(std::string_view predicate, std::string_view last, std::string_view object,
                    std::string_view indent) {
        if (predicate == last) {
            text_.append(" ,\n").append(indent).append("        ");
        } else {
            if (!last.empty()) text_.append(" ;\n").append(indent).append("    ");
            if (last.empty()) text_ += ' ';
            terms_.append_predicate(text_, predicate);
            text_ += ' ';
        }
        terms_.append(text_, object);
    }
};

RdfWriter::RdfWriter(WriterOptions options, TextSink sink) {
    if (options.syntax == Syntax::turtle || options.syntax == Syntax::trig) {
        form_ = std::make_unique<Blocks>(options, std::move(sink));
    } else {
        form_ = std::make_unique<Lines>(has_graphs(options.syntax), std::move(sink));
    }
}

RdfWriter::~RdfWriter() = default;

void RdfWriter::write(std::string_view line) {
    form_->write(line);
}

void RdfWriter::finish() {
    form_->finish();
}

std::size_t RdfWriter::statements() const {
    return form_->statements;
}

}  // namespace lede
