#include <algorithm>

#include <lede/language/name_networks.hpp>

namespace lede {

NameWords NameNetworkDocument::words_of(const Sentence& sentence) const {
    const auto words = std::span(inputs).subspan(sentence.first, sentence.last - sentence.first);
    return {words, &encoded, sentence.first, domain};
}

void NameNetworkDocument::add_examples(std::vector<NameExample>& examples) const {
    for (const Sentence& sentence : sentences)
        examples.push_back(
            {words_of(sentence), std::span(allowed).subspan(sentence.first, sentence.last - sentence.first)});
}

void NameNetworks::train(const std::function<void(std::uint32_t done, std::uint32_t all)>& progress) {
    networks_.clear();
    for (std::uint32_t fold = 0; fold <= folds_; ++fold) {
        networks_.push_back(train_without(fold < folds_ ? std::optional(fold) : std::nullopt));
        if (progress) progress(fold + 1, folds_ + 1);
    }
}

const NameNetwork& NameNetworks::network(std::optional<std::uint32_t> fold) const {
    static const NameNetwork none;
    return networks_.empty() ? none : networks_[fold.value_or(folds_)];
}

NameNetwork NameNetworks::train_without(std::optional<std::uint32_t> fold) const {
    std::vector<NameExample> examples;
    for (const auto* documents : {&documents_, &variants_})
        for (const NameNetworkDocument& document : *documents)
            if (document.fold != fold) document.add_examples(examples);
    return train_name_network(shape(), vectors_, examples, {});
}

NameNetworkShape NameNetworks::shape() const {
    NameNetworkShape shape;
    shape.vector_size = vectors_.dimension();
    shape.tags = tag_count_;
    for (const NameNetworkDocument& document : documents_) {
        shape.domains = std::max(shape.domains, document.domain + 1);
        shape.encoding_size = static_cast<std::uint32_t>(document.encoded.rows);
    }
    return shape;
}

}  // namespace lede
