#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Papers as printed: every word on its page, no word upon another, the official column numbers above the rows of every page that has
rows, each column on paper, the key column in every block. usage: word_in_cell.py SOURCE_DIR"""
import html
import os
import re
import subprocess
import sys
import tempfile
import tomllib

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import openpyxl  # noqa: E402
from esep_cli import run  # noqa: E402
from short_checks import shorten  # noqa: E402

SOURCE = sys.argv[1]
FORM = "tied-grant-usage"
WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.S)
HAIR = 0.6  # points


def pages(path):
    done = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, check=True)
    for width, height, body in PAGE.findall(done.stdout.decode()):
        words = [(*map(float, found[:4]), html.unescape(found[4])) for found in WORD.findall(body)]
        yield float(width), float(height), words


def letters(word):
    """The box of the letters: a font's own box reaches into the lines above and below."""
    left, top, right, bottom, _ = word
    height = bottom - top
    return left, top + 0.32 * height, right, bottom - 0.28 * height


def beyond(path):
    """Letters that are drawn and cannot be seen: pdftotext leaves out what lies beyond the page, so the page is widened."""
    def letters_of(pdf):
        return len(re.sub(r"\s", "", subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, check=True).stdout.decode()))
    wide = path + ".wide.pdf"
    plain = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", path, "-"], capture_output=True, check=True).stdout
    plain, pages_widened = re.subn(rb"(/MediaBox \[)[^]]*\]", rb"\1 -2000 -2000 4000 4000 ]", plain)
    assert pages_widened, f"{path} has no pages"
    with open(wide, "wb") as file:
        file.write(plain)
    return letters_of(wide) - letters_of(path)


def check_words(path):
    count = 0
    assert beyond(path) == 0, f"{os.path.basename(path)}: {beyond(path)} letters are drawn beyond the page"
    for number, (width, height, words) in enumerate(pages(path), 1):
        where = f"{os.path.basename(path)}, page {number}"
        assert words, f"{where} is empty"
        boxes = sorted((letters(word), word[4]) for word in words)
        for i, ((left, top, right, bottom), text) in enumerate(boxes):
            assert -HAIR <= left and right <= width + HAIR and 0 <= top and bottom <= height, f"{where}: {text!r} leaves the page"
            for (other_left, other_top, other_right, other_bottom), other in boxes[i + 1:]:
                if other_left > right - HAIR:
                    break
                assert min(bottom, other_bottom) - max(top, other_top) <= HAIR, f"{where}: {text!r} stands on {other!r}"
        count += len(words)
    return count


def number_rows(words, numbers):
    """Rows of nothing but official numbers, from left to right and in their order."""
    lines = {}
    for left, top, _, _, text in words:
        lines.setdefault(round(top), []).append((left, text))
    for line in lines.values():
        texts = [text for _, text in sorted(line)]
        if len(texts) > 1 and all(text in numbers for text in texts) and texts == sorted(texts, key=numbers.index):
            yield texts


def check_numbers(path, numbers, keys):
    """The page of signatures alone has no rows and needs no numbers."""
    seen = []
    for number, (_, _, words) in enumerate(pages(path), 1):
        rows = list(number_rows(words, numbers))
        if number == 2:  # a first row too tall to stand under the heading takes the table's head to the next page
            assert rows or seen, f"{os.path.basename(path)}: no column numbers on the first two pages"
        for row in rows:
            seen.append(row)
            assert keys[0] in row, f"{os.path.basename(path)}, page {number}: {row} without the key column {keys[0]}"
    blocks = {tuple(row) for row in seen}
    shown = [number for block in blocks for number in block]
    for number in numbers:
        times = len(blocks) if number in keys and shown.count(number) > 1 else 1
        assert shown.count(number) == times, f"{os.path.basename(path)}: column {number} stands in {shown.count(number)} blocks"
    return len(blocks)


def whole_headings(path, form, lang):
    """No word of an official heading is cut."""
    shown = {word[4] for _, _, words in pages(path) for word in words}
    for title in (c["title"][lang] for c in form["column"]):
        cut = [word for word in title.replace("/", " ").split() if word not in shown and not any(word in one for one in shown)]
        assert not cut, f"{os.path.basename(path)}: {cut} of {title!r}"


def unbroken(path):
    """No cell of a printed workbook reaches over the edge of a page, and none of the first columns over those that each page repeats."""
    sheet = openpyxl.load_workbook(path).worksheets[0]
    edges = [one.id for one in sheet.col_breaks.brk]
    repeated = openpyxl.utils.column_index_from_string(sheet.print_title_cols.split(":")[1].strip("$"))
    assert edges, path
    for area in sheet.merged_cells.ranges:
        assert not any(area.min_col <= edge < area.max_col for edge in edges), f"{area} is cut by {edges}"
        if area.min_col <= repeated < area.max_col:  # the title and the lines above it, which stand on the first page alone
            assert area.min_row < 10, area
    return edges


def samples(at, folder):
    """A report of 35 products and a nil report: few pages, none of them with a signature or a code alone."""
    checked = 0
    for name, most in (("big", 9), ("nil", 1)):
        answer = run(*at, "submit", f"{SOURCE}/tests/samples/faults/{name}.xlsx", "--received", "2026-11-18T16:05", "--json", expect=0).json()
        for lang in ("kk", "ru"):
            paper = f"{folder}/{name}-{lang}.pdf"
            run(*at, "--paper-lang", lang, "render", FORM, answer["submissions"][0]["submission"], "--to", "pdf", "-o", paper, expect=0)
            checked += check_words(paper)
            sheets = list(pages(paper))
            assert len(sheets) <= most, f"{name}-{lang}: {len(sheets)} pages"
            assert len(sheets[-1][2]) > 60, f"{name}-{lang}: the last page has {len(sheets[-1][2])} words"
    return checked


def fill(folder, blank, out, example, *sets):
    subprocess.run([sys.executable, f"{SOURCE}/tests/samples/tied-grants/fill.py", f"{SOURCE}/forms/{FORM}.2025-06.toml", example, blank, out,
                    *(word for one in sets for word in ("--set", one))], check=True, cwd=folder)


def main():
    with open(f"{SOURCE}/forms/{FORM}.2025-06.toml", "rb") as file:
        form = tomllib.load(file)
    numbers = [column["number"] for column in form["column"]]
    keys = [column["number"] for column in form["column"] if column.get("key")]
    example = "two systems with lists of different lengths"
    # A text of many words, one word longer than any cell, and a cell taller than a page.
    texts = [c for c in form["column"] if c.get("type", "text") == "text" and not c.get("pattern") and not c.get("multiple")]
    first = next(e for e in form["example"] if e["name"] == example)["rows"][0]
    filled = [c["id"] for c in texts if c["id"] in first]
    hard = [f"{filled[0]}[1]=" + "Мемлекеттік ақпараттық жүйе " * 8, f"{filled[1]}[1]=" + "Қостанай" * 14]
    tall = [f"{filled[-1]}[1]=" + "Бағдарламалық қамтылым және оның құжаттамасы. " * 42]
    with tempfile.TemporaryDirectory() as folder:
        ws = f"{folder}/ws"
        run("--as", "tester", "--today", "2026-11-01", "init", ws, expect=0)
        at = ("-w", ws, "--as", "tester", "--today", "2026-11-26")
        run(*at, "import", "grants", f"{SOURCE}/tests/samples/tied-grants/grants.csv", expect=0)
        checked = 0
        for org, grant, sets in (("km", "G-001", []), ("oam", "G-002", hard), ("dsm", "G-003", tall)):
            blank, report = f"{folder}/blank.xlsx", f"{folder}/{org}.xlsx"
            run(*at, "blank", FORM, "--org", org, "--subject", grant, "--period", "2026-10", "-o", blank, expect=0)
            shorten(blank)
            unbroken(blank)
            fill(folder, blank, report, example, "compiled_on=05.11.2026", *sets)
            run(*at, "submit", report, "--received", "2026-11-18T16:05", expect=0)
            for lang in ("kk", "ru"):
                paper = f"{folder}/{org}-{lang}.pdf"
                run(*at, "--paper-lang", lang, "render", FORM, "--org", org, "--subject", grant, "--period", "2026-10", "--to", "pdf", "-o", paper, expect=0)
                checked += check_words(paper)
                assert check_numbers(paper, numbers, keys) > 1
                whole_headings(paper, form, lang)
        for lang in ("kk", "ru"):
            paper = f"{folder}/status-{lang}.pdf"
            run(*at, "--paper-lang", lang, "status", FORM, "--period", "2026-10", "--to", "pdf", "-o", paper)
            checked += check_words(paper)
            paper = f"{folder}/receipt-{lang}.pdf"
            run(*at, "--paper-lang", lang, "render", "receipt", "S-000001", "--to", "pdf", "-o", paper, expect=0)
            checked += check_words(paper)
        checked += samples(at, folder)
    print(f"{checked} words, each where it belongs")


main()
