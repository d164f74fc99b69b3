#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Forms are data: random forms, dropped into a workspace's overlay, go the whole way without a change of the program.

For each: lint, import of its register, blank, fill by openpyxl, damage known cells, check (exactly those findings at those cells), submit, its
later stages and their occurrences, status, render in every output, and the form that sums it up. usage: random_forms.py COUNT [SEED]"""
import decimal
import os
import random
import shutil
import sys
import tempfile

import openpyxl
from openpyxl.utils import get_column_letter

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import beside, number_row, run  # noqa: E402
from form_maker import bad, good, make_form, make_total  # noqa: E402

PERIOD = "2026-10"


class Sheet:
    """A blank opened, and where its table stands."""

    def __init__(self, path, form):
        self.book = openpyxl.load_workbook(path)
        self.sheet = self.book.worksheets[0]
        self.form = form
        self.numbers_at, self.at = number_row(self.sheet, [c["number"] for c in form["columns"]])
        beside(self.sheet, "Жауапты орындаушы", self.numbers_at).value = "Сынақ Сынақов"
        self.filled = set()  # (row, column index)
        self.last_row = self.numbers_at

    def cell(self, row, i):
        return self.sheet.cell(row, self.at[i])

    def name(self, row, i):
        return f"{get_column_letter(self.at[i])}{row}"

    def total(self):
        """The cell of the field that adds up a column, and what should stand in it; None: there is no such field."""
        if not self.form["total"]:
            return None
        i = self.form["columns"].index(self.form["total"])
        numbers = [number(self.cell(row, i).value) for row in range(self.numbers_at + 1, self.sheet.max_row + 1)]
        return beside(self.sheet, "Барлығы", self.numbers_at), sum(n for n in numbers if n is not None)

    def save(self, path, wrong_by=0):
        total = self.total()
        if total:
            total[0].value = str(total[1] + wrong_by).replace(".", ",")
        self.book.save(path)
        return path


def number(value):
    """What a person means by a cell; None: no number."""
    try:
        return decimal.Decimal(str(value).replace(" ", "").replace("\u00a0", "").replace(",", "."))
    except decimal.InvalidOperation:
        return None


def row_count(rng, form):
    """Of fixed and given rows as many as there are."""
    return len(form["fixed"]) or len(form["given"]) or rng.randint(1, 6)


def fill(rng, form, page, rows):
    row = page.numbers_at + 1
    for r in range(rows):
        for line in range(rng.randint(1, 3) if form["kind"] == "grouped" else 1):
            fill_row(rng, form, page, row, line)
            page.last_row = row
            row += 1
        if form["kind"] == "repeat" and not form["given"] and rng.random() < 0.2:
            row += 1  # a blank row between


def fill_row(rng, form, page, row, line=0):
    for i, column in enumerate(form["columns"]):
        if form["kind"] == "grouped" and column["id"] in form["head"] and line > 0:
            continue
        filled_by_us = column.get("prefilled") or (form["kind"] == "fixed" and i == 0)
        if not filled_by_us:
            value = good(rng, column)
            if form["kind"] == "grouped" and i == 0 and column["type"] == "text":
                value = f"{value} {row}"
            page.cell(row, i).value = value
        page.filled.add((row, i))
    if form["sum"]:
        whole, *parts = (page.cell(row, form["columns"].index(column)) for column in form["sum"])
        whole.value = str(sum(number(part.value) for part in parts)).replace(".", ",")


def damage(rng, form, page):
    """Wrong values in a few cells; the exact findings they must give."""
    expected, summed = set(), set()
    ruled = {column["id"]: code for code, column, _ in form["rules"] if column}
    skip = {0} if form["kind"] != "repeat" or form["given"] else set()
    target, reason = form["required_if"] or (None, None)
    cells = [cell for cell in sorted(page.filled) if cell[1] not in skip and form["columns"][cell[1]] is not reason]
    rng.shuffle(cells)
    for row, i in cells[:rng.randint(1, 5)]:
        column = form["columns"][i]
        if form["sum"] and column in form["sum"]:
            if row in summed:
                continue
            summed.add(row)
            page.cell(row, i).value, code = bad(rng, column)  # of a part that cannot be read no sum is judged
            if column is form["sum"][0] and rng.random() < 0.5:
                page.cell(row, i).value, code = 123456789, "CELL-SUM"
            expected.add((page.name(row, i), code))
        elif column.get("prefilled"):
            page.cell(row, i).value = "басқа" if column["type"] == "text" else 987654
            expected.add((page.name(row, i), "CELL-PREFILLED"))
        elif form["kind"] == "repeat" and (column["required"] or column is target) and rng.random() < 0.5:
            page.cell(row, i).value = None
            expected.add((page.name(row, i), "CELL-REQUIRED"))
        elif column["id"] in ruled and rng.random() < 0.5:
            page.cell(row, i).value = 999999999
            expected.add((page.name(row, i), ruled[column["id"]]))
        elif column["id"] in form["limits"] and rng.random() < 0.7:
            _, page.cell(row, i).value, code = form["limits"][column["id"]]
            expected.add((page.name(row, i), code))
        else:
            page.cell(row, i).value, code = bad(rng, column)
            expected.add((page.name(row, i), code))
    return expected


def damage_rows(rng, form, page):
    """Rows that are not the source's own."""
    added = page.last_row + 1
    fill_row(rng, form, page, added)
    twice = rng.random() < 0.5
    for i in range(3):
        page.cell(added, i).value = page.cell(page.numbers_at + 1, i).value if twice else (f"Z-{i}" if i < 2 else 1)
    expected = {(page.name(added, 0), "ROW-TWICE" if twice else "ROW-FOREIGN")}
    if len(form["given"]) > 1:
        for i in range(len(form["columns"])):
            page.cell(page.last_row, i).value = None
        expected.add((None, "ROW-ABSENT"))
    return expected


def findings(result):
    return {(f["cell"], f["code"]) for f in result.json()["findings"]}


class Journey:
    def __init__(self, rng, name, folder):
        self.rng, self.name, self.folder = rng, name, folder
        self.workspace = os.path.join(folder, name)
        run("init", self.workspace, expect=0)
        self.form, text = make_form(rng, name)
        self.write(f"forms/{name}.2025.toml", text)
        if self.form["formed"]:
            self.write(f"forms/{name}-sum.2025.toml", make_total(rng, self.form))
        register = self.form["register"]
        if register:
            self.write(f"data/registers/{register['id']}.toml", register["toml"])
        for path in sorted(os.listdir(f"{self.workspace}/forms")):
            self.esep("forms", "lint", f"{self.workspace}/forms/{path}")
        if register:
            self.write("things.csv", register["csv"])
            self.esep("import", register["id"], f"{self.workspace}/things.csv")

    def esep(self, *words, expect=0):
        return run("-w", self.workspace, *words, expect=expect)

    def write(self, path, text):
        path = os.path.join(self.workspace, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def file(self, name):
        return os.path.join(self.folder, f"{self.name}-{name}")

    def blank(self, *words):
        path = self.file("blank.xlsx")
        self.esep("blank", self.name, "--org", "km", "--period", PERIOD, *words, "-o", path)
        page = Sheet(path, self.form)
        for n, given in enumerate(self.form["given"]):
            shown = [page.cell(page.numbers_at + 1 + n, i).value for i in range(3)]
            want = [given[0], given[1], float(given[3].replace(",", "."))]
            assert [shown[0], shown[1], float(shown[2])] == want, (self.name, shown, want)
        return page

    def check(self, path, expected, *words):
        result = self.esep("check", path, "--json", *words, expect=1 if expected else 0)
        # A value beyond its limits may need more room than its column has.
        found = findings(result) - {(cell, "CELLS-NARROW") for cell, _ in expected}
        assert found == expected, (self.name, sorted(map(str, expected)), result.out)

    def submit(self, path, at):
        receipt = self.esep("submit", path, "--received", at, "--json").json()["submissions"][0]
        assert receipt["revision"] == 1 and receipt["state"] == "received", (self.name, receipt)
        return receipt

    def wrong_total(self, page, expected):
        """By how much the total is to be wrong. It is not judged while a cell of its column has a finding."""
        if not self.form["total"] or self.rng.random() < 0.5:
            return 0
        i = self.form["columns"].index(self.form["total"])
        if not {page.name(row, i) for row, _ in page.filled} & {cell for cell, _ in expected}:
            expected.add((page.total()[0].coordinate, "FIELD-TOTAL"))
        return 7

    def go(self):
        stage = ["--stage", self.form["stages"][0]] if self.form["stages"] else []
        page = self.blank(*stage)
        fill(self.rng, self.form, page, row_count(self.rng, self.form))
        right = page.save(self.file("good.xlsx"))
        self.check(right, set())
        expected = damage(self.rng, self.form, page)
        wrong = page.save(self.file("bad.xlsx"), self.wrong_total(page, expected))
        self.check(wrong, expected)
        if self.form["given"]:
            page = Sheet(right, self.form)
            page.last_row = page.numbers_at + len(self.form["given"])
            expected = damage_rows(self.rng, self.form, page)
            self.check(page.save(self.file("rows.xlsx")), expected)
        self.esep("submit", wrong, "--received", "2026-11-10", expect=1)
        receipt = self.submit(right, "2026-11-11T10:00")
        assert receipt["timeliness"] == "on_time", (self.name, receipt)
        if self.form["stages"]:
            self.later_stages(right)
        status = self.esep("status", self.name, "--period", PERIOD, "--json", "--today", "2026-11-12").json()["status"]
        want = [("draft", 1), ("final", 1), ("final", 1)] if self.form["stages"] else [(None, 1)]
        assert sorted((s["stage"] or None, s["revision"]) for s in status) == want, (self.name, status)
        self.render(receipt)
        if self.form["formed"]:
            self.total(right)
        shutil.rmtree(self.workspace)

    def later_stages(self, draft):
        """The final stage is owed twice; it may not have fewer rows than what came before it."""
        rows_before = len(data_rows(Sheet(draft, self.form)))
        for occurrence, day in (("1", "2026-11-03"), ("2", "2026-11-04")):
            self.esep("event", "accepted", "--org", "km", "--period", PERIOD, "--occurrence", occurrence, "--date", day)
            page = self.blank("--stage", "final", "--occurrence", occurrence)
            if self.form["kind"] == "repeat" and not self.form["given"] and rows_before > 1:
                fill_row(self.rng, self.form, page, page.numbers_at + 1)
                self.check(page.save(self.file("short.xlsx")), {(None, "R-SHRUNK")})
            fill(self.rng, self.form, page, row_count(self.rng, self.form))
            at = page.last_row
            while len(data_rows(page)) < rows_before:
                at += 1
                fill_row(self.rng, self.form, page, at, 1)
            rows_before = len(data_rows(page))
            receipt = self.submit(page.save(self.file(f"final-{occurrence}.xlsx")), "2026-11-05T09:00")
            assert (receipt["stage"], receipt["timeliness"]) == ("final", "on_time"), receipt

    def render(self, receipt):
        for output in ("pdf", "xlsx", "html", "json", "csv"):
            target = self.file(f"paper.{output}")
            self.esep("render", self.name, receipt["submission"], "--to", output, "-o", target)
            assert os.path.getsize(target) > 100, (self.name, output)
        paper = openpyxl.load_workbook(self.file("paper.xlsx")).worksheets[0]
        numbers_at, _ = number_row(paper, [c["number"] for c in self.form["columns"]])
        if self.form["register"]:
            count = sum(1 for r in self.form["register"]["rows"] if r[1] == "km")
            assert str(beside(paper, "Нысандар саны", numbers_at).value) == str(count), self.name

    def total(self, draft):
        """What the register forms by itself agrees with what came in, in both languages."""
        lines = len(data_rows(Sheet(draft, self.form)))
        for lang, unit in (("kk", "жол"), ("ru", "строк")):
            target = self.file(f"sum-{lang}.csv")
            self.esep("--paper-lang", lang, "render", self.name + "-sum", "--org", "km", "--period", PERIOD, "--today", "2026-11-12", "--to", "csv",
                      "-o", target)
            with open(target, encoding="utf-8-sig") as file:
                last = file.read().splitlines()[-1]
            assert last == f"km;{lines};{unit}", (self.name, last, lines)


def data_rows(page):
    """Rows of the table in which anything stands."""
    return [row for row in range(page.numbers_at + 1, page.sheet.max_row + 1)
            if any(page.cell(row, i).value is not None for i in range(len(page.at)))]


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with tempfile.TemporaryDirectory() as folder:
        for n in range(count):
            Journey(random.Random(seed * 100000 + n), f"form-{seed}-{n}", folder).go()
    print(f"{count} random forms went the whole way")


main()
