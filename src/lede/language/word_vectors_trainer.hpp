#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <lede/language/word_vectors.hpp>

namespace lede {

struct WordVectorsTraining {
    std::filesystem::path vectors;            ///< text: `word v1 v2 …`, a word a line, commonest first (as GloVe writes)
    std::size_t words = 60000;                ///< at most so many are kept
    std::uint32_t dimension = 0;              ///< 0 for the file's; fewer are the principal components
    std::vector<std::uint32_t> cluster_counts = {128, 1024};
    std::string data_name;                    ///< for the meta data; by default the file's name
    std::string licence;                      ///< of the vectors
};

/// Reads the first words of the file, moves their mean to 0, and clusters them by spherical k-means. Of words that have one
/// lower-case hash (numbers of as many digits, above all) the first is kept. Same file, same result. Throws InputError.
WordVectorsParts train_word_vectors(const WordVectorsTraining& training,
                                    const std::function<void(const std::string&)>& progress);

}  // namespace lede
