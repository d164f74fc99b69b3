#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Random histories of three queues, folded by the program and by the independent model (queue_model.py): the states must be equal, with every position,
cause, voucher, digest and refusal. Every policy is read in both positions of its switches.
Two things more: extra marks of the clock change nothing, so a run that is late or asked for again gives the same; and each of PLANTED, a fault put into the
model, is found.
usage: queue_histories.py SOURCE_DIR QUEUE_FOLD [HISTORIES [SEED]]"""
import csv
import datetime as dt
import io
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time

import queue_model

COLUMNS = "at kind ref circle child born priority queue operator region age_from age_to amount count day reason".split()
POSITIONS = {
    "money_short": ("one_order", "by_circle"), "priority_overtakes": ("yes", "no"), "equal_times": ("number", "lot"), "returned_stands": ("old_time", "end"),
    "recalled_place": ("gone", "free"), "parents_apply_while_stopped": ("yes", "no"), "voucher_holder_applies": ("no", "yes"),
    "season_opens": ("first_working_day", "first_day"), "voucher_outlives_season": ("yes", "no"), "last_day_ends": ("midnight", "run"),
    "amount_from": ("next_month", "this_month"), "leap_day": ("yes", "no"), "waiting_measured_on": ("first_day", "last_day"),
    "restricted_time_counts": ("yes", "no"), "stop_by_region": ("yes", "no"), "outgrown": ("leaves", "stays")}
QUEUES = ["creative-order", "sport", "school"]  # the first round has the first, the second the first two, …
STARTS = ["2023-11-01", "2025-05-01", "2025-11-01", "2026-05-01", "2025-11-30", "2023-11-15", "2024-02-10", "2025-07-01", "2026-01-05", "2026-04-10", "2026-05-25", "2025-05-20", "2025-07-25", "2023-10-20", "2023-12-20", "2024-01-10", "2024-02-20", "2025-11-10", "2026-06-01", "2026-07-05", "2026-10-25", "2026-12-28", "2027-01-20"]
ROUNDS = 20  # sets of switch positions
# Faults: what stands in queue_model.py, and what stands there instead.
RARE = (535,)  # somebody waits exactly three months when a window opens
PLANTED = {
    "the last of the queue gets the voucher": ("for a in line[:len(c[\"free\"])]", "for a in line[-len(c[\"free\"]):]"),
    "who costs less is given a place that was refused to the first": ("held[op, \"money\"] = {o[2] for o in rest[n:]}\n                    break", "held[op, \"money\"] = {o[2] for o in rest[n:]}\n                    continue"),
    "a place keeps its voucher after its end": ("if unused and (state", "if not unused and (state"),
    "vouchers in December": ("return opens <= day <= dated(day.year, p[\"season\"][\"to\"])", "return opens <= day"),
    "nine working days": ("p[\"voucher\"][\"working_days\"])\n", "p[\"voucher\"][\"working_days\"] - 1)\n"),
    "a second application of a child": ("a[\"state\"] in (\"waiting\", \"voucher\") and a is not but", "a[\"state\"] == \"voucher\" and a is not but"),
    "money of a used voucher comes back whole": ("months = v[\"months\"] if unused else", "months = v[\"months\"] if True else"),
    "who did not confirm stays": ("and a[\"confirmed\"] < micros", "and a[\"confirmed\"] < 0 * micros"),
    "exactly three months are over three months": ("+ stopped * DAY < measured", "+ stopped * DAY <= measured"),
    "a restriction holds nobody": ("reason = \"restriction\" if self.stopped(p, c[\"region\"])", "reason = \"restriction\" if False"),
    "the child stays past its birthday": ("a[\"outgrows\"] == day and", "a[\"outgrows\"] == day - DAY and"),
    "an event of the run's own instant is taken into it": ("if not self.now < us <= until: continue", "if not self.now < us < until + (not run): continue"),
    "who came back is not counted": ("other[\"causes\"][cause] = ", "other[\"causes\"][cause if cause != \"returned\" else \"priority\"] = "),
}


class Dice:
    """A log of random events; it knows nothing of the rules, so many events are refused."""

    def __init__(self, seed, queues):
        self.queues = queues
        self.random = random.Random(seed)
        self.at = dt.datetime.fromisoformat(self.random.choice(STARTS)) + dt.timedelta(hours=self.random.randrange(24))
        self.rows, self.applications, self.operators = [], 0, ["KZ-71", "KZ-75"]

    def row(self, kind, **cells):
        self.rows.append({**dict.fromkeys(COLUMNS, ""), "at": self.at.isoformat(timespec="microseconds"), "kind": kind, **cells})

    def pass_time(self):
        step = self.random.random()
        if step < 0.4:
            return
        if step < 0.7:
            self.at += dt.timedelta(minutes=self.random.randrange(600), microseconds=self.random.choice((0, 0, 1)))
        elif step < 0.84:
            self.at = self.at.replace(hour=self.random.choice((0, 9, 17, 18)), minute=0, second=0, microsecond=0) + dt.timedelta(days=self.random.choice((0, 1)))
        elif step < 0.98:
            self.at += dt.timedelta(days=self.random.randrange(1, 9))
        else:
            self.at += dt.timedelta(days=self.random.randrange(20, 50))

    def circles(self):
        self.known = self.random.choices([*self.queues, "other"], [6, 2, 1][:len(self.queues)] + [0.1], k=self.random.randrange(1, 4))
        for number, queue in enumerate(self.known):
            self.row("circle", ref=f"C-{number}", queue=queue, operator=self.random.choice(self.operators), region=self.random.choice("RS"),
                     age_from="6", age_to=str(self.random.choice((6, 10))), amount=self.random.choice(("0", "10000", "20000.5", "33333.33")))

    def circle(self):
        return f"C-{self.random.randrange(len(self.known) + (self.random.random() < 0.03))}"

    def born(self):
        if self.random.random() < 0.07:
            return "2016-02-29"
        return (self.at.date() - dt.timedelta(days=int(365.25 * self.random.choice((6.1, 6.2, 6.3, 6.4, 6.5, 6.6, 6.8, 6.95, 6.99, 8, 10.95, 5.9))))).isoformat()

    def apply(self):
        self.applications += self.random.random() < 0.97
        child = self.random.randrange(16)
        self.row("apply", ref=f"A-{self.applications}", circle=self.circle(), child=f"k{child}", born=self.born(),
                 priority=self.random.choices(("", "deviant", "orphan"), (6, 2, 1))[0])

    def event(self):
        pick = self.random.choices(("apply", "vacate", "withdraw", "annul", "confirm", "contract", "recall", "stop", "resume", "fund", "run", "back"),
                                   (22, 7, 3, 1, 4, 4, 4, 1, 2, 1, 3, 0.2))[0]
        application, voucher = f"A-{self.random.randrange(self.applications + 2)}", f"V-{self.random.choice((1, 1, 1, 2, 2, 3, 4, 6)):07}"
        if pick == "apply":
            self.apply()
        elif pick == "vacate":
            day = self.at.date() - dt.timedelta(days=self.random.choice((0, 1, 3, 9, -1)))
            self.row("vacate", ref=self.circle(), count=self.random.choice("112230"), day=day.isoformat())
        elif pick in ("withdraw", "annul", "confirm"):
            self.row(pick, ref=application)
        elif pick in ("contract", "recall"):
            self.row(pick, ref=voucher)
        elif pick in ("stop", "resume"):
            self.row(pick, region=self.random.choice(("R", "S", "")))
        elif pick == "fund":
            self.fund()
        elif pick == "back":
            self.at -= dt.timedelta(hours=30)
            self.row("run", queue="sport")
            self.at += dt.timedelta(hours=30)
        else:
            self.row("run", queue="sport")

    def fund(self):
        self.row("fund", operator=self.random.choice(self.operators), count=str(self.at.year + self.random.choice((0, 0, 0, 1))),
                 amount=str(self.random.choice((100000, 250000.25, 1000000, 1000000, -30000))))

    def log(self):
        self.circles()
        for _ in range(self.random.choice((0, 2, 3, 3))):
            self.fund()
        events = self.random.randrange(5, 45)
        waits = self.random.randrange(events) if self.random.random() < 0.25 else None
        for number in range(events):
            if number == waits:
                self.wait_for_window()
            self.pass_time()
            self.event()
        return self.rows

    def wait_for_window(self):
        """To the days about a window, three months on."""
        later = self.at + dt.timedelta(days=92)
        month = next(month for month in (2, 8, 14) if month >= later.month)
        self.at = later.replace(year=later.year + month // 13, month=month % 12, day=1) + dt.timedelta(days=self.random.choice((-1, 0, 5, 13, 15, 26)))
        self.at = max(self.at, later)


def turned(text, positions):
    """The policy with its switches in these positions."""
    return re.sub(r'(name = "(\w+)"\nis = )"\w+"', lambda match: f'{match[1]}"{positions.get(match[2], "?")}"', text)


def queues_of(number):
    return QUEUES[:number % len(QUEUES) + 1]


def policies_of_round(source, number, folder):
    """The first round has the policies as they are; in the others half of the switches are turned."""
    paths = [next(path for folder in ("data/queues", "tests/samples/queues") for path in (source / folder).glob(f"{queue}.*.toml")) for queue in queues_of(number)]
    chance, out = random.Random(number), []
    for path in paths:
        text = path.read_text(encoding="utf-8")
        if number:
            text = turned(text, {name: chance.choice(both) for name, both in POSITIONS.items()})
        out.append(folder / path.name)
        out[-1].write_text(text, encoding="utf-8")
    return out


def csv_of(logs):
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for number, log in enumerate(logs):
        if number:
            writer.writerow({"kind": "history"})
        writer.writerows(log)
    return out.getvalue()


def fold_by_program(program, calendar, policies, logs):
    done = subprocess.run([program, calendar, *policies], input=csv_of(logs), capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        sys.exit(f"{program} ends with {done.returncode}: {done.stderr}")
    return [part.splitlines() for part in done.stdout.split("history\n")[1:]]


def with_marks(log, chance):
    """The same log with marks of the clock between its events. An event with an earlier time than the one before stands where it is."""
    out = []
    for row in log:
        last = dt.datetime.fromisoformat(out[-1]["at"]) if out else None
        here = dt.datetime.fromisoformat(row["at"])
        if last and last < here:
            for share in sorted(chance.random() for _ in range(2)):
                out.append({**dict.fromkeys(COLUMNS, ""), "at": (last + (here - last) * share).isoformat(timespec="microseconds"), "kind": "run", "queue": "sport"})
        out.append(row)
    return out


def without_refusals(lines):
    return [line for line in lines if not line.startswith("refused")]


def find_planted(source, histories, working):
    """`histories`: (log, policies, the program's lines). Every planted fault must differ in one of them."""
    text, missed = (source / "tests/property/queue_model.py").read_text(encoding="utf-8"), []
    for fault, (right, wrong) in PLANTED.items():
        assert text.count(right) == 1, (fault, text.count(right))
        planted = {"__name__": "planted"}
        exec(compile(text.replace(right, wrong), fault, "exec"), planted)  # our own text

        def differs(history):
            try:
                return planted["fold"](history[0], history[1], working) != history[2]
            except (AssertionError, IndexError, KeyError, ValueError):
                return True
        if not any(differs(history) for history in histories):
            missed.append(fault)
    if missed:
        sys.exit("planted faults that nobody sees: " + "; ".join(missed))
    print(f"{len(PLANTED)} planted faults, each found")


def compare(seed, log, ours, theirs):
    if ours == theirs:
        return
    print(f"history {seed}: the program and the model differ")
    print(csv_of([log]))
    for line in ours:
        if line not in theirs:
            print("program:", line)
    for line in theirs:
        if line not in ours:
            print("model:  ", line)
    sys.exit(1)


def main():
    source, program = pathlib.Path(sys.argv[1]), sys.argv[2]
    histories, first = (int(value) for value in (sys.argv[3:5] + ["500", "1"][len(sys.argv) - 3:]))
    started, calendar, seen = time.monotonic(), source / "data/calendar/kz.csv", {}
    working, all_histories = queue_model.load_calendar(calendar), []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(ROUNDS):
            paths = policies_of_round(source, number, pathlib.Path(folder))
            policies = queue_model.read_policies(paths)
            seeds = list(range(first + number, first + histories, ROUNDS))
            seeds += [seed for seed in RARE if (seed - 1) % ROUNDS == number and seed not in seeds]
            logs = [Dice(seed, queues_of(number)).log() for seed in seeds]
            for seed, log, ours in zip(seeds, logs, fold_by_program(program, calendar, paths, logs), strict=True):
                theirs = queue_model.fold(log, policies, working)
                compare(seed, log, ours, theirs)
                all_histories.append((log, policies, ours))
                for line in theirs:
                    words = line.split()
                    for word in [words[0], *(words[4:5] if words[0] == "run" else words[-2:-1] if words[0] == "voucher" else words[2:3] if words[0] in ("refused", "application")
                                             else [w.split("=")[0] for w in words[5:]] if words[0] == "position" else [])]:
                        seen[word] = seen.get(word, 0) + 1
            chance = random.Random(number)
            marked = fold_by_program(program, calendar, paths, [with_marks(log, chance) for log in logs[:20]])
            for seed, log, lines, history in zip(seeds, logs, marked, all_histories[-len(logs):]):
                compare(seed, log, without_refusals(lines), without_refusals(history[2]))
    find_planted(source, all_histories, working)
    print(f"{histories} histories, {time.monotonic() - started:.1f} s:", " ".join(f"{word}={count}" for word, count in sorted(seen.items())))


main()
