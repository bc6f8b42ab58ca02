#include <filesystem>
#include <memory>
#include <string>
#include <system_error>

#include <lede/base/file.hpp>

#include "cli_support.hpp"
#include "command_outline.hpp"
#include "commands.hpp"
#include "completions.hpp"
#include "man_page.hpp"

namespace lede::cli {

namespace {

std::string completion_for(const std::string& shell, const CommandOutline& program) {
    if (shell == "bash") return to_bash_completion(program);
    return shell == "zsh" ? to_zsh_completion(program) : to_fish_completion(program);
}

int run_completion(const std::string& shell, const CommandOutline& program) {
    AtomicOutput output("-", true);
    output.write(completion_for(shell, program));
    output.commit();
    return exit_good;
}

void write(const std::filesystem::path& path, const std::string& text) {
    std::error_code problem;
    std::filesystem::create_directories(path.parent_path(), problem);
    if (problem) throw OutputError(path.parent_path().string() + ": cannot be made: " + problem.message());
    AtomicOutput output(path.string(), true);
    output.write(text);
    output.commit();
}

/// Man pages and completions, in the folders below "share" where they are installed to.
int run_manuals(const std::filesystem::path& share, const CommandOutline& program) {
    for (const CommandOutline* command : all_commands(program))
        write(share / "man" / "man1" / (man_page_name(*command) + ".1"), to_man_page(*command, program, LEDE_VERSION));
    write(share / "bash-completion" / "completions" / "lede", to_bash_completion(program));
    write(share / "zsh" / "site-functions" / "_lede", to_zsh_completion(program));
    write(share / "fish" / "vendor_completions.d" / "lede.fish", to_fish_completion(program));
    return exit_good;
}

}  // namespace

void add_completion(CLI::App& app, std::function<int()>& run) {
    auto shell = std::make_shared<std::string>();
    CLI::App* command =
        app.add_subcommand("completion", "Write a script that teaches a shell to complete this program's commands");
    command->add_option("SHELL", *shell, "bash, zsh or fish")
        ->required()
        ->check(CLI::IsMember({"bash", "zsh", "fish"}));
    command->footer(
        "An installed program has them in the usual places.\n\n"
        "Examples:\n"
        "  source <(lede completion bash)\n"
        "  lede completion zsh > ~/.zfunc/_lede\n"
        "  lede completion fish > ~/.config/fish/completions/lede.fish");
    command->callback([shell, &app, &run] { run = [shell, &app] { return run_completion(*shell, outline_of(app)); }; });
}

void add_manuals(CLI::App& app, std::function<int()>& run) {
    auto folder = std::make_shared<std::string>();
    CLI::App* command = app.add_subcommand("manuals", "Write man pages and completions into a folder, for the build");
    command->group("");
    command->add_option("DIR", *folder, "Folder that is to be installed as share/")->required();
    command->callback([folder, &app, &run] { run = [folder, &app] { return run_manuals(*folder, outline_of(app)); }; });
}

}  // namespace lede::cli
