"""Checks that rdflib reads what `throughline convert` writes as Turtle and JSON-LD.

Usage: python3 scripts/check-interchange/rdf.py THROUGHLINE_BINARY
"""

import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

import rdflib
from rdflib.compare import isomorphic
from rdflib.namespace import RDF

from rules.bearing import claims, plain

ROOT = Path(__file__).resolve().parents[2]
GRAPHS = ["florentine-families", "isis-inspired-attacks", "is-network-in-europe"]
TL = rdflib.Namespace("urn:throughline:ns:")
failures = 0

# Every sort of value: a quote beyond ASCII, voices in a row, alternatives, a relative time.
SMALL = """throughline: 1
title: 'Small: "graph"'
sources:
  - {id: daily, title: The Daily, publisher: 'A & B <Ltd>', published: 2016-06-14, url: 'https://example.org/a b'}
entities:
  - {id: alpha, kind: person, name: Alpha, aliases-in: {daily: ['the "boss"']}}
  - {id: bravo, kind: group, name: "\u00c4rger \u6f22", collective: {members: [alpha], size: '>1'}}
  - {id: charlie, kind: attack, name: Charlie, date: 2016-06-12}
statements:
  - {id: s1, subject: bravo, relation: directed, object: charlie, via: [analysts, alpha], credibility: 3,
     asserter: a reader, when: {before: charlie, by: 1w/8w}, cite: {source: daily, paragraph: 3,
     quote: "they say \U0001F600 so"}}
  - {id: s2, subject: [alpha, bravo], relation: directed, object: charlie, stance: denies, about: [s1],
     cite: {source: daily, paragraph: 4}}
  - {id: s3, subject: bravo, relation: directed, object: charlie, asserter: bravo,
     cite: {source: daily, paragraph: 5}}
  - {id: s4, subject: alpha, relation: directed, object: charlie, interested: yes, modality: suspected,
     cite: {source: daily, paragraph: 6}}
"""

WHO_SAYS = """
PREFIX tl: <urn:throughline:ns:>
PREFIX prov: <http://www.w3.org/ns/prov#>
SELECT ?statement ?voice ?source ?stance WHERE {
  ?statement a tl:Statement ; prov:wasAttributedTo ?voice ; prov:hadPrimarySource ?source ;
    tl:stance ?stance .
}
"""

QUOTES = """
PREFIX oa: <http://www.w3.org/ns/oa#>
SELECT ?statement ?exact WHERE {
  ?annotation a oa:Annotation ; oa:hasBody ?statement ; oa:hasTarget ?target .
  ?target oa:hasSelector/oa:refinedBy? ?selector .
  ?selector oa:exact ?exact .
}
"""


def check(name, fine, detail=""):
    global failures
    print(("ok   " if fine else "FAIL ") + name + ("" if fine else f": {detail}"))
    failures += 0 if fine else 1


def convert(source, to, output):
    subprocess.run([binary, "convert", str(source), "--to", to, "-o", str(output)],
                   check=True, capture_output=True)


def last(iri):
    return unquote(str(iri).rsplit(":", 1)[1])


def both(name, source, folder):
    """The graph of both files, which must be one graph."""
    turtle, ld = folder / "a.ttl", folder / "a.jsonld"
    convert(source, "turtle", turtle)
    convert(source, "jsonld", ld)
    left = rdflib.Graph().parse(turtle, format="turtle")
    right = rdflib.Graph().parse(ld, format="json-ld")
    check(f"{name}: Turtle and JSON-LD are one graph of {len(left)} triples", isomorphic(left, right),
          f"{len(left)} and {len(right)}")
    return left


def check_graph(name, source, folder):
    rdf = both(name, source, folder)
    convert(source, "json", folder / "native.json")
    native = json.loads((folder / "native.json").read_text(encoding="utf-8"))
    statements = {s["id"]: s for s in native["statements"]}
    found = set(rdf.subjects(RDF.type, TL.Statement))
    check(f"{name}: {len(found)} statements", len(found) == len(statements), len(statements))
    check(f"{name}: {len(native['entities'])} entities",
          len(set(rdf.subjects(RDF.type, TL.Entity))) == len(native["entities"]))

    stances = {"affirms": "affirms", "denies": "denies", "finds-no-evidence": "findsNoEvidence",
               "leaves-open": "leavesOpen"}
    rows = {last(r.statement): r for r in rdf.query(WHO_SAYS)}
    wrong = []
    for key, s in statements.items():
        row = rows.get(key)
        if row is None:
            # Without a voice or a publisher nobody is named.
            continue
        right = (last(row.source) == s["cite"]["source"]
                 and last(row.stance) == stances[s.get("stance", "affirms")]
                 and ("asserter" not in s or last(row.voice) == s["asserter"]))
        if not right:
            wrong.append(key)
    check(f"{name}: SPARQL tells who said {len(rows)} statements, where and how", rows and not wrong, wrong[:3])
    named = {key for key, s in statements.items() if "asserter" in s}
    check(f"{name}: every named voice is told", named <= set(rows), sorted(named - set(rows))[:3])

    reified = {last(s) for s in rdf.subjects(RDF.type, RDF.Statement)}
    only_claimed = claims(native)
    expected = {key for key, s in statements.items() if plain(s) and key not in only_claimed}
    told = {last(s) for s in rdf.subjects(RDF.type, TL.Claim)}
    check(f"{name}: {len(told)} claims are claims", told == only_claimed, sorted(told ^ only_claimed)[:3])
    bearings = Counter(last(b) for b in rdf.objects(None, TL.bearing))
    check(f"{name}: every statement tells what it comes to: {dict(bearings)}",
          sum(bearings.values()) == len(statements) and bearings["claim"] == len(told)
          and bearings["link"] == len(reified))
    check(f"{name}: {len(reified)} links are reified, no denial and no claim among them", reified == expected,
          sorted(reified ^ expected)[:3])
    asserted = [p for p in set(rdf.predicates()) if str(p).startswith("urn:throughline:relation:")]
    check(f"{name}: no link is a plain triple", not asserted, asserted[:3])

    quoted = {key for key, s in statements.items() if "quote" in s["cite"]}
    exact = {last(r.statement): str(r.exact) for r in rdf.query(QUOTES)}
    check(f"{name}: {len(quoted)} quotes are annotations", set(exact) == quoted,
          sorted(set(exact) ^ quoted)[:3])


def check_network(folder):
    source = folder / "network.csv"
    source.write_text('source,target,weight\n"a, ""b""",\u6f22 \u00e9,0.5\n\u6f22 \u00e9,<c>,2\n', encoding="utf-8")
    rdf = both("plain network", source, folder)
    rows = {(str(t), str(h), float(w)) for t, h, w in rdf.query("""
        PREFIX tl: <urn:throughline:ns:> PREFIX dcterms: <http://purl.org/dc/terms/>
        SELECT ?t ?h ?w WHERE { ?e a tl:Edge ; tl:tail/dcterms:identifier ?t ;
          tl:head/dcterms:identifier ?h ; tl:weight ?w }""")}
    check("plain network: edges and weights",
          rows == {('a, "b"', "\u6f22 \u00e9", 0.5), ("\u6f22 \u00e9", "<c>", 2.0)}, rows)


def check_ontology():
    path = ROOT / "docs" / "formats" / "throughline.ttl"
    ontology = rdflib.Graph().parse(path, format="turtle")
    return {s for s in ontology.subjects() if str(s).startswith(str(TL))}


def main():
    terms = check_ontology()
    used = set()
    with tempfile.TemporaryDirectory() as folder:
        for name in GRAPHS:
            check_graph(name, ROOT / "graphs" / f"{name}.yaml", Path(folder))
            rdf = rdflib.Graph().parse(Path(folder) / "a.ttl", format="turtle")
            used |= {t for triple in rdf for t in triple if str(t).startswith(str(TL))}
        small = Path(folder) / "small.yaml"
        small.write_text(SMALL, encoding="utf-8")
        check_graph("small graph", small, Path(folder))
        rdf = rdflib.Graph().parse(Path(folder) / "a.ttl", format="turtle")
        used |= {t for triple in rdf for t in triple if str(t).startswith(str(TL))}
        check_network(Path(folder))
    check(f"all {len(used)} words of ours are in the ontology", used <= terms, sorted(used - terms))
    print(f"{failures} differences" if failures else "no difference")
    return 1 if failures else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    binary = sys.argv[1]
    sys.exit(main())
