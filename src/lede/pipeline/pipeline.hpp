#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <lede/base/diagnostic.hpp>
#include <lede/extraction/extractor.hpp>
#include <lede/model/facts.hpp>
#include <lede/ontology/ontology.hpp>
#include <lede/text/article.hpp>

namespace lede {

struct PipelineOptions {
    std::filesystem::path data;                     ///< folder with the language data; empty for the program's own
    bool core = true;                               ///< whether to begin with the built-in ontology
    std::vector<std::filesystem::path> ontologies;  ///< added to it, in this order
    ExtractorOptions extraction;
    /// Folder that keeps what was learned from the many examples of an added ontology, made if it is not there; empty
    /// for none. The results are the same with and without.
    std::filesystem::path cache = {};
    std::string program = {};  ///< names the very program, as what it learns may differ from that of another version
};

/// The stages from an article to its facts, with the models and the ontology that they need: loaded once, shared by
/// threads.
class Pipeline {
  public:
    /// Throws InputError for a file that is missing or malformed; doubts about the ontology go to the sink.
    explicit Pipeline(const PipelineOptions& options, const DiagnosticSink& diagnostics = {});
    ~Pipeline();
    Pipeline(Pipeline&&) noexcept;

    ArticleFacts extract(const Article& article) const;

    const Ontology& ontology() const;
    /// Names the models and the ontology in provenance.
    std::string checksum() const;
    /// For ReadOptions.
    const std::vector<std::string>& suspicious_words() const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace lede
