#!/usr/bin/env bash
# Precision, recall and F1 on articles whose facts are known, none of which the program was trained on, against floors.txt.
# Usage: tests/quality/quality.sh LEDE
# The articles and their scorer lie beside the project, in ../shared; LEDE_GOLD and LEDE_SCORER say where else.
source "$(dirname "${BASH_SOURCE[0]}")/../cli/checks.sh"
gold=${LEDE_GOLD:-$root/../shared/gold/dev}
scorer=${LEDE_SCORER:-$root/../shared/score/facts.py}
[ -d "$gold" ] || skip "no articles with known facts in $gold"
[ -e "$scorer" ] || skip "no scorer $scorer"
need python3

python3 "$scorer" "$gold" --run "'$lede' extract {} --to ntriples" --json >"$work/scores"
grep -E '^(facts|entities|quotes|types) ' "$work/scores"
tail -n 1 "$work/scores" >"$work/json"
score() { grep -oE "\"$1\": [0-9.]+" "$work/json" | grep -oE '[0-9.]+$'; }

while read -r name floor; do
    if [[ -z $name || $name == \#* ]]; then continue; fi
    value=$(score "$name")
    line="$name $value, floor $floor"
    if awk -v value="$value" -v floor="$floor" 'BEGIN { exit !(value >= floor) }'; then ok "$line"; else fail "$line"; fi
done <"$root/tests/quality/floors.txt"
[ "$(score failed)" = 0 ] || fail "$(score failed) articles could not be read"
finish
