#!/usr/bin/env bash
# Input that is large, packed very tightly, or the same thing again and again. Each must end, well or with a clear error, within limits
# of time and memory that are generous for what takes time and memory proportional to its size, and far too small for anything else.
# Usage: tests/cli/large_input.sh LEDE
make=$(dirname "$(realpath "$0")")/large_input.py
source "$(dirname "$0")/runs.sh"
command -v python3 >/dev/null || { echo "skipped: python3 is not installed"; exit 77; }
seconds=60
memory=2000000  # KiB
if grep -qa -e __asan_init -e __tsan_init "$lede"; then
    echo "skipped: a sanitizer takes more time and memory than the limits of this test"
    exit 77
fi
# limited NAME CODE ARGUMENT…: as run, within the limits
limited() {
    case_name=$1
    local expected=$2
    shift 2
    (ulimit -t $seconds; ulimit -v $memory; exec "$lede" "$@") >out 2>err </dev/null
    local code=$?
    [ "$code" = "$expected" ] || fail "exit code $code, not $expected"
}
made() { python3 "$make" "$1" "$2" >"$3"; }

# --- texts
for kind in brackets quotes numbers and sentence one-name names pronouns open-quotes quotations dates commas initials capitals hyphens addresses at-signs emoji contractions amounts; do
    made $kind 50000 text.txt
    limited "50 kB of $kind" 0 extract text.txt --jobs 1
done
for kind in digits newlines combining word dots spaces; do
    made $kind 4000000 text.txt
    limited "4 MB of $kind" 0 extract text.txt --jobs 1
done
made sentence 50000000 text.txt
limited "an article of 50 MB" 1 extract text.txt
says "text.txt: is larger than 16 MiB"

# --- pages and JSON
for kind in div links tables angles attributes comments closing-div; do
    made $kind 4000000 page.html
    limited "4 MB of $kind" "$(case $kind in angles | attributes) echo 0 ;; *) echo 1 ;; esac)" extract page.html
done
made linked-data 4000000 page.html
limited "4 MB of linked data" 0 extract page.html
made div-text 100000 page.html
limited "paragraphs in 2,500 nested elements" 0 extract page.html
for kind in json-arrays json-objects; do
    made $kind 4000000 lines.jsonl
    limited "4 MB of $kind" 1 extract lines.jsonl
    says "is not JSON"
done

# --- ontologies and graphs
echo "Ada Lindqvist sang." >text.txt
for kind in chain cycle; do
    made $kind 100000 ontology.ttl
    limited "a $kind of 100,000 classes" 1 extract text.txt --ontology ontology.ttl
    says "is below more than 1000 others"
done
for kind in things nouns properties; do
    made $kind 20000 ontology.ttl
    limited "20,000 $kind" 0 extract text.txt --ontology ontology.ttl
done
for kind in subject edges; do
    made $kind 300000 graph.nt
    limited "a subject of 300,000 statements, $kind" 0 merge graph.nt -o merged.ttl --overwrite
    limited "the same, to be asked" 0 stats graph.nt
done
for kind in nested nested-lists; do
    made $kind 300000 graph.ttl
    for command in merge stats; do
        limited "brackets $kind 300,000 deep, $command" 1 $command graph.ttl
        says "nested more than 1000 deep"
    done
    limited "brackets $kind 300,000 deep, as an ontology" 1 extract text.txt --ontology graph.ttl
    says "nested more than 1000 deep"
done

# --- ten gigabytes packed into some megabytes: no more is unpacked than an article may have
head -c 100000000 /dev/zero | gzip -9 >part.gz
for _ in $(seq 100); do cat part.gz; done >bomb.txt.gz
limited "10 GB of zeros in gzip" 1 extract bomb.txt.gz
says "bomb.txt.gz: is larger than 16 MiB"
gzip -c bomb.txt.gz >twice.txt.gz
limited "packed twice" 1 extract twice.txt.gz
if command -v zstd >/dev/null; then
    head -c 1000000000 /dev/zero | zstd -q -19 --long=27 >part.zst
    for _ in 1 2 3 4 5 6 7 8 9 10; do cat part.zst; done >bomb.txt.zst
    limited "10 GB of zeros in Zstandard" 1 extract bomb.txt.zst
    says "bomb.txt.zst: "
fi
head -c $(($(stat -c %s part.gz) * 20)) bomb.txt.gz >line.jsonl.gz  # a line is read to its end, as the next may be good
limited "2 GB of zeros as a single line of JSON" 1 extract line.jsonl.gz

[ $failures = 0 ] && echo "all good"
exit $((failures > 0))
