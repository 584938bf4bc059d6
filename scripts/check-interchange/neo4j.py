"""Checks the files for Neo4j that `throughline convert` writes, with small readers of their own.

Usage: python3 scripts/check-interchange/neo4j.py THROUGHLINE_BINARY
"""

import csv
import io
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GRAPHS = ["florentine-families", "isis-inspired-attacks", "is-network-in-europe"]
failures = 0


def check(name, fine, detail=""):
    global failures
    print(("ok   " if fine else "FAIL ") + name + ("" if fine else f": {detail}"))
    failures += 0 if fine else 1


def convert(source, to, output=None):
    arguments = [binary, "convert", str(source), "--to", to] + (["-o", str(output)] if output else [])
    return subprocess.run(arguments, check=True, capture_output=True).stdout


class Cypher:
    """A reader of the statements that are written: MERGE, MATCH, SET over names, texts and numbers."""

    TOKEN = re.compile(
        r'\s*(?:(?P<name>`(?:[^`]|``)*`)|(?P<text>"(?:[^"\\]|\\.)*")'
        r"|(?P<number>-?\d+(?:\.\d+)?(?:e-?\d+)?)|(?P<word>[A-Za-z_]+)|(?P<mark>->|[-()\[\]{}:,.=;+]))"
    )
    ESCAPES = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}

    def __init__(self, text):
        self.nodes, self.ties = {}, {}
        for line in text.split("\n"):
            if line and not line.startswith("CREATE CONSTRAINT"):
                self.tokens, at = [], 0
                while at < len(line):
                    match = self.TOKEN.match(line, at)
                    if not match:
                        raise ValueError(f"no token at {line[at:at + 40]!r}")
                    self.tokens.append((match.lastgroup, match.group(match.lastgroup)))
                    at = match.end()
                self.statement()

    def take(self, *wanted):
        kind, text = self.tokens.pop(0)
        if wanted and text not in wanted and kind not in wanted:
            raise ValueError(f"{text!r} stands where {wanted} should")
        return text

    def peek(self):
        return self.tokens[0][1]

    def name(self):
        return self.take("name")[1:-1].replace("``", "`")

    def value(self):
        kind, text = self.tokens[0]
        if kind == "text":
            out = self.unquoted(self.take())
            while self.peek() == "+":
                self.take()
                out += self.unquoted(self.take("text"))
            return out
        if kind == "number":
            text = self.take()
            return float(text) if "." in text or "e" in text else int(text)
        if text == "[":
            self.take()
            values = [self.value()]
            while self.take(",", "]") == ",":
                values.append(self.value())
            return values
        word = self.take("true", "false", "toInteger")
        if word == "toInteger":
            self.take("(")
            number = int(self.value())
            self.take(")")
            return number
        return word == "true"

    def unquoted(self, text):
        return re.sub(
            r"\\(u[0-9A-F]{4}|.)",
            lambda m: chr(int(m[1][1:], 16)) if m[1][0] == "u" else self.ESCAPES[m[1]],
            text[1:-1],
        )

    def key(self):
        self.take("{")
        assert self.name() == "id"
        self.take(":")
        value = self.value()
        self.take("}")
        return value

    def node(self):
        self.take("(")
        self.take("word")
        self.take(":")
        label = self.name()
        key = self.key()
        self.take(")")
        return label, key

    def settings(self, labels, properties):
        if self.peek() == ";":
            return
        self.take("SET")
        while True:
            self.take("word")
            if self.take(":", ".") == ":":
                labels.append(self.name())
            else:
                name = self.name()
                self.take("=")
                assert name not in properties, name
                properties[name] = self.value()
            if self.take(",", ";") == ";":
                return

    def statement(self):
        if self.take("MERGE", "MATCH") == "MERGE":
            label, key = self.node()
            assert key not in self.nodes, key
            labels, properties = [label], {}
            self.settings(labels, properties)
            self.nodes[key] = (labels, properties)
            return
        tail = self.node()[1]
        self.take(",")
        head = self.node()[1]
        assert tail in self.nodes and head in self.nodes
        self.take("MERGE")
        for mark in "(a)-[r:":
            self.take(mark)
        kind = self.name()
        key = self.key()
        for mark in ["]", "->", "(", "b", ")"]:
            self.take(mark)
        assert key not in self.ties, key
        properties = {}
        self.settings([], properties)
        self.ties[key] = (tail, head, kind, properties)


def tables(data):
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert archive.testzip() is None

    def rows(name):
        return list(csv.reader(io.StringIO(archive.read(name).decode("utf-8"), newline="")))

    return rows("nodes.csv"), rows("relationships.csv")


def check_evidence(graph):
    native = ROOT / "graphs" / f"{graph}.yaml"
    document = json.loads(convert(native, "json"))
    cypher = Cypher(convert(native, "cypher").decode("utf-8"))
    statements = document["statements"]
    entities = document["entities"]
    check(f"{graph}: each of {len(entities)} entities is a node of its name",
          all(cypher.nodes[e["id"]][1]["name"] == e.get("name", e["id"]) for e in entities))
    plain = [s for s in statements if isinstance(s.get("object"), str) and isinstance(s["subject"], str)]
    wrong = [s["id"] for s in plain
             if cypher.ties[s["id"]][:2] != (s["subject"], s["object"])
             or cypher.ties[s["id"]][3]["stance"] != s.get("stance", "affirms")
             or cypher.ties[s["id"]][3].get("note") != s.get("note")]
    check(f"{graph}: each of {len(plain)} statements with two ends is a relationship", not wrong, wrong[:3])
    relations = {s["relation"].upper().replace("-", "_") for s in plain}
    wrong = [s["id"] for s in plain
             if (s.get("stance", "affirms") != "affirms"
                 or s.get("modality") in ("hypothetical", "forecast"))
             and cypher.ties[s["id"]][2] in relations]
    check(f"{graph}: what is not affirmed has no type of what is", not wrong, wrong[:3])
    rest = [s for s in statements if s not in plain]
    check(f"{graph}: each of {len(rest)} other statements is a node",
          all("Statement" in cypher.nodes["statement:" + s["id"]][0] for s in rest))

    nodes, ties = tables(convert(native, "neo4j"))
    ids = [row[0] for row in nodes[1:]]
    check(f"{graph}: the tables have the same nodes", sorted(ids) == sorted(cypher.nodes))
    check(f"{graph}: the tables have the same relationships",
          Counter(tuple(row[:4]) for row in ties[1:])
          == Counter((t, h, kind, key) for key, (t, h, kind, _) in cypher.ties.items()))
    check(f"{graph}: rows are as wide as their headers",
          all(len(row) == len(table[0]) for table in (nodes, ties) for row in table))
    name = nodes[0].index("name:string")
    check(f"{graph}: names are the same",
          all(row[name] == cypher.nodes[row[0]][1].get("name", "") for row in nodes[1:]))


def check_network(folder):
    """Names and labels that are hard to quote come back from both files."""
    names = ["plain", "a b", 'q"uote', "back\\slash", "C:\\users\\u0041", "`tick`", "line\nnext", "漢 😀", "=1+1"]
    path = folder / "net.json"
    data = {
        "directed": True, "multigraph": True, "graph": {},
        "nodes": [{"id": n, "score": i / 8, "count": i, "known": i % 2 == 0} for i, n in enumerate(names)],
        "edges": [{"source": a, "target": b, "key": 0, "weight": i + 0.5}
                  for i, (a, b) in enumerate(zip(names, names[1:]))],
    }
    dot = folder / "net.dot"
    quote = lambda text: '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    dot.write_text("digraph {\n" + "".join(
        f"{quote(e['source'])} -> {quote(e['target'])} [weight={e['weight']}];\n" for e in data["edges"])
        + "}\n", encoding="utf-8")
    cypher = Cypher(convert(dot, "cypher").decode("utf-8"))
    nodes, ties = tables(convert(dot, "neo4j"))
    got = list(cypher.nodes)
    check("network: both files have the same names", [row[0] for row in nodes[1:]] == got, got)
    check("network: as many as there are", len(got) == len(names), got)
    kept = [n for n in names if "\\" not in n]
    check("network: names come back", all(n in got for n in kept), got)
    check("network: weights come back",
          sorted(t[3]["weight"] for t in cypher.ties.values())
          == sorted(e["weight"] for e in data["edges"]))
    check("network: rows are as many as edges", len(ties) - 1 == len(data["edges"]))


if __name__ == "__main__":
    binary = sys.argv[1]
    with tempfile.TemporaryDirectory() as name:
        for graph in GRAPHS:
            check_evidence(graph)
        check_network(Path(name))
    sys.exit(1 if failures else 0)
