#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <fstream>
#include <string>

#include <lede/base/error.hpp>
#include <lede/base/file.hpp>
#include <lede/base/hash.hpp>
#include <lede/graph/check_tables.hpp>
#include <lede/graph/graph_file.hpp>
#include <lede/graph/name_index.hpp>

namespace lede {
namespace {

// The file: a head; for each column of GraphTables, in their order, the number of its bytes; the columns, each from a
// multiple of eight bytes on. Numbers are as the machine has them, which the mark tells.
constexpr std::array<char, 8> magic{'l', 'e', 'd', 'e', 'g', 'r', 'p', 'h'};
constexpr std::uint32_t version = 1;
constexpr std::uint32_t order_mark = 0x01020304;
constexpr std::size_t column_count = 28;
constexpr std::size_t alignment = 8;

struct Head {
    std::array<char, 8> magic;
    std::uint32_t version;
    std::uint32_t order_mark;
    std::uint64_t checksum;  ///< of all that follows the head, column by column
    std::array<std::uint64_t, column_count> sizes;
};
static_assert(sizeof(Head) == 24 + 8 * column_count);

std::size_t padding_of(std::size_t size) {
    return (alignment - size % alignment) % alignment;
}

template <class Item>
std::string_view bytes_of(std::span<const Item> column) {
    return {reinterpret_cast<const char*>(column.data()), column.size_bytes()};
}

std::uint64_t checksum_of(const TableViews& tables) {
    std::uint64_t sum = 0;
    zip_columns(tables, tables, [&](const auto& column, const auto&) { sum = hash_of(bytes_of(column), sum); });
    return sum;
}

[[noreturn]] void fail(const std::filesystem::path& path, const std::string& what) {
    throw InputError(path.string(), what + "; make it again with lede index");
}

Head read_head(std::string_view bytes, const std::filesystem::path& path) {
    Head head;
    if (bytes.size() < sizeof head) fail(path, "the graph file is cut short");
    std::memcpy(&head, bytes.data(), sizeof head);
    if (head.magic != magic) fail(path, "is no graph file of lede");
    if (head.order_mark != order_mark) fail(path, "the graph file was made on another kind of machine");
    if (head.version != version)
        fail(path, "the graph file is of version " + std::to_string(head.version) + ", this program reads " +
                       std::to_string(version));
    return head;
}

/// Views of the columns in the file's bytes.
TableViews find_columns(std::string_view bytes, const Head& head, const std::filesystem::path& path) {
    TableViews tables;
    std::size_t at = sizeof head;
    std::size_t number = 0;
    zip_columns(tables, tables, [&]<class Item>(std::span<const Item>& column, auto&) {
        const std::uint64_t size = head.sizes[number++];
        if (at > bytes.size() || size > bytes.size() - at) fail(path, "the graph file is cut short");
        if (size % sizeof(Item) != 0) fail(path, "the graph file is damaged");
        column = {reinterpret_cast<const Item*>(bytes.data() + at), static_cast<std::size_t>(size / sizeof(Item))};
        at += static_cast<std::size_t>(size) + padding_of(static_cast<std::size_t>(size));
    });
    if (at != bytes.size()) fail(path, at > bytes.size() ? "the graph file is cut short" : "the graph file is damaged");
    return tables;
}

/// Whether the bytes between the columns, which no checksum covers, are as they were written.
bool is_padding_empty(std::string_view bytes, const TableViews& tables) {
    bool empty = true;
    zip_columns(tables, tables, [&](const auto& column, const auto&) {
        const std::string_view all = bytes_of(column);
        const auto end = static_cast<std::size_t>(all.data() + all.size() - bytes.data());
        const std::string_view padding = bytes.substr(end, padding_of(all.size()));
        empty &= std::all_of(padding.begin(), padding.end(), [](char c) { return c == 0; });
    });
    return empty;
}

}  // namespace

void write_graph_file(const KnowledgeGraph& graph, const std::function<void(std::string_view)>& sink) {
    OwnedTables indexes;
    TableViews tables = graph.views();
    if (tables.name_index.empty()) {
        add_name_index(graph, indexes);
        tables.name_index = indexes.name_index;
        tables.word_index = indexes.word_index;
    }
    Head head{magic, version, order_mark, checksum_of(tables), {}};
    std::size_t number = 0;
    zip_columns(tables, tables,
                [&](const auto& column, const auto&) { head.sizes[number++] = bytes_of(column).size(); });
    sink({reinterpret_cast<const char*>(&head), sizeof head});
    zip_columns(tables, tables, [&](const auto& column, const auto&) {
        const std::string_view bytes = bytes_of(column);
        constexpr std::size_t piece = std::size_t{1} << 20;
        for (std::size_t at = 0; at < bytes.size(); at += piece) sink(bytes.substr(at, piece));
        sink(std::string_view("\0\0\0\0\0\0\0", padding_of(bytes.size())));
    });
}

bool is_graph_file(const std::filesystem::path& path) {
    if (!std::filesystem::is_regular_file(path)) return false;  // a pipe would lose the bytes
    std::ifstream file(path, std::ios::binary);
    std::array<char, 8> front{};
    return file.read(front.data(), front.size()) && front == magic;
}

KnowledgeGraph open_graph_file(const std::filesystem::path& path) {
    const auto file = std::make_shared<const MappedFile>(path);
    const Head head = read_head(file->bytes(), path);
    const TableViews tables = find_columns(file->bytes(), head, path);
    const bool sound = checksum_of(tables) == head.checksum && is_padding_empty(file->bytes(), tables);
    // Checked though the checksum is right: what was made to do harm may have a right one.
    if (!sound || !check_tables(tables)) fail(path, "the graph file is damaged");
    return {tables, file};
}

}  // namespace lede
