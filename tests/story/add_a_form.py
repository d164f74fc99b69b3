#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""docs/add_a_form.md followed to the letter: every command of the page is run, in its order, for a form that nobody has seen, in the overlay of a
workspace; then the blank is filled in and submitted. usage: add_a_form.py SOURCE_DIR"""
import os
import re
import shlex
import shutil
import sys
import tempfile

import openpyxl

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import beside, number_row, run  # noqa: E402

SOURCE = sys.argv[1]
FORM = f"{SOURCE}/tests/samples/own-form/library-visits.2026-01.toml"
NAME = "library-visits"


def commands():
    """The page's commands, without the words in the second column."""
    with open(f"{SOURCE}/docs/add_a_form.md", encoding="utf-8") as file:
        page = file.read()
    block = re.search(r"## 7\. Try it\n.*?```\n(.*?)```", page, re.S)[1]
    return [re.split(r"\s{3,}", line)[0] for line in block.splitlines() if line.startswith(("esep ", "cp "))]


def mine(words, folder):
    """The page says what is another's: its form, its folder, its organisation."""
    out = []
    for word in words:
        word = word.replace("/tmp/ws", f"{folder}/ws").replace("forms/my-form.2026-09.toml", FORM).replace("my-form", NAME)
        out.append({"oam": "KZ-10", "2026-06": "2026-Q2", "blank.xlsx": f"{folder}/blank.xlsx"}.get(word, word))
    if "--subject" in out:  # "without --subject if it has none"
        at = out.index("--subject")
        del out[at:at + 2]
    return out


def fill(path):
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    line, columns = number_row(sheet, ["1", "2", "3"])
    beside(sheet, "Толтырған адам", line).value = "Мысалова А. Ү."
    beside(sheet, "Барлық келуші", line).value = 350
    for row, values in enumerate((("Облыстық кітапхана", "01.09.1984", 300), ("Ауыл кітапханасы", None, 50)), start=line + 1):
        for column, value in zip(columns, values):
            sheet.cell(row, column).value = value
    book.save(path)


def main():
    typed = [shlex.split(c) for c in commands()]
    assert [w for w in typed if "lint" in w] and [w for w in typed if "blank" in w] and [w for w in typed if "due" in w], typed
    with tempfile.TemporaryDirectory() as folder:
        for words in typed:
            if "import" in words:
                continue  # "only if the form has a subject register"
            if words[0] == "cp":
                shutil.copy(FORM, f"{folder}/ws/forms/")
                continue
            if "check" in words:
                fill(f"{folder}/blank.xlsx")
            said = run(*mine(words[1:], folder), expect=0)
            if "due" in words:
                assert "2026-07-10" in said.out, said.out
        run("-w", f"{folder}/ws", "--today", "2026-07-09", "submit", f"{folder}/blank.xlsx", expect=0)
        for to in ("xlsx", "pdf", "html", "json", "csv"):
            run("-w", f"{folder}/ws", "render", NAME, "--org", "KZ-10", "--period", "2026-Q2", "--to", to, "-o", f"{folder}/paper.{to}", expect=0)
    print(f"{len(typed)} commands of the page work as they stand there")


main()
