#include <algorithm>

#include <zlib.h>

#include <lede/base/error.hpp>
#include <lede/base/inflate.hpp>

namespace lede {

namespace {

constexpr std::size_t step = std::size_t{1} << 16;
constexpr int any_header = 32;  // added to the window bits: gzip or zlib, by its header (zlib manual, inflateInit2)

class Inflater {
  public:
    Inflater(std::string_view packed, int window_bits) {
        if (inflateInit2(&stream_, window_bits) != Z_OK) throw Error("zlib cannot be started");
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));  // zlib only reads it
        stream_.avail_in = static_cast<uInt>(packed.size());
    }
    ~Inflater() { inflateEnd(&stream_); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    InflateResult run(std::size_t limit, std::string& bytes) {
        bytes.clear();
        while (true) {
            const std::size_t used = bytes.size();
            const std::size_t room = std::min(step, limit + 1 - used);
            bytes.resize(used + room);
            stream_.next_out = reinterpret_cast<Bytef*>(bytes.data() + used);
            stream_.avail_out = static_cast<uInt>(room);
            const int result = inflate(&stream_, Z_NO_FLUSH);
            bytes.resize(used + room - stream_.avail_out);
            if (bytes.size() > limit) return InflateResult::too_large;
            if (result == Z_STREAM_END) {
                if (stream_.avail_in < 2 || stream_.next_in[0] != 0x1F || stream_.next_in[1] != 0x8B)
                    return InflateResult::whole;
                inflateReset(&stream_);
            } else if (result == Z_BUF_ERROR) {
                return InflateResult::cut;
            } else if (result != Z_OK) {
                return InflateResult::damaged;
            }
        }
    }

  private:
    z_stream stream_{};
};

}  // namespace

InflateResult inflate_bytes(std::string_view packed, std::size_t limit, std::string& bytes) {
    const InflateResult result = Inflater(packed, MAX_WBITS + any_header).run(limit, bytes);
    if (result != InflateResult::damaged || !bytes.empty()) return result;
    return Inflater(packed, -MAX_WBITS).run(limit, bytes);  // no header at all
}

}  // namespace lede
