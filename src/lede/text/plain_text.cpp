#include <algorithm>

#include <lede/base/utf8.hpp>
#include <lede/text/plain_text.hpp>

namespace lede {

namespace {

constexpr std::size_t longest_headline = 160;      // code points; headlines of news agencies stay below 120
constexpr std::size_t longest_wrapped_line = 110;  // code points; text is wrapped at 65 to 100 columns

constexpr std::string_view blanks = " \t\r\f\v";

/// The line without closing quotation marks and brackets at its end.
std::string_view without_closing(std::string_view line) {
    constexpr std::string_view closing[] = {"\"", "'", ")", "]", "”", "’", "»"};
    bool again = true;
    while (again) {
        again = false;
        for (const auto mark : closing) {
            if (!line.ends_with(mark)) continue;
            line.remove_suffix(mark.size());
            again = true;
        }
    }
    return line;
}

/// Whether the line ends like a sentence.
bool ends_with_stop(std::string_view line) {
    line = without_closing(line);
    return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with("…");
}

/// Whether the line ends in a way that headlines do not.
bool ends_unlike_headline(std::string_view line) {
    line = without_closing(line);
    return line.ends_with('.') || line.ends_with("…") || line.ends_with(':') || line.ends_with(';') ||
           line.ends_with(',');
}

/// Reads `date 2023-04-27`; empty if the line is something else.
std::optional<Date> parse_date_line(std::string_view line) {
    constexpr std::string_view word = "date ";
    line = trim(line);
    return line.starts_with(word) ? parse_date(trim(line.substr(word.size()))) : std::nullopt;
}

using Lines = std::vector<std::string_view>;

void drop_blank_front(Lines& lines) {
    lines.erase(lines.begin(), std::find_if(lines.begin(), lines.end(), [](auto line) { return !line.empty(); }));
}

/// Whether the lines are a text that was wrapped at some column, so that a line end means a blank.
bool is_wrapped(const Lines& lines) {
    const auto within_width = [](auto line) { return count_code_points(line) <= longest_wrapped_line; };
    if (!std::all_of(lines.begin(), lines.end(), within_width)) return false;
    return std::count_if(lines.begin(), lines.end(), ends_with_stop) * 2 < static_cast<std::ptrdiff_t>(lines.size());
}

/// Puts the lines together: a blank line between paragraphs, a single line end within a wrapped one.
std::string join(const Lines& lines, bool every_line_a_paragraph) {
    std::string text;
    bool pending_break = false;
    for (const auto line : lines) {
        if (line.empty()) {
            pending_break = true;
            continue;
        }
        if (!text.empty()) text += pending_break ? "\n\n" : "\n";
        text += line;
        pending_break = every_line_a_paragraph || count_code_points(line) > longest_wrapped_line;
    }
    return text;
}

}  // namespace

std::string_view trim(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r\n\f\v");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n\f\v") - begin + 1);
}

std::vector<std::string_view> split_lines(std::string_view text) {
    Lines lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\n\r", at), text.size());
        const std::string_view line = text.substr(at, end - at);
        const auto last = line.find_last_not_of(blanks);
        lines.push_back(last == std::string_view::npos ? std::string_view{} : line.substr(0, last + 1));
        at = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
    }
    return lines;
}

bool looks_like_headline(std::string_view line) {
    return !line.empty() && line.size() <= 4 * longest_headline && count_code_points(line) <= longest_headline &&
           !ends_unlike_headline(line);
}

Article parse_plain_text(std::string_view text) {
    Article article;
    Lines lines = split_lines(text);
    drop_blank_front(lines);
    if (!lines.empty()) article.info.date = parse_date_line(lines.front());
    if (article.info.date) {
        lines.erase(lines.begin());
        drop_blank_front(lines);
    }
    if (lines.size() > 1 && looks_like_headline(trim(lines.front()))) {
        article.info.headline = trim(lines.front());
        lines.erase(lines.begin());
        drop_blank_front(lines);
    }
    const bool blank_lines = std::any_of(lines.begin(), lines.end(), [](auto line) { return line.empty(); });
    const std::string body = join(lines, !blank_lines && !is_wrapped(lines));
    article.text = article.info.headline.empty() ? body : article.info.headline + "\n\n" + body;
    return article;
}

}  // namespace lede
