#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The log of a queue: its file refuses a double whatever writes into it, what is altered is named, names stand apart, a history that lacks an entry is completed,
a lost key stops applications, and clerks who apply at the same time get one application for a child. usage: queue_store.py SOURCE_DIR"""
import concurrent.futures
import os
import shutil
import sqlite3
import stat
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import esep_cli  # noqa: E402

CHILDREN = ["150101500001", "150101500011", "150101500021", "150101500031", "150101500041"]
GUARDIAN = "850301400009"
PROVIDERS = "code,organisation,title_kk,title_ru\nP-001,KZ-75,Өнер мектебі,Школа искусств\n"
CIRCLES = ("code,provider,title_kk,title_ru,region,kind,age_from,age_to,places,monthly_norm\n"
           "C-001,P-001,Сурет салу,Рисование,KZ-75,,6,17,2,18000\nC-002,P-001,Домбыра,Домбра,KZ-75,,6,17,5,20000\n")


def esep(ws, *words, expect=0):
    return esep_cli.run("-w", ws, "--as", "registrar", "--lang", "en", "--today", "2026-12-20", *words, expect=expect)


def apply(ws, child, at, circle="C-001", expect=0):
    return esep(ws, "queue", "apply", "--circle", circle, "--child", child, "--child-name", "Баланың аты", "--guardian", GUARDIAN, "--guardian-name",
                "Ата-ананың аты", "--at", at, "--json", expect=expect)


def office(folder):
    ws = os.path.join(folder, "WS")
    esep(ws, "init", ws)
    for name, text in (("providers", PROVIDERS), ("circles", CIRCLES)):
        path = os.path.join(folder, f"{name}.csv")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        esep(ws, "import", name, path)
    esep(ws, "queue", "fund", "--operator", "KZ-75", "--year", "2026", "--amount", "1000000", "--act", "№ 1", "--at", "2026-03-02T08:00")
    apply(ws, CHILDREN[0], "2026-03-02T09:00")
    apply(ws, CHILDREN[1], "2026-03-02T09:01")
    esep(ws, "queue", "vacate", "C-001", "--places", "1", "--vacated", "2026-03-02", "--at", "2026-03-02T10:00")
    esep(ws, "queue", "run", "--day", "2026-03-02")
    return ws


def refused(database, sql):
    try:
        with database:
            database.execute(sql)
    except sqlite3.IntegrityError as error:
        return str(error)
    raise AssertionError(f"taken: {sql}")


def doubles(ws):
    database = sqlite3.connect(f"{ws}/queue.db")
    application = "INSERT INTO application SELECT number + 9, 'X', family, child, 'C-002', priority, 'waiting', rank, stands, equals, lot, outgrows, since, ahead, " \
        "first_movement, confirmed, voucher FROM application WHERE id = 'A-0000002'"
    assert refused(database, application) == "UNIQUE constraint failed: application.family, application.child"
    voucher = "INSERT INTO voucher SELECT number + 9, 'X', application, family, {}, issued, valid_until, expires, months, norm, amount, {}, ended FROM voucher"
    assert refused(database, voucher.format("'other', circle, place", "'used'")) == "UNIQUE constraint failed: voucher.circle, voucher.place"
    assert refused(database, voucher.format("child, circle, 99", "'valid'")) == "UNIQUE constraint failed: voucher.family, voucher.child"
    for table in ("entry", "run"):
        assert refused(database, f"DELETE FROM {table}") == f"{table} is append-only"
    assert refused(database, "UPDATE entry SET event = ''") == "entry is append-only"
    database.close()


def names_apart(ws):
    database = sqlite3.connect(f"{ws}/queue.db")
    tables = [name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    for table in tables:
        text = repr(database.execute(f"SELECT * FROM {table}").fetchall())
        told = any(word in text for word in [*CHILDREN, GUARDIAN, "Баланың аты", "Ата-ананың аты"])
        assert told == (table == "person"), table
    for name in ("queue.db", "person.key"):
        assert stat.S_IMODE(os.stat(f"{ws}/{name}").st_mode) == 0o600, name
    with database:  # erased on request: the log folds all the same
        database.execute("DELETE FROM person")
        database.execute("DELETE FROM child")
    database.close()
    esep(ws, "queue", "replay")


def altered(folder, sql, wanted):
    ws = office(folder)
    database = sqlite3.connect(f"{ws}/queue.db")
    with database:
        for trigger in ("entry_no_update", "entry_no_delete", "run_no_update"):
            database.execute(f"DROP TRIGGER {trigger}")
        database.execute(sql)
    database.close()
    run = esep(ws, "queue", "replay", "--json", expect=1)
    assert [one["code"] for one in run.json()["findings"]] == wanted, run.out
    return ws


def completes_history(folder):
    ws = office(folder)
    entries = lambda: [one["details"]["entry"] for one in esep(ws, "history", "--json", "--action", "queue").json()["history"]]  # noqa: E731
    before = entries()
    shutil.copy(f"{ws}/esep.db", f"{folder}/esep.db")
    esep(ws, "queue", "withdraw", "A-0000002", "--at", "2026-03-03T09:00")
    for name in ("esep.db-wal", "esep.db-shm"):
        if os.path.exists(f"{ws}/{name}"):
            os.remove(f"{ws}/{name}")
    shutil.copy(f"{folder}/esep.db", f"{ws}/esep.db")  # as if the program had died before it wrote there
    assert entries() == before
    apply(ws, CHILDREN[2], "2026-03-03T10:00")
    last = int(before[-1])
    assert entries() == [*before, str(last + 1), str(last + 2)], entries()
    esep(ws, "queue", "replay")


def lost_key(folder):
    ws = office(folder)
    os.rename(f"{ws}/person.key", f"{folder}/kept.key")
    run = apply(ws, CHILDREN[0], "2026-03-03T10:00", expect=2)
    assert run.err == (f"esep: {ws}/person.key: children are known by this key, but the file is missing or holds another key. A child's second application would go "
                       "unnoticed.\nput person.key back from a copy that was made with the keys\n"), run.err
    assert not os.path.exists(f"{ws}/person.key")
    os.rename(f"{folder}/kept.key", f"{ws}/person.key")
    run = apply(ws, CHILDREN[0], "2026-03-03T10:00", circle="C-002", expect=1)
    assert run.json()["findings"][0]["code"] == "QUEUE-CHILD-TWICE"


def lost_log(folder):
    ws = office(folder)
    os.rename(f"{ws}/queue.db", f"{folder}/kept.db")
    lost = (f"{ws}/queue.db: the register's history knows entry 6 of the queue's log, and the log lacks it. Put the file back from a copy: a log that begins anew would "
            "give numbers twice.")
    assert apply(ws, CHILDREN[2], "2026-03-03T10:00", expect=2).err == f"esep: {lost}\n"
    damage = esep(ws, "doctor", "--json", expect=1).json()["damage"]
    assert [(one["part"], one["code"], one["message"]) for one in damage] == [("queue", "QUEUE-STORE-LOST", lost)], damage
    assert not os.path.exists(f"{ws}/queue.db")
    os.rename(f"{folder}/kept.db", f"{ws}/queue.db")
    esep(ws, "doctor")


def secret(folder):
    ws = office(folder)
    word = apply(ws, CHILDREN[2], "2026-03-03T10:00").json()["applications"][0]["secret"]
    esep(ws, "queue", "position", "A-0000003", "--secret", word)
    for number, tried in (("A-0000002", word), ("A-0000003", "wrong"), ("A-0000009", word)):
        said = esep(ws, "queue", "position", number, "--secret", tried, expect=2)
        assert said.err == f"esep: The number of the application “{number}” and the secret word do not belong together: check both.\n", said.err
        assert said.out == ""


def together(folder):
    ws = office(folder)
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        runs = list(pool.map(lambda n: apply(ws, CHILDREN[2 + n % 3], "2026-03-03T10:00", circle=f"C-00{1 + n % 2}", expect=None), range(12)))
    given = [run.json()["applications"][0]["application"] for run in runs if run.code == 0]
    assert sorted(given) == ["A-0000003", "A-0000004", "A-0000005"], [(run.code, run.out, run.err) for run in runs]
    esep(ws, "queue", "replay")


def main():
    with tempfile.TemporaryDirectory() as root:
        folder = lambda name: os.makedirs(os.path.join(root, name)) or os.path.join(root, name)  # noqa: E731
        doubles(office(folder("doubles")))
        names_apart(office(folder("names")))
        altered(folder("entry"), "UPDATE entry SET event = replace(event, '1000000.00', '1000001.00') WHERE seq = 1", ["QUEUE-ENTRY", "QUEUE-TABLE", "QUEUE-RUN-DIFFERS"])
        altered(folder("cut"), "DELETE FROM entry WHERE seq = (SELECT max(seq) FROM entry)", ["QUEUE-HISTORY", "QUEUE-TABLE"])
        altered(folder("table"), "UPDATE application SET ahead = 7 WHERE id = 'A-0000002'", ["QUEUE-TABLE"])
        ws = altered(folder("run"), "UPDATE run SET given = 2", ["QUEUE-RUN-DIFFERS"])
        esep(ws, "queue", "run", "--day", "2026-03-02", expect=1)
        completes_history(folder("history"))
        lost_key(folder("key"))
        lost_log(folder("log"))
        secret(folder("secret"))
        together(folder("together"))
    print("ok")


if __name__ == "__main__":
    sys.exit(main())
