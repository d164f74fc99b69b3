#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A code names one content: when the register learns that a report was late, withdrawn or corrected, the papers that say so have other codes, and the
earlier ones stay known. usage: paper_codes.py SOURCE_DIR"""
import os
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from upkeep_office import FORM, SAMPLES, SOURCE, TWO, Office  # noqa: E402

CODE = re.compile(r"[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}")


class Papers:
    """The report's paper and its receipt, printed again and again; what stands under each code."""

    def __init__(self, office):
        self.office = office
        self.told = {}
        self.files = {}

    def print(self, number):
        codes = []
        for kind in (FORM, "receipt"):
            for lang in ("kk", "ru"):
                file = f"{self.office.folder}/printed-{len(self.files)}.html"
                self.office.esep("--paper-lang", lang, "render", kind, number, "--to", "html", "-o", file, expect=0)
                with open(file, encoding="utf-8") as written:
                    text = written.read()
                found = set(CODE.findall(text))
                assert len(found) == 1, found
                code = found.pop()
                assert self.told.setdefault(code, text) == text, (code, "names two papers")
                self.files[file] = code
                codes.append(code)
        return codes


def later_entries(office):
    """A list and a letter of an earlier day say that they take in what was entered after it."""
    said = "Учтены и записи, внесённые в реестр после 20.11.2026 (последняя – 26.11.2026)."
    for today, wanted in (("2026-11-20", True), ("2026-11-26", False)):
        paper, letters = f"{office.folder}/due-{today}.html", f"{office.folder}/letters-{today}"
        office.esep("--paper-lang", "ru", "due", "--from", "2026-11-01", "--to", "2026-12-31", "-o", paper, today=today, expect=0)
        with open(paper, encoding="utf-8") as file:
            assert (said in file.read()) == wanted, paper
        office.esep("--paper-lang", "ru", "remind", FORM, "--period", "2026-10", "--to", "pdf", "-o", letters, today=today, expect=0)
        letter = next(name for name in sorted(os.listdir(letters)) if name.endswith("_ru.pdf"))
        text = subprocess.run(["pdftotext", "-raw", f"{letters}/{letter}", "-"], capture_output=True, check=True).stdout.decode()
        assert (said in " ".join(text.split())) == wanted, text


def main():
    with tempfile.TemporaryDirectory() as folder:
        office = Office(folder)
        later_entries(office)
        papers = Papers(office)
        late = f"{folder}/late.xlsx"
        subprocess.run([sys.executable, f"{SAMPLES}/fill.py", f"{SOURCE}/forms/{FORM}.2025-06.toml", TWO, f"{folder}/blank-G-001.xlsx", late,
                        "--set", "compiled_on=05.11.2026", "--set", "user_count[1]=99"], check=True)
        third = office.esep("submit", late, "--received", "2026-11-25T10:00", "--json", expect=0).json()["submissions"][0]
        assert (third["submission"], third["timeliness"]) == ("S-000004", "on_time"), third
        first = papers.print("S-000004")
        assert papers.print("S-000004") == first
        for earlier in ("S-000002", "S-000001"):
            office.esep("withdraw", earlier, "--reason", "a mistake", expect=0)
        assert office.esep("show", "S-000004", "--json", expect=0).json()["submissions"][0]["timeliness"] == "late"
        second = papers.print("S-000004")
        assert not set(first) & set(second), (first, second)
        papers.print("S-000002")
        office.esep("withdraw", "S-000004", "--reason", "a mistake", expect=0)
        third = papers.print("S-000004")
        assert not (set(first) | set(second)) & set(third), third
        for file, code in papers.files.items():
            known = office.esep("verify", "--json", file, code, expect=0).json()["files"]
            assert [one["verdict"] for one in known] == ["unaltered", "code"], (file, known)
            kind = known[0]["kinds"][0].split()[0]
            if kind == "receipt":
                assert office.damage("--receipt", file, expect=0) == [], file
    print(f"{len(papers.told)} codes, each of one paper")


if __name__ == "__main__":
    main()
