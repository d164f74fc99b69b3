#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Laws of deadlines on every day of the calendar (2021–2027), by the program against working days computed from data/calendar/*.csv: under
next_working_day none falls on a day off; "within N working days" counts exactly N; --explain lists exactly the days counted and skipped; a
discussion never has fewer than ten. usage: calendar_laws.py SOURCE_DIR"""
import calendar
import datetime
import os
import random
import sqlite3
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import run  # noqa: E402
from working_days import DAY, Calendar  # noqa: E402

CALENDAR = Calendar(sys.argv[1])
COUNTS = (1, 2, 3, 5, 15)
WINDOW = 10
TEXTS = 'title = { kk = "Мерзім", ru = "Срок" }\nrecipient = { kk = "Б", ru = "Р" }\nlaw = { kk = "Заң", ru = "Закон" }\n'


def obligation(name, due, more):
    return f'[[obligation]]\nid = "{name}"\norganisations = ["km"]\n{TEXTS}due = {{ {due} }}\n{more}\n'


def due(workspace, *words):
    found = run("-w", workspace, "due", "--json", "--org", "km", "--from", CALENDAR.first, "--to", CALENDAR.last, *words, expect=0).json()["due"]
    return found


def date(text):
    return None if text is None else datetime.date.fromisoformat(text)


def steps_of(duty, *kinds):
    return [(date(s["date"]), s["n"]) if s["step"] == "count" else date(s["date"]) for s in duty["explanation"] if s["step"] in kinds]


def check_ends(duty):
    steps = duty["explanation"]
    assert steps[0]["step"] == "nominal" and steps[-1]["step"] == "effective", steps
    assert date(steps[-1]["date"]) == date(duty["effective"]), duty
    assert all(s["text"] for s in steps), steps


def fixed_dates(folder):
    """Day N of the month after each month: nominal dates on every day of seven years."""
    workspace = os.path.join(folder, "fixed")
    run("init", workspace, expect=0)
    text = "".join(obligation(f"day-{n}", f"day = {n}, months_after = 1", 'period = "month"\n') for n in range(1, 32))
    os.makedirs(f"{workspace}/data", exist_ok=True)
    with open(f"{workspace}/data/obligations.toml", "w", encoding="utf-8") as file:
        file.write(text)
    seen = set()
    for duty in due(workspace):
        if not duty["obligation"].startswith("day-"):
            continue
        period = date(duty["period"] + "-01")
        following = (period.replace(day=28) + 7 * DAY).replace(day=1)
        last = calendar.monthrange(following.year, following.month)[1]
        nominal = following.replace(day=min(int(duty["obligation"][4:]), last))
        assert date(duty["nominal"]) == nominal, duty
        effective = CALENDAR.rolled(nominal)
        assert date(duty["effective"]) == effective and CALENDAR.works(effective), duty
        passed = [nominal + i * DAY for i in range((effective - nominal).days)]
        assert steps_of(duty, "roll") == passed, duty
        assert not steps_of(duty, "count", "skip"), duty
        check_ends(duty)
        seen.add(nominal)
    missing = [d for d in CALENDAR.days() if d not in seen and CALENDAR.first + 31 * DAY < d < CALENDAR.last - 15 * DAY]
    assert not missing, missing[:5]
    return len(seen)


def event_terms(folder):
    """An event on every day, terms of several lengths: the events stand in the register as if recorded one by one."""
    workspace = os.path.join(folder, "events")
    run("init", workspace, expect=0)
    text = "".join(obligation(f"within-{n}", f"working_days_after_event = {n}", f'event = "happened-{n}"\n') for n in COUNTS)
    text += obligation(f"window-{WINDOW}", f"at_least_working_days = {WINDOW}", f'event = "happened-{WINDOW}"\n')
    text += obligation("calendar-days", "days_after_event = 5", 'event = "happened-0"\n')
    with open(f"{workspace}/data/obligations.toml", "w", encoding="utf-8") as file:
        file.write(text)
    seen = {n: [] for n in (*COUNTS, WINDOW, 0)}
    beyond = 0
    draw = random.Random(20250418)
    days, expected = CALENDAR.days(), {}
    with sqlite3.connect(f"{workspace}/esep.db") as database:
        for n in (*COUNTS, WINDOW, 0):
            chosen = days if n == WINDOW else draw.sample(days, 400)
            for number, day in enumerate(sorted(chosen), start=1):
                database.execute("INSERT INTO event(event, form, stage, organisation, subject, period, occurrence, date, document, user) "
                                 "VALUES(?,'','','km','','',?,?,'','registrar')", (f"happened-{n}", number, day.isoformat()))
                expected.setdefault(n, set()).add(day)
    database.close()
    for duty in due(workspace):
        name, _, number = duty["obligation"].rpartition("-")
        if name not in ("within", "window", "calendar"):
            continue
        if duty["effective"] is None:  # the term ends beyond the calendar: one row says so, the others stand
            assert duty["nominal"] is None and len(duty["explanation"]) == 1 and duty["explanation"][0]["text"], duty
            beyond += 1
            continue
        check_ends(duty)
        if name == "calendar":
            event = date(duty["nominal"]) - 5 * DAY
            assert date(duty["effective"]) == CALENDAR.rolled(event + 5 * DAY), duty
            seen[0].append(event)
            continue
        n = int(number)
        event = min(date(s["date"]) for s in duty["explanation"] if s["step"] in ("count", "skip")) - DAY  # the term begins the day after
        seen[n].append(event)
        counted = CALENDAR.counted(event, n)
        assert date(duty["effective"]) == counted[-1], (event, duty["effective"], counted[-1])
        assert steps_of(duty, "count") == [(day, i) for i, day in enumerate(counted, start=1)], duty
        between = [event + i * DAY for i in range(1, (counted[-1] - event).days + 1)]
        assert steps_of(duty, "skip") == [d for d in between if not CALENDAR.works(d)], duty
        assert not steps_of(duty, "roll"), duty
        assert sum(map(CALENDAR.works, between)) == n
    for n, events in seen.items():
        within = {day for day in expected[n] if day <= CALENDAR.last - 30 * DAY}
        assert len(events) == len(set(events)) and within <= set(events) <= expected[n], n
    assert beyond == sum(map(len, expected.values())) - sum(map(len, seen.values())), beyond
    return sum(map(len, seen.values()))


def main():
    with tempfile.TemporaryDirectory() as folder:
        fixed, events = fixed_dates(folder), event_terms(folder)
    print(f"{fixed} nominal dates roll as they must, {events} terms after an event count exactly their days")


main()
