#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The line of a blank that says what is left, calculated by LibreOffice, against what `esep check` finds. An
ordinary run takes a share of the workbooks: LibreOffice calculates each for seconds. usage: self_check.py SOURCE_DIR"""
import datetime
import os
import re
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import libre_office  # noqa: E402
import openpyxl  # noqa: E402
from esep_cli import run  # noqa: E402
from office import ROW, fill  # noqa: E402
from share import taken  # noqa: E402

SOURCE = sys.argv[1]
FORM = f"{SOURCE}/forms/tied-grant-usage.2025-06.toml"
DAY = ["--received", "2026-11-10", "--today", "2026-11-20"]
FIELDS = {"compiled_on": datetime.date(2026, 11, 5), "executor_name": "Мысалова А. Ү.", "executor_phone": "8 (7172) 00-00-01", "head_name": "Үлгібаев Б. М."}
RIGHT = {**ROW, "legal_basis_date": datetime.date(2026, 1, 12), "approved_on": datetime.date(2026, 6, 18)}
TYPES = """form = "every-type"
edition = "2026-01"
period = "month"
allow_nil = true
provenance = "own"
title = { kk = "Әр түрлі мәндер", ru = "Разные значения", en = "Values of every type" }
law = { kk = "Ойдан шығарылған бұйрық", ru = "Вымышленный приказ", en = "An invented order" }
[in_force]
from = 2026-01-01
[rows]
kind = "repeat"
blank = 10
max = 150
[[field]]
id = "compiled_by"
title = { kk = "Толтырған", ru = "Исполнитель", en = "Compiled by" }
type = "text"
required = true
max_length = 30
"""
CHOICES = 'choices = [{ id = "a", title = { kk = "Жаңа, ірі", ru = "Новый", en = "New" } }, { id = "b", title = { kk = "Ескі?", ru = "Старый", en = "Old" } }]'
SEVERAL = ('choices = [{ id = "x", title = { kk = "Бір", ru = "Один", en = "One" } }, { id = "y", title = { kk = "Екі", ru = "Два", en = "Two" } }, '
           '{ id = "z", title = { kk = "Жаңа, ірі", ru = "Новый и большой", en = "New/large" } }]')
ACTS = 'choices = [{ id = "test", title = { kk = "Сынау", ru = "Испытания", en = "Testing" } }, { id = "use", title = { kk = "Енгізу", ru = "Ввод", en = "Launch" } }]'
COLUMNS = [("name", "text", "required = true\nmax_length = 20", "Ақ күн"), ("count", "integer", "min = 1\nmax = 100", 7), ("amount", "money", "", 12.5),
           ("ratio", "decimal", "scale = 3\nmin = \"-1.5\"", -1.25), ("share", "percent", "scale = 1\nmin = 0\nmax = 100", 33.3),
           ("day", "date", 'min = "period_start"\nmax = "period_end"', datetime.date(2026, 10, 5)), ("since", "date", "", datetime.date(1995, 3, 1)),
           ("kind", "choice", "required = true\n" + CHOICES, "Ескі?"), ("agreed", "yes_no", "", "иә"), ("link", "url", "", "https://example.kz/a?b=1"),
           ("person", "iin", "", "880101300000"), ("body", "bin", "", "250140999012"), ("bank", "bic", "", "KKMFKZ2A"), ("car", "vin", "", "XTA210990Y1234567"),
           ("kinds", "choice", "multiple = true\n" + SEVERAL, "Бір\nЕкі"), ("links", "url", "multiple = true", "https://a.kz\nhttps://b.kz/c"),
           ("acts", "text", 'pattern = "labelled_date"\n' + ACTS, "Сынау: 05.03.2026"), ("parts", "text", "multiple = true\nmax_length = 10", "он\nекі"),
           ("days", "date", "multiple = true", "05.10.2026"), ("bodies", "bin", "multiple = true", "250140999012"), ("people", "iin", "multiple = true", "880101300000"), ("sums", "money", "multiple = true", "1")]
DAY_5 = datetime.date(2026, 10, 5)
# Each value is right, or wrong, by itself; (number, format of its cell). LibreOffice makes a number of TRUE in a cell with a format of numbers: that is not judged.
WRONG = {"name": ["", "-", "Ұ" * 21], "count": [0, 101, 1.5, "екі", "1e1", DAY_5], "amount": [-0.01, 1.005, "он", DAY_5],
         "ratio": [-1.6, 0.1234], "share": [100.1, -1, "33.3.3", (1.5, "0%"), (0.333333, "0.00%")],
         "day": [datetime.date(2026, 9, 30), datetime.date(2026, 11, 1), "5 қазан", "31.09.2026", "05.10.26", "05.10-2026", "005.10.2026", "05.10.2026 дейін", "05.10.20266", True, 5],
         "since": ["ертең", "29.02.2025", "01.03.1995 дейін", True], "kind": ["", "Жаңа", "Ескі", "*", "Жаңа; ірі", "нет", True, DAY_5], "agreed": ["мүмкін", 2, "дa"],
         "link": ["example.kz", "https://example", "https://exa mple.kz", "ftp://example.kz", "https://.kz", "https://a..kz", "https://a.kz.", "https://a.kz:b", "https://a@b.kz",
                  "https://<a>.kz", "https://a.kz\nhttps://b.kz", "бар"],
         "person": ["880101300001", "881301300000", "88010130000", "88010130000a"], "body": ["250140999013", "251340999012", "250170999012", "25014099901", True],
         "bank": ["KKMFKZ2", "KKMFKZ2AX", "ККМFKZ2A", "1KMFKZ2A"], "car": ["XTA210990Y123456", "XTA210990Y123456O", "ХТА210990Y1234567"],
         "kinds": ["СНИЛС", "*", "?", "Бір\n*", "Бір\nСНИЛС", "Бір Екі", "Бір, үш", "БірЕкі", 5, True], "links": ["https://a.kz\nexample", "https://a.kz https://b.kz", "https://a.kz; b.kz"],
         "acts": ["05.03.2026", "Өзге: 05.03.2026", "Сынау: 31.02.2026", "Сынау", "Сынау: 05.03.2026\nЕнгізу"], "parts": ["Ұ" * 11, "он\n" + "Ұ" * 11],
         "days": ["05.10.2026\nертең", "31.02.2026", (5, "0")], "sums": ["1\nекі", "1.005", DAY_5],
         "bodies": ["250140999012\n250140999013", "250140999012\n251340999018", "250140999012 250140999012", "25014099901", "250140999012\nа", "250140999012, 250140999012"],
         "people": ["880101300000\n880101300001", "881301300000", "880230300002", "8801013000", "x"]}
RIGHT_TOO = {"name": ["Ұ" * 20, 2026, DAY_5, True], "count": [1, 100, "5", "", "—", "- -", "нет"], "amount": [0, 1234567890.12, "7", ""], "ratio": [-1.5, 0.125], "share": [0, 100, 99.9, (0.5, "0%"), (1, "0.00%")],
             "day": ["05.10.2026", datetime.datetime(2026, 10, 31, 0, 0), datetime.date(2026, 10, 1), "05.10.2026 г.", "05.10.2026г", "5.10.2026 ж.", "2026-10-05", "05/10/2026", "05-10-2026 г", " 05.10.2026 "],
             "since": ["01.03.1995", "", "нет", datetime.date(1925, 3, 1), "01.03.1925г."], "kind": ["Жаңа, ірі", "жаңа, ірі", "Новый", "NEW", "a", "Жaңa, ірі", " Старый"],
             "agreed": ["жоқ", "Иә", "Да", "нет", "no", True, False, 1, "0"],
             "link": ["http://xn--80a.kz", "HTTPS://EXAMPLE.KZ/", "нет", "Жоқ", "н/д", "—", "https://пример.қаз/а", "https://a.kz:8080/x:y@z", "https://a.kz?b=//c", " https://a.kz "],
             "person": ["", "нет"], "body": [250140999012, "2501 4099 9012"], "bank": ["kkmfkz2a", "KKMFKZ2AXXX"], "car": ["xta210990y1234567", "н/д"],
             "kinds": ["", "Один, Два", "бір және екі", "x; y", "Екі/Бір", "Жаңа, ірі", "Бір; жаңа, ірі", "Новый и большой, Один", "Бір\n\nЕкі;", "нет", "Бip"],
             "links": ["https://a.kz; https://b.kz", "https://a.kz\n\nhttps://b.kz\n", "нет", ""], "acts": ["Испытания: 05.03.2026 г.\nсынау: 06.03.2026", "Сынау: 05.03.2026; Ввод: 06.03.2026", ""],
             "parts": ["Ұ" * 10 + "\n" + "Ұ" * 10, "нет"], "days": ["05.10.2026\n06.10.2026", DAY_5, "05.10.2026; 06.10.2026"], "bodies": ["250140999012; 250140999012", 250140999012, "2501 4099 9012\n250140999012\n"],
             "people": ["880101300000\n880101300000", ""], "sums": ["1\n2", (3, "0")]}
# Kinds of errors that the blank itself knows.
COVERED = {"CELL-REQUIRED", "FIELD-REQUIRED", "CELL-INTEGER", "CELL-DECIMAL", "CELL-MONEY", "CELL-PERCENT", "CELL-SCALE", "CELL-DATE", "CELL-CHOICE",
           "CELL-YES-NO", "CELL-TEXT-TOO-LONG", "CELL-BIN", "CELL-IIN", "CELL-BIC", "CELL-VIN", "ROWS-TOO-FEW", "ROWS-TOO-MANY", "ROW-NO-HEAD",
           "ROW-INCOMPLETE", "NIL-WITH-ROWS", "CELL-ERROR-VALUE", "CELL-FORMULA", "CELL-TOO-SMALL", "CELL-TOO-LARGE", "CELL-EARLY", "CELL-LATE"}


def line(path):
    """(cells to fill in, wrong cells, the first of them) or "ready"; anything else as it stands."""
    sheet = openpyxl.load_workbook(path, data_only=True).worksheets[0]
    texts = [cell.value for row in sheet.iter_rows(max_row=6) for cell in row if isinstance(cell.value, str) and "Esep" in cell.value]
    assert len(texts) == 1, texts
    if texts[0].startswith("Жіберуге дайын"):
        return "ready"
    left = re.match(r"Жіберуге әлі дайын емес – толтырылмаған ұяшықтар саны (\d+), қате толтырылғандары (\d+); біріншісі ([A-Z]+\d+)\.", texts[0])
    return (int(left[1]), int(left[2]), left[3]) if left else texts[0]


def found(ws, path):
    result = run("-w", ws, "check", path, "--json", *DAY)
    return [f for f in result.json()["findings"] if f["severity"] == "error"]


def cases(count):
    """Name → rows, fields, (missing, wrong) or "ready"."""
    bad = lambda **cells: [{**RIGHT, **cells}]  # noqa: E731
    further = {**{key: None for key in ROW}, "data_resource": "Тағы бір тізілім"}
    return {
        "empty": ([], {}, (5, 0)),
        "half": ([{**RIGHT, "purpose": None, "owner_bin": None}], {**FIELDS, "head_name": None}, (3, 0)),
        "right": ([RIGHT], FIELDS, "ready"),
        "records": ([RIGHT, further, {**RIGHT, "row_number": 2, "system_name": "«Б» ақпараттық жүйесі"}], FIELDS, "ready"),
        "many": ([{**RIGHT, "row_number": n + 1, "system_name": f"«Жүйе {n}» ақпараттық жүйесі"} for n in range(count)], FIELDS, "ready"),
        "number": (bad(user_count="көп"), FIELDS, (0, 1)),
        "fraction": (bad(user_count=12.5), FIELDS, (0, 1)),
        "choice": (bad(work_kind="жөнделеді"), FIELDS, (0, 1)),
        "pattern": (bad(work_kind="құр*"), FIELDS, (0, 1)),
        "date": (bad(approved_on="31.02.2026"), FIELDS, (0, 1)),
        "written date": (bad(approved_on="28.02.2026"), FIELDS, "ready"),
        "short bin": (bad(owner_bin="25014099901"), FIELDS, (0, 1)),
        "bin of another month": (bad(owner_bin="251340999012"), FIELDS, (0, 1)),
        "check digit": (bad(owner_bin="250140999013"), FIELDS, (0, 1)),
        "number for a bin": (bad(owner_bin=250140999012), FIELDS, "ready"),
        "long": (bad(system_name="Ұ" * 501), FIELDS, (0, 1)),
        "dash": (bad(purpose="—"), FIELDS, (1, 0)),
        "blanks": (bad(purpose=" \u00a0\n"), FIELDS, (1, 0)),
        "no head": ([{**further}, RIGHT], FIELDS, None),
        "error value": (bad(purpose="=1/0"), FIELDS, (0, 1)),
        "late field": ([RIGHT], {**FIELDS, "compiled_on": "кеше"}, (0, 1)),
        # Another column says that this one must be filled in.
        "required": ([{**RIGHT, "resource_identifiers": "нет"}], FIELDS, (1, 0)),
        "not required": ([{**RIGHT, "resource_identifiers": "-", "resource_role": "қалыптастырмайды және пайдаланбайды", "data_resource": None}], FIELDS, "ready"),
    }


def judge(name, got, expected, errors):
    covered = [e for e in errors if e["code"] in COVERED]
    if got == "ready":
        assert not covered, (name, covered)
    if expected == "ready":
        assert got == "ready" and not errors, (name, got, errors)
    elif expected is not None:
        assert got[:2] == expected, (name, got, errors)
    else:
        assert got != "ready" and covered, (name, got)
    if expected not in (None, "ready") and name not in ("empty", "half"):
        assert [got[2]] == [e["cell"] for e in covered], (name, got, covered)


def check_cases(folder):
    ws = f"{folder}/ws"
    run("init", ws, expect=0)
    run("-w", ws, "import", "grants", f"{SOURCE}/tests/samples/tied-grants/grants.csv", expect=0)
    blank = f"{folder}/blank.xlsx"
    run("-w", ws, "--paper-lang", "kk", "blank", "tied-grant-usage", "--org", "km", "--subject", "G-001", "--period", "2026-10", "-o", blank, expect=0)
    paths, of_cases = [blank], cases(300)
    of_cases = {name: case for name, case in of_cases.items() if name in ("required", "right") or taken(name, 40)}
    for name, (rows, fields, _) in of_cases.items():
        paths.append(f"{folder}/{name}.xlsx")
        fill(FORM, blank, paths[-1], rows, fields)
    calculated = libre_office.convert(paths, "xlsx:Calc MS Excel 2007 XML", f"{folder}/calculated")
    # What the blank is handed out with is what a program calculates.
    assert line(blank) == line(calculated[0]), (line(blank), line(calculated[0]))
    for (name, (_, _, expected)), path, result in zip(of_cases.items(), paths[1:], calculated[1:]):
        got, errors = line(result), found(ws, path)
        print(name, got, [(e["code"], e["cell"]) for e in errors])
        judge(name, got, expected, errors)


def shared(values):
    """(column, value): an ordinary run takes a fifth, and the first of each column."""
    return [(column, value) for column, all_of in values.items() for n, value in enumerate(all_of) if n == 0 or taken((column, value), 5)]


def types_form():
    out = TYPES
    for n, (column, kind, keys, _) in enumerate(COLUMNS, 1):
        out += f'[[column]]\nid = "{column}"\nnumber = "{n}"\ntitle = {{ kk = "{n}-баған", ru = "Графа {n}", en = "Column {n}" }}\ntype = "{kind}"\n{keys}\n'
    return out + """[[rule]]
code = "T-AMOUNT"
check = "row.amount >= 0"
column = "amount"
message = { kk = "Сома теріс.", ru = "Сумма отрицательная.", en = "The amount is negative." }
[[obligation]]
id = "every-type-monthly"
title = { kk = "Ай сайынғы есеп", ru = "Ежемесячный отчёт", en = "Monthly report" }
organisation_kinds = ["region"]
period = "month"
due = { day = 10, months_after = 1 }
recipient = { kk = "министрлік", ru = "министерство", en = "the ministry" }
law = { kk = "1-тармақ", ru = "пункт 1", en = "paragraph 1" }
"""


def type_cases():
    """Name → rows, fields. A file is right or wrong as its name says; "wrong values" has one wrong cell in each row, of every kind."""
    right = {column: value for column, _, _, value in COLUMNS}
    named = {"compiled_by": "Мысалова А."}
    # (number, format)
    several = lambda values: [{**right, column: value if value != "" else None} for column, value in shared(values)]  # noqa: E731
    return {"right": ([right], named), "wrong too many": ([right] * 151, named), "wrong nothing": ([], named), "right nil": ([], {**named, "_nil": "иә"}),
            "wrong nil with rows": ([right], {**named, "_nil": "иә"}), "wrong nil": ([], {**named, "_nil": "болар"}), "wrong field": ([right], {"compiled_by": "Ұ" * 31}),
            "wrong only a dash": ([{"count": "-"}], named), "wrong far below": ([right] + [{}] * 700 + [{"count": "x"}], named),
            "right values": (several(RIGHT_TOO), named), "wrong values": (several(WRONG), named)}


def check_types(folder):
    """The blank of a form with a column of each type says ready where the check finds nothing, and nowhere else."""
    ws = f"{folder}/types"
    run("init", ws, expect=0)
    form = f"{ws}/forms/every-type.2026-01.toml"
    with open(form, "w", encoding="utf-8") as file:
        file.write(types_form())
    run("-w", ws, "forms", "lint", form, expect=0)
    blank = f"{folder}/types.xlsx"
    run("-w", ws, "--paper-lang", "kk", "blank", "every-type", "--org", "KZ-11", "--period", "2026-10", "-o", blank, expect=0)
    made = {name: case for name, case in type_cases().items() if "values" in name or taken(name, 24)}
    paths = [blank]
    for name, (rows, fields) in made.items():
        paths.append(f"{folder}/{name}.xlsx")
        nil = fields.get("_nil")
        fill(form, blank, paths[-1], rows, fields, nil and (lambda sheet, header, at, nil=nil: set_nil(sheet, header, nil)))
    calculated = libre_office.convert(paths, "xlsx:Calc MS Excel 2007 XML", f"{folder}/types-calculated")
    assert line(blank) == line(calculated[0]) == (2, 0, "E3"), (line(blank), line(calculated[0]))
    checked = run("-w", ws, "check", *paths[1:], "--form", "every-type", "--org", "KZ-11", "--period", "2026-10", "--json", *DAY).json()["findings"]
    for name, path, result in zip(made, paths[1:], calculated[1:]):
        got = line(result)
        errors = [(f["code"], f["cell"]) for f in checked if f["file"] == path and f["severity"] == "error" and f["code"] != "DUPLICATE-KEY"]
        print(name, got, errors)
        assert (got == "ready") == (not errors) == name.startswith("right"), (name, got, errors)
        if name == "wrong values":
            cells = [cell for _, cell in errors]
            assert got[0] + got[1] == len(cells) == len(set(cells)) == len(shared(WRONG)) and got[2] == cells[0], (got, errors)


def set_nil(sheet, header, value):
    from esep_cli import beside
    beside(sheet, "Есепті кезеңде өзгеріс жоқ (иә/жоқ)", header).value = value


def main():
    libre_office.need()
    with tempfile.TemporaryDirectory() as folder:
        check_types(folder)
        check_cases(folder)


main()
