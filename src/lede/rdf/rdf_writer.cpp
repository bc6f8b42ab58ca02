#include <algorithm>
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
        std::pair<std::string, std::string> pair(parts.predicate, parts.object);
        if (pairs_.empty() || pairs_.back() != pair) pairs_.push_back(std::move(pair));
    }

    void finish() override { close_graph(); }

  private:
    bool graphs_;
    TurtleTerms terms_;
    std::string graph_;
    std::string subject_;
    std::vector<std::pair<std::string, std::string>> pairs_;  ///< predicate and object, sorted

    void close_graph() {
        flush_subject();
        if (!graph_.empty()) sink_("}\n");
        graph_.clear();
    }

    void flush_subject() {
        if (pairs_.empty()) return;
        const auto is_type = [](const auto& pair) {
            return std::string_view(pair.first).substr(1, pair.first.size() - 2) == terms::type;
        };
        std::stable_partition(pairs_.begin(), pairs_.end(), is_type);
        const std::string indent = graph_.empty() ? "" : "    ";
        std::string text = "\n" + indent + terms_.shorten(subject_);
        for (std::size_t at = 0; at < pairs_.size(); ++at) {
            const auto& [predicate, object] = pairs_[at];
            if (at > 0 && predicate == pairs_[at - 1].first) {
                text += " ,\n" + indent + "        ";
            } else {
                text += (at > 0 ? " ;\n" + indent + "    " : " ") + terms_.shorten_predicate(predicate) + " ";
            }
            text += terms_.shorten(object);
        }
        sink_(text + " .\n");
        statements += pairs_.size();
        pairs_.clear();
        subject_.clear();
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
