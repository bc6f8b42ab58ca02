# For the scripts of the stores to source: the same checks for each of them. Before it, the script sets
#   store_kind   the name of examples/stores/KIND.sh, with `start`, `stop` and a free port
#   data query update   the addresses, once the store runs (set by start_store)
#   target       options of `lede load` that say where statements without a graph go
#   in_target    a query's beginning and end around a pattern, to look there
#   rdf12        yes or no: whether the store takes triple terms
# and LEDE_STORE_USER and LEDE_STORE_PASSWORD.
unset http_proxy HTTP_PROXY https_proxy HTTPS_PROXY all_proxy ALL_PROXY
export HOME=$work  # no ~/.netrc of whoever runs this

# Below 32768, where systems begin to give ports to connections: one of them could hold the port while its store is away.
free_port() {
    local port
    while port=$((20000 + RANDOM % 12000)) && (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
    echo "$port"
}
stop_store() { "$root/examples/stores/$store_kind.sh" stop "$work/store" >/dev/null 2>&1 || true; }
trap 'stop_store; rm -rf "$work"' EXIT
# The store is what the checks need, not what they check: it may fail to start once.
server() {
    local start=("$root/examples/stores/$store_kind.sh" start "$work/store" "$port" "$@")
    "${start[@]}" >"$work/server.log" 2>&1 || { cat "$work/server.log"; sleep 1; "${start[@]}" >"$work/server.log" 2>&1; } || { cat "$work/server.log"; exit 1; }
}

load() { "$lede" load --store "$data" --attempts "${attempts:-3}" "$@"; }
ask() { "$lede" query --store "$query" "$@"; }
# count GRAPH: statements in it
count() { ask "SELECT (COUNT(*) AS ?n) { GRAPH <$1> { ?s ?p ?o } }" --to csv | tail -n 1 | tr -d '\r'; }
# has NUMBER GRAPH
has() { [ "$(count "$2")" = "$1" ] || { echo "<$2> has $(count "$2") statements, not $1"; return 1; }; }
# fails CODE WORDS COMMAND…: ends with that code and says the words
fails() {
    local code=$1 words=$2 got=0
    shift 2
    "$@" >"$work/out" 2>"$work/err" || got=$?
    [ "$got" = "$code" ] && grep -qF -- "$words" "$work/err" || { echo "exit code $got, not $code, or not said: $words"; cat "$work/err"; return 1; }
}

# --- the four levels of provenance: all statements arrive, and named graphs are replaced
check_levels() {
    local level file expected
    for level in none graph sentence rdf12; do
        "$lede" extract "$root/examples/articles" --provenance $level -o "$work/$level.nq" 2>/dev/null
    done
    for level in none graph sentence; do
        file=$work/$level.nq
        expected=$(wc -l <"$file")
        # With named graphs, only what is said of the run itself is in none of them.
        [ $level != graph ] || expected=$(grep -c '^<https://example.org/activity/' "$file")
        check "load, provenance $level" load "$file" --graph "http://test/$level" --json
        check "each statement is in its graph, provenance $level" has "$expected" "http://test/$level"
    done
    local article=https://example.org/news-article/brief-1
    grep -v '^<https://example.org/activity/' "$work/graph.nq" >"$work/in-graphs.nq"
    grep "<$article> \.\$" "$work/in-graphs.nq" >"$work/brief-1.nq"
    check "an article has a graph of its own" has "$(wc -l <"$work/brief-1.nq")" $article
    head -n 7 "$work/brief-1.nq" >"$work/shorter.nq"
    check "an article is loaded again" load "$work/shorter.nq"
    check "and its graph was replaced" has 7 $article
    local other=https://example.org/news-article/brief-2
    check "and no other one" has "$(grep -c "<$other> \.\$" "$work/in-graphs.nq")" $other
    check "what is in no graph is added" load "$work/none.nq" --graph http://test/sentence
    check "so that all of it is there" has "$(cat "$work/none.nq" "$work/sentence.nq" | sort -u | wc -l)" http://test/sentence
    check "or replaced with --replace" load "$work/none.nq" --graph http://test/sentence --replace
    check "so that only that is there" has "$(wc -l <"$work/none.nq")" http://test/sentence
    printf '<http://t/étoile> <http://t/p> "世界 é" <http://test/étoile> .\n' >"$work/letters.nq"
    check "a graph named in letters beyond ASCII" load "$work/letters.nq"
    check "is there under its name" has 1 http://test/étoile
    check "again by SPARQL updates" load "$work/letters.nq" --update "$update"
    check "it is the same graph" has 1 http://test/étoile
    if [ "$rdf12" = yes ]; then
        check "load, provenance rdf12" load "$work/rdf12.nq" --graph http://test/rdf12
        check "each statement is in its graph, provenance rdf12" has "$(wc -l <"$work/rdf12.nq")" http://test/rdf12
    else
        check "provenance rdf12 is refused with a word of help" fails 1 "--provenance sentence" load "$work/rdf12.nq" --graph http://test/rdf12
    fi
    check "a dry run says what would be done" bash -c "'$lede' load '$work/graph.nq' --store '$data' --dry-run | grep -q 'replace  $article  '"
    check "TriG from standard input" bash -c "'$lede' merge '$work/none.nq' --to trig | '$lede' load - --store '$data' --graph http://test/stream"
    check "all of it is there" has "$(wc -l <"$work/none.nq")" http://test/stream
    gzip -k "$work/none.nq"
    check "a packed file by SPARQL updates" load "$work/none.nq.gz" --update "$update" --graph http://test/update
    check "all of it is there" has "$(wc -l <"$work/none.nq")" http://test/update
}

# --- the queries of the examples, each with rows, over sentence provenance
check_queries() {
    check "load for the queries" load "$work/sentence.nq" $target
    local file
    for file in "$root"/examples/queries/*.rq; do
        if grep -q '^CONSTRUCT' "$file"; then
            check "$(basename "$file") gives a graph" bash -c "'$lede' query --store '$query' --file '$file' --to ntriples | grep -q worksFor"
        else
            check "$(basename "$file") gives rows" bash -c "[ \$('$lede' query --store '$query' --file '$file' --to tsv | wc -l) -gt 1 ]"
        fi
    done
}

# --- the same bytes from each store
check_formats() {
    cat >"$work/formats.nt" <<'NT'
<http://t/a> <http://t/name> "Zoë, \"Z\"" .
<http://t/a> <http://t/age> "41"^^<http://www.w3.org/2001/XMLSchema#integer> .
<http://t/b> <http://t/name> "line\nbreak"@en .
NT
    load "$work/formats.nt" --graph http://test/formats 2>/dev/null
    local select='SELECT ?who ?name ?age { GRAPH <http://test/formats> { ?who <http://t/name> ?name OPTIONAL { ?who <http://t/age> ?age } } } ORDER BY ?who'
    printf 'who,name,age\r\nhttp://t/a,"Zoë, ""Z""",41\r\nhttp://t/b,"line\nbreak",\r\n' >"$work/expected.csv"
    printf '?who\t?name\t?age\n<http://t/a>\t"Zoë, \\"Z\\""\t41\n<http://t/b>\t"line\\nbreak"@en\t\n' >"$work/expected.tsv"
    cat >"$work/expected.json" <<'JSON'
{"head":{"vars":["who","name","age"]},
"results":{"bindings":[
{"who":{"type":"uri","value":"http://t/a"},"name":{"type":"literal","value":"Zoë, \"Z\""},"age":{"type":"literal","value":"41","datatype":"http://www.w3.org/2001/XMLSchema#integer"}},
{"who":{"type":"uri","value":"http://t/b"},"name":{"type":"literal","value":"line\nbreak","xml:lang":"en"}}
]}}
JSON
    printf 'who           name        age\n------------  ----------  ---\n<http://t/a>  Zoë, "Z"     41\n<http://t/b>  line break\n' >"$work/expected.table"
    local format
    for format in csv tsv json table; do
        ask "$select" --to $format >"$work/answer.$format" 2>/dev/null || true
        check "SELECT as $format" diff "$work/expected.$format" "$work/answer.$format"
    done
    check "the format by the suffix of the output" ask "$select" -o "$work/by-suffix.csv"
    check "which is CSV" diff "$work/expected.csv" "$work/by-suffix.csv"
    check "an output that is there is not replaced" fails 1 "--overwrite" ask "$select" -o "$work/by-suffix.csv"
    check "ASK" bash -c "[ \"\$('$lede' query --store '$query' 'ASK { GRAPH <http://test/formats> { ?s ?p 41 } }' --to csv)\" = true ]"
    check "ASK of what is not there" bash -c "[ \"\$('$lede' query --store '$query' 'ASK { GRAPH <http://test/formats> { ?s ?p 42 } }')\" = no ]"
    ask 'CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <http://test/formats> { ?s ?p ?o } }' --to ntriples >"$work/constructed.nt" || true
    sort "$work/formats.nt" >"$work/expected.nt"
    check "CONSTRUCT as N-Triples" diff "$work/expected.nt" "$work/constructed.nt"
    check "DESCRIBE as Turtle" bash -c "echo 'DESCRIBE <http://t/a>' | '$lede' query - --store '$query' --to turtle"
}

# --- what goes wrong
check_errors() {
    printf 'SELECT ?s {\n  ?s foo:bar ?o .\n}\n' >"$work/bad.rq"
    check "a faulty query is shown with its place" fails 1 "  2 |   ?s foo:bar ?o ." ask --file "$work/bad.rq"
    check "which is marked" grep -q '^    |  *^' "$work/err"
    check "an update is no query" fails 2 "is an update" ask 'DROP ALL'
    check "a table is no graph" fails 2 "the query gives a table" ask 'SELECT * { ?s ?p ?o }' --to turtle
    check "a password in the address is refused" fails 2 "do not belong into the address" "$lede" load "$work/none.nq" --store "http://u:s3cret@127.0.0.1:$port/x"
    check "and not repeated" bash -c "! grep -q s3cret '$work/err'"
    check "a store that is not there" fails 1 "is the store running" "$lede" query 'ASK {}' --store "http://127.0.0.1:$(free_port)/ds" --attempts 1
    check "an address that is not there" fails 1 "answered 40" "$lede" load "$work/none.nq" --store "http://127.0.0.1:$port/no/such/data" --graph http://t/g
    printf '<http://t/a> <http://t/p> "1" .\n<http://t/a> <http://t/p> .\n' >"$work/faulty.nt"
    check "a faulty file is told before anything is sent" fails 1 "faulty.nt:2" load "$work/faulty.nt" --graph http://test/formats --replace
    check "and nothing is lost" has 3 http://test/formats
    if [ -n "${LEDE_STORE_PASSWORD:-}" ]; then
        check "a wrong password" fails 1 "answered 401" env LEDE_STORE_PASSWORD=wr0ng "$lede" load "$work/none.nq" --store "$data" --graph http://t/g
        check "which is not repeated" bash -c "! grep -q wr0ng '$work/err'"
        printf 'machine 127.0.0.1 login %s password %s\n' "$LEDE_STORE_USER" "$LEDE_STORE_PASSWORD" >"$work/netrc"
        check "a login from a netrc file" env -u LEDE_STORE_USER -u LEDE_STORE_PASSWORD "$lede" load "$work/none.nq" --store "$data" --netrc "$work/netrc" --graph http://t/g
    fi
}

# --- texts and names that want to break out
check_injection() {
    cat >"$work/nasty.nt" <<'NT'
<http://t/1> <http://t/p> "\" } } ; DROP ALL ; INSERT DATA { GRAPH <http://t/x> { <a:a> <a:b> \"" .
<http://t/2> <http://t/p> "\\u0022 } } ; DROP ALL ; #" .
<http://t/3> <http://t/p> "\\\\U00000022 } } ; DROP ALL ; #" .
<http://t/4> <http://t/p> "a\nb\tc\rd } > ' ''' \"\"\" \\" .
<http://t/5?q=';%20DROP%20ALL;--)'> <http://t/p> "<http://t/x> . } ; # <!-- ' OR 1=1 --" .
NT
    sort "$work/nasty.nt" >"$work/nasty.sorted"
    local how
    for how in "" "--update $update"; do
        check "nasty texts are loaded ${how:-by the Graph Store protocol}" load "$work/nasty.nt" --graph http://test/nasty --replace $how
        ask 'SELECT ?s ?o { GRAPH <http://test/nasty> { ?s ?p ?o } } ORDER BY ?s' --to tsv | tail -n +2 |
            sed 's#\t# <http://t/p> #; s#$# .#' | sort >"$work/nasty.back" || true
        check "and come back as they were ${how:+by updates}" diff "$work/nasty.sorted" "$work/nasty.back"
        check "and the other graphs are there still" has 3 http://test/formats
    done
    printf '<http://t/a> <http://t/p> <http://t/\\u003E> } } ; DROP ALL ; #> .\n' >"$work/iri.nt"
    check "an IRI that breaks out is refused" fails 1 "iri.nt:1" load "$work/iri.nt" --graph http://t/g --update "$update"
    check "so is one on the command line" fails 2 "no absolute IRI" load "$work/none.nq" --graph 'http://t/> } ; DROP ALL ; #'
    check "and the other graphs are there still" has 3 http://test/formats
}

# --- a store that goes away in the middle, and a second run that goes on
check_resume() {
    awk 'BEGIN { for (i = 0; i < 40000; ++i) printf "<http://t/%06d> <http://t/p> \"some words to fill the line %d\" .\n", i, i }' >"$work/large.nt"
    local journal=$work/journal loading code=0
    "$lede" load --store "$data" --attempts 1 "$work/large.nt" --graph http://test/large --chunk 1 --resume "$journal" >"$work/first" 2>&1 &
    loading=$!
    while kill -0 $loading 2>/dev/null && [ "$(cat "$journal" 2>/dev/null | wc -l)" -lt 10 ]; do sleep 0.02; done
    kill -STOP $loading 2>/dev/null || true
    sleep 1  # so that the store is stopped between two commits, not in one
    stop_store
    kill -CONT $loading 2>/dev/null || true
    wait $loading || code=$?
    check "a load that lost its store fails" [ $code = 1 ]
    check "and leaves its journal" [ -s "$journal" ]
    # Whether a store opens its data again after it was stopped in the middle of a load is its own affair.
    (server "${server_options[@]}") || { echo "skipped: going on with a load, as the store did not start again"; return; }
    check "a second run goes on" load "$work/large.nt" --graph http://test/large --chunk 256 --resume "$journal"
    cp "$work/said" "$work/second"
    check "and says so" grep -q "goes on where" "$work/second"
    check "then all of it is there" has 40000 http://test/large
    check "and the journal is gone" [ ! -e "$journal" ]
}
run_store_checks() {
    check_levels
    check_queries
    check_formats
    check_errors
    check_injection
    check_resume
    finish
}
