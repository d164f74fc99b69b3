# SPDX-License-Identifier: MIT
"""A ministry's half-year for tests: the roadmap from its data file, workbooks filled and read by openpyxl, without the program's own figures."""
import datetime
import json
import os
import random
import tomllib

import openpyxl

from esep_cli import beside, number_row, run

STATES = ["done", "in_progress", "not_started", "not_due", "overdue"]
REGION_KINDS = ("region", "capital", "city_republican")


def load_toml(path):
    with open(path, "rb") as file:
        return tomllib.load(file)


def days_of(period):
    year, half = period.split("-H")
    return (datetime.date(int(year), 1 if half == "1" else 7, 1), datetime.date(int(year), 6 if half == "1" else 12, 30 if half == "1" else 31))


class Form:
    def __init__(self, path):
        self.data = load_toml(path)
        self.id = self.data["form"]
        self.columns = {c["id"]: c for c in self.data["column"]}
        self.fields = {f["id"]: f for f in self.data["field"]}

    def typed(self, column, value):
        """What stands in a cell, as the column's type reads it: choices are their ids, dates are dates."""
        if value is None or value == "":
            return None
        kind = self.columns[column].get("type", "text")
        if kind == "choice":
            return next(c["id"] for c in self.columns[column]["choices"] if value in (c["id"], c["title"]["kk"], c["title"]["ru"]))
        if kind == "date":
            return value.date() if isinstance(value, datetime.datetime) else datetime.datetime.strptime(value, "%d.%m.%Y").date()
        return value

    def choice(self, column, choice, lang="kk"):
        return next(c["title"][lang] for c in self.columns[column]["choices"] if c["id"] == choice)


class Workbook:
    """A workbook of the form: cells by row and column id, heading fields by id."""

    def __init__(self, form, path):
        self.form, self.path = form, path
        self.book = openpyxl.load_workbook(path)
        self.sheet = self.book.worksheets[0]
        numbers = [c["number"] for c in form.columns.values()]
        top, places = number_row(self.sheet, numbers)
        self.top = top
        self.at = dict(zip(form.columns, places))
        self.rows = []
        row = top + 1
        while self.sheet.cell(row, self.at["number"]).value is not None:
            self.rows.append(row)
            row += 1

    def cell(self, row, column):
        return self.sheet.cell(row, self.at[column])

    def value(self, row, column):
        return self.form.typed(column, self.cell(row, column).value)

    def record(self, row):
        return {column: self.value(row, column) for column in self.at}

    def row_of(self, number):
        return next(row for row in self.rows if str(self.cell(row, "number").value) == number)

    def field(self, name):
        titles = self.form.fields[name]["title"]
        for lang in ("kk", "ru"):
            try:
                return beside(self.sheet, titles[lang], self.top - 1)
            except AssertionError:
                pass
        raise AssertionError(f"no line for {name}")

    def save(self, path=None):
        self.book.save(path or self.path)
        return path or self.path


class Roadmap:
    """The data file read again, by the rules of docs/roadmaps.md."""

    def __init__(self, path):
        self.data = load_toml(path)
        self.measures = self.data["measure"]
        self.abbreviations = {a["id"]: a["organisations"] for a in self.data["abbreviation"]}
        self.successors = {s["organisation"]: s for s in self.data.get("successor", [])}

    def executors(self, measure, day):
        """Who answers for the measure on this day."""
        out = []
        for name in measure["executors"]:
            bodies = self.abbreviations[name]
            if len(bodies) > 1 and measure.get("regions"):
                bodies = measure["regions"]
            for body in bodies:
                while body in self.successors and self.successors[body]["from"] <= day:
                    body = self.successors[body]["successor"]
                if body not in out:
                    out.append(body)
        return out

    def cells(self, day):
        return [(m["number"], body) for m in self.measures for body in self.executors(m, day)]

    def former(self, body, day):
        return sorted(o for o, s in self.successors.items() if s["successor"] == body and s["from"] <= day)

    def target(self, indicator, year):
        for one in self.data.get("indicator", []):
            if one["id"] == indicator:
                return next((t["value"] for t in one["targets"] if t["year"] == year), None)
        return None


class Filler:
    """Valid answers by chance. What an executor said in an earlier half-year never goes backwards without a reason."""

    def __init__(self, seed):
        self.seed, self.chance = seed, random.Random(seed)
        self.before = {}
        self.words = 0

    def text(self, words):
        self.words += 1
        return f"{words} № {self.words}"

    def fill(self, book, body, region, end, latest_document):
        chance = self.chance
        book.field("contact").value = "Бөлім басшысы, +7 7172 00-00-00"
        if region:
            total = chance.randrange(20_000, 400_000)
            book.field("children_total").value = total
            book.field("children_health").value = chance.randrange(total // 20, total // 4)
            book.field("children_additional").value = chance.randrange(total // 2, total + 1)
        for row in book.rows:
            self.answer(book, row, body, end, latest_document)

    def answer(self, book, row, body, end, latest_document):
        chance, number = self.chance, str(book.cell(row, "number").value)
        due, objects = book.value(row, "due"), book.value(row, "objects")
        # Measures have moods, so that some are done by all and some begun by nobody.
        mood = random.Random(f"{self.seed}/{number}/{end}").randrange(5)
        if due <= end:
            state = "done" if mood < 2 else chance.choice(["done", "done", "overdue"])
        else:
            state = chance.choice([["not_due"], ["not_started"], ["not_started", "not_due"], *[["in_progress", "done", "not_started", "not_due"]] * 2][mood])
        was = self.before.get((body, number), {})
        out = {"state": state}
        if state in ("done", "in_progress") or chance.random() < 0.2:
            out["done"] = self.text("Жұмыс жүргізілді")
        if state == "done" or chance.random() < 0.1:
            out["document_name"] = self.text("Құжат")
            out["document_date"] = latest_document - datetime.timedelta(days=chance.randrange(0, 90))
        if state == "overdue":
            out["new_term"] = end + datetime.timedelta(days=chance.randrange(1, 400))
        reason = state == "overdue" or chance.random() < 0.1
        if objects:
            # Of some measures more is built than planned, of others less.
            most = min(objects, random.Random(f"{self.seed}/{number}/most").choice([1, 1, 2, 4]))
            for column in ("commissioned", "designed"):
                if chance.random() < 0.75 or was.get(column):
                    out[column] = chance.randrange(was.get(column) or 0, max(was.get(column) or 0, most) + 1)
            if chance.random() < 0.5:
                out["planned"] = chance.randrange(0, 5)
            reason = reason or ("planned" in out and out.get("commissioned", 0) > out["planned"])
        if was.get("state") == "done" and state != "done" and due <= end:
            reason = True
        if reason:
            out["reason"] = self.text("Мердіген ауысты")
        if chance.random() < 0.5:
            out["funds_planned"] = chance.randrange(0, 90_000_000) / 10
            out["funds_used"] = chance.randrange(0, int(out["funds_planned"] * 10) + 1) / 10
        self.before[body, number] = {**was, **out}
        for column, value in out.items():
            shown = book.form.choice(column, value, chance.choice(["kk", "ru"])) if column == "state" else value
            book.cell(row, column).value = shown
        for column in set(book.at) - set(out):
            if "state" != column and not book.form.columns[column].get("prefilled"):
                book.cell(row, column).value = None


class Office:
    def __init__(self, source, folder):
        self.source, self.folder, self.ws = source, folder, f"{folder}/ws"
        run("init", self.ws, expect=0)

    def esep(self, *words, today="2026-08-20", expect=0):
        return run("-w", self.ws, "--as", "om", "--today", today, *words, expect=expect)

    def blanks(self, form, period, name=None):
        out = f"{self.folder}/{name or period}"
        self.esep("blank", form, "--period", period, "--all", "-o", out)
        return {file.split("_")[1]: f"{out}/{file}" for file in sorted(os.listdir(out))}

    def submit(self, files, received, expect=0):
        """{path: submission as the receipt says it}, and the findings of the call."""
        answer = self.esep("submit", *files, "--received", received, "--json", expect=expect, today=received[:10]).json()
        return answer["submissions"], answer

    def summary(self, name, period, to, *more, today="2026-08-20"):
        path = f"{self.folder}/{name}-{period}-{len(os.listdir(self.folder))}.{to}"
        self.esep("summary", name, "--period", period, "--to", to, "-o", path, *more, today=today)
        return path


def read_json(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)
