#include <lede/base/error.hpp>

namespace lede {
namespace {

std::string describe(const std::string& path, std::size_t line, std::size_t column, const std::string& what) {
    std::string place = path;
    if (line > 0) place += ":" + std::to_string(line);
    if (line > 0 && column > 0) place += ":" + std::to_string(column);
    return place.empty() ? what : place + ": " + what;
}

}  // namespace

InputError::InputError(std::string path, std::size_t line, std::size_t column, const std::string& what)
    : Error(describe(path, line, column, what)), path_(std::move(path)), line_(line), column_(column) {}

}  // namespace lede
