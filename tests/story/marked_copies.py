#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A marked copy of a workbook is the workbook, but for the fill and the note of its wrong cells and the list of findings. usage: marked_copies.py SOURCE_DIR"""
import glob
import os
import re
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import openpyxl  # noqa: E402
from esep_cli import run  # noqa: E402
from office import ROW, fill  # noqa: E402
from short_checks import shorten  # noqa: E402
from openpyxl.comments import Comment  # noqa: E402
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side  # noqa: E402

SOURCE = sys.argv[1]
FORM = f"{SOURCE}/forms/tied-grant-usage.2025-06.toml"
FAULTS = f"{SOURCE}/tests/samples/faults"
DAY = ["--received", "2026-11-10", "--today", "2026-11-20"]
UNREAD = {"10_workbook_at_root.xlsx"}  # openpyxl does not open it
FILLS = {"error": "FFFFC7CE", "warning": "FFFFEB9C", "info": "FFDDEBF7"}


def look(book):
    """What a person sees of each sheet, cells without their fill and note."""
    out = {}
    for sheet in book.worksheets:
        cells = {c.coordinate: (c.value, c.number_format, str(c.font), str(c.border), str(c.alignment), str(c.protection)) for row in sheet.iter_rows()
                 for c in row if c.value is not None or c.has_style}
        out[sheet.title] = {
            "cells": cells, "merged": sorted(map(str, sheet.merged_cells.ranges)), "state": sheet.sheet_state,
            "widths": {k: (d.width, d.hidden) for k, d in sheet.column_dimensions.items()},
            "heights": {k: (d.height, d.hidden) for k, d in sheet.row_dimensions.items() if d.height or d.hidden},
            "lists": sorted((str(v.sqref), v.type, v.formula1) for v in sheet.data_validations.dataValidation),
            "marks": sorted(str(r.sqref) for r in sheet.conditional_formatting), "protected": (sheet.protection.sheet, sheet.protection.password),
            "print": (sheet.print_area, sheet.print_title_rows, sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.scale,
                      sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr and sheet.sheet_properties.pageSetUpPr.fitToPage,
                      str(sheet.oddFooter.left.text), [b.id for b in sheet.col_breaks.brk]), "freeze": sheet.freeze_panes}
    return out


def compare(original, marked, findings):
    before, after = openpyxl.load_workbook(original), openpyxl.load_workbook(marked)
    assert after.sheetnames[:-1] == before.sheetnames, (before.sheetnames, after.sheetnames)
    wrong = {}
    for one in findings:
        if one["row"]:  # what is said of a row stands at its first cell
            wrong.setdefault((one["sheet"], one["cell"] or f"A{one['row']}"), []).append(one)
    seen, shown = look(before), look(after)
    for name in before.sheetnames:
        added = {cell for sheet, cell in wrong if sheet == name} - seen[name]["cells"].keys()
        for cell in added:
            assert shown[name]["cells"].pop(cell)[0] is None, cell
        for part in seen[name]:
            assert seen[name][part] == shown[name][part], (original, name, part)
        for row in after[name].iter_rows():
            for cell in row:
                ours = wrong.get((name, cell.coordinate))
                if ours:
                    note = cell.comment.text
                    assert all(one["code"] + ": " in note for one in ours) and cell.fill.fgColor.rgb in FILLS.values(), (cell.coordinate, note)
                elif cell.coordinate in seen[name]["cells"]:
                    assert str(cell.fill) == str(before[name][cell.coordinate].fill), cell.coordinate
    listed = after.worksheets[-1]
    assert listed.max_row == len(findings) + 1
    # A capital letter is a fourth wider than the digit by which columns are measured; the longest code has 26 letters.
    assert listed.column_dimensions["C"].width >= 1.25 * len("предупреждение") and listed.column_dimensions["D"].width >= 1.25 * 26
    for row, one in zip(listed.iter_rows(min_row=2), findings):
        assert row[3].value == one["code"] and row[4].value == one["message"].strip(), (row[4].value, one)
        if one["cell"]:
            assert row[1].value == one["cell"] and row[1].hyperlink.location == f"'{one['sheet']}'!{one['cell']}"
    return len(wrong)


def check_marked(ws, path, folder, name):
    marked = f"{folder}/marked-{name}.xlsx"
    result = run("-w", ws, "check", path, "--annotate", marked, "--json", *DAY)
    findings = result.json()["findings"]
    with zipfile.ZipFile(marked) as package:
        assert package.testzip() is None and len(set(package.namelist())) == len(package.namelist())
        for part in package.namelist():
            if part.endswith((".xml", ".rels", ".vml")):
                ET.fromstring(package.read(part))
        with zipfile.ZipFile(path) as was:  # what is not marked is the same, byte for byte
            for part in was.namelist():
                changed = re.search(r"styles|sheet\d|[cC]omment|[vV]ml|legacyDrawing|workbook|Content_Types|sheet\.xml", part)
                assert changed or package.read(part) == was.read(part), part
    again = run("-w", ws, "check", marked, "--json", *DAY).json()["findings"]
    assert [(f["code"], f["cell"]) for f in again] == [(f["code"], f["cell"]) for f in findings], (findings, again)
    if os.path.basename(path) in UNREAD:
        return 0
    return compare(path, marked, findings)


def office_file(ws, folder):
    """A filled blank in the dress of an agency: frames, colours, notes, a drawing area, hidden rows, a sheet of its own."""
    blank = f"{folder}/blank.xlsx"
    run("-w", ws, "blank", "tied-grant-usage", "--org", "km", "--subject", "G-001", "--period", "2026-10", "-o", blank, expect=0)
    shorten(blank)
    rows = [{**ROW, "user_count": "көп", "owner_bin": "250140999013"}, {**ROW, "row_number": 2, "purpose": None, "work_kind": "?"}]

    def dress(sheet, header, at):
        thick = Side(style="thick", color="FF00AA00")
        cell = sheet.cell(header + 1, at["user_count"])
        cell.border, cell.font, cell.alignment = Border(left=thick, top=thick), Font(name="Arial", size=14, bold=True), Alignment(horizontal="center")
        cell.fill = PatternFill("solid", fgColor="FF112233")
        cell.comment = Comment("Кейін нақтылаймыз", "Маман")
        sheet.cell(header + 1, at["state_body"]).comment = Comment("Паспорттан", "Маман")
        sheet.row_dimensions[header + 9].hidden = True
        sheet.row_dimensions[header + 1].height = 77
        sheet.column_dimensions["D"].width = 55.5
        sheet.page_setup.scale = 61
        other = sheet.parent.create_sheet("Өз парағымыз")
        other["B2"] = "Ескерту"
        other.merge_cells("B2:D5")

    path = f"{folder}/office.xlsx"
    fill(FORM, blank, path, rows, {"compiled_on": "кеше"}, dress)
    return path


def check_kept_notes(marked):
    sheet = openpyxl.load_workbook(marked).worksheets[0]
    notes = {cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment}
    assert sum("Кейін нақтылаймыз" in text and "CELL-INTEGER" in text for text in notes.values()) == 1, notes
    assert sum(text == "Паспорттан" for text in notes.values()) == 1, notes


def check_macros(ws, path, folder):
    """The copy of a workbook with macros has none."""
    source, marked = f"{folder}/macros.xlsm", f"{folder}/no-macros.xlsx"
    with zipfile.ZipFile(path) as was, zipfile.ZipFile(source, "w") as out:
        for name in was.namelist():
            data = was.read(name)
            if name == "[Content_Types].xml":
                data = data.replace(b"spreadsheetml.sheet.main+xml", b"x").replace(b"application/vnd.openxmlformats-officedocument.x", b"application/vnd.ms-excel.sheet.macroEnabled.main+xml")
                data = data.replace(b"</Types>", b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>')
            if name == "xl/_rels/workbook.xml.rels":
                data = data.replace(b"</Relationships>", b'<Relationship Id="rIdVba" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>')
            out.writestr(name, data)
        out.writestr("xl/vbaProject.bin", b"macro")
    run("-w", ws, "check", source, "--annotate", marked, *DAY, expect=1)
    with zipfile.ZipFile(marked) as package:
        assert "xl/vbaProject.bin" not in package.namelist()
        assert b"macroEnabled" not in package.read("[Content_Types].xml") and b"vbaProject.bin" not in package.read("xl/_rels/workbook.xml.rels")
    compare(path, marked, run("-w", ws, "check", source, "--json", *DAY).json()["findings"])


def check_hostile(ws, folder):
    """What is refused is not marked."""
    bomb = f"{folder}/bomb.xlsx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("[Content_Types].xml", "<Types/>")
        out.writestr("xl/workbook.xml", b" " * 100_000_000)
    run("-w", ws, "check", bomb, "--annotate", f"{folder}/bombed.xlsx", *DAY, expect=1)
    assert not os.path.exists(f"{folder}/bombed.xlsx")


def main():
    with tempfile.TemporaryDirectory() as folder:
        ws = f"{folder}/ws"
        run("init", ws, expect=0)
        run("-w", ws, "import", "grants", f"{SOURCE}/tests/samples/tied-grants/grants.csv", expect=0)
        path = office_file(ws, folder)
        assert check_marked(ws, path, folder, "office") >= 5
        check_kept_notes(f"{folder}/marked-office.xlsx")
        again = check_marked(ws, f"{folder}/marked-office.xlsx", folder, "again")  # a copy of the copy
        assert again >= 5
        check_macros(ws, path, folder)
        check_hostile(ws, folder)
        marked = sum(check_marked(ws, one, folder, os.path.basename(one)[:-5]) for one in sorted(glob.glob(f"{FAULTS}/*.xlsx")))
        print(f"{marked} cells of samples marked")


if __name__ == "__main__":
    main()
