#!/usr/bin/env bash
# What the commands over RDF files promise: the answer, the exit code, valid JSON, the same bytes again.
# Usage: tests/cli/graph_commands.sh LEDE
source "$(dirname "$0")/runs.sh"
lacks() { ! grep -qF -- "$2" "$1" || fail "$1 holds: $2"; }
json() { ! command -v python3 >/dev/null || python3 -m json.tool <out >/dev/null || fail "not JSON"; }

cat >graph.ttl <<'TTL'
@base <https://example.org/> .
@prefix schema: <https://schema.org/> .
<person/ann> a schema:Person ; schema:name "Ann Lee" ; schema:alternateName "A. Lee" ; schema:knows <person/bob> .
<person/bob> a schema:Person ; schema:name "Bob Ray" ; schema:worksFor <organization/mill> .
<organization/mill> a schema:Organization ; schema:name "The Mill" ; schema:numberOfEmployees 12 .
<person/ray> a schema:Person ; schema:name "Ray [31mred" .
<news-article/1> a schema:NewsArticle ; schema:headline "News" ; schema:mentions <person/ann> , <organization/mill> .
TTL
sed -i 's/Ray \[31m/Ray \\u001B[31m/' graph.ttl

# --- show
run "show by name" 0 show "Ann Lee" graph.ttl
has out "Ann Lee"
has out "→ Bob Ray"
has out "also A. Lee"
has out "News"
run "show by alias in small letters" 0 show "a. lee" graph.ttl
run "show by IRI as JSON" 0 show https://example.org/organization/mill graph.ttl --json
json
has out '"value": "12"'
run "an ambiguous name" 1 show ray graph.ttl
says "https://example.org/person/bob"
lacks err $'\x1b'
run "an unknown name" 1 show "An Lee" graph.ttl
says "Ann Lee"
run "a missing file" 1 show Ann missing.ttl
says "missing.ttl"
run "no file" 2 show Ann

# --- neighbors, path
run "neighbors" 0 neighbors Ann graph.ttl --depth 2
has out "The Mill"
run "neighbors of a class" 0 neighbors Ann graph.ttl --depth 2 --class schema:Person --json
json
lacks out "organization/mill"
run "path" 0 path Ann Mill graph.ttl
has out "— knows → Bob Ray"
run "path by way of articles" 0 path Ann Mill graph.ttl --articles --json
json
has out "news-article/1"
run "no path" 0 path Ann https://example.org/person/ray graph.ttl --property schema:knows
run "an unknown property" 1 path Ann Mill graph.ttl --property frobnicates
says "no property"

# --- rank, stats
for by in pagerank degree betweenness; do
    run "rank by $by" 0 rank graph.ttl --by $by --top 1
    has out "Bob Ray"
done
run "rank as JSON" 0 rank graph.ttl --json
json
run "a wrong measure" 2 rank graph.ttl --by beauty
run "stats" 0 stats graph.ttl
has out "4  entities"
run "stats as JSON" 0 stats graph.ttl --json
json

# --- merge
run "merge" 0 merge graph.ttl graph.ttl -o one.nt
run "merge again" 0 merge one.nt graph.ttl -o two.nt
cmp -s one.nt two.nt || fail "a union with itself differs"
run "an output that is there" 1 merge graph.ttl -o one.nt
for suffix in ttl trig nq nt; do
    run "to $suffix and back" 0 merge one.nt -o there.$suffix
    run "back from $suffix" 0 merge there.$suffix -o back.nt --overwrite
    cmp -s one.nt back.nt || fail "$suffix and back differs"
done
run "a syntax error" 1 merge <(echo '<a> <b> .') --to nquads
printf '<http://a> <http://b> <http://c> .\nnonsense\n' >bad.nt
run "a bad line" 1 merge bad.nt -o bad.out.nt
says "bad.nt:"
[ ! -e bad.out.nt ] || fail "a partial output is there"

# --- export
for to in dot graphml mermaid; do
    run "export to $to" 0 export graph.ttl --to $to --isolated
    has out "Ann Lee"
    lacks out $'\x1b'
done
run "export of what is near" 0 export graph.ttl --to dot --around Ann --depth 1
lacks out "The Mill"
run "no format" 2 export graph.ttl
if command -v dot >/dev/null; then
    run "a picture" 0 export graph.ttl -o graph.svg
    has graph.svg "Bob Ray"
fi
PATH=/nowhere run "no Graphviz" 1 export graph.ttl --to png
says "Graphviz"

# --- help
for verb in show neighbors path rank stats merge export; do
    run "help of $verb" 0 $verb --help
    has out "Examples:"
done

[ "$failures" = 0 ] || exit 1
echo "all as promised"
