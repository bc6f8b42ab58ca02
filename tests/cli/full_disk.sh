#!/usr/bin/env bash
# What the program does when nothing more can be written or read: a clear error, exit code 1, the old output kept, nothing left.
# Usage: tests/cli/full_disk.sh LEDE
source "$(dirname "$0")/runs.sh"
unset TMPDIR

cat >good.txt <<'TEXT'
date 2023-04-27

Harbour Lights, a film directed by Ada Lindqvist, was released by Paper Moon Films in 2022. The film stars Joel Amankwah.
TEXT
for i in $(seq 20); do tail -n 1 good.txt; echo; done >long.txt
case_name="the graphs are made"
run "a graph" 0 extract good.txt -o graph.nt
for i in $(seq 60000); do echo "<https://example.org/thing/$i> <https://schema.org/name> \"Thing number $i, of which there are many\" ."; done >large.nt
mkdir out_folder
kept() { [ "$(cat out_folder/graph.nt)" = old ] || fail "the old output is lost"; }
alone() { [ "$(ls -A out_folder)" = graph.nt ] || fail "this is left behind: $(ls -A out_folder | tr '\n' ' ')"; }
# limited KIB NAME ARGUMENT…: the program may write no file larger than that, as on a disk that fills up
limited() {
    local size=$1
    case_name=$2
    shift 2
    echo old >out_folder/graph.nt
    (trap '' XFSZ; ulimit -f "$size"; exec "$lede" "$@") >out 2>err </dev/null
    local code=$?
    [ "$code" = 1 ] || fail "exit code $code, not 1"
    says "cannot be written: File too large"
    kept
    alone
}

# --- a disk without room for the output
limited 1 "extract" extract good.txt -o out_folder/graph.nt --overwrite
limited 100 "merge" merge large.nt -o out_folder/graph.nt --overwrite
limited 100 "export" export large.nt --to graphml --isolated -o out_folder/graph.nt --overwrite
limited 1 "parse" parse good.txt -o out_folder/graph.nt --overwrite
limited 1 "tuples" tuples long.txt -o out_folder/graph.nt --overwrite
# The sorted runs of a large graph go to temporary files.
for i in 1 2 3 4 5 6; do sed "s|thing/|thing/$i-|" large.nt; done >larger.nt
limited 2000 "merging more than memory holds" merge larger.nt -o out_folder/graph.nt --overwrite
says "TMPDIR"

# --- a disk that is really full, where a small one can be made
if [ "$(id -u)" = 0 ] && mkdir disk && mount -t tmpfs -o size=64k none disk 2>/dev/null; then
    trap 'umount "$work/disk"; rm -rf "$work"' EXIT
    echo old >disk/graph.nt
    run "a full disk" 1 merge large.nt -o disk/graph.nt --overwrite
    says "No space left on device"
    [ "$(cat disk/graph.nt)" = old ] || fail "the old output is lost"
    [ "$(ls -A disk)" = graph.nt ] || fail "something is left behind"
    TMPDIR=$PWD/disk run "a full temporary folder" 1 merge larger.nt -o out_folder/graph.nt --overwrite
    says "No space left on device"
    says "TMPDIR"
    [ "$(ls -A disk)" = graph.nt ] || fail "something is left behind"
fi
TMPDIR=$PWD/missing run "a temporary folder that is not there, and not needed" 0 merge graph.nt
TMPDIR=$PWD/missing run "a temporary folder that is not there, and is needed" 1 merge larger.nt -o out_folder/graph.nt --overwrite
says "TMPDIR"

# --- what may not be read or written; root may all
if [ "$(id -u)" = 0 ]; then
    as_nobody() { setpriv --reuid 65534 --regid 65534 --clear-groups "$@"; }
    chmod 755 "$work"
else
    as_nobody() { "$@"; }
fi
if as_nobody test -x "$lede" 2>/dev/null; then
    nobody() {
        case_name=$1
        local expected=$2
        shift 2
        as_nobody "$lede" "$@" >out 2>err </dev/null
        local code=$?
        [ "$code" = "$expected" ] || fail "exit code $code, not $expected"
    }
    cp good.txt secret.txt; chmod 000 secret.txt
    nobody "an unreadable file, and a good one" 1 extract secret.txt good.txt
    says "secret.txt: cannot be opened: Permission denied"
    has out Lindqvist
    cp graph.nt secret.nt; chmod 000 secret.nt
    nobody "an unreadable graph" 1 stats secret.nt
    says "secret.nt: cannot be opened: Permission denied"
    mkdir -p shut/inside; cp good.txt shut/inside; chmod 000 shut/inside
    nobody "an unreadable folder" 1 extract shut good.txt
    has out Lindqvist
    mkdir locked; echo old >locked/graph.nt; chmod 444 locked/graph.nt; chmod 555 locked
    nobody "a folder that may not be written" 1 extract good.txt -o locked/graph.nt --overwrite
    says "locked/graph.nt: cannot be written: Permission denied"
    nobody "a new file in a folder that may not be written" 1 extract good.txt -o locked/new.nt
    says "locked/new.nt: cannot be written"
    [ "$(cat locked/graph.nt)" = old ] || fail "the old output is lost"
    chmod -R u+rwx shut locked secret.txt secret.nt
fi

# --- input that goes away or changes while it is read
mkfifo pipe.txt
printf 'Ada Lindqvist directed Harbour Lights.' >pipe.txt &
run "an article from a pipe" 0 extract pipe.txt
has out Lindqvist
wait
mkfifo pipe.jsonl
{ printf '{"id":"one","text":"Ada Lindqvist directed Harbour Lights."}\n'; rm good2.txt 2>/dev/null; printf '{"id":"two","te'; } >pipe.jsonl &
cp good.txt good2.txt
run "a pipe that breaks off" 1 extract pipe.jsonl
has out Lindqvist
says "pipe.jsonl:2: is not JSON"
wait
mkfifo slow.txt
{ rm -f zz.txt; printf 'Ada Lindqvist directed Harbour Lights.'; } >slow.txt &
cp good.txt zz.txt
run "a file that is gone when its turn comes" 1 extract slow.txt zz.txt
says "zz.txt: cannot be opened: No such file"
has out Lindqvist
wait
ln -s nowhere link.txt
run "a link to nothing" 1 extract link.txt
says "link.txt: cannot be opened"

# --- a pipe that is closed: nobody is left to tell
for arguments in "extract good.txt" "merge large.nt" "stats large.nt" "export large.nt --to dot --isolated" "parse good.txt" "tuples good.txt"; do
    case_name="a closed pipe after $arguments"
    # shellcheck disable=SC2086 # several arguments
    { "$lede" $arguments 2>err; echo $? >code; } | true
    [ "$(cat code)" = 1 ] || fail "exit code $(cat code), not 1"
    ! grep -q error err || fail "it complains"
done

[ $failures = 0 ] && echo "all good"
exit $((failures > 0))
