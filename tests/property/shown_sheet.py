#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What the view, the columns and the formulas of a sheet make of its values is told: numbers without room, formulas in place of values, rows that nobody can scroll to,
values that change by themselves, more conditional formats than are read. Ordinary sheets are no finding. usage: shown_sheet.py SOURCE_DIR"""
import datetime
import os
import re
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import openpyxl  # noqa: E402
from esep_cli import beside  # noqa: E402
from openpyxl.formatting.rule import CellIsRule  # noqa: E402
from openpyxl.styles import Alignment, Border, Font, GradientFill, PatternFill, Side  # noqa: E402
from share import share  # noqa: E402
from shown_desk import Desk, repack, told  # noqa: E402

SOURCE = sys.argv[1]
SHEET = "xl/worksheets/sheet1.xml"

# Column, value, its number format, the width of the column, how the cell is aligned or written, whether it is told.
ROOMS = [("user_count", 1250000, "#,##0", 5, {}, True), ("user_count", 1250000, "#,##0", 9, {}, False), ("user_count", 1250000, "#,##0", 5, {"alignment": Alignment(shrink_to_fit=True)}, False),
         ("user_count", 1250000, "#,##0", 9, {"font": Font(size=36)}, True), ("user_count", 1250, "General", 2, {}, True), ("user_count", 1250, "General", 4.5, {}, False),
         ("user_count", 125, '0" адам"', 3, {}, True), ("user_count", 125, '0" адам"', 9, {}, False), ("user_count", 1250, "@", 2, {}, False), ("user_count", "1250", "@", 2, {}, False),
         ("legal_basis_date", datetime.date(2026, 5, 3), "dd.mm.yyyy", 5, {}, True), ("legal_basis_date", datetime.date(2026, 5, 3), "mm-dd-yy", 5, {}, True),
         ("legal_basis_date", datetime.date(2026, 5, 3), "dd.mm.yyyy", 10, {}, False), ("legal_basis_date", "03.05.2026", "@", 3, {}, False),
         ("state_body_bin", 250140999012, "000000000000", 8, {}, True), ("state_body_bin", 250140999012, "0", 13, {}, False)]

# Formula, its value, whether it changes by itself.
FORMULAS = [("TODAY()", 1250, True), ("YEAR(NOW())-776", 1250, True), ("RANDBETWEEN(1,2000)", 1250, True), ("SUM(1000,250)", 1250, False), ('LEN("TODAY()")+1243', 1250, False), ("MYTODAY()", 1250, False)]


def check_rooms(desk):
    paths = []
    for n, (column, value, code, width, look, _) in enumerate(ROOMS):
        def change(sheet, header, at, column=column, width=width, look=look):
            sheet.column_dimensions[openpyxl.utils.get_column_letter(at[column])].width = width
            for name, given in look.items():
                setattr(sheet.cell(header + 1, at[column]), name, given)
        paths.append(desk.make(f"room{n}", {column: (value, code)}, change=change))
    for path, found, one in zip(paths, desk.check(*paths), ROOMS):
        assert told(found) == ([("CELLS-NARROW", desk.files[path](one[0], 1))] if one[-1] else []), (one, found)
    at = desk.files[paths[0]]("user_count", 1)
    (found,) = desk.check(paths[0])
    assert found[0]["message"] == (f"Столбец узок: вместо числа или даты видны знаки «###» или округлённое число, а в отчёт вошло само значение: {at}. "
                                   "Расширьте столбец и проверьте значения."), found
    assert found[0]["severity"] == "warning", found
    return len(ROOMS)



# Text, how it stands in its cell, the height of its row, whether the file fixes the height, whether it is told. Two lines of its letters need about 23 points.
HEIGHTS = [("VIN\nЖСН", "top", 15, True, True), ("VIN\nЖСН", "bottom", 15, True, True), ("VIN\nЖСН", None, 15, True, True), ("VIN\nЖСН", "center", 15, True, True), ("VIN\nЖСН", "top", 15, False, False),
           ("VIN\nЖСН", "top", 26, True, False), ("VIN\nЖСН", "top", 20, True, False), ("VIN\nЖСН\nБСН", "top", 24, True, True), ("VIN\nЖСН\nБСН", "top", 40, True, False), ("VIN", "top", 8, True, False),
           ("\n\nVIN", "top", 15, True, True), ("\n\nVIN", "bottom", 15, True, False), ("VIN\n\n", "top", 15, True, False), ("VIN\n\n", "bottom", 15, True, True), ("\nVIN\n", "center", 15, True, False)]


def check_heights(desk):
    """A row that is fixed at a height at which a line of its text is not seen is told; one that grows with its texts is not, nor a cell that does not break lines."""
    paths = []
    for n, (text, vertical, height, fixed, _) in enumerate([*HEIGHTS, HEIGHTS[0], HEIGHTS[0], HEIGHTS[0]]):
        def change(sheet, header, at, n=n, vertical=vertical, height=height):
            wraps = n != len(HEIGHTS)
            sheet.cell(header + 1, at["resource_identifiers"]).alignment = Alignment(vertical=vertical, wrap_text=wraps, shrink_to_fit=n == len(HEIGHTS) + 1)
            sheet.row_dimensions[header + 1].height = height
            if n == len(HEIGHTS) + 2:
                sheet.merge_cells(start_row=header + 1, end_row=header + 2, start_column=at["resource_identifiers"], end_column=at["resource_identifiers"])
        paths.append(desk.make(f"height{n}", {"resource_identifiers": text}, change=change))
        if not fixed:
            repack(paths[-1], lambda parts: parts.update({SHEET: parts[SHEET].replace(b'customHeight="1"', b'customHeight="0"')}))
    for path, found, one in zip(paths, desk.check(*paths), [*HEIGHTS, (False,), (False,), (False,)]):
        assert told(found) == ([("CELLS-LOW", desk.files[path]("resource_identifiers", 1))] if one[-1] else []), (one, found)
    (found,) = desk.check(paths[0])
    at = desk.files[paths[0]]("resource_identifiers", 1)
    assert [(f["severity"], f["message"]) for f in found] == [("warning", f"Строка таблицы низкая: видна только часть строк текста, а в отчёт вошёл весь текст: {at}. Увеличьте высоту строки и проверьте значения.")], found
    return len(paths)


# Text, the width of its column, the height of its row in points, whether it is told. Its letters have 8 points, those by which columns are measured 11.
LONG = "Жүк көлігінің қозғалысын деректер негізінде талдау және болжау, оның ішінде жол ақыларын есептеу."
WRAPPED = [(LONG, 20, 15, True), (LONG, 20, 20, True), (LONG, 20, 90, False), (LONG, 120, 15, False), (LONG, 95, 15, False), (LONG, 40, 45, False), (LONG, 40, 12, True), (LONG[:40], 40, 15, False), (LONG + "\n" + LONG, 40, 30, True)]


def check_wrapped(desk):
    """So it is with lines that the width of the column makes; a cell that is merged with those beside it has their width."""
    paths = []
    for n, (text, width, height, _) in enumerate([*WRAPPED, (LONG, 20, 15, False)]):
        def change(sheet, header, at, n=n, width=width, height=height):
            cell = sheet.cell(header + 1, at["purpose"])
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            for name in at.values():  # the other texts of the row have room
                if name != cell.column:
                    sheet.cell(header + 1, name).alignment = Alignment(wrap_text=False)
            sheet.column_dimensions[cell.column_letter].width = width
            sheet.row_dimensions[header + 1].height = height
            if n == len(WRAPPED):
                sheet.column_dimensions[sheet.cell(header + 1, cell.column + 1).column_letter].width = 100
                sheet.cell(header + 1, cell.column + 1).value = None
                sheet.merge_cells(start_row=header + 1, end_row=header + 1, start_column=cell.column, end_column=cell.column + 1)
        paths.append(desk.make(f"wrapped{n}", {"purpose": text}, change=change))
    for path, found, one in zip(paths, desk.check(*paths), [*WRAPPED, (False,)]):
        low = [f for f in found if f["code"] == "CELLS-LOW"]
        assert told(low) == ([("CELLS-LOW", desk.files[path]("purpose", 1))] if one[-1] else []), (one, found)
        assert len(one) == 1 or low == found, (one, found)
    return len(paths)


# Fill, colour of the letters, whether they are told to be unseen. Without a colour of its own a pattern is black on white.
WHITE, BLACK, BLUE = "FFFFFFFF", "FF000000", "FF1F4E78"
FILLS = [(PatternFill("solid", start_color=BLUE), WHITE, False), (PatternFill("solid", start_color=WHITE), WHITE, True), (PatternFill("darkGray"), WHITE, False), (PatternFill("lightGray"), WHITE, True),
         (PatternFill("gray125"), WHITE, True), (PatternFill("lightGray", start_color=BLACK, end_color=BLUE), WHITE, False), (PatternFill("darkUp", start_color=BLUE, end_color=BLACK), WHITE, False),
         (PatternFill("darkUp", start_color=WHITE, end_color="FFF2F2F2"), WHITE, True), (PatternFill("gray0625", start_color=WHITE, end_color=BLACK), BLACK, True), (PatternFill("mediumGray", start_color=BLUE, end_color=WHITE), BLACK, False),
         (GradientFill(stop=(BLUE, BLACK)), WHITE, False), (GradientFill(stop=(WHITE, "FFF8F8F8")), WHITE, True), (GradientFill(stop=(WHITE, BLUE)), WHITE, False), (GradientFill(stop=(BLACK, BLACK)), BLACK, True)]


def check_fills(desk):
    """Letters of the colour of their ground: of a pattern, or of a gradient."""
    paths = []
    for n, (fill, ink, _) in enumerate(FILLS):
        def change(sheet, header, at, fill=fill, ink=ink):
            cell = sheet.cell(header + 1, at["user_count"])
            cell.fill, cell.font = fill, Font(color=ink)
        paths.append(desk.make(f"fill{n}", change=change))
    for path, found, one in zip(paths, desk.check(*paths), FILLS):
        assert told(found) == ([("CELLS-FAINT", desk.files[path]("user_count", 1))] if one[-1] else []), (one, found)
    return len(FILLS)


def put_formulas(parts, cells):
    """Formulas with their values, which openpyxl does not write."""
    for cell, inside in cells.items():
        parts[SHEET], count = re.subn(rb'<c r="%s"( s="\d+")?[^>]*><v>[^<]*</v></c>' % cell.encode(), lambda found: (f'<c r="{cell}"{(found[1] or b"").decode()}>{inside}</c>').encode(), parts[SHEET])
        assert count == 1, cell


def check_formulas(desk):
    def escaped(formula):
        return formula.replace("&", "&amp;").replace("<", "&lt;")
    path = desk.make("formulas", *[{"user_count": value} for _, value, _ in FORMULAS], {"user_count": 1250}, {"user_count": 1250})
    at = desk.files[path]
    cells = {at("user_count", n + 1): f"<f>{escaped(formula)}</f><v>{value}</v>" for n, (formula, value, _) in enumerate(FORMULAS)}
    more = len(FORMULAS) + 1
    cells[at("user_count", more)] = '<f t="shared" ref="A1:A2" si="0">DAY(TODAY())*0+1250</f><v>1250</v>'
    cells[at("user_count", more + 1)] = '<f t="shared" si="0"/><v>1250</v>'
    repack(path, lambda parts: put_formulas(parts, cells))
    heading = desk.make("today")
    label = next(field["title"]["kk"] for field in desk.data["field"] if field["id"] == "compiled_on")
    place = beside(openpyxl.load_workbook(heading).worksheets[0], label, 100).coordinate
    repack(heading, lambda parts: put_formulas(parts, {place: "<f>TODAY()</f><v>46331</v>"}))
    found, of_heading = desk.check(path, heading)
    wanted = ", ".join(at("user_count", n + 1) for n, one in enumerate([*FORMULAS, (0, 0, True), (0, 0, True)]) if one[2])
    assert [f["code"] for f in found] == ["CELLS-CHANGING"], found
    assert found[0]["message"] == ("Формула даёт новое значение при каждом открытии файла (СЕГОДНЯ, ТДАТА, СЛЧИС), а в отчёт вошло то, что было при его сохранении: "
                                   f"{wanted}. Впишите вместо формулы само значение."), (wanted, found)
    assert told(of_heading) == [("CELLS-CHANGING", place)], of_heading
    return len(FORMULAS) + 3


def check_views(desk):
    def with_view(attributes, pane=""):
        def change(parts):
            parts[SHEET], count = re.subn(rb"<sheetView [^>]*?(/>|>.*?</sheetView>)", f'<sheetView workbookViewId="0" {attributes}>{pane}</sheetView>'.encode(), parts[SHEET], count=1, flags=re.S)
            assert count == 1
        return change

    def defaults(attributes):
        def change(parts):
            parts[SHEET], count = re.subn(rb"<sheetFormatPr [^>]*/>", f'<sheetFormatPr defaultRowHeight="15" {attributes}/>'.encode(), parts[SHEET])
            # Rows have their own heights but that of the entry.
            parts[SHEET] = re.sub(rb'(<row r="%d")[^>]*>' % row, rb"\1>", parts[SHEET])
            assert count == 1
        return change
    path = desk.make("view0")
    row = int(re.sub("[A-Z]+", "", desk.files[path]("user_count", 1)))
    frozen = '<pane ySplit="1" topLeftCell="A40" activePane="bottomLeft" state="frozen"/>'
    views = [(with_view('showFormulas="1"'), ["FORMULAS-SHOWN"]), (with_view('showFormulas="0"'), []), (with_view(f'topLeftCell="A{row + 1}"', frozen), ["ROWS-HIDDEN"]),
             (defaults('zeroHeight="1"'), ["ROWS-HIDDEN"]), (defaults('zeroHeight="0"'), []),
             (with_view(f'topLeftCell="A{row + 1}"'), []), (with_view("", frozen), []), (with_view(f'topLeftCell="A{row + 1}"', frozen.replace("frozen", "split")), [])]
    paths = [desk.make(f"view{n}", {"legal_basis_date": (datetime.date(2026, 5, 3), "dd.mm.yyyy")}) for n in range(len(views))]
    for path, (change, _) in zip(paths, views):
        repack(path, change)
    for path, found, (_, codes) in zip(paths, desk.check(*paths), views):
        assert [f["code"] for f in found] == codes, (path, found)
    return len(views)


def check_print_areas(desk):
    """Values that no page prints are told; an area that holds all of them, or one that cannot be read, tells nothing."""
    paths, wanted = [], []
    for n, (area, told_rows) in enumerate([("A1:{last}{row}", [2]), ("A1:{last}{more}", []), ("A1:{last}{row},A{more}:{last}{more}", []), (None, [])]):
        def change(sheet, header, at, area=area):
            last = openpyxl.utils.get_column_letter(sheet.max_column)
            if area:
                sheet.print_area = area.format(last=last, row=header + 1, more=header + 2).split(",")
        paths.append(desk.make(f"area{n}", {}, {}, change=change))
        wanted.append(told_rows)
    repack(paths[3], lambda parts: parts.update({"xl/workbook.xml": parts["xl/workbook.xml"].replace(
        b"</sheets>", b'</sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">OFFSET(A1,0,0,5,5)</definedName></definedNames>')}))
    for path, found, rows in zip(paths, desk.check(*paths), wanted):
        assert [f["code"] for f in found] == ["CELLS-UNPRINTED"] * len(rows), (path, found)
        for one, row in zip(found, rows):
            assert one["cell"] == desk.files[path]("row_number", row) and one["severity"] == "warning", one
    return len(paths)


def check_many_rules(desk):
    """Rules that only paint are not counted; of too many others it is said."""
    def many(font):
        def change(sheet, header, at):
            for n in range(600):
                sheet.conditional_formatting.add(f"{openpyxl.utils.get_column_letter(at['user_count'])}{header + 1 + n}", CellIsRule("equal", [str(5000 + n)], font=font))
        return change
    found, of_paint = desk.check(desk.make("many", change=many(Font(color="FFFFFFFF"))), desk.make("paint", change=many(Font(color="FFFF0000"))))
    assert [f["code"] for f in found] == ["RULES-UNREAD"] and found[0]["severity"] == "warning", found
    assert of_paint == [], of_paint
    return 2


def use_shared_strings(parts, long):
    """Moves the texts of the first sheet into a list of strings; «@@» becomes the long text."""
    strings = []

    def move(found):
        strings.append(found[3].replace(b"@@", long))
        return b"<c " + found[1] + b' t="s"><v>%d</v></c>' % (len(strings) - 1)
    parts[SHEET] = re.sub(rb'<c (r="[A-Z]+\d+"( s="\d+")?) t="inlineStr"[^>]*><is>(.*?)</is></c>', move, parts[SHEET], flags=re.S)
    parts["xl/sharedStrings.xml"] = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' + b"".join(b"<si>" + one + b"</si>" for one in strings) + b"</sst>"
    rels = "xl/_rels/workbook.xml.rels"
    link = b'<Relationship Id="rStrings" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    parts[rels] = parts[rels].replace(b"</Relationships>", link)


def check_long_texts(desk):
    """A text that is too long is one finding, and nothing is said to be missing behind it."""
    alone, shared, often = desk.make("alone", {"purpose": "@@"}), desk.make("shared", {"purpose": "@@"}), desk.make("often", {"purpose": "@@"})
    at = desk.files[often]("purpose", 1)
    column, row = re.match("([A-Z]+)(.*)", at).groups()

    def repeat(parts):
        use_shared_strings(parts, b"A" * 250000)
        cell = re.search(rb'<c r="%s"[^>]*>(<v>\d+</v>)</c>' % at.encode(), parts[SHEET])[1].decode()
        rows = "".join(f'<row r="{n}"><c r="{column}{n}" t="s">{cell}</c></row>' for n in range(int(row) + 200, int(row) + 900))
        parts[SHEET] = parts[SHEET].replace(b"</sheetData>", rows.encode() + b"</sheetData>")
    repack(alone, lambda parts: parts.update({SHEET: parts[SHEET].replace(b"@@", b"A" * 300000)}))
    repack(shared, lambda parts: use_shared_strings(parts, b"A" * 300000))
    repack(often, repeat)
    said = ("Текст одной ячейки слишком длинный: в ячейке Excel помещается не больше 32\u00a0767 знаков, поэтому дальше файл не прочитан. Сократите текст.")
    of_one, of_list, of_many = desk.check(alone, shared, often)
    assert [(f["code"], f["cell"], f["message"].replace("32 767", "32\u00a0767")) for f in of_one] == [("FILE-LIMIT", desk.files[alone]("purpose", 1), said)], of_one
    assert [f["message"].replace("32 767", "32\u00a0767") for f in of_list] == [said], of_list
    limits = [f["message"] for f in of_many if f["code"] == "FILE-LIMIT"]
    assert limits == ["В ячейках файла слишком много текста: один длинный текст повторяется во множестве ячеек, поэтому дальше файл не прочитан. Удалите лишний текст."], of_many
    assert not any(f["code"].startswith(("ROWS-TOO", "TABLE", "COLUMN")) for f in of_many), [f["code"] for f in of_many]
    return 3


def anchored(parts, anchor, inside):
    """A sheet with one drawing."""
    ns = "http://schemas.openxmlformats.org/"
    parts[SHEET] = parts[SHEET].replace(b"</worksheet>", f'<drawing xmlns:r="{ns}officeDocument/2006/relationships" r:id="rDraw"/></worksheet>'.encode())
    rels = "xl/worksheets/_rels/sheet1.xml.rels"
    link = f'<Relationship Id="rDraw" Type="{ns}officeDocument/2006/relationships/drawing" Target="../drawings/drawing7.xml"/></Relationships>'
    empty = f'<Relationships xmlns="{ns}package/2006/relationships"></Relationships>'
    parts[rels] = parts.get(rels, empty.encode()).replace(b"</Relationships>", link.encode())
    parts["xl/drawings/drawing7.xml"] = (f'<xdr:wsDr xmlns:xdr="{ns}drawingml/2006/spreadsheetDrawing"><xdr:{anchor}>{inside}<xdr:pic/><xdr:clientData/></xdr:{anchor}></xdr:wsDr>').encode()


def check_pictures(desk):
    """Values under a picture are told; a seal below the table covers none."""
    def corner(name, row, column, offset=0):
        return f"<xdr:{name}><xdr:col>{column}</xdr:col><xdr:colOff>{offset}</xdr:colOff><xdr:row>{row}</xdr:row><xdr:rowOff>{offset}</xdr:rowOff></xdr:{name}>"
    paths = [desk.make(f"picture{n}", {}, {}) for n in range(5)]
    cell = openpyxl.utils.cell.coordinate_from_string(desk.files[paths[0]]("user_count", 1))
    row, column = cell[1] - 1, openpyxl.utils.column_index_from_string(cell[0]) - 1
    drawn = [("twoCellAnchor", corner("from", row, column) + corner("to", row + 1, column + 1), [1]), ("twoCellAnchor", corner("from", row, column, 1) + corner("to", row + 1, column, 1), [1, 2]),
             ("oneCellAnchor", corner("from", row, column) + '<xdr:ext cx="100" cy="100"/>', [1]), ("oneCellAnchor", corner("from", row + 4, column) + '<xdr:ext cx="900000" cy="900000"/>', []),
             ("absoluteAnchor", '<xdr:pos x="0" y="0"/><xdr:ext cx="100" cy="100"/>', [])]
    for path, (anchor, inside, _) in zip(paths, drawn):
        repack(path, lambda parts: anchored(parts, anchor, inside))
    for path, found, (_, _, rows) in zip(paths, desk.check(*paths), drawn):
        cells = ", ".join(desk.files[path]("user_count", n) for n in rows)
        said = f"Значения, закрытые рисунком или фигурой, тоже вошли в отчёт: {cells}. Сдвиньте или удалите рисунок и проверьте значения."
        assert [(f["code"], f["severity"], f["message"]) for f in found] == [("CELLS-PICTURED", "warning", said)] * bool(rows), (path, found)
    return len(drawn)


def check_crossed(desk):
    """Both diagonals, a stroke over each letter and the font Symbol."""
    def cross(up, down):
        def change(sheet, header, at):
            sheet.cell(header + 1, at["user_count"]).border = Border(diagonal=Side("thin"), diagonalUp=up, diagonalDown=down)
        return change

    def symbol(sheet, header, at):
        sheet.cell(header + 1, at["purpose"]).font = Font(name="Symbol")
    paths = [desk.make("crossed", change=cross(True, True)), desk.make("slashed", change=cross(True, False)), desk.make("overlaid", {"purpose": "Жүк көлігінің қо\u0336з\u0336ғалысын деректер негізінде талдау."}), desk.make("symbol", change=symbol)]
    wanted = [[("CELLS-STRUCK", "user_count")], [], [("CELLS-STRUCK", "purpose")], [("CELLS-DINGBATS", "purpose")]]
    for path, found, one in zip(paths, desk.check(*paths), wanted):
        assert told(found) == [(code, desk.files[path](column, 1)) for code, column in one], (path, found)
    return len(paths)


# What the sheet is named, the code and the sentence.
ISSUED = "Лист назван «{}», а файл выдан для другого отчёта: {}. Если это тот самый отчёт – переименуйте лист; если другой – заполните бланк, выданный для него."
DOUBTED = ("Лист назван «{}», а файл считается отчётом: {}. Если название говорит о самом отчёте – переименуйте лист или заполните бланк нужного отчёта; если о другом, "
           "ничего делать не нужно.")
NAMES = [("G-002", "SUBJECT-SHOWN", ISSUED), ("ноябрь 2026", "PERIOD-SHOWN", ISSUED), ("oam", "HEADING-DOUBTFUL", DOUBTED), ("ноябрь", "HEADING-DOUBTFUL", DOUBTED), ("G-001", "", ""), ("октябрь", "", "")]
PAGES = [("Отчёт за октябрь", False), ("Отчёт за ноябрь", True), ("октябрь 2026 года", False), ("2026 жылғы қазан", False), ("Министерство транспорта РК", False), ("Министерство здравоохранения РК", True),
         ("Министерство транспорта РК, октябрь 2026", False), ("Министерство транспорта РК, ноябрь 2026", True), ("{title} за октябрь 2026 г.", False), ("октябрь 2026 (проект)", True), ("сентябрь-октябрь 2026", True),
         ("G-001, октябрь 2026", False), ("G-002", True), ("Министерство транспорта РК, исп. Асанов", True), ("{act}", False), ("{act} 2", True), ("{act} не учтён", True), ("{begin}", False), ("{title}", False), ("{title} (черновик)", True), ("&P / &N", False)]
GUIDES = [("Ждём филиалы, они пришлют позже.", "A24", True), ("Филиалы ничего не прислали, поэтому графы пусты.", "A24", True), ("same", "A24", False), ("Филиалы ничего не прислали, поэтому графы пусты.", "E52", True), ("Отчёт за ноябрь 2026 года", "E52", None)]


def check_names(desk):
    """What a sheet's name says is told as such."""
    paths = [desk.make(f"name{n}", change=lambda sheet, header, at, name=name: setattr(sheet, "title", name)) for n, (name, _, _) in enumerate(NAMES)]
    wanted = {"G-002": "Система анализа движения грузового транспорта", "oam": "Министерство транспорта Республики Казахстан"}
    for path, found, (name, code, said) in zip(paths, desk.check(*paths), NAMES):
        told_of = [(f["code"], f["message"]) for f in found]
        assert told_of == ([(code, said.format(name, wanted.get(name, "октябрь 2026 года")))] if code else []), (name, found)
    return len(NAMES)


def check_pages(desk):
    """A header that says one word more than the form's own title or act, or than whose report it is, is told."""
    own = desk.data["law"]["act"]["ru"] if "act" in desk.data["law"] else desk.data["law"]["ru"]
    title = desk.data["title"]["ru"]
    words = {"act": own, "begin": " ".join(own.split()[:4]) + " …", "title": title}
    paths = [desk.make(f"page{n}", change=lambda sheet, header, at, text=text.format(**words)[:240]: setattr(sheet.oddHeader.center, "text", text)) for n, (text, _) in enumerate(PAGES)]
    for found, (text, is_told) in zip(desk.check(*paths), PAGES):
        assert [f["code"] for f in found] == ["PAGE-TEXT-UNREAD"] * is_told, (text.format(**words), found)
    return len(PAGES)


# What is written in the first row right of the act's words, the code and the severity.
CORNER = [("Отчёт за октябрь 2025 года", "PERIOD-SHOWN", "error"), ("октябрь 2025", "PERIOD-SHOWN", "error"), ("за ноябрь 2026 года", "PERIOD-SHOWN", "error"), ("Министерство здравоохранения РК", "HEADING-DOUBTFUL", "warning"), ("Отчёт Министерства здравоохранения РК", "ORGANISATION-SHOWN", "error"),
          ("G-002", "HEADING-DOUBTFUL", "warning"), ("тыс. человек", "COLUMN-TITLE-UNIT", "error"), ("сентябрь-октябрь 2026", "HEADING-DOUBTFUL", "warning"), ("по состоянию на 1 октября", "HEADING-DOUBTFUL", "warning"), ("октябрь 2026 года", "", ""), ("Министерство транспорта РК", "", "")]


def check_corner(desk):
    """The act in the corner of the sheet is no label of what stands right of it."""
    places = ["N1", "Q1", "AA1", "AB1"]
    cases = [(place, *one) for n, one in enumerate(CORNER) for place in (places if n == 0 else [places[n % len(places)]])]
    paths = [desk.make(f"corner{n}", change=lambda sheet, header, at, one=one: sheet.__setitem__(one[0], one[1])) for n, one in enumerate(cases)]
    for found, (place, words, code, severity) in zip(desk.check(*paths), cases):
        assert [(f["code"], f["severity"], f["cell"]) for f in found] == ([(code, severity, place)] if code else []), (place, words, found)
    return len(cases)


def check_guide_words(desk):
    """What stands in the place of the guide's own words is told, unless it is nearly the same."""
    paths = []
    for n, (words, place, _) in enumerate(GUIDES):
        path = desk.make(f"words{n}")
        book = openpyxl.load_workbook(path)
        sheet = book["Нұсқаулық"]
        cell = sheet[place]
        assert len(cell.value) > 40, cell.value
        cell.value = words if words != "same" else cell.value.replace(" ", "  ", 1) + " ."
        book.save(path)
        paths.append((path, sheet.title, cell.coordinate))
    for (path, sheet, cell), found, (words, _, is_told) in zip(paths, desk.check(*[path for path, _, _ in paths]), GUIDES):
        if is_told is None:
            assert told(found) == [("PERIOD-SHOWN", cell)], found
            continue
        said = f"Дописанное на листе «{sheet}» ({cell}) в отчёт не вошло: отчёт читается только с листа «Есеп». Исправления и дополнения к отчёту внесите в ячейки того листа."
        assert [(f["code"], f["cell"], f["message"]) for f in found] == [("SHEET-UNREAD", cell, said)] * is_told, (words, found)
    return len(GUIDES)


def check_guide(desk):
    """The program's own sheet may be hidden."""
    path = desk.make("guide")
    book = openpyxl.load_workbook(path)
    assert "Нұсқаулық" in book.sheetnames
    book["Нұсқаулық"].sheet_state = "hidden"
    book.save(path)
    assert desk.check(path) == [[]], desk.check(path)
    return 1


ROOMS, HEIGHTS, WRAPPED, FILLS, PAGES, CORNER = [share(cases, 2) for cases in (ROOMS, HEIGHTS, WRAPPED, FILLS, PAGES, CORNER)]
CHECKS = [check_rooms, check_heights, check_wrapped, check_fills, check_formulas, check_views, check_print_areas, check_many_rules, check_long_texts, check_pictures, check_crossed, check_names, check_pages, check_corner, check_guide_words, check_guide]


def main():
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(SOURCE, folder)
        print("columns {}, heights {}, wrapped {}, fills {}, formulas {}, views {}, print areas {}, rules {}, long texts {}, pictures {}, crossed {}, names {}, headers {}, corners {}, words of the guide {}, guide {}".format(*[check(desk) for check in CHECKS]))


main()
