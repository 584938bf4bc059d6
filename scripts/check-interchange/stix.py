"""Checks that python-stix2 reads what `throughline convert` writes as STIX, and the other way round.

Usage: python3 scripts/check-interchange/stix.py THROUGHLINE_BINARY
"""

import json
import re
import subprocess
import sys
import tempfile
import uuid
from collections import Counter
from pathlib import Path

import stix2

from rules.bearing import claims, plain, pools, single

ROOT = Path(__file__).resolve().parents[2]
GRAPHS = ["florentine-families", "isis-inspired-attacks", "is-network-in-europe"]
SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:throughline:stix")
SYMMETRIC = {"accomplice-of", "contacted", "linked-to", "related-to", "rival-of", "compared-to",
             "possibly-same-as", "intermarried-with", "did-business-with"}
CONFIDENCE = {1: 90, 2: 70, 3: 50, 4: 30, 5: 10, 6: None}
failures = 0


def check(name, fine, detail=""):
    global failures
    print(("ok   " if fine else "FAIL ") + name + ("" if fine else f": {detail}"))
    failures += 0 if fine else 1


def convert(source, to, output):
    subprocess.run([binary, "convert", str(source), "--to", to, "-o", str(output)],
                   check=True, capture_output=True)


def link(statement):
    """Subject, relation and object, whichever side a symmetric relation is told from."""
    ends = [statement["subject"], statement["object"]]
    if statement["relation"] in SYMMETRIC:
        ends.sort()
    return (ends[0], statement["relation"], ends[1])


def sorts(graph):
    """How many relationships, opinions and notes the rules make of the statements of a graph."""
    statements = graph.get("statements", [])
    only_claimed = claims(graph)
    affirmed = [s for s in statements
                if plain(s) and (s["id"] not in only_claimed or s["relation"] == "claimed")]
    links, ids = {link(s) for s in affirmed}, {s["id"] for s in affirmed}
    counts = Counter()
    for s in statements:
        if s["id"] in ids:
            counts["relationship"] += 1
        elif (single(s) and pools(s) and not plain(s)
              and (link(s) in links or ids & set(s.get("about", [])))):
            counts["opinion"] += 1
        else:
            counts["note"] += 1
    return counts


def native(item):
    for name, value in item.get("extensions", {}).items():
        if name.startswith("extension-definition--"):
            return value
    return None


def check_graph(name, folder):
    first, second, back = folder / "a.stix", folder / "b.stix", folder / "back.json"
    source = ROOT / "graphs" / f"{name}.yaml"
    # Written twice the same, and read back the same.
    convert(source, "stix", first)
    convert(first, "stix", second)
    check(f"{name}: two runs give the same bytes", first.read_bytes() == second.read_bytes())
    convert(source, "json", folder / "native.json")
    convert(first, "json", back)
    check(f"{name}: YAML -> STIX -> JSON is YAML -> JSON",
          back.read_bytes() == (folder / "native.json").read_bytes())
    graph = json.loads(back.read_text(encoding="utf-8"))

    bundle = stix2.parse(first.read_text(encoding="utf-8"), allow_custom=False)
    check(f"{name}: stix2.parse without custom content", len(bundle.objects) > 0)
    types = Counter(o["type"] for o in bundle.objects)
    said = [o for o in bundle.objects if (native(o) or {}).get("part") == "statement"]
    expected = sorts(graph)
    found = Counter(o["type"] for o in said)
    check(f"{name}: {dict(found)} of the statements", found == expected, f"expected {dict(expected)}")
    only_claimed = claims(graph)
    wrong = [o["id"] for o in said
             if native(o)["native"]["id"] in only_claimed
             and (o.get("relationship_type", "claimed-responsibility-for") != "claimed-responsibility-for"
                  or "bearing:claim" not in o.get("labels", []))]
    check(f"{name}: none of {len(only_claimed)} claims is a link, and each says so", not wrong, wrong[:3])
    wrong = [o["id"] for o in said if native(o)["native"].get("modality", "asserted") != "asserted"
             and f"modality:{native(o)['native']['modality']}" not in o.get("labels", [])]
    check(f"{name}: what is not asserted is labelled so", not wrong, wrong[:3])
    check(f"{name}: {types['report']} reports", types["report"] + types["grouping"] >= len(graph["sources"]))
    ids = [o["id"] for o in bundle.objects]
    check(f"{name}: {len(ids)} identifiers, each once", len(set(ids)) == len(ids))

    known = set(ids)
    dangling = set()
    for o in bundle.objects:
        for key, value in o.items():
            if key.endswith("_ref"):
                dangling |= {value} - known
            elif key.endswith("_refs"):
                dangling |= set(value) - known
    check(f"{name}: every reference is to an object of the bundle", not dangling, sorted(dangling)[:3])

    wrong = [o["id"] for o in bundle.objects if "confidence" in o and not 0 <= o["confidence"] <= 100]
    check(f"{name}: confidence is from 0 to 100", not wrong, wrong[:3])
    graded = [(native(o)["native"].get("credibility"), o.get("confidence")) for o in said]
    wrong = [g for g in graded if g[0] is not None and CONFIDENCE[g[0]] != g[1]]
    check(f"{name}: confidence follows from credibility", not wrong, wrong[:3])
    relationships = [o for o in bundle.objects if o["type"] == "relationship"]
    wrong = [o["relationship_type"] for o in relationships
             if not re.fullmatch(r"[a-z0-9-]+", o["relationship_type"])
             or o["relationship_type"] == "attributed-to"]
    check(f"{name}: types of relationships are well-formed and attribute nothing", not wrong, wrong[:3])
    wrong = [o["id"] for o in relationships
             if "start_time" in o and "stop_time" in o and not o["start_time"] < o["stop_time"]]
    check(f"{name}: each relationship ends after it begins", not wrong, wrong[:3])
    check(f"{name}: nobody is a threat actor", types["threat-actor"] == 0)
    wrong = []
    for o in said:
        entry = native(o)["native"]
        expect = uuid.uuid5(SPACE, f"statement:{entry['cite']['source']}:{entry['id']}")
        if o["id"].split("--")[1] != str(expect):
            wrong.append(o["id"])
    check(f"{name}: identifiers are UUIDs of version 5", not wrong, wrong[:3])

    # As another program would write it again: numbers, times and texts in its own way. (Its pretty form
    # takes minutes for a bundle of this size.)
    again = folder / "again.json"
    again.write_text(bundle.serialize(), encoding="utf-8")
    convert(again, "json", folder / "again.native.json")
    check(f"{name}: what python-stix2 writes again is read as the same graph",
          (folder / "again.native.json").read_bytes() == back.read_bytes())


def check_foreign(folder):
    """A bundle made by python-stix2, with every sort of edge."""
    alpha = stix2.v21.Identity(name="Alpha \u00c4\u6f22", identity_class="individual")
    bravo = stix2.v21.Malware(name="Bravo", is_family=False, malware_types=["worm", "trojan"])
    charlie = stix2.v21.Location(name="Charlie", region="africa")
    address = stix2.v21.IPv4Address(value="198.51.100.3")
    uses = stix2.v21.Relationship(alpha, "uses", bravo, confidence=70,
                                  start_time="2016-01-01T00:00:00Z", stop_time="2017-01-01T00:00:00Z")
    opinion = stix2.v21.Opinion(opinion="disagree", explanation="no", object_refs=[uses.id])
    sighting = stix2.v21.Sighting(bravo, where_sighted_refs=[charlie], count=3)
    bundle = stix2.v21.Bundle(alpha, bravo, charlie, address, uses, opinion, sighting, stix2.TLP_GREEN,
                              allow_custom=False)
    path, out = folder / "foreign.json", folder / "foreign.stix"
    path.write_text(bundle.serialize(), encoding="utf-8")
    convert(path, "stix", out)
    network = {}
    for o in json.loads(out.read_text(encoding="utf-8"))["objects"]:
        part = native(o)
        if part:
            network.setdefault(part["part"], []).append(part["native"])
    nodes = {n["id"]: n for n in network["node"]}
    check("foreign: objects are nodes, without the marking",
          set(nodes) == {o.id for o in (alpha, bravo, charlie, address, opinion)}, sorted(nodes))
    check("foreign: names and values are labels",
          [nodes[o.id]["label"] for o in (alpha, address)] == [alpha.name, address.value])
    check("foreign: types are kinds", nodes[bravo.id]["attributes"]["kind"] == "malware")
    check("foreign: lists stay lists", nodes[bravo.id]["attributes"]["malware_types"] == ["worm", "trojan"])
    edges = {(e["source"], e["attributes"]["kind"], e["target"]): e["attributes"] for e in network["edge"]}
    check("foreign: relationships and sightings are edges",
          set(edges) == {(alpha.id, "uses", bravo.id), (charlie.id, "sighting", bravo.id)}, list(edges))
    edge = edges[(alpha.id, "uses", bravo.id)]
    check("foreign: an edge has confidence and time",
          (edge["confidence"], edge["start"][:10], edge["end"][:10]) == (70, "2016-01-01", "2017-01-01"))
    check("foreign: an opinion stands by its relationship",
          [o["opinion"] for o in edge["opinions"]] == ["disagree"])


def main():
    with tempfile.TemporaryDirectory() as folder:
        for name in GRAPHS:
            check_graph(name, Path(folder))
        check_foreign(Path(folder))
    print(f"{failures} differences" if failures else "no difference")
    return 1 if failures else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    binary = sys.argv[1]
    sys.exit(main())
