#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lede {

/// Between the parts of a line that is made of several; it is in none of them, and less than what is.
constexpr char part_end = '\1';

/// Sorts any number of lines by their bytes in bounded memory, and drops duplicates: what does not fit is kept in
/// sorted runs in temporary files, which are merged at the end (external merge sort; Knuth, TAOCP volume 3,
/// section 5.4). The files have no name, so nothing is left behind whatever happens.
class LineSorter {
  public:
    static constexpr std::size_t default_memory = std::size_t{24} << 20;

    /// The temporary files are in `folder`, or if it is empty, in that for temporary files (TMPDIR).
    explicit LineSorter(std::size_t memory = default_memory, std::filesystem::path folder = {});

    /// Adds a line of less than 4 GiB, given without its end, and without a line end in it. Throws OutputError if a run
    /// cannot be written.
    void add(std::string_view line);

    /// Hands over each distinct line once, in order, and forgets them all. Throws OutputError or what the sink throws.
    void merge(const std::function<void(std::string_view)>& sink);

  private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    using Run = std::unique_ptr<std::FILE, Close>;
    /// Of a line in bytes_; 32 bits do, as the memory is below 4 GiB, and so is a line.
    struct Place {
        std::uint32_t begin;
        std::uint32_t size;
    };

    std::size_t memory_;
    std::filesystem::path folder_;
    std::string bytes_;
    std::vector<Place> lines_;
    std::vector<Run> runs_;

    std::string_view line_at(Place place) const { return std::string_view(bytes_).substr(place.begin, place.size); }
    void sort();
    void clear();
    void give_back();
    void spill();
    void merge_runs(const std::function<void(std::string_view)>& sink);
    Run make_run();
};

}  // namespace lede
