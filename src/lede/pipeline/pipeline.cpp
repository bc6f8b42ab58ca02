#include <algorithm>

#include <lede/base/error.hpp>
#include <lede/base/file.hpp>
#include <lede/base/hash.hpp>
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

/// All files of the language data but the models, sorted.
std::vector<std::filesystem::path> list_data(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (auto item = std::filesystem::recursive_directory_iterator(folder); item != std::filesystem::end(item); ++item) {
        if (item->is_directory() && item->path().filename() == "articles") item.disable_recursion_pending();
        if (item->is_regular_file() && item->path().extension() != ".model") files.push_back(item->path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// The options with a key of all that the examples' lessons depend on, if they are to be kept.
ExtractorOptions with_cache(const PipelineOptions& options, const DataFolder& folder, const ModelFile& model) {
    ExtractorOptions result = options.extraction;
    if (options.cache.empty() || options.ontologies.empty()) return result;
    // a pipe can be read but once
    for (const auto& file : options.ontologies)
        if (!std::filesystem::is_regular_file(file)) return result;
    result.cache = options.cache;
    std::uint64_t key = hash_of(options.program + '\n' + model.checksum() + '\n' + std::to_string(options.core));
    for (const auto& files : {options.ontologies, folder.ontology_files(), list_data(folder.language)}) {
        key = combine(key, files.size());
        for (const auto& file : files) key = hash_of(MappedFile(file).bytes(), key);
    }
    result.cache_key = key;
    return result;
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
          extractor(ontology, language, model_file, folder.language, with_cache(options, folder, model_file)),
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
