#include "progress_bar.hpp"

#include <algorithm>
#include <cstdio>
#include <sys/ioctl.h>
#include <unistd.h>
#include <utility>

namespace lede::cli {

namespace {

constexpr auto show_every = std::chrono::milliseconds(100);
constexpr std::size_t bar_width = 20;  // leaves room for the words on 80 columns
constexpr std::size_t usual_width = 80;

/// 1234567 as "1,234,567".
std::string grouped(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
    return digits;
}

/// Seconds as "0:04" or "1:02:03".
std::string clock_time(double seconds) {
    const auto all = static_cast<std::uint64_t>(seconds + 0.5);
    const auto two = [](std::uint64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    const std::string end = two(all % 60);
    if (all < 3600) return std::to_string(all / 60) + ":" + end;
    return std::to_string(all / 3600) + ":" + two(all / 60 % 60) + ":" + end;
}

std::string bar_of(const Progress& progress) {
    const double share = std::min(1.0, static_cast<double>(progress.done) / static_cast<double>(progress.total));
    const auto filled = static_cast<std::size_t>(share * bar_width);
    return "[" + std::string(filled, '#') + std::string(bar_width - filled, ' ') + "] ";
}

std::size_t terminal_width() {
    winsize size{};
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : usual_width;
}

}  // namespace

std::string to_line(const Progress& progress, std::size_t width) {
    const double rate = progress.seconds > 0 ? static_cast<double>(progress.done) / progress.seconds : 0;
    std::string line = grouped(progress.done);
    if (progress.total > 0) line = bar_of(progress) + line + " of " + grouped(progress.total);
    line += " " + progress.unit + ", " + grouped(static_cast<std::uint64_t>(rate)) + " a second";
    if (progress.total > progress.done && rate > 0) {
        line += ", " + clock_time(static_cast<double>(progress.total - progress.done) / rate) + " left";
    }
    return line.substr(0, width);
}

ProgressBar::ProgressBar(std::string unit, std::uint64_t total) : terminal_(::isatty(STDERR_FILENO) != 0) {
    progress_.unit = std::move(unit);
    progress_.total = total;
}

ProgressBar::~ProgressBar() {
    clear();
}

void ProgressBar::advance(std::uint64_t done) {
    progress_.done += done;
    if (!terminal_) return;
    const auto now = Clock::now();
    if (now - shown_ >= show_every) show(now);
}

void ProgressBar::clear() {
    if (line_there_) std::fputs("\r\033[K", stderr);
    line_there_ = false;
}

void ProgressBar::show(Clock::time_point now) {
    shown_ = now;
    progress_.seconds = std::chrono::duration<double>(now - begin_).count();
    std::fprintf(stderr, "\r\033[K%s", to_line(progress_, terminal_width() - 1).c_str());
    line_there_ = true;
}

}  // namespace lede::cli
