#include <memory>
#include <unistd.h>

#include <lede/base/file.hpp>
#include <lede/pipeline/explanation.hpp>

#include "cli_support.hpp"
#include "commands.hpp"

namespace lede::cli {

namespace {

struct ExplainOptions {
    ArticleOptions articles;
    bool json = false;
    bool overwrite = false;
    std::string output = "-";
};

int run_explain(const ExplainOptions& options) {
    Console console;
    console.make_room_for(options.output);
    const Pipeline pipeline(options.articles.pipeline(true, console), console.sink());
    AtomicOutput output(options.output, options.overwrite);
    const bool colour = options.output == "-" && wants_colour(STDOUT_FILENO);
    const Marks& marks = colour ? colour_marks : plain_marks;
    bool first = true;
    const auto show = [&](ArticleFacts&& facts) -> std::function<void()> {
        std::string text =
            options.json ? explain_json(facts, pipeline.ontology()) + "\n" : explain(facts, pipeline.ontology(), marks);
        return [&, text = std::move(text)] {
            if (!first && !options.json) output.write("\n");
            first = false;
            output.write(text);
        };
    };
    const RunCounts counts = extract_articles(
        options.articles.inputs, options.articles.run(pipeline, console),
        [&](const Article& article) { return pipeline.extract(article); }, show, console.sink());
    if (counts.articles > 0) output.commit();
    return counts.errors == 0 ? exit_good : exit_failed;
}

}  // namespace

void add_explain(CLI::App& app, std::function<int()>& run) {
    auto options = std::make_shared<ExplainOptions>();
    CLI::App* command = app.add_subcommand("explain", "Show what is found in articles, and why, for people to read");
    add_article_options(*command, options->articles);
    command->add_flag("--json", options->json, "One JSON object an article, a line each");
    command->add_option("-o,--output", options->output, "Where to write; - is standard output")->type_name("FILE");
    command->add_flag("--overwrite", options->overwrite, "Replace the output if it is there already");
    command->footer(
        "Examples:\n"
        "  lede explain article.txt --open\n"
        "  lede explain news.jsonl --json | jq '.facts[] | select(.confidence > 0.8)'");
    command->callback([options, &run] { run = [options] { return run_explain(*options); }; });
}

}  // namespace lede::cli
