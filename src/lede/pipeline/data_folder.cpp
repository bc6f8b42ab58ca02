#include <algorithm>
#include <sys/auxv.h>
#include <system_error>

#include <lede/base/error.hpp>
#include <lede/pipeline/data_folder.hpp>

namespace lede {

namespace {

namespace fs = std::filesystem;

/// The folder above the running program's own; empty if it cannot be told.
fs::path find_prefix() {
    std::error_code problem;
    fs::path program = fs::read_symlink("/proc/self/exe", problem);
    if (problem) {  // /proc is not mounted in every chroot
        const auto* called = reinterpret_cast<const char*>(getauxval(AT_EXECFN));
        if (called) program = fs::canonical(called, problem);
    }
    return problem ? fs::path() : program.parent_path().parent_path();
}

/// Made when it is first asked for, since it is offered before main() runs.
fs::path& offered_prefix() {
    static fs::path prefix;
    return prefix;
}

DataFolder installed_below(const fs::path& prefix) {
    return {prefix / "share" / "lede" / "english", prefix / "share" / "lede" / "ontology"};
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
    const fs::path source = LEDE_SOURCE_DIR;
    DataFolder found{source / "src" / "data" / "english", source / "ontology"};
    const fs::path prefixes[] = {offered_prefix(), find_prefix()};  // the last one counts
    for (const fs::path& prefix : prefixes)
        if (!prefix.empty() && is_there(installed_below(prefix).language)) found = installed_below(prefix);
    if (!given.empty()) found.language = given;
    std::error_code problem;
    if (!fs::is_directory(found.language, problem)) {
        throw InputError(found.language.string(),
                         "the folder with the language data is not there; name it with --data DIR");
    }
    return found;
}

bool offer_data_prefix(const fs::path& prefix) {
    offered_prefix() = prefix.lexically_normal();
    return true;
}

}  // namespace lede
