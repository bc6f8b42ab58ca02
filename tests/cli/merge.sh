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

# --- two people of one name
mkdir names
echo "Karen Moor was born in 1931 in Cork. She works for Volta Cells." >names/cork.txt
echo "Karen Moor was born in 1984 in Oslo. Karen Moor works for Nordbro." >names/oslo.txt
echo "Karen Moor works for Nordbro. She visited Rome." >names/nordbro.txt
echo "Karen Moor visited Rome." >names/rome.txt
echo "Karen Moor was born in 1985 in Oslo." >names/again.txt
person=https://example.org/person/karen-moor
for level in graph sentence rdf12; do
    extract names "cork.$level.nq" cork.txt --provenance $level
    extract names "oslo.$level.nq" oslo.txt nordbro.txt rome.txt --provenance $level
    extract names "later.$level.nq" again.txt --provenance $level
    run "$level: conflicts before" 1 conflicts cork.$level.nq oslo.$level.nq --fail-if-any
    has out "$person  birth date  (several of one name: lede merge tells them apart)"
    run "$level: conflicts before as JSON" 0 conflicts cork.$level.nq oslo.$level.nq --json
    has out '"told_apart_by_merge":true'
    run "$level: people of one name" 0 merge cork.$level.nq oslo.$level.nq -o names.$level.nq
    says "1 name is that of several things"
    says "<$person>: <$person-1931> (birth date 1931), <$person-1984> (birth date 1984)"
    has names.$level.nq "<$person-1931> $born \"1931\""
    has names.$level.nq "<$person-1984> $born \"1984\""
    lacks names.$level.nq "<$person> $born"
    has names.$level.nq "<https://example.org/news-article/nordbro> <https://schema.org/mentions> <$person-1984>"
    has names.$level.nq "<https://example.org/news-article/rome> <https://schema.org/mentions> <$person>"
    run "$level: no conflict is left" 0 conflicts names.$level.nq --fail-if-any
    run "$level: nor an offence" 0 validate names.$level.nq
    run "$level: the way of one of them" 0 path $person-1931 "Volta Cells" names.$level.nq
    run "$level: no way of hers to the other's firm" 0 path $person-1931 Nordbro names.$level.nq
    has out "no path"
    run "$level: told apart again" 0 merge names.$level.nq -o names2.$level.nq
    same names.$level.nq names2.$level.nq
    run "$level: at once" 0 merge cork.$level.nq oslo.$level.nq later.$level.nq -o once.$level.nq
    run "$level: in steps" 0 merge later.$level.nq names.$level.nq -o steps.$level.nq
    same once.$level.nq steps.$level.nq
    run "$level: a slip of a year is a conflict about one" 1 conflicts once.$level.nq --fail-if-any
    has out "$person-1984  birth date"
    lacks out "several of one name"
    run "$level: retract one of them" 0 retract names.$level.nq --article https://example.org/news-article/cork -o left.$level.nq
    run "$level: as if she had never been" 0 merge oslo.$level.nq -o never.$level.nq
    same left.$level.nq never.$level.nq
    has left.$level.nq "<$person> $born \"1984\""
    run "$level: all IRIs kept" 0 merge cork.$level.nq oslo.$level.nq --no-join -o kept.$level.nq
    has kept.$level.nq "<$person> $born \"1931\""
    run "$level: a retraction tells nobody apart" 0 retract kept.$level.nq --article https://example.org/news-article/rome -o kept2.$level.nq
    has kept2.$level.nq "<$person> $born \"1931\""
done
extract names names.none.nq cork.txt oslo.txt
run "nobody is told apart without provenance" 0 merge names.none.nq -o none.nq
same none.nq names.none.nq
cat >moor2.ttl <<'TTL'
@prefix owl: <http://www.w3.org/2002/07/owl#> .
<https://example.org/person/karen-moor-1931> owl:sameAs <https://example.org/person/karen-moor-1984> .
TTL
run "the user knows that they are one" 0 merge names.sentence.nq --same-as moor2.ttl -o user.nq
lacks user.nq "<$person-1931>"
has user.nq "<$person-1984> $born \"1931\""
cat >clubs.ttl <<'TTL'
<https://schema.org/Organization> <https://w3id.org/lede#sharesNames> true .
TTL
echo "Nordbro was founded in 1990 by Karl Holm." >names/old.txt
echo "Nordbro was founded in 2011 by Bo Ray." >names/new.txt
extract names clubs.nq old.txt new.txt --provenance graph
run "organisations of one name are one" 0 merge clubs.nq -o one.nq
lacks one.nq nordbro-1990
run "unless the user's ontology says that they share names" 0 merge clubs.nq --ontology clubs.ttl -o several.nq
has several.nq nordbro-1990
has several.nq nordbro-2011

for verb in retract conflicts; do
    run "help of $verb" 0 $verb --help
    has out "Examples:"
done

[ "$failures" = 0 ] || exit 1
echo "all as promised"
