#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Whatever is changed past Esep, doctor names: a bit anywhere in the history, in stored files and form texts, in typed rows and in every other
table, and entries removed, swapped, doubled or cut off. usage: damage.py SOURCE_DIR [ROUNDS [SEED]]"""
import os
import random
import re
import shutil
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from office import approve_unassessed  # noqa: E402
from upkeep_office import ANSWERS, FORM, Office, opened  # noqa: E402

ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 100
SEED = int(sys.argv[3]) if len(sys.argv) > 3 else 11
EVENT = "audit_results_received"  # of data/obligations.toml


def fill(office):
    """Something in every table: `sound.db` is then what is damaged."""
    folder = office.folder
    approve_unassessed(sys.argv[1], office.ws)
    with open(f"{folder}/answers.toml", "w", encoding="utf-8") as file:
        file.write(ANSWERS)
    for n, text in ((1, b"0\x82\x01one"), (2, b"0\x82\x02two")):
        with open(f"{folder}/{n}.p7s", "wb") as file:
            file.write(text)
    for user, *words in (("head", "waive", FORM, "--org", "oam", "--period", "2026-10", "--until", "2026-12-15", "--reason", "flood", "--basis", "order № 7"),
                         ("head", "waive", FORM, "--org", "oam", "--period", "2026-10", "--until", "2026-12-31", "--reason", "flood", "--basis", "order № 8"),
                         ("head", "lock", FORM, "--period", "2026-09", "--reason", "closed"),
                         ("head", "unlock", FORM, "--period", "2026-09", "--reason", "a court"),
                         ("clerk", "review", "open", "S-000002", "--to", "rev"), ("clerk", "review", "assign", "S-000002", "--to", "other"),
                         ("rev", "note", "S-000002", "--cell", "X14", "--item", "UR-12", "--text", "first\nsecond line"),
                         ("other", "note", "S-000002", "--text", "another"),
                         ("rev", "assess", "S-000002", "--checklist", "unified-requirements", "--answers", f"{folder}/answers.toml"),
                         ("rev", "recommend", "S-000002", "--text", "do it", "--due", "2026-12-20", "--item", "UR-12"),
                         ("rev", "recommend", "S-000002", "--text", "and that", "--due", "2026-12-21"),
                         ("registrar", "recommend", "--answer", "R-000001", "--text", "done"),
                         ("other", "recommend", "--close", "R-000001", "--text", "seen"), ("head", "review", "approve", "S-000002"),
                         ("registrar", "attach", "S-000002", f"{folder}/1.p7s"), ("registrar", "attach", f"{folder}/paper.pdf", f"{folder}/2.p7s"),
                         ("registrar", "event", EVENT, "--org", "km", "--date", "2026-11-02"),
                         ("registrar", "event", EVENT, "--org", "oam", "--date", "2026-11-03"),
                         ("registrar", "event", EVENT, "--org", "oam", "--withdraw")):
        office.esep(*words, user=user, expect=0)
    for more in (["--on", "2026-11-04", "--languages", "kk"], ["--on", "2026-11-05", "--languages", "kk,ru", "--link", "https://km.example/1"], ["--withdraw"]):
        office.esep("done", "open-budgets-audit-results", "--org", "km", "--document", "№ 1", *more, user="registrar", expect=0)
    formed = "roadmap-consolidated", "--org", "oam", "--period", "2026-H1"
    office.esep("render", *formed, "--to", "html", "-o", f"{folder}/formed.html", user="registrar", expect=0)
    with open(f"{folder}/formed.html", encoding="utf-8") as file:
        code = re.search(r"[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}", file.read())[0]
    for number in ("12-3/451", "12-3/452"):
        office.esep("dispatch", *formed, "--on", "2026-11-26", "--number", number, "--signer", "A. Minister", "--code", code, "--incomplete", user="registrar", expect=0)
    office.damage(expect=0)
    with opened(f"file:{office.ws}/esep.db?mode=ro", uri=True) as database:
        database.execute(f"VACUUM INTO '{folder}/sound.db'")
        names = [n for (n,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")]
        empty = [n for n in names if database.execute(f'SELECT count(*) FROM "{n}"').fetchone() == (0,)]
        assert not empty, f"nothing stands in {empty}: extend this test"
    return names


class Cells:
    """Every value of some tables, one byte of which can be drawn with equal chances."""

    def __init__(self, database, tables):
        self.cells = []  # table, key, column, value, bytes
        for table in tables:
            columns = database.execute(f'PRAGMA table_info("{table}")').fetchall()
            keys = [c[1] for c in columns if c[5]]
            quoted = ", ".join(f'"{k}"' for k in keys)
            for _, column, *_ in columns:
                for *key, value in database.execute(f'SELECT {quoted}, "{column}" FROM "{table}"'):
                    size = 8 if isinstance(value, int) else len(value.encode() if isinstance(value, str) else value or b"")
                    if size:
                        self.cells.append((table, keys, key, column, value, size))
        self.total = sum(c[-1] for c in self.cells)

    def draw(self, rng):
        at = rng.randrange(self.total)
        for *cell, size in self.cells:
            if at < size:
                return (*cell, at)
            at -= size
        raise AssertionError


def flip(database, rng, cells):
    """One bit of one byte; returns what was done and what a place named by doctor may begin with, or None where SQLite refuses the value."""
    table, keys, key, column, value, at = cells.draw(rng)
    bit = rng.randrange(8)
    if isinstance(value, int):
        fresh = value ^ (1 << (at * 8 + bit))
        fresh -= 1 << 64 if fresh >= 1 << 63 else 0
        expression = "?"
    else:
        raw = bytearray(value.encode() if isinstance(value, str) else value)
        raw[at] ^= 1 << bit
        fresh, expression = bytes(raw), "CAST(? AS TEXT)" if isinstance(value, str) else "?"
    where = " AND ".join(f'"{k}" = ?' for k in keys)
    if database.execute(f'UPDATE OR IGNORE "{table}" SET "{column}" = {expression} WHERE {where}', (fresh, *key)).rowcount != 1:
        return None
    return f"{table}.{column} of {key}: byte {at}, bit {bit}", places(database, table, keys, key, column, value)


def places(database, table, keys, key, column, value):
    """What doctor must name: the thing itself. What a key was changed to may be named instead."""
    number = f"S-{key[0]:06}" if isinstance(key[0], int) else ""
    if table == "history":
        return [str(key[0])]
    if table == "file":
        sha256 = key[0]
        using = [f"S-{i:06}" for (i,) in database.execute(
            "SELECT id FROM submission WHERE sha256 = ? UNION SELECT submission FROM attachment WHERE sha256 = ?", (sha256, sha256))]
        return using + [database.execute("SELECT sha256 FROM file ORDER BY 1").fetchone()[0][:0] or sha256, "submission", "attachment"]
    if table == "form_text":
        return [key[0], "S-", "submission"]
    if table.startswith("report.") or table in ("submission", "submission_field", "submission_text", "finding"):
        return [number]
    if table == "register_row":
        return [f"{key[0]}/{key[1]}"]
    if table == "paper":
        return [f"paper {key[0]}", "paper #"]
    if table == "recommendation":
        return [f"recommendation R-{key[0]:06}", "recommendation #"]
    if column == "id":
        return [table]
    return [f"{table} {key[0]}"]


def damage_history(database, rng, way):
    (last,) = database.execute("SELECT max(seq) FROM history").fetchone()
    one, other = sorted(rng.sample(range(2, last), 2))
    if way == "removed":
        database.execute("DELETE FROM history WHERE seq = ?", (one,))
    elif way == "swapped":
        for now, then in ((one, -1), (other, one), (-1, other)):
            database.execute("UPDATE history SET seq = ? WHERE seq = ?", (then, now))
    elif way == "doubled":
        database.execute("UPDATE history SET seq = -seq WHERE seq > ?", (one,))
        database.execute("UPDATE history SET seq = 1 - seq WHERE seq < 0")
        database.execute("INSERT INTO history SELECT seq + 1, at, user, action, submission, details, previous, hash, clock FROM history WHERE seq = ?", (one,))
        one += 1
    return f"entry {one} {way} ({other})", [str(one)]


def cut_off(office, rng):
    """A chain whose tail is gone is a sound chain; what is missing shows against the tables and against the last receipt."""
    with opened(f"{office.ws}/esep.db") as database:
        (head,) = database.execute("SELECT hash FROM history ORDER BY seq DESC LIMIT 1").fetchone()
        (last,) = database.execute("SELECT max(seq) FROM history").fetchone()
        after = rng.randrange(2, last)
        unguarded(database, "history", lambda: database.execute("DELETE FROM history WHERE seq > ?", (after,)))
    damage = office.damage("--receipt", head)
    assert ("receipt", head, "RECEIPT-HEAD-LOST") in damage, (after, damage)
    assert any(part != "receipt" for part, _, _ in damage), (after, damage)


def unguarded(database, table, work):
    guards = database.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?", (table,)).fetchall()
    for guard, _ in guards:
        database.execute(f"DROP TRIGGER {guard}")
    out = work()
    for _, sql in guards:
        database.execute(sql)
    return out


def one_round(office, rng, strata):
    folder = office.folder
    for tail in ("-wal", "-shm"):
        if os.path.exists(f"{office.ws}/esep.db{tail}"):
            os.remove(f"{office.ws}/esep.db{tail}")
    shutil.copy(f"{folder}/sound.db", f"{office.ws}/esep.db")
    way = rng.choice(["flip"] * 8 + ["removed", "swapped", "doubled", "cut off"])
    if way == "cut off":
        cut_off(office, rng)
        return way
    what = None
    with opened(f"{office.ws}/esep.db") as database:
        while what is None:
            if way == "flip":
                stratum = rng.choice(sorted(strata))
                cells = strata[stratum]
                guards = database.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
                for guard, _ in guards:
                    database.execute(f"DROP TRIGGER {guard}")
                what = flip(database, rng, cells)
                for _, sql in guards:
                    database.execute(sql)
            else:
                stratum = way
                what = unguarded(database, "history", lambda: damage_history(database, rng, way))
    named = [place or "" for _, place, _ in office.damage(expect=None)]
    assert any(wanted in place for wanted in what[1] for place in named), (what, named)
    return stratum


def main():
    rng = random.Random(SEED)
    with tempfile.TemporaryDirectory() as folder:
        office = Office(folder)
        names = fill(office)
        with opened(f"file:{folder}/sound.db?mode=ro", uri=True) as database:
            reports = [n for n in names if n.startswith("report.")]
            strata = {"history": Cells(database, ["history"]), "files": Cells(database, ["file", "form_text"]), "rows": Cells(database, reports)}
            rest = [n for n in names if n not in ("history", "file", "form_text", *reports)]
            # Each table as often as the others, however little stands in it.
            for name in rest:
                strata[f"table {name}"] = Cells(database, [name])
        for weight in range(5):
            for name in ("history", "files", "rows"):
                strata[f"{name} {weight}"] = strata[name]
        counts = {}
        for _ in range(ROUNDS):
            stratum = one_round(office, rng, strata)
            stratum = stratum.rstrip(" 01234")
            counts[stratum] = counts.get(stratum, 0) + 1
    print(f"{ROUNDS} damages, each named: " + ", ".join(f"{k} {v}" for k, v in sorted(counts.items())))


if __name__ == "__main__":
    main()
