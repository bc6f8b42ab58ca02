#!/usr/bin/env bash
# Installs the Debian or Ubuntu packages that building lede (and, with "test", testing it) needs and that are missing.
# Usage: install_packages.sh [test]
# Works without root when nothing is missing. On other systems it names what is needed and fails.
set -euo pipefail

build=(g++ cmake ninja-build pkg-config libserd-dev libboost-graph-dev libeigen3-dev libcli11-dev nlohmann-json3-dev
       libxml2-dev libutf8proc-dev libxxhash-dev libzstd-dev zlib1g-dev libcurl4-openssl-dev)
test=(catch2 serdi raptor2-utils graphviz zstd groff-base fish zsh virtuoso-opensource-7-bin default-jre-headless maven)

wanted=("${build[@]}")
if [ "${1:-}" = test ]; then wanted+=("${test[@]}"); fi

if ! command -v dpkg-query >/dev/null; then
    echo "This system has no Debian packages. Please install, by whatever names it knows them: ${wanted[*]}," >&2
    echo "then build with: cmake --workflow --preset release" >&2
    # Whoever has installed them by hand may go on.
    [ "${LEDE_PACKAGES_INSTALLED:-}" = 1 ] && exit 0
    echo "(Set LEDE_PACKAGES_INSTALLED=1 once they are there.)" >&2
    exit 1
fi

missing=()
for package in "${wanted[@]}"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
    echo "All packages are there: ${wanted[*]}"
    exit 0
fi

echo "Installing: ${missing[*]}"
as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "These packages are missing, and installing them needs root: apt-get install ${missing[*]}" >&2
        exit 1
    fi
    as_root=(sudo)
fi
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
