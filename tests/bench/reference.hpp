#pragma once

#include <cstdint>
#include <ctime>
#include <string>
#include <unordered_map>

namespace lede::bench {

/// Seconds of processor time that this process has used, which other processes disturb less than the clock's.
inline double processor_seconds() {
    std::timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// The time of a fixed piece of work (hashing short strings), so that figures of two machines can be compared by their
/// ratio to it.
inline double reference_seconds() {
    const double start = processor_seconds();
    std::unordered_map<std::string, int> counts;
    std::uint64_t state = 1;
    for (int i = 0; i < 3'000'000; ++i) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        ++counts["word" + std::to_string(state >> 46)];
    }
    return counts.empty() ? 0 : processor_seconds() - start;
}

}  // namespace lede::bench
