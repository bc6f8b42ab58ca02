#include <algorithm>

#include <lede/base/error.hpp>
#include <lede/store/url.hpp>

namespace lede {
namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Blanks and control characters could end a line of a request.
bool is_visible(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > 0x20 && byte != 0x7F;
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return result;
}

}  // namespace

Url parse_url(std::string_view text) {
    const std::string_view all = text;
    Url url;
    const std::size_t colon = text.find("://");
    if (colon != std::string_view::npos) url.scheme = lower(text.substr(0, colon));
    if ((url.scheme != "http" && url.scheme != "https") || !std::all_of(text.begin(), text.end(), is_visible)) {
        throw Error(
            "the address of a store must be a URL that begins with http:// or https://, such as "
            "http://localhost:3030/ds");
    }
    text = text.substr(0, text.find('#')).substr(colon + 3);
    const std::size_t end = std::min(text.find_first_of("/?"), text.size());
    std::string_view authority = text.substr(0, end);
    text.remove_prefix(end);
    if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos) {
        url.has_user = true;
        authority.remove_prefix(at + 1);
    }
    if (authority.empty() || authority.front() == ':') {
        throw Error("the address of a store needs a host" + (url.has_user ? "" : ": " + std::string(all)));
    }
    url.authority = authority;
    const std::size_t mark = std::min(text.find('?'), text.size());
    url.path = text.substr(0, mark);
    url.query = text.substr(std::min(mark + 1, text.size()));
    while (url.path.size() > 1 && url.path.back() == '/') url.path.pop_back();
    if (url.path.empty()) url.path = "/";
    return url;
}

bool is_loopback(const Url& url) {
    const std::string host = lower(url.authority.substr(0, url.authority.rfind(':')));
    const std::string whole = lower(url.authority);
    return host == "localhost" || whole == "localhost" || host.starts_with("127.") || whole.starts_with("[::1]");
}

std::string percent_encode(std::string_view text) {
    constexpr char digits[] = "0123456789ABCDEF";
    std::string result;
    for (char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (is_letter(c) || is_digit(c) || std::string_view("-._~").find(c) != std::string_view::npos) {
            result += c;
        } else {
            result += {'%', digits[byte >> 4], digits[byte & 15]};
        }
    }
    return result;
}

bool is_absolute_iri(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0 || !is_letter(text.front())) return false;
    const auto is_scheme = [](char c) { return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.'; };
    const auto is_allowed = [](char c) {
        return static_cast<unsigned char>(c) > 0x20 &&
               std::string_view("<>\"{}|^`\\").find(c) == std::string_view::npos;
    };
    return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), is_scheme) &&
           std::all_of(text.begin(), text.end(), is_allowed);
}

}  // namespace lede
