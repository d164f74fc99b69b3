#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A report on its way through review: roles, ten working days, return, correction with what changed, recommendations, letter in the words
of its day, follow-up; and a random walk after which nobody stands on both sides of one report. usage: review.py SOURCE_DIR [SEED]"""
import os
import pty
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import zipfile

import openpyxl

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import run  # noqa: E402

from office import approve_unassessed  # noqa: E402
from review_office import ALL_ANSWERS, ANSWERS, Office  # noqa: E402

SOURCE = sys.argv[1]
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else 1

def the_way(folder):
    office = Office(folder)
    office.users({"a": ["agency"], "clerk": ["registrar"], "rev": ["reviewer"], "head": ["approver", "reviewer"], "aud": ["auditor"]})
    first = office.submit("a", "first")
    listed = office.esep("rev", "review", "list", "--json").json()["reviews"]
    assert [(r["submission"], r["state"], r["due"], r["working_days_left"], r["working_days_over"], r["reviewer"]) for r in listed] == [
        (first, "received", "2026-12-02", 8, 0, None)], listed
    late = office.esep("rev", "review", "list", "--overdue", "--json", today="2026-12-04", expect=1).json()["reviews"]
    assert late[0]["working_days_over"] == 2 and late[0]["working_days_left"] == 0, late
    for user, words in (("aud", ["review", "open", first]), ("a", ["review", "open", first]), ("stranger", ["review", "open", first]),
                        ("clerk", ["review", "open", first, "--to", "aud"]), ("rev", ["review", "approve", first]),
                        ("rev", ["note", first, "--text", "x"])):
        office.esep(user, *words, expect=2)
    said = office.esep("clerk", "review", "open", first, expect=2).err  # himself, because nobody is named
    assert "may not review the report" in said and "--to" in said and "write a note" not in said, said
    office.esep("clerk", "review", "open", first, "--to", "rev")
    assert [r["submission"] for r in office.esep("rev", "review", "list", "--mine", "--json").json()["reviews"]] == [first]
    assert office.esep("head", "review", "list", "--mine", "--json").json()["reviews"] == []
    office.esep("rev", "note", first, "--cell", "14C", "--text", "x", expect=64)
    office.esep("rev", "note", first, "--item", "UR-99", "--text", "x", expect=64)
    office.esep("rev", "note", first, "--column", "no_such", "--text", "x", expect=64)
    office.esep("rev", "note", first, "--cell", "X14", "--item", "UR-12", "--text", "Актінің көшірмесі жоқ")
    office.esep("rev", "note", first, "--column", "user_count", "--text", "Саны қай құжаттан?")
    office.esep("rev", "render", "return", first, "--to", "pdf", "-o", f"{folder}/early", expect=2)
    said = office.esep("rev", "review", "return", first, "--text", "Ескертулер бойынша түзетіңіз").err
    assert f"render return {first}" in said, said
    packet(office, first)
    summary_of_returned(office, first)
    office.esep("rev", "submit", office.report("by-reviewer", user_count=1), expect=1)

    second = office.submit("a", "second", received="2026-11-23", user_count=1300, data_resource="Жүк тізілімі")
    listed = office.esep("rev", "review", "list", "--json", today="2026-11-24").json()["reviews"]
    assert [(r["submission"], r["changed_since"]) for r in listed] == [(second, first)], listed
    changes = office.esep("rev", "show", second, "--diff", first, "--json").json()["differences"]
    cells = {(c["column"], c["before"], c["after"]) for d in changes for c in d["cells"]}
    assert cells == {("user_count", "1250", "1300"), ("data_resource", "Көлік құралдарының тізілімі", "Жүк тізілімі")}, cells
    table = office.esep("rev", "show", second, "--diff", first).out
    assert ["1 250", "1 300", "+50"] in [re.split(" {2,}", line)[-3:] for line in table.splitlines()], table
    assert "Rows: 0 new, 0 gone, 1 changed." in table and len(table.strip().splitlines()) == 4, table
    office.esep("rev", "show", second, "--diff", first, "--to", "xlsx", "-o", f"{folder}/diff.xlsx")
    office.esep("rev", "show", second, "--diff", second)

    office.esep("rev", "review", "open", second, today="2026-11-24")
    answers = f"{folder}/answers.toml"
    with open(answers, "w", encoding="utf-8") as file:
        file.write(ANSWERS)
    office.esep("rev", "assess", second, "--checklist", "unified-requirements", "--answers", answers, today="2026-11-24")
    with open(f"{folder}/wrong.toml", "w", encoding="utf-8") as file:
        file.write('[[answer]]\nitem = "UR-02"\nanswer = "partly"\n')
    office.esep("rev", "assess", second, "--checklist", "unified-requirements", "--answers", f"{folder}/wrong.toml", expect=1)
    office.esep("rev", "assess", second, "--checklist", "no-such", "--answers", answers, expect=2)
    office.esep("rev", "recommend", second, "--text", "Актіні ресімдеу", "--due", "2026-12-20", "--item", "UR-12", today="2026-11-25")
    office.esep("head", "recommend", second, "--text", "x", "--due", "2026-11-01", expect=64)
    shown = office.esep("aud", "review", "show", second, "--json").json()["reviews"][0]
    assert [a["answer"] for a in shown["assessment"]] == ["conforms", "does_not"], shown
    assert shown["assessment"][0]["documents"] == [{"type": "normative_technical", "name": "Техникалық тапсырма, 2-нұсқа", "date": "2026-02-11"}]
    assessed_in_part(office, second)
    with open(answers, "w", encoding="utf-8") as file:
        file.write(ALL_ANSWERS)
    office.esep("rev", "assess", second, "--checklist", "unified-requirements", "--answers", answers, today="2026-11-26")
    office.esep("head", "review", "approve", second, "--text", "Бекітілсін", today="2026-11-26")
    shown = office.esep("aud", "review", "show", second, "--json").json()["reviews"][0]
    assert shown["state"] == "approved" and shown["assessments"] == [{"checklist": "unified-requirements", "items": 27, "answered": 27, "complete": True,
                                                                      "not_assessed": [], "conclusion": "partly"}], shown
    letters(office, second)
    followup(office, second)


def summary_of_returned(office, submission):
    """A summary counts a report that was returned, and says so below its title."""
    path = f"{office.folder}/summary.html"
    office.esep("rev", "--paper-lang", "ru", "summary", "tied-grants", "--period", "2026-10", "--to", "html", "-o", path, today="2026-11-20")
    with open(path, encoding="utf-8") as file:
        html = file.read()
    said = f"Учтены отчёты, возвращённые на исправление: Министерство транспорта Республики Казахстан ({submission})."
    assert said in html and html.index(said) < html.index("<table"), html


def packet(office, submission):
    """The letter of return and the body's own file with the notes at their cells: two papers of one code, the same on every day."""
    for name, day in (("packet", "2026-11-20"), ("again", "2027-02-01")):
        office.esep("rev", "--paper-lang", "ru", "render", "return", submission, "--to", "html", "-o", f"{office.folder}/{name}", today=day)
    stem = f"{submission}_tied-grant-usage_km_G-001_2026-10"
    names = [f"{stem}_notes.xlsx", f"{stem}_return.html"]
    assert sorted(os.listdir(f"{office.folder}/packet")) == names
    for name in names:
        with open(f"{office.folder}/packet/{name}", "rb") as a, open(f"{office.folder}/again/{name}", "rb") as b:
            assert a.read() == b.read(), f"{name} depends on the day"
        checked = run("-w", office.ws, "verify", f"{office.folder}/packet/{name}", expect=0).out
        assert "unaltered" in checked, checked
    with open(f"{office.folder}/packet/{names[1]}", encoding="utf-8") as file:
        letter = file.read()
    for words in ("О возврате отчёта на доработку", "Министерство транспорта", "Причина возврата: Ескертулер бойынша түзетіңіз", "Актінің көшірмесі жоқ",
                  "X14, UR-12 – ", "12. ", "Саны қай құжаттан?", "20.11.2026"):
        assert words in letter, words
    assert "user_count" not in letter
    book = openpyxl.load_workbook(f"{office.folder}/packet/{names[0]}")
    comments = {cell.coordinate: cell.comment.text for sheet in book for row in sheet.iter_rows() for cell in row if cell.comment}
    assert "Актінің көшірмесі жоқ" in comments["X14"] and sorted(text.split(": ")[-1] for text in comments.values()) == [
        "Актінің көшірмесі жоқ", "Саны қай құжаттан?"], comments
    words = ("-w", office.ws, "--as", "rev", "--today", "2026-11-20", "render", "return", submission, "--to", "pdf", "-o", f"{office.folder}/packet")
    assert names[0] in run(*words, expect=2, again=False).err
    office.esep("rev", "render", "return", submission, "--to", "pdf", "-o", f"{office.folder}/packet", "--force")
    office.esep("rev", "render", "return", submission, "--to", "pdf", "-o", "-", expect=64)
    assert [action for _, action, _ in office.history()].count("paper") == 4


def assessed_in_part(office, submission):
    """Two of 27 answers: the list, the letter and the refusal of the approval say so, and nothing is approved."""
    state = office.esep("aud", "review", "list", "--json", today="2026-11-26").json()["reviews"][0]["assessments"]
    assert [(s["items"], s["answered"], s["complete"], len(s["not_assessed"]), s["conclusion"]) for s in state] == [(27, 2, False, 26, None)], state
    assert "assessed: 2 of 27, no conclusion" in office.esep("aud", "review", "list", today="2026-11-26").out
    refused = office.esep("head", "review", "approve", submission, today="2026-11-26", expect=2).err
    assert "2 of 27 items assessed, no conclusion; not answered: UR-02, UR-03, " in refused and ", …)" in refused and "UR-28" not in refused, refused
    office.esep("rev", "--paper-lang", "ru", "render", "recommendations", submission, "--to", "html", "-o", f"{office.folder}/part.html", today="2026-11-26")
    with open(f"{office.folder}/part.html", encoding="utf-8") as file:
        html = file.read()
    assert html.count("не оценено") == 25 and "Оценено пунктов: 2 из 27. Оценка не завершена, общий вывод не сделан." in html
    with open(f"{office.folder}/odd.toml", "w", encoding="utf-8") as file:
        file.write('[[answer]]\nitem = "UR-28"\nanswer = "not_applicable"\ncomment = "x"\n')
    words = ("assess", submission, "--checklist", "unified-requirements", "--answers", f"{office.folder}/odd.toml")
    assert "ANSWER-CONCLUSION" in office.esep("rev", *words, today="2026-11-26", expect=1).err
    with open(f"{office.folder}/odd.toml", "w", encoding="utf-8") as file:
        file.write('[[answer]]\nitem = "UR-28"\nanswer = "conforms"\n')
    assert "ANSWER-CONCLUSION-DIFFERS" in office.esep("rev", *words, today="2026-11-26").err


def letters(office, submission):
    for lang, words in (("kk", ("цифрлық жүйелерді құруға", "цифрландыру саласындағы", "Актіні ресімдеу", "20.12.2026", "R-000001")),
                        ("ru", ("цифровых систем", "в сфере цифровизации", "Министерство транспорта", "не соответствует", "Акт жоқ", "Оценено пунктов: 27 из 27.", "Общий вывод: соответствует частично. Актіні ресімдеу қажет"))):
        for to in ("pdf", "html", "xlsx"):
            for name in ("a", "b"):
                office.esep("rev", "--paper-lang", lang, "render", "recommendations", submission, "--to", to, "-o",
                            f"{office.folder}/{name}.{to}", today="2026-11-27" if name == "a" else "2027-02-01")
            with open(f"{office.folder}/a.{to}", "rb") as a, open(f"{office.folder}/b.{to}", "rb") as b:
                assert a.read() == b.read(), f"{to} depends on the day"
        with open(f"{office.folder}/a.html", encoding="utf-8") as file:
            html = file.read()
        pdf = subprocess.run(["pdftotext", f"{office.folder}/a.pdf", "-"], capture_output=True, check=True).stdout.decode()
        for word in words:
            assert word in html, (lang, word)
            assert all(part in pdf for part in word.split()), (lang, word)
    # A report examined before 12.07.2026 is written about in the words of that day.
    old = office.submit("a", "old", received="2026-06-10", period="2026-05", approved_on="01.04.2026")
    office.esep("rev", "review", "open", old, today="2026-06-11")
    office.esep("rev", "recommend", old, "--text", "x", "--due", "2026-08-01", today="2026-06-12")
    office.esep("rev", "--paper-lang", "ru", "render", "recommendations", old, "--to", "html", "-o", f"{office.folder}/old.html")
    with open(f"{office.folder}/old.html", encoding="utf-8") as file:
        html = file.read()
    day_of_letter = html
    assert "информационных систем" in html and "в сфере информатизации" in html and "цифров" not in html.split("<table")[0].split("Кодекс")[0]
    office.esep("rev", "recommend", "--close", "R-000002", "--text", "орындалды", today="2026-11-26")
    office.esep("a", "withdraw", old, "--reason", "қате файл", today="2026-11-27")
    office.esep("rev", "--paper-lang", "ru", "render", "recommendations", old, "--to", "html", "-o", f"{office.folder}/gone.html", today="2026-11-28")
    with open(f"{office.folder}/gone.html", encoding="utf-8") as file:
        html = file.read()
    # Printed again, the letter states what it stated on its day, and in one line what has happened since.
    since = "С даты письма: рекомендация R-000002 закрыта 26.11.2026 (орындалды); отчёт отозван 27.11.2026 (причина: қате файл)."
    assert html.count(since) == 1, html
    assert re.search(r"Дата</th><td>12\.06\.2026<", html), html
    assert "Просим в указанные сроки" in html and "Закрыта" not in html, html
    said_on_its_day = re.sub(r"<[^>]*>", "", day_of_letter.split("<body")[1].split('<p class="code">')[0]).split()
    said_later = re.sub(r"<[^>]*>", "", html.replace(since, "").split("<body")[1].split('<p class="code">')[0]).split()
    assert said_later == said_on_its_day, (said_later, said_on_its_day)
    returned_letter(office)
    nothing = office.submit("a", "nothing", received="2026-07-10", period="2026-06", approved_on="01.04.2026")
    office.esep("rev", "render", "recommendations", nothing, "--to", "pdf", "-o", f"{office.folder}/n.pdf", expect=2)


def returned_letter(office):
    """The letter of return and its workbook keep the recommendations of their day, in every format, and one line tells what has happened since."""
    one = office.submit("a", "kept", received="2026-09-10", period="2026-08", approved_on="01.04.2026")
    office.esep("rev", "review", "open", one, today="2026-09-13")
    for text in ("Бірінші", "Екінші"):
        office.esep("rev", "recommend", one, "--cell", "L14", "--text", text, "--due", "2026-11-01", today="2026-09-14")
    office.esep("rev", "recommend", "--close", "R-000003", "--text", "орындалды", today="2026-09-15")
    office.esep("rev", "review", "return", one, "--text", "Түзетіңіз", today="2026-09-16")

    def printed(folder, lang):
        out = {}
        for to in ("html", "xlsx", "docx", "pdf", "json"):
            office.esep("rev", "--paper-lang", lang, "render", "return", one, "--to", to, "-o", f"{office.folder}/{folder}-{to}", today="2026-11-28")
            path = f"{office.folder}/{folder}-{to}/{one}_tied-grant-usage_km_G-001_2026-08_"
            out[to] = text_of(f"{path}return.{to}")
            book = openpyxl.load_workbook(f"{path}notes.xlsx")
            out[f"notes of {to}"] = " ".join(cell.comment.text for sheet in book for row in sheet.iter_rows() for cell in row if cell.comment)
        return out

    before = printed("on-its-day", "ru")
    office.esep("rev", "recommend", one, "--text", "Үшінші", "--due", "2026-11-01", today="2026-09-20")
    office.esep("a", "recommend", "--answer", "R-000004", "--text", "жауап", today="2026-09-21")
    office.esep("rev", "recommend", "--close", "R-000004", "--text", "тексерілді", today="2026-09-22")
    later = office.submit("a", "corrected", received="2026-09-24", period="2026-08", approved_on="01.04.2026", user_count=7)
    since = {"ru": "С даты письма: 20.09.2026 дана рекомендация R-000005; на рекомендацию R-000004 дан ответ 21.09.2026; рекомендация R-000004 закрыта 22.09.2026 "
                   f"(тексерілді); 24.09.2026 поступила редакция 2 отчёта ({later}).",
             "kk": "Хат күнінен бері: 20.09.2026 күні R-000005 ұсынымы берілді; R-000004 ұсынымына 21.09.2026 күні жауап берілді; R-000004 ұсынымы 22.09.2026 күні жабылды "
                   f"(тексерілді); 24.09.2026 күні есептің 2-редакциясы түсті ({later})."}
    for lang, line in since.items():
        for to, text in printed(f"later-{lang}", lang).items():
            words = "".join(text.split())
            assert "Екінші" in text and "Бірінші" not in text and "Үшінші" not in text, (lang, to, text)
            assert (("".join(line.split()) in words) == ("notes" not in to)) and ("notes" in to or "16.09.2026" in text), (lang, to, text)
    for to, text in before.items():
        assert "Екінші" in text and "Бірінші" not in text and "После даты" not in text, (to, text)
    office.esep("rev", "recommend", "--close", "R-000005", "--text", "орындалды", today="2026-09-25")


def text_of(path):
    """The words of a file of any format."""
    if path.endswith(".pdf"):
        return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True).stdout.decode()
    if path.endswith((".docx", ".xlsx")):
        with zipfile.ZipFile(path) as pack:
            return " ".join(re.sub(r"<[^>]*>", "", pack.read(name).decode()) for name in pack.namelist() if name.endswith(".xml"))
    with open(path, encoding="utf-8") as file:
        return file.read()


def followup(office, submission):
    rows = office.esep("rev", "followup", "--json").json()["recommendations"]
    assert [(r["recommendation"], r["submission"], r["item"], r["state"]) for r in rows] == [("R-000001", submission, "UR-12", "open")], rows
    assert office.esep("rev", "followup", "--overdue", "--json").json()["recommendations"] == []
    over = office.esep("rev", "followup", "--overdue", "--json", today="2026-12-23", expect=1).json()["recommendations"]
    assert over[0]["working_days_over"] == 3, over  # due on a Sunday
    office.esep("rev", "recommend", "--answer", "R-000001", "--text", "x", expect=2)
    office.esep("a", "recommend", "--close", "R-000001", "--text", "x", expect=2)
    office.esep("a", "recommend", "--answer", "R-000001", "--text", "Акт қоса берілді", today="2026-12-10")
    office.esep("head", "recommend", "--close", "R-000001", "--text", "Тексерілді", today="2026-12-11")
    assert office.esep("rev", "followup", "--json").json()["recommendations"] == []
    office.esep("head", "recommend", "--close", "R-000001", "--text", "x", expect=2)


def asked_on_a_terminal(folder):
    """Without a file the questions are asked; wrong words are asked again, a comment is insisted on."""
    office = Office(folder)
    number = office.submit("a", "r")
    office.esep("rev", "review", "open", number)
    words = ["assess", number, "--checklist", "unified-requirements"]
    assert run("-w", office.ws, *words, expect=64).code == 64  # no terminal
    master, slave = pty.openpty()
    process = subprocess.Popen([os.environ["ESEP"], "-w", office.ws, "--as", "rev", "--lang", "en", "--today", "2026-11-20", *words], stdin=slave,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    os.close(slave)
    os.write(master, "conforms\nrubbish\npartly\n\nакт жоқ\n\n\x04".encode())
    _, said = process.communicate(timeout=60)
    os.close(master)
    assert process.returncode == 0, said.decode()
    shown = office.esep("rev", "review", "show", number, "--json").json()["reviews"][0]
    assert [(a["item"], a["answer"], a["comment"]) for a in shown["assessment"]] == [("UR-01", "conforms", None), ("UR-02", "partly", "акт жоқ")], shown
    template = office.esep("rev", "assess", "--template", "--checklist", "unified-requirements").out
    filled = "\n".join(line[2:] if line.startswith("# ") and ("[[" in line or " = " in line) else line for line in template.splitlines())
    with open(f"{folder}/filled.toml", "w", encoding="utf-8") as file:
        file.write(filled.replace('name = ""', 'name = "x"').replace('# (', '#('))
    office.esep("rev", "assess", number, "--checklist", "unified-requirements", "--answers", f"{folder}/filled.toml")
    shown = office.esep("rev", "review", "show", number, "--json").json()["reviews"][0]
    assert len(shown["assessment"]) == 28 and {a["answer"] for a in shown["assessment"]} == {"conforms"}, shown


def the_next_blank(folder):
    """The next month's workbook says what was recommended, until it is closed."""
    office = Office(folder)
    number = office.submit("a", "r")
    office.esep("rev", "review", "open", number)
    office.esep("rev", "recommend", number, "--text", "Актіні ресімдеу", "--due", "2026-12-20", "--cell", "z6")

    def texts():
        office.esep("a", "blank", "tied-grant-usage", "--org", "km", "--subject", "G-001", "--period", "2026-11", "-o", f"{folder}/b.xlsx")
        book = openpyxl.load_workbook(f"{folder}/b.xlsx")
        return [str(c.value) for sheet in book for row in sheet.iter_rows() for c in row if c.value is not None]

    def is_said():
        return any(re.fullmatch(r"R-000001, мерзімі 20\.12\.2026 \(Z6 – \d+\. .+\): Актіні ресімдеу", text, re.DOTALL) for text in texts())

    assert is_said()
    office.esep("rev", "recommend", "--close", "R-1", "--text", "x")
    assert not is_said()


def settings_of_a_workspace(folder):
    """An office's own workflow counts; a role that does not exist is refused; four eyes stay."""
    office = Office(folder)
    with open(f"{SOURCE}/data/workflow.toml", encoding="utf-8") as file:
        text = file.read()
    text = text.replace("approve_needs_assessment = true", "approve_needs_assessment = false")
    head, tail = text.split('action = "approve"')
    with open(f"{office.ws}/data/workflow.toml", "w", encoding="utf-8") as file:
        file.write(head + 'action = "approve"' + tail.replace('from = ["under_review"]', 'from = ["received"]', 1))
    number = office.submit("a", "r")
    office.esep("a", "review", "approve", number, expect=2)
    office.esep("head", "review", "approve", number)
    with open(f"{office.ws}/data/workflow.toml", "w", encoding="utf-8") as file:
        file.write(text.replace('action = "open"', 'action = "opem"'))
    refused = office.esep("head", "review", "list", expect=2)
    assert "opem" in refused.err and "TOML-BAD-VALUE" in refused.err and "“open”" in refused.err, refused.err
    os.remove(f"{office.ws}/data/workflow.toml")
    office.users({"head": ["approver", "boss"]})
    assert "boss" in office.esep("head", "review", "list", expect=2).err


def at_once(folder):
    """Eight reviewers reach for one report: one gets it, the others are told; nothing is written twice."""
    office = Office(folder)
    for number in [office.submit("a", f"r{i}", user_count=i + 1) for i in range(3)][-1:]:
        words = ["-w", office.ws, "--lang", "en", "--today", "2026-11-20", "review", "open", number]
        racing = [subprocess.Popen([os.environ["ESEP"], "--as", f"rev{i}", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE) for i in range(8)]
        answers = [(p.communicate(timeout=120)[1].decode(), p.returncode) for p in racing]
        assert sorted(code for _, code in answers) == [0] + [2] * 7, answers
        assert all("locked" not in said for said, _ in answers), answers
        assert [action for _, action, _ in office.history()].count("open") == 1


def two_migrate_at_once(folder):
    """Six processes meet a register of version 1: it is migrated once, and its copy is of version 1."""
    os.mkdir(f"{folder}/ws")
    with open(f"{SOURCE}/tests/unit/registry/schema_v1.sql", encoding="utf-8") as file, sqlite3.connect(f"{folder}/ws/esep.db") as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.executescript(file.read())
    racing = [subprocess.Popen([os.environ["ESEP"], "-w", f"{folder}/ws", "--lang", "en", "review", "list"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
              for _ in range(6)]
    answers = [(p.communicate(timeout=120)[1].decode(), p.returncode) for p in racing]
    assert all(code == 0 for _, code in answers), answers
    with sqlite3.connect(f"file:{folder}/ws/esep.db.v1.backup?mode=ro", uri=True) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (1,)
        assert copy.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'review'").fetchone() == (0,)


def random_walk(folder, steps):
    """Nobody has a role table, everybody tries everything on one report; then the history is read."""
    rng = random.Random(SEED)
    office = Office(folder)
    approve_unassessed(SOURCE, office.ws)
    people = [f"u{i}" for i in range(8)]
    submissions, codes = [], {}
    for step in range(steps):
        user, other = rng.choice(people), rng.choice(people)
        number = submissions[-1] if submissions else "S-000001"
        kind = "withdraw" if rng.random() < 0.03 else rng.choice(["submit", "open", "open", "open", "note", "note", "recommend", "recommend", "assign", "answer", "close", "return", "approve"])
        words = {"withdraw": ["withdraw", number, "--reason", "x"], "open": ["review", "open", number, "--to", other], "assign": ["review", "assign", number, "--to", other],
                 "note": ["note", number, "--text", "x"], "recommend": ["recommend", number, "--text", "x", "--due", "2026-12-20"],
                 "answer": ["recommend", "--answer", f"R-{rng.randint(1, 3)}", "--text", "x"],
                 "close": ["recommend", "--close", f"R-{rng.randint(1, 3)}", "--text", "x"],
                 "return": ["review", "return", number, "--text", "x"], "approve": ["review", "approve", number]}.get(kind)
        if kind == "submit":
            number = office.submit(user, "r", expect=None, user_count=step + 1)
            if number:
                submissions.append(number)
            codes["submit", bool(number)] = codes.get(("submit", bool(number)), 0) + 1
            continue
        code = office.esep(user, *words, expect=None).code
        assert code in (0, 2), (words, code)
        codes[kind, code] = codes.get((kind, code), 0) + 1
    done = {}
    for user, action, report in office.history():
        done.setdefault((user, report), set()).add(action)
    for (user, report), actions in done.items():
        assert not ({"submit", "withdraw", "answer"} & actions and {"note", "assess", "recommend", "close", "return", "approve"} & actions), (user, actions)
        assert not {"recommend", "approve"} <= actions, (user, actions)
    with sqlite3.connect(f"file:{office.ws}/esep.db?mode=ro", uri=True) as database:
        for (user,) in database.execute("SELECT DISTINCT reviewer FROM review"):
            assert all(not {"submit", "withdraw", "answer"} & actions for (who, _), actions in done.items() if who == user), user
    assert run("-w", office.ws, "history").code == 0
    return sum(count for (_, code), count in codes.items() if code is True or (code == 0 and code is not False)), codes


def main():
    with tempfile.TemporaryDirectory() as folder:
        for part in (the_way, asked_on_a_terminal, the_next_blank, settings_of_a_workspace, at_once, two_migrate_at_once):
            os.mkdir(f"{folder}/{part.__name__}")
            part(f"{folder}/{part.__name__}")
        os.mkdir(f"{folder}/walk")
        taken, codes = random_walk(f"{folder}/walk", 200)
        assert taken > 25, codes
    print(f"a report went its way; {taken} random steps taken, nobody on both sides")


if __name__ == "__main__":
    main()
