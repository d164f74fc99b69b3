#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A printed blank is cut into pages where the workbook says, so that no title of a group of columns is torn: each page holds the numbers of all
its columns. Fonts as wide as DejaVu stand in for Calibri here. usage: printed_blank.py SOURCE_DIR"""
import os
import re
import subprocess
import sys
import tempfile
import tomllib

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import libre_office  # noqa: E402
import openpyxl  # noqa: E402
from esep_cli import number_row, run  # noqa: E402
from openpyxl.utils import column_index_from_string  # noqa: E402

SOURCE = sys.argv[1]
BLANKS = {"tied-grant-usage.2025-06": ["--org", "km", "--subject", "G-001", "--period", "2026-10"],
          "roadmap-status.2024": ["--org", "KZ-10", "--period", "2026-H1"],
          "circle-plan.2027-01": ["--org", "KZ-11", "--period", "2027", "--stage", "draft"]}


def parts(sheet, columns):
    """The columns of each page across, the repeated ones first."""
    repeated = sheet.print_title_cols
    last = column_index_from_string(repeated.split(":")[1].replace("$", "")) if repeated else 0
    ends = [one.id for one in sheet.col_breaks.brk] + [max(columns)]
    begin = 0
    for end in ends:
        yield [c for c in columns if c <= last or begin < c <= end]
        begin = end


def main():
    libre_office.need()
    with tempfile.TemporaryDirectory() as folder:
        ws = f"{folder}/ws"
        run("init", ws, expect=0)
        run("-w", ws, "import", "grants", f"{SOURCE}/tests/samples/tied-grants/grants.csv", expect=0)
        blanks = []
        for name, words in BLANKS.items():
            for lang in ("kk", "ru"):
                path = f"{folder}/{name}-{lang}.xlsx"
                run("-w", ws, "--today", "2026-11-20", "--paper-lang", lang, "blank", name.split(".")[0], *words, "-o", path, expect=0)
                blanks.append((name, path))
        for (name, path), printed in zip(blanks, libre_office.convert([path for _, path in blanks], "pdf", f"{folder}/printed")):
            with open(f"{SOURCE}/forms/{name}.toml", "rb") as file:
                numbers = [column["number"] for column in tomllib.load(file)["column"]]
            sheet = openpyxl.load_workbook(path).worksheets[0]
            _, columns = number_row(sheet, numbers)
            text = subprocess.run(["pdftotext", "-layout", printed, "-"], capture_output=True, check=True).stdout.decode()
            lines = [set(re.split(r"\s+", line.strip())) for line in text.splitlines()]
            for part in parts(sheet, columns):
                wanted = {numbers[columns.index(c)] for c in part}
                assert any(wanted == line for line in lines), f"{os.path.basename(path)}: no page holds the columns {sorted(wanted, key=int)} and no other"
        print(f"{len(blanks)} printed blanks: each page holds its columns")


main()
