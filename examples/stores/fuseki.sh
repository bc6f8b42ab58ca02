#!/usr/bin/env bash
# An Apache Jena Fuseki store on this machine alone, to try lede load and lede query with. Needs Java 17 or newer; the server
# is one file from Maven Central, fetched once with mvn (Debian and Ubuntu: default-jre-headless, maven).
# Usage: fuseki.sh start [FOLDER [PORT [OPTION-OF-FUSEKI…]]] | stop [FOLDER] | fetch        default: build/stores/fuseki, 3030
set -euo pipefail
version=5.6.0
command=${1:-} folder=${2:-$(dirname "$0")/../../build/stores/fuseki} port=${3:-3030}
cache=${LEDE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/lede}
jar=$cache/jena-fuseki-server-$version.jar

fetch() {
    [ ! -e "$jar" ] || return 0
    command -v mvn >/dev/null || { echo "mvn is not installed, which fetches the server: apt-get install maven" >&2; return 1; }
    mkdir -p "$cache"
    echo "Fetching Fuseki $version (50 MB)" >&2
    mvn -q -B dependency:copy -Dartifact=org.apache.jena:jena-fuseki-server:$version -DoutputDirectory="$cache" >&2
}

case $command in
fetch) fetch ;;
start)
    command -v java >/dev/null || { echo "java is not installed: apt-get install default-jre-headless" >&2; exit 1; }
    fetch || exit 1
    mkdir -p "$folder/data"
    folder=$(realpath "$folder")
    shift $(($# < 3 ? $# : 3))
    FUSEKI_BASE=$folder java -Xmx1g -jar "$jar" --localhost --port "$port" --tdb2 --loc "$folder/data" --update "$@" /news \
        >"$folder/fuseki.log" 2>&1 &
    pid=$!
    echo "$pid" >"$folder/pid"
    until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
        kill -0 "$pid" 2>/dev/null || { grep -v '^[[:space:]]*at ' "$folder/fuseki.log" | tail -n 5 >&2; echo "Fuseki did not start; the reason is above, or in $folder/fuseki.log" >&2; exit 1; }
        sleep 0.1
    done
    cat <<TEXT
Fuseki runs at http://localhost:$port, its data is in $folder. Load, query, stop:
  lede load FILE --store http://localhost:$port/news
  lede query 'SELECT * { ?s ?p ?o } LIMIT 5' --store http://localhost:$port/news
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
