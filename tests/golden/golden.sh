#!/usr/bin/env bash
# Articles and the graphs that they give, as sorted N-Triples in expected/. What differs is shown.
# Usage: tests/golden/golden.sh LEDE [--rewrite]
#   --rewrite   renews expected/ from what LEDE gives now; review it with: git diff tests/golden/expected
source "$(dirname "${BASH_SOURCE[0]}")/../cli/checks.sh"
rewrite=${2:-}
expected=$root/tests/golden/expected
mkdir -p "$expected"

# extract ARTICLE: from within its folder, so that its IRI does not depend on where the project lies
extract() { (cd "$(dirname "$1")" && "$lede" extract "$(basename "$1")" --to ntriples 2>"$work/messages" | sort); }

shopt -s nullglob
known=" "
for article in "$root"/examples/articles/* "$root"/tests/golden/articles/*; do
    name=$(basename "${article%.*}")
    known+="$name "
    if ! extract "$article" >"$work/$name.nt"; then
        fail "$name: $(head -n 3 "$work/messages")"
    elif [ "$rewrite" = --rewrite ]; then
        if cmp -s "$work/$name.nt" "$expected/$name.nt"; then ok "$name is the same"; else ok "$name is rewritten"; fi
        cp "$work/$name.nt" "$expected/$name.nt"
    elif [ ! -e "$expected/$name.nt" ]; then
        fail "$name has no expected graph; make it with --rewrite"
    else
        check "$name" diff -U0 "$expected/$name.nt" "$work/$name.nt"
    fi
done

for graph in "$expected"/*.nt; do
    name=$(basename "$graph" .nt)
    if [[ $known == *" $name "* ]]; then continue; fi
    if [ "$rewrite" = --rewrite ]; then rm "$graph"; else fail "$name is expected, but there is no such article"; fi
done
[ "$failures" = 0 ] || echo "If the new graphs are better, renew the expected ones with: tests/golden/golden.sh $lede --rewrite"
finish
