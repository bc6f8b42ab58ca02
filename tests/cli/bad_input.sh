#!/usr/bin/env bash
# What the program does with bad input: the message, the exit code, no crash, no partial file, and the other articles' facts kept.
# Usage: tests/cli/bad_input.sh LEDE
source "$(dirname "$0")/runs.sh"
absent() { [ ! -e "$1" ] || fail "$1 is there"; }
no_leftovers() { [ -z "$(find . -name '.*.tmp')" ] || fail "a temporary file is left"; }

cat >good.txt <<'TEXT'
date 2023-04-27

Harbour Lights, a film directed by Ada Lindqvist, was released by Paper Moon Films in 2022.

“We had no money,” Lindqvist said. The film stars Joel Amankwah.
TEXT
good_name=Lindqvist

# --- the command line
run "no command" 2
run "unknown command" 2 frobnicate
run "unknown option" 2 extract --frobnicate good.txt
run "no files" 2 extract
run "a base that is no IRI" 2 extract good.txt --base "not an iri"
says "no absolute IRI"
run "a suffix that tells no syntax" 2 extract good.txt -o out.xyz
says "the suffix tells no syntax"
run "a confidence above one" 2 extract good.txt --min-confidence 7
run "no ontology at all" 2 extract good.txt --no-core
run "help" 0 --help
run "help of a command" 0 extract --help
has out "Examples:"
run "version" 0 --version
has out "lede "

# --- files
run "a good article" 0 extract good.txt
has out "$good_name"
run "a missing file, and a good one" 1 extract missing.txt good.txt
says "missing.txt: cannot be opened"
has out "$good_name"
mkdir -p empty_folder folder/below
run "a folder without articles" 1 extract empty_folder good.txt
says "empty_folder: holds no articles"
has out "$good_name"
cp good.txt folder/below/inside.txt
run "a folder with an article" 0 extract folder
has out "$good_name"
run "a folder as an ontology" 1 extract good.txt --ontology folder
says "folder: "
printf ' \n\n' >empty.txt
run "an empty article" 1 extract empty.txt good.txt
says "empty.txt: has no text"
has out "$good_name"
run "only bad articles leave no output" 1 extract empty.txt missing.txt -o none.ttl
absent none.ttl
run "stop at the first bad article" 1 extract empty.txt good.txt --fail-fast -o none.ttl
absent none.ttl
run "data that is not there" 1 extract good.txt --data missing_data
says "--data DIR"
no_leftovers

# --- text
{ cat good.txt; printf 'An \xff\xfe\xc3( bad word and a \xf0\x9f half one.\n'; } >invalid.txt
run "invalid UTF-8" 0 extract invalid.txt
says "not UTF-8"
has out "$good_name"
{ cat good.txt; printf 'A \0 byte.\n'; } >nul.txt
run "NUL bytes" 0 extract nul.txt
has out "$good_name"
sed 's/$/\r/' good.txt >crlf.txt
run "Windows line ends give the same graph" 0 extract crlf.txt --to ntriples
sed 's/news-article\/crlf/news-article\/good/g' out >crlf.nt
run "Unix line ends" 0 extract good.txt --to ntriples
cmp -s out crlf.nt || fail "the graphs differ"
head -c 209715200 /dev/zero | tr '\0' 'x' | gzip -1 >long.txt.gz
run "a line of 200 MB" 1 extract long.txt.gz good.txt
says "long.txt.gz: is larger than"
has out "$good_name"
{ printf '{"id":"long","text":"'; head -c 209715200 /dev/zero | tr '\0' 'x'; printf '"}\n'
  printf '{"id":"short","text":"Ada Lindqvist directed Harbour Lights."}\n'; } | gzip -1 >long.jsonl.gz
run "a line of 200 MB in JSON Lines" 1 extract long.jsonl.gz
says "long.jsonl.gz:1: the line is longer than"
has out "news-article/short"
{ head -c 300000 /dev/zero | tr '\0' 'x'; echo; } >word.txt
run "a word of 300,000 letters" 0 extract word.txt

# --- web pages
printf '<html><body><p>Ada Lindqvist directed Harbour Lights, a film, in 2022.<b><div></p></b><p' >broken.html
run "broken HTML" 0 extract broken.html
has out "$good_name"
{ for _ in $(seq 1000); do printf '<div>%.0s' $(seq 100); done; printf '<p>Ada Lindqvist directed Harbour Lights, a film, in 2022.'; } >deep.html
run "HTML nested 100,000 deep" 0 extract deep.html
has out "$good_name"
printf '<html><nav><a href=x>Home</a></nav></html>' >nothing.html
run "a page without an article" 1 extract nothing.html
says "nothing.html: has no text"

# --- packed files
gzip -c good.txt >good.txt.gz
run "a packed article" 0 extract good.txt.gz
has out "$good_name"
head -c 100 good.txt.gz >cut.txt.gz
run "gzip cut short" 1 extract cut.txt.gz good.txt
says "cut.txt.gz: the gzip data is cut short"
has out "$good_name"

# --- JSON
printf '%s\n' '{"id":"one","text":"Ada Lindqvist directed Harbour Lights."}' '{"id":"two","text":' '{"id":"three","text":"Bo Ek left Acme Corp."}' \
    '{"id":"one","text":"Cy Day left Acme Corp."}' >lines.jsonl
run "bad JSON on line 2, and an id that comes twice" 1 extract lines.jsonl
says "lines.jsonl:2: is not JSON"
says 'lines.jsonl:4: an article with the id "one" was read before'
has out "news-article/one"
has out "news-article/three"
printf '[%.0s' $(seq 100000) >deep.json
run "JSON nested 100,000 deep" 1 extract deep.json

# --- web archives
record() { # record TYPE URL CONTENT_TYPE, the block on standard input
    cat >block
    printf 'WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nContent-Type: %s\r\nContent-Length: %s\r\n\r\n' "$1" "$2" "$3" "$(wc -c <block)"
    cat block
    printf '\r\n\r\n'
}
page() { printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Ada Lindqvist directed Harbour Lights, a film, in %s.' "$1" | record response "http://x.example/$1" application/http; }
page 2021 >one.warc
page 2022 >two.warc
page 2023 >three.warc
{ gzip -c one.warc; gzip -c two.warc | head -c -20; printf %020d 0; gzip -c three.warc; } >damaged.warc.gz
run "a web archive with a damaged record" 1 extract damaged.warc.gz --to ntriples
says "damaged.warc.gz: record 2 at byte $(wc -c <one.warc) is damaged: the gzip data"
has out "x.example/2021"
has out "x.example/2023"
cat one.warc two.warc | head -c -60 >cut.warc
run "a web archive that is cut short" 1 extract cut.warc --to ntriples
says "cut.warc: record 2 at byte $(wc -c <one.warc) is damaged: the archive ends after"
has out "x.example/2021"
run "a damaged web archive, and --fail-fast" 1 extract damaged.warc.gz --fail-fast -o none.ttl
absent none.ttl
{ head -c 209715200 /dev/zero | record response http://x.example/large application/http; cat one.warc; } | gzip -1 >large.warc.gz
run "a record of 200 MB that is no page" 0 extract large.warc.gz --to ntriples
says "2 records: 1 article, 1 that are no pages"
printf 'no archive' >text.warc
run "a text that is called a web archive" 1 extract text.warc
says "text.warc: record 1 at byte 0 is damaged: no record begins here"

# --- ontologies
printf '@prefix lede: <https://w3id.org/lede#> .\nlede:x a\n' >malformed.ttl
run "a malformed ontology" 1 extract good.txt --ontology malformed.ttl -o none.ttl
says "malformed.ttl:"
absent none.ttl
printf '@prefix lede: <https://w3id.org/lede#> .\n@prefix owl: <http://www.w3.org/2002/07/owl#> .\n<http://a/b> a owl:ObjectProperty ; lede:exmaple "x" .\n' >unknown.ttl
run "an unknown term of the ontology" 0 extract good.txt --ontology unknown.ttl
says "exmaple"
run "a missing ontology" 1 extract good.txt --ontology missing.ttl
says "missing.ttl"

# --- output
echo old >there.ttl
run "an output that is there" 1 extract good.txt -o there.ttl
says "--overwrite"
[ "$(cat there.ttl)" = old ] || fail "the old output is lost"
run "an output that may be overwritten" 0 extract good.txt -o there.ttl --overwrite
has there.ttl "$good_name"
run "an output in a folder that is not there" 1 extract good.txt -o no/such/out.ttl
run "a folder as output" 1 extract good.txt -o folder --to turtle
if [ -e /dev/full ]; then
    case_name="a full disk"
    "$lede" extract good.txt >/dev/full 2>err
    [ $? = 1 ] || fail "exit code"
    says "No space left"
    run "a full disk as -o" 1 extract good.txt -o /dev/full
    says "No space left"
    "$lede" explain good.txt >/dev/full 2>err
    [ $? = 1 ] || fail "exit code of explain"
fi
case_name="a closed pipe"
{ "$lede" extract good.txt 2>err; echo $? >code; } | true
[ "$(cat code)" = 1 ] || fail "exit code $(cat code), not 1"
! grep -q error err || fail "it complains"
no_leftovers

# --- the same bytes, whatever the number of threads and the order of the files
mkdir -p many
for i in $(seq 9); do sed "s/2022/200$i/" good.txt >many/$i.txt; done
for syntax in turtle trig ntriples nquads; do
    run "one thread, $syntax" 0 extract many good.txt --jobs 1 --to $syntax --provenance sentence
    cp out one
    run "four threads, $syntax" 0 extract good.txt many --jobs 4 --to $syntax --provenance sentence
    cmp -s out one || fail "the bytes differ"
done

# --- explaining
run "explain" 0 explain good.txt
has out "$good_name"
run "explain for programs" 0 explain good.txt --json
has out '"facts":['
run "explain a missing file" 1 explain missing.txt -o none.json
absent none.json

[ $failures = 0 ] && echo "all good"
exit $((failures > 0))
