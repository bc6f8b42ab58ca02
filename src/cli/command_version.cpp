#include <exception>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include <lede/base/file.hpp>
#include <lede/language/model_file.hpp>
#include <lede/neural/kernels.hpp>
#include <lede/ontology/read_ontology.hpp>
#include <lede/pipeline/data_folder.hpp>
#include <lede/rdf/rdf_reader.hpp>

#include "build_info.hpp"
#include "cli_support.hpp"
#include "commands.hpp"

namespace lede::cli {

namespace {

using nlohmann::ordered_json;

/// Reads what is found; what is not there or damaged says so itself, since a version must be told in any case.
template <class Describe>
ordered_json described(const Describe& describe) try {
    return describe();
} catch (const std::exception& problem) {
    return {{"problem", problem.what()}};
}

/// What the model's sections of meta data say: "licence", "trained on", …, a word or several before a tab.
ordered_json describe_model(const std::filesystem::path& path) {
    const ModelFile model(path);
    ordered_json result = {{"file", path.filename().string()}, {"checksum", model.checksum()}};
    for (const char* section : {"meta", "facts.meta", "vectors.meta"}) {
        for (const std::string& line : model.lines(section)) {
            const auto tab = line.find('\t');
            const std::string key = line.starts_with("licence ") ? "licence" : line.substr(0, tab);
            if (tab == std::string::npos && key != "licence") continue;
            const std::string value = line.substr(key.size() + 1);
            if (section == std::string_view("vectors.meta"))
                result["vectors"][key] = value;
            else if (key == "trained on")
                result["trained on"].push_back(value);
            else
                result[key] = value;
        }
    }
    return result;
}

ordered_json describe_ontology(const DataFolder& folder) {
    std::string version;
    const auto inner = make_statement_reader<OntologyStatement>();
    const StatementReader reader = [&](const std::filesystem::path& path, const auto& handler) {
        inner(path, [&](const OntologyStatement& statement) {
            if (statement.predicate == "http://www.w3.org/2002/07/owl#versionInfo") version = statement.object;
            handler(statement);
        });
    };
    const Ontology ontology = read_ontologies(folder.ontology_files(), reader, {});
    return {{"version", version}, {"classes", ontology.classes().size()}, {"properties", ontology.properties().size()}};
}

std::vector<std::string> libraries() {
    std::vector<std::string> names;
    for (std::size_t at = 0; at < build_libraries.size();) {
        const auto end = std::min(build_libraries.find(';', at), build_libraries.size());
        names.emplace_back(build_libraries.substr(at, end - at));
        at = end + 1;
    }
    return names;
}

ordered_json describe_program() {
    ordered_json result = {{"version", LEDE_VERSION},
                           {"compiler", build_compiler},
                           {"build", build_type},
                           {"instructions", kernels().name},
                           {"libraries", libraries()}};
    std::optional<DataFolder> folder;
    result["data"] = described([&]() -> ordered_json {
        folder = find_data_folder();
        return folder->language.string();
    });
    if (!folder) return result;
    result["models"] = ordered_json::array();
    for (const char* name : {"english.model", "facts.model"})
        result["models"].push_back(described([&] { return describe_model(folder->language / name); }));
    result["ontology"] = described([&] { return describe_ontology(*folder); });
    return result;
}

std::string text_of(const ordered_json& value) {
    if (value.is_string()) return value;
    if (value.is_array()) {
        std::string text;
        for (const ordered_json& item : value) text += (text.empty() ? "" : ", ") + text_of(item);
        return text;
    }
    if (value.is_object() && value.contains("problem")) return value["problem"];
    return value.dump();
}

std::string describe_model_in_words(const ordered_json& model) {
    if (model.contains("problem")) return text_of(model);
    std::string text = text_of(model["file"]) + " " + text_of(model["checksum"]);
    if (model.contains("licence")) text += ", " + text_of(model["licence"]);
    if (model.contains("trained on")) text += "; trained on " + text_of(model["trained on"]);
    if (model.contains("vectors") && model["vectors"].contains("data"))
        text += "; word vectors: " + text_of(model["vectors"]["data"]);
    return text;
}

int run_version(bool json) {
    AtomicOutput output("-", true);
    output.write(json ? describe_program().dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n"
                      : version_text() + "\n");
    output.commit();
    return exit_good;
}

}  // namespace

std::string version_text() {
    const ordered_json program = describe_program();
    std::string text = "lede " LEDE_VERSION "\n";
    text += "\nbuilt by   " + text_of(program["compiler"]) + ", " + text_of(program["build"]);
    text += "\nruns on    " + text_of(program["instructions"]);
    for (const ordered_json& library : program["libraries"])
        text += (&library == &program["libraries"].front() ? "\nwith       " : ", ") + text_of(library);
    text += "\ndata       " + text_of(program["data"]);
    if (!program.contains("models")) return text;
    for (const ordered_json& model : program["models"]) text += "\nmodel      " + describe_model_in_words(model);
    const ordered_json& ontology = program["ontology"];
    text += "\nontology   ";
    if (ontology.contains("problem")) return text + text_of(ontology);
    return text + text_of(ontology["version"]) + ", " + text_of(ontology["classes"]) + " classes, " +
           text_of(ontology["properties"]) + " properties";
}

void add_version(CLI::App& app, std::function<int()>& run) {
    auto json = std::make_shared<bool>(false);
    CLI::App* command =
        app.add_subcommand("version", "Tell the versions of the program, its libraries, models and ontology");
    command->add_flag("--json", *json, "JSON for programs");
    command->footer(
        "The models' checksums are those that provenance names. What they were trained on in full is in README.md "
        "beside them.\n\n"
        "Examples:\n"
        "  lede version\n"
        "  lede version --json | jq -r '.models[].checksum'");
    command->callback([json, &run] { run = [json] { return run_version(*json); }; });
}

}  // namespace lede::cli
