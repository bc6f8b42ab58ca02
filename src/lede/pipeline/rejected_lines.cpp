#include <cstdio>
#include <initializer_list>

#include <lede/graph/words.hpp>
#include <lede/pipeline/rejected_lines.hpp>

namespace lede {

namespace {

void append_column(std::string& line, std::string_view column) {
    if (!line.empty() && line.back() != '\n') line += '\t';
    line += to_printable(column);
}

void append_line(std::string& lines, std::initializer_list<std::string_view> columns) {
    std::string line;
    for (const std::string_view column : columns) append_column(line, column);
    lines += line + '\n';
}

std::string to_text(double confidence) {
    char text[32];
    std::snprintf(text, sizeof(text), "%.2f", confidence);
    return text;
}

std::string reason_of(Status status) {
    return std::string("the text says so, but it is ") + to_string(status);
}

}  // namespace

std::string rejected_header() {
    return "article\tsubject\tproperty\tobject\tconfidence\treason\tsentence\n";
}

std::string rejected_lines(const ArticleFacts& article) {
    std::string lines;
    for (const RejectedFact& one : article.rejected)
        append_line(lines, {article.article.id, one.subject, one.property_iri, one.object, to_text(one.confidence),
                            one.reason, slice(article.text, one.sentence)});
    for (const Fact& fact : article.facts) {
        if (fact.status == Status::asserted) continue;
        const auto* thing = std::get_if<EntityId>(&fact.object);
        const std::string object = thing ? article.entities[*thing].name : std::get<Literal>(fact.object).lexical;
        append_line(lines, {article.article.id, article.entities[fact.subject].name, fact.property_iri, object,
                            to_text(fact.confidence()), reason_of(fact.status),
                            slice(article.text, fact.evidence.front().sentence)});
    }
    return lines;
}

}  // namespace lede
