#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <utility>

#include <lede/base/byte_source.hpp>
#include <lede/base/error.hpp>
#include <lede/base/utf8.hpp>
#include <lede/text/charset.hpp>
#include <lede/text/html_article.hpp>
#include <lede/text/json_articles.hpp>
#include <lede/text/plain_text.hpp>
#include <lede/text/read_articles.hpp>
#include <lede/text/warc_articles.hpp>
#include <lede/text/warc_reader.hpp>

namespace lede {

namespace {

namespace fs = std::filesystem;

enum class Format { unknown, plain, html, json, warc };

constexpr std::array<std::pair<std::string_view, Format>, 11> suffixes{{{".txt", Format::plain},
                                                                       {".text", Format::plain},
                                                                       {".md", Format::plain},
                                                                       {".html", Format::html},
                                                                       {".htm", Format::html},
                                                                       {".xhtml", Format::html},
                                                                       {".jsonl", Format::json},
                                                                       {".ndjson", Format::json},
                                                                       {".json", Format::json},
                                                                        {".warc", Format::warc},
                                                                        {".wet", Format::warc}}};

std::string without_packing(std::string path) {
    for (const std::string_view suffix : {".gz", ".zst"}) {
        if (to_lower(path).ends_with(suffix)) return path.substr(0, path.size() - suffix.size());
    }
    return path;
}

Format format_of_name(const std::string& path) {
    const std::string suffix = to_lower(fs::path(without_packing(path)).extension().string());
    for (const auto& [known, format] : suffixes) {
        if (suffix == known) return format;
    }
    return Format::unknown;
}

/// By the first characters that are not blank.
Format format_of_content(std::string_view front) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (begins_like_warc(front)) return Format::warc;
    if (front.starts_with(mark)) front.remove_prefix(mark.size());
    front = trim(front);
    const std::string_view rest = front.empty() ? front : trim(front.substr(1));
    if (front.starts_with('{') && (rest.starts_with('"') || rest.starts_with('}'))) return Format::json;
    if (front.starts_with('[') && (rest.starts_with('{') || rest.starts_with(']'))) return Format::json;
    const std::string start = to_lower(to_valid_utf8(front.substr(0, 64)));
    for (const std::string_view tag :
         {"<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p>", "<?xml", "<!--"}) {
        if (start.starts_with(tag)) return Format::html;
    }
    return Format::plain;
}

/// Whether a text has so many replaced characters that it was none, but a picture, a PDF or the like.
bool is_binary(std::string_view text) {
    constexpr std::string_view replacement = "\xEF\xBF\xBD";
    constexpr std::size_t one_in = 10;  // in a text of the wrong charset, fewer letters than that are beyond ASCII
    std::size_t count = 0;
    for (auto at = text.find(replacement); at != std::string_view::npos; at = text.find(replacement, at + 3)) ++count;
    return count * one_in > count_code_points(text);
}

class ArticleReader {
  public:
    ArticleReader(const ReadOptions& options, const std::function<void(Article&&)>& sink,
                  const DiagnosticSink& diagnostics)
        : options_(options), sink_(sink), diagnostics_(diagnostics), archives_(options) {}

    void read_file(const std::string& path);
    void report(const std::string& where, const std::string& message) const;
    void warn(const std::string& where, const std::string& message) const {
        if (diagnostics_) diagnostics_({Severity::warning, where, message});
    }

  private:
    const ReadOptions& options_;
    const std::function<void(Article&&)>& sink_;
    const DiagnosticSink& diagnostics_;
    WarcArticles archives_;

    void read_source(ByteSource& source, const std::string& path);
    void read_json(ByteSource& source, const std::string& path) const;
    void read_warc(ByteSource& source, const std::string& path);
    void finish(Article&& article, const std::string& source, const std::string& default_id) const;
};

void ArticleReader::report(const std::string& where, const std::string& message) const {
    if (options_.fail_fast) throw InputError(where, message);
    if (diagnostics_) diagnostics_({Severity::error, where, message});
}

void ArticleReader::finish(Article&& article, const std::string& source, const std::string& default_id) const {
    if (article.text.empty()) return report(source, "has no text; the article is left out");
    article.info.source = source;
    if (article.info.id.empty()) article.info.id = article.info.url;
    if (article.info.id.empty()) article.info.id = default_id;
    sink_(std::move(article));
}

std::string name_of(const std::string& path) {
    return path == "-" ? "standard input" : path;
}

std::string id_of(const std::string& path) {
    if (path == "-") return "stdin";
    const std::string plain = without_packing(path);
    const fs::path given = format_of_name(plain) == Format::unknown ? fs::path(plain) : fs::path(plain).replace_extension();
    // Where the folder lies on this machine says nothing about the article.
    fs::path id;
    for (const fs::path& part : given.lexically_normal().relative_path())
        if (part != ".." && part != ".") id /= part;
    return id.empty() ? plain : id.string();
}

void ArticleReader::read_json(ByteSource& source, const std::string& path) const {
    std::size_t count = 0;
    read_json_articles(source, options_.largest_article,
                       [&](std::size_t line, std::optional<Article> article, const std::string& problem) {
                           const std::string where = name_of(path) + ":" + std::to_string(line);
                           ++count;
                           if (!article) return report(where, problem);
                           if (!problem.empty()) warn(where, problem);
                           finish(std::move(*article), where, id_of(path) + ":" + std::to_string(line));
                       });
    if (count == 0) report(name_of(path), "holds no articles");
}

void ArticleReader::read_warc(ByteSource& source, const std::string& path) {
    const WarcCounts counts = archives_.read(
        source, [&](std::size_t record, std::optional<Article> article, const std::string& problem) {
            if (!article) return report(name_of(path), problem);
            const std::string number = std::to_string(record);
            finish(std::move(*article), name_of(path) + ", record " + number, id_of(path) + ":" + number);
        });
    if (counts.articles + counts.repeated == 0) return report(name_of(path), "holds no articles (" + to_string(counts) + ")");
    if (diagnostics_) diagnostics_({Severity::note, name_of(path), to_string(counts)});
}

void ArticleReader::read_source(ByteSource& source, const std::string& path) {
    Format format = format_of_name(path);
    if (format == Format::warc) return read_warc(source, path);
    std::string front(4096, '\0');
    std::size_t used = 0;
    for (std::size_t more = 1; more > 0 && used < front.size();) {
        more = source.read(front.data() + used, front.size() - used);
        used += more;
        // a web archive may be damaged right behind its first record, and is to be read from the next one on
        if (begins_like_warc(std::string_view(front).substr(0, used))) break;
    }
    front.resize(used);
    if (format == Format::unknown) format = format_of_content(front);
    PrefixedSource whole(std::move(front), source);
    if (format == Format::json) return read_json(whole, path);
    if (format == Format::warc) return read_warc(whole, path);
    const std::string bytes = read_all(whole, name_of(path), options_.largest_article);
    bool doubtful = false;
    if (format == Format::html) {
        Article article = parse_html_article(decode_page(bytes), options_.suspicious_words, &doubtful);
        if (!doubtful) warn(name_of(path), "the page is too malformed to be read to its end");
        return finish(std::move(article), name_of(path), id_of(path));
    }
    const std::string text = decode_text(bytes, &doubtful);
    if (doubtful && is_binary(text))
        return report(name_of(path), "is no text, but binary data; the article is left out");
    Article article = parse_plain_text(text);
    if (doubtful) warn(name_of(path), "holds bytes that are not UTF-8 text; they were replaced by U+FFFD");
    finish(std::move(article), name_of(path), id_of(path));
}

void ArticleReader::read_file(const std::string& path) {
    try {
        const auto source = open_source(path, options_.progress ? &options_.progress->read : nullptr);
        read_source(*source, path);
    } catch (const InputError& error) {
        if (options_.fail_fast) throw;
        if (diagnostics_) diagnostics_({Severity::error, "", error.what()});  // the message says where
    }
}

/// Adds the article files below a folder; hidden ones and those of an unknown kind are passed over.
void list_folder(const std::string& folder, const ArticleReader& reader, std::vector<std::string>& files) {
    const std::size_t before = files.size();
    std::error_code problem;
    auto entry = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, problem);
    for (; !problem && entry != fs::recursive_directory_iterator(); entry.increment(problem)) {
        const bool hidden = entry->path().filename().string().starts_with('.');
        std::error_code unknown;
        if (entry->is_directory(unknown)) {
            if (hidden) entry.disable_recursion_pending();
        } else if (!hidden && format_of_name(entry->path().string()) != Format::unknown) {
            files.push_back(entry->path().string());
        }
    }
    if (problem) reader.report(folder, "cannot be read: " + problem.message());
    if (!problem && files.size() == before) {
        reader.report(folder,
                      "holds no articles: no file below it ends in .txt, .html, .jsonl, .json or .warc (with .gz or .zst)");
    }
}

/// Bytes of all files; 0 if one of them is no file.
std::uint64_t total_size(const std::vector<std::string>& files) {
    std::uint64_t total = 0;
    for (const auto& file : files) {
        std::error_code problem;
        if (!fs::is_regular_file(file, problem)) return 0;
        total += fs::file_size(file, problem);
    }
    return total;
}

}  // namespace

void for_each_article(const std::vector<std::string>& inputs, const ReadOptions& options,
                      const std::function<void(Article&&)>& sink, const DiagnosticSink& diagnostics) {
    ArticleReader reader(options, sink, diagnostics);
    std::vector<std::string> files;
    for (const auto& input : inputs) {
        std::error_code problem;
        if (input != "-" && fs::is_directory(input, problem)) {
            list_folder(input, reader, files);
        } else {
            files.push_back(input);
        }
    }
    std::sort(files.begin(), files.end());
    files.erase(std::unique(files.begin(), files.end()), files.end());
    if (options.progress) options.progress->total = total_size(files);
    for (const auto& file : files) reader.read_file(file);
}

}  // namespace lede
