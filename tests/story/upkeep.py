#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What keeps the register: waivers and locks show who, why and on what basis; verify tells made, altered and unknown files apart; doctor names
every damage; a backup restored is the register it was made of; an export holds everything and no personal number. usage: upkeep.py SOURCE_DIR"""
import csv
import hashlib
import json
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import run  # noqa: E402
from office import approve_unassessed  # noqa: E402
from upkeep_office import ANSWERS, FORM, SAMPLES, TWO, Office, dump, opened, rewrite_zip, verdicts  # noqa: E402

SOURCE = sys.argv[1]
def waivers_and_locks(office):
    duty = (FORM, "--org", "oam", "--subject", "G-002", "--period", "2026-10")
    row = {s["organisation"]: s for s in office.esep("status", FORM, "--period", "2026-10", "--json", expect=1).json()["status"]}
    assert row["oam"]["timeliness"] == "missing" and row["oam"]["waiver"] is None, row["oam"]
    words = ("--until", "2026-12-15", "--reason", "flood in the archive", "--basis", "order № 77")
    said = office.esep("waive", *duty, *words, user="head", expect=0).out
    assert all(w in said for w in ("15.12.2026", "flood in the archive", "order № 77", "head")), said
    row = {s["organisation"]: s for s in office.esep("status", FORM, "--period", "2026-10", "--json", expect=1).json()["status"]}
    assert row["oam"]["timeliness"] == "excused" and row["oam"]["working_days_late"] == 0, row["oam"]
    assert row["oam"]["waiver"] == {"until": "2026-12-15", "reason": "flood in the archive", "basis": "order № 77", "user": "head", "recorded": "2026-11-26"}, row["oam"]
    assert row["gzhbm"]["timeliness"] == "missing" and row["gzhbm"]["waiver"] is None, row["gzhbm"]
    line = next(x for x in office.esep("status", FORM, "--period", "2026-10", expect=1).out.splitlines() if " oam " in x)
    assert all(w in line for w in ("excused", "flood in the archive", "order № 77", "head")), line
    office.esep("status", FORM, "--period", "2026-10", "--org", "oam", expect=0)
    office.esep("status", FORM, "--period", "2026-10", "--org", "oam", today="2026-12-15", expect=0)
    office.esep("status", FORM, "--period", "2026-10", "--org", "oam", today="2026-12-16", expect=1)
    office.esep("status", FORM, "--period", "2026-10", "--to", "html", "-o", f"{office.folder}/status.html", expect=1)
    with open(f"{office.folder}/status.html", encoding="utf-8") as file:
        paper = file.read()
    assert "flood in the archive" in paper and "order № 77" in paper
    office.esep("waive", *duty, "--until", "2026-11-01", "--reason", "a mistake", "--basis", "order № 78", expect=0)  # takes it back
    office.esep("status", FORM, "--period", "2026-10", "--org", "oam", expect=1)
    office.esep("waive", *duty, *words, user="head", expect=0)

    # Refused, and nothing was written.
    before = dump(f"{office.ws}/esep.db")
    office.esep("waive", *duty, "--until", "2026-12-15", "--reason", " ", "--basis", "x", expect=64)
    office.esep("waive", *duty, "--until", "2026-12-15", "--reason", "x", expect=64)
    office.esep("waive", *duty, "--until", "15.13.2026", "--reason", "x", "--basis", "x", expect=64)
    office.esep("waive", FORM, "--org", "oam", "--subject", "G-001", "--period", "2026-10", *words, expect=2)  # another's grant
    office.esep("waive", FORM, "--org", "nobody", "--period", "2026-10", *words, expect=2)
    office.esep("waive", FORM, "--org", "oam", "--period", "2026-Q3", *words, expect=64)
    office.esep("waive", FORM, "--org", "oam", *words, expect=64)
    office.esep("waive", "no-form", "--org", "oam", "--period", "2026-10", *words, expect=2)
    office.esep("unlock", FORM, "--period", "2026-10", "--reason", "x", expect=2)
    assert dump(f"{office.ws}/esep.db") == before

    late = f"{office.folder}/late.xlsx"
    blank = f"{office.folder}/blank-G-006.xlsx"
    give = ("blank", FORM, "--org", "gzhbm", "--subject", "G-006", "--period", "2026-10", "-o", blank)
    office.esep(*give, expect=0)
    office.esep("lock", FORM, "--period", "2026-10", "--reason", "the year is closed", user="head", expect=0)
    office.esep("lock", FORM, "--period", "2026-10", "--reason", "again", expect=2)
    assert "is closed" in office.esep(*give, expect=2).err
    subprocess.run([sys.executable, f"{SAMPLES}/fill.py", f"{SOURCE}/forms/{FORM}.2025-06.toml", TWO, blank, late,
                    "--set", "compiled_on=05.11.2026"], check=True)
    refused = office.esep("submit", late, expect=1).err
    assert "LOCKED" in refused and "unlocked first (esep unlock); who may do so: approver" in refused, refused
    told = office.esep("status", FORM, "--period", "2026-10", expect=1).err
    assert "the year is closed" in told and "head" in told, told
    office.esep("unlock", FORM, "--period", "2026-10", expect=64)
    office.esep("unlock", FORM, "--period", "2026-10", "--reason", "a court's order", expect=0)
    # Excused while it was late: it stays late, the reason stands beside it, also on the paper.
    office.esep("waive", FORM, "--org", "gzhbm", "--period", "2026-10", *words, user="head", expect=0)
    number = office.esep("submit", late, "--json", expect=0).json()["submissions"][0]["submission"]
    row = office.esep("status", FORM, "--period", "2026-10", "--org", "gzhbm", "--json", expect=1).json()["status"][0]
    assert row["timeliness"] == "late" and row["waiver"]["basis"] == "order № 77", row
    office.esep("render", FORM, number, "--to", "html", "-o", f"{office.folder}/late.html", expect=0)
    with open(f"{office.folder}/late.html", encoding="utf-8") as file:
        assert "flood in the archive" in file.read()
    office.damage(expect=0)


def histories(office):
    def actions(*words):
        return [e["action"] for e in office.esep("history", "--json", *words, expect=0).json()["history"]]
    assert actions("--action", "lock") == ["lock"]
    assert actions("--user", "head").count("waive") == 3 and "submit" not in actions("--user", "head")
    assert set(actions("--org", "oam")) == {"waive", "register_add"}, actions("--org", "oam")
    assert actions("--org", "dsm", "--action", "submit") == ["submit"]
    assert actions("--since", "2026-11-27") == [] and "init" in actions("--until", "2026-11-01")
    assert set(actions("--until", "2026-11-01")) <= {"init", "register_add"}
    entry = office.esep("history", "--json", "--action", "unlock", expect=0).json()["history"][0]
    assert entry["details"] == {"form": FORM, "period": "2026-10", "reason": "a court's order"} and entry["user"] == "registrar", entry
    office.esep("history", "--since", "yesterday", expect=64)


# The number of users as a whole cell or value: digits of codes and digests, which each run draws anew, stay as they are.
USERS = rb'([">:] ?)12(|\xc2\xa0)650(["<,])'


def verify(office):
    folder = office.folder
    papers = [f"{folder}/paper.{to}" for to in ("pdf", "xlsx", "html", "json")] + [f"{folder}/receipt.{to}" for to in ("json", "html", "pdf")]
    for name, one in verdicts(office, *papers, expect=0).items():
        assert one["verdict"] == "unaltered" and one["submissions"][0]["submission"] == "S-000002", (name, one)
        assert one["submissions"][0]["revision"] == 2, one
    received = verdicts(office, f"{folder}/second.xlsx", expect=0)[f"{folder}/second.xlsx"]
    assert received["verdict"] == "unaltered" and received["kinds"] == ["received"], received

    altered = []
    for to in ("pdf", "html", "json"):
        with open(f"{folder}/paper.{to}", "rb") as file:
            data = file.read()
        with open(f"{folder}/altered.{to}", "wb") as file:
            changed = re.sub(USERS, rb"\g<1>99\g<2>999\g<3>", data) if to != "pdf" else data + b"\n% one line more\n"
            assert changed != data, to
            file.write(changed)
        altered.append(f"{folder}/altered.{to}")
    # Packed anew by other programs: the code is then in compressed streams, or in the workbook's properties.
    subprocess.run(["qpdf", "--object-streams=generate", "--compress-streams=y", f"{folder}/paper.pdf", f"{folder}/packed.pdf"], check=True)
    rewrite_zip(f"{folder}/paper.xlsx", f"{folder}/altered.xlsx", lambda name, data: data.replace(b"12650", b"99999"))
    altered += [f"{folder}/packed.pdf", f"{folder}/altered.xlsx"]
    for name, one in verdicts(office, *altered, expect=1).items():
        assert one["verdict"] == "altered" and one["submissions"][0]["submission"] == "S-000002" and len(one["codes"]) == 1, (name, one)

    with open(f"{folder}/foreign.html", "w", encoding="utf-8") as file:
        file.write("<p>0123-4567-89AB, 1234-5678-9012-3456, x0123-4567-89AC</p>")
    other = verdicts(office, f"{folder}/blank-G-001.xlsx", f"{folder}/foreign.html", f"{folder}/none.pdf", folder, expect=1)
    assert [one["verdict"] for one in other.values()] == ["unknown", "unknown", "unreadable", "unreadable"], other
    assert other[f"{folder}/foreign.html"]["codes"] == ["0123-4567-89AB"], other
    said = office.esep("verify", f"{folder}/altered.pdf", expect=1).out
    assert "ALTERED" in said and "S-000002" in said, said


def hostile(office):
    """Bytes at random, cut files and a bomb end as a verdict, never as a crash."""
    rng = random.Random(5)
    for to in ("pdf", "xlsx"):
        with open(f"{office.folder}/paper.{to}", "rb") as file:
            data = file.read()
        for i in range(10):
            damaged = bytearray(data[:rng.randrange(len(data))] if i % 2 else data)
            for _ in range(30):
                damaged[rng.randrange(len(damaged))] = rng.randrange(256)
            with open(f"{office.folder}/hostile", "wb") as file:
                file.write(damaged)
            verdict = verdicts(office, f"{office.folder}/hostile", expect=1)[f"{office.folder}/hostile"]["verdict"]
            assert verdict in ("altered", "unknown"), verdict


def past_esep(office, name, *statements):
    """A copy of the workspace whose register was written to behind Esep's back."""
    ws = f"{office.folder}/{name}"
    shutil.copytree(office.ws, ws)
    with opened(f"{ws}/esep.db") as database:
        guards = database.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for guard, _ in guards:
            database.execute(f"DROP TRIGGER {guard}")
        for statement in statements:
            database.execute(statement)
        for _, sql in guards:
            database.execute(sql)
    return ws


def doctor(office):
    assert office.damage(expect=0) == []
    damage = office.damage(ws=past_esep(office, "file", "UPDATE file SET bytes = zeroblob(length(bytes)) WHERE sha256 = "
                                        "(SELECT sha256 FROM submission WHERE id = 1)"))
    assert damage == [("file", "S-000001", "DOCTOR-FILE")], damage
    damage = office.damage(ws=past_esep(office, "entry", "UPDATE history SET user = 'nobody' WHERE action = 'lock'"))
    assert [d[2] for d in damage if d[0] == "history"] == ["DOCTOR-ENTRY-HASH"], damage
    table = f'"report.{FORM}.2025-06"'
    damage = office.damage(ws=past_esep(office, "row", f"UPDATE {table} SET user_count = 12651 WHERE user_count = 12650 AND _submission = 2"))
    assert damage == [("rows", "S-000002", "DOCTOR-ROWS")], damage
    damage = office.damage(ws=past_esep(office, "fact", "UPDATE submission SET timeliness = 'late' WHERE id = 2"))
    assert damage == [("submission", "S-000002", "DOCTOR-SUBMISSION-CHANGED")], damage
    damage = office.damage(ws=past_esep(office, "grant", "UPDATE register_row SET value = 'km' WHERE key = 'G-002' AND value = 'oam'"))
    assert damage == [("record", "grants/G-002", "DOCTOR-REGISTER-ROW")], damage
    said = office.esep("doctor", ws=f"{office.folder}/fact", expect=1).out
    assert "S-000002" in said and "timeliness" in said, said

    # Receipts: whole, of a history whose tail is gone, of another register, unreadable.
    submitted = f"{office.folder}/submitted.json"
    with open(submitted, "w", encoding="utf-8") as file:
        file.write(office.receipts[1])
    head = office.esep("show", "S-000002", "--json", expect=0).json()["submissions"][0]["chain_head"]
    for receipt in (submitted, f"{office.folder}/receipt.json", f"{office.folder}/receipt.html", head, head.upper()):
        assert office.damage("--receipt", receipt, expect=0) == [], receipt
    assert office.damage("--receipt", "0" * 64) == [("receipt", "0" * 64, "RECEIPT-HEAD-LOST")]
    cut = past_esep(office, "cut", "DELETE FROM history WHERE seq >= (SELECT seq FROM history WHERE submission = 2 AND action = 'submit')")
    assert ("receipt", "S-000002", "RECEIPT-HEAD-OTHER") in office.damage("--receipt", submitted, ws=cut)
    lost = past_esep(office, "lost", "PRAGMA foreign_keys = OFF", f"DELETE FROM {table} WHERE _submission = 2", "DELETE FROM submission WHERE id = 2",
                     "DELETE FROM submission_field WHERE submission = 2", "DELETE FROM finding WHERE submission = 2")
    assert ("receipt", "S-000002", "RECEIPT-LOST") in office.damage("--receipt", f"{office.folder}/receipt.html", ws=lost)
    assert office.damage("--receipt", f"{office.folder}/receipt.pdf", expect=0) == []
    office.esep("doctor", "--receipt", f"{office.folder}/none.json", expect=2)

    # Bytes of the file itself: in a page that SQLite reads, in the header, and no database at all.
    ws = f"{office.folder}/bytes"
    os.makedirs(ws)
    office.esep("backup", f"{ws}/esep.db", expect=0)
    with open(f"{ws}/esep.db", "rb") as file:
        sound = file.read()
    rng = random.Random(7)
    missed = []
    for i in range(40):
        damaged = bytearray(sound)
        at = rng.randrange(100, len(sound))
        damaged[at] ^= 1 << rng.randrange(8)
        with open(f"{ws}/esep.db", "wb") as file:
            file.write(damaged)
        result = office.esep("doctor", ws=ws)
        assert result.code in (0, 1), (at, result.code, result.err)
        if result.code == 0 and dump_or_none(f"{ws}/esep.db") != dump(f"{office.ws}/esep.db"):
            missed.append(at)
    assert not missed, f"bytes {missed} changed what the register says unnoticed"
    # A list of free pages that is not there: the structure is damaged, and what the register says is not.
    with open(f"{ws}/esep.db", "wb") as file:
        file.write(sound[:36] + (1 + int.from_bytes(sound[36:40], "big")).to_bytes(4, "big") + sound[40:])
    assert office.damage(ws=ws) == [("database", None, "DOCTOR-DATABASE")]
    for lang, said, advice in (("kk", "Тізілім файлының құрылымы бүлінген: сақтық көшірмеден қалпына келтіріңіз (esep restore).", "Не істеу керек (дерекқор файлы): "),
                               ("ru", "Повреждена структура файла реестра: восстановите его из резервной копии (esep restore).", "Что делать (файл базы): "),
                               ("en", "The structure of the register's file is damaged: restore it from a backup (esep restore).", "What to do (the database file): ")):
        told = office.esep("--lang", lang, "doctor", ws=ws, expect=1).out
        assert said in told and advice in told, told
    for damaged in (b"X" * 100 + sound[100:], b"no database at all"):
        with open(f"{ws}/esep.db", "wb") as file:
            file.write(damaged)
        assert office.damage(ws=ws)[0][0] == "database"


def dump_or_none(file):
    try:
        return dump(file)
    except sqlite3.Error:
        return None


def backups(office):
    folder = office.folder
    backup = f"{folder}/backup.db"
    office.esep("backup", backup, expect=0)
    assert os.stat(backup).st_mode & 0o777 == 0o600
    assert [n for n in os.listdir(folder) if n.startswith((".esep", "backup.db-"))] == []
    with open(backup, "rb") as file:
        first = hashlib.sha256(file.read()).hexdigest()
    office.esep("backup", backup, expect=2)  # never over another file
    with open(backup, "rb") as file:
        assert hashlib.sha256(file.read()).hexdigest() == first
    assert dump(backup) == dump(f"{office.ws}/esep.db")
    office.esep("backup", f"{folder}/no/such/folder.db", expect=2)

    new = f"{folder}/restored"
    office.esep("restore", backup, ws=new, expect=0)
    assert dump(f"{new}/esep.db") == dump(f"{office.ws}/esep.db")
    assert sorted(os.listdir(new)) == ["data", "esep.db", "esep.lock", "esep.toml", "forms", "templates"], os.listdir(new)
    assert office.damage(ws=new, expect=0) == []
    entry = office.esep("history", "--json", "--action", "restore", ws=new, expect=0).json()["history"]
    assert len(entry) == 1 and entry[0]["user"] == "registrar" and entry[0]["details"]["file"] == "backup.db", entry
    office.esep("restore", backup, ws=new, expect=2)  # never over a register

    office.esep("withdraw", "S-000002", "--reason", "a mistake", ws=new, expect=0)
    changed = dump(f"{new}/esep.db")
    office.esep("restore", backup, "--replace", ws=new, today="2026-11-26T10:15", expect=0)
    assert dump(f"{new}/esep.db") == dump(f"{office.ws}/esep.db")
    kept = f"{new}/esep.db.replaced-2026-11-26T1015.backup"
    assert dump(kept) == changed and os.stat(kept).st_mode & 0o777 == 0o600
    assert office.damage(ws=new, expect=0) == []

    # A damaged backup is refused and changes nothing; a damaged register is replaced and kept as it is.
    with open(backup, "rb") as file:
        data = bytearray(file.read())
    at = data.index(b"flood in the archive")
    data[at] ^= 1
    with open(f"{folder}/damaged.db", "wb") as file:
        file.write(data)
    before = dump(f"{new}/esep.db")
    office.esep("restore", f"{folder}/damaged.db", "--replace", ws=new, expect=1)
    assert dump(f"{new}/esep.db") == before
    office.esep("restore", f"{folder}/damaged.db", ws=f"{folder}/never", expect=1)
    assert not os.path.exists(f"{folder}/never/esep.db")
    office.esep("restore", f"{folder}/none.db", ws=f"{folder}/never", expect=2)
    office.esep("restore", f"{folder}/paper.pdf", ws=f"{folder}/never", expect=2)
    with open(f"{new}/esep.db", "wb") as file:
        file.write(b"a disk lost its mind" * 500)
    office.esep("restore", backup, "--replace", ws=new, today="2026-11-26T10:15", expect=0)
    assert dump(f"{new}/esep.db") == dump(f"{office.ws}/esep.db")
    with open(f"{new}/esep.db.replaced-2026-11-26T1015-2.backup", "rb") as file:
        assert file.read() == b"a disk lost its mind" * 500


def reviews(folder):
    """Every step of a review stands against its entry, and doctor names what was changed past Esep."""
    office = Office(folder)
    with open(f"{office.ws}/esep.toml", "a", encoding="utf-8") as file:
        file.write('\n[users]\nregistrar = ["agency", "registrar", "day_keeper"]\nrev = ["reviewer", "day_keeper"]\nhead = ["approver", "reviewer", "day_keeper"]\n')
    approve_unassessed(SOURCE, office.ws)
    with open(f"{folder}/answers.toml", "w", encoding="utf-8") as file:
        file.write(ANSWERS)
    for user, *words in (("registrar", "review", "open", "S-000002", "--to", "rev"), ("registrar", "review", "assign", "S-000002", "--to", "head"),
                         ("rev", "note", "S-000002", "--cell", "X14", "--item", "UR-12", "--text", "first\nsecond line"),
                         ("rev", "assess", "S-000002", "--checklist", "unified-requirements", "--answers", f"{folder}/answers.toml"),
                         ("rev", "recommend", "S-000002", "--text", "do it", "--due", "2026-12-20", "--item", "UR-12"),
                         ("rev", "recommend", "S-000002", "--text", "and that", "--due", "2026-12-21"),
                         ("registrar", "recommend", "--answer", "R-000001", "--text", "done"), ("head", "recommend", "--close", "R-000001", "--text", "seen"),
                         ("head", "review", "approve", "S-000002", "--text", "good")):
        office.esep(*words, user=user, expect=0)
    assert office.damage(expect=0) == []
    backup = f"{folder}/backup.db"
    office.esep("backup", backup, expect=0)
    office.esep("restore", backup, ws=f"{folder}/again", expect=0)
    assert dump(f"{folder}/again/esep.db") == dump(f"{office.ws}/esep.db")
    for name, statement, place in (("reviewer", "UPDATE review SET reviewer = 'x' WHERE id = 2", "review 2"),
                                   ("term", "UPDATE review SET due = '2027-01-01' WHERE id = 1", "review 1"),
                                   ("note", "UPDATE review_note SET text = 'x'", "review_note 1"),
                                   ("answer", "UPDATE assessment SET answer = 'conforms'", "assessment 1"),
                                   ("text", "UPDATE recommendation SET text = 'x' WHERE id = 2", "recommendation R-000002"),
                                   ("outcome", "UPDATE recommendation SET outcome = 'x' WHERE id = 1", "recommendation R-000001"),
                                   ("closed", "UPDATE recommendation SET state = 'closed' WHERE id = 2", "recommendation R-000002"),
                                   ("gone", "DELETE FROM recommendation WHERE id = 2", "recommendation #"),
                                   ("approved", "UPDATE submission SET state = 'approved' WHERE id = 1", "S-000001"),
                                   ("returned", "UPDATE submission SET state = 'returned' WHERE id = 2", "S-000002")):
        places = [d[1] for d in office.damage(ws=past_esep(office, name, statement))]
        assert any(p.startswith(place) for p in places), (name, places)


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def exports(office):
    folder = f"{office.folder}/export"
    before = dump(f"{office.ws}/esep.db")
    office.esep("export", folder, expect=0)
    assert dump(f"{office.ws}/esep.db") == before
    office.esep("export", folder, expect=2)
    assert len(table(f"{folder}/registers/grants.csv")) == 6
    rows = table(f"{folder}/forms/{FORM}.csv")
    with opened(f"{office.ws}/esep.db") as database:
        (count,) = database.execute(f'SELECT count(*) FROM "report.{FORM}.2025-06" WHERE _submission IN (2, 4)').fetchone()
    assert len(rows) == count and {r["_submission"] for r in rows} == {"S-000002", "S-000004"}, len(rows)
    assert "12650" in {r["user_count"] for r in rows}
    assert len(table(f"{folder}/tables/history.csv")) == len(before["history"])
    assert {r["basis"] for r in table(f"{folder}/tables/waiver.csv")} == {"order № 77", "order № 78"}
    described = {(r["file"], r["column"]) for r in table(f"{folder}/dictionary.csv")}
    for base, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(base, name)
            assert os.stat(path).st_mode & 0o077 == 0, path
            if name.endswith(".csv") and name != "dictionary.csv":
                inside = os.path.relpath(path, folder)
                with open(path, encoding="utf-8-sig", newline="") as file:
                    assert {(inside, column) for column in next(csv.reader(file))} <= described, inside
    assert sorted(os.listdir(f"{folder}/files")) == ["S-000001.xlsx", "S-000002.xlsx", "S-000003.xlsx", "S-000004.xlsx"]
    for number, name in (("S-000001", "first"), ("S-000003", "wrong")):
        with open(f"{folder}/files/{number}.xlsx", "rb") as a, open(f"{office.folder}/{name}.xlsx", "rb") as b:
            assert a.read() == b.read()


PERSONAL_FORM = """form = "people"
edition = "2025"
period = "month"
title = { kk = "Адамдар", ru = "Люди" }
law = { kk = "Бұйрық", ru = "Приказ" }
in_force = { from = 2025-01-01 }
[[column]]
id = "person"
number = "1"
type = "iin"
title = { kk = "ЖСН", ru = "ИИН" }
[[column]]
id = "note"
number = "2"
title = { kk = "Ескерту", ru = "Примечание" }
[[obligation]]
id = "people-monthly"
title = { kk = "Адамдар есебі", ru = "Отчёт о людях" }
organisations = ["km"]
period = "month"
due = { day = 20, months_after = 1 }
law = { kk = "Бұйрық", ru = "Приказ" }
"""


def masked(folder):
    """A form that asks for personal numbers: right ones, a mistyped one that only its finding quotes, one in a free text."""
    ws = f"{folder}/people"
    run("--as", "registrar", "--today", "2026-11-01", "init", ws, expect=0)
    with open(f"{ws}/forms/people.2025.toml", "w", encoding="utf-8") as file:
        file.write(PERSONAL_FORM)
    right, wrong, quoted, body = "880101300123", "880101300129", "900215400003", "990340000014"
    for name, person, note in (("good", right, f"also {quoted}, of the body {body}"), ("bad", wrong, "")):
        with open(f"{folder}/{name}.json", "w", encoding="utf-8") as file:
            json.dump({"form": "people", "edition": "2025", "organisation": "km", "period": "2026-10",
                       "rows": [{"person": person, "note": note}]}, file)
    esep = ("-w", ws, "--as", "clerk", "--today", "2026-11-05")
    good = run(*esep, "submit", f"{folder}/good.json")
    assert good.code == 0, good.err
    bad = run(*esep, "submit", f"{folder}/bad.json", expect=1)
    assert wrong in bad.err, bad.err
    said = run(*esep, "export", f"{folder}/masked", expect=0)
    assert "2 files" in said.err, said.err
    whole = b""
    for base, _, names in os.walk(f"{folder}/masked"):
        for name in names:
            with open(os.path.join(base, name), "rb") as file:
                whole += file.read()
    assert not os.path.exists(f"{folder}/masked/files")
    for number in (right, wrong, quoted):
        assert number.encode() not in whole, number
    row = table(f"{folder}/masked/forms/people.csv")[0]
    assert row["person"] == "********0123" and row["note"] == f"also ********0003, of the body {body}", row
    run(*esep, "export", f"{folder}/open", "--with-personal", expect=0)
    row = table(f"{folder}/open/forms/people.csv")[0]
    assert row["person"] == right and quoted in row["note"], row
    assert sorted(os.listdir(f"{folder}/open/files")) == ["S-000001.json", "S-000002.json"]
    entry = run(*esep, "history", "--json", "--action", "export", expect=0).json()["history"]
    assert [e["user"] for e in entry] == ["clerk"], entry


def main():
    with tempfile.TemporaryDirectory() as folder:
        office = Office(folder)
        waivers_and_locks(office)
        histories(office)
        verify(office)
        hostile(office)
        doctor(office)
        backups(office)
        exports(office)
        masked(folder)
    with tempfile.TemporaryDirectory() as folder:
        reviews(folder)
    print("the register is kept")


if __name__ == "__main__":
    main()
