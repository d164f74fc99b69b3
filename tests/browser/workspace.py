#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A small workspace in which every page of the portal has something to show, as of 1 December 2026: tied grants of October (in time, late, wrong, corrected,
returned, missing), the roadmap's first half of 2026 with its summary, one public discussion. usage: workspace.py ESEP FOLDER"""
import csv
import json
import pathlib
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]
GRANTS = SOURCE / "tests/samples/tied-grants"
BUDGETS = SOURCE / "tests/samples/open-budgets"
ROADMAP = SOURCE / "tests/samples/roadmap"
FORM = "tied-grant-usage"
TWO = "two systems with lists of different lengths"
WRONG = "cells that cannot be read as what they should be"
OVERDUE = 1  # exit code: done, and findings are told


def fill(example, blank, out, *changes):
    words = [sys.executable, GRANTS / "fill.py", SOURCE / f"forms/{FORM}.2025-06.toml", example, blank, out, "--set", "compiled_on=05.11.2026"]
    subprocess.run(words + [word for change in changes for word in ("--set", change)], check=True)


class Office:
    def __init__(self, esep, folder):
        self.esep, self.folder, self.ws = esep, folder, folder / "workspace"

    def on(self, day, *words, user="ministry"):
        done = subprocess.run([self.esep, "-w", self.ws, "--as", user, "--today", day, *map(str, words)], capture_output=True, text=True)
        if done.returncode not in (0, OVERDUE):
            sys.exit(f"{words}: {done.stdout}{done.stderr}")

    def discuss(self):
        self.on("2026-01-12", "import", "passports", BUDGETS / "passports.csv")
        self.on("2026-01-12", "event", "posted", "--subject", "BP-2026-001", "--date", "2026-01-12")
        self.on("2026-01-29", "import", "proposals", self.undecided(BUDGETS / "proposals.csv"))
        self.on("2026-01-29", "import", "votes", BUDGETS / "votes.csv")

    def undecided(self, proposals):
        """The same proposals, before anybody decided: the operator has something to do in each look of the ways."""
        with open(proposals, encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file, delimiter=";"))
        first = rows[0].index("decision")
        out = self.folder / "proposals.csv"
        with open(out, "w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows([rows[0], *(row[:first] + [""] * (len(row) - first) for row in rows[1:])])
        return out

    def follow_the_roadmap(self):
        blanks, filled = self.folder / "roadmap-blanks", self.folder / "roadmap"
        self.on("2026-06-20", "blank", "roadmap-status", "--period", "2026-H1", "--all", "-o", blanks)
        subprocess.run([sys.executable, ROADMAP / "fill.py", SOURCE / "forms/roadmap-status.2024.toml", blanks, filled], check=True, stdout=subprocess.DEVNULL)
        files = sorted(filled.glob("*.xlsx"))
        in_time = [one for one in files if not any(code in one.name for code in ("KZ-62", "KZ-11"))]
        late = [one for one in files if "KZ-11" in one.name]
        self.on("2026-07-06", "submit", *in_time, "--received", "2026-07-03T10:00")
        self.on("2026-07-10", "submit", *late, "--received", "2026-07-09T10:00")

    def report_on_grants(self):
        self.on("2026-11-01", "import", "grants", GRANTS / "grants.csv")
        for body, grant in (("km", "G-001"), ("oam", "G-002"), ("dsm", "G-003"), ("KZ-71", "G-004")):
            self.on("2026-11-01", "blank", FORM, "--org", body, "--subject", grant, "--period", "2026-10", "-o", self.folder / f"{grant}.xlsx")
        for grant, example, day, *changes in (("G-004", TWO, "17T10:00"), ("G-001", TWO, "18T16:05"), ("G-003", WRONG, "19T11:00"),
                                              ("G-004", TWO, "19T15:20", "user_count[1]=12 650"), ("G-002", "nothing to report", "25T09:30")):
            out = self.folder / f"{grant}_{day[:2]}.xlsx"
            fill(example, self.folder / f"{grant}.xlsx", out, *changes)
            self.on(f"2026-11-{day[:2]}", "submit", out, "--received", f"2026-11-{day}")

    def review(self, number):
        def by(day, *words):
            self.on(day, *words, user="reviewer")
        by("2026-11-26", "review", "open", number)
        by("2026-11-26", "note", number, "--cell", "L15", "--item", "UR-12", "--text",
           "Пайдаланушылар санын нақтылаңыз; қабылдау актісін көрсетіңіз.")
        by("2026-11-26", "review", "return", number, "--text", "Ескертулер бойынша түзетіңіз.")

    def number_of(self, grant):
        done = subprocess.run([self.esep, "-w", self.ws, "--as", "ministry", "--today", "2026-11-26", "review", "list", "--json"], capture_output=True, text=True)
        return next(one["submission"] for one in json.loads(done.stdout)["reviews"] if one["subject"] == grant)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    office = Office(sys.argv[1], pathlib.Path(sys.argv[2]))
    office.folder.mkdir(parents=True, exist_ok=True)
    office.on("2026-01-12", "init", office.ws)
    office.discuss()
    office.follow_the_roadmap()
    office.report_on_grants()
    office.review(office.number_of("G-001"))


if __name__ == "__main__":
    main()
