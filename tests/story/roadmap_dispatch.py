#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Printing the consolidated information is not sending it: whoever prints it and whatever is missing, the duty stays open until the sending is recorded
with the code of that very paper, by somebody who may. A paper of before the executors' term is refused, one with reports missing is taken only if that is
said, and never in the place of a complete one. What happens to its reports afterwards is said wherever the sending is. usage: roadmap_dispatch.py SOURCE_DIR"""
import csv
import datetime
import os
import re
import subprocess
import sys
import tempfile

import openpyxl

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import run  # noqa: E402
from roadmap_office import Filler, Form, Office, Workbook, days_of  # noqa: E402

SOURCE = sys.argv[1]
FORM = Form(f"{SOURCE}/forms/roadmap-status.2024.toml")
CONSOLIDATED, BODY, PERIOD, BEFORE = "roadmap-consolidated", "oam", "2026-H1", "2025-H2"
USERS = """
[users]
"клерк" = ["registrar", "day_keeper"]
"әкімдік" = ["agency", "day_keeper"]
"""


class Ministry(Office):
    def as_user(self, user, *words, today, expect=0):
        return run("-w", self.ws, "--as", user, "--today", today, *words, expect=expect)

    def status(self, today, user="клерк"):
        rows = self.as_user(user, "status", CONSOLIDATED, "--period", PERIOD, "--json", today=today, expect=None).json()["status"]
        assert len(rows) == 1, rows
        return rows[0]

    def paper(self, today, user="клерк", lang="ru", period=PERIOD):
        """The pages of the paper, and its code."""
        path = f"{self.folder}/paper-{len(os.listdir(self.folder))}.pdf"
        self.as_user(user, "--paper-lang", lang, "render", CONSOLIDATED, "--org", BODY, "--period", period, "--to", "pdf", "-o", path, today=today)
        text = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout.decode()
        return text.removesuffix("\f").split("\f"), re.findall(r"[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}", text)[0]

    def dispatch(self, code, on, *more, user="клерк", today="2026-08-01", expect=0, number="12-3/451", period=PERIOD):
        return self.as_user(user, "dispatch", CONSOLIDATED, "--org", BODY, "--period", period, "--on", on, "--number", number, "--signer", "А. Министрова",
                            "--code", code, *more, today=today, expect=expect)


def plain(text):
    return re.sub(r"\s", " ", text)


def letters(office, today):
    """The letter of reminder, and what lies beside it."""
    folder = f"{office.folder}/letters-{today}"
    office.as_user("клерк", "--paper-lang", "ru", "remind", CONSOLIDATED, "--period", PERIOD, "--to", "pdf", "-o", folder, today=today)
    names = sorted(os.listdir(folder))
    text = subprocess.run(["pdftotext", f"{folder}/{names[0]}", "-"], capture_output=True, check=True).stdout.decode()
    return plain(text), names


def check_reminders(office, number=None):
    """Nobody is asked to fill in what the register composes: no blank goes with the letter."""
    made = f"Отчёт сформирован ({number}), но его отправка в реестре не записана." if number else ""
    for today, words in (("2026-07-16", "До истечения срока осталось 2 рабочих дня."), ("2026-07-20", "Срок представления отчёта истекает сегодня, 20.07.2026."),
                         ("2026-07-22", "Опоздание – 2 рабочих дня.")):
        text, names = letters(office, today)
        assert words in text and "Этот отчёт составляет реестр из принятых отчётов, заполнять бланк не нужно." in text and "записать отправку в реестре" in text, text
        assert "Бланк для заполнения" not in text and made in text, text
        assert names == [f"{CONSOLIDATED}_{BODY}_{PERIOD}_{today}_ru.pdf"], names


def check_filled(office):
    """Nobody fills it in: there is no blank of it, and `check` and `submit` refuse a file."""
    key = ("--org", BODY, "--period", PERIOD)
    blank = office.as_user("клерк", "blank", CONSOLIDATED, *key, "-o", f"{office.folder}/consolidated.xlsx", today="2026-07-16", expect=2)
    assert "Compose it (esep render roadmap-consolidated …), send it and record the dispatch" in blank.err, blank.err
    blank = f"{office.folder}/consolidated.csv"
    with open(blank, "w", encoding="utf-8") as file:
        file.write("1;2\n1;2\n")
    said = ("consolidated.csv: error REPORT-COMPOSED: The register composes this report: it never comes as a file. Compose it "
            "(esep render roadmap-consolidated …), send it and record the dispatch: esep dispatch roadmap-consolidated …")
    for command in ("check", "submit"):
        refused = office.as_user("клерк", command, blank, "--form", CONSOLIDATED, *key, today="2026-07-16", expect=1)
        assert said in refused.out + refused.err, (refused.out, refused.err)
    assert office.status("2026-07-16")["revision"] is None


def check_plan_changed(office, code):
    """The plan of the regions changed since the paper was composed: whoever records its sending is told, and so is who asks for the status."""
    office.as_user("клерк", "import", "plan", f"{SOURCE}/tests/samples/roadmap/plan.csv", today="2026-07-20")
    rows = "rows of registers: children-2024-2026/14/KZ-11/2024 (20.07.2026), "

    def told():
        return office.as_user("клерк", "status", CONSOLIDATED, "--period", PERIOD, today="2026-07-20").out

    row = office.status("2026-07-20")
    assert row["outdated"] is True and row["timeliness"] == "due", row
    text = told()
    assert f"the data from which it is made changed after it was composed ({rows}" in text and ", …): compose it again" in text, text
    answer = office.dispatch(code, "2026-07-20", today="2026-07-20")
    said = f"the paper was sent (20.07.2026, № 12-3/451), and the data from which it is made changed after it was composed ({rows}"
    text = told()
    for one in (answer.err, text):
        assert said in one and ", …): a corrected one may be composed and sent" in one and "compose it again" not in one, one
    _, newer = office.paper("2026-07-20")
    office.dispatch(newer, "2026-07-20", number="12-3/460", today="2026-07-20")
    text = told()
    assert "changed after it was composed" not in text and "12-3/460" in text, text


def check_printing(office):
    for lang, word in (("ru", "ПРЕДВАРИТЕЛЬНО. Код документа: "), ("kk", "АЛДЫН АЛА. Құжат коды: ")):  # their whole footers have no room
        book = openpyxl.load_workbook(office.summary("roadmap", PERIOD, "xlsx", "--paper-lang", lang, today="2026-07-02"))
        feet = [sheet.oddFooter.left.text for sheet in book if sheet.sheet_state == "visible"]
        assert len(feet) == 10 and all(foot.startswith(word) for foot in feet), feet
    pages, early = office.paper("2026-07-02", user="әкімдік")
    assert all("ПРЕДВАРИТЕЛЬНО: срок отчётов исполнителей — 07.07.2026; не поступило отчётов: 26 (26 ожидалось): " in plain(page) for page in pages), pages[0]
    assert not any("…." in page for page in pages), pages[0]
    pages, code = office.paper("2026-07-14", lang="kk")
    assert all("АЛДЫН АЛА: түспеген есептер: 26 (26 күтілген): " in plain(page) for page in pages), pages[0]
    for today, timeliness in (("2026-07-14", "due"), ("2026-07-20", "due"), ("2026-07-21", "missing")):
        row = office.status(today)
        assert (row["timeliness"], row["state"], row["received"], row["done"], row["dispatch"]) == (timeliness, None, None, None, None), row
    return code, early


def check_refusals(office, code, early):
    """Who may, which paper, when."""
    refused = office.dispatch(early, "2026-07-20", "--incomplete", expect=2)
    assert "before the term of the reports in it (07.07.2026) was over" in refused.err, refused.err
    refused = office.dispatch(code, "2026-07-20", expect=2)
    assert "This paper lacks 26 reports" in refused.err and "--incomplete" in refused.err, refused.err
    _, other = office.paper("2026-07-14", period=BEFORE)
    for wanted, words in (("no such paper", {"code": "0000-0000-0000", "on": "2026-07-20"}), ("no such paper", {"code": other, "on": "2026-07-20"}),
                          ("has not come", {"code": code, "on": "2026-08-02"}), ("cannot have been sent", {"code": code, "on": "2026-07-13"}),
                          ("number", {"code": code, "on": "2026-07-20", "number": " "}), ("agency", {"code": code, "on": "2026-07-20", "user": "әкімдік"})):
        refused = office.dispatch(expect=None, **words)
        assert refused.code != 0 and (wanted in refused.err or wanted == "agency"), (words, refused.code, refused.err)
    # A report of an executor is sent by its receipt, not by a letter of ours.
    run("-w", office.ws, "--as", "клерк", "--today", "2026-08-01", "dispatch", FORM.id, "--org", BODY, "--period", PERIOD, "--on", "2026-07-20", "--number", "1",
        "--signer", "А", "--code", code, expect=2)
    assert office.status("2026-08-01")["timeliness"] == "missing"
    refused = office.dispatch(code, "2026-07-20", "--withdraw", expect=64)
    assert "--withdraw takes the whole record back" in refused.err, refused.err


def typed(code):
    """As people type it: without dashes, in small letters, with Cyrillic letters that look like the Latin ones."""
    return code.replace("-", "").lower().translate(str.maketrans("abce0", "авсео"))


def printed_of(office, submission, today):
    """Both languages and two formats of the paper of one version."""
    out = {}
    for lang in ("kk", "ru"):
        for to in ("html", "json"):
            path = f"{office.folder}/version.{lang}.{to}"
            office.as_user("клерк", "--paper-lang", lang, "render", CONSOLIDATED, submission, "--to", to, "--force", "-o", path, today=today)
            with open(path, encoding="utf-8") as file:
                out[lang, to] = file.read()
    return out


def shown_lines(office, submission, today):
    """What `show` says of the letter: never of a receipt or of an acceptance."""
    text = office.as_user("клерк", "--lang", "ru", "show", submission, today=today).out
    assert "Время составления: " in text and not any(word in text for word in ("Время поступления", "принят\n", "На сегодня")), text
    return [line for line in text.splitlines() if line.startswith(("Отправка: ", "Своевременность: ", "Опоздание"))]


def check_unsent(office, code):
    """Composed and not sent: nothing is said on timeliness, on paper or on the screen."""
    number = office.as_user("клерк", "verify", code, "--json", today="2026-07-20").out
    number = re.search(r"S-\d{6}", number)[0]
    assert shown_lines(office, number, "2026-12-01") == ["Отправка: не отправлен"]
    shown = office.as_user("клерк", "show", number, "--json", today="2026-07-20").json()["submissions"][0]
    assert (shown["timeliness"], shown["letters"]) == ("due", []), shown
    return number, printed_of(office, number, "2026-07-20")


def check_dispatch(office, code):
    number, before = check_unsent(office, code)
    for (lang, to), text in before.items():
        assert not any(word in text for word in ("Своевременность", "опозданием", "Уақтылығы", "кешіктіріліп")), (lang, to, text)
    said = office.dispatch(typed(code), "2026-07-20", "--incomplete", today="2026-07-21")
    assert "on time" in said.err and code in said.err and "the paper sent lacks 26 reports" in said.err, said.err
    row = office.status("2026-08-01")
    sent = {"date": "2026-07-20", "number": "12-3/451", "signer": "А. Министрова", "code": code, "submission": row["dispatch"]["submission"], "revision": row["revision"],
            "later": None, "missing": 26, "before_term": None, "changes": [], "decides": "12-3/451", "earlier": []}
    assert (row["timeliness"], row["done"], row["working_days_late"], row["dispatch"]) == ("on_time", "2026-07-20", 0, sent), row
    shown = office.as_user("клерк", "show", sent["submission"], "--json", today="2026-08-01").json()["submissions"][0]
    assert (shown["timeliness"], shown["letters"]) == ("on_time", [{"date": "2026-07-20", "number": "12-3/451", "signer": "А. Министрова", "addressee": None}]), shown
    assert shown_lines(office, number, "2026-08-01") == ["Отправка: отправлен 20.07.2026 с письмом № 12-3/451, подписал: А. Министрова", "Своевременность: в срок"]
    assert printed_of(office, number, "2026-07-21") == before  # one version, one paper
    said = office.dispatch(code, "2026-07-22", "--incomplete", number="12-3/452")
    assert "12-3/451" in said.err, said.err
    row = office.status("2026-08-01")
    assert (row["timeliness"], row["done"], row["working_days_late"]) == ("late", "2026-07-22", 2), row
    assert shown_lines(office, number, "2026-08-01") == ["Отправка: отправлен 22.07.2026 с письмом № 12-3/452, подписал: А. Министрова",
                                                         "Своевременность: с опозданием на 2 рабочих дня"]
    entries = office.as_user("клерк", "history", "--action", "dispatch", "--json", today="2026-08-01").json()["history"]
    text = office.as_user("клерк", "status", CONSOLIDATED, "--period", PERIOD, today="2026-08-01", expect=1).out
    assert "the paper sent lacks 26 reports" in text, text
    receipt = f"{office.folder}/receipt.html"
    office.as_user("клерк", "render", "receipt", typed(code), "--to", "html", "-o", receipt, today="2026-08-01")
    assert "roadmap-consolidated_oam_2026-H1.txt" in open(receipt, encoding="utf-8").read()
    known = office.as_user("клерк", "verify", typed(code), today="2026-08-01")
    assert code in known.out and sent["submission"] in known.out, known.out
    assert len(entries) == 2 and all(entry["user"] == "клерк" for entry in entries), entries
    office.as_user("клерк", "doctor", today="2026-08-01")


def filled_files(office):
    filler = Filler(5)
    files = []
    for body, path in office.blanks(FORM.id, PERIOD).items():
        book = Workbook(FORM, path)
        filler.fill(book, body, body.startswith("KZ-"), days_of(PERIOD)[1], datetime.date(2026, 6, 1))
        files.append(book.save())
    return files


def check_final(office):
    """With every report there and the term over, nothing is provisional."""
    files = filled_files(office)
    receipts, _ = office.submit(files[:-1], "2026-07-03T10:00")
    pages, _ = office.paper("2026-07-14")
    assert all("не поступило отчётов: 1 (26 ожидалось)" in plain(page) for page in pages), pages[0]
    office.submit(files[-1:], "2026-07-10T10:00")
    pages, code = office.paper("2026-07-14")
    assert not any("ПРЕДВАРИТЕЛЬНО" in page for page in pages), pages[0]
    path = office.summary("roadmap", PERIOD, "html", "--paper-lang", "ru", today="2026-07-14")
    assert "ПРЕДВАРИТЕЛЬНО" not in open(path, encoding="utf-8").read()
    path = office.summary("roadmap", PERIOD, "html", "--paper-lang", "ru", today="2026-07-06")
    assert "ПРЕДВАРИТЕЛЬНО: срок отчётов исполнителей – 07.07.2026." in open(path, encoding="utf-8").read()
    assert office.dispatch(code, "2026-07-20", "--incomplete", today="2026-07-20", expect=64).code == 64
    office.dispatch(code, "2026-07-20", today="2026-07-20")
    assert office.status("2026-07-21")["timeliness"] == "on_time"
    return code, files, {s["organisation"]: s["submission"] for s in receipts}


def check_later_version(office, pages):
    """What was composed after the paper that was sent is not what was sent: the list names the sent one, the other's paper says which letter it takes the place of."""
    row = office.status("2026-07-24")
    sent = row["dispatch"]
    assert row["revision"] == sent["revision"] and sent["later"] > sent["submission"], row
    text = office.as_user("клерк", "status", CONSOLIDATED, "--period", PERIOD, today="2026-07-24").out
    for words in (f"sent: {sent['submission']}, revision {sent['revision']}, on 20.07.2026, No. 12-3/451, signed by А. Министрова",
                  "addressee: the Government of the Republic of Kazakhstan", f"a later version was not sent: {sent['later']}, revision {sent['revision'] + 1}, composed on 23.07.2026"):
        assert words in text, (words, text)
    said = f"Отправка: не отправлен; 20.07.2026 с письмом № 12-3/451 отправлена редакция {sent['revision']}, подписал: А. Министрова"
    assert shown_lines(office, sent["later"], "2026-07-24") == [said]
    said = "Взамен документа, направленного письмом от 20.07.2026 № 12-3/451."
    assert all(said in plain(page) for page in pages), pages[0]


def check_renamed(office):
    """The paper that was sent says, printed again, that a row of a register changed since; while nothing changed it does not."""
    sent = office.status("2026-07-21")["dispatch"]["submission"]
    said = ("Примечание: документ отправлен (20.07.2026, № 12-3/451), но после составления изменились данные, из которых он составлен: "
            "можно составить и отправить уточнённый.")

    def printed(name):
        path = f"{office.folder}/{name}.html"
        office.as_user("клерк", "--paper-lang", "ru", "render", CONSOLIDATED, sent, "--to", "html", "-o", path, today="2026-07-21")
        with open(path, encoding="utf-8") as file:
            return file.read()

    before = printed("sent")
    assert said not in before, before
    with open(f"{SOURCE}/data/organisations.csv", encoding="utf-8") as file:
        row = next(one for one in csv.DictReader(file) if one["code"] == BODY)
    for name, title in (("renamed", row["name_ru"] + " и культуры"), ("named", row["name_ru"])):
        with open(f"{office.folder}/{name}.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerows([["code", "name_kk", "body_kk", "name_ru"], [BODY, row["name_kk"] + ("." if name == "renamed" else ""), row["body_kk"], title]])
        office.as_user("клерк", "import", "organisations", f"{office.folder}/{name}.csv", today="2026-07-21")
        after = printed(name)
        assert (said in after) == (name == "renamed"), after
    assert printed("again") == before


def check_returned(office, back):
    """A new print says on each page which report in it was returned; that it was sent like that must be said."""
    pages, code = office.paper("2026-07-29")
    assert all(f"Предварительно: отчёт {back} возвращён на исправление (Акимат Акмолинской области)." in plain(page) for page in pages), pages[0]
    refused = office.dispatch(code, "2026-07-29", today="2026-07-29", expect=2)
    assert "This paper holds 1 report returned for correction, and says so on each page." in refused.err, refused.err
    refused = office.dispatch(code, "2026-07-29", "--incomplete", today="2026-07-29", expect=2)
    assert "The paper with every report was sent on 20.07.2026 with letter No. 12-3/451" in refused.err, refused.err
    path = office.summary("roadmap", PERIOD, "html", "--paper-lang", "ru", today="2026-07-29")
    assert "ПРЕДВАРИТЕЛЬНО: возвращены на исправление: Акмолинская область." in open(path, encoding="utf-8").read()


def check_corrected(office, code):
    """A corrected paper sent after the term stands beside the letter sent in time, which decides; each is known to verify."""
    first = office.status("2026-07-21")["dispatch"]["submission"]
    body = "KZ-11"
    book = Workbook(FORM, office.blanks(FORM.id, PERIOD)[body])
    Filler(6).fill(book, body, True, days_of(PERIOD)[1], datetime.date(2026, 6, 1))
    office.submit([book.save()], "2026-07-21T10:00")
    pages, corrected = office.paper("2026-07-22")
    assert all("Взамен документа, направленного письмом от 20.07.2026 № 12-3/451." in plain(page) for page in pages), pages[0]
    said = office.dispatch(corrected, "2026-07-23", number="12-3/470", today="2026-07-23").err
    assert "on time" in said and "The earlier letter stays recorded beside it: 20.07.2026, No. 12-3/451." in said and "replaces" not in said, said
    row = office.status("2026-07-24")
    sent = row["dispatch"]
    assert (row["timeliness"], row["done"], sent["number"], sent["decides"]) == ("on_time", "2026-07-20", "12-3/470", "12-3/451"), row
    assert [(one["submission"], one["date"], one["number"]) for one in sent["earlier"]] == [(first, "2026-07-20", "12-3/451")], sent
    text = office.as_user("клерк", "status", CONSOLIDATED, "--period", PERIOD, today="2026-07-24").out
    for words in (f"sent: {first}, revision", "timeliness is decided by the letter of 20.07.2026, No. 12-3/451", "on 23.07.2026, No. 12-3/470"):
        assert words in text, (words, text)
    for one, words in ((code, "sent: 20.07.2026, No. 12-3/451"), (corrected, "sent: 23.07.2026, No. 12-3/470")):
        known = office.as_user("клерк", "verify", one, today="2026-07-24").out
        assert words in known, (words, known)
    # The letter that was mistyped is corrected; the other stays. Taken back, the first is the last again.
    office.dispatch(corrected, "2026-07-22", number="12-3/471", today="2026-07-24")
    sent = office.status("2026-07-24")["dispatch"]
    assert (sent["number"], len(sent["earlier"])) == ("12-3/471", 1), sent
    office.as_user("клерк", "dispatch", CONSOLIDATED, "--org", BODY, "--period", PERIOD, "--withdraw", today="2026-07-24")
    sent = office.status("2026-07-24")["dispatch"]
    assert (sent["number"], sent["earlier"]) == ("12-3/451", []), sent
    office.dispatch(corrected, "2026-07-22", number="12-3/471", today="2026-07-24")
    check_versions_withdrawn(office, first, row["dispatch"]["submission"])
    office.as_user("клерк", "doctor", today="2026-07-25")


def check_versions_withdrawn(office, first, second):
    """The version of each letter that was withdrawn is named, not that of the last letter only."""
    for number in (first, second):
        office.as_user("om", "withdraw", number, "--reason", "қате нұсқа", today="2026-07-24")
    sent = office.status("2026-07-25")["dispatch"]
    assert [(one["submission"], one["withdrawn"]) for one in sent["earlier"]] == [(first, "2026-07-24")], sent
    assert [one["submission"] for one in sent["changes"] if one["change"] == "withdrawn"] == [second], sent
    text = office.as_user("клерк", "status", CONSOLIDATED, "--period", PERIOD, today="2026-07-25").out
    assert f"the paper sent with letter No. 12-3/451 ({first}) was withdrawn on 24.07.2026" in text, text
    assert f"report {second} (Ministry of Education of the Republic of Kazakhstan) was withdrawn on 24.07.2026" in text, text


def check_afterwards(office, code, files, numbers):
    """What happens to the reports of a complete paper that was sent."""
    check_renamed(office)
    gone, back = numbers["KZ-10"], numbers["KZ-11"]
    office.as_user("om", "withdraw", gone, "--reason", "қате файл", today="2026-07-22")
    row = office.status("2026-07-23")
    change = {"change": "withdrawn", "submission": gone, "organisation": "KZ-10", "since": "2026-07-22"}
    assert (row["timeliness"], row["dispatch"]["changes"]) == ("on_time", [change]), row
    said = f"the paper sent ({code}) no longer matches the register: report {gone} ("
    text = office.as_user("клерк", "status", CONSOLIDATED, "--period", PERIOD, today="2026-07-23").out
    assert said in text and "was withdrawn on 22.07.2026" in text, text
    again = office.dispatch(code, "2026-07-20", today="2026-07-23").err
    assert said in again, again
    known = office.as_user("клерк", "verify", code, today="2026-07-23").out
    assert ", composed; " in known and ", received; " not in known, known
    paper = f"{office.folder}/status.html"
    office.as_user("клерк", "--paper-lang", "ru", "status", CONSOLIDATED, "--period", PERIOD, "--to", "html", "-o", paper, today="2026-07-23")
    assert f"отчёт {gone} (" in open(paper, encoding="utf-8").read()
    # A paper that lacks the report does not take the place of the complete one behind anybody's back.
    pages, lacking = office.paper("2026-07-23")
    assert not any("больше не соответствует реестру" in plain(page) for page in pages), pages[0]
    check_later_version(office, pages)
    refused = office.dispatch(lacking, "2026-07-24", "--incomplete", today="2026-07-24", expect=2)
    assert "The paper with every report was sent on 20.07.2026 with letter No. 12-3/451" in refused.err, refused.err
    # Excused that day, the body is named with its title, and how many have reported.
    office.as_user("head", "waive", "roadmap-status", "--org", "KZ-10", "--period", PERIOD, "--until", "2026-07-23", "--reason", "су тасқыны", "--basis", "№ 7",
                   today="2026-07-23")
    pages, _ = office.paper("2026-07-23")
    assert all("Освобождены от отчёта: Акимат области Абай. Отчитались 25 из 25." in plain(page) for page in pages), pages[0]
    text = re.sub(r"[\s\u00ad-]", "", "".join(pages))
    assert "освобождены:областьАбай" in text and "нетответа:" not in text and "ПРЕДВАРИТЕЛЬНО" not in text, pages
    # The report comes again: the paper that was sent still does not know it.
    again = next(path for path in files if "_KZ-10_" in path)
    office.submit([again], "2026-07-25T10:00")
    office.as_user("head", "review", "open", back, "--to", "head", today="2026-07-27")
    office.as_user("head", "review", "return", back, "--text", "8-баған", today="2026-07-28")
    changes = office.status("2026-07-29")["dispatch"]["changes"]
    assert [(c["change"], c["organisation"], c["since"]) for c in changes] == [("revised", "KZ-10", "2026-07-25"), ("returned", "KZ-11", "2026-07-28")], changes
    check_returned(office, back)
    office.as_user("клерк", "dispatch", CONSOLIDATED, "--org", BODY, "--period", PERIOD, "--withdraw", today="2026-07-29")
    assert office.status("2026-07-29")["timeliness"] == "missing"
    office.as_user("клерк", "doctor", today="2026-07-29")


def main():
    for check in ("empty", "plan", "full", "corrected"):
        with tempfile.TemporaryDirectory() as folder:
            office = Ministry(SOURCE, folder)
            with open(f"{office.ws}/esep.toml", "a", encoding="utf-8") as file:
                file.write(USERS + '"om" = ["registrar", "day_keeper"]\n"head" = ["reviewer", "approver", "day_keeper"]\n')
            if check == "corrected":
                check_corrected(office, check_final(office)[0])
                continue
            if check == "full":
                check_afterwards(office, *check_final(office))
                continue
            if check == "plan":
                office.submit(filled_files(office), "2026-07-03T10:00")
                _, code = office.paper("2026-07-14")
                check_reminders(office, "S-000027")
                check_plan_changed(office, code)
                continue
            check_filled(office)
            check_reminders(office)
            code, early = check_printing(office)
            check_refusals(office, code, early)
            check_dispatch(office, code)
    print("printed is not sent")


main()
