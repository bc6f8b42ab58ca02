#include <algorithm>
#include <charconv>

#include <lede/base/error.hpp>
#include <lede/base/utf8.hpp>
#include <lede/text/http_response.hpp>
#include <lede/text/warc_reader.hpp>

namespace lede {

namespace {

constexpr std::size_t chunk_size = std::size_t{1} << 16;
constexpr std::size_t largest_header = std::size_t{1} << 20;  // they have some 500 bytes, but may quote long addresses
constexpr std::string_view magic = "WARC/";

/// Some writers put the address in angle brackets, as the grammar of WARC 1.0 has it.
std::string plain_uri(const std::string& value) {
    const bool marked = value.size() > 1 && value.front() == '<' && value.back() == '>';
    return to_valid_utf8(marked ? value.substr(1, value.size() - 2) : value);
}

bool parse_size(const std::string& text, std::uint64_t& size) {
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), size);
    return problem == std::errc() && end == text.data() + text.size();
}

/// Whether the length of the block could be read.
bool read_fields(std::string_view head, WarcHeader& header) {
    bool sized = false;
    for_each_field(head, head.find('\n') + 1, [&](const std::string& name, const std::string& value) {
        if (name == "warc-type") header.type = value;
        if (name == "warc-target-uri") header.target_uri = plain_uri(value);
        if (name == "warc-date") header.date = value;
        if (name == "content-type") header.content_type = value;
        if (name == "warc-identified-content-language") header.languages = value;
        if (name == "warc-truncated") header.truncated = true;
        if (name == "warc-segment-number") header.segmented = true;
        if (name == "content-length") sized = parse_size(value, header.size);
    });
    return sized;
}

}  // namespace

bool begins_like_warc(std::string_view bytes) {
    return bytes.size() > magic.size() && bytes.starts_with(magic) && bytes[magic.size()] >= '0' &&
           bytes[magic.size()] <= '9';
}

std::string WarcReader::place() const {
    return "record " + std::to_string(header_.number) + " at byte " + std::to_string(header_.offset);
}

/// Tells of a damage, and that the next record must be looked for: first in the block, which a wrong length may have
/// made to hold it.
bool WarcReader::lose(const std::string& reason, std::string_view block) {
    inside_ = false;
    if (const std::size_t line = block.find("\nWARC/"); line != std::string_view::npos && !failure_) {
        block.remove_prefix(line);
        before_ += at_;
        before_ -= block.size();
        buffer_.replace(0, std::exchange(at_, 0), block);
    }
    if (std::exchange(lost_, true)) return false;
    problem_(place() + " is damaged: " + reason);
    return false;
}

/// Reads more behind what is there. False at the end, and where the source fails, which is kept in failure_.
bool WarcReader::fill() {
    if (ended_ || failure_) return false;
    before_ += at_;
    buffer_.erase(0, std::exchange(at_, 0));
    const std::size_t used = buffer_.size();
    buffer_.resize(used + chunk_size);
    std::size_t count = 0;
    try {
        count = source_.read(buffer_.data() + used, chunk_size);
    } catch (const InputError& error) {
        const std::string message = error.what();
        const std::string path = error.path() + ": ";
        failure_ = message.starts_with(path) ? message.substr(path.size()) : message;
    }
    buffer_.resize(used + count);
    ended_ = count == 0 && !failure_;
    return count > 0;
}

bool WarcReader::need(std::size_t count) {
    while (there() < count)
        if (!fill()) return false;
    return true;
}

/// Looks for a line that begins like a record. False if there is none.
bool WarcReader::find_record() {
    bool line_begins = false;
    while (true) {
        if (failure_) {
            if (!source_.recover()) return false;
            failure_.reset();
            before_ += buffer_.size();
            at_ = 0;
            buffer_.clear();
            line_begins = true;
        }
        for (std::size_t at = buffer_.find(magic, at_); at != std::string::npos; at = buffer_.find(magic, at + 1)) {
            const bool begins = at == at_ ? line_begins : buffer_[at - 1] == '\n';
            if (!begins || !begins_like_warc(std::string_view(buffer_).substr(at))) continue;
            at_ = at;
            return true;
        }
        // the last bytes may be the beginning of what is sought
        const std::size_t kept = std::min(there(), magic.size() + 1);
        if (kept < there()) line_begins = false;
        at_ = buffer_.size() - kept;
        if (!fill() && !failure_) return false;
    }
}

/// Length of the header with the blank line at its end; empty if that is not to be found.
std::optional<std::size_t> WarcReader::find_header_end() {
    for (std::size_t from = 0;;) {
        const std::string_view text = std::string_view(buffer_).substr(at_);
        const std::size_t unix_end = text.find("\n\n", from);
        const std::size_t end = text.find("\n\r\n", from);
        if (end < unix_end) return end + 3;
        if (unix_end != std::string_view::npos) return unix_end + 2;
        from = text.size() - std::min<std::size_t>(text.size(), 2);
        if (text.size() > largest_header || !fill()) return std::nullopt;
    }
}

bool WarcReader::read_header() {
    const std::size_t number = header_.number + 1;
    header_ = {};
    header_.number = number;
    header_.offset = before_ + at_;
    need(magic.size() + 1);
    if (!begins_like_warc(std::string_view(buffer_).substr(at_)))
        return lose(failure_ ? *failure_ : "no record begins here");
    const auto size = find_header_end();
    if (!size)
        return lose(failure_                   ? *failure_
                    : there() > largest_header ? "its header has no end"
                                               : "the archive ends within its header");
    const bool sized = read_fields(std::string_view(buffer_).substr(at_, *size), header_);
    at_ += *size;
    if (!sized) return lose("its header has no Content-Length that can be read");
    left_ = header_.size;
    inside_ = true;
    return true;
}

bool WarcReader::next() {
    if (inside_) finish();
    while (true) {
        const bool searching = lost_;
        if (searching) {
            if (!find_record()) return false;
        } else {
            // the end of the last record, and blank lines that some writers put between two
            take_line_ends();
            if (there() == 0 && !failure_) return false;
        }
        if (read_header()) {
            lost_ = false;
            return true;
        }
        if (searching) --header_.number;      // it only looked like a record
        if (there() > 0 && !failure_) ++at_;  // not the same place again
    }
}

std::string WarcReader::take_line_ends() {
    std::string ends;
    while (need(1) && (buffer_[at_] == '\r' || buffer_[at_] == '\n')) ends += buffer_[at_++];
    return ends;
}

bool WarcReader::append(std::string& block, std::size_t most) {
    std::uint64_t wanted = std::min<std::uint64_t>(most, left_);
    while (wanted > 0) {
        if (there() == 0 && !fill()) {
            if (failure_) return lose(*failure_);
            const std::uint64_t gone = header_.size - left_;
            return lose(
                "the archive ends after " + std::to_string(gone) + " of its " + std::to_string(header_.size) + " bytes",
                block);
        }
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(wanted, there()));
        block.append(buffer_, at_, count);
        at_ += count;
        left_ -= count;
        wanted -= count;
    }
    return true;
}

bool WarcReader::finish(std::string_view block) {
    if (!inside_) return !lost_;
    std::string passed_over;
    while (left_ > 0) {
        passed_over.clear();
        if (!append(passed_over, chunk_size)) return false;
    }
    inside_ = false;
    const std::string ends = take_line_ends();
    const bool divided = std::count(ends.begin(), ends.end(), '\n') > 1;
    // a packed record is known to be good only when its end was seen
    if (there() == 0) return failure_ && !source_.checked() ? lose(*failure_) : true;
    need(magic.size() + 1);
    if (divided || begins_like_warc(std::string_view(buffer_).substr(at_))) return true;
    if (failure_ && source_.checked()) return true;
    return lose(failure_ ? *failure_ : "behind its block no other record begins, so its Content-Length must be wrong",
                std::string(block) + ends);
}

}  // namespace lede
