#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Whoever opens esep.db with another program changes a value, a row, a table, a column, an index, a trigger, a view or a setting: doctor notices it,
or it provably changes nothing that Esep answers. The ways are counted out over the whole schema, not drawn.
usage: tampering.py SOURCE_DIR [WAYS [SEED]]"""
import os
import random
import shutil
import sqlite3
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
sys.path.insert(0, os.path.dirname(__file__))
from damage import fill  # noqa: E402
from upkeep_office import FORM, Office, opened  # noqa: E402

WAYS = int(sys.argv[2]) if len(sys.argv) > 2 else 100
SEED = int(sys.argv[3]) if len(sys.argv) > 3 else 1


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def where(keys, row):
    return " AND ".join(f"{quoted(k)} = {literal(v)}" for k, v in zip(keys, row))


def literal(value):
    if value is None:
        return "NULL"
    if isinstance(value, bytes):
        return f"x'{value.hex()}'"
    return str(value) if isinstance(value, (int, float)) else "CAST(x'" + value.encode().hex() + "' AS TEXT)"


def others(value):
    """Values that could stand there instead: what a hand would write, and what only looks the same."""
    if isinstance(value, int):
        return [value + 1, -value if value else 7, None]
    if isinstance(value, bytes):
        return [value + b"\0", value[:-1], b""]
    if value is None:
        return ["x", 1]
    return [value + " ", value[:-1] if value else "x", value.swapcase() if value.swapcase() != value else value + "0", None]


class Schema:
    def __init__(self, database):
        self.objects = database.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
        self.tables = {}
        for kind, name, _, _ in self.objects:
            if kind == "table":
                columns = database.execute(f"PRAGMA table_info({quoted(name)})").fetchall()
                keys = [c[1] for c in columns if c[5]] or ["rowid"]
                self.tables[name] = ([c[1] for c in columns], keys)

    def of(self, kind):
        return [(name, table, sql) for k, name, table, sql in self.objects if k == kind]


def cells(database, table, columns, keys):
    rows = database.execute(f"SELECT {', '.join(map(quoted, keys))}, {', '.join(map(quoted, columns))} FROM {quoted(table)}").fetchall()
    picked = [rows[i] for i in sorted({0, len(rows) // 2, len(rows) - 1})]
    for c, column in enumerate(columns):
        for row in picked[: 2 if len(columns) > 12 else 3]:
            value = row[len(keys) + c]
            for other in others(value):
                yield f"{table}.{column}: {value!r:.40} -> {other!r:.40}", [f"UPDATE {quoted(table)} SET {quoted(column)} = {literal(other)} WHERE {where(keys, row)}"]
    for row in (picked[0], picked[-1]):
        yield f"{table}: a row removed", [f"DELETE FROM {quoted(table)} WHERE {where(keys, row)}"]
        for shift in (1000, -1000):
            first = ", ".join(f"{quoted(c)} + {shift}" if c == keys[0] and isinstance(row[0], int) else f"{quoted(c)} || 'x'" if c == keys[0] else quoted(c) for c in columns)
            yield f"{table}: a row doubled {shift}", [f"INSERT INTO {quoted(table)} SELECT {first} FROM {quoted(table)} WHERE {where(keys, row)}"]
    if len(rows) > 1:
        a, b = picked[0], picked[-1]
        for c, column in enumerate(columns):
            if column not in keys and a[len(keys) + c] != b[len(keys) + c]:
                yield f"{table}.{column}: two rows swapped", [
                    f"UPDATE {quoted(table)} SET {quoted(column)} = {literal(x[len(keys) + c])} WHERE {where(keys, y)}" for x, y in ((a, b), (b, a))]
    yield f"{table}: emptied", [f"DELETE FROM {quoted(table)}"]


def structure(schema):
    for table, (columns, keys) in schema.tables.items():
        name = quoted(table)
        yield f"{table}: dropped", [f"DROP TABLE {name}"]
        yield f"{table}: renamed", [f"ALTER TABLE {name} RENAME TO gone"]
        yield f"{table}: a column more", [f"ALTER TABLE {name} ADD COLUMN more TEXT"]
        yield f"{table}: replaced by a view of itself", [f"ALTER TABLE {name} RENAME TO gone", f"CREATE VIEW {name} AS SELECT * FROM gone"]
        yield f"{table}: copied without its rules", [f"CREATE TABLE gone AS SELECT * FROM {name}", f"DROP TABLE {name}", f"ALTER TABLE gone RENAME TO {name}"]
        for event in ("INSERT", "UPDATE", "DELETE"):
            yield f"{table}: a trigger after {event}", [f"CREATE TRIGGER stranger AFTER {event} ON {name} BEGIN DELETE FROM history WHERE seq = 1; END"]
        yield f"{table}: an index more", [f"CREATE INDEX stranger ON {name}({quoted(columns[-1])})"]
        for column in columns:
            if column not in keys:
                yield f"{table}.{column}: dropped", [f"ALTER TABLE {name} DROP COLUMN {quoted(column)}"]
                yield f"{table}.{column}: renamed", [f"ALTER TABLE {name} RENAME COLUMN {quoted(column)} TO gone"]
    for index, _, sql in schema.of("index"):
        yield f"index {index}: dropped", [f"DROP INDEX {index}"]
        yield f"index {index}: of another kind", [f"DROP INDEX {index}", sql.replace("UNIQUE ", "") if "UNIQUE" in sql else sql.replace("INDEX", "UNIQUE INDEX", 1)]
        yield f"index {index}: partial", [f"DROP INDEX {index}", (sql if "WHERE" not in sql else sql[:sql.index("WHERE")]) + " WHERE 0"]
    for trigger, table, sql in schema.of("trigger"):
        yield f"trigger {trigger}: dropped", [f"DROP TRIGGER {trigger}"]
        yield f"trigger {trigger}: never fires", [f"DROP TRIGGER {trigger}", sql.replace("BEGIN", "WHEN 0 BEGIN", 1)]
        yield f"trigger {trigger}: says it and does nothing", [f"DROP TRIGGER {trigger}", sql.replace("RAISE(ABORT", "(('abort')", 1).replace("(('abort'),", "(", 1)]
        yield f"trigger {trigger}: on another table", [f"DROP TRIGGER {trigger}", sql.replace(f" ON {table}", " ON lock", 1)]
    yield "a table more", ["CREATE TABLE stranger(x)"]
    yield "a view more", ["CREATE VIEW stranger AS SELECT * FROM history"]
    yield "statistics", ["ANALYZE"]
    yield "statistics that lie", ["ANALYZE", "UPDATE sqlite_stat1 SET stat = '1 1 1 1'"]
    yield "a virtual table", ["CREATE VIRTUAL TABLE stranger USING fts5(x)"]


def settings(schema):
    for name, values in (("user_version", (0, 1, 3, 6, 99)), ("application_id", (0, 1))):
        for value in values:
            yield f"{name} = {value}", [f"PRAGMA {name} = {value}"]
    yield "vacuum", ["VACUUM"]
    yield "another page size", ["PRAGMA journal_mode = DELETE", "PRAGMA page_size = 8192", "VACUUM"]
    yield "another journal", ["PRAGMA journal_mode = DELETE"]
    for _, table, sql in schema.of("table"):
        for what, change in (("not strict", (") STRICT", ")")), ("letters of both cases alike", ("TEXT NOT NULL", "TEXT COLLATE NOCASE NOT NULL")),
                             ("null allowed", (" NOT NULL", "")), ("another default", ("TEXT NOT NULL", "TEXT NOT NULL DEFAULT 'x'"))):
            if change[0] in sql:
                yield f"{table}: {what}", ["PRAGMA writable_schema = ON",
                                           f"UPDATE sqlite_schema SET sql = {literal(sql.replace(*change, 1))} WHERE type = 'table' AND name = {literal(table)}",
                                           "PRAGMA writable_schema = RESET"]


def all_ways(office):
    with opened(f"file:{office.folder}/sound.db?mode=ro", uri=True) as database:
        schema = Schema(database)
        out = [*structure(schema), *settings(schema)]
        for table, (columns, keys) in schema.tables.items():
            out += cells(database, table, columns, keys)
    return out


def tamper(office, statements):
    """Whether SQLite took them; guards are put back as they were, unless they are what is changed."""
    for tail in ("-wal", "-shm"):
        if os.path.exists(f"{office.ws}/esep.db{tail}"):
            os.remove(f"{office.ws}/esep.db{tail}")
    shutil.copy(f"{office.folder}/sound.db", f"{office.ws}/esep.db")
    database = sqlite3.connect(f"{office.ws}/esep.db", isolation_level=None)
    try:
        values = statements[0].startswith(("UPDATE ", "INSERT ", "DELETE ")) and "sqlite_schema" not in statements[0]
        guards = database.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall() if values else []
        for guard, _ in guards:
            database.execute(f"DROP TRIGGER {guard}")
        for statement in statements:
            database.execute(statement)
        for _, sql in guards:
            database.execute(sql)
    except sqlite3.Error:
        return False
    finally:
        database.close()
    return True


def answers(office):
    """What people see of the register, byte for byte."""
    out = []
    numbers = [f"S-{n:06}" for n in range(1, 4)]
    for words in [["status", FORM, "--period", "2026-10", "--json"], ["status", "roadmap-consolidated", "--period", "2026-H1", "--json"], ["history", "--json"],
                  ["due", "--period", "2026-10", "--json"], ["due", "--period", "2026-H1", "--json"], ["register", "show", "grants", "--json"],
                  ["register", "show", "organisations", "--json"], ["review", "list", "--all", "--json"], ["followup", "--json"],
                  *([["show", n, "--json"] for n in numbers] + [["review", "show", n, "--json"] for n in numbers[:2]]),
                  *[["render", FORM, "S-000002", "--to", to, "-o", "-"] for to in ("json", "html", "csv")], ["verify", f"{office.folder}/paper.pdf", "--json"],
                  ["verify", f"{office.folder}/1.p7s", "--json"]]:
        done = office.esep(*words, expect=None)
        out.append((words, done.code, done.out, done.err))
    return out


def main():
    rng = random.Random(SEED)
    with tempfile.TemporaryDirectory() as folder:
        office = Office(folder)
        fill(office)
        ways = all_ways(office)
        assert len(ways) >= 600, len(ways)
        assert len({what for what, _ in ways}) >= 600
        tamper(office, ["PRAGMA user_version"])
        sound = answers(office)
        chosen = rng.sample(ways, min(WAYS, len(ways)))
        refused, harmless, unnoticed = 0, [], []
        for what, statements in chosen:
            if not tamper(office, statements):
                refused += 1  # SQLite itself does not take it
                continue
            if office.esep("doctor", expect=None).code == 0:
                changed = [words for (words, *before), (_, *after) in zip(sound, answers(office)) if before != after]
                (unnoticed if changed else harmless).append((what, changed))
        assert not unnoticed, "\n".join(f"{what}: doctor finds nothing, and {changed} answers otherwise" for what, changed in unnoticed)
        noticed = len(chosen) - refused - len(harmless)
        print(f"{len(chosen)} of {len(ways)} ways: {noticed} noticed, {refused} refused by SQLite, {len(harmless)} without effect: " + "; ".join(w for w, _ in harmless))


if __name__ == "__main__":
    main()
