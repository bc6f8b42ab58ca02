#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include <zlib.h>
#include <zstd.h>

#include <lede/base/byte_source.hpp>
#include <lede/base/error.hpp>

namespace lede {

namespace {

constexpr std::size_t chunk_size = std::size_t{1} << 15;  // small, so that what was read tells how far the work is

class FileSource : public ByteSource {
  public:
    FileSource(std::string path, std::atomic<std::uint64_t>* bytes_read)
        : path_(std::move(path)), bytes_read_(bytes_read) {
        if (path_ == "-") {
            descriptor_ = STDIN_FILENO;
            path_ = "standard input";
            return;
        }
        descriptor_ = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
        if (descriptor_ < 0) throw InputError(path_, std::string("cannot be opened: ") + std::strerror(errno));
        struct stat info {};
        if (::fstat(descriptor_, &info) == 0 && S_ISDIR(info.st_mode)) {
            ::close(std::exchange(descriptor_, -1));
            throw InputError(path_, "is a folder, but a file is needed here");
        }
    }
    ~FileSource() override {
        if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
    }
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;

    std::size_t read(char* buffer, std::size_t size) override {
        while (true) {
            const auto count = ::read(descriptor_, buffer, size);
            if (count >= 0 && bytes_read_) *bytes_read_ += static_cast<std::uint64_t>(count);
            if (count >= 0) return static_cast<std::size_t>(count);
            if (errno != EINTR) throw InputError(path_, std::string("cannot be read: ") + std::strerror(errno));
        }
    }

  private:
    std::string path_;
    std::atomic<std::uint64_t>* bytes_read_;
    int descriptor_ = -1;
};

/// Drops what is before the next place of the signature in the buffer and, behind that, in the source. False if there
/// is none.
bool skip_to(std::string_view signature, std::string& buffer, ByteSource& source) {
    for (std::size_t at = buffer.find(signature); at != 0; at = buffer.find(signature)) {
        buffer.erase(0, at != std::string::npos ? at : buffer.size() - std::min(buffer.size(), signature.size() - 1));
        if (at != std::string::npos) break;
        const std::size_t kept = buffer.size();
        buffer.resize(kept + chunk_size);
        const std::size_t count = source.read(buffer.data() + kept, chunk_size);
        buffer.resize(kept + count);
        if (count == 0) return false;
    }
    return true;
}

class GzipSource : public ByteSource {
  public:
    GzipSource(std::unique_ptr<ByteSource> packed, std::string path)
        : packed_(std::move(packed)), path_(std::move(path)) {
        constexpr int gzip_only = 16;  // added to the window bits: expect the gzip header (zlib manual, inflateInit2)
        if (inflateInit2(&stream_, MAX_WBITS + gzip_only) != Z_OK) throw Error("zlib cannot be started");
    }
    ~GzipSource() override { inflateEnd(&stream_); }
    GzipSource(const GzipSource&) = delete;
    GzipSource& operator=(const GzipSource&) = delete;

    std::size_t read(char* buffer, std::size_t size) override {
        size = std::min(size, chunk_size);
        stream_.next_out = reinterpret_cast<Bytef*>(buffer);
        stream_.avail_out = static_cast<uInt>(size);
        while (stream_.avail_out == size && fill()) {
            const int result = inflate(&stream_, Z_NO_FLUSH);
            if (result == Z_STREAM_END) {
                inside_ = false;  // a gzip file may be several in a row
                checked_ = true;
                part_ = input_.size() - stream_.avail_in;
                inflateReset(&stream_);
            } else if (result != Z_OK && result != Z_BUF_ERROR) {
                throw InputError(path_, "the gzip data is damaged; get or pack the file again");
            } else if (stream_.avail_out < size) {
                checked_ = false;
            }
        }
        return size - stream_.avail_out;
    }

    bool recover() override {
        // inflate() may have gone astray behind the end of the damaged part: its beginning is the last place to trust
        input_.erase(0, std::min(input_.size(), part_ + 1));
        part_ = 0;
        const bool found = skip_to("\x1F\x8B\x08", input_, *packed_);  // of deflate, the one method (RFC 1952, 2.3.1)
        stream_.next_in = reinterpret_cast<Bytef*>(input_.data());
        stream_.avail_in = static_cast<uInt>(input_.size());
        inflateReset(&stream_);
        return found;
    }

    bool checked() const override { return checked_; }

  private:
    std::unique_ptr<ByteSource> packed_;
    std::string path_;
    std::string input_;
    std::size_t part_ = 0;  // where in the input the part begins that is read now; 0 if before it
    z_stream stream_{};
    bool inside_ = false;
    bool checked_ = true;

    bool fill() {
        if (stream_.avail_in > 0) return inside_ = true;
        input_.resize(chunk_size);
        input_.resize(packed_->read(input_.data(), input_.size()));
        part_ = 0;
        if (input_.empty() && inside_)
            throw InputError(path_, "the gzip data is cut short; get or pack the file again");
        stream_.next_in = reinterpret_cast<Bytef*>(input_.data());
        stream_.avail_in = static_cast<uInt>(input_.size());
        return !input_.empty() && (inside_ = true);
    }
};

constexpr std::string_view zstd_frame = "\x28\xB5\x2F\xFD";
constexpr std::string_view zstd_dictionary =
    "\x5D\x2A\x4D\x18";  // the skippable frame that holds it in .warc.zst files

class ZstdSource : public ByteSource {
  public:
    ZstdSource(std::unique_ptr<ByteSource> packed, std::string path)
        : packed_(std::move(packed)), path_(std::move(path)), stream_(ZSTD_createDStream()) {}

    std::size_t read(char* buffer, std::size_t size) override {
        ZSTD_outBuffer output{buffer, size, 0};
        while (output.pos == 0 && fill()) {
            const std::size_t result = ZSTD_decompressStream(stream_.get(), &output, &packed_bytes_);
            if (ZSTD_isError(result))
                throw InputError(path_, "the Zstandard data is damaged; get or pack the file again");
            inside_ = result != 0;
            if (!inside_) part_ = packed_bytes_.pos;
            checked_ = !inside_ || (output.pos == 0 && checked_);
        }
        return output.pos;
    }

    bool recover() override {
        input_.erase(0, std::min(input_.size(), part_ + 1));
        part_ = 0;
        const bool found = skip_to(zstd_frame, input_, *packed_);
        packed_bytes_ = {input_.data(), input_.size(), 0};
        ZSTD_DCtx_reset(stream_.get(), ZSTD_reset_session_only);
        return found;
    }

    bool checked() const override { return checked_; }

    /// What the dictionary's frame holds: the dictionary, which may be packed itself.
    void use_dictionary(std::string bytes) {
        if (std::string_view(bytes).starts_with(zstd_frame)) {
            MemorySource plain(bytes);
            ZstdSource packed(std::make_unique<PrefixedSource>(std::string(), plain), path_);
            bytes = read_all(packed, path_, largest_dictionary);
        }
        if (ZSTD_isError(ZSTD_DCtx_loadDictionary(stream_.get(), bytes.data(), bytes.size())))
            throw InputError(path_, "its Zstandard dictionary is damaged; get the file again");
    }

    static constexpr std::size_t largest_dictionary = std::size_t{16} << 20;  // those of crawls have some 100 KiB

  private:
    struct Free {
        void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
    };
    std::unique_ptr<ByteSource> packed_;
    std::string path_;
    std::string input_;
    std::size_t part_ = 0;  // where in the input the frame begins that is read now; 0 if before it
    std::unique_ptr<ZSTD_DStream, Free> stream_;
    ZSTD_inBuffer packed_bytes_{nullptr, 0, 0};
    bool inside_ = false;
    bool ended_ = false;
    bool checked_ = true;

    /// False at the end. Once the packed bytes are used up, the decoder is asked again until it has given all that it
    /// holds.
    bool fill() {
        if (packed_bytes_.pos < packed_bytes_.size) return true;
        if (ended_) {
            if (inside_) throw InputError(path_, "the Zstandard data is cut short; get or pack the file again");
            return false;
        }
        input_.resize(chunk_size);
        input_.resize(packed_->read(input_.data(), input_.size()));
        packed_bytes_ = {input_.data(), input_.size(), 0};
        part_ = 0;
        ended_ = input_.empty();
        return !ended_ || inside_;
    }
};

std::string read_front(ByteSource& source, std::size_t count) {
    std::string front(count, '\0');
    std::size_t used = 0;
    while (used < count) {
        const std::size_t more = source.read(front.data() + used, count - used);
        if (more == 0) break;
        used += more;
    }
    front.resize(used);
    return front;
}

/// A Zstandard file whose first frame, of which the first four bytes were read, is its dictionary.
std::unique_ptr<ByteSource> open_with_dictionary(std::unique_ptr<ByteSource> file, const std::string& name) {
    const std::string digits = read_front(*file, 4);  // little endian, as all numbers of the format
    std::size_t size = 0;
    for (std::size_t i = digits.size(); i-- > 0;) size = size << 8 | static_cast<unsigned char>(digits[i]);
    if (size > ZstdSource::largest_dictionary) throw InputError(name, "its Zstandard dictionary is too large");
    std::string dictionary = read_front(*file, size);
    if (digits.size() < 4 || dictionary.size() < size) throw InputError(name, "its Zstandard dictionary is cut short");
    auto source = std::make_unique<ZstdSource>(std::move(file), name);
    source->use_dictionary(std::move(dictionary));
    return source;
}

}  // namespace

std::size_t PrefixedSource::read(char* buffer, std::size_t size) {
    if (at_ == front_.size()) return rest_->read(buffer, size);
    const std::size_t count = front_.copy(buffer, size, at_);
    at_ += count;
    return count;
}

std::unique_ptr<ByteSource> open_source(const std::string& path, std::atomic<std::uint64_t>* bytes_read) {
    std::unique_ptr<ByteSource> file = std::make_unique<FileSource>(path, bytes_read);
    std::string front = read_front(*file, 4);
    const std::string name = path == "-" ? "standard input" : path;
    if (front == zstd_dictionary) return open_with_dictionary(std::move(file), name);
    const bool gzip = front.starts_with("\x1F\x8B");
    const bool zstd = front == zstd_frame;
    auto whole = std::make_unique<PrefixedSource>(std::move(front), std::move(file));
    if (gzip) return std::make_unique<GzipSource>(std::move(whole), name);
    if (zstd) return std::make_unique<ZstdSource>(std::move(whole), name);
    return whole;
}

std::string read_all(ByteSource& source, const std::string& path, std::size_t limit) {
    std::string bytes;
    std::size_t used = 0;
    while (true) {
        bytes.resize(std::max(chunk_size, used * 2));
        const std::size_t count = source.read(bytes.data() + used, bytes.size() - used);
        used += count;
        if (used > limit) {
            throw InputError(path, "is larger than " + std::to_string(limit >> 20) +
                                       " MiB, too much for one article; split it, or give articles as JSON Lines");
        }
        if (count == 0) break;
    }
    bytes.resize(used);
    return bytes;
}

bool LineReader::fill() {
    buffer_.resize(chunk_size);
    buffer_.resize(source_.read(buffer_.data(), buffer_.size()));
    at_ = 0;
    return !buffer_.empty();
}

bool LineReader::next(std::string& line) {
    line.clear();
    too_long_ = false;
    bool any = false;
    while (at_ < buffer_.size() || fill()) {
        any = true;
        const std::size_t end = std::min(buffer_.find('\n', at_), buffer_.size());
        const std::size_t room = limit_ - line.size();
        too_long_ = too_long_ || end - at_ > room;
        line.append(buffer_, at_, std::min(end - at_, room));
        at_ = end;
        if (end == buffer_.size()) continue;
        ++at_;
        break;
    }
    if (any) ++number_;
    if (line.ends_with('\r')) line.pop_back();
    return any;
}

}  // namespace lede
