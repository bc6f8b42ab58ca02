#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace lede {

/// The whole file. Throws InputError if it cannot be read or is a folder.
std::string read_file(const std::filesystem::path& path);

/// A read-only memory-mapped file; the view lives as long as the object.
class MappedFile {
  public:
    /// Throws InputError.
    explicit MappedFile(const std::filesystem::path& path);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    std::string_view bytes() const { return {data_, size_}; }

  private:
    const char* data_ = nullptr;
    std::size_t size_ = 0;
};

/// A file written beside its target (same folder, hidden temporary name) and renamed over it by commit(); if commit is not reached,
/// the temporary is removed and the target keeps its old content. Target "-" is standard output, unbuffered by rename.
class AtomicOutput {
  public:
    /// Throws OutputError if the target exists and `overwrite` is false, or if the folder cannot be written.
    AtomicOutput(std::string target, bool overwrite);
    ~AtomicOutput();
    AtomicOutput(const AtomicOutput&) = delete;
    AtomicOutput& operator=(const AtomicOutput&) = delete;

    /// Throws OutputError, also for a full disk or a closed pipe.
    void write(std::string_view bytes);
    /// Flushes, closes and renames. Throws OutputError; only after it returned is the output safe.
    void commit();

  private:
    std::string target_;
    std::string temporary_;
    int descriptor_ = -1;
    std::string buffer_;
    void flush();
};

}  // namespace lede
