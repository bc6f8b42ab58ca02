#include <lede/extraction/open_tuple.hpp>

namespace lede {
namespace {

/// A token such as "1\n000" must not end a line of what is written, and no token may steer a terminal.
void append_on_one_line(std::string& text, std::string_view form) {
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    for (const char c : form) text += is_control(c) ? ' ' : c;
}

}  // namespace

std::string join_words(const Document& document, const Words& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool touches = i > 0 && words[i] == words[i - 1] + 1 &&
                             document.tokens[words[i - 1]].span.end == document.tokens[words[i]].span.begin;
        if (i > 0 && !touches) text += ' ';
        append_on_one_line(text, document.form(words[i]));
    }
    return text;
}

std::string join_words(const Words& words, const Speller& spell) {
    std::string text;
    for (const std::uint32_t word : words) append_on_one_line(text += text.empty() ? "" : " ", spell(word));
    return text;
}

Words predicate_words(const OpenTuple& tuple) {
    Words words = tuple.predicate;
    const OpenArgument& first = tuple.arguments.front();
    if (first.attached) words.insert(words.end(), first.preposition.begin(), first.preposition.end());
    return words;
}

}  // namespace lede
