#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What the program says to people in Kazakh and Russian has no id of a data file in it: a form, a duty, an event, a stage and a state have titles. An id stands only
where the reader types it: in a command, in an option's value, behind the title in brackets. Nor does an argument come out empty or twice.

usage: words_for_people.py SOURCE_DIR"""
import csv
import glob
import os
import re
import subprocess
import sys
import tempfile
import tomllib

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import run  # noqa: E402
from upkeep_office import FORM, SOURCE, Office  # noqa: E402

LANGUAGES = ("kk", "ru")
USER = "А. Тіркеуші"
# What is typed: commands, options, files, links, the id behind a title, and what was meant by a mistyped one.
TYPED = re.compile(r"(?:Бәлкім|Возможно), «[^»]*»|\besep (?:\"[^\"]*\"|[^.;»”\n])*|--[a-z-]+|\S*/\S+|\S+\.(?:toml|csv|xlsx|pdf|json|db|md)\b|\((?:[a-z0-9_]+-?)+\)")
# What no sentence has: a dash, brackets or quotation marks with nothing in them, a stop before another sign, a sign twice.
BROKEN = re.compile(r"«\s*»|“\s*”|\(\s*\)|\.;|[:,]\s*\.(?!\.)|№\s*№|\s,|\{\w+\}|\(; |: ;|;\s*\)|\S\)\. (?=[а-яәіңғүұқөһ])")


def known_ids():
    """Ids of forms, duties, events, stages, states, roles and the like that are no words of a language."""
    ids = {"rejected", "received", "under_review", "returned", "approved", "superseded", "withdrawn", "missing", "on_time", "day_keeper"}
    for path in set(glob.glob(f"{SOURCE}/forms/*.toml")) - set(glob.glob(f"{SOURCE}/forms/*.wording.toml")):
        with open(path, "rb") as file:
            form = tomllib.load(file)
        ids |= {form["form"], *form.get("stages", [])} | {one["id"] for one in form.get("obligation", [])}
    for path, table in (("obligations", "obligation"), ("events", "event"), ("workflow", "role")):
        with open(f"{SOURCE}/data/{path}.toml", "rb") as file:
            ids |= {one["id"] for one in tomllib.load(file)[table]}
    return ids - {"registrar"}  # a user of the office


def codes_of_bodies():
    """Lists show them in a column of their own."""
    with open(f"{SOURCE}/data/organisations.csv", encoding="utf-8", newline="") as file:
        return {row[0] for row in csv.reader(file) if row}


IDS = known_ids()
CODES = codes_of_bodies()


def ids_in(text):
    """Ids that stand in a sentence, and whatever looks like one."""
    words = set(re.findall(r"(?<![\w-])[a-z]+(?:[_-][a-z]+)*(?![\w-])", TYPED.sub(" ", text)))
    return sorted({word for word in words if word in IDS or "_" in word} - CODES)


class Listener:
    def __init__(self, office):
        self.office, self.wrong, self.said = office, [], 0

    def hear(self, *words, expect=None, once=None):
        """Runs the command in every language, or in `once` where it may be run only once, and looks at what it says."""
        for lang in LANGUAGES if once is None else (once,):
            done = run("-w", self.office.ws, "--as", USER, "--today", "2026-11-26", "--lang", lang, "--paper-lang", lang, *words)
            assert expect is None or done.code == expect, (words, done.code, done.out, done.err)
            text = done.err + ("" if "--json" in words else done.out)
            self.said += text.count("\n")
            about = ids_in(text)
            if about:
                self.wrong.append(f"{lang} {' '.join(words)}: {', '.join(about)}\n    {text.strip()}")
            for match in BROKEN.finditer(text):
                self.wrong.append(f"{lang} {' '.join(words)}: broken at “{text[max(0, match.start() - 20):match.end() + 10]}”\n    {text.strip()}")

    def hear_in_turn(self, *commands):
        """Commands that change the register, one language after another."""
        for lang in LANGUAGES:
            for words, expect in commands:
                self.hear(*words, expect=expect, once=lang)


def reports(ear, office):
    first = f"{office.folder}/first.xlsx"
    ear.hear("withdraw", "S-000003", "--reason", "…", expect=2)                      # not accepted
    ear.hear("withdraw", "S-000001", "--reason", "…")                                # superseded
    ear.hear("withdraw", "S-000001", "--reason", "…", expect=2)                      # withdrawn
    ear.hear("review", "list")
    ear.hear("review", "show", "S-000002")
    ear.hear("review", "approve", "S-000002", expect=2)
    ear.hear("show", "S-000002", "--history")
    ear.hear("show", "S-000003")
    for what in ("paper.pdf", "paper.xlsx", "receipt.pdf", "first.xlsx", "wrong.xlsx", "blank-G-001.xlsx"):
        ear.hear("verify", f"{office.folder}/{what}")
    for to in ("pdf", "xlsx"):
        ear.hear("status", FORM, "--period", "2026-10", "-o", f"{office.folder}/status.{to}", "--force")
        ear.hear("verify", f"{office.folder}/status.{to}", expect=0)
    ear.hear("due", "--period", "2026-10", "-o", f"{office.folder}/due.pdf", "--force", expect=0)
    ear.hear("verify", f"{office.folder}/due.pdf", expect=0)
    ear.hear("render", FORM, "--org", "km", "--subject", "G-001", "--period", "2026-09", "--to", "pdf", "-o", f"{office.folder}/no.pdf", expect=2)
    ear.hear("render", "circle-plan", "S-000002", "--to", "pdf", "-o", f"{office.folder}/no.pdf", expect=64)
    ear.hear("render", FORM, "S-000002", "--period", "2026-09", "--to", "pdf", "-o", f"{office.folder}/no.pdf", expect=64)
    ear.hear("check", first, "--form", FORM, "--org", "km", "--subject", "G-001", "--period", "2026-09", expect=1)
    ear.hear("check", first, "--form", "circle-plan", "--org", "KZ-71", "--period", "2027", "--stage", "draft", expect=1)
    ear.hear("blank", FORM, "--all", "--period", "2019-10", "-o", f"{office.folder}/blanks", expect=2)
    ear.hear("blank", "circle-plan", "--org", "KZ-71", "--period", "2027", "--stage", "drafts", "-o", f"{office.folder}/no.xlsx", expect=64)
    ear.hear("waive", FORM, "--org", "km", "--subject", "G-001", "--period", "2019-10", "--until", "2026-12-01", "--reason", "…", "--basis", "…", expect=2)
    ear.hear("due", "--period", "2026-10", "--explain", expect=0)
    ear.hear("due", "--from", "2026-11-01", "--to", "2026-12-31", expect=0)
    ear.hear("status", FORM, "--period", "2026-10")
    ear.hear("doctor", expect=0)


def locks(ear, office):
    first = f"{office.folder}/first.xlsx"
    lock = ("lock", FORM, "--period", "2026-10", "--reason", "…")
    ear.hear_in_turn((lock, 0), (lock, 2), (("submit", first), 1), (("withdraw", "S-000002", "--reason", "…"), 2), (("status", FORM, "--period", "2026-10"), None),
                     (("blank", FORM, "--org", "km", "--subject", "G-001", "--period", "2026-10", "-o", f"{office.folder}/no.xlsx"), 2),
                     (("unlock", FORM, "--period", "2026-10", "--reason", "…"), 0), (("unlock", FORM, "--period", "2026-10", "--reason", "…"), 2))


def events(ear):
    at = ("--org", "KZ-71", "--period", "2027")
    ear.hear_in_turn((("event", "approved", *at, "--date", "2026-11-20"), 0), (("event", "approved", *at, "--date", "2026-11-21"), 0),
                     (("event", "approved", *at, "--form", "circle-plan", "--date", "2026-11-19"), 0), (("event", "approved", *at, "--date", "2026-11-20"), 0),
                     (("event", "approved", *at, "--occurrence", "2", "--date", "2026-11-21"), 64), (("event", "additional_approved", *at, "--occurrence", "3", "--date", "2026-11-21"), 2),
                     (("event", "approved", *at, "--withdraw"), 0),
                     (("event", "approved", *at, "--withdraw"), 2), (("event", "additional_approved", *at, "--none"), 0))
    ear.hear("event", "aproved", *at, "--date", "2026-11-20", expect=64)
    ear.hear("event", "approved", "--org", "km", "--period", "2027", "--date", "2026-11-20", expect=2)
    ear.hear("event", "approved", "--org", "km", "--period", "2027", "--none", expect=2)
    ear.hear("event", "approved", *at, "--form", FORM, "--date", "2026-11-20", expect=64)
    ear.hear("event", "approved", "--org", "KZ-71", "--subject", "G-001", "--period", "2027", "--date", "2026-11-20", expect=64)
    ear.hear("event", "posted", "--subject", "X-1", "--date", "2026-11-20", expect=2)
    ear.hear("status", "circle-plan", "--period", "2027")
    ear.hear("due", "--form", "circle-plan", "--period", "2027", "--explain")


def duties(ear):
    ear.hear("done", "press-release", "--org", "km", "--on", "2026-11-20", expect=64)
    ear.hear("done", "open-budgets-audit-results", "--org", "km", "--on", "2026-11-20")
    ear.hear("done", "open-budgets-audit-results", "--org", "km", "--period", "2026", "--on", "2026-11-20", expect=64)
    ear.hear("done", "passport-press-release", "--subject", "X-1", "--on", "2026-11-20", expect=2)
    ear.hear("done", "tied-grant-monthly", "--org", "km", "--on", "2026-11-20", expect=64)
    statements = ("done", "open-budgets-financial-statements", "--org", "km", "--period", "2025")
    ear.hear(*statements, "--withdraw", expect=2)
    ear.hear_in_turn(((*statements, "--on", "2026-07-02", "--languages", "kk,ru", "--link", "https://budget.egov.kz/1"), 0), ((*statements, "--on", "2026-07-03", "--languages", "kk"), 0),
                     (("status", "open-budgets-financial-statements", "--period", "2025"), None), ((*statements, "--withdraw"), 0))
    ear.hear("dispatch", "roadmap-consolidated", "--org", "km", "--period", "2026-H1", "--on", "2026-07-20", "--number", "№ 12", "--signer", "…", "--code", "1A2B-3C4D-5E6F", expect=2)
    ear.hear("dispatch", "roadmap-consolidated", "--org", "oam", "--period", "2026-H1", "--on", "2026-07-20", "--number", "№ 12", "--signer", "…", "--code", "1A2B-3C4D-5E6F", expect=2)
    ear.hear("decide", "X-1", "--accept", "--reason", "…", expect=2)
    ear.hear("answer", "X-1", "--accept", "--reason", "…", expect=2)
    ear.hear("register", "show", "grant")
    ear.hear("summary", "map", "--to", "pdf", "-o", "no.pdf")
    ear.hear("history", "--since", "2026-12-01", "--until", "2026-01-01", expect=64)


def restores(ear, office):
    """What is wrong with a backup is said of the file that was named."""
    broken, pipe = f"{office.folder}/broken.db", f"{office.folder}/pipe"
    with open(broken, "w", encoding="utf-8") as file:
        file.write("no register")
    os.mkfifo(pipe)
    for source, words in ((broken, "не резервная копия"), (pipe, "не обычный файл"), (office.folder, "это папка"), (f"{office.folder}/none.db", "не найден")):
        said = run("-w", office.ws, "--lang", "ru", "restore", source, "--replace", expect=2).err
        assert words in said and source in said and ".esep-" not in said, said
        ear.hear("restore", source, "--replace", expect=2)


def papers(office):
    """A year of duties takes few sheets, and each command says what it wrote."""
    file = f"{office.folder}/year.pdf"
    said = run("-w", office.ws, "--lang", "ru", "--today", "2026-01-01", "due", "--from", "2026-01-01", "--to", "2026-12-31", "-o", file, expect=0)
    assert said.err.startswith(f"Записано: {file}"), said.err
    pages = subprocess.run(["pdftotext", file, "-"], check=True, capture_output=True).stdout.count(b"\f")
    assert 0 < pages <= 10, pages


def users(ear, office):
    settings = f"{office.ws}/esep.toml"
    with open(settings, encoding="utf-8") as file:
        kept = file.read()
    for table in ('roles = ["clerk"]', 'roles = ["auditor"]', 'roles = ["registrar", "day_keeper"], bodies = []', 'roles = ["registrar", "day_keeper"], bodies = ["kmm"]'):
        with open(settings, "w", encoding="utf-8") as file:
            file.write(f'{kept}\n[users]\n"{USER}" = {{ {table} }}\n')
        ear.hear("lock", FORM, "--period", "2026-09", "--reason", "…", expect=2)
        ear.hear("withdraw", "S-000002", "--reason", "…", expect=2)
        ear.hear("doctor")
    with open(settings, "w", encoding="utf-8") as file:
        file.write(kept)


def main():
    with tempfile.TemporaryDirectory() as folder:
        office = Office(folder)
        ear = Listener(office)
        reports(ear, office)
        locks(ear, office)
        events(ear)
        duties(ear)
        restores(ear, office)
        papers(office)
        users(ear, office)
        print("\n".join(ear.wrong))
        print(f"{ear.said} lines said, {len(ear.wrong)} wrong")
        assert not ear.wrong
        assert ear.said > 500


main()
