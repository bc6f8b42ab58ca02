#pragma once

#include <string>

#include "command_outline.hpp"

namespace lede::cli {

/// "lede-train-facts", as the man page of a command is called.
std::string man_page_name(const CommandOutline& command);

/// The man page of a command (section 1) in the macros of man(7), which groff and mandoc read. All of it is ASCII.
std::string to_man_page(const CommandOutline& command, const CommandOutline& program, const std::string& version);

}  // namespace lede::cli
