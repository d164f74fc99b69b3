#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""No cell of a blank is left unmarked that `esep check` refuses for what stands in it: every type of column, required or not, with each of
many contents. LibreOffice calculates the marks, so it takes minutes: soak only. usage: self_check_cells.py SOURCE_DIR [COLUMN…]"""
import datetime
import os
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import libre_office  # noqa: E402
import openpyxl  # noqa: E402
from esep_cli import number_row, run  # noqa: E402
from openpyxl.formula.translate import Translator  # noqa: E402
from openpyxl.utils import get_column_letter as letters  # noqa: E402

DAY = datetime.date
CHOICES = 'choices = [{ id = "a", title = { kk = "Жаңа, ірі", ru = "Новый", en = "New" } }, { id = "b", title = { kk = "Ескі", ru = "Старый", en = "Old" } }]'
MANY = "choices = [" + ", ".join(f'{{ id = "c{i}", title = {{ kk = "Жүйе, {i}", ru = "Система, {i}", en = "System, {i}" }} }}' for i in range(40)) + "]"
COLUMNS = {"text": "max_length = 20", "integer": "min = 0\nmax = 100", "decimal": "scale = 3", "money": "", "percent": "scale = 1\nmin = 0\nmax = 100",
           "date": 'min = "period_start"\nmax = "period_end"', "choice": CHOICES, "yes_no": "", "url": "", "iin": "", "bin": "", "bic": "", "vin": "",
           "choice+": CHOICES, "choice++": MANY, "text+": "max_length = 20", "url+": "", "date+": "", "bin+": "", "iin+": "", "bic+": "", "vin+": "", "money+": "",
           "integer+": "", "percent+": "scale = 1"}
HEAD = """form = "every-cell"
edition = "2026-01"
period = "month"
provenance = "own"
title = { kk = "Әр түрлі мәндер", ru = "Разные значения", en = "Values of every type" }
law = { kk = "Ойдан шығарылған бұйрық", ru = "Вымышленный приказ", en = "An invented order" }
[in_force]
from = 2026-01-01
[rows]
kind = "repeat"
blank = 5
[[obligation]]
id = "every-cell-monthly"
title = { kk = "Ай сайынғы есеп", ru = "Ежемесячный отчёт", en = "Monthly report" }
organisation_kinds = ["region"]
period = "month"
due = { day = 10, months_after = 1 }
recipient = { kk = "министрлік", ru = "министерство", en = "the ministry" }
law = { kk = "1-тармақ", ru = "пункт 1", en = "paragraph 1" }
"""
ERRORS = {"#N/A", "#DIV/0!", "#REF!"}
CONTENTS = [
    *ERRORS, 0, 1, 5, -5, 2.5, 0.125, 1.23456, 1e15, -1e-7, 45935, (45935, "0"), (250140999012, "0"), None, "-", "—", "- -", "…", "?", "*", "~", "нет", "жоқ", "н/д", "да",
    "Иә", "TRUE", "1", "05", "5,5", "5.5", "1 234,50", "-5", "5%", "1e5", "5 шт", "\u00a0", "  ", "\n", "5\n", "a\nb", DAY(2026, 10, 5), DAY(1950, 1, 1), DAY(2126, 10, 5),
    datetime.datetime(2026, 10, 5, 13, 30), "05.10.2026", "5.10.26", "2026-10-05", "10/31/2026", "31.09.2026", "05.10.2026 г.", "05.10.2126", "1.1.2026\n2.1.2026",
    "05.10.2026, 06.10.2026", "Ескі", "Ecкі", "Жаңа, ірі", "Новый, Старый", "Новый\nСтарый", "Новый, нет", "Новый Старый", "; Новый", "Система, 3, Система, 4",
    "Система, 3; СНИЛС", "250140999012", "250140999013", "250140999012\n250140999012", "250140999012\n250140999013", "250140999012, 250140999012",
    "250140999012 250140999012", "БСН 250140999012", "25014099901", "000000000000", "880101300000", "880101300000\n880101300001", "880230300002", "KKMFKZ2A",
    "KKMFKZ2A, KKMFKZ2A", "ККМFKZ2A", "XTA210990Y1234567", "XTA210990Y1234567\nXTA210990Y123456", "https://a.kz", "https://a.kz\nb.kz", "https://a.kz; https://b.kz",
    "https://a.kz https://b.kz", "www.a.kz", "1\n2", "1; x", "1.005\n1", "10%\n20%", "Ұ" * 20, "Ұ" * 21, "Ұ" * 21 + "\nа"]


def form_of(columns):
    out = HEAD
    rows = [("key", "text", "required = true"), ("name", "text", "required = true")]
    for column in columns:
        keys = COLUMNS[column] + ("\nmultiple = true" if "+" in column else "")
        name, kind = column.replace("+", "s"), column.strip("+")
        rows += [(f"{name}_wanted", kind, keys + "\nrequired = true"), (f"{name}_free", kind, keys)]
    for n, (name, kind, keys) in enumerate(rows, 1):
        out += f'[[column]]\nid = "{name}"\nnumber = "{n}"\ntitle = {{ kk = "{n}-баған", ru = "Графа {n}", en = "Column {n}" }}\ntype = "{kind}"\n{keys}\n'
    return out, [name for name, _, _ in rows]


def put(cell, content):
    cell.value, number_format = content if isinstance(content, tuple) else (content, None)
    if number_format:
        cell.number_format = number_format
    if content in ERRORS:
        cell.data_type = "e"


def fill(blank, names, plain, marked):
    """`plain` as a person fills it in; in `marked` the formula of each cell's mark stands beside the table. Returns (row of the numbers, columns, how far beside)."""
    book = openpyxl.load_workbook(blank)
    sheet = book.worksheets[0]
    header, columns = number_row(sheet, [str(n) for n in range(1, len(names) + 1)])
    for n, content in enumerate(CONTENTS, 1):
        sheet.cell(header + n, columns[0]).value = f"қатар {n}"
        sheet.cell(header + n, columns[1]).value = "бар"
        for column in columns[2:]:
            put(sheet.cell(header + n, column), content)
    book.save(plain)
    aside = len(columns) + 3
    for marks in sheet.conditional_formatting:
        for place in marks.sqref.ranges:
            if place.min_row != header + 1 or place.min_col not in columns:
                continue
            formula = Translator("=" + marks.rules[0].formula[0], origin=f"{letters(place.min_col)}{header + 1}")
            for n in range(1, len(CONTENTS) + 1):
                sheet.cell(header + n, place.min_col + aside).value = formula.translate_formula(f"{letters(place.min_col)}{header + n}")
    book.save(marked)
    return header, columns, aside


def unmarked(sheet, names, place, refused):
    header, columns, aside = place
    for name, column in list(zip(names, columns))[2:]:
        for n, content in enumerate(CONTENTS, 1):
            cell = f"{letters(column)}{header + n}"
            if cell in refused and sheet.cell(header + n, column + aside).value is not True:
                yield name, content, refused[cell]


def main():
    libre_office.need()
    chosen = sys.argv[2:] or list(COLUMNS)
    made, wrong = [], []
    with tempfile.TemporaryDirectory() as folder:
        for n in range(0, len(chosen), 2):
            ws = f"{folder}/ws{n}"
            run("init", ws, expect=0)
            text, names = form_of(chosen[n:n + 2])
            with open(f"{ws}/forms/every-cell.2026-01.toml", "w", encoding="utf-8") as file:
                file.write(text)
            key = ["--org", "KZ-11", "--period", "2026-10"]
            blank, plain, marked = f"{folder}/blank{n}.xlsx", f"{folder}/plain{n}.xlsx", f"{folder}/marked{n}.xlsx"
            run("-w", ws, "--paper-lang", "kk", "blank", "every-cell", *key, "-o", blank, expect=0)
            place = fill(blank, names, plain, marked)
            found = run("-w", ws, "check", plain, "--form", "every-cell", *key, "--json", "--received", "2026-11-10", "--today", "2026-11-20").json()["findings"]
            assert not any(f["code"] == "FINDINGS-CUT" for f in found), chosen[n:n + 2]
            made.append((names, place, marked, {f["cell"]: f["code"] for f in found if f["severity"] == "error"}))
        calculated = libre_office.convert([one[2] for one in made], "xlsx:Calc MS Excel 2007 XML", f"{folder}/calculated")
        for (names, place, _, refused), path in zip(made, calculated):
            wrong += unmarked(openpyxl.load_workbook(path, data_only=True).worksheets[0], names, place, refused)
    for one in wrong:
        print(*map(repr, one), file=sys.stderr)
    assert not wrong, f"{len(wrong)} cells are refused and not marked"
    print(f"{len(chosen)} types of columns, {len(CONTENTS)} contents: what check refuses, the blank marks")


main()
