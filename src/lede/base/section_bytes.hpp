#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <lede/base/error.hpp>

namespace lede {

/// Builds a section of bytes: numbers of 64 bits, and items with their count before them. Sections are read by machines of the same
/// byte order alone.
class SectionWriter {
  public:
    void number(std::uint64_t value) { bytes_.append(reinterpret_cast<const char*>(&value), sizeof value); }
    void text(std::string_view value) {
        number(value.size());
        bytes_.append(value);
    }
    template <class Items>
    void items(const Items& items) {
        static_assert(std::is_trivially_copyable_v<typename Items::value_type>);
        number(items.size());
        if (!items.empty()) bytes_.append(reinterpret_cast<const char*>(items.data()), items.size() * sizeof(*items.data()));
    }
    std::string take() { return std::move(bytes_); }

  private:
    std::string bytes_;
};

/// Reads what a SectionWriter wrote. All throw Error if the section is cut short.
class SectionReader {
  public:
    /// The bytes must outlive it.
    explicit SectionReader(std::string_view bytes) : rest_(bytes) {}

    std::uint64_t number() {
        std::uint64_t value = 0;
        std::memcpy(&value, take(sizeof value).data(), sizeof value);
        return value;
    }
    std::string text() { return std::string(take(number())); }
    template <class Items>
    Items items() {
        static_assert(std::is_trivially_copyable_v<typename Items::value_type>);
        Items items;
        const std::uint64_t count = number();
        if (count > rest_.size() / sizeof(*items.data())) fail();
        items.resize(count);
        const std::string_view bytes = take(count * sizeof(*items.data()));
        if (count > 0) std::memcpy(items.data(), bytes.data(), bytes.size());
        return items;
    }

  private:
    std::string_view rest_;

    [[noreturn]] static void fail() { throw Error("a section is cut short; get or train the model again"); }
    std::string_view take(std::uint64_t count) {
        if (count > rest_.size()) fail();
        const std::string_view bytes = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return bytes;
    }
};

}  // namespace lede
