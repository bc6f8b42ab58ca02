#!/usr/bin/env bash
# How processor time grows with the size of inputs that are the same thing again and again: at a size and at twice that size, less the
# start-up, and the ratio of the two, which is 2 for time proportional to size and 4 for its square. Run by hand on a quiet machine.
# Usage: tests/bench/linear_bench.sh LEDE [KIND…]
set -euo pipefail
lede=$(realpath "${1:?the program lede is missing}")
shift
make=$(dirname "$(realpath "$0")")/../cli/large_input.py
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Ada Lindqvist sang." >short.txt
kinds=("$@")
[ ${#kinds[@]} -gt 0 ] || kinds=(brackets:50000 quotes:50000 numbers:100000 and:100000 sentence:100000 one-name:1000000 names:100000
    pronouns:100000 open-quotes:100000 quotations:100000 dates:100000 hyphens:50000 initials:100000 capitals:100000
    addresses:100000 at-signs:50000 emoji:100000 contractions:50000 amounts:50000 combining:4000000 digits:4000000 newlines:4000000 word:4000000 div-text.html:100000 div.html:4000000 angles.html:4000000 linked-data.html:4000000
    json-arrays.jsonl:4000000)

# cpu FILE: seconds in user mode
cpu() {
    local TIMEFORMAT=%U
    { time "$lede" extract "$1" --jobs 1 -o /dev/null >said 2>&1 || true; } 2>&1
}
start=$(cpu short.txt)
printf '%-18s %10s %8s %8s %6s\n' input size "1x s" "2x s" ratio
for one in "${kinds[@]}"; do
    name=${one%%:*} size=${one##*:}
    kind=${name%%.*} suffix=txt
    [ "$kind" = "$name" ] || suffix=${name##*.}
    [ "$size" != "$one" ] || size=100000
    python3 "$make" "$kind" "$size" >once.$suffix
    python3 "$make" "$kind" $((2 * size)) >twice.$suffix
    awk -v start="$start" -v a="$(cpu once.$suffix)" -v b="$(cpu twice.$suffix)" -v name="$name" -v size="$size" \
        'BEGIN { a -= start; b -= start; printf "%-18s %10d %8.2f %8.2f %6s\n", name, size, a, b, (a > 0.02 ? sprintf("%.2f", b / a) : "-") }'
done
