#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""kill -9 at any moment of an application, a run or a recall: what was answered is there once, a run is whole or absent, and the log folds to what the tables say.
usage: queue_kills.py SOURCE_DIR [KILLS]"""
import json
import os
import random
import subprocess
import sys
import tempfile
import time

for beside in ("story", "support"):
    sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", beside))
from esep_cli import ESEP  # noqa: E402
from queue_store import GUARDIAN, apply, esep, office  # noqa: E402

KILLS = int((sys.argv[2:] or ["15"])[0])
WEIGHTS = (list(range(1, 12)), [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2])


def iin(n):
    """A right number of a child that was born on some day of 2015."""
    day = 1 + n % 28
    for serial in range(n // 28, n // 28 + 10):
        head = f"1501{day:02}5{serial:04}"
        for weights in WEIGHTS:
            rest = sum(int(digit) * weight for digit, weight in zip(head, weights)) % 11
            if rest < 10:
                return head + str(rest)
    raise AssertionError(n)


def deed(ws, words, after):
    """The answer in JSON, or None where it was killed before it gave one."""
    run = subprocess.Popen([ESEP, "-w", ws, "--as", "registrar", "--lang", "en", "--today", "2026-12-20", "queue", *words, "--json"], stdout=subprocess.PIPE,
                           stderr=subprocess.PIPE, text=True)
    time.sleep(after)
    run.kill()
    out, _ = run.communicate()
    try:
        return json.loads(out)
    except ValueError:
        return None


def main():
    dice, answered, runs, killed = random.Random(7), [], {}, 0
    with tempfile.TemporaryDirectory() as folder:
        ws = office(folder)
        started = time.monotonic()
        apply(ws, iin(60), "2026-03-03T08:00")
        usual = time.monotonic() - started
        for n in range(KILLS):
            at = f"2026-03-{3 + n // 20:02}T{9 + n % 20 // 3:02}:{n % 20 % 3 * 20:02}"
            day = f"2026-03-{2 + n // 20:02}"
            words = [["apply", "--circle", "C-002", "--child", iin(100 + n), "--child-name", "x", "--guardian", GUARDIAN, "--guardian-name", "y", "--at", at],
                     ["run", "--day", day], ["recall", "V-0000001", "--reason", "x", "--at", at]][n % 3]
            out = deed(ws, words, dice.random() * usual * 2)
            killed += out is None
            if out and "applications" in out:
                answered.append(out["applications"][0]["application"])
            if out and "runs" in out:
                runs[day] = out["runs"][0]["output_sha256"]
            esep(ws, "queue", "replay")
        apply(ws, iin(90), "2026-03-31T09:00")  # completes the history of what died between log and register
        esep(ws, "doctor")
        waiting = [one["application"] for one in esep(ws, "queue", "list", "C-002", "--json").json()["positions"]]
        assert len(set(answered)) == len(answered) and set(answered) <= set(waiting), (answered, waiting)
        recorded = {one["day"]: one["output_sha256"] for one in esep(ws, "queue", "runs", "--json").json()["runs"]}
        assert all(recorded[day] == output for day, output in runs.items()), (runs, recorded)
    print(f"{KILLS} deeds, {killed} killed before they answered, {len(answered)} applications answered, 0 lost")


if __name__ == "__main__":
    main()
