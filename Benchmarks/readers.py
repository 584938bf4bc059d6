#!/usr/bin/env python3
"""Holds the readers of files against those of other libraries: the same file, one process each, one after the other.

    Benchmarks/readers.py [--quick] [--only FORMAT,...] [--limit SECONDS]

Writes a network of 1,000,000 edges (20,000 in the quick run) with attributes in each format by plain Python, reads
it with Throughline and with each peer that has a reader, compares the counts, prints a table and writes it to
Benchmarks/results/. Times are of one reading, libraries loaded, file in the cache; memory is the peak of the whole
process. A library that needs more than --limit seconds is stopped.
"""
import argparse
import datetime
import json
import os
import pathlib
import platform
import random
import subprocess
import sys
import uuid
import venv

HERE = pathlib.Path(__file__).resolve().parent
PEERS = {"networkx": "networkx", "igraph": "igraph", "networkit": "networkit", "ftm": "followthemoney",
         "stix2": "stix2"}
FORMATS = {
    "graphml": ["igraph", "networkit", "networkx"], "gexf": ["networkx"], "gml": ["igraph", "networkx"],
    "pajek": ["igraph", "networkx"], "csv": ["networkx"], "nodelink": ["networkx"], "ftm": ["ftm"],
    "stix": ["stix2"],
}


def say(text):
    print(text, file=sys.stderr, flush=True)


def network(edges):
    """Nodes (name, label, kind, score) and edges (tail, head, weight, kind), the same each time."""
    draw = random.Random(5)
    count = max(2, edges // 10)
    nodes = [(f"n{i}", f"Node number {i}", ("person", "group", "place")[i % 3], i % 1000 / 1000)
             for i in range(count)]
    ties = [(int(count * draw.random() ** 2), int(count * draw.random()), 1 + i % 9,
             ("knows", "met", "pays", "writes-to")[i % 4]) for i in range(edges)]
    return nodes, ties


def graphml(nodes, ties):
    yield ('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
           '<key id="l" for="node" attr.name="label" attr.type="string"/>\n'
           '<key id="k" for="node" attr.name="kind" attr.type="string"/>\n'
           '<key id="s" for="node" attr.name="score" attr.type="double"/>\n'
           '<key id="w" for="edge" attr.name="weight" attr.type="double"/>\n'
           '<key id="r" for="edge" attr.name="relation" attr.type="string"/>\n'
           '<graph edgedefault="directed">\n')
    for name, label, kind, score in nodes:
        yield (f'<node id="{name}"><data key="l">{label}</data><data key="k">{kind}</data>'
               f'<data key="s">{score}</data></node>\n')
    for number, (tail, head, weight, kind) in enumerate(ties):
        yield (f'<edge id="e{number}" source="n{tail}" target="n{head}"><data key="w">{weight}.0</data>'
               f'<data key="r">{kind}</data></edge>\n')
    yield "</graph>\n</graphml>\n"


def gexf(nodes, ties):
    yield ('<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'
           '<graph defaultedgetype="directed" mode="static">\n<attributes class="node">\n'
           '<attribute id="0" title="kind" type="string"/><attribute id="1" title="score" type="double"/>\n'
           '</attributes>\n<attributes class="edge"><attribute id="2" title="relation" type="string"/>'
           '</attributes>\n<nodes>\n')
    for name, label, kind, score in nodes:
        yield (f'<node id="{name}" label="{label}"><attvalues><attvalue for="0" value="{kind}"/>'
               f'<attvalue for="1" value="{score}"/></attvalues></node>\n')
    yield "</nodes>\n<edges>\n"
    for number, (tail, head, weight, kind) in enumerate(ties):
        yield (f'<edge id="e{number}" source="n{tail}" target="n{head}" weight="{weight}"><attvalues>'
               f'<attvalue for="2" value="{kind}"/></attvalues></edge>\n')
    yield "</edges>\n</graph>\n</gexf>\n"


def gml(nodes, ties):
    yield "graph [\n  directed 1\n  multigraph 1\n"
    for number, (_, label, kind, score) in enumerate(nodes):
        yield f'  node [\n    id {number}\n    label "{label}"\n    kind "{kind}"\n    score {score:.3f}\n  ]\n'
    for number, (tail, head, weight, kind) in enumerate(ties):
        yield (f'  edge [\n    source {tail}\n    target {head}\n    key {number}\n    weight {weight}.0\n'
               f'    relation "{kind}"\n  ]\n')
    yield "]\n"


def pajek(nodes, ties):
    yield f"*Vertices {len(nodes)}\n"
    for number, (_, label, *_) in enumerate(nodes):
        yield f'{number + 1} "{label}"\n'
    yield "*Arcs\n"
    for tail, head, weight, _ in ties:
        yield f"{tail + 1} {head + 1} {weight}\n"


def csv(nodes, ties):
    yield "Source,Target,Type,Kind,Id,Label,Weight\n"
    for number, (tail, head, weight, kind) in enumerate(ties):
        yield f'n{tail},n{head},Directed,{kind},e{number},"{kind}, or so",{weight}.5\n'


def nodelink(nodes, ties):
    yield '{"directed": true, "multigraph": true, "graph": {}, "nodes": ['
    for number, (name, label, kind, score) in enumerate(nodes):
        yield (", " if number else "") + json.dumps(
            {"label": label, "kind": kind, "score": score, "id": name})
    yield '], "edges": ['
    for number, (tail, head, weight, kind) in enumerate(ties):
        yield (", " if number else "") + json.dumps(
            {"weight": weight, "relation": kind, "source": f"n{tail}", "target": f"n{head}", "key": number})
    yield "]}\n"


def ftm(nodes, ties):
    for name, label, *_ in nodes:
        yield json.dumps({"id": name, "schema": "Person", "properties": {"name": [label], "country": ["xx"]}}) + "\n"
    for number, (tail, head, _, kind) in enumerate(ties):
        yield json.dumps({"id": f"e{number}", "schema": "UnknownLink", "properties": {
            "subject": [f"n{tail}"], "object": [f"n{head}"], "role": [kind], "startDate": ["2015-06"],
            "sourceUrl": [f"https://example.org/{number}"]}}) + "\n"


def stix(nodes, ties):
    def name(kind, number):
        return f"{kind}--{uuid.uuid5(uuid.NAMESPACE_URL, f'{kind}{number}')}"
    stamp = {"created": "2020-01-01T00:00:00.000Z", "modified": "2020-01-01T00:00:00.000Z", "spec_version": "2.1"}
    yield '{"type": "bundle", "id": "%s", "objects": [' % name("bundle", 0)
    ids = [name("identity", number) for number in range(len(nodes))]
    for number, (_, label, *_) in enumerate(nodes):
        yield (", " if number else "") + json.dumps({
            "type": "identity", "id": ids[number], **stamp, "name": label, "identity_class": "individual",
            "description": "A made-up party that stands for one of many in a large bundle. " * 3})
    for number, (tail, head, weight, kind) in enumerate(ties):
        yield ", " + json.dumps({
            "type": "relationship", "id": name("relationship", number), **stamp, "relationship_type": kind,
            "source_ref": ids[tail], "target_ref": ids[head], "confidence": weight * 10,
            "external_references": [{"source_name": "made up", "url": f"https://example.org/{number}"}]})
    yield "]}\n"


def prepare(folder):
    say("building in release")
    subprocess.run(["swift", "build", "-c", "release", "--package-path", str(HERE), "--product", "Read", "--quiet"],
                   check=True)
    python = folder / "venv-readers" / "bin" / "python"
    if not python.exists():
        say("installing the peers: " + ", ".join(PEERS.values()))
        venv.create(folder / "venv-readers", with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "numpy", "scipy", "pandas", *PEERS.values()],
                       check=True)
    return python


def run(command, limit):
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=limit)
    except subprocess.TimeoutExpired:
        return f"stopped after {limit} s"
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode or not lines:
        return (done.stderr.strip().splitlines() or ["no answer"])[-1][-80:]
    return json.loads(lines[-1])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="20,000 edges")
    parser.add_argument("--only", help="these formats, separated by commas")
    parser.add_argument("--folder", type=pathlib.Path, default=HERE / ".build" / "data")
    parser.add_argument("--limit", type=int, default=180, help="seconds for one library and file")
    options = parser.parse_args()
    folder = options.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    python = prepare(folder)
    # Of the two that are read as trees by their own tools, a bundle of some 30 MB.
    sizes = {"stix": 3_000 if options.quick else 45_000, "ftm": 20_000 if options.quick else 300_000}
    rows, disagreed = [], False
    for format, peers in FORMATS.items():
        if options.only and format not in options.only.split(","):
            continue
        edges = sizes.get(format, 20_000 if options.quick else 1_000_000)
        path = folder / f"readers-{edges}.{format}"
        if not path.exists():
            say(f"writing {path.name}")
            with open(path, "w") as file:
                file.writelines(globals()[format](*network(edges)))
        size = path.stat().st_size / 1e6
        say(f"{format}: ours")
        ours = run([HERE / ".build/release/Read", path, format], options.limit)
        answers = {}
        for peer in peers:
            say(f"{format}: {peer}")
            answers[peer] = run([python, HERE / "peers/read.py", peer, format, path], options.limit)
        good = {peer: answer for peer, answer in answers.items() if isinstance(answer, dict)}
        if not isinstance(ours, dict):
            rows.append([format, f"{size:.0f}", ours, "", "", "", "", ""])
            disagreed = True
            continue
        fastest = min(good, key=lambda peer: good[peer]["seconds"], default=None)
        notes = []
        for peer, answer in answers.items():
            if not isinstance(answer, dict):
                notes.append(f"{peer}: {answer}")
            elif peer == "ftm":
                if answer["nodes"] != ours["nodes"] + ours["edges"]:
                    notes.append(f"ftm counts {answer['nodes']} entities")
                    disagreed = True
            elif (answer["nodes"], answer["edges"]) != (ours["nodes"], ours["edges"]):
                notes.append(f"{peer} counts {answer['nodes']} nodes and {answer['edges']} edges")
                disagreed = True
        rows.append([
            format, f"{size:.0f}", f"{ours['seconds']:.2f}", f"{size / ours['seconds']:.0f}",
            f"{ours['megabytes']:.0f}",
            f"{good[fastest]['seconds'] / ours['seconds']:.1f}x {fastest}" if fastest else "-",
            ", ".join(f"{peer} {answer['seconds']:.1f} s / {answer['megabytes']:.0f} MB"
                      for peer, answer in good.items()),
            "; ".join(notes) or "counts agree"])
    head = ["format", "MB of the file", "s", "MB/s", "peak MB", "faster than the fastest", "peers", "answers"]
    load = os.getloadavg()[0]
    text = [f"# Readers, {datetime.date.today().isoformat()}" + (", quick" if options.quick else ""), "",
            f"{platform.system()} {platform.machine()}, {os.cpu_count()} threads, load {load:.1f}.", "",
            "| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    text += ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    print("\n".join(text))
    results = HERE / "results"
    results.mkdir(exist_ok=True)
    only = "-" + options.only.replace(",", "-") if options.only else ""
    target = results / f"{datetime.date.today().isoformat()}-readers{'-quick' if options.quick else ''}{only}.md"
    target.write_text("\n".join(text) + "\n")
    say(f"wrote {target}")
    sys.exit(1 if disagreed else 0)


main()
