#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace lede {

/// Bytes to be read once, from front to end.
class ByteSource {
  public:
    virtual ~ByteSource() = default;
    /// Fills `buffer` with up to `size` bytes; 0 only at the end. Throws InputError.
    virtual std::size_t read(char* buffer, std::size_t size) = 0;
    /// To be called after read() threw: moves on to where packed data may begin anew, as files of many packed parts in
    /// a row have it (a place that only looks like it makes read() throw again). False if there is none.
    virtual bool recover() { return false; }
    /// Whether the packed parts of all that was handed out so far came to their end, and are as they were packed.
    virtual bool checked() const { return true; }
};

/// Bytes in memory, which must outlive this object.
class MemorySource : public ByteSource {
  public:
    explicit MemorySource(std::string_view bytes) : rest_(bytes) {}
    std::size_t read(char* buffer, std::size_t size) override {
        const std::size_t count = rest_.copy(buffer, size);
        rest_.remove_prefix(count);
        return count;
    }

  private:
    std::string_view rest_;
};

/// Bytes that were read ahead, given back, and then the rest of the source that they came from.
class PrefixedSource : public ByteSource {
  public:
    /// The rest must outlive this object.
    PrefixedSource(std::string front, ByteSource& rest) : front_(std::move(front)), rest_(&rest) {}
    PrefixedSource(std::string front, std::unique_ptr<ByteSource> rest)
        : front_(std::move(front)), rest_(rest.get()), owned_(std::move(rest)) {}
    std::size_t read(char* buffer, std::size_t size) override;
    bool recover() override { return rest_->recover(); }
    bool checked() const override { return rest_->checked(); }

  private:
    std::string front_;
    std::size_t at_ = 0;
    ByteSource* rest_;
    std::unique_ptr<ByteSource> owned_;
};

/// A file, or standard input for "-". gzip and Zstandard are recognised by their first bytes, whatever the name, and
/// unpacked as they are read; a Zstandard file may begin with its own dictionary, as .warc.zst files do. Throws
/// InputError, also for a folder; reading throws InputError for data that is damaged or cut short. `bytes_read` (may be
/// null) is raised by what is read from the file.
std::unique_ptr<ByteSource> open_source(const std::string& path, std::atomic<std::uint64_t>* bytes_read = nullptr);

/// All bytes of a source. Throws InputError naming `path` as soon as there are more than `limit`.
std::string read_all(ByteSource& source, const std::string& path, std::size_t limit);

/// Hands out the lines of a source. Memory is bounded by the limit, however long a line is.
class LineReader {
  public:
    LineReader(ByteSource& source, std::size_t limit) : source_(source), limit_(limit) {}

    /// Reads the next line without its end (LF or CR LF). False at the end.
    bool next(std::string& line);
    /// Number of the line that next() gave last, from 1.
    std::size_t number() const { return number_; }
    /// Whether that line was longer than the limit; the rest of it was dropped.
    bool too_long() const { return too_long_; }

  private:
    ByteSource& source_;
    std::size_t limit_;
    std::string buffer_;
    std::size_t at_ = 0;
    std::size_t number_ = 0;
    bool too_long_ = false;
    bool fill();
};

}  // namespace lede
