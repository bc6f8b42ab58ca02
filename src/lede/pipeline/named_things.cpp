#include <algorithm>
#include <iterator>

#include <lede/pipeline/named_things.hpp>
#include <lede/rdf/iri.hpp>
#include <lede/rdf/reified_statements.hpp>
#include <lede/rdf/vocabulary.hpp>

namespace lede {

namespace {

constexpr std::size_t longest_acronym = 6;

/// Where the last segment but one of an IRI begins; 0 if there is none.
std::size_t begin_of_class(std::string_view iri) {
    const auto name = iri.rfind('/');
    if (name == std::string_view::npos || name == 0) return 0;
    const auto before = iri.find_last_of("/#", name - 1);
    return before == std::string_view::npos ? 0 : before + 1;
}

constexpr char class_mark = 'c';
constexpr char name_mark = 'n';
constexpr char alias_mark = 'a';
constexpr char value_mark = 'v';

void append(std::string& line, char mark, std::string_view text) {
    line.append({part_end, mark}).append(text);
}

/// "<key>␁<iri>␁c…␁n…": one thing as a line.
std::string to_line(std::string_view key, const NamedThing& thing) {
    std::string line(key);
    line.append({part_end}).append(thing.iri);
    for (const auto& one : thing.classes) append(line, class_mark, one);
    for (const auto& one : thing.names) append(line, name_mark, one);
    for (const auto& one : thing.aliases) append(line, alias_mark, one);
    for (const auto& [property, value] : thing.values) append(line, value_mark, property + " " + value);
    return line;
}

void add_part(NamedThing& thing, std::string_view part) {
    const std::string text(part.substr(1));
    switch (part.front()) {
        case class_mark:
            thing.classes.push_back(text);
            break;
        case name_mark:
            thing.names.push_back(text);
            break;
        case alias_mark:
            thing.aliases.push_back(text);
            break;
        default:
            const auto blank = text.find(' ');
            thing.values.emplace_back(text.substr(0, blank), text.substr(blank + 1));
    }
}

/// Cuts the text before the next end of a part off `rest`.
std::string_view take_part(std::string_view& rest) {
    const auto end = std::min(rest.find(part_end), rest.size());
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return part;
}

/// Hands over the things of each key that has several.
using GroupSink = std::function<void(std::string_view key, const std::vector<NamedThing>&)>;
void each_group(LineSorter& lines, const GroupSink& sink) {
    std::string key;
    std::vector<NamedThing> group;
    const auto end_group = [&] {
        if (group.size() > 1) sink(key, group);
        group.clear();
    };
    lines.merge([&](std::string_view rest) {
        const std::string_view its_key = take_part(rest);
        if (its_key != key) end_group();
        key = its_key;
        NamedThing thing;
        thing.iri = take_part(rest);
        while (!rest.empty()) add_part(thing, take_part(rest));
        group.push_back(std::move(thing));
    });
    end_group();
}

}  // namespace

std::string_view base_of_entity(std::string_view iri) {
    return iri.substr(0, begin_of_class(iri));
}

std::string_view text_of_literal(std::string_view literal) {
    const auto end = literal.rfind('"');
    return literal.size() > 1 && end != std::string_view::npos && end > 0 ? literal.substr(1, end - 1) : literal;
}

std::string plain_text(std::string_view literal) {
    std::string text;
    const std::string_view inner = text_of_literal(literal);
    for (std::size_t at = 0; at < inner.size(); ++at) {
        if (inner[at] != '\\' || at + 1 >= inner.size()) {
            text += inner[at];
            continue;
        }
        const char c = inner[++at];
        if (c == 'u' || c == 'U') {
            at += c == 'u' ? 4 : 8;
            text += ' ';
        } else {
            text += c == '"' || c == '\\' ? c : ' ';
        }
    }
    return text;
}

bool is_acronym(std::string_view text) {
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return text.size() >= 2 && text.size() <= longest_acronym && is_capital(text.front()) && is_capital(text.back()) &&
           std::all_of(text.begin(), text.end(),
                       [&](char c) { return is_capital(c) || c == '&' || c == '.' || (c >= '0' && c <= '9'); });
}

bool has_initials(std::string_view name, std::string_view acronym) {
    std::string letters;
    std::copy_if(acronym.begin(), acronym.end(), std::back_inserter(letters),
                 [](char c) { return c >= 'A' && c <= 'Z'; });
    std::size_t at = 0;
    bool first = true;
    while (!name.empty()) {
        const auto end = std::min(name.find_first_of(" -"), name.size());
        const std::string_view word = name.substr(0, end);
        name.remove_prefix(std::min(end + 1, name.size()));
        if (word.empty()) continue;
        const bool capital = word.front() >= 'A' && word.front() <= 'Z';
        const char letter = capital ? word.front() : static_cast<char>(word.front() - 'a' + 'A');
        if (at < letters.size() && letters[at] == letter) {
            ++at;
        } else if (first || capital) {
            return false;
        }
        first = false;
    }
    return at == letters.size() && at > 1;
}

NamedThings::NamedThings(const Ontology& ontology) {
    for (const Property& property : ontology.properties()) {
        if (property.functional && property.extracted) functional_.insert(property.iri);
    }
    for (const OntologyClass& one : ontology.classes()) {
        if (one.extracted) class_slugs_.insert(class_slug(one.iri));
    }
}

void NamedThings::note(const StatementParts& parts) {
    if (!parts.subject.starts_with('<')) return;
    const std::string_view predicate = without_brackets(parts.predicate);
    char mark = 0;
    if (predicate == terms::type) {
        mark = class_mark;
    } else if (predicate == terms::name) {
        mark = name_mark;
    } else if (predicate == terms::alternate_name) {
        mark = alias_mark;
    } else if (functional_.contains(predicate)) {
        mark = value_mark;
    }
    if (mark == 0) return;
    std::string line(without_brackets(parts.subject));
    append(line, mark, mark == value_mark ? predicate : std::string_view());
    if (mark == value_mark) line += ' ';
    statements_.add(line.append(mark == class_mark ? without_brackets(parts.object) : parts.object));
}

void NamedThings::each(const std::function<void(const NamedThing&)>& sink) {
    NamedThing thing;
    const auto end_thing = [&] {
        if (thing.iri.empty()) return;
        sink(thing);
        index(thing);
    };
    statements_.merge([&](std::string_view rest) {
        const std::string_view iri = take_part(rest);
        if (iri != thing.iri) {
            end_thing();
            thing = {};
            thing.iri = iri;
        }
        add_part(thing, rest);
    });
    end_thing();
}

void NamedThings::index(const NamedThing& thing) {
    const std::string base(base_of_entity(thing.iri));
    const std::string_view rest = std::string_view(thing.iri).substr(base.size());
    const auto slash = rest.find('/');
    if (slash == std::string_view::npos || !class_slugs_.contains(std::string(rest.substr(0, slash)))) return;
    if (rest.find('#') != std::string_view::npos) return;  // an unnamed part of its article
    names_.add(to_line(base + std::string(rest.substr(slash + 1)), thing));
    std::set<std::string_view> acronyms;
    for (const std::string& name : thing.names) {
        if (is_acronym(text_of_literal(name))) acronyms.insert(text_of_literal(name));
        for (const std::string& alias : thing.aliases) {
            const std::string_view text = text_of_literal(alias);
            if (is_acronym(text) && has_initials(text_of_literal(name), text)) acronyms.insert(text);
        }
    }
    for (const std::string_view acronym : acronyms) acronyms_.add(to_line(base + std::string(acronym), thing));
}

void NamedThings::each_name(const std::function<void(const std::vector<NamedThing>&)>& sink) {
    each_group(names_, [&](std::string_view, const std::vector<NamedThing>& things) { sink(things); });
}

void NamedThings::each_acronym(const std::function<void(std::string_view, const std::vector<NamedThing>&)>& sink) {
    each_group(acronyms_, [&](std::string_view key, const std::vector<NamedThing>& things) {
        sink(key.substr(base_of_entity(things.front().iri).size()), things);
    });
}

}  // namespace lede
