# SPDX-License-Identifier: MIT
"""A register with reports of every kind and papers, and ways to look into it and into files; the source folder is the first word of the call."""
import contextlib
import sqlite3
import subprocess
import sys
import zipfile

from esep_cli import run

SOURCE = sys.argv[1]
FORM = "tied-grant-usage"
SAMPLES = f"{SOURCE}/tests/samples/tied-grants"
TWO = "two systems with lists of different lengths"
ANSWERS = """[[answer]]
item = "UR-01"
answer = "partly"
comment = "Акт жоқ"
"""


def assess_and_recommend(office, said):
    """S-000002 opened for review, assessed in part, with one recommendation."""
    with open(f"{office.folder}/answers.toml", "w", encoding="utf-8") as file:
        file.write(ANSWERS)
    for user, *words in (("registrar", "review", "open", "S-000002", "--to", "rev"),
                         ("rev", "assess", "S-000002", "--checklist", "unified-requirements", "--answers", f"{office.folder}/answers.toml"),
                         ("rev", "recommend", "S-000002", "--text", said, "--due", "2026-12-20", "--item", "UR-12")):
        office.esep(*words, user=user, expect=0)


class Office:
    """A workspace with an accepted report of two revisions, a rejected one and papers."""

    def __init__(self, folder):
        self.folder = folder
        self.ws = f"{folder}/ws"
        run("--as", "registrar", "--today", "2026-11-01", "init", self.ws, expect=0)
        self.esep("import", "grants", f"{SAMPLES}/grants.csv", expect=0)
        self.receipts = []
        for name, subject, org, example, change, code in (
                ("first", "G-001", "km", TWO, "user_count[1]=10", 0), ("second", "G-001", "km", TWO, "user_count[1]=12650", 0),
                ("wrong", "G-003", "dsm", "cells that cannot be read as what they should be", "compiled_on=05.11.2026", 1)):
            blank, filled = f"{folder}/blank-{subject}.xlsx", f"{folder}/{name}.xlsx"
            self.esep("blank", FORM, "--org", org, "--subject", subject, "--period", "2026-10", "-o", blank, expect=0)
            subprocess.run([sys.executable, f"{SAMPLES}/fill.py", f"{SOURCE}/forms/{FORM}.2025-06.toml", example, blank, filled,
                            "--set", "compiled_on=05.11.2026", "--set", change], check=True)
            self.receipts.append(self.esep("submit", filled, "--received", "2026-11-18T16:05", "--json", expect=code).out)
        for to in ("pdf", "xlsx", "html", "json"):
            self.esep("render", FORM, "S-000002", "--to", to, "-o", f"{folder}/paper.{to}", expect=0)
        for to in ("json", "html", "pdf"):
            self.esep("render", "receipt", "S-000002", "--to", to, "-o", f"{folder}/receipt.{to}", expect=0)

    def esep(self, *words, ws=None, user="registrar", today="2026-11-26", expect=None):
        return run("-w", ws or self.ws, "--as", user, "--today", today, *words, expect=expect)

    def damage(self, *words, ws=None, expect=1):
        out = self.esep("doctor", "--json", *words, ws=ws, expect=expect).json()["damage"]
        return sorted((d["part"], d["place"], d["code"]) for d in out)


@contextlib.contextmanager
def opened(*words, **options):
    """A connection that is closed at the end: one that stays open keeps the write-ahead log alive."""
    with contextlib.closing(sqlite3.connect(*words, **options)) as database, database:
        yield database


def dump(file):
    """Everything a register holds, except the entry that says that it was restored."""
    with opened(f"file:{file}?mode=ro", uri=True) as database:
        tables = sorted(name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'"))
        out = {t: sorted(map(repr, database.execute(f'SELECT * FROM "{t}"'))) for t in tables if t != "history"}
        out["history"] = [row for row in database.execute("SELECT * FROM history ORDER BY seq") if row[3] != "restore"]
        return out


def rewrite_zip(source, target, change):
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            new.writestr(item.filename, change(item.filename, old.read(item)))


def verdicts(office, *files, expect):
    return {f["file"]: f for f in office.esep("verify", *files, "--json", expect=expect).json()["files"]}
