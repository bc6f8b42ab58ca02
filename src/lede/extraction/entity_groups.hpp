#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <lede/text/document.hpp>

namespace lede {

/// A name in the form in which names are compared: letter case, diacritics, punctuation and a leading article aside.
std::string name_key(std::string_view name);

/// A document with the names that entities are made of, which may differ a little from what the recogniser found.
struct NamedText {
    const Document& document;
    std::vector<Name> names;  ///< sorted, not overlapping

    std::string_view form(const Name& name) const { return slice(document.text(), document.span_of(name.first, name.last)); }
};

/// The mentions of an article that have the same name.
struct NameGroup {
    std::string key;
    std::vector<std::string> words;              ///< of the key
    std::vector<std::uint32_t> mentions;         ///< indices in NamedText::names, in the order of the text
    std::map<std::string, int> forms;            ///< as written, with the number of times
    std::map<std::string, int> labels;           ///< of the recogniser
    /// The commonest label; the first by alphabet of equally common ones.
    const std::string& label() const;
    /// The form to show: the commonest one, mixed case before capitals.
    const std::string& form() const;
};

/// Groups the names of a text by their keys, in the order of their first mentions. Names without letters or digits are left out.
std::vector<NameGroup> group_names(const NamedText& text);

}  // namespace lede
