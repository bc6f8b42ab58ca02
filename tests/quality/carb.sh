#!/usr/bin/env bash
# Open facts against CaRB's development part (Bhardwaj et al. 2019), whose sentences the rules were written with: F1 at the best
# threshold, and of all tuples, against the floors.
# Usage: tests/quality/carb.sh LEDE
# The corpus and its scorer lie beside the project, in ../shared; LEDE_CARB and LEDE_CARB_SCORER say where else.
source "$(dirname "${BASH_SOURCE[0]}")/../cli/checks.sh"
corpus=${LEDE_CARB:-$root/../shared/corpora/carb}
scorer=${LEDE_CARB_SCORER:-$root/../shared/score/carb.py}
[ -e "$scorer" ] || skip "no scorer $scorer"
[ -e "$corpus/dev.txt" ] || skip "no corpus $corpus/dev.txt"
need python3

"$lede" tuples --from tokens "$corpus/dev.txt" >"$work/tuples.tsv"
python3 "$scorer" --gold "$corpus/dev.tsv" --system "$work/tuples.tsv" >"$work/scores" 2>/dev/null
cat "$work/scores"

# measure NAME VALUE FLOOR
measure() {
    if awk -v value="$2" -v floor="$3" 'BEGIN { exit !(value >= floor) }'; then ok "$1 $2, floor $3"; else fail "$1 $2, floor $3"; fi
}
measure "F1" "$(awk '$1 == "F1" { print $2 }' "$work/scores")" 0.55
measure "F1 of all tuples" "$(awk '$1 == "all" { print $NF }' "$work/scores")" 0.535
measure "AUC" "$(awk '$1 == "AUC" { print $2 }' "$work/scores")" 0.37
finish
