#pragma once

#include <string>

#include "command_outline.hpp"

namespace lede::cli {

/// Scripts that teach a shell to complete commands, options, values of closed sets, files and folders of the program.
/// They are complete in themselves: nothing is asked of the program while a line is typed.
std::string to_bash_completion(const CommandOutline& program);
std::string to_zsh_completion(const CommandOutline& program);
std::string to_fish_completion(const CommandOutline& program);

}  // namespace lede::cli
