#include <span>

#include <lede/language/language_model.hpp>
#include <lede/language/lemmatizer.hpp>
#include <lede/language/model_file.hpp>
#include <lede/language/name_recogniser.hpp>
#include <lede/language/sentence_splitter.hpp>
#include <lede/language/syntax_model.hpp>
#include <lede/language/tokenizer.hpp>

namespace lede {

struct LanguageModel::Parts {
    explicit Parts(const std::filesystem::path& path)
        : file(path),
          tokenizer(file),
          splitter(file, tokenizer.rules()),
          syntax(file),
          lemmatizer(file),
          names(file) {}

    ModelFile file;
    Tokenizer tokenizer;
    SentenceSplitter splitter;
    SyntaxModel syntax;
    Lemmatizer lemmatizer;
    NameRecogniser names;
};

namespace {

/// Where the paragraph that begins at `begin` ends: before a blank line, or before a line end if `line_only`.
std::size_t paragraph_end(std::string_view text, std::size_t begin, bool line_only) {
    for (std::size_t at = begin; at < text.size(); ++at) {
        if (text[at] != '\n') continue;
        if (line_only) return at;
        std::size_t next = at + 1;
        while (next < text.size() && (text[next] == ' ' || text[next] == '\t' || text[next] == '\r')) ++next;
        if (next < text.size() && text[next] == '\n') return at;
    }
    return text.size();
}

/// Tokens and sentences of one paragraph, or one line of a headline.
void add_paragraph(const Tokenizer& tokenizer, const SentenceSplitter& splitter, Span range, std::uint32_t paragraph,
                   bool headline, Document& document) {
    std::vector<Span> tokens;
    tokenizer.tokenise(document.text(), range, tokens);
    std::vector<std::uint32_t> ends;
    splitter.split(document.text(), tokens, ends);
    const auto base = static_cast<std::uint32_t>(document.tokens.size());
    std::uint32_t first = 0;
    for (const std::uint32_t end : ends) {
        const auto number = static_cast<std::uint32_t>(document.sentences.size());
        for (std::uint32_t i = first; i < end; ++i) {
            Token& token = document.tokens.emplace_back();
            token.span = tokens[i];
            token.sentence = number;
        }
        document.sentences.push_back(
            {base + first, base + end, {tokens[first].begin, tokens[end - 1].end}, paragraph, headline});
        first = end;
    }
}

void add_lemmas(const Lemmatizer& lemmatizer, const SyntaxModel& syntax, const SyntaxReading& reading,
                std::span<const Sentence> sentences, Document& document) {
    for (std::size_t s = 0; s < sentences.size(); ++s)
        for (std::uint32_t i = 0; i < reading.words[s].size(); ++i) {
            Token& token = document.tokens[sentences[s].first + i];
            const std::uint16_t tag = reading.results[s].tags[i];
            token.lemma = lemmatizer.lemma(document.form(token), reading.words[s][i], syntax.tags()[tag], tag);
        }
}

/// The sentences at the front that are read at once. Not all are: what the network computes takes hundreds of times the room of the text.
std::span<const Sentence> first_block(std::span<const Sentence> sentences) {
    std::size_t count = 1;
    while (count < sentences.size() && sentences[count - 1].last - sentences[0].first < SyntaxModel::batch_words) ++count;
    return sentences.first(count);
}

void append(const Matrix& source, Matrix& target) {
    target.rows = source.rows;
    target.cols += source.cols;
    target.values.insert(target.values.end(), source.values.begin(), source.values.end());
}

}  // namespace

LanguageModel::LanguageModel(const std::filesystem::path& path) : parts_(std::make_unique<Parts>(path)) {}
LanguageModel::~LanguageModel() = default;
LanguageModel::LanguageModel(LanguageModel&&) noexcept = default;

Document LanguageModel::analyse(const Article& article) const {
    Document document = tokenise(article);
    annotate(document);
    return document;
}

Document LanguageModel::tokenise(const Article& article) const {
    Document document;
    document.article = &article;
    const std::string& text = article.text;
    std::uint32_t paragraph = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = paragraph_end(text, begin, false);
        const bool headline = paragraph == 0 && !article.info.headline.empty();
        const std::size_t before = document.tokens.size();
        // The lines of a headline stand alone; in a paragraph a line end is a blank.
        for (std::size_t line = begin; line < end;) {
            const std::size_t line_end = headline ? std::min(end, paragraph_end(text, line, true)) : end;
            add_paragraph(parts_->tokenizer, parts_->splitter,
                          {static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(line_end)}, paragraph, headline,
                          document);
            line = line_end + 1;
        }
        paragraph += document.tokens.size() > before;
        begin = end + 1;
    }
    return document;
}

void LanguageModel::annotate(Document& document, Matrix* encoded) const {
    NameFeatures features = parts_->names.look_at(document);
    document.names.clear();
    for (std::span<const Sentence> rest = document.sentences; !rest.empty();) {
        const std::span<const Sentence> block = first_block(rest);
        const SyntaxReading reading = annotate_syntax(parts_->syntax, block, document);
        add_lemmas(parts_->lemmatizer, parts_->syntax, reading, block, document);
        features.update_tags(block.front().first, block.back().last);
        parts_->names.recognise(block, features, reading.encoded, document.names);
        if (encoded != nullptr) append(reading.encoded, *encoded);
        rest = rest.subspan(block.size());
    }
}

std::string LanguageModel::checksum() const {
    return parts_->file.checksum();
}

std::string LanguageModel::language() const {
    for (const std::string& line : parts_->file.lines("meta"))
        if (line.starts_with("language\t")) return line.substr(9);
    return {};
}

}  // namespace lede
