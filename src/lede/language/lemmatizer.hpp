#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <lede/language/hash_dictionary.hpp>
#include <lede/language/linear_model.hpp>
#include <lede/language/model_file.hpp>
#include <lede/language/surface.hpp>
#include <lede/language/tag.hpp>

namespace lede {

/// How a form becomes a lemma: its case, then some characters off its end, then some put on (edit scripts after
/// Chrupała 2006).
struct LemmaScript {
    enum class Case : char { lower = 'l', keep = 'k', capital = 'c' };
    Case letters = Case::lower;
    std::uint32_t cut = 0;  ///< in code points
    std::string put;
    auto operator<=>(const LemmaScript&) const = default;
};

/// The script with the smallest cut that makes the lemma.
LemmaScript find_script(std::string_view form, std::string_view lemma);
std::string apply_script(const LemmaScript& script, std::string_view form);
std::string to_string(const LemmaScript& script);
/// Throws Error.
LemmaScript parse_script(std::string_view line);

/// Lemmas: a dictionary of (word, tag), and for others a linear model that chooses a script by the word's ending and
/// tag.
class Lemmatizer {
  public:
    Lemmatizer() = default;
    /// The model file must outlive the lemmatizer. Throws Error.
    explicit Lemmatizer(const ModelFile& model);

    std::string lemma(std::string_view form, const Surface& word, const Tag& tag, std::uint16_t tag_number) const;

  private:
    std::vector<LemmaScript> scripts_;
    LinearModel model_;
    HashDictionary dictionary_;
};

/// A word with its tag and lemma.
struct LemmaExample {
    std::string form;
    Surface word;
    Tag tag;
    std::uint16_t tag_number = 0;
    std::string lemma;
};

/// Trains the model and adds its sections ("lemmas.*").
void train_lemmatizer(const std::vector<LemmaExample>& examples, ModelFileWriter& writer);

}  // namespace lede
