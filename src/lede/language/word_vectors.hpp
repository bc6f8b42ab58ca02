#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <lede/language/model_file.hpp>

namespace lede {

/// What words mean, as far as their company in large texts tells: a vector a word, and the cluster of similar words that it
/// belongs to. Read in place from a model file. Sections: `vectors.shape`, `.index`, `.scales`, `.rows`, `.clusters`, `.meta`.
class WordVectors {
  public:
    WordVectors() = default;
    /// A view of the model's sections; empty() if it has none. The model must outlive it. Throws Error if they are damaged.
    explicit WordVectors(const ModelFile& model);

    bool empty() const { return size_ == 0; }
    std::uint32_t size() const { return size_; }
    std::uint32_t dimension() const { return dimension_; }
    /// The word with this hash of its lower case: Surface::lower, or lower_key().
    std::optional<std::uint32_t> find(std::uint64_t lower_hash) const;

    /// dimension() numbers; the vector's values are scale(word) times these. Words count from 0, commonest first.
    std::span<const std::int8_t> row(std::uint32_t word) const {
        return {rows_ + std::size_t{word} * dimension_, dimension_};
    }
    float scale(std::uint32_t word) const { return scales_[word]; }

    /// The clusterings, coarsest first, by how many clusters each has.
    std::span<const std::uint32_t> cluster_counts() const { return cluster_counts_; }
    /// The word's cluster in one of the clusterings: less than cluster_counts()[granularity].
    std::uint16_t cluster(std::uint32_t word, std::size_t granularity) const {
        return clusters_[granularity * size_ + word];
    }

  private:
    friend class WordVectorsPacker;
    struct Shape {
        std::uint32_t size, dimension, slot_count, clustering_count;  ///< the clusterings' counts follow
    };
    /// A slot of the open-addressing table (linear probing): the lower half of the hash, and 1 + the word; 0 if free.
    struct Slot {
        std::uint32_t tag, word;
    };
    static std::uint32_t home_of(std::uint64_t hash, std::uint32_t slot_count) {
        return static_cast<std::uint32_t>(((hash >> 32) * slot_count) >> 32);
    }
    void check_index() const;

    std::uint32_t size_ = 0;
    std::uint32_t dimension_ = 0;
    std::uint32_t slot_count_ = 0;
    std::span<const std::uint32_t> cluster_counts_;
    const Slot* slots_ = nullptr;
    const float* scales_ = nullptr;
    const std::int8_t* rows_ = nullptr;
    const std::uint16_t* clusters_ = nullptr;  ///< size_ numbers for each clustering
};

/// Word vectors before they are packed.
struct WordVectorsParts {
    std::vector<std::uint64_t> lower_hashes;  ///< all different
    std::uint32_t dimension = 0;
    std::vector<float> values;  ///< `dimension` for each word
    struct Clustering {
        std::uint32_t count = 0;
        std::vector<std::uint16_t> cluster_of;  ///< by word
    };
    std::vector<Clustering> clusterings;
    std::vector<std::string> meta;  ///< what they were made of, one item a line
};

/// Adds the sections that WordVectors reads; values are rounded to 8 bits, with one scale a word.
void add_word_vectors(const WordVectorsParts& parts, ModelFileWriter& model);

}  // namespace lede
