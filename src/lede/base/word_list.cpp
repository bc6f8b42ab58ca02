#include <algorithm>
#include <charconv>

#include <lede/base/error.hpp>
#include <lede/base/file.hpp>
#include <lede/base/word_list.hpp>

namespace lede {
namespace {

std::vector<std::string> split(std::string_view line, char divider) {
    std::vector<std::string> fields;
    for (std::size_t begin = 0; begin <= line.size();) {
        const std::size_t end = std::min(line.find(divider, begin), line.size());
        fields.emplace_back(line.substr(begin, end - begin));
        begin = end + 1;
    }
    return fields;
}

/// A lone "#" may be a key (a symbol), so that a comment needs the blank behind it.
bool is_comment(std::string_view line) {
    return line.empty() || line.starts_with("# ");
}

}  // namespace

WordList::WordList(const std::filesystem::path& path, std::size_t fields) {
    const std::string text = read_file(path);
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string_view line(text.data() + begin, end - begin);
        begin = end + 1;
        ++number;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (is_comment(line)) continue;
        Row row = split(line, '\t');
        if (row.size() < fields) {
            throw InputError(path.string(), number, 0,
                             "an entry needs " + std::to_string(fields) + " fields divided by TABs");
        }
        add(std::move(row), path, number);
    }
}

void WordList::add(Row row, const std::filesystem::path& path, std::size_t line) {
    const auto words = static_cast<std::size_t>(std::count(row[0].begin(), row[0].end(), ' ')) + 1;
    if (!index_.emplace(row[0], rows_.size()).second) {
        throw InputError(path.string(), line, 0, "the entry \"" + row[0] + "\" is there twice; remove one");
    }
    longest_ = std::max(longest_, words);
    rows_.push_back(std::move(row));
}

const WordList::Row* WordList::find(std::string_view key) const {
    const auto found = index_.find(key);
    return found == index_.end() ? nullptr : &rows_[found->second];
}

std::string_view WordList::value(std::string_view key, std::size_t field) const {
    const Row* row = find(key);
    return row == nullptr || field >= row->size() ? std::string_view() : std::string_view((*row)[field]);
}

int number_field(const WordList::Row& row, std::size_t field, const std::filesystem::path& path) {
    int number = 0;
    const std::string_view text = field < row.size() ? std::string_view(row[field]) : std::string_view();
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) {
        throw InputError(path.string(),
                         "the entry \"" + row[0] + "\" needs a whole number in field " + std::to_string(field + 1));
    }
    return number;
}

}  // namespace lede
