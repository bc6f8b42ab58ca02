"""Compares what a SHACL engine and `lede validate` find. Usage: shapes.py LEDE ROOT WORK

The examples, extracted and merged at each level of provenance that the engine can read, must conform. In the broken graphs engine and
program must find the same offences: the same words about the same things. The engine takes all broken graphs at once, each under a
base of its own, since it is slow to start.
"""
import functools
import glob
import json
import os
import subprocess
import sys

import pyshacl
import rdflib
from rdflib.namespace import RDF, SH
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.processor import SPARQLProcessor

# The engine asks the same few questions of thing after thing, and reading them takes nearly all of its time: each is read once.
read_question = functools.cache(lambda text, prefixes: prepareQuery(text, initNs=dict(prefixes)))
answer = SPARQLProcessor.query


def answer_again(self, question, initBindings=None, initNs=None, *rest, **named):
    if isinstance(question, str):
        question = read_question(question, tuple(sorted((prefix, str(iri)) for prefix, iri in (initNs or {}).items())))
    return answer(self, question, initBindings, initNs, *rest, **named)


SPARQLProcessor.query = answer_again

lede, root, work = sys.argv[1:]
failures = 0


def parse(paths):
    graph = rdflib.Graph()
    for path in paths:
        graph.parse(path, format="turtle")
    return graph


shapes = parse([f"{root}/ontology/shapes.ttl"])
ontology = parse(path for path in glob.glob(f"{root}/ontology/*.ttl") if not path.endswith("shapes.ttl"))


def engine_offences(paths):
    _, report, _ = pyshacl.validate(parse(paths), shacl_graph=shapes, ont_graph=ontology)
    found = set()
    for result in report.subjects(RDF.type, SH.ValidationResult):
        kind = str(report.value(result, SH.resultMessage)).split(":")[0]
        focus = report.value(result, SH.focusNode)
        found.add((kind, "_:" if isinstance(focus, rdflib.BNode) else str(focus)))
    return found


def own_offences(path):
    answer = subprocess.run([lede, "validate", "--json", path], capture_output=True, text=True, check=False)
    return {(one["kind"], "_:" if one["subject"].startswith("_:") else one["subject"]) for one in json.loads(answer.stdout)["offences"]}


def check(good, name, detail):
    global failures
    failures += not good
    print("ok     " if good else "FAILED ", name, "" if good else detail)


def run(*arguments):
    subprocess.run([lede, *arguments], check=True, capture_output=True)


broken, own = [], set()
for path in sorted(glob.glob(f"{root}/tests/cli/broken/*.ttl")):
    name = os.path.basename(path)
    with open(path, encoding="utf-8") as file:
        text = file.read().replace("https://example.org/", f"https://example.org/{name}/")
    broken.append(f"{work}/{name}")
    with open(broken[-1], "w", encoding="utf-8") as file:
        file.write(text)
    found = own_offences(broken[-1])
    check(found, name, "lede validate finds nothing")
    own |= found
engine = engine_offences(broken)
check(own == engine, "the broken graphs", f"only lede: {sorted(own - engine)}, only the engine: {sorted(engine - own)}")

article = f"{root}/examples/articles/etoile-order.txt"
for level, suffix in (("none", "ttl"), ("sentence", "ttl"), ("graph", "nq")):
    extracted, merged = f"{work}/extracted-{level}.{suffix}", f"{work}/merged-{level}.ttl"
    run("extract", article, "--open", "--provenance", level, "-o", extracted)
    run("merge", extracted, "-o", merged)  # of named graphs the engine checks the union
    for path in (extracted, merged) if suffix == "ttl" else (merged,):
        check(not engine_offences([path]), os.path.basename(path), "does not conform")
        check(not own_offences(path), os.path.basename(path), "has offences for lede")
sys.exit(failures > 0)
