#!/usr/bin/env python3
"""Whether the forms and gaps of CoNLL-U give back a file byte for byte. Usage: exact_text.py FILE < CONLLU"""
import re
import sys

PLAIN = {"s": " ", "t": "\t", "n": "\n", "r": "\r", "p": "|", "\\": "\\"}


def unescaped(gap):
    return re.sub(r"\\([stnrp\\])", lambda match: PLAIN[match.group(1)], gap)


def text_of(lines):
    parts, gap, inside = [], "", 0
    for line in lines:
        cells = line.split("\t")
        if not line or line[0] == "#":
            inside = 0
            continue
        if "-" in cells[0]:
            inside = int(cells[0].split("-")[1])
        elif int(cells[0]) <= inside:
            continue
        misc = dict(entry.split("=", 1) for entry in cells[9].split("|") if "=" in entry)
        parts += [gap, unescaped(misc.get("SpacesBefore", "")), cells[1]]
        gap = "" if misc.get("SpaceAfter") == "No" else unescaped(misc.get("SpacesAfter", "\\s"))
    return "".join(parts + [gap])


if len(sys.argv) != 2:
    sys.exit(__doc__)
wanted = open(sys.argv[1], "rb").read().decode("utf-8", "replace")
found = text_of(sys.stdin.buffer.read().decode("utf-8").split("\n"))
if found != wanted:
    at = next((i for i, (a, b) in enumerate(zip(found, wanted)) if a != b), min(len(found), len(wanted)))
    sys.exit("%s: differs at character %d: %r, not %r" % (sys.argv[1], at, found[at:at + 40], wanted[at:at + 40]))
