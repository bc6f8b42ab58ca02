#pragma once

#include <string>

namespace lede::cli {

/// The path of a program of Graphviz, such as "dot", as found in PATH. Throws Error that says how to get it or do
/// without.
std::string find_graphviz(const std::string& layout);

/// Runs the program on a graph in DOT and gives the picture. Throws Error if it fails.
std::string run_graphviz(const std::string& program, const std::string& format, const std::string& dot);

}  // namespace lede::cli
