#!/usr/bin/env bash
# What was learned from an ontology of many examples is kept, used again, and never seen in the results; a damaged file is as good as none.
# Usage: tests/cli/cache.sh LEDE
source "$(dirname "${BASH_SOURCE[0]}")/checks.sh"
cd "$work"
export XDG_CACHE_HOME="$work/cache"

# 16 examples: each sentence with each of three names, and one more
{
    cat <<'TURTLE'
@prefix ex: <https://example.org/mine#> .
@prefix lede: <https://w3id.org/lede#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
ex:sued a owl:ObjectProperty ; rdfs:label "sued"@en ;
    schema:domainIncludes schema:Person , schema:Organization ; schema:rangeIncludes schema:Person , schema:Organization ;
    lede:example
TURTLE
    for a in "Harlan Foods" "Lena Voss" "Tidewater Shipping"; do
        echo "\"{$a|subject} sued {Castell Bank|object} over a contract.\"@en , \"{Castell Bank|object} was sued by {$a|subject} last year.\"@en ,"
        echo "\"A lawsuit by {$a|subject} accuses {Castell Bank|object} of fraud.\"@en , \"{$a|subject} has taken {Castell Bank|object} to court.\"@en ,"
        echo "\"In May, {$a|subject} filed a suit against {Castell Bank|object}.\"@en ,"
    done
    echo '"{Nils Berg|subject} is suing {Orlin Freight|object}."@en .'
} >mine.ttl
printf 'Petra Lindholm sued Halden Software in March. Edgar Wynn was born in Bergen.\n' >article.txt

run() { "$lede" extract article.txt --ontology mine.ttl --provenance sentence --to nquads "$@" 2>messages; }
kept() { find cache -type f 2>/dev/null; }

run --no-cache >plain.nq
check "the relation is found" grep -q 'mine#sued' plain.nq
check "without the cache nothing is kept" test -z "$(kept)"
"$lede" explain article.txt --ontology mine.ttl >first.txt 2>messages
check "the first run keeps one file" test "$(kept | wc -l)" = 1
file=$(kept)
inode=$(stat -c %i "$file")
touch -d 2001-01-01 "$file"
run >second.nq
check "the second run gives the same as without the cache" cmp plain.nq second.nq
check "it used the file" test "$(stat -c %Y "$file")" -gt 1000000000
check "and did not write it anew" test "$(stat -c %i "$file")" = "$inode"
"$lede" explain article.txt --ontology mine.ttl >second.txt 2>messages
check "the explanation is that of the first run" cmp first.txt second.txt

size=$(stat -c %s "$file")
places=(10 $((size / 3)) $((size - 5)))
grep -qa -e __asan_init -e __tsan_init "$lede" && places=(10)  # a sanitizer learns for long, and the model's own tests damage every part
for at in "${places[@]}"; do
    printf '\377\376' | dd of="$file" bs=1 seek="$at" conv=notrunc status=none
    run >damaged.nq
    check "damaged at byte $at: the same" cmp plain.nq damaged.nq
    check "nothing is said of it" test "$(wc -l <messages)" = 1
done
head -c $((size / 2)) "$file" >cut && mv cut "$file"
run >cut.nq
check "cut short: the same" cmp plain.nq cut.nq
check "and it is whole again" test "$(stat -c %s "$file")" = "$size"

sed -i 's/last year/last week/' mine.ttl
run >changed.nq
check "another ontology is another file" test "$(kept | wc -l)" = 2
rm -rf cache
echo >cache
run >no_folder.nq
check "a folder that cannot be made is no error, and results are the other ontology's own" cmp changed.nq no_folder.nq
finish
