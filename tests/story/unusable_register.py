#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Where a register cannot be worked with, the program says so and leaves everything as it was: somebody else's database, a newer one, a damaged one, a
folder that may only be read. And what an export holds can be submitted again, value for value. usage: unusable_register.py SOURCE_DIR"""
import csv
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import ESEP, run  # noqa: E402

SOURCE = sys.argv[1]
NOBODY = 65534
COMMANDS = (["review", "list"], ["show", "S-000001"], ["history"], ["status", "tied-grant-usage", "--period", "2026-10"],
            ["lock", "tied-grant-usage", "--period", "2026-10", "--reason", "closed"], ["backup", "{folder}/backup.db"], ["export", "{folder}/export"])


def contents(folder):
    out = {}
    for base, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(base, name), "rb") as file:
                out[os.path.relpath(os.path.join(base, name), folder)] = file.read()
    return out


def made(folder, name):
    ws = f"{folder}/{name}"
    run("--as", "clerk", "--today", "2026-11-01", "init", ws, expect=0)
    with sqlite3.connect(f"{ws}/esep.db") as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return ws


def foreign(folder):
    ws = f"{folder}/foreign"
    os.mkdir(ws)
    with sqlite3.connect(f"{ws}/esep.db") as database:
        database.execute("CREATE TABLE photos(name TEXT)")
        database.execute("INSERT INTO photos VALUES('sea')")
    database.close()
    return ws, "REGISTRY-FOREIGN"


def newer(folder):
    ws = made(folder, "newer")
    with sqlite3.connect(f"{ws}/esep.db") as database:
        database.execute("PRAGMA user_version = 99")
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return ws, "REGISTRY-NEWER"


def no_database(folder):
    ws = f"{folder}/none"
    os.mkdir(ws)
    with open(f"{ws}/esep.db", "wb") as file:
        file.write(b"this was a photograph once" * 400)
    return ws, "SQLITE-CORRUPT"


def cut_short(folder):
    ws = made(folder, "short")
    size = os.path.getsize(f"{ws}/esep.db")
    with open(f"{ws}/esep.db", "rb+") as file:
        file.truncate(size * 2 // 3)
    return ws, "SQLITE-CORRUPT"


def unusable(folder):
    for make in (foreign, newer, no_database, cut_short):
        ws, code = make(folder)
        before = contents(ws)
        for words in COMMANDS:
            words = [w.format(folder=folder) for w in words]
            for lang in ("kk", "ru", "en"):
                answer = subprocess.run([ESEP, "-w", ws, "--as", "clerk", "--lang", lang, "--today", "2026-11-02", *words], capture_output=True)
                said = answer.stderr.decode()
                # A file that is cut short may still show what its sound pages hold.
                assert answer.returncode == 2 or (make is cut_short and answer.returncode in (0, 1)), (make.__name__, words, answer)
                assert answer.returncode != 2 or (said.strip() and "Sanitizer" not in said and code not in said), (words, said)
        examined = run("-w", ws, "doctor", "--json")
        if make is newer:
            assert examined.code == 2 and "99" in run("-w", ws, "doctor").err, examined.err
        else:
            assert examined.code == 1 and examined.json()["damage"][0]["code"] in (code, "DOCTOR-DATABASE"), (make.__name__, examined.out, examined.err)
        after = contents(ws)
        assert {n: b for n, b in after.items() if not n.endswith(("-wal", "-shm"))} == before, make.__name__
        assert not os.path.exists(f"{folder}/export") or make is cut_short, make.__name__
        for left in (f"{folder}/export", f"{folder}/backup.db"):
            shutil.rmtree(left, ignore_errors=True)
            if os.path.exists(left):
                os.remove(left)


def only_to_be_read(folder):
    """As somebody who is not root, in a folder that belongs to another."""
    ws = made(folder, "locked")
    os.chmod(os.path.dirname(folder), 0o755)
    os.chmod(folder, 0o755)
    for base, folders, names in os.walk(ws):
        os.chmod(base, 0o555)
        for name in names:
            os.chmod(os.path.join(base, name), 0o444)
    other = {}
    if os.geteuid() == 0:
        program = f"{folder}/esep"
        shutil.copy(ESEP, program)
        os.chmod(program, 0o755)
        other = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
    else:
        program = ESEP
    shutil.copy(f"{SOURCE}/tests/samples/tied-grants/grants.csv", f"{folder}/grants.csv")
    os.chmod(f"{folder}/grants.csv", 0o644)
    before = contents(ws)
    for words in (["lock", "tied-grant-usage", "--period", "2026-10", "--reason", "closed"], ["import", "grants", f"{folder}/grants.csv"], ["backup", f"{ws}/copy.db"],
                  ["export", f"{ws}/export"], ["init", f"{ws}/more"]):
        answer = subprocess.run([program, "-w", ws, "--as", "clerk", "--lang", "en", "--today", "2026-11-02", *words] if words[0] != "init" else
                                [program, "--lang", "en", *words], capture_output=True, cwd="/", **other)
        said = answer.stderr.decode()
        assert answer.returncode == 2 and ws in said and said.count("\n") <= 3, (words, answer)
    assert contents(ws) == before
    for base, _, _ in os.walk(ws):
        os.chmod(base, 0o755)


TYPED_FORM = """form = "typed"
edition = "2025"
period = "month"
title = { kk = "Барлық түр", ru = "Все типы" }
law = { kk = "Бұйрық", ru = "Приказ" }
in_force = { from = 2025-01-01 }
%s
[[obligation]]
id = "typed-monthly"
title = { kk = "Түрлер есебі", ru = "Отчёт о типах" }
organisations = ["km"]
period = "month"
due = { day = 20, months_after = 1 }
law = { kk = "Бұйрық", ru = "Приказ" }
"""
COLUMNS = (("a_text", "text", "", ["бірінші; «жол»", "a,b\"c", "екі\nжол"]), ("an_integer", "integer", "", [0, 12650, -7]),
           ("a_decimal", "decimal", "scale = 3", ["0.125", "-17.5", "1234567.891"]), ("a_money", "money", "", ["0.01", "780000", "99999999.99"]),
           ("a_percent", "percent", "", ["12.5", "100", "0"]), ("a_date", "date", "", ["2026-02-28", "2024-02-29", "1999-12-31"]),
           ("a_choice", "choice", 'choices = [{ id = "one", title = { kk = "бір", ru = "один" } }, { id = "two", title = { kk = "екі", ru = "два" } }]',
            ["one", "two", "one"]), ("a_yes", "yes_no", "", [True, False, True]), ("a_url", "url", "", ["https://gov.kz/a?b=c,d", None, "https://egov.kz"]),
           ("an_iin", "iin", "", ["880101300123", "900215400003", None]), ("a_bin", "bin", "", ["990340000014", None, "250140999012"]),
           ("a_list", "text", "multiple = true", [["VIN", "БСН"], ["жалғыз"], None]))


def round_trip(folder):
    ws = f"{folder}/typed"
    run("--as", "clerk", "--today", "2026-11-01", "init", ws, expect=0)
    columns = "".join(f'[[column]]\nid = "{c}"\nnumber = "{i}"\ntype = "{kind}"\ntitle = {{ kk = "Баған {i}", ru = "Графа {i}" }}\n{more}\n'
                      for i, (c, kind, more, _) in enumerate(COLUMNS, 1))
    with open(f"{ws}/forms/typed.2025.toml", "w", encoding="utf-8") as file:
        file.write(TYPED_FORM % columns)

    def submit(name, period, rows):
        with open(f"{folder}/{name}.json", "w", encoding="utf-8") as file:
            json.dump({"form": "typed", "edition": "2025", "organisation": "km", "period": period, "rows": rows}, file, ensure_ascii=False)
        answer = run("-w", ws, "--as", "clerk", "--today", "2026-11-05", "submit", f"{folder}/{name}.json", "--json")
        assert answer.code == 0, answer.out + answer.err
        entries = run("-w", ws, "history", "--action", "submit", "--json", expect=0).json()["history"]
        return entries[-1]["details"]["rows_sha256"]

    rows = [{c: values[i] for c, _, _, values in COLUMNS if values[i] is not None} for i in range(3)]
    first = submit("first", "2026-09", rows)
    run("-w", ws, "--as", "clerk", "export", f"{folder}/out", "--with-personal", expect=0)
    with open(f"{folder}/out/dictionary.csv", encoding="utf-8-sig", newline="") as file:
        kinds = {r["column"]: (r["type"], r["title_kk"], r["title_ru"]) for r in csv.DictReader(file) if r["file"] == "forms/typed.csv"}
    for i, (c, kind, _, _) in enumerate(COLUMNS, 1):
        assert kinds[c] == (kind, f"Баған {i}", f"Графа {i}"), kinds[c]
    with open(f"{folder}/out/forms/typed.csv", encoding="utf-8-sig", newline="") as file:
        exported = list(csv.DictReader(file))
    assert exported[0]["a_money"] == "0.01" and exported[1]["a_date"] == "2024-02-29" and exported[2]["an_integer"] == "-7", exported
    again = [{c: row[c] for c, _, _, _ in COLUMNS if row[c] != ""} for row in exported]
    assert submit("again", "2026-10", again) == first, (rows, again)
    with open(f"{folder}/out/submissions.json", encoding="utf-8") as file:
        kept = json.load(file)["submissions"]
    shown = run("-w", ws, "show", "S-000001", "--json", expect=0).json()["submissions"]
    assert len(kept) == 1 and kept[0]["chain_head"] == shown[0]["chain_head"] and kept[0]["sha256"] == shown[0]["sha256"], kept


def main():
    with tempfile.TemporaryDirectory() as folder:
        for part in (unusable, only_to_be_read, round_trip):
            os.mkdir(f"{folder}/{part.__name__}")
            part(f"{folder}/{part.__name__}")
    print("refused where it must be, and an export can be submitted again")


if __name__ == "__main__":
    main()
