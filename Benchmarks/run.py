#!/usr/bin/env python3
"""Holds GraphCore against other graph libraries: the same file, the same run, the same threads.

    Benchmarks/run.py [--family core|catalogue] [--quick] [--only GRAPH] [--tasks TASK,...] [--folder FOLDER]
                      [--limit SECONDS] [--rounds N]

Builds this package in release, installs the peers from PyPI into a virtual environment of its own, generates
the graphs, runs each library in a process of its own, one after the other, compares the answers, prints a
table and writes it to Benchmarks/results/. There are two families of tasks: the core of a graph library, and the
newer catalogue of algorithms; both are run unless one is named. A library that needs more than --limit seconds
for a graph is stopped; what it did by then counts.
"""
import argparse
import datetime
import json
import os
import pathlib
import platform
import subprocess
import sys
import venv

HERE = pathlib.Path(__file__).resolve().parent
PEERS = ["networkit", "igraph", "rustworkx", "networkx"]

# Name: (arguments of Generate in the full and the quick run, tasks, peers that would take minutes).
GRAPHS = {
    "rmat-large": (
        ["rmat", "20", "16", "1"], ["rmat", "16", "16", "1"],
        "hold,read,map,components,pagerank,cores,louvain,leiden", {"networkx"}),
    "rmat-medium": (
        ["rmat", "14", "8", "2"], ["rmat", "10", "8", "2"], "read,betweenness,harmonic,triangles", {"networkx"}),
    "ba": (
        ["ba", "5000", "5", "3"], ["ba", "1000", "5", "3"],
        "read,pagerank,betweenness,harmonic,louvain,leiden,paths", set()),
    "grid": (
        ["grid", "200", "0", "4"], ["grid", "60", "0", "4"],
        "read,components,cores,louvain,leiden,paths", {"networkx"}),
    "covert": (
        ["covert"], ["covert"],
        "components,pagerank,cores,betweenness,harmonic,triangles,louvain,leiden", set()),
}

# What the catalogue is asked on the same graphs. Gomory-Hu trees and NetworkX take minutes on all but the smallest.
ASKED = ("labels,infomap1,cliques,clique,blocks,strong,forest,flow,dominators,compare,rewire,assortativity,"
         "constraint,triads")
CATALOGUE = {
    "rmat-medium": (*GRAPHS["rmat-medium"][:2], ASKED + ",infomap", {"networkx"}),
    "ba": (*GRAPHS["ba"][:2], ASKED + ",infomap,motifs", {"networkx"}),
    "grid": (*GRAPHS["grid"][:2], ASKED + ",motifs", {"networkx"}),
    "covert": (*GRAPHS["covert"][:2], ASKED + ",infomap,motifs,cuts", set()),
}
FAMILIES = {"core": GRAPHS, "catalogue": CATALOGUE}

# The Islamic State network in Europe of Gutfraind and Genkin (CC BY 4.0), ties without direction.
COVERT = HERE.parent / "Tests/GraphCoreTests/Fixtures/networks/ise_typed_nov13.json"

# Single tasks that would take minutes.
TOO_SLOW = {
    ("grid", "igraph"): {"paths", "infomap1"}, ("ba", "networkx"): {"betweenness"},
    ("rmat-medium", "networkit"): {"flow"}}

# What is searched for by chance: what the answer measures, and whether more is better.
QUALITIES = {
    "louvain": ("modularity", 1), "leiden": ("modularity", 1), "labels": ("modularity", 1),
    "infomap": ("bits", -1), "infomap1": ("bits", -1)}

# How far answers may differ: counted ones not at all, iterated ones by their tolerance.
TOLERANCE = {
    "pagerank": 1e-6, "betweenness": 1e-6, "harmonic": 1e-6, "triangles": 1e-9, "cuts": 1e-9, "compare": 1e-9,
    "assortativity": 1e-9, "constraint": 1e-9}


def say(text):
    print(text, file=sys.stderr, flush=True)


def prepare(folder):
    """The programs of this package, and a Python that has the peers."""
    say("building in release")
    subprocess.run(
        ["swift", "build", "-c", "release", "--package-path", str(HERE), "--quiet", "--product", "Measure"],
        check=True)
    subprocess.run(
        ["swift", "build", "-c", "release", "--package-path", str(HERE), "--quiet", "--product", "Generate"],
        check=True)
    python = folder / "venv" / "bin" / "python"
    if not python.exists():
        say("installing the peers: " + ", ".join(PEERS))
        venv.create(folder / "venv", with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "numpy", "scipy"] + PEERS, check=True)
    return python


def generate(name, arguments, folder):
    path = folder / ("-".join([name] + arguments) + ".txt")
    if not path.exists():
        say("generating " + path.name)
        unfinished = path.with_suffix(".part")
        if arguments == ["covert"]:
            unfinished.write_text(covert_edges())
        else:
            with open(unfinished, "wb") as file:
                subprocess.run(
                    [HERE / ".build/release/Generate"] + arguments, stdout=file, check=True)
        unfinished.rename(path)
        # The binary file beside the text, for the task `map`.
        subprocess.run(
            [HERE / ".build/release/Measure", path, folder, "save"], check=True, capture_output=True)
    return path


def covert_edges():
    """The real network as an edge list: each tie once, no loops, only nodes that have ties."""
    ties = json.loads(COVERT.read_text())["edges"]
    pairs = sorted({(min(tie[:2]), max(tie[:2])) for tie in ties if tie[0] != tie[1]})
    number = {node: place for place, node in enumerate(sorted({end for pair in pairs for end in pair}))}
    return "".join(f"{number[first]} {number[second]}\n" for first, second in pairs)


def run(command, limit):
    """By task, what one library printed before it ended or was stopped."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        output, errors = process.communicate(timeout=limit)
    except subprocess.TimeoutExpired:
        process.kill()
        output, errors = process.communicate()
        say(f"stopped after {limit} s")
    if process.returncode not in (0, -9):
        say(errors.strip()[-500:])
    lines = [json.loads(line) for line in output.splitlines() if line.startswith("{")]
    return {line["task"]: line for line in lines}


def agreement(python, task, answers, folder):
    """What differs between our answer and each peer's: empty if nothing."""
    ours = answers["ours"]
    problems = []
    for peer, line in answers.items():
        if peer == "ours":
            continue
        if task in QUALITIES:
            # Each finds its own communities; worse ones than a peer's are worth a word.
            if (float(line["answer"]) - float(ours["answer"])) * QUALITIES[task][1] > 1e-3:
                problems.append(f"{peer} finds {float(line['answer']):.4f}")
        elif task == "rewire":
            # Each draws its own graph, which must have the same degrees.
            if not line["answer"].startswith("degrees kept") or not ours["answer"].startswith("degrees kept"):
                problems.append(f"{peer} says {line['answer']}, ours {ours['answer']}")
        elif line["answer"] or ours["answer"]:
            if line["answer"] != ours["answer"]:
                problems.append(f"{peer} says {line['answer']}, ours {ours['answer']}")
        else:
            script = (
                "import numpy, sys; a, b = (numpy.fromfile(p) for p in sys.argv[1:]); "
                "print(numpy.inf if a.shape != b.shape else (abs(a - b) / numpy.maximum(1, abs(b))).max())")
            files = [folder / f"{name}-{task}.f64" for name in ("ours", peer)]
            difference = float(subprocess.run(
                [python, "-c", script] + files, check=True, capture_output=True, text=True).stdout)
            if not difference <= TOLERANCE.get(task, 0):
                problems.append(f"{peer} differs by {difference:.2g}")
    return problems


def rivals_in(task, ours, peers):
    """The peers whose time counts: of those that look for a short map equation, all that find one about as short. A peer whose
    code is longer by half a percent is not held against ours, nor ours against a slower one whose code is shorter by that."""
    if task not in ("infomap", "infomap1"):
        return peers
    return {library: line for library, line in peers.items()
            if float(line["answer"]) <= 1.005 * float(ours["answer"])
            and (1.005 * float(line["answer"]) >= float(ours["answer"]) or line["seconds"] < ours["seconds"])}


def rows(name, path, tasks, skipped, python, folder, limit, rounds):
    results = {}
    # The libraries take turns, so that what else the machine does meets all of them.
    for turn in range(rounds):
        for library in ["ours"] + [peer for peer in PEERS if peer not in skipped]:
            known = results.setdefault(library, {})
            # What took seconds is not done again.
            own = [task for task in tasks.split(",") if task not in TOO_SLOW.get((name, library), ())
                   and (turn == 0 or known.get(task, {"seconds": 9})["seconds"] < 2)]
            say(f"{name}: {library}" + (f", turn {turn + 1}" if rounds > 1 else ""))
            command = [HERE / ".build/release/Measure"] if library == "ours" else [
                python, HERE / "peers/measure.py", library]
            for task, line in run(
                    [str(part) for part in command + [path, folder, ",".join(own)]], limit).items():
                if task not in known or line["seconds"] < known[task]["seconds"]:
                    known[task] = line
    for task in tasks.split(","):
        answers = {library: found[task] for library, found in results.items() if task in found}
        if "ours" not in answers:
            yield [name, task, "-", "", "", "", *[""] * len(PEERS), "ours did not end"]
            continue
        ours = answers["ours"]
        peers = {library: line for library, line in answers.items() if library != "ours"}
        # Mapping stands beside the peers' reading: it is the second time that a file is opened.
        rivals = {library: found["read"] for library, found in results.items()
                  if task == "map" and library != "ours" and "read" in found} or rivals_in(task, ours, peers)
        fastest = min(rivals, key=lambda library: rivals[library]["seconds"], default=None)
        leanest = min((line["megabytes"] for line in rivals.values()), default=None)
        problems = agreement(python, task, answers, folder)
        note = "; ".join(problems) if problems else ("agree" if peers else "")
        if task in ("louvain", "leiden"):
            note = f"modularity {float(ours['answer']):.4f}; " + (note if problems else "none higher")
        elif task in QUALITIES:
            note = f"{QUALITIES[task][0]} " + ", ".join(
                f"{library} {float(line['answer']):.4f}" for library, line in answers.items())
        if task == "rewire" and not problems:
            note = "degrees kept; in place " + ", ".join(
                f"{library} {float(line['answer'].split('; ')[1].split()[0]):.3f}" for library, line in answers.items())
        yield [
            name, task, f"{ours['seconds']:.3g}", f"{ours['megabytes']:.0f}",
            f"{rivals[fastest]['seconds'] / ours['seconds']:.2g}x {fastest}" if fastest else "-",
            f"{ours['megabytes'] / leanest:.2f}" if leanest else "-",
            *[f"{peers[peer]['seconds']:.3g} / {peers[peer]['megabytes']:.0f}" if peer in peers else ""
              for peer in PEERS], note]


def machine(python):
    model = platform.processor() or platform.machine()
    try:
        with open("/proc/cpuinfo") as file:
            model = next(line.split(":")[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        pass
    versions = subprocess.run(
        [python, "-c", "import importlib.metadata as m, sys; "
         "print(', '.join(p + ' ' + m.version(p) for p in sys.argv[1:]))"] + PEERS,
        check=True, capture_output=True, text=True).stdout.strip()
    swift = subprocess.run(
        ["swift", "--version"], capture_output=True, text=True).stdout.splitlines()[0]
    load = os.getloadavg()[0]
    return (f"{model}, {os.cpu_count()} threads, {platform.system()} {platform.machine()}, "
            f"load before the run {load:.1f}. {swift}. {versions}.")


def table(family, options, python, folder):
    """Runs a family of tasks, prints what came out and writes it down; whether all answers agree."""
    rounds = options.rounds or {"core": 1, "catalogue": 3}[family]
    head = ["graph", "task", "s", "MB", "faster than the fastest", "memory of the leanest",
            *[f"{peer} s / MB" for peer in PEERS], "answers"]
    kind = {"core": "quick" if options.quick else "full"}.get(family, family + ("-quick" if options.quick else ""))
    text = [
        f"# {datetime.date.today().isoformat()}, {kind}", "",
        machine(python), "",
        "Seconds are the best of three or more, of those above a second the only one"
        + (f", and of {rounds} processes that took turns" if rounds > 1 else "")
        + "; MB is the peak of the process during the task, the graph included. igraph and NetworkX "
        "use one thread, the others all of them.", "",
        "| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    if family == "catalogue":
        text[5:5] = [
            "", "labels: label propagation. infomap, infomap1: ten searches, and one of one round, as NetworKit "
            "makes; where codes differ by half a percent, a longer one that is quicker is no gain and is not compared. cliques, clique: all maximal ones, a largest one. "
            "blocks: biconnected components and articulation points. strong, triads, dominators: each edge as it "
            "stands in the file, every third both ways. forest, flow, cuts: spanning forest, maximum flow between the "
            "two nodes of most edges, Gomory-Hu tree, with weights of 1 to 1000. compare: adjusted Rand index of two "
            "divisions. rewire: ten switches for each edge."]
    agreed = True
    for name, (full, quick, tasks, skipped) in FAMILIES[family].items():
        if options.tasks:
            tasks = ",".join(task for task in tasks.split(",") if task in options.tasks.split(","))
        if options.only in (None, name) and tasks:
            path = generate(name, quick if options.quick else full, folder)
            for row in rows(name, path, tasks, skipped, python, folder, options.limit, rounds):
                text.append("| " + " | ".join(row) + " |")
                agreed &= "differs" not in row[-1] and "says" not in row[-1]
    print("\n".join(text))
    results = HERE / "results"
    results.mkdir(exist_ok=True)
    only = "".join(f"-{part}" for part in (options.only, options.tasks) if part)
    target = results / f"{datetime.date.today().isoformat()}-{kind}{only}.md"
    target.write_text("\n".join(text) + "\n")
    say(f"wrote {target}")
    return agreed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--family", choices=FAMILIES, help="one family of tasks alone")
    parser.add_argument("--quick", action="store_true", help="small graphs, about two minutes")
    parser.add_argument("--only", choices=GRAPHS, help="one graph alone")
    parser.add_argument("--tasks", help="only these, separated by commas")
    parser.add_argument("--folder", type=pathlib.Path, default=HERE / ".build" / "data")
    parser.add_argument("--limit", type=int, default=150, help="seconds for one library and graph")
    parser.add_argument("--rounds", type=int, help="how often the libraries take turns; 1 for core, 3 for catalogue")
    options = parser.parse_args()
    folder = options.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    python = prepare(folder)
    families = [options.family] if options.family else list(FAMILIES)
    agreed = [table(family, options, python, folder) for family in families]
    if not all(agreed):
        sys.exit(1)


main()
