#!/usr/bin/env bash
# lede load and lede query with an Apache Jena Fuseki store, with basic authentication.
# Usage: tests/cli/store_fuseki.sh LEDE
source "$(dirname "${BASH_SOURCE[0]}")/checks.sh"
need java gzip
"$root/examples/stores/fuseki.sh" fetch >/dev/null 2>"$work/fetched" || skip "Fuseki cannot be fetched: $(tail -n 1 "$work/fetched")"
java=$(java -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p')
[ "${java:-0}" -ge 17 ] || skip "Fuseki needs Java 17, and this is ${java:-another}"
cache=${LEDE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/lede}
export LEDE_CACHE=$cache
store_kind=fuseki rdf12=yes target=""
source "$root/tests/cli/store_checks.sh"
echo "ann: s3cret-pass" >"$work/passwords"
server_options=(--passwd "$work/passwords" --auth basic)
port=$(free_port)
data=http://127.0.0.1:$port/news/data update=http://127.0.0.1:$port/news/update query=http://127.0.0.1:$port/news
export LEDE_STORE_USER=ann LEDE_STORE_PASSWORD="s3cret-pass"
server "${server_options[@]}"
run_store_checks
