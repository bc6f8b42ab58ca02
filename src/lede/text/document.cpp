#include <algorithm>
#include <array>

#include <lede/text/document.hpp>

namespace lede {

namespace {

/// In the order of the enumeration.
constexpr std::array<const char*, 17> upos_names = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                    "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                    "PUNCT", "SCONJ", "SYM", "VERB", "X"};

}  // namespace

const char* to_string(Upos upos) {
    return upos_names[static_cast<std::size_t>(upos)];
}

Upos parse_upos(std::string_view name) {
    const auto found = std::find(upos_names.begin(), upos_names.end(), name);
    return found == upos_names.end() ? Upos::x : static_cast<Upos>(found - upos_names.begin());
}

}  // namespace lede
