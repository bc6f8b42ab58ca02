#pragma once

#include <vector>

#include <lede/extraction/fact_network.hpp>
#include <lede/extraction/property_table.hpp>
#include <lede/neural/random.hpp>

namespace lede {

/// A text to learn from: what each of its pairs states.
struct FactLesson {
    struct Answer {
        PropertySet considered;  ///< others teach nothing
        PropertySet stated;
        float weight = 1;
    };
    FactText text;
    std::vector<Answer> answers;  ///< one a pair
};

/// What is left out at random while learning, as rates.
struct FactDropout {
    float input = 0.25F;
    float state = 0.25F;
    float hidden = 0.25F;
};

/// Computes gradients for texts; holds the memory for it.
class FactGradient {
  public:
    FactGradient(const FactShape& shape, const WordVectors& vectors) : sum(shape), vectors_(vectors) {}

    /// Adds the gradient of the text's loss (cross-entropy, summed over pairs and properties, times `weight`) to `sum`. Returns the loss.
    double add(const FactWeights& weights, const FactLesson& lesson, const FactDropout& dropout, float weight, Random& random);

    FactWeights sum;

  private:
    void forward(const FactWeights& weights, const Batch& batch, const FactText& text, const FactDropout& dropout, Random& random);
    double output_back(const FactWeights& weights, const FactLesson& lesson, float weight);
    void pairs_back(const FactText& text);
    void encoder_back(const FactWeights& weights, const Batch& batch);
    void tables_back(const Batch& batch, const FactText& text);

    const WordVectors& vectors_;
    FactTrace trace_;
    Matrix input_mask_, state_mask_, pair_mask_, hidden_mask_;
    Matrix pairs_gradient_, states_gradient_, input_gradient_;
};

}  // namespace lede
