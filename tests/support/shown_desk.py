# SPDX-License-Identifier: MIT
"""The workbooks of one agency's monthly report on a grant, filled in with changes that a clerk could make, and what `check` finds in them."""
import datetime
import tomllib
import zipfile

from esep_cli import run
from short_checks import shorten
from office import ROW, fill

FIELDS = {"compiled_on": datetime.date(2026, 11, 5), "executor_name": "Мысалова А. Ү.", "executor_phone": "8 (7172) 00-00-01", "head_name": "Үлгібаев Б. М."}
TYPED = {**ROW, "legal_basis_date": datetime.date(2026, 1, 12), "approved_on": datetime.date(2026, 6, 18), "functions": "деректерді жинау"}


class Desk:
    def __init__(self, source, folder):
        self.folder, self.ws = folder, f"{folder}/ws"
        self.form = f"{source}/forms/tied-grant-usage.2025-06.toml"
        with open(self.form, "rb") as file:
            self.data = tomllib.load(file)
        run("init", self.ws, expect=0)
        run("-w", self.ws, "import", "grants", f"{source}/tests/samples/tied-grants/grants.csv", expect=0)
        self.blank = f"{folder}/blank.xlsx"
        run("-w", self.ws, "--today", "2026-11-05", "blank", "tied-grant-usage", "--org", "km", "--subject", "G-001", "--period", "2026-10", "-o", self.blank, expect=0)
        shorten(self.blank)
        self.files = {}

    def make(self, name, *rows, change=None):
        """A filled workbook: a system for each of `rows`, which say what is typed otherwise."""
        path = f"{self.folder}/{name}.xlsx"
        typed = [{**TYPED, "row_number": n + 1, "system_name": f"{TYPED['system_name']} {n + 1}", **row} for n, row in enumerate(rows or [{}])]
        self.files[path] = fill(self.form, self.blank, path, typed, FIELDS, change)
        return path

    def check(self, *paths):
        """For each file the findings."""
        answer = run("-w", self.ws, "--today", "2026-11-10", "check", *paths, "--received", "2026-11-10", "--json", "--lang", "ru").json()
        return [[f for f in answer["findings"] if f["file"] == path and f["code"] != "DUPLICATE-KEY"] for path in paths]


def told(findings):
    return [(f["code"], f["cell"]) for f in findings]


def repack(path, change):
    """Changes the parts of a workbook: what openpyxl does not write."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
