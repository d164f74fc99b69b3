#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Files that were once handled wrongly (tests/samples/faults/README.md), each with the findings that are right: code and cell, in the order
of the answer. usage: faults.py SOURCE_DIR"""
import os
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import run  # noqa: E402

SOURCE = sys.argv[1]
# Reports of the ministry `km` on the grant G-001 for October 2026.
REPORTS = {
    "oct_from_sept.xlsx": ["PERIOD-SHOWN D11"],
    "dup_valid.xlsx": ["TABLE-TWICE -"],
    "13_copied_sheet.xlsx": ["TABLE-TWICE -"],
}


def main():
    with tempfile.TemporaryDirectory() as folder:
        ws = f"{folder}/ws"
        run("init", ws, expect=0)
        run("-w", ws, "import", "grants", f"{SOURCE}/tests/samples/tied-grants/grants.csv", expect=0)
        for name, wanted in REPORTS.items():
            answer = run("-w", ws, "check", f"{SOURCE}/tests/samples/faults/{name}", "--received", "2026-11-10", "--json").json()
            found = [f"{f['code']} {f['cell'] or '-'}" for f in answer["findings"]]
            assert found == wanted, f"{name}: {found}, expected {wanted}"
        # What names another report than it shows comes into nobody's register.
        for name in ("oct_from_sept.xlsx",):
            answer = run("-w", ws, "submit", f"{SOURCE}/tests/samples/faults/{name}", "--received", "2026-11-10", "--json", expect=1).json()
            assert answer["submissions"] == [], answer
        print(f"{len(REPORTS)} files, each with the findings that are right")


main()
