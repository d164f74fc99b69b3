#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""kill -9 of the portal at random moments while people hand in, and while they review: every answered receipt and step is in the register, doctor
finds nothing, and people go on with the session that they had. usage: portal_kill.py SOURCE_DIR [KILLS_OF_UPLOADS KILLS_OF_REVIEWS [SEED]]"""
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

UPLOADS, REVIEWS = (int(n) for n in (sys.argv[2:4] or (6, 6)))
SEED = int(sys.argv[4]) if len(sys.argv) > 4 else 5
ACCOUNTS = {"admin": ("account_admin", None), "clerk": ("agency", "km"), "reviewer": ("reviewer", None)}
GONE = (ConnectionError, http.client.HTTPException, OSError)
LONGEST = 3  # times what a step takes when nobody kills: a kill comes within that, every other time after the first answer


class Work(threading.Thread):
    """One step after the other until the portal is gone. What was answered counts."""

    def __init__(self, step):
        super().__init__()
        self.step, self.answered, self.wrong = step, [], None

    def run(self):
        try:
            while True:
                self.answered.append(self.step())
        except GONE:
            return
        except Exception as wrong:  # noqa: BLE001  an answer that is none of those expected
            self.wrong = wrong


class People:
    def __init__(self, office, portal):
        self.office, self.number = office, 0
        self.clerk, self.reviewer = portal.person("clerk"), portal.person("reviewer")
        self.reviewed = self.hand_in("2025-12")  # nothing replaces it
        assert self.reviewer.post(f"/en/review/{self.reviewed}/open").status == 303

    def hand_in(self, period=None):
        self.number += 1
        path = self.office.report("report", [{**ROW, "user_count": self.number}], period=period or f"2026-{1 + self.number % 9:02d}")
        with open(path, "rb") as file:
            return self.clerk.hand_in("report.json", file.read())

    def review(self):
        self.number += 1
        if self.number % 2:
            verb, text = "note", f"note {self.number}."
            fields = {"note-text": text}
        else:
            verb, text = "recommend", f"recommendation {self.number}."
            fields = {"recommend-text": text, "due": "01.12.2030"}
        answer = self.reviewer.post(f"/en/review/{self.reviewed}/{verb}", fields)
        assert answer.status == 303, answer.body
        return text


def check(office, receipts, steps, reviewed):
    history = office.esep("admin", "history", "--json").out
    lost = [one for one in receipts if f'"{one}"' not in history]
    assert not lost, f"answered and lost: {lost}"
    review = run("-w", office.ws, "review", "show", reviewed, "--json", expect=0).out
    lost = [one for one in steps if f'"{one}"' not in review]
    assert not lost, f"done and lost: {lost}"
    run("-w", office.ws, "doctor", expect=0)


def seconds_of(step):
    begun = time.monotonic()
    step()
    return time.monotonic() - begun


def main():
    rng = random.Random(SEED)
    kinds = ["upload"] * UPLOADS + ["review"] * REVIEWS
    rng.shuffle(kinds)
    answered, at_work = {"upload": [], "review": []}, {"upload": 0, "review": 0}
    with tempfile.TemporaryDirectory() as folder:
        office = Office(sys.argv[1], folder)
        portal = Portal(office.ws, ACCOUNTS)
        people = People(office, portal)
        steps = {"upload": people.hand_in, "review": people.review}
        usual = {kind: seconds_of(step) for kind, step in steps.items()}
        rounds = {"upload": 0, "review": 0}
        for kind in kinds:
            work = Work(steps[kind])
            work.start()
            rounds[kind] += 1
            while rounds[kind] % 2 and not work.answered and work.is_alive():
                time.sleep(0.001)
            time.sleep(rng.uniform(0, LONGEST) * usual[kind])
            at_work[kind] += work.is_alive()
            portal.kill()
            work.join()
            assert work.wrong is None, work.wrong
            answered[kind] += work.answered
            check(office, answered["upload"], answered["review"], people.reviewed)
            portal.start()
        portal.stop()
    assert all(answered.values()), "nothing was answered: the test tells nothing"
    print(f"{at_work['upload']} kills of uploads, {at_work['review']} of steps of review; "
          f"{len(answered['upload'])} receipts and {len(answered['review'])} steps answered, none lost")


if __name__ == "__main__":
    main()
