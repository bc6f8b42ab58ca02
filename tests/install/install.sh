#!/usr/bin/env bash
# What `cmake --install` installs works, also after its folder was moved: the program finds its data and manuals, and programs are
# built on the library by CMake and by pkg-config, and find the data that is beside the library.
# Usage: tests/install/install.sh LEDE BUILD-FOLDER
source "$(dirname "${BASH_SOURCE[0]}")/../cli/checks.sh"
build=${2:?the build folder is missing as the second argument}
need cmake g++ pkg-config

check "installs" cmake --install "$build" --prefix "$work/first"
mv "$work/first" "$work/prefix"
prefix=$work/prefix
cp -R "$root/examples" "$work/examples"
article=$work/examples/articles/harbour-bridge.txt

there() { [ -s "$1" ]; }
for file in share/man/man1/lede.1 share/man/man1/lede-train-facts.1 share/bash-completion/completions/lede share/zsh/site-functions/_lede \
    share/fish/vendor_completions.d/lede.fish share/lede/english/facts.model share/lede/ontology/lede.ttl include/lede/lede.hpp; do
    check "there is $file" there "$prefix/$file"
done
none_there() { [ ! -e "$1" ]; }
check "no articles of the training are installed" none_there "$prefix/share/lede/english/articles"

# says WANTED COMMAND…
says() {
    local wanted=$1
    shift
    "$@" >"$work/answer" 2>&1 || { cat "$work/answer"; return 1; }
    grep -q "$wanted" "$work/answer" || { head -n 20 "$work/answer"; return 1; }
}
check "the program has its data from there" says "data  *$prefix/share/lede/english" "$prefix/bin/lede" --version
check "the program extracts" says nordbro "$prefix/bin/lede" extract "$article"

library=$(dirname "$(find "$prefix" -name liblede.a)")
# Nothing of the source tree or the build folder may be named in what others are built by.
unnamed() { ! grep -rF -e "$root" -e "$build" -e "$work/first" "$library/cmake" "$library/pkgconfig" "$prefix/include"; }
check "the packages name no folder of the build" unnamed

export PKG_CONFIG_PATH=$library/pkgconfig
check "CMake finds the package" cmake -S "$work/examples/library" -B "$work/by_cmake" -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_BUILD_TYPE=Debug
check "CMake builds on it" cmake --build "$work/by_cmake"
check "a program built by CMake runs" says "Nordbro .*location.* Copenhagen" "$work/by_cmake/facts_of_articles" "$article"
check "a program walks the graph" says "1  Karl Holm  (Nordbro" "$work/by_cmake/walk_graph" Nordbro "$article"
# shellcheck disable=SC2046
check "pkg-config and g++ build on it" g++ -std=c++20 "$work/examples/library/facts_of_articles.cpp" -o "$work/by_pkg_config" $(pkg-config --cflags --libs lede)
check "a program built by pkg-config runs" says "Nordbro .*location.* Copenhagen" "$work/by_pkg_config" "$article"

# With an ontology that is broken there, both must complain of it: they do not look into the source tree.
echo "broken" >"$prefix/share/lede/ontology/lede.ttl"
complains() { ! "$@" >"$work/answer" 2>&1 && grep -qF "$prefix/share/lede/ontology/lede.ttl" "$work/answer"; }
check "CMake's reads the installed data" complains "$work/by_cmake/facts_of_articles" "$article"
check "pkg-config's reads the installed data" complains "$work/by_pkg_config" "$article"
finish
