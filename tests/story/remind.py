#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Reminders: to whom, when and in which language; mails as Python's email package with its strict policy reads them, with the blank of this
very report in them; once a day and never half; the same bytes everywhere. usage: remind.py SOURCE_DIR"""
import email
import email.header
import email.policy
import io
import os
import subprocess
import sys
import tempfile

import openpyxl

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import run  # noqa: E402
from office import ROW, Office  # noqa: E402

SOURCE = sys.argv[1]
SENDER = "Уәкілетті орган <reports@example.kz>"
ORGANISATION = "code;kind;name_kk;name_ru;body_kk;body_ru;language;email\n"


def give_addresses(office, *codes):
    """A file with the key and one column changes that column of these rows."""
    with open(f"{office.folder}/addresses.csv", "w", encoding="utf-8") as file:
        file.write("code;email\n" + "".join(f"{code};reports@{code.lower()}.example.kz\n" for code in codes))
    said = office.esep("a", "import", "organisations", f"{office.folder}/addresses.csv").err
    assert f"0 added, {len(codes)} changed" in said, said


def office_with_addresses(folder):
    office = Office(SOURCE, folder)
    with open(f"{folder}/organisations.csv", "w", encoding="utf-8") as file:
        file.write(ORGANISATION + "oam;ministry;ОАМ;МП;Қазақстан Республикасының Оқу-ағарту министрлігі;Министерство просвещения Республики Казахстан;"
                   "орысша;reports@oam.example.kz\n")
    office.esep("a", "import", "organisations", f"{folder}/organisations.csv")
    give_addresses(office, "KZ-71", "gzhbm")
    path = office.report("km", [dict(ROW, approved_on="01.04.2026")])
    office.submit(path, "2026-11-16")
    office.esep("a", "waive", "tied-grant-usage", "--org", "dsm", "--period", "2026-10", "--until", "2026-12-31", "--reason", "көшу", "--basis", "№ 5 хат")
    wrong = office.report("wrong", [dict(ROW, approved_on="01.04.2026", user_count=-1)], organisation="KZ-71", subject="G-004")
    office.submit(wrong, "2026-11-16", expect=1)
    return office


def remind(office, day, *words, to="eml", folder="letters", period="2026-10"):
    answer = office.esep("B. Officer", "remind", "tied-grant-usage", "--period", period, "--to", to, "-o", f"{office.folder}/{folder}", "--json", *words, today=day)
    return answer.json()["reminders"], answer


def read(path):
    """The mail by the strict policy: any defect raises. Headers, text, attachments by name."""
    with open(path, "rb") as file:
        raw = file.read()
    assert raw.isascii() and raw.count(b"\n") == raw.count(b"\r\n") and max(map(len, raw.split(b"\r\n"))) <= 78, path
    message = email.message_from_bytes(raw, policy=email.policy.strict)
    for part in message.walk():
        assert not part.defects, part.defects
        for name, value in part.items():
            assert not getattr(value, "defects", ()), (name, value.defects)
    assert message.get_content_type() == "multipart/mixed" and message["MIME-Version"] == "1.0" and message["X-Unsent"] == "1"
    body, *rest = message.iter_parts()
    assert body.get_content_type() == "text/plain" and all(part.get_content_disposition() == "attachment" for part in rest)
    return message, body.get_content(), {part.get_filename(): part.get_content() for part in rest}


def name_in(path, header):
    """The name before an address, decoded by RFC 2047. (Python's own parser of addresses keeps the space between two encoded words: bpo-35547.)"""
    with open(path, "rb") as file:
        raw = email.message_from_bytes(file.read(), policy=email.policy.compat32)[header]
    return str(email.header.make_header(email.header.decode_header(raw.partition("<")[0].strip().removesuffix(":;").strip())))


def to_whom(folder):
    office = office_with_addresses(folder)
    letters, answer = remind(office, "2026-11-17", "--sender", SENDER)
    assert [(r["organisation"], r["kind"], r["working_days_left"], r["language"], r["address"]) for r in letters] == [
        ("KZ-71", "coming", 3, "kk", "reports@kz-71.example.kz"), ("gzhbm", "coming", 3, "kk", "reports@gzhbm.example.kz"), ("oam", "coming", 3, "ru", "reports@oam.example.kz")], letters
    assert "REMIND-NO-ADDRESS" not in answer.err, answer.err
    by_body = {r["organisation"]: f"{folder}/letters/{r['file']}" for r in letters}
    message, text, files = read(by_body["oam"])
    assert message["Subject"] == "Приближается срок представления отчёта: Ежемесячный отчет о ходе использования связанных грантов (G-002 – Единая система очереди в дошкольные организации, октябрь 2026 года) – 20.11.2026"
    assert message["To"].addresses[0].addr_spec == "reports@oam.example.kz" and message["From"].addresses[0].addr_spec == "reports@example.kz"
    assert name_in(by_body["oam"], "From") == "Уәкілетті орган" and name_in(by_body["oam"], "To") == "Министерство просвещения Республики Казахстан"
    assert str(message["Date"].datetime) == "2026-11-17 00:00:00+05:00"
    for word in ("До истечения срока осталось 3 рабочих дня.", "Срок представления: 20.11.2026", "пункт 4 Правил", "в сфере цифровизации", "G-002 – Единая система очереди"):
        assert word in text, (word, text)
    assert "не принят" not in text
    (name, workbook), = files.items()
    assert name == "tied-grant-usage_oam_G-002_2026-10.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    identity = {row[0].value: row[1].value for row in book["_esep"].iter_rows(max_col=2, min_col=1)}
    assert {"oam", "G-002", "2026-10", "ru"} <= set(map(str, identity.values())), identity
    blank = f"{folder}/blank.xlsx"
    office.esep("a", "--paper-lang", "ru", "blank", "tied-grant-usage", "--org", "oam", "--subject", "G-002", "--period", "2026-10", "-o", blank)
    with open(blank, "rb") as file:
        assert file.read() == workbook, "the attached blank is the one of `esep blank`"
    message, text, files = read(by_body["KZ-71"])
    assert name_in(by_body["KZ-71"], "To") == "Астана қаласының әкімдігі" and len(message["To"].addresses) == 1
    assert "Мерзім аяқталғанға дейін 3 жұмыс күні қалды." in text and "S-000002" in text and "қабылданған жоқ" in text, text
    assert "6-жол: Пайдаланушылар саны теріс: -1." in text and list(files) == ["tied-grant-usage_KZ-71_G-004_2026-10.xlsx"], (text, list(files))
    assert run("-w", office.ws, "verify", by_body["oam"], expect=0).out.find("unaltered") >= 0
    code = next(r["code"] for r in letters if r["organisation"] == "oam")
    assert code in read(by_body["oam"])[1]


def once_a_day(folder):
    office = office_with_addresses(folder)
    first, _ = remind(office, "2026-11-20")
    assert [r["kind"] for r in first] == ["due"] * 3 and all(r["written_before"] is None for r in first)
    os.remove(f"{folder}/letters/{first[0]['file']}")
    before = sorted(os.listdir(f"{folder}/letters"))
    again, answer = remind(office, "2026-11-20")
    assert all(r["written_before"] == "2026-11-20T00:00" and r["written_by"] == "B. Officer" for r in again), again
    assert sorted(os.listdir(f"{folder}/letters")) == before and "0 letters" in answer.err
    assert remind(office, "2026-11-20", folder="elsewhere")[0] == again and not os.listdir(f"{folder}/elsewhere")
    # Another output, another language, a wish or another day is another letter.
    assert all(r["written_before"] is None for r in remind(office, "2026-11-20", to="pdf")[0])
    assert [r["written_before"] is None for r in remind(office, "2026-11-20", "--paper-lang", "ru")[0]] == [True, True, False]
    assert all(r["written_before"] is None for r in remind(office, "2026-11-20", "--again")[0])
    assert sorted(n for n in os.listdir(f"{folder}/letters") if n.endswith("_kk.eml")) == sorted(r["file"] for r in first if r["language"] == "kk")
    over, _ = remind(office, "2026-11-25")
    status = {s["organisation"]: s["working_days_late"] for s in run("-w", office.ws, "--today", "2026-11-25", "status", "tied-grant-usage", "--period", "2026-10",
                                                                     "--json", expect=1).json()["status"]}
    assert [(r["kind"], r["working_days_late"]) for r in over] == [("overdue", 3)] * 3 and all(status[r["organisation"]] == 3 for r in over), over
    entries = run("-w", office.ws, "history", "--action", "remind", "--json", expect=0).json()["history"]
    assert len(entries) == 3 + 3 + 2 + 3 + 3, len(entries)
    run("-w", office.ws, "doctor", expect=0)
    nobody, answer = remind(office, "2026-11-25", "--org", "km")
    assert nobody == [] and "Nobody to remind" in answer.err
    for words in (["--to", "html"], ["--to", "eml", "--sender", "nobody"]):
        office.esep("a", "remind", "tied-grant-usage", "--period", "2026-10", *words, "-o", f"{folder}/x", expect=64)
    office.esep("a", "remind", "tied-grant-usage", "--to", "eml", "-o", f"{folder}/x", expect=64)
    office.esep("a", "remind", "tied-grant-usages", "--period", "2026-10", "--to", "eml", "-o", f"{folder}/x", expect=2)
    assert not os.path.exists(f"{folder}/x")
    with open(f"{folder}/occupied", "w", encoding="utf-8"):
        pass
    office.esep("a", "remind", "tied-grant-usage", "--period", "2026-10", "--to", "eml", "-o", f"{folder}/occupied", expect=2, today="2026-11-26")
    assert all(r["written_before"] is None for r in remind(office, "2026-11-26")[0]), "what could not be written was recorded"


def by_post(folder):
    """Nobody can send a mail without an address: the letter is a PDF, with what goes with it beside, and the command warns."""
    office = office_with_addresses(folder)
    said = office.esep("a", "import", "organisations", office_file(folder, "code;email\nkm;нет\n"), expect=1)
    assert "ORGANISATION-EMAIL" in said.err and "cannot" not in said.err, said.err
    for wrong in ("жоқ", "n/a", "a@b.kz, нет", "a@b.kz;нет", "a@b", "a b@c.kz", "кенсе@c.kz", "a@b..kz", "Кеңсе <a@b.kz>", ",", "a@b.kz."):
        assert "ORGANISATION-EMAIL" in office.esep("a", "import", "organisations", office_file(folder, f'code;email\nkm;"{wrong}"\n'), expect=1).err, wrong
    office.esep("a", "import", "organisations", office_file(folder, 'code;email\nKZ-71;\ngzhbm;"a@b.kz; c@d.kz,"\n'))
    assert "IMPORT-ROW-NEW" in office.esep("a", "import", "organisations", office_file(folder, "code;email\nnobody;a@b.kz\n"), expect=1).err
    letters, answer = remind(office, "2026-11-17")
    kinds = {r["organisation"]: os.path.splitext(r["file"])[1] for r in letters}
    assert kinds == {"KZ-71": ".pdf", "gzhbm": ".eml", "oam": ".eml"}, kinds
    assert "KZ-71: warning REMIND-NO-ADDRESS" in answer.err and "gzhbm: " not in answer.err, answer.err
    assert sorted(os.listdir(f"{folder}/letters")) == sorted([r["file"] for r in letters] + ["tied-grant-usage_KZ-71_G-004_2026-10.xlsx"])
    post = next(r for r in letters if r["organisation"] == "KZ-71")
    assert post["address"] is None
    text = subprocess.run(["pdftotext", "-layout", f"{folder}/letters/{post['file']}", "-"], capture_output=True, check=True).stdout.decode()
    assert "S-000002" in text and post["code"] in text, text
    assert "Күні 17.11.2026" in " ".join(text.split()), text


def refused_workbook(folder):
    """The body's own workbook was not accepted: the letter lists the errors with their cells, and the workbook comes back marked."""
    office = office_with_addresses(folder)
    office.esep("a", "--paper-lang", "kk", "blank", "tied-grant-usage", "--org", "oam", "--subject", "G-002", "--period", "2026-10", "-o", f"{folder}/filled.xlsx")
    book = openpyxl.load_workbook(f"{folder}/filled.xlsx")
    book["Есеп"]["L21"] = "көп"
    book.save(f"{folder}/filled.xlsx")
    office.esep("a", "submit", f"{folder}/filled.xlsx", "--received", "2026-11-16", expect=1)
    found = office.esep("a", "show", "S-000003", "--json").json()["submissions"][0]["findings"]
    errors = [f for f in found if f["severity"] == "error"]
    assert "L21" in [f["cell"] for f in errors], errors
    marked_name, blank_name = "S-000003_tied-grant-usage_oam_G-002_2026-10.xlsx", "tied-grant-usage_oam_G-002_2026-10.xlsx"
    letters, _ = remind(office, "2026-11-17", "--org", "oam")
    _, text, files = read(f"{folder}/letters/{letters[0]['file']}")
    said = " ".join(text.split())
    assert all(f"{f['cell']}: " in said for f in errors[:20] if f["cell"]) and "L21: В строке 21 заполнена одна ячейка: «көп»." in said and marked_name in said, text
    assert len(errors) <= 20 or f"и ещё {len(errors) - 20} " in said, (len(errors), text)
    assert sorted(files) == [marked_name, blank_name]
    marked = openpyxl.load_workbook(io.BytesIO(files[marked_name]))
    assert all(marked["Есеп"][f["cell"]].comment for f in errors if f["cell"]), errors
    remind(office, "2026-11-17", "--org", "oam", to="pdf", folder="post")
    assert {marked_name, blank_name} <= set(os.listdir(f"{folder}/post"))


def taken_back(folder):
    """The report was accepted and withdrawn: the letter says so, and nothing of the file with errors that it had replaced."""
    office = office_with_addresses(folder)
    bad = "S-000002"
    right = office.report("good", [dict(ROW, approved_on="01.04.2026")], organisation="KZ-71", subject="G-004")
    good, _ = office.submit(right, "2026-11-18")
    office.esep("a", "withdraw", good, "--reason", "не та организация", today="2026-12-01")

    def letter(day, *words):
        letters, _ = remind(office, day, "--org", "KZ-71", "--subject", "G-004", *words)
        _, text, files = read(f"{folder}/letters/{letters[0]['file']}")
        return " ".join(text.split()), sorted(files)

    blank = "tied-grant-usage_KZ-71_G-004_2026-10.xlsx"
    text, files = letter("2026-12-01", "--paper-lang", "ru")
    assert f"Принятый 18.11.2026 отчёт {good} отозван 01.12.2026, причина: не та организация." in text, text
    assert bad not in text and "C21" not in text and "отчёт не принят" not in text and "принятого отчёта нет" in text and files == [blank], (text, files)
    text, _ = letter("2026-12-01", "--paper-lang", "kk")
    assert f"18.11.2026 қабылданған {good} есебі 01.12.2026 кері қайтарып алынған, себебі: не та организация." in text and bad not in text, text
    again, _ = office.submit(f"{folder}/wrong.json", "2026-12-02", expect=1)
    text, _ = letter("2026-12-02", "--paper-lang", "ru")
    assert f"отчёт {good} отозван 01.12.2026" in text and f"({again}) не принят из-за ошибок" in text, text


def office_file(folder, text):
    with open(f"{folder}/some.csv", "w", encoding="utf-8") as file:
        file.write(text)
    return f"{folder}/some.csv"


def as_pdf(folder):
    office = office_with_addresses(folder)
    letters, _ = remind(office, "2026-11-24", "--org", "oam", to="pdf")
    assert sorted(os.listdir(f"{folder}/letters")) == ["tied-grant-usage_oam_G-002_2026-10.xlsx", "tied-grant-usage_oam_G-002_2026-10_2026-11-24_ru.pdf"]
    text = subprocess.run(["pdftotext", "-layout", f"{folder}/letters/{letters[0]['file']}", "-"], capture_output=True, check=True).stdout.decode()
    for word in ("Срок представления отчёта истёк", "Дата 24.11.2026", "Министерство просвещения", "20.11.2026", "Опоздание – 2 рабочих дня", letters[0]["code"]):
        assert word in " ".join(text.split()), (word, text)
    subprocess.run(["qpdf", "--check", f"{folder}/letters/{letters[0]['file']}"], check=True, capture_output=True)


def moved_deadline(folder):
    """20 September 2026 is a Sunday: the letter says to which day the term moves, and why."""
    office = Office(SOURCE, folder)
    give_addresses(office, "km")
    letters, _ = remind(office, "2026-09-17", "--org", "km", period="2026-08")
    assert (letters[0]["kind"], letters[0]["effective"], letters[0]["working_days_left"]) == ("coming", "2026-09-21", 2), letters
    _, text, _ = read(f"{folder}/letters/{letters[0]['file']}")
    assert "Тапсыру мерзімі: 21.09.2026" in text and "Мерзімді ауыстыру негізі: 20.09.2026 – " in text and "175" in text, text


def without_a_term(folder):
    office = Office(SOURCE, folder)
    give_addresses(office, "km")
    path = office.report("g1", [dict(ROW, approved_on="01.04.2026")])
    office.submit(path, "2026-11-16")
    said = office.esep("a", "remind", "tied-grant-final", "--org", "km", "--to", "eml", "-o", f"{folder}/l", "--json", today="2026-11-29").json()["reminders"]
    assert said == [], said
    said = office.esep("a", "remind", "tied-grant-final", "--org", "km", "--to", "eml", "-o", f"{folder}/l", "--json", today="2026-11-30").json()["reminders"]
    assert [(r["kind"], r["effective"], r["working_days_late"]) for r in said] == [("undated", None, None)], said
    _, text, files = read(f"{folder}/l/{said[0]['file']}")
    assert "30.11.2026 күні туындады" in text and "мерзім белгіленбеген" in text and list(files) == ["tied-grant-final_km_G-001.xlsx"], text


def odd_names(folder):
    """A grant whose code has a slash and Kazakh letters: no path trouble, and the attachment's name arrives whole."""
    office = Office(SOURCE, folder)
    with open(f"{folder}/grants.csv", "w", encoding="utf-8") as file:
        file.write("code;organisation;title_kk;title_ru;donor;tied_by;agreement_number;agreement_date;starts_on\n"
                   "../Ғылым № 1/2026;km;Атауы;Название;Қор;borrowing;1;01.01.2026;01.01.2026\n")
    office.esep("a", "import", "grants", f"{folder}/grants.csv")
    give_addresses(office, "km")
    letters, _ = remind(office, "2026-11-17", "--org", "km", "--subject", "../Ғылым № 1/2026")
    assert len(letters) == 1 and os.listdir(f"{folder}/letters") == [letters[0]["file"]], letters
    _, _, files = read(f"{folder}/letters/{letters[0]['file']}")
    (name,) = files
    assert name.startswith("tied-grant-usage_km_.._Ғылым_№_1_2026_2026-10_") and name.endswith(".xlsx") and "/" not in name, name


def same_bytes_and_all_at_once(folder):
    bytes_of = []
    for name, env in (("a", {}), ("b", {"TZ": "America/New_York", "LANG": "ru_RU.UTF-8", "USER": "x"})):
        os.mkdir(f"{folder}/{name}")
        office = office_with_addresses(f"{folder}/{name}")
        run("-w", office.ws, "--as", "B", "--today", "2026-11-17", "remind", "tied-grant-usage", "--period", "2026-10", "--to", "eml", "-o", f"{folder}/{name}/l",
            env=env, expect=0)
        bytes_of.append({n: open(f"{folder}/{name}/l/{n}", "rb").read() for n in sorted(os.listdir(f"{folder}/{name}/l"))})
    assert bytes_of[0] == bytes_of[1] and len(bytes_of[0]) == 3
    words = ["-w", office.ws, "--lang", "en", "--today", "2026-11-18", "remind", "tied-grant-usage", "--period", "2026-10", "--to", "eml", "-o", f"{folder}/race"]
    racing = [subprocess.Popen([os.environ["ESEP"], *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(4)]
    said = [(p.communicate(timeout=120)[1].decode(), p.returncode) for p in racing]
    assert all(code == 0 for _, code in said), said
    assert sum("3 letters written" in err for err, _ in said) == 1 and sum("0 letters written" in err for err, _ in said) == 3, said


def main():
    with tempfile.TemporaryDirectory() as folder:
        for part in (to_whom, by_post, refused_workbook, taken_back, once_a_day, as_pdf, moved_deadline, without_a_term, odd_names, same_bytes_and_all_at_once):
            os.mkdir(f"{folder}/{part.__name__}")
            part(f"{folder}/{part.__name__}")
    print("reminders reach whom they should, once a day")


main()
