#include <filesystem>
#include <utility>

#include <lede/base/error.hpp>
#include <lede/base/file.hpp>
#include <lede/store/load_journal.hpp>

namespace lede {
namespace {

constexpr std::string_view title = "lede load journal 1";

}  // namespace

LoadJournal::LoadJournal(std::string path, const std::string& load) : path_(std::move(path)) {
    std::string text;
    if (std::filesystem::exists(path_)) text = read_file(path_);
    // A line that a crash cut off would run into the next one.
    if (!text.empty() && text.back() != '\n') {
        text.resize(text.rfind('\n') + 1);
        if (!text.empty()) std::filesystem::resize_file(path_, text.size());
    }
    if (!text.empty()) read(text, load);
    file_.open(path_, text.empty() ? std::ios::trunc : std::ios::app);
    if (text.empty()) write(std::string(title) + "\n" + load);
}

void LoadJournal::read(const std::string& text, const std::string& load) {
    std::size_t number = 0;
    for (std::size_t at = 0; at < text.size(); ++number) {
        const std::size_t end = text.find('\n', at);
        const std::string line = text.substr(at, end - at);
        at = end + 1;
        const std::size_t blank = line.find(' ');
        if (number == 0) {
            if (line != title) throw InputError(path_, "is no journal of lede load; name another file for --resume");
        } else if (number == 1) {
            if (line == load) continue;
            throw InputError(path_,
                             "is the journal of another load: files, store or options have changed since; "
                             "delete it to load everything anew");
        } else if (line.starts_with("done ")) {
            done_.insert(line.substr(5));
        } else if (blank != std::string::npos && blank > 0 && blank < 16 &&
                   line.find_first_not_of("0123456789") == blank) {
            parts_[line.substr(blank + 1)] = std::stoull(line.substr(0, blank));
        } else {
            throw InputError(path_, number + 1, 0, "the journal is damaged; delete it to load everything anew");
        }
    }
}

std::size_t LoadJournal::statements_of(const std::string& graph) const {
    const auto found = parts_.find(graph);
    return found == parts_.end() ? 0 : found->second;
}

void LoadJournal::write(const std::string& line) {
    file_ << line << '\n' << std::flush;
    if (!file_) throw OutputError(path_ + ": the journal cannot be written");
}

void LoadJournal::add_done(const std::string& graph) {
    write("done " + graph);
}

void LoadJournal::add_part(const std::string& graph, std::size_t statements) {
    write(std::to_string(statements) + " " + graph);
}

void LoadJournal::remove() {
    file_.close();
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
}

}  // namespace lede
