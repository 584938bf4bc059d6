"""Which statements of a graph are claims: a rule of its own, written from docs/formats/stix.md and the vocabulary."""

import json
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def pools(statement):
    return statement.get("modality") not in ("hypothetical", "forecast")


def affirms(statement):
    return statement.get("stance", "affirms") == "affirms"


def single(statement):
    """Whether it joins one subject with one object."""
    return ("relation" in statement and not isinstance(statement["subject"], list)
            and not isinstance(statement["object"], list))


def plain(statement):
    """Whether somebody affirms a link, whatever he gains by it."""
    return single(statement) and pools(statement) and affirms(statement) and not statement.get("about")


def claims(graph):
    """The ids of claims of responsibility, and of what only the party that it credits affirms."""
    vocabulary = json.loads((ROOT / "Sources/Evidence/Resources/vocabulary.json").read_text(encoding="utf-8"))
    relations = {r["name"]: r for r in vocabulary["relations"]}
    names = {}
    for e in graph["entities"]:
        for name in [e["id"], e.get("name", "")] + e.get("aliases", []):
            names.setdefault(name.casefold(), set()).add(e["id"])
    statements = graph.get("statements", [])
    # Who speaks for whom.
    serves = {}
    for s in filter(plain, statements):
        if s["relation"] in ("leads", "spokesman-of", "outlet-of"):
            serves.setdefault(s["subject"], set()).add(s["object"])
        elif s["relation"] == "authored":
            serves.setdefault(s["object"], set()).add(s["subject"])

    def reach(start):
        found, fresh = set(), set(start)
        while fresh:
            found |= fresh
            fresh = set().union(*(serves.get(f, set()) for f in fresh)) - found
        return found

    out = set()
    for s in filter(plain, statements):
        relation = relations.get(s["relation"], {})
        ends = {"forward": ["subject"], "reverse": ["object"], "both": ["subject", "object"]}.get(
            relation.get("influence", "none"), [] if relation.get("degree", "none") == "none" else ["subject"])
        credited = reach(s[end] for end in ends)
        voices = ([s["asserter"]] if "asserter" in s else []) + s.get("via", [])
        meant = [names.get(v.casefold(), set()) for v in voices]
        speaks = any(len(m) == 1 and reach(m) & credited for m in meant)
        if s["relation"] == "claimed" or s.get("interested", speaks):
            out.add(s["id"])
    return out
