#!/usr/bin/env bash
# lede load and lede query with a Virtuoso store, which knows no default graph and no RDF 1.2, and asks for a digest.
# Usage: tests/cli/store_virtuoso.sh LEDE
source "$(dirname "${BASH_SOURCE[0]}")/checks.sh"
need virtuoso-t gzip
store_kind=virtuoso rdf12=no target="--graph http://test/queries --replace" server_options=()
source "$root/tests/cli/store_checks.sh"
port=$(free_port)
data=http://127.0.0.1:$port/sparql-graph-crud-auth update=http://127.0.0.1:$port/sparql-auth query=http://127.0.0.1:$port/sparql
export LEDE_STORE_USER=dba LEDE_STORE_PASSWORD=dba
server
check "statements without a graph need one" fails 1 "say with --graph IRI" "$lede" load "$root/ontology/lede.ttl" --store "$data"
run_store_checks
