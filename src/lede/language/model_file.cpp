#include <cstdint>
#include <cstring>

#include <lede/base/error.hpp>
#include <lede/base/hash.hpp>
#include <lede/language/model_file.hpp>

namespace lede {

namespace {

// The file: the magic, the version, the number of sections, the checksum of all that follows; for each section the
// length of its name, its offset, its size and its name; then the sections, each at a multiple of `alignment`. Integers
// are little-endian.
constexpr std::string_view magic = "lede model\n\x1a";
constexpr std::uint32_t version = 1;
constexpr std::size_t alignment = 64;  // a cache line, and enough for any type that a section is cast to

struct Header {
    char magic[12];
    std::uint32_t version;
    std::uint64_t section_count;
    std::uint64_t checksum;
};
struct Entry {
    std::uint64_t name_size, offset, size;
};

std::size_t align(std::size_t at) {
    return (at + alignment - 1) / alignment * alignment;
}

template <class T>
void append_bytes(std::string& bytes, const T& value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof(T));
}

}  // namespace

ModelFile::ModelFile(const std::filesystem::path& path) : file_(path) {
    const std::string_view bytes = file_.bytes();
    Header header{};
    if (bytes.size() < sizeof(header))
        throw InputError(path.string(), "this is not a model file; pass one that lede train wrote");
    std::memcpy(&header, bytes.data(), sizeof(header));
    if (std::string_view(header.magic, sizeof(header.magic)) != magic)
        throw InputError(path.string(), "this is not a model file; pass one that lede train wrote");
    if (header.version != version)
        throw InputError(path.string(), "the model has format " + std::to_string(header.version) +
                                            ", this program reads format " + std::to_string(version) +
                                            "; train it again");
    if (hash_of(bytes.substr(sizeof(header))) != header.checksum)
        throw InputError(path.string(), "the model is damaged (wrong checksum); get it again");
    checksum_ = to_hex(header.checksum);

    std::size_t at = sizeof(header);
    for (std::uint64_t i = 0; i < header.section_count; ++i) {
        Entry entry{};
        const bool entry_fits = bytes.size() - at >= sizeof(entry);
        if (entry_fits) std::memcpy(&entry, bytes.data() + at, sizeof(entry));
        at += sizeof(entry);
        if (!entry_fits || bytes.size() - at < entry.name_size || bytes.size() < entry.offset ||
            bytes.size() - entry.offset < entry.size || entry.offset % alignment != 0)
            throw InputError(path.string(), "the model is damaged (a section lies outside); get it again");
        sections_.emplace(bytes.substr(at, entry.name_size), bytes.substr(entry.offset, entry.size));
        at += entry.name_size;
    }
}

std::string_view ModelFile::section(std::string_view name) const {
    const auto found = sections_.find(name);
    return found == sections_.end() ? std::string_view() : found->second;
}

std::vector<std::string> ModelFile::section_names() const {
    std::vector<std::string> names;
    for (const auto& [name, bytes] : sections_) names.push_back(name);
    return names;
}

std::vector<std::string> ModelFile::lines(std::string_view name) const {
    std::vector<std::string> result;
    std::string_view rest = section(name);
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        result.emplace_back(rest.substr(0, end));
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
    return result;
}

void ModelFileWriter::add(std::string name, std::string bytes) {
    sections_[std::move(name)] = std::move(bytes);
}

void ModelFileWriter::add_lines(std::string name, const std::vector<std::string>& lines) {
    std::string bytes;
    for (const std::string& line : lines) (bytes += line) += '\n';
    add(std::move(name), std::move(bytes));
}

void ModelFileWriter::add_all(const ModelFile& model) {
    for (const std::string& name : model.section_names()) add(name, std::string(model.section(name)));
}

void ModelFileWriter::write(const std::filesystem::path& path) const {
    std::size_t at = sizeof(Header);
    for (const auto& [name, bytes] : sections_) at += sizeof(Entry) + name.size();
    std::string table;
    for (const auto& [name, bytes] : sections_) {
        at = align(at);
        append_bytes(table, Entry{name.size(), at, bytes.size()});
        table += name;
        at += bytes.size();
    }
    std::string content = std::move(table);
    for (const auto& [name, bytes] : sections_) {
        content.resize(align(sizeof(Header) + content.size()) - sizeof(Header), '\0');
        content += bytes;
    }
    Header header{{}, version, sections_.size(), hash_of(content)};
    std::memcpy(header.magic, magic.data(), sizeof(header.magic));
    std::string head;
    append_bytes(head, header);
    AtomicOutput output(path.string(), true);
    output.write(head);
    output.write(content);
    output.commit();
}

}  // namespace lede
