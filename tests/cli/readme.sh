#!/usr/bin/env bash
# Each block of README.md that is fenced as ```sh and has <!-- tested --> on the line before it runs without error, one after the
# other in one folder that holds the examples, with the program on the path.
# Usage: tests/cli/readme.sh LEDE
source "$(dirname "${BASH_SOURCE[0]}")/checks.sh"
readme=$root/README.md
[ -e "$readme" ] || skip "there is no README.md"

mkdir "$work/bin" "$work/here" "$work/blocks"
ln -s "$lede" "$work/bin/lede"
cp -R "$root/examples" "$root/ontology" "$readme" "$work/here"

awk -v folder="$work/blocks" '
/^```/ && file != "" { close(file); file = ""; next }
/^```sh *$/ && marked { file = sprintf("%s/%03d-line-%d.sh", folder, ++count, NR); printf "" > file; next }
file != "" { print > file }
{ marked = /^<!-- tested -->/ }' "$readme"

run_block() { (cd "$work/here" && PATH="$work/bin:$PATH" bash -euo pipefail "$1" </dev/null); }
shopt -s nullglob
for block in "$work"/blocks/*.sh; do check "README.md, line $(basename "${block##*-line-}" .sh)" run_block "$block"; done
echo "tested blocks: $(find "$work/blocks" -name '*.sh' | wc -l)"
finish
