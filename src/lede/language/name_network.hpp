#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <lede/language/name_input.hpp>
#include <lede/language/word_vectors.hpp>
#include <lede/neural/dense.hpp>

namespace lede {

/// The sizes of the network.
struct NameNetworkShape {
    /// So many words on each side show their vectors.
    static constexpr std::uint32_t reach = 2;
    std::uint32_t vector_size = 0;    ///< of the word vectors; 0 without them
    std::uint32_t encoding_size = 0;  ///< of what the syntax network says of a word; 0 without it
    std::uint32_t domains = 1;
    std::uint32_t h = 96;
    std::uint32_t tags = 0;

    std::uint32_t input_size() const { return (2 * reach + 1) * vector_size + encoding_size; }
};
std::vector<std::string> to_lines(const NameNetworkShape& shape);
/// Throws Error.
NameNetworkShape parse_name_network_shape(const std::vector<std::string>& lines);

/// A network of one hidden layer, which gives each word the chances of the tags of names: from the vectors of the words
/// around, from the encoding by the syntax network, which knows the sentence, and from the look of the word.
struct NameNetwork {
    NameNetworkShape shape;
    Dense hidden;
    Parameter table;    ///< a column is what a row of the table adds to the sums of the hidden layer
    Parameter domains;  ///< the same for the corpora, whose conventions differ
    Dense output;

    NameNetwork() = default;
    /// All zeros.
    explicit NameNetwork(const NameNetworkShape& sizes);
    void randomise(std::uint64_t seed);

    /// Calls visit(parameter) for each, in a fixed order.
    template <class Visit>
    void for_each(Visit visit) {
        visit(hidden.weight), visit(hidden.bias), visit(table), visit(domains), visit(output.weight),
            visit(output.bias);
    }
};

/// What the network computes for some words, a column each. Kept between calls so that memory is.
struct NameTrace {
    Matrix input, hidden;
    Matrix scores;  ///< a row a tag
};

/// The network's steps, for reading and for training alike.
namespace name_network {

/// Writes the vectors around each word, and its encoding, to the columns from `column` on.
void embed(const WordVectors& vectors, const NameWords& sentence, Matrix& input, std::size_t column);
/// Adds what the table has for the words to their hidden sums, and `domain_share` of what belongs to the domain.
void add_rows(const NameNetwork& network, const NameWords& sentence, float domain_share, Matrix& hidden,
              std::size_t column);

}  // namespace name_network

/// Sets trace.scores to the logarithms of the tags' chances, none below `least_chance`: a network that is sure is not
/// so sure that nothing else may count.
void read_names(const NameNetwork& network, const WordVectors& vectors, const NameWords& sentence, NameTrace& trace);
constexpr float least_chance = -8;

/// All of them, in the order of for_each.
std::vector<Parameter*> parameters_of(NameNetwork& network);

/// The weights with 16 bits each, as a section of a model file.
std::string to_section(NameNetwork& network);
/// Throws Error if the section has another size than the shape asks for.
NameNetwork parse_name_network(const NameNetworkShape& shape, std::string_view section);

}  // namespace lede
