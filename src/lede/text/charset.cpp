#include <algorithm>
#include <array>
#include <cerrno>
#include <iconv.h>
#include <optional>

#include <lede/base/utf8.hpp>
#include <lede/text/charset.hpp>

namespace lede {

namespace {

/// Converts with the system's iconv; what is ill-formed becomes U+FFFD. Empty if the charset is unknown.
std::optional<std::string> convert(std::string_view bytes, const char* charset) {
    const iconv_t converter = iconv_open("UTF-8", charset);
    if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
    std::string text;
    std::array<char, 1 << 14> buffer{};
    char* from = const_cast<char*>(bytes.data());  // iconv only reads, but its signature does not say so
    std::size_t left = bytes.size();
    while (left > 0) {
        char* to = buffer.data();
        std::size_t room = buffer.size();
        const std::size_t result = iconv(converter, &from, &left, &to, &room);
        const int problem = errno;
        text.append(buffer.data(), buffer.size() - room);
        if (result != static_cast<std::size_t>(-1) || problem == E2BIG) continue;
        append_utf8(text, 0xFFFD);
        if (problem != EILSEQ) break;  // the text ends within a character
        ++from;
        --left;
    }
    iconv_close(converter);
    return to_valid_utf8(text);
}

std::optional<std::string> decode_utf16(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE")) return convert(bytes.substr(2), "UTF-16LE");
    if (bytes.starts_with("\xFE\xFF")) return convert(bytes.substr(2), "UTF-16BE");
    return std::nullopt;
}

std::string_view without_mark(std::string_view bytes) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    return bytes.starts_with(mark) ? bytes.substr(mark.size()) : bytes;
}

constexpr std::size_t longest_name = 40;
constexpr std::string_view name_characters = "abcdefghijklmnopqrstuvwxyz0123456789-_:.";

/// What browsers take a name in lower case for (WHATWG Encoding, 4.2); empty if it is none.
std::string usual_charset(std::string name) {
    if (name.size() > longest_name || name.find_first_not_of(name_characters) != std::string::npos) return {};
    const bool latin = name == "iso-8859-1" || name == "latin1" || name == "us-ascii" || name == "ascii";
    return latin ? "windows-1252" : name;
}

/// The name behind the first `charset=` near the front; empty if there is none.
std::string declared_charset(std::string_view bytes) {
    constexpr std::size_t front = 4096;  // browsers look at the first 1024 bytes; some pages put scripts before it
    const std::string head = to_lower(to_valid_utf8(bytes.substr(0, front)));
    std::size_t at = head.find("charset");
    if (at == std::string::npos) return {};
    at = head.find_first_not_of(" =\"'\t\r\n", at + 7);
    if (at == std::string::npos) return {};
    const std::size_t end = head.find_first_not_of(name_characters, at);
    return usual_charset(head.substr(at, end == std::string::npos ? longest_name : std::min(end - at, longest_name)));
}

}  // namespace

std::string decode_text(std::string_view bytes, bool* changed) {
    if (changed) *changed = false;
    if (auto text = decode_utf16(bytes)) return *text;
    return to_valid_utf8(without_mark(bytes), changed);
}

std::string decode_page(std::string_view bytes, std::string_view charset) {
    if (auto text = decode_utf16(bytes)) return *text;
    const std::string told = usual_charset(to_lower(to_valid_utf8(charset)));
    if (told.starts_with("utf-16") && bytes.find('\0') != std::string_view::npos) {
        if (auto text = convert(bytes, told.c_str())) return *text;
    }
    bytes = without_mark(bytes);
    if (is_valid_utf8(bytes)) return to_valid_utf8(bytes);
    for (const std::string& name : {told, declared_charset(bytes)}) {
        if (name.starts_with("utf")) return to_valid_utf8(bytes);  // it says so, and only some bytes are broken
        if (name.empty()) continue;
        if (auto text = convert(bytes, name.c_str())) return *text;
    }
    return convert(bytes, "windows-1252").value_or(to_valid_utf8(bytes));
}

}  // namespace lede
