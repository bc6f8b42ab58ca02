#!/usr/bin/env bash
# A Virtuoso store on this machine alone (Debian and Ubuntu: virtuoso-opensource-7-bin), to try lede load and lede query with.
# Usage: virtuoso.sh start [FOLDER [PORT]] | stop [FOLDER]        default: build/stores/virtuoso, 8890
# The login is that of a fresh Virtuoso, dba and dba: for trying things out, not for a server that others can reach.
set -euo pipefail
command=${1:-} folder=${2:-$(dirname "$0")/../../build/stores/virtuoso} port=${3:-8890}

free_port() {
    local port
    while port=$((20000 + RANDOM % 20000)) && (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
    echo "$port"
}

case $command in
start)
    command -v virtuoso-t >/dev/null || { echo "virtuoso-t is not installed: apt-get install virtuoso-opensource-7-bin" >&2; exit 1; }
    mkdir -p "$folder"
    folder=$(realpath "$folder")
    [ ! -e "$folder/virtuoso.lck" ] || { echo "a store already runs in $folder (or was killed: then delete $folder/virtuoso.lck)" >&2; exit 1; }
    # Shared memory and threads small; results are not cut off at Virtuoso's 10,000 rows.
    cat >"$folder/virtuoso.ini" <<INI
[Database]
DatabaseFile = $folder/virtuoso.db
ErrorLogFile = $folder/virtuoso.log
LockFile = $folder/virtuoso.lck
TransactionFile = $folder/virtuoso.trx
xa_persistent_file = $folder/virtuoso.pxa
[TempDatabase]
DatabaseFile = $folder/virtuoso-temp.db
TransactionFile = $folder/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:$(free_port)
NumberOfBuffers = 20000
MaxDirtyBuffers = 12000
[HTTPServer]
ServerPort = 127.0.0.1:$port
ServerThreads = 8
[SPARQL]
ResultSetMaxRows = 1000000
INI
    (cd "$folder" && virtuoso-t +configfile virtuoso.ini +wait >"$folder/start.log" 2>&1) ||
        { echo "Virtuoso did not start; the reason is in $folder/virtuoso.log" >&2; exit 1; }
    cat <<TEXT
Virtuoso runs at http://localhost:$port, its data is in $folder. Load, query, stop:
  export LEDE_STORE_USER=dba LEDE_STORE_PASSWORD=dba
  lede load FILE --store http://localhost:$port/sparql-graph-crud-auth --graph https://example.org/news
  lede query 'SELECT * { ?s ?p ?o } LIMIT 5' --store http://localhost:$port/sparql
  $0 stop $folder
TEXT
    ;;
stop)
    pid=$(sed -n 's/^VIRT_PID=//p' "$folder/virtuoso.lck" 2>/dev/null) || true
    [ -n "$pid" ] || { echo "no store runs in $folder" >&2; exit 1; }
    kill "$pid"
    while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
    rm -f "$folder/virtuoso.lck"
    ;;
*)
    sed -n '2,4s/^# //p' "$0" >&2
    exit 2
    ;;
esac
