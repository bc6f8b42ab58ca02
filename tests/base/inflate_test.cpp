#include <string>
#include <support/catch.hpp>

#include <zlib.h>

#include <lede/base/inflate.hpp>

using namespace lede;

namespace {

constexpr int gzip = MAX_WBITS + 16, zlib = MAX_WBITS, raw = -MAX_WBITS;

std::string pack(const std::string& bytes, int window_bits) {
    std::string packed(compressBound(bytes.size()) + 64, '\0');
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

}  // namespace

TEST_CASE("What a server packs is unpacked up to the limit", "[inflate]") {
    std::string text, plain;
    for (int i = 0; i < 20000; ++i) text += std::to_string(i * i);
    for (const int form : {gzip, zlib, raw}) {
        CHECK(inflate_bytes(pack(text, form), text.size(), plain) == InflateResult::whole);
        CHECK(plain == text);
        CHECK(inflate_bytes(pack(text, form), text.size() - 1, plain) == InflateResult::too_large);
        CHECK(inflate_bytes(pack(text, form).substr(0, 1000), text.size(), plain) == InflateResult::cut);
        CHECK((!plain.empty() && text.starts_with(plain)));
        CHECK(inflate_bytes(pack("", form), 10, plain) == InflateResult::whole);
    }
    CHECK(inflate_bytes(pack("one ", gzip) + pack("two", gzip), 100, plain) == InflateResult::whole);
    CHECK(plain == "one two");
    CHECK(inflate_bytes("", 100, plain) == InflateResult::cut);
    CHECK(inflate_bytes("<html>", 100, plain) == InflateResult::damaged);
    std::string damaged = pack(text, gzip);
    damaged[damaged.size() - 6] = static_cast<char>(damaged[damaged.size() - 6] ^ 1);
    CHECK(inflate_bytes(damaged, text.size(), plain) == InflateResult::damaged);
}

TEST_CASE("A bomb is given up at the limit", "[inflate]") {
    std::string plain;
    CHECK(inflate_bytes(pack(std::string(64 << 20, ' '), gzip), 1 << 20, plain) == InflateResult::too_large);
    CHECK(plain.capacity() < (3 << 20));
}
