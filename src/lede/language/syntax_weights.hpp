#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <lede/language/syntax_input.hpp>
#include <lede/neural/lstm.hpp>

namespace lede {

/// The sizes of the network.
struct SyntaxShape {
    std::uint32_t vector_size = 0;  ///< of the word vectors that are given; 0 without them
    std::uint32_t word_rows = 1;    ///< known words and the unknown one
    std::uint32_t word_size = 48;
    std::uint32_t affix_rows = 3072;
    std::uint32_t affix_size = 24;
    std::uint32_t layers = 2;
    std::uint32_t h = 160;  ///< of each direction of a layer
    std::uint32_t tags = 0, features = 0, labels = 0;
    std::uint32_t arc_size = 128;
    std::uint32_t label_size = 96;

    std::uint32_t input_size() const {
        return vector_size + word_size + affix_size * static_cast<std::uint32_t>(SyntaxInput::table_count - 1);
    }
};
std::vector<std::string> to_lines(const SyntaxShape& shape);
/// Throws Error.
SyntaxShape parse_syntax_shape(const std::vector<std::string>& lines);

/// The learnt part of the network: a bidirectional LSTM over words, shared by tags, features and trees; trees by deep
/// biaffine attention (Dozat and Manning 2017) with an additive scorer of labels. Gradients have the same form.
struct SyntaxWeights {
    std::array<Parameter, SyntaxInput::table_count> tables;  ///< a column a row of the table
    std::vector<std::array<Lstm, 2>> layers;
    Dense tags, features;
    Parameter root;  ///< what the encoder would say of the artificial root
    Dense arc_dependent, arc_head;
    Parameter arc_product;  ///< arc_size x arc_size
    Parameter arc_prior;    ///< arc_size x 1
    Dense label_dependent, label_head, labels;

    SyntaxWeights() = default;
    /// All zeros.
    explicit SyntaxWeights(const SyntaxShape& shape);
    void randomise(std::uint64_t seed);

    /// Calls visit(parameter) for each, in a fixed order.
    template <class Visit>
    void for_each(Visit visit) {
        for (Parameter& table : tables) visit(table);
        for (auto& layer : layers)
            for (Lstm& lstm : layer) visit(lstm.input.weight), visit(lstm.input.bias), visit(lstm.recurrent);
        visit(root), visit(arc_product), visit(arc_prior);
        for (Dense* dense : {&tags, &features, &arc_dependent, &arc_head, &label_dependent, &label_head, &labels})
            visit(dense->weight), visit(dense->bias);
    }
};

/// All of them, in the order of for_each.
std::vector<Parameter*> parameters_of(SyntaxWeights& weights);

/// The weights with 16 bits each, as a section of a model file.
std::string to_section(SyntaxWeights& weights);
/// Throws Error if the section has another size than the shape asks for.
SyntaxWeights parse_syntax_weights(const SyntaxShape& shape, std::string_view section);

}  // namespace lede
