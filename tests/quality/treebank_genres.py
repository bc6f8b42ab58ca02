#!/usr/bin/env python3
"""UPOS and LAS by genre of a treebank's documents, from plain text.

Usage: treebank_genres.py LEDE SCORER TREEBANK.conllu…
A genre is what a document's id begins with: GUM_news_…, weblog-…
"""
import os
import re
import subprocess
import sys
import tempfile


def documents_by_genre(path):
    genres = {}
    for document in re.split(r"(?m)^(?=# newdoc)", open(path, encoding="utf-8").read()):
        name = re.match(r"# newdoc id = (?:GUM_)?([a-z]+)", document)
        if name:
            genres.setdefault(name[1], []).append(document)
    return genres


def scores_of(lede, scorer, treebank):
    with tempfile.TemporaryDirectory() as folder:
        gold, text, system = (os.path.join(folder, name) for name in ("gold.conllu", "text.txt", "system.conllu"))
        open(gold, "w", encoding="utf-8").write(treebank)
        reader = os.path.join(os.path.dirname(os.path.abspath(__file__)), "treebank_text.py")
        open(text, "wb").write(subprocess.run([sys.executable, reader, gold], check=True, capture_output=True).stdout)
        subprocess.run([lede, "parse", text, "-o", system], check=True)
        table = subprocess.run([sys.executable, scorer, gold, system], check=True, capture_output=True, text=True).stdout
    return {row.split()[0]: row.split()[3] for row in table.splitlines()[1:]}


if len(sys.argv) < 4:
    sys.exit(__doc__)
print("genre documents words UPOS LAS")
for path in sys.argv[3:]:
    for genre, documents in sorted(documents_by_genre(path).items()):
        treebank = "".join(documents)
        words = len(re.findall(r"(?m)^\d+\t", treebank))
        scores = scores_of(sys.argv[1], sys.argv[2], treebank)
        print(genre, len(documents), words, scores["UPOS"], scores["LAS"])
