#!/usr/bin/env python3
"""Shows where a digest repeats the wording of an article.

    scripts/check-digests.py DIGESTS ARTICLES [--words N]

DIGESTS is a folder of digest files (*.md, README.md left out), ARTICLES a folder of full texts (*.txt).
The bodies of the digests (what follows the front matter, whose title and other bibliographic data
are meant to agree with the article) are compared with every article. Words are the runs of lower-case
letters, digits and apostrophes; curly apostrophes count as straight ones. Every stretch of N
words or more (9 unless told otherwise) that a digest shares with an article is printed.

The exit code is 0 when nothing is shared, 1 when something is, 64 when the arguments make no sense,
and 66 when a folder holds no file of its kind.
"""

import argparse
import pathlib
import re
import sys

WORD = re.compile(r"[a-z0-9']+")


def words(text):
    return WORD.findall(text.replace("\u2019", "'").replace("\u2018", "'").lower())


def body(text):
    """The text after the front matter; the whole text if there is none."""
    parts = re.split(r"^---[ \t]*$", text, maxsplit=2, flags=re.MULTILINE)
    return parts[2] if len(parts) == 3 and not parts[0].strip() else text


def grams(tokens, length):
    return {tuple(tokens[i:i + length]) for i in range(len(tokens) - length + 1)}


def shared_stretches(tokens, known, length):
    """The maximal stretches of `tokens` of which every window of `length` words is in `known`."""
    start = None
    for i in range(len(tokens) - length + 2):
        hit = tuple(tokens[i:i + length]) in known if i + length <= len(tokens) else False
        if hit and start is None:
            start = i
        if not hit and start is not None:
            yield tokens[start:i - 1 + length]
            start = None


class Parser(argparse.ArgumentParser):
    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(64, f"{self.prog}: {message}\n")


def main():
    parser = Parser(description="Shows where a digest repeats the wording of an article.")
    parser.add_argument("digests", type=pathlib.Path, help="folder of digest files (*.md)")
    parser.add_argument("articles", type=pathlib.Path, help="folder of full texts (*.txt)")
    parser.add_argument("--words", type=int, default=9, help="shortest stretch that counts (9)")
    options = parser.parse_args()
    if options.words < 1:
        parser.error("--words must be at least 1")

    digests = sorted(p for p in options.digests.glob("*.md") if p.name != "README.md")
    articles = sorted(options.articles.glob("*.txt"))
    for folder, files, kind in [(options.digests, digests, "*.md"), (options.articles, articles, "*.txt")]:
        if not files:
            parser.exit(66, f"{parser.prog}: no {kind} file in {folder}\n")

    known = {a: grams(words(a.read_text(encoding="utf-8")), options.words) for a in articles}
    found = 0
    for digest in digests:
        tokens = words(body(digest.read_text(encoding="utf-8")))
        for article in articles:
            for stretch in shared_stretches(tokens, known[article], options.words):
                found += 1
                print(f"{digest.name}\t{article.name}\t{len(stretch)} words\t{' '.join(stretch)}")
    print(f"{len(digests)} digests, {len(articles)} articles, {found} shared stretches "
          f"of {options.words} words or more", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
