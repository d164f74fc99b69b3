#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Files as clerks and other programs make them (tests/samples/faults): read as meant, or named in one sentence with the cure. usage: clerks.py SOURCE_DIR"""
import datetime
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import openpyxl  # noqa: E402
from esep_cli import beside, run  # noqa: E402
from share import taken  # noqa: E402
from short_checks import shorten  # noqa: E402

SOURCE = sys.argv[1]
FAULTS = f"{SOURCE}/tests/samples/faults"
FORM = "tied-grant-usage"
DAY = ["--received", "2026-11-10", "--today", "2026-11-20"]

# File → severity, code and cell of each finding.
REPORTS = {
    "oct_from_sept.xlsx": [("error", "PERIOD-SHOWN", "D11")],
    "dup_valid.xlsx": [("error", "TABLE-TWICE", None)],
    "13_copied_sheet.xlsx": [("error", "TABLE-TWICE", None)],
    "25_note_below.xlsx": [("warning", "ROW-NOTE", "A26")],
    "24_total_row.xlsx": [("warning", "ROW-TOTAL", "A24")],
    "07c_del_hidden.xlsx": [("error", "FORM-UNNAMED", None)],
    "05_delcol.xlsx": [("error", "COLUMN-MISSING", None)],
    "02_url_spaces.xlsx": [("error", "CELL-URL", "T21")],
    "06_choice_nfd.xlsx": [],
    "05_sheet_without_rid.xlsx": [],
    "10_workbook_at_root.xlsx": [],
    "12_t_d_offset.xlsx": [],
    "01b_report_f0b7.xlsx": [("error", "CELL-CHARACTER", "G21")],
    "01c_report_emoji.xlsx": [("error", "CELL-CHARACTER", "G21")],
    "17_arabic.xlsx": [("error", "CELL-SCRIPT", "G21")],
    "09a_meta.xls": [("error", "FILE-MARKUP", None)],
    "09b_TABLE.xls": [("error", "FILE-MARKUP", None)],
    "09c_div.xls": [("error", "FILE-MARKUP", None)],
}


OF_SAMPLES = ("CELL-OF-OTHER", "CELLS-LOW")


def findings(ws, path, *options, lang="ru"):
    result = run("-w", ws, "--lang", lang, "check", path, "--json", *options, *DAY, expect=None)
    # The samples have the rows of the form's example, which name another ministry; check_seen asks for that. The program that wrote them fixed each row at one line.
    return [f for f in result.json()["findings"] if not path.startswith(FAULTS) or f["code"] not in OF_SAMPLES]


def nameless(ws):
    """d1900.xlsx with a number where the executor's name belongs."""
    book = openpyxl.load_workbook(f"{FAULTS}/d1900.xlsx")
    beside(book.worksheets[0], "Фамилия, имя, отчество (при наличии) ответственного исполнителя", 20).value = 12345
    book.save(f"{ws}/nameless.xlsx")
    return f"{ws}/nameless.xlsx"


def check_ansi(ws):
    """A text file that lost its Kazakh letters is one finding: whose report it is, titles and choices cannot be compared."""
    with open(f"{FAULTS}/19_report_ctrlz.csv", "rb") as file:
        text = file.read().decode("utf-8-sig")
    path = f"{ws}/ansi.csv"
    with open(path, "wb") as file:
        file.write(text.encode("cp1251", "replace"))
    found = findings(ws, path, "--form", "tied-grant-usage", "--org", "km", "--subject", "G-001", "--period", "2026-10")
    assert [f["code"] for f in found] == ["CELL-LETTERS-LOST"], found
    assert found[0]["message"] == ANSI, found


ANSI = ("В 64 ячейках файла вместо букв стоят знаки «?» или «�», первая – «Есептілікті ?сыну т?ртібін, мерзімдері мен нысандарын, сондай-а? а?паратты? ж?йелерді ??ру?а немесе дамыту?а бай…»: "
        "файл сохранён в кодировке без казахских букв (ANSI). Сохраните файл заново из исходной книги как книгу Excel (.xlsx) или «CSV UTF-8».")


def check_reports(ws):
    for name, expected in REPORTS.items():
        found = findings(ws, f"{FAULTS}/{name}")
        got = [(f["severity"], f["code"], f.get("cell") or None) for f in found]
        assert got == expected, (name, got)
        for one in found:  # a clerk who has no program reads it
            assert "--" not in one["message"], one
    lost = findings(ws, f"{FAULTS}/qmarks.xlsx")
    assert lost and {f["code"] for f in lost} == {"CELL-LETTERS-LOST"}, lost
    check_ansi(ws)
    doubted = findings(ws, nameless(ws))
    assert [(f["severity"], f["code"]) for f in doubted] == [("warning", "CELL-NAME-DOUBTFUL"), ("warning", "CELL-DATE-DOUBTFUL")], doubted
    key = ["--form", "tied-grant-usage", "--org", "km", "--subject", "G-001", "--period", "2026-10"]
    assert [f for f in findings(ws, f"{FAULTS}/19_report_ctrlz.csv", *key) if f["severity"] == "error"] == []


def check_hidden(ws):
    """Rows and columns that nobody sees are read, and named; so is a line of the heading."""
    def with_hidden(name, change):
        book = openpyxl.load_workbook(f"{FAULTS}/06_choice_nfd.xlsx")
        change(book.worksheets[0])
        book.save(f"{ws}/{name}.xlsx")
        return [(f["severity"], f["code"], f["row"], f["cell"] or None, f["message"]) for f in findings(ws, f"{ws}/{name}.xlsx") if f["code"] not in OF_SAMPLES]

    def hide_rows(sheet):
        sheet.row_dimensions[21].hidden = True
        sheet.row_dimensions[300].hidden = True  # blank

    def hide_columns(sheet):
        sheet.column_dimensions["D"].hidden = sheet.column_dimensions["L"].hidden = True

    (rows,) = with_hidden("hidden_rows", hide_rows)
    assert rows[:4] == ("warning", "ROWS-HIDDEN", 21, None) and "тоже вошли в отчёт: 21." in rows[4], rows
    (columns,) = with_hidden("hidden_columns", hide_columns)
    assert columns[:4] == ("warning", "COLUMNS-HIDDEN", 21, "D21") and "D, L." in columns[4], columns


def check_plain(ws):
    """Of a file without a blank's sheet nobody is told of workbooks, nor of options."""
    for name in ("19_report_ctrlz.csv",):
        for lang in ("kk", "ru"):
            for given in ([], ["--form", FORM]):
                found = findings(ws, f"{FAULTS}/{name}", *given, lang=lang)
                assert {f["code"] for f in found} & {"FORM-UNNAMED", "ORGANISATION-UNNAMED"}, found
                for one in found:
                    assert not any(word in one["message"] for word in ("--", "кітап", "книг")), one
    # Of several entries in a line of text the line is named once.
    with open(f"{FAULTS}/19_report_ctrlz.csv", encoding="utf-8-sig") as file:
        lines = file.read().split("\n")
    lines[16] = "Ескі жазба;;см. письмо" + lines[16].rstrip("\r")[2:]
    with open(f"{ws}/above.csv", "w", encoding="utf-8") as file:
        file.write("\n".join(lines))
    (above,) = [f for f in findings(ws, f"{ws}/above.csv", "--form", FORM, "--org", "km", "--subject", "G-001", "--period", "2026-10") if f["code"] == "CELLS-ABOVE"]
    assert above["message"].startswith("Между заголовком и таблицей есть записи: 17. В отчёт"), above
    told = run("-w", ws, "--lang", "ru", "check", f"{FAULTS}/19_report_ctrlz.csv", *DAY).err
    assert "esep help" in told and "--" not in told, told


def check_seen(ws):
    """What is quoted is what stands in the cell; a blank copy of the sheet is no second report; cells of the table name the body that reports."""
    book = openpyxl.load_workbook(f"{FAULTS}/oct_from_sept.xlsx")
    beside(book.worksheets[0], "Отчетный период", 20).value = datetime.date(2026, 11, 1)
    book.save(f"{ws}/date.xlsx")
    (shown,) = findings(ws, f"{ws}/date.xlsx")
    assert shown["code"] == "PERIOD-SHOWN" and "«01.11.2026»" in shown["message"], shown
    twice = [f for f in findings(ws, f"{FAULTS}/dup_valid.xlsx")][0]
    assert twice["row"] == 21 and twice["message"].count("21") == 2, twice
    filled = f"{ws}/filled.xlsx"
    book = openpyxl.load_workbook(f"{FAULTS}/06_choice_nfd.xlsx")
    copy = book.copy_worksheet(book.worksheets[0])
    for row in copy.iter_rows(min_row=21, max_row=60):
        for cell in row:
            if not isinstance(cell, openpyxl.cell.MergedCell):
                cell.value = None
    book.save(filled)
    found = {f["code"]: f for f in reversed(findings(ws, filled))}
    assert found["TABLE-BLANK-COPY"]["severity"] == "warning" and "TABLE-TWICE" not in found, found
    assert found["CELL-OF-OTHER"]["cell"] == "B21" and "Министерство транспорта" in found["CELL-OF-OTHER"]["message"], found
    # A sheet of data whose first row is 1, 2, 3 … is no table of the form: the blank's own sheet is the report, filled or not, before or behind it.
    for filled_in in (False, True):
        for place in (0, 1):
            book = openpyxl.load_workbook(filled)
            book.remove(book["Есеп Copy" if filled_in else "Есеп"])
            data = book.create_sheet("Данные", place)
            data.append(list(range(1, 27)))
            for n in range(200):
                data.append([n + 1, f"строка {n}"] + [n * column for column in range(24)])
            book.save(f"{ws}/bare.xlsx")
            found = findings(ws, f"{ws}/bare.xlsx")
            assert not [f for f in found if f["code"].startswith("TABLE-")], found
            assert {(f["code"], f["severity"]) for f in found if f["sheet"] == "Данные"} <= {("SHEET-ROWS", "warning"), ("SHEET-UNREAD", "warning")}, found
            assert len(found) < 20 and any(f["sheet"] == "Данные" for f in found), found
    plan = f"{ws}/plan.xlsx"
    run("-w", ws, "--paper-lang", "ru", "--today", "2026-11-20", "blank", "circle-plan", "--org", "KZ-11", "--period", "2027", "--stage", "draft", "-o", plan, expect=0)
    book = openpyxl.load_workbook(plan)
    cell = beside(book.worksheets[0], "Стадия плана", 60)
    cell.value = "утвержденный план"
    book.save(plan)
    shown = [f["cell"] for f in findings(ws, plan) if f["code"] == "STAGE-SHOWN"]
    assert shown == [cell.coordinate], shown


def check_around(ws):
    """What stands around the table, on hidden sheets, in numbers of columns: one finding that says what to do, or read as meant."""
    def after(change):
        book = openpyxl.load_workbook(f"{FAULTS}/06_choice_nfd.xlsx")
        change(book, book.worksheets[0])
        path = f"{ws}/around.xlsx"
        book.save(path)
        return [(f["severity"], f["code"], f.get("cell") or f.get("row") or f.get("sheet")) for f in findings(ws, path) if f["code"] not in OF_SAMPLES]

    def cells(**values):
        def change(_, sheet):
            for place, value in values.items():
                sheet[place] = value
        return after(change)

    def hidden(book, _):
        sheet = book.create_sheet("Деректер")
        sheet["A1"], sheet.sheet_state = "x", "hidden"

    def twice(_, sheet):
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=18, max_row=24)]
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                cell = sheet.cell(26 + r, c + 1)
                if value is not None and not isinstance(cell, openpyxl.cell.MergedCell):
                    cell.value = value

    def numbers(as_written):
        def change(_, sheet):
            for cell in sheet[20]:
                if cell.value is not None:
                    cell.value = as_written.format(cell.value)
        return after(change)

    assert cells(A25="Басшы", D25="________", A26="М.П.", A27="Вице-министр", D27="Иванов И.И.") == [("warning", "ROW-NOTE", "A25")]
    assert cells(A25="Итого систем: 2") == [("warning", "ROW-TOTAL", "A25")]
    assert cells(A17="мың теңге", C17="см. письмо") == [("warning", "CELLS-ABOVE", "A17")]
    assert after(hidden) == [("warning", "SHEET-HIDDEN", "Деректер")], after(hidden)
    assert after(twice) == [("error", "TABLE-TWICE", 29)], after(twice)
    for as_written in ("гр. {}", "{}-баған", "({})"):
        assert numbers(as_written) == [], as_written
    assert cells(P21="VIN және БСН", T23="н/д") == []
    (negative,) = cells(L21=-1)  # the form's own rule says it, and no doubt beside it
    assert negative[0] == "error" and negative[1].startswith("TG-") and negative[2] == "L21", negative
    with open(f"{SOURCE}/tests/samples/tied-grants/grants.csv", encoding="utf-8") as file:
        grants = file.read().replace("780 000,00", "-780 000,00")
    with open(f"{ws}/negative.csv", "w", encoding="utf-8") as file:
        file.write(grants)
    answer = run("-w", ws, "import", "grants", f"{ws}/negative.csv", expect=0)
    assert "CELL-NEGATIVE" in answer.out + answer.err, answer.out + answer.err
    run("-w", ws, "import", "grants", f"{SOURCE}/tests/samples/tied-grants/grants.csv", expect=0)
    assert cells(G21="Ма\ufffdызды", H21="?аза?ша") == [("error", "CELL-LETTERS-LOST", "G21")]


def check_further_sheets(ws):
    """What stands on other sheets is in no report: one warning names them. The blank's own sheets and blank ones are none."""
    def after(change, lang="ru"):
        path = f"{ws}/sheets.xlsx"
        book = openpyxl.load_workbook(f"{ws}/october.xlsx")
        change(book)
        book.save(path)
        return [(f["severity"], f["code"], f["sheet"], f["row"], f["message"]) for f in findings(ws, path, lang=lang) if f["code"].startswith("SHEET")]

    def filled(name, place, value):
        def change(book):
            book.create_sheet("Лист2")
            book.create_sheet(name)[place] = value
        return change

    def several(book):
        book.create_sheet("исправления")["A1"] = "В строке 2 вместо 5 читать 7"
        sheet = book.create_sheet("Данные", 0)
        for row in range(1, 500):
            for column in range(1, 30):
                sheet.cell(row, column, row * column + 0.5)

    def renamed(book):
        book["Инструкция"].title = "Памятка"

    run("-w", ws, "--paper-lang", "ru", "--today", "2026-11-20", "blank", FORM, "--org", "km", "--subject", "G-001", "--period", "2026-10", "-o", f"{ws}/october.xlsx", expect=0)
    shorten(f"{ws}/october.xlsx")
    assert after(lambda book: None) == [] and after(renamed) == [] and after(filled("Лист3", "A1", "  ")) == []
    assert after(filled("Пояснительная записка", "B4", "Работы отложены")) == [
        ("warning", "SHEET-UNREAD", "Пояснительная записка", 4, "Написанное на листе «Пояснительная записка» в отчёт не вошло: отчёт читается только с листа «Отчёт». Исправления и дополнения к отчёту внесите "
         "в ячейки того листа, пояснительную записку направьте отдельно. Если лист к отчёту не относится, ничего делать не нужно.")]
    assert after(several) == [
        ("warning", "SHEET-UNREAD", "Данные", 1, "Написанное на этих листах в отчёт не вошло: Данные, исправления. Отчёт читается только с листа «Отчёт». Исправления и дополнения к отчёту внесите в ячейки того "
         "листа, пояснительную записку направьте отдельно. Если эти листы к отчёту не относятся, ничего делать не нужно.")]


def check_written(ws):
    """Right work in other words: units behind numbers, days in words, rows that were only numbered. Where the meaning is not certain it is refused."""
    def after(form, change, *names):
        book = openpyxl.load_workbook(f"{ws}/{form}.xlsx")
        change(book.worksheets[0])
        book.save(f"{ws}/written.xlsx")
        return sorted((f["code"], f["cell"]) for f in findings(ws, f"{ws}/written.xlsx") if f["cell"] in names)

    def cells(form, **values):
        def change(sheet):
            for place, value in values.items():
                sheet[place] = value
        return after(form, change, *values)

    shutil.copy(f"{FAULTS}/06_choice_nfd.xlsx", f"{ws}/usage.xlsx")
    run("-w", ws, "--paper-lang", "ru", "--today", "2026-11-20", "blank", "roadmap-status", "--org", "KZ-11", "--period", "2026-H1", "-o", f"{ws}/status.xlsx", expect=0)
    shorten(f"{ws}/status.xlsx")
    for number in ("1.", " 1. "):
        assert cells("usage", A21=number) == [], number
    for day in ("18.06.2025г", "18.06.2025 ж.", "18.06.2025 года", "18 июня 2025 г.", "«18» июня 2025 года", "2025 жылғы 18 маусым"):
        assert cells("usage", J21=day) == [], day
    for no_day in ("18 июня", "июнь 2025 года", "1–3 июня 2025 года", "не ранее 18 июня 2025 года", "31 июня 2025 года"):
        assert cells("usage", J21=no_day) == [("CELL-DATE", "J21")], no_day
    for count in ("12 400 чел.", "12 400 адам", "12\u00a0400 человек"):
        assert cells("usage", L21=count) == [] and cells("status", C8=count) == [], count
    for no_count in ("12 тыс. чел.", "12 400 школ", "12 400 чел. (оценка)", "около 12 400 чел.", "12 400 шт."):
        assert cells("usage", L21=no_count) == [("CELL-INTEGER", "L21")], no_count

    def linked(sheet):
        sheet["T21"].value = "Сайт"
        sheet["T21"].hyperlink = "https://maker.example/about"
        sheet["T21"].value = "Сайт"
    assert after("usage", linked, "T21") == [("CELL-URL", "T21")]
    (told,) = [f["message"] for f in findings(ws, f"{ws}/written.xlsx") if f["cell"] == "T21"]
    assert "написано «Сайт»" in told and "ведёт на https://maker.example/about." in told, told

    def numbered(sheet):
        for row in range(30, 36):
            sheet.cell(row, 1).value = row - 27
    assert after("usage", numbered, *(f"A{row}" for row in range(30, 36))) == []


def check_children(ws):
    """A number with a word for what its column counts is read: the form's former word, and any word for children."""
    def found(form, cell, value):
        book = openpyxl.load_workbook(f"{ws}/{form}.xlsx")
        sheet = book.worksheets[0]
        for beside in sheet[sheet[cell].row] if form == "circles" else ():
            if not isinstance(beside, openpyxl.cell.MergedCell):
                beside.value = 1  # of a row with few entries nothing else is said
        sheet[cell] = value
        book.save(f"{ws}/counted.xlsx")
        return [f["code"] for f in findings(ws, f"{ws}/counted.xlsx") if f["cell"] == cell and f["code"].startswith("CELL-")]

    run("-w", ws, "--today", "2026-11-20", "blank", "circle-plan", "--org", "KZ-11", "--period", "2027", "--stage", "draft", "-o", f"{ws}/circles.xlsx", expect=0)
    shorten(f"{ws}/circles.xlsx")
    sheet = openpyxl.load_workbook(f"{ws}/circles.xlsx").worksheets[0]
    head = next(row for row in sheet.iter_rows() if [cell.value for cell in row if cell.value is not None][:6] == ["1", "2", "3", "4", "5", "6"])
    children = next(f"{cell.column_letter}{cell.row + 1}" for cell in head if cell.value == "6")
    for count in ("1 нысан", "1 объект", "2 нысандар", "2\u00a0объекта"):
        assert found("status", "I26", count) == [], count
    assert found("status", "I26", "1 млн нысан") == ["CELL-INTEGER"] and found("status", "I26", "5 оқушы") == ["CELL-INTEGER"]
    for count in ("277000 оқушы", "277 000 оқушы", "277\u00a0000 учащихся", "277000 детей", "277000 бала", "600 воспитанников"):
        assert found("circles", children, count) == found("status", "C8", count) == [], count
    for count in ("277 мың оқушы", "600 мектеп", "600 детсадов", "600 тенге"):
        assert found("circles", children, count) == ["CELL-INTEGER"], count


def check_long(ws):
    """Who wrote too much is told how much, and how much there may be."""
    book = openpyxl.load_workbook(f"{ws}/october.xlsx")
    cell = beside(book.worksheets[0], "Телефон ответственного исполнителя", 20)
    cell.value = "8 (7172) 74-00-00, 8 (7172) 74-00-01 (вн. 1)"
    book.save(f"{ws}/long.xlsx")
    (told,) = [f for f in findings(ws, f"{ws}/long.xlsx") if f["cell"] == cell.coordinate]
    assert (told["code"], told["message"]) == ("CELL-TEXT-TOO-LONG", "«Телефон ответственного исполнителя»: в тексте 44 знака, допускается не более 40. Сократите текст."), told


def check_guide(ws):
    """What an office writes on the guide of a blank is compared as the heading is; other words there are named."""
    def after(**cells):
        book = openpyxl.load_workbook(f"{ws}/october.xlsx")
        for place, value in cells.items():
            book["Инструкция"][place] = value
        book.save(f"{ws}/guide.xlsx")
        return [(f["severity"], f["code"], f["cell"], f["message"]) for f in findings(ws, f"{ws}/guide.xlsx") if f["sheet"] == "Инструкция"]

    sheet = openpyxl.load_workbook(f"{ws}/october.xlsx")["Инструкция"]
    at = {str(row[0].value): row[0].row for row in sheet.iter_rows() if row[0].value}
    value = next(cell.column_letter for cell in sheet[at["Отчётный период"]][1:] if cell.value is not None)
    body, subject, period = (f"{value}{at[label]}" for label in ("Отчитывающаяся организация", "Предмет отчёта", "Отчётный период"))
    last, duty = f"A{sheet.max_row + 2}", f"{value}{at['Обязанность']}"
    shown = "На листе «Инструкция» написано «{}», а файл выдан для другого отчёта: {}. Неизвестно, что из этого верно. Исправьте надпись или заполните бланк нужного отчёта."
    assert after() == []
    assert after(**{period: "ноябрь 2026 года"}) == [("error", "PERIOD-SHOWN", period, shown.format("ноябрь 2026 года", "октябрь 2026 года"))]
    assert after(**{period: "10.2026"}) == [] and after(**{body: "Министерство транспорта РК"}) == []
    assert [f[:3] for f in after(**{body: "Министерство здравоохранения РК"})] == [("error", "ORGANISATION-SHOWN", body)]
    assert [f[:3] for f in after(**{subject: "G-002"})] == [("error", "SUBJECT-SHOWN", subject)]
    assert [f[:3] for f in after(**{duty: "Итоговый отчёт"})] == [("error", "FORM-SHOWN", duty)]
    assert [f[:3] for f in after(**{last: "Отчёт за ноябрь 2026 года"})] == [("error", "PERIOD-SHOWN", last)]
    assert after(**{last: "Звонить Асель, 74-00-00"}) == [
        ("warning", "SHEET-UNREAD", last, f"Дописанное на листе «Инструкция» ({last}) в отчёт не вошло: отчёт читается только с листа «Отчёт». Исправления и дополнения к отчёту внесите в ячейки того листа.")]


def check_place(ws):
    """A city above the table of a ministry: its seat is where the paper was signed, another one is doubted."""
    def after(value):
        book = openpyxl.load_workbook(f"{ws}/october.xlsx")
        book.worksheets[0]["A5"] = value
        book.save(f"{ws}/place.xlsx")
        return [(f["severity"], f["code"], f["cell"]) for f in findings(ws, f"{ws}/place.xlsx") if f["cell"] == "A5" and f["code"] != "CELLS-ABOVE"]

    for words in ("г. Астана", "город Астана", "Астана қаласы", "г. Астана, пр. Кабанбай батыра, 32/1", "010000, г. Астана"):
        assert after(words) == [], words
    for words in ("г. Алматы", "Алматы қ.", "город Шымкент"):
        assert after(words) == [("warning", "HEADING-DOUBTFUL", "A5")], words
    for words in ("за 9 месяц", "за первую половину года"):
        assert after(words) == [("error", "PERIOD-SHOWN", "A5")], words
    assert after("за 10 месяц") == []
    for words in ("тоқсандық есеп", "Квартальный отчёт", "Полугодовой отчёт", "жылдық есеп"):
        assert after(words) == [("warning", "HEADING-DOUBTFUL", "A5")], words


def check_filled_beside(ws):
    """A filled table is never passed over for a blank one, whatever its titles are."""
    def after(numbers):
        book = openpyxl.load_workbook(f"{FAULTS}/06_choice_nfd.xlsx")
        own = book.worksheets[0]
        blank = book.copy_worksheet(own)
        blank.title = "Бланк"
        for row in blank.iter_rows(min_row=21, max_row=60):
            for cell in row:
                if not isinstance(cell, openpyxl.cell.MergedCell):
                    cell.value = None
        for row in own.iter_rows(min_row=17, max_row=20 if not numbers else 19):
            for cell in row:
                if not isinstance(cell, openpyxl.cell.MergedCell) and cell.value is not None:
                    cell.value = "Наш заголовок"
        book.save(f"{ws}/beside.xlsx")
        return [(f["severity"], f["code"], f["sheet"], f["row"], f["message"]) for f in findings(ws, f"{ws}/beside.xlsx") if f["code"] in ("TABLE-TWICE", "SHEET-ROWS")]

    assert after(True) == [("error", "TABLE-TWICE", "Есеп", 21, "Таблица формы на листе «Бланк» (со строки 21) не заполнена, а на листе «Есеп» (со строки 21) заполнена таблица с теми же номерами граф, "
                            "но с другими заголовками. Неизвестно, которая из них отчёт. Перенесите данные на лист с заголовками формы и удалите второй лист.")]
    assert after(False) == [("error", "SHEET-ROWS", "Есеп", 21, "Таблица формы на листе «Бланк» (со строки 21) не заполнена, а на листе «Есеп» (со строки 21) есть строки, которые подходят к графам этой формы. "
                             "Неизвестно, что из этого отчёт. Если строки относятся к отчёту – перенесите их на лист «Бланк»; если нет – удалите тот лист.")]


def check_draft(ws):
    """A paper that says of itself that it is not finished is doubted."""
    def after(place, value):
        book = openpyxl.load_workbook(f"{ws}/october.xlsx")
        sheet = book.worksheets[0]
        if place:
            sheet[place] = value
        else:
            sheet.title = value
        book.save(f"{ws}/draft.xlsx")
        return [(f["severity"], f["code"], f["cell"] or None) for f in findings(ws, f"{ws}/draft.xlsx") if f["code"].startswith("HEADING-D")]

    for words in ("Проект", "ЧЕРНОВИК", "Жоба", "(үлгі)", "Образец заполнения", "Проект отчёта о ходе использования связанных грантов", "ОБРАЗЕЦ ОТЧЁТА", "Аннулирован", "ОТОЗВАН", "Недействителен", "Күші жойылған",
                  "Заменён отчётом от", "Не для отправки", "Рабочая версия", "Алдын ала нұсқа", "Предварительные данные", "Пример заполнения", "тест"):
        for place in ("A5", "A1"):
            assert not taken((words, place), 2) or after(place, words) == [("warning", "HEADING-DRAFT", place)], (words, place)
    assert after("", "Черновик") == [("warning", "HEADING-DRAFT", None)]
    for words in ("Проект «Анализ движения грузового транспорта»", "Информационный проект транспорта", "Приказ № 5 об утверждении проекта"):
        assert ("warning", "HEADING-DRAFT", "A5") not in after("A5", words), words


def check_heading(ws):
    """Lines with labels of their own, titles, and the caller's facts are compared with what the file says of itself."""
    def after(sheet_change, *options):
        book = openpyxl.load_workbook(f"{FAULTS}/06_choice_nfd.xlsx")
        sheet_change(book.worksheets[0])
        book.save(f"{ws}/heading.xlsx")
        return [(f["code"], f["cell"], f["message"]) for f in findings(ws, f"{ws}/heading.xlsx", *options) if f["code"] not in OF_SAMPLES]

    def line(label, value):
        def change(sheet):
            cell = beside(sheet, "Есепті кезең", 20)
            sheet.cell(cell.row, 1).value, cell.value = label, value
        return change

    ((code, cell, message),) = after(line("Есепті ай", "2026 жылғы қараша"))
    assert (code, cell[-2:]) == ("PERIOD-SHOWN", "11") and "2026 жылғы қараша" in message and "октябрь 2026" in message, message
    assert after(line("Отчётный месяц", "октябрь")) == []
    ((code, cell, _),) = after(lambda sheet: sheet.__setitem__("A5", "за ноябрь 2026 года"))
    assert (code, cell) == ("PERIOD-SHOWN", "A5")
    ((code, _, message),) = after(lambda sheet: None, "--form", "circle-plan")  # the cause, and nothing that follows from it
    assert code == "FORM-OTHER" and "связанных грантов" in message and "творческих кружках" in message, message
    ((code, _, message),) = after(lambda sheet: None, "--period", "2026-09")
    assert code == "PERIOD-OTHER" and "октябрь 2026 года" in message and "сентябрь 2026 года" in message, message
    answer = run("-w", ws, "check", f"{ws}/heading.xlsx", "--period", "2026-09", *DAY, expect=1)
    assert "October 2026" in answer.out.split("\n")[0], answer.out

    def nameless_month(book):
        del book["_esep"]
        beside(book.worksheets[0], "Есепті кезең", 20).value = "2026 жылғы қараша"
    book = openpyxl.load_workbook(f"{FAULTS}/06_choice_nfd.xlsx")
    nameless_month(book)
    book.save(f"{ws}/heading.xlsx")
    key = ["--form", "tied-grant-usage", "--org", "km", "--subject", "G-001", "--period", "2026-10"]
    answer = run("-w", ws, "check", f"{ws}/heading.xlsx", *key, *DAY, expect=1)
    assert "November 2026" in answer.out.split("\n")[0], answer.out  # what the file says, not what was asked
    assert "The file itself does not name its report" in answer.out + answer.err, answer.out + answer.err


def check_other_report(ws):
    """What names another report than it shows comes into nobody's register."""
    answer = run("-w", ws, "submit", f"{FAULTS}/oct_from_sept.xlsx", "--received", "2026-11-10", "--json", expect=1).json()
    assert answer["submissions"] == [], answer


def check_refused_paper(ws):
    """A character that does not print never stops a paper: a square stands in its place, and a warning names it."""
    number = run("-w", ws, "submit", f"{FAULTS}/01d_rejected_emoji.xlsx", "--json", *DAY, expect=1).json()["submissions"][0]["submission"]
    for to in ("pdf", "docx", "html", "xlsx", "json", "csv"):
        made = run("-w", ws, "render", "receipt", number, "--to", to, "-o", f"{ws}/receipt.{to}", expect=0)
        assert ("Warning: on paper □ stands for what no font draws: " in made.err) == (to == "pdf"), (to, made.err)


def check_lists_line_up(ws):
    """On paper each product of a record stands on one line with its supplier's address; a report without rows has no headings over nothing."""
    def paper(sample, state):
        (made,) = run("-w", ws, "submit", f"{FAULTS}/{sample}", "--received", "2026-11-30", "--today", "2026-12-05", "--json", expect=None).json()["submissions"]
        assert made["state"] == state, made
        run("-w", ws, "--paper-lang", "ru", "--today", "2026-12-05", "render", FORM, made["submission"], "--to", "pdf", "-o", f"{ws}/{state}.pdf", expect=0)
        return subprocess.run(["pdftotext", "-layout", f"{ws}/{state}.pdf", "-"], capture_output=True, check=True).stdout.decode()

    lines = paper("big.xlsx", "received").split("\n")
    for number in range(23, 56):
        (product,) = [line for line in lines if f"учёта № {number}»" in line]
        assert "https://supplier.example/" in product and product.endswith("бессрочная"), product
    refused = paper("01b_report_f0b7.xlsx", "rejected")
    assert "строки таблицы не зарегистрированы" in refused and "Ссылка на компанию" not in refused and refused.count("\f") == 1, refused


def check_whose(ws):
    """Each answer begins with whose report it is; JSON has that as fields."""
    for lang, words in (("kk", ["Көлік министрлігі", "G-001", "2026 жылғы қыркүйек", "1-редакция"]), ("ru", ["Министерство транспорта", "Связанный грант", "сентябрь 2026"]),
                        ("en", ["Ministry of Transport", "September 2026", "revision 1"])):
        answer = run("-w", ws, "--lang", lang, "check", f"{FAULTS}/oct_from_sept.xlsx", *DAY, expect=1)
        assert all(word in answer.out.split("\n")[0] for word in words), answer.out
    (report,) = run("-w", ws, "check", f"{FAULTS}/oct_from_sept.xlsx", "--json", *DAY, expect=1).json()["reports"]
    assert [report[key] for key in ("form", "organisation", "subject", "period", "stage", "revision")] == ["tied-grant-usage", "km", "G-001", "2026-09", None, 1], report
    answer = run("-w", ws, "submit", f"{FAULTS}/nil.xlsx", *DAY, expect=None)
    assert "October 2026" in answer.out.split("\n")[0], answer.out


def check_overwriting(ws, folder):
    """No command writes over a file unasked, and the marked copy never over what was marked."""
    mine = f"{folder}/mine.xlsx"
    shutil.copy(f"{FAULTS}/nil.xlsx", mine)
    before = open(mine, "rb").read()
    key = ["--org", "km", "--subject", "G-001", "--period", "2026-10"]
    for words in (["check", mine, "--annotate", mine], ["check", mine, "--annotate", mine, "--force"], ["check", mine, "--annotate", f"{folder}/./mine.xlsx"],
                  ["blank", "tied-grant-usage", *key, "-o", mine], ["status", "tied-grant-usage", "--period", "2026-10", "--to", "xlsx", "-o", mine],
                  ["render", "tied-grant-usage", *key, "--to", "xlsx", "-o", mine], ["summary", "tied-grants", "--period", "2026", "--to", "xlsx", "-o", mine],
                  ["assess", "--checklist", "unified-requirements", "--template", "-o", mine]):
        refused = run("-w", ws, *words, *DAY[2:], expect=2, again=False)
        assert mine in refused.err or "./mine.xlsx" in refused.err, refused.err
        assert open(mine, "rb").read() == before, words
    run("-w", ws, "blank", "tied-grant-usage", *key, "-o", mine, "--force", expect=0)
    assert open(mine, "rb").read() != before
    run("-w", ws, "blank", "tied-grant-usage", "--period", "2026-10", "--all", "-o", f"{folder}/all", expect=0)
    again = run("-w", ws, "blank", "tied-grant-usage", "--period", "2026-10", "--all", "-o", f"{folder}/all", expect=2, again=False)
    assert ".xlsx" in again.err, again.err


def grants(ws):
    return run("-w", ws, "register", "show", "grants", "--json", expect=0).json()


def check_registers(ws, folder):
    for name in ("08a_import_sep.csv", "08b_import_cr.csv", "08c_import_ctrlz.csv"):
        run("-w", ws, "import", "grants", f"{FAULTS}/{name}", expect=0)
    lost = run("-w", ws, "import", "grants", f"{FAULTS}/16_cp1251_question_marks.csv", expect=1)
    assert "CELL-LETTERS-LOST" in lost.err + lost.out, (lost.out, lost.err)
    unprinted = run("-w", ws, "import", "grants", f"{FAULTS}/01a_grant_title_f0b7.csv", expect=1)
    assert "CELL-CHARACTER" in unprinted.err and "U+F0B7 (Symbol, Wingdings)" in unprinted.err, unprinted.err
    run("-w", ws, "import", "grants", f"{FAULTS}/04_grant_plus_sign.csv", expect=0)
    before = grants(ws)
    run("-w", ws, "export", folder, expect=0)
    for entry in os.walk(folder):
        for file in entry[2]:
            if file.endswith("grants.csv"):
                run("-w", ws, "import", "grants", os.path.join(entry[0], file), expect=0)
                assert grants(ws) == before
                return
    raise AssertionError("no grants.csv")


def main():
    with tempfile.TemporaryDirectory() as folder:
        ws = f"{folder}/ws"
        run("init", ws, expect=0)
        run("-w", ws, "import", "grants", f"{SOURCE}/tests/samples/tied-grants/grants.csv", expect=0)
        check_reports(ws)
        check_hidden(ws)
        check_plain(ws)
        check_seen(ws)
        check_around(ws)
        check_further_sheets(ws)
        check_written(ws)
        check_children(ws)
        check_long(ws)
        check_guide(ws)
        check_place(ws)
        check_filled_beside(ws)
        check_draft(ws)
        check_heading(ws)
        check_other_report(ws)
        check_refused_paper(ws)
        check_whose(ws)
        check_overwriting(ws, folder)
        check_lists_line_up(ws)
        check_registers(ws, f"{folder}/out")


main()
print("files of clerks and other programs, each read as meant or named")
