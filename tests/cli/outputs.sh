#!/usr/bin/env bash
# The four syntaxes and the four levels of provenance: other programs read them, all say the same, the bytes are always the same,
# and what they say fits the ontology and the articles.
# Usage: tests/cli/outputs.sh LEDE CHECK_GRAPH
source "$(dirname "${BASH_SOURCE[0]}")/checks.sh"
check_graph=$(realpath "${2:?the program check_graph is missing as the second argument}")
need serdi rapper
cp -R "$root/examples/articles" "$work/articles"
cd "$work/articles"
articles=(*)
backwards=()
for article in "${articles[@]}"; do backwards=("$article" "${backwards[@]}"); done

extract() { "$lede" extract "$@" 2>"$work/messages" || { cat "$work/messages" >&2; return 1; }; }
suffix() { case $1 in turtle) echo ttl ;; trig) echo trig ;; ntriples) echo nt ;; nquads) echo nq ;; esac; }

# by_serdi SYNTAX FILE, by_rapper SYNTAX FILE: what another program reads there, as sorted statements. Each has its own way with
# letters beyond ASCII, so rapper has the last word in both.
by_rapper() {
    local to=ntriples
    case $1 in trig | nquads) to=nquads ;; esac
    rapper -q -i "$1" -o $to "$2" | sort -u
}
by_serdi() {
    local to=ntriples
    case $1 in trig | nquads) to=nquads ;; esac
    serdi -i "$1" -o $to "$2" >"$work/serdi.out" && by_rapper $to "$work/serdi.out"
}
same_by_both() { # same_by_both SYNTAX FILE EXPECTED
    by_serdi "$1" "$2" >"$work/read" && diff "$3" "$work/read" && by_rapper "$1" "$2" >"$work/read" && diff "$3" "$work/read"
}
# merge counts the articles behind each statement, which extract does not
merged_is() { # merged_is FILE TO EXPECTED
    "$lede" merge "$1" --to "$2" >"$work/merged" && diff "$3" <(grep -vF "<https://w3id.org/lede#support>" "$work/merged")
}
# there_and_back FILE BY TO: through another syntax and back gives the same bytes
there_and_back() {
    "$lede" merge "$1" --to "$2" >"$work/there.$(suffix "$2")" && merged_is "$work/there.$(suffix "$2")" "$3" "$1"
}

for level in none graph sentence rdf12; do
    for syntax in ntriples turtle nquads trig; do
        file=$work/$level.$(suffix $syntax)
        check "extract to $syntax, provenance $level" extract "${articles[@]}" --to $syntax --provenance $level -o "$file"
    done
    nt=$work/$level.nt nq=$work/$level.nq
    # Serd and Raptor do not know the triple terms of RDF 1.2.
    if [ $level != rdf12 ]; then
        by_rapper ntriples "$nt" >"$work/triples" || fail "rapper reads ntriples, provenance $level"
        by_rapper nquads "$nq" >"$work/quads" || fail "rapper reads nquads, provenance $level"
        [ -s "$work/triples" ] || fail "no statements, provenance $level"
        for syntax in ntriples turtle; do
            check "serdi and rapper read the same in $syntax, provenance $level" \
                same_by_both $syntax "$work/$level.$(suffix $syntax)" "$work/triples"
        done
        for syntax in nquads trig; do
            check "serdi and rapper read the same in $syntax, provenance $level" \
                same_by_both $syntax "$work/$level.$(suffix $syntax)" "$work/quads"
        done
    fi
    check "merge gives N-Triples from Turtle, provenance $level" merged_is "$work/$level.ttl" ntriples "$nt"
    check "merge gives N-Triples through Turtle and back, provenance $level" there_and_back "$nt" turtle ntriples
    check "merge gives N-Quads from TriG, provenance $level" merged_is "$work/$level.trig" nquads "$nq"
    check "merge gives N-Quads through TriG and back, provenance $level" there_and_back "$nq" trig nquads
done

# --- the same bytes: again, with one thread and with two, and from the last article to the first
for syntax in turtle trig ntriples nquads; do
    first=$work/sentence.$(suffix $syntax)
    check "$syntax again, one thread" extract "${articles[@]}" --to $syntax --provenance sentence --jobs 1 -o "$work/one"
    check "the bytes are the same" cmp "$first" "$work/one"
    check "$syntax, two threads, last article first" \
        extract "${backwards[@]}" --to $syntax --provenance sentence --jobs 2 -o "$work/two"
    check "the bytes are the same" cmp "$first" "$work/two"
    rm -f "$work/one" "$work/two"
done

# --- a stream: the article has the name "stdin" unless it brings one along
for article in "${articles[@]}"; do
    name=${article%.*}
    extract "$article" --to ntriples | sed "s#/news-article/$name\([>\#]\)#/news-article/stdin\1#g" | sort >"$work/from_file"
    cat "$article" | extract - --to ntriples | sort >"$work/from_stream"
    check "$article from standard input" diff "$work/from_file" "$work/from_stream"
done

# --- each article alone, then merged
for article in "${articles[@]}"; do extract "$article" -o "$work/alone-$article.nt"; done
"$lede" merge "$work"/alone-*.nt --to ntriples >"$work/union.nt"
check "the graphs of single articles unite to that of all" diff "$work/none.nt" "$work/union.nt"

# --- what was left out, and why: facts and what is left out have no statement in common
extract "${articles[@]}" --to ntriples --rejected "$work/left-out.tsv" -o "$work/with-log.nt"
check "the graph is the same with a log of what was left out" diff "$work/none.nt" "$work/with-log.nt"
check "each line of the log has seven columns" awk -F'\t' 'NF != 7 { exit 1 } END { exit NR < 2 }' "$work/left-out.tsv"
check "a statement that is too unlikely is in the log" grep -q "less likely than" "$work/left-out.tsv"
if extract "${articles[@]}" --rejected "$work/left-out.tsv" -o "$work/again.nt" 2>"$work/refused"; then
    fail "a log that is there was replaced without --overwrite"
else
    ok "a log that is there is not replaced without --overwrite"
fi

# --- what the graph says, as Serd reads it
serdi -i turtle -o ntriples "$work/sentence.ttl" >"$work/sentence-read.nt"
check "terms, domains, ranges and spans" "$check_graph" "$work/sentence-read.nt" "${articles[@]}"
finish
