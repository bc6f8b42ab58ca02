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

/// A file written beside its target, in the same folder, and put in its place by commit(); if commit is not reached,
/// the target keeps its old content and nothing is left behind (where the file system can, the file has no name until
/// then, so this holds even if the program is killed). Target "-" is standard output; it, devices and pipes are written
/// as they are.
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
    std::string temporary_;  // empty if what is written is the target itself
    bool named_ = false;     // whether the temporary file has its name already
    bool overwrite_;
    int descriptor_ = -1;
    std::string buffer_;

    void open_temporary();
    void give_name();
    void flush();
};

}  // namespace lede
