#include <algorithm>
#include <string_view>
#include <utility>

#include <lede/pipeline/line_sorter.hpp>
#include <lede/pipeline/thing_checks.hpp>
#include <lede/pipeline/validate_graph.hpp>
#include <lede/rdf/article_parts.hpp>
#include <lede/rdf/reified_statements.hpp>
#include <lede/rdf/vocabulary.hpp>

namespace lede {

namespace {

// Of a thing's lines its types come first, then where it is an object, then its own.
constexpr char type_mark = '0';
constexpr char use_mark = '1';
constexpr char own_mark = '2';

std::string keyed(std::string_view term, char mark, std::string_view rest) {
    std::string line(term);
    line.append({part_end, mark, part_end}).append(rest);
    return line;
}

/// An offence as the note of a question, and back. Tabs part its fields: terms of N-Quads hold none.
std::string to_note(const Offence& offence) {
    return offence.subject + "\t" + offence.property + "\t" + offence.kind + "\t" + offence.value + "\t" +
           offence.message;
}

Offence from_note(std::string_view note) {
    Offence offence;
    for (std::string* field : {&offence.subject, &offence.property, &offence.kind, &offence.value, &offence.message}) {
        const auto end = std::min(note.find('\t'), note.size());
        *field = note.substr(0, end);
        note.remove_prefix(std::min(end + 1, note.size()));
    }
    return offence;
}

std::string to_term(const std::string& subject) {
    return subject.starts_with("_:") ? subject : "<" + subject + ">";
}

/// What is to be asked for: who says the triple, or who mentions the thing.
std::string question_of(const Offence& offence) {
    const std::string subject = to_term(offence.subject);
    if (offence.value.empty() || offence.property == terms::type) return subject;
    return subject + " <" + offence.property + "> " + offence.value;
}

/// Puts the answers of one offence together.
class Collector {
  public:
    Collector(ValidationReport& report, const std::function<void(const Offence&)>& sink)
        : report_(report), sink_(sink) {}

    void add(std::string_view note, StatementSource source) {
        if (note != note_) {
            end();
            note_ = note;
            offence_ = from_note(note);
        }
        if (source.article.empty()) source.article = article_of(offence_.subject);
        if (!source.article.empty()) offence_.sources.push_back(std::move(source));
    }

    void end() {
        if (note_.empty()) return;
        ++report_.offences[offence_.kind];
        sink_(offence_);
        note_.clear();
    }

  private:
    ValidationReport& report_;
    const std::function<void(const Offence&)>& sink_;
    std::string note_;
    Offence offence_;

    static std::string article_of(const std::string& subject) {
        const std::string_view article = article_of_part(subject);
        return is_article_iri(article) ? std::string(article) : std::string();
    }
};

/// Checks the lines that were brought together for each thing.
void check_things(LineSorter& lines, ThingChecks& checks, StatementSources& sources) {
    std::string thing;
    lines.merge([&](std::string_view line) {
        const auto end = line.find(part_end);
        if (line.substr(0, end) != thing) {
            if (!thing.empty()) checks.end();
            thing = line.substr(0, end);
            checks.begin(thing);
        }
        const char mark = line[end + 1];
        const std::string_view rest = line.substr(end + 3);
        if (mark == type_mark) return checks.add_type(without_brackets(rest));
        const StatementParts parts = split_statement(rest);
        if (mark == use_mark) return checks.check_use(parts);
        sources.note(parts);
        checks.check_statement(parts);
    });
    if (!thing.empty()) checks.end();
}

}  // namespace

ValidationReport validate_graph(MergedGraph& graph, const Ontology& ontology,
                                const std::function<void(const Offence&)>& sink) {
    ValidationReport report;
    StatementSources sources;
    ThingChecks checks(ontology, [&](const Offence& offence) { sources.ask(question_of(offence), to_note(offence)); });
    LineSorter lines;
    graph.lines([&](std::string_view line) {
        ++report.statements;
        const StatementParts parts = split_statement(line);
        const std::string_view predicate = without_brackets(parts.predicate);
        if (predicate == terms::type) lines.add(keyed(parts.subject, type_mark, parts.object));
        if (!parts.object.starts_with('"') && checks.has_range(predicate))
            lines.add(keyed(parts.object, use_mark, line));
        lines.add(keyed(parts.subject, own_mark, line));
    });
    check_things(lines, checks, sources);
    Collector collector(report, sink);
    sources.answer([&](std::string_view note, const StatementSource& source) { collector.add(note, source); });
    collector.end();
    return report;
}

}  // namespace lede
