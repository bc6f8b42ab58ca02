#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <lede/base/span.hpp>
#include <lede/language/conllu.hpp>
#include <lede/language/linear_model.hpp>
#include <lede/language/model_file.hpp>
#include <lede/language/surface.hpp>
#include <lede/language/token_rules.hpp>
#include <lede/language/word_classes.hpp>

namespace lede {

/// Finds where sentences end among the tokens of a paragraph: rules for what is certain (no break before a closing
/// quote or bracket, nor between a quotation and the "he said" after it), a trained model for the rest.
class SentenceSplitter {
  public:
    /// A longer sentence is cut at its best place, so that the time a tree takes is bounded.
    static constexpr std::size_t longest_sentence = 400;

    SentenceSplitter() = default;
    /// Both must outlive the splitter. Throws Error.
    SentenceSplitter(const ModelFile& model, const TokenRules& rules);

    /// Appends for each sentence of the paragraph the index in `tokens` behind its last token; the last is
    /// tokens.size().
    void split(std::string_view text, const std::vector<Span>& tokens, std::vector<std::uint32_t>& ends) const;

  private:
    LinearModel breaks_;
    WordClasses classes_;
    const TokenRules* rules_ = nullptr;
};

/// Trains the model and adds its sections ("sentences.*").
void train_sentence_splitter(const std::vector<TreebankArticle>& articles, const TokenRules& rules,
                             ModelFileWriter& writer);

}  // namespace lede
