#include <algorithm>

#include <lede/base/shuffle.hpp>
#include <lede/language/name_network_trainer.hpp>
#include <lede/neural/adam.hpp>

namespace lede {

namespace {

using Batch = std::vector<const NameExample*>;

std::vector<Batch> make_batches(const std::vector<NameExample>& examples, std::size_t batch_words, std::uint64_t seed) {
    Batch order;
    for (const NameExample& example : examples) order.push_back(&example);
    shuffle_with(order, seed);
    std::vector<Batch> batches;
    std::size_t words = batch_words;
    for (const NameExample* example : order) {
        if (words >= batch_words && (words = 0, true)) batches.emplace_back();
        batches.back().push_back(example);
        words += example->allowed.size();
    }
    return batches;
}

/// For the part of the training that is done, 0 to 1.
float rate_at(float done, float most) {
    constexpr float warming = 0.05F;
    return most * std::min(1.0F, done / warming + 0.02F) * (1 - done);
}

}  // namespace

NameNetwork train_name_network(const NameNetworkShape& shape, const WordVectors& vectors,
                               const std::vector<NameExample>& examples, const NameNetworkTraining& training) {
    NameNetwork network(shape);
    network.randomise(training.seed);
    NameGradient gradient(shape, vectors);
    Adam adam(parameters_of(network), parameters_of(gradient.sum));
    Random random(training.seed + 1);
    const float weight = 1 / static_cast<float>(training.batch_words);
    for (int epoch = 0; epoch < training.epochs; ++epoch) {
        const auto batches =
            make_batches(examples, training.batch_words, training.seed + static_cast<std::uint64_t>(epoch));
        for (std::size_t i = 0; i < batches.size(); ++i) {
            adam.set_zero();
            gradient.add(network, batches[i], training.dropout, weight, random);
            const float done =
                (static_cast<float>(epoch) + static_cast<float>(i) / static_cast<float>(batches.size())) /
                static_cast<float>(training.epochs);
            adam.step(rate_at(done, training.rate));
        }
    }
    return network;
}

}  // namespace lede
