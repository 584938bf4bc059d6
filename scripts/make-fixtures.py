#!/usr/bin/env python3
"""Makes the fixtures that other programs write, by those programs.

    scripts/make-fixtures.py

Needs openpyxl. The files under Tests/InterchangeTests/Fixtures that it makes are kept in git; run it again only to
change them, and look at the difference.
"""
import datetime
import pathlib

import openpyxl

FIXTURES = pathlib.Path(__file__).resolve().parent.parent / "Tests/InterchangeTests/Fixtures"


def workbook():
    """Two sheets with texts, numbers, dates, truth values, gaps, an empty row and a formula."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "edges"
    for row in [
        ["Source", "Target", "Weight"],
        ['a "q"', "b,c", 0.1],
        [],
        ["x", None, True],
        [datetime.date(2015, 6, 26), datetime.date(1904, 1, 1), datetime.datetime(1900, 3, 1)],
        [datetime.date(2024, 2, 29), datetime.date(2000, 5, 1), 197001010002],
        [None, None, "line\nbreak", 12.5, -3],
    ]:
        sheet.append(row)
    sheet["B6"].number_format = "mmmm yyyy"
    sheet["A5"].number_format = "yyyy"
    book.create_sheet("formula").append(["a", "=1+1"])
    book.create_sheet("error").append(["a", "#N/A"])
    book["error"]["B1"].data_type = "e"
    book.create_sheet("other").append(["1", "2"])
    book.properties.created = book.properties.modified = datetime.datetime(2020, 1, 1)
    target = FIXTURES / "xlsx" / "table.xlsx"
    target.parent.mkdir(parents=True, exist_ok=True)
    book.save(target)


workbook()
