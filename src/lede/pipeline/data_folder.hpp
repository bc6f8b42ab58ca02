#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace lede {

/// Where the program's own files are.
struct DataFolder {
    std::filesystem::path language;  ///< word lists, gazetteers and models of English
    std::filesystem::path ontology;  ///< the Turtle files of the built-in ontology

    std::filesystem::path language_model() const { return language / "english.model"; }
    /// The files of the built-in ontology, sorted, without the shapes that describe graphs. Throws InputError.
    std::vector<std::filesystem::path> ontology_files() const;
    std::filesystem::path suspicious_words() const { return language / "pages" / "suspicious_words.tsv"; }
};

/// Finds them: the language data in `given` if that is not empty; else, both, as installed beside the running program
/// (`../share/lede`); else below a prefix that was offered; else in the source tree that the program was built from.
/// Throws InputError if they are nowhere.
DataFolder find_data_folder(const std::filesystem::path& given = {});

/// Offers a prefix with `share/lede` below it, for programs that are built against an installed library and lie elsewhere.
/// Always true, so that it can initialise a variable. Not for use while another thread looks for the data.
bool offer_data_prefix(const std::filesystem::path& prefix);

}  // namespace lede
