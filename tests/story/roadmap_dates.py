#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Deadlines of the roadmap under the three rules for a last day off, each explained; the rule is an office's overlay of the form.
usage: roadmap_dates.py SOURCE_DIR"""
import os
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import run  # noqa: E402

SOURCE = sys.argv[1]
FORM = "roadmap-status"
DUE = "due = { day = 5, months_after = 1 }"
LAW = '{ kk = "Министрдің № 12 бұйрығы", ru = "приказ Министра № 12", en = "Order of the Minister No. 12" }'
# rule → period → (nominal, effective, steps with their dates, what the explanation says)
H1, H2 = "2025-H1", "2024-H2"
ROLLED = [("nominal", "2025-07-05"), ("roll", "2025-07-05"), ("roll", "2025-07-06"), ("roll", "2025-07-07"), ("effective", "2025-07-08")]
EXPECTED = {
    None: {H1: ("2025-07-05", "2025-07-08", ROLLED, ["Saturday", "Sunday", "Capital City Day", "next working day", "the act that sets the term does not settle this case: Directive", "Article 175"]),
           H2: ("2025-01-05", "2025-01-05", [("nominal", "2025-01-05"), ("effective", "2025-01-05")], ["05.01.2025"])},
    "next_working_day": {H1: ("2025-07-05", "2025-07-08", ROLLED, ["Saturday", "Sunday", "Capital City Day", "next working day", "Order of the Minister"])},
    "same_day": {H1: ("2025-07-05", "2025-07-05", [("nominal", "2025-07-05"), ("roll", None), ("effective", "2025-07-05")],
                      ["Saturday", "the term does not move", "Order of the Minister"]),
                 H2: ("2025-01-05", "2025-01-05", [("nominal", "2025-01-05"), ("effective", "2025-01-05")], ["05.01.2025"])},
    "previous_working_day": {H1: ("2025-07-05", "2025-07-04", [("nominal", "2025-07-05"), ("roll", "2025-07-05"), ("effective", "2025-07-04")],
                                  ["Saturday", "the working day before", "Order of the Minister"]),
                             H2: ("2025-01-05", "2025-01-05", [("nominal", "2025-01-05"), ("effective", "2025-01-05")], ["05.01.2025"])},
}
# The ministry's own: 20 July 2025 is a Sunday, 20 January 2025 a Monday.
MINISTRY = {H1: ("2025-07-20", "2025-07-21"), H2: ("2025-01-20", "2025-01-20")}


def due(ws, form, body, period, lang="en"):
    answer = run("-w", ws, "--lang", lang, "due", "--period", period, "--form", form, "--org", body, "--json", expect=0).json()["due"]
    assert len(answer) == 1, answer
    return answer[0]


def check_rule(folder, text, rule):
    ws = f"{folder}/{rule}"
    run("init", ws, expect=0)
    if rule:
        os.makedirs(f"{ws}/forms", exist_ok=True)
        with open(f"{ws}/forms/{FORM}.2024.toml", "w", encoding="utf-8") as file:
            file.write(text.replace(DUE, DUE[:-2] + f', roll = "{rule}", roll_law = {LAW} }}'))
    for period, (nominal, effective, steps, words) in EXPECTED[rule].items():
        duty = due(ws, FORM, "KZ-11", period)
        shown = [(step["step"], step["date"]) for step in duty["explanation"]]
        assert (duty["nominal"], duty["effective"], shown) == (nominal, effective, steps), f"{rule} {period}: {duty}"
        told = " ".join(f"{step['text']} {step['act'] or ''}" for step in duty["explanation"])
        assert all(word in told for word in words), f"{rule} {period}: {told}"
        for lang in ("kk", "ru"):
            other = due(ws, FORM, "KZ-11", period, lang)["explanation"]
            assert [(s["step"], s["date"]) for s in other] == steps and all(s["text"] for s in other), other
            assert [s["text"] for s in other] != [s["text"] for s in duty["explanation"]], other
    return ws


def check_verdicts(ws, rule):
    """On 7 July 2025 a report can still come in time under one rule alone. A rejected file has no verdict."""
    blank = f"{ws}/blank.xlsx"
    run("-w", ws, "blank", FORM, "--org", "mam", "--period", H1, "-o", blank, expect=0)
    answer = run("-w", ws, "--as", "om", "--today", "2025-07-07", "submit", blank, "--received", "2025-07-07T09:00", "--json", expect=1).json()
    one = answer["submissions"][0]
    assert (one["revision"], one["timeliness"], one["working_days_late"]) == (None, None, None), one
    rows = run("-w", ws, "--today", "2025-07-07", "status", FORM, "--org", "mam", "--period", H1, "--json").json()["status"]
    wanted = ("missing", 1) if rule in ("same_day", "previous_working_day") else ("due", 0)
    assert [(row["timeliness"], row["working_days_late"]) for row in rows] == [wanted], (rule, rows)


def main():
    with open(f"{SOURCE}/forms/{FORM}.2024.toml", encoding="utf-8") as file:
        text = file.read()
    assert text.count(DUE) == 1
    with tempfile.TemporaryDirectory() as folder:
        for rule in EXPECTED:
            check_verdicts(check_rule(folder, text, rule), rule)
        for period, wanted in MINISTRY.items():
            duty = due(f"{folder}/None", "roadmap-consolidated", "oam", period)
            assert (duty["nominal"], duty["effective"]) == wanted, duty
    print(f"{len(EXPECTED)} rules, {sum(map(len, EXPECTED.values()))} deadlines explained")


main()
