#!/usr/bin/env bash
# A store behind TLS: an unknown certificate is refused, one that --ca-file names is trusted, and for its own name alone.
# Usage: tests/cli/store_tls.sh LEDE
source "$(dirname "${BASH_SOURCE[0]}")/checks.sh"
need openssl
export HOME=$work
unset http_proxy HTTP_PROXY https_proxy HTTPS_PROXY all_proxy ALL_PROXY
openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/key.pem" -out "$work/cert.pem" -days 2 -subj /CN=localhost \
    -addext "subjectAltName=DNS:localhost" 2>/dev/null || skip "openssl makes no certificate"
while port=$((20000 + RANDOM % 20000)) && (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
# It answers each GET with a page; that is no SPARQL, but all that is needed to see that a connection came about.
openssl s_server -quiet -accept "127.0.0.1:$port" -key "$work/key.pem" -cert "$work/cert.pem" -www >/dev/null 2>&1 &
server=$!
trap 'kill $server 2>/dev/null || true; rm -rf "$work"' EXIT
until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
    kill -0 $server 2>/dev/null || skip "openssl s_server does not start"
    sleep 0.05
done

# says WORDS OPTION…: a query fails with these words
says() {
    local words=$1 code=0
    shift
    "$lede" query 'ASK {}' --attempts 1 "$@" >"$work/out" 2>"$work/err" || code=$?
    [ $code = 1 ] && grep -q -- "$words" "$work/err" || { echo "exit code $code, not 1, or not said: $words"; cat "$work/err"; return 1; }
}
check "an unknown certificate is refused, with a word of help" says "ertificate.*--ca-file" --store "https://localhost:$port"
check "one that is named is trusted" says "cannot be told what kind of store" --store "https://localhost:$port" --ca-file "$work/cert.pem"
check "but not for another host" says "--ca-file" --store "https://127.0.0.1:$port" --ca-file "$work/cert.pem"
check "a file of certificates that is not there is an error" says "is not there" --store "https://localhost:$port" --ca-file "$work/none.pem"
finish
