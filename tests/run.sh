#!/usr/bin/env bash
# Installs what the tests need, builds, and runs all tests: first as shipped, then with the address and undefined-behaviour sanitizers.
# Usage: tests/run.sh [--quick]     --quick leaves the sanitizers out
set -euo pipefail
cd "$(dirname "$0")/.."

examples/install_packages.sh test
cmake --preset dev
cmake --build --preset dev
ctest --preset dev --parallel "$(nproc)"
if [ "${1:-}" = --quick ]; then exit 0; fi

echo
echo "The same tests with the sanitizers:"
cmake --preset sanitize
cmake --build --preset sanitize
ctest --preset sanitize --parallel "$(nproc)"
