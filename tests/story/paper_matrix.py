#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every paper after every later fact: no code stands on two contents, and what the fact changes is said where it matters.
usage: paper_matrix.py SOURCE_DIR"""
import os
import re
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from upkeep_office import FORM, Office, assess_and_recommend  # noqa: E402

CODE = re.compile(r"[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}")
PLEDGE = """form = "pledge"
edition = "2026-01"
period = "year"
provenance = "own"
title = { kk = "Міндеттеме туралы есеп", ru = "Отчет об обязательстве", en = "Report on the pledge" }
law = { kk = "1-бұйрық", ru = "Приказ 1", en = "Order 1" }
in_force = { from = 2026-01-01 }
[[column]]
id = "sum"
number = "1"
title = { kk = "Сомасы", ru = "Сумма", en = "Sum" }
type = "money"
[[obligation]]
id = "pledge-signed"
title = { kk = "Міндеттеме", ru = "Обязательство", en = "Pledge" }
organisations = ["KZ-10"]
period = "year"
event = "signed"
due = { working_days_after_event = 5 }
accept_from = "always"
law = { kk = "1-тармақ", ru = "пункт 1", en = "paragraph 1" }
"""
PAPERS = {
    "report": ("render", FORM, "S-000002"), "receipt": ("render", "receipt", "S-000002"), "refused": ("render", "receipt", "S-000003"),
    "letter": ("render", "recommendations", "S-000002"), "status": ("status", FORM, "--period", "2026-10"),
    "due": ("due", "--from", "2026-11-01", "--to", "2026-12-31", "--form", FORM), "summary": ("summary", "tied-grants", "--period", "2026-10"),
    "pledge": ("render", "pledge", "S-000004"), "pledge receipt": ("render", "receipt", "S-000004"), "pledge status": ("status", "pledge", "--period", "2026"),
}


class Matrix:
    def __init__(self, office):
        self.office = office
        self.told = {}
        self.count = 0

    def print(self, fact, today):
        """Every paper as it is printed now, by its name."""
        out = {}
        for paper, words in PAPERS.items():
            file = f"{self.office.folder}/{self.count}.html"
            self.count += 1
            answer = self.office.esep("--paper-lang", "ru", *words, *(() if paper == "due" else ("--to", "html")), "-o", file, today=today)
            assert answer.code in (0, 1) and os.path.exists(file), (fact, paper, answer.err)
            with open(file, encoding="utf-8") as written:
                out[paper] = written.read()
            codes = set(CODE.findall(out[paper]))
            for code in codes:
                before = self.told.setdefault((paper, code), (fact, out[paper]))
                assert before[1] == out[paper], (paper, code, "stands on two contents", before[0], fact)
            assert len(codes) == 1 or paper == "due", (paper, codes)
        return out


def write(folder, name, text):
    with open(f"{folder}/{name}", "w", encoding="utf-8") as file:
        file.write(text)
    return f"{folder}/{name}"


def facts(office):
    """Name, day, command by user, what the papers then say: paper, words, whether they stand in it."""
    folder = office.folder
    moved = write(folder, "moved.csv", "code;title_ru\nG-001;Другое наименование\n")
    named = write(folder, "named.csv", "code;body_ru\nkm;Министерство дорог Республики Казахстан\n")
    return (
        ("event", "2026-11-26", "registrar", ("event", "signed", "--org", "KZ-10", "--period", "2026", "--date", "2026-11-09"), [("pledge status", "с опозданием 1", True)]),
        ("event corrected", "2026-11-26", "registrar", ("event", "signed", "--org", "KZ-10", "--period", "2026", "--date", "2026-11-12"), [("pledge status", "с опозданием 1", False)]),
        ("event recalled", "2026-11-26", "registrar", ("event", "signed", "--org", "KZ-10", "--period", "2026", "--withdraw"), []),
        ("lock", "2026-11-26", "head", ("lock", FORM, "--period", "2026-10", "--reason", "closed"), [("status", "closed", True)]),
        ("unlock", "2026-11-26", "head", ("unlock", FORM, "--period", "2026-10", "--reason", "open"), [("status", "closed", False)]),
        ("waiver", "2026-11-26", "head", ("waive", FORM, "--org", "gzhbm", "--period", "2026-10", "--until", "2026-11-30", "--reason", "flood", "--basis", "№ 7"),
         [("status", "освобождён по 30.11.2026 включительно: flood; основание: № 7; решение принял: head, 26.11.2026", True)]),
        ("waiver over", "2026-12-01", "head", (), [("status", "освобождение по 30.11.2026 включительно уже не действует (flood; основание: № 7; решение принял: head, 26.11.2026)", True)]),
        ("row of a register", "2026-12-01", "registrar", ("import", "grants", moved), []),
        ("name of a body", "2026-12-01", "registrar", ("import", "organisations", named), [("status", "Министерство дорог", True), ("report", "Министерство транспорта", True)]),
        ("review", "2026-12-01", "registrar", ("review", "open", "S-000004", "--to", "head"), [("pledge receipt", "на рассмотрении", True)]),
        ("approval", "2026-12-01", "head", ("review", "approve", "S-000004"), [("pledge receipt", "утверждён", True)]),
        ("withdrawal", "2026-12-02", "registrar", ("withdraw", "S-000002", "--reason", "wrong"),
         [("report", "отозвана 02.12.2026", True), ("receipt", "wrong", True), ("letter", "отозван 02.12.2026", True), ("status", "S-000001", True)]),
        ("withdrawal of the first", "2026-12-03", "registrar", ("withdraw", "S-000001", "--reason", "wrong, too"),
         [("status", "поступивший 18.11.2026 16:05 отчёт S-000002 отозван: 02.12.2026, registrar; причина: wrong", True)]),
        ("withdrawal of the pledge", "2026-12-03", "registrar", ("withdraw", "S-000004", "--reason", "no sum"),
         [("pledge", "отозвана 03.12.2026", True), ("pledge status", "отчёт S-000004 отозван: 03.12.2026, registrar; причина: no sum", True)]),
    )


def main():
    with tempfile.TemporaryDirectory() as folder:
        office = Office(folder)
        write(f"{office.ws}/forms", "pledge.2026-01.toml", PLEDGE)
        assess_and_recommend(office, "count again")
        office.esep("submit", write(folder, "pledge.csv", "sum\n10\n"), "--form", "pledge", "--org", "KZ-10", "--period", "2026", "--received", "2026-11-18T10:00", expect=0)
        matrix = Matrix(office)
        before = matrix.print("nothing", "2026-11-26")
        assert matrix.print("nothing", "2026-11-26") == before
        for fact, today, user, words, said in facts(office):
            answer = office.esep(*words, user=user, today=today) if words else None
            assert answer is None or answer.code == 0, (fact, answer.err)
            papers = matrix.print(fact, today)
            for paper, text, stands in said:
                said_there = re.sub(r"<style>.*?</style>|<[^>]+>", " ", papers[paper], flags=re.S)
                assert (text in said_there) == stands, (fact, paper, text, " ".join(said_there.split()))
        assert office.damage(expect=0) == []
    print(f"{len(matrix.told)} papers, each code of one content")


if __name__ == "__main__":
    main()
