// Runs a fuzz target where no fuzzing engine is linked in: all saved inputs first, then, if asked for, inputs made from
// them by random changes, the same ones for the same seed. What is being run is kept in a file, so that it is there
// after a crash. Usage: fuzz_TARGET FILE-OR-FOLDER… [--runs N] [--seed S] [--longest BYTES] [--keep FILE]
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include <lede/neural/random.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace {

namespace fs = std::filesystem;

class Numbers : public lede::Random {
  public:
    using lede::Random::Random;
    /// 0 to bound - 1; 0 for a bound of 0.
    std::size_t below(std::size_t bound) { return bound == 0 ? 0 : next() % bound; }
};

/// Changes inputs at random.
class Mutator {
  public:
    Mutator(const std::vector<std::string>& inputs, std::uint64_t seed, std::size_t longest)
        : inputs_(inputs), numbers_(seed), longest_(longest) {}

    std::string next() {
        std::string input = inputs_.empty() ? std::string() : any_input();
        for (std::size_t changes = 1 + numbers_.below(5); changes > 0; --changes) change(input);
        if (input.size() > longest_) input.resize(longest_);
        return input;
    }

  private:
    const std::vector<std::string>& inputs_;
    Numbers numbers_;
    std::size_t longest_;

    const std::string& any_input() { return inputs_[numbers_.below(inputs_.size())]; }

    /// A part of the text, mostly a short one.
    std::string part_of(const std::string& text) {
        const std::size_t begin = numbers_.below(text.size());
        return text.substr(begin, 1 + numbers_.below(numbers_.below(4) == 0 ? text.size() : 12));
    }

    void change(std::string& input) {
        const std::size_t at = numbers_.below(input.size() + 1);
        const auto byte = static_cast<char>(numbers_.below(256));
        switch (numbers_.below(8)) {
            case 0:
                input.insert(at, 1, byte);
                break;
            case 1:
                input.erase(at, 1 + numbers_.below(8));
                break;
            case 2:
                input.erase(at, numbers_.below(input.size()));
                break;
            case 3:
                input.insert(at, part_of(input));
                break;
            case 4:
                if (!inputs_.empty()) input.insert(at, part_of(any_input()));
                break;
            case 5:
                if (at < input.size()) input[at] = byte;
                break;
            case 6:
                if (at < input.size()) input[at] = static_cast<char>(input[at] ^ (1 << numbers_.below(8)));
                break;
            case 7:
                repeat(input, at);
                break;
        }
    }

    /// A few signs again and again: what nests, grows.
    void repeat(std::string& input, std::size_t at) {
        const std::string part = input.substr(at, 1 + numbers_.below(6));
        std::string more;
        for (std::size_t count = numbers_.below(64); count > 0; --count) more += part;
        input.insert(at, more);
    }
};

std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

struct Options {
    std::vector<fs::path> paths;
    std::size_t runs = 0;
    std::uint64_t seed = 1;
    std::size_t longest = 4096;
    std::string keep;
};

Options parse(int count, char** arguments) {
    Options options;
    for (int i = 1; i < count; ++i) {
        const std::string argument = arguments[i];
        const std::string value = i + 1 < count ? arguments[i + 1] : "";
        if (!argument.starts_with("--")) {
            options.paths.emplace_back(argument);
            continue;
        }
        ++i;
        if (argument == "--runs") options.runs = std::stoul(value);
        if (argument == "--seed") options.seed = std::stoul(value);
        if (argument == "--longest") options.longest = std::stoul(value);
        if (argument == "--keep") options.keep = value;
    }
    return options;
}

/// The saved inputs below the paths, in the order of their names.
std::vector<std::string> read_inputs(const std::vector<fs::path>& paths) {
    std::vector<fs::path> files;
    for (const fs::path& path : paths) {
        if (!fs::is_directory(path))
            files.push_back(path);
        else
            for (const auto& entry : fs::recursive_directory_iterator(path))
                if (entry.is_regular_file()) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<std::string> inputs;
    for (const fs::path& file : files) inputs.push_back(read(file));
    return inputs;
}

void run(const Options& options, const std::string& input) {
    if (!options.keep.empty())
        std::ofstream(options.keep, std::ios::binary | std::ios::trunc)
            .write(input.data(), static_cast<std::streamsize>(input.size()));
    const std::clock_t begin = std::clock();
    // A copy of the very size, so that a sanitizer sees the byte behind it being read.
    const std::vector<std::uint8_t> bytes(input.begin(), input.end());
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    if (seconds > 5) std::cerr << "slow: " << seconds << " s for " << input.size() << " bytes\n";
}

}  // namespace

int main(int count, char** arguments) {
    const Options options = parse(count, arguments);
    const std::vector<std::string> inputs = read_inputs(options.paths);
    for (const std::string& input : inputs) run(options, input);
    Mutator mutator(inputs, options.seed, options.longest);
    for (std::size_t i = 0; i < options.runs; ++i) run(options, mutator.next());
    std::cout << inputs.size() << " saved inputs and " << options.runs << " made from them\n";
    return 0;
}
