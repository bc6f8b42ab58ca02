#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <queue>
#include <unistd.h>
#include <utility>

#include <lede/base/error.hpp>
#include <lede/pipeline/line_sorter.hpp>

namespace lede {

namespace {

// With more runs than this they are merged into one, which keeps the open files far below the usual limit of 1024.
constexpr std::size_t most_runs = 64;
constexpr std::size_t most_memory = std::size_t{1} << 30;
constexpr std::size_t first_memory = std::size_t{1} << 18;
constexpr std::size_t run_buffer = std::size_t{1} << 16;  // of each run, while all of them are merged

[[noreturn]] void throw_error(const std::filesystem::path& folder, const char* what) {
    throw OutputError("temporary file in " + folder.string() + ": " + what + ": " + std::strerror(errno) +
                      "; set TMPDIR to a folder with room");
}

std::filesystem::path find_temporary_folder() {
    std::error_code problem;
    const std::filesystem::path folder = std::filesystem::temp_directory_path(problem);
    if (problem) throw OutputError("there is no folder for temporary files: " + problem.message() + "; set TMPDIR to a folder with room");
    return folder;
}

/// The lines of a sorted run, one after the other.
class RunReader {
  public:
    explicit RunReader(std::FILE* file) : file_(file) {
        std::rewind(file_);
        next();
    }
    ~RunReader() { std::free(line_); }
    RunReader(const RunReader&) = delete;
    RunReader& operator=(const RunReader&) = delete;

    bool at_end() const { return size_ <= 0; }
    std::string_view line() const { return {line_, static_cast<std::size_t>(size_ - 1)}; }
    void next() {
        size_ = ::getline(&line_, &room_, file_);
        if (size_ < 0 && std::ferror(file_)) throw Error(std::string("temporary file: ") + std::strerror(errno));
    }

  private:
    std::FILE* file_;
    char* line_ = nullptr;
    std::size_t room_ = 0;
    ssize_t size_ = 0;
};

void write_line(std::FILE* file, std::string_view line, const std::filesystem::path& folder) {
    const bool good = std::fwrite(line.data(), 1, line.size(), file) == line.size() && std::fputc('\n', file) != EOF;
    if (!good) throw_error(folder, "cannot be written");
}

}  // namespace

LineSorter::LineSorter(std::size_t memory, std::filesystem::path folder)
    : memory_(std::min(memory, most_memory)), folder_(std::move(folder)) {}

void LineSorter::add(std::string_view line) {
    if (!lines_.empty() && bytes_.size() + line.size() + (lines_.size() + 1) * sizeof(Place) > memory_) spill();
    // In two steps: most sorters get few lines, and growing step by step to the whole would need twice as much.
    if (bytes_.size() + line.size() > bytes_.capacity()) bytes_.reserve(bytes_.empty() ? std::min(memory_, first_memory) : memory_);
    lines_.push_back({static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(line.size())});
    bytes_.append(line);
}

void LineSorter::sort() {
    const auto less = [&](Place a, Place b) { return line_at(a) < line_at(b); };
    // What a program wrote is often sorted already, and looking costs little.
    if (!std::is_sorted(lines_.begin(), lines_.end(), less)) std::sort(lines_.begin(), lines_.end(), less);
    const auto same = [&](Place a, Place b) { return line_at(a) == line_at(b); };
    lines_.erase(std::unique(lines_.begin(), lines_.end(), same), lines_.end());
}

void LineSorter::clear() {
    bytes_.clear();
    lines_.clear();
}

LineSorter::Run LineSorter::make_run() {
    if (folder_.empty()) folder_ = find_temporary_folder();
    int descriptor = ::open(folder_.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor < 0) {  // not every file system has files without a name
        std::string name = (folder_ / "lede-XXXXXX").string();
        descriptor = ::mkostemp(name.data(), O_CLOEXEC);
        if (descriptor < 0) throw_error(folder_, "cannot be made");
        ::unlink(name.c_str());
    }
    std::FILE* file = ::fdopen(descriptor, "w+b");
    if (!file) {
        ::close(descriptor);
        throw_error(folder_, "cannot be made");
    }
    std::setvbuf(file, nullptr, _IOFBF, run_buffer);
    return Run(file);
}

void LineSorter::spill() {
    if (runs_.size() >= most_runs) {
        Run merged = make_run();
        merge_runs([&](std::string_view line) { write_line(merged.get(), line, folder_); });
        if (std::fflush(merged.get()) != 0) throw_error(folder_, "cannot be written");
        runs_.clear();
        runs_.push_back(std::move(merged));
    }
    Run run = make_run();
    sort();
    for (const auto place : lines_) write_line(run.get(), line_at(place), folder_);
    if (std::fflush(run.get()) != 0) throw_error(folder_, "cannot be written");
    runs_.push_back(std::move(run));
    clear();
}

void LineSorter::merge_runs(const std::function<void(std::string_view)>& sink) {
    std::vector<std::unique_ptr<RunReader>> readers;
    for (const auto& run : runs_) readers.push_back(std::make_unique<RunReader>(run.get()));
    const auto later = [&](std::size_t a, std::size_t b) { return readers[a]->line() > readers[b]->line(); };
    std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(later)> waiting(later);
    for (std::size_t i = 0; i < readers.size(); ++i) {
        if (!readers[i]->at_end()) waiting.push(i);
    }
    std::string last;
    bool any = false;
    while (!waiting.empty()) {
        const std::size_t first = waiting.top();
        waiting.pop();
        RunReader& reader = *readers[first];
        // The same run goes on as long as its lines come first, which in runs of sorted lines is to its end.
        do {
            if (!any || reader.line() != last) {
                last = reader.line();
                any = true;
                sink(last);
            }
            reader.next();
        } while (!reader.at_end() && (waiting.empty() || reader.line() <= readers[waiting.top()]->line()));
        if (!reader.at_end()) waiting.push(first);
    }
}

void LineSorter::merge(const std::function<void(std::string_view)>& sink) {
    if (runs_.empty()) {
        sort();
        for (const auto place : lines_) sink(line_at(place));
    } else {
        if (!lines_.empty()) spill();
        give_back();  // before the merge: what is done with the lines needs memory too
        merge_runs(sink);
    }
    runs_.clear();
    give_back();
}

void LineSorter::give_back() {
    std::string().swap(bytes_);
    std::vector<Place>().swap(lines_);
}

}  // namespace lede
