#!/usr/bin/env python3
"""Checks that what the documents show of the command is what it prints.

    scripts/check-console.py THROUGHLINE FILE.md...

In every block marked `console`, a line that begins with `$ throughline` is run (with THROUGHLINE, the built
command, from the top folder), and the lines after it, up to the next command, must be its output: on standard
output and then standard error. A line `...` stands for any lines. An exit code other than 0 is shown as a last
line `[exit N]`. Blocks with other commands are left alone.

The exit code is 0 if every block agrees, 1 if not, 64 when arguments are missing.
"""

import pathlib
import re
import shlex
import subprocess
import sys


def commands(text):
    """The commands of the blocks with their line numbers and what is shown of each."""
    block = None
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("```"):
            if block:
                yield from block
            block = [] if line.strip() == "```console" else None
        elif block is not None and line.startswith("$ "):
            block.append((number, line[2:], []))
        elif block:
            block[-1][2].append(line)


def agrees(shown, printed):
    """Whether lines with `...` in them stand for other lines."""
    shown = "\n".join(shown).rstrip("\n")
    parts = [re.escape(part) for part in re.split(r"(?m)^\.\.\.$\n?", shown)]
    pattern = r"(?:.*\n)?".join(parts) + r"\n*"
    return re.fullmatch(pattern, printed.rstrip("\n") + "\n", re.DOTALL) is not None


def main():
    if len(sys.argv) < 3:
        print("usage: scripts/check-console.py THROUGHLINE FILE.md...", file=sys.stderr)
        sys.exit(64)
    command, files = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2:]
    top = pathlib.Path(__file__).resolve().parent.parent
    count = failed = 0
    for file in files:
        for number, line, shown in commands(pathlib.Path(file).read_text(encoding="utf-8")):
            words = shlex.split(line)
            if words[:1] != ["throughline"]:
                continue
            count += 1
            done = subprocess.run(
                [str(command)] + words[1:], cwd=top, capture_output=True, text=True, check=False)
            printed = done.stdout + done.stderr
            if done.returncode:
                printed += f"[exit {done.returncode}]\n"
            if not agrees(shown, printed):
                failed += 1
                print(f"{file}:{number}: '{line}' prints something else:\n{printed}", file=sys.stderr)
    if not count:
        print("check-console: no command is shown in these files", file=sys.stderr)
        sys.exit(1)
    print(f"{count - failed} of {count} commands shown in the documents print what is shown")
    sys.exit(1 if failed else 0)


main()
