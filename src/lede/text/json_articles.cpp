#include <array>
#include <iterator>

#include <nlohmann/json.hpp>

#include <lede/base/error.hpp>
#include <lede/base/utf8.hpp>
#include <lede/text/json_articles.hpp>
#include <lede/text/plain_text.hpp>

namespace lede {

namespace {

using nlohmann::json;

/// The names that feeds and crawlers give to the fields of an article.
std::string* find_field(std::string_view name, ArticleInfo& info, std::string& text, std::string& date) {
    const std::array<std::pair<std::string_view, std::string*>, 13> fields{{{"text", &text},
                                                                            {"body", &text},
                                                                            {"content", &text},
                                                                            {"id", &info.id},
                                                                            {"url", &info.url},
                                                                            {"title", &info.headline},
                                                                            {"headline", &info.headline},
                                                                            {"date", &date},
                                                                            {"date_publish", &date},
                                                                            {"author", &info.author},
                                                                            {"publisher", &info.publisher},
                                                                            {"language", &info.language},
                                                                            {"lang", &info.language}}};
    for (const auto& [known, field] : fields) {
        if (known == name) return field;
    }
    return nullptr;
}

/// The parser's message without its own code, the line, which is told already, and what it was doing.
std::string reason_of(std::string message) {
    if (const auto at = message.find(", column "); at != std::string::npos) message.erase(0, at + 2);
    const auto from = message.find(": syntax error while parsing ");
    const auto to = message.find(" - ", from == std::string::npos ? 0 : from);
    if (from != std::string::npos && to != std::string::npos) message.replace(from, to + 3 - from, ": ");
    return message;
}

/// Gathers the fields of articles from a JSON parser's events, without ever building a tree: deep nesting costs
/// nothing.
class FieldReader : public json::json_sax_t {
  public:
    /// Called at the end of each object at the top, or within an array at the top.
    std::function<void(Article&&, const std::string& problem)> on_article;
    std::string problem;

    bool null() override { return value({}); }
    bool boolean(bool) override { return value({}); }
    bool number_integer(number_integer_t number) override { return value(std::to_string(number)); }
    bool number_unsigned(number_unsigned_t number) override { return value(std::to_string(number)); }
    bool number_float(number_float_t, const string_t& digits) override { return value(digits); }
    bool string(string_t& text) override { return value(text); }
    bool binary(binary_t&) override { return true; }

    bool start_object(std::size_t) override {
        if (depth_ == base_) article_ = Fields{};
        ++depth_;
        return true;
    }
    bool end_object() override {
        if (--depth_ == base_) finish();
        return true;
    }
    bool start_array(std::size_t) override {
        if (depth_ == 0) base_ = 1;
        ++depth_;
        return true;
    }
    bool end_array() override {
        --depth_;
        return true;
    }
    bool key(string_t& name) override {
        if (depth_ == base_ + 1) field_ = find_field(name, article_.info, article_.text, article_.date);
        // an author is often an object, or a list of them
        named_ = depth_ == base_ + 1 || (depth_ <= base_ + 3 && name == "name");
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const json::exception& error) override {
        problem = "is not JSON: " + reason_of(error.what());
        return false;
    }

  private:
    struct Fields {
        ArticleInfo info;
        std::string text;
        std::string date;
    };
    Fields article_;
    std::string* field_ = nullptr;
    bool named_ = false;
    std::size_t depth_ = 0;
    std::size_t base_ = 0;

    bool value(const std::string& text) {
        if (depth_ == base_) {
            problem = "an article must be an object such as {\"id\": …, \"date\": …, \"text\": …}";
            return false;
        }
        if (field_ && named_ && field_->empty()) *field_ = text;
        return true;
    }

    void finish() {
        std::string doubt;
        Article article{std::move(article_.info), {}};
        const std::string text = to_valid_utf8(article_.text);
        if (!article_.date.empty() && !(article.info.date = parse_date(article_.date))) {
            doubt = "\"" + article_.date + "\" is not a date such as 2023-04-27";
        }
        for (auto* field : {&article.info.id, &article.info.url, &article.info.headline, &article.info.author,
                            &article.info.publisher, &article.info.language}) {
            *field = to_valid_utf8(trim(*field));
        }
        add_body(article, text);
        on_article(std::move(article), doubt);
    }

    static void add_body(Article& article, const std::string& text) {
        Article body = parse_plain_text(text);
        if (!article.info.date) article.info.date = body.info.date;
        if (article.info.headline.empty()) {
            article.info.headline = body.info.headline;
            article.text = std::move(body.text);
        } else if (body.info.headline == article.info.headline || body.text.empty()) {
            article.text = std::move(body.text);
        } else {
            article.text = article.info.headline + "\n\n" + body.text;
        }
    }
};

/// Characters of a source for the parser, which counts lines, and gives up on an article that is too long.
class SourceCharacters {
  public:
    SourceCharacters(ByteSource& source, std::size_t limit, std::string front)
        : source_(source), limit_(limit), buffer_(std::move(front)) {}

    bool at_end() { return at_ == buffer_.size() && !fill(); }
    char current() { return buffer_[at_]; }
    void advance() {
        if (buffer_[at_] == '\n') ++line_;
        ++at_;
        if (++since_article_ > limit_)
            throw Error("an article is larger than " + std::to_string(limit_ >> 20) + " MiB");
    }
    void start_article() { since_article_ = 0; }
    std::size_t line() const { return line_; }

  private:
    ByteSource& source_;
    std::size_t limit_;
    std::string buffer_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t since_article_ = 0;

    bool fill() {
        buffer_.resize(std::size_t{1} << 16);
        buffer_.resize(source_.read(buffer_.data(), buffer_.size()));
        at_ = 0;
        return !buffer_.empty();
    }
};

/// An input iterator over SourceCharacters, as the parser wants it.
class SourceIterator {
  public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = char;

    explicit SourceIterator(SourceCharacters* characters = nullptr) : characters_(characters) {}
    char operator*() const { return characters_->current(); }
    SourceIterator& operator++() {
        characters_->advance();
        return *this;
    }
    bool operator==(const SourceIterator& other) const { return is_end() == other.is_end(); }
    bool operator!=(const SourceIterator& other) const { return !(*this == other); }

  private:
    SourceCharacters* characters_;
    bool is_end() const { return !characters_ || characters_->at_end(); }
};

void read_whole(ByteSource& source, std::string front, std::size_t limit, const JsonArticleSink& sink) {
    SourceCharacters characters(source, limit, std::move(front));
    FieldReader reader;
    reader.on_article = [&](Article&& article, const std::string& doubt) {
        sink(characters.line(), std::move(article), doubt);
        characters.start_article();
    };
    try {
        const bool good = json::sax_parse(SourceIterator(&characters), SourceIterator(), &reader);
        if (!good) sink(characters.line(), std::nullopt, reader.problem);
    } catch (const InputError&) {
        throw;
    } catch (const Error& error) {
        sink(characters.line(), std::nullopt, error.what());
    }
}

void read_lines(ByteSource& source, std::size_t limit, const JsonArticleSink& sink) {
    LineReader lines(source, limit);
    std::string line;
    while (lines.next(line)) {
        if (trim(line).empty()) continue;
        std::string problem;
        std::optional<Article> article;
        if (lines.too_long()) {
            problem = "the line is longer than " + std::to_string(limit >> 20) + " MiB, too much for one article";
        } else {
            article = parse_json_article(line, problem);
        }
        sink(lines.number(), std::move(article), problem);
    }
}

/// Whether the file is one JSON value over many lines: an array, or an object whose first line does not end it.
bool is_whole(std::string_view front) {
    const std::string_view start = trim(front);
    if (!start.starts_with('{')) return start.starts_with('[');
    const std::size_t end = start.find('\n');
    return end != std::string_view::npos && !trim(start.substr(0, end)).ends_with('}');
}

}  // namespace

std::optional<Article> parse_json_article(std::string_view object, std::string& problem) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (object.starts_with(mark)) object.remove_prefix(mark.size());
    const std::string text = to_valid_utf8(object);
    std::optional<Article> result;
    FieldReader reader;
    reader.on_article = [&](Article&& article, const std::string& doubt) {
        result = std::move(article);
        problem = doubt;
    };
    if (!json::sax_parse(text, &reader)) {
        problem = reader.problem;
        return std::nullopt;
    }
    return result;
}

void read_json_articles(ByteSource& source, std::size_t limit, const JsonArticleSink& sink) {
    std::string front(std::size_t{1} << 12, '\0');
    front.resize(source.read(front.data(), front.size()));
    if (is_whole(front)) {
        read_whole(source, std::move(front), limit, sink);
    } else {
        PrefixedSource whole(std::move(front), source);
        read_lines(whole, limit, sink);
    }
}

}  // namespace lede
