#include <algorithm>
#include <cmath>

#include <lede/neural/softmax.hpp>

namespace lede {

double softmax_loss(std::span<float> scores, std::size_t gold, float weight) {
    if (gold >= scores.size()) {
        std::fill(scores.begin(), scores.end(), 0.0F);
        return 0;
    }
    const float most = *std::max_element(scores.begin(), scores.end());
    const float gold_score = scores[gold] - most;
    float sum = 0;
    for (float& score : scores) sum += score = std::exp(score - most);
    for (float& score : scores) score *= weight / sum;
    scores[gold] -= weight;
    return static_cast<double>(weight * (std::log(sum) - gold_score));
}

std::size_t best_of(std::span<const float> scores) {
    return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

}  // namespace lede
