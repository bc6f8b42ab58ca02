#!/usr/bin/env bash
# lede load and lede query with an Oxigraph store.
# Usage: tests/cli/store_oxigraph.sh LEDE
source "$(dirname "${BASH_SOURCE[0]}")/checks.sh"
need gzip
command -v oxigraph >/dev/null || skip "oxigraph is not on the PATH (cargo install --locked oxigraph-cli)"
store_kind=oxigraph rdf12=yes target="" server_options=()
source "$root/tests/cli/store_checks.sh"
port=$(free_port)
data=http://127.0.0.1:$port/store update=http://127.0.0.1:$port/update query=http://127.0.0.1:$port/query
server
run_store_checks
