#include <lede/language/word_vectors.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>
#include <string_view>

#include <lede/base/error.hpp>

namespace lede {

namespace {

[[noreturn]] void fail_damaged() {
    throw Error("the model has damaged word vectors; get or train the model again");
}

/// A section as `count` values of a type, in place: sections are aligned for any type.
template <class T>
const T* section_as(const ModelFile& model, std::string_view name, std::size_t count) {
    const std::string_view bytes = model.section(name);
    if (bytes.size() != count * sizeof(T)) fail_damaged();
    return reinterpret_cast<const T*>(bytes.data());
}

template <class T>
std::string to_bytes(const std::vector<T>& values) {
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

}  // namespace

WordVectors::WordVectors(const ModelFile& model) {
    const std::string_view head = model.section("vectors.shape");
    if (head.empty()) return;
    Shape shape{};
    if (head.size() < sizeof(shape)) fail_damaged();
    std::memcpy(&shape, head.data(), sizeof(shape));
    if (head.size() != sizeof(shape) + std::size_t{shape.clustering_count} * sizeof(std::uint32_t)) fail_damaged();
    size_ = shape.size;
    dimension_ = shape.dimension;
    slot_count_ = shape.slot_count;
    cluster_counts_ = {reinterpret_cast<const std::uint32_t*>(head.data() + sizeof(shape)), shape.clustering_count};
    slots_ = section_as<Slot>(model, "vectors.index", slot_count_);
    scales_ = section_as<float>(model, "vectors.scales", size_);
    rows_ = section_as<std::int8_t>(model, "vectors.rows", std::size_t{size_} * dimension_);
    clusters_ = section_as<std::uint16_t>(model, "vectors.clusters", std::size_t{size_} * shape.clustering_count);
    check_index();
}

/// So that finding needs no checks: words and clusters are in range, and some slot is free.
void WordVectors::check_index() const {
    bool some_free = false, in_range = true;
    for (std::uint32_t i = 0; i < slot_count_; ++i) {
        some_free |= slots_[i].word == 0;
        in_range &= slots_[i].word <= size_;
    }
    for (std::uint32_t word = 0; word < size_; ++word) in_range &= std::isfinite(scales_[word]);
    for (std::size_t g = 0; g < cluster_counts_.size(); ++g)
        for (std::uint32_t word = 0; word < size_; ++word) in_range &= cluster(word, g) < cluster_counts_[g];
    if (!some_free || !in_range) fail_damaged();
}

std::optional<std::uint32_t> WordVectors::find(std::uint64_t lower_hash) const {
    if (size_ == 0) return std::nullopt;
    const auto tag = static_cast<std::uint32_t>(lower_hash);
    for (std::uint32_t at = home_of(lower_hash, slot_count_); slots_[at].word != 0;
         at = at + 1 == slot_count_ ? 0 : at + 1)
        if (slots_[at].tag == tag) return slots_[at].word - 1;
    return std::nullopt;
}

class WordVectorsPacker {
  public:
    using Shape = WordVectors::Shape;
    using Slot = WordVectors::Slot;

    /// Three words to four slots: an absent word costs fewer than nine probes, mostly in one or two cache lines.
    static std::vector<Slot> index(const std::vector<std::uint64_t>& hashes) {
        const auto count = static_cast<std::uint32_t>(hashes.size() * 4 / 3 + 1);
        std::vector<Slot> slots(count, Slot{0, 0});
        for (std::uint32_t word = 0; word < hashes.size(); ++word) {
            std::uint32_t at = WordVectors::home_of(hashes[word], count);
            while (slots[at].word != 0) at = at + 1 == count ? 0 : at + 1;
            slots[at] = {static_cast<std::uint32_t>(hashes[word]), word + 1};
        }
        return slots;
    }
};

void add_word_vectors(const WordVectorsParts& parts, ModelFileWriter& model) {
    const auto size = static_cast<std::uint32_t>(parts.lower_hashes.size());
    const auto slots = WordVectorsPacker::index(parts.lower_hashes);
    std::vector<float> scales;
    std::vector<std::int8_t> rows;
    for (std::uint32_t word = 0; word < size; ++word) {
        const float* values = parts.values.data() + std::size_t{word} * parts.dimension;
        float largest = 0;
        for (std::uint32_t d = 0; d < parts.dimension; ++d) largest = std::max(largest, std::abs(values[d]));
        const float scale = largest > 0 ? largest / 127 : 1;
        scales.push_back(scale);
        for (std::uint32_t d = 0; d < parts.dimension; ++d)
            rows.push_back(static_cast<std::int8_t>(std::lround(values[d] / scale)));
    }
    std::vector<std::uint32_t> shape = {size, parts.dimension, static_cast<std::uint32_t>(slots.size()),
                                        static_cast<std::uint32_t>(parts.clusterings.size())};
    std::vector<std::uint16_t> clusters;
    for (const auto& clustering : parts.clusterings) {
        shape.push_back(clustering.count);
        clusters.insert(clusters.end(), clustering.cluster_of.begin(), clustering.cluster_of.end());
    }
    model.add("vectors.shape", to_bytes(shape));
    model.add("vectors.index", to_bytes(slots));
    model.add("vectors.scales", to_bytes(scales));
    model.add("vectors.rows", to_bytes(rows));
    model.add("vectors.clusters", to_bytes(clusters));
    model.add_lines("vectors.meta", parts.meta);
}

}  // namespace lede
