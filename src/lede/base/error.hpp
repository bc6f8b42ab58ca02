#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

namespace lede {

/// What stops a job. The message says what, where, and what to do next.
class Error : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Something wrong in what was read. Line and column count from 1; 0 means unknown.
class InputError : public Error {
  public:
    InputError(std::string path, std::size_t line, std::size_t column, const std::string& what);
    InputError(std::string path, const std::string& what) : InputError(std::move(path), 0, 0, what) {}

    const std::string& path() const { return path_; }
    std::size_t line() const { return line_; }
    std::size_t column() const { return column_; }

  private:
    std::string path_;
    std::size_t line_;
    std::size_t column_;
};

/// Something that could not be written, or not completely.
class OutputError : public Error {
  public:
    using Error::Error;
};

/// The reader of a pipe went away: no fault of ours, and nobody is left to tell.
class ClosedPipeError : public OutputError {
  public:
    using OutputError::OutputError;
};

}  // namespace lede
