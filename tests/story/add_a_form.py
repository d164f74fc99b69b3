#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""docs/add_a_form.md followed to the letter. Every command of the page is run in its order, in an empty folder; between them the blank is filled in as the
page's tables say. Then the same for a form that the page does not know, the small example, in the overlay of a workspace. usage: add_a_form.py SOURCE_DIR"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

import openpyxl

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import beside, number_row, run  # noqa: E402

SOURCE = sys.argv[1]
TODAY = "2026-07-09"
SAMPLES = f"{SOURCE}/tests/samples/own-form"
NAME = "library-visits"


def page():
    with open(f"{SOURCE}/docs/add_a_form.md", encoding="utf-8") as file:
        return file.read()


def tables(text):
    """Each table of a piece of the page as a list of its rows, the heading first."""
    found = re.findall(r"(?:^\|.*\n)+", text, re.M)
    return [[[cell.strip() for cell in line.strip().strip("|").split("|")] for line in table.splitlines() if not line.startswith("|---")] for table in found]


def typed(text):
    return int(text) if text.isdigit() else text or None


def fill(path, fields, numbers, rows):
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    line, columns = number_row(sheet, numbers)
    for label, value in fields:
        beside(sheet, label, line).value = typed(value)
    for row, values in enumerate(rows, start=line + 1):
        for column, value in zip(columns, values):
            sheet.cell(row, column).value = typed(value)
    book.save(path)


def follow_the_page(folder):
    """The first section: blocks of commands, and before the third the tables with what to type."""
    esep = f"{folder}/bin/esep"  # as the reader has it: on the PATH, on a day of the page
    os.makedirs(os.path.dirname(esep))
    with open(esep, "w", encoding="utf-8") as file:
        file.write(f'#!/bin/sh\nexec "{os.environ["ESEP"]}" --today {TODAY} "$@"\n')
    os.chmod(esep, 0o755)
    empty = f"{folder}/empty"
    os.mkdir(empty)
    section = page().split("## 2. ")[0]
    blocks = re.findall(r"```sh\n(.*?)```", section, re.S)
    assert len(blocks) == 3 and "```sh" not in page().split("## 2. ")[1], "the page has commands that this test does not run"
    for number, commands in enumerate(blocks):
        if number == 2:
            labels, numbers = tables(section)
            fill(f"{empty}/june.xlsx", labels[1:], numbers[0], numbers[1:])
        done = subprocess.run(["bash", "-e", "-c", commands], cwd=empty, env={**os.environ, "PATH": f"{folder}/bin:{os.environ['PATH']}"},
                              capture_output=True, text=True)
        assert done.returncode == 0, commands + done.stdout + done.stderr
    assert "10.07.2026" in done.stdout or "2026-07-10" in done.stdout, done.stdout
    assert os.path.getsize(f"{empty}/june.pdf") > 1000
    return sum(len(block.splitlines()) for block in blocks)


def other_heading(folder):
    """The form that `forms new` begins has whose report it is and for which period: what is typed over them is refused at its cell."""
    for label, value, code in (("Есепті кезең", "2026 жылғы мамыр", "PERIOD-SHOWN"), ("Есеп беретін ұйым", "Қарағанды облысының әкімдігі", "ORGANISATION-SHOWN")):
        book = openpyxl.load_workbook(f"{folder}/empty/june.xlsx")
        line, _ = number_row(book.worksheets[0], ["1", "2"])
        cell = beside(book.worksheets[0], label, line)
        assert cell.value, label
        cell.value = value
        book.save(f"{folder}/empty/other.xlsx")
        said = run("-w", f"{folder}/empty/ws", "--today", TODAY, "check", f"{folder}/empty/other.xlsx", "--json", expect=1).json()["findings"]
        assert [(f["code"], f["cell"]) for f in said] == [(code, cell.coordinate)], said


def sample(folder, edition, today, period, numbers, rows):
    """An edition of the small example goes the same way, into every output."""
    ws = f"{folder}/ws-{edition}"
    form = f"{SAMPLES}/{NAME}.{edition}.toml"
    run("forms", "lint", form, expect=0)
    run("init", ws, expect=0)
    shutil.copy(form, f"{ws}/forms/")
    blank = f"{folder}/{edition}.xlsx"
    key = ("--org", "KZ-10", "--period", period)
    run("-w", ws, "--today", today, "blank", NAME, *key, "-o", blank, expect=0)
    fill(blank, [("Толтырған адам", "Мысалова А. Ү."), ("Барлық келуші", "350")], numbers, rows)
    run("-w", ws, "--today", today, "check", blank, expect=0)
    run("-w", ws, "--today", today, "submit", blank, expect=0)
    for to in ("xlsx", "pdf", "docx", "html", "json", "csv"):
        run("-w", ws, "render", NAME, *key, "--to", to, "-o", f"{folder}/paper.{to}", expect=0)


def fixed_rows(folder):
    """The form whose rows are printed: it lints clean, and its blank names the rows and takes the numbers."""
    form = f"{folder}/staff-count.2026-01.toml"
    with open(form, "w", encoding="utf-8") as file:
        file.write(re.search(r"```toml\n(form = \"staff-count\".*?)```", page(), re.S)[1])
    said = run("forms", "lint", form, expect=0)
    assert "no mistakes" in said.out + said.err, said.out + said.err
    ws = f"{folder}/ws-fixed"
    run("init", ws, expect=0)
    shutil.copy(form, f"{ws}/forms/")
    blank = f"{folder}/staff.xlsx"
    run("-w", ws, "--today", TODAY, "blank", "staff-count", "--org", "KZ-10", "--period", "2026-06", "-o", blank, expect=0)
    book = openpyxl.load_workbook(blank)
    line, columns = number_row(book.worksheets[0], ["1", "2"])
    for row, (name, count) in enumerate((("Ерлер", 12), ("Әйелдер", 15)), start=line + 1):
        assert book.worksheets[0].cell(row, columns[0]).value == name
        book.worksheets[0].cell(row, columns[1]).value = count
    book.save(blank)
    run("-w", ws, "--today", TODAY, "check", blank, expect=0)
    run("-w", ws, "--today", TODAY, "submit", blank, expect=0)


def built_in_data(folder):
    """Section 6: the copy of a built-in file, to which an office adds."""
    copy = f"{folder}/obligations.toml"
    run("forms", "data", "obligations.toml", "-o", copy, expect=0)
    with open(copy, encoding="utf-8") as made, open(f"{SOURCE}/data/obligations.toml", encoding="utf-8") as built_in:
        assert made.read() == built_in.read()
    run("forms", "data", "obligations.toml", "-o", copy, expect=2)


def register(folder):
    """The small register of the last section, with a row."""
    name = f"{folder}/clubs.toml"
    with open(name, "w", encoding="utf-8") as file:
        file.write(re.search(r"```toml\n(register = \"clubs\".*?)```", page(), re.S)[1])
    run("forms", "lint", name, expect=0)
    ws = f"{folder}/ws-clubs"
    run("init", ws, expect=0)
    os.makedirs(f"{ws}/data/registers", exist_ok=True)
    shutil.copy(name, f"{ws}/data/registers/")
    rows = f"{folder}/clubs.csv"
    for places, code in ((20, 0), (2000, 1)):
        with open(rows, "w", encoding="utf-8") as file:
            file.write(f"code,organisation,name_kk,name_ru,opened_on,places\nC-1,KZ-10,Домбыра,Домбра,01.09.2026,{places}\n")
        done = run("-w", ws, "--as", "registrar", "import", "clubs", rows, expect=code)
        assert ("CLUB-PLACES" in done.out + done.err) == bool(code), done.out + done.err


def main():
    with tempfile.TemporaryDirectory() as folder:
        commands = follow_the_page(folder)
        other_heading(folder)
        sample(folder, "2026-01", TODAY, "2026-Q2", ["1", "2", "3"], [("Облыстық кітапхана", "01.09.1984", "300"), ("Ауыл кітапханасы", "", "50")])
        sample(folder, "2027-01", "2027-07-09", "2027-Q2", ["1", "2", "3", "4", "5"],
               [("Облыстық кітапхана", "01.09.1984", "300", "120", "180"), ("Ауыл кітапханасы", "", "50", "", "50")])
        fixed_rows(folder)
        built_in_data(folder)
        register(folder)
    print(f"{commands} commands of the page work as they stand there")


main()
