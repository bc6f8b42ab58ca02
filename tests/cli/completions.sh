#!/usr/bin/env bash
# Completions, asked of the shells themselves. zsh and fish are left out, with a note, where they are not installed.
# Usage: tests/cli/completions.sh LEDE
source "$(dirname "${BASH_SOURCE[0]}")/checks.sh"
mkdir "$work/bin" "$work/here" "$work/here/news"
ln -s "$lede" "$work/bin/lede"
cd "$work/here"
touch a.txt b.ttl "two words.ttl"
for shell in bash zsh fish; do "$lede" completion $shell >"$work/lede.$shell"; done

# in_bash WORD…: what bash offers for the last word, sorted, on one line
in_bash() {
    bash --norc -c '
        source "$1"; shift
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
        _lede
        printf "%s\n" "${COMPREPLY[@]}"' _ "$work/lede.bash" "$@" | sort | tr '\n' ' ' | sed 's/ *$//'
}
# in_fish LINE: what fish offers, sorted, on one line
in_fish() {
    HOME=$work PATH=$work/bin:$PATH fish --no-config -c 'source $argv[1]; complete -C $argv[2]' "$work/lede.fish" "$1" |
        cut -f 1 | sort | tr '\n' ' ' | sed 's/ *$//'
}
# offers SHELL WANTED WORD…
offers() {
    local shell=$1 wanted=$2 found
    shift 2
    if [ "$shell" = bash ]; then found=$(in_bash "$@"); else found=$(in_fish "$*"); fi
    if [ "$found" = "$wanted" ]; then ok "$shell: $*"; else fail "$shell: $* offers \"$found\", not \"$wanted\""; fi
}

for shell in bash fish; do
    if ! command -v $shell >/dev/null; then
        echo "not tested: $shell is not installed"
        continue
    fi
    offers $shell "extract" lede extr
    offers $shell "--provenance" lede extract --prov
    offers $shell "graph none rdf12 sentence" lede extract --provenance ""
    offers $shell "nquads ntriples" lede merge b.ttl --to n
    offers $shell "facts language names vectors" lede train ""
    offers $shell "--network-epochs" lede train facts --net
    offers $shell "" lede extract --jobs ""
    offers $shell "b.ttl" lede extract a.txt -o b
    offers $shell "a.txt" lede extract a
    offers $shell "--evidence" lede show Milan b.ttl --evi
    offers $shell "bash fish zsh" lede completion ""
done
# What bash alone tells: it parts words at "=", and knows how many arguments there are.
offers bash "sentence" lede extract --provenance = sen
offers bash "graph none rdf12 sentence" lede extract --provenance =
offers bash "news" lede extract --data n
offers bash "" lede show ""
offers bash "two words.ttl" lede show Milan two

# in_zsh LINE: the line as zsh leaves it after a tab, on a terminal of its own
in_zsh() {
    HOME=$work PATH=$work/bin:$PATH zsh -f -c '
        zmodload zsh/zpty
        zpty shell zsh -f -i
        zpty -w shell "PS1=READY; PS2=; setopt no_zle_bracketed_paste; unset zle_bracketed_paste; autoload -U compinit; compinit -u -D; source $1; LISTMAX=0; echo LOA\DED"
        zpty -r -m shell text "*LOADED*READY*" || exit 1
        zpty -w -n shell "$2"$'"'\\t'"'
        zpty -w -n shell " :END"
        zpty -r -m shell text "*:END*" || exit 1
        print -r -- "$text"' _ "$work/lede.zsh" "$1"
}
if command -v zsh >/dev/null; then
    check "zsh: the script is well-formed" zsh -n "$work/lede.zsh"
    # zsh_completes LINE WANTED
    zsh_completes() { in_zsh "$1" | tr -d '\\b\r' | sed 's/\x1b\[[0-9;?]*[a-zA-Z]//g' | grep -qF -- "$2"; }
    check "zsh: a command" zsh_completes "lede extr" "lede extract"
    check "zsh: an option" zsh_completes "lede extract --prov" "--provenance"
    check "zsh: a value" zsh_completes "lede extract --provenance sen" "sentence"
    check "zsh: a command below" zsh_completes "lede train fac" "facts"
    check "zsh: a file" zsh_completes "lede extract a" "a.txt"
else
    echo "not tested: zsh is not installed"
fi
finish
