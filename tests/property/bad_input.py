#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Bad input: one clear message, the right exit code, in bounded time, and nothing changed. usage: bad_input.py SOURCE_DIR"""
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import run  # noqa: E402

SOURCE = sys.argv[1]
FILL = f"{SOURCE}/tests/samples/tied-grants/fill.py"
FORM = "tied-grant-usage"


def digest(workspace):
    """Of the register's content: the file changes its journal when it is only read."""
    dump = subprocess.run(["sqlite3", f"{workspace}/esep.db", ".dump"], capture_output=True, check=True).stdout
    return hashlib.sha256(dump).hexdigest()


def hostile_files(folder, good):
    def write(name, data):
        with open(f"{folder}/{name}", "wb") as file:
            file.write(data)
        return f"{folder}/{name}"

    with open(good, "rb") as file:
        data = file.read()
    yield write("empty.xlsx", b""), "FILE-EMPTY"
    yield write("old.xls", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 2000), None
    yield write("paper.xlsx", b"%PDF-1.4\n%..."), "FILE-PDF"
    yield write("truncated.xlsx", data[: len(data) // 2]), None
    yield write("noise.xlsx", bytes(range(256)) * 50), None
    yield write("latin.csv", b"\xff\xfe\x00"), None
    yield f"{folder}/not-there.xlsx", "FILE-MISSING"
    bomb = f"{folder}/bomb.xlsx"
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, source.read(name) if "sheet1" not in name else b" " * (300 << 20))
    yield bomb, None
    dtd = f"{folder}/dtd.xlsx"
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(dtd, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            body = source.read(name)
            if "sheet1.xml" in name and "rels" not in name:
                body = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>' + body.split(b"?>", 1)[-1]
            target.writestr(name, body)
    yield dtd, None


def main():
    with tempfile.TemporaryDirectory() as folder:
        ws = f"{folder}/ws"
        run("init", ws, expect=0)
        run("-w", ws, "import", "grants", f"{SOURCE}/tests/samples/tied-grants/grants.csv", expect=0)
        key = ["--org", "km", "--subject", "G-001", "--period", "2026-10"]
        run("-w", ws, "blank", FORM, *key, "-o", f"{folder}/blank.xlsx", expect=0)
        good = f"{folder}/good.xlsx"
        subprocess.run([sys.executable, FILL, f"{SOURCE}/forms/{FORM}.2025-06.toml", "two systems with lists of different lengths",
                        f"{folder}/blank.xlsx", good, "--set", "compiled_on=05.11.2026"], check=True)
        before = digest(ws)
        for path, code in hostile_files(folder, good):
            for command in ("check", "submit"):
                began = time.monotonic()
                result = run("-w", ws, command, path, "--json", expect=1)
                assert time.monotonic() - began < 60, path
                findings = result.json()["findings"]
                assert len(findings) == 1, (path, findings)
                assert code is None or findings[0]["code"] == code, (path, findings)
                assert findings[0]["message"] and findings[0]["message"] != findings[0]["code"], findings
        named = {
            "ORGANISATION-OTHER": ["--org", "dsm"], "PERIOD-OTHER": ["--period", "2026-09"], "SUBJECT-OTHER": ["--subject", "G-002"],
        }
        for code, options in named.items():
            found = run("-w", ws, "submit", good, *options, "--received", "2026-11-10", "--json", expect=1).json()["findings"]
            assert code in {f["code"] for f in found}, (code, found)
        early = run("-w", ws, "submit", good, "--received", "2026-10-30", "--json", expect=1).json()["findings"]
        assert "PERIOD-NOT-OPEN" in {f["code"] for f in early}, early
        copy = shutil.copy(good, f"{folder}/copy.xlsx")
        twice = run("-w", ws, "submit", good, copy, "--received", "2026-11-10", "--json", expect=1).json()["findings"]
        assert [f["code"] for f in twice] == ["DUPLICATE-KEY", "DUPLICATE-KEY"], twice
        assert digest(ws) == before, "something was written"

        assert run("-w", ws, "blank", FORM, "--org", "nobody", "--subject", "G-001", "--period", "2026-10", "-o", f"{folder}/x.xlsx").code == 2
        assert run("-w", ws, "status", "tied-grant-usag", "--period", "2026-10").code == 2
        assert run("-w", ws, "show", "S-000099").code == 2
        assert run("-w", f"{folder}/nowhere", "status", FORM, "--period", "2026-10").code == 2
        assert run("-w", ws, "blnk", FORM).code == 64
        assert run("-w", ws, "status", FORM, "--perod", "2026-10").code == 64
        assert run("-w", ws, "status", FORM, "--period", "2026-13").code == 64
        assert run("due", "--from", "2031-01-01", "--to", "2031-02-01").code == 2
        receipt = run("-w", ws, "submit", good, "--received", "2026-11-10", "--json", expect=0).json()["submissions"][0]
        full = run("-w", ws, "render", FORM, receipt["submission"], "--to", "pdf", "-o", "/dev/full")
        assert full.code == 2 and "full" in full.err, (full.code, full.err)
        again = run("-w", ws, "submit", good, "--received", "2026-11-12", "--json", expect=0).json()["submissions"][0]
        assert again["submission"] == receipt["submission"] and again["received"] == receipt["received"]
        run("-w", ws, "withdraw", receipt["submission"], "--reason", "wrong body", expect=0)
        status = run("-w", ws, "status", FORM, "--period", "2026-10", "--org", "km", "--json").json()["status"]
        assert status[0]["revision"] is None, status
        with open(f"{ws}/esep.db", "r+b") as file:
            file.write(b"not a database at all")
        assert run("-w", ws, "history").code == 2
    print("bad input is refused and nothing is lost")


main()
