#include <utf8proc.h>

#include <lede/base/display_width.hpp>
#include <lede/base/utf8.hpp>

namespace lede {

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const int columns = utf8proc_charwidth(static_cast<utf8proc_int32_t>(next_code_point(text, at)));
        width += columns > 0 ? static_cast<std::size_t>(columns) : 0;
    }
    return width;
}

}  // namespace lede
