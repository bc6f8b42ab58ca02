#include <algorithm>
#include <array>
#include <regex>
#include <vector>

#include <lede/base/utf8.hpp>
#include <lede/graph/words.hpp>
#include <lede/store/query_text.hpp>

namespace lede {
namespace {

constexpr std::size_t max_message_lines = 8;
constexpr std::size_t max_message_line = 300;
constexpr std::size_t max_shown_line = 100;
constexpr std::size_t max_list = 80;  ///< of what might have stood in the place of an error

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Cuts the next word of the prologue off: an IRI in brackets, or what stands up to a blank or a bracket.
std::string_view take_word(std::string_view& rest) {
    while (!rest.empty() && (is_blank(rest.front()) || rest.front() == '#')) {
        const bool comment = rest.front() == '#';
        rest.remove_prefix(comment ? std::min(rest.find('\n'), rest.size()) : 1);
    }
    std::size_t end = 0;
    if (rest.starts_with('<')) {
        end = std::min(rest.find('>'), rest.size() - 1) + 1;
    } else {
        while (end < rest.size() && !is_blank(rest[end]) &&
               std::string_view("<{(*#").find(rest[end]) == std::string_view::npos)
            ++end;
        if (end == 0 && !rest.empty()) end = 1;
    }
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(end);
    return word;
}

/// Calls `on_prefix(name, iri)` for each PREFIX, and gives the first word behind the prologue in small letters.
template <class OnPrefix>
std::string read_prologue(std::string_view query, OnPrefix on_prefix) {
    if (query.starts_with("\xEF\xBB\xBF")) query.remove_prefix(3);
    while (true) {
        std::string word = to_lower(to_valid_utf8(take_word(query)));
        if (word == "base" || word == "version") {
            take_word(query);
        } else if (word == "prefix") {
            std::string_view name = take_word(query);
            const std::string_view iri = take_word(query);
            if (name.ends_with(':')) name.remove_suffix(1);
            if (iri.size() >= 2 && iri.front() == '<' && iri.back() == '>')
                on_prefix(name, iri.substr(1, iri.size() - 2));
        } else if (word == "define") {  // Virtuoso's pragmas: define NAME VALUE
            take_word(query);
            take_word(query);
        } else {
            return word;
        }
    }
}

std::string_view line_of(std::string_view text, std::size_t number) {
    for (; number > 1; --number) {
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos) break;  // some count the end of the text as a line of its own
        text.remove_prefix(end + 1);
    }
    std::string_view line = text.substr(0, text.find('\n'));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// The column in code points of a word that stands in the line just once; else 0.
std::size_t column_of(std::string_view line, std::string_view word) {
    const std::size_t at = word.empty() ? std::string_view::npos : line.find(word);
    if (at == std::string_view::npos || line.find(word, at + 1) != std::string_view::npos) return 0;
    return count_code_points(to_valid_utf8(line.substr(0, at))) + 1;
}

std::size_t to_number(const std::string& digits) {
    return digits.size() < 8 ? std::stoul(digits) : 0;
}

std::string without_markup(std::string_view html) {
    std::string text;
    for (std::size_t at = 0; at < html.size();) {
        if (html[at] != '<') {
            text += html[at++];
            continue;
        }
        const std::size_t close = html.find('>', at);
        if (html.substr(at, close - at).find("://") != std::string_view::npos) {  // an IRI, as in Virtuoso's <xmp>
            text += html[at++];
            continue;
        }
        const std::string tag = to_lower(to_valid_utf8(html.substr(at, 7)));
        std::size_t end = close;
        for (const std::string_view hidden : {"<title", "<style", "<script"}) {
            if (tag.starts_with(hidden)) end = html.find('>', std::min(html.find("</", at), html.size()));
        }
        at = end == std::string_view::npos ? html.size() : end + 1;
        text += '\n';
    }
    for (const auto& [code, sign] : std::array<std::pair<std::string_view, char>, 4>{
             {{"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&amp;", '&'}}}) {
        for (std::size_t at = text.find(code); at != std::string::npos; at = text.find(code, at + 1))
            text.replace(at, code.size(), 1, sign);
    }
    return text;
}

}  // namespace

QueryForm find_query_form(std::string_view query) {
    const std::string word = read_prologue(query, [](std::string_view, std::string_view) {});
    if (word == "select") return QueryForm::select;
    if (word == "ask") return QueryForm::ask;
    if (word == "construct") return QueryForm::construct;
    if (word == "describe") return QueryForm::describe;
    constexpr std::array updates{"insert", "delete", "load", "clear", "drop", "create", "add", "move", "copy", "with"};
    return std::find(updates.begin(), updates.end(), word) == updates.end() ? QueryForm::unknown : QueryForm::update;
}

std::map<std::string, std::string> find_prefixes(std::string_view query) {
    std::map<std::string, std::string> prefixes;
    read_prologue(query, [&](std::string_view name, std::string_view iri) {
        prefixes.insert_or_assign(std::string(name), std::string(iri));
    });
    return prefixes;
}

std::optional<QueryPlace> find_error_place(std::string_view message, std::string_view query) {
    static const std::regex line_form(R"(\bline:? *(\d+)(?:, *col(?:umn)?:? *(\d+))?)", std::regex::icase);
    static const std::regex pair_form(R"(\bat (\d+):(\d+))");
    static const std::regex word_form(R"(at '([^']+)')");
    const std::string text(message.substr(0, 4000));  // a regular expression of the library recurses over its text
    std::smatch match;
    if (!std::regex_search(text, match, line_form) && !std::regex_search(text, match, pair_form)) return std::nullopt;
    QueryPlace place{to_number(match[1]), match[2].matched ? to_number(match[2]) : 0};
    if (place.line == 0) return std::nullopt;
    const std::size_t lines = 1 + static_cast<std::size_t>(std::count(query.begin(), query.end(), '\n'));
    place.line = std::min(place.line, lines);
    std::smatch word;
    if (place.column == 0 && std::regex_search(text, word, word_form))
        place.column = column_of(line_of(query, place.line), word[1].str());
    return place;
}

std::string mark_place(std::string_view query, QueryPlace place) {
    std::vector<char32_t> points;
    const std::string valid = to_valid_utf8(line_of(query, place.line));
    for (std::size_t at = 0; at < valid.size();) points.push_back(next_code_point(valid, at));
    std::size_t column = std::min(place.column, points.size() + 1);
    std::size_t begin = 0;
    if (points.size() > max_shown_line && column > max_shown_line / 2)
        begin = std::min(column - max_shown_line / 2, points.size() - max_shown_line / 2);
    std::string shown;
    for (std::size_t at = begin; at < std::min(points.size(), begin + max_shown_line); ++at)
        append_utf8(shown, points[at]);
    const std::string number = std::to_string(place.line);
    std::string text = "  " + number + " | " + to_printable(shown);
    if (column > begin)
        text += "\n  " + std::string(number.size(), ' ') + " | " + std::string(column - begin - 1, ' ') + "^";
    return text;
}

std::string plain_message(std::string_view body, std::string_view content_type) {
    body = body.substr(0, std::min(body.find("\nSPARQL query:"), std::size_t{20000}));
    std::string text = content_type.find("html") == std::string_view::npos ? std::string(body) : without_markup(body);
    std::string result;
    std::size_t lines = 0;
    for (std::size_t at = 0; at < text.size() && lines < max_message_lines;) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string line = to_printable(std::string_view(text).substr(at, std::min(end - at, max_message_line)));
        at = end + 1;
        const std::size_t first = line.find_first_not_of(' ');
        if (first == std::string::npos) continue;
        line = line.substr(first, line.find_last_not_of(' ') + 1 - first);
        // Jena lists all tokens that it would have taken, which nobody reads.
        if (line.starts_with("Was expecting")) break;
        if (line.starts_with("HTTP/1.")) continue;
        // So does Oxigraph, on one line, letters of all scripts among them.
        const std::size_t list = line.find("expected one of ");
        if (list != std::string::npos && line.size() > list + max_list)
            line = line.substr(0, line.rfind(',', list + max_list)) + ", …";
        result += (result.empty() ? "" : "\n") + line;
        if (list != std::string::npos) break;
        ++lines;
    }
    return result;
}

}  // namespace lede
