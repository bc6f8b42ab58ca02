#include <algorithm>

#include <lede/base/error.hpp>
#include <lede/base/word_list.hpp>
#include <lede/language/language_model.hpp>
#include <lede/language/model_file.hpp>
#include <lede/pipeline/data_folder.hpp>
#include <lede/pipeline/ontology_files.hpp>
#include <lede/pipeline/pipeline.hpp>

namespace lede {

namespace {

std::vector<std::string> read_sorted_keys(const std::filesystem::path& path) {
    std::vector<std::string> keys;
    const WordList list(path);
    for (const auto& row : list.rows()) keys.push_back(row.front());
    std::sort(keys.begin(), keys.end());
    return keys;
}

}  // namespace

struct Pipeline::Parts {
    DataFolder folder;
    Ontology ontology;
    ModelFile model_file;
    LanguageModel language;
    Extractor extractor;
    std::vector<std::string> suspicious_words;

    Parts(const PipelineOptions& options, const DataFolder& the_folder, const DiagnosticSink& diagnostics)
        : folder(the_folder),
          ontology(read_ontology_files(folder, options.core, options.ontologies, diagnostics)),
          model_file(folder.language_model()),
          language(folder.language_model()),
          extractor(ontology, language, model_file, folder.language, options.extraction),
          suspicious_words(read_sorted_keys(folder.suspicious_words())) {}
};

Pipeline::Pipeline(const PipelineOptions& options, const DiagnosticSink& diagnostics)
    : parts_(std::make_unique<Parts>(options, find_data_folder(options.data), diagnostics)) {}
Pipeline::~Pipeline() = default;
Pipeline::Pipeline(Pipeline&&) noexcept = default;

ArticleFacts Pipeline::extract(const Article& article) const {
    return parts_->extractor.extract(parts_->language.analyse(article));
}

const Ontology& Pipeline::ontology() const {
    return parts_->ontology;
}
std::string Pipeline::checksum() const {
    return parts_->extractor.checksum();
}
const std::vector<std::string>& Pipeline::suspicious_words() const {
    return parts_->suspicious_words;
}

}  // namespace lede
