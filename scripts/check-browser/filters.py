"""Filters hide what they say, count it, travel in the address, and are undone."""

from _session import axe, check, close, data_of, equal, opened, page_of_graph

path = page_of_graph()
data = data_of(path)
SHOWN = """() => ['node', 'edge'].map((name) => [...document.querySelectorAll('.tl-base .' + name)]
    .filter((mark) => getComputedStyle(mark).display !== 'none').length)"""


def expected(keeps_node=lambda node: True, keeps_line=lambda line: True, count=lambda lines: len({line["tag"] for line in lines})):
    """What must be left, by the words of the page: a line needs its ends, and a node one of its lines. Lines that
    were drawn as one are one mark."""
    nodes = {place for place, node in enumerate(data["nodes"]) if keeps_node(node)}
    lines = [line for line in data["lines"] if keeps_line(line) and {line["tail"], line["head"]} <= nodes]
    linked = {end for line in lines for end in (line["tail"], line["head"])}
    alone = nodes - {end for line in data["lines"] for end in (line["tail"], line["head"])}
    return [len(linked | alone), count(lines)]


everything = expected()
links = len(data["lines"])
with opened(path) as page:
    status = page.locator(".tl-status")
    equal("at first all is shown", page.evaluate(SHOWN), everything)
    toggle = page.get_by_role("button", name="Filter", exact=True)
    toggle.click()
    equal("the filters are open", toggle.get_attribute("aria-expanded"), "true")
    axe(page, "filters, light")

    page.get_by_role("checkbox", name="publication").uncheck()
    left = expected(keeps_node=lambda node: node["kind"] != "publication")
    equal("without publications", page.evaluate(SHOWN), left)
    linked = expected(keeps_node=lambda node: node["kind"] != "publication", count=len)[1]
    check("that is fewer", left[0] < everything[0] and left[1] < everything[1])
    equal("what is hidden is counted", status.inner_text(),
          f"Hidden by filters: {everything[0] - left[0]} of {everything[0]} entities, {links - linked} of {links} links.")
    page.get_by_role("checkbox", name="publication").check()
    equal("with them again", page.evaluate(SHOWN), everything)

    page.get_by_role("checkbox", name="claimed only").uncheck()
    equal("without claims", page.evaluate(SHOWN), expected(keeps_line=lambda line: line["standing"] != "claimed only"))
    page.get_by_role("checkbox", name="claimed only").check()
    page.get_by_role("checkbox", name="directs").uncheck()
    equal("without one degree", page.evaluate(SHOWN), expected(keeps_line=lambda line: line.get("degree") != "directs"))
    page.get_by_role("checkbox", name="directs").check()

    page.get_by_label("At least 0 %").fill("80")
    likely = lambda line: "probability" not in line or round(line["probability"] * 100 + 1e-9) >= 80
    equal("links of 80 % or more", page.evaluate(SHOWN), expected(keeps_line=likely))
    page.get_by_label("At least 80 %").fill("0")

    page.get_by_label("Not before").fill("2016-06-01")
    late = lambda entry: not entry.get("last") or entry["last"] >= "2016-06-01"
    equal("from June 2016 on", page.evaluate(SHOWN), expected(late, late))
    page.get_by_label("Not after").fill("2016-06-30")
    both = lambda entry: late(entry) and (not entry.get("first") or entry["first"] <= "2016-06-30")
    equal("in June 2016", page.evaluate(SHOWN), expected(both, both))
    check("the attack of 12 June stays", page.locator(".tl-base [aria-label^='Orlando nightclub shooting']").is_visible())
    check("the one of December 2015 does not", not page.locator(".tl-base [aria-label^='San Bernardino']").first.is_visible())

    page.get_by_label("At least", exact=True).last.fill("3")
    degree = [sum(place in (line["tail"], line["head"]) for line in data["lines"]) for place in range(everything[0])]
    place = {node["id"]: number for number, node in enumerate(data["nodes"])}
    most = lambda node: both(node) and degree[place[node["id"]]] >= 3
    equal("of nodes with three links", page.evaluate(SHOWN), expected(most, both))

    address = page.evaluate("location.hash")
    check("the address tells it", "from=2016-06-01" in address and "links=3" in address, address)
    shown = page.evaluate(SHOWN)
    with opened(path, hash=address) as other:
        equal("another reader sees the same", other.evaluate(SHOWN), shown)
        check("and that it is filtered", other.locator(".tl-status").inner_text().startswith("Hidden by filters"))

    page.get_by_role("button", name="Reset").click()
    equal("reset shows all", page.evaluate(SHOWN), everything)
    check("and says so", status.inner_text().startswith("All "), status.inner_text())
    check("and cleans the address", "links" not in page.evaluate("location.hash"), page.evaluate("location.hash"))

with opened(path, color_scheme="dark") as page:
    page.get_by_role("button", name="Filter", exact=True).click()
    axe(page, "filters, dark")

close()
