#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What conditional formats, colours in number formats and further sheets make of a report is seen or told. Rules that only paint, and conditions that no value
meets, are no finding. usage: shown_rules.py SOURCE_DIR"""
import os
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import openpyxl  # noqa: E402
from esep_cli import beside  # noqa: E402
from openpyxl.formatting.rule import CellIsRule, ColorScaleRule, DataBarRule, FormulaRule, IconSetRule, Rule  # noqa: E402
from openpyxl.styles import Font, PatternFill  # noqa: E402
from openpyxl.styles.differential import DifferentialStyle  # noqa: E402
from openpyxl.styles.numbers import NumberFormat  # noqa: E402
from shown_desk import Desk, repack, told  # noqa: E402

SOURCE = sys.argv[1]
WHITE, RED = Font(color="FFFFFFFF"), Font(color="FFFF0000")
PINK, BLACK = PatternFill(bgColor="FFFFC7CE"), PatternFill(bgColor="FF000000")


def shows(code, kind="cellIs", relation="greaterThan", formula="1000", **more):
    return Rule(type=kind, operator=relation if kind == "cellIs" else None, formula=[formula], dxf=DifferentialStyle(numFmt=NumberFormat(numFmtId=170, formatCode=code)), **more)


# The rule of the cell with 1250 users, and the finding ("" if none).
RULES = [
    (lambda at: shows('0.0,"тыс."'), "CELL-SHOWN"), (lambda at: shows(";;;"), "CELL-SHOWN"), (lambda at: shows('#,##0" адам"'), ""), (lambda at: shows(";;;", formula="5000"), ""),
    (lambda at: shows(";;;", "expression", formula="TRUE"), "CELL-SHOWN"), (lambda at: shows(";;;", "expression", formula=f"{at}>1000"), "CELL-SHOWN"),
    (lambda at: shows(";;;", "expression", formula=f"ISERROR({at})"), ""), (lambda at: shows(";;;", "expression", formula="$A$1>SUM(B:B)"), "CELLS-CONDITIONAL"),
    (lambda at: shows('"99"', "expression", formula=f"LEN(TRIM({at}))=0"), ""), (lambda at: shows("#,##0", "expression", formula="$A$1>SUM(B:B)"), ""),
    (lambda at: shows("General"), ""), (lambda at: shows("@"), ""),
    (lambda at: CellIsRule("greaterThan", ["1000"], font=WHITE), "CELLS-FAINT"), (lambda at: CellIsRule("between", ["1", "2000"], font=WHITE), "CELLS-FAINT"),
    (lambda at: CellIsRule("lessThan", ["1000"], font=WHITE), ""), (lambda at: CellIsRule("equal", ['"-"'], font=WHITE), ""),
    (lambda at: CellIsRule("greaterThan", ["1000"], font=WHITE, fill=BLACK), ""), (lambda at: CellIsRule("greaterThan", ["1000"], fill=BLACK), "CELLS-FAINT"),
    (lambda at: CellIsRule("greaterThan", ["1000"], font=RED, fill=PINK), ""), (lambda at: CellIsRule("greaterThan", ["1000"], font=Font(strike=True)), "CELLS-STRUCK"),
    (lambda at: FormulaRule([f"AND({at}>1000,$A$1=0)"], font=WHITE), "CELLS-CONDITIONAL"), (lambda at: FormulaRule([f"AND({at}>1000,$A$1=0)"], font=RED), ""),
    (lambda at: DataBarRule("min", None, "max", None, color="FF00FF00", showValue=False), "CELL-SHOWN"), (lambda at: DataBarRule("min", None, "max", None, color="FF00FF00"), ""),
    (lambda at: IconSetRule("3Arrows", "percent", [0, 33, 67], showValue=False), "CELL-SHOWN"), (lambda at: IconSetRule("3Arrows", "percent", [0, 33, 67]), ""),
    (lambda at: Rule(type="containsText", operator="containsText", text="250", formula=["1"], dxf=DifferentialStyle(font=WHITE)), "CELLS-FAINT"),
    (lambda at: ColorScaleRule("min", None, "FFFFFFFF", None, None, None, "max", None, "FF000000"), "CELLS-CONDITIONAL"),
    (lambda at: ColorScaleRule("min", None, "FFF8696B", "percentile", 50, "FFFFEB84", "max", None, "FF63BE7B"), ""),
    (lambda at: Rule(type="top10", rank=1, dxf=DifferentialStyle(font=WHITE)), "CELLS-CONDITIONAL"), (lambda at: Rule(type="top10", rank=1, dxf=DifferentialStyle(font=RED)), ""),
]

# Number formats with colours of their own.
COLOURS = [("[White]#,##0", "CELLS-FAINT"), ("[Color2]0", "CELLS-FAINT"), ("[Red]0;[White]-0", ""), ("[>=5000][White]0;0", ""), ("[Black]0", ""), ("[Color3]0", "")]


def check_rules(desk):
    def under(rule):
        def change(sheet, header, at):
            place = f"{openpyxl.utils.get_column_letter(at['user_count'])}{header + 1}"
            sheet.conditional_formatting.add(place, rule(place))
        return change

    paths = [desk.make(f"rule{n}", change=under(rule)) for n, (rule, _) in enumerate(RULES)]
    paths += [desk.make(f"colour{n}", {"user_count": (1250, code)}) for n, (code, _) in enumerate(COLOURS)]
    for path, found, (rule, finding) in zip(paths, desk.check(*paths), RULES + COLOURS):
        assert told(found) == ([(finding, desk.files[path]("user_count", 1))] if finding else []), (path, rule, finding, found)
    return len(paths)


# As Excel writes rules that older versions do not know.
EXTENSION = """<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings>
<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="expression" priority="1" id="{1}"><xm:f>TRUE</xm:f><x14:dxf>
<numFmt numFmtId="171" formatCode="&quot;7&quot;"/></x14:dxf></x14:cfRule><xm:sqref>@@</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst></worksheet>"""


def check_extension(desk):
    path = desk.make("extension")
    at = desk.files[path]("user_count", 1)

    def extend(parts):
        sheet = "xl/worksheets/sheet1.xml"
        assert parts[sheet].endswith(b"</worksheet>")
        parts[sheet] = parts[sheet][:-len(b"</worksheet>")] + EXTENSION.replace("@@", at).encode()
    repack(path, extend)
    (found,) = desk.check(path)
    assert told(found) == [("CELL-SHOWN", at)] and "«7»" in found[0]["message"], found
    return 1


def check_heading(desk):
    """A heading that a rule shows as another month's is another month's."""
    label = next(field["title"]["kk"] for field in desk.data["field"] if field.get("source") == "period")

    def change(sheet, header, at):
        sheet.conditional_formatting.add(beside(sheet, label, header).coordinate, shows(';;;"сентябрь 2026"', "expression", formula="TRUE"))
    (found,) = desk.check(desk.make("heading", change=change))
    assert [f["code"] for f in found] == ["PERIOD-SHOWN"], found
    return 1


def check_fonts(desk):
    """A tick of Wingdings is a letter."""
    def change(sheet, header, at):
        sheet.cell(header + 1, at["integrations"]).font = Font(name="Wingdings")
    path = desk.make("ticks", {"integrations": "ü"}, change=change)
    (found,) = desk.check(path)
    assert told(found) == [("CELLS-DINGBATS", desk.files[path]("integrations", 1))], found
    return 1


def further(kind):
    """A second sheet: further rows of the table, or a calculation."""
    def change(sheet, header, at):
        other = sheet.parent.create_sheet("Жалғасы")
        for row in range(1, 4):
            for column in at.values() if kind == "rows" else range(1, 6):
                other.cell(row, column).value = sheet.cell(header + 1, column).value if kind == "rows" else row * column
    return change


def check_left_out(desk):
    rows, sums = desk.make("rows", change=further("rows")), desk.make("sums", change=further("sums"))
    found, calculation = desk.check(rows, sums)
    assert [(f["code"], f["sheet"], f["row"]) for f in found] == [("SHEET-ROWS", "Жалғасы", 1)], found
    assert [(f["code"], f["sheet"], f["row"]) for f in calculation] == [("SHEET-UNREAD", "Жалғасы", 1)], calculation
    return 2


def main():
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(SOURCE, folder)
        print("rules and colours {}, in extensions {}, headings {}, fonts {}, sheets {}".format(*[check(desk) for check in (check_rules, check_extension, check_heading, check_fonts, check_left_out)]))


main()
