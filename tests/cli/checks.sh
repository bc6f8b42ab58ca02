# For the test scripts to source: a working folder that goes at the end, one line a check, and the exit code.
# Each script is given the program as its first argument.
set -euo pipefail
export LC_ALL=C NO_COLOR=1

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
lede=$(realpath "${1:?the program lede is missing as the first argument}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

# skip REASON…: the script cannot be run here; ctest knows the code
skip() {
    echo "skipped: $*"
    exit 77
}
# need COMMAND…: skips the script if one of them is not installed
need() {
    local command
    for command in "$@"; do
        command -v "$command" >/dev/null || skip "$command is not installed"
    done
}
# python_with MODULE PACKAGE: sets $python to one that has the module: that of the system, else of an environment under the user's cache, into which
# PyPI's package is installed and which is kept. Skips the script if neither is to be had.
python_with() {
    need python3
    local environment=${XDG_CACHE_HOME:-$HOME/.cache}/lede-tests/$2
    for python in python3 "$environment/bin/python"; do
        if "$python" -c "import $1" 2>/dev/null; then return; fi
    done
    python3 -m venv "$environment" 2>/dev/null || skip "no Python environment can be made in $environment"
    timeout 240 "$environment/bin/pip" install --quiet --disable-pip-version-check "$2" >"$work/said" 2>&1 ||
        skip "$2 cannot be installed: $(tail -n 1 "$work/said")"
}
ok() { echo "ok      $*"; }
fail() {
    echo "FAILED  $*"
    failures=$((failures + 1))
}
# check NAME COMMAND…: the command must succeed; if it does not, the beginning of what it says is shown
check() {
    local name=$1
    shift
    if "$@" >"$work/said" 2>&1; then
        ok "$name"
    else
        fail "$name"
        head -n 20 "$work/said" | sed 's/^/        /'
    fi
}
finish() {
    [ "$failures" = 0 ] || { echo "$failures failed"; exit 1; }
    echo "all good"
}
