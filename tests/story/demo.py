#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The demo as a test: states as promised, in a long run with dates shifted too; the same bytes whatever TZ, LANG, user and folder; official wording in
every output; PDF/A-1b; no word outside its page. usage: demo.py SOURCE_DIR"""
import glob
import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import run  # noqa: E402
from share import ALL  # noqa: E402

SOURCE = sys.argv[1]
JARS = [f"/usr/share/java/{name}.jar" for name in
        ("pdfbox2", "preflight", "xmpbox", "fontbox2", "commons-io", "commons-logging", "jaxb-api", "javax.activation")]


def demo(out, **env):
    environment = dict(os.environ, ESEP=os.environ["ESEP"], DEMO_OUT=out, NO_COLOR="1", **env)
    done = subprocess.run(["bash", f"{SOURCE}/scripts/demo.sh"], capture_output=True, env=environment, timeout=600)
    assert done.returncode == 0, done.stdout.decode()[-3000:] + done.stderr.decode()[-3000:]
    return done.stdout.decode() + done.stderr.decode()


def states(out):
    with open(f"{out}/status.json", encoding="utf-8") as file:
        return {s["organisation"]: (s["timeliness"], s["state"], s["working_days_late"], s["revision"]) for s in json.load(file)["status"]}


def after_review(first, second):
    """Returned, corrected, approved; the changes, the letter, the answer and the reminders are there, the same in both runs."""
    shown = run("-w", f"{first}/workspace", "status", "tied-grant-usage", "--period", "2026-10", "--org", "km", "--json", expect=0).json()["status"][0]
    assert (shown["state"], shown["revision"], shown["timeliness"]) == ("approved", 2, "on_time"), shown
    with open(f"{first}/changes-km.html", encoding="utf-8") as file:
        changes = file.read().replace("\u00a0", " ")
    assert "12 400" in changes and "12 650" in changes
    with open(f"{first}/letter-km.html", encoding="utf-8") as file:
        letter = file.read()
    assert "R-000001" in letter and "R-000002" in letter and "цифрландыру саласындағы" in letter
    waiting = run("-w", f"{first}/workspace", "--today", "2026-12-14", "followup", "--json", expect=0).json()["recommendations"]
    assert [(r["recommendation"], r["state"]) for r in waiting] == [("R-000002", "open")], waiting
    names = sorted(os.listdir(f"{first}/reminders"))
    assert len([n for n in names if n.endswith(".eml")]) == 5, names
    assert not ALL or names == sorted(os.listdir(f"{second}/reminders")), names
    for name in names if ALL else []:
        with open(f"{first}/reminders/{name}", "rb") as a, open(f"{second}/reminders/{name}", "rb") as b:
            assert a.read() == b.read(), f"{name} differs between two runs"
    with open(f"{first}/reminders-again.json", encoding="utf-8") as file:
        again = json.load(file)["reminders"]
    assert len(again) == 5 and all(r["written_by"] == "A. Head" and r["kind"] == "coming" for r in again), again


def check_shifted(out):
    """20 September 2026 is a Sunday: the deadline rolls to Monday the 21st, so the late one is late by three days of five."""
    demo(out, DEMO_PERIOD="2026-08", DEMO_MONTH="2026-09", DEMO_PARTS="grants")
    moved = states(out)
    assert moved["oam"][:2] == ("late", "received") and moved["oam"][2] == 4, moved
    assert moved["km"][0] == "on_time" and moved["gzhbm"][0] == "missing", moved


def main():
    with tempfile.TemporaryDirectory() as folder:
        first, second = (os.path.join(folder, name) for name in ("a", "b/deeper"))
        os.makedirs(second)
        said = demo(first)
        expected = {"km": ("on_time", "received", 0, 1), "oam": ("late", "received", 3, 1), "dsm": ("missing", "rejected", 4, None),
                    "KZ-71": ("on_time", "received", 0, 2), "gzhbm": ("missing", None, 4, None)}
        assert states(first) == expected, states(first)
        assert "!Есеп!" in said and "CELL-BIN" in said

        if ALL:
            check_shifted(os.path.join(folder, "shifted"))
        demo(second, TZ="America/New_York", LANG="ru_RU.UTF-8", USER="somebody", HOME=folder, **({} if ALL else {"DEMO_PARTS": "grants"}))
        compared = 0
        for path in sorted(glob.glob(f"{first}/*.*")):
            name = os.path.basename(path)
            if not ALL and not os.path.exists(os.path.join(second, name)):
                continue  # of another form
            compared += 1
            if name.startswith("report-") and name.endswith(".xlsx") and "km" not in name:
                continue  # openpyxl stamps what it saves with the clock
            if name.startswith(("receipt", "report-km", "letter-km", "view.", "assess")):
                continue  # they contain the hash of such a file, or the folder
            with open(path, "rb") as a, open(os.path.join(second, name), "rb") as b:
                assert a.read() == b.read(), f"{name} differs between two runs"

        assert compared > 20, compared
        after_review(first, second)
        papers = sorted(glob.glob(f"{first}/*.pdf"))
        done = subprocess.run(["java", "-cp", ":".join(JARS), f"{SOURCE}/tests/support/Preflight.java", *papers], capture_output=True)
        assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()[-2000:]
        for paper in papers:
            subprocess.run(["qpdf", "--check", paper], check=True, capture_output=True)
            fonts = subprocess.run(["pdffonts", paper], capture_output=True, check=True).stdout.decode().splitlines()[2:]
            assert fonts and all(" yes yes yes " in line for line in fonts), fonts

        blank = f"{first}/blank-G-001.xlsx"
        done = subprocess.run([sys.executable, f"{SOURCE}/tests/support/wording.py", f"{SOURCE}/tests/samples/wording/tied-grant-usage.txt", blank,
                               *(f"{first}/report-km.{to}" for to in ("pdf", "xlsx", "html"))], capture_output=True)
        assert done.returncode == 0, done.stdout.decode()
    print("the demo keeps its promises")


main()
