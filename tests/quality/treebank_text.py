#!/usr/bin/env python3
"""The plain text of a CoNLL-U treebank, a blank line between paragraphs, to be parsed again.

Usage: treebank_text.py TREEBANK.conllu > text.txt
"""
import sys


def last_surface_word(lines):
    rows = [line.split("\t") for line in lines if line and line[0] != "#" and "." not in line.split("\t")[0]]
    last = rows[-1]
    for row in rows:
        if "-" in row[0] and row[0].split("-")[1] == last[0]:
            return row
    return last


def paragraphs(path):
    text, blank = "", False
    for block in open(path, encoding="utf-8").read().split("\n\n"):
        lines = block.split("\n")
        sentence = next((line[9:].strip() for line in lines if line.startswith("# text = ")), None)
        if sentence is None:
            continue
        if text and any(line.startswith(("# newpar", "# newdoc")) for line in lines):
            yield text
            text, blank = "", False
        text += (" " if text and blank else "") + sentence
        blank = "SpaceAfter=No" not in last_surface_word(lines)[9]
    yield text


if len(sys.argv) != 2:
    sys.exit(__doc__)
print("\n\n".join(paragraphs(sys.argv[1])))
