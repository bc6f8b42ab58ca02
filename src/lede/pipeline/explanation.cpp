#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>
#include <vector>

#include <lede/graph/words.hpp>
#include <lede/pipeline/explanation.hpp>

namespace lede {

const Marks plain_marks{"«", "»", "[", "]", "", "", "", ""};
const Marks colour_marks{"\033[1;36m", "\033[0m", "\033[1;35m", "\033[0m", "\033[2m", "\033[0m", "\033[1m", "\033[0m"};

namespace {

/// The words of a span on one line.
std::string on_one_line(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t';
        if (!space) result += c;
        if (space && (result.empty() || result.back() != ' ')) result += ' ';
    }
    return result;
}

struct Insertion {
    std::uint32_t at;
    int order;  // at one place, what ends comes before what begins
    std::string_view mark;
};

/// The evidence's sentence with the words for subject and object set off.
std::string mark_sentence(const std::string& text, const Evidence& evidence, const Marks& marks) {
    std::vector<Insertion> insertions;
    const auto add = [&](Span span, std::string_view begin, std::string_view end) {
        if (span.empty() || !evidence.sentence.contains(span)) return;
        insertions.push_back({span.begin, 1, begin});
        insertions.push_back({span.end, 0, end});
    };
    add(evidence.subject, marks.subject_begin, marks.subject_end);
    add(evidence.object, marks.object_begin, marks.object_end);
    std::stable_sort(insertions.begin(), insertions.end(), [](const Insertion& a, const Insertion& b) {
        return std::pair(a.at, a.order) < std::pair(b.at, b.order);
    });
    std::string result;
    std::uint32_t at = evidence.sentence.begin;
    for (const auto& insertion : insertions) {
        result += to_printable(slice(text, {at, insertion.at}));
        result += insertion.mark;
        at = insertion.at;
    }
    result += to_printable(slice(text, {at, evidence.sentence.end}));
    return on_one_line(result);
}

/// The last part of an IRI, for what has no label.
std::string local_name(std::string_view iri) {
    return std::string(iri.substr(std::min(iri.find_last_of("/#") + 1, iri.size())));
}

/// An open property is quoted, so that it is not taken for one of the vocabulary.
std::string label_of_property(const Ontology& ontology, const Fact& fact) {
    if (!fact.phrase.empty()) return "“" + to_printable(fact.phrase) + "”";
    const Property* property = ontology.find_property(fact.property_iri);
    return to_printable(property && !property->label.empty() ? property->label : local_name(fact.property_iri));
}

std::string label_of_class(const Ontology& ontology, const std::string& iri) {
    const OntologyClass* known = ontology.find_class(iri);
    return to_printable(known && !known->label.empty() ? known->label : local_name(iri));
}

std::string object_of(const ArticleFacts& article, const Fact& fact) {
    if (const auto* entity = std::get_if<EntityId>(&fact.object)) return to_printable(article.entities.at(*entity).name);
    return to_printable(std::get<Literal>(fact.object).lexical);
}

std::string score_of(double confidence) {
    std::array<char, 16> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.2f", confidence);
    return buffer.data();
}

const char* reason_of(Status status) {
    switch (status) {
        case Status::asserted:
            return "";
        case Status::denied:
            return "not asserted: the text denies it";
        case Status::uncertain:
            return "not asserted: the text says that it is possible, planned or hoped";
        case Status::claimed:
            return "not asserted: the text only says that someone claims it";
    }
    return "";
}

void append_fact(std::string& out, const ArticleFacts& article, const Fact& fact, const Ontology& ontology,
                 const Marks& marks) {
    const auto strong = [&](const std::string& words) {
        return std::string(marks.strong_begin) + words + std::string(marks.strong_end);
    };
    const auto faint = [&](const std::string& words) {
        out += "    " + std::string(marks.faint_begin) + words + std::string(marks.faint_end) + "\n";
    };
    out += "\n  " + strong(to_printable(article.entities.at(fact.subject).name)) + " · " +
           label_of_property(ontology, fact) + " · " + strong(object_of(article, fact)) + "   " +
           score_of(fact.confidence()) + "\n";
    if (fact.status != Status::asserted) faint(reason_of(fact.status));
    for (const auto& evidence : fact.evidence) {
        out += "    " + mark_sentence(article.text, evidence, marks) + "\n";
        if (!evidence.matched.empty()) faint("like: " + to_printable(evidence.matched));
    }
}

}  // namespace

std::string explain(const ArticleFacts& article, const Ontology& ontology, const Marks& marks) {
    const ArticleInfo& info = article.article;
    std::string out = std::string(marks.strong_begin) + to_printable(info.headline.empty() ? info.id : info.headline) +
                      std::string(marks.strong_end);
    if (!info.headline.empty()) out += "  " + to_printable(info.id);
    if (info.date) out += "  " + to_string(*info.date);
    out += "\n";
    for (const auto& entity : article.entities) {
        out +=
            "\n  " + to_printable(entity.name) + "  " + std::string(marks.faint_begin) + label_of_class(ontology, entity.class_iri);
        for (const auto& alias : entity.aliases) out += " · " + to_printable(alias);
        if (!entity.iri.empty()) out += " · <" + to_printable(entity.iri) + ">";
        out += marks.faint_end;
    }
    if (!article.entities.empty()) out += "\n";
    for (const auto& fact : article.facts) append_fact(out, article, fact, ontology, marks);
    for (const auto& quotation : article.quotations) {
        const std::string speaker = quotation.speaker ? to_printable(article.entities.at(*quotation.speaker).name) : "someone";
        out += "\n  " + speaker + " said: “" + to_printable(quotation.text) + "”\n";
    }
    return out;
}

}  // namespace lede
