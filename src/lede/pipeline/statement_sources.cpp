#include <algorithm>
#include <vector>

#include <lede/pipeline/named_things.hpp>
#include <lede/pipeline/statement_sources.hpp>
#include <lede/rdf/term.hpp>
#include <lede/rdf/vocabulary.hpp>

namespace lede {

namespace {

// Questions, and the words of a sentence, come before what they are to be put together with.
constexpr char first_mark = '0';
constexpr char second_mark = '1';

/// The parts of a line "key␁mark␁a␁b␁c"; missing ones are empty.
struct Parts {
    std::string_view key;
    char mark = 0;
    std::string_view a, b, c;
};

std::string_view take(std::string_view& rest) {
    const auto end = std::min(rest.find(part_end), rest.size());
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return part;
}

Parts split(std::string_view line) {
    Parts parts;
    parts.key = take(line);
    parts.mark = take(line).front();
    parts.a = take(line);
    parts.b = take(line);
    parts.c = take(line);
    return parts;
}

std::string join(std::string_view key, char mark, std::string_view a, std::string_view b = {},
                 std::string_view c = {}) {
    std::string line(key);
    line.append({part_end, mark}).append({part_end}).append(a);
    line.append({part_end}).append(b).append({part_end}).append(c);
    return line;
}

}  // namespace

void StatementSources::add(std::string_view statement, std::string_view article, std::string_view sentence) {
    statements_.add(join(statement, second_mark, article, sentence));
}

void StatementSources::add(const ReifiedStatement& one) {
    if (one.asserted && !one.sentence.empty()) add(one.triple(), one.article(), one.sentence);
}

void StatementSources::note(const StatementParts& parts) {
    reader_.read(parts);
    const std::string_view predicate = without_brackets(parts.predicate);
    if (!parts.graph.empty()) {
        std::string triple(parts.subject);
        triple.append(" ").append(parts.predicate).append(" ").append(parts.object);
        add(triple, without_brackets(parts.graph), {});
    }
    if (predicate == terms::mentions) add(parts.object, without_brackets(parts.subject), {});
    if (predicate == terms::nif_anchor_of) sentences_.add(join(parts.subject, first_mark, parts.object));
}

void StatementSources::ask(std::string_view statement, std::string_view note) {
    statements_.add(join(statement, first_mark, note));
}

void StatementSources::find_articles() {
    std::string statement;
    std::vector<std::string> notes;
    bool any = false;
    const auto end_statement = [&] {
        if (any) return;
        for (const std::string& note : notes) answers_.add(join(note, first_mark, {}));
    };
    statements_.merge([&](std::string_view line) {
        const Parts parts = split(line);
        if (parts.key != statement) {
            end_statement();
            notes.clear();
            any = false;
            statement = parts.key;
        }
        if (parts.mark == first_mark) return notes.emplace_back(parts.a), void();
        any = true;
        for (const std::string& note : notes) {
            if (parts.b.empty()) {
                answers_.add(join(note, first_mark, parts.a));
            } else {
                sentences_.add(join(parts.b, second_mark, note, parts.a));
            }
        }
    });
    end_statement();
}

void StatementSources::find_sentences() {
    std::string sentence;
    std::string words;
    sentences_.merge([&](std::string_view line) {
        const Parts parts = split(line);
        if (parts.key != sentence) words.clear();
        sentence = parts.key;
        if (parts.mark == first_mark) {
            words = parts.a;
        } else {
            answers_.add(join(parts.a, first_mark, parts.b, words));
        }
    });
}

void StatementSources::answer(const std::function<void(std::string_view, const StatementSource&)>& sink) {
    reader_.finish();
    find_articles();
    find_sentences();
    answers_.merge([&](std::string_view line) {
        const Parts parts = split(line);
        sink(parts.key, {std::string(parts.a), plain_text(parts.b)});
    });
}

}  // namespace lede
