#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""LibreOffice prints the papers that are written as DOCX with every word of them, in the page that they ask for. usage: docx_pdf.py SOURCE_DIR"""
import os
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import libre_office  # noqa: E402
from upkeep_office import FORM, Office, assess_and_recommend  # noqa: E402
from word_text import paragraphs  # noqa: E402

WIDE = {"report.docx": True, "receipt.docx": False, "letter.docx": False}


def letters(text):
    """All but spaces and the hyphens at which lines may end, in any order."""
    return sorted("".join(text.split()).replace("\u00ad", "").replace("-", "").replace("‐", ""))


def check(path, pdf, landscape):
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True).stdout.decode()
    pages = text.count("\f")
    words = set(text.split())
    missing = [word for one in paragraphs(path)[0] for word in one.split() if word not in words and len(word) < 12 and word.isalpha()]
    assert len(missing) <= len(words) // 50, missing  # narrow cells part a few words
    wanted, shown = letters(" ".join(paragraphs(path)[0])), letters(text)
    for letter in set(wanted):
        assert shown.count(letter) >= wanted.count(letter), (path, letter)
    for page in (1, pages):
        assert re.search(rf"\b{page}\s?/\s?{pages}\b", text), (path, text[-300:])
    size = subprocess.run(["pdfinfo", pdf], capture_output=True, check=True).stdout.decode()
    width, height = (float(n) for n in size.split("Page size:")[1].split("pts")[0].split("x"))
    assert landscape is None or (width > height) == landscape, size


def main():
    libre_office.need()
    if subprocess.run(["sh", "-c", "ls /usr/lib/libreoffice/program/libswlo.so"], capture_output=True).returncode != 0:
        print("LibreOffice Writer is not installed: not run", file=sys.stderr)
        sys.exit(libre_office.SKIPPED)
    with tempfile.TemporaryDirectory() as folder:
        office = Office(folder)
        assess_and_recommend(office, "Құжатты түзетіңіз")
        papers = {"report": ["render", FORM, "S-000002"], "receipt": ["render", "receipt", "S-000002"],
                  "letter": ["render", "recommendations", "S-000002"], "summary": ["summary", "roadmap", "--period", "2026-H1"]}
        for name, words in papers.items():
            office.esep("--paper-lang", "kk", *words, "-o", f"{folder}/{name}.docx", expect=0)
        paths = [f"{folder}/{name}.docx" for name in papers]
        for path, pdf in zip(paths, libre_office.convert(paths, "pdf", f"{folder}/pdf")):
            check(path, pdf, WIDE.get(os.path.basename(path)))


main()
