#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include <climits>
#include <libxml/HTMLparser.h>
#include <libxml/xmlerror.h>

#include <lede/base/utf8.hpp>
#include <lede/text/html_page.hpp>
#include <lede/text/plain_text.hpp>

namespace lede {

namespace {

// An end tag that closes nothing makes the parser look through all open elements. This bounds that work: far more than
// any real page needs, and about a second.
constexpr std::size_t most_lookups = 200'000'000;
constexpr std::size_t longest_attribute = 4096;
constexpr std::size_t longest_linked_data = std::size_t{1} << 20;
constexpr std::size_t most_entries = 1000;  // of <meta>, <time> and scripts

template <std::size_t size>
bool is_one_of(std::string_view name, const std::array<std::string_view, size>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_inline(std::string_view tag) {
    static constexpr std::array<std::string_view, 33> tags{
        "a",    "abbr",  "acronym", "b",      "bdi", "bdo", "big",  "cite",  "code", "data", "del",
        "dfn",  "em",    "font",    "i",      "img", "ins", "kbd",  "label", "mark", "q",    "s",
        "samp", "small", "span",    "strong", "sub", "sup", "time", "tt",    "u",    "var",  "wbr"};
    return is_one_of(tag, tags);
}

/// Elements whose content is no text of the page.
bool is_skipped(std::string_view tag) {
    static constexpr std::array<std::string_view, 17> tags{
        "script", "style", "noscript", "svg",  "template", "iframe",   "select", "button", "object",
        "canvas", "audio", "video",    "math", "head",     "textarea", "title",  "option"};
    return is_one_of(tag, tags);
}

/// Attributes of a start tag, as libxml2 hands them over: name, value, name, value, null.
class Attributes {
  public:
    explicit Attributes(const xmlChar** pairs) : pairs_(pairs) {}
    std::string_view operator[](std::string_view name) const {
        for (auto** pair = pairs_; pair && pair[0]; pair += 2) {
            if (name != reinterpret_cast<const char*>(pair[0])) continue;
            return pair[1] ? std::string_view(reinterpret_cast<const char*>(pair[1])).substr(0, longest_attribute) : "";
        }
        return {};
    }
    bool has(std::string_view name) const {
        for (auto** pair = pairs_; pair && pair[0]; pair += 2) {
            if (name == reinterpret_cast<const char*>(pair[0])) return true;
        }
        return false;
    }

  private:
    const xmlChar** pairs_;
};

/// The words of a class or id: parted by anything but letters, and before a capital ("relatedLinks").
std::vector<std::string> split_words(std::string_view value) {
    std::vector<std::string> words(1);
    bool after_lower = false;
    for (const char c : value) {
        const bool letter = is_letter(static_cast<unsigned char>(c));
        const bool capital = letter && c <= 'Z';
        if (!letter || (capital && after_lower)) words.emplace_back();
        if (letter) words.back() += static_cast<char>(c | 0x20);
        after_lower = letter && !capital;
    }
    return words;
}

class PageReader {
  public:
    explicit PageReader(const std::vector<std::string>& suspicious_words) : suspicious_words_(suspicious_words) {
        page_.elements.emplace_back();
        stack_.push_back({"html", 0, false});
    }

    void read(std::string_view html);
    void start(std::string_view tag, const Attributes& attributes);
    void end(std::string_view tag);
    void characters(std::string_view text);
    void raw(std::string_view text);
    void problem();
    Page take() {
        flush();
        return std::move(page_);
    }

  private:
    struct Open {
        std::string tag;
        std::uint32_t element;
        bool block;
    };
    const std::vector<std::string>& suspicious_words_;
    Page page_;
    std::vector<Open> stack_;
    std::string text_;
    std::string block_tag_ = "body";
    std::uint32_t block_element_ = 0;
    std::uint32_t link_bytes_ = 0;
    std::size_t links_ = 0;    // open <a>
    std::size_t skipped_ = 0;  // open elements whose content is no text
    std::size_t lookups_ = 0;
    bool in_title_ = false;
    bool in_linked_data_ = false;
    bool after_break_ = false;
    xmlParserCtxtPtr context_ = nullptr;

    void flush();
    void note_block();
    void read_meta(const Attributes& attributes);
    PageRole role_of(std::string_view tag, const Attributes& attributes) const;
};

PageRole PageReader::role_of(std::string_view tag, const Attributes& attributes) const {
    static constexpr std::array<std::string_view, 5> asides{"nav", "aside", "footer", "figcaption", "dialog"};
    static constexpr std::array<std::string_view, 6> aside_roles{"navigation", "complementary", "contentinfo",
                                                                 "banner",     "dialog",        "search"};
    if (is_one_of(tag, asides) || is_one_of(attributes["role"], aside_roles)) return PageRole::aside;
    if (attributes.has("hidden") || attributes["aria-hidden"] == "true") return PageRole::aside;
    const std::string style = to_lower(attributes["style"]);
    if (style.find("display:none") != std::string::npos || style.find("display: none") != std::string::npos) {
        return PageRole::aside;
    }
    if (attributes["itemprop"] == "articleBody" || attributes["property"] == "articleBody") return PageRole::body;
    if (tag == "article" || tag == "main" || attributes["role"] == "main") return PageRole::article;
    if (tag == "body" || tag == "html") return PageRole::other;
    for (const auto value : {attributes["class"], attributes["id"]}) {
        for (const auto& word : split_words(value)) {
            if (std::binary_search(suspicious_words_.begin(), suspicious_words_.end(), word))
                return PageRole::suspicious;
        }
    }
    return PageRole::other;
}

void PageReader::read_meta(const Attributes& attributes) {
    std::string_view name = attributes["property"];
    if (name.empty()) name = attributes["name"];
    if (name.empty()) name = attributes["itemprop"];
    if (name.empty() || page_.meta.size() >= most_entries) return;
    page_.meta.emplace_back(to_lower(name), trim(attributes["content"]));
}

void PageReader::start(std::string_view tag, const Attributes& attributes) {
    if (tag == "meta") read_meta(attributes);
    if (tag == "html") page_.language = attributes["lang"];
    if (tag == "link" && to_lower(attributes["rel"]) == "canonical") page_.canonical_url = attributes["href"];
    if (tag == "time" && page_.times.size() < most_entries) page_.times.emplace_back(attributes["datetime"]);
    if (tag == "title" && page_.title.empty() && skipped_ <= 1) in_title_ = true;
    if (tag == "script" && attributes["type"] == "application/ld+json" && page_.linked_data.size() < most_entries) {
        in_linked_data_ = true;
        page_.linked_data.emplace_back();
    }
    if (tag == "a") ++links_;
    if (is_skipped(tag)) ++skipped_;
    const std::uint32_t parent = stack_.back().element;
    if (is_inline(tag)) {
        stack_.push_back({std::string(tag), parent, false});
        return;
    }
    if (tag == "br") {  // two in a row part paragraphs, as in pages without <p>
        if (after_break_) flush();
        after_break_ = true;
        if (!text_.empty() && text_.back() != ' ') text_ += ' ';
        stack_.push_back({std::string(tag), parent, false});
        return;
    }
    flush();
    page_.elements.push_back({parent, role_of(tag, attributes)});
    stack_.push_back({std::string(tag), static_cast<std::uint32_t>(page_.elements.size() - 1), true});
    note_block();
}

void PageReader::end(std::string_view tag) {
    if (stack_.size() < 2 || stack_.back().tag != tag) return;  // the parser closes what it opened, in order
    if (tag == "a" && links_ > 0) --links_;
    if (is_skipped(tag) && skipped_ > 0) --skipped_;
    if (tag == "title") in_title_ = false;
    if (tag == "script") in_linked_data_ = false;
    const bool block = stack_.back().block;
    if (block) flush();
    stack_.pop_back();
    if (block) note_block();
}

/// Which block the text that follows belongs to: within inline elements, the block around them.
void PageReader::note_block() {
    block_tag_ = stack_.back().tag;
    block_element_ = stack_.back().element;
}

void PageReader::characters(std::string_view text) {
    if (in_title_) page_.title += text;
    if (skipped_ > 0) return;
    const std::size_t before = text_.size();
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        const char32_t c = next_code_point(text, at);
        if (is_space(c)) {
            if (!text_.empty() && text_.back() != ' ') text_ += ' ';
        } else if (c != 0xAD && c != 0x200B && c != 0xFEFF) {  // soft hyphen, zero-width space: for the screen alone
            text_.append(text.substr(from, at - from));
            after_break_ = false;
        }
    }
    if (links_ > 0) link_bytes_ += static_cast<std::uint32_t>(text_.size() - std::min(before, text_.size()));
}

/// The content of scripts and styles.
void PageReader::raw(std::string_view text) {
    if (in_linked_data_ && page_.linked_data.back().size() + text.size() <= longest_linked_data) {
        page_.linked_data.back() += text;
    }
}

void PageReader::flush() {
    const std::string_view text = trim(text_);
    if (!text.empty()) page_.blocks.push_back({std::string(text), block_tag_, block_element_, link_bytes_});
    text_.clear();
    link_bytes_ = 0;
    after_break_ = false;
}

void PageReader::problem() {
    lookups_ += stack_.size();
    if (lookups_ < most_lookups || !context_) return;
    page_.complete = false;
    xmlStopParser(context_);
}

std::string_view view(const xmlChar* text, int length) {
    return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)};
}

PageReader& reader_of(void* data) {
    return *static_cast<PageReader*>(data);
}

void on_start(void* data, const xmlChar* name, const xmlChar** attributes) {
    reader_of(data).start(reinterpret_cast<const char*>(name), Attributes(attributes));
}
void on_end(void* data, const xmlChar* name) {
    reader_of(data).end(reinterpret_cast<const char*>(name));
}
void on_characters(void* data, const xmlChar* text, int length) {
    reader_of(data).characters(view(text, length));
}
void on_raw(void* data, const xmlChar* text, int length) {
    reader_of(data).raw(view(text, length));
}
void on_error(void* data, const char*, ...) {
    reader_of(data).problem();
}

void PageReader::read(std::string_view html) {
    if (html.empty() || html.size() > INT_MAX) return;
    htmlSAXHandler events{};
    events.startElement = on_start;
    events.endElement = on_end;
    events.characters = on_characters;
    events.ignorableWhitespace = on_characters;
    events.cdataBlock = on_raw;
    events.error = on_error;
    events.warning = on_error;
    const std::unique_ptr<xmlParserCtxt, decltype(&htmlFreeParserCtxt)> context(htmlNewParserCtxt(),
                                                                                &htmlFreeParserCtxt);
    if (!context) return;
    context_ = context.get();
    std::swap(*context_->sax, events);
    context_->userData = this;
    // the text is UTF-8 already, whatever the page says of itself
    htmlCtxtReadMemory(context_, html.data(), static_cast<int>(html.size()), nullptr, "UTF-8",
                       HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    context_ = nullptr;
}

}  // namespace

Page parse_page(std::string_view html, const std::vector<std::string>& suspicious_words) {
    PageReader reader(suspicious_words);
    reader.read(html);
    return reader.take();
}

}  // namespace lede
