#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Backup and restoration take the queue's log along, and its key if that is wanted: both are of one moment, nothing that was answered is lost, what a replaced log had more
is named and keeps its numbers. usage: queue_backup.py SOURCE_DIR"""
import os
import shutil
import sqlite3
import stat
import sys
import tempfile
import threading

sys.path.insert(0, os.path.dirname(__file__))
from queue_store import CHILDREN, apply, esep, office  # noqa: E402


def number(run):
    return run.json()["applications"][0]["application"]


def entries(ws):
    return [one["details"]["entry"] for one in esep(ws, "history", "--json", "--action", "queue").json()["history"]]


def state(ws):
    return [esep(ws, "queue", *words, "--json").out for words in (["runs"], ["vouchers"], ["list", "C-001"])]


def backed_up(folder):
    """An office with a backup of the evening, and an application that came afterwards."""
    ws = office(folder)
    esep(ws, "backup", f"{folder}/evening.db", "--with-keys")
    assert number(apply(ws, CHILDREN[2], "2026-03-03T10:00")) == "A-0000003"
    return ws, f"{folder}/evening.db"


def takes_both(folder):
    ws = office(folder)
    before = state(ws)
    assert "esep: " not in esep(ws, "backup", f"{folder}/evening.db", "--with-keys").err
    names = ["evening.db", "evening.person.key", "evening.queue.db"]
    assert sorted(name for name in os.listdir(folder) if name.startswith("evening")) == names
    assert all(stat.S_IMODE(os.stat(f"{folder}/{name}").st_mode) == 0o600 for name in names)
    os.remove(f"{folder}/evening.db")
    said = esep(ws, "backup", f"{folder}/evening.db", "--with-keys", expect=2).err
    assert said == f"esep: {folder}/evening.queue.db exists already: a backup overwrites nothing.\n", said
    assert not os.path.exists(f"{folder}/evening.db")
    esep(ws, "backup", f"{folder}/other.db", "--with-keys")
    new = f"{folder}/new"
    esep(new, "restore", f"{folder}/other.db")
    assert state(new) == before
    assert all(stat.S_IMODE(os.stat(f"{new}/{name}").st_mode) == 0o600 for name in ("queue.db", "person.key"))
    esep(new, "doctor")
    run = apply(new, CHILDREN[1], "2026-03-03T10:00", circle="C-002", expect=1)
    assert run.json()["findings"][0]["code"] == "QUEUE-CHILD-TWICE"


def keeps_a_whole_log(folder):
    ws, evening = backed_up(folder)
    before = state(ws)
    said = esep(ws, "restore", evening, "--replace").err
    assert "The queue's log in this folder is whole and has 1 entry that the backup lacks, so it stayed as it was: nothing of the queue is lost." in said, said
    assert state(ws) == before and len(entries(ws)) == 6
    esep(ws, "doctor")
    assert number(apply(ws, CHILDREN[3], "2026-03-03T11:00")) == "A-0000004"
    assert entries(ws) == [str(n) for n in range(1, 9)]
    esep(ws, "queue", "replay")


def names_what_is_lost(folder):
    ws, evening = backed_up(folder)
    database = sqlite3.connect(f"{ws}/queue.db")
    with database:
        database.execute("DROP TRIGGER entry_no_update")
        database.execute("UPDATE entry SET event = replace(event, '1000000.00', '9000000.00') WHERE seq = 1")
    database.close()
    esep(ws, "doctor", expect=1)
    said = esep(ws, "restore", evening, "--replace").err
    assert "The old log of the queue had 1 entry that the restored one lacks." in said, said
    assert any("A-0000003" in line and "apply" in line and "C-001" in line for line in said.splitlines()), said
    kept = [name for name in os.listdir(ws) if name.startswith("esep.db.replaced-") and name.endswith(".queue.db")]
    assert len(kept) == 1 and stat.S_IMODE(os.stat(f"{ws}/{kept[0]}").st_mode) == 0o600, kept
    esep(ws, "doctor")
    assert number(apply(ws, CHILDREN[2], "2026-03-03T11:00")) == "A-0000004"
    esep(ws, "queue", "replay")


def gives_no_voucher_twice(folder):
    ws, evening = backed_up(folder)

    def next_voucher(day):
        esep(ws, "queue", "vacate", "C-001", "--places", "1", "--vacated", day, "--at", f"{day}T12:00")
        esep(ws, "queue", "run", "--day", day)
        return [one["voucher"] for one in esep(ws, "queue", "vouchers", "--json").json()["vouchers"]]

    def damage_and_restore():
        database = sqlite3.connect(f"{ws}/queue.db")
        with database:
            database.execute("DROP TRIGGER entry_no_update")
            database.execute("UPDATE entry SET event = replace(event, '1000000.00', '9000000.00') WHERE seq = 1")
        database.close()
        return esep(ws, "restore", evening, "--replace").err

    assert next_voucher("2026-03-03") == ["V-0000001", "V-0000002"]
    said = damage_and_restore()
    assert "Vouchers that the old log gave and the restored one does not know – 1: V-0000002." in said, said
    assert next_voucher("2026-03-03") == ["V-0000001", "V-0000003"]
    esep(ws, "queue", "replay")
    esep(ws, "doctor")
    # A backup of that log keeps both: what it gave, and what it may not give.
    esep(ws, "backup", f"{folder}/night.db", "--with-keys")
    said = damage_and_restore()
    assert "does not know – 1: V-0000003." in said, said
    assert next_voucher("2026-03-03") == ["V-0000001", "V-0000004"]
    new = f"{folder}/new"
    esep(new, "restore", f"{folder}/night.db")
    assert [one["voucher"] for one in esep(new, "queue", "vouchers", "--json").json()["vouchers"]] == ["V-0000001", "V-0000003"]
    esep(new, "doctor")
    # The log of the night comes back over the later one: its own voucher is none that was lost.
    evening = f"{folder}/night.db"
    said = damage_and_restore()
    assert "does not know – 1: V-0000004." in said, said
    esep(ws, "doctor")
    assert next_voucher("2026-03-04") == ["V-0000001", "V-0000003"]  # nobody waits
    assert number(apply(ws, CHILDREN[4], "2026-03-05T10:00")) == "A-0000004"
    assert next_voucher("2026-03-05") == ["V-0000001", "V-0000003", "V-0000005"]
    esep(ws, "queue", "replay")


def leaves_the_key_out(folder):
    ws = office(folder)
    said = esep(ws, "backup", f"{folder}/evening.db").err
    assert f"The key {ws}/person.key is not in this copy: keep it apart, in a safe place, or give --with-keys." in said, said
    assert sorted(name for name in os.listdir(folder) if name.startswith("evening")) == ["evening.db", "evening.queue.db"]
    said = esep(f"{folder}/new", "restore", f"{folder}/evening.db", expect=1).err
    assert "Until it is put back no application is taken: a child's second one would go unnoticed." in said, said
    apply(f"{folder}/new", CHILDREN[2], "2026-03-03T10:00", expect=2)
    esep(ws, "restore", f"{folder}/evening.db", "--replace")  # the workspace's own key is still there
    assert number(apply(ws, CHILDREN[2], "2026-03-03T10:00")) == "A-0000003"


def of_a_log_that_nobody_can_read(folder):
    ws, evening = backed_up(folder)
    for name in os.listdir(ws):
        if name.startswith("queue.db"):
            os.remove(f"{ws}/{name}")
    with open(f"{ws}/queue.db", "w", encoding="utf-8") as file:
        file.write("nothing that could be a database, whoever looks at it" * 40)
    said = esep(ws, "restore", evening, "--replace").err
    assert "The old log of the queue cannot be read, so nobody knows what it had more and which numbers it gave." in said, said
    esep(ws, "doctor")
    assert len(entries(ws)) == 6


def refuses_half_a_backup(folder):
    ws, evening = backed_up(folder)
    os.rename(f"{folder}/evening.queue.db", f"{folder}/away.db")
    said = esep(f"{folder}/new", "restore", evening, expect=2).err
    assert said.splitlines()[0].startswith(f"esep: {folder}/evening.queue.db is not there. The history of the register in the backup knows entry 6"), said
    assert not os.path.exists(f"{folder}/new/esep.db")
    esep(ws, "restore", evening, "--replace")  # the workspace's own log has it all
    with open(f"{folder}/evening.queue.db", "w", encoding="utf-8") as file:
        file.write("no log")
    said = esep(f"{folder}/new", "restore", evening, expect=2).err
    assert said.startswith(f"esep: {folder}/evening.queue.db: the copy of the queue's log is damaged, or lacks entry 6"), said
    os.replace(f"{folder}/away.db", f"{folder}/evening.queue.db")
    os.remove(f"{folder}/evening.person.key")
    said = esep(f"{folder}/new", "restore", evening, expect=1).err
    assert "The key person.key by which children are known is neither in this folder nor beside the backup." in said, said
    assert apply(f"{folder}/new", CHILDREN[2], "2026-03-03T10:00", expect=2).err.splitlines()[0].endswith("A child's second application would go unnoticed.")
    shutil.copy(f"{ws}/person.key", f"{folder}/new/person.key")
    assert number(apply(f"{folder}/new", CHILDREN[2], "2026-03-03T10:00")) == "A-0000003"


def says_that_a_key_is_missing(folder):
    ws = office(folder)
    os.remove(f"{ws}/person.key")
    run = esep(ws, "backup", f"{folder}/evening.db", expect=1)
    assert "children are known by this key, but the file is missing or holds another key" in run.err, run.err
    assert os.path.exists(f"{folder}/evening.queue.db")


def while_others_apply(folder):
    ws = office(folder)
    answered, stop = [], threading.Event()

    def clerk():
        for n in range(60):
            if stop.is_set():
                return
            run = apply(ws, CHILDREN[2 + n % 3], f"2026-03-03T10:{n:02}", expect=None)
            if run.code == 0:
                answered.append(number(run))
            for one in answered[-1:]:
                esep(ws, "queue", "withdraw", one, "--at", f"2026-03-03T10:{n:02}", expect=None)

    thread = threading.Thread(target=clerk)
    thread.start()
    try:
        for n in range(4):
            before = list(answered)
            esep(ws, "backup", f"{folder}/copy{n}.db", "--with-keys")
            new = f"{folder}/new{n}"
            esep(new, "restore", f"{folder}/copy{n}.db")
            esep(new, "doctor")
            for one in before:
                esep(new, "queue", "position", one)
    finally:
        stop.set()
        thread.join()
    assert answered


def main():
    with tempfile.TemporaryDirectory() as root:
        for scene in (takes_both, keeps_a_whole_log, names_what_is_lost, gives_no_voucher_twice, leaves_the_key_out, of_a_log_that_nobody_can_read, refuses_half_a_backup, says_that_a_key_is_missing, while_others_apply):
            folder = os.path.join(root, scene.__name__)
            os.makedirs(folder)
            scene(folder)
    print("ok")


if __name__ == "__main__":
    sys.exit(main())
