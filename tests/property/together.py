#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Eight processes submit, review and copy at once: nothing is lost, nothing stands there twice, nobody reads "database is locked"; a backup taken
meanwhile is one moment of the register; of eight decisions on one proposal one stands. usage: together.py SOURCE_DIR [TURNS]"""
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import types

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import ESEP, run  # noqa: E402
from review_office import Office  # noqa: E402

SOURCE = sys.argv[1]
TURNS = int(sys.argv[2]) if len(sys.argv) > 2 else 5
PERIODS = [f"2026-{month:02}" for month in range(5, 11)]


def begin(office, user, *words):
    return subprocess.Popen([ESEP, "-w", office.ws, "--as", user, "--lang", "en", "--today", "2026-11-20", *map(str, words)],
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=dict(os.environ, LC_ALL="C.UTF-8"))


def query(file, sql):
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
        out = database.execute(sql).fetchall()
    database.close()
    return out


def all_at_once(office, runs):
    """(exit code, stdout, stderr) of each."""
    out = []
    for process in [begin(office, *one) for one in runs]:
        said, told = process.communicate(timeout=300)
        assert b"locked" not in told.lower() and b"busy" not in told.lower() and b"AddressSanitizer" not in told, told.decode()
        out.append((process.returncode, said.decode(), told.decode()))
    return out


def submitting(office, turn):
    """Eight new files, four of them for one report: each is a revision of its own."""
    runs = []
    for n in range(8):
        period = PERIODS[0] if n < 4 else PERIODS[n - 3]
        runs.append((f"agency{n}", "submit", office.report(f"t{turn}-{n}", period=period, approved_on="01.04.2026", user_count=1000 * turn + n + 1),
                     "--received", "2026-11-18"))
    out = []
    for code, said, told in all_at_once(office, runs):
        assert code == 0, (said, told)
        out.append((re.search(r"S-\d{6}", said).group(), re.findall(r"\b[0-9a-f]{64}\b", said)[-1]))
    return out


def reviewing(office, turn, folder):
    """Eight reach for the reports at once, three copy the register meanwhile."""
    numbers = [n for (n,) in query(f"{office.ws}/esep.db", "SELECT printf('S-%06d', id) FROM submission WHERE state = 'received'")]
    runs = [(f"rev{n % 4}", "review", "open", number) for number in numbers for n in range(2)]
    copies = [("clerk", "backup", f"{folder}/copy{turn}-{n}.db") for n in range(3)]
    results = all_at_once(office, (runs + copies)[:8 + len(copies)] if len(runs) < 8 else runs[:8] + copies)
    opened = sum(code == 0 for code, *_ in results[:-len(copies)])
    assert all(code in (0, 2) for code, *_ in results[:-len(copies)]), results
    assert all(code == 0 for code, *_ in results[-len(copies):]), results[-len(copies):]
    for _, _, copy in copies:
        found = run("-w", f"{copy}.ws", "--as", "clerk", "--today", "2026-11-20", "restore", copy)
        assert found.code == 0, found.err
    reviews = all_at_once(office, [(user, "note", number, "--text", f"note {turn}") for (number, user) in
                                   query(f"{office.ws}/esep.db", "SELECT printf('S-%06d', s.id), r.reviewer FROM submission s JOIN review r ON r.submission = s.id "
                                                                 "WHERE s.state = 'under_review'")][:8])
    assert all(code == 0 for code, *_ in reviews), reviews
    return opened, len(reviews)


def deciding(folder):
    """Eight operators decide on one proposal: one is heard, seven are told so; an import of the same proposals meanwhile undoes nothing."""
    office = types.SimpleNamespace(ws=f"{folder}/budgets")
    samples = f"{SOURCE}/tests/samples/open-budgets"
    run("init", office.ws, expect=0)
    for register in ("passports", "proposals"):
        run("-w", office.ws, "--today", "2026-11-20", "import", register, f"{samples}/{register}.csv", expect=0)
    open_keys = [key for (key,) in query(f"{office.ws}/esep.db", "SELECT DISTINCT key FROM register_row AS r WHERE register = 'proposals' AND NOT EXISTS "
                                                                  "(SELECT 1 FROM register_row AS d WHERE d.register = r.register AND d.key = r.key "
                                                                  "AND d.column_id = 'decision') ORDER BY key")]
    assert open_keys, "the samples decide on everything"
    for key in open_keys[:2]:
        words = [(f"operator{n}", "decide", key, "--accept" if n % 2 else "--refuse", "--reason", f"reason {n}", "--date", "2026-11-20") for n in range(8)]
        again = ("clerk", "import", "proposals", f"{samples}/proposals.csv")
        results = all_at_once(office, [*words, again])
        assert sorted(code for code, *_ in results) == [0, 0, 2, 2, 2, 2, 2, 2, 2], results
        heard = next(n for n in range(8) if results[n][0] == 0)
        kept = query(f"{office.ws}/esep.db", f"SELECT value FROM register_row WHERE register = 'proposals' AND key = '{key}' AND column_id = 'decision_reason'")
        assert kept == [(f"reason {heard}",)], (kept, heard)
    assert run("-w", office.ws, "doctor").code == 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        office = Office(folder)
        receipts, opened, notes = [], 0, 0
        for turn in range(1, TURNS + 1):
            receipts += submitting(office, turn)
            more, written = reviewing(office, turn, folder)
            opened += more
            notes += written
        file = f"{office.ws}/esep.db"
        kept = query(file, "SELECT printf('S-%06d', id), chain_head FROM submission ORDER BY id")
        assert sorted(receipts) == sorted(kept) and len(kept) == 8 * TURNS, (len(kept), 8 * TURNS)
        for (revisions,) in query(file, "SELECT group_concat(revision) FROM (SELECT * FROM submission ORDER BY revision) GROUP BY period"):
            assert revisions == ",".join(str(n + 1) for n in range(revisions.count(",") + 1)), revisions
        assert query(file, "SELECT count(*), count(DISTINCT submission) FROM review") == [(opened, opened)]
        assert query(file, "SELECT count(*) FROM review_note") == [(notes,)]
        actions = dict(query(file, "SELECT action, count(*) FROM history GROUP BY action"))
        assert (actions["submit"], actions["open"], actions["note"]) == (8 * TURNS, opened, notes), actions
        sound = run("-w", office.ws, "doctor")
        assert sound.code == 0, sound.out
        deciding(folder)
    print(f"eight at once: {8 * TURNS} reports, {opened} reviews, {notes} notes, {3 * TURNS} backups; nothing lost, nothing twice")


if __name__ == "__main__":
    main()
