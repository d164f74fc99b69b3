#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Fills blanks of circle plans as operators would. The figures are invented and always the same for the same operator, year and stage.

usage: fill.py FORM.toml BLANK.xlsx OUT.xlsx --org CODE --year YEAR --stage STAGE [--occurrence N] [--rows N] [--mistakes]
               [--set FIELD=VALUE | --set COLUMN[ROW]=VALUE]...
       fill.py FORM.toml --all ESEP WORKSPACE OUT_DIR [--year YEAR]

The second asks ESEP for the blanks of four operators and all stages, one additional allotment repeated, and fills them; of the last
operator it makes a plan with three mistakes (an amount that is not the product of its factors, sources that do not add up,
publication before approval) and its correction. OUT_DIR/events.txt: the events to record, one `esep event` line each."""
import argparse
import datetime
import decimal
import os
import re
import subprocess
import sys
import tomllib
import zlib

import openpyxl

OPERATORS = ["KZ-71", "KZ-75", "KZ-11", "KZ-33"]
STAGES = ["draft", "approved", "opening", "additional"]
KINDS = [("dance", "халық биі"), ("dance", "заманауи би"), ("dance", "балет"), ("music", "домбыра"), ("music", "қобыз"), ("music", "фортепиано"),
         ("vocal", "хор"), ("vocal", "дәстүрлі ән"), ("fine_arts", "кескіндеме"), ("fine_arts", "сурет"), ("crafts", "керамика"),
         ("crafts", "киіз басу"), ("theatre", "актерлік шеберлік"), ("theatre", "қуыршақ театры"), ("literature", "әдеби жазу"),
         ("media", "фотография"), ("media", "анимация")]
PLACES = ["city", "village"]


def number(low, high, *key):
    """From low to high, always the same for the same key."""
    return low + zlib.crc32("/".join(map(str, key)).encode()) % (high - low + 1)


def plan_rows(org, year, stage, occurrence, count):
    """Money in tiyn. The opening volume has the rows of the approved plan; additional financing has a few rows of its own."""
    out = []
    for n in range(count):
        direction, kind = KINDS[n // 2 % len(KINDS)]
        level = n // (2 * len(KINDS))
        name = kind if level == 0 else f"{kind} ({level + 1}-деңгей)"
        place = PLACES[n % 2]
        groups = number(2, 24, org, name, place, "groups")
        children = groups * number(10, 16, org, name, place, "size")
        months = number(9, 12, name, place, "months")
        if stage in ("approved", "opening"):
            children -= number(0, groups, org, year, name, place, "cut")
        if stage == "additional":
            groups, months = number(1, 3, org, name, occurrence), number(3, 5, org, year, occurrence, "months")
            children = groups * 12
        norm = number(16_000, 26_000, kind, place) * 100 + number(0, 99, kind, place, "tiyn")
        amount = children * norm * months
        continued = 0 if stage == "additional" else children * number(20, 45, org, name, place, "part") // 100 * norm * months
        out.append({"direction": direction, "circle_kind": name, "place": place, "provider_count": number(1, groups, org, name, place),
                    "group_count": groups, "child_count": children, "norm": norm, "month_count": months, "amount": amount,
                    "continued": continued, "fresh": amount - continued})
    return out


def plan_fields(rows, org, year, stage, occurrence):
    total = sum(row["amount"] for row in rows)
    continued = sum(row["continued"] for row in rows)
    republican = 0 if stage == "additional" else total * number(20, 40, org, year) // 100
    first = 13 - max(row["month_count"] for row in rows) if stage == "additional" else 1
    spread = {f"month_{month:02}": total // (13 - first) for month in range(first, 12)}
    spread["month_12"] = total - sum(spread.values())
    allotted = datetime.date(year, 5, 11) + datetime.timedelta(days=28 * (occurrence - 1))
    approved_on, published_on = {
        "draft": (None, datetime.date(year - 1, 10, 28)),
        "approved": (datetime.date(year - 1, 12, 10), datetime.date(year - 1, 12, 15)),
        "opening": (datetime.date(year - 1, 12, 10), datetime.date(year, 1, 5)),
        "additional": (allotted, allotted + datetime.timedelta(days=2)),
    }[stage]
    fields = {"published_on": published_on.strftime("%d.%m.%Y"), "total_children": sum(row["child_count"] for row in rows),
              "total_amount": total, "continued_amount": continued, "opening_amount": total - continued, "source_republican": republican,
              "source_local": total - republican, **spread, "executor_name": "Мысалова А. Ү.", "executor_phone": "8 (7172) 00-00-01",
              "head_name": "Үлгібаев Б. М."}
    if stage in ("draft", "approved"):
        fields["published_at"] = f"https://{org.lower()}.example/circles/{year}/{stage}"
    if approved_on:
        fields["approved_on"] = approved_on.strftime("%d.%m.%Y")
        fields["approval_act"] = f"Басшының № {number(10, 400, org, year, stage == 'additional', occurrence)} бұйрығы"
    return fields


def beside(sheet, labels, last_row):
    for row in sheet.iter_rows(max_row=last_row):
        for cell in row:
            if cell.value is not None and str(cell.value).strip() in labels:
                column = cell.column + 1
                for merged in sheet.merged_cells.ranges:
                    if cell.coordinate in merged:
                        column = merged.max_col + 1
                return sheet.cell(cell.row, column)
    raise SystemExit(f"no label {labels}")


def as_typed(definition, value):
    """What a person puts into the cell: money with its tiyn, a choice by its Kazakh title."""
    if definition.get("type") == "money" and isinstance(value, int):
        return decimal.Decimal(value) / 100
    for choice in definition.get("choices", []):
        if choice["id"] == value:
            return choice["title"]["kk"]
    return value


def write(form, blank, out, fields, rows):
    book = openpyxl.load_workbook(blank)
    sheet = book.worksheets[0]
    columns = {c["number"]: c for c in form["column"]}
    for row in sheet.iter_rows():
        at = {columns[str(c.value)]["id"]: c.column for c in row if str(c.value) in columns}
        if len(at) == len(columns):
            first = row[0].row + 1
            break
    for field in form["field"]:
        if field["id"] in fields:
            beside(sheet, {field["title"]["kk"], field["title"]["ru"]}, first - 2).value = as_typed(field, fields[field["id"]])
    for n, row in enumerate(rows):
        for column in columns.values():
            sheet.cell(first + n, at[column["id"]]).value = as_typed(column, row[column["id"]])
    book.save(out)


def fill(form, blank, out, org, year, stage, occurrence=1, count=None, mistakes=False, changes=()):
    rows = plan_rows(org, year, stage, occurrence, count or (4 if stage == "additional" else 2 * len(KINDS)))
    fields = plan_fields(rows, org, year, stage, occurrence)
    if mistakes:
        rows[1]["norm"] += 100_00
        fields["source_local"] += 1_000_000_00
        fields["published_on"] = f"01.12.{year - 1}"
    for change in changes:
        where, value = change.split("=", 1)
        match = re.fullmatch(r"(\w+)\[(\d+)\]", where)
        target, key = (rows[int(match[2]) - 1], match[1]) if match else (fields, where)
        target[key] = value or None
    write(form, blank, out, fields, rows)
    return fields


def fill_all(form, esep, workspace, folder, year):
    os.makedirs(folder, exist_ok=True)
    events = []

    def one(name, org, stage, occurrence=1, mistakes=False):
        blank = os.path.join(folder, "blank.xlsx")
        if occurrence > 1:  # its blank is given when the allotment before it is recorded
            before = next(event for event in events if f"--org {org} " in event and f"--occurrence {occurrence - 1} " in event and "additional" in event)
            subprocess.run([esep, "-w", workspace, "-q", "--today", before.split()[-1], *before.split()], check=True)
        subprocess.run([esep, "-w", workspace, "-q", "blank", form["form"], "--org", org, "--period", str(year), "--stage", stage,
                        "--occurrence", str(occurrence), "-o", blank], check=True)
        fields = fill(form, blank, os.path.join(folder, name), org, year, stage, occurrence, mistakes=mistakes)
        os.remove(blank)
        event = {"approved": "approved", "additional": "additional_approved"}.get(stage)
        if event and not mistakes:
            date = datetime.datetime.strptime(fields["approved_on"], "%d.%m.%Y").date()
            events.append(f"event {event} --form {form['form']} --org {org} --period {year} --occurrence {occurrence} --date {date}")

    for org in OPERATORS:
        for stage in STAGES:
            if org == OPERATORS[-1] and stage == "approved":
                one(f"{org}.{stage}.mistakes.xlsx", org, stage, mistakes=True)
            if stage != "additional" or org in OPERATORS[:2]:
                one(f"{org}.{stage}.xlsx", org, stage)
    one(f"{OPERATORS[0]}.additional.2.xlsx", OPERATORS[0], "additional", 2)
    with open(os.path.join(folder, "events.txt"), "w", encoding="utf-8") as file:
        file.write("\n".join(events) + "\n")


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("form")
    parser.add_argument("files", nargs="*")
    parser.add_argument("--all", nargs=3, metavar=("ESEP", "WORKSPACE", "OUT_DIR"))
    parser.add_argument("--org", default=OPERATORS[0])
    parser.add_argument("--year", type=int, default=2027)
    parser.add_argument("--stage", choices=STAGES, default="draft")
    parser.add_argument("--occurrence", type=int, default=1)
    parser.add_argument("--rows", type=int)
    parser.add_argument("--mistakes", action="store_true")
    parser.add_argument("--set", action="append", default=[])
    asked = parser.parse_args()
    with open(asked.form, "rb") as file:
        form = tomllib.load(file)
    if asked.all:
        fill_all(form, *asked.all, asked.year)
    elif len(asked.files) == 2:
        fill(form, *asked.files, asked.org, asked.year, asked.stage, asked.occurrence, asked.rows, asked.mistakes, asked.set)
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
