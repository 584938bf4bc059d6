"""Without script a page is the whole picture, its legend and all its data, light, dark and in print."""

import json

from _session import GRAPH, check, close, document, equal, opened, page_of_graph, run

path = page_of_graph()
graph = document()
names = {" ".join(entity["name"].split()) for entity in graph["entities"]}
trace = json.loads(run("trace", GRAPH, "--from", "Anwar al-Awlaki", "--to", "Syed Rizwan Farook", "--format", "json").stdout)

with opened(path, java_script_enabled=False) as page:
    nodes, links, sources = (page.locator(".tl-section").nth(place) for place in range(3))
    shown = [" ".join(name.split()) for name in nodes.locator("tbody th").all_inner_texts()]
    check("the rows of nodes are entities of the graph", len(shown) > 50 and set(shown) <= names, set(shown) - names)
    equal("the picture has a mark for each row of nodes", page.locator(".tl-picture g.node").count(), len(shown))
    check("marks have tooltips", page.locator(".tl-picture g.node a").first.get_attribute("xlink:title") not in (None, ""))
    check("the legend names what is drawn", {"ideologue", "directs", "claimed only, no influence", "denied or no evidence found"}
          <= set(text.strip() for text in page.locator(".tl-legend li").all_inner_texts()),
          page.locator(".tl-legend").inner_text())
    # What is out of sight is not laid out yet, and then has no inner text.
    words = " ".join(links.text_content().split())
    statements = [statement for chain in trace["chains"] for link in chain["links"] for statement in link["statements"]]
    check("trace gives statements to compare", len(statements) > 1, statements)
    for statement in statements:
        place = f"{statement['grade']}, {statement['source']} ¶{statement['paragraphs']}"
        check(f"statement {statement['id']} stands in the table of links", place in words, place)
    # A denial of the graph, a claim of responsibility, and a quote.
    denial = next(s for s in graph["statements"] if s.get("stance") == "denies" and s.get("relation") == "directed")
    check("denials are told", f"{denial['cite']['source']} ¶{denial['cite']['paragraph']} (denies" in words, denial)
    anchors = links.locator("a").evaluate_all("all => all.map((a) => a.getAttribute('href'))")
    missing = [anchor for anchor in set(anchors) if page.locator(f"[id='{anchor[1:]}']").count() != 1]
    equal("each citation leads to its source", missing, [])
    check("sources have publisher, date and grade", "reliability B" in sources.text_content() and "CNN, about 14 June 2016" in sources.text_content(),
          sources.text_content())
    equal("there are no controls that need a script", page.get_by_role("combobox").count(), 0)
    small = page.locator(".tl-picture svg").bounding_box()
    page.locator("label.tl-zoom-label").click()
    large = page.locator(".tl-picture svg").bounding_box()
    check("the picture can be seen at full size", large["height"] > 1.2 * small["height"], (small, large))

PAINT = """() => {
  const style = (selector, name) => getComputedStyle(document.querySelector(selector))[name];
  return {paper: style('.tl-picture', 'backgroundColor'), sheet: style('.tl-picture .graph > g > a > polygon', 'fill'),
    word: style('.tl-picture .edge path', 'stroke'), page: style('body', 'backgroundColor'), ink: style('body', 'color')};
}"""
with opened(path, java_script_enabled=False, color_scheme="light") as page:
    light = page.evaluate(PAINT)
    equal("light: the sheet is white", (light["paper"], light["sheet"]), ("rgb(255, 255, 255)",) * 2)
with opened(path, java_script_enabled=False, color_scheme="dark") as page:
    dark = page.evaluate(PAINT)
    # The colours of the dark theme, from its definition.
    equal("dark: the sheet is near black", (dark["paper"], dark["sheet"], dark["page"]), ("rgb(20, 23, 26)",) * 3)
    check("dark: lines are another colour", dark["word"] != light["word"], dark)
    page.emulate_media(media="print")
    equal("print is light, whatever the screen is", page.evaluate(PAINT), light)

close()
