"""Compares what a SHACL engine and `lede validate` find. Usage: shapes.py LEDE ROOT WORK

The examples, extracted at each level of provenance that the engine can read, must conform. Of the broken graphs engine and program
must find the same offences: the same words about the same things.
"""
import glob
import json
import os
import subprocess
import sys

import pyshacl
import rdflib
from rdflib.namespace import RDF, SH

lede, root, work = sys.argv[1:]
failures = 0


def graph_of(*paths):
    graph = rdflib.Graph()
    for path in paths:
        graph.parse(path, format="turtle", publicID="file:///")
    return graph


shapes = graph_of(f"{root}/ontology/shapes.ttl")
ontology = graph_of(*(path for path in glob.glob(f"{root}/ontology/*.ttl") if not path.endswith("shapes.ttl")))


def engine_offences(path):
    _, report, _ = pyshacl.validate(graph_of(path), shacl_graph=shapes, ont_graph=ontology, advanced=False)
    found = set()
    for result in report.subjects(RDF.type, SH.ValidationResult):
        message = str(report.value(result, SH.resultMessage))
        found.add((message.split(":")[0], str(report.value(result, SH.focusNode))))
    return found


def own_offences(path):
    answer = subprocess.run([lede, "validate", "--json", path], capture_output=True, text=True, check=False)
    return {(one["kind"], one["subject"]) for one in json.loads(answer.stdout)["offences"]}


def compare(path, want_offence):
    global failures
    engine, own = engine_offences(path), own_offences(path)
    good = engine == own and bool(own) == want_offence
    failures += not good
    print("ok     " if good else "FAILED ", os.path.basename(path), "" if good else f"engine {sorted(engine)}, lede {sorted(own)}")


for level in ("none", "sentence"):
    for verb in ("extract", "merge"):
        path = f"{work}/{verb}-{level}.ttl"
        source = [f"{root}/examples/articles", "--open", "--provenance", level] if verb == "extract" else [f"{work}/extract-{level}.ttl"]
        subprocess.run([lede, verb, *source, "-o", path], check=True)
        compare(path, False)
# A named graph an article: the union of the graphs is what the engine checks.
quads = f"{work}/graph.nq"
subprocess.run([lede, "extract", f"{root}/examples/articles", "--provenance", "graph", "-o", quads], check=True)
subprocess.run([lede, "merge", quads, "-o", f"{work}/graph.ttl"], check=True, stderr=subprocess.DEVNULL)
compare(f"{work}/graph.ttl", False)
for broken in sorted(glob.glob(f"{root}/tests/cli/broken/*.ttl")):
    compare(broken, True)
sys.exit(failures > 0)
