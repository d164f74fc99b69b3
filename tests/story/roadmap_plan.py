#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The plan of objects by region and year: imported once and again, wrong rows at their lines, blanks filled in beforehand, the summary's sums.
usage: roadmap_plan.py SOURCE_DIR"""
import csv
import os
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from roadmap_office import Form, Office, Roadmap, Workbook, days_of, read_json  # noqa: E402

SOURCE = sys.argv[1]
FORM = Form(f"{SOURCE}/forms/roadmap-status.2024.toml")
ROADMAP = Roadmap(f"{SOURCE}/data/roadmaps/children-2024-2026.toml")
SAMPLE = f"{SOURCE}/tests/samples/roadmap/plan.csv"
with open(SAMPLE, encoding="utf-8", newline="") as sample:
    PLAN = [(r["Іс-шара"], r["Өңір"], int(r["Жыл"]), int(r["Объектілер"])) for r in csv.DictReader(sample)]
with open(f"{SOURCE}/data/organisations.csv", encoding="utf-8-sig", newline="") as organisations:
    NAMES = {row["code"]: row["name_ru"] for row in csv.DictReader(organisations)}
WAYS = {m["number"]: m["objects"]["completed_by"] for m in ROADMAP.measures if "objects" in m}


def write(path, rows, head="Мероприятие;Регион;Год;Объекты"):
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join([head, *(";".join(map(str, row)) for row in rows)]) + "\n")
    return path


def findings(office, path, expect=1):
    return [(f["row"], f["column"], f["code"]) for f in office.esep("import", "plan", path, "--json", expect=expect).json()["findings"]]


def planned(year, way=None, region=None, measure=None):
    rows = [n for m, r, y, n in PLAN if (way is None or WAYS[m] == way) and (region is None or r == region) and (measure is None or m == measure)]
    due = [n for m, r, y, n in PLAN if y <= year and (way is None or WAYS[m] == way) and (region is None or r == region) and (measure is None or m == measure)]
    return sum(due) if rows else None


def regions_of(office, period):
    document = read_json(office.summary("roadmap", period, "json", "--paper-lang", "ru"))["documents"][0]
    tables = [t["rows"] for s in document["sections"] for t in s["tables"] if t["rows"]]
    table = next(t for t in tables if {"place", "to_design"} <= set(t[0]))
    totals = [t for t in tables if {"object_count", "whole"} <= set(t[0])]
    return {row["place"]: (row["to_commission"], row["to_design"]) for row in table}, totals[0] if totals else []


def country(period):
    """The row of totals: nobody has reported."""
    asked = {body for number, body in ROADMAP.cells(days_of(period)[1]) if number in WAYS}
    return f"По стране (исполнителей отчиталось: 0 из {len(asked)})"


def check_import(office, folder):
    wrong = findings(office, write(f"{folder}/bad.csv", [
        ("2", "KZ-11", 2026, 1), ("14", "KZ-71", 2024, 1), ("14", "KZ-11", 2027, 1), ("15", "KZ-10", 2024, -1), ("15", "KZ-99", 2024, 1)]))
    assert sorted(w for w in wrong if w[2] != "PLAN-TOTAL") == [
        (2, "measure", "PLAN-MEASURE"), (3, "organisation", "PLAN-REGION"), (4, "year", "PLAN-YEAR"), (5, "objects", "PLAN-NUMBER"), (6, "organisation", "ORGANISATION-UNKNOWN")], wrong
    assert regions_of(office, "2026-H1")[0][country("2026-H1")] == (None, None), "nothing of a wrong file is taken"
    assert findings(office, SAMPLE, expect=0) == []
    again = office.esep("import", "plan", SAMPLE, "--lang", "en").err
    assert f"{len(PLAN)}" in again and "0" in again, again


def check_blanks(office, period, year):
    for body, path in office.blanks("roadmap-status", period).items():
        book = Workbook(FORM, path)
        for row in book.rows:
            number = str(book.cell(row, "number").value)
            cell = book.cell(row, "planned")
            wanted = planned(year, region=body, measure=number)
            assert cell.value == wanted, f"{body} {period}, measure {number}: {cell.value}, the plan says {wanted}"
            assert cell.protection.locked == (wanted is not None), cell.coordinate


def main():
    with tempfile.TemporaryDirectory() as folder:
        office = Office(SOURCE, folder)
        check_import(office, folder)
        for period, year in (("2024-H2", 2024), ("2026-H1", 2026)):
            check_blanks(office, period, year)
            table, differing = regions_of(office, period)
            for code in {r for _, r, _, _ in PLAN}:
                assert table[NAMES[code]] == (planned(year, "commissioned", code), planned(year, "designed", code)), (period, code, table[NAMES[code]])
            total = table[country(period)]
            assert total == (planned(year, "commissioned"), planned(year, "designed")) and not differing, total
        # A total that differs from the directive's is taken and said.
        # It may rest on rows that lie in the register already: then no line of the file is wrong.
        assert findings(office, write(f"{folder}/more.csv", [("14", "KZ-11", 2024, 3)]), expect=0) == [(None, "objects", "PLAN-TOTAL")]
        assert findings(office, write(f"{folder}/most.csv", [("14", "KZ-31", 2024, 1)]), expect=0) == [(2, "objects", "PLAN-TOTAL")]
        assert [(r["number"], r["object_count"], r["whole"]) for r in regions_of(office, "2024-H2")[1]] == [("14", 2, 4)]
        print(f"{len(PLAN)} rows of the plan in blanks and summaries")


main()
