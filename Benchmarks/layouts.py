#!/usr/bin/env python3
"""Holds drawing by Throughline against Graphviz's own programs, on the very same DOT text.

    Benchmarks/layouts.py [--command PATH] [--runs N] [--quick]

Each text is drawn to SVG by `dot -K ENGINE` and by `throughline render --raw --layout ENGINE`, in turns, so that
whatever else the machine does falls on both; the ratio is of the medians. Texts are what `throughline render -f dot`
writes of the bundled graph and of made networks, so large that a layout takes over a second. Prints a table and
writes it to Benchmarks/results/; ends with 1 if `dot` is faster by more than 10 % on any of them.
"""
import argparse
import datetime
import os
import pathlib
import platform
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent


def tree(count, extra, seed):
    """Edges of a tree in which early nodes have many children, and some more."""
    draw = random.Random(seed)
    edges = [(int(i * draw.random() ** 2), i) for i in range(1, count)]
    return edges + [tuple(sorted(draw.sample(range(count), 2))) for _ in range(extra)]


def barabasi(count, links, seed):
    """Each new node is tied to some that are chosen by their ties so far (Barabasi and Albert)."""
    draw = random.Random(seed)
    ends, edges = [], []
    for node in range(1, count):
        chosen = set()
        while len(chosen) < min(links, node):
            chosen.add(draw.choice(ends) if ends and draw.random() < 0.9 else draw.randrange(node))
        for other in sorted(chosen):
            edges.append((other, node))
            ends += [other, node]
    return edges


def seconds(command, text_path):
    """The wall and the processor time of a command and its children, its output thrown away."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    with open(text_path, "rb") as text, open(os.devnull, "wb") as sink:
        done = subprocess.run(command, stdin=text, stdout=sink, stderr=subprocess.PIPE)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}: {done.stderr.decode()[-300:]}")
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--command", type=pathlib.Path, default=ROOT / ".build/release/throughline")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--quick", action="store_true", help="smaller networks, two runs")
    options = parser.parse_args()
    runs = 2 if options.quick else options.runs
    if not options.command.exists():
        subprocess.run(["swift", "build", "-c", "release", "--product", "throughline"], cwd=ROOT, check=True)
    scale = 0.4 if options.quick else 1
    networks = {
        "tree, layers": ("dot", tree(int(5000 * scale), int(1000 * scale), 1)),
        "tree, springs": ("neato", tree(int(900 * scale), int(300 * scale), 2)),
        "scale-free, several scales": ("sfdp", barabasi(int(4000 * scale), 2, 3)),
    }
    rows, failed = [], False
    with tempfile.TemporaryDirectory() as folder:
        for name, (engine, edges) in networks.items():
            plain, text = pathlib.Path(folder, "network.edges"), pathlib.Path(folder, "network.dot")
            plain.write_text("".join(f"n{a} n{b}\n" for a, b in edges))
            subprocess.run([options.command, "render", plain, "--layout", engine, "--format", "dot", "--quiet",
                            "--no-legend", "-o", text], check=True)
            commands = {"dot": ["dot", f"-K{engine}", "-Tsvg"],
                        "ours": [options.command, "render", "-", "--raw", "--layout", engine, "--format", "svg",
                                 "--quiet", "--drawing-time", "3600"]}
            times = {who: [] for who in commands}
            for turn in range(runs + 1):
                for who, command in commands.items():
                    result = seconds(command, text)
                    # The first turn fills the caches.
                    if turn:
                        times[who].append(result)
                    print(f"{name}: {who} {result[0]:.2f} s", file=sys.stderr, flush=True)
            wall = {who: statistics.median(wall for wall, _ in times[who]) for who in times}
            work = {who: statistics.median(work for _, work in times[who]) for who in times}
            ratio = wall["ours"] / wall["dot"]
            failed |= ratio > 1.1
            rows.append([name, engine, len({n for edge in edges for n in edge}), len(edges), f"{wall['dot']:.2f}",
                         f"{wall['ours']:.2f}", f"{ratio:.2f}", f"{work['ours'] / work['dot']:.2f}"])
    head = ["network", "engine", "nodes", "edges", "`dot` s", "ours s", "ours / dot, wall", "ours / dot, processor"]
    version = subprocess.run(["dot", "-V"], capture_output=True, text=True).stderr.strip()
    lines = [f"# Layouts, {datetime.date.today().isoformat()}" + (", quick" if options.quick else ""), "",
             f"{platform.system()} {platform.machine()}, {os.cpu_count()} threads, load {os.getloadavg()[0]:.1f}; "
             f"{version}; medians of {runs} runs in turns.", "",
             "| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    lines += ["| " + " | ".join(map(str, row)) + " |" for row in rows]
    print("\n".join(lines))
    target = HERE / "results" / f"{datetime.date.today().isoformat()}-layouts{'-quick' if options.quick else ''}.md"
    target.write_text("\n".join(lines) + "\n")
    print(f"wrote {target}", file=sys.stderr)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
