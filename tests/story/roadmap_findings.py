#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""One broken workbook for each thing that can be wrong with a report on the roadmap: just its finding, at its cell, and no other; each rule of the
form is fired. usage: roadmap_findings.py SOURCE_DIR"""
import datetime
import os
import shutil
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from roadmap_office import Form, Office, Roadmap, Workbook, days_of  # noqa: E402

SOURCE = sys.argv[1]
FORM = Form(f"{SOURCE}/forms/roadmap-status.2024.toml")
BODY, MINISTRY, PERIOD, BEFORE = "KZ-11", "mam", "2026-H1", "2025-H2"
# Of this executor: done long ago, due after the period with objects (and one already commissioned), due after it without objects.
PAST, BUILT, OPEN, PLAIN, FOREIGN = "14", "23", "24", "2", "3"
DAY = datetime.date


def fill_well(book, period, akimat=True):
    end = days_of(period)[1]
    book.field("contact").value = "Бөлім басшысы, +7 7172 00-00-00"
    if akimat:
        book.field("children_total").value, book.field("children_health").value, book.field("children_additional").value = 100_000, 15_000, 96_000
    for row in book.rows:
        past = book.value(row, "due") <= end
        answers = {"state": FORM.choice("state", "done" if past else "in_progress"), "done": "Жұмыс кестеге сай жүріп жатыр."}
        if past:
            answers |= {"document_name": "Акт № 5", "document_date": DAY(2025, 12, 1)}
        if str(book.cell(row, "number").value) == BUILT:
            answers |= {"planned": 2, "commissioned": 2, "designed": 2, "funds_planned": 100.5, "funds_used": 80}
        for column, value in answers.items():
            book.cell(row, column).value = value
    return book


class Case:
    """Edits of a good workbook: what must be found where is said beside each."""

    def __init__(self, book):
        self.book, self.wanted = book, []

    def row(self, number):
        return self.book.row_of(number)

    def set(self, number, **values):
        for column, value in values.items():
            self.book.cell(self.row(number), column).value = value
        return self

    def state(self, number, state, **values):
        return self.set(number, state=FORM.choice("state", state), **values)

    def head(self, **values):
        for name, value in values.items():
            self.book.field(name).value = value
        return self

    def find(self, code, number, column, severity="error"):
        self.wanted.append((code, self.book.cell(self.row(number), column).coordinate, column, severity))
        return self

    def find_field(self, code, name, severity="error"):
        self.wanted.append((code, self.book.field(name).coordinate, name, severity))
        return self

    def append(self, number, title, **values):
        """A row below the last: what stands there is found at its own number."""
        row = self.book.rows[-1] + 1
        answers = {"number": number, "measure": title, "state": FORM.choice("state", "in_progress"), "done": "Жасалды"} | values
        for column, value in answers.items():
            self.book.cell(row, column).value = value
        return row


def overdue(case, number, **values):
    return case.state(number, "overdue", **({"reason": "Шарт бұзылды", "new_term": DAY(2026, 12, 1)} | values))


def foreign(case):
    row = case.append(FOREIGN, "Біреудің іс-шарасы")
    case.wanted.append(("ROW-FOREIGN", case.book.cell(row, "number").coordinate, "number", "error"))


def twice(case):
    first = case.row(PLAIN)
    row = case.append(PLAIN, case.book.cell(first, "measure").value)
    for column in ("completion", "term", "due", "objects", "document_wanted"):
        source, target = case.book.cell(first, column), case.book.cell(row, column)
        target.value, target.number_format = source.value, source.number_format
    case.wanted.append(("ROW-TWICE", case.book.cell(row, "number").coordinate, "number", "error"))


def absent(case):
    last = case.book.rows[-1]
    case.book.sheet.delete_rows(last)
    case.wanted.append(("ROW-ABSENT", None, None, "error"))


CASES = {
    "nothing": lambda c: c,
    "someone else's measure": foreign,
    "a measure twice": twice,
    "a measure left out": absent,
    "a changed title": lambda c: c.set(PLAIN, measure="Басқа іс-шара").find("CELL-PREFILLED", PLAIN, "measure"),
    "a changed term": lambda c: c.set(PLAIN, due=DAY(2027, 12, 31)).find("CELL-PREFILLED", PLAIN, "due"),
    "no contact": lambda c: c.head(contact=None).find_field("FIELD-REQUIRED", "contact"),
    "no state": lambda c: c.set(PLAIN, state=None).find("CELL-REQUIRED", PLAIN, "state"),
    "an unknown state": lambda c: c.set(PLAIN, state="жақсы").find("CELL-CHOICE", PLAIN, "state"),
    "a word for a number": lambda c: c.set(OPEN, commissioned="екі").find("CELL-INTEGER", OPEN, "commissioned"),
    "half an object": lambda c: c.set(OPEN, commissioned=1.5).find("CELL-INTEGER", OPEN, "commissioned"),
    "a word for a date": lambda c: c.set(PAST, document_date="мамыр").find("CELL-DATE", PAST, "document_date"),
    "a word for money": lambda c: c.set(OPEN, funds_planned="көп").find("CELL-DECIMAL", OPEN, "funds_planned"),
    "done without its document": lambda c: c.set(PAST, document_name=None).find("CELL-REQUIRED", PAST, "document_name"),
    "a document without a date": lambda c: c.set(PAST, document_date=None).find("CELL-REQUIRED", PAST, "document_date"),
    "a document without a date, in progress": lambda c: c.set(PLAIN, document_name="Сертификат № 1").find("CELL-REQUIRED", PLAIN, "document_date"),
    "in progress, and nothing done": lambda c: c.set(PLAIN, done=None).find("CELL-REQUIRED", PLAIN, "done"),
    "overdue without a reason": lambda c: overdue(c, PAST, reason=None).find("CELL-REQUIRED", PAST, "reason").find("RM-BACKWARDS", PAST, "state"),
    "overdue without a new term": lambda c: overdue(c, PAST, new_term=None).find("CELL-REQUIRED", PAST, "new_term"),
    "past its term, not started": lambda c: c.state(PAST, "not_started", reason="Кейінге қалды").find("RM-PAST-TERM", PAST, "state"),
    "overdue before its term": lambda c: overdue(c, PLAIN).find("RM-NOT-OVERDUE", PLAIN, "state"),
    "a document of tomorrow": lambda c: c.set(PAST, document_date=DAY(2026, 7, 4)).find("RM-DOCUMENT-DATE", PAST, "document_date"),
    "a new term in the past": lambda c: overdue(c, PAST, new_term=DAY(2026, 6, 30)).find("RM-NEW-TERM", PAST, "new_term"),
    "objects where none are built": lambda c: c.set(PLAIN, commissioned=1).find("RM-NO-OBJECTS", PLAIN, "commissioned"),
    "a negative fact": lambda c: c.set(OPEN, commissioned=-1).find("RM-NEGATIVE", OPEN, "commissioned"),
    "a negative plan": lambda c: c.set(OPEN, planned=-1, reason="Қате").find("RM-NEGATIVE-PLAN", OPEN, "planned"),
    "a negative design": lambda c: c.set(OPEN, designed=-2).find("RM-NEGATIVE-DESIGNED", OPEN, "designed"),
    "negative funds": lambda c: c.set(OPEN, funds_planned=-0.1).find("RM-NEGATIVE-FUNDS", OPEN, "funds_planned"),
    "negative use of funds": lambda c: c.set(OPEN, funds_used=-5).find("RM-NEGATIVE-USED", OPEN, "funds_used"),
    "more than the country has": lambda c: c.set(OPEN, commissioned=23).find("RM-COUNTRY", OPEN, "commissioned"),
    "more designed than the country has": lambda c: c.set(OPEN, designed=23).find("RM-COUNTRY-DESIGNED", OPEN, "designed"),
    "more than planned": lambda c: c.set(BUILT, planned=1).find("RM-FACT-PLAN", BUILT, "commissioned"),
    "more than planned, explained": lambda c: c.set(BUILT, planned=1, reason="Ерте бітті"),
    "more spent than planned": lambda c: c.set(BUILT, funds_used=100.6).find("RM-FUNDS", BUILT, "funds_used", "warning"),
    "an unreadable number": lambda c: c.set(BUILT, commissioned="екі").find("CELL-INTEGER", BUILT, "commissioned"),
    "fewer than half a year ago": lambda c: c.set(BUILT, commissioned=1).find("RM-BACKWARDS", BUILT, "state"),
    "fewer than half a year ago, explained": lambda c: c.set(BUILT, commissioned=1, reason="Қайта есептелді"),
    "no children": lambda c: c.head(children_total=None).find_field("RM-CHILDREN", "children_total"),
    "no children in health recreation": lambda c: c.head(children_health=None).find_field("RM-CHILDREN-HEALTH", "children_health"),
    "no children in circles": lambda c: c.head(children_additional=None).find_field("RM-CHILDREN-ADDITIONAL", "children_additional"),
    "120 %": lambda c: c.head(children_health=120_000).find_field("RM-COVERED", "children_health"),
    "120 % in circles": lambda c: c.head(children_additional=120_000).find_field("RM-COVERED-ADDITIONAL", "children_additional"),
    "below the target": lambda c: c.head(children_health=11_999).find_field("RM-TARGET-HEALTH", "children_health", "warning"),
    "below the target in circles": lambda c: c.head(children_additional=94_999).find_field("RM-TARGET-ADDITIONAL", "children_additional", "warning"),
    "just the targets": lambda c: c.head(children_health=12_000, children_additional=95_000),
    "three at once": lambda c: c.set(OPEN, commissioned=-1).find("RM-NEGATIVE", OPEN, "commissioned").set(PAST, document_date=None)
    .find("CELL-REQUIRED", PAST, "document_date").head(children_health=120_000).find_field("RM-COVERED", "children_health"),
}


def check_cases(office, good):
    fired = set()
    for name, edit in CASES.items():
        path = f"{office.folder}/{name.replace(' ', '_').replace('%', 'percent')}.xlsx"
        case = Case(Workbook(FORM, good))
        edit(case)
        case.book.save(path)
        errors = any(wanted[3] == "error" for wanted in case.wanted)
        found = office.esep("check", path, "--json", today="2026-07-03", expect=1 if errors else 0).json()["findings"]
        sheet = case.book.sheet.title
        shown = sorted(((f["code"], f["cell"], f["column"], f["severity"]) for f in found), key=str)
        wanted = sorted(case.wanted, key=str)
        if name == "a measure left out":  # it has no cell any more
            shown = [(code, None, None, severity) for code, _, _, severity in shown]
        assert shown == wanted, f"{name}: found {shown}, wanted {wanted}\n" + "\n".join(f["message"] for f in found)
        assert all(f["sheet"] == sheet and f["file"] == path and f["message"] for f in found), found
        fired |= {f["code"] for f in found}
    own = {rule["code"] for rule in FORM.data["rule"]}
    assert own <= fired, f"no test fires {sorted(own - fired)}"
    return fired


def twice_in_one_call(office, good):
    twin, other = f"{office.folder}/twin.xlsx", office.good[MINISTRY]
    shutil.copy(good, twin)
    for command in (("check",), ("submit", "--received", "2026-07-03")):
        answer = office.esep(*command, good, twin, other, "--json", today="2026-07-03", expect=1).json()
        found = answer["findings"] + [f for s in answer.get("submissions", []) for f in s["findings"]]
        assert sorted((f["code"], f["file"]) for f in found) == [("DUPLICATE-KEY", p) for p in sorted((good, twin))], found
        if command[0] == "submit":
            assert [s["organisation"] for s in answer["submissions"]] == [MINISTRY], "the third file of the call is registered, the twins are not"


def after_a_reorganisation(office):
    """What the ministry of before had done stays done with its heir, until the heir himself has said otherwise and why."""
    heir = next(s for s in Roadmap(f"{SOURCE}/data/roadmaps/children-2024-2026.toml").data["successor"] if s["organisation"] == "cdiaom")
    done, late = "1", {"reason": "Тіркеу қайта жүріп жатыр", "new_term": DAY(2026, 12, 1)}

    def hand_in(path, day):
        answer = office.submit([path], day)[1]
        assert not any(s["findings"] for s in answer["submissions"]), answer

    def report(body, period, today, **values):
        path = f"{office.folder}/heir-{body}-{period}.xlsx"
        office.esep("blank", FORM.id, "--org", body, "--period", period, "-o", path)
        case = Case(fill_well(Workbook(FORM, path), period, akimat=False))
        if values:
            case.set(done, document_name=None, document_date=None).state(done, "overdue", **values)
        else:
            case.set(done, document_date=DAY(2024, 12, 1))
        case.book.save()
        found = office.esep("check", path, "--json", today=today, expect=None).json()["findings"]
        return path, sorted((f["code"], f["column"]) for f in found)

    path, found = report(heir["organisation"], "2025-H1", "2025-07-05")
    assert found == [], found
    hand_in(path, "2025-07-05")
    path, found = report(heir["successor"], "2025-H2", "2026-01-05", **(late | {"reason": None}))
    assert found == [("CELL-REQUIRED", "reason"), ("RM-BACKWARDS", "state")], found
    path, found = report(heir["successor"], "2025-H2", "2026-01-05", **late)
    assert found == [], found
    hand_in(path, "2026-01-05")
    path, found = report(heir["successor"], "2026-H1", "2026-07-03", **(late | {"reason": None}))
    assert found == [("CELL-REQUIRED", "reason")], found
    carried = f"{office.folder}/carried.xlsx"
    office.esep("blank", FORM.id, "--org", heir["successor"], "--period", "2025-H2", "--from-previous", "-o", carried, today="2026-01-05")
    book = Workbook(FORM, carried)
    assert book.value(book.row_of(done), "state") == "done", "the blank goes on where the ministry of before ended"


def main():
    with tempfile.TemporaryDirectory() as folder:
        office = Office(SOURCE, folder)
        office.good = {}
        for period, received in ((BEFORE, "2026-01-05"), (PERIOD, None)):
            for body in (BODY, MINISTRY):
                path = f"{folder}/{body}-{period}.xlsx"
                office.esep("blank", FORM.id, "--org", body, "--period", period, "-o", path)
                fill_well(Workbook(FORM, path), period, akimat=body == BODY).save()
                office.good[body] = path
                if received:
                    answer = office.submit([path], received)[1]
                    assert answer["submissions"][0]["findings"] == [], answer
        fired = check_cases(office, office.good[BODY])
        twice_in_one_call(office, office.good[BODY])
        after_a_reorganisation(office)
        print(f"{len(CASES)} workbooks, {len(fired)} codes, {len(FORM.data['rule'])} rules of the form, all fired")


main()
