#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

namespace lede::cli {

/// What a bar tells of long work.
struct Progress {
    std::uint64_t done = 0;
    std::uint64_t total = 0;  ///< 0 if it is not known
    double share = 0;         ///< of the whole work that is done, where that is known though the total is not; 0 to 1
    double seconds = 0;       ///< since the work began
    std::string unit;         ///< plural: "articles", "triples"
};

/// One line of at most `width` columns: "[#####     ] 1,200 of 2,400 articles, 310 a second, 0:04 left". With neither
/// total nor share, there is no bar and no remaining time.
std::string to_line(const Progress& progress, std::size_t width);

/// A line on standard error that tells how far long work is, ten times a second at most; only on a terminal. Not for
/// use from several threads.
class ProgressBar {
  public:
    explicit ProgressBar(std::string unit, std::uint64_t total = 0);
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    void advance(std::uint64_t done = 1);
    /// As advance(1), where what is known is the share of the whole work that is done by then.
    void advance_to(double share);
    /// Tells what is counted from now on, from none, and shows that at once.
    void restart(std::string unit, std::uint64_t total = 0);
    /// Shows words instead of the bar, for work whose progress is not counted; the next advance() takes them away.
    void tell(const std::string& words);
    /// Takes the line away, before something else is written; the next advance() shows it again.
    void clear();
    /// Shows nothing from now on.
    void mute();

  private:
    using Clock = std::chrono::steady_clock;
    Progress progress_;
    bool terminal_;
    Clock::time_point begin_ = Clock::now();
    Clock::time_point shown_ = begin_;
    bool line_there_ = false;

    void show(Clock::time_point now);
};

}  // namespace lede::cli
