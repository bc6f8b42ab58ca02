#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <lede/language/model_file.hpp>

namespace lede {

/// A known name: one line of a gazetteer file.
struct GazetteerEntry {
    std::string name;
    std::string class_curie;            ///< such as "schema:Country"
    std::vector<std::string> aliases;
    std::vector<std::string> demonyms;  ///< adjectives and people: "Belgian"
};

/// Lists of known names, which come with a model. Names are compared as written.
/// File lines: `name TAB class CURIE TAB alias|alias TAB demonym|demonym`; the last two may be missing, # begins a comment.
class NameGazetteer {
  public:
    NameGazetteer() = default;
    /// Reads the sections `names.gazetteer` and `names.given`; without them it is empty.
    explicit NameGazetteer(const ModelFile& model);
    NameGazetteer(const std::vector<std::string>& entry_lines, const std::vector<std::string>& given_names);

    NameGazetteer(NameGazetteer&&) = default;
    NameGazetteer& operator=(NameGazetteer&&) = default;

    /// Entries of this name or alias, best first; empty if unknown. Several things may share a name.
    const std::vector<const GazetteerEntry*>& find(std::string_view name) const;
    /// The place whose people or things are called so; null if unknown.
    const GazetteerEntry* find_demonym(std::string_view word) const;
    bool is_given_name(std::string_view word) const { return given_.count(std::string(word)) > 0; }
    bool empty() const { return entries_.empty(); }
    /// Number of blank-separated words in the longest name.
    std::uint32_t longest() const { return longest_; }

  private:
    void add(const std::string& line);
    void index();

    std::vector<GazetteerEntry> entries_;
    std::unordered_map<std::string, std::vector<const GazetteerEntry*>> by_name_;
    std::unordered_map<std::string, const GazetteerEntry*> by_demonym_;
    std::unordered_set<std::string> given_;
    std::uint32_t longest_ = 0;
};

}  // namespace lede
