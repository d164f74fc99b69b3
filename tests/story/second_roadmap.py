#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Another roadmap is another file: an invented one beside the built-in, of other years, runs from blank to the consolidated paper, and the built-in
one is none the wiser. usage: second_roadmap.py SOURCE_DIR"""
import datetime
import os
import re
import shutil
import sys
import tempfile

import openpyxl

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import run  # noqa: E402
from roadmap_office import Filler, Form, Office, Roadmap, Workbook, read_json  # noqa: E402

SOURCE = sys.argv[1]
SAMPLE = f"{SOURCE}/tests/samples/second-roadmap/libraries-2027.toml"
FORM = Form(f"{SOURCE}/forms/roadmap-status.2024.toml")
ROADMAP = Roadmap(SAMPLE)
PERIOD, END = "2027-H1", datetime.date(2027, 6, 30)
# body → measure → (state, objects commissioned or designed)
ANSWERS = {"mam": {"1": ("done", None), "3": ("done", 1)}, "oam": {"1": ("done", None)}, "KZ-10": {"2": ("in_progress", 2)},
           "KZ-11": {"2": ("in_progress", 1), "3": ("overdue", None)}}
SILENT, FIRST_ACT = "KZ-71", "№ 191"
# The coordinator's own duty: an office's data, for the act of this roadmap is another.
DUTY = """
[[obligation]]
id = "libraries-consolidated"
form = "roadmap-consolidated"
title = { kk = "Үлгі жол картасы туралы жиынтық ақпарат", ru = "Сводная информация о дорожной карте-образце" }
organisations = ["mam"]
period = "half_year"
due = { day = 20, months_after = 1 }
law = { kk = "Үлгі өкім № 0-ө, 6-тармақ", ru = "пункт 6 распоряжения-образца № 0-р" }
applies_from = 2027-06-30
applies_to = 2027-12-31
"""


def fill(path, body):
    book = Workbook(FORM, path)
    assert [str(book.cell(row, "number").value) for row in book.rows] == [n for n, who in ROADMAP.cells(END) if who == body], body
    assert book.field("roadmap").value == ROADMAP.data["title"]["kk"], book.field("roadmap").value
    book.field("contact").value = "Бөлім басшысы"
    for number, (state, built) in ANSWERS[body].items():
        row = book.row_of(number)
        measure = next(m for m in ROADMAP.measures if m["number"] == number)
        answers = {"state": FORM.choice("state", state)}
        if state != "overdue":
            answers["done"] = "Жасалды"
        if state == "done":
            answers |= {"document_name": "Құжат № 1", "document_date": datetime.date(2027, 3, 1)}
        if state == "overdue":
            answers |= {"reason": "Жоба кешікті", "new_term": datetime.date(2027, 9, 1)}
        if built is not None:
            answers[measure["objects"]["completed_by"]] = built
        for column, value in answers.items():
            book.cell(row, column).value = value
    return book.save()


def tables(path):
    return [t["rows"] for s in read_json(path)["documents"][0]["sections"] for t in s["tables"] if t["rows"]]


def foot(path):
    with open(path, encoding="utf-8") as file:
        return re.search(r"<footer[^>]*>(.*?)</footer>", file.read(), re.S)[1]


def table(path, *columns):
    return next((rows for rows in tables(path) if set(columns) <= set(rows[0])), [])


def check_paper(office):
    path = office.summary("roadmap", PERIOD, "json", today="2027-07-21")
    rows = table(path, "completion", "executors_text")
    shown = {r["number"]: (r["title"], r["done"], r["executors"], r["object_count"], r["commissioned"], r["designed"], r["behind"]) for r in rows}
    title = {m["number"]: m["title"]["kk"] for m in ROADMAP.measures}
    assert shown == {"1": (title["1"], 2, 2, None, None, None, None), "2": (title["2"], 0, 3, 9, 3, 0, "жауап жоқ: Астана қаласы"),
                     "3": (title["3"], 1, 3, 4, 0, 1, "мерзімі өтті: Ақмола облысы; жауап жоқ: Астана қаласы")}, shown
    kinds = table(path, "to_commission", "to_design")
    assert [(r["kind"], r["to_commission"], r["commissioned"], r["to_design"], r["designed"]) for r in kinds] == [("Ауыл кітапханалары", 9, 3, 4, 1)], kinds
    risks = table(path, "reason", "new_term")
    assert [(r["number"], r["body"][:5], r["new_term"]) for r in risks] == [("3", "Ақмол", "2027-09-01"), ("3", "Астан", None)], risks
    assert table(path, "health_share", "additional_share") == [], "this roadmap has no indicators"
    annex = [(r["body"][:5], r["effective"], r["received"]) for r in table(path, "effective", "verdict")]
    assert annex == [("Астан", "2027-07-05", None)], annex
    text = open(office.summary("roadmap", PERIOD, "html", today="2027-07-21"), encoding="utf-8").read()
    assert ROADMAP.data["addressee"]["kk"] in text and ROADMAP.data["title"]["kk"] in text and ROADMAP.data["law"]["kk"] in text
    assert ROADMAP.data["successor"][0]["act"]["kk"] in text and "Ғылым және жоғары білім министрлігі" in text, "who handed over, and by what act"
    words = re.sub("[0-9a-f]{64}|[0-9A-F]{4}(-[0-9A-F]{4}){2}", "", text)  # hashes and codes may hold any digits
    assert "Балаларды сауықтыру" not in words and FIRST_ACT not in words, "the other roadmap's words"
    path = office.summary("roadmap", PERIOD, "html", today="2027-07-21")
    assert ROADMAP.data["law"]["kk"] + "." in foot(path), foot(path)
    for to in ("pdf", "xlsx"):
        assert os.path.getsize(office.summary("roadmap", PERIOD, to, today="2027-07-21")) > 5000


def check_acts(office, blank, receipt):
    """What an executor sees names the act of his roadmap, on the one form that both are reported on."""
    own = ROADMAP.data["report_law"]["kk"]
    due = office.esep("--lang", "kk", "due", "--period", PERIOD, "--form", FORM.id, "--json").json()["due"]
    assert {d["law"] for d in due} == {own}, due
    words = [str(cell.value) for sheet in openpyxl.load_workbook(blank).worksheets for row in sheet.iter_rows() for cell in row if cell.value]
    assert "Қазақстан Республикасының Мәдениет және ақпарат министрлігі" in words, "who gets the reports"
    assert own in words and ROADMAP.data["law"]["kk"] in words and not any(FIRST_ACT in one for one in words), words
    path = f"{office.folder}/receipt.html"
    office.esep("render", "receipt", receipt["submission"], "--to", "html", "-o", path, today="2027-07-21")
    text = open(path, encoding="utf-8").read()
    assert ROADMAP.data["law"]["kk"] in text and FIRST_ACT not in text, "the receipt"


def check_own_duty(office):
    with open(f"{SOURCE}/data/obligations.toml", encoding="utf-8") as file:
        text = file.read()
    with open(f"{office.ws}/data/obligations.toml", "w", encoding="utf-8") as file:
        file.write(text + DUTY)
    due = office.esep("due", "--period", PERIOD, "--form", "roadmap-consolidated", "--json").json()["due"]
    assert [(d["organisation"], d["effective"]) for d in due] == [("mam", "2027-07-20")], due
    path = f"{office.folder}/consolidated.json"
    office.esep("render", "roadmap-consolidated", "--org", "mam", "--period", PERIOD, "--to", "json", "-o", path, today="2027-07-20")
    paper = office.summary("roadmap", PERIOD, "html", today="2027-07-21")
    assert "Үлгі өкім № 0-ө, 6-тармақ." in foot(paper), foot(paper)
    rows = next(rows for rows in tables(path) if "number" in rows[0])
    assert [(r["number"], r["done"], r["commissioned"], r["designed"]) for r in rows] == [("1", 2, None, None), ("2", 0, 3, 0), ("3", 1, 0, 1)], rows


def check_overlap(office):
    """Two roadmaps of one year on one form could not be told apart: refused, and said where."""
    path = f"{office.ws}/data/roadmaps/libraries-2027.toml"
    with open(path, encoding="utf-8") as file:
        text = file.read()
    with open(path, "w", encoding="utf-8") as file:
        file.write(text.replace("from = 2027-01-01\nto =", "from = 2026-12-31\nto ="))
    refused = office.esep("status", FORM.id, "--period", PERIOD, expect=2).err
    assert "libraries-2027.toml" in refused and "overlap" in refused and "children-2024-2026" in refused, refused
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def check_begins_anew(folder):
    """A measure of the roadmap before this one that happens to have the same number is not compared with."""
    os.mkdir(folder)
    office, body, number = Office(SOURCE, folder), "KZ-10", "16"
    os.makedirs(f"{office.ws}/data/roadmaps", exist_ok=True)
    with open(SAMPLE, encoding="utf-8") as file:
        text = file.read()
    with open(f"{office.ws}/data/roadmaps/libraries-2027.toml", "w", encoding="utf-8") as file:
        file.write(text.replace('number = "2"', f'number = "{number}"'))
    last = Workbook(FORM, office.blanks(FORM.id, "2026-H2")[body])
    Filler(1).fill(last, body, True, datetime.date(2026, 12, 31), datetime.date(2026, 12, 20))
    row = last.row_of(number)
    last.cell(row, "commissioned").value, last.cell(row, "reason").value = 9, "Бәрі салынды"
    receipts, answer = office.submit([last.save()], "2027-01-04")
    assert len(receipts) == 1, answer
    first = Workbook(FORM, office.blanks(FORM.id, PERIOD)[body])
    first.field("contact").value = "Бөлім басшысы"
    row = first.row_of(number)
    for column, value in {"state": FORM.choice("state", "in_progress"), "done": "Басталды", "commissioned": 2}.items():
        first.cell(row, column).value = value
    receipts, answer = office.submit([first.save()], "2027-07-02")
    assert len(receipts) == 1 and not receipts[0]["findings"], answer


def recurring_report(office, period, end):
    """Of region KZ-11: its recurring measure is overdue, with a new term."""
    book = Workbook(FORM, office.blanks(FORM.id, period)["KZ-11"])
    book.field("contact").value = "Бөлім басшысы"
    done = {"state": "done", "done": "Жасалды", "document_name": "Құжат № 1", "document_date": end - datetime.timedelta(days=30)}
    values = {"2": done, "3": {"state": "overdue", "reason": "Жоба кешікті", "new_term": end + datetime.timedelta(days=60)}}
    for number, answers in values.items():
        for column, value in answers.items():
            book.cell(book.row_of(number), column).value = FORM.choice("state", value) if column == "state" else value
    receipts, answer = office.submit([book.save()], (end + datetime.timedelta(days=2)).isoformat())
    assert len(receipts) == 1 and receipts[0]["state"] == "received", answer


def check_recurring(folder):
    """Overdue stands beside the term of which it was said, until the measure's next term passes in silence."""
    os.mkdir(folder)
    office, words = Office(SOURCE, folder), ("body", "state", "due", "new_term", "again")
    with open(SAMPLE, encoding="utf-8") as file:
        text = file.read().replace('"libraries-2027"', '"children-2024-2026"').replace("2027-", "2025-").replace('coordinator = "mam"', 'coordinator = "oam"')
    text = text.replace("to = 2025-12-31", "to = 2026-12-31").replace("due = [2025-06-30, 2025-12-31]", "due = [2025-06-30, 2026-03-31]")
    os.makedirs(f"{office.ws}/data/roadmaps", exist_ok=True)
    with open(f"{office.ws}/data/roadmaps/children-2024-2026.toml", "w", encoding="utf-8") as file:
        file.write(text)

    def said(period, *more):
        risks = table(office.summary("roadmap", period, "json", *more, today="2026-08-20"), "reason", "new_term")
        path = f"{office.folder}/consolidated-{period}.json"
        office.esep("render", "roadmap-consolidated", "--org", "oam", "--period", period, "--to", "json", "-o", path)
        composed = next(r for rows in tables(path) for r in rows if r.get("number") == "3")
        return [tuple(r[w] for w in words)[1:] for r in risks if r["number"] == "3" and r["body"].startswith("Ақмола")], composed["state"], composed["behind"]

    recurring_report(office, "2025-H1", datetime.date(2025, 6, 30))
    assert said("2025-H1") == ([("мерзімі өтті", "2025-06-30", "2025-08-29", None)], "Мерзімі өтті",
                               "мерзімі өтті: Ақмола облысы; жауап жоқ: Астана қаласы, Қазақстан Республикасының Мәдениет және ақпарат министрлігі"), said("2025-H1")
    stands = "мерзімі өтті; мәлімет: 2025 жылғы I жартыжылдық", "2025-06-30", "2025-08-29", "өткен жартыжылдықта да мерзімі өткен"
    assert said("2025-H2") == ([stands], "Мерзімі өтті",
                               "мерзімі өтті: Ақмола облысы (I.25); жауап жоқ: Астана қаласы, Қазақстан Республикасының Мәдениет және ақпарат министрлігі"), said("2025-H2")
    # Who is silent has put nothing off once more.
    assert "мерзімі қайта ұзартылғандары – 0" in open(office.summary("roadmap", "2025-H2", "html"), encoding="utf-8").read()
    silent = "жауап жоқ; мәлімет: 2025 жылғы I жартыжылдық", "2026-03-31", None, None
    assert said("2026-H1") == ([silent], "Жауап жоқ", "жауап жоқ: Ақмола облысы, Астана қаласы, Қазақстан Республикасының Мәдениет және ақпарат министрлігі"), said("2026-H1")
    # Overdue of another term is no term put off once more.
    recurring_report(office, "2026-H1", datetime.date(2026, 6, 30))
    again = "мерзімі өтті", "2026-03-31", "2026-08-29", "бұрынғы мерзімі де өткен: 30.06.2025"
    assert said("2026-H1", "--since", "2025-H2")[0] == [again], said("2026-H1", "--since", "2025-H2")
    text = open(office.summary("roadmap", "2026-H1", "html", "--since", "2025-H2"), encoding="utf-8").read()
    assert "мерзімі қайта ұзартылғандары – 0" in text


def main():
    with tempfile.TemporaryDirectory() as folder:
        office = Office(SOURCE, folder)
        before = office.esep("due", "--period", "2026-H1", "--form", FORM.id, "--json").json()["due"]
        os.makedirs(f"{office.ws}/data/roadmaps", exist_ok=True)
        shutil.copy(SAMPLE, f"{office.ws}/data/roadmaps/")
        shown = office.esep("register", "show", "libraries-2027", "--executor", "KZ-71", "--json").json()
        assert [m["number"] for m in next(v for v in shown.values() if isinstance(v, list))] == ["2", "3"], shown
        assert office.esep("due", "--period", "2026-H1", "--form", FORM.id, "--json").json()["due"] == before, "the built-in roadmap's duties"
        assert run("-w", office.ws, "due", "--period", "2028-H1", "--form", FORM.id, "--json").json()["due"] == [], "after both"

        blanks = office.blanks(FORM.id, PERIOD)
        assert sorted(blanks) == sorted({who for _, who in ROADMAP.cells(END)}), sorted(blanks)
        files = [fill(path, body) for body, path in blanks.items() if body != SILENT]
        receipts, answer = office.submit(files, "2027-07-02")
        assert len(receipts) == len(ANSWERS) and not any(r["findings"] for r in receipts), answer
        status = office.esep("status", FORM.id, "--period", PERIOD, "--json", today="2027-07-21", expect=1).json()["status"]
        assert {s["organisation"]: s["timeliness"] for s in status} == {**dict.fromkeys(ANSWERS, "on_time"), SILENT: "missing"}, status
        check_acts(office, blanks["mam"], receipts[0])
        check_paper(office)
        check_own_duty(office)
        check_first(office)
        check_overlap(office)
        check_begins_anew(f"{folder}/anew")
        check_recurring(f"{folder}/recurring")
    print("a second roadmap from one data file")


def check_first(office):
    """The built-in roadmap's own half-year beside it: its measures, its executors."""
    path = office.summary("roadmap", "2026-H1", "json")
    assert len(table(path, "completion", "executors_text")) == 26 and table(path, "number", "was") == []


main()
