"""What the checks of pages in a browser share: the pages, the browser, and what no page may ever do."""

import atexit
import contextlib
import functools
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
GRAPH = ROOT / "graphs" / "isis-inspired-attacks.yaml"
COMMAND = sys.argv[1] if len(sys.argv) > 1 else ""
FOLDER = Path(tempfile.mkdtemp(prefix="check-browser-"))
DESKTOP = {"width": 1400, "height": 1000}
PHONE = {"width": 390, "height": 844}
failures = 0


def check(name, fine, detail=""):
    """Notes whether something is as it must be."""
    global failures
    print(("ok   " if fine else "FAIL ") + name + ("" if fine else f": {detail}"))
    failures += 0 if fine else 1


def equal(name, found, expected):
    check(name, found == expected, f"{found!r} instead of {expected!r}")


def run(*arguments, fine=True):
    """Runs the command and returns what it says."""
    done = subprocess.run([COMMAND, *map(str, arguments)], capture_output=True, text=True)
    if fine and done.returncode:
        raise SystemExit(f"{' '.join(map(str, arguments))}: {done.stderr}")
    return done


def render(name, source, *more):
    """Renders a page and returns its path."""
    path = FOLDER / f"{name}.html"
    run("render", source, "-o", path, *more)
    return path


def page_of_graph():
    """The page of the bundled graph."""
    return render("graph", GRAPH)


def data_of(path):
    """What a page knows, read without a browser."""
    text = path.read_text(encoding="utf-8")
    start = text.index('<script type="application/json"')
    return json.loads(text[text.index(">", start) + 1:text.index("</script>", start)])


def document(source=GRAPH):
    """The graph as another writer of ours gives it: an independent list of what must be on the page."""
    path = FOLDER / "document.json"
    run("convert", source, "-o", path)
    return json.loads(path.read_text(encoding="utf-8"))


WATCH = """
window.__violations = [];
document.addEventListener('securitypolicyviolation', (event) => window.__violations.push(event.violatedDirective + ' ' + event.blockedURI));
window.__alerts = 0;
window.alert = () => { window.__alerts += 1; };
"""


@functools.cache
def browser():
    """The one browser of a check."""
    playwright = sync_playwright().start()
    started = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=["--no-sandbox"])
    atexit.register(lambda: (started.close(), playwright.stop()))
    return started


@contextlib.contextmanager
def opened(path, *, hash="", watches=True, **context):
    """A page in a browser. Afterwards it must have asked for nothing, complained of nothing and broken no policy."""
    context.setdefault("viewport", DESKTOP)
    with browser().new_context(**context) as room:
        room.set_default_timeout(120_000)
        room.add_init_script(WATCH)
        page = room.new_page()
        messages, requests = [], []
        page.on("console", lambda message: messages.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: messages.append(str(error)))
        page.on("request", lambda request: requests.append(request.url))
        page.goto(path.as_uri() + hash)
        settle(page)
        yield page
        if watches:
            equal(f"{path.stem}: nothing on the console", messages, [])
            own = path.as_uri()
            equal(f"{path.stem}: no request but for the page itself", [url for url in requests if url.split("#")[0] != own], [])
            if context.get("java_script_enabled", True):
                equal(f"{path.stem}: the policy was not broken", page.evaluate("window.__violations"), [])
                equal(f"{path.stem}: nothing of the data ran", page.evaluate("window.__alerts"), 0)


def axe(page, name, tables=False):
    """Holds a page against axe-core's rules for WCAG 2.2, levels A and AA, and its good practice; the long tables, which
    nothing changes, only where they are asked for."""
    package = Path(importlib.util.find_spec("axe_playwright_python").origin).parent
    page.evaluate(next(package.rglob("axe.min.js")).read_text(encoding="utf-8"))
    result = page.evaluate("""(tables) => axe.run(tables ? document : {exclude: ['.tl-section']}, {runOnly: {type: 'tag', values:
        ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}})""", tables)
    found = [f"{rule['id']} {rule['nodes'][0]['target']} {rule['nodes'][0]['failureSummary']}" for rule in result["violations"]]
    equal(f"{name}: axe finds nothing", found, [])
    check(f"{name}: axe looked", len(result["passes"]) > 15, len(result["passes"]))


def settle(page):
    """Waits until a picture has come to rest."""
    page.wait_for_timeout(600)


def pick(page, label, name):
    """Types a name into a field and takes the first suggestion."""
    field = page.get_by_role("combobox", name=label, exact=True)
    field.fill(name)
    field.press("Enter")


def close():
    """Ends a check: the exit code says whether all was well."""
    sys.exit(1 if failures else 0)
