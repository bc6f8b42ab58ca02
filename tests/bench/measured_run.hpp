#pragma once

#include <chrono>
#include <fcntl.h>
#include <spawn.h>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <vector>

extern char** environ;

namespace lede::bench {

inline double seconds_now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

inline double seconds_of(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

struct MeasuredRun {
    double seconds;
    double megabytes;  ///< peak of the resident memory
    int code;
    double processor;  ///< seconds of processor time, of all cores together
};

/// Runs a command; its standard output goes to the file, what it says besides is thrown away.
inline MeasuredRun run(const std::vector<std::string>& command, const std::string& output = "/dev/null") {
    std::vector<char*> arguments;
    for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    const double start = seconds_now();
    pid_t child = 0;
    int status = 1;
    rusage usage{};
    if (posix_spawn(&child, arguments[0], &actions, nullptr, arguments.data(), environ) == 0)
        wait4(child, &status, 0, &usage);
    posix_spawn_file_actions_destroy(&actions);
    return {seconds_now() - start, static_cast<double>(usage.ru_maxrss) / 1024,
            WIFEXITED(status) ? WEXITSTATUS(status) : 128, seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime)};
}

}  // namespace lede::bench
