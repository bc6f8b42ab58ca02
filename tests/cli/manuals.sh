#!/usr/bin/env bash
# Man pages of all commands are free of mistakes, and have every command and option that --help has, with an example or more.
# Usage: tests/cli/manuals.sh LEDE
source "$(dirname "${BASH_SOURCE[0]}")/checks.sh"
need groff

"$lede" manuals "$work/share"
pages=$work/share/man/man1
version=$("$lede" --version | head -n 1)

# commands PREFIX…: the commands below one, as its --help lists them
commands() { "$lede" "$@" --help | awk '/^[A-Z].*:$/ { listing = ($0 ~ /[Cc]ommands/) } listing && /^  [a-z]/ { print $1 }'; }
all=("")
for command in $(commands); do
    all+=("$command")
    for below in $(commands "$command"); do all+=("$command $below"); done
done

without_warnings() { [ -z "$("$@" 2>&1 >/dev/null)" ]; }
# A page that is the same in every build has no date.
without_lint() { ! mandoc -T lint -W warning "$1" 2>&1 | grep -v "missing date"; }
# page_has WORD…: the text of the page $plain has all of them
page_has() {
    local word
    for word in "$@"; do grep -qF -- "$word" "$plain" || { echo "it lacks $word"; return 1; }; done
}
for command in "${all[@]}"; do
    name=lede${command:+-${command// /-}}
    page=$pages/$name.1
    plain=$work/plain
    [ -e "$page" ] || { fail "there is no man page $name"; continue; }
    check "$name: groff has no warnings" without_warnings groff -man -Tutf8 -ww -z "$page"
    if command -v mandoc >/dev/null; then check "$name: mandoc has no warnings" without_lint "$page"; fi
    check "$name: ASCII alone" bash -c '! LC_ALL=C grep -q "[^[:print:][:space:]]" "$1"' _ "$page"
    groff -man -Tascii -P-c -P-b -P-o -P-u -rLL=1000n "$page" >"$plain" 2>/dev/null
    # shellcheck disable=SC2086
    "$lede" $command --help >"$work/help"
    # The synopsis and the lists, not what examples and descriptions speak of.
    mapfile -t options < <(sed -n '/^Examples:/q;s/^  \(    \|-., \)\?\(--[a-z-]*\).*/\2/p' "$work/help")
    [ ${#options[@]} -gt 0 ] || fail "$name: no options are found in --help"
    check "$name: has the options of --help" page_has "${options[@]}"
    check "$name: tells exit codes, files and relatives" page_has "EXIT STATUS" ENVIRONMENT FILES "SEE ALSO" "$version"
    # shellcheck disable=SC2086
    mapfile -t below < <(commands $command)
    check "$name: has the commands of --help" page_has "${below[@]/#/$name-}"
    # A command that only holds others has its examples there.
    examples=$(sed -n '/^Examples:/,$p' "$work/help" | grep -c '^  lede\|^  source ' || true)
    [ "$examples" -ge 2 ] || [ ${#below[@]} -gt 0 ] || fail "$name: --help has $examples examples, not two or more"
    check "$name: lines of --help are short" bash -c '! sed "/^Examples:/,\$d" "$1" | grep -q ".\{81\}"' _ "$work/help"
done
[ "$(find "$pages" -name '*.1' | wc -l)" = ${#all[@]} ] || fail "there are pages of no command: $(ls "$pages")"
finish
