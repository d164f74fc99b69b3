#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Fills a blank workbook as an agency would, with the rows of an [[example]] of the form file. The body's name is the one in the blank's heading.

usage: fill.py FORM.toml EXAMPLE BLANK.xlsx OUT.xlsx [--set COLUMN[ROW]=VALUE | --set FIELD=VALUE]..."""
import re
import sys
import tomllib

import openpyxl


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


def main():
    form_file, name, blank, out, *rest = sys.argv[1:]
    with open(form_file, "rb") as file:
        form = tomllib.load(file)
    example = next(e for e in form["example"] if e["name"] == name)
    fields = dict(example.get("fields", {}))
    rows = [dict(row) for row in example.get("rows", [])]
    for change in rest:
        if change == "--set":
            continue
        where, value = change.split("=", 1)
        match = re.fullmatch(r"(\w+)\[(\d+)\]", where)
        if match:
            rows[int(match[2]) - 1][match[1]] = value.replace("\\n", "\n")
        else:
            fields[where] = value
    book = openpyxl.load_workbook(blank)
    sheet = book.worksheets[0]
    numbers = {c["number"]: c["id"] for c in form["column"]}
    at = {}
    for row in sheet.iter_rows():
        found = {numbers[str(c.value)]: c.column for c in row if str(c.value) in numbers}
        if len(found) == len(numbers):
            first, at = row[0].row + 1, found
            break
    for field in form["field"]:
        if field["id"] in fields:
            beside(sheet, {field["title"]["kk"], field["title"]["ru"]}, first - 2).value = fields[field["id"]]
    if example.get("nil"):
        beside(sheet, {"Есепті кезеңде өзгеріс жоқ (иә/жоқ)", "Изменений за отчётный период нет (да/нет)"}, first - 2).value = "иә"
    body = beside(sheet, {t for f in form["field"] if f.get("source") == "organisation" for t in f["title"].values() if isinstance(t, str)}, first - 2).value
    of_body = numbers.get("2")
    for n, row in enumerate(rows):
        if "Республикасының" in str(row.get(of_body)):
            row[of_body] = body
        for column, value in row.items():
            sheet.cell(first + n, at[column]).value = value
    book.save(out)


main()
