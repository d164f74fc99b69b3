#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Two circle plans: edition 2026-07, here in the place of the one of 2027, and its copy in which every rule that a key can express has become one (tests/support/plan_with_keys.py). The same
workbooks, those that break each rule and those of the form's own examples, give the same findings in both: code, cell, severity and law, and the message in
Kazakh, Russian and English; an ordinary run asks for Russian and English in one case of three. usage: plan_with_keys.py SOURCE_DIR"""
import os
import re
import sys
import tempfile
import tomllib

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
sys.path.insert(0, os.path.dirname(__file__))
import circle_plans as story  # noqa: E402
from esep_cli import run  # noqa: E402
from plan_with_keys import KEYS, RULES, STAGES, with_keys  # noqa: E402
from share import share, taken  # noqa: E402

NAME = os.path.basename(story.FORM_FILE)
with open(f"{story.SOURCE}/forms/{story.FORM}.2026-07.toml", encoding="utf-8") as form:
    RULED = form.read().replace('edition = "2026-07"', 'edition = "2027-01"').replace("from = 2026-07-12\nnote", "from = 2026-12-31\nnote")
story.DEFINITION = tomllib.loads(RULED)
EXAMPLES_ON = "2027-12-20"  # behind every date in them


def findings(office, path, day, lang):
    said = run("-w", office.ws, "--as", "registrar", "--lang", lang, "--today", EXAMPLES_ON, "check", path, "--received", f"{day}T10:00", "--json").json()
    return said["findings"]


def compare(offices, path, day, what):
    """How many findings both forms give."""
    for lang in ("kk", "ru", "en"):
        if lang != "kk" and not taken((what, lang), 3):
            continue
        shipped, keyed = (findings(office, path, day, lang) for office in offices)
        assert shipped == keyed, f"{what}, {lang}:\n{shipped}\n{keyed}"
    return len(shipped)


def wrong_workbooks(offices):
    """Those of the story of circle plans."""
    count, codes = 0, set()
    ruled = set(re.findall(r'^code = "(.+)"', RULED, re.M)) | {"EVENT-DAY-DIFFERS", "REVISION-DAY"}
    known = [case for case in story.CASES if {code.split()[0] for code in case[-1]} <= ruled]
    for number, (stage, rows, fields, received, expected) in enumerate(known):
        if not taken((number, stage), 3) and {code.split()[0] for code in expected} <= codes:
            continue  # its codes have been seen
        stage, org = stage.split("/") if "/" in stage else (stage, "KZ-71")
        path = offices[0].file("case", org, stage, rows, fields)
        found = compare(offices, path, received or story.ACCEPTED_ON[stage], f"case {number} {stage}")
        assert found >= len(expected)
        count, codes = count + 1, codes | {code.split()[0] for code in expected}
    changed = {code for code, *_ in KEYS} | set(RULES)
    assert changed <= codes, f"never broken: {changed - codes}"
    return count


def examples(offices):
    """The form's own, as workbooks: what the register fills in is the register's here."""
    for example in share(story.DEFINITION["example"], 2):
        stage = STAGES[example["fields"]["plan_stage"]]
        blank = offices[0].blank("KZ-75", stage)
        path = f"{offices[0].folder}/example.xlsx"
        own = {field["id"] for field in story.DEFINITION["field"] if field.get("source", "input") == "input"}
        fields = {key: value for key, value in example["fields"].items() if key in own}
        rows = [{column: row.get(column) for column in story.NUMBERS} for row in example.get("rows", [])]
        story.fill.write(story.DEFINITION, blank, path, fields, rows)
        compare(offices, path, EXAMPLES_ON, example["name"])
    return len(share(story.DEFINITION["example"], 2))


def main():
    with tempfile.TemporaryDirectory() as folder:
        offices = []
        for name in ("ruled", "keyed"):
            os.mkdir(f"{folder}/{name}")
            offices.append(story.Office(f"{folder}/{name}"))
        for office, text in zip(offices, (RULED, with_keys(RULED))):
            copy = f"{office.ws}/forms/{NAME}"
            os.makedirs(os.path.dirname(copy), exist_ok=True)
            with open(copy, "w", encoding="utf-8") as file:
                file.write(text)
            run("forms", "lint", copy, expect=0)  # with its examples
        for office in offices:
            for org in ("KZ-71", "KZ-75"):
                office.event("approved", org, "2026-12-10")
                office.event("additional_approved", org, "2027-05-11")
            office.submit(office.file("base", "KZ-71", "approved"), story.ACCEPTED_ON["approved"])
        keys = len({code for code, *_ in KEYS})
        print(f"{keys} rules are keys, {len(RULES)} shorter; {wrong_workbooks(offices)} workbooks and {examples(offices)} examples: the same findings")


main()
