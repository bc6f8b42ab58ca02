#pragma once

#include <string_view>
#include <vector>

#include <lede/base/span.hpp>
#include <lede/language/conllu.hpp>
#include <lede/language/linear_model.hpp>
#include <lede/language/model_file.hpp>
#include <lede/language/token_rules.hpp>

namespace lede {

/// Finds the words of a text in the sense of Universal Dependencies: rules for what is certain, a trained model for the
/// rest (whether a stop, hyphen, apostrophe or slash is a part of the word beside it). Linear in the size of the text.
class Tokenizer {
  public:
    Tokenizer() = default;
    /// The model file must outlive the tokenizer. Throws Error.
    explicit Tokenizer(const ModelFile& model);

    /// Appends the tokens of text[range], in order, without blanks.
    void tokenise(std::string_view text, Span range, std::vector<Span>& tokens) const;

    const TokenRules& rules() const { return rules_; }

  private:
    TokenRules rules_;
    LinearModel joins_;
};

/// Trains the model and adds its sections ("tokens.*") with the lists' entries.
void train_tokenizer(const std::vector<TreebankArticle>& articles, const TokenLists& lists, ModelFileWriter& writer);

/// The lists of a model file.
TokenLists read_token_lists(const ModelFile& model);

}  // namespace lede
