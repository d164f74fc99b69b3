#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measure 15: five centres in four regions. Without a plan by region each region's own plan (column 8) is what counts: a surplus here never hides a
shortfall there, and where somebody did not state his plan, the papers say that it cannot be known. usage: roadmap_own_plans.py SOURCE_DIR"""
import datetime
import os
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from roadmap_office import Filler, Form, Office, Workbook, days_of, read_json  # noqa: E402

SOURCE = sys.argv[1]
FORM = Form(f"{SOURCE}/forms/roadmap-status.2024.toml")
PERIOD, MEASURE, BODIES = "2026-H1", "15", ["KZ-10", "KZ-23", "KZ-39", "KZ-71"]
NAMES = {"KZ-10": "область Абай", "KZ-23": "Атырауская область", "KZ-39": "Костанайская область"}
WORDS = {"overdue": "Просрочено", "partly": "Исполнено частично", "done": "Исполнено"}
# (built, own plan) of each region; whether all say “done”; then the measure's state, over, short, and the regions whose plan is not known
CASES = [
    ("the own plans add up, and not each is reached", [(3, 1), (1, 1), (0, 2), (1, 1)], True, "partly", 2, 2, []),
    ("the same, and who is behind says so", [(3, 1), (1, 1), (0, 2), (1, 1)], False, "overdue", 2, 2, []),
    ("five of five, each as planned", [(1, 1), (1, 1), (2, 2), (1, 1)], True, "done", 0, 0, []),
    ("five of five, nobody states a plan, and all say done", [(3, None), (1, None), (1, None), (0, None)], True, "done", 0, 0, []),
    ("five of five, nobody states a plan, and one is behind", [(3, None), (1, None), (1, None), (0, None)], False, "overdue", 0, 0, BODIES[:3]),
    ("four of five, nobody states a plan", [(2, None), (1, None), (1, None), (0, None)], True, "partly", 0, 1, BODIES[:3]),
    ("one of the builders states none", [(3, None), (1, 1), (0, 2), (0, 1)], True, "partly", 2, 3, BODIES[:1]),
    ("who builds nothing need not state it", [(3, 1), (1, 1), (1, 2), (0, None)], True, "partly", 2, 2, []),
    ("eight of five", [(5, 2), (3, 1), (0, 1), (0, 1)], True, "partly", 5, 2, []),
]


def answer(book, built, planned, done):
    row = book.row_of(MEASURE)
    values = {"state": FORM.choice("state", "done" if done else "overdue"), "commissioned": built or None, "planned": planned, "done": "Салынды",
              "reason": "Мердіген ауысты", "new_term": None if done else datetime.date(2026, 12, 1), "document_name": "Акт № 1" if done else None,
              "document_date": datetime.date(2026, 5, 15) if done else None}
    for column, value in values.items():
        book.cell(row, column).value = value
    return book.save()


def check(name, regions, all_done, state, over, short, planless):
    with tempfile.TemporaryDirectory() as folder:
        office, filler = Office(SOURCE, folder), Filler(9)
        blanks = office.blanks(FORM.id, PERIOD)
        files = []
        for body, (built, planned) in zip(BODIES, regions, strict=True):
            book = Workbook(FORM, blanks[body])
            filler.fill(book, body, True, days_of(PERIOD)[1], datetime.date(2026, 6, 1))
            files.append(answer(book, built, planned, all_done or (planned is not None and built >= planned) or (planned is None and built > 0)))
        office.submit(files, "2026-07-03T10:00")
        path = f"{folder}/c.json"
        said = office.esep("--lang", "en", "render", "roadmap-consolidated", "--org", "oam", "--period", PERIOD, "--to", "json", "-o", path, "--paper-lang", "ru",
                           today="2026-07-14")
        row = next(r for t in read_json(path)["documents"][0]["sections"][0]["tables"] for r in t["rows"] if r["number"] == MEASURE)
        wanted = WORDS[state], over, short, ", ".join(NAMES[b] for b in planless) or None
        assert (row["state"], row["over"], row["short"], row["planless"]) == wanted, (name, row, wanted)
        assert (f"Measure {MEASURE}: there is no plan by region" in said.err) == bool(planless), (name, said.err)
        assert (f"Measure {MEASURE} has {over} objects beyond the plan" in said.err) == bool(over), (name, said.err)
        pdf = office.summary("roadmap", PERIOD, "pdf", "--paper-lang", "ru")
        text = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, check=True).stdout.decode()
        said_so = re.search(r"по мероприятиям\s+([\d,\s]+?)\s*избыток", text)
        assert (MEASURE in re.findall(r"\d+", said_so[1] if said_so else "")) == bool(planless), (name, said_so)


def main():
    for case in CASES:
        check(*case)
    print(f"{len(CASES)} ways to build five centres in four regions")


main()
