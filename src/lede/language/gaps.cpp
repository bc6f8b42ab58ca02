#include <array>
#include <utility>

#include <lede/base/utf8.hpp>
#include <lede/language/gaps.hpp>

namespace lede {

namespace {

constexpr std::array<std::pair<char, char>, 6> escapes{
    {{' ', 's'}, {'\t', 't'}, {'\n', 'n'}, {'\r', 'r'}, {'|', 'p'}, {'\\', '\\'}}};

}  // namespace

bool is_gap(char32_t c) {
    if (c < 0xA0) return c <= 0x20 || c >= 0x7F;
    return c == 0x200B || c == 0xFEFF || is_space(c);
}

std::string escape_gap(std::string_view gap) {
    std::string result;
    for (const char c : gap) {
        char letter = 0;
        for (const auto& [plain, escaped] : escapes)
            if (c == plain) letter = escaped;
        if (letter != 0) result += '\\';
        result += letter != 0 ? letter : c;
    }
    return result;
}

std::string unescape_gap(std::string_view escaped) {
    std::string result;
    for (std::size_t i = 0; i < escaped.size(); ++i) {
        char plain = escaped[i];
        if (plain == '\\' && i + 1 < escaped.size()) {
            for (const auto& [meant, letter] : escapes)
                if (escaped[i + 1] == letter) plain = meant;
            const bool known = plain != '\\' || escaped[i + 1] == '\\';
            i += known;
        }
        result += plain;
    }
    return result;
}

}  // namespace lede
