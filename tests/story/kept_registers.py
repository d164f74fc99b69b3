#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Registers of every earlier schema version open, migrate and are sound, their receipts hold, and work goes on in them. usage: kept_registers.py SOURCE_DIR"""
import glob
import json
import lzma
import os
import re
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import run  # noqa: E402
from upkeep_office import opened  # noqa: E402

SOURCE = sys.argv[1]
KEPT = f"{SOURCE}/tests/samples/registers"


def schema_version():
    with open(f"{SOURCE}/src/registry/schema.h", encoding="utf-8") as file:
        return int(re.search(r"kSchemaVersion = (\d+)", file.read())[1])


def unpack(version, ws):
    os.makedirs(ws)
    with lzma.open(f"{KEPT}/v{version}.db.xz") as packed, open(f"{ws}/esep.db", "wb") as file:
        file.write(packed.read())


def check(version, folder):
    ws = f"{folder}/v{version}"
    unpack(version, ws)

    def esep(*words, expect=0, user="clerk"):
        return run("-w", ws, "--as", user, "--today", "2026-11-26", *words, expect=expect)

    with opened(f"file:{ws}/esep.db?mode=ro", uri=True) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (version,)
        entries = database.execute("SELECT hash FROM history ORDER BY seq").fetchall()
    damage = esep("doctor", "--json").json()
    assert damage["damage"] == [] and damage["chain_head"] == entries[-1][0], damage
    with opened(f"file:{ws}/esep.db?mode=ro", uri=True) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (schema_version(),)
        assert database.execute("SELECT hash FROM history ORDER BY seq").fetchall() == entries
    migrated = version < schema_version()
    assert os.path.exists(f"{ws}/esep.db.v{version}.backup") == migrated
    with open(f"{KEPT}/v{version}.json", encoding="utf-8") as file:
        receipts = json.load(file)
    assert len(receipts) >= 4
    for n, receipt in enumerate(receipts):
        name = receipt
        if not isinstance(receipt, str):
            name = f"{folder}/receipt-{version}-{n}.json"
            with open(name, "w", encoding="utf-8") as file:
                json.dump(receipt, file, ensure_ascii=False)
        held = esep("doctor", "--receipt", name).out
        assert "The receipt is confirmed" in held, held
        if not isinstance(receipt, str):  # and an edited one does not
            receipt["submissions"][0]["received"] = "2026-11-01T09:00"
            with open(name, "w", encoding="utf-8") as file:
                json.dump(receipt, file, ensure_ascii=False)
            esep("doctor", "--receipt", name, expect=1)
    # Work goes on.
    shown = esep("show", "S-000002", "--json").json()["submissions"][0]
    assert shown["revision"] == 2 and shown["timeliness"] == "on_time", shown
    esep("show", "S-000003", "--history")
    esep("status", "tied-grant-usage", "--period", "2026-10", expect=1 if version in (1, 7) else 0)  # 7 has every grant, and not every report
    esep("withdraw", "S-000002", "--reason", "a mistake")
    assert esep("show", "S-000001", "--json").json()["submissions"][0]["state"] == "received"
    esep("render", "tied-grant-usage", "S-000001", "--to", "html", "-o", f"{folder}/paper-{version}.html")
    esep("export", f"{folder}/export-{version}")
    esep("backup", f"{folder}/backup-{version}.db")
    assert esep("doctor", "--json").json()["damage"] == []
    # The copy that was kept before the migration is the register as it was.
    if migrated:
        again = f"{folder}/again-{version}"
        run("-w", again, "--as", "clerk", "--today", "2026-11-26", "restore", f"{ws}/esep.db.v{version}.backup", expect=0)
        assert run("-w", again, "doctor", "--json", expect=0).json()["damage"] == []


def main():
    versions = sorted(int(re.search(r"v(\d+)\.db", name)[1]) for name in glob.glob(f"{KEPT}/v*.db.xz"))
    assert versions[:7] == list(range(1, 8)) and versions[-1] >= schema_version() - 1, versions
    with tempfile.TemporaryDirectory() as folder:
        for version in versions:
            check(version, folder)
    print(f"registers of {len(versions)} versions are sound, and so are their receipts")


if __name__ == "__main__":
    main()
