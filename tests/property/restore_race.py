#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A register is replaced from a backup again and again while four processes submit: every report that was answered as accepted stands in the
register or in one that was kept. usage: restore_race.py SOURCE_DIR [RESTORES]"""
import glob
import hashlib
import os
import sqlite3
import subprocess
import sys
import tempfile
import threading

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import ESEP, run  # noqa: E402
from review_office import Office  # noqa: E402

RESTORES = int(sys.argv[2]) if len(sys.argv) > 2 else 10
WRITERS = 4


def esep(ws, user, *words):
    return subprocess.run([ESEP, "-w", ws, "--as", user, "--lang", "en", "--today", "2026-11-20", "--json", *map(str, words)], capture_output=True,
                          env=dict(os.environ, LC_ALL="C.UTF-8"), timeout=300)


def held(file):
    """SHA-256 of the files of all submissions of a register."""
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
        return {sha256 for (sha256,) in database.execute("SELECT sha256 FROM submission")}


class Writer(threading.Thread):
    """Submits one new file after the other and remembers those whose answer was yes."""

    def __init__(self, office, number, over):
        super().__init__()
        self.office, self.number, self.over, self.answered, self.refused = office, number, over, [], 0

    def run(self):
        n = 0
        while not self.over.is_set():
            n += 1
            path = self.office.report(f"w{self.number}-{n}", period=f"2026-{5 + self.number:02}", approved_on="01.04.2026", user_count=1000 * self.number + n)
            done = esep(self.office.ws, f"agency{self.number}", "submit", path, "--received", "2026-11-18")
            assert done.returncode in (0, 2), done.stderr
            if done.returncode == 0:
                with open(path, "rb") as file:
                    self.answered.append(hashlib.sha256(file.read()).hexdigest())
            else:
                assert b"REGISTRY" not in done.stderr and b"SQL" not in done.stderr, done.stderr
                self.refused += 1


def main():
    with tempfile.TemporaryDirectory() as folder:
        office = Office(folder)
        backup = f"{folder}/copy.db"
        run("-w", office.ws, "--as", "clerk", "backup", backup, expect=0)
        over = threading.Event()
        writers = [Writer(office, number, over) for number in range(WRITERS)]
        for writer in writers:
            writer.start()
        for n in range(RESTORES):
            done = esep(office.ws, "clerk", "restore", backup, "--replace")
            assert done.returncode == 0, done.stderr
        over.set()
        for writer in writers:
            writer.join()
        kept = set(held(f"{office.ws}/esep.db"))
        registers = glob.glob(f"{office.ws}/*.backup")
        assert len(registers) == RESTORES, registers
        for file in registers:
            kept |= held(file)
        answered = [sha256 for writer in writers for sha256 in writer.answered]
        lost = [sha256 for sha256 in answered if sha256 not in kept]
        assert not lost, f"{len(lost)} of {len(answered)} answered reports are in no register"
        assert answered, "nothing was submitted"
        print(f"{RESTORES} restores among {WRITERS} writers: {len(answered)} answered reports, 0 lost, {sum(w.refused for w in writers)} refused")


main()
