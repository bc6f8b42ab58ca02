#include <lede/language/syntax_input.hpp>

namespace lede {

SyntaxInput to_syntax_input(const Surface& word, const WordVectors& vectors, const HashDictionary& words,
                            std::uint32_t affix_rows) {
    SyntaxInput input;
    input.vector = vectors.find(word.lower).value_or(SyntaxInput::no_vector);
    input.rows[0] = words.find(word.lower).value_or(0);
    const std::array<std::uint64_t, SyntaxInput::table_count - 1> affixes{
        word.suffixes[0], word.suffixes[1], word.suffixes[2], word.suffixes[3],
        word.prefixes[0], word.prefixes[1], word.prefixes[2], word.shape};
    for (std::size_t i = 0; i < affixes.size(); ++i)
        input.rows[i + 1] = static_cast<std::uint32_t>(((affixes[i] >> 32) * affix_rows) >> 32);
    return input;
}

}  // namespace lede
