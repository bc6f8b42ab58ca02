#!/usr/bin/env bash
# What the program says of itself and of wrong command lines.
# Usage: tests/cli/command_line.sh LEDE
source "$(dirname "$0")/runs.sh"
printf 'Ada Lindqvist directed Harbour Lights.\n' >article.txt

run "no command shows a short help" 2
says "Usage: lede"
says "extract"
[ ! -s out ] || fail "standard output is not empty"
run "a misspelled command" 2 extarct article.txt
says "lede has no command extarct; did you mean extract?"
run "a command like none" 2 frobnicate
says "lede has no command frobnicate"
! grep -q "did you mean" err || fail "it guesses"
run "a misspelled option" 2 extract article.txt --provenence graph
says "lede extract has no option --provenence; did you mean --provenance?"
run "a misspelled option, and no file" 2 extract --overwrit
says "did you mean --overwrite?"
run "a misspelled option with its value" 2 extract article.txt --too=turtle
says "lede extract has no option --too; did you mean --to?"
run "a misspelled option of a command below" 2 train facts --article x
says "did you mean --articles?"
run "a misspelled command below" 2 train fact
says "lede train has no command fact; did you mean facts?"
run "no command below" 2 train
says "lede train needs a command: language, vectors, names, facts"
run "a misspelled value" 2 extract article.txt --to turtel
says "did you mean turtle?"
run "an argument too many" 2 completion bash zsh
says "has no use for \"zsh\""
run "control characters in a word" 2 extract article.txt $'--\e[31mred'
! grep -q $'\e' err || fail "the escape is written as it is"
[ ! -s out ] || fail "standard output is not empty"

run "help as a command" 0 help train facts
cp out help
run "the same as an option" 0 train facts --help
cmp -s out help || fail "the two differ"
run "help of what is not there" 2 help trian
says "did you mean train?"
run "help with all commands" 0 --help-all
has out "lede train facts"

run "the version" 0 --version
head -n 1 out | grep -qx 'lede [0-9]*\.[0-9]*\.[0-9]*' || fail "the first line is $(head -n 1 out)"
for word in Serd Boost CLI11 english.model facts.model ontology classes properties "runs on"; do has out "$word"; done
run "the version, for programs" 0 version --json
if command -v python3 >/dev/null; then
    python3 - <<'PY' || fail "the JSON lacks something"
import json
version = json.load(open("out", encoding="utf-8"))
assert [model["file"] for model in version["models"]] == ["english.model", "facts.model"], version
assert all(len(model["checksum"]) == 16 and model["licence"] for model in version["models"]), version
assert version["ontology"]["properties"] > 50 and version["ontology"]["version"], version
PY
fi
checksum=$(grep -o '"checksum": "[0-9a-f]*"' out | tail -n 1 | cut -d '"' -f 4)
run "provenance" 0 extract article.txt --provenance sentence
has out "$checksum"

# Colours are for terminals that want them.
if command -v script >/dev/null; then
    case_name="colours"
    # in_terminal VARIABLE=VALUE…: the program's complaint, on a terminal
    in_terminal() { env -u NO_COLOR "$@" script -qec "'$lede' show nobody missing.ttl" /dev/null </dev/null || true; }
    in_terminal TERM=xterm | grep -q $'\e\\[31m' || fail "an error is not red"
    ! in_terminal TERM=xterm NO_COLOR=1 | grep -q $'\e' || fail "NO_COLOR is not honoured"
    in_terminal TERM=xterm NO_COLOR= | grep -q $'\e\\[31m' || fail "an empty NO_COLOR counts"
    ! in_terminal TERM=dumb | grep -q $'\e' || fail "a dumb terminal gets colours"
fi

[ $failures = 0 ] && echo "all good"
exit $((failures > 0))
