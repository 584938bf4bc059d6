"""All of a network is in view at first; names cover no other name and no node; those without room can be had."""

from _session import DESKTOP, PHONE, check, close, data_of, equal, opened, page_of_graph, settle

path = page_of_graph()
data = data_of(path)
COVERED = """() => {
  const box = (e) => { const { left, top, right, bottom } = e.getBoundingClientRect(); return { left, top, right, bottom }; };
  const names = [...document.querySelectorAll('.tl-names text')].map((e) => ({ name: [...e.children].map((t) => t.textContent).join(' '), box: box(e) }));
  const nodes = [...document.querySelectorAll('.tl-base .node')].map((e) => ({ name: e.getAttribute('aria-label'), box: box(e) }));
  // A pixel for rounding and for the parts of letters below their line.
  const meet = (a, b) => a.left + 1 < b.right && b.left + 1 < a.right && a.top + 1.5 < b.bottom && b.top + 1.5 < a.bottom;
  const bad = [];
  names.forEach((one, at) => {
    names.slice(at + 1).forEach((other) => { if (meet(one.box, other.box)) bad.push([one.name, other.name]); });
    const start = one.name.replace('…', '').slice(0, 12);
    nodes.forEach((node) => { if (!node.name.startsWith(start) && meet(one.box, node.box)) bad.push([one.name, node.name]); });
  });
  return { count: names.length, bad };
}"""
SPREAD = """() => {
  const frame = document.querySelector('.tl-picture').getBoundingClientRect();
  const boxes = [...document.querySelectorAll('.tl-base .node')].map((e) => e.getBoundingClientRect());
  const [left, right] = [Math.min(...boxes.map((b) => b.left)), Math.max(...boxes.map((b) => b.right))];
  const [top, bottom] = [Math.min(...boxes.map((b) => b.top)), Math.max(...boxes.map((b) => b.bottom))];
  return { width: (right - left) / frame.width, height: (bottom - top) / frame.height };
}"""
# Of how many nodes in sight the name is not whole, counted from what is drawn; and that nothing covers a node.
SEEN = """() => {
  const frame = document.querySelector('.tl-picture').getBoundingClientRect();
  const tools = document.querySelector('.tl-tools').getBoundingClientRect();
  const boxes = [...document.querySelectorAll('.tl-base .node')].map((e) => e.getBoundingClientRect());
  return {
    names: [...document.querySelectorAll('.tl-names text')].map((e) => [...e.children].map((t) => t.textContent).join(' ')),
    outside: boxes.filter((b) => b.left < frame.left || b.right > frame.right || b.top < frame.top || b.bottom > frame.bottom).length,
    isCovered: tools.top < frame.bottom && tools.left < frame.right && tools.right > frame.left && tools.bottom > frame.top,
  };
}"""
# Letters of the picture itself, in pixels, and the nodes whose name they do not spell.
LETTERS = """(names) => {
  const nodes = [...document.querySelectorAll('.tl-base .node')];
  const texts = nodes.map((e) => [...e.querySelectorAll('text')]);
  const bare = (text) => text.replace(/[\\s\u00a0]/g, '');
  return {
    size: Math.min(...texts.flat().map((t) => parseFloat(t.getAttribute('font-size')) * t.getScreenCTM().a)),
    missing: names.filter((name, at) => !bare(texts[at].map((t) => t.textContent).join('')).includes(bare(name))),
    shown: texts.flat().every((t) => getComputedStyle(t).display !== 'none'),
  };
}"""
TIP = "document.querySelector('.tl-tip').matches('.tl-shown') ? [...document.querySelectorAll('.tl-tip tspan')].map((t) => t.textContent).join(' ') : ''"
SIZES = (("a laptop", {"width": 1280, "height": 800}), ("a large window", DESKTOP), ("a phone", PHONE))

for name, size in SIZES:
    with opened(path, viewport=size) as page:
        found = page.evaluate(COVERED)
        check(f"{name}: names cover nothing", found["bad"] == [], found["bad"][:5])
        check(f"{name}: there are names", found["count"] >= 10, found["count"])
        spread = page.evaluate(SPREAD)
        check(f"{name}: the picture fills its frame", spread["height"] > (0.55 if size is PHONE else 0.8) and spread["width"] > 0.8, spread)
        seen = page.evaluate(SEEN)
        equal(f"{name}: all of it is in view", seen["outside"], 0)
        check(f"{name}: no button stands on it", not seen["isCovered"])
        without = [node["name"] for node in data["nodes"] if node["name"] not in seen["names"]]
        words = page.locator(".tl-unnamed").inner_text()
        check(f"{name}: it says how many names are hidden", words.startswith(f"{len(without)} names are hidden or cut"), (words, len(without)))
        if size is not PHONE:
            check(f"{name}: most nodes are named", found["count"] > len(data["nodes"]) / 2, found["count"])
        page.get_by_role("button", name="Zoom in").click()
        settle(page)
        closer = page.evaluate(COVERED)
        check(f"{name}: nor closer", closer["bad"] == [], closer["bad"][:5])
        page.get_by_role("button", name="Show all").click()
        settle(page)
        page.get_by_role("button", name="Filter", exact=True).click()
        page.get_by_role("checkbox", name="publication").uncheck()
        settle(page)
        fewer = page.evaluate(COVERED)
        check(f"{name}: nor where some are hidden", fewer["bad"] == [] and fewer["count"] > 0, fewer["bad"][:5])

# Every name can be had: in the letters of the picture by zooming in, at once by pointing at its node or going there.
with opened(path, viewport=SIZES[0][1]) as page:
    without = [node["name"] for node in data["nodes"] if node["name"] not in page.evaluate(SEEN)["names"]]
    for name in without[:5]:
        node = page.locator(f'.tl-base .node[aria-label^="{name},"]').first
        box = node.bounding_box()
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        equal("pointing at a node shows its name", page.evaluate(TIP), name)
    page.mouse.move(5, 5)
    equal("and then no more", page.evaluate(TIP), "")
    page.locator(".tl-base .node[tabindex='0']").focus()
    seen = set()
    for _ in data["nodes"]:
        page.keyboard.press("PageDown")
        seen.add(page.evaluate(TIP))
    equal("so does going to it", sorted(set(without) - seen), [])
    steps = 0
    while page.locator(".tl-picture.tl-far").count() and steps < 8:
        page.get_by_role("button", name="Zoom in").click()
        settle(page)
        steps += 1
    letters = page.evaluate(LETTERS, [node["name"] for node in data["nodes"]])
    check("closer the picture's own letters are shown", steps < 8 and letters["shown"], (steps, letters))
    check("they have 9 pixels", letters["size"] >= 8.95, letters["size"])
    equal("and spell every name", letters["missing"], [])
    check("and no name is called hidden", not page.locator(".tl-unnamed").is_visible())

# Letters of one size on the screen, whatever the zoom.
with opened(path, viewport=SIZES[0][1]) as page:
    size = "() => { const t = document.querySelector('.tl-names text'); return parseFloat(t.getAttribute('font-size')) * t.getScreenCTM().a; }"
    letters = page.evaluate(size)
    check("letters can be read", 11 <= letters <= 13, letters)

close()
