#include <lede/extraction/fact_network_reader.hpp>

#include <lede/base/error.hpp>

namespace lede {

FactNetworkReader::FactNetworkReader(const FactModel* model, const WordVectors& vectors, const Ontology& ontology)
    : network_(model ? model->network() : nullptr), vectors_(vectors), ontology_(&ontology) {
    if (!network_) return;
    if (network_->shape.vector_size == 0) vectors_ = WordVectors();
    if (network_->shape.vector_size != vectors_.dimension())
        throw Error("the fact model was trained with other word vectors than the language model has; train it again");
}

NetworkAnswer FactNetworkReader::Answers::of(std::size_t question) const {
    const std::uint32_t pair = question < pair_of_.size() ? pair_of_[question] : FactPair::nowhere;
    if (pair == FactPair::nowhere) return {};
    const auto column = [&](const FactTrace& trace) { return trace.output.cols > pair ? trace.output.column(pair) : std::span<const float>(); };
    return {column(model_), column(tuned_)};
}

std::optional<FactTextBuilder> FactNetworkReader::open(const Reading& reading) const {
    if (!network_) return std::nullopt;
    return FactTextBuilder(reading, network_->vocabulary, vectors_, *ontology_);
}

void FactNetworkReader::read(std::optional<FactTextBuilder>& builder, std::span<const Question> questions, const AskedNetworks& asked, Answers& answers) const {
    answers.pair_of_.clear();
    answers.model_.output.resize(0, 0);
    answers.tuned_.output.resize(0, 0);
    if (!builder) return;
    builder->clear();
    for (const Question& question : questions) {
        const Candidate& candidate = question.candidate;
        const bool read = builder->open_sentence(candidate.object->sentence);
        answers.pair_of_.push_back(read ? static_cast<std::uint32_t>(builder->text.pairs.size()) : FactPair::nowhere);
        if (read) builder->add_pair(*candidate.subject, *candidate.object, question.trigger);
    }
    if (builder->text.pairs.empty()) return;
    if (asked.model) fact_network::read(*asked.model, vectors_, builder->text, answers.model_);
    if (asked.tuned) fact_network::read(*asked.tuned, vectors_, builder->text, answers.tuned_);
}

}  // namespace lede
