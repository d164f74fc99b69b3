#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What a blank brings along: Russian examples for Russian readers, and the people of the report before; and that it is known for a blank. usage: blanks.py SOURCE_DIR"""
import glob
import os
import re
import sys
import tempfile
import tomllib
import zipfile

import openpyxl

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import run  # noqa: E402
from office import ROW, Office  # noqa: E402

SOURCE = sys.argv[1]
KAZAKH = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
BLANKS = [["tied-grant-usage", "--org", "km", "--subject", "G-001", "--period", "2026-10"], ["circle-plan", "--org", "KZ-71", "--period", "2027", "--stage", "draft"],
          ["roadmap-status", "--org", "KZ-71", "--period", "2026-H1"]]


def blank(office, words, *more):
    path = f"{office.folder}/blank.xlsx"
    office.esep("a", *more, "blank", *words, "-o", path, "--force")
    return openpyxl.load_workbook(path)


def second_sheet(book):
    return [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"][1]


def examples(folder):
    office = Office(SOURCE, folder)
    for words in BLANKS:
        book = blank(office, words, "--paper-lang", "ru")
        prompts = [v.prompt for sheet in book.worksheets for v in sheet.data_validations.dataValidation if v.prompt]
        assert prompts and not [p for p in prompts if KAZAKH.search(p)], [p for p in prompts if KAZAKH.search(p)]
        guide = second_sheet(book)
        column = next(cell.column for row in guide.iter_rows() for cell in row if cell.value == "Пример")
        shown = [str(row[column - 1].value) for row in guide.iter_rows() if row[column - 1].value]
        assert len(shown) > 5 and not [text for text in shown if KAZAKH.search(text)], shown
    guide = second_sheet(blank(office, BLANKS[0], "--paper-lang", "ru"))
    texts = {str(cell.value) for row in guide.iter_rows() for cell in row}
    assert {"создается", "ИИН\nБИН", "Ввод в опытную эксплуатацию: 05.03.2026", "открытая лицензия", "12 400"} <= texts, sorted(texts)
    kazakh = {str(cell.value) for row in second_sheet(blank(office, BLANKS[0], "--paper-lang", "kk")).iter_rows() for cell in row}
    assert {"құрылады", "ЖСН\nБСН", "ашық лицензия"} <= kazakh, sorted(kazakh)


def every_example_has_its_russian():
    with open(f"{SOURCE}/data/examples.toml", "rb") as file:
        known = {one["text"]["kk"] for one in tomllib.load(file)["example"]}
    used = set()
    for path in glob.glob(f"{SOURCE}/forms/*.toml"):
        with open(path, "rb") as file:
            form = tomllib.load(file)
        for spec in form.get("field", []) + form.get("column", []) if "form" in form else []:
            plain = spec.get("type", "text") not in ("choice", "yes_no") and "pattern" not in spec
            if plain and KAZAKH.search(spec.get("example", "")):
                used.add(spec["example"])
    assert used <= known, used - known


def people(folder):
    """The executor, the telephone and the head stand in the blank of the next month; what belongs to the report itself does not."""
    office = Office(SOURCE, folder)
    office.submit(office.report("october", [dict(ROW, approved_on="01.04.2026")]), "2026-11-16")
    next_month = ["tied-grant-usage", "--org", "km", "--subject", "G-001", "--period", "2026-11"]

    def heading(book):
        sheet = book.worksheets[0]
        return [str(cell.value) for row in sheet.iter_rows(max_row=20) for cell in row if cell.value is not None]
    carried = heading(blank(office, [*next_month, "--from-previous"]))
    assert {"Мысалова А. Ү.", "8 (7172) 00-00-01", "Үлгібаев Б. М."} <= set(carried), carried
    assert "05.11.2026" not in carried and not any(text.startswith("2026-11-05") for text in carried), carried
    assert not {"Мысалова А. Ү.", "Үлгібаев Б. М."} & set(heading(blank(office, next_month)))


def new_edition(folder):
    """Rows of a report on an earlier edition are not carried over, and the command says so; it had said that there is no report."""
    office = Office(SOURCE, folder)
    office.submit(office.report("october", [dict(ROW, approved_on="01.04.2026")]), "2026-11-16")
    with open(f"{SOURCE}/forms/tied-grant-usage.2025-06.toml", encoding="utf-8") as file:
        form = file.read()
    begins = re.compile(r"(\[in_force\]\nfrom = [^\n]+)")
    texts = {"2025-06": begins.sub(r"\1\nto = 2026-10-31", form, count=1),
             "2026-11": begins.sub("[in_force]\nfrom = 2026-11-01", form, count=1).replace('edition = "2025-06"', 'edition = "2026-11"', 1)}
    for edition, text in texts.items():
        with open(f"{office.ws}/forms/tied-grant-usage.{edition}.toml", "w", encoding="utf-8") as file:
            file.write(text)
    said = office.esep("a", "--lang", "en", "blank", "tied-grant-usage", "--org", "km", "--subject", "G-001", "--period", "2026-11", "--from-previous",
                       "-o", f"{folder}/next.xlsx", expect=2).err
    assert said == ("esep: The previous report S-000001 (October 2026) is on the edition 2025-06 of the form, and the blank is on 2026-11: their columns may differ, "
                    "so rows are not carried over. Make the blank without --from-previous.\n"), said


def verified(folder):
    """verify says of each workbook what it is: a blank, saved again without a change, filled in, registered."""
    office = Office(SOURCE, folder)

    def kind(book, expect=1):
        book.save(f"{folder}/book.xlsx")
        answer = run("-w", office.ws, "verify", f"{folder}/book.xlsx", "--json", expect=expect).json()["files"][0]
        return answer["verdict"], answer["kinds"]
    book = blank(office, BLANKS[0])
    assert kind(book) == ("unknown", ["blank"])
    sheet = book.worksheets[0]
    for at, value in (("B21", 1), ("C21", "Қазақстан Республикасының Көлік министрлігі"), ("L21", 12)):
        sheet[at] = value
    assert kind(book) == ("unknown", ["workbook"])
    office.esep("a", "submit", f"{folder}/book.xlsx", "--received", "2026-11-16", expect=1)
    assert run("-w", office.ws, "verify", f"{folder}/book.xlsx", "--json", expect=0).json()["files"][0]["kinds"] == ["received"]
    said = run("-w", office.ws, "--lang", "ru", "verify", f"{folder}/blank.xlsx", expect=1).out
    assert "это незаполненный бланк, а не зарегистрированный отчёт: Министерство транспорта Республики Казахстан; G-001" in said, said


def verified_papers(folder):
    """A blank to fill in by hand is known by its mark; of what has no mark nobody says that it was never made."""
    office = Office(SOURCE, folder)

    def said(file, *lang):
        return run("-w", office.ws, *lang, "verify", file, expect=1).out
    for name in ("blank.pdf", "blank.html", "blank.docx"):
        file = f"{folder}/{name}"
        office.esep("a", "blank", *BLANKS[0], "-o", file)
        assert said(file, "--lang", "ru") == (f"{file}: это бланк для заполнения от руки, а не зарегистрированный отчёт. Бланки в реестр не записываются; "
                                              "заполнен ли он, не проверено.\n"), said(file)
        answer = run("-w", office.ws, "verify", file, "--json", expect=1).json()["files"][0]
        assert (answer["verdict"], answer["kinds"]) == ("unknown", ["blank"]), answer
    file = f"{folder}/blank.json"
    with open(file, "w", encoding="utf-8") as out:
        out.write("{}")
    assert said(file, "--lang", "ru") == (f"{file}: неизвестен: в реестре такого файла нет. В нём записаны принятые файлы и документы с кодом; бланки, опросные листы и "
                                          "другие файлы без кода не записываются.\n"), said(file)


def ended_by_its_texts(folder):
    """Reading ends at the limit of texts, before the hidden sheet: nobody says that this sheet is missing."""
    office = Office(SOURCE, folder)
    blank(office, BLANKS[0])
    with zipfile.ZipFile(f"{folder}/blank.xlsx") as book:
        parts = {name: book.read(name).decode() for name in book.namelist()}
    strings = parts["xl/sharedStrings.xml"]
    at = strings.count("<si>")
    parts["xl/sharedStrings.xml"] = strings.replace("</sst>", f"<si><t>{'ж' * 120000}</t></si></sst>")
    rows = "".join(f'<row r="{row}">' + "".join(f'<c r="{chr(64 + c)}{row}" t="s"><v>{at}</v></c>' for c in range(1, 27)) + "</row>" for row in range(200, 260))
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace("</sheetData>", rows + "</sheetData>")
    with zipfile.ZipFile(f"{folder}/long.xlsx", "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in parts.items():
            book.writestr(name, text)
    for how in ([], ["--form", "tied-grant-usage"]):
        found = run("-w", office.ws, "--lang", "ru", "check", f"{folder}/long.xlsx", *how, "--json", expect=1).json()["findings"]
        # With a form the heading, which stands before that place, is judged.
        assert [(one["code"], one["message"]) for one in found if not how or one["code"] != "FIELD-REQUIRED"] == [
            ("FILE-LIMIT", "В ячейках файла слишком много текста: один длинный текст повторяется во множестве ячеек, поэтому дальше файл не прочитан. "
                           "Удалите лишний текст.")], (how, found)


def main():
    every_example_has_its_russian()
    with tempfile.TemporaryDirectory() as folder:
        for part in (examples, people, new_edition, verified, verified_papers, ended_by_its_texts):
            os.mkdir(f"{folder}/{part.__name__}")
            part(f"{folder}/{part.__name__}")
    assert run("--version", expect=0).out
    print("blanks bring along what their readers need")


main()
