#!/usr/bin/env python3
"""KnowledgeNet (Mesquita et al. 2019) by examples: an ontology of its properties from some folds, scored on another.

    knowledgenet.py ontology FOLD.jsonl… -o ONTOLOGY.ttl      each fact becomes a lede:example, each passage without one a lede:counterExample
    knowledgenet.py score LEDE ONTOLOGY.ttl FOLD.jsonl        precision, recall and F1 by overlap of the spans, as the benchmark counts

A fact that the program finds stands for each pair of places at which the passage mentions its two things, since the benchmark lists them all.
A property counts in the passages that are annotated for it. Standard library only.
"""
import argparse, collections, json, subprocess, sys, tempfile

PERSON, ORGANISATION, PLACE = "schema:Person", "schema:Organization", "schema:Place"
PROPERTIES = {
    "EMPLOYEE_OR_MEMBER_OF": (PERSON, ORGANISATION), "PLACE_OF_RESIDENCE": (PERSON, PLACE), "SPOUSE": (PERSON, PERSON),
    "PLACE_OF_BIRTH": (PERSON, PLACE), "EDUCATED_AT": (PERSON, ORGANISATION), "HEADQUARTERS": (ORGANISATION, PLACE), "CHILD_OF": (PERSON, PERSON),
    "DATE_OF_BIRTH": (PERSON, "xsd:date"), "FOUNDED_BY": (ORGANISATION, PERSON), "CEO": (ORGANISATION, PERSON), "NATIONALITY": (PERSON, PLACE),
    "POLITICAL_AFFILIATION": (PERSON, ORGANISATION), "DATE_OF_DEATH": (PERSON, "xsd:date"), "SUBSIDIARY_OF": (ORGANISATION, ORGANISATION),
    "DATE_FOUNDED": (ORGANISATION, "xsd:date")}
SYMMETRIC = {"SPOUSE"}


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def clean(text):
    return text.replace("{", "(").replace("}", ")")


def marked(text, fact):
    places = sorted([(fact["subject_start"], fact["subject_end"], "subject"), (fact["object_start"], fact["object_end"], "object")])
    if places[0][1] > places[1][0]:
        return None
    result, end = "", 0
    for begin, stop, role in places:
        result += clean(text[end:begin]) + "{" + clean(text[begin:stop]) + "|" + role + "}"
        end = stop
    return result + clean(text[end:])


def ontology(options):
    examples, counter_examples = collections.defaultdict(set), collections.defaultdict(set)
    for path in options.folds:
        for row in read(path):
            stated = collections.defaultdict(list)
            for fact in row["facts"]:
                stated[fact["property"]].append(marked(row["text"], fact))
            for name in row["annotated_properties"]:
                examples[name].update(filter(None, stated[name]))
                if not stated[name]:
                    counter_examples[name].add(clean(row["text"]))
    with open(options.output, "w", encoding="utf-8") as out:
        out.write("@prefix lede: <https://w3id.org/lede#> .\n@prefix schema: <https://schema.org/> .\n@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
                  "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n")
        for name, (domain, target) in PROPERTIES.items():
            kind = "owl:DatatypeProperty" if target.startswith("xsd") else "owl:ObjectProperty"
            if name in SYMMETRIC:
                kind += ", owl:SymmetricProperty"
            out.write(f"\n<urn:knowledgenet:{name}> a {kind} ;\n    rdfs:domain {domain} ; rdfs:range {target} ; rdfs:label {json.dumps(name.lower().replace('_', ' '))}@en")
            for term, texts in (("example", examples[name]), ("counterExample", counter_examples[name])):
                for text in sorted(texts):
                    out.write(f" ;\n    lede:{term} {json.dumps(text, ensure_ascii=False)}@en")
            out.write(" .\n")


def places_of(entity):
    return [tuple(place) for place in entity["mentions"] + entity.get("references", [])]


def found_in(article):
    """(property, subject span, object span) of all pairs of places."""
    places = collections.defaultdict(list)
    for entity in article["entities"]:
        places[entity["name"]] += places_of(entity)
    result = set()
    for fact in article["facts"]:
        if fact["status"] != "asserted":
            continue
        name = fact["property"].rsplit(":", 1)[-1]
        subjects = set(places[fact["subject"]]) | {tuple(e["subject"]) for e in fact["evidence"]}
        objects = {tuple(e["object"]) for e in fact["evidence"]} | set(places[fact["object"]] if "object" in fact else [])
        pairs = {(name, s, o) for s in subjects for o in objects if s[0] < s[1] and o[0] < o[1]}
        result |= pairs | ({(name, o, s) for _, s, o in pairs} if name in SYMMETRIC else set())
    return result


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def score(options):
    rows = read(options.fold)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as articles:
        for number, row in enumerate(rows):
            articles.write(json.dumps({"id": f"passage-{number}", "text": row["text"]}, ensure_ascii=False) + "\n")
        articles.flush()
        done = subprocess.run([options.lede, "explain", "--json", "--no-core", "--ontology", options.ontology, articles.name], capture_output=True)
    if done.returncode:
        sys.exit(done.stderr.decode("utf-8", "replace"))
    found = {article["id"]: found_in(article) for article in map(json.loads, done.stdout.decode("utf-8").splitlines())}
    counts = collections.defaultdict(collections.Counter)
    for number, row in enumerate(rows):
        for name in row["annotated_properties"]:
            gold = {((f["subject_start"], f["subject_end"]), (f["object_start"], f["object_end"])) for f in row["facts"] if f["property"] == name}
            if name in SYMMETRIC:
                gold |= {(o, s) for s, o in gold}
            ours = {(s, o) for p, s, o in found.get(f"passage-{number}", ()) if p == name}
            agree = lambda a, b: overlap(a[0], b[0]) and overlap(a[1], b[1])
            right = sum(any(agree(g, o) for o in ours) for g in gold)
            counts[name] += collections.Counter(tp=right, fn=len(gold) - right, fp=sum(not any(agree(g, o) for g in gold) for o in ours))
    total = sum(counts.values(), collections.Counter())
    for name, count in [*sorted(counts.items()), ("all", total)]:
        precision = count["tp"] / max(1, count["tp"] + count["fp"])
        recall = count["tp"] / max(1, count["tp"] + count["fn"])
        print(f"{name:24} P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = arguments.add_subparsers(required=True)
    verb = verbs.add_parser("ontology")
    verb.set_defaults(do=ontology)
    verb.add_argument("folds", nargs="+")
    verb.add_argument("-o", "--output", required=True)
    verb = verbs.add_parser("score")
    verb.set_defaults(do=score)
    verb.add_argument("lede")
    verb.add_argument("ontology")
    verb.add_argument("fold")
    options = arguments.parse_args()
    options.do(options)


if __name__ == "__main__":
    main()
