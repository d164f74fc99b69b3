#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The summary of docs/summaries.md as it stands there, over the form of docs/add_a_form.md: every figure of the text, the table, the chart and the matrix
computed again from what was handed in, with fractions. And the same summary without the type of a decimal is refused by lint and by `summary`.
usage: summary_example.py SOURCE_DIR"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import run  # noqa: E402

SOURCE = sys.argv[1]
TODAY = "2026-07-09"
# Region and month: people by place. Thirds and sevenths, a half that is rounded away from zero (5.25), a region that is silent in May.
VISITS = {("KZ-10", "2026-05"): [1, 2, 4], ("KZ-10", "2026-06"): [10, 1], ("KZ-11", "2026-06"): [3, 3, 3, 12],
          ("KZ-15", "2026-05"): [1, 1, 1, 1, 1, 1, 2], ("KZ-15", "2026-06"): [1000, 2000]}


def page():
    with open(f"{SOURCE}/docs/summaries.md", encoding="utf-8") as file:
        return file.read()


def example():
    return re.search(r"```toml\n(summary = \"club-visits\".*?)```", page(), re.S)[1]


def commands():
    return re.search(r"## A small summary.*?```sh\n(.*?)```", page(), re.S)[1]


def rounded(value):
    """To one place, half away from zero, as people write it: 1 234,5. First to four places, as every decimal is kept."""
    kept = Decimal(0)
    for places in ("0.0001", "0.1"):
        exact = value if isinstance(value, Fraction) else Fraction(kept)
        kept = (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(Decimal(places), ROUND_HALF_UP)
        value = None
    whole, part = str(kept).split(".")
    return f"{int(whole):,}".replace(",", "\u00a0") + "," + part


def average(lists):
    return rounded(Fraction(sum(map(sum, lists)), sum(map(len, lists))))


def office(folder):
    ws = f"{folder}/ws"
    run("init", ws, expect=0)
    run("--today", TODAY, "forms", "new", "club-visits", "-o", f"{folder}/club-visits.2026-01.toml", expect=0)
    shutil.copy(f"{folder}/club-visits.2026-01.toml", f"{ws}/forms/")
    for (region, month), people in VISITS.items():
        path = f"{folder}/{region}-{month}.csv"
        with open(path, "w", encoding="utf-8") as file:
            file.write("1;2\n" + "".join(f"Орын {n};{count}\n" for n, count in enumerate(people, 1)))
        run("-w", ws, "--today", TODAY, "submit", path, "--form", "club-visits", "--org", region, "--period", month, expect=0)
    return ws


def follow_the_page(folder, text):
    esep = f"{folder}/bin/esep"  # as the reader has it: on the PATH, on a day of the page
    os.makedirs(os.path.dirname(esep), exist_ok=True)
    with open(esep, "w", encoding="utf-8") as file:
        file.write(f'#!/bin/sh\nexec "{os.environ["ESEP"]}" --today {TODAY} "$@"\n')
    os.chmod(esep, 0o755)
    os.makedirs(f"{folder}/ws/data/summaries", exist_ok=True)
    with open(f"{folder}/club-visits.toml", "w", encoding="utf-8") as file:
        file.write(text)
    return subprocess.run(["bash", "-e", "-c", commands()], cwd=folder, env={**os.environ, "PATH": f"{folder}/bin:{os.environ['PATH']}"}, capture_output=True,
                          text=True)


def texts(html):
    """The cells of each table, and the paragraphs, as a reader sees them."""
    plain = lambda piece: re.sub(r"\s*\n\s*", " ", re.sub(r"<[^>]+>", "", piece)).strip()  # noqa: E731
    tables = [[[plain(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)] for row in re.findall(r"<tr[^>]*>(.*?)</tr>", table, re.S)]
              for table in re.findall(r"<table[^>]*>(.*?)</table>", html, re.S)]
    return tables, [plain(one) for one in re.findall(r"<p(?: [^>]*)?>(.*?)</p>", html, re.S)]


def figures(ws):
    june = {region: people for (region, month), people in VISITS.items() if month == "2026-06"}
    done = run("-w", ws, "--today", TODAY, "summary", "club-visits", "--period", "2026-06", "--since", "2026-05", "--to", "html", "-o", "-", expect=0)
    tables, paragraphs = texts(done.out)
    total = sum(map(sum, june.values()))
    places = sum(map(len, june.values()))
    shown = f"{total:,}".replace(",", "\u00a0")
    wanted = f"{places} орынға {shown} адам келді, бір орынға орта есеппен {average(june.values())}."
    assert any(wanted in one for one in paragraphs), (wanted, paragraphs)
    table = next(t for t in tables if t[0][:3] == ["Өңір", "Адам", "Бір орынға"])
    rows = [row[1:3] for row in table[1:]]
    by_region = [[f"{sum(june[region]):,}".replace(",", "\u00a0"), average([june[region]])] for region in june]
    assert sorted(rows[:-1]) == sorted(by_region) and rows[-1] == [shown, average(june.values())], (rows, by_region)
    matrix = next(t for t in tables if t[0][0] == "Бір орынға, айлар бойынша")
    assert matrix[0][1:3] == ["2026-05", "2026-06"], matrix[0]
    cells = [[average([VISITS[region, month]]) if (region, month) in VISITS else "" for month in ("2026-05", "2026-06")] for region in sorted(june)]
    assert [row[1:3] for row in matrix[1:]] == cells, (matrix, cells)
    figure = re.search(r"<figure.*?</figure>", done.out, re.S)[0]
    for region in june:  # all figures of a chart have as many decimals
        assert f">{average([june[region]])}<" in figure, average([june[region]])
    book = f"{ws}/clubs.xlsx"
    run("-w", ws, "--today", TODAY, "summary", "club-visits", "--period", "2026-06", "--since", "2026-05", "-o", book, expect=0)
    import openpyxl  # in a workbook the cells are numbers
    numbers = [cell.value for sheet in openpyxl.load_workbook(book).worksheets for row in sheet.iter_rows() for cell in row if isinstance(cell.value, float)]
    assert 5.3 in numbers and 5.25 not in numbers and not any(value > 10000 for value in numbers), numbers


def without_types(folder):
    """Each of the four types, taken away alone, is missed at its block; and no paper is written."""
    text = example()
    for block, taken in ((1, ', { id = "average", type = "decimal", scale = 1 }]\nquery'), (2, ', type = "decimal", scale = 1 },\n]'),
                         (3, 'column = [{ id = "average", type = "decimal", scale = 1 }]\nquery = """\nSELECT body.title AS title, average'),
                         (4, 'column = [{ id = "value", type = "decimal", scale = 1, width = 10 }]\n')):
        left = {1: "]\nquery", 2: " },\n]", 3: 'query = """\nSELECT body.title AS title, average', 4: ""}[block]
        assert taken in text, taken
        wrong = text.replace(taken, left, 1)
        with open(f"{folder}/ws/data/summaries/club-visits.toml", "w", encoding="utf-8") as file:
            file.write(wrong)
        for words in (("forms", "lint", f"{folder}/ws/data/summaries/club-visits.toml"),
                      ("summary", "club-visits", "--period", "2026-06", "-o", f"{folder}/wrong{block}.pdf")):
            done = run("-w", f"{folder}/ws", "--today", TODAY, *words)
            assert done.code == (1 if words[0] == "forms" else 2), (done.code, done.err)
            assert re.findall(r"error ([A-Z-]+): (club-visits/1\.\d)", done.err) == [("SUMMARY-UNTYPED", f"club-visits/1.{block}")], done.err
        assert not os.path.exists(f"{folder}/wrong{block}.pdf")


def main():
    with tempfile.TemporaryDirectory() as folder:
        ws = office(folder)
        done = follow_the_page(folder, example())
        assert done.returncode == 0, done.stdout + done.stderr
        assert os.path.getsize(f"{folder}/clubs.pdf") > 1000
        figures(ws)
        without_types(folder)
    print("the summary of the page works as it stands there, figure for figure")


main()
