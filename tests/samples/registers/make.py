#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes registers as the programs of earlier schema versions kept them: v1.db.xz … with the receipts that they gave, v1.json … . They were made once and
are never made again: a register in use does not change either. README.md says how far they can be trusted.
usage: ESEP=… make.py SOURCE_DIR [FOLDER]"""
import hashlib
import json
import lzma
import os
import re
import sqlite3
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "..", "support"))
from office import ROW, Office  # noqa: E402

SOURCE = sys.argv[1]
FOLDER = sys.argv[2] if len(sys.argv) > 2 else os.path.dirname(os.path.abspath(__file__))
LAST = 6  # by_program.py made the later ones
KEPT_ROWS = {"organisations/km", "organisations/oam", "grants/G-001", "grants/G-002"}
# From which version on an action, and a line of an entry, is known.
SINCE = {"review_open": 2, "open": 2, "assign": 2, "note": 2, "recommend": 2, "answer": 2, "close": 2, "waive": 2, "lock": 2, "unlock": 2, "attach": 3, "done": 6, "done_withdraw": 6}
LINES = {"findings_sha256": 3, "locked": 3, "texts_sha256": 4, "to": 3, "restored": 3, "restored_state": 3}
GUARDED = ("attachment", "file", "form_text", "submission_field", "finding", "event", "waiver", "lock", "paper")
REVIEW = ("review", "review_note", "assessment", "recommendation")


def fill(folder):
    office = Office(SOURCE, folder)
    first = office.report("first", [dict(ROW)])
    office.submit(first, "2026-11-18")
    office.submit(office.report("second", [dict(ROW, user_count=12650)]), "2026-11-19")
    office.submit(office.report("wrong", [dict(ROW, user_count="көп")], organisation="oam", subject="G-002"), "2026-11-18", expect=1)
    for user, *words in (("clerk", "event", "audit_results_received", "--org", "km", "--date", "2026-11-02"),
                         ("clerk", "event", "audit_results_received", "--org", "oam", "--date", "2026-11-03"),
                         ("clerk", "event", "audit_results_received", "--org", "oam", "--withdraw"),
                         ("head", "waive", "tied-grant-usage", "--org", "oam", "--period", "2026-10", "--until", "2026-12-15", "--reason", "flood", "--basis", "№ 7"),
                         ("head", "lock", "tied-grant-usage", "--period", "2026-09", "--reason", "closed"),
                         ("head", "unlock", "tied-grant-usage", "--period", "2026-09", "--reason", "a court"),
                         ("clerk2", "review", "open", "S-000002", "--to", "rev"),
                         ("rev", "note", "S-000002", "--text", "first\nsecond line"),
                         ("rev", "recommend", "S-000002", "--text", "do it", "--due", "2026-12-20"),
                         ("clerk", "recommend", "--answer", "R-000001", "--text", "done"),
                         ("clerk", "done", "open-budgets-audit-results", "--org", "km", "--on", "2026-11-05", "--languages", "kk,ru", "--link", "https://km.example/1"),
                         ("clerk", "render", "tied-grant-usage", "S-000002", "--to", "html", "-o", f"{folder}/paper.html")):
        office.esep(user, *words)
    with open(f"{folder}/one.p7s", "wb") as file:
        file.write(b"0\x82\x01one")
    office.esep("clerk", "attach", "S-000002", f"{folder}/one.p7s")
    return office


def lines_of(details, version):
    return "".join(line for line in details.splitlines(keepends=True) if LINES.get(line.split("=")[0], 0) <= version)


def chain_hash(previous, *fields):
    out = hashlib.sha256()
    for part in (previous, *fields):
        data = str("" if part is None else part).encode()
        out.update(f"{len(data)}:".encode() + data)
    return out.hexdigest()


def history_of(now, version):
    """The entries that this version had, chained anew; the head that each submission's receipt bears."""
    out, heads, previous = [], {}, "0" * 64
    for at, user, action, submission, details in now.execute("SELECT at, user, action, submission, details FROM history ORDER BY seq"):
        facts = dict(line.split("=", 1) for line in details.splitlines())
        if SINCE.get(action, 1) > version or (action == "register_add" and f"{facts['register']}/{facts['key']}" not in KEPT_ROWS):
            continue
        details = f"schema={version}\n" if action == "init" else lines_of(details, version)
        if action in ("done", "done_withdraw") and version == 6:
            details = "".join(line for line in details.splitlines(keepends=True) if not line.startswith("addressee="))
        if action == "waive" and version < 7:
            details = "".join(line for line in details.splitlines(keepends=True) if not line.startswith("obligation="))
        seq = len(out) + 1
        head = chain_hash(previous, seq, at, user, action, submission, details)
        out.append((seq, at, user, action, submission, details, previous, head))
        if action == "submit":
            heads[submission] = head
        previous = head
    return out, heads


def schema_of(now, version):
    """SQL of the version: that of version 1 as it is kept, then each object that came with a later one."""
    with open(f"{SOURCE}/tests/unit/registry/schema_v1.sql", encoding="utf-8") as file:
        yield file.read()
    objects = {name: (table, sql) for name, table, sql in now.execute("SELECT name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL")}
    with open(f"{SOURCE}/src/registry/schema.cpp", encoding="utf-8") as file:
        source = file.read()

    def of(*tables):
        for name, (table, sql) in objects.items():
            if table in tables and not (table == "history" and name != "history_submission"):
                yield sql + ";"

    def guards(table):
        for event in ("delete", "update"):
            yield f"CREATE TRIGGER {table}_no_{event} BEFORE {event.upper()} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;"

    if version >= 2:
        yield from of("history", *REVIEW)
    if version >= 3:
        yield from (sql for sql in of("attachment") if "TRIGGER" not in sql)
        for table in GUARDED:
            yield from guards(table)
        yield from (objects[name][1] + ";" for name in ("submission_no_delete", "submission_keeps"))
    if version >= 4:
        yield from of("submission_text")
    for since, table in ((5, "dispatch"), (6, "fulfilment")):
        if since <= version < 7:
            yield re.search(rf"CREATE TABLE {table}\(.*?STRICT;", source, re.S)[0]
            yield from guards(table)
    if version >= 7:
        yield "ALTER TABLE waiver ADD COLUMN obligation TEXT NOT NULL DEFAULT '';"
        yield from of("deed")
    yield f"PRAGMA user_version = {version};"


def copy_rows(now, old, heads):
    here = [name for (name,) in old.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    for name, sql in now.execute("SELECT name, sql FROM sqlite_schema WHERE name LIKE 'report.%'").fetchall():
        old.execute(sql)
        here.append(name)
    for table in here:
        if table in ("history", "dispatch", "fulfilment"):
            continue
        columns = [f'"{c[1]}"' for c in old.execute(f'PRAGMA table_info("{table}")')]
        rows = now.execute(f'SELECT {", ".join(columns)} FROM "{table}"').fetchall()
        if table == "register_row":
            rows = [row for row in rows if f"{row[0]}/{row[1]}" in KEPT_ROWS]
        old.executemany(f'INSERT INTO "{table}"({", ".join(columns)}) VALUES({", ".join("?" * len(columns))})', rows)
    for submission, head in heads.items():
        trigger = old.execute("SELECT sql FROM sqlite_schema WHERE name = 'submission_keeps'").fetchone()
        if trigger:
            old.execute("DROP TRIGGER submission_keeps")
        old.execute("UPDATE submission SET chain_head = ? WHERE id = ?", (head, submission))
        if trigger:
            old.execute(trigger[0])


def fit(now, old, version):
    """What tables of that version lack although others of it are there."""
    if version < 2:
        old.execute("UPDATE submission SET state = 'received' WHERE state = 'under_review'")
    for table in ("waiver", "lock"):
        if version < 2:
            old.execute(f"DELETE FROM {table}")
    if version < 3:  # the signature's bytes
        old.execute("DELETE FROM file WHERE sha256 NOT IN (SELECT sha256 FROM submission)")
    if version == 6:
        old.execute("INSERT INTO fulfilment VALUES(1, 'open-budgets-audit-results', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", now.execute(
            "SELECT form, stage, organisation, subject, period, occurrence, date, languages, link, document, user FROM deed").fetchone())


def write(office, now, version):
    history, heads = history_of(now, version)
    path = f"{office.folder}/v{version}.db"
    old = sqlite3.connect(path, isolation_level=None)
    for sql in schema_of(now, version):
        old.executescript(sql)
    copy_rows(now, old, heads)
    guards = old.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for guard, _ in guards:
        old.execute(f"DROP TRIGGER {guard}")
    fit(now, old, version)
    for _, sql in guards:
        old.execute(sql)
    old.executemany("INSERT INTO history VALUES(?, ?, ?, ?, ?, ?, ?, ?)", history)
    old.execute("VACUUM")
    old.close()
    with open(path, "rb") as file, open(f"{FOLDER}/v{version}.db.xz", "wb") as out:
        out.write(lzma.compress(file.read(), preset=9))
    receipts = [history[-1][-1], *heads.values()]
    for submission, head in heads.items() if version > 1 else ():  # version 1 put the head on no answer in JSON
        answer = office.esep("clerk", "show", f"S-{submission:06}", "--json").json()
        one = answer["submissions"][0]
        one.update(chain_head=head, state="rejected" if one["revision"] is None else "received")
        one.pop("attachments", None)
        receipts.append(answer)
    with open(f"{FOLDER}/v{version}.json", "w", encoding="utf-8") as file:
        json.dump(receipts, file, ensure_ascii=False, indent=1)
        file.write("\n")


def main():
    with tempfile.TemporaryDirectory() as folder:
        office = fill(folder)
        now = sqlite3.connect(f"{office.ws}/esep.db")
        for version in range(1, LAST + 1):
            write(office, now, version)


if __name__ == "__main__":
    main()
