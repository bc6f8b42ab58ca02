#!/usr/bin/env bash
# A relation of one's own, described in Turtle by a few examples, is found in sentences that are not among them, with the right
# subject and object, and not where the text does not state it.
# Usage: tests/cli/own_property.sh LEDE
source "$(dirname "${BASH_SOURCE[0]}")/checks.sh"
cd "$work"

# make_articles NAME: rows "subject|object|sentence" from standard input become articles; a row without subject and object is one
# whose sentence must not give the relation
make_articles() {
    awk -F'|' -v rows="$1.rows" '{
        gsub(/"/, "\\\"", $3)
        print NR "|" $1 "|" $2 "|" $3 > rows
        print "{\"id\": \"row-" NR "\", \"date\": \"2024-05-06\", \"text\": \"" $3 "\"}"
    }' >"$1.jsonl"
}

# relation NAME PROPERTY LEAST OPTION…: at least LEAST of the stated ones are found, none is found the wrong way round, and none
# where it must not be
relation() {
    local name=$1 property=$2 least=$3 found=0 stated=0 number subject object sentence
    shift 3
    echo "-- $property, $*"
    "$lede" extract "$name.jsonl" --to nquads --provenance graph "$@" >graph.nq 2>messages || fail "$(head -n 3 messages)"
    grep -F "<$property>" graph.nq >facts.nq || true
    while IFS='|' read -r number subject object sentence; do
        grep -F "/news-article/row-$number> ." facts.nq >row.nq || true
        if [ -z "$subject" ]; then
            if [ -s row.nq ]; then fail "must not be found: $sentence"; else ok "not stated: $sentence"; fi
            continue
        fi
        stated=$((stated + 1))
        if grep -Eq "^<[^>]*/$subject> <[^>]*> (<[^>]*/$object>|\"$object\"[^ ]*) " row.nq; then
            found=$((found + 1))
            ok "found: $sentence"
        else
            echo "not found: $sentence"
        fi
        if grep -Eq "^<[^>]*/$object> <[^>]*> <[^>]*/$subject> " row.nq; then fail "the wrong way round: $sentence"; fi
    done <"$name.rows"
    if [ "$found" -ge "$least" ]; then ok "$found of $stated found"; else fail "$found of $stated found, not $least"; fi
}

# --- who sues whom: the ontology of the examples
make_articles sued <<'ROWS'
orlin-freight|castell-bank|Orlin Freight has sued Castell Bank over a frozen account, court papers show.
petra-lindholm|larch-bakeries|The bakery chain Larch Bakeries was sued by former manager Petra Lindholm on Tuesday.
tamsin-oakley|redfern-music|Tamsin Oakley is suing Redfern Music for unpaid royalties, her lawyer said.
halden-software|mirador-systems|Halden Software filed a lawsuit against Mirador Systems in Chicago on Monday.
edgar-wynn|foxglove-books|A lawsuit brought by the novelist Edgar Wynn accuses Foxglove Books of hiding sales figures.
ingrid-solheim|vantor-ferries|Vantor Ferries faces a lawsuit from Ingrid Solheim, who broke her leg on board in 2022.
||Orlin Freight will not sue Castell Bank, its chairman said.
||Halden Software and Mirador Systems announced a partnership in Chicago on Monday.
||Petra Lindholm thanked Larch Bakeries for eleven good years.
ROWS
lawsuits=$root/examples/ontology/lawsuits.ttl
relation sued "https://example.org/vocabulary#sued" 4 --ontology "$lawsuits"
relation sued "https://example.org/vocabulary#sued" 4 --ontology "$lawsuits" --no-core

# --- who translated what: another kind of subject, the object a person, eight examples
cat >translations.ttl <<'TTL'
@prefix ex: <https://example.org/vocabulary#> .
@prefix lede: <https://w3id.org/lede#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .

ex:translatedBy a owl:ObjectProperty ;
    rdfs:label "translated by"@en ;
    rdfs:domain schema:CreativeWork ;
    rdfs:range schema:Person ;
    lede:example "The novel “{The Salt Road|subject}” was translated by {Ida Marsh|object}."@en ,
                 "{Ida Marsh|object} translated “{The Salt Road|subject}” from the Danish."@en ,
                 "“{The Salt Road|subject},” in a translation by {Ida Marsh|object}, is out in May."@en ,
                 "{Ida Marsh|object}, who translated “{The Salt Road|subject},” lives in Leith."@en ,
                 "{Ida Marsh|object}, the translator of “{The Salt Road|subject},” won a medal."@en ,
                 "{Ida Marsh|object} has translated “{The Salt Road|subject}” into English."@en ,
                 "{Ida Marsh|object}’s translation of “{The Salt Road|subject}” sold 9,000 copies."@en ,
                 "{Ida Marsh|object} is translating the novel “{The Salt Road|subject}” for Gannet Press."@en ;
    lede:counterExample "{Ida Marsh|object} wrote “{The Salt Road|subject}” in six weeks."@en ,
                 "{Ida Marsh|object} reviewed “{The Salt Road|subject}” for a newspaper."@en .
TTL
make_articles translated <<'ROWS'
winter-bees|carla-moreau|Carla Moreau translated the novel “Winter Bees” from the French.
the-tin-orchard|jonas-weld|“The Tin Orchard,” a novel by Pia Lund, was translated into English by Jonas Weld.
nine-lanterns|asha-pillai|Asha Pillai, who translated “Nine Lanterns,” said the jokes were the hardest part.
the-quiet-harbour|tom-ferris|The translator of “The Quiet Harbour,” Tom Ferris, grew up in Porto.
a-map-of-rain|leonie-brandt|The critics praised Leonie Brandt’s translation of “A Map of Rain.”
black-clover|miguel-soto|Miguel Soto has translated “Black Clover” and two other novels into Spanish.
||Carla Moreau did not translate “Winter Bees,” her publisher said.
||Pia Lund wrote “The Tin Orchard” on a ferry.
||Tom Ferris reviewed “The Quiet Harbour” for a magazine in Porto.
ROWS
relation translated "https://example.org/vocabulary#translatedBy" 4 --ontology translations.ttl

# --- how many ships a company has: the object a number, five examples
cat >fleets.ttl <<'TTL'
@prefix ex: <https://example.org/vocabulary#> .
@prefix lede: <https://w3id.org/lede#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

ex:fleetSize a owl:DatatypeProperty ;
    rdfs:label "fleet size"@en ;
    rdfs:domain schema:Organization ;
    rdfs:range xsd:integer ;
    lede:example "{Tidewater Shipping|subject} has a fleet of {40|object} ships."@en ,
                 "{Tidewater Shipping|subject}, which operates {40|object} ships, was founded in Cork."@en ,
                 "{Tidewater Shipping|subject} runs {40|object} ferries between the islands."@en ,
                 "With {40|object} ships, {Tidewater Shipping|subject} is the largest line in the country."@en ,
                 "The fleet of {Tidewater Shipping|subject} counts {40|object} vessels."@en ;
    lede:counterExample "{Tidewater Shipping|subject} has ordered {40|object} ships."@en ,
                 "About {40|object} people work for {Tidewater Shipping|subject}."@en .
TTL
make_articles fleet <<'ROWS'
vantor-ferries|23|Vantor Ferries has a fleet of 23 ships, the harbour office said.
halvorsen-line|51|The company Halvorsen Line, which operates 51 ships, has moved to Bergen.
orlin-freight|17|Shares of Orlin Freight, which runs 17 ferries between the islands, fell on Monday.
||About 400 people work for Vantor Ferries.
||Orlin Freight has ordered 12 lifeboats.
ROWS
relation fleet "https://example.org/vocabulary#fleetSize" 2 --ontology fleets.ttl

# --- things of classes that the language model does not know: roses and their groups; an IRI for a class and a property
cat >roses.ttl <<'TTL'
@prefix ex: <https://example.org/vocabulary#> .
@prefix lede: <https://w3id.org/lede#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .

ex:Rose a owl:Class ; rdfs:label "rose"@en ; lede:noun "rose"@en .
ex:roseGroup a owl:Class , owl:ObjectProperty ;
    rdfs:label "rose group"@en ;
    rdfs:domain ex:Rose ;
    rdfs:range ex:roseGroup ;
    lede:example "{Aunt Mabel's Gold|subject} is a {climbing rose|object} with yellow flowers."@en ,
                 "{Seven Bells|subject} is a {shrub rose|object} that was bred in Kent."@en ,
                 "{Dusty Cellar 4|subject} is a {rambling rose|object} with a strong scent."@en ,
                 "The {climbing rose|object} {Do Not Prune Me|subject} flowers in June."@en ,
                 "{Old Tom's Nose|subject}, a {miniature rose|object}, is sold in pots."@en ,
                 "{Half a Crown|subject} is a {tea rose|object} of 1902."@en ;
    lede:counterExample "{Seven Bells|subject} won a medal at the {flower show|object}."@en .
TTL
make_articles roses <<'ROWS'
harbour-fog-2|shrub-rose|Harbour Fog 2 is a shrub rose with grey leaves.
what-the-bees-said|rambling-rose|What the Bees Said is a rambling rose that reaches nine metres.
pale-uncle|floribunda-rose|Pale Uncle is a floribunda rose of 1958.
||Pale Uncle won a prize at the garden fair.
ROWS
relation roses "https://example.org/vocabulary#roseGroup" 2 --ontology roses.ttl --no-core

# --- what only a pronoun stands for, where the examples mark such pronouns
cat >births.ttl <<'TTL'
@prefix ex: <https://example.org/vocabulary#> .
@prefix lede: <https://w3id.org/lede#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .

ex:bornIn a owl:ObjectProperty ; rdfs:label "born in"@en ; rdfs:domain schema:Person ; rdfs:range schema:Place ;
    lede:example "{He|subject} was born in {Leeds|object}."@en ,
                 "{She|subject} was born in {Naples|object} and went to school there."@en ,
                 "{He|subject} was born on a farm near {Cork|object}."@en ,
                 "Born in {Oslo|object}, {she|subject} studied medicine."@en ,
                 "{Ida Marsh|subject} was born in {Leith|object} in 1950."@en .
TTL
make_articles births <<'ROWS'
row-1#she|bergen|She was born in Bergen and studied law.
row-2#he|turin|He was born in Turin in 1931.
||He has never been to Turin.
ROWS
relation births "https://example.org/vocabulary#bornIn" 2 --ontology births.ttl --no-core
finish
