#include <lede/extraction/fact_network_trainer.hpp>

#include <lede/base/shuffle.hpp>
#include <lede/neural/adam.hpp>

namespace lede {

FactWeights train_fact_network(const FactShape& shape, const WordVectors& vectors, const std::vector<const FactLesson*>& lessons,
                               const FactNetworkTraining& training, const std::function<void(int, double)>& progress) {
    FactWeights weights(shape);
    weights.randomise(training.seed);
    FactGradient gradient(shape, vectors);
    Adam adam(weights.parameters(), gradient.sum.parameters());
    Random random(training.seed * 0x51ED27);
    std::vector<const FactLesson*> order = lessons;
    float done = 0;  // epochs
    for (int epoch = 1; epoch <= training.epochs; ++epoch) {
        shuffle_with(order, training.seed + static_cast<std::uint64_t>(epoch));
        double loss = 0;
        for (const FactLesson* lesson : order) {
            adam.set_zero();
            loss += gradient.add(weights, *lesson, training.dropout, training.loss_unit, random);
            adam.step(training.rate * (1 - done / static_cast<float>(training.epochs)), training.most_slope);
            done += 1 / static_cast<float>(order.size());
        }
        if (progress) progress(epoch, loss);
    }
    return weights;
}

}  // namespace lede
