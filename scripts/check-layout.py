#!/usr/bin/env python3
"""Measures how well a picture that Graphviz drew can be read, from its SVG alone.

    scripts/check-layout.py [--limit NAME=NUMBER ...] PICTURE.svg ...

Prints a JSON object for each picture, the same figures under the same names as `throughline render
--measure-layout` prints, and ends with 1 if one is above its --limit (for fonts: below). It shares nothing with
the command: it reads text, paths and shapes as a viewer would, and knows the widths of letters by a table of its
own, so that each is a witness of the other.
"""
import argparse
import json
import math
import re
import sys
import xml.etree.ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"
# Printable sizes in points, margins of 10 mm taken off.
MARGIN = 2 * 10 / 25.4 * 72
PAGES = {"a4": (595.28 - MARGIN, 841.89 - MARGIN), "a4-landscape": (841.89 - MARGIN, 595.28 - MARGIN),
         "a3": (841.89 - MARGIN, 1190.55 - MARGIN), "a3-landscape": (1190.55 - MARGIN, 841.89 - MARGIN)}
# Widths of letters in thousandths of the size: those of Helvetica, by classes.
WIDTHS = {**dict.fromkeys("ijl'|", 222), **dict.fromkeys("ft.,:;/\\I! ", 278), **dict.fromkeys("r()-[]{}`\"", 333),
          **dict.fromkeys("ckszvxyJ*", 500), **dict.fromkeys("ABEKPSVXY&", 667), **dict.fromkeys("CDHNRUw", 722),
          **dict.fromkeys("GOQ", 778), **dict.fromkeys("FTZ", 611), "m": 833, "M": 833, "W": 944, "%": 889, "@": 1015}
STEPS = 8


def width(text, size):
    return sum(WIDTHS.get(letter, 556 if ord(letter) < 0x1100 else 1000) for letter in text) / 1000 * size


def box(points):
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def overlap(a, b, slack):
    return min(a[2], b[2]) - max(a[0], b[0]) > slack and min(a[3], b[3]) - max(a[1], b[1]) > slack


def numbers(text):
    return [float(number) for number in re.findall(r"-?[0-9.]+(?:e-?[0-9]+)?", text or "")]


def pairs(values):
    return list(zip(values[::2], values[1::2]))


def flatten(path):
    """The points of a path of one move and cubic curves."""
    points = pairs(numbers(path))
    out = points[:1]
    for start in range(0, len(points) - 3, 3):
        a, b, c, d = points[start:start + 4]
        for step in range(1, STEPS + 1):
            t = step / STEPS
            s = 1 - t
            out.append(tuple(s * s * s * a[i] + 3 * s * s * t * b[i] + 3 * s * t * t * c[i] + t * t * t * d[i]
                             for i in (0, 1)))
    return out


def shape_box(group):
    found = []
    for element in group.iter():
        name = element.tag.removeprefix(SVG)
        if name == "ellipse":
            x, y, rx, ry = (float(element.get(key)) for key in ("cx", "cy", "rx", "ry"))
            found.append((x - rx, y - ry, x + rx, y + ry))
        elif name in ("polygon", "polyline"):
            found.append(box(pairs(numbers(element.get("points")))))
        elif name == "path":
            found.append(box(flatten(element.get("d"))))
    return (min(b[0] for b in found), min(b[1] for b in found), max(b[2] for b in found),
            max(b[3] for b in found)) if found else None


def text_box(texts):
    boxes = []
    for text in texts:
        words = "".join(text.itertext()).replace("\u00a0", " ")
        if not words.strip():
            continue
        # Blanks around the words keep a label off its line; they are no ink.
        x, y, size = float(text.get("x")), float(text.get("y")), float(text.get("font-size"))
        lead = width(words[:len(words) - len(words.lstrip())], size)
        trail = width(words[len(words.rstrip()):], size)
        whole = width(words, size)
        left = x - {"middle": whole / 2, "end": whole}.get(text.get("text-anchor"), 0)
        boxes.append((left + lead, y - 0.75 * size, left + whole - trail, y + 0.2 * size))
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes),
            max(b[3] for b in boxes)) if boxes else None


def crosses(p, q, r, s):
    def side(a, b, c):
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    d1, d2, d3, d4 = side(p, q, r), side(p, q, s), side(r, s, p), side(r, s, q)
    if d1 * d2 < 0 and d3 * d4 < 0:
        t = d3 / (d3 - d4)
        return p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])
    return None


def inside(point, around, slack=0):
    return (around[0] + slack <= point[0] <= around[2] - slack
            and around[1] + slack <= point[1] <= around[3] - slack)


def enters(p, q, around):
    """Whether a segment has a point in a box (Liang and Barsky)."""
    low, high = 0.0, 1.0
    for start, delta, least, most in ((p[0], q[0] - p[0], around[0], around[2]),
                                      (p[1], q[1] - p[1], around[1], around[3])):
        if delta == 0:
            if not least < start < most:
                return False
            continue
        first, last = sorted(((least - start) / delta, (most - start) / delta))
        low, high = max(low, first), min(high, last)
        if low >= high:
            return False
    return True


def measure(file):
    root = ET.parse(file).getroot()
    view = numbers(root.get("viewBox"))
    # A picture that is made to fit a page keeps its coordinates and states a smaller size.
    scale = numbers(root.get("width"))[0] / view[2]
    scale = scale if scale < 0.99 else 1
    wide, high = view[2] * scale, view[3] * scale
    nodes, edges, labels = {}, [], []
    for group in root.iter(SVG + "g"):
        title = group.find(SVG + "title")
        name = title.text if title is not None else ""
        if group.get("class") == "node":
            nodes[name] = shape_box(group)
        elif group.get("class") == "edge":
            ends = re.split("->|--", name or "", maxsplit=1)
            curves = [flatten(path.get("d")) for path in group.iter(SVG + "path")]
            # A line drawn twice side by side is one line.
            edges.append((ends, curves[:1]))
            around = text_box(group.iter(SVG + "text"))
            if around:
                labels.append(around)
    nodes = {name: around for name, around in nodes.items() if around}
    boxes = list(nodes.values())
    count = {"nodes": len(boxes), "edges": len(edges), "labels": len(labels)}
    count["nodeOverlaps"] = sum(overlap(a, b, 0.5) for i, a in enumerate(boxes) for b in boxes[:i])
    count["labelsOnNodes"] = sum(overlap(a, b, 1) for a in labels for b in boxes)
    count["labelsOnLabels"] = sum(overlap(a, b, 1) for i, a in enumerate(labels) for b in labels[:i])
    segments = [(number, p, q, box([p, q])) for number, (_, curves) in enumerate(edges)
                for curve in curves for p, q in zip(curve, curve[1:])]
    segments.sort(key=lambda segment: segment[3][0])
    crossings, active = set(), []
    for segment in segments:
        number, p, q, around = segment
        active = [other for other in active if other[3][2] >= around[0]]
        for other, r, s, bounds in active:
            if other == number or bounds[1] > around[3] or bounds[3] < around[1]:
                continue
            point = crosses(p, q, r, s)
            common = set(edges[number][0]) & set(edges[other][0])
            if point and not any(name in nodes and inside(point, nodes[name], -4) for name in common):
                crossings.add((min(number, other), max(number, other)))
        active.append(segment)
    count["crossings"] = len(crossings)
    through = 0
    for ends, curves in edges:
        for name, around in nodes.items():
            if name not in ends:
                small = (around[0] + 2, around[1] + 2, around[2] - 2, around[3] - 2)
                through += any(enters(p, q, small) for curve in curves for p, q in zip(curve, curve[1:]))
    count["edgesThroughNodes"] = through
    sizes = [float(text.get("font-size")) * scale for text in root.iter(SVG + "text") if "".join(text.itertext()).strip()]
    count["width"], count["height"] = round(wide, 1), round(high, 1)
    count["aspectRatio"] = round(wide / high, 3)
    count["smallestFont"] = round(min(sizes, default=0), 2)
    count["smallestFontOnPage"] = {
        page: {"byWidth": round(min(1, across / wide) * min(sizes, default=0), 2),
               "whole": round(min(1, across / wide, down / high) * min(sizes, default=0), 2)}
        for page, (across, down) in PAGES.items()}
    return count


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pictures", nargs="+")
    parser.add_argument("--limit", action="append", default=[], metavar="NAME=NUMBER")
    options = parser.parse_args()
    limits = dict(limit.split("=", 1) for limit in options.limit)
    failed = False
    for picture in options.pictures:
        figures = measure(picture)
        print(json.dumps(figures))
        for name, limit in limits.items():
            value = figures[name]
            if value < float(limit) if name == "smallestFont" else value > float(limit):
                print(f"{picture}: {name} is {value}, the limit is {limit}", file=sys.stderr)
                failed = True
    sys.exit(failed)


if __name__ == "__main__":
    main()
