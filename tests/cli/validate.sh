#!/usr/bin/env bash
# What `lede validate` promises: what lede writes has no offence, each broken graph has its own, and the shapes say what the ontology says.
# Usage: tests/cli/validate.sh LEDE
root=$(cd "$(dirname "$0")/../.." && pwd)
source "$(dirname "$0")/runs.sh"

run "the shapes" 0 validate --shapes
cmp -s out "$root/ontology/shapes.ttl" || fail "ontology/shapes.ttl is another; write it anew: lede validate --shapes > ontology/shapes.ttl"

for level in none sentence rdf12 graph; do
    run "extract with $level" 0 extract "$root"/examples/articles --provenance $level --open -o $level.trig
    run "what is extracted with $level is valid" 0 validate $level.trig
    has out "no offence"
    run "merged with $level" 0 merge $level.trig -o merged.$level.trig
    run "merged with $level it is valid" 0 validate merged.$level.trig
done

for file in "$root"/tests/cli/broken/*.ttl; do
    kind=$(sed -n '1s/# One offence: //p' "$file")
    run "$(basename "$file")" 1 validate "$file"
    kinds=$(grep -oE '^[a-z]+(-[a-z]+)*: ' out | sort -u)
    [ "$kinds" = "$kind: " ] || fail "found $kinds, not $kind"
done

cat >wrong.ttl <<'TTL'
@base <https://example.org/> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix schema: <https://schema.org/> .
<person/ann> a schema:Person ; schema:name "Ann" ; schema:jobTitel "mayor" .
<news-article/1#fact=1> rdf:subject <person/ann> ; rdf:predicate schema:jobTitel ; rdf:object "mayor" ; prov:wasDerivedFrom <news-article/1#char=0,12> .
<news-article/1#char=0,12> nif:anchorOf "Mayor Ann is." ; nif:referenceContext <news-article/1> .
TTL
run "the sentence and the term that was meant" 1 validate wrong.ttl
has out "https://example.org/news-article/1: Mayor Ann is."
has out "did you mean schema:jobTitle?"
has out "1 offence: 1 unknown-property"
run "as JSON" 1 validate wrong.ttl --json
! command -v python3 >/dev/null || python3 -c '
import json
report = json.load(open("out"))
offence, = report["offences"]
assert offence["kind"] == "unknown-property" and offence["sources"][0]["sentence"] == "Mayor Ann is.", offence
assert report["counts"] == {"unknown-property": 1} and report["statements"] == 9, report' || fail "another answer"
run "valid as JSON" 0 validate none.trig --json
! command -v python3 >/dev/null || python3 -m json.tool <out >/dev/null || fail "not JSON"

cat >own.ttl <<'TTL'
@prefix my: <https://example.org/my#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
my:captains a owl:ObjectProperty ; rdfs:domain schema:Person ; rdfs:range schema:SportsTeam ; <https://w3id.org/lede#extracted> false .
TTL
cat >team.ttl <<'TTL'
@prefix my: <https://example.org/my#> .
@prefix schema: <https://schema.org/> .
<https://example.org/person/ann> a schema:Person ; schema:name "Ann" ; my:captains <https://example.org/city/cork> .
<https://example.org/city/cork> a schema:City ; schema:name "Cork" .
TTL
run "another vocabulary is nobody's business" 0 validate team.ttl
run "a user's own ontology" 1 validate team.ttl --ontology own.ttl
has out "range: https://example.org/person/ann"
run "its shapes" 0 validate --ontology own.ttl --shapes
has out "shape:captains"
run "nothing to validate" 2 validate
run "a file that is not there" 1 validate missing.ttl
run "help" 0 validate --help
has out "Examples:"

[ "$failures" = 0 ] || exit 1
echo "all as promised"
