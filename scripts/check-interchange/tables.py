#!/usr/bin/env python3
"""Opens tables written by the command with pandas, NetworkX and LibreOffice Calc, and compares.

Usage: tables.py THROUGHLINE_BINARY. One line a check; exit status 1 if anything differs.
Calc is left out, with a word, where soffice is not installed.
"""

import csv
import io
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

import networkx
import pandas

BINARY = sys.argv[1]
ROOT = pathlib.Path(__file__).resolve().parents[2]
FORMULA = "=+-@\t\r"
failures = 0


def check(name, left, right=True):
    """Prints one line for a check, and counts it if the two differ."""
    global failures
    if left == right:
        print(f"ok    {name}")
        return
    failures += 1
    print(f"FAIL  {name}: {str(left)[:300]} is not {str(right)[:300]}")


def run(*arguments):
    """Runs the command, which must succeed."""
    subprocess.run([BINARY, *map(str, arguments)], check=True, capture_output=True)


def rows(path):
    """The cells of a file, as Python's own reader of RFC 4180 sees them."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.reader(file)]


def guarded(text):
    """What the command puts into a cell for a text: see docs/formats/tables.md."""
    number = re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?", text) and text != "-0"
    bare = text.lstrip("'")
    needs = bare != "" and bare[0] in FORMULA and not (bare == text and number)
    return "'" + text if needs else text


NAMES = ["Alpha", "Ärger & Söhne", "x;y,z", 'say "so"', "=1+1", "-", "007", "line\nbreak", "@b"]
EDGES = [
    ["Alpha", "Ärger & Söhne", "1", "knows", "e1", "12", "0.5", "true", "007", "=SUM(A1:A9)"],
    ["x;y,z", 'say "so"', "2.5", "met", "e2", "-5", "-0.25", "false", "010", "+49 1"],
    ["=1+1", "-", "3", "", "e3", "", "3", "true", "1.50", "-x\ty"],
    ["007", "line\nbreak", "4", "a|b", "e4", "7", "", "", "", "two\nlines"],
    ["@b", "Alpha", "5", "@met", "e5", "0", "1e-07", "false", "2015-06-26", "'=quoted"],
    ["Alpha", "Alpha", "6", "it's", "e6", "123456", "0.1", "true", "1e5", " spaced "],
]
HEADER = ["source", "target", "weight", "kind", "id", "times", "share", "sure", "code", "text"]


def write_input(folder):
    """Writes a network by hand, with everything quoted and guarded as the documents say."""
    with open(folder / "in.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows([[guarded(cell) for cell in row] for row in EDGES])
    with open(folder / "innodes.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["Id", "Label", "kind", "age"])
        for number, name in enumerate(NAMES):
            writer.writerow([guarded(name), guarded(f"={number}"), "person", number * 7 - 10])


def check_edges(folder):
    """The table of edges: the same cells for pandas, the same edges for NetworkX."""
    run("convert", folder / "in.csv", "-o", folder / "edges.csv")
    frame = pandas.read_csv(folder / "edges.csv", dtype=str, keep_default_na=False)
    want = ["Source", "Target", "Type", "Kind", "Id", "Weight", "times", "share", "sure", "code", "text"]
    check("edges: the columns", list(frame.columns), want)
    for place, name in enumerate(HEADER):
        column = want[[w.lower() for w in want].index(name)]
        check(
            f"edges: pandas reads {column}", list(frame[column]),
            [guarded(row[place]) for row in EDGES])
    typed = pandas.read_csv(folder / "edges.csv", dtype={"code": str})
    check("edges: pandas sees numbers in share", str(typed["share"].dtype), "float64")
    check("edges: pandas sees numbers in Weight", list(typed["Weight"]), [1, 2.5, 3, 4, 5, 6])
    graph = networkx.from_pandas_edgelist(
        frame, "Source", "Target", edge_attr=["Weight", "Id"],
        create_using=networkx.MultiDiGraph)
    check(
        "edges: NetworkX has the same edges",
        sorted((a, b, d["Weight"], d["Id"]) for a, b, d in graph.edges(data=True)),
        sorted((guarded(r[0]), guarded(r[1]), r[2], r[4]) for r in EDGES))
    for separator, ending in [(",", "csv"), ("\t", "tsv")]:
        run("convert", folder / "in.csv", "-o", folder / f"one.{ending}")
        run("convert", folder / f"one.{ending}", "-o", folder / f"two.{ending}")
        one, two = (folder / f"one.{ending}").read_bytes(), (folder / f"two.{ending}").read_bytes()
        check(f"edges: .{ending} written twice is the same", one == two)
        frame = pandas.read_csv(
            io.BytesIO(one), sep=separator, dtype=str, keep_default_na=False)
        check(f"edges: pandas reads .{ending}", list(frame["text"]), [guarded(r[9]) for r in EDGES])


def check_tables(folder):
    """The two tables: in an archive, in a folder, and given apart."""
    run("convert", folder / "in.csv", "--nodes", folder / "innodes.csv", "-o", folder / "net.zip")
    with zipfile.ZipFile(folder / "net.zip") as archive:
        check("tables: the archive is whole", archive.testzip(), None)
        check("tables: its members", archive.namelist(), ["nodes.csv", "edges.csv"])
        nodes = pandas.read_csv(archive.open("nodes.csv"), dtype=str, keep_default_na=False)
        frame = pandas.read_csv(archive.open("edges.csv"), dtype=str, keep_default_na=False)
    check("tables: ids", list(nodes["Id"]), [guarded(name) for name in NAMES])
    check("tables: labels", list(nodes["Label"]), [f"'={n}" for n in range(len(NAMES))])
    check("tables: numbers", list(nodes["age"]), [str(n * 7 - 10) for n in range(len(NAMES))])
    check("tables: edges", list(frame["Id"]), [row[4] for row in EDGES])
    run("convert", folder / "net.zip", "-o", str(folder / "net") + "/")
    with zipfile.ZipFile(folder / "net.zip") as archive:
        for name in archive.namelist():
            check(
                f"tables: the folder holds the same {name}",
                (folder / "net" / name).read_bytes() == archive.read(name))
    run("convert", folder / "net", "-o", folder / "again.zip")
    check(
        "tables: archive, folder, archive is the same",
        (folder / "again.zip").read_bytes() == (folder / "net.zip").read_bytes())
    with zipfile.ZipFile(folder / "packed.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(folder / "net" / "nodes.csv", "net/nodes.csv")
        archive.write(folder / "net" / "edges.csv", "net/edges.csv")
    run("convert", folder / "packed.zip", "--to", "tables", "-o", folder / "again.zip")
    check(
        "tables: an archive of another program is read",
        (folder / "again.zip").read_bytes() == (folder / "net.zip").read_bytes())


def check_matrix(folder):
    """A matrix for pandas and NetworkX."""
    run("convert", folder / "in.csv", "--to", "matrix", "-o", folder / "matrix.csv")
    frame = pandas.read_csv(folder / "matrix.csv", index_col=0, keep_default_na=False)
    check("matrix: rows are named as columns", list(frame.index), list(frame.columns))
    graph = networkx.from_pandas_adjacency(frame, create_using=networkx.DiGraph)
    check(
        "matrix: NetworkX has the same edges",
        sorted((a, b, d["weight"]) for a, b, d in graph.edges(data=True)),
        sorted((guarded(r[0]), guarded(r[1]), float(r[2])) for r in EDGES))
    run("convert", folder / "matrix.csv", "--to", "matrix", "-o", folder / "matrix2.csv")
    check(
        "matrix: written twice is the same",
        (folder / "matrix.csv").read_bytes() == (folder / "matrix2.csv").read_bytes())


def check_statements(folder):
    """Every graph of the project there and back, and its quotes for pandas."""
    for graph in sorted((ROOT / "graphs").glob("*.yaml")):
        table = folder / f"{graph.stem}.statements.csv"
        run("convert", graph, "--to", "statements", "-o", table)
        check(f"statements: {graph.stem} begins with a mark", table.read_bytes()[:3], b"\xef\xbb\xbf")
        run("convert", graph, "--to", "json", "-o", folder / "one.json")
        run("convert", table, "--to", "json", "-o", folder / "two.json")
        check(
            f"statements: {graph.stem} there and back",
            (folder / "one.json").read_bytes() == (folder / "two.json").read_bytes())
        frame = pandas.read_csv(table, dtype=str, keep_default_na=False)
        check(
            f"statements: pandas has the cells of {graph.stem}",
            [list(frame.columns)] + frame.values.tolist() == rows(table))


def calc(folder, path):
    """The cells of a table after Calc opened it and wrote it again, and its cells as a spreadsheet."""
    out = folder / "calc"
    out.mkdir(exist_ok=True)
    home = f"-env:UserInstallation=file://{folder}/office"
    # Commas, quotation marks, UTF-8, from line 1; cells in quotation marks are text.
    ends = "44,34,76,1,,0,true,false"
    for kind in [f"csv:Text - txt - csv (StarCalc):{ends}", "fods"]:
        subprocess.run(
            ["soffice", home, "--headless", f"--infilter=Text - txt - csv (StarCalc):{ends}",
             "--convert-to", kind, "--outdir", str(out), str(path)],
            check=True, capture_output=True, timeout=240)
    return rows(out / path.name), (out / (path.stem + ".fods")).read_text(encoding="utf-8")


def check_calc(folder):
    """LibreOffice Calc shows the same cells, and takes none for a formula."""
    if not shutil.which("soffice"):
        print("skip  Calc: soffice is not installed; nothing was checked with it")
        return
    tables = [folder / "edges.csv", folder / "net" / "nodes.csv"]
    tables += sorted(folder.glob("florentine*.statements.csv"))
    for path in tables:
        name = path.name
        mine = rows(path)
        theirs, sheet = calc(folder, path)
        differing = [
            (a, b) for left, right in zip(mine, theirs) for a, b in zip(left, right)
            if a != b and not same_number(a, b)
        ]
        check(f"Calc: {name} has as many rows", len(theirs), len(mine))
        check(f"Calc: {name} has the same cells", differing, [])
        check(f"Calc: {name} has no formula", "table:formula" in sheet, False)


def same_number(left, right):
    """Whether two cells are one number: Calc writes 1e-07 as 1E-07, and true as TRUE."""
    if left in ("true", "false"):
        return right == left.upper()
    try:
        return float(left) == float(right) and re.fullmatch(r"-?[0-9.]+(e[-+]?\d+)?", left) is not None
    except ValueError:
        return False


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        write_input(folder)
        check_edges(folder)
        check_tables(folder)
        check_matrix(folder)
        check_statements(folder)
        check_calc(folder)
    sys.exit(1 if failures else 0)


main()
