#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <lede/extraction/fact_network_input.hpp>
#include <lede/neural/lstm.hpp>

namespace lede {

/// The sizes of the network of facts.
struct FactShape {
    std::uint32_t vector_size = 0;  ///< of the word vectors that are given; 0 without them
    std::uint32_t class_rows = 1;
    std::uint32_t relation_rows = 1;
    std::uint32_t class_size = 20;
    std::uint32_t small_size = 10;  ///< of the rows of the other tables
    std::uint32_t h = 64;           ///< of each direction of the encoder
    std::uint32_t hidden = 96;
    std::uint32_t properties = 1;

    std::uint32_t input_size() const { return vector_size + class_size + 3 * small_size; }
    std::uint32_t pair_size() const {
        return static_cast<std::uint32_t>(FactPair::place_count + 1) * 2 * h + 2 * class_size + 2 * small_size;
    }
};
std::vector<std::string> to_lines(const FactShape& shape);
/// Throws Error.
FactShape parse_fact_shape(const std::vector<std::string>& lines);

/// The learnt part of the network: a bidirectional LSTM over the words of a sentence with the classes of what they mention, and over
/// its states at the places of a candidate two hidden layers, which say for each property whether it is stated. Gradients have the
/// same form.
struct FactWeights {
    std::array<Parameter, 4> word_tables;                      ///< classes, kinds, parts of speech, relations: a column a row
    std::array<Parameter, FactPair::table_count> pair_tables;  ///< classes of subject and object, kinds, distances
    Dense input;                 ///< hidden x input_size
    std::array<Lstm, 2> encoder;
    Dense pair;                  ///< hidden x pair_size
    Dense hidden;                ///< hidden x hidden
    Dense output;                ///< properties x hidden

    FactWeights() = default;
    /// All zeros.
    explicit FactWeights(const FactShape& shape);
    void randomise(std::uint64_t seed);

    /// All of them, in a fixed order.
    std::vector<Parameter*> parameters();
};

/// Of a section with 16 bits a weight. Throws Error if the section has another size than the shape asks for.
FactWeights parse_fact_weights(const FactShape& shape, std::string_view section);

/// A network that is computed and kept as it is, to the last bit.
struct ExactNetwork {
    FactShape shape;
    FactWeights weights;
};
/// The weights as a section of bytes.
std::string to_exact_section(ExactNetwork& network);
/// Throws Error if the section has another size than the shape asks for.
ExactNetwork parse_exact_network(const FactShape& shape, std::string_view section);

}  // namespace lede
