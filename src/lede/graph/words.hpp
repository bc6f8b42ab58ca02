#pragma once

#include <string>
#include <string_view>

namespace lede {

/// The local name of a class or property in words: "numberOfSeasons" gives "number of seasons", "TVSeries" gives "TV
/// series".
std::string words_of_term(std::string_view iri);

/// The end of an IRI for people: behind its last "/" or "#", percent-encoding read back where it is UTF-8.
std::string words_of_iri(std::string_view iri);

/// Text that is safe to show on a terminal and stays on its line: control characters, marks that turn the writing
/// direction, and what XML excludes become U+FFFD, line ends and tabs become blanks.
std::string to_printable(std::string_view text);

/// JSON with the control characters escaped that JSON may hold as they are but terminals obey: U+007F to U+009F.
std::string escape_controls(std::string_view json);

}  // namespace lede
