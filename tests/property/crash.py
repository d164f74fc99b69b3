#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""kill -9 at random moments while reports are submitted, reviewed and copied: afterwards doctor finds nothing, every receipt that was printed is in
the register, and a backup is whole or absent. usage: crash.py SOURCE_DIR [KILLS [SEED]]"""
import fcntl
import json
import os
import random
import re
import signal
import sqlite3
import struct
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import ESEP, run  # noqa: E402
from office import approve_unassessed  # noqa: E402
from review_office import ROW, Office  # noqa: E402

KILLS = int(sys.argv[2]) if len(sys.argv) > 2 else 50
SEED = int(sys.argv[3]) if len(sys.argv) > 3 else 3
WRITE_LOCK = 120  # the byte of the -shm file that a writer of a WAL database holds: https://www.sqlite.org/walformat.html
FILES = 6  # of as many reports: two on one report in one call are refused
ROWS = 40


def holds_write_lock(ws):
    """Whether some process is in a write transaction; asked while it stands still."""
    try:
        with open(f"{ws}/esep.db-shm", "rb+") as file:
            asked = struct.pack("hhqqi", fcntl.F_WRLCK, os.SEEK_SET, WRITE_LOCK, 1, 0)
            return struct.unpack("hhqqi", fcntl.fcntl(file, fcntl.F_GETLK, asked))[0] != fcntl.F_UNLCK
    except FileNotFoundError:
        return False


class Victim:
    """A run of esep that is stopped, looked at and killed at a random moment."""

    def __init__(self, office, user, *words):
        self.office = office
        self.begun = time.monotonic()
        self.told = tempfile.TemporaryFile()  # a pipe that is full would make it wait
        self.process = subprocess.Popen([ESEP, "-w", office.ws, "--as", user, "--lang", "en", "--today", "2026-11-20", *words],
                                        stdout=subprocess.PIPE, stderr=self.told, env=dict(os.environ, LC_ALL="C.UTF-8"))

    def kill_after(self, seconds, aimed):
        """What it had printed; whether it died; whether it died inside a transaction. Aimed: random moments are tried until one is inside."""
        time.sleep(seconds)
        self.process.send_signal(signal.SIGSTOP)
        inside = self.process.poll() is None and holds_write_lock(self.office.ws)
        while aimed and not inside and self.process.poll() is None:
            self.process.send_signal(signal.SIGCONT)
            time.sleep(self.office.rng.uniform(0, 0.003))
            self.process.send_signal(signal.SIGSTOP)
            inside = self.process.poll() is None and holds_write_lock(self.office.ws)
        self.process.kill()
        out, _ = self.process.communicate()
        self.told.seek(0)
        err = self.told.read()
        assert b"AddressSanitizer" not in err, err.decode()
        died = self.process.returncode == -signal.SIGKILL
        assert died or self.process.returncode in (0, 1, 2), err.decode()
        return out.decode(), died, inside and died

    def finish(self):
        out, _ = self.process.communicate()
        return out.decode(), time.monotonic() - self.begun


class Day:
    def __init__(self, folder, rng):
        self.office = Office(folder)
        approve_unassessed(self.office.source, self.office.ws)
        self.office.rng = self.rng = rng
        self.made = 0
        self.times = {}
        self.receipts = []  # number, head

    def reports(self):
        """New files, each another revision of one of six reports."""
        out = []
        for _ in range(FILES):
            self.made += 1
            path = self.office.report(f"r{self.made}", period=f"2026-{5 + self.made % 6:02}", approved_on="01.04.2026")
            with open(path, encoding="utf-8") as file:
                data = json.load(file)
            data["rows"] = [dict(ROW, row_number=i + 1, system_name=f"Жүйе {i}", system_short_name=f"Ж{i}", user_count=self.made * 1000 + i, approved_on="01.04.2026") for i in range(ROWS)]
            with open(path, "w", encoding="utf-8") as file:
                json.dump(data, file, ensure_ascii=False)
            out.append(path)
        return out

    def words(self, kind):
        if kind == "submit":
            return "agency", ["submit", *self.reports(), "--received", "2026-11-18"]
        if kind == "backup":
            self.made += 1
            return "clerk", ["backup", f"{self.office.folder}/backup{self.made}.db"]
        with sqlite3.connect(f"file:{self.office.ws}/esep.db?mode=ro", uri=True) as database:
            states = database.execute("SELECT id, state FROM submission WHERE state IN ('received', 'under_review', 'returned')").fetchall()
        database.close()
        if not states:
            return self.words("submit")
        number, state = self.rng.choice(states)
        one = f"S-{number:06}"
        if state == "received":
            return "rev", ["review", "open", one]
        if state == "returned":
            return "rev", ["recommend", one, "--text", "mend it", "--due", "2026-12-20"]
        return self.rng.choice([("rev", ["note", one, "--text", "see here"]), ("rev", ["recommend", one, "--text", "mend it", "--due", "2026-12-20"]),
                                ("head", ["review", "approve", one]), ("rev", ["review", "return", one, "--text", "x"])])

    def round(self, kind):
        user, words = self.words(kind)
        took = self.times.get(kind, 0.3)
        aimed = kind != "backup" and self.rng.random() < 0.5
        out, died, inside = Victim(self.office, user, *words).kill_after(self.rng.uniform(0, 0.02 if aimed else took), aimed)
        # The next moment is drawn from as long as such a run takes now, the machine being as busy as it is.
        if not aimed:
            self.times[kind] = max(0.03, took * (1.05 if died else 0.85))
        self.receipts += re.findall(r"received as (S-\d{6})\b[^\n]*\n(?:[^\n]*(?:late|decides|entered)[^\n]*\n)*[^\n]*\b[0-9a-f]{64}\n[^\n]*\b([0-9a-f]{64})\n", out)
        if kind == "backup" and os.path.exists(words[1]):
            self.whole(words[1])
            os.remove(words[1])
        self.examine(kind)
        return died, inside

    def whole(self, backup):
        with sqlite3.connect(f"file:{backup}?mode=ro", uri=True) as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        database.close()

    def examine(self, kind):
        found = run("-w", self.office.ws, "doctor", "--json")
        assert found.code == 0, (kind, found.out, found.err)
        with sqlite3.connect(f"file:{self.office.ws}/esep.db?mode=ro", uri=True) as database:
            heads = dict(database.execute("SELECT printf('S-%06d', id), chain_head FROM submission"))
        database.close()
        for number, head in self.receipts:
            assert heads.get(number) == head, (kind, number, head, heads.get(number))


def main():
    rng = random.Random(SEED)
    kinds = ["submit"] * 6 + ["review"] * 2 + ["backup"] * 2
    died = inside = 0
    by_kind = {}
    with tempfile.TemporaryDirectory() as folder:
        day = Day(folder, rng)
        out, day.times["submit"] = Victim(day.office, "agency", *day.words("submit")[1]).finish()
        assert len(re.findall(r"received as S-\d{6}, revision 1", out)) == FILES, out
        day.examine("submit")
        while died < KILLS:
            kind = rng.choice(kinds)
            killed, in_transaction = day.round(kind)
            died += killed
            inside += in_transaction
            by_kind[kind] = by_kind.get(kind, 0) + killed
            for name in os.listdir(folder):
                if re.fullmatch(r"r\d+\.json", name):
                    os.remove(f"{folder}/{name}")
        receipts = len(day.receipts)
    assert inside * 5 >= KILLS, f"only {inside} of {KILLS} kills hit an open transaction"
    assert receipts > 0
    print(f"{died} killed ({', '.join(f'{k} {v}' for k, v in sorted(by_kind.items()))}), {inside} of them inside an open transaction; {receipts} receipts, all kept")


if __name__ == "__main__":
    main()
