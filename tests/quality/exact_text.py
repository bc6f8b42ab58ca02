#!/usr/bin/env python3
"""Whether the forms and gaps of CoNLL-U give back a file byte for byte. Usage: exact_text.py FILE < CONLLU"""
import functools
import re
import sys

PLAIN = {"s": " ", "t": "\t", "n": "\n", "r": "\r", "p": "|", "\\": "\\"}


def unescaped(gap):
    return re.sub(r"\\([stnrp\\])", lambda match: PLAIN[match.group(1)], gap)


@functools.cache
def gaps_of(misc):
    """The text before and behind a token. The same few again and again, once the places of tokens are cut off."""
    entries = dict(entry.split("=", 1) for entry in misc.split("|") if "=" in entry)
    after = "" if entries.get("SpaceAfter") == "No" else unescaped(entries.get("SpacesAfter", "\\s"))
    return unescaped(entries.get("SpacesBefore", "")), after


def text_of(lines):
    parts, gap, inside = [], "", 0
    for line in lines:
        if not line or line[0] == "#":
            inside = 0
            continue
        number, form, rest = line.split("\t", 2)
        if "-" in number:
            inside = int(number.split("-")[1])
        elif inside and int(number) <= inside:
            continue
        before, after = gaps_of(rest[rest.rindex("\t") + 1:].partition("TokenRange=")[0])
        parts += gap, before, form
        gap = after
    return "".join(parts + [gap])


if len(sys.argv) != 2:
    sys.exit(__doc__)
wanted = open(sys.argv[1], "rb").read().decode("utf-8", "replace")
found = text_of(sys.stdin.buffer.read().decode("utf-8").split("\n"))
if found != wanted:
    at = next((i for i, (a, b) in enumerate(zip(found, wanted)) if a != b), min(len(found), len(wanted)))
    sys.exit("%s: differs at character %d: %r, not %r" % (sys.argv[1], at, found[at:at + 40], wanted[at:at + 40]))
