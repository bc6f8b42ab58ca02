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

constexpr std::size_t chunk_size = std::size_t{1} << 17;

class FileSource : public ByteSource {
  public:
    explicit FileSource(std::string path) : path_(std::move(path)) {
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
            if (count >= 0) return static_cast<std::size_t>(count);
            if (errno != EINTR) throw InputError(path_, std::string("cannot be read: ") + std::strerror(errno));
        }
    }

  private:
    std::string path_;
    int descriptor_ = -1;
};

class GzipSource : public ByteSource {
  public:
    GzipSource(std::unique_ptr<ByteSource> packed, std::string path)
        : packed_(std::move(packed)), path_(std::move(path)), input_(chunk_size, '\0') {
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
                inflateReset(&stream_);
            } else if (result != Z_OK && result != Z_BUF_ERROR) {
                throw InputError(path_, "the gzip data is damaged; get or pack the file again");
            }
        }
        return size - stream_.avail_out;
    }

  private:
    std::unique_ptr<ByteSource> packed_;
    std::string path_;
    std::string input_;
    z_stream stream_{};
    bool inside_ = false;

    bool fill() {
        if (stream_.avail_in > 0) return inside_ = true;
        const std::size_t count = packed_->read(input_.data(), input_.size());
        if (count == 0 && inside_) throw InputError(path_, "the gzip data is cut short; get or pack the file again");
        stream_.next_in = reinterpret_cast<Bytef*>(input_.data());
        stream_.avail_in = static_cast<uInt>(count);
        return count > 0 && (inside_ = true);
    }
};

class ZstdSource : public ByteSource {
  public:
    ZstdSource(std::unique_ptr<ByteSource> packed, std::string path)
        : packed_(std::move(packed)), path_(std::move(path)), input_(chunk_size, '\0'), stream_(ZSTD_createDStream()) {}

    std::size_t read(char* buffer, std::size_t size) override {
        ZSTD_outBuffer output{buffer, size, 0};
        while (output.pos == 0 && fill()) {
            const std::size_t result = ZSTD_decompressStream(stream_.get(), &output, &packed_bytes_);
            if (ZSTD_isError(result))
                throw InputError(path_, "the Zstandard data is damaged; get or pack the file again");
            inside_ = result != 0;
        }
        return output.pos;
    }

  private:
    struct Free {
        void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
    };
    std::unique_ptr<ByteSource> packed_;
    std::string path_;
    std::string input_;
    std::unique_ptr<ZSTD_DStream, Free> stream_;
    ZSTD_inBuffer packed_bytes_{nullptr, 0, 0};
    bool inside_ = false;
    bool ended_ = false;

    /// False at the end. Once the packed bytes are used up, the decoder is asked again until it has given all that it
    /// holds.
    bool fill() {
        if (packed_bytes_.pos < packed_bytes_.size) return true;
        if (ended_) {
            if (inside_) throw InputError(path_, "the Zstandard data is cut short; get or pack the file again");
            return false;
        }
        const std::size_t count = packed_->read(input_.data(), input_.size());
        packed_bytes_ = {input_.data(), count, 0};
        ended_ = count == 0;
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

}  // namespace

std::size_t PrefixedSource::read(char* buffer, std::size_t size) {
    if (at_ == front_.size()) return rest_->read(buffer, size);
    const std::size_t count = front_.copy(buffer, size, at_);
    at_ += count;
    return count;
}

std::unique_ptr<ByteSource> open_source(const std::string& path) {
    std::unique_ptr<ByteSource> file = std::make_unique<FileSource>(path);
    std::string front = read_front(*file, 4);
    const std::string_view start = front;
    const bool gzip = start.starts_with("\x1F\x8B");
    const bool zstd = start == "\x28\xB5\x2F\xFD";
    auto whole = std::make_unique<PrefixedSource>(std::move(front), std::move(file));
    const std::string name = path == "-" ? "standard input" : path;
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
