#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Half-years of the roadmap on workbooks filled by chance: some late, some silent once or always, one rejected, one corrected, one excused, more built
than planned here and less there; an excused region each time, and at last all who did not answer excused. Every sentence and figure of the summary is computed again from the input workbooks, without the program and its SQL:
states, numbers that are reached or not, the last word of who is silent, what is over and what is short, by the plan by region, by the executors' own
plans and with neither, and exactly the reports behind each; in JSON and XLSX, the sentences of one paper also as PDF.
usage: roadmap_recompute.py SOURCE_DIR [SEED [all]]    (all: every half-year of the roadmap)"""
import csv
import datetime
import os
import random
import re
import subprocess
import sys
import tempfile
from decimal import ROUND_HALF_UP, Decimal

import openpyxl

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from report_numbers import expand  # noqa: E402
from roadmap_office import REGION_KINDS, Filler, Form, Office, Roadmap, Workbook, days_of, read_json  # noqa: E402

SOURCE = sys.argv[1]
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else 1
NEVER = "KZ-62"  # this executor never answers
FORM = Form(f"{SOURCE}/forms/roadmap-status.2024.toml")
CONSOLIDATED = Form(f"{SOURCE}/forms/roadmap-consolidated.2026-12.toml")
LAST = "2026-H2"  # from it on the Government's paper has two fields on who had to report
ROADMAP = Roadmap(f"{SOURCE}/data/roadmaps/children-2024-2026.toml")
with open(f"{SOURCE}/data/organisations.csv", encoding="utf-8-sig", newline="") as organisations:
    BODIES = {row["code"]: row for row in csv.DictReader(organisations)}
RECURRING = {m["number"] for m in ROADMAP.measures if len(m["due"]) > 1}
REGIONS = [code for code in BODIES if BODIES[code]["kind"] in REGION_KINDS]
TITLES = {kind["id"]: kind["title"] for kind in ROADMAP.data["object_kind"]}
STATE_WORDS = {
    "kk": {"done": "орындалды", "partly": "ішінара орындалды", "in_progress": "орындалуда", "not_started": "басталмады", "not_due": "мерзімі келген жоқ",
           "overdue": "мерзімі өтті", "unknown": "жауап жоқ", "excused": "босатылған"},
    "ru": {"done": "исполнено", "partly": "исполнено частично", "in_progress": "исполняется", "not_started": "не начато", "not_due": "срок не наступил",
           "overdue": "просрочено", "unknown": "нет ответа", "excused": "освобождён"}}
SIGNS = {"done": "✓", "in_progress": "…", "not_started": "○", "not_due": "·", "overdue": "!", "unknown": "?", "excused": "–"}
DUE = {"2024-H1": "2024-07-05", "2024-H2": "2025-01-05", "2025-H1": "2025-07-08", "2025-H2": "2026-01-05", "2026-H1": "2026-07-07", "2026-H2": "2027-01-05"}
PERIODS = list(DUE) if sys.argv[3:] == ["all"] else ["2025-H2", "2026-H1", "2026-H2"]
SAMPLE = f"{SOURCE}/tests/samples/roadmap/plan.csv"
with open(SAMPLE, encoding="utf-8", newline="") as plan_file:
    PLAN = [(r["Іс-шара"], r["Өңір"], int(r["Жыл"]), int(r["Объектілер"])) for r in csv.DictReader(plan_file)]


class HalfYear:
    """What came in for one period, as openpyxl reads the workbooks."""

    def __init__(self, period):
        self.period, (self.start, self.end) = period, days_of(period)
        self.books, self.numbers, self.received, self.late = {}, {}, {}, {}
        self.excused = set()
        self.owed = sorted({body for _, body in ROADMAP.cells(self.end)})
        self._rows = None

    def accept(self, receipt, path):
        body = receipt["organisation"]
        self.books[body], self.numbers[body] = path, receipt["submission"]
        # A correction does not make a report late that came in time at first.
        first = self.received.setdefault(body, receipt["received"][:10])
        self.late[body] = first > DUE[self.period]
        self._rows = None

    @property
    def rows(self):
        """(measure, body): what the body's last accepted workbook says of the measure."""
        if self._rows is None:
            self._rows, self.heads = {}, {}
            for body, path in self.books.items():
                book = Workbook(FORM, path)
                for row in book.rows:
                    record = book.record(row)
                    self._rows[str(record["number"]), body] = record
                self.heads[body] = {f: book.field(f).value for f in ("children_total", "children_health", "children_additional")}
        return self._rows

    def title(self, lang):
        year, roman = self.period[:4], "I" if self.period.endswith("1") else "II"
        return {"kk": f"{year} жылғы {roman} жартыжылдық", "ru": f"{roman} полугодие {year} года"}[lang]

    @property
    def mark(self):
        """As it stands beside a sign."""
        return f"{'I' if self.period.endswith('1') else 'II'}.{self.period[2:4]}"


def line_of(body, day):
    """The body, those whose duty it has on this day, and those before them."""
    out = [body]
    for one in ROADMAP.former(body, day):
        out += [before for before in [one, *ROADMAP.former(one, day)] if before not in out]
    return out


class Cell:
    """A measure at one of its executors: the last accepted report of these half-years, and what that leaves open. `day`: on which it answers.
    `excused`: who need not answer is not called silent."""

    def __init__(self, halves, measure, body, day, excused=()):
        end = halves[-1].end
        self.half, self.body, self.row = None, body, {}
        for half in reversed(halves):
            who = next((b for b in line_of(body, day) if (measure["number"], b) in half.rows), None)
            if who:
                self.half, self.body, self.row = half, who, half.rows[measure["number"], who]
                break
        said = self.row.get("state")
        if said is None:
            answered_for = datetime.date.min
        elif said != "done":
            answered_for = self.half.end
        else:
            answered_for = self.row["due"] if len(measure["due"]) > 1 else datetime.date.max
        self.answered = self.half is halves[-1]
        # The last term that passed and of which no accepted report says anything.
        self.lapsed = max((due for due in measure["due"] if answered_for < due <= end), default=None)
        self.expired = self.lapsed is not None
        # What is overdue stays so, but of another term of a recurring measure nothing is said.
        stands = said and (not self.expired or (said == "overdue" and len(measure["due"]) == 1))
        self.state = said if self.answered or stands else "unknown"
        self.due = self.row["due"] if self.state == "overdue" else self.lapsed
        if self.state == "unknown" and body in excused:
            self.state = "excused"
        self.built = (self.row.get(measure["objects"]["completed_by"]) or 0) if "objects" in measure else 0
        self.planned = self.row.get("planned")  # his own plan, to the end of the year of his report
        self.planned_to = self.half.end.year if self.half else 0

    @property
    def late(self):
        return self.state == "overdue" or (self.state == "unknown" and self.expired)

    @property
    def earlier(self):
        return self.state not in ("unknown", "excused") and not self.answered


def send_out_and_in(office, filler, period, plan):
    """plan: body → (day of receipt, "filled" | "rejected" | "missing" | "excused"), else in time."""
    half = HalfYear(period)
    blanks = office.blanks("roadmap-status", period)
    assert sorted(blanks) == half.owed, (sorted(blanks), half.owed)
    due = datetime.date.fromisoformat(DUE[period])
    by_day, rejected = {}, []
    for body, path in blanks.items():
        book = Workbook(FORM, path)
        wanted = [number for number, who in ROADMAP.cells(half.end) if who == body]
        assert [str(book.cell(row, "number").value) for row in book.rows] == wanted, f"{body} {period}: not its measures"
        day, fate = plan.get(body, (due - datetime.timedelta(days=filler.chance.randrange(0, 3)), "filled"))
        if fate in ("missing", "excused"):
            if fate == "excused":
                excuse(office, half, body)
            continue
        filler.fill(book, body, body in REGIONS, half.end, min(due, day) - datetime.timedelta(days=5))
        if fate == "rejected":
            book.cell(book.rows[0], "state").value = "жақсы"
            rejected.append(body)
        book.save()
        by_day.setdefault(day, []).append(body)
    for day, bodies in sorted(by_day.items()):
        bad = [body for body in bodies if body in rejected]
        receipts, answer = office.submit([blanks[body] for body in bodies], f"{day}T10:00", expect=1 if bad else 0)
        assert sorted(r["organisation"] for r in receipts) == sorted(bodies), answer
        for receipt in receipts:
            errors = [(f["code"], f["column"]) for f in receipt["findings"] if f["severity"] == "error"]
            wanted = [("CELL-CHOICE", "state")] if receipt["organisation"] in bad else []
            assert errors == wanted and receipt["state"] == ("rejected" if wanted else "received"), receipt
            assert receipt["effective"] == DUE[period], receipt
            if not wanted:
                half.accept(receipt, blanks[receipt["organisation"]])
    return half


def excuse(office, half, body):
    half.excused.add(body)
    office.esep("waive", "roadmap-status", "--org", body, "--period", half.period, "--until", "2027-12-31", "--reason", "Су тасқыны", "--basis", "№ 7 бұйрық")


def correct(office, filler, half, body, day):
    """A second workbook of the same report: the newest counts, in figures and in sources. Of a recurring measure it says overdue."""
    book = Workbook(FORM, half.books[body])
    filler.before = {key: value for key, value in filler.before.items() if key[0] != body}
    filler.fill(book, body, body in REGIONS, half.end, datetime.date.fromisoformat(half.received[body]) - datetime.timedelta(days=9))
    # Nothing is to be explained to the half-year before: a reason stands everywhere.
    for row in book.rows:
        book.cell(row, "reason").value = "Нақтыланды"
        if str(book.cell(row, "number").value) in RECURRING:
            book.cell(row, "state").value = FORM.choice("state", "overdue")
            book.cell(row, "new_term").value = half.end + datetime.timedelta(days=77)
    path = book.save(half.books[body].replace(".xlsx", "-corrected.xlsx"))
    first = half.numbers[body]
    receipts, answer = office.submit([path], f"{day}T12:00")
    assert receipts[0]["revision"] == 2 and receipts[0]["submission"] != first, answer
    half.accept(receipts[0], path)


def add_up(values):
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def share(part, whole):
    return (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.0001"), ROUND_HALF_UP)


def one_place(value):
    return value.quantize(Decimal("0.1"), ROUND_HALF_UP)


class Reach:
    """How far a measure is with its objects. What an executor builds beyond his share does not count for others; where nobody knows his share, a surplus
    may hide a shortfall: `doubt` objects may or may not count then, and `over` and `short` are the least that they can be."""

    def __init__(self, count, due, cells, aims):
        """`cells`: {body: Cell}; `aims`: {body: his share by the plan by region}."""
        plans = [cell.planned for cell in cells.values()]
        own_add_up = None not in plans and sum(plans) == count
        built, sure, beyond, owed, promised, self.planless = 0, 0, 0, 0, 0, []
        for body, cell in cells.items():
            if sum(aims.values()) == count:
                share = aims.get(body, 0)
            elif len(cells) == 1:
                share = count
            else:
                share = aims.get(body)
                if share is None and cell.planned is not None and (own_add_up or cell.planned_to >= due.year):
                    share = cell.planned
            least = share if share is not None else cell.planned or 0
            built += cell.built
            sure += min(cell.built, least)
            owed += max(least - cell.built, 0)
            promised += least
            if share is not None:
                beyond += max(cell.built - share, 0)
            elif cell.built > least:
                self.planless.append(body)
        self.short = max(count - min(count, built - beyond), owed if promised <= count else 0)
        self.over = built - (count - self.short)
        claimed = self.short == 0 and all(cell.state == "done" for cell in cells.values())
        self.blind = bool(self.planless) and not claimed
        self.doubt = max(count - self.short - sure, 0) if self.blind else 0


def state_of(cells, count, short, blind=False):
    """Of a measure, from those of its executors; `count`: its number of objects, `short`: how many of them are missing, `blind`: or more."""
    states = [cell.state for cell in cells]
    # Who need not answer is not called silent: one who was asked must be.
    silence = "unknown" if "unknown" in states else "excused"
    all_done = all(state == "done" for state in states)
    if "overdue" in states:
        return "overdue"
    if count and not short and not blind:
        return "done"
    if any(cell.state in ("unknown", "excused") and cell.expired for cell in cells):
        return silence
    if not count and all_done:
        return "done"
    if count and (all_done or short < count):
        return "partly"
    if all(state in ("unknown", "excused") for state in states):
        return silence
    if "in_progress" in states or "done" in states:
        return "in_progress"
    return "not_due" if "not_due" in states else "not_started"


def number_text(value):
    return f"{value.normalize():f}"


class Expected:
    """The tables of the summary by the columns that name them, in the paper's language. `plan`: rows of the plan by region."""

    def __init__(self, halves, since, lang, plan=()):
        self.now, self.since, self.lang, self.plan = halves[-1], halves[since], lang, plan
        self.cells = ROADMAP.cells(self.now.end)
        self.measures, self.past, self.told, self.then = {}, {}, {}, {}
        for m in ROADMAP.measures:
            for out, cells, told in ((self.measures, self.told, halves), (self.past, self.then, halves[:since + 1])):
                excused = self.now.excused - set(self.now.books) if out is self.measures else ()
                mine = {(m["number"], body): Cell(told, m, body, self.now.end, excused) for body in ROADMAP.executors(m, self.now.end)}
                cells |= mine
                out[m["number"]] = self.measure(m, mine)
        self.states = {cell: one.state for cell, one in self.told.items()}

    def say(self, text):
        return text[self.lang]

    def place(self, body):
        return BODIES[body][f"name_{self.lang}"]

    def body(self, body):
        return BODIES[body][f"body_{self.lang}"]

    def short(self, body):
        """Regions by name, others by the roadmap's abbreviation or their own where they have one."""
        if body in REGIONS:
            return self.place(body)
        printed = next((a["kk"] for a in ROADMAP.data["abbreviation"] if body in a["organisations"]), None)
        return (self.lang == "kk" and printed) or BODIES[body][f"abbr_{self.lang}"] or self.place(body)

    def word(self, state):
        return STATE_WORDS[self.lang][state]

    def measure_word(self, state):
        """Of a measure; its executor is excused, not the measure."""
        return {"kk": "орындаушысы босатылған", "ru": "исполнитель освобождён"}[self.lang] if state == "excused" else self.word(state)

    def of(self, cells, told=None):
        """Numbers of the reports that hold these cells."""
        found = [(told or self.told)[cell] for cell in cells]
        return {one.half.numbers[one.body] for one in found if one.half}

    def sum(self, cells, column, told=None):
        return add_up((told or self.told)[cell].row.get(column) for cell in cells)

    def aim(self, number, body, year=9999):
        """The plan of a region to the end of a year; None: it has none."""
        mine = [(y, n) for m, r, y, n in self.plan if m == number and r == body]
        return sum(n for y, n in mine if y <= year) if mine else None

    def freed(self):
        """Who need not answer and did not, regions first: not expected, and named."""
        return sorted(self.now.excused - set(self.now.books), key=lambda body: (body not in REGIONS, body))

    def over_whom(self, scope):
        """Behind a figure of the country: over how many of those asked it is told; nothing where all answered. `scope`: "all", "children", "objects" or a
        kind of objects."""
        of = {m["number"]: m.get("objects", {}).get("kind") for m in ROADMAP.measures}
        if scope == "children":
            asked = {body: bool(body in self.now.books and self.now.rows and self.now.heads[body]["children_total"]) for body in self.now.owed if body in REGIONS}
        else:
            cells = [cell for cell in self.cells if scope == "all" or (of[cell[0]] is not None and scope in ("objects", of[cell[0]]))]
            asked = {body: any(self.told[cell].answered for cell in cells if cell[1] == body) for _, body in cells}
        told = {body for cell, one in self.told.items() for body in [cell[1]] if one.half and scope != "children"
                and (scope == "all" or (of[cell[0]] is not None and scope in ("objects", of[cell[0]])))}
        freed = [body for body in self.freed() if body in asked and not asked[body]]
        expected, answered = len(asked) - len(freed), sum(asked.values())
        if answered == expected and not freed:
            return ""
        ru = self.lang == "ru"
        who = (("регионов" if scope == "children" else "исполнителей") + f" отчиталось: {answered} из {expected}" if ru else
               ("есеп берген өңірлер" if scope == "children" else "есеп берген орындаушылар") + f": {answered}/{expected}")
        earlier = sum(body in told for body, came in asked.items() if not came and body not in freed)
        parts = [who] + ([("учтены по прежним сведениям: " if ru else "бұрынғы мәліметі алынғандары: ") + str(earlier)] if earlier else [])
        for words, names in ((("босатылғандары кірмеген: ", "без освобождённых: "), [b for b in freed if b not in told]),
                             (("босатылған, бұрынғы мәліметі алынғандары: ", "освобождены, учтены по прежним сведениям: "), [b for b in freed if b in told])):
            if names:
                parts.append(words[ru] + ", ".join(self.short(body) for body in names))
        return f" ({'; '.join(parts)})"

    def captions(self):
        """Of tables and charts with figures of the country."""
        words = {"objects": [("Объектілер: пайдалануға берілгені және жобаланғаны", "Объекты: введённые и спроектированные"),
                             ("Пайдалануға берілетін объектілер", "Вводимые объекты"), ("Тек жобаланатын объектілер", "Только проектируемые объекты")],
                 "all": [("Іс-шаралардың бөлімдер бойынша жай-күйі", "Состояние мероприятий по разделам")],
                 "children": [("Балаларды қамту, ел бойынша", "Охват детей по стране")]}
        if self.over_and_short():
            words["objects"].append(("Объектілер: жоспардан тыс салынғаны және мерзімі өтсе де жетпейтіні", "Объекты: построенные сверх плана и недостающие по истечении срока"))
        if self.changes():
            words["all"].append(("Іс-шаралар", "Мероприятия"))
        return [text[self.lang == "ru"] + self.over_whom(scope) for scope, texts in words.items() for text in texts]

    def measure(self, m, told):
        cells = list(told)
        objects = m.get("objects")
        out = {"cells": cells, "told": told, "objects": objects, "section": m["section"], "over": None, "short": None, "doubt": None, "blind": False,
               "planless": []}
        if objects:
            aims = {body: self.aim(m["number"], body) for _, body in cells}
            reach = Reach(objects["count"], m["due"][-1], {body: told[m["number"], body] for _, body in cells}, {b: n for b, n in aims.items() if n is not None})
            out |= {"over": reach.over, "short": reach.short, "doubt": reach.doubt, "blind": reach.blind, "planless": reach.planless if reach.blind else []}
        states = [one.state for one in told.values()]
        return out | {"state": state_of(told.values(), objects and objects["count"], out["short"], out["blind"]), "done": states.count("done"),
                      "unknown": states.count("unknown"), "commissioned": self.sum(cells, "commissioned", told), "designed": self.sum(cells, "designed", told),
                      "over_term": m["due"][-1] <= self.now.end}

    def letter(self):
        """The sentences of the first page."""
        now, ru = self.now, self.lang == "ru"
        came = {body for body in now.owed if body in now.books}
        groups = [("в срок" if ru else "мерзімінде", [b for b in now.owed if b in came and not now.late[b]], False),
                  ("с опозданием" if ru else "кешіктіріп", [b for b in now.owed if b in came and now.late[b]], True),
                  ("не представили" if ru else "бермегені", [b for b in now.owed if b not in came and b not in now.excused], True)]
        outcome = ", ".join(f"{word} – {len(who)}" + (f" ({', '.join(self.short(b) for b in who)})" if named and len(who) <= 3 else "")
                            for word, who, named in groups if who)
        freed = sorted(b for b in now.owed if b not in came and b in now.excused)
        if freed:
            outcome += f"; {'освобождены' if ru else 'босатылғаны'} – {len(freed)} ({', '.join(self.short(b) for b in freed)})"
        expected = len(now.owed) - len(freed)
        states = ", ".join(f"{self.measure_word(state)} – {many}" for state in STATE_WORDS[self.lang]
                           if (many := sum(m["state"] == state for m in self.measures.values())))
        late = [cell for cell in self.cells if self.told[cell].late]
        overdue = [cell for cell in late if self.told[cell].state == "overdue"]
        again = [cell for cell in overdue if self.told[cell].answered and self.then[cell].state == "overdue" and self.then[cell].due == self.told[cell].due]
        silent = [one for (_, body), one in self.told.items() if not one.answered and (body in now.books or body not in now.excused)]
        country = self.indicators()[-1]
        percent = lambda name: f"{Decimal(country[name]):.1f}".replace(".", ",")  # noqa: E731
        out = [self.provisional()] if self.lost() else []
        out += [f"Исполнителей, обязанных отчитаться, – {expected}: {outcome}." if ru else f"Ақпарат беруге тиіс орындаушылар – {expected}: {outcome}."]
        out.append(f"Мероприятий – {len(self.measures)}{self.over_whom('all')}: {states}. Исполненным считается мероприятие, которое исполнили все его исполнители, "
                   "а мероприятие с числом объектов – когда это число достигнуто." if ru else
                   f"Іс-шаралар – {len(self.measures)}{self.over_whom('all')}: {states}. Іс-шара барлық орындаушысы орындағанда, ал объектілер саны көрсетілген іс-шара сол санға жеткенде "
                   "ғана орындалған болып саналады.")
        for kind in self.kinds():
            parts = []
            for way, words in (("commission", ("введено", "пайдалануға берілді")), ("design", ("спроектировано", "жобаланды"))):
                goal, short, over, doubt = (kind[name] for name in (f"to_{way}", f"{way}_short", f"{way}_over", f"{way}_doubt"))
                if goal or way == "commission":
                    maybe = (f", ещё {words[0]}, но в счёт ли плана, установить нельзя – {doubt}" if ru else
                             f", тағы {({'commission': 'берілгені', 'design': 'жобаланғаны'})[way]}, бірақ жоспарға жататыны белгісіз – {doubt}") if doubt else ""
                    parts.append((f"{words[0]} в счёт плана – {goal - short - doubt} из {goal}" if ru else f"жоспар есебіне {words[1]} – {goal - short - doubt}/{goal}")
                                 + maybe + ((f", сверх плана – {over}" if ru else f", жоспардан тыс – {over}") if over else ""))
            out.append(f"{kind['kind']}{self.over_whom(kind['id'])}: {'; '.join(parts)}.")
        blind = ", ".join(number for number, m in self.measures.items() if m["blind"])
        if blind:
            out.append(f"План по регионам не внесён, и не все исполнители указали свой план (графа 8): по мероприятиям {blind} избыток в одном регионе может скрывать "
                       "недостачу в другом. Число недостающих и построенных сверх плана – наименьшее возможное." if ru else
                       f"Өңірлер бойынша жоспар енгізілмеген, кейбір орындаушылар өз жоспарын (8-баған) көрсетпеген: {blind}-іс-шаралар бойынша бір өңірде артық "
                       "салынғаны басқасында жетпейтінін жасыруы мүмкін. Жетпейтіні мен жоспардан тыс салынғаны – ең азы.")
        out.append(f"Охват детей школьного возраста оздоровлением и отдыхом – {percent('health_share')} % (цель {percent('health_goal')} %), дополнительным образованием – "
                   f"{percent('additional_share')} % (цель {percent('additional_goal')} %){self.over_whom('children')}." if ru else
                   f"Мектеп жасындағы балалар сауықтырумен және демалыспен {percent('health_share')} % қамтылды (нысаналы мән {percent('health_goal')} %), қосымша біліммен – "
                   f"{percent('additional_share')} % (нысаналы мән {percent('additional_goal')} %){self.over_whom('children')}.")
        out.append(f"Риски{self.over_whom('all')}: поручений с истёкшим сроком – {len(late)}, из них просрочено по сведениям исполнителей – {len(overdue)}, без ответа – "
                   f"{len(late) - len(overdue)}; повторно перенесён срок – {len(again)}." if ru else
                   f"Тәуекелдер{self.over_whom('all')}: мерзімі өткен тапсырмалар – {len(late)}, олардың ішінде мерзімі өтті деп хабарланғандары – {len(overdue)}, жауапсыз қалғандары – "
                   f"{len(late) - len(overdue)}; мерзімі қайта ұзартылғандары – {len(again)}.")
        known = sum(one.earlier for one in silent)
        if silent:
            out.append(f"Поручений без ответа за это полугодие – {len(silent)}: {self.parts(known, len(silent) - known)}." if ru else
                       f"Осы жартыжылдықта жауап берілмеген тапсырмалар – {len(silent)}: {self.parts(known, len(silent) - known)}.")
        open_ = [one for (_, body), one in self.told.items() if not one.answered and body in self.freed()]
        if open_:
            known, names = sum(one.earlier for one in open_), ", ".join(self.short(body) for body in self.freed())
            out.append(f"Поручений у освобождённых от отчёта исполнителей ({names}) – {len(open_)}: {self.parts(known, len(open_) - known)}." if ru else
                       f"Есеп беруден босатылған орындаушылардың ({names}) тапсырмалары – {len(open_)}: {self.parts(known, len(open_) - known)}.")
        return out

    def parts(self, known, unknown):
        """Of the assignments without an answer; what counts nothing is left out."""
        ru, out = self.lang == "ru", []
        if known:
            out.append(f"по {known} из них приведены последние принятые сведения с указанием их полугодия" if ru else
                       f"олардың {known} тапсырмасы бойынша соңғы қабылданған мәлімет өз жартыжылдығымен көрсетілді")
        if unknown and not known:
            out.append("сведений по ним нет" if ru else "олар бойынша мәлімет жоқ")
        elif unknown:
            out.append(f"по {unknown} сведений нет" if ru else f"{unknown} тапсырма бойынша мәлімет жоқ")
        return ", ".join(out)

    def lost(self):
        """Whose report is missing, regions first."""
        return sorted((b for b in self.now.owed if b not in self.now.books and b not in self.now.excused), key=lambda body: (body not in REGIONS, body))

    def provisional(self):
        """After the executors' term."""
        lost, expected = self.lost(), len(self.now.owed) - len(self.freed())
        names = ", ".join(self.short(body) for body in lost[:3]) + ("…" if len(lost) > 3 else ".")
        if self.lang == "ru":
            return f"ПРЕДВАРИТЕЛЬНО: не поступило отчётов: {len(lost)} ({expected} ожидалось): {names}"
        return f"АЛДЫН АЛА: түспеген есептер: {len(lost)} ({expected} күтілген): {names}"

    def kinds(self):
        out = {}
        for m in self.measures.values():
            if m["objects"] is None:
                continue
            row = out.setdefault(m["objects"]["kind"], dict.fromkeys(
                ("total", "to_commission", "commissioned", "commission_over", "commission_short", "to_design", "designed", "design_over", "design_short",
                 "commission_doubt", "design_doubt"), 0)
                | {"kind": self.say(TITLES[m["objects"]["kind"]]), "id": m["objects"]["kind"], "cells": []})
            done = m["objects"]["completed_by"]
            way = {"commissioned": "commission", "designed": "design"}[done]
            row["total"] += m["objects"]["count"]
            row[f"to_{way}"] += m["objects"]["count"]
            row[done] += m[done] or 0
            row[f"{way}_over"] += m["over"]
            row[f"{way}_short"] += m["short"]
            row[f"{way}_doubt"] += m["doubt"]
            row["cells"] += m["cells"]
        return [{**row, "_sources": self.of(row["cells"])} for row in out.values()]

    def state_text(self, m):
        why = {"kk": " (орындаушылардың жоспары көрсетілмеген)", "ru": " (план исполнителей не указан)"}[self.lang] if m["blind"] else ""
        if m["state"] != "partly":
            return self.measure_word(m["state"]) + why
        counted, count = m["objects"]["count"] - m["short"], m["objects"]["count"]
        return (f"{self.word('partly')}: {counted} из {count}" if self.lang == "ru" else f"{self.word('partly')}: {counted}/{count}") + why

    def measure_rows(self):
        out = []
        for m in ROADMAP.measures:
            own = self.measures[m["number"]]
            objects = own["objects"]
            out.append({"number": m["number"], "title": self.say(m["title"]), "completion": self.say(m["completion"]), "term": self.say(m["term"]),
                        "executors_text": self.say(m["executors_text"]), "state": self.state_text(own),
                        "done": own["done"], "executors": len(own["cells"]), "object_count": objects and objects["count"],
                        "commissioned": objects and (own["commissioned"] or 0), "designed": objects and (own["designed"] or 0),
                        "over": own["over"] or None, "short": own["short"] or None,
                        "behind": self.behind(own["cells"]), "_sources": self.of(own["cells"])})
        return out

    def behind(self, cells):
        words = [("мерзімі өтті: ", "просрочили: "), ("жауап жоқ: ", "нет ответа: "), ("бұрынғы мәлімет: ", "по прежним сведениям: "),
                 ("босатылғаны: ", "освобождены: ")]
        parts = [[], [], [], []]
        for cell in sorted(cells, key=lambda cell: (cell[1] not in REGIONS, cell[1])):
            one = self.told[cell]
            name = self.short(cell[1]) + (f" ({one.half.mark})" if one.earlier else "")
            if one.state in ("overdue", "unknown"):
                parts[one.state == "unknown"].append(name)
            elif one.earlier or one.state == "excused":
                parts[2 if one.earlier else 3].append(name)
        return "; ".join(word[self.lang == "ru"] + ", ".join(names) for word, names in zip(words, parts) if names) or None

    def risks(self):
        """Overdue, or no answer although a term has passed of which nothing is known."""
        out = []
        for m in ROADMAP.measures:
            for cell in sorted(self.measures[m["number"]]["cells"], key=lambda cell: (cell[1] not in REGIONS, cell[1])):
                one = self.told[cell]
                if not one.late and not (one.state == "excused" and one.expired):
                    continue
                overdue = one.state == "overdue"
                term = one.row.get("new_term") if overdue else None
                of = "" if one.answered or not one.half else {"kk": "; мәлімет: ", "ru": "; сведения: "}[self.lang] + one.half.title(self.lang)
                out.append({"number": m["number"], "body": self.body(cell[1]), "state": self.word(one.state) + of, "due": one.due.isoformat(),
                            "again": self.again(one, self.then[cell]),
                            "reason": one.row.get("reason") if overdue else None, "new_term": term and term.isoformat(), "_sources": self.of([cell])})
        return out

    def again(self, one, then):
        """Overdue before, too: of this term, or of another of a recurring measure."""
        ru = self.lang == "ru"
        if one.state != "overdue" or then.state != "overdue":
            return None
        if one.due == then.due:
            return "просрочено и в прошлом полугодии" if ru else "өткен жартыжылдықта да мерзімі өткен"
        return ("просрочен и прежний срок: " if ru else "бұрынғы мерзімі де өткен: ") + f"{then.due:%d.%m.%Y}"

    def over_and_short(self):
        """What is built beyond the plan, and what is missing after the term: never netted."""
        out = []
        for m in ROADMAP.measures:
            own = self.measures[m["number"]]
            if own["objects"] and (own["over"] or (own["short"] and own["over_term"])):
                way = own["objects"]["completed_by"]
                out.append({"number": m["number"], "title": self.say(m["title"]), "term": self.say(m["term"]), "object_count": own["objects"]["count"],
                            "way": {"commissioned": ("пайдалануға берілді", "введено"), "designed": ("жобаланды", "спроектировано")}[way][self.lang == "ru"],
                            "built": own[way] or 0, "over": own["over"] or None, "short": own["short"] or None, "_sources": self.of(own["cells"])})
        return out

    def changes(self):
        out = []
        for m in ROADMAP.measures:
            own, past = self.measures[m["number"]], self.past[m["number"]]
            if not any(one.half for one in past["told"].values()):
                continue
            same = past["state"] == own["state"] and past["done"] == own["done"]
            if same and all((past[c] or 0) == (own[c] or 0) for c in ("commissioned", "designed")):
                continue
            objects = own["objects"]
            out.append({"number": m["number"], "title": self.say(m["title"]), "was": self.measure_word(past["state"]), "became": self.measure_word(own["state"]),
                        "was_done": past["done"], "done": own["done"], "unanswered": own["unknown"], "executors": len(own["cells"]),
                        "was_commissioned": objects and (past["commissioned"] or 0), "commissioned": objects and (own["commissioned"] or 0),
                        "was_designed": objects and (past["designed"] or 0), "designed": objects and (own["designed"] or 0),
                        "_sources": self.of(past["cells"], past["told"]) | self.of(own["cells"])})
        return out

    def region_row(self, place, cells):
        out = {"place": place}
        for way, name in (("commissioned", "commission"), ("designed", "design")):
            mine = [cell for cell in cells if self.measures[cell[0]]["objects"]["completed_by"] == way]
            aims = {cell: self.aim(*cell, self.now.end.year) for cell in mine}
            aims = {cell: self.told[cell].planned if aim is None else aim for cell, aim in aims.items()}
            ways = [self.told[cell].built - aim for cell, aim in aims.items() if aim is not None]
            out |= {f"to_{name}": add_up(aims.values()), way: self.sum(mine, way), f"{name}_over": add_up(max(one, 0) for one in ways),
                    f"{name}_short": add_up(max(-one, 0) for one in ways)}
        return out | {"_sources": self.of(cells)}

    def regions(self):
        """Objects by region."""
        out, everywhere = [], []
        for body in sorted(REGIONS):
            cells = [(m["number"], body) for m in ROADMAP.measures if m.get("objects") and (m["number"], body) in self.told]
            if not cells:
                continue
            everywhere += cells
            half = self.told[cells[0]].half
            as_of = None if half is self.now else half.title(self.lang) if half else {"kk": "есеп жоқ", "ru": "нет отчёта"}[self.lang]
            out.append({"as_of": as_of} | self.region_row(self.place(body), cells))
        out.append({"as_of": None} | self.region_row({"kk": "Ел бойынша", "ru": "По стране"}[self.lang] + self.over_whom("objects"), everywhere))
        return out

    def bodies(self):
        """Regions first, as everywhere on the paper."""
        return sorted({body for _, body in self.cells}, key=lambda body: (body not in REGIONS, body))

    def matrix(self):
        out = []
        for body in self.bodies():
            row = {"row": self.short(body)}
            for m in ROADMAP.measures:
                one = self.told.get((m["number"], body))
                row[m["number"]] = one and SIGNS[one.state] + (f" {one.half.mark}" if one.earlier else "")
            row["_sources"] = self.of([cell for cell in self.cells if cell[1] == body])
            out.append(row)
        return out

    def indicators(self):
        goals = [ROADMAP.target(i, self.now.end.year) for i in ("health_coverage", "additional_education_coverage")]
        rows = self.now.rows and [(self.place(b), self.now.heads[b], {self.now.numbers[b]}) for b in sorted(self.now.books) if self.now.heads[b]["children_total"]]
        total = {f: sum(head[f] for _, head, _ in rows) for f in ("children_total", "children_health", "children_additional")}
        rows.append(({"kk": "Ел бойынша", "ru": "По стране"}[self.lang] + self.over_whom("children"), total, set().union(*(numbers for *_, numbers in rows))))
        return [{"place": place, "total": h["children_total"], "health": h["children_health"],
                 "health_share": number_text(one_place(share(h["children_health"], h["children_total"]))), "health_goal": number_text(Decimal(goals[0])),
                 "additional": h["children_additional"], "additional_share": number_text(one_place(share(h["children_additional"], h["children_total"]))),
                 "additional_goal": number_text(Decimal(goals[1])), "_sources": numbers} for place, h, numbers in rows]

    def executors(self):
        out = []
        for body in self.bodies():
            cells = [cell for cell in self.cells if cell[1] == body]
            states = [self.states[cell] for cell in cells]
            out.append({"body": self.body(body), "measures": len(cells), "done": states.count("done"), "in_progress": states.count("in_progress"),
                        "waiting": states.count("not_started") + states.count("not_due"), "overdue": states.count("overdue"),
                        "silent": states.count("unknown"), "excused": states.count("excused") or None, "earlier": sum(self.told[cell].earlier for cell in cells) or None, "commissioned": self.sum(cells, "commissioned"),
                        "designed": self.sum(cells, "designed"), "_sources": self.of(cells)})
        return out

    def annex(self):
        words = {"kk": ("кешіктірді", "босатылған", "берген жоқ"), "ru": ("с опозданием", "освобождён", "не представил")}[self.lang]
        out = []
        for body in sorted(self.now.owed):
            if body in self.now.books and not self.now.late[body]:
                continue
            came = body in self.now.books
            out.append({"body": self.body(body), "effective": DUE[self.now.period], "received": self.now.received.get(body),
                        "verdict": words[0 if came else 1 if body in self.now.excused else 2],
                        "_sources": {self.now.numbers[body]} if came else set()})
        return out

    def no_report(self):
        return {"kk": "есеп жоқ", "ru": "нет отчёта"}[self.lang]

    def sections(self):
        out = {}
        titles = {one["number"]: self.say(one["title"]) for one in ROADMAP.data["section"]}
        for m in self.measures.values():
            row = out.setdefault(m["section"], [0] * 7)
            row[{"done": 0, "partly": 1, "in_progress": 2, "not_due": 3, "not_started": 3, "overdue": 4, "excused": 5, "unknown": 6}[m["state"]]] += 1
        return [[f"{section}. {titles[section]}", *row] for section, row in sorted(out.items())]

    def tiles(self):
        out = []
        for body in sorted(REGIONS):
            states = [self.states[cell] for cell in self.cells if cell[1] == body]
            done = float(share(states.count("done"), len(states)).quantize(Decimal("0.1"), ROUND_HALF_UP))
            out.append([self.place(body), done if body in self.now.books else self.no_report()])
        return out

    def coverage(self, column):
        """A bar for each region; without a report it has none, and the name says so."""
        shares = {row["place"]: float(row[column]) for row in self.indicators()}
        places = [self.place(body) for body in self.now.owed if body in REGIONS]
        return [[place, shares[place]] if place in shares else [f"{place} ({self.no_report()})", None] for place in places]


class Paper:
    def __init__(self, path):
        self.document = read_json(path)["documents"][0]
        self.sections = self.document["sections"]

    def table(self, *columns):
        """The one table that has these columns."""
        found = [t["rows"] for s in self.sections for t in s["tables"] if t["rows"] and set(columns) <= set(t["rows"][0])]
        assert len(found) <= 1, f"{columns} stand in {len(found)} tables"
        return found[0] if found else []


def compare(name, paper, expected):
    assert len(paper) == len(expected), f"{name}: {len(paper)} rows, expected {len(expected)}"
    for at, (has, wanted) in enumerate(zip(paper, expected), 1):
        for column, value in wanted.items():
            if column in ("cells", "id"):
                continue
            shown = expand(has[column]) if column == "_sources" else has[column]
            assert shown == value, f"{name}, row {at}, {column}: {shown!r}, the workbooks say {value!r}\n{has}"


def check_json(path, expected):
    paper = Paper(path)
    compare("objects", paper.table("kind", "to_design"), expected.kinds())
    compare("objects by region", paper.table("place", "to_design"), expected.regions())
    compare("measures", paper.table("completion", "executors_text"), expected.measure_rows())
    compare("risks", paper.table("reason", "again"), expected.risks())
    compare("over and short", paper.table("built", "over"), expected.over_and_short())
    compare("changes", paper.table("was_done", "became"), expected.changes())
    compare("matrix", paper.table("row", "1", "26"), expected.matrix())
    compare("indicators", paper.table("health_share", "additional_share"), expected.indicators())
    compare("executors", paper.table("measures", "in_progress"), expected.executors())
    compare("annex", paper.table("effective", "verdict"), expected.annex())
    captions = {table["caption"] for section in paper.sections for table in section["tables"] if "caption" in table}
    charts = {"kk": ("Пайдалануға", "Тек жоба", "Іс-шаралардың"), "ru": ("Вводимые", "Только проект", "Состояние")}[expected.lang]
    for caption in expected.captions():
        assert caption in captions or caption.startswith(charts), (caption, captions)
    notes = paper.table("number", "note")
    planned = {number for number, *_ in expected.plan}
    assert [(n["number"], n["note"]) for n in notes] == [
        (m["number"], expected.say(m["note"])) for m in ROADMAP.measures if "note" in m and m["number"] not in planned]
    sources = {row["submission"]: row for row in paper.table("submission", "sha256")}
    used = set()
    for section in paper.sections:
        for table in section["tables"]:
            for row in table["rows"]:
                used |= expand(row.get("_sources")) if isinstance(row.get("_sources"), str) else set()
    assert used <= set(sources) and used == set(sources), (used ^ set(sources))
    return paper


def in_cells(value):
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return datetime.datetime.fromisoformat(value)
    return value


def same(cell, value):
    if isinstance(cell, (int, float)) and isinstance(value, str) and re.fullmatch(r"-?\d+(\.\d+)?", value):
        return abs(float(value) - cell) < 0.05001  # shown to one place
    return cell == value or (cell is None and value == "")


def target_of(book, cell):
    """The cell to which a link leads; links go by defined names."""
    place = cell.hyperlink.location or cell.hyperlink.target or ""
    named = book.defined_names.get(place.lstrip("#"))
    return (named.attr_text if named else place).replace("$", "").split("!")[-1]


def check_xlsx(path, paper, expected):
    book = openpyxl.load_workbook(path)
    anchors = {}
    last = book.worksheets[-1]
    for row in last.iter_rows():
        if re.fullmatch(r"S-\d{6}", str(row[0].value)):
            anchors[row[0].value] = row[0].coordinate
    links = 0
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    assert len(shown) == len(paper.sections)
    for section, sheet in zip(paper.sections, shown):
        lines = [[cell for cell in row if cell.value is not None] for row in sheet.iter_rows()]
        for table in section["tables"]:
            at = 0
            for row in table["rows"]:
                wanted = [in_cells(value) for value in row.values() if value is not None]
                while at < len(lines) and not (len(lines[at]) == len(wanted) and all(same(c.value, v) for c, v in zip(lines[at], wanted))):
                    at += 1
                assert at < len(lines), f"{sheet.title}: no row {wanted}"
                for cell, (column, value) in zip(lines[at], [(c, v) for c, v in row.items() if v is not None]):
                    if column == "_sources":
                        first = min(expand(value))
                        assert cell.hyperlink is not None, f"{sheet.title}!{cell.coordinate} has no link"
                        target = target_of(book, cell)
                        assert target == anchors[first], f"{sheet.title}!{cell.coordinate} leads to {target}, {first} stands at {anchors[first]}"
                        links += 1
                at += 1
    assert links > 50, links
    # Each sign of the matrix leads to the report that says so.
    matrix = book["Матрица"]
    where = {expected.short(body): body for body in expected.bodies()}
    heads = None
    for row in matrix.iter_rows():
        values = [str(c.value) for c in row]
        if "26" in values and "25" in values:
            heads = values
        body = where.get(row[0].value)
        if heads is None or body is None:
            continue
        for cell, number in zip(row[1:27], heads[1:27]):
            one = expected.told.get((number, body))
            if one is None or one.half is None:
                assert cell.hyperlink is None, cell.coordinate
                continue
            assert target_of(book, cell) == anchors[one.half.numbers[one.body]], f"{matrix.title}!{cell.coordinate}"
    return book


def cells_of(book, reference):
    sheet, _, cells = reference.replace("$", "").replace("'", "").rpartition("!")
    assert book[sheet].sheet_state == "hidden", reference
    return book[sheet][cells]


def check_charts(book, expected):
    """The charts live on cells of a hidden sheet: those cells hold the figures."""
    found = {}
    for sheet in book.worksheets:
        for chart in sheet._charts:
            series = []
            for one in chart.series:
                cells = cells_of(book, one.val.numRef.f)
                names = cells_of(book, (one.cat.strRef or one.cat.numRef).f)
                series.append([row[0].value for row in cells])
                categories = [str(row[0].value) for row in names]
            found[tuple(categories), len(found)] = [[c, *values] for c, values in zip(categories, zip(*series))]
    sections = expected.sections()
    assert sections in found.values(), (found, sections)
    for way in ("commission", "design"):
        plans = [[row[f"to_{way}"] - row[f"{way}_short"] - row[f"{way}_doubt"], row[f"{way}_doubt"], row[f"{way}_short"], row[f"{way}_over"]]
                 for row in expected.kinds() if row[f"to_{way}"]]
        assert any([row[1:] for row in chart] == plans for chart in found.values()), (way, found, plans)
    for share_of in ("health_share", "additional_share"):
        assert expected.coverage(share_of) in found.values(), (share_of, found, expected.coverage(share_of))
    tiles = expected.tiles()
    shown = [[a.value, b.value] for a, b in book.worksheets[1].iter_rows(max_col=2)]
    start = next(i for i, row in enumerate(shown) if row[0] == tiles[0][0] and (isinstance(row[1], (int, float)) or row[1] == expected.no_report()))
    assert shown[start:start + len(tiles)] == tiles, shown[start:start + len(tiles)]


def check_texts(book, expected):
    """The sentences of the first page, with the figures of the workbooks, and the captions."""
    everywhere = {str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None}
    titles = [chart.title.tx.rich for sheet in book.worksheets for chart in sheet._charts if chart.title]
    everywhere |= {"".join(run.t for line in title.p for run in line.r or ()) for title in titles}
    for caption in expected.captions():
        assert caption in everywhere, f"not in the workbook: {caption}\n" + "\n".join(sorted(everywhere))
    shown = {str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row if cell.value is not None}
    for sentence in expected.letter():
        assert sentence in shown, f"not on the paper: {sentence}\n" + "\n".join(sorted(s for s in shown if len(s) > 60))


def letters_of(text):
    """Without the breaks of lines, spaces and cut words."""
    return re.sub(r"[\s\u00ad\u2010-]", "", text)


def check_pdf(office, period, expected, today, *options):
    """The same sentences, and on every page that the paper is provisional."""
    path = office.summary("roadmap", period, "pdf", *options, today=today)
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout.decode()
    for sentence in expected.letter():
        assert letters_of(sentence) in letters_of(text), f"not in the PDF: {sentence}"
    assert expected.lost() or {"kk": "АЛДЫН АЛА", "ru": "ПРЕДВАРИТЕЛЬНО"}[expected.lang] not in text, "nobody is missing"
    pages = text.removesuffix("\f").split("\f")
    for number, page in enumerate(pages, 1):
        assert not expected.lost() or letters_of(expected.provisional()) in letters_of(page), f"page {number} does not say that the paper is provisional"
    return len(pages)


def check_summary(office, halves, lang, plan=()):
    """Of the last half-year, compared with the one before it."""
    expected = Expected(halves, len(halves) - 2, lang, plan)
    today = (datetime.date.fromisoformat(DUE[expected.now.period]) + datetime.timedelta(days=40)).isoformat()
    options = ("--since", expected.since.period, "--paper-lang", lang)
    paper = check_json(office.summary("roadmap", expected.now.period, "json", *options, today=today), expected)
    book = check_xlsx(office.summary("roadmap", expected.now.period, "xlsx", *options, today=today), paper, expected)
    check_charts(book, expected)
    check_texts(book, expected)
    return expected, options, today


def check_consolidated(office, expected, today):
    """The Government's paper: the form that the register composes."""
    path = f"{office.folder}/consolidated-{expected.now.period}.json"
    words = "--paper-lang", expected.lang
    office.esep("render", CONSOLIDATED.id, "--org", "oam", "--period", expected.now.period, "--to", "json", "-o", path, *words, today=today)
    section = read_json(path)["documents"][0]["sections"][0]
    # Its names stand in full, where the summary has abbreviations.
    short, expected.short = expected.short, expected.place
    try:
        rows = [{"number": m["number"], "state": CONSOLIDATED.choice("state", expected.measures[m["number"]]["state"], expected.lang), "executors": r["executors"],
                 "done": r["done"], "objects": r["object_count"], "commissioned": r["commissioned"], "designed": r["designed"],
                 "over": expected.measures[m["number"]]["over"], "short": expected.measures[m["number"]]["short"],
                 "behind": expected.behind(expected.measures[m["number"]]["cells"]),
                 "planless": ", ".join(expected.place(b) for b in sorted(expected.measures[m["number"]]["planless"])) or None} for m, r in zip(ROADMAP.measures, expected.measure_rows())]
    finally:
        expected.short = short
    for row, has in zip(rows, section["tables"][0]["rows"], strict=True):
        assert {column: has[column] for column in row} == row, f"{has}\n{row}"
    assert section["fields"]["reports"] == len(expected.now.books), section["fields"]
    if expected.now.period != LAST:
        return
    assert section["fields"]["expected"] == len(expected.now.owed) - len(expected.freed()), section["fields"]
    assert section["fields"]["excused"] == (", ".join(sorted_places(expected)) or None), section["fields"]


def sorted_places(expected):
    return [expected.place(body) for body in sorted(expected.freed())]


def fates(chance, period, owed, silent=None):
    """body → (day of receipt, fate): two silent, one of them `silent`, two late, one rejected, one region excused, and one that never answers."""
    due = datetime.date.fromisoformat(DUE[period])
    excused = chance.choice([body for body in owed if body in REGIONS and body not in (NEVER, silent)])
    chosen = chance.sample([body for body in owed if body not in (NEVER, excused, silent)], 5)
    chosen[0] = silent or chosen[0]
    out = {NEVER: (None, "missing"), chosen[0]: (None, "missing"), chosen[1]: (None, "missing"), excused: (None, "excused"), chosen[2]: (due, "rejected")}
    for body in chosen[3:]:
        out[body] = (due + datetime.timedelta(days=chance.randrange(1, 25)), "filled")
    return out, [body for body in owed if body not in out]


def main():
    with tempfile.TemporaryDirectory() as folder:
        office, filler, chance = Office(SOURCE, folder), Filler(SEED), random.Random(f"fates {SEED}")
        halves, behind = [], None
        for period in PERIODS:
            owed = sorted({body for _, body in ROADMAP.cells(days_of(period)[1])})
            # Who said overdue of a recurring measure is silent when its next term passes.
            fate, others = fates(chance, period, owed, behind)
            halves.append(send_out_and_in(office, filler, period, fate))
            behind = chance.choice([body for body in others if any((number, body) in halves[-1].rows for number in RECURRING)])
            correct(office, filler, halves[-1], behind, datetime.date.fromisoformat(DUE[period]) + datetime.timedelta(days=7))
        for end, lang in ((len(halves), "kk"), (len(halves) - 1, "ru")):
            expected, options, today = check_summary(office, halves[:end], lang)
            check_consolidated(office, expected, today if end == len(halves) else "2027-02-14")
            print(expected.now.period, "measures:", {s: sum(m["state"] == s for m in expected.measures.values()) for s in STATE_WORDS["kk"]},
                  "changes:", len(expected.changes()), "risks:", len(expected.risks()), "over or short:", len(expected.over_and_short()))
        pages = check_pdf(office, expected.now.period, expected, today, *options)
        assert any(m["over"] for m in expected.measures.values()) and any(m["short"] for m in expected.measures.values()), "chance gave no surplus or no shortfall"
        half = halves[-1]
        status = office.esep("status", "roadmap-status", "--period", half.period, "--json", today="2027-02-15", expect=1).json()["status"]
        verdicts = {s["organisation"]: s["timeliness"] for s in status}
        assert verdicts == {b: "missing" if b not in half.books and b not in half.excused else "excused" if b not in half.books else "late" if half.late[b] else "on_time"
                            for b in half.owed}, verdicts
        # The plan by region comes last: what the regions said of their own plan stays.
        office.esep("import", "plan", SAMPLE)
        expected, *_ = check_summary(office, halves, "ru", PLAN)
        # Who is excused is not expected: the paper names him and is not provisional.
        for body in expected.lost():
            excuse(office, half, body)
        for lang in ("kk", "ru"):
            expected, options, today = check_summary(office, halves, lang, PLAN)
            check_consolidated(office, expected, today)
        states = [m["state"] for m in expected.measures.values()]
        assert expected.over_whom("all") and not expected.lost()
        assert "excused" in states and "unknown" not in states, states
        check_pdf(office, half.period, expected, today, *options)
        # The edition before has a word for what only the excused leave open, too.
        half = halves[-2]
        for body in Expected(halves[:-1], len(halves) - 3, "ru", PLAN).lost():
            excuse(office, half, body)
        expected = Expected(halves[:-1], len(halves) - 3, "ru", PLAN)
        assert "excused" in [m["state"] for m in expected.measures.values()]
        check_consolidated(office, expected, "2027-02-15")
        print(f"{sum(len(half.books) for half in halves)} reports of {len(halves)} half-years, {pages} pages")


main()
