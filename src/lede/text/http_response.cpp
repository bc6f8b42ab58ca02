#include <algorithm>
#include <charconv>
#include <utility>

#include <lede/base/inflate.hpp>
#include <lede/text/http_response.hpp>
#include <lede/text/plain_text.hpp>

namespace lede {

namespace {

std::string to_ascii_lower(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

/// The line that begins at `at`, without its end; moves `at` behind it. Empty if it has no end.
std::optional<std::string_view> next_line(std::string_view text, std::size_t& at) {
    const std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) return std::nullopt;
    std::string_view line = text.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    at = end + 1;
    return line;
}

/// The size of a chunk, which stands on a line of its own, maybe with words behind a semicolon (RFC 9112, 7.1).
std::optional<std::size_t> chunk_size_of(std::string_view line) {
    line = trim(line.substr(0, line.find(';')));
    std::size_t size = 0;
    const auto [end, problem] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    if (line.empty() || problem != std::errc() || end != line.data() + line.size()) return std::nullopt;
    return size;
}

/// Takes the chunks together, in place. Bytes that do not begin with a chunk are taken for a body without them. False
/// if a later chunk is damaged; what was before it is kept.
bool join_chunks(std::string& body) {
    std::size_t at = 0, used = 0;
    while (at < body.size()) {
        const bool first = at == 0;
        const auto line = next_line(body, at);
        const auto size = line ? chunk_size_of(*line) : std::nullopt;
        if (!size && first) return true;
        if (!size) break;
        if (*size == 0) {
            body.resize(used);
            return true;
        }
        const std::size_t there = std::min(*size, body.size() - at);
        std::move(body.begin() + static_cast<std::ptrdiff_t>(at),
                  body.begin() + static_cast<std::ptrdiff_t>(at + there),
                  body.begin() + static_cast<std::ptrdiff_t>(used));
        used += there;
        at += there;
        if (there < *size) break;
        next_line(body, at);  // the chunk's own line end
    }
    body.resize(used);
    return false;
}

bool is_packed(std::string_view body, std::string_view encoding) {
    if (encoding.ends_with("gzip")) return body.starts_with("\x1F\x8B");
    return trim(body.substr(0, 512)).substr(0, 1) != "<";  // "deflate" has no mark that can be relied on
}

}  // namespace

std::optional<std::size_t> for_each_field(std::string_view head, std::size_t at, const FieldSink& sink) {
    std::string name, value;
    for (auto line = next_line(head, at); line; line = next_line(head, at)) {
        const bool folded = line->starts_with(' ') || line->starts_with('\t');
        if (folded && !name.empty()) {
            (value += ' ') += trim(*line);
            continue;
        }
        if (!name.empty()) sink(name, value);
        name.clear();
        if (line->empty()) return at;
        const std::size_t colon = line->find(':');
        if (colon == std::string_view::npos) continue;  // no field; the others count all the same
        name = to_ascii_lower(trim(line->substr(0, colon)));
        value = trim(line->substr(colon + 1));
    }
    return std::nullopt;
}

void parse_media_type(std::string_view value, std::string& media_type, std::string& charset) {
    const std::string lower = to_ascii_lower(value);
    media_type = trim(std::string_view(lower).substr(0, lower.find(';')));
    const std::size_t at = lower.find("charset=");
    if (at == std::string::npos) return;
    std::string_view name = std::string_view(lower).substr(at + 8);
    if (name.starts_with('"') || name.starts_with('\'')) name.remove_prefix(1);
    charset = name.substr(0, name.find_first_of("\"'; \t,"));
}

std::optional<HttpHead> parse_http_head(std::string_view response) {
    HttpHead head;
    std::size_t at = 0;
    const auto status = next_line(response, at);
    if (!status || !status->starts_with("HTTP/")) return std::nullopt;
    const std::size_t blank = status->find(' ');
    if (blank == std::string_view::npos) return std::nullopt;
    const std::string_view code = trim(status->substr(blank)).substr(0, 3);
    std::from_chars(code.data(), code.data() + code.size(), head.status);
    const auto end = for_each_field(response, at, [&](const std::string& name, const std::string& value) {
        if (name == "content-type") parse_media_type(value, head.media_type, head.charset);
        if (name == "content-encoding") head.encodings = to_ascii_lower(value);
        if (name == "transfer-encoding") head.chunked |= to_ascii_lower(value).find("chunked") != std::string::npos;
    });
    if (!end) return std::nullopt;
    head.size = *end;
    return head;
}

std::optional<std::string> decode_http_body(std::string body, const HttpHead& head, bool cut, std::size_t limit,
                                            std::string& problem) {
    if (head.chunked && !join_chunks(body) && !cut) {
        problem = "its chunks are damaged";
        return std::nullopt;
    }
    const std::string_view encoding = head.encodings;
    if (encoding.empty() || encoding == "identity" || encoding == "none") return body;
    if (encoding != "gzip" && encoding != "x-gzip" && encoding != "deflate") {
        problem = "it is packed as \"" + head.encodings.substr(0, 40) + "\", which cannot be undone";
        return std::nullopt;
    }
    if (!is_packed(body, encoding)) return body;
    std::string plain;
    const InflateResult result = inflate_bytes(body, limit, plain);
    if (result == InflateResult::whole || (result == InflateResult::cut && cut)) return plain;
    problem = result == InflateResult::too_large
                  ? "it unpacks to more than " + std::to_string(limit >> 20) + " MiB, too much for one article"
                  : "its " + head.encodings + " data is " + (result == InflateResult::cut ? "cut short" : "damaged");
    return std::nullopt;
}

}  // namespace lede
