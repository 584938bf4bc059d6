"""A page fits a phone and a window of 320 pixels, prints as a picture with its tables, and turns dark and light."""

import subprocess

from _session import FOLDER, PHONE, axe, check, close, data_of, equal, opened, page_of_graph, pick, settle

path = page_of_graph()
data = data_of(path)
WIDE = """() => { const width = document.documentElement.clientWidth; return [...document.querySelectorAll('body *')]
  .filter((e) => !e.closest('svg') && !e.closest('.tl-table') && !e.closest('.skip') && e.getBoundingClientRect().right > width + 1)
  .map((e) => e.className || e.localName).slice(0, 5); }"""
SMALL = """() => [...document.querySelectorAll('button, input, summary, [role=option]')].filter((e) => e.checkVisibility())
  .map((e) => [e.textContent || e.id, e.getBoundingClientRect()]).filter(([, b]) => b.width < 24 || b.height < 24).map(([name]) => name)"""

for name, size in (("phone", PHONE), ("320 pixels", {"width": 320, "height": 640})):
    with opened(path, viewport=size) as page:
        equal(f"{name}: nothing to scroll sideways", page.evaluate("document.documentElement.scrollWidth"), size["width"])
        equal(f"{name}: nothing sticks out", page.evaluate(WIDE), [])
        page.get_by_role("button", name="Filter", exact=True).click()
        page.get_by_role("button", name="Trace", exact=True).click()
        pick(page, "Search a name", "mateen")
        settle(page)
        equal(f"{name}: nor with everything open", page.evaluate(WIDE), [])
        equal(f"{name}: targets are 24 pixels or more", page.evaluate(SMALL), [])
        axe(page, name)

with opened(path) as page:
    equal("targets are 24 pixels or more", page.evaluate(SMALL), [])
    dark = page.get_by_role("button", name="Dark", exact=True)
    paper = "getComputedStyle(document.querySelector('.tl-picture .graph > g > a > polygon')).fill"
    equal("the sheet is white", page.evaluate(paper), "rgb(255, 255, 255)")
    dark.click()
    equal("the button turns it dark", page.evaluate(paper), "rgb(20, 23, 26)")
    equal("and says so", dark.get_attribute("aria-pressed"), "true")
    check("the address tells it", "theme=dark" in page.evaluate("location.hash"))
    axe(page, "turned dark")
    dark.click()
    equal("and light again", page.evaluate(paper), "rgb(255, 255, 255)")

with opened(path, color_scheme="dark") as page:
    page.get_by_role("button", name="Dark", exact=True).click()
    equal("a dark system can be turned light", page.evaluate(paper), "rgb(255, 255, 255)")
    axe(page, "turned light")

# Print: whatever was opened, filtered out of sight by zoom or turned dark, paper has picture and tables.
with opened(path, color_scheme="dark") as page:
    pick(page, "Search a name", "mateen")
    settle(page)
    page.emulate_media(media="print")
    hidden = [".tl-bar", ".tl-panel", ".tl-tools", ".tl-hint", ".tl-status"]
    equal("controls are not printed", [one for one in hidden if page.locator(one).first.is_visible()], [])
    equal("the whole picture is", page.evaluate("getComputedStyle(document.querySelector('.tl-world')).transform"), "none")
    equal("none of it faded", page.evaluate("getComputedStyle(document.querySelector('.tl-base')).opacity"), "1")
    equal("on white", page.evaluate("getComputedStyle(document.body).backgroundColor"), "rgb(255, 255, 255)")
    page.emulate_media(media="null")
    file = FOLDER / "print.pdf"
    page.pdf(path=str(file), format="A4", margin={side: "15mm" for side in ("top", "bottom", "left", "right")})
    try:
        text = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True).stdout
    except FileNotFoundError:
        print("skip the text of the print: pdftotext is not installed")
    else:
        flat = " ".join(text.split())
        missing = [s["place"] for s in data["statements"] if s["place"].split(" ¶")[0] not in flat]
        equal("the print names every source that is cited", missing, [])
        check("and has the table of links", "every statement that they rest on" in flat)
        check("and no control", "Search a name" not in flat)

close()
