#!/usr/bin/env python3
"""Holds GraphCore against other graph libraries: the same file, the same run, the same threads.

    Benchmarks/run.py [--quick] [--only GRAPH] [--tasks TASK,...] [--folder FOLDER] [--limit SECONDS]

Builds this package in release, installs the peers from PyPI into a virtual environment of its own, generates
the graphs, runs each library in a process of its own, one after the other, compares the answers, prints a
table and writes it to Benchmarks/results/. A library that needs more than --limit seconds for a graph is
stopped; what it did by then counts.
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

# The Islamic State network in Europe of Gutfraind and Genkin (CC BY 4.0), ties without direction.
COVERT = HERE.parent / "Tests/GraphCoreTests/Fixtures/networks/ise_typed_nov13.json"

# Single tasks that would take minutes.
TOO_SLOW = {("grid", "igraph"): {"paths"}, ("ba", "networkx"): {"betweenness"}}

# How far answers may differ: counted ones not at all, iterated ones by their tolerance.
TOLERANCE = {"pagerank": 1e-6, "betweenness": 1e-6, "harmonic": 1e-6, "triangles": 1e-9}


def say(text):
    print(text, file=sys.stderr, flush=True)


def prepare(folder):
    """The programs of this package, and a Python that has the peers."""
    say("building in release")
    subprocess.run(
        ["swift", "build", "-c", "release", "--package-path", str(HERE), "--quiet"], check=True)
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
        if task in ("louvain", "leiden"):
            # Each finds its own communities; lower modularity than a peer's is worth a word.
            if float(ours["answer"]) < float(line["answer"]) - 1e-3:
                problems.append(f"{peer} finds {float(line['answer']):.4f}")
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


def rows(name, path, tasks, skipped, python, folder, limit):
    results = {}
    for library in ["ours"] + [peer for peer in PEERS if peer not in skipped]:
        say(f"{name}: {library}")
        command = [HERE / ".build/release/Measure"] if library == "ours" else [
            python, HERE / "peers/measure.py", library]
        own = [task for task in tasks.split(",") if task not in TOO_SLOW.get((name, library), ())]
        results[library] = run(
            [str(part) for part in command + [path, folder, ",".join(own)]], limit)
    for task in tasks.split(","):
        answers = {library: found[task] for library, found in results.items() if task in found}
        if "ours" not in answers:
            yield [name, task, "-", "", "", "", *[""] * len(PEERS), "ours did not end"]
            continue
        ours = answers["ours"]
        peers = {library: line for library, line in answers.items() if library != "ours"}
        # Mapping stands beside the peers' reading: it is the second time that a file is opened.
        rivals = {library: found["read"] for library, found in results.items()
                  if task == "map" and library != "ours" and "read" in found} or peers
        fastest = min(rivals, key=lambda library: rivals[library]["seconds"], default=None)
        leanest = min((line["megabytes"] for line in rivals.values()), default=None)
        problems = agreement(python, task, answers, folder)
        note = "; ".join(problems) if problems else ("agree" if peers else "")
        if task in ("louvain", "leiden"):
            note = f"modularity {float(ours['answer']):.4f}; " + (note if problems else "none higher")
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


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="small graphs, about a minute")
    parser.add_argument("--only", choices=GRAPHS, help="one graph alone")
    parser.add_argument("--tasks", help="only these, separated by commas")
    parser.add_argument("--folder", type=pathlib.Path, default=HERE / ".build" / "data")
    parser.add_argument("--limit", type=int, default=150, help="seconds for one library and graph")
    options = parser.parse_args()
    folder = options.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    python = prepare(folder)
    head = ["graph", "task", "s", "MB", "faster than the fastest", "memory of the leanest",
            *[f"{peer} s / MB" for peer in PEERS], "answers"]
    text = [
        f"# {datetime.date.today().isoformat()}" + (", quick" if options.quick else ""), "",
        machine(python), "",
        "Seconds are the best of up to three; MB is the peak of the process during the task, the graph "
        "included. igraph and NetworkX use one thread, the others all of them.", "",
        "| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    disagreed = False
    for name, (full, quick, tasks, skipped) in GRAPHS.items():
        if options.tasks:
            tasks = ",".join(task for task in tasks.split(",") if task in options.tasks.split(","))
        if options.only in (None, name) and tasks:
            path = generate(name, quick if options.quick else full, folder)
            for row in rows(name, path, tasks, skipped, python, folder, options.limit):
                text.append("| " + " | ".join(row) + " |")
                disagreed |= "differs" in row[-1] or "says" in row[-1]
    print("\n".join(text))
    results = HERE / "results"
    results.mkdir(exist_ok=True)
    kind = "quick" if options.quick else "full"
    only = "".join(f"-{part}" for part in (options.only, options.tasks) if part)
    target = results / f"{datetime.date.today().isoformat()}-{kind}{only}.md"
    target.write_text("\n".join(text) + "\n")
    say(f"wrote {target}")
    if disagreed:
        sys.exit(1)


main()
