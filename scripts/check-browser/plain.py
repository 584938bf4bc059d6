"""Pages of plain networks, of other views, and of pictures whose places are fixed."""

from _session import FOLDER, GRAPH, axe, check, close, data_of, equal, opened, pick, render

# A ring of eight with a chord and a tail, weights, and a loop: the ways are counted by hand below.
EDGES = [("a", "b", 2), ("b", "c", 3), ("c", "d", 1), ("d", "e", 5), ("e", "f", 1), ("f", "g", 1), ("g", "h", 1), ("h", "a", 4),
         ("b", "f", 7), ("h", "tail end", 1), ("a", "a", 1)]
source = FOLDER / "ring.csv"
source.write_text("source,target,weight\n" + "".join(f"{tail},{head},{weight}\n" for tail, head, weight in EDGES), encoding="utf-8")
path = render("ring", source, "--layout", "neato")
data = data_of(path)
equal("all nodes", sorted(node["id"] for node in data["nodes"]), sorted({end for edge in EDGES for end in edge[:2]}))
equal("all edges", len(data["lines"]), len(EDGES))

with opened(path) as page:
    check("no evidence is claimed", "no evidence recorded" in page.locator("figcaption").inner_text())
    table = page.locator(".tl-section").nth(1).inner_text()
    check("nor in the table", "no evidence recorded" in table)
    check("which has the weights", "weight: 7" in table, table)
    page.get_by_role("button", name="Trace", exact=True).click()
    pick(page, "From", "a")
    pick(page, "To", "f")
    result = page.locator("#v-fig-chain")
    # a -> b -> f: two edges, over the chord.
    equal("the shortest way", len(result.locator("ol li").all()), 2)
    check("is called one", "A shortest way: 2 edges" in result.inner_text() and "says nothing about influence" in result.inner_text())
    check("and has no probability", "%" not in result.inner_text())
    pick(page, "From", "tail end")
    pick(page, "To", "a")
    check("edges have a direction", result.inner_text().startswith("No way leads"), result.inner_text())
    pick(page, "Search a name", "b")
    panel = page.get_by_role("complementary")
    panel.locator(".tl-link", has_text="f").first.click()
    check("an edge has its weight", "weight: 7" in panel.inner_text() and "No evidence recorded" in panel.inner_text(), panel.inner_text())
    axe(page, "a plain network")

# Other views are pages too.
for name, more in (("ego", ["--focus", "Omar Mateen", "--hops", "1"]), ("chain", ["--chain", "Anwar al-Awlaki,Syed Rizwan Farook"]),
                   ("communities", ["--color-by", "community", "--cluster-by", "community"]), ("score", ["--color-by", "betweenness", "--size-by", "degree"])):
    path = render(name, GRAPH, *more)
    for scheme in ("light", "dark"):
        with opened(path, color_scheme=scheme) as page:
            equal(f"{name}, {scheme}: the data are those of the picture", page.locator(".tl-base .node:not([id*='note-'])").count(), len(data_of(path)["nodes"]))
            axe(page, f"{name}, {scheme}")

close()
