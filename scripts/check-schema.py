#!/usr/bin/env python3
"""Checks that what the command writes as JSON agrees with the published JSON Schema.

    scripts/check-schema.py THROUGHLINE GRAPH...

THROUGHLINE is the built command. Every GRAPH is converted to JSON and held against docs/graph.schema.json. Then
mistakes are planted in a copy of the first one: a schema that lets them pass proves nothing.

The exit code is 0 if all graphs agree and every mistake is refused, 1 if not, 64 when arguments are missing.
Needs the module jsonschema.
"""

import copy
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

SCHEMA = pathlib.Path(__file__).resolve().parent.parent / "docs" / "graph.schema.json"


def converted(command, graph):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "graph.json")
        subprocess.run([command, "convert", "--quiet", graph, "-o", str(path)], check=True)
        return json.loads(path.read_text(encoding="utf-8"))


def mistakes(document):
    """Copies of a valid document, each with one mistake, and what it is."""

    def planted(what, change):
        broken = copy.deepcopy(document)
        change(broken)
        return what, broken

    entity = document["entities"][0]
    statement = document["statements"][0]
    source = {"id": "x", "title": "X"}

    def entity_with(**keys):
        return lambda d: d["entities"].append(entity | keys)

    def statement_with(**keys):
        named = {key.replace("_", "-"): value for key, value in keys.items()}
        return lambda d: d["statements"].append(statement | named)

    yield planted("another version", lambda d: d.update(throughline=2))
    yield planted("no title", lambda d: d.pop("title"))
    yield planted("an unknown key", lambda d: d.update(nodes=[]))
    yield planted("an entity without a kind", lambda d: d["entities"].append({"id": entity["id"]}))
    yield planted("a source without a title", lambda d: d["sources"].append({"id": "x"}))
    yield planted("reliability G", lambda d: d["sources"].append(source | {"reliability": "G"}))
    yield planted("a source with a number as title", lambda d: d["sources"].append(source | {"title": 7}))
    yield planted("a source with an empty id", lambda d: d["sources"].append(""))
    yield planted("depth deep", lambda d: d.update(depth="deep"))
    yield planted("aliases as one text", entity_with(aliases="x"))
    yield planted("a size in words", entity_with(collective={"size": "lots"}))
    yield planted("an empty collective", entity_with(collective={}))
    yield planted("a year as a number", entity_with(died=2011))
    yield planted("an asserter with an unknown key",
                  lambda d: d.update(asserters=[{"id": "v", "grade": "A"}]))
    yield planted("grade 7", statement_with(credibility=7))
    yield planted("a grade as text", statement_with(credibility="2"))
    yield planted("an unknown stance", statement_with(stance="doubts"))
    yield planted("an unknown modality", statement_with(modality="rumoured"))
    yield planted("so far as text", statement_with(so_far="yes"))
    yield planted("one alternative", statement_with(subject=["x"]))
    yield planted("the same alternative twice", statement_with(subject=["x", "x"]))
    yield planted("a share in words", statement_with(share="half"))
    yield planted("a share of nothing", statement_with(share="1/0"))
    yield planted("before and after", statement_with(when={"before": "x", "after": "y"}))
    yield planted("a time relative to nothing", statement_with(when={"by": "1w"}))
    yield planted("a distance in words", statement_with(when={"before": "x", "by": "soon"}))
    yield planted("paragraph 0", statement_with(cite={"source": "x", "paragraph": 0}))
    yield planted("a paragraph in words", statement_with(cite={"source": "x", "paragraph": "nine"}))
    yield planted("a citation without a source", statement_with(cite={"paragraph": 1}))
    yield planted("offsets in words", statement_with(cite={"source": "x", "quote": "q", "at": "here"}))
    yield planted("neither relation nor attribute", lambda d: d["statements"].append(
        {"id": "x", "subject": "x", "cite": {"source": "x"}}))
    yield planted("a statement that cites nothing", lambda d: d["statements"].append(
        {key: value for key, value in statement.items() if key != "cite"}))
    yield planted("a relation with a value", lambda d: d["statements"].append(
        statement | {"relation": "inspired", "object": "x", "attribute": "age", "value": "24"}))


def main():
    if len(sys.argv) < 3:
        print(__doc__.split("\n\n")[1].strip(), file=sys.stderr)
        return 64
    command, graphs = sys.argv[1], sys.argv[2:]
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)

    wrong = 0
    first = None
    for graph in graphs:
        document = converted(command, graph)
        first = first or document
        for error in validator.iter_errors(document):
            place = "/".join(str(part) for part in error.absolute_path) or "the document"
            print(f"{graph}: {place}: {error.message[:300]}")
            wrong += 1
    planted = list(mistakes(first))
    for what, document in planted:
        if validator.is_valid(document):
            print(f"check-schema: the schema accepts {what}")
            wrong += 1
    if not wrong:
        print(f"check-schema: {len(graphs)} graphs agree, {len(planted)} planted mistakes are refused")
    return 1 if wrong else 0


sys.exit(main())
