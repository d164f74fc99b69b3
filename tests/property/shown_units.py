#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The unit of the numbers, wherever a sheet names it, is the form's or a finding: above the table, in its title, in the sheet's name, in the title of a group, beside
a number. So is an entry of the heading whose label is none of the form's. usage: shown_units.py SOURCE_DIR"""
import os
import sys
import tempfile
import tomllib

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import beside, run  # noqa: E402
from office import fill  # noqa: E402
from short_checks import shorten  # noqa: E402

SOURCE = sys.argv[1]
KEYS = {"roadmap-status": ["--org", "KZ-10", "--period", "2026-H1"], "circle-plan": ["--org", "KZ-11", "--period", "2027", "--stage", "draft"]}
CODES = ("COLUMN-TITLE-UNIT", "CELLS-ABOVE", "CELL-SHOWN", "HEADING-LINE-UNREAD", "PAGE-TEXT-UNREAD")


def cell_with(sheet, text):
    return next(c for row in sheet.iter_rows() for c in row if c.value == text)


def above(text):
    return lambda sheet, header, at, data: setattr(sheet.cell(1, 1), "value", text)


def between(text):
    """In the blank row below the heading."""
    def change(sheet, header, at, data):
        row = next(row for row in range(header - 1, 0, -1) if all(c.value is None for c in sheet[row]))
        sheet.cell(row, 1).value = text
    return change


def right_of(field, text, value=379200):
    """In the cell behind the value of a line."""
    def change(sheet, header, at, data):
        cell = beside(sheet, next(f for f in data["field"] if f["id"] == field)["title"]["kk"], header)
        cell.value = value
        last = max([r.max_col for r in sheet.merged_cells.ranges if cell.coordinate in r] or [cell.column])
        sheet.cell(cell.row, last + 1).value = text
    return change


def title(words):
    def change(sheet, header, at, data):
        cell = cell_with(sheet, data["title"]["kk"])
        cell.value += words
    return change


def group(text):
    def change(sheet, header, at, data):
        cell_with(sheet, next(g for g in data["group"] if g["id"] == "funds_group")["title"]["kk"]).value = text
    return change


def sheet_name(name):
    return lambda sheet, header, at, data: setattr(sheet, "title", name)


def relabel(field, label, value):
    def change(sheet, header, at, data):
        text = next(f for f in data["field"] if f["id"] == field)["title"]["kk"]
        beside(sheet, text, header).value = value
        cell_with(sheet, text).value = label
    return change


def funds(value, code):
    def change(sheet, header, at, data):
        column = next(c["id"] for c in data["column"] if c.get("group") == "funds_group" and c["type"] in ("money", "decimal"))
        cell = sheet.cell(header + 1, at[column])
        cell.value, cell.number_format = value, code
    return change


# Form, what a clerk changed, the code that must come ("" if none) and its severity.
CASES = [
    ("roadmap-status", None, "", ""), ("roadmap-status", above("мың теңге"), "", ""), ("roadmap-status", above("в тыс. тенге"), "", ""),
    ("roadmap-status", above("млн теңге"), "COLUMN-TITLE-UNIT", "error"), ("roadmap-status", above("(в тенге)"), "COLUMN-TITLE-UNIT", "error"), ("roadmap-status", above("Бюджет 5 млн теңге"), "", ""),
    ("roadmap-status", above("Мектептен тыс білім"), "", ""), ("roadmap-status", group("Қаражат, теңге"), "COLUMN-TITLE-UNIT", "error"), ("roadmap-status", group("Қаражат"), "COLUMN-TITLE-UNIT", "warning"),
    ("roadmap-status", group("Средства, тыс. тенге"), "", ""), ("roadmap-status", group("Қаражат, млн теңге"), "COLUMN-TITLE-UNIT", "error"), ("roadmap-status", sheet_name("млн"), "COLUMN-TITLE-UNIT", "error"),
    ("roadmap-status", sheet_name("тыс. тенге"), "", ""), ("roadmap-status", funds(5, '# ##0" ₸"'), "CELL-SHOWN-PART", "warning"), ("roadmap-status", funds(5, '# ##0" мың ₸"'), "", ""),
    ("roadmap-status", funds(5, '0" млн ₸"'), "CELL-SHOWN", "error"), ("roadmap-status", funds(5, "# ##0"), "", ""),
    ("roadmap-status", relabel("head", "Бастық", "А. Б."), "HEADING-LINE-UNREAD", "warning"), ("roadmap-status", relabel("head", "Бастық", None), "CELLS-ABOVE", "warning"),
    ("circle-plan", None, "", ""), ("circle-plan", above("тыс. тенге"), "COLUMN-TITLE-UNIT", "error"), ("circle-plan", title(" (мың теңгемен)"), "COLUMN-TITLE-UNIT", "error"),
    ("circle-plan", between("тыс. тенге"), "COLUMN-TITLE-UNIT", "error"), ("circle-plan", between("Ескі жазба"), "CELLS-ABOVE", "warning"),
    ("circle-plan", right_of("total_amount", "тыс. тенге"), "COLUMN-TITLE-UNIT", "error"), ("circle-plan", right_of("total_amount", "мың теңге"), "COLUMN-TITLE-UNIT", "error"),
    ("circle-plan", right_of("total_amount", "млн"), "COLUMN-TITLE-UNIT", "error"), ("circle-plan", right_of("total_amount", "теңге"), "", ""), ("circle-plan", right_of("total_amount", "5-бет"), "", ""),
    ("circle-plan", above("тенге"), "", ""), ("circle-plan", sheet_name("План 2027, тыс. тенге"), "COLUMN-TITLE-UNIT", "error"), ("circle-plan", above("Өлшем бірлігі: мың теңге"), "COLUMN-TITLE-UNIT", "error"),
]


def main():
    with tempfile.TemporaryDirectory() as folder:
        ws = f"{folder}/ws"
        run("init", ws, expect=0)
        forms = {}
        for form, key in KEYS.items():
            path = [f"{SOURCE}/forms/{one}" for one in sorted(os.listdir(f"{SOURCE}/forms")) if one.startswith(form + ".2") and not one.endswith(".wording.toml")][-1]
            blank = f"{folder}/{form}.xlsx"
            run("-w", ws, "--today", "2026-11-05", "blank", form, *key, "-o", blank, expect=0)
            shorten(blank)
            with open(path, "rb") as file:
                forms[form] = path, blank, tomllib.load(file)
        paths = []
        for n, (form, change, _, _) in enumerate(CASES):
            path, blank, data = forms[form]
            paths.append(f"{folder}/case{n}.xlsx")
            fill(path, blank, paths[-1], [], {}, (lambda sheet, header, at: change(sheet, header, at, data)) if change else None)
        answer = run("-w", ws, "--today", "2026-11-10", "check", *paths, "--received", "2026-11-10", "--json", "--lang", "ru").json()
        for n, (path, (form, _, code, severity)) in enumerate(zip(paths, CASES)):
            found = [(f["code"], f["severity"]) for f in answer["findings"] if f["file"] == path and f["code"].startswith(CODES)]
            assert found == ([(code, severity)] if code else []), (n, form, code, [f for f in answer["findings"] if f["file"] == path])
        print(f"units and labels {len(CASES)}")


main()
