#!/usr/bin/env bash
# Names, headlines and quotations of an article that try to break out of where they are written: IRIs, literals, DOT, GraphML, Mermaid,
# JSON and terminals. Each output is read back by a program that is not ours.
# Usage: tests/cli/hostile_names.sh LEDE
source "$(dirname "$0")/runs.sh"
for tool in python3 rapper serdi dot script; do
    command -v $tool >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done

cat >make.py <<'PYTHON'
"""The article and an ontology that knows the names in it, so that no model has to find them."""
import json
ESC, BEL, C1 = "\x1b", "\x07", "\x9b"
names = [
    'Acme "Quote\\" Corp', "Backtick `rm -rf` Corp", "Angle <img src=x onerror=alert(1)> Corp", "</script><script>alert(1)</script>",
    "Brace } ] ; . Corp", "Right \u202eproC\u202c Isolate \u2066x\u2069", f"Red {ESC}[31mCorp{ESC}[2J", f"Title {ESC}]0;owned{BEL} Corp", f"Single {C1}31m Corp",
    "Hash # Percent %3E%00 Corp", "Amp &amp; &#60; Corp", "New\u2028Line\u2029Corp", "../../etc/passwd", "Html--><Corp", "A|B{C}[D](E)", "$(reboot) Corp", "Ünïcødé Ｃｏｒｐ 👩‍🚀",
]
turtle = "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix schema: <https://schema.org/> .\n"
sentences = []
for i, name in enumerate(names):
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    turtle += f'<https://house.example/firm/{i}> a schema:Organization ; rdfs:label "{escaped}"@en .\n'
    sentences.append(f"Ada Lindqvist is the founder of {name}. “We own {name},” said Ada Lindqvist.")
open("names.ttl", "w").write(turtle)
article = {"id": 'id "> <x> \\ ' + ESC + "[2J\n\u202e", "url": 'https://quay.example/a?b="><c>\\' + ESC, "title": "Head </title> " + " ".join(names),
           "author": f'Bo "Ek" \\ <b> {ESC}[2J {C1}', "publisher": "The `Quay` </script> \u0000 \u202e", "date": "2023-04-27", "text": "\n\n".join(sentences)}
open("hostile.jsonl", "w").write(json.dumps(article) + "\n")
PYTHON
python3 make.py

cat >check.py <<'PYTHON'
"""check.py KIND FILE: fails if the file holds what could steer a terminal, or is not what its kind is."""
import json, re, sys, xml.etree.ElementTree as tree
kind, path = sys.argv[1], sys.argv[2]
data = open(path, "rb").read()
text = data.decode("utf-8")
if kind == "terminal":
    text = re.sub("\x1b\\[[0-9;]*m|\r\x1b\\[K", "", text).replace("\r\n", "\n")  # our own colours and the bar
for match in re.finditer("[\x00-\x08\x0b-\x1f\x7f-\x9f]", text):
    sys.exit(f"{path}: the control character {match.group()!r} in {text[max(0, match.start() - 40):match.end() + 20]!r}")
if kind in ("terminal", "dot", "graphml", "mermaid"):
    for match in re.finditer("[\u202a-\u202e\u2066-\u2069]", text):
        sys.exit(f"{path}: a mark of direction in {text[max(0, match.start() - 40):match.end() + 20]!r}")
if kind == "json":
    for line in (filter(None, text.split("\n")) if text.startswith('{"') else [text]): json.loads(line)
if kind == "graphml":
    names = [node.text for node in tree.fromstring(text).iter("{http://graphml.graphdrawing.org/xmlns}data") if node.get("key") == "label"]
    if "</script><script>alert(1)</script>" not in names: sys.exit(f"{path}: a name is not read back: {names}")
if kind == "svg":
    allowed = {"svg", "g", "a", "title", "polygon", "path", "text", "ellipse", "polyline", "defs", "linearGradient", "stop"}
    for node in tree.fromstring(data).iter():
        if node.tag.split("}")[-1] not in allowed: sys.exit(f"{path}: the element {node.tag}")
if kind == "mermaid":
    node, edge = r'    n\d+\["[^"<>`]*"\]', r'    n\d+ -->\|"[^"<>`]*"\| n\d+'
    for line in text.splitlines()[1:]:
        if not re.fullmatch(f"{node}|{edge}", line): sys.exit(f"{path}: the line {line!r}")
PYTHON
sound() { python3 check.py "$1" "$2" 2>said || fail "$(cat said)"; }

# --- RDF, read by two other programs, which find the same statements
for provenance in none sentence; do
    run "extract, $provenance" 0 extract hostile.jsonl --ontology names.ttl --provenance $provenance --open -o $provenance.nt --overwrite
    sound rdf $provenance.nt
    has $provenance.nt "https://house.example/firm/0"
    for syntax in turtle trig ntriples nquads; do
        case_name="$syntax, $provenance"
        "$lede" extract hostile.jsonl --ontology names.ttl --provenance $provenance --open --to $syntax -o graph.$syntax --overwrite 2>err || fail "exit code $?"
        sound rdf graph.$syntax
        serdi -q -i $syntax -o ntriples graph.$syntax | cut -d' ' -f2 | sort >serd.predicates || fail "Serd cannot read it"
        [ "$(wc -l <serd.predicates)" = "$(wc -l <$provenance.nt)" ] || fail "Serd finds other statements"
        if [ $syntax = turtle ] || [ $syntax = ntriples ] || [ $syntax = nquads ]; then
            rapper -q -i $syntax -o ntriples graph.$syntax >raptor.nt 2>err || fail "Raptor cannot read it"
            [ "$(sort -u raptor.nt | wc -l)" = "$(wc -l <$provenance.nt)" ] || fail "Raptor finds other statements"
        fi
    done
done
run "extract, graph" 0 extract hostile.jsonl --ontology names.ttl --provenance graph -o graph.trig --overwrite
serdi -q -i trig -o nquads graph.trig >serd.nq || fail "Serd cannot read the graph"
run "extract, rdf12" 0 extract hostile.jsonl --ontology names.ttl --provenance rdf12 -o reified.ttl
sound rdf reified.ttl
run "merging adds counts of support alone" 0 merge sentence.nt -o merged.nt
cmp -s sentence.nt <(grep -vF "<https://w3id.org/lede#support>" merged.nt) || fail "the graphs differ"
case_name="names are read back as they were"
python3 - <<'PYTHON' || failures=$((failures + 1))
import re, sys
exec(open("make.py").read().split("turtle =")[0])
unescape = lambda text: text.encode("ascii", "backslashreplace").decode("unicode_escape")
found = {unescape(re.sub(r"[^\x00-\x7f]", lambda m: "\\U%08x" % ord(m.group()), match.group(1)))
         for match in re.finditer(r'<https://schema.org/name> "((?:[^"\\]|\\.)*)"', open("none.nt").read())}
missing = [name for name in names if name not in found]
if len(missing) > 6: sys.exit(f"FAILED: of {len(names)} names these are not in the graph: {missing}")
print(f"{len(names) - len(missing)} of {len(names)} hostile names are in the graph")
PYTHON

# --- drawings
for format in dot graphml mermaid; do
    run "export $format" 0 export sentence.nt --to $format --articles --isolated -o drawing.$format --overwrite
    sound $format drawing.$format
done
case_name="Graphviz draws it"
dot -Tsvg drawing.dot -o drawing.svg 2>err || fail "dot cannot read it"
sound svg drawing.svg

# --- JSON
run "explain --json" 0 explain hostile.jsonl --ontology names.ttl --json
sound json out
run "show --json" 0 show "Ada Lindqvist" sentence.nt --json
sound json out
run "rejected" 0 extract hostile.jsonl --ontology names.ttl --rejected rejected.tsv -o /dev/null
sound tsv rejected.tsv
run "tuples" 0 tuples hostile.jsonl
sound tsv out

# --- a terminal
unset NO_COLOR
cp hostile.jsonl "$(printf 'file \033[2J name.jsonl')"
terminal() {
    case_name="on a terminal: $*"
    local line
    printf -v line '%q ' "$lede" "$@"
    TERM=xterm script -qec "$line" typescript >/dev/null 2>&1 </dev/null
    sed -e '1{/^Script started/d}' -e '${/^Script done/d}' typescript >terminal
    [ -s terminal ] || fail "nothing is shown"
    sound terminal terminal
}
terminal explain hostile.jsonl --ontology names.ttl --open
terminal explain "$(printf 'file \033[2J name.jsonl')" "$(printf 'missing \033[2J.txt')" --ontology names.ttl
terminal show "Ada Lindqvist" sentence.nt --evidence
terminal path "Ada Lindqvist" https://house.example/firm/6 sentence.nt --evidence
terminal neighbors "Ada Lindqvist" sentence.nt
terminal rank sentence.nt
terminal stats sentence.nt
terminal show "$(printf 'no such \033[2J name')" sentence.nt

[ $failures = 0 ] && echo "all good"
exit $((failures > 0))
