#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A restoration says what it takes away, keeps it, and gives none of its numbers again. usage: restored.py SOURCE_DIR"""
import glob
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from upkeep_office import FORM, SAMPLES, SOURCE, TWO, Office, assess_and_recommend, dump  # noqa: E402


def report(office, subject, org, users):
    """Another workbook for that body; returns its path."""
    blank, filled = f"{office.folder}/b-{subject}.xlsx", f"{office.folder}/f-{subject}-{users}.xlsx"
    office.esep("blank", FORM, "--org", org, "--subject", subject, "--period", "2026-10", "-o", blank, expect=0)
    subprocess.run([sys.executable, f"{SAMPLES}/fill.py", f"{SOURCE}/forms/{FORM}.2025-06.toml", TWO, blank, filled, "--set", "compiled_on=05.11.2026",
                    "--set", f"user_count[1]={users}"], check=True)
    return filled


def submit(office, file, user="registrar"):
    one = office.esep("submit", file, "--received", "2026-11-18T16:05", "--json", user=user, expect=0).json()["submissions"][0]
    return one["submission"]


def signature(office, n):
    path = f"{office.folder}/{n}.p7s"
    with open(path, "wb") as file:
        file.write(b"0\x82" + bytes([n]) + b"signature")
    return path


def kept(office):
    return sorted(glob.glob(f"{office.ws}/esep.db.replaced-*.backup"))


def of_a_replaced_register(office, folder):
    """A report that came after the evening's backup; its receipts; then the backup is restored. Returns the report's file."""
    assess_and_recommend(office, "do it")
    office.esep("backup", f"{folder}/evening.db", expect=0)
    file = report(office, "G-002", "oam", 7)
    with open(f"{folder}/receipt.json", "w", encoding="utf-8") as out:
        out.write(office.esep("submit", file, "--received", "2026-11-18T16:05", "--json", expect=0).out)
    office.esep("render", "receipt", "S-000004", "--to", "html", "-o", f"{folder}/receipt.html", expect=0)
    office.esep("restore", f"{folder}/evening.db", "--replace", today="2026-11-27T10:15", expect=0)
    return file


def handed_in_again():
    """What a receipt of the replaced register is told contradicts nothing, and names the submission that came in its place."""
    with tempfile.TemporaryDirectory() as folder:
        office = Office(folder)
        file = of_a_replaced_register(office, folder)

        def told(receipt):
            said = office.esep("--lang", "ru", "doctor", "--receipt", f"{folder}/{receipt}", expect=1).out
            assert "ничего не вносите" not in said, said
            return [damage[1:] for damage in office.damage("--receipt", f"{folder}/{receipt}")], said

        for receipt in ("receipt.json", "receipt.html"):
            damage, said = told(receipt)
            assert damage == [("S-000004", "RECEIPT-REPLACED")], damage
            assert "Что делать (расписка заменённого реестра): восстановите сохранённый файл" in said, said
        assert submit(office, file) == "S-000005"
        for receipt in ("receipt.json", "receipt.html"):
            damage, said = told(receipt)
            assert damage == [("S-000004", "RECEIPT-REPLACED-AGAIN")], damage
            assert "Тот же файл отчёта зарегистрирован в нынешнем реестре заново: S-000005." in said, said
            assert "выдайте органу расписку с новым номером и напишите ему, что прежняя недействительна." in said, said


def back_again():
    """The wrong backup was restored: the register that comes back holds the report, so nothing of it is lost."""
    with tempfile.TemporaryDirectory() as folder:
        office = Office(folder)
        of_a_replaced_register(office, folder)
        said = office.esep("restore", kept(office)[0], "--replace", today="2026-11-28T10:15", expect=0).err
        assert "(restore_lost)" not in said and "S-000004" not in said, said
        entries = office.esep("history", "--json", expect=0).json()["history"]
        assert [e["action"] for e in entries if e["action"].startswith("restore")] == ["restore"], entries
        assert "S-000004" in office.esep("show", "S-000004", expect=0).out
        assert office.damage("--receipt", f"{folder}/receipt.json", expect=0) == []


def main():
    with tempfile.TemporaryDirectory() as folder:
        office = Office(folder)
        assess_and_recommend(office, "do it")
        office.esep("attach", "S-000002", signature(office, 1), expect=0)
        backup = f"{folder}/backup.db"
        office.esep("backup", backup, expect=0)

        # What happens after the backup.
        assert submit(office, report(office, "G-002", "oam", 7)) == "S-000004"
        office.esep("render", "receipt", "S-000004", "--to", "html", "-o", f"{folder}/lost.html", expect=0)
        office.esep("recommend", "S-000002", "--text", "and that", "--due", "2026-12-21", user="rev", expect=0)
        office.esep("attach", "S-000002", signature(office, 2), expect=0)
        office.esep("waive", FORM, "--org", "gzhbm", "--period", "2026-10", "--until", "2026-12-15", "--reason", "flood", "--basis", "№ 7", user="head", expect=0)
        before = dump(f"{office.ws}/esep.db")

        said = office.esep("restore", backup, "--replace", today="2026-11-27T10:15", expect=0).err
        assert "5 entries that the restored one lacks, among them 1 submission" in said or "among them 1 submission" in said, said
        for words in (("submit", "S-000004", "Ministry of Education of the Republic of Kazakhstan; G-002; October 2026"), ("recommend", "R-000002"), ("attach", "A-000002"),
                      ("waive", "Ministry of Science and Higher Education"), ("paper", "S-000004")):
            line = [x for x in said.splitlines() if f"({words[0]})" in x]
            assert line and all(w in line[0] for w in words), (words, said)
        assert len(kept(office)) == 1 and dump(kept(office)[0]) == before
        assert office.damage(expect=0) == []
        # The receipt that was issued tells where its report went.
        damage = office.damage("--receipt", f"{folder}/lost.html")
        assert ("receipt", "S-000004", "RECEIPT-REPLACED") in damage, damage

        # Nothing gets a number that was given.
        other = report(office, "G-002", "oam", 8)
        assert submit(office, other) == "S-000005"
        recommended = office.esep("recommend", "S-000002", "--text", "another", "--due", "2026-12-22", "--json", user="rev", expect=0).json()
        assert recommended["recommendations"][0]["recommendation"] == "R-000003", recommended
        assert "A-000003" in office.esep("attach", "S-000002", signature(office, 3), expect=0).err + office.esep("show", "S-000002", expect=0).out
        assert office.damage(expect=0) == []
        office.esep("show", "S-000004", expect=2)

        # Back to the register that was replaced: now S-000005 is what is lost, and it stays lost.
        said = office.esep("restore", kept(office)[0], "--replace", today="2026-11-28T10:15", expect=0).err
        assert "S-000005" in said and "R-000003" in said and "A-000003" in said, said
        assert office.damage(expect=0) == []
        assert submit(office, report(office, "G-006", "gzhbm", 9)) == "S-000006"
        assert "S-000004" in office.esep("show", "S-000004", expect=0).out
        # A third time: what was lost before is still known.
        office.esep("restore", backup, "--replace", today="2026-11-29T10:15", expect=0)
        assert submit(office, report(office, "G-006", "gzhbm", 10)) == "S-000007"
        damage = office.damage("--receipt", f"{folder}/lost.html")
        assert ("receipt", "S-000004", "RECEIPT-REPLACED") in damage, damage
        assert office.damage(expect=0) == []
        again = f"{folder}/again"
        office.esep("backup", f"{folder}/after.db", expect=0)
        office.esep("restore", f"{folder}/after.db", ws=again, expect=0)
        assert office.damage(ws=again, expect=0) == []

        # Nothing more than the backup: nothing is said to be lost. Unreadable: nobody knows, and that is said.
        said = office.esep("restore", f"{folder}/after.db", "--replace", ws=again, expect=0).err
        assert "restore" in said.lower() and "among them 0 submissions" in said, said  # only its own restoration
        with open(f"{again}/esep.db", "wb") as file:
            file.write(b"a disk lost its mind" * 500)
        said = office.esep("restore", f"{folder}/after.db", "--replace", ws=again, expect=0).err
        assert "cannot be read, so nobody knows what it had more" in said, said
    handed_in_again()
    back_again()
    print("a restoration loses nothing without saying so")


if __name__ == "__main__":
    main()
