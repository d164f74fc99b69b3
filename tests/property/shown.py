#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What a sheet shows is what is registered. Workbooks whose number formats show another value, whose titles say another thing, or in which values
are hidden in plain sight get the finding at the cell; formats, titles and looks that change nothing are taken. Blanks and right examples of every form
stay clean. usage: shown.py SOURCE_DIR"""
import copy
import datetime
import glob
import os
import re
import sys
import tempfile
import tomllib

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import openpyxl  # noqa: E402
from esep_cli import beside, number_row, run  # noqa: E402
from office import fill  # noqa: E402
from short_checks import shorten  # noqa: E402
from shown_desk import Desk, repack, told  # noqa: E402

SOURCE = sys.argv[1]
FORM = f"{SOURCE}/forms/tied-grant-usage.2025-06.toml"
with open(FORM, "rb") as form_file:
    DATA = tomllib.load(form_file)
COLUMNS = {column["id"]: column for column in DATA["column"]}
LABELS = {field.get("source"): field["title"]["kk"] for field in DATA["field"]}

# Column, value, its number format, the finding ("" if none), words of the sentence.
TABLE = [
    ("user_count", 1250, "General", "", ""), ("user_count", 1250, "#,##0", "", ""), ("user_count", 1250, '#,##0" адам"', "", ""),
    ("user_count", 1250, "0_);(0)", "", ""), ("user_count", 1250, "[Blue]#,##0;[Red]-#,##0", "", ""), ("user_count", 1250, "0.00", "", ""),
    ("user_count", 0, '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', "", ""),
    ("user_count", 12345, "#,##0,", "CELL-SHOWN", "«12», а в файле хранится «12\u00a0345»"), ("user_count", 1250000, "#,##0.0,,", "CELL-SHOWN", "«1,3»"),
    ("user_count", 1250, ";;;", "CELL-SHOWN", "выглядит пустой"), ("user_count", 1250, '"99 999"', "CELL-SHOWN", "«99 999»"),
    ("user_count", 12, "0%", "CELL-SHOWN", "«1200%»"), ("user_count", 12, '0" тыс."', "CELL-SHOWN", "«12 тыс.»"), ("user_count", 12, '0"%"', "CELL-SHOWN-PART", "«12%»"),
    ("user_count", 12, '0" мың адам"', "CELL-SHOWN", "«12 мың адам»"), ("user_count", 12, '0"0"', "CELL-SHOWN", "«120»"), ("user_count", 125, '0"."00', "CELL-SHOWN", "«1.25»"),
    ("user_count", 1250, "0.0E+00", "CELL-SHOWN-PART", "«1\u00a0250»"), ("user_count", 0, "0;-0;;@", "CELL-SHOWN-PART", "выглядит пустой"),
    ("state_body_bin", 250140999012, "000000000000", "", ""), ("state_body_bin", 250140999012, "000000-000000", "", ""), ("state_body_bin", 250140999012, "0,", "CELL-SHOWN", "250140999"),
    ("legal_basis_date", datetime.date(2026, 5, 3), "dd.mm.yyyy", "", ""), ("legal_basis_date", datetime.date(2026, 5, 3), "mm-dd-yy", "", ""),
    ("legal_basis_date", datetime.date(2026, 5, 3), "yyyy-mm-dd", "", ""), ("legal_basis_date", datetime.date(2026, 5, 3), '[$-419]d mmmm yyyy" г.";@', "", ""),
    ("legal_basis_date", datetime.date(2026, 5, 3), "mm.dd.yyyy", "CELL-SHOWN", "«05.03.2026», а в файле хранится «03.05.2026»"),
    ("legal_basis_date", datetime.date(2026, 5, 23), "mm.dd.yyyy", "CELL-SHOWN-PART", "«05.23.2026»"), ("legal_basis_date", datetime.date(2026, 5, 3), "dd.mm", "CELL-SHOWN-PART", "«03.05»"),
    ("legal_basis_date", datetime.date(2026, 5, 3), "mmmm yyyy", "CELL-SHOWN-PART", "«май 2026»"), ("legal_basis_date", datetime.date(2026, 5, 3), '"01.02.2026"', "CELL-SHOWN", "«01.02.2026»"),
    ("legal_basis_date", datetime.date(2026, 5, 3), 'dd.mm."2025"', "CELL-SHOWN", "«03.05.2025»"), ("legal_basis_date", datetime.date(2026, 5, 3), "h:mm", "CELL-SHOWN", "«0:00»"),
    ("purpose", "Жүк тасуды қарап талдау.", "@", "", ""), ("purpose", "Жүк тасуды қарап талдау.", '"99"', "", ""), ("purpose", "Жүк тасуды қарап талдау.", '@" жоқ"', "CELL-SHOWN", "«Жүк тасуды қарап талдау. жоқ»"),
    ("purpose", "Жүк тасуды қарап талдау.", ';;;"жоқ"', "CELL-SHOWN", "«жоқ»"), ("purpose", "Жүк тасуды қарап талдау.", ";;;", "CELL-SHOWN", "выглядит пустой"),
    ("resource_role", "пайдаланады", ';;;"қалыптастырады"', "CELL-SHOWN", "«қалыптастырады»"),
    # Words and signs that make a bound or a guess of the number.
    *[("user_count", 12, code, "CELL-SHOWN", f"«{shown}», а в файле хранится «12»") for code, shown in [('"не менее "0', "не менее 12"), ('"≈"0', "≈12"), ('0"+"', "12+"), ('"до "0', "до 12"), ('0" и более"', "12 и более"), ('"~"0', "~12"), ('0" адамнан астам"', "12 адамнан астам")]],
    ("user_count", 12, "+0;-0;0", "", ""), ("user_count", 12, '0" пользователей"', "", ""),
    # The date of the system is a date; its time hides the day. A language is no sign of money.
    ("legal_basis_date", datetime.date(2026, 5, 3), "[$-F800]dddd, mmmm dd, yyyy", "", ""), ("legal_basis_date", datetime.date(2026, 5, 3), "[$-x-sysdate]dddd, mmmm dd, yyyy", "", ""),
    ("legal_basis_date", datetime.date(2026, 5, 3), "[$-kk-KZ]dd.mm.yyyy", "", ""), ("legal_basis_date", datetime.date(2026, 5, 3), "[$-F400]h:mm:ss AM/PM", "CELL-SHOWN", "«0:00:00"),
    ("legal_basis_date", datetime.date(2026, 5, 3), "[$-x-systime]h:mm:ss AM/PM", "CELL-SHOWN", "«0:00:00"), ("user_count", 1250, "[$-en-US]#,##0", "", ""),
    # A number in a column of texts: a phone in groups is the same phone, zeros before a number make another text.
    ("legal_basis", 87172000001, '0" ("0000") "00-00-00', "", ""), ("legal_basis", 7172000001, "[<=9999999]###\\-####;\\(###\\)\\ ###\\-####", "", ""), ("legal_basis", 2026, "0", "", ""),
    ("legal_basis", 7, "000", "CELL-SHOWN-PART", "видно «007», а в отчёт вошло «7»"), ("legal_basis", 7172000001, '"8 ("0000") "00-00-00', "CELL-SHOWN-PART", "вошло «7172000001»"),
    ("legal_basis", 1234, "00-00", "CELL-SHOWN-PART", "«12-34»"), ("legal_basis", 125, '0"."00', "CELL-SHOWN", "«1.25»"), ("user_count", 7, "000", "", ""),
    # A day whose number is seen, or that another calendar counts; a format of several sections.
    *[("legal_basis_date", datetime.date(2026, 5, 3), code, "CELL-SHOWN-PART", "в ячейке видно число (в файле – 46145), а не дата; прочитано оно как дата: 03.05.2026.") for code in ("0", "#,##0", "General", "@", "[>50000]dd.mm.yyyy;0")],
    *[("legal_basis_date", datetime.date(2026, 5, 3), code, "CELL-SHOWN-PART", words) for code, words in [("yy", "«26»"), ("mm", "«05»"), ("yyyy", "«2026»"), ("d", "«3»")]],
    *[("legal_basis_date", datetime.date(2026, 5, 3), code, "CELL-SHOWN", "формат ячейки показывает дату по другому календарю, а в файле хранится «03.05.2026». Задайте ячейке формат «Дата»")
      for code in ("[$-411]ggge", "[$-411]ge.m.d", "[$-30000]dd.mm.yyyy", "[$-2060401]dd/mm/yyyy", "B2dd/mm/yyyy")],
    *[("legal_basis_date", datetime.date(2026, 5, 3), code, "CELL-SHOWN", "видно «03.05.2569», а в файле хранится «03.05.2026»") for code in ("[$-1070000]dd.mm.yyyy", "[$-107041E]dd.mm.yyyy", "dd.mm.bbbb", "[$-41E]dd.mm.bbbb")],
    ("legal_basis_date", datetime.date(2026, 5, 3), "hh:mm", "CELL-SHOWN", "«00:00»"), ("legal_basis_date", datetime.date(2026, 5, 3), ";;;", "CELL-SHOWN", "Если дата нужна, задайте ячейке формат «Дата»"),
    ("legal_basis_date", datetime.date(2026, 5, 3), "[<1000]0;dd.mm.yyyy", "", ""), ("legal_basis_date", datetime.date(2026, 5, 3), "[$-419]dd.mm.yyyy;@", "", ""), ("legal_basis_date", datetime.date(2026, 5, 3), "[$-1010419]dd.mm.yyyy", "", ""),
    ("user_count", 46145, "[<1000]0;dd.mm.yyyy", "CELL-INTEGER", "46145"), ("user_count", 46145, "[$-411]ggge", "CELL-SHOWN", "46\u00a0145"), ("user_count", 46145, '0;-0;"-"', "", ""),
    # A sign that turns the order of letters and digits; one that joins them only is dropped.
    ("user_count", "\u202e0521", "@", "CELL-SHOWN", "показывает буквы и цифры в обратном порядке, а в файле хранится «521»"), ("legal_basis", "№ \u202e81\u202c бұйрық", "@", "CELL-SHOWN", "«№ 81 бұйрық»"),
    # Typed numbers with two meanings, or with another one than the column's.
    ("user_count", "12.000", "@", "CELL-INTEGER", "двояко: 12 или 12\u00a0000"), ("user_count", "1,000", "@", "CELL-INTEGER", "1 или 1\u00a0000"), ("user_count", "-12.000", "@", "CELL-INTEGER", "двояко"),
    ("user_count", "1 250,000", "@", "", ""), ("user_count", "1,250.00", "@", "", ""), ("user_count", "12,0", "@", "", ""), ("user_count", "5%", "@", "CELL-INTEGER", "проценты"),
]

# Value and number format of the period's cell (of October 2026), the finding.
PERIODS = [(datetime.date(2026, 10, 1), "dd.mm.yyyy", ""), (datetime.date(2026, 10, 1), "mmmm yyyy", ""), (datetime.date(2026, 10, 1), "mmm-yy", ""), (datetime.date(2026, 10, 1), "mm.yyyy", ""),
           (datetime.date(2026, 10, 1), '"қыркүйек 2026"', "PERIOD-SHOWN"), (datetime.date(2026, 10, 1), '"сентябрь" yyyy', "PERIOD-SHOWN"), (datetime.date(2026, 10, 1), '"қазан 2026"', ""),
           (datetime.date(2026, 10, 1), "General", "PERIOD-SHOWN"), (datetime.date(2026, 10, 1), "[$-107041E]mm.yyyy", "PERIOD-SHOWN"),
           (datetime.date(2026, 10, 1), "mm.dd.yyyy", "PERIOD-SHOWN"), ("октябрь 2026", ';;;"сентябрь 2026"', "PERIOD-SHOWN"), ("октябрь 2026", '@" года"', ""), (datetime.date(2026, 9, 1), '"октябрь 2026"', "")]


def check_table(desk):
    # Errors come at each cell, warnings once for a column: so many workbooks as a column has warnings.
    books = [[one for one in TABLE if one[3] != "CELL-SHOWN-PART"]]
    for one in (one for one in TABLE if one[3] == "CELL-SHOWN-PART"):
        book = next((book for book in books[1:] if all(other[0] != one[0] for other in book)), None)
        if book is None:
            books.append(book := [])
        book.append(one)
    paths = [desk.make(f"table{n}", *({column: (value, code)} for column, value, code, _, _ in book)) for n, book in enumerate(books)]
    for path, found, book in zip(paths, desk.check(*paths), books):
        at_cell = {f["cell"]: f for f in found}
        assert len(at_cell) == len(found), found
        for n, (column, value, code, finding, words) in enumerate(book):
            one = at_cell.pop(desk.files[path](column, n + 1), None)
            assert (one["code"] if one else "") == finding, (column, value, code, one)
            assert not finding or words in one["message"], (code, words, one["message"])
            assert not finding or one["severity"] == ("warning" if finding.endswith("PART") else "error"), one
        assert not at_cell, at_cell
    path = desk.make("many", *[{"user_count": (0, "0;-0;;@")}] * 9)
    zeros = desk.make("zeros", {"user_count": 0}, change=lambda sheet, header, at: setattr(sheet.sheet_view, "showZeros", False))
    many, none = desk.check(path, zeros)
    assert told(many) == [("CELL-SHOWN-PART", desk.files[path]("user_count", 1))] and "ещё 8 ячеек" in many[0]["message"], many
    assert told(none) == [("CELL-SHOWN-PART", desk.files[zeros]("user_count", 1))], none
    return len(TABLE) + 2


def check_headings(desk):
    paths, places = [], []
    for n, (value, code, _) in enumerate(PERIODS):
        def change(sheet, header, at, value=value, code=code):
            cell = beside(sheet, LABELS["period"], header)
            cell.value, cell.number_format = value, code
            places.append(cell.coordinate)
        paths.append(desk.make(f"period{n}", change=change))
    for found, place, (value, code, finding) in zip(desk.check(*paths), places, PERIODS):
        assert told(found) == ([(finding, place)] if finding else []), (value, code, found)
    def other(sheet, header, at):
        beside(sheet, LABELS["organisation"], header).number_format = ';;;"Қазақстан Республикасының Денсаулық сақтау министрлігі"'
    (found,) = desk.check(desk.make("heading", change=other))
    assert [f["code"] for f in found] == ["ORGANISATION-SHOWN"], found
    return len(PERIODS) + 1


def titles(change):
    """A change of the titles above the row of numbers; `change` gets the cell of a column's title."""
    def apply(sheet, header, at):
        def title(column):
            return next(sheet.cell(row, at[column]) for row in range(header - 1, 0, -1) if sheet.cell(row, at[column]).value)
        change(title)
    return apply


def swap(one, two):
    one.value, two.value = two.value, one.value


def add_to(words):
    return lambda cell: setattr(cell, "value", cell.value + words)


# Column, how its title is changed, the finding.
TITLES = [("user_count", add_to(", мың адам"), "COLUMN-TITLE-UNIT"), ("hosting", add_to(" (млн)"), "COLUMN-TITLE-UNIT"), ("integrations", add_to(", %"), "COLUMN-TITLE-UNIT"),
          ("legal_basis", add_to(", АҚШ доллары"), "COLUMN-TITLE-UNIT"), ("purpose", lambda cell: setattr(cell, "value", None), "COLUMN-TITLE-BLANK"),
          ("functions", lambda cell: setattr(cell, "value", "Серверлер саны"), "COLUMN-TITLE-CHANGED"),
          ("work_kind", lambda cell: setattr(cell, "number_format", ';;;"Серверлер саны"'), "COLUMN-TITLE-CHANGED"),
          ("state_body", lambda cell: setattr(cell, "value", COLUMNS["state_body"]["title"]["ru"]), ""),
          ("resource_role", lambda cell: setattr(cell, "value", cell.value.replace(" ", "\n").upper() + "*"), ""),
          ("resource_identifiers", lambda cell: setattr(cell, "value", cell.value[:-1]), "")]


def check_titles(desk):
    changed = desk.make("titles", change=titles(lambda title: [change(title(column)) for column, change, _ in TITLES]))
    swapped = desk.make("swapped", change=titles(lambda title: swap(title("state_body_bin"), title("owner_bin"))))
    group = DATA["group"][0]["title"]["kk"]
    unit = desk.make("unit", change=lambda sheet, header, at: add_to(", мың дана")(next(c for row in sheet.iter_rows(max_row=header) for c in row if c.value == group)))
    found, of_swapped, of_unit = desk.check(changed, swapped, unit)
    got = {f["column"]: f for f in found}
    assert len(got) == len(found), found
    for column, _, finding in TITLES:
        one = got.pop(column, None)
        assert (one["code"] if one else "") == finding, (column, one)
        assert not finding or one["severity"] == ("error" if finding.endswith("UNIT") else "warning"), one
    assert not got, got
    assert [(f["severity"], f["code"], f["column"]) for f in of_swapped] == [("error", "COLUMN-TITLE-OTHER", c) for c in ("state_body_bin", "owner_bin")], of_swapped
    assert [f["code"] for f in of_unit] == ["COLUMN-TITLE-UNIT"], of_unit
    return len(TITLES) + 2


def font(cell, **change):
    new = copy.copy(cell.font)
    cell.font = openpyxl.styles.Font(name=new.name, size=change.pop("size", new.size), **change)


def check_looks(desk):
    white, yellow = "FFFFFFFF", "FFFFFDE7"

    def hide(sheet, header, at):
        def row_of(n):
            return [sheet.cell(header + n, column) for column in at.values() if sheet.cell(header + n, column).value is not None]

        def users(n):
            return sheet.cell(header + n, at["user_count"])
        sheet.row_dimensions[header + 1].height = 1
        sheet.column_dimensions["L"].width = 0.3
        for cell in row_of(2):
            font(cell, strike=True)
        font(users(3), strike=True)
        for n, change in enumerate(({"color": white}, {"color": yellow}, {"color": openpyxl.styles.colors.Color(theme=0)}, {"size": 1})):
            font(users(4 + n), **change)

    def decorate(sheet, header, at):
        cell = sheet.cell(header + 1, at["user_count"])
        font(cell, color="FFFF0000")
        cell = sheet.cell(header + 2, at["user_count"])
        font(cell, color=white)
        cell.fill = openpyxl.styles.PatternFill("solid", fgColor="FF203040")
        font(sheet.cell(header + 30, at["user_count"]), color=white, strike=True)
        sheet.row_dimensions[header + 1].height = 9

    hidden, decorated = desk.make("hidden", *[{}] * 7, change=hide), desk.make("decorated", {}, {}, change=decorate)
    part = desk.make("struck_part", {"purpose": "Жаңа мақсат, ескі мақсат"})
    repack(part, strike_part)
    runs = [f'<r><rPr>{mark}</rPr><t>{one}</t></r><r><rPr>{other}</rPr><t>{two}</t></r>' for mark, one, other, two in RUNS]
    further = [{"user_count": "1250@@6", "legal_basis": "№ 5@@7"}, {"legal_basis": "№ 5@@8"}, {"legal_basis": "№ 5@@9"}]
    many = desk.make("runs", {"user_count": "1250@@0", "legal_basis": "№ 18@@1"}, {"user_count": "1250@@2"}, {"user_count": "1250@@3"}, {"purpose": "Жүк көлігінің қозғалысын 5 км@@4 жерде талдау.", "legal_basis": "№ 5@@5 бұйрық"}, {"user_count": 1250}, *further,
                     change=lambda sheet, header, at: setattr(sheet.cell(header + 5, at["user_count"]), "alignment", openpyxl.styles.Alignment(horizontal="fill")))
    repack(many, lambda parts: put_runs(parts, runs))
    covered = desk.make("covered", *[{}] * 4)
    repack(covered, lambda parts: merge(parts, desk.files[covered]))
    found, of_decorated, of_part, of_runs, of_covered = desk.check(hidden, decorated, part, many, covered)
    places = ", ".join(desk.files[covered](*one) for one in [("system_name", 2), ("user_count", 2), ("system_name", 3)])
    assert [f["code"] for f in of_covered] == ["CELLS-COVERED"], of_covered
    assert f": {places}." in next(f["message"] for f in of_covered if f["code"] == "CELLS-COVERED"), (places, of_covered)
    at = desk.files[many]
    errors = [f for f in of_runs if f["severity"] == "error"]
    assert told(errors) == [("CELL-SHOWN", at("user_count", n)) for n in (1, 2, 3, 6)], errors
    for one, words in zip(errors, ["в «12501» одна из цифр", "часть значения «91250» зачёркнута или не видна", "часть значения «91250»", "часть значения «1250»"]):
        assert words in one["message"].replace("\u00a0", ""), one
    said = {f["code"]: f for f in of_runs if f not in errors}
    assert len(said) + len(errors) == len(of_runs) == 7, of_runs
    for code, cells in {"CELLS-RAISED": [("legal_basis", 1), ("legal_basis", 7), ("legal_basis", 8)], "CELLS-FAINT": [("legal_basis", 6)], "CELLS-REPEATED": [("user_count", 5)]}.items():
        assert said[code]["severity"] == "warning" and f": {', '.join(at(*one) for one in cells)}." in said[code]["message"], (code, said[code])
    at = desk.files[hidden]
    row = int(at("user_count", 1)[1:])
    cells = ", ".join(at("user_count", n) for n in (4, 5, 6, 7))
    wanted = {"ROWS-HIDDEN": f": {row}.", "ROWS-STRUCK": f": {row + 1}.", "CELLS-STRUCK": f": {at('user_count', 3)}.", "CELLS-FAINT": f": {cells}.", "COLUMNS-HIDDEN": ": L."}
    assert {f["code"] for f in found} == set(wanted) and len(found) == len(wanted), found
    for one in found:
        assert one["severity"] == "warning" and wanted[one["code"]] in one["message"], one
    assert told(of_decorated) == [("CELLS-LOW", desk.files[decorated]("resource_identifiers", 1))], of_decorated  # its row of 9 points shows one of two lines
    assert told(of_part) == [("CELLS-STRUCK", desk.files[part]("purpose", 1))], of_part
    return len(wanted) + 4


# The marks and the texts of two runs each. A footnote's sign beside a digit is no digit, beside a word no part of the word; a power beside a unit, a coloured run change
# nothing.
UP, RED, WHITE = '<vertAlign val="superscript"/>', '<color rgb="FFFF0000"/>', '<color rgb="FFFFFFFF"/>'
RUNS = [("", "1250", UP, "1"), ("", "№ 18", UP, "1"), ('<color rgb="FFFFFFFF"/>', "9", "", "1250"), ('<sz val="1"/>', "9", "", "1250"), ("", "Жүк көлігінің қозғалысын деректермен талдау, 5 км", UP, "2"), (RED, "№ 5", "", " бұйрық"),
        ("<strike/>", "12", "", "50"), (WHITE, "№ 7", "", " бұйрық"), ("", "Министрдің бұйрығы", UP, "1"), ("", "Министрдің «Есеп»", UP, "2)")]


def put_runs(parts, runs):
    """Rich text in place of the cells whose text holds «@@» and the number of its runs."""
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet], count = re.subn(rb"<t>[^<]*@@(\d)[^<]*</t>", lambda found: "".join(f"&#{ord(c)};" if ord(c) > 127 else c for c in runs[int(found[1])]).encode(), parts[sheet])
    assert count == len(runs), count


def merge(parts, at):
    """Merges cells of the first rows without clearing the covered ones, as LibreOffice does when told to keep contents."""
    sheet = "xl/worksheets/sheet1.xml"
    ranges = "".join(f'<mergeCell ref="{at(column, 1)}:{at(column, last)}"/>' for column, last in [("system_name", 3), ("user_count", 2), ("state_body", 3)]).encode()
    assert b"</mergeCells>" in parts[sheet]
    parts[sheet] = parts[sheet].replace(b"</mergeCells>", ranges + b"</mergeCells>")


def strike_part(parts):
    sheet = "xl/worksheets/sheet1.xml"
    written = "".join(f"&#{ord(c)};" if ord(c) > 127 else c for c in "Жаңа мақсат, ескі мақсат").encode()
    assert b"<t>" + written + b"</t>" in parts[sheet]
    runs = '<r><t xml:space="preserve">Жаңа мақсат, </t></r><r><rPr><strike/></rPr><t>ескі мақсат</t></r>'
    parts[sheet] = parts[sheet].replace(b"<t>" + written + b"</t>", runs.encode())


def add_box(parts, text):
    """A text box on the first sheet."""
    rels = "xl/worksheets/_rels/sheet1.xml.rels"
    link = ('<Relationship Id="rBox" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/box.xml"/>')
    parts[rels] = parts.get(rels, b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>').replace(
        b"</Relationships>", link.encode() + b"</Relationships>")
    parts["xl/drawings/box.xml"] = (
        '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f"<xdr:twoCellAnchor><xdr:sp><xdr:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>").encode()


def check_unread(desk):
    """Notes, headers and text boxes are named; the footer of the blank and the notes of a marked copy are not."""
    def note(sheet, header, at):
        sheet.cell(header + 1, at["purpose"]).comment = openpyxl.comments.Comment("Тексеру керек", "А. Б.")

    def page(sheet, header, at):
        sheet.oddHeader.center.text = "Отчёт за сентябрь 2026 года, &P"

    paths = [desk.make("note", change=note), desk.make("page", change=page), desk.make("box")]
    repack(paths[2], lambda parts: add_box(parts, "Мың адаммен"))
    noted, paged, boxed = desk.check(*paths)
    assert [f["code"] for f in noted] == ["NOTES-UNREAD"] and desk.files[paths[0]]("purpose", 1) in noted[0]["message"], noted
    assert [f["code"] for f in paged] == ["PAGE-TEXT-UNREAD"] and "сентябрь" in paged[0]["message"], paged
    assert [f["code"] for f in boxed] == ["BOXES-UNREAD"] and "«Мың адаммен»" in boxed[0]["message"], boxed
    wrong, marked = desk.make("wrong", {"user_count": "көп"}), f"{desk.folder}/marked.xlsx"
    run("-w", desk.ws, "check", wrong, "--received", "2026-11-10", "--annotate", marked)
    before, after = desk.check(wrong, marked)
    assert [f["code"] for f in before] == [f["code"] for f in after] == ["CELL-INTEGER"], (before, after)
    return 5


def check_clean(desk):
    """Blanks of every form in both languages, and their right examples, show what is read."""
    words = {"tied-grant-usage": ["--org", "km", "--subject", "G-001", "--period", "2026-10"], "roadmap-status": ["--org", "KZ-10", "--period", "2026-H1"],
             "circle-plan": ["--org", "KZ-11", "--period", "2027", "--stage", "draft"]}
    count = 0
    for form, key in words.items():
        path = [one for one in sorted(glob.glob(f"{SOURCE}/forms/{form}.2*.toml")) if not one.endswith(".wording.toml")][-1]
        with open(path, "rb") as file:
            examples = [one for one in tomllib.load(file).get("example", []) if one.get("rows")]
        for lang in ("kk", "ru"):
            blank = f"{desk.folder}/{form}-{lang}.xlsx"
            run("-w", desk.ws, "--today", "2026-11-05", "blank", form, *key, "--paper-lang", lang, "-o", blank, expect=0)
            shorten(blank)
            (found,) = desk.check(blank)
            assert not seen_otherwise(found), found
            count += 1
        for n, example in enumerate(examples):
            blank, out = f"{desk.folder}/{form}-kk.xlsx", f"{desk.folder}/{form}-{n}.xlsx"
            fill(path, blank, out, [{c: "; ".join(v) if isinstance(v, list) else v for c, v in row.items()} for row in example["rows"]])
            (found,) = desk.check(out)
            assert not seen_otherwise(found), found
            count += 1
    return count


def seen_otherwise(found):
    return [f for f in found if f["code"].startswith(("CELL-SHOWN", "COLUMN-TITLE", "CELLS-", "ROWS-", "COLUMNS-HIDDEN", "FORMULAS-", "RULES-", "NOTES-", "BOXES-", "PAGE-")) and not f["code"].startswith(("ROWS-TOO", "ROWS-FIXED"))]


CHECKS = [check_table, check_headings, check_titles, check_looks, check_unread, check_clean]


def main():
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(SOURCE, folder)
        (plain,) = desk.check(desk.make("plain"))
        assert plain == [], plain
        counts = [check(desk) for check in CHECKS]
        print("workbooks with formats {}, headings {}, titles {}, looks {}, texts beside the cells {}, clean ones {}".format(*counts))


main()
