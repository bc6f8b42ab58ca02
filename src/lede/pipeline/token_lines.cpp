#include <array>
#include <cstdio>
#include <numeric>
#include <utility>

#include <lede/pipeline/token_lines.hpp>

namespace lede {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> penn_signs{{{"-LRB-", "("},
                                                                                   {"-RRB-", ")"},
                                                                                   {"-LSB-", "["},
                                                                                   {"-RSB-", "]"},
                                                                                   {"-LCB-", "{"},
                                                                                   {"-RCB-", "}"},
                                                                                   {"``", "\""},
                                                                                   {"''", "\""},
                                                                                   {"`", "'"}}};

/// The token as text has it; a slash or an asterisk of the Penn treebank has a backslash before it.
std::string plain_form(std::string_view form) {
    for (const auto& [penn, sign] : penn_signs)
        if (form == penn) return std::string(sign);
    std::string plain;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const bool escape = form[i] == '\\' && i + 1 < form.size() && (form[i + 1] == '/' || form[i + 1] == '*');
        if (!escape) plain += form[i];
    }
    return plain;
}

std::string score_of(double confidence) {
    std::array<char, 16> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.3f", confidence);
    return buffer.data();
}

}  // namespace

TokenLine::TokenLine(std::string_view line) : article_(std::make_unique<Article>()) {
    document_.article = article_.get();
    constexpr std::string_view blanks = " \t\r\n";
    for (std::size_t begin = line.find_first_not_of(blanks); begin != std::string_view::npos;) {
        const std::size_t end = std::min(line.find_first_of(blanks, begin), line.size());
        add(line.substr(begin, end - begin));
        begin = line.find_first_not_of(blanks, end);
    }
    const auto count = static_cast<std::uint32_t>(document_.tokens.size());
    if (count > 0) document_.sentences.push_back({0, count, document_.span_of(0, count), 0, false});
}

void TokenLine::add(std::string_view form) {
    std::string& text = article_->text;
    if (!text.empty()) text += ' ';
    Token token;
    token.span.begin = static_cast<std::uint32_t>(text.size());
    text += plain_form(form);
    token.span.end = static_cast<std::uint32_t>(text.size());
    document_.tokens.push_back(std::move(token));
    given_.emplace_back(form);
}

std::string to_line(const Document& document, const OpenTuple& tuple, const Speller& spell) {
    const Sentence& sentence = document.sentences[tuple.sentence];
    Words all(sentence.last - sentence.first);
    std::iota(all.begin(), all.end(), sentence.first);
    const std::string predicate = join_words(predicate_words(tuple), spell);
    const char* divider = tuple.inserted.empty() || predicate.empty() ? "" : " ";
    std::string line = join_words(all, spell) + "\t" + score_of(tuple.confidence) + "\t" + tuple.inserted + divider +
                       predicate + "\t" + join_words(tuple.subject.words, spell);
    for (const OpenArgument& argument : tuple.arguments) line += "\t" + join_words(argument.words, spell);
    return line + "\n";
}

}  // namespace lede
