"""Names in a small picture cover no other name and no other node; the picture uses its frame; zooming in shows more."""

from _session import DESKTOP, PHONE, check, close, data_of, opened, page_of_graph, settle

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
SIZES = (("a laptop", {"width": 1280, "height": 800}), ("a large window", DESKTOP), ("a phone", PHONE))

for name, size in SIZES:
    with opened(path, viewport=size) as page:
        found = page.evaluate(COVERED)
        check(f"{name}: names cover nothing", found["bad"] == [], found["bad"][:5])
        check(f"{name}: there are names", found["count"] >= 10, found["count"])
        spread = page.evaluate(SPREAD)
        check(f"{name}: the picture fills its frame", spread["height"] > 0.8 and spread["width"] > 0.8, spread)
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

# Letters of one size on the screen, whatever the zoom.
with opened(path, viewport=SIZES[0][1]) as page:
    size = "() => { const t = document.querySelector('.tl-names text'); return parseFloat(t.getAttribute('font-size')) * t.getScreenCTM().a; }"
    letters = page.evaluate(size)
    check("letters can be read", 11 <= letters <= 13, letters)

close()
