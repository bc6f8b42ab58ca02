#include "progress_bar.hpp"

#include <algorithm>
#include <cstdio>
#include <sys/ioctl.h>
#include <unistd.h>
#include <utility>

#include <lede/base/number_text.hpp>

namespace lede::cli {

namespace {

constexpr auto show_every = std::chrono::milliseconds(100);
constexpr std::size_t bar_width = 20;  // leaves room for the words on 80 columns
constexpr std::size_t usual_width = 80;

/// Seconds as "0:04" or "1:02:03".
std::string clock_time(double seconds) {
    const auto all = static_cast<std::uint64_t>(seconds + 0.5);
    const auto two = [](std::uint64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    const std::string end = two(all % 60);
    if (all < 3600) return std::to_string(all / 60) + ":" + end;
    return std::to_string(all / 3600) + ":" + two(all / 60 % 60) + ":" + end;
}

double share_of(const Progress& progress) {
    const double share =
        progress.total > 0 ? static_cast<double>(progress.done) / static_cast<double>(progress.total) : progress.share;
    return std::clamp(share, 0.0, 1.0);
}

std::string bar_of(double share) {
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
    const double share = share_of(progress);
    std::string line = grouped(progress.done);
    if (progress.total > 0) line += " of " + grouped(progress.total);
    if (progress.total > 0 || share > 0) line = bar_of(share) + line;
    line += " " + progress.unit;
    if (rate > 0) line += ", " + grouped(static_cast<std::uint64_t>(rate)) + " a second";
    if (share > 0 && share < 1 && rate > 0) {
        line += ", " + clock_time(progress.seconds * (1 - share) / share) + " left";
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

void ProgressBar::advance_to(double share) {
    progress_.share = share;
    advance();
}

void ProgressBar::restart(std::string unit, std::uint64_t total) {
    progress_ = {};
    progress_.unit = std::move(unit);
    progress_.total = total;
    begin_ = Clock::now();
    if (terminal_) show(begin_);
}

void ProgressBar::tell(const std::string& words) {
    if (!terminal_) return;
    std::fprintf(stderr, "\r\033[K%s", words.substr(0, terminal_width() - 1).c_str());
    line_there_ = true;
}

void ProgressBar::clear() {
    if (line_there_) std::fputs("\r\033[K", stderr);
    line_there_ = false;
}

void ProgressBar::mute() {
    clear();
    terminal_ = false;
}

void ProgressBar::show(Clock::time_point now) {
    shown_ = now;
    progress_.seconds = std::chrono::duration<double>(now - begin_).count();
    std::fprintf(stderr, "\r\033[K%s", to_line(progress_, terminal_width() - 1).c_str());
    line_there_ = true;
}

}  // namespace lede::cli
