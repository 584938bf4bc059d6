#!/usr/bin/env python3
"""Checks the reports that the command writes, in every format, with readers that are not ours.

    scripts/check-report.py THROUGHLINE GRAPH...

THROUGHLINE is the built command. Of every GRAPH, of a plain network and of a graph whose names are attacks, reports are
written and checked:

  JSON      against docs/report.schema.json; mistakes planted in a copy must be refused
  HTML      it is well-formed XML; ids are unique and every reference has its place; headings step by one; table heads have a
            scope; the policy forbids every script but the one that it names; nothing is loaded from elsewhere
  Markdown  markdown-it parses it without raw HTML but the marks of places, every link to a place leads to one, no note
            is without its link, and every row of a table has as many cells as its head
  PDF       where a browser and poppler are installed: A4, tagged, numbered pages, no script

The exit code is 0 if all is well, 1 if not, 64 when arguments are missing. Needs jsonschema and markdown-it-py.
"""

import base64
import concurrent.futures
import copy
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

import jsonschema
import markdown_it

SCHEMA = pathlib.Path(__file__).resolve().parent.parent / "docs" / "report.schema.json"
SVG_LINK = "{http://www.w3.org/2000/svg}a"
FORMATS = {"json": "json", "html": "html", "markdown": "md"}
# Few draws: what they are for is tested elsewhere, and the command may be a debug build.
FEW = ["--samples", "8", "--draws", "2"]

HOSTILE = [
    "<script>alert(1)</script>", "</style><img src=x onerror=alert(1)>", "AT&T &amp; co", "a \" quote ' and `tick`",
    "{{main}} {{{title}}} {{#x}}", "[link](javascript:alert(1))", "![img](https://example.org/x.png)", "| cell | cell |",
    "# heading", "- item", "1. item", "> quote", "```", "***", "two\nlines", "<!-- comment", "]]>", "\u202edesrever",
    "\u05e9\u05dc\u05d5\u05dd", "\u0645\u062d\u0645\u062f", "\u6bdb\u6cfd\u4e1c", "\U0001f9d1\U0001f3fd\u200d\U0001f680", "=1+1", "long" * 500,
]


def hostile_graph():
    entities = [{"id": f"n{i}", "kind": "ideologue", "name": name} for i, name in enumerate(HOSTILE)]
    entities += [{"id": f"a{i}", "kind": "attack", "name": name} for i, name in enumerate(HOSTILE)]
    statements = []
    for i, name in enumerate(HOSTILE):
        for relation in ("directed", "claimed"):
            statements.append({"id": f"s{i}{relation}", "subject": f"n{i}", "relation": relation, "object": f"a{i}",
                               "note": name, "words": name, "cite": {"source": "x", "paragraph": 1, "quote": name}})
    source = {"id": "x", "title": HOSTILE[0], "publisher": HOSTILE[1], "url": "javascript:alert(1)", "reliability": "B"}
    return {"throughline": 1, "title": HOSTILE[0], "sources": [source], "entities": entities, "statements": statements}


def check_json(text, validator):
    errors = []
    for error in validator.iter_errors(json.loads(text)):
        for inner in error.context or [error]:
            place = "/".join(str(part) for part in inner.absolute_path) or "the document"
            errors.append(f"{place}: {inner.message[:200]}")
    return errors[:5]


def check_html(text):
    errors = []
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        return [f"no XML: {error}"]
    elements = [(element.tag.rsplit("}", 1)[-1], element) for element in root.iter()]
    ids = [element.get("id") for _, element in elements if element.get("id") is not None]
    errors += [f"the id {name} stands twice" for name in sorted({name for name in ids if ids.count(name) > 1})] \
        if len(set(ids)) < len(ids) else []
    known = set(ids)
    scripts = []
    previous = 0
    for name, element in elements:
        target = element.get("href") or ""
        if target.startswith("#") and target[1:] not in known:
            errors.append(f"{target} leads nowhere")
        # Graphviz wraps what has a tooltip into an element of SVG that has no address.
        if name == "a" and element.tag != SVG_LINK and not target.startswith(("#", "http://", "https://")):
            errors.append(f"an address of another kind: {target[:40]}")
        if name == "script" and element.get("type") != "application/json":
            scripts.append(element.text or "")
        if name in ("img", "iframe", "object", "embed", "link", "base", "form"):
            errors.append(f"there is a <{name}>")
        if element.tag == SVG_LINK and any(key.endswith("href") for key in element.keys()):
            errors.append("a picture has an address")
        if any(key.startswith("on") for key in element.keys()):
            errors.append(f"<{name}> has a handler")
        if name == "th" and element.get("scope") not in ("col", "row"):
            errors.append("a head of a table has no scope")
        if re.fullmatch("h[1-6]", name):
            if int(name[1]) > previous + 1:
                errors.append(f"a heading of level {name[1]} follows one of level {previous}")
            previous = int(name[1])
    policy = next((e.get("content") for n, e in elements if e.get("http-equiv") == "Content-Security-Policy"), "")
    # What stands between the tags in the file, which the parser of XML hands on without its marks of CDATA.
    texts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    listed = "".join(
        f" 'sha256-{base64.b64encode(hashlib.sha256(one.encode()).digest()).decode()}'" for one in texts)
    wanted = "; script-src" + listed if texts else ""
    if not policy.startswith("default-src 'none'") or not policy.endswith("form-action 'none'" + wanted):
        errors.append(f"the policy is {policy!r}")
    if len(scripts) != len(texts) or len(texts) > 1:
        errors.append(f"there are {len(scripts)} scripts")
    if not root.get("lang") or not root.get("dir"):
        errors.append("language or direction is missing")
    return errors


def check_markdown(text):
    errors = []
    tokens = markdown_it.MarkdownIt("commonmark").enable("table").parse(text)
    columns = cells = 0
    places = []
    targets = []
    for token in tokens:
        if token.type == "html_block":
            errors.append(f"raw HTML: {token.content[:60]!r}")
        for child in token.children or []:
            place = re.fullmatch(r'<a id="([A-Za-z0-9_-]+)">', child.content) if child.type == "html_inline" else None
            if place:
                places.append(place.group(1))
            elif child.type == "image" or child.type == "html_inline" and child.content != "</a>":
                errors.append(f"{child.type}: {child.content[:60]!r}")
            if child.type == "link_open" and child.attrGet("href").startswith("#"):
                targets.append(child.attrGet("href")[1:])
            elif child.type == "link_open" and not child.attrGet("href").startswith(("http://", "https://")):
                errors.append(f"a link to {child.attrGet('href')[:60]!r}")
        for before, child in zip(token.children or [], (token.children or [])[1:]):
            if re.search(r"\[\d+\]", child.content) and child.type == "text" and before.type != "link_open":
                errors.append(f"a note that leads nowhere: {child.content[:60]!r}")
        if token.type == "thead_open":
            columns = 0
        columns += token.type == "th_open"
        if token.type == "tr_open":
            cells = 0
        cells += token.type in ("th_open", "td_open")
        if token.type == "tr_close" and cells != columns:
            errors.append(f"a row of {cells} cells under a head of {columns}")
    errors += [f"#{target} leads nowhere" for target in sorted(set(targets) - set(places))]
    errors += [f"the place {place} is there twice" for place in sorted(set(places)) if places.count(place) > 1]
    # A row that breaks out of its table would be a paragraph that begins with a bar.
    for before, token in zip(tokens, tokens[1:]):
        if before.type == "paragraph_open" and token.content.startswith("| "):
            errors.append(f"a table that is none: {token.content[:60]!r}")
    return errors


def check_pdf(path):
    errors = []
    facts = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    for fact in ("Tagged:          yes", "JavaScript:      no", "(A4)"):
        if fact not in facts:
            errors.append(f"pdfinfo does not say '{fact}'")
    pages = int(re.search(r"Pages:\s+(\d+)", facts).group(1))
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    for page in (1, pages):
        if not re.search(rf"^\s*{page}\s*/\s*{pages}\s*$", text, re.MULTILINE):
            errors.append(f"page {page} has no number")
    return errors


def mistakes(document):
    """Copies of a valid report, each with one mistake, and what it is."""

    def planted(what, change):
        broken = copy.deepcopy(document)
        change(broken)
        return what, broken

    yield planted("no title", lambda d: d.pop("title"))
    yield planted("an unknown key", lambda d: d.update(extra=1))
    yield planted("a count in words", lambda d: d["counts"].update(links="many"))
    yield planted("a probability above 1", lambda d: d["attribution"][0]["degrees"].update(directed=1.5))
    yield planted("an unknown verdict", lambda d: d["attribution"][0].update(verdict="guilty"))
    yield planted("a statement without a source", lambda d: d["statements"][0].pop("source"))
    yield planted("reliability G", lambda d: d["sources"][0].update(reliability="G"))
    yield planted("no conditions", lambda d: d.pop("conditions"))
    yield planted("an unknown dependence", lambda d: d["conditions"].update(dependence="some"))


def main():
    if len(sys.argv) < 3:
        print(__doc__.split("\n\n")[1].strip(), file=sys.stderr)
        return 64
    command, graphs = sys.argv[1], [pathlib.Path(name) for name in sys.argv[2:]]
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1790000000"}
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "reports").mkdir()
        hostile, plain = folder / "hostile.json", folder / "plain.tsv"
        hostile.write_text(json.dumps(hostile_graph()), encoding="utf-8")
        plain.write_text("a b\nb c\nc a\nc d\nd <b>e</b>\n", encoding="utf-8")

        def written(job):
            graph, form = job
            path = folder / "reports" / f"{graph.stem}.{FORMATS.get(form, form)}"
            few = [] if graph == plain else FEW
            run = subprocess.run([command, "report", "--quiet", str(graph), "-f", form, "-o", str(path), *few],
                                 env=environment, capture_output=True, text=True)
            return graph, form, path, run

        jobs = [(graph, form) for graph in [*graphs, hostile, plain] for form in FORMATS]
        if shutil.which("pdfinfo") and any(shutil.which(b) for b in ("chromium", "chromium-browser", "google-chrome")):
            jobs += [(hostile, "pdf"), (plain, "pdf")]
        wrong = 0
        first = None
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for graph, form, path, run in pool.map(written, jobs):
                if run.returncode:
                    errors = [f"exit {run.returncode}: {run.stderr.strip()[:300]}"]
                elif form == "pdf":
                    errors = check_pdf(path)
                else:
                    text = path.read_text(encoding="utf-8")
                    if form == "json" and graph == hostile:
                        first = json.loads(text)
                    errors = {"json": lambda t: check_json(t, validator), "html": check_html,
                              "markdown": check_markdown}[form](text)
                for error in errors:
                    print(f"{graph}: {form}: {error}")
                wrong += len(errors)
        planted = list(mistakes(first))
        for what, document in planted:
            if validator.is_valid(document):
                print(f"check-report: the schema accepts {what}")
                wrong += 1
    if not wrong:
        print(f"check-report: {len(jobs)} reports are well, {len(planted)} planted mistakes are refused")
    return 1 if wrong else 0


sys.exit(main())
