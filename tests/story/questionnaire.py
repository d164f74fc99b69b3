#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A checklist as a workbook: written, filled in by hand in either language, read back; mistakes are told with their cell and keep nothing.
usage: questionnaire.py SOURCE_DIR"""
import os
import sys
import tempfile

import openpyxl

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import run  # noqa: E402
from office import ROW, Office  # noqa: E402

SOURCE = sys.argv[1]
CHECKLIST = ["--checklist", "unified-requirements"]


def questions(book):
    """The sheet of questions and the row of each item; the sheet of documents and its first row."""
    sheet, documents = book.worksheets[0], book.worksheets[1]
    rows = {str(row[0].value): row[0].row for row in sheet.iter_rows() if str(row[0].value).startswith("UR-")}
    first = next(row[0].row for row in documents.iter_rows() if row[0].value == 1)
    return sheet, rows, documents, first


def write(path, answers=(), documents=(), source=None):
    book = openpyxl.load_workbook(source)
    sheet, rows, papers, first = questions(book)
    for item, values in answers:
        for column, value in zip("DEF", values):
            sheet[f"{column}{rows[item]}"] = value
    for n, values in enumerate(documents):
        for column, value in zip("BCD", values):
            papers[f"{column}{first + n}"] = value
    book.save(path)
    return rows


def main():
    with tempfile.TemporaryDirectory() as folder:
        office = Office(SOURCE, folder)
        number, _ = office.submit(office.report("r", [dict(ROW, approved_on="01.04.2026")]), "2026-11-18")
        office.esep("rev", "review", "open", number)
        for lang in ("kk", "ru"):
            run("-w", office.ws, "--paper-lang", lang, "assess", *CHECKLIST, "--to", "xlsx", "-o", f"{folder}/{lang}.xlsx", expect=0)
            run("-w", office.ws, "--paper-lang", lang, "assess", *CHECKLIST, "--template", "-o", f"{folder}/again.xlsx", expect=0)
            with open(f"{folder}/{lang}.xlsx", "rb") as a, open(f"{folder}/again.xlsx", "rb") as b:
                assert a.read() == b.read()
            said = run("-w", office.ws, "--lang", "ru", "verify", f"{folder}/{lang}.xlsx", expect=1).out
            assert said == f"{folder}/{lang}.xlsx: это опросный лист, а не зарегистрированный документ. Опросные листы в реестр не записываются.\n", said
            book = openpyxl.load_workbook(f"{folder}/{lang}.xlsx")
            sheet, rows, _, _ = questions(book)
            assert len(rows) == 28 and sheet.data_validations.dataValidation, rows
            assert sheet.protection.sheet and sheet[f"A{rows['UR-01']}"].protection.locked and not sheet[f"D{rows['UR-01']}"].protection.locked

        def assess(path, expect):
            said = office.esep("rev", "assess", number, *CHECKLIST, "--answers", path, "--json", expect=expect).json()["findings"]
            assert all(f["file"] == path for f in said), said
            return {(f["code"], f["cell"]) for f in said if f["severity"] == "error"}

        def kept():
            shown = run("-w", office.ws, "review", "show", number, "--json", expect=0).json()["reviews"][0]["assessment"]
            return [(a["item"], a["answer"], a["comment"], [d["name"] + " " + str(d["date"]) for d in a["documents"]]) for a in shown]

        # Every mistake at once, each at its cell; nothing is kept.
        rows = write(f"{folder}/wrong.xlsx", [("UR-01", ("дұрыс", None, None)), ("UR-02", ("ішінара сәйкес келеді", None, None)), ("UR-03", ("сәйкес келеді", None, "1; 7"))],
                     [("хат", "Техникалық тапсырма", None), ("нормативтік-техникалық", None, None), ("жобалық-техникалық", "Жоба", "көктем")], f"{folder}/kk.xlsx")
        first = questions(openpyxl.load_workbook(f"{folder}/kk.xlsx"))[3]
        assert assess(f"{folder}/wrong.xlsx", 1) == {("ANSWER-VALUE", f"D{rows['UR-01']}"), ("ANSWER-COMMENT", f"E{rows['UR-02']}"),
                                                     ("ANSWER-DOCUMENT", f"F{rows['UR-03']}"), ("ANSWER-DOCUMENT-ROW", f"B{first}"),
                                                     ("ANSWER-DOCUMENT-ROW", f"C{first + 1}"), ("CELL-DATE", f"D{first + 2}")}
        assert kept() == []
        # A document that cannot be read is one mistake, not one for each answer that names it.
        write(f"{folder}/kind.xlsx", [("UR-01", ("соответствует", None, "№ 1")), ("UR-02", ("соответствует", None, "1 и 2")), ("UR-03", ("соответствует", None, 1))],
              [("письмо", "Техническое задание", None), ("проектно-технический", "Проект", None)], f"{folder}/ru.xlsx")
        said = office.esep("rev", "assess", number, *CHECKLIST, "--answers", f"{folder}/kind.xlsx", "--lang", "ru", "--json", expect=1).json()["findings"]
        assert [(f["code"], f["message"]) for f in said if f["severity"] == "error"] == [
            ("ANSWER-DOCUMENT-ROW", "Вид документа нужно выбрать из списка (нормативно-технический, проектно-технический), а наименование – написать.")], said
        # Numbers as people list them.
        for typed, numbers in (("№ 1", [1]), ("№1", [1]), ("№№ 1, 2.", [1, 2]), ("1 және 2", [1, 2]), ("1 и 2", [1, 2]), ("1-2", [1, 2]), ("1–3", [1, 2, 3]),
                               ("1 – 2; 3", [1, 2, 3]), ("документы 1 и 3", [1, 3]), ("1-құжат", [1]), ("1\n2", [1, 2]), (1, [1]), ("1, 1-2", [1, 2])):
            write(f"{folder}/listed.xlsx", [("UR-01", ("соответствует", None, typed))],
                  [("проектно-технический", f"Документ {n}", None) for n in (1, 2, 3)], f"{folder}/ru.xlsx")
            assert assess(f"{folder}/listed.xlsx", 0) == set(), typed
            assert kept() == [("UR-01", "conforms", None, [f"Документ {n} None" for n in numbers])], (typed, kept())
        for typed, wrong in (("1-4", ["4"]), ("3-1", ["3–1"]), ("1, письмо", ["письмо"]), ("1-9999", ["1–9999"])):
            write(f"{folder}/listed.xlsx", [("UR-01", ("соответствует", None, typed))],
                  [("проектно-технический", f"Документ {n}", None) for n in (1, 2, 3)], f"{folder}/ru.xlsx")
            said = office.esep("rev", "assess", number, *CHECKLIST, "--answers", f"{folder}/listed.xlsx", "--lang", "ru", "--json", expect=1).json()["findings"]
            assert [f["message"] for f in said if f["severity"] == "error"] == [f"UR-01: документа № {one} на листе документов нет." for one in wrong], (typed, said)

        write(f"{folder}/good.xlsx", [("UR-01", ("соответствует", None, "1")), ("UR-02", ("СООТВЕТСТВУЕТ ЧАСТИЧНО", "на 1-ю редакцию", "1, 2")),
                                      ("UR-12", ("сәйкес келмейді", "Акт жоқ", None)), ("UR-13", ("not applicable", "x", None))],
              [("нормативно-технический", "Техническое задание", "11.02.2026"), ("project-technical", "Проектное решение", None)], f"{folder}/ru.xlsx")
        assert assess(f"{folder}/good.xlsx", 0) == set()
        expected = [("UR-01", "conforms", None, ["Техническое задание 2026-02-11"]),
                    ("UR-02", "partly", "на 1-ю редакцию", ["Техническое задание 2026-02-11", "Проектное решение None"]),
                    ("UR-12", "does_not", "Акт жоқ", []), ("UR-13", "not_applicable", "x", [])]
        assert kept() == expected, kept()
        # What was answered stands in the next questionnaire and reads back the same.
        run("-w", office.ws, "--paper-lang", "kk", "assess", number, *CHECKLIST, "--to", "xlsx", "-o", f"{folder}/next.xlsx", expect=0)
        sheet, rows, _, _ = questions(openpyxl.load_workbook(f"{folder}/next.xlsx"))
        assert [sheet[f"{c}{rows['UR-02']}"].value for c in "DEF"] == ["ішінара сәйкес келеді", "на 1-ю редакцию", "1; 2"]
        assert assess(f"{folder}/next.xlsx", 0) == set() and kept() == expected

        # Written once more over its own questionnaire, and over nothing else of the kind.
        for words, expect in (((), 0), ((), 2), (("--force",), 0)):
            run("-w", office.ws, "assess", *CHECKLIST, "--to", "toml", "-o", f"{folder}/q.toml", *words, expect=expect, again=False)
        with open(f"{folder}/q.toml", "a", encoding="utf-8") as file:
            file.write('\n[[answer]]\nitem = "UR-01"\nanswer = "conforms"\n')
        run("-w", office.ws, "assess", *CHECKLIST, "--to", "toml", "-o", f"{folder}/q.toml", "--force", expect=0)
        with open(f"{folder}/q.toml", encoding="utf-8") as file:
            assert '\n[[answer]]' not in file.read()
        os.makedirs(f"{office.ws}/data", exist_ok=True)
        with open(f"{office.ws}/data/events.toml", "w", encoding="utf-8") as file:
            file.write("# events\n")
        for kept_file in (f"{office.ws}/esep.toml", f"{office.ws}/data/events.toml"):
            with open(kept_file, encoding="utf-8") as file:
                before = file.read()
            said = run("-w", office.ws, "--lang", "en", "assess", *CHECKLIST, "--to", "toml", "-o", kept_file, "--force", expect=2)
            assert said.err == f"esep: “{kept_file}” is a file of a register, settings or form: nothing is written over it. Give another name.\n", said.err
            with open(kept_file, encoding="utf-8") as file:
                assert file.read() == before
        os.remove(f"{office.ws}/data/events.toml")
        said = run("-w", office.ws, "--lang", "en", "assess", *CHECKLIST, "--to", "xlsx", "-o", f"{folder}/q.toml", "--force", expect=64)
        assert "do not agree" in said.err, said.err

        # Another workbook, another checklist.
        run("-w", office.ws, "blank", "tied-grant-usage", "--org", "km", "--subject", "G-001", "--period", "2026-10", "-o", f"{folder}/form.xlsx", expect=0)
        assert assess(f"{folder}/form.xlsx", 1) == {("ANSWER-SHEET", None)}
        os.makedirs(f"{office.ws}/data/checklists")
        with open(f"{SOURCE}/data/checklists/unified-requirements.toml", encoding="utf-8") as file:
            text = file.read()
        with open(f"{office.ws}/data/checklists/another.toml", "w", encoding="utf-8") as file:
            file.write(text)
        said = office.esep("rev", "assess", number, "--checklist", "another", "--answers", f"{folder}/good.xlsx", "--json", expect=1).json()["findings"]
        assert {f["code"] for f in said if f["severity"] == "error"} == {"ANSWER-CHECKLIST"}
        office.esep("rev", "assess", number, *CHECKLIST, "--to", "pdf", "-o", f"{folder}/x.pdf", expect=64)
        with open(f"{folder}/good.xlsx", "rb") as file:
            half = file.read()[:3000]
        with open(f"{folder}/half.xlsx", "wb") as file:
            file.write(half)
        assert {code for code, _ in assess(f"{folder}/half.xlsx", 1)} == {"FILE-ZIP-DAMAGED"}
    print("questionnaires are read as they were meant")


main()
