#!/usr/bin/env bash
# A program that is killed leaves its old output or its new one, whole, and nothing else: 50 moments, the same fractions of the
# time that a run takes, for a new output, for one that is replaced, and for merging.
# Usage: tests/cli/kill.sh LEDE
source "$(dirname "$0")/runs.sh"
command -v python3 >/dev/null || { echo "skipped: python3 is not installed"; exit 77; }

cat >article.txt <<'TEXT'
date 2023-04-27

Harbour Lights, a film directed by Ada Lindqvist, was released by Paper Moon Films in 2022. The film stars Joel Amankwah.
TEXT
for i in $(seq 12); do sed "s/2022/19$((i + 10))/; s/Lindqvist/Lindqvist$i/" article.txt; echo; done >long.txt
case_name="the articles can be read"
run "the first graph" 0 extract article.txt -o old.nt
run "the second graph" 0 extract long.txt -o new.nt
mkdir out_folder temporary
export TMPDIR="$PWD/temporary"

cat >kill.py <<'PYTHON'
"""kill.py NAME OLD NEW ROUNDS COMMAND…: runs the command, whose output is out_folder/graph.nt, and kills it at ROUNDS moments.
OLD is what is there before (- for nothing), NEW what is there after a run that is not killed."""
import os, random, signal, subprocess, sys, time
name, old, new, rounds, command = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[5:]
before = None if old == "-" else open(old, "rb").read()
target = "out_folder/graph.nt"

def prepare():
    if os.path.exists(target): os.remove(target)
    if before is not None: open(target, "wb").write(before)

def found(): return open(target, "rb").read() if os.path.exists(target) else None

def start(): return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

prepare()
begin = time.monotonic()
assert start().wait() == 0, name + ": the command fails"
whole = time.monotonic() - begin
after = found()
assert after and after != before, name + ": nothing is written"
numbers, killed, replaced = random.Random(20230427), 0, 0
for i in range(rounds):
    prepare()
    process = start()
    # Spread over the run and a little beyond; how fast the machine is changes what is tested, not what must hold.
    time.sleep(whole * 1.1 * (i + numbers.random()) / rounds)
    process.send_signal(signal.SIGKILL)
    killed += process.wait() == -signal.SIGKILL
    now = found()
    replaced += now == after
    if now not in (before, after): sys.exit(f"FAILED: {name}: killed in round {i}, the output is neither the old one nor the new one")
    left = os.listdir("temporary") + [entry for entry in os.listdir("out_folder") if entry != "graph.nt"]
    if left: sys.exit(f"FAILED: {name}: killed in round {i}, this is left behind: {left}")
print(f"{name}: {killed} of {rounds} runs were killed; {replaced} outputs were new")
PYTHON
kills() {
    python3 kill.py "$@" || failures=$((failures + 1))
}
cp old.nt first.nt
kills "a new output" - new.nt 16 "$lede" extract long.txt -o out_folder/graph.nt
kills "an output that is replaced" first.nt new.nt 20 "$lede" extract long.txt -o out_folder/graph.nt --overwrite
for i in $(seq 3000); do echo "<urn:s$i> <urn:p> \"$i\" ."; done >many.nt
kills "merging" first.nt new.nt 14 "$lede" merge old.nt new.nt many.nt -o out_folder/graph.nt --overwrite

[ $failures = 0 ] && echo "all good"
exit $((failures > 0))
