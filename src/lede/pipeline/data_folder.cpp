#include <algorithm>
#include <system_error>

#include <lede/base/error.hpp>
#include <lede/pipeline/data_folder.hpp>

namespace lede {

namespace {

namespace fs = std::filesystem;

/// The folder above the running program's own; empty if it cannot be told.
fs::path find_prefix() {
    std::error_code problem;
    const fs::path program = fs::read_symlink("/proc/self/exe", problem);
    return problem ? fs::path() : program.parent_path().parent_path();
}

bool is_there(const fs::path& path) {
    std::error_code problem;
    return fs::exists(path, problem);
}

}  // namespace

std::vector<fs::path> DataFolder::ontology_files() const {
    std::vector<fs::path> files;
    std::error_code problem;
    for (const auto& entry : fs::directory_iterator(ontology, problem)) {
        const fs::path& path = entry.path();
        if (path.extension() == ".ttl" && path.filename() != "shapes.ttl") files.push_back(path);
    }
    if (files.empty())
        throw InputError(ontology.string(), "the built-in ontology is not there; install the program again");
    std::sort(files.begin(), files.end());
    return files;
}

DataFolder find_data_folder(const fs::path& given) {
    const fs::path prefix = find_prefix();
    const fs::path source = LEDE_SOURCE_DIR;
    const DataFolder installed{prefix / "share" / "lede" / "english", prefix / "share" / "lede" / "ontology"};
    const DataFolder built{source / "src" / "data" / "english", source / "ontology"};
    DataFolder found = is_there(installed.language) ? installed : built;
    if (!given.empty()) found.language = given;
    std::error_code problem;
    if (!fs::is_directory(found.language, problem)) {
        throw InputError(found.language.string(),
                         "the folder with the language data is not there; name it with --data DIR");
    }
    return found;
}

}  // namespace lede
