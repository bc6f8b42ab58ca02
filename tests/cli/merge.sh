#!/usr/bin/env bash
# What `lede merge`, `lede retract` and `lede conflicts` promise, at each level of provenance.
# Usage: tests/cli/merge.sh LEDE
source "$(dirname "$0")/runs.sh"
lacks() { ! grep -qF -- "$2" "$1" || fail "$1 holds: $2"; }
same() { cmp -s "$1" "$2" || fail "$1 and $2 differ"; }
count() { local found; found=$(grep -cF -- "$2" "$1" || true); [ "$found" = "$3" ] || fail "$1 has $found lines with $2, not $3"; }

mkdir monday tuesday
cat >monday/bridge.txt <<'TXT'
Karen Moor was born in 1956 in Cork. She works for Volta Cells.
TXT
cat >monday/opening.txt <<'TXT'
Karen Moor was born in 1956 in Cork. Volta Cells was founded in 1990.
TXT
cat >tuesday/bridge.txt <<'TXT'
Karen Moor was born in 1957 in Cork.
TXT
bridge=https://example.org/news-article/bridge
opening=https://example.org/news-article/opening
born='<https://schema.org/birthDate>'
extract() { (cd "$1" && "$lede" extract "${@:3}" --to nquads -o "../$2") || fail "no extract"; }

for level in graph sentence rdf12; do
    extract monday "monday.$level.nq" bridge.txt opening.txt --provenance $level
    extract monday "opening.$level.nq" opening.txt --provenance $level
    extract tuesday "tuesday.$level.nq" bridge.txt --provenance $level

    run "$level: the later version replaces the earlier" 0 merge monday.$level.nq tuesday.$level.nq -o week.$level.nq
    says "1 article was in several files"
    run "$level: of the others alone" 0 merge opening.$level.nq tuesday.$level.nq -o without.$level.nq
    same week.$level.nq without.$level.nq
    run "$level: again" 0 merge week.$level.nq week.$level.nq -o again.$level.nq
    same week.$level.nq again.$level.nq
    run "$level: the order of the files" 0 merge tuesday.$level.nq opening.$level.nq -o order.$level.nq
    same without.$level.nq order.$level.nq

    run "$level: retract" 0 retract monday.$level.nq --article $bridge -o rest.$level.nq
    run "$level: what was there without it" 0 merge opening.$level.nq -o alone.$level.nq
    same rest.$level.nq alone.$level.nq
    run "$level: retract all" 0 retract monday.$level.nq --article $bridge --article "<$opening>" -o nothing.$level.nq
    [ ! -s nothing.$level.nq ] || fail "something is left"
    run "$level: an unknown article" 1 retract monday.$level.nq --article $bridge-9 -o no.nq
    says "$bridge"
    [ ! -e no.nq ] || fail "an output is there"

    run "$level: conflicts" 0 conflicts week.$level.nq
    has out "https://example.org/person/karen-moor  birth date"
    has out "$opening"
    run "$level: conflicts as JSON" 1 conflicts week.$level.nq --json --fail-if-any
    ! command -v python3 >/dev/null || python3 -c 'import json; c, = json.load(open("out")); assert [v["value"] for v in c["values"]] == ["1956", "1957"], c' || fail "another answer"
    run "$level: no conflict" 0 conflicts monday.$level.nq --fail-if-any
done
has out "No conflicts."
run "the sentences of a conflict" 0 conflicts week.sentence.nq
has out "$bridge: Karen Moor was born in 1957 in Cork."

# Support is counted anew at each step, and only where there are statements to bear it.
run "support" 0 merge monday.sentence.nq -o monday.counted.nq
count monday.counted.nq '#support> "2"' 4
run "support renewed" 0 retract monday.counted.nq --article $opening -o bridge.nq
count bridge.nq '#support> "2"' 0
count bridge.nq "person/karen-moor> $born" 1
count week.graph.nq '#support>' 0
run "support in RDF 1.2" 0 merge monday.rdf12.nq -o monday.ttl
has monday.ttl "lede:support 2"
has monday.ttl "<<("

# --- without provenance
extract monday monday.none.nq bridge.txt opening.txt
extract tuesday tuesday.none.nq bridge.txt
run "graphs without provenance are united" 0 merge monday.none.nq tuesday.none.nq -o week.none.nq
sort -u monday.none.nq tuesday.none.nq >united.nq
same week.none.nq united.nq
run "nothing is retracted without provenance" 1 retract monday.none.nq --article $bridge -o no.nq
says "--provenance"
[ ! -e no.nq ] || fail "an output is there"
run "no article to retract" 2 retract monday.none.nq

# --- what is one thing
cat >moor.ttl <<'TTL'
@prefix owl: <http://www.w3.org/2002/07/owl#> .
<https://example.org/person/karen-moor> owl:sameAs <http://example.com/Q1> .
<http://example.com/Q1> owl:sameAs <http://example.com/Q1> .
TTL
run "the user's links" 0 merge monday.rdf12.nq --same-as moor.ttl -o joined.nq
lacks joined.nq person/karen-moor
has joined.nq '<http://example.com/Q1> <https://schema.org/name> "Karen Moor" .'
has joined.nq "<<( <http://example.com/Q1>"
run "links that are none" 1 merge monday.rdf12.nq --same-as monday.ttl
says "owl:sameAs"
run "links and no joins" 2 merge monday.rdf12.nq --same-as moor.ttl --no-join
cat >who.ttl <<'TTL'
@base <https://example.org/> .
@prefix schema: <https://schema.org/> .
<organization/world-health-organization> a schema:Organization ; schema:name "World Health Organization" ; schema:alternateName "WHO" .
<organization/who> a schema:Organization ; schema:name "WHO" ; schema:location <city/geneva> .
<city/geneva> a schema:City ; schema:name "Geneva" .
TTL
run "an acronym" 0 merge who.ttl -o who.nq
has who.nq "<https://example.org/organization/world-health-organization> <https://schema.org/location>"
run "no joins" 0 merge who.ttl --no-join -o apart.nq
has apart.nq "<https://example.org/organization/who> <https://schema.org/location>"

for verb in retract conflicts; do
    run "help of $verb" 0 $verb --help
    has out "Examples:"
done

[ "$failures" = 0 ] || exit 1
echo "all as promised"
