#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <lede/base/byte_source.hpp>

namespace lede {

/// What stands in front of a record of a web archive (ISO 28500:2017, 5).
struct WarcHeader {
    std::size_t number = 0;    ///< of the record, from 1
    std::uint64_t offset = 0;  ///< where it begins, in bytes of the unpacked archive
    std::string type;          ///< "response", "resource", "conversion", …
    std::string target_uri;    ///< valid UTF-8
    std::string date;          ///< ISO 8601
    std::string content_type;
    std::string languages;   ///< as crawls tell them of a text: "eng,deu"
    std::uint64_t size = 0;  ///< bytes of the block behind the header
    bool truncated = false;  ///< the crawler cut the block
    bool segmented = false;  ///< the block goes on in another record
};

/// Reads the records of a web archive, one after the other, in memory that does not depend on their size. Behind a
/// damaged record it goes on at the next one that can be found.
class WarcReader {
  public:
    /// Gets what is wrong, once for each damaged stretch: "record 17 at byte 48213: …".
    using ProblemSink = std::function<void(const std::string& problem)>;

    /// The source must outlive the reader.
    WarcReader(ByteSource& source, ProblemSink problem) : source_(source), problem_(std::move(problem)) {}

    /// Moves on to the next record, past what is left of the last one. False at the end, and where the source cannot be
    /// read on. Throws what the problem's sink throws.
    bool next();
    const WarcHeader& header() const { return header_; }

    /// Appends up to `most` further bytes of the record's block. False if the block is damaged or cut short.
    bool append(std::string& block, std::size_t most);
    /// Reads over the rest of the block. False if it, or what must be behind it, is damaged: then what was read of the
    /// block is not to be trusted. `block` is what was appended, if it is still there: the next record is looked for in
    /// it too.
    bool finish(std::string_view block = {});

    /// Records that were begun.
    std::size_t count() const { return header_.number; }

  private:
    ByteSource& source_;
    ProblemSink problem_;
    WarcHeader header_;
    std::string buffer_;
    std::size_t at_ = 0;        // in the buffer
    std::uint64_t before_ = 0;  // bytes before the buffer
    std::uint64_t left_ = 0;    // of the block
    bool inside_ = false;       // a record whose end was not reached
    bool lost_ = false;         // looking for the next record
    bool ended_ = false;
    std::optional<std::string> failure_;  // the source failed; told when its bytes are needed

    std::size_t there() const { return buffer_.size() - at_; }
    bool fill();
    bool need(std::size_t count);
    bool find_record();
    std::optional<std::size_t> find_header_end();
    bool read_header();
    bool lose(const std::string& reason, std::string_view block = {});
    std::string take_line_ends();
    std::string place() const;
};

/// "WARC/1.0" and the like at the front of bytes.
bool begins_like_warc(std::string_view bytes);

}  // namespace lede
