"""The pictures of a report follow the page from light to dark and fit a phone; its statements unfold, and are open in print."""

from _session import FOLDER, PHONE, check, close, equal, opened, run, settle

GRAPH = """throughline: 1
title: A report
sources:
  - {id: paper, title: The paper, publisher: Paper, reliability: B, published: 2016-06-14}
entities:
  - {id: preacher, kind: ideologue, name: The Preacher}
  - {id: sermon, kind: publication, name: The long sermon on the mountain}
  - {id: gunman, kind: person, name: The Gunman}
  - {id: attack, kind: attack, name: The attack on the town, date: 2016-06-12}
statements:
  paper:
    1:
      - s1: preacher authored sermon
      - s2: sermon inspired gunman
      - s3: gunman perpetrated attack
"""
source = FOLDER / "small.yaml"
source.write_text(GRAPH, encoding="utf-8")
path = FOLDER / "report.html"
run("report", source, "-o", path, "--samples", "8", "--draws", "2")

CHAIN = "#figure-attack .picture"
PAINT = f"""() => {{
  const fill = (selector) => {{ const e = document.querySelector(selector); return e && getComputedStyle(e).fill; }};
  return {{ frame: getComputedStyle(document.querySelector('{CHAIN}')).backgroundColor, chain: fill('{CHAIN} .graph > polygon, {CHAIN} .graph > g > a > polygon'),
    verdicts: fill('.picture rect[width="100%"]'), plot: fill('.narrow .picture rect') }};
}}"""
WHITE, BLACK = "rgb(255, 255, 255)", "rgb(20, 23, 26)"


def grounds(page):
    return {key: value for key, value in page.evaluate(PAINT).items() if value}


for script in (True, False):
    name = "with script" if script else "without script"
    with opened(path, java_script_enabled=script) as page:
        light = grounds(page)
        equal(f"{name}: light pictures have white ground", (set(light.values()), len(light)), ({WHITE}, 4))
    with opened(path, color_scheme="dark", java_script_enabled=script) as page:
        equal(f"{name}: on a dark page all grounds are dark", grounds(page), dict.fromkeys(light, BLACK))
        page.emulate_media(media="print")
        equal(f"{name}: and white in print", grounds(page), light)
        inside = page.locator(".fold .entry").first
        check(f"{name}: in print the statements are there", (inside.bounding_box() or {"height": 0})["height"] > 5, inside.bounding_box())
        page.emulate_media(media="screen")
        check(f"{name}: on a screen they are folded", not inside.is_visible())
        note = page.locator("sup.note a").first
        target = note.get_attribute("href")
        note.click()
        settle(page)
        check(f"{name}: a reference into a fold opens it", page.locator(f"[id='{target[1:]}']").is_visible(), target)

with opened(path) as page:
    page.get_by_role("button", name="Dark", exact=True).click()
    equal("the button turns still pictures too", grounds(page), dict.fromkeys(light, BLACK))

LETTERS = """() => Math.min(...[...document.querySelectorAll('.picture text')].filter((e) => e.checkVisibility())
  .map((e) => parseFloat(e.getAttribute('font-size')) * e.getScreenCTM().a))"""
for name, size in (("a window", {"width": 1200, "height": 900}), ("a low window", {"width": 1400, "height": 500}), ("a phone", PHONE)):
    with opened(path, viewport=size) as page:
        smallest = page.evaluate(LETTERS)
        check(f"{name}: the letters of pictures have 9 pixels", smallest >= 8.95, smallest)
        equal(f"{name}: nothing to scroll sideways", page.evaluate("document.documentElement.scrollWidth"), size["width"])
        wrong = page.evaluate("""() => [...document.querySelectorAll('figure')].filter((e) => e.querySelector('.sideways'))
          .map((e) => [e.id, e.querySelector('.picture'), e.querySelector('.sideways')])
          .filter(([, frame, words]) => (frame.scrollWidth > frame.clientWidth + 1) !== (words.clientHeight > 15)).map(([id]) => id)""")
        equal(f"{name}: what is wider than its frame says so, and nothing else", wrong, [])

with opened(path) as page:
    equal("in a window a chain runs to the right", [page.locator(f"{CHAIN} .{one}").is_visible() for one in ("broad", "upright")], [True, False])
    page.set_viewport_size(PHONE)
    page.emulate_media(media="print")
    equal("and in print", [page.locator(f"{CHAIN} .{one}").is_visible() for one in ("broad", "upright")], [True, False])

with opened(path, viewport=PHONE) as page:
    equal("a phone has nothing to scroll sideways", page.evaluate("document.documentElement.scrollWidth"), PHONE["width"])
    frame = page.locator(CHAIN)
    equal("there a chain runs down", [frame.locator(f".{one}").is_visible() for one in ("broad", "upright")], [False, True])
    nodes = frame.evaluate("""(e) => [...e.querySelectorAll('.upright .node')].map((n) => n.getBoundingClientRect())
      .filter((b) => b.left >= e.getBoundingClientRect().left && b.right <= e.getBoundingClientRect().right).length""")
    equal("and shows all of its nodes", nodes, 4)
    frame = page.locator("#figure-verdicts .picture")
    sizes = frame.evaluate("(e) => ({ inner: e.scrollWidth, outer: e.clientWidth, last: e.querySelector('svg').getBoundingClientRect().width })")
    check("a wide sheet keeps a size that can be read, in its frame", sizes["inner"] > sizes["outer"] and sizes["last"] > sizes["outer"], sizes)
    hint = page.locator("#figure-verdicts .sideways")
    check("and words say that it can be moved", (hint.bounding_box() or {"height": 0})["height"] > 15, hint.bounding_box())
    equal("the keyboard reaches it by its name", (frame.get_attribute("role"), frame.get_attribute("tabindex")), ("region", "0"))
    check("which it has", bool(frame.get_attribute("aria-label")), frame.get_attribute("aria-label"))
    frame.evaluate("(e) => { e.scrollLeft = 1e6; }")
    ends = frame.evaluate("(e) => [e.querySelector('svg').getBoundingClientRect().right, e.getBoundingClientRect().right - 32]")
    check("its end comes out of the edge that fades", ends[0] <= ends[1] + 1, ends)

close()
