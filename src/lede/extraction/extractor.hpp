#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include <lede/language/language_model.hpp>
#include <lede/language/model_file.hpp>
#include <lede/model/facts.hpp>
#include <lede/ontology/ontology.hpp>
#include <lede/text/document.hpp>

namespace lede {

struct ExtractorOptions {
    double min_confidence = 0;  ///< facts below are left out, whatever the model's own thresholds say
    bool explain = false;       ///< fill Evidence::matched
    bool rejected = false;      ///< fill ArticleFacts::rejected; takes longer, as pairs of the wrong classes are looked at too
    bool open = false;          ///< add open facts, whose property is the text's own phrase
    /// Called with their number before the ontology's examples are read, which takes long if they are thousands; may be empty.
    std::function<void(std::size_t)> before_examples = {};
    std::filesystem::path cache = {};  ///< folder that keeps what was learned from many examples; empty for none
    std::uint64_t cache_key = 0;       ///< hash of what that depends on besides the fact model: ontology, language data, program
};

/// Reads documents into facts. Built once, shared by threads.
class Extractor {
  public:
    /// The data folder holds the word lists, gazetteers and, where there is one, facts.model; without it, all properties are learned
    /// from the ontology's examples now. Throws InputError. The ontology, the language model and the model file must outlive the extractor.
    Extractor(const Ontology& ontology, const LanguageModel& language, const ModelFile& model_file, const std::filesystem::path& data_folder,
              ExtractorOptions options);
    ~Extractor();

    /// An article without a date has that of its dateline, if there is one.
    ArticleFacts extract(const Document& document) const;

    /// Names the models in provenance.
    std::string checksum() const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;

    ArticleFacts extract_dated(const Document& document) const;
};

}  // namespace lede
