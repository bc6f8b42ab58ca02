# For the test scripts to source that run the program again and again: what it says is kept in the files out and err of a working
# folder that goes at the end. The script is given the program as its first argument.
set -u
lede=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
export NO_COLOR=1
failures=0

fail() {
    echo "FAILED: $case_name: $1"
    sed 's/^/    /' out err | head -12
    failures=$((failures + 1))
}

# run NAME CODE ARGUMENT…: runs the program, keeps what it says in out and err, and checks the exit code
run() {
    case_name=$1
    local expected=$2
    shift 2
    "$lede" "$@" >out 2>err </dev/null
    local code=$?
    [ "$code" = "$expected" ] || fail "exit code $code, not $expected"
}
says() { grep -qF -- "$1" err || fail "standard error does not say: $1"; }
has() { grep -qF -- "$2" "$1" || fail "$1 does not hold: $2"; }
