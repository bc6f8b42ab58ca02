#!/usr/bin/env bash
# F1 of names on corpora of other conventions, none of which the program was trained on, against the floors beside each.
# Usage: tests/quality/names.sh LEDE
# The corpora and their scorer lie beside the project, in ../shared; LEDE_NAMES and LEDE_NAMES_SCORER say where else.
# LEDE_MODEL is a model to measure instead of the one that comes with the program.
source "$(dirname "${BASH_SOURCE[0]}")/../cli/checks.sh"
corpora=${LEDE_NAMES:-$root/../shared/corpora/ner}
scorer=${LEDE_NAMES_SCORER:-$root/../shared/score/ner.py}
[ -e "$scorer" ] || skip "no scorer $scorer"
need python3
model=()
if [ -n "${LEDE_MODEL:-}" ]; then model=(--model "$LEDE_MODEL"); fi

# Only what both sides name is compared: the corpora know no works, awards and events.
ours='person=PER,character=PER,place=LOC,organisation=ORG,*=O'
theirs='PER=PER,LOC=LOC,ORG=ORG,*=O'

# measure CORPUS FLOOR
measure() {
    local file=$corpora/$1.bio value
    "$lede" names "$file" "${model[@]}" >"$work/$1.bio"
    python3 "$scorer" "$file" "$work/$1.bio" --map-system "$ours" --map-gold "$theirs" >"$work/scores"
    value=$(awk '$1 == "micro" { print $4 / 100 }' "$work/scores")
    if awk -v value="$value" -v floor="$2" 'BEGIN { exit !(value >= floor) }'; then ok "$1 F1 $value, floor $2"; else fail "$1 F1 $value, floor $2"; fi
}

while read -r name floor; do
    if [[ -z $name || $name == \#* ]]; then continue; fi
    [ -e "$corpora/$name.bio" ] || skip "no corpus $corpora/$name.bio"
    measure "$name" "$floor"
done <"$root/tests/quality/names_floors.txt"
finish
