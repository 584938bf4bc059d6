"""All of a page can be used without a pointer, in an order that makes sense, and nothing holds the focus."""

from _session import check, close, data_of, equal, opened, page_of_graph, settle

path = page_of_graph()
data = data_of(path)
FOCUS = """() => { const e = document.activeElement; return {tag: e.localName, id: e.id, role: e.getAttribute('role') || '',
  name: e.getAttribute('aria-label') || e.textContent.trim().slice(0, 40), x: e.getBoundingClientRect().x}; }"""

with opened(path) as page:
    stops = []
    for _ in range(14):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUS))
    names = [stop["name"] for stop in stops]
    equal("first comes the way past the head", names[0], "Skip to the content")
    order = ["Filter", "Trace", "Reset", "Dark"]
    places = [names.index(name) for name in order]
    check("then the controls, in order", places == sorted(places), names)
    nodes = [stop for stop in stops if stop["role"] == "button" and stop["tag"] == "g"]
    equal("one node stops the focus", len(nodes), 1)
    check("picture, node and zoom follow", names.index(nodes[0]["name"]) > places[-1] and names.index("Zoom in") > places[-1], names)
    check("then the tables", "Entities of the picture" in names, names)
    page.locator("a, button, input, [tabindex='0']").last.focus()
    page.keyboard.press("Tab")
    equal("the last stop lets the focus go", page.evaluate(FOCUS)["tag"], "body")

    page.locator(".tl-base [aria-label^='Omar Mateen']").focus()
    page.keyboard.press("ArrowRight")
    first = page.evaluate(FOCUS)
    check("an arrow goes to another node", first["tag"] == "g" and not first["name"].startswith("Omar Mateen"), first)
    index = {node["name"]: place for place, node in enumerate(data["nodes"])}
    mateen = index["Omar Mateen"]
    near = {data["nodes"][line["head"] if line["tail"] == mateen else line["tail"]]["name"]
            for line in data["lines"] if mateen in (line["tail"], line["head"])}
    check("to a neighbour", any(first["name"].startswith(name) for name in near), (first, near))
    check("the focus is seen", page.locator(".tl-ring.tl-shown").count() == 1)
    for key in ("Home", "End", "PageUp", "PageDown", "ArrowLeft", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
        equal(f"{key} stays among the nodes", page.evaluate(FOCUS)["tag"], "g")
    page.keyboard.press("Home")
    seen = {page.evaluate(FOCUS)["id"]}
    for _ in data["nodes"][1:]:
        page.keyboard.press("PageDown")
        seen.add(page.evaluate(FOCUS)["id"])
    equal("every node can be reached", len(seen), len(data["nodes"]))

    page.locator(".tl-base [aria-label^='Omar Mateen']").focus()
    page.keyboard.press("Enter")
    settle(page)
    equal("Enter opens, and the focus goes to the heading", page.evaluate(FOCUS)["name"], "Omar Mateen")
    reached = set()
    for _ in range(200):
        page.keyboard.press("Tab")
        inside = page.evaluate("document.querySelector('.tl-panel').contains(document.activeElement)")
        if not inside:
            break
        reached.add(page.evaluate(FOCUS)["name"])
    check("the panel lets the focus go", not inside)
    check("its buttons were reached", "Trace from here" in reached and any("Orlando" in name for name in reached), reached)
    page.locator(".tl-head h2").focus()
    page.keyboard.press("Escape")
    check("Escape closes it", not page.get_by_role("complementary").is_visible())
    check("and gives the focus back", page.evaluate(FOCUS)["name"].startswith("Omar Mateen"), page.evaluate(FOCUS))

    picture = page.locator(".tl-picture")
    picture.focus()
    place = "getComputedStyle(document.querySelector('.tl-world')).transform"
    before = page.evaluate(place)
    for key in ("ArrowRight", "ArrowDown", "+", "-"):
        page.keyboard.press(key)
        settle(page)
        after = page.evaluate(place)
        check(f"{key} moves the picture", after != before, after)
        before = after
    page.keyboard.press("0")
    settle(page)
    equal("0 shows all again", page.evaluate(place), "matrix(1, 0, 0, 1, 0, 0)")

    # A chain without a pointer.
    page.get_by_role("button", name="Trace", exact=True).focus()
    page.keyboard.press("Enter")
    for _ in range(4):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUS)["tag"] == "input":
            break
    equal("the first end follows soon", page.evaluate(FOCUS)["id"], "v-fig-trace-from")
    page.keyboard.type("awlaki")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    equal("then the other", page.evaluate(FOCUS)["id"], "v-fig-trace-to")
    page.keyboard.type("farook")
    page.keyboard.press("Enter")
    check("a chain comes", "Chance that" in page.locator("#v-fig-chain").inner_text(), page.locator("#v-fig-chain").inner_text())

close()
