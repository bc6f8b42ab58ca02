#!/usr/bin/env bash
# Web archives as another program writes them (warcio, the library of many crawlers) are read as articles, packed or not.
# Usage: tests/cli/warc.sh LEDE        Skipped where warcio is not to be had.
source "$(dirname "$0")/checks.sh"

python_with warcio warcio

cat >"$work/write.py" <<'PYTHON'
import gzip, io, sys
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PAGE = """<!doctype html><html lang="en"><body><article><h1>%s opens</h1>
<p>Nordbro, a bridge builder based in Copenhagen, was founded by Karl Holm in 1961.</p></article></body></html>"""

def add(writer, name, body, fields=(), status="200 OK", kind="response"):
    headers = StatusAndHeaders(status, [("Content-Type", "text/html; charset=utf-8"), *fields], protocol="HTTP/1.1")
    return writer.create_warc_record("https://news.example/" + name, kind, payload=io.BytesIO(body), http_headers=headers)

def chunked(body):
    return b"%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (10, body[:10], len(body) - 10, body[10:])

for name, packed in (("plain.warc", False), ("packed.warc.gz", True)):
    with open(sys.argv[1] + "/" + name, "wb") as out:
        writer = WARCWriter(out, gzip=packed, warc_version="1.1")
        writer.write_record(writer.create_warcinfo_record(name, {"software": "warcio"}))
        one, two, three = (PAGE % word for word in ("Harbour", "Rådhus", "Market"))
        first = add(writer, "harbour", one.encode())
        request = writer.create_warc_record("https://news.example/harbour", "request",
                                            http_headers=StatusAndHeaders("GET / HTTP/1.1", [("Host", "news.example")]))
        writer.write_request_response_pair(request, first)
        writer.write_record(add(writer, "radhus", gzip.compress(two.encode()), [("Content-Encoding", "gzip")]))
        writer.write_record(add(writer, "market", chunked(three.encode()), [("Transfer-Encoding", "chunked")]))
        writer.write_record(add(writer, "gone", one.encode(), status="404 Not Found"))
        writer.write_record(writer.create_revisit_record("https://news.example/harbour", first.rec_headers["WARC-Payload-Digest"],
                                                         "https://news.example/harbour", "2023-04-27T10:11:12Z"))
        writer.write_record(add(writer, "harbour", two.encode()))
PYTHON
check "warcio writes the archives" "$python" "$work/write.py" "$work"

for name in plain.warc packed.warc.gz; do
    check "$name is read" "$lede" extract "$work/$name" --to ntriples -o "$work/$name.nt"
    cp "$work/said" "$work/words"
    check "$name: what became of the records" \
        grep -qF "8 records: 3 articles, 1 seen before, 4 that are no pages" "$work/words"
    for page in harbour radhus market; do
        check "$name: $page" grep -qF "\"https://news.example/$page\"" "$work/$name.nt"
    done
    check "$name: the page is as it was before it was packed" grep -qF '"Rådhus opens"' "$work/$name.nt"
done
check "packed or not, the graph is the same" cmp "$work/plain.warc.nt" "$work/packed.warc.gz.nt"
check "from standard input as well" bash -c "'$lede' extract - --to ntriples <'$work/packed.warc.gz' | cmp - '$work/plain.warc.nt'"
finish
