#!/usr/bin/env bash
# An Oxigraph store on this machine alone, to try lede load and lede query with. It is a Rust program; where a package of
# the system or a download of the project is not at hand: cargo install --locked oxigraph-cli (takes long, and needs clang)
# Usage: oxigraph.sh start [FOLDER [PORT]] | stop [FOLDER]        default: build/stores/oxigraph, 7878
set -euo pipefail
command=${1:-} folder=${2:-$(dirname "$0")/../../build/stores/oxigraph} port=${3:-7878}

case $command in
start)
    command -v oxigraph >/dev/null || { echo "oxigraph is not on the PATH: cargo install --locked oxigraph-cli" >&2; exit 1; }
    mkdir -p "$folder/data"
    folder=$(realpath "$folder")
    oxigraph serve --location "$folder/data" --bind "127.0.0.1:$port" >"$folder/oxigraph.log" 2>&1 &
    pid=$!
    echo "$pid" >"$folder/pid"
    until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
        kill -0 "$pid" 2>/dev/null || { tail -n 5 "$folder/oxigraph.log" >&2; echo "Oxigraph did not start; the reason is above, or in $folder/oxigraph.log" >&2; exit 1; }
        sleep 0.1
    done
    cat <<TEXT
Oxigraph runs at http://localhost:$port, its data is in $folder. Load, query, stop:
  lede load FILE --store http://localhost:$port/store
  lede query 'SELECT * { ?s ?p ?o } LIMIT 5' --store http://localhost:$port/query
  $0 stop $folder
TEXT
    ;;
stop)
    pid=$(cat "$folder/pid" 2>/dev/null) || { echo "no store runs in $folder" >&2; exit 1; }
    kill "$pid" 2>/dev/null || true
    while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
    rm -f "$folder/pid"
    ;;
*)
    sed -n '2,4s/^# //p' "$0" >&2
    exit 2
    ;;
esac
