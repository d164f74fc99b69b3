#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A receipt holds as it was issued and not otherwise: each fact of a receipt in each format, and of an answer in JSON, is edited once, and doctor
notices each; what happens to a report later makes no receipt wrong. An ordinary run edits a third of them. usage: receipts.py SOURCE_DIR"""
import csv
import html
import io
import json
import os
import re
import shutil
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from share import taken  # noqa: E402
from upkeep_office import Office, opened, rewrite_zip  # noqa: E402

FORMATS = ("pdf", "xlsx", "docx", "html", "json", "csv")


def write(path, data):
    with open(path, "w" if isinstance(data, str) else "wb", **({"encoding": "utf-8", "newline": ""} if isinstance(data, str) else {})) as file:
        file.write(data)
    return path


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def facts(office, file, ws=None):
    """Codes of the damage to a receipt, and the facts that are named."""
    damage = office.esep("doctor", "--json", "--receipt", file, ws=ws, expect=1).json()["damage"]
    assert all(d["part"] == "receipt" and d["advice"] for d in damage), damage
    named = [re.search(r"“(.+?)”: (.*); the register says", d["message"], re.S) for d in damage if d["code"] == "RECEIPT-FACT"]
    return {d["code"] for d in damage}, {m[1] for m in named}


def otherwise(value):
    """Another value of the same kind."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if value is None:
        return "x"
    last = value[-1]
    return value[:-1] + ("1" if last == "0" else "0" if last.isdigit() else "ә" if last != "ә" else "ж")


def answers(office):
    """Each field of an answer of `submit` and of `show`."""
    edited = 0
    for n, number in enumerate(("S-000001", "S-000002", "S-000003")):
        shown = office.esep("show", number, "--json", expect=0).out
        for text in (office.receipts[n], shown):
            file = write(f"{office.folder}/answer.json", text)
            assert office.damage("--receipt", file, expect=0) == [], number
            answer = json.loads(text)
            one = answer["submissions"][0]
            places = [(one, key) for key, value in one.items() if not isinstance(value, (list, dict))]
            places += [(finding, part) for finding in one["findings"] for part in ("sheet", "cell", "row", "column", "code", "severity")]
            for place, key in places:
                if key != "submission" and not taken((number, key, text is shown), 5):
                    continue
                before = place[key]
                place[key] = otherwise(before)
                codes, named = facts(office, write(file, json.dumps(answer, ensure_ascii=False)))
                assert codes == ({"RECEIPT-LOST"} if key == "submission" else {"RECEIPT-FACT"}), (number, key, codes)
                assert key == "submission" or any(name == key or name.endswith(f".{key}") for name in named), (key, named)
                place[key] = before
                edited += 1
            if one["findings"]:
                cut = dict(one, findings=one["findings"][1:])
                assert "findings" in facts(office, write(file, json.dumps(dict(answer, submissions=[cut]))))[1]
            for key in ("timeliness", "received", "chain_head", "sha256"):
                less = {k: v for k, v in one.items() if k != key}
                assert facts(office, write(file, json.dumps(dict(answer, submissions=[less]))))[1] == {key}, key
            # The number of another submission; a state that it never had; a key that stands twice.
            other = dict(one, submission="S-000001" if number != "S-000001" else "S-000002")
            assert {"sha256", "chain_head"} <= facts(office, write(file, json.dumps(dict(answer, submissions=[other]))))[1]
            assert facts(office, write(file, json.dumps(dict(answer, submissions=[dict(one, state="approved")]))))[1] == {"state"}
            office.esep("doctor", "--receipt", write(file, text.replace('"received":', '"received": "2026-11-01T00:00", "received":', 1)), expect=2)
    return edited


def edited_html(text):
    for match in re.finditer(r'(<th scope="row">)(.*?)(</th><td>)(.*?)(</td>)', text, re.S):
        value = html.escape(otherwise(html.unescape(match[4])), quote=False)
        yield html.unescape(match[2]), text[:match.start(4)] + value + text[match.end(4):]


def edited_json(text):
    whole = json.loads(text)
    fields = whole["documents"][0]["sections"][0]["fields"]
    for label, value in list(fields.items()):
        fields[label] = otherwise(value)
        yield label, json.dumps(whole, ensure_ascii=False)
        fields[label] = value


def edited_csv(text):
    rows = list(csv.reader(io.StringIO(text[1:]), delimiter=";"))
    for n, row in enumerate(rows):
        if len(row) != 2:
            continue
        out = io.StringIO()
        csv.writer(out, delimiter=";").writerows(rows[:n] + [[row[0], otherwise(row[1])]] + rows[n + 1:])
        yield row[0], "\ufeff" + out.getvalue()


def receipts(office):
    edited = 0
    for number in ("S-000002", "S-000003"):
        for lang in ("kk", "ru"):
            for to in FORMATS:
                file = f"{office.folder}/{number}-{lang}.{to}"
                office.esep("--paper-lang", lang, "render", "receipt", number, "--to", to, "-o", file, expect=0)
                said = office.esep("doctor", "--receipt", file, expect=0).out
                assert "is exactly the receipt that the register issued" in said and number in said and "The receipt is confirmed" in said, said
            for to, edits in (("html", edited_html), ("json", edited_json), ("csv", edited_csv)):
                text = read(f"{office.folder}/{number}-{lang}.{to}")
                labels = set()
                for label, changed in edits(text):
                    assert changed != text, label
                    labels.add(label)
                    if not taken((number, lang, to, label), 5):
                        continue
                    codes, named = facts(office, write(f"{office.folder}/edited.{to}", changed))
                    first = {"Тіркеу нөмірі", "Регистрационный номер"}
                    if to == "csv" and label in first:  # nothing else says whose receipt it is
                        assert codes == {"RECEIPT-LOST", "RECEIPT-NOT-ISSUED"}, (label, codes)
                    else:
                        assert codes == {"RECEIPT-NOT-ISSUED" if to == "csv" else "RECEIPT-ALTERED", "RECEIPT-FACT"}, (to, label, codes)
                        assert label in named, (label, named)
                    edited += 1
                assert len(labels) >= 12, labels
            # Without its code an edited receipt is one that was not issued.
            text = re.sub(r"[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}", "", read(f"{office.folder}/{number}-{lang}.html"))
            codes, named = facts(office, write(f"{office.folder}/edited.html", text.replace("18.11.2026", "09.11.2026")))
            assert codes == {"RECEIPT-NOT-ISSUED", "RECEIPT-FACT"} and named, (codes, named)
    lone = read(f"{office.folder}/S-000003-ru.html")
    assert "RECEIPT-FACT" in facts(office, write(f"{office.folder}/edited.html", re.sub(r"<tbody>\s*<tr>.*?</tr>", "<tbody>", lone, count=1, flags=re.S)))[0]
    for to in ("pdf", "xlsx", "docx"):
        source, changed = f"{office.folder}/S-000002-ru.{to}", f"{office.folder}/edited.{to}"
        if to == "pdf":
            with open(source, "rb") as file:
                write(changed, file.read() + b"\n% a line more\n")
        else:
            rewrite_zip(source, changed, lambda name, data: data.replace(b"18.11.2026", b"09.11.2026"))
        assert facts(office, changed)[0] == {"RECEIPT-ALTERED"}, to
        edited += 1
    assert facts(office, f"{office.folder}/blank-G-001.xlsx")[0] == {"RECEIPT-NOT-ISSUED"}
    office.esep("doctor", "--receipt", write(f"{office.folder}/note.txt", "S-000002 " + "0" * 64), expect=2)
    return edited


def register_changed(office):
    """The receipt is right and the register is not: an issued receipt still tells what it told."""
    for column, value, label in (("received", "2026-11-30T09:00", "Received"), ("effective", "2027-01-01", "deadline"), ("user", "nobody", "")):
        ws = f"{office.folder}/changed-{column}"
        shutil.copytree(office.ws, ws)
        with opened(f"{ws}/esep.db") as database:
            for (guard,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
                database.execute(f"DROP TRIGGER {guard}")
            database.execute(f"UPDATE submission SET {column} = ? WHERE id = 2", (value,))
        for to in ("html", "json"):
            codes = {d[2] for d in office.damage("--receipt", f"{office.folder}/S-000002-kk.{to}", ws=ws)}
            assert "RECEIPT-FACT" in codes, (column, to, codes)


def later(office):
    """What happens to the report later makes its receipts no lie."""
    held = [f"{office.folder}/S-000002-{lang}.{to}" for lang in ("kk", "ru") for to in FORMATS]
    held.append(write(f"{office.folder}/submitted.json", office.receipts[1]))
    for words in (["review", "open", "S-000002", "--to", "rev"], ["withdraw", "S-000002", "--reason", "a mistake"]):
        office.esep(*words, user="registrar" if words[0] == "withdraw" else "clerk", expect=0)
        for file in held:
            assert office.damage("--receipt", file, expect=0) == [], (words, file)
    first = write(f"{office.folder}/first.json", office.receipts[0])
    assert office.damage("--receipt", first, expect=0) == []


def main():
    with tempfile.TemporaryDirectory() as folder:
        office = Office(folder)
        edited = answers(office) + receipts(office)
        register_changed(office)
        later(office)
    print(f"{edited} facts edited, each noticed")


if __name__ == "__main__":
    main()
