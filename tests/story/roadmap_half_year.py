#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Three half-years of the roadmap on workbooks filled by chance: some late, one missing, one rejected, one corrected, one excused. Every figure of
the summary is computed again from the input workbooks by openpyxl, without the program and its SQL, and every figure's sources are exactly the
reports that hold it; the same in XLSX. usage: roadmap_half_year.py SOURCE_DIR [SEED]"""
import csv
import datetime
import os
import re
import sys
import tempfile
from decimal import ROUND_HALF_UP, Decimal

import openpyxl

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from roadmap_office import REGION_KINDS, Filler, Form, Office, Roadmap, Workbook, days_of, read_json  # noqa: E402

SOURCE = sys.argv[1]
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else 1
FORM = Form(f"{SOURCE}/forms/roadmap-status.2024.toml")
ROADMAP = Roadmap(f"{SOURCE}/data/roadmaps/children-2024-2026.toml")
with open(f"{SOURCE}/data/organisations.csv", encoding="utf-8-sig", newline="") as organisations:
    BODIES = {row["code"]: row for row in csv.DictReader(organisations)}
REGIONS = [code for code in BODIES if BODIES[code]["kind"] in REGION_KINDS]
TITLES = {kind["id"]: kind["title"] for kind in ROADMAP.data["object_kind"]}
STATE_WORDS = {
    "kk": {"done": "орындалды", "in_progress": "орындалуда", "not_started": "басталмады", "not_due": "мерзімі келген жоқ", "overdue": "мерзімі өтті",
           "unknown": "жауап жоқ"},
    "ru": {"done": "исполнено", "in_progress": "исполняется", "not_started": "не начато", "not_due": "срок не наступил", "overdue": "просрочено",
           "unknown": "нет ответа"}}
SIGNS = {"done": "✓", "in_progress": "…", "not_started": "○", "not_due": "·", "overdue": "!", "unknown": "?"}
DUE = {"2025-H1": "2025-07-08", "2025-H2": "2026-01-05", "2026-H1": "2026-07-07"}


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

    def state(self, number, body):
        return self.rows.get((number, body), {}).get("state", "unknown")


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
                half.excused.add(body)
                office.esep("waive", "roadmap-status", "--org", body, "--period", period, "--until", "2026-12-31", "--reason", "Су тасқыны", "--basis", "№ 7 бұйрық")
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


def correct(office, filler, half, body, day):
    """A second workbook of the same report: the newest counts, in figures and in sources."""
    book = Workbook(FORM, half.books[body])
    filler.before = {key: value for key, value in filler.before.items() if key[0] != body}
    filler.fill(book, body, body in REGIONS, half.end, datetime.date.fromisoformat(half.received[body]) - datetime.timedelta(days=9))
    # Nothing is to be explained to the half-year before: a reason stands everywhere.
    for row in book.rows:
        book.cell(row, "reason").value = "Нақтыланды"
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


def state_of(states):
    """Of a measure, from those of its executors."""
    if all(state == "done" for state in states):
        return "done"
    if "overdue" in states:
        return "overdue"
    if all(state == "unknown" for state in states):
        return "unknown"
    if "in_progress" in states or "done" in states:
        return "in_progress"
    return "not_due" if "not_due" in states else "not_started"


def number_text(value):
    return f"{value.normalize():f}"


class Expected:
    """The tables of the summary by the columns that name them, in the paper's language."""

    def __init__(self, now, since, lang):
        self.now, self.since, self.lang = now, since, lang
        self.cells = ROADMAP.cells(now.end)
        self.states = {cell: now.state(*cell) for cell in self.cells}
        self.measures = {m["number"]: self.measure(m) for m in ROADMAP.measures}

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

    def of(self, cells):
        """Numbers of the reports that hold these cells."""
        return {self.now.numbers[body] for number, body in cells if (number, body) in self.now.rows}

    def sum(self, cells, column):
        return add_up(self.now.rows.get(cell, {}).get(column) for cell in cells)

    def measure(self, m):
        cells = [(m["number"], body) for body in ROADMAP.executors(m, self.now.end)]
        states = [self.states[cell] for cell in cells]
        return {"cells": cells, "state": state_of(states), "done": states.count("done"), "commissioned": self.sum(cells, "commissioned"),
                "designed": self.sum(cells, "designed"), "silent": sorted(body for _, body in cells if self.states[_, body] == "unknown"),
                "objects": m.get("objects"), "section": m["section"]}

    def letter(self):
        """The sentences of the first page."""
        now, ru = self.now, self.lang == "ru"
        came = {body for body in now.owed if body in now.books}
        groups = [("в срок" if ru else "мерзімінде", [b for b in now.owed if b in came and not now.late[b]], False),
                  ("с опозданием" if ru else "кешіктіріп", [b for b in now.owed if b in came and now.late[b]], True),
                  ("не представили" if ru else "бермегені", [b for b in now.owed if b not in came and b not in now.excused], True),
                  ("освобождены" if ru else "босатылғаны", [b for b in now.owed if b not in came and b in now.excused], False)]
        outcome = ", ".join(f"{word} – {len(who)}" + (f" ({', '.join(self.short(b) for b in who)})" if named and len(who) <= 3 else "")
                            for word, who, named in groups if who)
        states = ", ".join(f"{STATE_WORDS[self.lang][state]} – {many}" for state in STATE_WORDS[self.lang]
                           if (many := sum(m["state"] == state for m in self.measures.values())))
        risks = self.risks()
        again = [r for r in risks if r["again"]]
        overdue = [r for r in risks if r["state"] == self.word("overdue")]
        country = self.indicators()[-1]
        percent = lambda name: f"{Decimal(country[name]):.1f}".replace(".", ",")  # noqa: E731
        out = [f"Исполнителей, обязанных отчитаться, — {len(now.owed)}: {outcome}." if ru else f"Ақпарат беруге тиіс орындаушылар – {len(now.owed)}: {outcome}."]
        out.append(f"Мероприятий — {len(self.measures)}: {states}. Исполненным считается мероприятие, которое исполнили все его исполнители." if ru else
                   f"Іс-шаралар – {len(self.measures)}: {states}. Іс-шара барлық орындаушысы орындағанда ғана орындалған болып саналады.")
        for kind in self.kinds():
            out.append(f"{kind['kind']}: введено {kind['commissioned']} при плане {kind['to_commission']}, спроектировано {kind['designed']} при плане {kind['to_design']}."
                       if ru else f"{kind['kind']}: пайдалануға берілді – {kind['commissioned']} (жоспар {kind['to_commission']}), жобаланды – {kind['designed']} (жоспар {kind['to_design']}).")
        out.append(f"Охват детей школьного возраста оздоровлением и отдыхом — {percent('health_share')} % (цель {percent('health_goal')} %), дополнительным образованием — "
                   f"{percent('additional_share')} % (цель {percent('additional_goal')} %)." if ru else
                   f"Мектеп жасындағы балалар сауықтырумен және демалыспен {percent('health_share')} % қамтылды (нысаналы мән {percent('health_goal')} %), қосымша біліммен – "
                   f"{percent('additional_share')} % (нысаналы мән {percent('additional_goal')} %).")
        out.append(f"Риски: просроченных поручений — {len(overdue)}, с истёкшим сроком и без ответа — {len(risks) - len(overdue)}, с повторно перенесённым сроком — {len(again)}."
                   if ru else f"Тәуекелдер: мерзімі өткен тапсырмалар – {len(overdue)}, мерзімі өткен, бірақ жауапсыз қалғандары – {len(risks) - len(overdue)}, "
                   f"жаңа мерзімі кейінге шегерілгендері – {len(again)}.")
        return out

    def kinds(self):
        out = {}
        for m in self.measures.values():
            if m["objects"] is None:
                continue
            row = out.setdefault(m["objects"]["kind"], {"kind": self.say(TITLES[m["objects"]["kind"]]), "total": 0, "to_commission": 0, "commissioned": 0, "to_design": 0, "designed": 0, "cells": []})
            done = m["objects"]["completed_by"]
            row["total"] += m["objects"]["count"]
            row["to_commission" if done == "commissioned" else "to_design"] += m["objects"]["count"]
            row[done] += m[done] or 0
            row["cells"] += m["cells"]
        return [{**row, "_sources": self.of(row["cells"])} for row in out.values()]

    def measure_rows(self):
        out = []
        for m in ROADMAP.measures:
            own = self.measures[m["number"]]
            objects = own["objects"]
            out.append({"number": m["number"], "title": self.say(m["title"]), "completion": self.say(m["completion"]), "term": self.say(m["term"]),
                        "executors_text": self.say(m["executors_text"]), "state": self.word(own["state"]),
                        "done": own["done"], "executors": len(own["cells"]), "object_count": objects and objects["count"],
                        "commissioned": objects and (own["commissioned"] or 0), "designed": objects and (own["designed"] or 0),
                        "behind": self.behind(own["cells"]), "_sources": self.of(own["cells"])})
        return out

    def behind(self, cells):
        words = {"overdue": ("мерзімі өтті: ", "просрочили: "), "unknown": ("жауап жоқ: ", "нет ответа: ")}
        parts = []
        for state in ("overdue", "unknown"):
            names = [self.short(body) for number, body in sorted(cells, key=lambda cell: cell[1]) if self.states[number, body] == state]
            if names:
                parts.append(words[state][self.lang == "ru"] + ", ".join(names))
        return "; ".join(parts) or None

    def risks(self):
        """Overdue, or no answer although a term has passed: of a recurring measure any of its terms."""
        out = []
        for m in ROADMAP.measures:
            passed = min(m["due"]) <= self.now.end
            for number, body in sorted(self.measures[m["number"]]["cells"], key=lambda cell: cell[1]):
                state = self.states[number, body]
                if state == "overdue" or (state == "unknown" and passed):
                    row = self.now.rows.get((number, body), {})
                    term = row.get("new_term")
                    due = next((day for day in m["due"] if day >= self.now.start), m["due"][-1])
                    was = self.before(number, body)
                    again = state == "overdue" and was is not None and was[0]["state"] == "overdue"
                    out.append({"number": number, "body": self.body(body), "state": self.word(state), "due": due.isoformat(),
                                "again": ("просрочено и в прошлом полугодии" if self.lang == "ru" else "өткен жартыжылдықта да мерзімі өткен") if again else None,
                                "reason": row.get("reason"), "new_term": term and term.isoformat(), "_sources": self.of([(number, body)])})
        return out

    def before(self, number, body):
        """What was said of the measure in the period before, and by whom: its duty may have been another's then."""
        who = body
        if (number, body) not in self.since.rows:
            who = next((o for o in ROADMAP.former(body, self.now.end) if (number, o) in self.since.rows), body)
        row = self.since.rows.get((number, who))
        return None if row is None else (row, who)

    def changes(self):
        out = []
        for m in ROADMAP.measures:
            own = self.measures[m["number"]]
            past = [self.before(*cell) for cell in own["cells"]]
            told = [one for one in past if one]
            if not told:
                continue
            states = [one[0]["state"] if one else "unknown" for one in past]
            was = state_of(states)
            built = {column: add_up(row[column] for row, _ in told) for column in ("commissioned", "designed")}
            now = {column: own[column] or 0 for column in built}
            if was == own["state"] and states.count("done") == own["done"] and all((built[c] or 0) == now[c] for c in built):
                continue
            objects = own["objects"]
            out.append({"number": m["number"], "title": self.say(m["title"]), "was": self.word(was), "became": self.word(own["state"]),
                        "was_done": states.count("done"), "done": own["done"], "unanswered": len(own["silent"]), "executors": len(own["cells"]),
                        "was_commissioned": objects and (built["commissioned"] or 0), "commissioned": objects and now["commissioned"],
                        "was_designed": objects and (built["designed"] or 0), "designed": objects and now["designed"],
                        "_sources": {self.since.numbers[who] for _, who in told} | self.of(own["cells"])})
        return out

    def regions(self):
        """Objects by region, as yet without a plan."""
        out, ways = [], {"commissioned": [], "designed": []}
        for body in sorted(REGIONS):
            cells = [(m["number"], body) for m in ROADMAP.measures if m.get("objects") and (m["number"], body) in self.states]
            mine = {way: [c for c in cells if self.measures[c[0]]["objects"]["completed_by"] == way] for way in ways}
            for way in ways:
                ways[way] += mine[way]
            if cells:
                out.append({"place": self.place(body), "to_commission": None, "commissioned": self.sum(mine["commissioned"], "commissioned"),
                            "to_design": None, "designed": self.sum(mine["designed"], "designed"), "_sources": self.of(cells)})
        out.append({"place": {"kk": "Ел бойынша", "ru": "По стране"}[self.lang], "to_commission": None, "commissioned": self.sum(ways["commissioned"], "commissioned"),
                    "to_design": None, "designed": self.sum(ways["designed"], "designed"), "_sources": self.of(ways["commissioned"] + ways["designed"])})
        return out

    def bodies(self):
        """Regions first, as everywhere on the paper."""
        return sorted({body for _, body in self.cells}, key=lambda body: (body not in REGIONS, body))

    def matrix(self):
        out = []
        for body in self.bodies():
            row = {"row": self.short(body)}
            for m in ROADMAP.measures:
                state = self.states.get((m["number"], body))
                row[m["number"]] = state and SIGNS[state]
            row["_sources"] = self.of([cell for cell in self.cells if cell[1] == body])
            out.append(row)
        return out

    def indicators(self):
        goals = [ROADMAP.target(i, self.now.end.year) for i in ("health_coverage", "additional_education_coverage")]
        rows = self.now.rows and [(self.place(b), self.now.heads[b], {self.now.numbers[b]}) for b in sorted(self.now.books) if self.now.heads[b]["children_total"]]
        total = {f: sum(head[f] for _, head, _ in rows) for f in ("children_total", "children_health", "children_additional")}
        rows.append(({"kk": "Ел бойынша", "ru": "По стране"}[self.lang], total, set().union(*(numbers for *_, numbers in rows))))
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
                        "silent": states.count("unknown"), "commissioned": self.sum(cells, "commissioned"),
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

    def sections(self):
        out = {}
        for m in self.measures.values():
            row = out.setdefault(m["section"], [0] * 5)
            row[{"done": 0, "in_progress": 1, "not_due": 2, "not_started": 2, "overdue": 3, "unknown": 4}[m["state"]]] += 1
        return [[section, *row] for section, row in sorted(out.items())]

    def tiles(self):
        out = []
        for body in sorted(REGIONS):
            states = [self.states[cell] for cell in self.cells if cell[1] == body]
            out.append([self.place(body), float(share(states.count("done"), len(states)).quantize(Decimal("0.1"), ROUND_HALF_UP))])
        return out


def expand(text):
    """«S-000001–3, 7» → the numbers."""
    out = set()
    for part in filter(None, (text or "").split(", ")):
        low, _, high = (half.removeprefix("S-") for half in part.partition("–"))
        out |= {f"S-{number:06d}" for number in range(int(low), int(high or low) + 1)}
    return out


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
            if column == "cells":
                continue
            shown = expand(has[column]) if column == "_sources" else has[column]
            assert shown == value, f"{name}, row {at}, {column}: {shown!r}, the workbooks say {value!r}\n{has}"


def check_json(path, expected):
    paper = Paper(path)
    compare("objects", paper.table("kind", "to_design"), expected.kinds())
    compare("objects by region", paper.table("place", "to_design"), expected.regions())
    compare("measures", paper.table("completion", "executors_text"), expected.measure_rows())
    compare("risks", paper.table("reason", "again"), expected.risks())
    compare("changes", paper.table("was_done", "became"), expected.changes())
    compare("matrix", paper.table("row", "1", "26"), expected.matrix())
    compare("indicators", paper.table("health_share", "additional_share"), expected.indicators())
    compare("executors", paper.table("measures", "in_progress"), expected.executors())
    compare("annex", paper.table("effective", "verdict"), expected.annex())
    notes = paper.table("number", "note")
    assert [(n["number"], n["note"]) for n in notes] == [(m["number"], expected.say(m["note"])) for m in ROADMAP.measures if "note" in m]
    sources = {row["submission"]: row for row in paper.table("submission", "sha256")}
    used = set()
    for section in paper.sections:
        for table in section["tables"]:
            for row in table["rows"]:
                used |= expand(row.get("_sources")) if isinstance(row.get("_sources"), str) else set()
    assert used <= set(sources) and set(sources) <= set(expected.now.numbers.values()) | set(expected.since.numbers.values()), "sources"
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
    matrix = next(s for s in book.worksheets if any(c.value == "26" or c.value == 26 for row in s.iter_rows(max_row=8) for c in row))
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
            if (number, body) not in expected.now.rows:
                assert cell.hyperlink is None, cell.coordinate
                continue
            assert target_of(book, cell) == anchors[expected.now.numbers[body]], f"{matrix.title}!{cell.coordinate}"
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
    plans = [[row["to_commission"], row["commissioned"]] for row in expected.kinds()]
    assert any([row[1:] for row in chart] == plans for chart in found.values()), (found, plans)
    for share_of in ("health_share", "additional_share"):
        coverage = [[row["place"], float(row[share_of])] for row in expected.indicators()[:-1]]
        assert coverage in found.values(), (share_of, found, coverage)
    tiles = expected.tiles()
    shown = [[a.value, b.value] for a, b in book.worksheets[1].iter_rows(max_col=2)]
    start = next(i for i, row in enumerate(shown) if row[0] == tiles[0][0] and isinstance(row[1], (int, float)))
    assert shown[start:start + len(tiles)] == tiles, shown[start:start + len(tiles)]


def check_texts(book, expected):
    """The sentences of the first page, with the figures of the workbooks."""
    shown = {str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row if cell.value is not None}
    for sentence in expected.letter():
        assert sentence in shown, f"not on the paper: {sentence}\n" + "\n".join(sorted(s for s in shown if len(s) > 60))


def check_summary(office, now, since, lang):
    expected = Expected(now, since, lang)
    options = ("--since", since.period, "--paper-lang", lang)
    paper = check_json(office.summary("roadmap", now.period, "json", *options), expected)
    book = check_xlsx(office.summary("roadmap", now.period, "xlsx", *options), paper, expected)
    check_charts(book, expected)
    check_texts(book, expected)
    return expected


def main():
    with tempfile.TemporaryDirectory() as folder:
        office, filler = Office(SOURCE, folder), Filler(SEED)
        day = datetime.date
        first = send_out_and_in(office, filler, "2025-H1", {"KZ-10": (None, "missing")})
        second = send_out_and_in(office, filler, "2025-H2", {"KZ-79": (None, "missing"), "oam": (None, "missing"), "mam": (day(2026, 1, 12), "filled")})
        third = send_out_and_in(office, filler, "2026-H1", {
            "KZ-11": (day(2026, 7, 13), "filled"), "tsm": (day(2026, 8, 3), "filled"), "KZ-75": (None, "missing"),
            "KZ-63": (day(2026, 7, 3), "rejected"), "KZ-62": (None, "excused")})
        correct(office, filler, third, "KZ-27", day(2026, 7, 14))
        correct(office, filler, third, "oam", day(2026, 7, 6))
        for half, since, lang in ((third, second, "kk"), (second, first, "ru")):
            expected = check_summary(office, half, since, lang)
            print(half.period, "measures:", {s: sum(m["state"] == s for m in expected.measures.values()) for s in STATE_WORDS["kk"]},
                  "changes:", len(expected.changes()), "risks:", len(expected.risks()))
        assert "cdiaom" in first.books and "zhicdm" in second.books, "the successor answers from its day on"
        status = office.esep("status", "roadmap-status", "--period", "2026-H1", "--json", expect=1).json()["status"]
        verdicts = {s["organisation"]: s["timeliness"] for s in status}
        assert verdicts == {b: "excused" if b in third.excused else "missing" if b not in third.books else "late" if third.late[b] else "on_time"
                            for b in third.owed}, verdicts


main()
