"""Checks that FollowTheMoney reads what `throughline convert` writes, and the other way round.

Usage: python3 scripts/check-interchange/ftm.py THROUGHLINE_BINARY
"""

import csv
import io
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from followthemoney import model
from followthemoney.statement import Statement

ROOT = Path(__file__).resolve().parents[2]
GRAPHS = ["florentine-families", "isis-inspired-attacks", "is-network-in-europe"]
failures = 0


def check(name, fine, detail=""):
    global failures
    print(("ok   " if fine else "FAIL ") + name + ("" if fine else f": {detail}"))
    failures += 0 if fine else 1


def run(*arguments):
    return subprocess.run(arguments, check=True, capture_output=True).stdout


def convert(source, to, output):
    run(binary, "convert", str(source), "--to", to, "-o", str(output))


def raw(path):
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


def same(left, right):
    """Whether two values of a property are the same, in any order."""
    return sorted(left) == sorted(right)


def check_entities(name, path):
    """Each entity is valid, and the Python model keeps its schema and every value."""
    lost, wrong = [], []
    entities = raw(path)
    for data in entities:
        proxy = model.get_proxy(data, cleaned=False)
        kept = proxy.to_dict()
        if kept["schema"] != data["schema"] or kept["id"] != data["id"]:
            wrong.append(data["id"])
        for prop, values in data["properties"].items():
            if not same(kept["properties"].get(prop, []), [v.strip() for v in values]):
                lost.append((data["id"], prop, values, kept["properties"].get(prop)))
        try:
            proxy.schema.validate(kept)
        except Exception as error:  # a missing property
            wrong.append((data["id"], str(error)))
    check(f"{name}: {len(entities)} entities are valid", not wrong, wrong[:3])
    check(f"{name}: every value is kept by the model", not lost, lost[:3])
    ids = [data["id"] for data in entities]
    check(f"{name}: no two ids are alike", len(ids) == len(set(ids)))
    known = {data["id"]: model[data["schema"]] for data in entities}
    bad = []
    for data in entities:
        for prop, values in data["properties"].items():
            range_ = model[data["schema"]].properties[prop].range
            for value in values if range_ is not None else []:
                if value not in known or not known[value].is_a(range_.name):
                    bad.append((data["id"], prop, value))
    check(f"{name}: references lead to entities of the right schema", not bad, bad[:3])
    return entities


def check_evidence(graph, folder):
    native = ROOT / "graphs" / f"{graph}.yaml"
    document = json.loads(run(binary, "convert", str(native), "--to", "json"))
    path = folder / f"{graph}.ftm"
    convert(native, "ftm", path)
    entities = check_entities(graph, path)

    links = {e["id"]: e for e in entities if model[e["schema"]].edge}
    silent = [
        s["id"]
        for s in document["statements"]
        if s.get("stance", "affirms") != "affirms"
        or s.get("modality") in ("hypothetical", "forecast")
        or s.get("relation") in (None, "claimed")
    ]
    wrong = [s for s in silent if f"statement-{s}" in links]
    check(f"{graph}: no denial, claim or supposition among {len(links)} links", not wrong, wrong[:3])
    topics = [e["id"] for e in entities if "topics" in e["properties"]]
    check(f"{graph}: nobody is given a topic", not topics, topics[:3])
    ends = []
    for statement in document["statements"]:
        link = links.get(f"statement-{statement['id']}")
        if link:
            schema = model[link["schema"]]
            pair = [link["properties"][schema.edge_source], link["properties"][schema.edge_target]]
            if pair != [[statement["subject"]], [statement["object"]]]:
                ends.append(statement["id"])
    check(f"{graph}: links join subject and object", not ends, ends[:3])

    valid = folder / f"{graph}.valid.jsonl"
    run("ftm", "validate", "-i", str(path), "-o", str(valid))
    check(f"{graph}: ftm validate keeps all", len(raw(valid)) == len(entities))
    want = folder / f"{graph}.yaml"
    convert(native, "native", want)
    joined = folder / f"{graph}.aggregated.jsonl"
    run("ftm", "aggregate", "-i", str(valid), "-o", str(joined))
    for way, file in [("", path), (" through ftm validate", valid), (" through ftm aggregate", joined)]:
        back = folder / f"{graph}.back.yaml"
        convert(file, "native", back)
        check(f"{graph}: the graph comes back{way}", back.read_bytes() == want.read_bytes())

    table = folder / f"{graph}.csv"
    convert(native, "ftm-statements", table)
    rows = list(csv.DictReader(io.StringIO(table.read_text(encoding="utf-8"), newline="")))
    wrong = [
        row["id"]
        for row in rows
        if row["id"]
        != Statement.make_key(row["dataset"], row["entity_id"], row["prop"], row["value"], False)
        or (row["prop"] != "id"
            and row["prop_type"] != model[row["schema"]].properties[row["prop"]].type.name)
    ]
    check(f"{graph}: {len(rows)} statements have the ids of FollowTheMoney", not wrong, wrong[:3])
    rolled = folder / f"{graph}.rolled.jsonl"
    run("ftm", "aggregate-statements", "-i", str(table), "-o", str(rolled), "-f", "csv", "-d", "x")
    got = {e["id"]: e for e in raw(rolled)}
    differing = [
        e["id"]
        for e in entities
        if e["id"] not in got
        or any(not same(got[e["id"]]["properties"].get(p, []), v)
               for p, v in e["properties"].items())
    ]
    check(f"{graph}: ftm rolls the statements up to the same entities", not differing, differing[:3])
    ours = folder / f"{graph}.theirs.csv"
    run("ftm", "statements", "-d", "x", "-f", "csv", "-o", str(ours), str(path))
    for way, file in [("our", table), ("their", ours)]:
        back = folder / f"{graph}.back.yaml"
        convert(file, "native", back)
        check(f"{graph}: the graph comes back from {way} statements",
              back.read_bytes() == want.read_bytes())


def check_foreign(folder):
    """Entities made by the Python model are read with the same ids, captions and links."""
    path = folder / "foreign.jsonl"
    made = []
    for number in range(20):
        person = model.make_entity("Person")
        person.id = f"p{number}"
        person.add("name", f"Person {number} \"Ä\" \\ 漢")
        person.add("alias", [f"P{number}", f"Nr. {number}"])
        person.add("birthDate", "1970-01-0%d" % (number % 9 + 1))
        made.append(person)
    company = model.make_entity("Company")
    company.id = "firm"
    company.add("name", "Ärger & Söhne")
    company.add("parent", "holding")
    made.append(company)
    share = model.make_entity("Ownership")
    share.id = "share"
    share.add("owner", ["p1", "p2"])
    share.add("asset", "firm")
    share.add("percentage", "50")
    share.add("startDate", "2001-05")
    made.append(share)
    path.write_text("".join(json.dumps(e.to_dict()) + "\n" for e in made), encoding="utf-8")
    out = folder / "foreign.back.ftm"
    convert(path, "ftm", out)
    back = {e["id"]: e for e in raw(out)}
    differing = []
    for entity in made:
        if entity.schema.edge:
            continue
        for prop, values in entity.to_dict()["properties"].items():
            if prop != "parent" and not same(back[entity.id]["properties"].get(prop, []), values):
                differing.append((entity.id, prop))
        if back[entity.id]["schema"] != entity.schema.name:
            differing.append((entity.id, "schema"))
    check("foreign: entities keep schema and properties", not differing, differing[:3])
    shares = [e for e in back.values() if e["schema"] == "Ownership"]
    pairs = Counter((e["properties"]["owner"][0], e["properties"]["asset"][0]) for e in shares)
    check("foreign: one link for each pair of ends",
          pairs == Counter([("p1", "firm"), ("p2", "firm")]), pairs)
    check("foreign: links keep dates and properties",
          all(e["properties"]["startDate"] == ["2001-05"]
              and e["properties"]["percentage"] == ["50"] for e in shares))
    check("foreign: an entity that is not in the file is a node", "holding" in back)


def check_network(folder):
    table = folder / "net.csv"
    table.write_text('source,target,weight\na b,"q""t",2\n"q""t",-,1\n', encoding="utf-8")
    path = folder / "net.ftm"
    convert(table, "ftm", path)
    check_entities("network", path)


if __name__ == "__main__":
    binary = sys.argv[1]
    with tempfile.TemporaryDirectory() as name:
        for graph in GRAPHS:
            check_evidence(graph, Path(name))
        check_foreign(Path(name))
        check_network(Path(name))
    sys.exit(1 if failures else 0)
