"""large_input.py KIND SIZE: writes an input of about that many bytes (of so many members, for ontologies and graphs) that is the
same thing again and again, as no article is, but as a broken or hostile one may be."""
import sys

kind, size = sys.argv[1], int(sys.argv[2])


def repeat(part, before="", after=""):
    sys.stdout.write(before + (part * (size // len(part) + 1))[:size] + after)


def each(line, before="", after=""):
    sys.stdout.write(before + "".join(line(i) for i in range(size)) + after)


onto = "@prefix o: <http://www.w3.org/2002/07/owl#> . @prefix r: <http://www.w3.org/2000/01/rdf-schema#> . @prefix lede: <https://w3id.org/lede#> .\n"
person = "<https://schema.org/Person>"
kinds = {
    "brackets": lambda: repeat("("), "closing": lambda: repeat(")"), "quotes": lambda: repeat('"'), "digits": lambda: repeat("7"),
    "numbers": lambda: repeat("7 "), "newlines": lambda: repeat("\n", "Ada Lindqvist sang.", "End."), "combining": lambda: repeat("\u0301", "e"),
    "and": lambda: repeat("and "), "sentence": lambda: repeat("Ada Lindqvist and the old director of the big film met with him in "),
    "one-name": lambda: repeat("Ada Lindqvist sang. "), "mentions": lambda: repeat("Ada sang. "), "pronouns": lambda: repeat("Ada Lindqvist sang. She left him and it. "),
    "open-quotes": lambda: repeat("“We sang, "), "quotations": lambda: repeat("“We sang,” she said. "), "dates": lambda: repeat("on 3 May 2021, "),
    "commas": lambda: repeat("Ada Lindqvist, "), "word": lambda: repeat("a"), "hyphens": lambda: repeat("a-"), "dots": lambda: repeat("."),
    "initials": lambda: repeat("A. "), "spaces": lambda: repeat(" ", "a", "b"), "capitals": lambda: repeat("ADA LINDQVIST SANG. "),
    "addresses": lambda: repeat("http://www."), "at-signs": lambda: repeat("a@"), "emoji": lambda: repeat("😀\u200D"),
    "contractions": lambda: repeat("don't"), "amounts": lambda: repeat("$1-"),
    "names": lambda: sys.stdout.write("".join(f"Ada{i} Lindqvist{i} left Acme{i} Corp. " for i in range(size // 35))),
    "div": lambda: repeat("<div>"), "div-text": lambda: repeat("<div><p>Ada Lindqvist, who sang, left.</p>"), "closing-div": lambda: repeat("</div>"),
    "links": lambda: repeat("<a href=x>Ada Lindqvist"), "tables": lambda: repeat("<table><tr><td>x"), "angles": lambda: repeat("<"),
    "attributes": lambda: repeat("class=x ", "<p ", ">Ada Lindqvist directed the film."), "comments": lambda: repeat("<!--"),
    "linked-data": lambda: repeat("[", '<script type="application/ld+json">', "</script><p>Ada Lindqvist directed the film in 2022 or so."),
    "json-arrays": lambda: repeat("[", '{"text":'), "json-objects": lambda: repeat('{"a":'),
    "chain": lambda: each(lambda i: f"<urn:c{i}> a o:Class ; r:subClassOf <urn:c{i + 1}> .\n", onto),
    "cycle": lambda: each(lambda i: f"<urn:c{i}> a o:Class ; r:subClassOf <urn:c{(i + 1) % size}> .\n", onto),
    "properties": lambda: each(lambda i: f'<urn:p{i}> a o:ObjectProperty ; lede:extracted false ; r:label "p {i}" .\n', onto),
    "things": lambda: each(lambda i: f'<urn:t{i}> a {person} ; r:label "Ada{i} Ek" .\n', onto),
    "nouns": lambda: each(lambda i: f'"noun{i}"@en , ', onto + "<urn:c> a o:Class ; lede:noun ", '"end"@en .\n'),
    "subject": lambda: each(lambda i: f'<urn:a> <urn:p> "{i}" .\n'), "edges": lambda: each(lambda i: f"<urn:a> <urn:p> <urn:b{i}> .\n"),
    "nested": lambda: each(lambda i: "[ <urn:p> ", "<urn:a> <urn:p> "), "nested-lists": lambda: each(lambda i: "( ", "<urn:a> <urn:p> "),
}
kinds[kind]()
