"""Chains in the page are those of the command `trace`: those to attacks and persons with their chances, others by product."""

import json

from _session import GRAPH, axe, check, close, data_of, equal, opened, page_of_graph, pick, run, settle

path = page_of_graph()
data = data_of(path)
names = {node["id"]: node["name"] for node in data["nodes"]}
kinds = {node["id"]: node["kind"] for node in data["nodes"]}


def traced(start, end):
    """The best of the chains that the command finds, by chance to an attack or a person and by product else; chains through
    a group count only without others."""
    done = run("trace", GRAPH, "--from", start, "--to", end, "-k", "200", "--format", "json", fine=False)
    chains = json.loads(done.stdout)["chains"] if done.stdout.strip() else []
    direct = [chain for chain in chains if not chain["throughGroup"]] or chains
    by = "probability" if kinds[end] in ("attack", "person") else "product"
    return max(direct, key=lambda chain: (round(chain[by], 9), -len(chain["nodes"])), default=None), by


# From messages, a preacher, a spokesman, a leader, a group and a member of a collective to persons and attacks.
PAIRS = [
    ("anwar-al-awlaki", "syed-rizwan-farook"), ("anwar-al-awlaki", "orlando-2016"), ("abu-muhammad-al-adnani", "magnanville-2016"),
    ("abu-muhammad-al-adnani", "larossi-abballa"), ("abu-bakr-al-baghdadi", "omar-mateen"), ("isis", "orlando-2016"),
    ("isis", "sousse-2015"), ("isis", "paris-2015-11"), ("abu-bakr-al-baghdadi", "paris-2015-11"),
    ("tamerlan-tsarnaev", "boston-2013"), ("anwar-al-awlaki", "boston-2013"), ("anwar-al-awlaki", "tamerlan-tsarnaev"),
    ("amedy-coulibaly", "isis"), ("omar-mateen", "anwar-al-awlaki"), ("isis", "westminster-2017"),
]
pairs = [pair for pair in PAIRS if all(end in names for end in pair)]
check("most of the pairs are drawn", len(pairs) >= 10, [pair for pair in PAIRS if pair not in pairs])

found = nothing = 0
with opened(path) as page:
    page.get_by_role("button", name="Trace", exact=True).click()
    result = page.locator("#v-fig-chain")
    for start, end in pairs:
        best, by = traced(start, end)
        pick(page, "From", names[start])
        pick(page, "To", names[end])
        if best is None:
            nothing += 1
            check(f"{start} -> {end}: neither finds a chain", result.inner_text().startswith("No chain"), result.inner_text())
            continue
        found += 1
        value = result.locator("data").first.get_attribute("value") if result.locator("data").count() else None
        check(f"{start} -> {end}: the {by} of trace", value is not None and abs(float(value) - best[by]) < 1e-9,
              f"{value} instead of {best[by]}")
        shown = len(result.locator("ol li").all())
        equal(f"{start} -> {end}: as many links", shown, len(best["nodes"]) - 1)
        equal(f"{start} -> {end}: lit in the picture", page.locator(".tl-lit .node").count(), len(best["nodes"]))
        equal(f"{start} -> {end}: through a group or not", "through a group" in result.inner_text(), best["throughGroup"])
    check("there were chains, and pairs without", found >= 6 and nothing >= 2, (found, nothing))

    pick(page, "From", "Anwar al-Awlaki")
    pick(page, "To", "Syed Rizwan Farook")
    settle(page)
    text = result.inner_text()
    check("a chance is called one", "Chance that all links of this chain hold: 58" in text, text)
    check("and the order in time is told", "follow each other in time" in text, text)
    pick(page, "From", "Anwar al-Awlaki")
    pick(page, "To", "lectures and sermons of Anwar al-Awlaki")
    settle(page)
    product = result.inner_text()
    check("a product is called one", "Product of the links’ probabilities" in product, product)
    check("and what it is not", "links of one origin are not" in product and "the command trace computes the connection" in product)
    pick(page, "From", "Anwar al-Awlaki")
    pick(page, "To", "Syed Rizwan Farook")
    settle(page)
    axe(page, "a chain is shown")
    page.get_by_role("button", name="Statements").first.click()
    check("its statements open", page.get_by_role("complementary").inner_text().count("grade ") >= 1)
    page.get_by_role("complementary").get_by_role("button", name="Close").click()
    address = page.evaluate("location.hash")
    check("the address tells the ends", "trace-from=anwar-al-awlaki" in address, address)
    page.get_by_role("button", name="Clear").click()
    equal("nothing is lit any more", page.locator(".tl-lit .node").count(), 0)

with opened(path, hash=address) as page:
    check("another reader sees the same chain", "Chance that" in page.locator("#v-fig-chain").inner_text())

# Whatever the two ends are, a chain never runs along a claim, a denial or a lead.
influence = {"influence", "disputed"}
wrong = [hop for hop in data["hops"] if not all(data["lines"][line]["standing"] in influence for line in hop["lines"])]
equal("hops are lines of influence only", wrong, [])

close()
