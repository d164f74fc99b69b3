#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Open budgets from posting to paper, by the program alone: imports (CSV and JSON, idempotent, findings by row), verdicts and their terms, the report
formed after its discussion and not before, sums counted from the input files without Esep, characters as a reader counts them, duties with
their law, and every rule of the two forms fired. usage: open_budgets.py SOURCE_DIR"""
import collections
import csv
import datetime
import html
import io
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
import tomllib
import unicodedata

import openpyxl

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import beside, number_row, run  # noqa: E402
from working_days import DAY, Calendar  # noqa: E402

SOURCE = sys.argv[1]
SAMPLES = f"{SOURCE}/tests/samples/open-budgets"
CALENDAR = Calendar(SOURCE)
FORMS = {"passport-discussion": "passports", "passport-report-discussion": "passport_reports"}
POSTED = datetime.date(2026, 1, 12)
LAST = CALENDAR.after(POSTED, 10)
PASSPORT = "BP-2026-001"
fired = {form: set() for form in FORMS}


def dotted(date):
    return date.strftime("%d.%m.%Y")


def table(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


class Office:
    def __init__(self, folder, name):
        self.folder, self.ws = folder, os.path.join(folder, name)
        run("init", self.ws, expect=0)

    def run(self, *words, today="2026-06-01", expect=0):
        return run("-w", self.ws, "--today", today, *words, expect=expect)

    def event(self, name, *words, date):
        """An event is recorded on its day, or later."""
        return self.run("event", name, *words, "--date", date, today=max("2026-06-01", str(date)))

    def file(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        return path

    def load(self, register, rows, **how):
        """Imports rows given as dictionaries."""
        columns = list(dict.fromkeys(key for row in rows for key in row))
        out = io.StringIO()
        writer = csv.DictWriter(out, columns, delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
        return self.run("import", register, self.file(f"{register}.csv", out.getvalue()), **how)

    def render(self, form, subject, to, today, expect=0):
        path = os.path.join(self.folder, f"{form}-{subject}.{to}")
        return path, self.run("render", form, "--subject", subject, "--to", to, "-o", path, today=today, expect=expect)


def finding_lines(result, file):
    """(line, code) of each finding printed for the file."""
    return [(int(m[1]), m[2]) for m in re.finditer(rf"{re.escape(file)}:(\d+): (?:error|warning) ([A-Z-]+)", result.err)]


def imports(office):
    for register in ("passports", "passport_reports"):
        path, n = f"{SAMPLES}/{register}.csv", len(table(f"{SAMPLES}/{register}.csv"))
        assert f"{n} added, 0 changed, 0 unchanged" in office.run("import", register, path).err
        assert f"0 added, 0 changed, {n} unchanged" in office.run("import", register, path).err
    wrong = office.file("wrong.csv", "code;passport;author_kind;proposal;posted_on;decision;answer\n"
                        f"W-1;BP-9;Жеке тұлға;Мәтін;13.01.2026;;\n"
                        f"W-2;{PASSPORT};;Мәтін;13.01.2026;;\n"
                        f"W-3;{PASSPORT};Кім;Мәтін;30.02.2026;;\n"
                        f"W-4;{PASSPORT};person;;13.01.2026;;\n"
                        f"W-4;{PASSPORT};person;Мәтін;13.01.2026;;\n"
                        f"W-5;{PASSPORT};person;Мәтін;13.01.2026;accepted;\n"
                        f";{PASSPORT};person;Мәтін;13.01.2026;;\n")
    said = office.run("import", "proposals", wrong, expect=1)
    assert sorted(finding_lines(said, wrong)) == [(2, "SUBJECT-UNKNOWN"), (3, "CELL-REQUIRED"), (4, "CELL-CHOICE"), (4, "CELL-DATE"), (5, "CELL-REQUIRED"), (6, "IMPORT-DUPLICATE"),
                                                  (7, "CELL-REQUIRED"), (7, "CELL-REQUIRED"), (8, "CELL-REQUIRED"), (8, "IMPORT-KEY")], said.err
    unknown = office.file("unknown.csv", f"code;passport;author_kind;proposal;posted_on\nW-1;BP-9;person;Мәтін;13.01.2026\nW-2;{PASSPORT};person;Мәтін;13.01.2026\n")
    assert finding_lines(office.run("import", "proposals", unknown, expect=1), unknown) == [(2, "SUBJECT-UNKNOWN")]
    assert not office.run("--json", "register", "show", "proposals").json()["rows"], "nothing was taken of a wrong file"


def terms(office):
    said = office.run("event", "posted", "--subject", "BP-77", "--date", POSTED, expect=2)
    assert "BP-77" in said.err, said.err
    assert "reports on" in office.run("event", "posted", "--subject", PASSPORT, "--org", "ashm", "--date", POSTED, expect=2).err
    early = office.render("passport-discussion", "BP-2025-003", "pdf", "2026-03-01", expect=2)[1]
    assert "is not recorded" in early.err and "esep import passports" in early.err, early.err
    # The register's own date opens the discussion; an event that says another day is told.
    by_register = office.run("--json", "due", "--from", "2026-01-01", "--to", "2026-03-31", "--subject", PASSPORT).json()["due"]
    assert {d["effective"] for d in by_register} == {POSTED.isoformat(), LAST.isoformat()}, by_register
    other = office.run("event", "posted", "--form", "passport-discussion", "--subject", PASSPORT, "--date", "2026-01-08")
    assert dotted(POSTED) in other.err and "08.01.2026" in other.err and "--withdraw" in other.err, other.err
    again = office.run("import", "passports", f"{SAMPLES}/passports.csv")
    assert finding_lines(again, f"{SAMPLES}/passports.csv") == [(2, "POSTED-OTHER")], again.err
    office.run("event", "posted", "--form", "passport-discussion", "--subject", PASSPORT, "--date", POSTED)  # the later record corrects
    duties = office.run("--json", "due", "--from", "2026-01-01", "--to", "2026-03-31", "--subject", PASSPORT, "--explain").json()["due"]
    found = {d["obligation"]: d for d in duties}
    assert len(found) == len(duties), duties
    discussion = found["passport-discussion"]
    assert discussion["effective"] == LAST.isoformat()
    counted = [s for s in discussion["explanation"] if s["step"] == "count"]
    assert [(s["date"], s["n"]) for s in counted] == [(d.isoformat(), i) for i, d in enumerate(CALENDAR.counted(POSTED, 10), 1)]
    assert found["passport-press-release"]["effective"] == POSTED.isoformat()


def verdicts(office):
    office.run("import", "proposals", f"{SAMPLES}/proposals.csv")
    again = office.run("import", "proposals", f"{SAMPLES}/proposals.csv")
    assert "0 added, 0 changed" in again.err and "warning" not in again.err, again.err
    rows = [dict(code="T-1", passport=PASSPORT, author_kind="person", proposal="Ұсыныс.", posted_on="22.01.2026"),
            dict(code="T-2", passport=PASSPORT, author_kind="person", proposal="Ұсыныс.", posted_on="23.01.2026"),
            dict(code="T-3", passport=PASSPORT, author_kind="person", proposal="Ұсыныс.", posted_on=dotted(LAST))]
    said = office.load("proposals", rows)
    # The operator has two working days: those of T-1 end with the discussion, those of T-2 and T-3 after it.
    assert CALENDAR.after(datetime.date(2026, 1, 22), 2) == LAST
    assert finding_lines(said, f"{office.folder}/proposals.csv") == [(3, "PROPOSAL-BOTH-TERMS"), (4, "PROPOSAL-BOTH-TERMS")], said.err
    assert "2026" in said.err and not finding_lines(office.load("proposals", rows), f"{office.folder}/proposals.csv")

    def verdict(kind, key, how, date, expect=0, reason="Негіздеме."):
        who = {"decide": "Оператор", "answer": "Әкімші"}[kind]
        return office.run("--as", who, kind, key, how, "--reason", reason, "--date", date, expect=expect).err

    assert "VERDICT" not in verdict("decide", "T-1", "--accept", "2026-01-26")
    late = verdict("decide", "T-2", "--accept", "2026-01-28")
    assert "27.01.2026" in late and "recorded 1 working day late" in late and "paragraph 15" in late, late
    verdict("decide", "T-2", "--refuse", "2026-01-28", expect=2)
    verdict("decide", "T-9", "--accept", "2026-01-28", expect=2)
    verdict("decide", "T-3", "--accept", "2026-01-25", expect=2)
    verdict("decide", "T-3", "--accept", "2026-01-27", expect=64, reason=" ")
    verdict("answer", "T-3", "--accept", "2026-01-27", expect=2)
    verdict("decide", "T-3", "--refuse", "2026-01-27")
    verdict("answer", "T-3", "--accept", "2026-01-27", expect=2)
    assert "late" not in verdict("answer", "T-1", "--refuse", LAST)
    late = verdict("answer", "T-2", "--accept", "2026-01-29")
    assert "26.01.2026" in late and "recorded 3 working days late" in late and "paragraph 16 of" in late, late
    # An export that knows nothing of what was decided here leaves it.
    assert "3 unchanged" in office.load("proposals", rows).err
    imported = office.load("proposals", [dict(rows[0], code="T-4", decision="accepted", decision_reason="Н.", decided_on="27.01.2026"),
                                         dict(rows[0], code="T-5", decision="refused", decision_reason="Н.", decided_on="23.01.2026")])
    assert finding_lines(imported, f"{office.folder}/proposals.csv") == [(2, "VERDICT-LATE"), (3, "REFUSAL-GROUND")], imported.err
    bad = office.load("proposals", [dict(rows[0], code="T-6", decision="accepted", decision_reason="Н.", decided_on="21.01.2026"),
                                    dict(rows[0], code="T-7", answer="accepted", answer_reason="Н.", answered_on="23.01.2026"),
                                    dict(rows[0], code="T-8", decision="accepted", decision_reason="Н.", decided_on="23.01.2026",
                                         answer="accepted", answer_reason="Н.", answered_on="22.01.2026")], expect=1)
    assert finding_lines(bad, f"{office.folder}/proposals.csv") == [(2, "PROPOSAL-EARLY"), (3, "PROPOSAL-NOT-APPROVED"), (4, "ANSWER-EARLY")], bad.err


def votes(office):
    rows = table(f"{SAMPLES}/votes.csv")
    office.run("event", "posted", "--subject", "BR-2025-003", "--date", "2026-03-12", today="2026-04-01")
    office.run("import", "report_proposals", f"{SAMPLES}/report_proposals.csv", today="2026-04-01")
    as_list = office.file("votes.json", json.dumps(rows[:20], ensure_ascii=False, indent=1))
    assert "20 added" in office.run("import", "votes", as_list).err
    assert f"{len(rows) - 20} added, 0 changed, 20 unchanged" in office.run("import", "votes", f"{SAMPLES}/votes.csv").err
    shown = office.run("--json", "register", "show", "votes").out
    assert f"{len(rows)} unchanged" in office.run("import", "votes", office.file("shown.json", shown)).err
    vote = dict(document_code=PASSPORT, proposal="", vote="for", cast_on="13.01.2026")
    bad = office.load("votes", [dict(vote, code="X-1", document_code="BP-99"), dict(vote, code="X-2", proposal="U-99"),
                                dict(vote, code="X-3", document_code="BP-2026-002", proposal="U-001"), dict(vote, code="X-4")], expect=1)
    assert finding_lines(bad, f"{office.folder}/votes.csv") == [(2, "IMPORT-REFERENCE"), (3, "IMPORT-REFERENCE"), (4, "IMPORT-REFERENCE-OTHER")], bad.err
    wrong = office.file("wrong.json", '[\n{"code": "X-5", "document_code": "' + PASSPORT + '", "vote": "for", "cast_on": "2026-01-13"},\n'
                        '{"code": "X-6", "document_code": "BP-99", "vote": "for", "cast_on": "2026-01-13"}\n]')
    assert finding_lines(office.run("import", "votes", wrong, expect=1), wrong) == [(3, "IMPORT-REFERENCE")]
    report = table(f"{SAMPLES}/passport_reports.csv")[0]
    taken = office.load("passport_reports", [dict(report, code=PASSPORT)], expect=1)
    assert finding_lines(taken, f"{office.folder}/passport_reports.csv") == [(2, "IMPORT-KEY-TAKEN")], taken.err


def expected_rows(office, register, of, subject):
    """The paper's rows from what was typed: files of the samples and the verdicts above, counted here."""
    shown = office.run("--json", "register", "show", register).json()["rows"]  # verdicts given by command stand in the register only
    typed = {r["code"]: r for r in table(f"{SAMPLES}/{register}.csv")}
    count = collections.Counter((v["proposal"], v["vote"]) for v in table(f"{SAMPLES}/votes.csv"))
    out = []
    for row in shown:
        if row[of] != subject or row["decision"] != "accepted":
            continue
        source = typed.get(row["code"], row)
        assert source["proposal"] == row["proposal"]
        answer = {"accepted": "Қабылданды. ", "refused": "Қабылданбады. "}.get(row["answer"], "") + (row["answer_reason"] or "")
        date = datetime.date.fromisoformat(row["posted_on"])
        if row["code"] in typed:
            assert source["posted_on"] == dotted(date)
        votes = [int(source[f"votes_{way}"]) if source.get(f"votes_{way}") else count[(row["code"], word)]
                 for way, word in (("for", "жақтады"), ("against", "қарсы"))]
        out.append((date, row["code"], source.get("part") or "", source["proposal"], answer, *votes))
    out.sort(key=lambda r: (r[0], r[1]))
    return [(number, dotted(date), *rest) for number, (date, _, *rest) in enumerate(out, 1)]


def fold(text):
    return re.sub(r"\s+", " ", str(text)).strip()


def paper_facts(form):
    with open(f"{SOURCE}/forms/{form}.2025-04.toml", "rb") as file:
        data = tomllib.load(file)
    return data, {f["id"]: f["title"]["kk"] for f in data["field"]}


def as_text(value):
    if isinstance(value, (datetime.datetime, datetime.date)):
        return value.strftime("%d.%m.%Y")
    return "" if value is None else fold(value)


def check_papers(office, form, subject, head, rows, today):
    _, labels = paper_facts(form)
    rows = [tuple(fold(v) for v in row) for row in rows]
    keys = {labels[key]: key for key in head}
    head = {labels[key]: str(value) for key, value in head.items()}

    path, _ = office.render(form, subject, "xlsx", today)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    line, columns = number_row(sheet, [str(n) for n in range(1, 8)])
    seen = []
    for n in range(line + 1, sheet.max_row + 1):
        values = tuple(as_text(sheet.cell(n, c).value) for c in columns)
        if values[0].isdigit():
            seen.append(values)
    assert seen == rows, (seen, rows)
    for label, value in head.items():
        assert as_text(beside(sheet, label, line).value) == value, (label, beside(sheet, label, line).value, value)

    path, _ = office.render(form, subject, "json", today)
    with open(path, encoding="utf-8") as file:
        section = json.load(file)["documents"][0]["sections"][0]
    told = json.dumps(section, ensure_ascii=False)
    for label, value in head.items():
        got = section["fields"][keys[label]]
        got = dotted(datetime.date.fromisoformat(got)) if re.fullmatch(r"\d{4}-\d\d-\d\d", str(got)) else str(got)
        assert got == value, (label, got, value)
    for row in rows:
        assert all(json.dumps(cell, ensure_ascii=False)[1:-1] in told or cell == "" for cell in (row[2], row[4])), row

    path, _ = office.render(form, subject, "html", today)
    with open(path, encoding="utf-8") as file:
        page = file.read()
    body = [[fold(html.unescape(re.sub(r"<[^>]+>", "", c))) for c in re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", r, re.S)]
            for r in re.findall(r"<tr[^>]*>(.*?)</tr>", page, re.S)]
    assert [tuple(r) for r in body if len(r) == 7 and r[0].isdigit() and r != [str(n) for n in range(1, 8)]] == rows, body

    path, _ = office.render(form, subject, "pdf", today)
    done = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
    text = fold(done.stdout.decode())
    for label, value in head.items():
        assert fold(f"{label} {value}") in text, (label, value)
    at = 0
    squeezed = text.replace(" ", "")
    for row in rows:  # the cells of a row follow each other
        for cell in row[:5]:
            found = squeezed.find(cell.replace(" ", ""), at)
            assert found >= 0, (row, cell)
        at = squeezed.index(row[3].replace(" ", ""), at)
    return path


def papers(office):
    for day, code in ((POSTED, 2), (LAST, 2)):
        said = office.render("passport-discussion", PASSPORT, "pdf", day.isoformat(), expect=code)[1]
        assert dotted(LAST) in said.err, said.err
    assert not office.run("--json", "export", "--to", "json", "-o", "-", expect=None).out.count('"S-000001"')
    votes_of = collections.Counter(v["vote"] for v in table(f"{SAMPLES}/votes.csv") if v["document_code"] == PASSPORT and not v["proposal"])
    rows = expected_rows(office, "proposals", "passport", PASSPORT)
    assert len(rows) >= 5
    formed = LAST + DAY
    head = dict(unique_number=PASSPORT, document_posted_on=dotted(POSTED), discussion_ended_on=dotted(LAST), formed_on=dotted(formed),
                document_votes_for=votes_of["жақтады"], document_votes_against=votes_of["қарсы"], proposal_count=len(rows),
                proposal_votes_for=sum(r[5] for r in rows), proposal_votes_against=sum(r[6] for r in rows),
                budget_kind="Республикалық бюджет", covered_period="2026", programme_head="Үлгібаев Б. М.")
    check_papers(office, "passport-discussion", PASSPORT, head, rows, formed.isoformat())
    # The same data on a later day are the same report; a later answer is a new revision.
    first = office.run("--json", "show", "S-000001").json()["submissions"][0]
    office.render("passport-discussion", PASSPORT, "pdf", "2026-02-20")
    office.run("show", "S-000002", expect=2)
    office.run("--as", "Әкімші", "answer", "U-005", "--accept", "--reason", "Мерзім қосылды.", "--date", "2026-02-20")
    office.render("passport-discussion", PASSPORT, "pdf", "2026-02-20")
    second = office.run("--json", "show", "S-000002").json()["submissions"][0]
    assert (first["revision"], second["revision"]) == (1, 2), (first, second)

    rows = expected_rows(office, "report_proposals", "report", "BR-2025-003")
    votes_of = collections.Counter(v["vote"] for v in table(f"{SAMPLES}/votes.csv") if v["document_code"] == "BR-2025-003" and not v["proposal"])
    posted = datetime.date(2026, 3, 12)
    last = CALENDAR.after(posted, 10)
    head = dict(unique_number="BR-2025-003", document_posted_on=dotted(posted), discussion_ended_on=dotted(last), formed_on=dotted(last + DAY),
                document_votes_for=votes_of["жақтады"], document_votes_against=votes_of["қарсы"], proposal_count=len(rows),
                proposal_votes_for=sum(r[5] for r in rows), proposal_votes_against=sum(r[6] for r in rows), covered_period="2025")
    office.render("passport-report-discussion", "BR-2025-003", "pdf", last.isoformat(), expect=2)
    check_papers(office, "passport-report-discussion", "BR-2025-003", head, rows, (last + DAY).isoformat())


def wording(office):
    """Every phrase of the annexes, in order, blank and filled; the Russian translation is marked as one."""
    for form, subject, day in (("passport-discussion", PASSPORT, "2026-02-20"), ("passport-report-discussion", "BR-2025-003", "2026-04-01")):
        files, organisation = [], "dsm"
        for to in ("xlsx", "pdf", "html"):
            files.append(office.render(form, subject, to, day)[0])
            if to != "xlsx":  # nobody fills it in
                files.append(os.path.join(office.folder, f"blank.{form}.{to}"))
                office.run("blank", form, "--org", organisation, "--subject", subject, "--to", to, "-o", files[-1])
                files.append(os.path.join(office.folder, f"empty.{form}.{to}"))
                office.run("blank", form, "--to", to, "-o", files[-1])
                done = subprocess.run(["pdftotext", "-raw", files[-1], "-"], capture_output=True, check=True).stdout.decode() if to == "pdf" else open(files[-1], encoding="utf-8").read()
                assert f'"{"_" * 47}" (құжаттың атауы)' in fold(html.unescape(done)), done[:600]
        done = subprocess.run([sys.executable, f"{SOURCE}/tests/support/wording.py", "--in-order", f"{SOURCE}/tests/samples/wording/{form}.txt", *files],
                              capture_output=True)
        assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
        russian = os.path.join(office.folder, "ru.html")
        office.run("--paper-lang", "ru", "render", form, "--subject", subject, "--to", "html", "-o", russian, today=day)
        data, _ = paper_facts(form)
        with open(russian, encoding="utf-8") as file:
            page = fold(html.unescape(re.sub(r"<[^>]+>", " ", file.read())))
        for one in data["column"] + data["field"][1:]:
            assert fold(one["title"]["ru"]) in page, one["title"]["ru"]
        assert data["provenance"] == {"kk": "official", "ru": "translated"}
        refused = office.run("--lang", "ru", "blank", form, "--org", organisation, "--subject", subject, "-o", os.path.join(office.folder, "fill.xlsx"), expect=2)
        assert refused.err == (f"esep: Этот отчёт составляет реестр, файлом он не сдаётся. Составьте его: esep render {form} …\n"
                               f"Пустая форма, чтобы посмотреть: esep blank {form} --to pdf -o ФАЙЛ\n"), refused.err


def characters(folder):
    office = Office(folder, "characters")
    office.run("import", "passports", f"{SAMPLES}/passports.csv")
    office.run("event", "posted", "--subject", PASSPORT, "--date", POSTED)
    stacked, marked, accent = "а\u0301\u0302\u0308", "о\u0304\u0301", "е\u0301"
    assert len(stacked) > 3 and unicodedata.combining(accent[1])
    texts = [unicodedata.normalize("NFC", text) for text in (stacked * 1000, marked * 1000, accent * 1000, "ә" * 999 + stacked, "x" * 1000)]
    row = dict(passport=PASSPORT, author_kind="person", part="Мақсаты", posted_on="13.01.2026", decision="accepted", decision_reason="Н.", decided_on="14.01.2026",
               answer="accepted", answer_reason="Н.", answered_on="15.01.2026")
    office.load("proposals", [dict(row, code=f"E-{i}", proposal=text) for i, text in enumerate(texts)])
    path, said = office.render("passport-discussion", PASSPORT, "xlsx", (LAST + DAY).isoformat())
    assert "OB-LENGTH" not in said.err, said.err
    book = openpyxl.load_workbook(path)
    shown = {str(c.value) for line in book.worksheets[0].iter_rows() for c in line if c.value}
    assert all(text in shown for text in texts)
    for text in [unicodedata.normalize("NFC", text) for text in (stacked * 1001, marked * 1001, accent * 1001, "ә" * 1000 + stacked)]:
        said = office.load("proposals", [dict(row, code="E-9", proposal=text)], expect=1)
        assert finding_lines(said, f"{office.folder}/proposals.csv") == [(2, "CELL-TEXT-TOO-LONG")] and "1001" in said.err, said.err


def rule_codes(form):
    data, _ = paper_facts(form)
    return {rule["code"] for rule in data["rule"]}


def fire(form, codes, change, proposals=(), events=None, today="2026-06-01", posted=None, told=()):
    """Forms the report of an otherwise blameless document and expects exactly these codes; `told`: proposals outside the discussion."""
    register = FORMS[form]
    with tempfile.TemporaryDirectory() as folder:
        office = Office(folder, "ws")
        good = dict(table(f"{SAMPLES}/{register}.csv")[0])
        office.run("import", "passports", f"{SAMPLES}/passports.csv")
        posted = posted or datetime.date(2026, 3, 12)
        good.update(posted_on=dotted(posted), **change)
        office.load(register, [good])
        for date in events or [posted]:
            office.event("posted", "--form", form, "--subject", good["code"], date=date)
        of, where = ("passport", "proposals") if register == "passports" else ("report", "report_proposals")
        row = {of: good["code"], "author_kind": "person", "part": "Мақсаты", "proposal": "Мәтін.", "posted_on": dotted(posted + DAY), "decision": "accepted",
               "decision_reason": "Н.", "decided_on": dotted(posted + 3 * DAY), "answer": "accepted", "answer_reason": "Н.", "answered_on": dotted(posted + 4 * DAY)}
        if proposals:
            office.load(where, [dict(row, code=f"F-{i}", **p) for i, p in enumerate(proposals)])
        errors = [c for c in codes if c in ERRORS]
        _, said = office.render(form, good["code"], "html", today, expect=1 if errors else 0)
        outside = re.findall(r"warning PROPOSAL-OUTSIDE: The proposal “(F-\d)”", said.err)
        assert outside == list(told), (form, outside, told, said.err)
        got = sorted(re.findall(r"(?:error|warning) (OB-[A-Z-]+)", said.err))
        assert got == sorted(codes), (form, got, codes, said.err)
        if errors:
            assert "was not composed" in said.err and not os.path.exists(f"{folder}/{form}-{good['code']}.html")
            office.run("show", "S-000001", expect=2)
        fired[form].update(codes)


ERRORS = {"OB-ENDED", "OB-DOCUMENT-FOR", "OB-DOCUMENT-AGAINST", "OB-COUNT-FOR", "OB-COUNT-AGAINST"}


def rules():
    day = datetime.date
    for form in FORMS:
        fire(form, [], {})
        fire(form, [], {}, [{}, {}])
        fire(form, ["OB-LANGUAGES"], {"link_ru": ""})
        fire(form, ["OB-LANGUAGES"], {"link_kk": ""})
        fire(form, ["OB-POSTED"], {}, events=[day(2026, 3, 13)])
        fire(form, ["OB-WINDOW"], {"discussion_ends_on": "20.03.2026"})
        fire(form, ["OB-DOCUMENT-FOR"], {"votes_for": "-1"})
        fire(form, ["OB-DOCUMENT-AGAINST"], {"votes_against": "-1"})
        fire(form, ["OB-COUNT-FOR"], {}, [{"votes_for": "-1"}])
        fire(form, ["OB-COUNT-AGAINST"], {}, [{}, {"votes_against": "-1"}])
        fire(form, ["OB-ANSWER"], {}, [{}, {"answer": "", "answer_reason": "", "answered_on": ""}])
        # What came outside the discussion is told and does not count, so that these two rules never see it.
        fire(form, [], {}, [{"posted_on": "11.03.2026"}, {}], told=["F-0"])
        fire(form, [], {}, [{}, {"posted_on": "01.04.2026", "decided_on": "02.04.2026", "answered_on": "03.04.2026"}], told=["F-1"])
    fire("passport-report-discussion", ["OB-MATERIALS"], {"has_investment_projects": "иә"})
    fire("passport-report-discussion", [], {"has_investment_projects": "иә", "materials_link": "https://budget.example/m"})
    fire("passport-report-discussion", [], {}, posted=day(2026, 4, 1))
    fire("passport-report-discussion", ["OB-APRIL"], {}, posted=day(2026, 4, 2))
    # A discussion that the register lets run longer is waited for.
    with tempfile.TemporaryDirectory() as folder:
        office = Office(folder, "ws")
        office.load("passports", [dict(table(f"{SAMPLES}/passports.csv")[0], discussion_ends_on="20.02.2026")])
        office.run("event", "posted", "--subject", PASSPORT, "--date", POSTED)
        assert "20.02.2026" in office.render("passport-discussion", PASSPORT, "pdf", "2026-02-20", expect=2)[1].err
        told = office.run("due", "--form", "passport-discussion", "--subject", PASSPORT, "--from", "2026-01-01", "--to", "2026-02-28", "--explain").out
        assert "20.02.2026" in told.splitlines()[1] and "the discussion lasts up to and including 20.02.2026" in told and "The last day of the discussion is 20.02.2026" in told, told
        assert "20.02.2026" in office.run("status", "passport-discussion", today="2026-02-10").out
        office.render("passport-discussion", PASSPORT, "pdf", "2026-02-21")
    # What the register cannot contain is fired by the examples of the form, which lint holds to exactly the codes that they name.
    for form in FORMS:
        data, _ = paper_facts(form)
        named = {f["code"] for e in data["example"] for f in e["findings"]}
        fired[form] |= named & rule_codes(form) | {"OB-EARLY", "OB-LATE"}  # what they ask for does not come as far as the report
        assert fired[form] == rule_codes(form), (form, rule_codes(form) - fired[form])
        run("forms", "lint", f"{SOURCE}/forms/{form}.2025-04.toml", expect=0)


def duties(folder):
    office = Office(folder, "duties")
    office.run("import", "passports", f"{SAMPLES}/passports.csv")
    office.run("import", "passport_reports", f"{SAMPLES}/passport_reports.csv")
    received = datetime.date(2026, 4, 27)
    office.event("audit_results_received", "--org", "dsm", date=received)
    office.event("posted", "--subject", "BR-2025-003", date="2026-03-21")  # a Saturday
    found = office.run("--json", "due", "--from", "2026-01-01", "--to", "2026-12-31", "--explain").json()["due"]

    def one(obligation, organisation, **key):
        hits = [d for d in found if d["obligation"] == obligation and d["organisation"] == organisation and all(d[k] == v for k, v in key.items())]
        assert len(hits) == 1, (obligation, organisation, hits)
        return hits[0]

    statements = one("open-budgets-financial-statements", "dsm")
    assert (statements["period"], statements["nominal"]) == ("2025", "2026-07-05") and "paragraphs 3 and 5" in statements["law"], statements
    assert statements["effective"] == CALENDAR.rolled(datetime.date(2026, 7, 5)).isoformat()
    bodies = {d["organisation"] for d in found if d["obligation"] == "open-budgets-financial-statements"}
    kinds = {r["code"]: r["kind"] for r in office.run("--json", "register", "show", "organisations").json()["rows"]}
    assert bodies == {code for code, kind in kinds.items() if kind in ("ministry", "agency")}, bodies
    report = one("passport-report-posting", "dsm", subject="BP-2025-003")
    assert report["nominal"] == report["effective"] == "2026-04-01" and "paragraphs 3 and 10" in report["law"], report
    audit = one("open-budgets-audit-results", "dsm")
    assert audit["effective"] == CALENDAR.after(received, 15).isoformat() and "paragraphs 3 and 7" in audit["law"], audit
    assert [s["n"] for s in audit["explanation"] if s["step"] == "count"] == list(range(1, 16))
    press = one("passport-report-press-release", "dsm", subject="BR-2025-003")
    assert press["effective"] == "2026-03-21" and "paragraph 12" in press["law"], press
    awaited = [d for d in found if d["obligation"] == "passport-press-release"]
    dates = {d["subject"]: d["effective"] for d in awaited}
    assert dates == {"BP-2026-001": "2026-01-12", "BP-2026-002": "2026-01-15", "BP-2025-003": None}, dates
    discussion = one("passport-report-discussion", "dsm", subject="BR-2025-003")
    assert discussion["effective"] == CALENDAR.after(datetime.date(2026, 3, 21), 10).isoformat() and "10" in discussion["law"]
    told = office.run("due", "--from", "2026-01-01", "--to", "2026-12-31", "--subject", "BR-2025-003", "--explain").out
    assert len(re.findall(r"Working day \d+: ", told)) == 10 and "paragraph 12" in told, told


def page_commands():
    """The commands of docs/open_budgets.md as they stand there; what follows three spaces is a remark."""
    with open(f"{SOURCE}/docs/open_budgets.md", encoding="utf-8") as file:
        blocks = re.findall(r"^```\n(.*?)^```$", file.read(), re.S | re.M)
    return [re.split(r" {3,}", line)[0].strip() for block in blocks for line in block.splitlines() if line.startswith("esep ")]


def page(folder):
    """Who follows the page word by word, from `init` to the end, is never stopped."""
    place = os.path.join(folder, "page")
    os.makedirs(f"{place}/tests/samples")
    os.symlink(SAMPLES, f"{place}/tests/samples/open-budgets")
    commands = page_commands()
    assert len(commands) >= 20 and commands[0] == "esep init WS", commands
    said = {}
    for line in commands:
        words = shlex.split(line)[1:]
        done = run("--today", "2026-09-01", *words, expect=None, cwd=place)
        allowed = (0, 1) if words[2:3] and words[2] in ("proposals", "status") else (0,)
        assert done.code in allowed, (line, done.code, done.out, done.err)
        said[line] = done
    due = next(d.out for line, d in said.items() if " due " in line)
    assert "26.01.2026" in due and len(re.findall(r"Working day \d+: ", due)) == 10, due
    votes = next(d.err for line, d in said.items() if " import votes " in line)
    assert f"{len(table(f'{SAMPLES}/votes.csv'))} added" in votes and "warning" not in votes, votes
    assert os.path.getsize(f"{place}/report.pdf") > 1000


def main():
    with tempfile.TemporaryDirectory() as folder:
        office = Office(folder, "ws")
        for step in (imports, terms, verdicts, votes, papers, wording):
            step(office)
        office.run("doctor")
        characters(folder)
        duties(folder)
        page(folder)
    rules()
    print(f"open budgets from posting to paper; {sum(map(len, fired.values()))} rules fired")


main()
