#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lede {

/// Hash and equality that let a map of strings be asked with a view.
struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <class Value>
using StringMap = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;

/// A word list of the language data: one entry a line, its fields divided by TABs, the first field being the key. A key
/// may have several words ("according to"), divided by one blank. Empty lines and lines that begin with "# " are
/// comments.
class WordList {
  public:
    using Row = std::vector<std::string>;

    /// Throws InputError if the file cannot be read, an entry has fewer fields than `fields`, or a key comes twice.
    explicit WordList(const std::filesystem::path& path, std::size_t fields = 1);

    bool contains(std::string_view key) const { return find(key) != nullptr; }
    /// The fields of an entry, the key first; null if there is none. Keys are compared byte by byte.
    const Row* find(std::string_view key) const;
    /// A field of an entry; empty if there is no such entry or field.
    std::string_view value(std::string_view key, std::size_t field = 1) const;
    /// All entries in the order of the file.
    const std::vector<Row>& rows() const { return rows_; }
    /// The number of words of the longest key; 0 for an empty list.
    std::size_t longest() const { return longest_; }

  private:
    std::vector<Row> rows_;
    StringMap<std::size_t> index_;
    std::size_t longest_ = 0;

    void add(Row row, const std::filesystem::path& path, std::size_t line);
};

/// A whole number in decimal digits, with an optional minus, as word lists hold them. Throws InputError naming the file
/// otherwise.
int number_field(const WordList::Row& row, std::size_t field, const std::filesystem::path& path);

}  // namespace lede
