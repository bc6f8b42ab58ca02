#include <algorithm>

#include <lede/base/hash.hpp>
#include <lede/language/name_input.hpp>

namespace lede {

namespace {

/// Beside the sentence.
const NameTraits no_word;

std::uint64_t bits_of(std::initializer_list<bool> bits) {
    std::uint64_t value = 1;
    for (const bool bit : bits) value = value * 2 + (bit ? 1 : 0);
    return value;
}

/// What is seen of a word, by kind.
std::array<std::uint64_t, NameInput::row_count> looks_of(const NameTraits& before, const NameTraits& here,
                                                         const NameTraits& next, const Sentence& sentence,
                                                         std::uint32_t token) {
    const std::uint32_t from_front = here.capital ? std::min(token - here.run_first, 3U) : 4;
    const std::uint32_t from_back = here.capital ? std::min(here.run_last - 1 - token, 3U) : 4;
    return {before.shape,
            here.shape,
            next.shape,
            before.gazetteer,
            here.gazetteer,
            next.gazetteer,
            bits_of({before.given_name, here.given_name, next.given_name}),
            bits_of({token == sentence.first, sentence.headline, here.lower_elsewhere, here.upper}),
            here.suffix[2],
            here.prefix[1],
            here.quote,
            from_front * 8 + from_back};
}

std::uint32_t row_of(std::uint64_t kind, std::uint64_t look) {
    return static_cast<std::uint32_t>(((combine(kind, look) >> 32) * NameInput::table_rows) >> 32);
}

}  // namespace

std::vector<NameInput> make_name_inputs(std::span<const Sentence> sentences, const std::vector<NameTraits>& traits) {
    std::vector<NameInput> inputs;
    for (const Sentence& sentence : sentences)
        for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
            const NameTraits& before = i == sentence.first ? no_word : traits[i - 1];
            const NameTraits& next = i + 1 == sentence.last ? no_word : traits[i + 1];
            const auto looks = looks_of(before, traits[i], next, sentence, i);
            NameInput& input = inputs.emplace_back();
            input.vector = traits[i].vector;
            for (std::size_t kind = 0; kind < looks.size(); ++kind) input.rows[kind] = row_of(kind + 1, looks[kind]);
        }
    return inputs;
}

}  // namespace lede
