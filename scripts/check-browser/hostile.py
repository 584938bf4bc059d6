"""Names, quotes and addresses that attack the page are shown, and nothing of them runs."""

import json

from _session import FOLDER, axe, check, close, equal, opened, pick, render

NAMES = [
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"onmouseover=\"alert(1)",
    "' onfocus='alert(1)", "</title><svg onload=alert(1)>", "--><script>alert(1)</script>", "]]><script>alert(1)</script>",
    "<!--<script>", "javascript:alert(1)", "{{constructor.constructor('alert(1)')()}}", "${alert(1)}", "`;alert(1)//",
    "</style><script>alert(1)</script>", "} body { display: none } /*", "url(https://example.invalid/x)", "@import 'https://example.invalid/x';",
    "&lt;b&gt; &amp; &#x3c;script&#x3e;", "\u202egnitset\u202c", "محمد العدناني (x)", "שלום <b>", "a\u0001b\u001b[31mred", "line\nbreak\ttab",
    "\u2028\u2029", "\\u003cscript\\u003e", "__proto__", "constructor", "hasOwnProperty", "x" * 3000, "long name " * 200, "😀🏴‍☠️", "%s%n%d",
    "<a href=https://example.invalid>x</a>", "<iframe srcdoc='<script>alert(1)</script>'>", "<base href=https://example.invalid/>",
    "<meta http-equiv=refresh content='0;url=https://example.invalid'>", "<foreignObject><script>alert(1)</script></foreignObject>",
    "xlink:href=javascript:alert(1)", "\\N \\G \\E", "a|b~c#d?e&f=g",
]
entities = [{"id": f"e{number}", "kind": "person", "name": name, "aliases": [name + " alias"], "note": name}
            for number, name in enumerate(NAMES)]
statements = [{
    "id": f"s{number}", "subject": f"e{number}", "relation": "inspired", "object": f"e{(number + 1) % len(NAMES)}",
    "asserter": f"voice {name}", "credibility": 2, "words": name, "cite": {"source": "paper", "paragraph": 1},
} for number, name in enumerate(NAMES)]
graph = {
    "throughline": 1, "title": "</title><script>alert(1)</script> & <b>", "sources": [{
        "id": "paper", "title": "</script><script>alert(1)</script>", "publisher": "<img src=x onerror=alert(1)>", "author": "\"><svg onload=alert(1)>",
        "published": "2016-06-14", "url": "javascript:alert(1)", "reliability": "B"}],
    "entities": entities, "statements": statements,
}
source = FOLDER / "hostile.json"
source.write_text(json.dumps(graph), encoding="utf-8")
path = render("hostile", source, "--layout", "neato")

with opened(path, java_script_enabled=False) as page:
    equal("without script: the title stands as it is", page.locator("h1").inner_text(), graph["title"])
    rows = page.locator(".tl-section").first.locator("tbody th").all_inner_texts()
    for name in NAMES[:20]:
        shown = " ".join(name.split())
        if "\u202e" not in name:
            check(f"without script: {shown[:40]!r} stands as it is", any(" ".join(row.split()) == shown for row in rows), rows[:3])

with opened(path) as page:
    equal("one script of code, one of data, one of words", page.locator("script").evaluate_all("all => all.map((s) => s.type)"), ["application/json"] * 2 + [""])
    tags = page.evaluate("() => [...new Set([...document.querySelectorAll('*')].map((e) => e.localName))].sort()")
    bad = [tag for tag in tags if tag in ("iframe", "img", "base", "foreignobject", "object", "embed", "b", "form")]
    equal("no element came from a name", bad, [])
    handlers = page.evaluate("() => [...document.querySelectorAll('*')].flatMap((e) => [...e.attributes]).filter((a) => /^on/i.test(a.name)).map((a) => a.name)")
    equal("no handler came from a name", handlers, [])
    addresses = page.evaluate("""() => [...document.querySelectorAll('[href], [src]')].map((e) => e.getAttribute('href') || e.getAttribute('src'))
        .filter((a) => !a.startsWith('#'))""")
    equal("no address came from a name", addresses, [])
    equal("the body is seen", page.evaluate("getComputedStyle(document.body).display"), "block")
    for name in ("script", "alert 1", "constructor", "proto", "محمد"):
        page.get_by_role("combobox", name="Search a name").fill(name)
        check(f"search for {name!r} finds", page.get_by_role("option").count() > 0)
        page.get_by_role("combobox", name="Search a name").press("Enter")
    for option in ("__proto__", "constructor"):
        pick(page, "Search a name", option)
        equal(f"the node {option} opens", page.locator(".tl-panel h2 >> nth=0").inner_text(), option)
    for node in page.locator(".tl-base .node").all()[: len(NAMES)]:
        node.focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Escape")
    axe(page, "hostile names")

with opened(path, watches=False) as page:
    # The policy bites: what a flaw would let in is not run.
    page.evaluate("""() => { const s = document.createElement('script'); s.textContent = 'window.alert(1)'; document.body.append(s);
        const d = document.createElement('div'); d.innerHTML = '<img src="x" onerror="window.alert(1)">'; document.body.append(d);
        const c = document.createElement('style'); c.textContent = 'body { display: none }'; document.body.append(c); }""")
    page.wait_for_timeout(200)
    equal("an added script does not run", page.evaluate("window.__alerts"), 0)
    broken = sorted({entry.split(" ")[0] for entry in page.evaluate("window.__violations")})
    check("and breaks the policy", {"img-src", "script-src-elem", "style-src-elem"} <= set(broken), broken)

close()
