#include <lede/language/word_vectors_trainer.hpp>

#include <algorithm>
#include <charconv>
#include <string_view>
#include <unordered_set>

#include <lede/base/error.hpp>
#include <lede/base/file.hpp>
#include <lede/language/surface.hpp>
#include <lede/neural/k_means.hpp>
#include <lede/neural/principal_axes.hpp>

namespace lede {

namespace {

/// Longer vectors than any in use; a line with more is not one of vectors.
constexpr std::size_t most_dimensions = 4096;

/// Reads `word v1 v2 …` lines into a WordVectorsParts.
class VectorsReader {
  public:
    explicit VectorsReader(const std::filesystem::path& path) : path_(path), file_(path), rest_(file_.bytes()) {}

    WordVectorsParts read(std::size_t words) {
        std::unordered_set<std::uint64_t> taken;
        while (!rest_.empty() && parts_.lower_hashes.size() < words) {
            const std::size_t end = std::min(rest_.find('\n'), rest_.size());
            std::string_view line = rest_.substr(0, end);
            rest_.remove_prefix(std::min(end + 1, rest_.size()));
            ++number_;
            if (line.ends_with('\r')) line.remove_suffix(1);
            if (line.empty() || is_head(line)) continue;
            read_line(line, taken);
        }
        if (parts_.lower_hashes.empty()) throw InputError(path_.string(), "no word vectors in it; a line needs a word and numbers");
        return std::move(parts_);
    }

  private:
    [[noreturn]] void fail(const std::string& what) const { throw InputError(path_.string(), number_, 1, what); }

    /// word2vec and fastText begin with a line of two numbers: how many words, how many dimensions.
    bool is_head(std::string_view line) const {
        return number_ == 1 && std::count(line.begin(), line.end(), ' ') == 1 &&
               line.find_first_not_of("0123456789 ") == std::string_view::npos;
    }

    void read_line(std::string_view line, std::unordered_set<std::uint64_t>& taken) {
        const std::size_t blank = line.find(' ');
        if (blank == 0 || blank == std::string_view::npos) fail("a line needs a word and the numbers of its vector, with blanks between");
        const std::uint64_t hash = lower_key(line.substr(0, blank));
        read_values(line.substr(blank));
        if (parts_.dimension == 0) parts_.dimension = static_cast<std::uint32_t>(values_.size());
        if (values_.size() != parts_.dimension)
            fail("the vector has " + std::to_string(values_.size()) + " numbers, the ones before have " + std::to_string(parts_.dimension));
        if (!taken.insert(hash).second) return;
        parts_.lower_hashes.push_back(hash);
        parts_.values.insert(parts_.values.end(), values_.begin(), values_.end());
    }

    void read_values(std::string_view text) {
        values_.clear();
        for (const char *at = text.data(), *end = at + text.size(); at < end;) {
            if (*at == ' ') {
                ++at;
                continue;
            }
            float value = 0;
            const auto [next, error] = std::from_chars(at, end, value);
            if (error != std::errc() || (next < end && *next != ' '))
                fail("not a number: " + std::string(at, std::find(at, end, ' ')));
            values_.push_back(value);
            at = next;
        }
        if (values_.empty() || values_.size() > most_dimensions) fail("a vector has 1 to " + std::to_string(most_dimensions) + " numbers");
    }

    std::filesystem::path path_;
    MappedFile file_;
    std::string_view rest_;
    std::size_t number_ = 0;
    WordVectorsParts parts_;
    std::vector<float> values_;
};

}  // namespace

WordVectorsParts train_word_vectors(const WordVectorsTraining& training,
                                    const std::function<void(const std::string&)>& progress) {
    WordVectorsParts parts = VectorsReader(training.vectors).read(training.words);
    const std::size_t size = parts.lower_hashes.size();
    progress("read " + std::to_string(size) + " words of " + std::to_string(parts.dimension) + " dimensions");
    if (training.dimension > parts.dimension)
        throw InputError(training.vectors.string(), "the vectors have only " + std::to_string(parts.dimension) + " dimensions");
    parts.dimension = centre_and_reduce(parts.values, parts.dimension, training.dimension);
    for (const std::uint32_t count : training.cluster_counts) {
        const auto clusters = std::min<std::uint32_t>(count, static_cast<std::uint32_t>(size));
        parts.clusterings.push_back({clusters, spherical_k_means(parts.values, parts.dimension, clusters)});
        progress("made " + std::to_string(clusters) + " clusters");
    }
    const std::string name = training.data_name.empty() ? training.vectors.filename().string() : training.data_name;
    parts.meta = {"data\t" + name, "licence\t" + training.licence, "words\t" + std::to_string(size)};
    return parts;
}

}  // namespace lede
