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
