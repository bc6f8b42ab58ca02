#!/usr/bin/env bash
# Tokens and gaps give back every file of the corpora byte for byte, each read as plain text, whatever it is.
# Usage: tests/quality/exact_text.sh LEDE
# The corpora lie beside the project, in ../shared; LEDE_CORPORA says where else.
source "$(dirname "${BASH_SOURCE[0]}")/../cli/checks.sh"
corpora=${LEDE_CORPORA:-$root/../shared/corpora}
[ -d "$corpora" ] || skip "no corpora in $corpora"
need python3

wrong=0 files=0
while IFS= read -r -d '' file; do
    files=$((files + 1))
    "$lede" parse --from text --tokens "$file" 2>"$work/said" | python3 "$root/tests/quality/exact_text.py" "$file" || wrong=$((wrong + 1))
done < <(find "$corpora" -type f -size +0 -print0 | sort -z)
if [ $wrong = 0 ]; then ok "$files files come back byte for byte"; else fail "$wrong of $files files do not come back"; fi
finish
