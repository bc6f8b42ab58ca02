#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace lede {

/// What a web server said in front of a page (RFC 9110, RFC 9112). Words are in lower case.
struct HttpHead {
    int status = 0;
    std::string media_type;  ///< "text/html"; empty if not said
    std::string charset;     ///< of the media type; empty if not said
    std::string encodings;   ///< Content-Encoding: "gzip"; empty if not said
    bool chunked = false;
    std::size_t size = 0;  ///< bytes up to the body
};

/// Reads the status line and the fields in front of a response. Empty if it is none, or if it ends before its body
/// begins. Lines may end in LF alone.
std::optional<HttpHead> parse_http_head(std::string_view response);

/// The media type and charset of a Content-Type, in lower case.
void parse_media_type(std::string_view value, std::string& media_type, std::string& charset);

/// The body without the chunks and the packing (gzip, deflate) that it was sent in, where it really has them: some
/// archives keep the fields and undo the packing. `cut`: the end of the body may be missing. Empty, with the reason in
/// `problem`, if it cannot be undone, or would have more than `limit` bytes.
std::optional<std::string> decode_http_body(std::string body, const HttpHead& head, bool cut, std::size_t limit,
                                            std::string& problem);

/// The fields of a head from byte `at` on, each with its name in lower case, folded lines joined. Gives the byte behind
/// the blank line that ends them; empty if there is no such line.
using FieldSink = std::function<void(const std::string& name, const std::string& value)>;
std::optional<std::size_t> for_each_field(std::string_view head, std::size_t at, const FieldSink& sink);

}  // namespace lede
