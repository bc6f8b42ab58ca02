#!/usr/bin/env bash
# Text2KGBench (Mihindukulasooriya et al. 2023), the sentences of its ten ontologies from Wikidata and TekGen: an ontology of a user's own
# is made of four fifths of each training file, and the other fifth is scored. Floors for the means over the ontologies.
# Usage: tests/quality/text2kg.sh LEDE
# The benchmark and its scorer lie beside the project, in ../shared; LEDE_TEXT2KG and LEDE_SCORERS say where else.
source "$(dirname "${BASH_SOURCE[0]}")/../cli/checks.sh"
sentences=${LEDE_TEXT2KG:-$root/../shared/corpora/text2kg/wikidata_tekgen}
scorers=${LEDE_SCORERS:-$root/../shared/score}
[ -d "$sentences" ] || skip "no sentences in $sentences"
[ -e "$scorers/text2kg_run.py" ] || skip "no scorer in $scorers"
need python3

# Raise them when the figures have risen for good.
official_floor=0.40
micro_floor=0.37

runner=$scorers/text2kg_run.py
ids=()
for train in "$sentences"/train/*_train.jsonl; do
    id=$(basename "$train" _train.jsonl)
    id=${id#ont_}
    ontology=$sentences/ontologies/${id}_ontology.json
    python3 "$runner" split "$train" --part 0 --of 5 --keep "$work/$id.keep" --hold "$work/$id.held"
    python3 "$runner" ontology "$ontology" "$work/$id.keep" -o "$work/$id.ttl" --individuals 2>"$work/messages"
    python3 "$runner" run --lede "$lede" "$ontology" "$work/$id.ttl" "$work/$id.held" -o "$work/$id.system" 2>"$work/messages" ||
        fail "$id: $(tail -n 1 "$work/messages")"
    ids+=("$id")
done
python3 "$scorers/text2kg.py" --ids "$(IFS=,; echo "${ids[*]}")" --gold "$work/{id}.held" --onto "$sentences/ontologies/{id}_ontology.json" \
    --system "$work/{id}.system" | tee "$work/scores"
# The benchmark's own F1 counts only relations that a sentence's gold has, micro counts all.
official=$(awk '$1 == "MEAN" && $2 == "all" { print $5 }' "$work/scores")
micro=$(awk '$1 == "MEAN" && $2 == "micro" { print $5 }' "$work/scores")
check_floor() {
    if awk -v value="$2" -v floor="$3" 'BEGIN { exit !(value >= floor) }'; then ok "$1 $2, floor $3"; else fail "$1 $2, floor $3"; fi
}
check_floor "mean F1 as the benchmark counts" "$official" "$official_floor"
check_floor "micro F1" "$micro" "$micro_floor"
finish
