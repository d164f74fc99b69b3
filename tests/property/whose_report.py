#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Whose report is it? A workbook in which one heading of its identity (organisation, subject, period) was overtyped with another valid value
is refused at that cell; another way to write the same value changes nothing. The same holds for lines with other labels than the form's, for titles (of another
period, form or stage), for another agreement's number and day, for another roadmap and for a sheet that bears another one's code.
Blanks of every form stay clean. usage: whose_report.py SOURCE_DIR [COPIES]"""
import calendar
import datetime
import os
import random
import sys
import tempfile
import tomllib

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import openpyxl  # noqa: E402
from esep_cli import beside, number_row, run  # noqa: E402
from share import taken  # noqa: E402
from short_checks import shorten  # noqa: E402

SOURCE = sys.argv[1]
COPIES = int(sys.argv[2]) if len(sys.argv) > 2 else 50
DICE = random.Random(20261129)
MONTHS = {"kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split(),
          "ru": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split()}
ROMAN = "I II III IV V VI VII VIII IX X XI XII".split()
GENITIVE = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()


def table(path, delimiter):
    with open(path, encoding="utf-8-sig") as file:
        lines = [line for line in file.read().split("\n") if line]
    import csv
    return list(csv.DictReader(lines, delimiter=delimiter))


ORGANISATIONS = {row["code"]: row for row in table(f"{SOURCE}/data/organisations.csv", ",")}
GRANTS = {row["code"]: row for row in table(f"{SOURCE}/tests/samples/tied-grants/grants.csv", ";")}

with open(f"{SOURCE}/data/roadmaps/children-2024-2026.toml", "rb") as roadmap:
    ROADMAP = {lang: text for lang, text in tomllib.load(roadmap)["title"].items() if lang in ("kk", "ru", "en")}


def period_name(period, lang):
    if "-H" in period:
        year, half = period.split("-H")
        return f"{year} жылғы {ROMAN[int(half) - 1]} жартыжылдық" if lang == "kk" else f"{ROMAN[int(half) - 1]} полугодие {year} года"
    if "-" in period:
        year, month = period.split("-")
        word = MONTHS[lang][int(month) - 1]
        return f"{year} жылғы {word}" if lang == "kk" else f"{word} {year} года"
    return f"{period} жыл" if lang == "kk" else f"{period} год"


def other_period(period):
    if "-H" in period:
        return DICE.choice(["2024-H2", "2025-H1", "2025-H2", "2026-H2"])
    if "-" in period:
        year, month = map(int, period.split("-"))
        return DICE.choice([f"{y}-{m:02d}" for y in (year - 1, year, year + 1) for m in range(1, 13) if (y, m) != (year, month)])
    return str(int(period) + DICE.choice([-2, -1, 1]))


def as_of(year, month):
    """On the day behind a period that ends with the month."""
    year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return [f"по состоянию на 1 {GENITIVE[month - 1]} {year} года", f"на 01.{month:02d}.{year} г.", f"{year} жылғы 1 {MONTHS['kk'][month - 1]}дағы жағдай бойынша", f"состояние на 1 {GENITIVE[month - 1]}"]


def same_period(period, lang):
    name = period_name(period, lang)
    out = [period, period_name(period, "ru"), period_name(period, "kk"), name.upper(), f"  {name}  ", name.replace(" ", "\u00a0")]
    if "-" in period and "-H" not in period:
        year, month = period.split("-")
        out += [f"{month}.{year}", f"15.{month}.{year}", f"{MONTHS['ru'][int(month) - 1]} {year} г.", f"{year} ж. {MONTHS['kk'][int(month) - 1]}",
                f"{MONTHS['ru'][int(month) - 1][:3]}. {year}", f"{year} жылғы {MONTHS['kk'][int(month) - 1]}да", MONTHS["ru"][int(month) - 1],
                f"{ROMAN[int(month) - 1]}.{year}", f"{month}.{year[2:]}", f"{int(month)}/{year[2:]}", *as_of(int(year), int(month)),
                f"01.{month}.{year}–{calendar.monthrange(int(year), int(month))[1]}.{month}.{year}"]
    if "-H" in period:
        year, half = period.split("-H")
        months = MONTHS["ru"][6 * int(half) - 6], MONTHS["ru"][6 * int(half) - 1]
        out += [f"{half}-полугодие {year} г.", f"{year} ж. {half}-жартыжылдық", f"{ROMAN[int(half) - 1]} полугодие", f"{months[0]} – {months[1]} {year}", *as_of(int(year), 6 * int(half))]
    return DICE.choice(out)


def same_name(row, titles):
    name = DICE.choice([row[t] for t in titles if row[t]])
    return DICE.choice([name, name.upper(), f"«{name}»", name.replace(" ", "  "), f" {name}.", f"{name}, г. Кокшетау, ул. Абая, 1", row["code"],
                        *[a for a in (row.get("aliases") or "").split("; ") if a]])


class Kind:
    """A form with the sample of one blank and what its heading says."""

    def __init__(self, form, words, headings, organisation, period, subject=None):
        self.form, self.words, self.headings = form, words, headings
        self.organisation, self.period, self.subject = organisation, period, subject
        path = next(f"{SOURCE}/forms/{f}" for f in sorted(os.listdir(f"{SOURCE}/forms")) if f.startswith(form + ".2"))
        with open(path, "rb") as file:
            self.data = tomllib.load(file)

    def filled_title(self, lang):
        return self.data["title"][lang]

    def change(self, heading, same, lang):
        """(the value to type, the code that must come, "" if none)"""
        if heading == "period":
            other = other_period(self.period)
            return (same_period(self.period, lang), "") if same else (DICE.choice([period_name(other, lang), other]), "PERIOD-SHOWN")
        if heading == "subject":
            other = DICE.choice([g for g in GRANTS if g != self.subject])
            titles = ["title_kk", "title_ru"]
            return ((same_name(GRANTS[self.subject], titles), "") if same
                    else (DICE.choice([GRANTS[other][t] for t in titles] + [other]), "SUBJECT-SHOWN"))
        other = DICE.choice([o for o in ORGANISATIONS if o != self.organisation])
        titles = ["body_kk", "body_ru"]
        return ((same_name(ORGANISATIONS[self.organisation], titles), "") if same
                else (DICE.choice([ORGANISATIONS[other][t] for t in titles if ORGANISATIONS[other][t]]), "ORGANISATION-SHOWN"))


KINDS = [
    Kind("tied-grant-usage", ["--org", "km", "--subject", "G-001", "--period", "2026-10"],
         {"organisation": "organisation", "grant": "subject", "reporting_period": "period"}, "km", "2026-10", "G-001"),
    Kind("roadmap-status", ["--org", "KZ-10", "--period", "2026-H1"],
         {"organisation": "organisation", "reporting_period": "period"}, "KZ-10", "2026-H1"),
    Kind("circle-plan", ["--org", "KZ-11", "--period", "2027", "--stage", "draft"],
         {"operator": "organisation", "plan_year": "period"}, "KZ-11", "2027"),
]


# Labels that are not the form's.
LABELS = {
    "period": ["Период", "Отчётный месяц", "Есепті ай", "Кезең", "За какой период", "Отчетный период отчета", "Есеп кезеңі:"],
    "organisation": ["Организация", "Государственный орган:", "Есеп беретін ұйым", "Наименование государственного органа", "Ведомство", "Мемлекеттік орган", "Кто отчитывается"],
    "subject": ["Грант", "Грантың атауы", "Название гранта", "Код гранта", "Проект"],
}


def title_with(period, lang):
    """A title that names the period."""
    name = period_name(period, lang)
    if lang == "kk":
        return DICE.choice([f"Есеп: {name}", f"{name} үшін есеп", f"{name} бойынша ақпарат"])
    return DICE.choice([f"Отчёт за {name}", f"за {name}", f"Сведения на {name}", f"ОТЧЁТ ЗА {name.upper()}", f"Информация ({name})" if "-" in period else f"План на {name}"])


# Words above a table that name no report: acts, days, addressees, spans of years.
HARMLESS = ["Приказ от 22 мая 2025 года № 241-НҚ", "2025 жылғы 22 мамырдағы № 241-НҚ бұйрыққа 1-қосымша", "от 22.05.2025 № 12", "Кому: Министерство финансов Республики Казахстан",
            "Кімге: Қазақстан Республикасының Қаржы министрлігі", "Министерству финансов Республики Казахстан", "Дата составления: март 2024 года", "по состоянию на 1 февраля 2024 года",
            "2024–2028 жылдарға арналған", "на 2024–2028 годы", "Исх. № 10-2024/15", "тел. 8 (7172) 74-20-24", "Форма 1-ГР", "Утверждена приказом от 05.03.2024 г. № 12", "г. Астана", "стр. 1 из 2"]


def codes(ws, path):
    answer = run("-w", ws, "--today", "2026-11-20", "check", path, "--received", "2026-11-20", "--json").json()
    return sorted(((f["code"], f["cell"]) for f in answer["findings"]), key=str)


# In the line of the period: the same one, and texts that name another time beside the words of the same one.
SPANS = {
    "tied-grant-usage": (["по состоянию на 01.11.2026", "на 1 ноября 2026 года", "2026 жылғы 1 қарашадағы жағдай бойынша", "по состоянию на 31.10.2026", "по состоянию на 15.10.2026"],
                         ["по состоянию на 01.10.2026", "на 1 октября 2026 года", "2026 жылғы 1 қазандағы жағдай бойынша", "на 1 октября", "по состоянию на 02.11.2026",
                          "с начала года по октябрь 2026 года", "октябрь 2026 года нарастающим итогом с начала года", "первая половина октября 2026 года",
                          "не октябрь 2026 года", "2026 жылғы қазан, жыл басынан", "2026 жылғы қазанның бірінші жартысы", "первая декада октября 2026 года"]),
    "roadmap-status": (["01.07.2026 жағдай бойынша", "на 1 июля 2026 года", "I полугодие 2026 года с начала года"],
                       ["01.01.2026 жағдай бойынша", "по состоянию на 1 января 2026 года", "не I полугодие 2026 года"]),
}


def instead(ws, blanks, folder, values_of, code, place):
    """Each value in the cell that `place` gives: of the first list of its form it is read, of the second it gets the code. How many were tried."""
    count = 0
    for kind, lang, path, before in blanks:
        for values, expected in zip(values_of.get(kind.form, ()), ("", code)):
            for value in values:
                if not taken((kind.form, lang, value), 5):
                    continue
                book = openpyxl.load_workbook(path)
                sheet = book.worksheets[0]
                header, _ = number_row(sheet, [c["number"] for c in kind.data["column"]])
                cell = place(sheet, kind, lang, header)
                cell.value = value
                book.save(f"{folder}/copy.xlsx")
                after = codes(ws, f"{folder}/copy.xlsx")
                wanted = sorted(before + [(expected, cell.coordinate)] * bool(expected), key=str)
                assert after == wanted, f"{kind.form} {lang}: {value!r}\nwanted {wanted}\ngot    {after}"
                count += 1
    return count


def other_spans(ws, blanks, folder):
    def period_cell(sheet, kind, lang, header):
        return beside(sheet, next(f["title"] for f in kind.data["field"] if f["id"] == "reporting_period")[lang], header)

    print(f"{instead(ws, blanks, folder, SPANS, 'PERIOD-SHOWN', period_cell)} days and spans beside the words of the period are read")


# In place of the form's title: those that are it, and those that make another paper of it.
DOUBTED = {
    "tied-grant-usage": (["ОТЧЁТ О ХОДЕ ИСПОЛЬЗОВАНИЯ СВЯЗАННЫХ ГРАНТОВ", "Отчет о ходе исп. связ. грантов", "Отчет Департамента цифровизации о ходе использования связанных грантов", "Отчет", "Отчёт",
                          "Отчёт о ходе использования связанных грантов"],
                         ["План финансирования детских кружков", "Информация о ходе исполнения Дорожной карты", "Отчет о ходе реализации проектов ГЧП",
                          "Отчет о ходе использования несвязанных грантов", "Отчёт о ходе использования несвязанных грантов", "ОТЧЁТ О РЕАЛИЗАЦИИ ПРОЕКТОВ ГЧП", "Отчет о привлечении связанных грантов", "Годовой отчет о ходе использования связанных грантов",
                          "Отчет о ходе использования связанных грантов (итоговый)"]),
    "circle-plan": (["План финансирования гос. творческого заказа в творческих кружках", "План"],
                    ["План финансирования государственного спортивного заказа в кружках", "Уточнённый план финансирования государственного творческого заказа в творческих кружках"]),
}


def doubted_titles(ws, blanks, folder):
    def title_cell(sheet, kind, lang, header):
        return label_cell(sheet, kind.filled_title(lang), header)

    print(f"{instead(ws, blanks, folder, DOUBTED, 'HEADING-DOUBTFUL', title_cell)} titles are the form's or are doubted")


def label_cell(sheet, title, last_row):
    return next(cell for row in sheet.iter_rows(max_row=last_row) for cell in row if cell.value is not None and str(cell.value).strip() == title)


def other_labels(ws, blanks, folder, copies):
    """Lines with labels of their own, with or without the form's line, and titles."""
    refused = same = 0
    for n in range(2 * copies):
        kind, lang, path, before = DICE.choice(blanks)
        keep = n % 2 == 1
        field, heading = DICE.choice(sorted(kind.headings.items()))
        book = openpyxl.load_workbook(path)
        sheet = book.worksheets[0]
        header, _ = number_row(sheet, [c["number"] for c in kind.data["column"]])
        title = next(f["title"] for f in kind.data["field"] if f["id"] == field)[lang]
        value, code = kind.change(heading, keep, lang)
        cell = beside(sheet, title, header)
        way = DICE.choice(["label", "one cell", "title"]) if heading == "period" else DICE.choice(["label", "one cell"])
        label = label_cell(sheet, title, header)
        if way == "label":
            label.value, cell.value = DICE.choice(LABELS[heading]), value
        elif way == "one cell":
            label.value, cell.value = f"{DICE.choice(LABELS[heading]).rstrip(':')}: {value}", None
            cell = label
        else:
            period = kind.period if keep else other_period(kind.period)
            if DICE.random() < 0.5:
                label.value = cell.value = None
            cell = sheet.cell(label_cell(sheet, kind.filled_title(lang), header).row + 1, 1)
            value = cell.value = title_with(period, lang)
        copy = f"{folder}/copy.xlsx"
        book.save(copy)
        after = codes(ws, copy)
        wanted = before if keep else sorted(before + [(code, cell.coordinate)], key=str)
        assert after == wanted, f"{kind.form} {lang}: {way} {heading} = {value!r}, label {label.value!r}\nwanted {wanted}\ngot    {after}"
        same, refused = same + keep, refused + (not keep)
    for kind, lang, path, before in blanks:
        for words in HARMLESS:
            if not taken((kind.form, lang, words), 5):
                continue
            book = openpyxl.load_workbook(path)
            sheet = book.worksheets[0]
            header, _ = number_row(sheet, [c["number"] for c in kind.data["column"]])
            sheet.cell(label_cell(sheet, kind.filled_title(lang), header).row + 1, 1).value = words
            book.save(f"{folder}/copy.xlsx")
            after = codes(ws, f"{folder}/copy.xlsx")
            assert after == before, f"{kind.form} {lang}: {words!r}\nwanted {before}\ngot    {after}"
    print(f"{refused} of {refused} lines with other labels and titles of another report refused; {same} of {same} of the same report taken")


# Titles of the other forms and stages, and what people call them.
TITLES = {
    "tied-grant-usage": {
        "FORM-SHOWN": ["Окончательный отчет об использовании связанного гранта", "Байланысты грантты пайдалану туралы түпкілікті есеп", "Итоговый отчёт по гранту", "ИТОГОВЫЙ ОТЧЁТ",
                       "Түпкілікті есеп", "Сводная информация о ходе реализации Дорожной карты", "Жол картасының іске асырылу барысы туралы ақпарат",
                       "План финансирования государственного творческого заказа в творческих кружках"]},
    "roadmap-status": {
        "FORM-SHOWN": ["Сводная информация о ходе реализации Дорожной карты", "Жол картасының іске асырылу барысы туралы жиынтық ақпарат", "Отчет о ходе использования связанных грантов",
                       "Сводная информация"]},
    "circle-plan": {
        "STAGE-SHOWN": ["Утверждённый план финансирования творческих кружков", "Утверждённый план", "План: дополнительное финансирование", "Бекітілген жоспар",
                        "Шығармашылық үйірмелерді қосымша қаржыландыру жоспары", "План дополнительного финансирования кружков"],
        "FORM-SHOWN": ["Отчет о ходе использования связанных грантов", "Информация о ходе реализации Дорожной карты"]},
}
# More of the same one.
OWN_TITLES = {"circle-plan": ["Проект плана финансирования творческих кружков", "ПРОЕКТ ПЛАНА", "Жоспардың жобасы"], "tied-grant-usage": ["Ежемесячный отчёт по гранту", "Ай сайынғы есеп"]}
TWINS = str.maketrans("ACEHKMOPTX", "АСЕНКМОРТХ")


def same_number(number):
    return DICE.choice([number.lower(), f"№ {number}", f" {number} ", f"«{number}»", number.translate(TWINS), number.replace("-", "–"), number.replace("-", " - ")])


def number_typed(sheet, kind, lang, keep, header):
    """In the form's line of the agreement's number, or in a line with a label of its own."""
    cell = beside(sheet, next(f["title"] for f in kind.data["field"] if f["id"] == "agreement_number")[lang], header)
    other = DICE.choice([g for g in GRANTS if g != kind.subject])
    number = GRANTS[kind.subject]["agreement_number"] if keep else GRANTS[other]["agreement_number"]
    cell.value = same_number(number) if keep else DICE.choice([number, f"№ {number}", number.translate(TWINS)])
    if DICE.random() < 0.4:
        label_cell(sheet, next(f["title"] for f in kind.data["field"] if f["id"] == "agreement_number")[lang], header).value = DICE.choice(
            ["Соглашение", "Келісім №", "Договор с донором", "Реквизиты"])
    return [] if keep else [("SUBJECT-SHOWN", cell.coordinate)]


def of_grant_typed(sheet, kind, lang, keep, header):
    """The day of the agreement, the donor: another grant's."""
    field = DICE.choice(["agreement_date", "donor"])
    cell = beside(sheet, next(f["title"] for f in kind.data["field"] if f["id"] == field)[lang], header)
    own = GRANTS[kind.subject][field]
    other = GRANTS[DICE.choice([g for g in GRANTS if g != kind.subject])][field]
    if field == "donor":
        cell.value = DICE.choice([own.upper(), f"«{own}»", own.replace(" ", "  "), *own.split(" / ")]) if keep else other
    else:
        day, month, year = (own if keep else other).split(".")
        cell.value = DICE.choice([f"{day}.{month}.{year}", f"{day}.{month}.{year}г", f"{day}.{month}.{year} ж.", f"{int(day)} {GENITIVE[int(month) - 1]} {year} года",
                                  f"{year} жылғы {int(day)} {MONTHS['kk'][int(month) - 1]}", datetime.date(int(year), int(month), int(day))])
    return [] if keep else [("SUBJECT-SHOWN", cell.coordinate)]


def title_typed(sheet, kind, lang, keep, header):
    cell = label_cell(sheet, kind.filled_title(lang), header)
    if keep:
        title = kind.filled_title(DICE.choice(["kk", "ru"]))
        cell.value = DICE.choice([title, title.upper(), f"«{title}»", f"  {title}.", *OWN_TITLES.get(kind.form, [])])
        return []
    code = DICE.choice(sorted(TITLES[kind.form]))
    cell.value = DICE.choice(TITLES[kind.form][code])
    return [(code, cell.coordinate)]


def roadmap_typed(sheet, kind, lang, keep, header):
    cell = beside(sheet, next(f["title"] for f in kind.data["field"] if f["id"] == "roadmap")[lang], header)
    value = str(cell.value)
    short = value.replace("творческого, интеллектуального", "творческого и интеллект.").replace("шығармашылық, зияткерлік", "шығармашылық және зияткерлік")
    cell.value = DICE.choice([value.upper(), f"«{value}»", value.replace(" ", "  "), value.replace(" – ", "-"), value.replace("годы", "гг."), short, *ROADMAP.values()]) if keep else DICE.choice(
        ["Дорожная карта развития спорта", "Су шаруашылығының жол картасы", "Дорожная карта по развитию туризма на 2024 – 2026 годы", value + " (второй этап)", value + " (2-кезең)",
         value.replace("2024", "2027").replace("2026", "2029")])
    return [] if keep else [("SUBJECT-SHOWN", cell.coordinate)]


def sheet_named(sheet, kind, lang, keep, header):
    if kind.subject:
        other = DICE.choice([g for g in GRANTS if g != kind.subject])
        sheet.title = kind.subject if keep else DICE.choice([other, f"Отчёт {other}", other.lower()])
        return [] if keep else [("SUBJECT-SHOWN", None)]
    other = DICE.choice([o for o in ORGANISATIONS if o.startswith("KZ-") and o != kind.organisation])
    sheet.title = kind.organisation if keep else other
    return [] if keep else [("ORGANISATION-SHOWN", None)]


def other_identities(ws, blanks, folder, copies):
    """Numbers, titles, what queries fill in, names of sheets."""
    refused = same = 0
    for n in range(2 * copies):
        kind, lang, path, before = DICE.choice(blanks)
        keep = n % 2 == 1
        ways = [title_typed, sheet_named] + [number_typed, of_grant_typed] * (kind.form == "tied-grant-usage") + [roadmap_typed] * (kind.form == "roadmap-status")
        way = DICE.choice(ways)
        book = openpyxl.load_workbook(path)
        sheet = book.worksheets[0]
        header, _ = number_row(sheet, [c["number"] for c in kind.data["column"]])
        found = way(sheet, kind, lang, keep, header)
        said = [cell.value for row in sheet.iter_rows(max_row=header) for cell in row if found and cell.coordinate == found[0][1]]
        book.save(f"{folder}/copy.xlsx")
        after = codes(ws, f"{folder}/copy.xlsx")
        wanted = sorted(before + found, key=str)
        assert sorted(after, key=str) == wanted, f"{kind.form} {lang}: {way.__name__} {said} {sheet.title}, keep {keep}\nwanted {wanted}\ngot    {after}"
        same, refused = same + keep, refused + (not keep)
    print(f"{refused} of {refused} other numbers, days, donors, titles, roadmaps and sheets refused; {same} of {same} spellings of the same ones taken")


def main():
    with tempfile.TemporaryDirectory() as folder:
        ws = f"{folder}/ws"
        run("init", ws, expect=0)
        run("-w", ws, "import", "grants", f"{SOURCE}/tests/samples/tied-grants/grants.csv", expect=0)
        blanks = []
        for kind in KINDS:
            for lang in ("kk", "ru"):
                path = f"{folder}/{kind.form}.{lang}.xlsx"
                run("-w", ws, "--paper-lang", lang, "--today", "2026-11-20", "blank", kind.form, *kind.words, "-o", path, expect=0)
                shorten(path)
                blanks.append((kind, lang, path, codes(ws, path)))
        refused = same = 0
        for n in range(2 * COPIES):
            kind, lang, path, before = DICE.choice(blanks)
            heading = DICE.choice(sorted(kind.headings))
            keep = n % 2 == 1
            value, code = kind.change(kind.headings[heading], keep, lang)
            book = openpyxl.load_workbook(path)
            sheet = book.worksheets[0]
            header, _ = number_row(sheet, [c["number"] for c in kind.data["column"]])
            title = next(f["title"] for f in kind.data["field"] if f["id"] == heading)[lang]
            cell = beside(sheet, title, header)
            cell.value = value
            copy = f"{folder}/copy.xlsx"
            book.save(copy)
            after = codes(ws, copy)
            wanted = before if keep else sorted(before + [(code, cell.coordinate)], key=str)
            assert after == wanted, f"{kind.form} {lang}: {heading} = {value!r}\nwanted {wanted}\ngot    {after}"
            if keep:
                same += 1
                continue
            refused += 1
            if n % 20 == 0:  # and nothing comes into the register
                kept = run("-w", ws, "--today", "2026-11-20", "submit", copy, "--received", "2026-11-20", "--json", expect=1).json()
                assert kept["submissions"] == [], kept
        other_spans(ws, blanks, folder)
        doubted_titles(ws, blanks, folder)
        other_labels(ws, blanks, folder, COPIES)
        other_identities(ws, blanks, folder, COPIES)
        print(f"{refused} of {refused} copies with another valid heading refused at the cell; {same} of {same} spellings of the same one taken")


main()
