#!/usr/bin/env bash
# What a reader learns from examples/articles/etoile-order.txt must be in its graph. Names what is missing.
# Usage: tests/cli/etoile.sh LEDE
source "$(dirname "${BASH_SOURCE[0]}")/checks.sh"
cd "$root/examples/articles"
"$lede" extract etoile-order.txt --to ntriples >"$work/graph.nt"

# The graph as lines of "subject|property|object", things by their names, properties by the end of their IRIs, and
# quotations as "speaker|says|words".
awk '
function term(line) { match(line, /^<[^>]*>|^".*"/); return substr(line, RSTART, RLENGTH) }
function local(iri) { sub(/>$/, "", iri); sub(/^.*[\/#]/, "", iri); return iri }
function named(t) { return t in name ? name[t] : t ~ /^"/ ? substr(t, 2, length(t) - 2) : local(t) }
{
    subject[NR] = $1; property[NR] = local($2)
    object[NR] = term(substr($0, length($1) + length($2) + 3))
    if (property[NR] == "name") name[$1] = substr(object[NR], 2, length(object[NR]) - 2)
    if (property[NR] == "creator" && $1 ~ /#quotation=/) speakers[$1] = speakers[$1] object[NR] " "
}
END {
    for (i = 1; i <= NR; ++i) {
        if (property[i] == "text" && subject[i] in speakers) {
            n = split(speakers[subject[i]], who, " ")
            for (j = 1; j <= n; ++j) print named(who[j]) "|says|" named(object[i])
        } else print named(subject[i]) "|" property[i] "|" named(object[i])
    }
}' "$work/graph.nt" >"$work/facts"

# fact TEXT: a line that begins so
fact() {
    if awk -v wanted="$1" 'index($0, wanted) == 1 { found = 1 } END { exit !found }' "$work/facts"; then
        ok "$1"
    else
        fail "missing: $1"
    fi
}
title() { # title PERSON WORD: a job title that has the word in it
    if grep -qi "^$1|jobTitle|.*$2" "$work/facts"; then ok "$1|jobTitle|…$2…"; else fail "missing: $1|jobTitle|…$2…"; fi
}

fact "Étoile|network|Prime Video"
for person in "Amy Sherman-Palladino" "Daniel Palladino"; do
    for property in creator author director executiveProducer; do fact "Étoile|$property|$person"; done
done
fact "Étoile|executiveProducer|Dhana Rivera Gilbert"
fact "Étoile|coExecutiveProducer|Scott Ellis"
while IFS='|' read -r person credit; do
    fact "Étoile|actor|$person"
    fact "$person|knownFor|$credit"
done <<'CAST'
Luke Kirby|The Marvelous Mrs. Maisel
Camille Cottin|Call My Agent!
Simon Callow|Four Weddings and a Funeral
Lou de Laâge|The Innocents
Gideon Glick|The Marvelous Mrs. Maisel
David Alvarez|West Side Story
CAST
for place in "New York City" "Paris"; do
    fact "Étoile|contentLocation|$place"
    fact "Étoile|filmingLocation|$place"
done
fact "Étoile|numberOfEpisodes|8"
fact "Étoile|numberOfSeasons|2"
fact "Étoile|productionCompany|Amazon Studios"
fact "Jennifer Salke|worksFor|Amazon Studios"
title "Jennifer Salke" "head"
fact "The Marvelous Mrs. Maisel|endDate|2023-05-26"
fact "Jennifer Salke|says|Amy and Daniel write the way dancers move"
fact "Jennifer Salke|says|We could not wait to follow them"
fact "Amy Sherman-Palladino|says|We have wanted to spend our days in a ballet studio"
fact "Amy Sherman-Palladino|says|We will sleep when the curtain falls"
finish
