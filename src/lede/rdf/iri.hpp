#pragma once

#include <string>
#include <string_view>

namespace lede {

/// The last part of an IRI: behind its last "#", "/" or ":".
std::string_view local_name(std::string_view iri);

/// A class's local name in kebab-case: "TVSeries" gives "tv-series", "NGO" gives "ngo"; "thing" if there is none.
std::string class_slug(std::string_view class_iri);

/// A name as a segment of an IRI path (RFC 3987, `isegment`), in lower case and NFC: "Ocean’s Eleven" gives
/// "oceans-eleven", "Étoile" gives "étoile". Letter case, blanks, dashes, commas, brackets, and quotation marks are not
/// told apart; all other signs are, so that "C", "C++" and "C#", or "Mother" and "Mother!", stay different. Never
/// empty, never "." or "..".
std::string name_slug(std::string_view name);

/// `<base><class>/<name>`. The class is a part of it, so that a book and its film differ.
std::string entity_iri(std::string_view base, std::string_view class_iri, std::string_view name);

/// `<base>property/<phrase>`: the property of a fact that is stated in the text's own words.
std::string open_property_iri(std::string_view base, std::string_view phrase);

/// `<base>news-article/<id>`. Nothing of the id is lost but the scheme of a URL: two ids of a run never share an IRI.
std::string article_iri(std::string_view base, std::string_view id);

}  // namespace lede
