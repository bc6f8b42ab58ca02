#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include <lede/language/linear_model.hpp>
#include <lede/language/model_file.hpp>
#include <lede/language/name_features.hpp>
#include <lede/language/name_lexicon.hpp>
#include <lede/language/name_network.hpp>
#include <lede/language/name_tags.hpp>
#include <lede/text/document.hpp>

namespace lede {

/// The trained parts of a name model.
struct NameSections {
    std::vector<std::string> labels;
    std::string emissions;                  ///< a LinearModel: tags by features
    std::vector<std::int32_t> transitions;  ///< tags * tags, in the units of the emissions
    NameNetwork network;
};

/// Finds the names in a document with a model trained by a structured perceptron (Collins 2002).
class NameRecogniser {
  public:
    /// Uses the sections `names.*` and `vectors.*` of the model, which must outlive this object.
    explicit NameRecogniser(const ModelFile& model);
    /// The sections must outlive this object.
    NameRecogniser(const NameSections& sections, std::shared_ptr<const NameLexicon> lexicon);

    /// Whether the model has no names.
    bool empty() const { return emissions_.empty(); }
    const NameGazetteer& gazetteer() const { return lexicon_->gazetteer; }

    /// What is seen of a document with tokens and sentences; it must outlive the result. Its tags may follow.
    NameFeatures look_at(const Document& document) const { return {document, *lexicon_}; }

    /// Appends the names of consecutive sentences, sorted, not overlapping; uses tags if the document has them. `encoded` is what
    /// the syntax network says of each of their tokens, a column a token; without rows if the model was trained without.
    /// Scores of names are the network's confidence, above 0 and at most 1. Throws Error.
    void recognise(std::span<const Sentence> sentences, const NameFeatures& features, const Matrix& encoded,
                   std::vector<Name>& names) const;
    /// The names of a whole document.
    std::vector<Name> recognise(const Document& document, const Matrix& encoded) const;

  private:
    void check() const;

    NameTags tags_;
    LinearModel emissions_;
    NameNetwork network_;
    std::vector<std::int32_t> transitions_;
    std::shared_ptr<const NameLexicon> lexicon_;
};

}  // namespace lede
