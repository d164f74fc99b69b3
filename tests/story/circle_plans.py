#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Circle financing plans through the command line: every rule at its cell and no other, all stages of a year, publication and not receipt
judged, deadlines that hang on events counted from the calendar's file, versions compared, sums of paper and summary taken from the
filled workbooks by openpyxl, twenty operators. usage: circle_plans.py SOURCE_DIR [ROWS_OF_A_PLAN]"""
import collections
import csv
import datetime
import decimal
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import tomllib

import openpyxl

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import beside, number_row, run  # noqa: E402
from share import taken  # noqa: E402
from short_checks import shorten  # noqa: E402

SOURCE = sys.argv[1]
ROWS = int(sys.argv[2]) if len(sys.argv) > 2 else 50
FORM = "circle-plan"
FORM_FILE = f"{SOURCE}/forms/{FORM}.2027-01.toml"
with open(FORM_FILE, "rb") as file:
    DEFINITION = tomllib.load(file)
spec = importlib.util.spec_from_file_location("fill", f"{SOURCE}/tests/samples/circle-plans/fill.py")
fill = importlib.util.module_from_spec(spec)
spec.loader.exec_module(fill)
NUMBERS = {column["id"]: column["number"] for column in DEFINITION["column"]}
ACCEPTED_ON = {"draft": "2026-10-29", "approved": "2026-12-16", "opening": "2027-01-05"}


def tenge(tiyn):
    return decimal.Decimal(tiyn) / 100


def days_off():
    """ISO date → whether it is worked against the week, from the calendar's own file."""
    out = {}
    with open(f"{SOURCE}/data/calendar/kz.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            out[row["date"]] = row["kind"] == "working_weekend"
    return out


EXCEPTIONS = days_off()


def is_working(day):
    return EXCEPTIONS.get(day.isoformat(), day.weekday() < 5)


def working_days_after(day, count):
    while count:
        day += datetime.timedelta(days=1)
        count -= is_working(day)
    return day


def rolled(day):
    return day if is_working(day) else working_days_after(day, 1)


def late_by(due, done):
    """Working days after the last day up to the first working day on or after the deed."""
    if done <= due:
        return 0
    count, day = 0, due
    while day < done or not is_working(day):
        day += datetime.timedelta(days=1)
        count += is_working(day)
    return max(count, 1)


class Office:
    def __init__(self, folder):
        self.folder = folder
        self.ws = f"{folder}/ws"
        run("--today", "2026-10-01", "init", self.ws, expect=0)

    def esep(self, *words, today="2027-12-20", expect=None):
        return run("-w", self.ws, "--as", "registrar", "--today", today, *words, expect=expect)

    def blank(self, org, stage, occurrence=1, year=2027):
        path = f"{self.folder}/blank.xlsx"
        self.esep("-q", "blank", FORM, "--org", org, "--period", year, "--stage", stage, "--occurrence", occurrence, "-o", path, expect=0)
        shorten(path)
        return path

    def file(self, name, org, stage, rows=None, fields=None, occurrence=1, year=2027, count=6):
        """A filled workbook; `rows` and `fields` change what fill.py gives, the totals following the rows."""
        lines = fill.plan_rows(org, year, stage, occurrence, count)
        if rows:
            rows(lines)
        heading = fill.plan_fields(lines, org, year, stage, occurrence)
        if fields:
            fields(heading)
        heading = {key: value for key, value in heading.items() if value is not None}
        path = f"{self.folder}/{name}.xlsx"
        fill.write(DEFINITION, self.blank(org, stage, occurrence, year), path, heading, lines)
        return path

    def event(self, event, org, date, occurrence=1, year=2027, expect=0):
        return self.esep("event", event, "--form", FORM, "--org", org, "--period", year, "--occurrence", occurrence, "--date", date,
                         today=max("2027-12-20", str(date)), expect=expect)

    def submit(self, path, received, expect=0):
        return self.esep("submit", path, "--received", f"{received}T10:00", "--json", expect=expect, today=max("2027-12-20", str(received))).json()["submissions"][0]

    def duties(self, *words, today="2027-12-20", year=2027, expect=None):
        rows = self.esep("status", FORM, "--period", year, "--json", *words, today=today, expect=expect).json()["status"]
        return {(row["organisation"], row["stage"], row["occurrence"]): row for row in rows}


# ---- Every rule at its cell ------------------------------------------------------------------------------------------------

def again(row):
    """Amount and parts from what was changed."""
    row["amount"] = row["child_count"] * row["norm"] * row["month_count"]
    row["continued"] = min(row["continued"], row["amount"])
    row["fresh"] = row["amount"] - row["continued"]


def row_with(index, **values):
    def change(rows):
        row = rows[index]
        row.update(values)
        if not {"amount", "continued", "fresh"} & set(values):
            again(row)
    return change


def shifted(index, **by):
    def change(rows):
        for key, value in by.items():
            rows[index][key] += value
    return change


def fields_with(**values):
    return lambda fields: fields.update(values)


def fields_by(**by):
    def change(fields):
        for key, value in by.items():
            fields[key] = fields.get(key, 0) + value
    return change


def overdrawn(fields):
    fields["continued_amount"] = fields["total_amount"] + 100
    fields["opening_amount"] = -100


def negative_month(fields):
    fields["month_02"] += fields["month_01"] + 100
    fields["month_01"] = -100


def dated(stage_day):
    return fields_with(published_on=stage_day)


def without_last(rows):
    rows.pop()


# stage, change of the rows, change of the fields, day of receipt, {code: where}; where is a field, "column[row]" or "".
CASES = [
    ("draft", None, None, None, {}),
    ("draft", row_with(1, provider_count=0), None, None, {"CP-PROVIDERS": "provider_count[2]"}),
    ("draft", row_with(1, group_count=0), None, None, {"CP-GROUPS": "group_count[2]"}),
    ("draft", row_with(2, provider_count=30, group_count=29), None, None, {"CP-GROUPS-FEW": "group_count[3]"}),
    ("draft", row_with(0, child_count=0), None, None, {"CP-CHILDREN": "child_count[1]"}),
    ("draft", row_with(3, child_count=3, group_count=4, provider_count=1), None, None, {"CP-CHILDREN-FEW": "child_count[4]"}),
    ("draft", row_with(4, norm=0), None, None, {"CP-NORM": "norm[5]"}),
    ("draft", row_with(5, month_count=13), None, None, {"CP-MONTHS": "month_count[6]"}),
    ("draft", row_with(5, month_count=0), None, None, {"CP-MONTHS": "month_count[6]"}),
    ("draft", shifted(1, amount=1, fresh=1), None, None, {"CP-AMOUNT": "amount[2]"}),
    ("draft", lambda rows: rows[2].update(continued=-1, fresh=rows[2]["amount"] + 1), None, None, {"CP-CONTINUED": "continued[3]"}),
    ("draft", lambda rows: rows[2].update(continued=rows[2]["amount"] + 1, fresh=-1), None, None, {"CP-FRESH": "fresh[3]"}),
    ("draft", shifted(0, fresh=-1), None, None, {"CP-PARTS": "fresh[1]"}),
    ("draft", None, fields_by(total_children=1), None, {"CP-TOTAL-CHILDREN": "total_children"}),
    ("draft", None, fields_by(total_amount=1, opening_amount=1, source_local=1, month_12=1), None, {"CP-TOTAL": "total_amount"}),
    ("draft", None, fields_by(continued_amount=1, opening_amount=-1), None, {"CP-TOTAL-CONTINUED": "continued_amount"}),
    ("draft", None, fields_by(opening_amount=-1), None, {"CP-OPENING": "opening_amount"}),
    ("draft", None, overdrawn, None, {"CP-TOTAL-CONTINUED": "continued_amount", "CP-OPENING-NEGATIVE": "opening_amount"}),
    ("draft", None, fields_by(source_other=1), None, {"CP-SOURCES": "total_amount"}),
    ("draft", None, fields_by(source_other=-1, source_local=1), None, {"CP-SOURCE-NEGATIVE": "source_other"}),
    ("draft", None, fields_by(month_03=-1), None, {"CP-YEAR": "total_amount"}),
    ("draft", None, negative_month, None, {"CP-MONTH-NEGATIVE": "month_01"}),
    ("draft", None, fields_with(approved_on="20.10.2026"), None, {"CP-DRAFT-APPROVED": "approved_on"}),
    ("draft", None, fields_with(published_on="30.10.2026"), None, {"CP-PUBLISHED-FUTURE": "published_on"}),
    ("draft", None, fields_with(published_on="28.10.2025"), None, {"CP-PUBLISHED-YEAR": "published_on"}),
    ("draft", None, fields_with(published_at=None), None, {"CP-ADDRESS": "published_at"}),
    ("draft", None, fields_with(published_on=None, published_at=None), None, {"CP-NOT-PUBLISHED": "published_on"}),
    ("draft", None, fields_with(published_on="03.11.2026"), "2026-11-05", {"CP-PUBLISHED-LATE": "published_on"}),
    ("approved", None, fields_with(approved_on=None), None, {"CP-APPROVAL-DATE": "approved_on"}),
    ("approved", None, fields_with(approval_act=None), None, {"CP-APPROVAL-ACT": "approval_act"}),
    ("approved", None, fields_with(approved_on="17.12.2026", published_on=None, published_at=None), None,
     {"CP-APPROVED-FUTURE": "approved_on", "EVENT-DAY-DIFFERS": "approved_on", "CP-NOT-PUBLISHED": "published_on"}),
    ("approved", None, fields_with(published_on="09.12.2026"), None, {"CP-PUBLISHED-BEFORE": "published_on", "REVISION-DAY": "published_on"}),
    ("approved", None, fields_with(published_on="21.12.2026"), "2026-12-22", {"CP-PUBLISHED-LATE": "published_on", "REVISION-DAY": "published_on"}),
    ("approved/KZ-39", None, None, None, {"CP-APPROVAL-EVENT": "approved_on"}),
    ("opening", None, None, None, {}),
    ("opening", lambda rows: rows[1].update(circle_kind="халық биі (жаңа)"), None, None, {"CP-OPENING-ROWS": "amount[2]"}),
    ("opening", shifted(1, continued=-1, fresh=1), None, None, {"CP-OPENING-CONTINUED": "continued_amount"}),
    ("opening", row_with(0, child_count=600), None, None, {"CP-OPENING-APPROVED": "total_amount", "CP-OPENING-ROWS": "amount[1]"}),
    ("opening", without_last, None, None, {"CP-OPENING-APPROVED": "total_amount", "CP-OPENING-CONTINUED": "continued_amount"}),
    ("opening", None, fields_with(published_on="04.01.2027"), None, {"CP-OPENING-EARLY": "published_on"}),
    ("opening/KZ-39", None, None, None, {"CP-APPROVED-MISSING": "approved_amount"}),
    ("additional", None, None, "2027-05-13", {}),
    ("additional", lambda rows: [row_with(i, norm=0)(rows) for i in range(len(rows))], None, "2027-05-13",
     {"CP-ADDITIONAL": "total_amount", **{f"CP-NORM {i}": f"norm[{i + 1}]" for i in range(6)}}),
]


def place_of(sheet, where):
    """Excel's name of a field's or column's cell."""
    if not where:
        return None
    row, columns = number_row(sheet, list(NUMBERS.values()))
    at = re.fullmatch(r"(\w+)\[(\d+)\]", where)
    if at:
        return sheet.cell(row + int(at[2]), columns[list(NUMBERS).index(at[1])]).coordinate
    title = next(f["title"]["kk"] for f in DEFINITION["field"] if f["id"] == where)
    return beside(sheet, title, row - 1).coordinate


def rules(office):
    office.event("approved", "KZ-71", "2026-12-10")
    office.event("additional_approved", "KZ-71", "2027-05-11")
    office.submit(office.file("base", "KZ-71", "approved"), ACCEPTED_ON["approved"])
    fired, sheets = set(), {}
    for number, (stage, rows, fields, received, expected) in enumerate(CASES):
        if not taken((number, stage), 2) and {code.split()[0] for code in expected} <= fired and stage.split("/")[0] in sheets:
            continue  # its rules have fired
        stage, org = stage.split("/") if "/" in stage else (stage, "KZ-71")
        path = office.file("case", org, stage, rows, fields)
        day = received or ACCEPTED_ON[stage]
        found = office.esep("check", path, "--received", f"{day}T10:00", "--json").json()["findings"]
        said = sorted((f["code"], f["cell"] or "") for f in found)
        if stage not in sheets:  # all of a stage have the same places
            sheets[stage] = openpyxl.load_workbook(path).worksheets[0]
        wanted = sorted((code.split()[0], place_of(sheets[stage], where) or "") for code, where in expected.items())
        assert said == wanted, f"case {number} {stage}: {said}, expected {wanted}"
        fired.update(code for code, _ in said)
    missing = {rule["code"] for rule in DEFINITION["rule"]} - fired
    assert not missing, f"never fired: {missing}"
    print(f"{len(CASES)} plans, {len(fired)} rules, each at its cell and no other")


# ---- Deadlines --------------------------------------------------------------------------------------------------------------

def effective(office, org, stage, year=2027):
    due = office.esep("due", "--form", FORM, "--period", year, "--org", org, "--stage", stage, "--json", expect=0).json()["due"]
    return {one["occurrence"]: one for one in due}


def deadlines(office):
    for year in (2027,):
        assert effective(office, "KZ-75", "draft", year)[1]["effective"] == rolled(datetime.date(year - 1, 10, 31)).isoformat()
        assert effective(office, "KZ-75", "opening", year)[1]["effective"] == working_days_after(datetime.date(year - 1, 12, 31), 1).isoformat()
    awaited = effective(office, "KZ-75", "approved")[1]
    assert awaited["effective"] is None and awaited["event"] == "approved" and awaited["event_date"] is None
    text = office.esep("due", "--form", FORM, "--period", 2027, "--org", "KZ-75", "--stage", "approved", "--explain", expect=0).out
    assert "approval not recorded (usual by 05.01.2027)" in text, text
    assert "esep event approved --form circle-plan --org KZ-75 --period 2027 --date" in text, text
    assert "Date of publication (posting)" in text, text
    for offset, org in enumerate(("KZ-33", "KZ-35", "KZ-39", "KZ-43", "KZ-47", "KZ-55", "KZ-59", "KZ-61")):
        day = datetime.date(2026, 11, 25) + datetime.timedelta(days=3 * offset)
        office.event("approved", org, day)
        due = effective(office, org, "approved")
        assert list(due) == [1] and due[1]["event_date"] == day.isoformat(), due
        assert due[1]["effective"] == working_days_after(day, 5).isoformat()
        counted = [step for step in due[1]["explanation"] if step["step"] == "count"]
        assert [step["n"] for step in counted] == [1, 2, 3, 4, 5]
    for occurrence, day in ((1, "2027-03-19"), (2, "2027-04-30"), (3, "2027-08-27")):
        said = office.event("additional_approved", "KZ-75", day, occurrence).err
        assert "It replaces" not in said, said
        due = effective(office, "KZ-75", "additional")
        assert list(due) == list(range(1, occurrence + 1))
        assert due[occurrence]["effective"] == working_days_after(datetime.date.fromisoformat(day), 3).isoformat()
        skipped = {step["date"] for step in due[occurrence]["explanation"] if step["step"] == "skip"}
        between = datetime.date.fromisoformat(day)
        while between < datetime.date.fromisoformat(due[occurrence]["effective"]):
            between += datetime.timedelta(days=1)
            assert (between.isoformat() in skipped) != is_working(between)
    assert "It replaces 27.08.2027" in office.event("additional_approved", "KZ-75", "2027-08-26", 3).err
    print("deadlines of all stages, three allotments")


# ---- Publication decides ----------------------------------------------------------------------------------------------------

def publication(office):
    due = working_days_after(datetime.date(2026, 12, 10), 5)
    title = "Date of publication (posting)"
    cases = [("KZ-11", "15.12.2026", "2027-02-01", "on_time"), ("KZ-15", "23.12.2026", "2026-12-24", "late"),
             ("KZ-19", due.strftime("%d.%m.%Y"), "2026-12-31", "on_time"), ("KZ-23", None, "2026-12-14", "due"), ("KZ-27", None, "2027-01-15", "due")]
    for org, published, received, verdict in cases:
        office.event("approved", org, "2026-12-10")
        address = fields_with(published_on=published, **({} if published else {"published_at": None}))
        path = office.file(org, org, "approved", None, address)
        text = office.esep("submit", path, "--received", f"{received}T10:00", expect=0)
        row = office.duties("--org", org, "--stage", "approved", today=received)[(org, "approved", 1)]
        done = datetime.datetime.strptime(published, "%d.%m.%Y").date() if published else None
        days = late_by(due, done) if done else (late_by(due, datetime.date.fromisoformat(received)))
        expected = verdict if done else ("missing" if days else "due")
        assert (row["timeliness"], row["done"], row["received"][:10], row["working_days_late"]) == (
            expected, done and done.isoformat(), received, days), row
        listed = office.esep("status", FORM, "--period", 2027, "--org", org, "--stage", "approved", today=received).out
        shown = office.esep("show", row_number(office, org)).out
        if verdict == "late":
            both = f"{title}: 23.12.2026; the last day of the term was {due:%d.%m.%Y}, {days} working {'day' if days == 1 else 'days'} late. The report came on 24.12.2026."
            assert both in text.out, text.out
            office.esep("render", FORM, "--org", org, "--period", 2027, "--stage", "approved", "--to", "html", "-o", f"{office.folder}/late.html", expect=0)
            with open(f"{office.folder}/late.html", encoding="utf-8") as file:
                page = file.read()
            assert "23.12.2026; мерзімнің соңғы күні" in page and "24.12.2026 күні түсті" in page
        if done:
            assert f"{title}: {published}; received: {datetime.date.fromisoformat(received):%d.%m.%Y}" in listed, listed
            assert f"{published}" in shown and f"{datetime.date.fromisoformat(received):%d.%m.%Y}" in shown, shown
        else:
            assert "handed in, not done" in listed and f"{title}: not stated" in listed, listed
            assert "stays open" in text.out, text.out
            assert "the duty is still open" in shown, shown
    # Published at last: the correction closes the duty, late by its own day.
    path = office.file("corrected", "KZ-27", "approved", None, fields_with(published_on="21.12.2026"))
    office.submit(path, "2027-01-20")
    row = office.duties("--org", "KZ-27", "--stage", "approved", today="2027-01-21")[("KZ-27", "approved", 1)]
    assert (row["timeliness"], row["working_days_late"], row["revision"]) == ("late", late_by(due, datetime.date(2026, 12, 21)), 2), row
    # Handed in before anybody recorded the approval: judged once the term is known.
    path = office.file("early", "KZ-31", "approved", None, fields_with(published_on="23.12.2026"))
    office.submit(path, "2026-12-24")
    assert office.duties("--org", "KZ-31", "--stage", "approved")[("KZ-31", "approved", 1)]["timeliness"] == "no_deadline"
    office.event("approved", "KZ-31", "2026-12-10")
    row = office.duties("--org", "KZ-31", "--stage", "approved")[("KZ-31", "approved", 1)]
    assert (row["timeliness"], row["working_days_late"]) == ("late", late_by(due, datetime.date(2026, 12, 23))), row
    office.esep("doctor", expect=0)
    print("publication decides on timeliness, not the receipt")


def row_number(office, org):
    out = office.esep("history", "--org", org, "--form", FORM, "--action", "submit", "--json", expect=0).json()["history"]
    return f"S-{out[-1]['submission']:06}" if isinstance(out[-1]["submission"], int) else out[-1]["submission"]


# ---- Sums, versions and the summary --------------------------------------------------------------------------------------------

class Plan:
    """What stands in a filled workbook, read without Esep; money in tiyn."""

    def __init__(self, path):
        sheet = openpyxl.load_workbook(path, data_only=True).worksheets[0]
        first, columns = number_row(sheet, list(NUMBERS.values()))
        self.rows = []
        for line in range(first + 1, sheet.max_row + 1):
            row = dict(zip(NUMBERS, (sheet.cell(line, c).value for c in columns)))
            if row["circle_kind"] and row["child_count"] is not None:
                for key in ("norm", "amount", "continued", "fresh"):
                    row[key] = int(decimal.Decimal(str(row[key])) * 100)
                self.rows.append(row)

    def sum(self, column, **where):
        return sum(row[column] for row in self.rows if all(row[key] == value for key, value in where.items()))

    def child_months(self):
        return sum(row["child_count"] * row["month_count"] for row in self.rows)

    def by_key(self):
        return {(row["direction"], row["circle_kind"], row["place"]): row for row in self.rows}


def rounded(value, places="0.01"):
    return decimal.Decimal(value).quantize(decimal.Decimal(places), decimal.ROUND_HALF_UP)


def tables_of(paper):
    """Rows of the tables of a JSON paper by section."""
    return {section["name"]: [table["rows"] for table in section["tables"]] for section in paper["sections"]}


def number(text):
    return None if text in (None, "") else decimal.Decimal(str(text))


def year_of(office, year, orgs, folder):
    """All stages of some operators; gives the plans by (org, stage, occurrence)."""
    plans = {}
    for org in orgs:
        approved = datetime.date(year - 1, 12, 10)
        office.event("approved", org, approved, year=year)
        for stage, received in (("draft", f"{year - 1}-10-29"), ("approved", f"{year - 1}-12-16"), ("opening", f"{year}-01-05")):
            path = office.file(f"{folder}-{org}-{stage}", org, stage, year=year, count=8)
            office.submit(path, received)
            plans[org, stage, 1] = Plan(path)
        for occurrence in (1, 2) if org == orgs[0] else (1,):
            day = datetime.date(year, 5, 11) + datetime.timedelta(days=28 * (occurrence - 1))
            office.event("additional_approved", org, day, occurrence, year=year)
            path = office.file(f"{folder}-{org}-additional{occurrence}", org, "additional", occurrence=occurrence, year=year, count=3)
            office.submit(path, day + datetime.timedelta(days=2))
            plans[org, "additional", occurrence] = Plan(path)
    return plans


def revise(office, plans, org):
    """The approved plan is revised after its opening volume was posted."""
    path = office.file("revised", org, "approved", year=2028, count=9)
    office.submit(path, "2028-02-10")
    plans[org, "approved", 1] = Plan(path)


def versions(office, plans, org):
    numbers = {}
    out = office.esep("history", "--org", org, "--form", FORM, "--action", "submit", "--json", expect=0).json()["history"]
    order = [key for key in plans if key[0] == org]
    submitted = [f"S-{one['submission']:06}" if isinstance(one["submission"], int) else one["submission"] for one in out]
    for key, name in zip(order, submitted):
        numbers[key[1:]] = name
    for before, after in ((("draft", 1), ("approved", 1)), (("approved", 1), ("opening", 1)), (("approved", 1), ("additional", 1)),
                          (("approved", 1), ("additional", 2))):
        old, new = plans[(org, *before)], plans[(org, *after)]
        adds = after[0] == "additional"
        said = office.esep("show", numbers[after], "--diff", numbers[before], "--json", expect=0).json()["differences"]
        sums = {c["column"]: (number(c["before"]), number(c["after"])) for d in said if d["change"] == "sum" for c in d["cells"]}
        for column in ("child_count", "amount", "continued", "fresh"):
            scale = 1 if column == "child_count" else 100
            a, b = old.sum(column), new.sum(column) + (old.sum(column) if adds else 0)
            assert sums[column] == (decimal.Decimal(a) / scale, decimal.Decimal(b) / scale), (column, sums)
        rows = [d for d in said if d["row_after"] or d["row_before"]]
        a, b = old.by_key(), new.by_key()
        count = collections.Counter(d["change"] for d in rows)
        changed = sum(1 for key in a.keys() & b.keys() if adds or a[key] != b[key])
        assert (count["new"], count["gone"], count["changed"]) == (len(b.keys() - a.keys()), 0 if adds else len(a.keys() - b.keys()), changed), count
    text = office.esep("show", numbers["approved", 1], "--diff", numbers["draft", 1], expect=0).out
    change = plans[org, "approved", 1].sum("child_count") - plans[org, "draft", 1].sum("child_count")
    sums = next(re.split(" {2,}", line) for line in text.splitlines() if "  6. " in line)
    assert sums[-1].replace("\u00a0", "") == f"{change:+}" and len(sums) == 5, sums  # a sum stands at no row
    assert re.search("dance, халық биі, city  +6[.] ", text), text
    print("draft → approved → opening → additional compared in figures")


def summary(office, now, before, orgs):
    path = f"{office.folder}/summary.json"
    office.esep("summary", FORM, "--period", 2028, "--to", "json", "-o", path, "--paper-lang", "ru", today="2028-06-20", expect=0)
    with open(path, encoding="utf-8") as file:
        paper = json.load(file)["documents"][0]
    tables = tables_of(paper)
    for name, blocks in tables.items():
        for row in (row for rows in blocks for row in rows if "_sources" in row):
            # A row of figures leads to its reports; an operator who sent nothing has none.
            assert row["_sources"] or name == "Публикация" and not row.get("done"), (name, row)

    def volume(plans, org):
        return [plan for (o, stage, _), plan in plans.items() if o == org and stage in ("approved", "additional")]

    places = {}
    with open(f"{SOURCE}/data/organisations.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            places[row["name_ru"]] = row["code"]
    seen = 0
    for row in tables["Объём"][0]:
        if row["place"] == "Всего":
            parts = [p for org in orgs for p in volume(now, org)]
            was = [p for org in orgs for p in volume(before, org)]
        else:
            org = places[row["place"]]
            parts, was = volume(now, org), volume(before, org)
            assert number(row["plan_children"]) == now[org, "approved", 1].sum("child_count")
            assert number(row["plan_amount"]) == tenge(now[org, "approved", 1].sum("amount"))
            seen += 1
        amount, earlier = sum(p.sum("amount") for p in parts), sum(p.sum("amount") for p in was)
        assert number(row["children"]) == sum(p.sum("child_count") for p in parts), row
        assert number(row["amount"]) == tenge(amount) and number(row["was"]) == tenge(earlier), row
        assert number(row["change"]) == rounded(decimal.Decimal(amount - earlier) * 100 / earlier, "0.1"), row
    assert seen == len(orgs), seen
    for row in tables["Объём"][1]:
        posted = now[places[row["place"]], "opening", 1].sum("fresh")
        revised = now[places[row["place"]], "approved", 1].sum("fresh")
        assert number(row["posted"]) == tenge(posted) and number(row["now"]) == tenge(revised), row
        assert bool(row["warning"]) == (posted != revised) and (number(row["difference"]) or 0) == tenge(revised - posted), row
    assert len(tables["Объём"][1]) == len(orgs) and any(row["warning"] for row in tables["Объём"][1])
    for row in tables["Подушевой норматив"][0]:
        parts = [p for org in (orgs if row["place"] == "По стране" else [places[row["place"]]]) for p in volume(now, org)]
        assert number(row["norm"]) == rounded(tenge(sum(p.sum("amount") for p in parts)) / sum(p.child_months() for p in parts)), row
        for place, title in (("city", "қала"), ("village", "ауыл")):
            assert number(row[f"{place}_children"]) == sum(p.sum("child_count", place=title) for p in parts), row
    total = 0
    for row in tables["Направления"][0]:
        if row["kind"] != "Всего":
            total += number(row["amount"])
        else:
            assert total == number(row["amount"])
    print("summary's sums are those of the workbooks")
    return tables


def calendar_of_2028(office):
    os.makedirs(f"{office.ws}/data/calendar", exist_ok=True)
    with open(f"{office.ws}/data/calendar/2028.csv", "w", encoding="utf-8") as file:
        file.write("date,kind,name_kk,name_ru,name_en,source\n")
        for month, day in ((1, 3), (1, 4), (1, 7), (3, 8), (3, 21), (3, 22), (3, 23), (5, 1), (5, 9), (7, 6), (8, 30), (10, 25)):
            file.write(f"2028-{month:02}-{day:02},public_holiday,Мереке,Праздник,Holiday,made up for this test\n")


def beyond_calendar(office):
    """On a day that the calendar does not cover what is known is said, and that no delay is counted; for a deadline that it does not reach there is no paper."""
    told = ("esep: Дата {} вне календаря: календарь рабочих дней охватывает 2021–2027 годы.\n"
            "Запишите все выходные дни 2028 года в файл data/calendar/2028.csv рабочей папки: первая строка «date,kind,name_kk,name_ru,name_en,source», далее по строке на день, "
            "то есть «2028-ММ-ДД,public_holiday,название по-казахски,по-русски,по-английски,акт». Подробнее: docs/calendar.md.\n")
    assert office.esep("--lang", "ru", "proposals", today="2028-01-05", expect=2).err == told.format("05.01.2028")
    ends = "Календарь рабочих дней кончается 31.12.2027: сроки и опоздания после этого дня не вычислены. "
    for words, expect in ((("summary", FORM, "--period", 2027, "--to", "json", "-o", "-"), 0), (("status", FORM, "--period", 2027), 1),
                          (("remind", FORM, "--period", 2027, "--to", "docx", "-o", f"{office.folder}/beyond"), 0)):
        answer = office.esep("--lang", "ru", "--paper-lang", "ru", *words, today="2028-01-05", expect=expect)
        assert ends in answer.out + answer.err, (words, answer)
        assert words[0] != "status" or "не сдан" in answer.out and "опоздание не вычислено" in answer.out, answer.out
    office.event("additional_approved", "KZ-71", "2027-12-30")
    said = office.esep("--lang", "ru", "summary", FORM, "--period", 2027, "--to", "json", "-o", "-", today="2027-12-31", expect=2).err
    assert said == told.format("01.01.2028"), said
    said = office.esep("--lang", "ru", "remind", FORM, "--period", 2027, "--stage", "additional", "--to", "pdf", "-o", f"{office.folder}/letters", today="2027-12-31", expect=0).err
    assert said == ("Срок отчёта неизвестен, поэтому письмо не написано 1 адресату: Дата 01.01.2028 вне календаря: календарь рабочих дней охватывает 2021–2027 годы. "
                    "Добавьте этот год в календарь и повторите напоминание.\n"), said


def unpublished(office):
    """The table names every operator that the sentence counts, each with its own word."""
    def rows(today, lang):
        out = office.esep("summary", FORM, "--period", 2027, "--to", "json", "-o", "-", "--paper-lang", lang, today=today, expect=0).json()["documents"][0]
        (table,) = [rows for name, tables in tables_of(out).items() if name in ("Публикация", "Жариялау") for rows in tables[1:]]
        return collections.Counter((row["stage"], row["outcome"], "effective" in row and bool(row["effective"]), bool(row.get("days"))) for row in table)

    assert rows("2027-08-25", "ru") == {("проект", "не опубликован", True, True): 20, ("утверждённый план", "утверждение не записано", False, False): 19,
                                        ("утверждённый план", "не опубликован", True, True): 1, ("объём на начало года", "не опубликован", True, True): 20}
    assert rows("2028-01-25", "kk")["қосымша қаржыландыру", "бекітілгені тіркелмеген", False, False] == 19


def nothing_published(office):
    """Who published nothing is counted in the sentence as in the chart: where the approval is not recorded there is no term to miss."""
    def digest(today, lang):
        return office.esep("summary", FORM, "--period", 2027, "--to", "html", "-o", "-", "--paper-lang", lang, today=today, expect=0).out

    draft, opening = "Проект опубликовали 0 (с опозданием – 0, не опубликовали в срок – {n})", "объём на начало года – 0 (с опозданием – 0, не опубликовали – {n})"
    approved = "утверждённый план – 0 (с опозданием – 0, не опубликовали – {missing}, утверждение не записано – {unrecorded})"
    more = "Дополнительное финансирование: число публикаций – 0 (с опозданием – 0, не опубликовано – 0, до конца года утверждение не записано у операторов – {late_events})."
    text = digest("2027-08-25", "ru")
    assert f"Операторов – 20. {draft}, {approved}, {opening}. {more}".format(n=20, missing=0, unrecorded=20, late_events=0) in text, text
    assert ("бекітілген жоспары – 0 (кеш – 0, жарияланбағаны – 0, бекітілгені тіркелмегені – 20), жыл басындағы көлемі – 0 (кеш – 0, жарияланбағаны – 20)."
            in digest("2027-08-25", "kk"))
    office.event("approved", "KZ-71", "2026-12-10")
    beyond_calendar(office)
    calendar_of_2028(office)
    unpublished(office)
    text = digest("2028-01-25", "ru")
    assert approved.format(missing=1, unrecorded=19) in text and more.replace("не опубликовано – 0", "не опубликовано – 1").format(late_events=19) in text, text


def papers(office, plans, org):
    """The official paper in XLSX shows the same sums as the workbook that was handed in."""
    path = f"{office.folder}/paper.xlsx"
    office.esep("render", FORM, "--org", org, "--period", 2027, "--stage", "approved", "--to", "xlsx", "-o", path, expect=0)
    shown, given = Plan(path), plans[org, "approved", 1]
    for column in ("provider_count", "group_count", "child_count", "norm", "amount", "continued", "fresh"):
        assert shown.sum(column) == given.sum(column), column
    print("the paper's sums are those of the workbook")


# ---- Twenty operators -------------------------------------------------------------------------------------------------------

def typed(rows):
    return [{key: (str(tenge(value)) if key in ("norm", "amount", "continued", "fresh") else fill.as_typed(
        next(c for c in DEFINITION["column"] if c["id"] == key), value)) for key, value in row.items()} for row in rows]


def many(office, count):
    with open(f"{SOURCE}/data/organisations.csv", encoding="utf-8") as file:
        orgs = [row["code"] for row in csv.DictReader(file) if row["kind"] in ("region", "capital", "city_republican")]
    files, amount, children = [], 0, 0
    for org in orgs:
        office.event("approved", org, "2026-12-10")
        for stage in ("draft", "approved"):
            rows = fill.plan_rows(org, 2027, stage, 1, count)
            fields = fill.plan_fields(rows, org, 2027, stage, 1)
            fields = {k: str(tenge(v)) if isinstance(v, int) and k != "total_children" else str(v) for k, v in fields.items()}
            path = f"{office.folder}/{org}-{stage}.json"
            with open(path, "w", encoding="utf-8") as file:
                json.dump({"form": FORM, "edition": "2027-01", "organisation": org, "period": "2027", "stage": stage, "fields": fields,
                           "rows": typed(rows)}, file)
            files.append(path)
            if stage == "approved":
                amount += sum(row["amount"] for row in rows)
                children += sum(row["child_count"] for row in rows)
    measured("submitted", office, "submit", *files, "--received", "2026-12-16T10:00")
    for to in ("pdf", "xlsx", "html"):
        measured(f"plan of {count} rows, {to}", office, "render", FORM, "--org", orgs[0], "--period", 2027, "--stage", "approved", "--to", to, "-o", f"{office.folder}/one.{to}")
    for to in ("pdf", "xlsx", "html", "json"):
        measured(f"summary, {to}", office, "summary", FORM, "--period", 2027, "--to", to, "-o", f"{office.folder}/all.{to}", "--paper-lang", "ru")
    with open(f"{office.folder}/all.json", encoding="utf-8") as file:
        rows = tables_of(json.load(file)["documents"][0])["Объём"][0]
    assert len(rows) == len(orgs) + 1 and number(rows[-1]["amount"]) == tenge(amount) and number(rows[-1]["children"]) == children
    shown = Plan(f"{office.folder}/one.xlsx")
    assert len(shown.rows) == count and shown.sum("amount") == sum(r["amount"] for r in fill.plan_rows(orgs[0], 2027, "approved", 1, count))
    assert openpyxl.load_workbook(f"{office.folder}/all.xlsx").sheetnames[0]


def measured(what, office, *words):
    began = time.monotonic()
    done = subprocess.run(["/usr/bin/env", "python3", "-c", "import resource, subprocess, sys; code = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL);"
                           "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024); sys.exit(code)",
                           os.environ.get("ESEP", "esep"), "-q", "-w", office.ws, "--today", "2027-01-20", *map(str, words)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    print(f"{what}: {time.monotonic() - began:.1f} s, {done.stdout.split()[-1]} MB")


def main():
    with tempfile.TemporaryDirectory() as folder:
        office = Office(folder)
        rules(office)
        deadlines(office)
        publication(office)
    with tempfile.TemporaryDirectory() as folder:
        nothing_published(Office(folder))
    with tempfile.TemporaryDirectory() as folder:
        office = Office(folder)
        calendar_of_2028(office)
        orgs = ["KZ-71", "KZ-11"]
        before = year_of(office, 2027, orgs, "a")
        versions(office, before, orgs[0])
        papers(office, before, orgs[0])
        now = year_of(office, 2028, orgs, "b")
        revise(office, now, orgs[0])
        summary(office, now, before, orgs)
    with tempfile.TemporaryDirectory() as folder:
        many(Office(folder), ROWS)


if __name__ == "__main__":
    main()
