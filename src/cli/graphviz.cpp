#include "graphviz.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <spawn.h>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>

#include <lede/base/error.hpp>

extern char** environ;

namespace lede::cli {

namespace {

struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Close>;

[[noreturn]] void fail(const std::string& program, const std::string& what) {
    throw Error(program + ": " + what);
}

/// A file without a name: with one on each side, neither program waits for the other to empty a pipe.
File make_temporary(const std::string& program) {
    File file(std::tmpfile());
    if (!file) fail(program, std::string("no temporary file can be made: ") + std::strerror(errno));
    return file;
}

std::string read_all(std::FILE* file) {
    std::rewind(file);
    std::string bytes;
    std::array<char, 65536> buffer;
    for (std::size_t count; (count = std::fread(buffer.data(), 1, buffer.size(), file)) > 0;)
        bytes.append(buffer.data(), count);
    return bytes;
}

/// Runs the program without a shell and waits for it; the exit status.
int run(const std::string& program, const std::string& format, std::FILE* in, std::FILE* out) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ::fileno(in), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, ::fileno(out), STDOUT_FILENO);
    std::string option = "-T" + format;
    std::string name = program;
    char* arguments[] = {name.data(), option.data(), nullptr};
    pid_t child = 0;
    const int problem = ::posix_spawn(&child, program.c_str(), &actions, nullptr, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    if (problem != 0) fail(program, std::string("cannot be started: ") + std::strerror(problem));
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

}  // namespace

std::string find_graphviz(const std::string& layout) {
    const char* variable = std::getenv("PATH");
    std::string_view path = variable ? variable : "/usr/local/bin:/usr/bin:/bin";
    while (!path.empty()) {
        const std::string_view folder = path.substr(0, path.find(':'));
        const std::string candidate = (std::filesystem::path(folder) / layout).string();
        if (!folder.empty() && ::access(candidate.c_str(), X_OK) == 0 && !std::filesystem::is_directory(candidate))
            return candidate;
        path.remove_prefix(std::min(folder.size() + 1, path.size()));
    }
    throw Error("Graphviz (the program " + layout +
                ") is not installed, and svg and png need it; install the package graphviz, or use "
                "--to dot, graphml or mermaid");
}

std::string run_graphviz(const std::string& program, const std::string& format, const std::string& dot) {
    const File in = make_temporary(program);
    const File out = make_temporary(program);
    if (std::fwrite(dot.data(), 1, dot.size(), in.get()) != dot.size() || std::fflush(in.get()) != 0) {
        fail(program, std::string("its temporary file cannot be written: ") + std::strerror(errno));
    }
    std::rewind(in.get());
    const int status = run(program, format, in.get(), out.get());
    std::string picture = read_all(out.get());
    if (status != 0 || picture.empty()) {
        fail(program, "it failed with exit code " + std::to_string(status) + "; try --to dot and run it by hand");
    }
    return picture;
}

}  // namespace lede::cli
