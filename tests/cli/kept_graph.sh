#!/usr/bin/env bash
# What lede index promises: a kept graph gives the answers that its RDF files give, and a damaged one a clear error.
# Usage: tests/cli/kept_graph.sh LEDE
source "$(dirname "$0")/runs.sh"

cat >graph.trig <<'TTL'
@base <https://example.org/> .
@prefix schema: <https://schema.org/> .
<person/ann> a schema:Person ; schema:name "Ann Lee" ; schema:alternateName "A. Lee" ; schema:knows <person/bob> .
<person/bob> a schema:Person ; schema:name "Bob Ray" ; schema:worksFor <organization/mill> .
<organization/mill> a schema:Organization ; schema:name "Thé Mill" ; schema:numberOfEmployees 12 .
<news-article/1> a schema:NewsArticle ; schema:headline "News" ; schema:mentions <person/ann> , <organization/mill> .
<news-article/1> { <person/ann> schema:spouse <person/bob> . }
TTL
echo '<https://example.org/person/bob> <https://schema.org/knows> <https://example.org/person/cy> .' >more.nt

run "index" 0 index graph.trig -o kept.graph
run "an output that is there" 1 index graph.trig -o kept.graph
says "--overwrite"
run "the same again" 0 index graph.trig -o again.graph
cmp -s kept.graph again.graph || fail "the same graph gives other bytes"
run "standard output" 0 index graph.trig -o -
cmp -s kept.graph out || fail "standard output has other bytes"
run "no output" 2 index graph.trig

# same ARGUMENT…: the answer of the kept graph is that of the RDF file; FILE stands for either
same() {
    run "$* of RDF" 0 "${@/FILE/graph.trig}"
    mv out expected
    run "$* of the kept graph" 0 "${@/FILE/kept.graph}"
    cmp -s expected out || fail "the answers differ"
}
for json in "" --json; do
    same show "Ann Lee" FILE $json
    same show "the mill" FILE $json
    same neighbors "a. lee" FILE --depth 2 --evidence $json
    same path Ann Mill FILE -k 3 --articles $json
    same path Ann Mill FILE --class "person" --property "works for" $json
    same rank FILE $json
    same stats FILE $json
done
same export FILE --to graphml --isolated
run "an unknown name" 1 show "An Lee" kept.graph
says "Ann Lee"

# Together with RDF files.
run "a kept graph and more" 0 neighbors "Bob Ray" kept.graph more.nt
mv out expected
run "the RDF files of both" 0 neighbors "Bob Ray" graph.trig more.nt
cmp -s expected out || fail "a kept graph among RDF files gives another answer"
run "a kept graph indexed with more" 0 index kept.graph more.nt -o both.graph
run "the RDF files indexed" 0 index graph.trig more.nt -o both.trig.graph
cmp -s both.graph both.trig.graph || fail "a kept graph among RDF files gives another file"

# Damage.
head -c 1000 kept.graph >short.graph
run "a graph that is cut short" 1 stats short.graph
says "short.graph: the graph file is cut short; make it again with lede index"
{ head -c 700 kept.graph; printf 'X'; tail -c +702 kept.graph; } >damaged.graph
run "a damaged graph" 1 rank damaged.graph
says "damaged.graph: the graph file is damaged"
run "a bad RDF file" 1 index <(echo nonsense) -o none.graph
printf '<http://a> <http://b> <http://c> .\nnonsense\n' >bad.nt
run "a bad line" 1 index bad.nt -o none.graph
says "bad.nt:"
[ ! -e none.graph ] || fail "a partial output is there"
if [ -w /dev/full ]; then
    run "a full disk" 1 index graph.trig -o /dev/full --overwrite
fi
run "help of index" 0 index --help
has out "Examples:"

[ "$failures" = 0 ] || exit 1
echo "all as promised"
