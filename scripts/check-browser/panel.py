"""A click on a node or a link opens what is known of it, with every statement, its grade and its place."""

import json

from _session import GRAPH, axe, check, close, data_of, equal, opened, page_of_graph, run, settle

path = page_of_graph()
data = data_of(path)

explained = json.loads(run("explain", GRAPH, "Omar Mateen perpetrated Orlando nightclub shooting", "--format", "json").stdout)

for scheme in ("light", "dark"):
    with opened(path, color_scheme=scheme) as page:
        panel = page.get_by_role("complementary")
        check(f"{scheme}: the panel is closed", not panel.is_visible())
        axe(page, f"{scheme}: at first", tables=True)
        page.locator(".tl-base [aria-label^='Orlando nightclub shooting']").click()
        equal(f"{scheme}: a click on a node opens it", panel.locator("h2").first.inner_text(), "Orlando nightclub shooting")
        settle(page)
        axe(page, f"{scheme}: a node is open")
        text = panel.inner_text()
        check(f"{scheme}: kind and date", "attack" in text and "12 June 2016" in text)
        check(f"{scheme}: what is said of it", "Said of it" in text)
        panel.get_by_role("button", name="Omar Mateen").first.click()
        equal(f"{scheme}: a neighbour opens the link", panel.locator("h2").first.inner_text(), "Link: perpetrated")
        settle(page)
        axe(page, f"{scheme}: a link is open")
        text = panel.inner_text()
        check(f"{scheme}: the chance that explain gives", f"{round(explained['probability'] * 100)}\u00a0%" in text, (explained["probability"], text))
        for origin in explained["origins"]:
            check(f"{scheme}: {origin['statement']} with grade and place",
                  f"grade {origin['grade']}" in text and f"{origin['source']} ¶{origin['paragraph']}" in text, origin)
        page.get_by_role("button", name="Close").click()
        check(f"{scheme}: it closes", not panel.is_visible())

with opened(path) as page:
    # A thin line is met beside its middle, too; one is sought that no node covers there.
    line = page.evaluate("""() => {
      for (const mark of document.querySelectorAll('.tl-base .edge')) {
        const path = mark.querySelector('path');
        const point = path.getPointAtLength(path.getTotalLength() / 2).matrixTransform(path.getScreenCTM());
        const under = document.elementFromPoint(point.x, point.y);
        if (under && under.closest('.edge') === mark) return {id: mark.id, x: point.x, y: point.y};
      }
      return null;
    }""")
    page.mouse.click(line["x"], line["y"])
    entry = next(entry for entry in data["lines"] if entry["tag"] == line["id"])
    panel = page.get_by_role("complementary")
    check("a click on a line opens a link", panel.locator("h2").first.inner_text().startswith("Link: "))
    check("between its ends", data["nodes"][entry["tail"]]["name"] in panel.inner_text()
          and data["nodes"][entry["head"]]["name"] in panel.inner_text(), entry)
    hrefs = panel.locator("a").evaluate_all("all => all.map((a) => a.getAttribute('href'))")
    check("links lead to entries of sources or to the web", bool(hrefs) and all(h.startswith(("#", "https://", "http://")) for h in hrefs), hrefs)

    # Denials are told as such.
    denied = next(number for number, entry in enumerate(data["lines"]) if entry["standing"] == "denied")
    page.goto(path.as_uri() + f"#v-fig-~link={denied}")
    page.reload()
    settle(page)
    check("a denied link says so", "denied" in panel.inner_text() and "denies" in panel.inner_text()
          or "no evidence" in panel.inner_text(), panel.inner_text())
    check("and gives no chance", "%" not in panel.inner_text().split("Statements")[0], panel.inner_text())

close()
