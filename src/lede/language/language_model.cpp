#include <lede/base/hash.hpp>
#include <lede/base/utf8.hpp>
#include <lede/language/language_model.hpp>
#include <lede/language/lemmatizer.hpp>
#include <lede/language/model_file.hpp>
#include <lede/language/name_recogniser.hpp>
#include <lede/language/parser.hpp>
#include <lede/language/sentence_splitter.hpp>
#include <lede/language/tagger.hpp>
#include <lede/language/tokenizer.hpp>

namespace lede {

struct LanguageModel::Parts {
    explicit Parts(const std::filesystem::path& path)
        : file(path),
          tokenizer(file),
          splitter(file, tokenizer.rules()),
          tagger(file),
          lemmatizer(file),
          parser(file),
          names(file) {}

    ModelFile file;
    Tokenizer tokenizer;
    SentenceSplitter splitter;
    Tagger tagger;
    Lemmatizer lemmatizer;
    Parser parser;
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

/// What is kept between the sentences of a document.
struct Workspace {
    std::vector<Surface> words;
    std::vector<std::uint16_t> tags;
    std::vector<ParseWord> parse_words;
    ParserWorkspace parser;
    ParseTree tree;
};

void add_tags(const Tagger& tagger, const Lemmatizer& lemmatizer, Document& document, const Sentence& sentence,
              Workspace& work) {
    work.words.clear();
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) work.words.push_back(look_at(document.form(i)));
    tagger.tag(work.words, work.tags);
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
        Token& token = document.tokens[i];
        const Surface& word = work.words[i - sentence.first];
        const std::uint16_t number = work.tags[i - sentence.first];
        const Tag& tag = tagger.tags()[number];
        token.upos = tag.upos;
        token.xpos = tag.xpos;
        token.feats = tagger.features_of(word, number);
        token.lemma = lemmatizer.lemma(document.form(token), word, tag, number);
    }
}

void add_tree(const Parser& parser, Document& document, const Sentence& sentence, Workspace& work) {
    work.parse_words.clear();
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
        const Surface& word = work.words[i - sentence.first];
        const Token& token = document.tokens[i];
        work.parse_words.push_back(
            {word.lower, hash_of(token.lemma), word.shape, work.tags[i - sentence.first], token.upos});
    }
    parser.parse(work.parse_words, work.parser, work.tree);
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
        Token& token = document.tokens[i];
        const std::uint16_t head = work.tree.heads[i - sentence.first];
        token.head = head == 0 ? -1 : static_cast<std::int32_t>(sentence.first + head - 1);
        token.deprel = parser.labels()[work.tree.labels[i - sentence.first]];
    }
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

void LanguageModel::annotate(Document& document) const {
    Workspace work;
    for (const Sentence& sentence : document.sentences) {
        add_tags(parts_->tagger, parts_->lemmatizer, document, sentence, work);
        add_tree(parts_->parser, document, sentence, work);
    }
    if (!parts_->names.empty()) document.names = parts_->names.recognise(document);
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
