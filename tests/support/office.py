# SPDX-License-Identifier: MIT
"""A workspace with grants and the monthly reports written into it, for tests of what follows from them."""
import json

from esep_cli import run

ROW = {"row_number": 1, "state_body": "Қазақстан Республикасының Көлік министрлігі", "state_body_bin": "250140999012",
       "system_name": "«Жүк қозғалысын талдау» ақпараттық жүйесі", "system_short_name": "ЖҚТ АЖ", "work_kind": "құрылады",
       "purpose": "Жүк көлігінің қозғалысын деректер негізінде талдау.", "functions": ["деректерді жинау", "талдау"],
       "legal_basis": "Министрдің № 5 бұйрығы", "legal_basis_date": "12.01.2026", "owner_bin": "250140999012", "user_count": 1250,
       "integrations": "жоқ", "hosting": "донордың серверлері", "resource_role": "пайдаланады", "resource_identifiers": ["VIN", "БСН"],
       "data_resource": "Көлік құралдарының тізілімі",
       "product_name": None, "product_description": None, "manufacturer_link": None, "supplier_link": None, "licence_type": None,
       "trial_dates": None, "trial_outcomes": None, "document_name": "Техникалық тапсырма", "approved_on": "18.06.2026"}
BODIES = {"KZ-71": "Астана қаласының әкімдігі", "KZ-75": "Алматы қаласының әкімдігі"}


def of_body(rows, organisation):
    """The rows as that organisation writes them: those of ROW name the body of `km`."""
    return [{**row, "state_body": BODIES.get(organisation, row["state_body"])} if row.get("state_body") == ROW["state_body"] else row for row in rows]


def approve_unassessed(source, ws):
    """The workspace's workflow does not ask for an assessment before an approval."""
    with open(f"{source}/data/workflow.toml", encoding="utf-8") as file:
        text = file.read()
    with open(f"{ws}/data/workflow.toml", "w", encoding="utf-8") as file:
        file.write(text.replace("approve_needs_assessment = true", "approve_needs_assessment = false"))


# A further row of the same system: the head is carried down.
FURTHER = {key: None for key in ROW}


class Office:
    def __init__(self, source, folder):
        self.source, self.folder, self.ws = source, folder, f"{folder}/ws"
        run("init", self.ws, expect=0)
        run("-w", self.ws, "import", "grants", f"{source}/tests/samples/tied-grants/grants.csv", expect=0)

    def esep(self, user, *words, today="2026-11-20", expect=0):
        return run("-w", self.ws, "--as", user, "--today", today, *words, expect=expect)

    def report(self, name, rows, period="2026-10", organisation="km", subject="G-001", nil=False, **fields):
        year, month = int(period[:4]), int(period[5:])
        day = f"05.{month % 12 + 1:02d}.{year + month // 12}"
        data = {"form": "tied-grant-usage", "edition": "2025-06", "organisation": organisation, "subject": subject, "period": period,
                "fields": {"compiled_on": day, "executor_name": "Мысалова А. Ү.", "executor_phone": "8 (7172) 00-00-01",
                           "head_name": "Үлгібаев Б. М.", **fields}, "rows": of_body(rows, organisation)}
        if nil:
            data["nil"] = True
        path = f"{self.folder}/{name}.json"
        with open(path, "w", encoding="utf-8") as file:
            json.dump(data, file, ensure_ascii=False)
        return path

    def submit(self, path, received, user="clerk", expect=0):
        """(number, [(code, cell or row)]) of what the register says."""
        answer = self.esep(user, "submit", path, "--received", received, "--json", today=received[:10], expect=expect).json()
        submission = answer["submissions"][0]
        return submission["submission"], submission["findings"]


def fill(form_file, blank, out, rows=None, fields=None, change=None):
    """Types rows (column → value) and heading fields into a blank workbook; `change(sheet, row, columns)` last. Returns where a cell stands:
    a function of column and n-th row from 1."""
    import tomllib

    import openpyxl
    from esep_cli import beside, number_row
    with open(form_file, "rb") as file:
        form = tomllib.load(file)
    book = openpyxl.load_workbook(blank)
    sheet = book.worksheets[0]
    header, columns = number_row(sheet, [c["number"] for c in form["column"]])
    at = {c["id"]: column for c, column in zip(form["column"], columns)}
    for field in form["field"]:
        if field["id"] in (fields or {}):
            beside(sheet, field["title"]["kk"], header).value = fields[field["id"]]
    for n, row in enumerate(rows or []):
        for column, value in row.items():
            if value is not None:
                cell = sheet.cell(header + 1 + n, at[column])
                value, number_format = value if isinstance(value, tuple) else (value, None)
                cell.value = "\n".join(value) if isinstance(value, list) else value
                cell.number_format = number_format or cell.number_format  # after the value: openpyxl gives a date one of its own
    if change:
        change(sheet, header, at)
    book.save(out)
    return lambda column, n: f"{openpyxl.utils.get_column_letter(at[column])}{header + n}"
