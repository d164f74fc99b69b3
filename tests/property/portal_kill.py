#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""kill -9 of the portal at random moments while people hand in and review: every answered receipt and step is in the register, and doctor finds
nothing. usage: portal_kill.py SOURCE_DIR [KILLS [SEED]]"""
import http.client
import os
import random
import sys
import tempfile
import threading
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import run  # noqa: E402
from office import ROW, Office  # noqa: E402
from portal import Portal  # noqa: E402

KILLS = int(sys.argv[2]) if len(sys.argv) > 2 else 8
SEED = int(sys.argv[3]) if len(sys.argv) > 3 else 5
ACCOUNTS = {"admin": ("account_admin", None), "clerk": ("agency", "km"), "reviewer": ("reviewer", None)}
GONE = (ConnectionError, http.client.HTTPException, OSError, AssertionError)


class Work(threading.Thread):
    """Hands in reports and writes notes until the portal is gone. What was answered counts."""

    def __init__(self, person, reviewer, files, number):
        super().__init__()
        self.person, self.reviewer, self.files, self.number = person, reviewer, files, number
        self.receipts, self.notes = [], []

    def run(self):
        try:
            for path in self.files:
                with open(path, "rb") as file:
                    self.receipts.append(self.person.hand_in(os.path.basename(path), file.read()))
                text = f"note {random.random()}"
                if self.reviewer.post(f"/en/review/{self.number}/note", {"note-text": text}).status == 303:
                    self.notes.append(text)
        except GONE:
            return


def check(office, receipts, notes, number):
    history = office.esep("admin", "history", "--json").out
    lost = [one for one in receipts if f'"{one}"' not in history]
    assert not lost, f"answered and lost: {lost}"
    review = run("-w", office.ws, "review", "show", number, "--json", expect=0).out
    missing = [one for one in notes if one not in review]
    assert not missing, f"noted and lost: {missing}"
    run("-w", office.ws, "doctor", expect=0)


def main():
    rng = random.Random(SEED)
    with tempfile.TemporaryDirectory() as folder:
        office = Office(sys.argv[1], folder)
        portal = Portal(office.ws, ACCOUNTS)
        first = office.report("first", [ROW])
        with open(first, "rb") as file:
            number = portal.person("clerk").hand_in("first.json", file.read())
        assert portal.person("reviewer").post(f"/en/review/{number}/open").status == 303
        receipts, notes, died = [], [], 0
        for kill in range(KILLS):
            people = portal.person("clerk"), portal.person("reviewer")
            files = [office.report(f"r{kill}-{n}", [{**ROW, "user_count": 1 + kill * 100 + n}], period=f"2026-{1 + (kill + n) % 9:02d}") for n in range(20)]
            work = Work(*people, files, number)
            work.start()
            time.sleep(rng.uniform(0.02, 0.9))
            died += work.is_alive()
            portal.kill()
            work.join()
            receipts += work.receipts
            notes += work.notes
            portal.start()
            check(office, receipts, notes, number)
        portal.stop()
        assert receipts and notes, "nothing was answered: the test tells nothing"
        print(f"{KILLS} kills, {died} at work; {len(receipts)} receipts and {len(notes)} notes answered, none lost")


if __name__ == "__main__":
    main()
