#pragma once

#include <string>
#include <string_view>

namespace lede {

/// The bytes of a text file as valid UTF-8 without a byte order mark; UTF-16 is recognised by its mark.
/// `changed` (may be null) tells if bytes had to be replaced.
std::string decode_text(std::string_view bytes, bool* changed = nullptr);

/// The bytes of a web page as valid UTF-8: by its byte order mark; as UTF-8 if it is that; else by `charset`, which the
/// server told (may be empty); else by the charset that its <meta> names; else as Windows-1252, as browsers do (WHATWG
/// HTML, 13.2.3.2 and 13.2.3.4).
std::string decode_page(std::string_view bytes, std::string_view charset = {});

}  // namespace lede
