#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A marked copy prints as the original does: LibreOffice makes as many pages of the same text of its sheets. usage: marked_look.py SOURCE_DIR"""
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import libre_office  # noqa: E402
import openpyxl  # noqa: E402
from esep_cli import run  # noqa: E402
from office import ROW, fill  # noqa: E402
from short_checks import shorten  # noqa: E402

SOURCE = sys.argv[1]
FORM = f"{SOURCE}/forms/tied-grant-usage.2025-06.toml"


def pages(pdf):
    """Each page as its words; the number of all pages, in the footer, differs."""
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True).stdout.decode()
    return [[word for word in page.split() if not word.replace("/", "").isdigit()] for page in text.split("\f")]


def main():
    libre_office.need()
    with tempfile.TemporaryDirectory() as folder:
        blank, path, marked = f"{folder}/blank.xlsx", f"{folder}/office.xlsx", f"{folder}/marked.xlsx"
        ws = f"{folder}/ws"
        run("init", ws, expect=0)
        run("-w", ws, "import", "grants", f"{SOURCE}/tests/samples/tied-grants/grants.csv", expect=0)
        run("-w", ws, "blank", "tied-grant-usage", "--org", "km", "--subject", "G-001", "--period", "2026-10", "-o", blank, expect=0)
        shorten(blank)
        fill(FORM, blank, path, [{**ROW, "user_count": "көп"}, {**ROW, "row_number": 2, "purpose": None}], {"compiled_on": "кеше"})
        run("-w", ws, "check", path, "--annotate", marked, "--received", "2026-11-10", "--today", "2026-11-20", expect=1)
        original, copy = libre_office.convert([path, marked], "pdf", f"{folder}/pdf")
        before, after = pages(original), pages(copy)
        shared = len(before) - 1  # the last is empty: the text ends with a form feed
        assert shared > 2 and after[:shared] == before[:shared] and len(after) > len(before), (len(before), len(after))
        (ods,) = libre_office.convert([path], "ods", folder)
        of_ods = f"{folder}/of_ods.xlsx"
        run("-w", ws, "check", ods, "--annotate", of_ods, "--received", "2026-11-10", "--today", "2026-11-20", expect=1)
        look = openpyxl.load_workbook(of_ods).worksheets[0]
        own = openpyxl.load_workbook(path).worksheets[0]
        assert {str(one) for one in own.merged_cells.ranges} <= {str(one) for one in look.merged_cells.ranges}, look.merged_cells.ranges
        assert look.protection.sheet and look.page_setup.orientation == own.page_setup.orientation, look.page_setup
        (calculated,) = libre_office.convert([marked], "xlsx:Calc MS Excel 2007 XML", f"{folder}/again")
        assert openpyxl.load_workbook(calculated).sheetnames == openpyxl.load_workbook(marked).sheetnames


main()
