#include <string>
#include <support/catch.hpp>
#include <support/packed.hpp>

#include <zlib.h>

#include <lede/base/inflate.hpp>

using namespace lede;

namespace {

constexpr int gzip_form = MAX_WBITS + 16, zlib_form = MAX_WBITS, raw_form = -MAX_WBITS;

}  // namespace

TEST_CASE("What a server packs is unpacked up to the limit", "[inflate]") {
    std::string text, plain;
    for (int i = 0; i < 20000; ++i) text += std::to_string(i * i);
    for (const int form : {gzip_form, zlib_form, raw_form}) {
        CHECK(inflate_bytes(pack(text, form), text.size(), plain) == InflateResult::whole);
        CHECK(plain == text);
        CHECK(inflate_bytes(pack(text, form), text.size() - 1, plain) == InflateResult::too_large);
        CHECK(inflate_bytes(pack(text, form).substr(0, 1000), text.size(), plain) == InflateResult::cut);
        CHECK((!plain.empty() && text.starts_with(plain)));
        CHECK(inflate_bytes(pack("", form), 10, plain) == InflateResult::whole);
    }
    CHECK(inflate_bytes(pack("one ", gzip_form) + pack("two", gzip_form), 100, plain) == InflateResult::whole);
    CHECK(plain == "one two");
    CHECK(inflate_bytes("", 100, plain) == InflateResult::cut);
    CHECK(inflate_bytes("<html>", 100, plain) == InflateResult::damaged);
    std::string damaged = pack(text, gzip_form);
    damaged[damaged.size() - 6] = static_cast<char>(damaged[damaged.size() - 6] ^ 1);
    CHECK(inflate_bytes(damaged, text.size(), plain) == InflateResult::damaged);
}

TEST_CASE("A bomb is given up at the limit", "[inflate]") {
    std::string plain;
    CHECK(inflate_bytes(pack(std::string(64 << 20, ' '), gzip_form), 1 << 20, plain) == InflateResult::too_large);
    CHECK(plain.capacity() < (3 << 20));
}
