#!/usr/bin/env bash
# Open facts: their properties are minted under the base, labelled and marked as open; none is there without --open; the syntaxes agree
# and the bytes are always the same; explain shows them, and lede tuples writes what sentences state.
# Usage: tests/cli/open_facts.sh LEDE
source "$(dirname "${BASH_SOURCE[0]}")/checks.sh"
need rapper
cp -R "$root/examples/articles" "$work/articles"
cd "$work/articles"
articles=(*)
lede() { "$lede" "$@" 2>"$work/messages" || { cat "$work/messages" >&2; return 1; }; }
base=https://news.example/
type='<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>'
label='<http://www.w3.org/2000/01/rdf-schema#label>'
open='<https://w3id.org/lede#OpenProperty>'

check "extract" lede extract "${articles[@]}" --base $base -o "$work/plain.nt"
check "extract --open" lede extract "${articles[@]}" --base $base --open -o "$work/open.nt"
check "no open property without --open" bash -c '! grep -E "/property/|OpenProperty" "$1"' - "$work/plain.nt"
check "--open only adds" bash -c '[ -z "$(comm -23 "$1" "$2")" ]' - <(sort "$work/plain.nt") <(sort "$work/open.nt")

# --- every property that is used is described, and none else
grep -oE "> <${base}property/[^>]*> " "$work/open.nt" | tr -d ' ' | sed 's/^>//' | sort -u >"$work/used"
for what in "$type $open" "$type <http://www.w3.org/1999/02/22-rdf-syntax-ns#Property>" "$label \""; do
    grep -F "$what" "$work/open.nt" | grep -E "^<${base}property/" | cut -d' ' -f1 | sort -u >"$work/described"
    check "each has: $what" diff "$work/used" "$work/described"
done
check "there are some" test -s "$work/used"
check "a label is the phrase" grep -Fq "<${base}property/was-founded-in> $label \"was founded in\"@en ." "$work/open.nt"
check "an entity has its IRI, a date its type" grep -Eq \
    "^<${base}[a-z-]*/nordbro> <${base}property/was-founded-in> \"1961\"\^\^<http://www.w3.org/2001/XMLSchema#gYear> \.$" "$work/open.nt"
check "another entity" grep -Eq "/nordbro> <${base}property/was-founded-by> <${base}person/karl-holm> \.$" "$work/open.nt"

# --- sorted, the same in all syntaxes, whatever the jobs and the order
check "sorted" sort -c "$work/open.nt"
backwards=()
for article in "${articles[@]}"; do backwards=("$article" "${backwards[@]}"); done
check "two threads, last article first" lede extract "${backwards[@]}" --base $base --open --jobs 2 -o "$work/again.nt"
check "the bytes are the same" cmp "$work/open.nt" "$work/again.nt"
rapper -q -i ntriples -o ntriples "$work/open.nt" | sort -u >"$work/triples"
for syntax in turtle trig nquads; do
    check "extract --to $syntax" lede extract "${articles[@]}" --base $base --open --to $syntax -o "$work/open.$syntax"
    rapper -q -i $syntax -o ntriples "$work/open.$syntax" | sort -u >"$work/read"
    check "$syntax says the same as N-Triples" diff "$work/triples" "$work/read"
done

# --- what is denied is kept for provenance alone
echo 'Karl Holm founded Nordbro in Oslo. Lise Holm has never owned Nordbro.' >"$work/denied.txt"
check "extract what is denied" lede extract "$work/denied.txt" --open --to ntriples -o "$work/denied.nt"
check "a denial is not asserted" bash -c '! grep -q "property/has-never-owned" "$1"' - "$work/denied.nt"
check "the same with provenance" lede extract "$work/denied.txt" --open --provenance sentence -o "$work/denied-why.nt"
check "it is kept as denied" grep -q '#predicate> <https://example.org/property/has-never-owned>' "$work/denied-why.nt"

# --- for people, and the tuples of sentences
lede explain --open harbour-bridge.txt >"$work/explained"
check "explain quotes the phrase" grep -q 'Nordbro · “was founded by” · Karl Holm' "$work/explained"
printf 'Acme -LRB- a firm -RRB- bought Borg in May .\n\n' >"$work/tokens.txt"
lede tuples --from tokens "$work/tokens.txt" >"$work/tuples.tsv"
check "tuples of given tokens" grep -Eq $'^Acme -LRB- a firm -RRB- bought Borg in May \\.\t0\\.[0-9]+\tbought\tAcme[^\t]*\tBorg\tin May$' \
    "$work/tuples.tsv"
lede tuples harbour-bridge.txt >"$work/tuples.tsv"
check "tuples of an article" grep -Eq $'\twas founded in\tNordbro\t1961' "$work/tuples.tsv"
finish
