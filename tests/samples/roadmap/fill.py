#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Fills the blanks of roadmap-status as executors would. The figures are invented and always the same for the same executor, measure
and half-year.

usage: fill.py FORM.toml BLANKS_DIR OUT_DIR [--mistakes ORG] [--correct ORG]

--mistakes: this executor's workbook gets three mistakes (a measure past its term that is "not started", a date that is none, more children
covered than there are). --correct: only this executor's workbook is written, without mistakes."""
import argparse
import datetime
import os
import tomllib
import zlib

import openpyxl

STATES = {"done": "Орындалды", "in_progress": "Орындалуда", "not_started": "Басталмады", "not_due": "Мерзімі келген жоқ", "overdue": "Мерзімі өтті"}


def number(low, high, *key):
    return low + zlib.crc32("/".join(map(str, key)).encode()) % (high - low + 1)


def period_end(text):
    year, half = text.split("-H")
    return datetime.date(int(year), 6 if half == "1" else 12, 30 if half == "1" else 31)


def state_of(org, measure, due, end):
    if due > end:
        return "in_progress" if (due - end).days < 400 else "not_due"
    # The later, the more executors are done: never backwards.
    age = (end - due).days // 30
    return "done" if number(0, 9, org, measure) < 5 + age else "overdue"


def day(date):
    return date.strftime("%d.%m.%Y")


def answers(org, row, end):
    measure, due, objects = str(row["number"]), row["due"], row["objects"]
    state = state_of(org, measure, due, end)
    out = {"state": STATES[state]}
    if objects:
        planned = row["planned"]  # locked, if the ministry has drawn up its plan
        if planned is None:
            out["planned"] = planned = 1
        built = planned if state == "done" else 0
        out["commissioned" if row["document_wanted"] == "Пайдалануға қабылдау актісі" else "designed"] = built
        out["funds_planned"] = number(2000, 9000, org, measure, "plan") * 100
        out["funds_used"] = out["funds_planned"] * (100 if built else number(20, 80, org, measure, end)) // 100
    if state in ("done", "in_progress"):
        out["done"] = "Іс-шара толық орындалды." if state == "done" else "Жұмыс кестеге сай жүріп жатыр."
    if state == "done":
        out["document_name"] = f"{row['document_wanted']} № {number(1, 300, org, measure, 'act')}"
        out["document_date"] = day(due - datetime.timedelta(days=number(1, 25, org, measure, "date")))
    if state == "overdue":
        out["reason"] = "Мердігермен шарт бұзылды, қайта конкурс жарияланды."
        out["new_term"] = day(end + datetime.timedelta(days=number(60, 180, org, measure, end)))
    return out


def head_of(org, end):
    out = {"contact": "Бөлім басшысы, +7 7172 00-00-00"}
    if org.startswith("KZ-"):
        total = number(90, 420, org, "children") * 1000
        step = (end.year - 2024) * 2 + (1 if end.month == 12 else 0)
        out["children_total"] = total
        out["children_health"] = total * (70 + step * 9 + number(0, 18, org, "health")) // 1000
        out["children_additional"] = total * (840 + step * 18 + number(0, 30, org, "additional")) // 1000
    return out


def beside(sheet, labels, last_row):
    for row in sheet.iter_rows(max_row=last_row):
        for cell in row:
            if cell.value is not None and str(cell.value).strip() in labels:
                merged = next((m for m in sheet.merged_cells.ranges if cell.coordinate in m), None)
                return sheet.cell(cell.row, (merged.max_col if merged else cell.column) + 1)
    raise SystemExit(f"no label {labels}")


def locate(sheet, form):
    numbers = {c["number"]: c["id"] for c in form["column"]}
    for row in sheet.iter_rows():
        found = {numbers[str(c.value)]: c.column for c in row if str(c.value) in numbers}
        if len(found) == len(numbers):
            return row[0].row + 1, found
    raise SystemExit("no row of column numbers")


def fill(form, blank, out, org, end, mistakes):
    book = openpyxl.load_workbook(blank)
    sheet = book.worksheets[0]
    first, at = locate(sheet, form)
    for field in form["field"]:
        value = head_of(org, end).get(field["id"])
        if value is not None:
            beside(sheet, {field["title"]["kk"], field["title"]["ru"]}, first - 2).value = value
    row = first
    past = None
    while sheet.cell(row, at["number"]).value is not None:
        values = {column: sheet.cell(row, place).value for column, place in at.items()}
        due = values["due"]
        values["due"] = due.date() if isinstance(due, datetime.datetime) else due
        past = past or (row if values["due"] <= end else None)
        for column, value in answers(org, values, end).items():
            sheet.cell(row, at[column]).value = value
        row += 1
    if mistakes:
        sheet.cell(past, at["state"]).value = STATES["not_started"]
        sheet.cell(first + 1, at["new_term"]).value = "жаз ортасы"
        label = next(f for f in form["field"] if f["id"] == "children_health")["title"]
        beside(sheet, {label["kk"], label["ru"]}, first - 2).value = 99_999_999
    book.save(out)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("form")
    parser.add_argument("blanks")
    parser.add_argument("out")
    parser.add_argument("--mistakes", default="")
    parser.add_argument("--correct", default="")
    given = parser.parse_args()
    with open(given.form, "rb") as file:
        form = tomllib.load(file)
    os.makedirs(given.out, exist_ok=True)
    for name in sorted(os.listdir(given.blanks)):
        _, org, period = name.removesuffix(".xlsx").split("_")
        if given.correct and org != given.correct:
            continue
        fill(form, os.path.join(given.blanks, name), os.path.join(given.out, name), org, period_end(period), org == given.mistakes)


main()
