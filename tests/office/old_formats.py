#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The same report as .xlsx, .ods and .xls gives the same findings at the same cells and is registered alike. An ordinary run
opens each kind once only. usage: old_formats.py SOURCE_DIR"""
import datetime
import os
import sys
import tempfile
import time
import zipfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import libre_office  # noqa: E402
from esep_cli import run  # noqa: E402
from office import ROW, fill  # noqa: E402
from share import ALL  # noqa: E402
from short_checks import shorten  # noqa: E402

SOURCE = sys.argv[1]
FORM = f"{SOURCE}/forms/tied-grant-usage.2025-06.toml"
DAY = ["--received", "2026-11-10", "--today", "2026-11-20"]
FIELDS = {"compiled_on": "05.11.2026", "executor_name": "Мысалова А. Ү.", "executor_phone": "8 (7172) 00-00-01", "head_name": "Үлгібаев Б. М."}


def findings(ws, path):
    return [(f["severity"], f["code"], f["sheet"], f["cell"]) for f in run("-w", ws, "check", path, "--json", *DAY).json()["findings"]]


def check_broken(ws, folder, ods):
    """What LibreOffice cannot open is refused; no process and no folder stays behind."""
    with open(ods, "rb") as file:
        data = file.read()
    broken = f"{folder}/broken.ods"
    with zipfile.ZipFile(ods) as was, zipfile.ZipFile(broken, "w") as out:
        out.writestr("mimetype", was.read("mimetype"))
        out.writestr("content.xml", b"<broken")
    for name, content in (("broken.ods", None), ("short.ods", data[:len(data) // 2])):
        if content is not None:
            with open(f"{folder}/{name}", "wb") as file:
                file.write(content)
        (found,) = findings(ws, f"{folder}/{name}")
        assert found[1] in ("FILE-ODS", "FILE-ZIP-DAMAGED"), found
    assert [name for name in os.listdir(os.environ["TMPDIR"]) if name.startswith(".esep-")] == []


def check_dates(ws, folder, blank):
    """A day typed as one, under the short date of a Russian or Kazakh computer, is the day that its clerk saw. Month before day, where the file itself says so, is none."""
    path, other = f"{folder}/days.xlsx", f"{folder}/other_days.xlsx"
    day = datetime.date(2026, 5, 3)
    for out, number_format in ((path, "mm-dd-yy"), (other, "[$-409]mm/dd/yyyy")):
        at = fill(FORM, blank, out, [{**ROW, "legal_basis_date": (day, number_format), "approved_on": (day, number_format)}], {**FIELDS, "compiled_on": datetime.date(2026, 11, 5)})
    for locale in ("ru-RU", "kk-KZ") if ALL else ("ru-RU",):
        for ending, name in (("ods", "ods:calc8"), ("xls", "xls:MS Excel 97")) if ALL else (("ods", "ods:calc8"),):
            right, wrong = libre_office.convert([path, other], name, f"{folder}/{locale}", locale)
            with_style = ending != "ods" or b"automatic-order" in zipfile.ZipFile(right).read("content.xml")
            assert with_style, "the file names no date of the system"
            assert findings(ws, right) == [], (locale, ending, findings(ws, right))
            assert findings(ws, wrong) == [("error", "CELL-SHOWN", "Есеп", at(column, 1)) for column in ("legal_basis_date", "approved_on")], (locale, ending)


def main():
    libre_office.need()
    with tempfile.TemporaryDirectory() as folder:
        ws = f"{folder}/ws"
        os.environ["TMPDIR"] = f"{folder}/tmp"
        os.mkdir(os.environ["TMPDIR"])
        run("init", ws, expect=0)
        run("-w", ws, "import", "grants", f"{SOURCE}/tests/samples/tied-grants/grants.csv", expect=0)
        blank = f"{folder}/blank.xlsx"
        run("-w", ws, "blank", "tied-grant-usage", "--org", "km", "--subject", "G-001", "--period", "2026-10", "-o", blank, expect=0)
        shorten(blank)
        right, wrong = f"{folder}/right.xlsx", f"{folder}/wrong.xlsx"
        fill(FORM, blank, right, [ROW], FIELDS)
        fill(FORM, blank, wrong, [{**ROW, "user_count": "көп", "owner_bin": "1"}, {**ROW, "row_number": 2, "purpose": None}], FIELDS)
        expected = findings(ws, wrong)
        assert len(expected) >= 3, expected
        for ending, name in (("ods", "ods:calc8"), ("xls", "xls:MS Excel 97")):
            good, bad = libre_office.convert([right, wrong], name, f"{folder}/{ending}")
            began = time.monotonic()
            if ALL or ending == "xls":
                found = findings(ws, bad)
                assert found == expected, (ending, found)
            if ALL:
                assert findings(ws, good) == findings(ws, right) == [], ending
            assert time.monotonic() - began < 120
            if ALL or ending == "ods":
                answer = run("-w", ws, "submit", good, "--json", *DAY, expect=0).json()
                assert answer["submissions"][0]["findings"] == [], answer
                run("-w", ws, "verify", good, expect=0)  # the register has the file itself
            if ending == "ods":
                check_broken(ws, folder, good)
        check_dates(ws, folder, blank)


main()
