#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Official phrases stand letter for letter, in order, in XLSX cells, PDF text and HTML, blank and filled.

usage: wording.py [--in-order] PHRASES.txt FILE... ; a phrase a line, # comments, `@pdf` before what only paginated papers print. White space is
folded: layout breaks lines, and with --in-order left out, since narrow columns break words. Then each phrase also stands behind the one before."""
import html
import re
import subprocess
import sys

import openpyxl


def text_of(path):
    if path.endswith(".xlsx"):
        book = openpyxl.load_workbook(path)
        return [str(c.value) for sheet in book for row in sheet.iter_rows() for c in row if c.value is not None]
    if path.endswith(".pdf"):
        raw = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode()
        return [raw]
    with open(path, encoding="utf-8") as file:
        return [html.unescape(t) for t in re.findall(r">([^<]+)<", file.read())]


def fold(text):
    return re.sub(r"\s+", " ", re.sub(r"-\n", "-", text)).strip()  # a line may end at a hyphen of the text


def pattern(phrase, path):
    """A line of a page may end at a hyphen of the phrase."""
    exact = re.escape(phrase)
    return re.compile(exact.replace(r"\-", "- ?") if path.endswith(".pdf") else exact)


def missing_in(path, phrases, in_order):
    whole = " ".join(fold(t) for t in text_of(path))
    if in_order:
        whole = whole.replace(" ", "")
    out, at = [], 0
    for phrase in phrases:
        if phrase.startswith("@pdf "):
            phrase = phrase[5:]
            if not path.endswith(".pdf"):
                continue
        found = pattern(phrase.replace(" ", "") if in_order else phrase, path).search(whole, at)
        if found is None:
            out.append(phrase)
        elif in_order:
            at = found.end()
    return out


def main():
    in_order = sys.argv[1] == "--in-order"
    listed, *paths = sys.argv[1 + in_order:]
    with open(listed, encoding="utf-8") as file:
        phrases = [fold(line) for line in file if line.strip() and not line.startswith("#")]
    assert phrases, "no phrases"
    missing = 0
    for path in paths:
        for phrase in missing_in(path, phrases, in_order):
            missing += 1
            print(f"{path}: {phrase!r} is missing" + (" here" if in_order else ""))
    print(f"{len(phrases)} phrases in {len(paths)} files, {missing} missing")
    sys.exit(1 if missing else 0)


main()
