# SPDX-License-Identifier: MIT
"""What openpyxl reads in a workbook, as lines that a test compares.

usage: read_workbook.py FILE cells|layout|open|validations|notes|links|merged|charts|drawn|parts [SHEET]
"""
import hashlib
import sys
import xml.etree.ElementTree as ET
import zipfile

import openpyxl
from openpyxl.utils import get_column_letter


def shown(value):
    return value.isoformat() if hasattr(value, "isoformat") else repr(value)


def cells(sheet):
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                text = shown(cell.value)
                text = text if len(text) < 200 else "%s… %d" % (text[:20], len(cell.value))
                print(cell.coordinate, text, cell.number_format, cell.data_type)


def layout(sheet):
    print("state", sheet.sheet_state)
    print("freeze", sheet.freeze_panes)
    print("repeat", sheet.print_title_rows, sheet.print_title_cols)
    print("orientation", sheet.page_setup.orientation, "fit", sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight,
          "breaks", *(one.id for one in sheet.col_breaks.brk))
    print("paper", sheet.page_setup.paperSize)
    print("footer", sheet.oddFooter.left.text, "|", sheet.oddFooter.right.text)
    print("protected", sheet.protection.sheet)


def links(sheet):
    for row in sheet.iter_rows():
        for cell in row:
            if cell.hyperlink is not None:
                print(cell.coordinate, cell.hyperlink.target or cell.hyperlink.location)


def borders(sheet):
    """Cells without a top or bottom line though they have lines at the sides."""
    for row in sheet.iter_rows():
        for cell in row:
            border = cell.border
            if border.left.style and not (border.top.style and border.bottom.style):
                print(cell.coordinate, "top" if border.top.style else "-", "bottom" if border.bottom.style else "-")


def drawn(sheet):
    """Live charts with the ranges that they draw, and ranges shaded by a scale."""
    for chart in sheet._charts:
        words = [type(chart).__name__, getattr(chart, "barDir", "-"), chart.grouping]
        anchor = chart.anchor._from
        print(*words, "at", "%s%d" % (get_column_letter(anchor.col + 1), anchor.row + 1))
        for series in chart.series:
            print(" ", series.tx.strRef.f, series.cat.numRef.f if series.cat.numRef else series.cat.strRef.f, series.val.numRef.f, "labels" if series.dLbls else "-")
    for shaded in sheet.conditional_formatting:
        for rule in shaded.rules:
            print("shaded", shaded.sqref, rule.type, *(one.rgb for one in rule.colorScale.color))


def main():
    path, what = sys.argv[1:3]
    if what == "parts":  # every part parses as XML
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.endswith((".xml", ".rels", ".vml")):
                    ET.fromstring(archive.read(name))
                print(name)
        return
    book = openpyxl.load_workbook(path)
    if what == "sheets":
        for sheet in book:
            print(sheet.title, sheet.sheet_state, "active" if sheet is book.active else "")
        return
    sheet = book[sys.argv[3]] if len(sys.argv) > 3 else book.active
    if what == "cells":
        cells(sheet)
    elif what == "layout":
        layout(sheet)
    elif what == "open":  # unlocked cells and columns
        for letter, dimension in sorted(sheet.column_dimensions.items()):
            if not dimension.protection.locked:
                print("column", letter)
        for row in sheet.iter_rows():
            run = [cell.coordinate for cell in row if not cell.protection.locked]
            if run:
                print(*run)
        locked = [r for r, d in sheet.row_dimensions.items() if d.customFormat and d.protection.locked]
        print("closed rows", *sorted(locked))
    elif what == "validations":
        for one in sheet.data_validations.dataValidation:
            print(one.sqref, one.type, one.errorStyle, one.formula1, "|", one.promptTitle, "|", one.prompt, "|", one.error)
    elif what == "notes":
        for row in sheet.iter_rows():
            for cell in row:
                if cell.comment is not None:
                    print(cell.coordinate, cell.comment.text[:60].replace("\n", "/"), cell.fill.bgColor.rgb if cell.fill.fill_type is None else cell.fill.fgColor.rgb)
    elif what == "links":
        links(sheet)
    elif what == "borders":
        borders(sheet)
    elif what == "merged":
        print(*sorted(str(one) for one in sheet.merged_cells.ranges))
    elif what == "charts":
        print(len(sheet._charts))
    elif what == "drawn":
        drawn(sheet)


main()
