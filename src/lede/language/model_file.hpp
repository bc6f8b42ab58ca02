#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <lede/base/file.hpp>

namespace lede {

/// A versioned model file: named sections of bytes, each aligned to 64, with a checksum over all. Same sections, same
/// bytes. Sections with text (label lists, meta data) are plain UTF-8 with one item a line.
class ModelFile {
  public:
    /// Maps the file. Throws InputError for a missing file, another version, or a wrong checksum.
    explicit ModelFile(const std::filesystem::path& path);

    /// The section's bytes, valid as long as this object; empty view if there is none of that name.
    std::string_view section(std::string_view name) const;
    /// A section of text, by line.
    std::vector<std::string> lines(std::string_view name) const;
    /// Sorted.
    std::vector<std::string> section_names() const;
    /// Hexadecimal checksum of the whole content, to name the model in provenance.
    const std::string& checksum() const { return checksum_; }

  private:
    MappedFile file_;
    std::map<std::string, std::string_view, std::less<>> sections_;
    std::string checksum_;
};

/// Collects sections and writes them.
class ModelFileWriter {
  public:
    void add(std::string name, std::string bytes);
    void add_lines(std::string name, const std::vector<std::string>& lines);
    /// All sections of another model, to keep them; later calls of add replace sections of the same name.
    void add_all(const ModelFile& model);
    /// Replaces an existing file. Throws OutputError.
    void write(const std::filesystem::path& path) const;

  private:
    std::map<std::string, std::string> sections_;
};

}  // namespace lede
