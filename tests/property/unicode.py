#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Random text over all of Unicode in every text cell of every form: intake names it at its cell, or every paper prints it and gives it back whole
and in order. usage: unicode.py SOURCE_DIR [ROUNDS]"""
import glob
import html
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import tomllib
import unicodedata

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import openpyxl  # noqa: E402
from esep_cli import run  # noqa: E402

SOURCE = sys.argv[1]
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 60
DICE = random.Random(20261129)
NAMES = {"CELL-CHARACTER", "CELL-SCRIPT", "CELL-LETTERS-LOST"}
FORM = "tied-grant-usage"
GRANTS = {"G-001": "km", "G-002": "oam", "G-003": "dsm", "G-004": "KZ-71"}
DAY = ["--received", "2026-11-18T16:05", "--today", "2026-11-18"]
# Half of the characters come from where people's texts come from, the others from anywhere.
USUAL = [(0x20, 0x7E), (0xA0, 0x17F), (0x400, 0x52F), (0x2010, 0x205E), (0x20A0, 0x20BF), (0x2100, 0x23FF), (0x2500, 0x27BF)]
RARE = [(0x300, 0x36F), (0x370, 0x3FF), (0x530, 0x6FF), (0x900, 0x97F), (0xE00, 0xEFF), (0x1E00, 0x1FFF), (0x2000, 0x206F), (0x2C60, 0x2DFF),
        (0x4E00, 0x4EFF), (0xA640, 0xA7FF), (0xE000, 0xF8FF), (0xFB00, 0xFFFF), (0x1F300, 0x1FAFF), (0xA0, 0x10FFFF)]


def character():
    while True:
        low, high = DICE.choice(USUAL if DICE.random() < 0.5 else RARE)
        one = chr(DICE.randint(low, high))
        if not 0xD800 <= ord(one) <= 0xDFFF:
            return one


def text():
    one = DICE.random() < 0.5  # a single odd character among usual ones, or all odd
    middle = character() if one else "".join(character() for _ in range(DICE.randint(2, 9)))
    return DICE.choice(["Жүйе ", "ә", "Ұлы "]) + middle + DICE.choice([" сөз", "ж", " тізімі"])


def letters(said):
    """What a reader sees: without blanks and what has no shape, each letter in one way."""
    plain = unicodedata.normalize("NFKC", said)  # a letter may come back in parts or joined with a mark
    return "".join(c for c in plain if not c.isspace() and unicodedata.category(c) not in ("Cf", "Cc") and not 0xFE00 <= ord(c) <= 0xFE0F
                   and not 0xE0000 <= ord(c) <= 0xE0FFF and not 0xFFF0 <= ord(c) <= 0xFFF8  # ignorable even where nothing is assigned yet
                   and c not in "\u034f\u2065\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0")


def is_text(spec):
    return spec.get("type", "text") == "text" and not any(spec.get(key) for key in ("pattern", "multiple", "source", "from"))


class Form:
    def __init__(self, path):
        with open(path, "rb") as file:
            self.data = tomllib.load(file)
        examples = [e for e in self.data.get("example", []) if e.get("rows") and not e.get("findings")]
        self.rows, self.fields = (examples[0]["rows"], examples[0].get("fields", {})) if examples else ([], {})
        self.texts = {c["id"] for c in self.data["column"] + self.data.get("field", []) if is_text(c)}

    def report(self, texts, **key):
        rows, fields = [dict(row) for row in self.rows], dict(self.fields)
        for (line, column), said in texts.items():
            (fields if line < self.first_line() else rows[line - self.first_line()])[column] = said
        return {"form": self.data["form"], "edition": self.data["edition"], **key, "fields": fields, "rows": rows}

    def cells(self):
        """(row of a finding, column or field) of those that the example fills in: each field is a row, then come a heading and the table."""
        fields = [(line, field) for line, field in enumerate(self.fields, 1) if field in self.texts]
        return fields + [(line, column) for line, one in enumerate(self.rows, self.first_line()) for column in one if column in self.texts]

    def first_line(self):
        return len(self.fields) + 2


def named(ws, paths, *words):
    """For each file the cells with a finding about characters."""
    found = {path: set() for path in paths}
    for finding in run("-w", ws, "check", *paths, "--json", *words, *DAY).json()["findings"]:
        if finding["code"] in NAMES:
            found[finding["file"]].add((finding["row"], finding["column"]))
    return found


def write(path, data):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(data, file, ensure_ascii=False)


def save(form, reports):
    for path, texts in reports.items():
        grant = os.path.basename(path).split(".")[0]
        write(path, form.report(texts, organisation=GRANTS[grant], subject=grant, period="2026-10"))


def check_every_form(ws, folder, forms):
    """Each character that does not print is named at its cell, whatever the form."""
    tried = 0
    for form in forms:
        cells = form.cells()
        if not cells or form.data.get("formed"):
            continue
        path = f"{folder}/{form.data['form']}.json"
        texts = {cell: f"Жүйе {DICE.choice('👍中س')}" for cell in cells}
        write(path, form.report(texts))
        found = named(ws, [path], "--org", "km" if form.data["form"].startswith("tied") else "KZ-11")[path]
        assert set(cells) <= found, (form.data["form"], sorted(set(cells) - found))
        tried += len(cells)
    return tried


def papers(ws, folder, number, texts, every):
    outputs = {"pdf": lambda p: subprocess.run(["pdftotext", "-raw", p, "-"], capture_output=True, check=True).stdout.decode()}
    if every:
        outputs["html"] = lambda p: html.unescape(re.sub(r"<[^>]*>", "", open(p, encoding="utf-8").read()))
        outputs["json"] = lambda p: "\n".join(strings(json.load(open(p, encoding="utf-8"))))
        outputs["xlsx"] = lambda p: "\n".join(str(c.value) for s in openpyxl.load_workbook(p) for row in s.iter_rows() for c in row if c.value)
    for to, read in outputs.items():
        paper = f"{folder}/paper.{to}"
        made = run("-w", ws, "--today", "2026-11-18", "--paper-lang", DICE.choice(["kk", "ru"]), "render", FORM, number, "--to", to, "-o", paper, expect=0)
        assert "□" not in made.err, made.err
        said = letters(read(paper))
        for cell, one in texts.items():
            assert letters(one) in said, f"{to}: {cell}: {one!r} {[hex(ord(c)) for c in one]}"


def strings(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from strings(one)
    elif isinstance(value, str):
        yield value


def main():
    forms = [Form(path) for path in sorted(glob.glob(f"{SOURCE}/forms/*.toml")) if not path.endswith(".wording.toml")]
    usage = next(form for form in forms if form.data["form"] == FORM)
    with tempfile.TemporaryDirectory() as folder:
        ws = f"{folder}/ws"
        run("--today", "2026-11-01", "init", ws, expect=0)
        run("-w", ws, "import", "grants", f"{SOURCE}/tests/samples/tied-grants/grants.csv", expect=0)
        cells = check_every_form(ws, folder, forms)
        kept = refused = 0
        for n in range(0, ROUNDS, len(GRANTS)):
            reports = {f"{folder}/{grant}.json": {cell: text() for cell in usage.cells()} for grant in GRANTS}
            save(usage, reports)
            for path, cells_named in named(ws, reports).items():
                for cell in cells_named:
                    reports[path][cell] = f"Ақпараттық жүйе туралы {cell[0]}"
                refused += len(cells_named)
                kept += len(reports[path]) - len(cells_named)
            save(usage, reports)
            answer = run("-w", ws, "submit", *reports, "--json", *DAY, expect=0).json()
            for i, (one, texts) in enumerate(zip(answer["submissions"], reports.values(), strict=True)):
                papers(ws, folder, one["submission"], texts, i == 0 and n % 8 == 0)
    assert kept > ROUNDS and refused > ROUNDS, (kept, refused)
    print(f"{cells} cells of all forms name what does not print; of {kept + refused} random texts {refused} named, {kept} printed whole")


main()
