#!/usr/bin/env bash
# From a fresh checkout to a knowledge graph: installs what is missing, builds the release, reads the example articles, shows the
# Turtle of one of them, and walks from one thing to another.
set -euo pipefail
cd "$(dirname "$0")/.."

step() { printf '\n\033[1m%s\033[0m\n' "$*"; }
if [ ! -t 1 ]; then step() { printf '\n%s\n' "$*"; }; fi

step "1. Packages"
examples/install_packages.sh

step "2. Build (a few minutes the first time)"
cmake --preset release
cmake --build --preset release
lede=build/release/lede

step "3. Read the example articles"
out=build/quickstart
mkdir -p "$out"
$lede extract examples/articles -o "$out/news.ttl" --overwrite
$lede extract examples/articles -o "$out/news-with-sources.ttl" --provenance sentence --overwrite
$lede stats "$out/news.ttl"

step "4. What one article says, as Turtle: examples/articles/etoile-order.txt"
$lede extract examples/articles/etoile-order.txt

step "5. From a dancer's drama to a studio: lede path \"Luke Kirby\" \"Amazon Studios\""
$lede path "Luke Kirby" "Amazon Studios" "$out/news-with-sources.ttl" --evidence

step "6. What to try next"
cat <<TEXT
  $lede explain examples/articles/harbour-bridge.txt
  $lede neighbors "Étoile" $out/news.ttl
  $lede rank $out/news.ttl --top 5
  $lede export $out/news.ttl --to mermaid
  $lede extract --ontology examples/ontology/lawsuits.ttl YOUR-ARTICLE.txt
  $lede extract YOUR-FOLDER -o your-graph.nq --provenance graph

  In a store (any that speaks SPARQL; this one is Virtuoso, package virtuoso-opensource-7-bin; also fuseki.sh, oxigraph.sh):
  examples/stores/virtuoso.sh start
  export LEDE_STORE_USER=dba LEDE_STORE_PASSWORD=dba
  $lede load $out/news-with-sources.ttl --store http://localhost:8890/sparql-graph-crud-auth --graph https://example.org/news
  $lede query --file examples/queries/who-works-where.rq --store http://localhost:8890/sparql
  $lede query --file examples/queries/said-about.rq --store http://localhost:8890/sparql
  $lede query --file examples/queries/quotations.rq --store http://localhost:8890/sparql
  examples/stores/virtuoso.sh stop
TEXT
