"""Drag, wheel, pinch and buttons move and zoom; a system that asks for little motion gets none."""

from _session import check, close, equal, opened, page_of_graph, settle

path = page_of_graph()
PLACE = """() => { const m = new DOMMatrix(getComputedStyle(document.querySelector('.tl-world')).transform); return {x: m.e, y: m.f, k: m.a}; }"""
UNIT = "(() => { const s = document.querySelector('.tl-picture > svg'); return s.getScreenCTM().a; })()"

with opened(path) as page:
    room = page.locator(".tl-picture").bounding_box()
    unit = page.evaluate(UNIT)
    x, y = room["x"] + 60, room["y"] + 60
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 50, y + 20)
    page.mouse.move(x + 100, y + 40)
    page.mouse.up()
    settle(page)
    place = page.evaluate(PLACE)
    check("a drag moves by as much", abs(place["x"] * unit - 100) < 1 and abs(place["y"] * unit - 40) < 1 and place["k"] == 1, (place, unit))
    check("and opens nothing", not page.get_by_role("complementary").is_visible())

    def under(px, py):
        return page.evaluate("""([x, y]) => { const p = new DOMPoint(x, y).matrixTransform(
            document.querySelector('.tl-world').getScreenCTM().inverse()); return [p.x, p.y]; }""", [px, py])

    px, py = room["x"] + 500, room["y"] + 300
    before = under(px, py)
    page.mouse.move(px, py)
    page.mouse.wheel(0, -240)
    settle(page)
    after = under(px, py)
    check("the wheel zooms in", page.evaluate(PLACE)["k"] > 1.3, page.evaluate(PLACE))
    check("about the pointer", abs(after[0] - before[0]) < 2 and abs(after[1] - before[1]) < 2, (before, after))
    k = page.evaluate(PLACE)["k"]
    page.get_by_role("button", name="Zoom in").click()
    settle(page)
    check("a button zooms in", abs(page.evaluate(PLACE)["k"] / k - 1.4) < 0.01, page.evaluate(PLACE))
    page.get_by_role("button", name="Zoom out").click()
    page.get_by_role("button", name="Zoom out").click()
    settle(page)
    check("a button zooms out", abs(page.evaluate(PLACE)["k"] / k - 1 / 1.4) < 0.01, page.evaluate(PLACE))
    page.get_by_role("button", name="Show all").click()
    settle(page)
    equal("a button shows all", page.evaluate(PLACE), {"x": 0, "y": 0, "k": 1})
    for _ in range(40):
        page.mouse.wheel(0, 300)
    page.mouse.move(room["x"] + 200, room["y"] + 200)
    settle(page)
    check("nobody zooms it out of sight", page.evaluate(PLACE)["k"] >= 0.39, page.evaluate(PLACE))

with opened(path, has_touch=True) as page:
    room = page.locator(".tl-picture").bounding_box()
    session = page.context.new_cdp_session(page)
    middle = (room["x"] + room["width"] / 2, room["y"] + room["height"] / 2)

    def touch(kind, *points):
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [
            {"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]})

    def fingers(distance):
        return [(middle[0] - distance, middle[1]), (middle[0] + distance, middle[1])]

    touch("touchStart", *fingers(40))
    for distance in range(45, 121, 5):
        touch("touchMove", *fingers(distance))
    touch("touchEnd")
    settle(page)
    k = page.evaluate(PLACE)["k"]
    check("two fingers zoom by as much as they spread", 2.4 < k < 3.3, k)

for motion, duration in (("reduce", "0s"), ("no-preference", "0.22s")):
    with opened(path, reduced_motion=motion) as page:
        page.get_by_role("button", name="Show all").click()
        equal(f"motion {motion}", page.evaluate("getComputedStyle(document.querySelector('.tl-world')).transitionDuration"), duration)

close()
