#!/usr/bin/env bash
# Tokens, tags, lemmas and trees on the development parts of treebanks, from plain text and with given tokens, against treebank_floors.txt.
# Usage: tests/quality/treebanks.sh LEDE
# The treebanks and the scorer of the CoNLL 2018 shared task's measures lie beside the project, in ../shared; LEDE_CORPORA and
# LEDE_CONLLU_SCORER say where else.
source "$(dirname "${BASH_SOURCE[0]}")/../cli/checks.sh"
corpora=${LEDE_CORPORA:-$root/../shared/corpora}
scorer=${LEDE_CONLLU_SCORER:-$root/../shared/score/conllu.py}
[ -d "$corpora" ] || skip "no treebanks in $corpora"
[ -e "$scorer" ] || skip "no scorer $scorer"
need python3

measure() {  # NAME TREEBANK: writes "NAME raw UPOS 95.10" and so on to $work/figures
    python3 "$root/tests/quality/treebank_text.py" "$2" >"$work/$1.txt"
    "$lede" parse "$work/$1.txt" -o "$work/$1.raw.conllu"
    "$lede" parse --from conllu "$2" -o "$work/$1.given.conllu"
    local mode
    for mode in raw given; do
        python3 "$scorer" "$2" "$work/$1.$mode.conllu" >"$work/table"
        awk -v name="$1 $mode" 'NR > 1 { print name, $1, $4 }' "$work/table" >>"$work/figures"
    done
}
measure ewt "$corpora/ud-ewt/dev.conllu"
measure gum "$corpora/gum/dev.conllu"
cat "$work/figures"

while read -r treebank mode metric floor; do
    if [[ -z $treebank || $treebank == \#* ]]; then continue; fi
    value=$(awk -v key="$treebank $mode $metric" '$1 " " $2 " " $3 == key { print $4 }' "$work/figures")
    line="$treebank $mode $metric $value, floor $floor"
    if awk -v value="$value" -v floor="$floor" 'BEGIN { exit !(value >= floor) }'; then ok "$line"; else fail "$line"; fi
done <"$root/tests/quality/treebank_floors.txt"
finish
