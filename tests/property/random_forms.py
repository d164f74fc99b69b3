#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Forms are data: random forms, dropped into a workspace's overlay, go the whole way without a change of the program.

For each: lint, blank, fill by openpyxl, damage known cells, check (exactly those findings at those cells), submit, status, render in
every output. usage: random_forms.py COUNT [SEED]"""
import os
import random
import shutil
import sys
import tempfile

import openpyxl
from openpyxl.utils import get_column_letter

sys.path.insert(0, os.path.dirname(__file__))
from esep_cli import beside, number_row, run  # noqa: E402

TYPES = ["text", "integer", "decimal", "money", "percent", "date", "choice", "yes_no", "url", "iin", "bin", "bic", "vin"]
WORDS_KK = "әкімдік есеп мерзім ұйым нысан ақпараттық жүйе құжат қызмет өнім сынақ дерек тізбе көлем өлшем бағдарлама".split()
WORDS_RU = "отчёт срок орган форма система документ услуга продукт испытание данные перечень объём единица программа".split()


def check_digit(digits):
    for shift in (0, 2):
        total = sum(int(d) * ((i + shift) % 11 + 1) for i, d in enumerate(digits))
        if total % 11 != 10:
            return str(total % 11)
    return None


def identifier(rng, kind):
    while True:
        if kind == "iin":
            head = f"{rng.randint(0, 99):02}{rng.randint(1, 12):02}{rng.randint(1, 28):02}{rng.randint(1, 6)}{rng.randint(0, 9999):04}"
        else:
            head = f"{rng.randint(0, 26):02}{rng.randint(1, 12):02}{rng.randint(4, 6)}{rng.randint(0, 3)}{rng.randint(0, 99999):05}"
        digit = check_digit(head)
        if digit is not None:
            return head + digit


def good(rng, column):
    kind = column["type"]
    if kind == "text":
        return " ".join(rng.sample(WORDS_KK, 3)) + f" {rng.randint(1, 10**6)}"
    if kind == "integer":
        return rng.choice([rng.randint(0, 10**6), f"{rng.randint(1, 999)} {rng.randint(100, 999)}"])
    if kind in ("decimal", "money", "percent"):
        return rng.choice([rng.randint(0, 9999) / 4, f"{rng.randint(1, 99)}\u00a0{rng.randint(100, 999)},{rng.randint(1, 9)}"])
    if kind == "date":
        return rng.choice([f"{rng.randint(1, 28):02}.{rng.randint(1, 9):02}.2026", f"2026-0{rng.randint(1, 9)}-{rng.randint(10, 28)}"])
    if kind == "choice":
        return rng.choice(column["choices"])[1]
    if kind == "yes_no":
        return rng.choice(["иә", "жоқ", "Да", "нет"])
    if kind == "url":
        return f"https://example{rng.randint(1, 99)}.kz/a?b={rng.randint(1, 99)}"
    if kind == "bic":
        return "".join(rng.choices("ABCDEFGHJK", k=6)) + "KZ"[:0] + rng.choice(["2A", "KA", "XX1A2"])
    if kind == "vin":
        return "".join(rng.choices("ABCDEFGHJKLMNPRSTUVWXYZ0123456789", k=17))
    return identifier(rng, kind)


def bad(rng, column):
    """A wrong value and the code of its finding."""
    kind = column["type"]
    return {
        "text": ("ұ" * 400, "CELL-TEXT-TOO-LONG"), "integer": ("12x34", "CELL-INTEGER"), "decimal": ("1.2.3", "CELL-DECIMAL"),
        "money": ("жүз", "CELL-MONEY"), "percent": ("12,5,1", "CELL-PERCENT"), "date": ("31.02.2026", "CELL-DATE"),
        "choice": ("жоқ нәрсе", "CELL-CHOICE"), "yes_no": ("мүмкін", "CELL-YES-NO"), "url": ("example", "CELL-URL"),
        "iin": ("123", "CELL-IIN"), "bin": ("000000000000", "CELL-BIN"), "bic": ("КZKA", "CELL-BIC"), "vin": ("IOQ", "CELL-VIN"),
    }[kind]


def title(rng, n):
    kk = " ".join(rng.choices(WORDS_KK, k=rng.randint(1, 6))) + f" {n}"
    ru = " ".join(rng.choices(WORDS_RU, k=rng.randint(1, 6))) + f" {n}"
    return f'{{ kk = "{kk}", ru = "{ru}" }}'


def make_form(rng, name):
    count = rng.randint(2, 40)
    kind = rng.choice(["repeat", "grouped", "fixed"]) if count >= 4 else rng.choice(["repeat", "fixed"])
    columns = []
    for i in range(count):
        column = {"id": f"c{i + 1}_{rng.randint(0, 999)}", "number": str(i + 1), "type": rng.choice(TYPES), "required": rng.random() < 0.3}
        if column["type"] == "choice":
            long_list = rng.random() < 0.3
            column["choices"] = [(f"o{k}", f"Таңдау {k} " + "ұзақ атау " * (6 if long_list else 0)) for k in range(rng.randint(2, 12))]
        columns.append(column)
    if kind == "fixed":
        columns[0].update(type="text", required=True)
    form = {"id": name, "kind": kind, "columns": columns, "fixed": []}
    lines = [f'form = "{name}"', 'edition = "2025"', 'period = "month"', "allow_nil = true", 'provenance = "own"', f"title = {title(rng, 'T')}",
             'law = { kk = "Бұйрық", ru = "Приказ" }', "in_force = { from = 2025-01-01 }",
             'continuation = { kk = "Кестенің жалғасы", ru = "Продолжение таблицы" }', "[rows]", f'kind = "{kind}"']
    if kind == "grouped":
        cut = rng.randint(1, count - 2)
        form["head"] = [c["id"] for c in columns[:cut]]
        rest = [c["id"] for c in columns[cut:]]
        middle = rng.randint(1, len(rest))
        form["lists"] = [part for part in (rest[:middle], rest[middle:]) if part]
        lines += [f"head = {form['head']}".replace("'", '"'), f"lists = {form['lists']}".replace("'", '"')]
        columns[0]["required"] = True
    if kind == "fixed":
        for i in range(rng.randint(1, 6)):
            form["fixed"].append(f"Жол {i + 1}")
            lines += ["[[rows.fixed]]", f'id = "r{i + 1}"', f"title = {title(rng, i)}", f'values = {{ {columns[0]["id"]} = "Жол {i + 1}" }}']
    lines += ["[[field]]", 'id = "responsible"', "required = true", 'title = { kk = "Жауапты орындаушы", ru = "Ответственный исполнитель" }']
    depth = rng.randint(1, 4)
    groups = make_groups(rng, columns, depth)
    for group, parent in groups:
        lines += ["[[group]]", f'id = "{group}"', f"title = {title(rng, group)}"] + ([f'parent = "{parent}"'] if parent else [])
    for column in columns:
        lines += ["[[column]]", f'id = "{column["id"]}"', f'number = "{column["number"]}"', f"title = {title(rng, column['number'])}",
                  f'type = "{column["type"]}"', f"width = {rng.randint(6, 30)}"]
        if column.get("group"):
            lines.append(f'group = "{column["group"]}"')
        if column["required"]:
            lines.append("required = true")
        if column["type"] == "text":
            lines.append("max_length = 300")
        if column["type"] == "decimal":
            lines.append("scale = 4")
        if column["type"] == "choice":
            items = ", ".join(f'{{ id = "{i}", title = {{ kk = "{t}", ru = "Выбор {i}" }} }}' for i, t in column["choices"])
            lines.append(f"choices = [{items}]")
    form["rules"] = make_rules(rng, columns, kind)
    for code, column, check in form["rules"]:
        lines += ["[[rule]]", f'code = "{code}"', f'column = "{column["id"]}"', f'check = "{check}"', f'message = {{ kk = "Ереже {code}", ru = "Правило {code}" }}']
    lines += ["[[obligation]]", f'id = "{name}-monthly"', f"title = {title(rng, 'O')}", 'organisations = ["km"]', 'period = "month"',
              "due = { day = 20, months_after = 1 }", 'law = { kk = "Бұйрық 4", ru = "Приказ 4" }']
    return form, "\n".join(lines) + "\n"


def make_groups(rng, columns, depth):
    """Contiguous nested groups over random runs of columns."""
    out = []

    def nest(first, last, level, parent):
        at = first
        while at < last:
            run_length = rng.randint(1, max(1, (last - at + 1) // 2))
            if level < depth and rng.random() < 0.7:
                group = f"g{len(out) + 1}"
                out.append((group, parent))
                for column in columns[at:at + run_length]:
                    column["group"] = group
                nest(at, at + run_length, level + 1, group)
            at += run_length

    if depth > 1:
        nest(0, len(columns), 2, "")
    return out


def make_rules(rng, columns, kind):
    numeric = [c for c in columns if c["type"] in ("integer", "decimal", "money", "percent")]
    rng.shuffle(numeric)
    rules = []
    for n, column in enumerate(numeric[:rng.randint(0, 3)]):
        limit = "900000000" if column["type"] == "integer" else "dec('900000000')"
        rules.append((f"R-{n + 1}", column, f"row.{column['id']} < {limit}"))
    return rules


def fill(rng, form, sheet, first_row, at):
    """Good values; returns {(row, column index)} of the cells filled."""
    rows = len(form["fixed"]) if form["kind"] == "fixed" else rng.randint(1, 6)
    filled = {}
    row = first_row
    for r in range(rows):
        block = rng.randint(1, 3) if form["kind"] == "grouped" else 1
        for line in range(block):
            for i, column in enumerate(form["columns"]):
                is_head = form["kind"] != "grouped" or column["id"] in form["head"]
                if is_head and line > 0:
                    continue
                if form["kind"] == "fixed" and i == 0:
                    filled[(row, i)] = True
                    continue
                value = good(rng, column)
                if form["kind"] == "grouped" and i == 0 and column["type"] == "text":
                    value = f"{value} {row}"
                sheet.cell(row, at[i]).value = value
                filled[(row, i)] = True
            row += 1
        if form["kind"] != "fixed" and rng.random() < 0.2 and form["kind"] != "grouped":
            row += 1  # a blank row between
    return filled


def damage(rng, form, sheet, filled, at):
    """Wrong values in a few cells; the exact findings they must give."""
    expected = set()
    skip = {0} if form["kind"] != "repeat" else set()
    ruled = {column["id"]: code for code, column, _ in form["rules"]}
    cells = [cell for cell in filled if cell[1] not in skip]
    rng.shuffle(cells)
    for row, i in cells[:rng.randint(1, 5)]:
        column = form["columns"][i]
        name = f"{get_column_letter(at[i])}{row}"
        if column["id"] in ruled and rng.random() < 0.5:
            sheet.cell(row, at[i]).value = 999999999
            expected.add((name, ruled[column["id"]]))
        else:
            value, code = bad(rng, column)
            sheet.cell(row, at[i]).value = value
            expected.add((name, code))
    return expected


def one(rng, name, folder):
    workspace = os.path.join(folder, name)
    run("init", workspace, expect=0)
    form, text = make_form(rng, name)
    path = os.path.join(workspace, "forms", f"{name}.2025.toml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    run("forms", "lint", path, expect=0)
    blank = os.path.join(folder, f"{name}.xlsx")
    run("-w", workspace, "blank", name, "--org", "km", "--period", "2026-10", "-o", blank, expect=0)
    book = openpyxl.load_workbook(blank)
    sheet = book.worksheets[0]
    numbers_at, at = number_row(sheet, [c["number"] for c in form["columns"]])
    beside(sheet, "Жауапты орындаушы", numbers_at).value = "Сынақ Сынақов"
    filled = fill(rng, form, sheet, numbers_at + 1, at)
    good_file = os.path.join(folder, f"{name}-good.xlsx")
    book.save(good_file)
    result = run("-w", workspace, "check", good_file, "--json")
    assert result.json()["findings"] == [], (name, result.out)
    expected = damage(rng, form, sheet, filled, at)
    bad_file = os.path.join(folder, f"{name}-bad.xlsx")
    book.save(bad_file)
    found = run("-w", workspace, "check", bad_file, "--json", expect=1).json()["findings"]
    assert {(f["cell"], f["code"]) for f in found} == expected, (name, sorted(expected), found)
    run("-w", workspace, "submit", bad_file, "--received", "2026-11-10", expect=1)
    receipt = run("-w", workspace, "submit", good_file, "--received", "2026-11-11T10:00", "--json", expect=0).json()["submissions"][0]
    assert receipt["revision"] == 1 and receipt["timeliness"] == "on_time" and receipt["state"] == "received", receipt
    status = run("-w", workspace, "status", name, "--period", "2026-10", "--json", expect=0).json()["status"]
    assert len(status) == 1 and status[0]["revision"] == 1, status
    for output in ("pdf", "xlsx", "html", "json", "csv"):
        target = os.path.join(folder, f"{name}-paper.{output}")
        run("-w", workspace, "render", name, receipt["submission"], "--to", output, "-o", target, expect=0)
        assert os.path.getsize(target) > 100, (name, output)
    paper = openpyxl.load_workbook(os.path.join(folder, f"{name}-paper.xlsx")).worksheets[0]
    number_row(paper, [c["number"] for c in form["columns"]])
    shutil.rmtree(workspace)


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with tempfile.TemporaryDirectory() as folder:
        for n in range(count):
            one(random.Random(seed * 100000 + n), f"form-{seed}-{n}", folder)
    print(f"{count} random forms went the whole way")


main()
