#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tied grants beyond the monthly table: every rule that compares with the report before or with the register fires exactly where it should;
the final report is made of the months, owed without a term, in the words of the law on its day; the monthly view adds up; and every
rule code of the forms is named by some example or test. usage: tied_grants.py SOURCE_DIR"""
import glob
import os
import re
import subprocess
import sys
import tempfile
import tomllib

import openpyxl

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import run  # noqa: E402
from office import FURTHER, ROW, Office, fill, of_body  # noqa: E402
from report_numbers import expand  # noqa: E402
from short_checks import shorten  # noqa: E402

SOURCE = sys.argv[1]
MONTHLY = f"{SOURCE}/forms/tied-grant-usage.2025-06.toml"
FIELDS = {"executor_name": "Мысалова А. Ү.", "executor_phone": "8 (7172) 00-00-01", "head_name": "Үлгібаев Б. М."}
SERVER = {"product_name": "Сервер, 2U", "product_description": "1 дана", "manufacturer_link": "https://servers.example/2u", "licence_type": "жоқ"}
# A document approved before every month of the tests.
ONE = dict(ROW, approved_on="01.04.2026")
SECOND = dict(ONE, row_number=2, system_name="«Жол жағдайын бақылау» ақпараттық жүйесі", system_short_name="ЖЖ АЖ")


class Monthly:
    """Workbooks as an agency fills them in, so that findings have cells."""

    def __init__(self, folder):
        self.office = Office(SOURCE, folder)
        self.folder = folder

    def workbook(self, period, rows, organisation="km", subject="G-001"):
        blank, out = f"{self.folder}/blank.xlsx", f"{self.folder}/{subject}-{period}.xlsx"
        self.office.esep("a", "blank", "tied-grant-usage", "--org", organisation, "--subject", subject, "--period", period, "-o", blank)
        shorten(blank)
        year, month = int(period[:4]), int(period[5:])
        day = f"05.{month % 12 + 1:02d}.{year + month // 12}"
        return out, fill(MONTHLY, blank, out, of_body(rows, organisation), {"compiled_on": day, **FIELDS})

    def findings(self, period, rows, received, organisation="km", subject="G-001", expect=0):
        """The codes and cells of one workbook, and where its cells stand."""
        path, cell = self.workbook(period, rows, organisation, subject)
        said = self.office.esep("a", "check", path, "--received", received, "--json", expect=expect).json()["findings"]
        return {(f["code"], f["severity"], f["cell"]) for f in said}, cell

    def submit(self, period, rows, received, **who):
        path, _ = self.workbook(period, rows, **who)
        number, findings = self.office.submit(path, received)
        assert findings == [], findings
        return number


def rules_against_the_month_before(folder):
    monthly = Monthly(folder)
    monthly.submit("2026-09", [ONE, SECOND], "2026-10-15")
    same, _ = monthly.findings("2026-10", [ONE, SECOND], "2026-11-16")
    assert same == {("TG-UNCHANGED", "info", None)}, same
    # One system less; its document has the name of the other's, so that nothing else is lost.
    assert monthly.findings("2026-10", [ONE], "2026-11-16")[0] == {("TG-SYSTEM-GONE", "warning", None)}
    # Upper case is no other name.
    louder = dict(SECOND, system_name=SECOND["system_name"].upper())
    assert monthly.findings("2026-10", [ONE, louder], "2026-11-16")[0] == set()
    renamed = dict(SECOND, system_name="«Көпірлердің жай-күйі» ақпараттық жүйесі")
    assert monthly.findings("2026-10", [ONE, renamed], "2026-11-16")[0] == {("TG-SYSTEM-GONE", "warning", None)}
    other = {"document_name": "Жобалық шешім"}
    assert monthly.findings("2026-10", [dict(ONE, **other), dict(SECOND, **other)], "2026-11-16")[0] == {("TG-DOCUMENT-GONE", "warning", None)}
    assert monthly.findings("2026-10", [ONE, dict(SECOND, **other)], "2026-11-16")[0] == set()
    # Half of 1250 is 625: that has not fallen to less than half, 624 has. The second system is the second row.
    found, cell = monthly.findings("2026-10", [ONE, dict(SECOND, user_count=624)], "2026-11-16")
    assert found == {("TG-USERS-FELL", "warning", cell("user_count", 2))}, found
    assert monthly.findings("2026-10", [ONE, dict(SECOND, user_count=625)], "2026-11-16")[0] == set()
    # A further month compares with the last accepted one, whichever that is.
    monthly.submit("2026-10", [ONE, dict(SECOND, user_count=625)], "2026-11-16")
    found, cell = monthly.findings("2026-11", [dict(ONE, user_count=1), dict(SECOND, user_count=313)], "2026-12-16")
    assert found == {("TG-USERS-FELL", "warning", cell("user_count", 1))}, found


def rules_of_the_grants_term(folder):
    monthly = Monthly(folder)
    # G-004 begins on 01.02.2026 and has no end; G-005 ends on 31.08.2026.
    rows = [dict(ONE, legal_basis_date="12.01.2025", approved_on="01.12.2025")]
    for who, period, received, code, severity in (
            ({"organisation": "KZ-71", "subject": "G-004"}, "2026-01", "2026-02-16", "TG-GRANT-START", "error"),
            ({"organisation": "KZ-75", "subject": "G-005"}, "2026-09", "2026-10-16", "TG-GRANT-END", "warning")):
        # No blank of such a month is handed out; the report comes as data.
        path = monthly.office.report("beyond", rows, period=period, **who)
        said = monthly.office.esep("a", "check", path, "--received", received, "--json", expect=1).json()["findings"]
        found = {(f["code"], f["severity"]) for f in said}
        assert found == {(code, severity), ("NO-OBLIGATION", "error")}, found
    for who, period, received in (({"organisation": "KZ-71", "subject": "G-004"}, "2026-02", "2026-03-16"),
                                  ({"organisation": "KZ-75", "subject": "G-005"}, "2026-08", "2026-09-16")):
        assert monthly.findings(period, rows, received, **who)[0] == set()


FINAL_FIELDS = {"amount_received": "780 000,00", "amount_used": "760 000,00", "amount_returned": "20 000,00", "results": "Жүйе пайдалануға берілді.",
                "compiled_on": "05.12.2026", "donor_representative": "J. Sample", "head_name": "Үлгібаев Б. М.", "executor": "Мысалова А. Ү."}


def three_months(office, subject="G-001", organisation="km"):
    trials = {"trial_dates": ["Тәжірибелік пайдалануға енгізу: 05.10.2026", "Сынау: 20.10.2026"], "trial_outcomes": "№ 7 акт; № 112 хаттама"}
    design = dict(FURTHER, document_name="Жобалық шешім", approved_on="11.09.2026")
    numbers = []
    for period, received, rows in (("2026-08", "2026-09-18", [ONE]), ("2026-09", "2026-10-22", [dict(ONE, user_count=1300, **SERVER), design]),
                                   ("2026-10", "2026-11-18", [dict(ONE, user_count=1400, **SERVER, **trials), design])):
        path = office.report(f"{subject}-{period}", rows, period=period, organisation=organisation, subject=subject)
        number, findings = office.submit(path, received)
        assert findings == [], findings
        numbers.append(number)
    return numbers


def final_report(folder):
    office = Office(SOURCE, folder)
    three_months(office)

    def owed(to, **said):
        due = office.esep("a", "due", "--form", "tied-grant-final", "--from", "2026-11-01", "--to", to, "--json").json()["due"]
        return {d["subject"]: (d["event_date"], d["effective"], d["term_set"]) for d in due}

    # The register's day of the end: with it the report is owed, and no term is invented. G-004 has no end: it waits for the event.
    before = owed("2026-11-29")
    assert "G-001" not in before and before["G-005"] == ("2026-08-31", None, False) and before["G-004"] == (None, None, False), before
    assert owed("2026-11-30")["G-001"] == ("2026-11-30", None, False)
    text = office.esep("a", "due", "--form", "tied-grant-final", "--org", "km", "--from", "2026-11-01", "--to", "2026-11-30").out
    assert "The source sets no term" in text and "arises on 30.11.2026" in text, text
    text = office.esep("a", "due", "--form", "tied-grant-final", "--org", "KZ-71", "--from", "2026-11-01", "--to", "2026-11-30").out
    assert "The source sets no term" in text and "awaits the event: end of the grant" in text, text

    blank, filled = f"{folder}/final.xlsx", f"{folder}/final-filled.xlsx"
    office.esep("a", "blank", "tied-grant-final", "--org", "km", "--subject", "G-001", "-o", blank)
    form = f"{SOURCE}/forms/tied-grant-final.2026-07.toml"
    outcome = "№ 7 акт; № 112 хаттама"
    expected = [("цифрлық жүйе", "«Жүк қозғалысын талдау» ақпараттық жүйесі", None, 1400, None, "2026-08", "2026-10", 3),
                ("деректер ресурсы", "Көлік құралдарының тізілімі", None, None, None, "2026-08", "2026-10", 3),
                ("өнім немесе жабдық", "Сервер, 2U", None, None, "1 дана", "2026-09", "2026-10", 2),
                ("құжаттама", "Техникалық тапсырма", "2026-04-01", None, None, "2026-08", "2026-10", 3),
                ("құжаттама", "Жобалық шешім", "2026-09-11", None, None, "2026-09", "2026-10", 2),
                ("тәжірибелік пайдалану", outcome, "2026-10-05", None, None, "2026-10", "2026-10", 1),
                ("сынау", outcome, "2026-10-20", None, None, "2026-10", "2026-10", 1)]

    def rows_are(sheet, header, at):
        found = []
        for n in range(1, len(expected) + 1):
            cells = [sheet.cell(header + n, at[c]).value for c in ("kind", "item", "happened_on", "users", "details", "first_month", "last_month", "months")]
            cells[2] = cells[2] and f"{cells[2]:%Y-%m-%d}"
            assert sheet.cell(header + n, at["system"]).value == "ЖҚТ АЖ"
            found.append(tuple(cells))
        assert found == expected, found
        assert all(sheet.cell(header + len(expected) + 1, at[c]).value is None for c in at)

    def check(rows, expect=0, received="2026-12-10", subject="G-001", organisation="km", change=None, **fields):
        cell = fill(form, blank, filled, rows, {**FINAL_FIELDS, **fields}, change)
        said = office.esep("a", "check", filled, "--received", received, "--json", expect=expect).json()["findings"]
        return {(f["code"], f["cell"]) for f in said}, cell

    good = [{"amount": "760 000,00"}, {}, {"on_balance": "12.11.2026"}]
    assert check(good, change=rows_are)[0] == set()
    found, cell = check(good, compiled_on="29.11.2026", amount_received="790 000,00", amount_used="760 000,00", amount_returned="30 000,00")
    assert {code for code, _ in found} == {"TGF-NOT-ENDED", "TGF-GRANT"} and all(at for _, at in found), found
    # A cell that the register gave may not be changed, a row not left out.
    found, cell = check(good, expect=1, change=lambda sheet, header, at: setattr(sheet.cell(header + 1, at["months"]), "value", 9))
    assert found == {("CELL-PREFILLED", cell("months", 1))}, found
    found, _ = check(good, expect=1, change=lambda sheet, header, at: sheet.delete_rows(header + 7))
    assert {code for code, _ in found} == {"ROW-ABSENT"}, found

    check(good)
    number, findings = office.submit(filled, "2026-12-10")
    assert findings == [] and office.esep("a", "show", number, "--json").json()["submissions"][0]["timeliness"] == "no_term"
    for lang, words in (("kk", ("Бюджеттік саясат жөніндегі орталық уәкілетті органға", "Цифрландыру саласындағы уәкілетті органға", "цифрлық жүйе",
                                "Донордың уәкілетті өкілі", "Бірінші басшы", "760 000,00", "J. Sample", "мерзім белгіленбеген")),
                        ("ru", ("В центральный уполномоченный орган по бюджетной политике", "в сфере цифровизации", "цифровая система",
                                "Уполномоченный представитель донора", "Первый руководитель", "испытания", "опытная эксплуатация", "№ 112 хаттама", "срок не установлен"))):
        office.esep("a", "--paper-lang", lang, "render", "tied-grant-final", number, "--to", "html", "-o", f"{folder}/f.html")
        with open(f"{folder}/f.html", encoding="utf-8") as file:
            html = file.read().replace("\u00a0", " ")
        for word in words:
            assert word in html, (lang, word)
    office.esep("a", "render", "tied-grant-final", number, "--to", "pdf", "-o", f"{folder}/f.pdf")

    # A co-financed grant asks for the budget's share.
    path = office.report("g4", [ONE], period="2026-10", organisation="KZ-71", subject="G-004")
    office.submit(path, "2026-11-18")
    office.esep("a", "event", "ends_on", "--org", "KZ-71", "--subject", "G-004", "--date", "2026-11-20")
    office.esep("a", "blank", "tied-grant-final", "--org", "KZ-71", "--subject", "G-004", "-o", blank)
    found, cell = check([{"amount": "5,00"}], amount_received="5,00", amount_used="5,00", amount_returned="0")
    assert found == {("TGF-COFINANCING", cell("cofinancing", 1))}, found
    assert check([{"amount": "5,00", "cofinancing": "0"}], amount_received="5,00", amount_used="5,00", amount_returned="0")[0] == set()


def deliveries(folder):
    """A delivery is of the revision in force on its day; what becomes of that revision, and of the months, is said."""
    office = Office(SOURCE, folder)
    months = three_months(office)
    blank, filled = f"{folder}/final.xlsx", f"{folder}/final-filled.xlsx"
    office.esep("a", "blank", "tied-grant-final", "--org", "km", "--subject", "G-001", "-o", blank)
    rows = [{"amount": "760 000,00"}, {}, {"on_balance": "12.11.2026"}]
    form = f"{SOURCE}/forms/tied-grant-final.2026-07.toml"

    def hand_in(received, **fields):
        fill(form, blank, filled, rows, {**FINAL_FIELDS, **fields})
        number, findings = office.submit(filled, received)
        assert findings == [], findings
        return number

    def deliver(to, day, *more, today="2026-12-20", expect=0):
        return office.esep("a", "done", "tied-grant-final-report", "--subject", "G-001", "--to", to, "--on", day, *more, today=today, expect=expect)

    def status(lang="en"):
        return office.esep("a", "--lang", lang, "status", "tied-grant-final", "--org", "km", today="2026-12-22").out

    def record(to):
        row, = office.esep("a", "status", "tied-grant-final", "--org", "km", "--json", today="2026-12-22").json()["status"]
        found = {one["addressee"]: one["record"] for one in row["deliveries"]}[to]
        return found and (found["submission"], found["revision"], found["state"], found["replaced_by"])

    assert "The register has no report in force" in deliver("budget-policy", "2026-12-10", expect=2).err
    first = hand_in("2026-12-10")
    said = deliver("budget-policy", "2026-12-09", expect=2).err
    assert f"The report {first} (revision 1) came on 10.12.2026: it cannot have been delivered on 09.12.2026." in said, said
    assert record("budget-policy") is None
    said = deliver("budget-policy", "2026-12-11", "--document", "№ 5").err
    assert "to the central authorised body for budget policy: delivered on 11.12.2026 (№ 5), revision 1" in said, said
    assert "no delivery is recorded to the authorised body for digitalisation" in said, said
    assert record("budget-policy") == (first, 1, "received", None)

    # A later revision takes its place: the delivery stays that of the first.
    second = hand_in("2026-12-15", amount_received="770 000,00", amount_used="760 000,00", amount_returned="10 000,00")
    assert record("budget-policy") == (first, 1, "superseded", 2)
    assert "revision 1, which was replaced by revision 2 since; no delivery of that is recorded" in status(), status()
    assert "1-редакция – кейін 2-редакциямен ауыстырылған, оның жеткізілгені жазылмаған" in status("kk"), status("kk")
    assert "cannot have been delivered on 11.12.2026" in deliver("informatisation", "2026-12-11", expect=2).err
    deliver("informatisation", "2026-12-16")
    assert record("informatisation") == (second, 2, "received", None)
    office.esep("a", "withdraw", second, "--reason", "x", today="2026-12-17")
    assert record("informatisation") == (second, 2, "withdrawn", None) and record("budget-policy") == (first, 1, "received", None)
    assert "редакция 2 – затем отозвана" in status("ru"), status("ru")
    assert office.esep("a", "doctor", "--json", expect=0).json()["damage"] == []

    # The months on which it rests: paper, status and verify say what became of them since.
    office.esep("a", "render", "tied-grant-final", first, "--to", "html", "-o", f"{folder}/final.html")
    assert "негізіндегі есептер өзгерді" not in open(f"{folder}/final.html", encoding="utf-8").read()
    assert office.esep("a", "verify", f"{folder}/final.html", "--json").json()["files"][0]["remarks"] == []
    office.esep("a", "withdraw", months[0], "--reason", "x", today="2026-12-18")
    path = office.report("again", [dict(ONE, user_count=1500, **SERVER)], period="2026-10")
    revised = office.esep("a", "submit", path, "--json", today="2026-12-19").json()["submissions"][0]["submission"]
    told = [f"report {months[0]} (Ministry of Transport of the Republic of Kazakhstan) was withdrawn on 18.12.2026",
            f"a new revision of a report came on 19.12.2026: {revised}"]
    for text in (status(), office.esep("a", "verify", f"{folder}/final.html").out):
        assert "since this report came, reports on which it rests have changed" in text and all(one in text for one in told), text
    office.esep("a", "render", "tied-grant-final", first, "--to", "html", "-o", f"{folder}/final.html")
    with open(f"{folder}/final.html", encoding="utf-8") as file:
        html = file.read().replace("\u00a0", " ")
    assert "Бұл есеп түскеннен кейін оның негізіндегі есептер өзгерді" in html and months[0] in html and revised in html, html[-3000:]


def words_of_the_day(folder):
    """A grant that ended before 12.07.2026 is reported on in the words of that time, whenever the report comes."""
    office = Office(SOURCE, folder)
    with open(f"{SOURCE}/tests/samples/tied-grants/grants.csv", encoding="utf-8") as file:
        head, *lines = file.read().splitlines()
    line = next(one for one in lines if one.startswith("G-001")).replace("30.11.2026", "30.06.2026")
    with open(f"{folder}/grants.csv", "w", encoding="utf-8") as file:
        file.write(head + "\n" + line + "\n")
    office.esep("a", "import", "grants", f"{folder}/grants.csv")
    path = office.report("may", [ONE], period="2026-05")
    office.submit(path, "2026-06-16")
    blank, filled = f"{folder}/final.xlsx", f"{folder}/filled.xlsx"
    office.esep("a", "blank", "tied-grant-final", "--org", "km", "--subject", "G-001", "-o", blank)
    fill(f"{SOURCE}/forms/tied-grant-final.2025-06.toml", blank, filled, [{"amount": "760 000,00"}], {**FINAL_FIELDS, "compiled_on": "01.09.2026"})
    texts = " ".join(str(c.value) for row in openpyxl.load_workbook(filled).worksheets[0].iter_rows() for c in row if c.value)
    assert "Ақпараттандыру саласындағы" in texts and "ақпараттық жүйе" in texts and "ифрл" not in texts, texts
    number, findings = office.submit(filled, "2026-09-10")
    assert findings == [] and office.esep("a", "show", number, "--json").json()["submissions"][0]["edition"] == "2025-06"


def monthly_view(folder):
    office = Office(SOURCE, folder)
    numbers = three_months(office)
    late = office.report("g4", [dict(ONE, system_name="«Қалалық жарық» жүйесі", system_short_name="ҚЖ АЖ")], period="2026-10",
                         organisation="KZ-71", subject="G-004")
    office.submit(late, "2026-11-25")
    office.esep("clerk2", "waive", "tied-grant-usage", "--org", "dsm", "--period", "2026-10", "--until", "2026-12-31", "--reason", "көшу", "--basis", "№ 5 хат")
    office.esep("rev", "review", "open", numbers[2])
    office.esep("rev", "recommend", numbers[2], "--text", "Аттестаттауды өткізу", "--due", "2026-11-24")
    office.esep("rev", "recommend", numbers[2], "--text", "Жабылған", "--due", "2026-12-24")
    office.esep("rev", "recommend", "--close", "R-000002", "--text", "орындалды")
    for lang in ("kk", "ru"):
        for to in ("json", "html", "xlsx", "pdf"):
            office.esep("rev", "--paper-lang", lang, "summary", "tied-grants", "--period", "2026-10", "--since", "2026-08", "--to", to, "-o",
                        f"{folder}/view-{lang}.{to}", today="2026-11-26")
    view = run("-w", office.ws, "--paper-lang", "ru", "--today", "2026-11-26", "summary", "tied-grants", "--period", "2026-10", "--since", "2026-08",
               "--to", "json", "-o", "-", expect=0).json()["documents"][0]
    tables = [t["rows"] for s in view["sections"] for t in s["tables"]]
    matrix = next(rows for rows in tables if rows and "2026-10" in rows[0])
    by_grant = {list(row.values())[0][:5]: (row["2026-08"], row["2026-09"], row["2026-10"]) for row in matrix}
    assert by_grant == {"G-001": ("✓", "+2", "✓"), "G-002": ("✗",) * 3, "G-003": ("✗", "✗", "○"), "G-004": ("✗", "✗", "+3"), "G-005": ("✗", None, None),
                        "G-006": ("✗",) * 3}, by_grant
    sources_of_the_view(view, {("G-001", "2026-08"): numbers[0], ("G-001", "2026-09"): numbers[1], ("G-001", "2026-10"): numbers[2], ("G-004", "2026-10"): "S-000004"})
    with open(f"{folder}/view-ru.html", encoding="utf-8") as file:
        html = file.read()
    assert "Текст и диаграммы основаны на отчётах S-000001–4." in html, html[:6000]
    for word in ("Аттестаттауды өткізу", "R-000001", "Жобалық шешім", "№ 112 хаттама", "20.10.2026", "систем – 2", "просрочено – 1", "S-000003"):
        assert word in html, word
    assert "R-000002" not in html and "Жабылған" not in html
    assert "отозван" not in html
    book = openpyxl.load_workbook(f"{folder}/view-kk.xlsx")
    assert len([sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]) == 6
    pdf = subprocess.run(["pdftotext", f"{folder}/view-kk.pdf", "-"], capture_output=True, check=True).stdout.decode()
    assert "Аттестаттауды" in pdf and "ҚЖ АЖ" in pdf
    advice_on_a_withdrawn_report(office, folder, numbers[2])


def advice_on_a_withdrawn_report(office, folder, number):
    """The recommendation is open all the same; its line and the first page say that its report was withdrawn, when, and which revision."""
    office.esep("a", "withdraw", number, "--reason", "басқа ай", today="2026-11-27")
    said = {"ru": ("открыта; отчёт отозван 27.11.2026 (редакция 1)", ", по отозванным отчётам – 1"),
            "kk": ("ашық; есеп 27.11.2026 кері қайтарып алынған (1-редакция)", ", кері қайтарып алынған есептер бойынша – 1")}
    for lang, words in said.items():
        path = f"{folder}/withdrawn-{lang}.html"
        office.esep("rev", "--paper-lang", lang, "summary", "tied-grants", "--period", "2026-10", "--since", "2026-08", "--to", "html", "-o", path, today="2026-11-28")
        with open(path, encoding="utf-8") as file:
            html = file.read()
        for one in words:
            assert one in html, one


def sources_of_the_view(view, reports):
    """Each row names the reports behind its figures, and no other; the last section lists them all. `reports`: grant and month → number."""
    last = {grant: reports[(grant, max(month for other, month in reports if other == grant))] for grant, _ in reports}
    by_short = {"ЖҚТ АЖ": "G-001", "ҚЖ АЖ": "G-004"}
    used, kinds = set(), set()
    for section in view["sections"]:
        for row in (row for table in section["tables"] for row in table["rows"]):
            if "sha256" in row:
                kinds.add("sources")
                continue
            if "verdict" in row:
                kind, wanted = "late", {reports[(row["subject"], row["period"])]} if row["received"] else set()
            elif "2026-10" in row:
                kind, wanted = "matrix", {number for (grant, _), number in reports.items() if row["row"].startswith(grant + ".")}
            elif "number" in row:
                kind, wanted = "advice", {reports[(row["subject"], row["period"])]}
            else:
                kind, wanted = "systems" if "users" in row else "acts", {last[by_short[row["short"]]]}
            kinds.add(kind)
            assert expand(row["_sources"]) == wanted, (kind, row, wanted)
            used |= wanted
    assert kinds == {"late", "matrix", "advice", "systems", "acts", "sources"}, kinds
    listed = {row["submission"] for section in view["sections"] for table in section["tables"] for row in table["rows"] if "sha256" in row}
    assert listed == used == set(reports.values()), (listed, used)


def moved_grant(folder):
    """A grant goes to another body: the view shows what that body reports, not the sum of both."""
    office = Office(SOURCE, folder)
    office.submit(office.report("km", [ONE, SECOND]), "2026-11-18")
    moved = f"{folder}/moved.csv"
    with open(moved, "w", encoding="utf-8") as file:
        file.write("code;organisation\nG-001;KZ-71\n")
    office.esep("clerk", "import", "grants", moved)

    def digest():
        return office.esep("rev", "--paper-lang", "ru", "summary", "tied-grants", "--period", "2026-10", "--to", "html", "-o", "-").out

    assert "систем – 0, утверждённых документов – 0" in digest(), digest()
    office.submit(office.report("new", [ONE], organisation="KZ-71"), "2026-11-19")
    text = digest()
    assert "систем – 1, утверждённых документов – 1" in text, text
    assert "отчёт S-000001 (Министерство транспорта" in text and SECOND["system_short_name"] not in text, text


def said_to_be_nothing(folder):
    """A dash or a word for "nothing" in column 16, which a condition asks for: it is not called blank."""
    office = Office(SOURCE, folder)
    title = "Идентификаторы, применяемые в электронных информационных ресурсах (VIN, ИИН, БИН, БИК)"
    for typed, wanted in (("-", f"В графе 16 «{title}» стоит прочерк, а графа обязательна. Впишите значение в эту ячейку."),
                          ("нет", f"В графе 16 «{title}» стоит «нет», а здесь нужно значение. Впишите значение в эту ячейку."),
                          ("жоқ", f"В графе 16 «{title}» стоит «жоқ», а здесь нужно значение. Впишите значение в эту ячейку."),
                          (None, f"Не заполнена графа 16 «{title}». Впишите значение в эту ячейку.")):
        path = office.report("october", [dict(ROW, resource_identifiers=typed)])
        found = office.esep("a", "--lang", "ru", "check", path, "--json", expect=1).json()["findings"]
        assert [one["message"] for one in found if one["code"] == "CELL-REQUIRED"] == [wanted], (typed, found)


def every_rule_is_named():
    """Rule codes that no example of their form and no test names; only tied grants are asked to have none."""
    said = ""
    for path in glob.glob(f"{SOURCE}/tests/**/*", recursive=True):
        if os.path.isfile(path) and path.endswith((".py", ".cpp", ".test", ".toml", ".json", ".txt")):
            with open(path, encoding="utf-8", errors="replace") as file:
                said += file.read()
    named = set(re.findall(r"[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+", said))
    missing = {}
    for path in sorted(glob.glob(f"{SOURCE}/forms/*.toml")):
        if path.endswith(".wording.toml"):
            continue
        with open(path, "rb") as file:
            form = tomllib.load(file)
        given = {f["code"] for e in form.get("example", []) for f in e.get("findings", [])} | {c.get("wrong_finding") for c in form["column"]}
        absent = [rule["code"] for rule in form.get("rule", []) if rule["code"] not in given | named]
        if absent:
            missing[os.path.basename(path)] = absent
    for name, codes in missing.items():
        print(f"{name}: no example or test names {', '.join(codes)}")
    ours = {name: codes for name, codes in missing.items() if name.startswith("tied-grant")}
    assert not ours, ours


def main():
    every_rule_is_named()
    with tempfile.TemporaryDirectory() as folder:
        for part in (rules_against_the_month_before, rules_of_the_grants_term, final_report, deliveries, words_of_the_day, monthly_view, moved_grant, said_to_be_nothing):
            os.mkdir(f"{folder}/{part.__name__}")
            part(f"{folder}/{part.__name__}")
    print("tied grants: rules, final report and monthly view hold")


main()
