#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""docs/recovery.md, followed literally: each harm is done once, then every command of its section is given as it stands there and ends as the page
says. usage: recovery.py SOURCE_DIR"""
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import ESEP, run  # noqa: E402
from restored import report  # noqa: E402
from upkeep_office import SOURCE, Office, dump  # noqa: E402

COMMAND = re.compile(r"^    (\S.*?)(?:\s+# exit (\d))?$")


def page():
    """Section -> its commands with the exit code of each."""
    sections, name = {}, ""
    with open(f"{SOURCE}/docs/recovery.md", encoding="utf-8") as file:
        for line in file.read().splitlines():
            if line.startswith("## "):
                name = line[3:]
                sections[name] = []
            elif match := COMMAND.match(line):
                sections[name].append((match[1], int(match[2] or 0)))
    return sections


class Place:
    """A folder in which the page's words mean something: WS, copies, receipt.json, report.xlsx; `esep` is the program, and it is one day."""

    def __init__(self, folder, source):
        self.folder = folder
        shutil.copytree(f"{source}/ws", f"{folder}/WS")
        os.mkdir(f"{folder}/copies")
        shutil.copy(f"{source}/evening.db", f"{folder}/copies/evening.db")
        shutil.copy(f"{source}/report.xlsx", f"{folder}/report.xlsx")
        os.mkdir(f"{folder}/bin")
        with open(f"{folder}/bin/esep", "w", encoding="utf-8") as file:
            file.write(f'#!/bin/sh\nexec "{ESEP}" --lang en --as registrar --today 2026-11-26T10:15 "$@"\n')
        os.chmod(f"{folder}/bin/esep", 0o755)
        self.env = dict(os.environ, PATH=f"{folder}/bin:{os.environ['PATH']}", LC_ALL="C.UTF-8", NO_COLOR="1")

    def shell(self, command, expect=0):
        done = subprocess.run(["bash", "-c", command], cwd=self.folder, env=self.env, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == expect, (command, done)
        return done.stdout + done.stderr

    def follow(self, commands):
        return [(command, self.shell(command, code)) for command, code in commands]

    def submit(self):
        """The report comes in, and its receipt goes out."""
        said = self.shell("esep -w WS submit report.xlsx --received 2026-11-18T16:05 --json")
        with open(f"{self.folder}/receipt.json", "w", encoding="utf-8") as file:
            file.write(said)
        return json.loads(said)["submissions"][0]["submission"]


def before(place):
    os.remove(f"{place.folder}/copies/evening.db")


def log_deleted(place):
    """Killed right after the report was answered, so that it stands in the log alone; then the log is deleted."""
    reader = subprocess.Popen([sys.executable, "-c", "import sqlite3, sys, time\nd = sqlite3.connect(sys.argv[1], isolation_level=None)\nd.execute('BEGIN')\n"
                               "d.execute('SELECT count(*) FROM history').fetchone()\nprint('reads', flush=True)\ntime.sleep(600)", f"{place.folder}/WS/esep.db"],
                              stdout=subprocess.PIPE)
    assert reader.stdout.readline()  # while somebody reads, the log is not moved into the file
    place.submit()
    reader.send_signal(signal.SIGKILL)
    reader.wait()
    assert os.path.getsize(f"{place.folder}/WS/esep.db-wal") > 0
    for tail in ("-wal", "-shm"):
        os.remove(f"{place.folder}/WS/esep.db{tail}")


def byte_flipped(place):
    place.submit()
    place.shell("sqlite3 WS/esep.db 'PRAGMA wal_checkpoint(TRUNCATE)' > /dev/null")
    with open(f"{place.folder}/WS/esep.db", "r+b") as file:
        data = file.read()
        at = data.rindex(b"tied-grant-usage", 0, data.rindex(b"S-000004"))
        file.seek(at)
        file.write(b"X")


def disk_full(place):
    """A disk of 64 kB, filled; where this computer lets nobody mount one, a device that is always full and a name that cannot be written."""
    full = f"{place.folder}/full"
    os.mkdir(full)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", full], capture_output=True, check=False).returncode == 0:
        subprocess.run(["dd", "if=/dev/zero", f"of={full}/filler", "bs=4k"], capture_output=True, check=False)
    else:
        os.symlink("/dev/full", f"{full}/history.txt")
        os.symlink("/nowhere/evening.db", f"{full}/evening.db")


def power_failed(place):
    """Killed at some moment of the submission."""
    victim = subprocess.Popen([f"{place.folder}/bin/esep", "-w", "WS", "submit", "report.xlsx", "--received", "2026-11-18T16:05"], cwd=place.folder, env=place.env,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(0.05)
    victim.send_signal(signal.SIGKILL)
    victim.wait()


def wrong_restore(place):
    place.submit()
    place.kept = dump(f"{place.folder}/WS/esep.db")
    place.shell("esep -w WS restore copies/evening.db --replace")


def newer_program(place):
    shutil.copy(f"{SOURCE}/tests/unit/registry/schema_v1.sql", f"{place.folder}/v1.sql")
    shutil.rmtree(f"{place.folder}/WS")
    os.mkdir(f"{place.folder}/WS")
    place.shell("sqlite3 WS/esep.db < v1.sql && esep -w WS doctor")


def stolen(place):
    place.shell("cp -r WS/esep.toml WS/forms WS/data WS/templates copies/")
    place.submit()
    shutil.rmtree(f"{place.folder}/WS")


BOILERS = """register = "boilers"
title = { kk = "Қазандықтар тізілімі", ru = "Реестр котельных", en = "Register of boilers" }

[[column]]
id = "code"
title = { kk = "Белгісі", ru = "Обозначение", en = "Code" }
role = "key"
required = true

[[column]]
id = "organisation"
title = { kk = "Ұйымның коды", ru = "Код организации", en = "Code of the organisation" }
role = "organisation"
required = true

[[column]]
id = "name_kk"
title = { kk = "Атауы", ru = "Название", en = "Name" }
role = "title"
lang = "kk"
required = true
"""
VISITS = {"form": "library-visits", "edition": "2026-01", "organisation": "KZ-10", "subject": "B-1", "period": "2026-Q2",
          "fields": {"compiled_by": "Мысалова А. Ү.", "visits_total": "50"}, "rows": [{"library": "Ауыл кітапханасы", "opened_on": None, "visits": "50"}]}


def own_register(folder):
    """An office with a register and a form of its own: the backup holds neither, and `doctor` says what to put back."""
    def esep(ws, *words, expect=0):
        return run("-w", f"{folder}/{ws}", "--as", "registrar", "--today", "2026-07-08", *words, expect=expect)

    run("--as", "registrar", "--today", "2026-07-01", "init", f"{folder}/own", expect=0)
    os.makedirs(f"{folder}/own/data/registers", exist_ok=True)
    with open(f"{SOURCE}/tests/samples/own-form/library-visits.2026-01.toml", encoding="utf-8") as file:
        form = file.read().replace('period = "quarter"\n', 'period = "quarter"\nsubject = "boilers"\n', 1)
    form = form.replace('organisation_kinds = ["region"]', 'subject_register = "boilers"')
    for name, text in (("data/registers/boilers.toml", BOILERS), ("forms/library-visits.2026-01.toml", form), ("b.json", json.dumps(VISITS)),
                       ("b.csv", "code;organisation;name_kk\nB-1;KZ-10;Қазандық\n")):
        with open(f"{folder}/own/{name}", "w", encoding="utf-8") as file:
            file.write(text)
    esep("own", "import", "boilers", f"{folder}/own/b.csv")
    esep("own", "submit", f"{folder}/own/b.json")
    esep("own", "backup", f"{folder}/own.db")
    esep("again", "restore", f"{folder}/own.db")
    lost = esep("again", "doctor", expect=2)
    assert "Nothing is damaged" in lost.out and ("There is no register “boilers”." in lost.err and "The register is not damaged, but the workspace lacks the office's own files. Put esep.toml and the "
                                        "folders forms, data and templates back from the copy (recovery.md)." in lost.err), (lost.out, lost.err)
    for name in ("forms", "data"):
        shutil.copytree(f"{folder}/own/{name}", f"{folder}/again/{name}", dirs_exist_ok=True)
    esep("again", "doctor")


def check_before(place, _):
    assert dump(f"{place.folder}/copies/evening.db") == dump(f"{place.folder}/WS/esep.db")


def check_log(place, said):
    assert "S-000004" in said[2][1] and "not in the register" in said[2][1], said[2]
    assert "S-000004" in said[3][1]


def check_flipped(place, said):
    assert "What to do" in said[1][1], said[1]
    assert "S-000004" in said[2][1] and "esep.db.replaced-" in said[2][1], said[2]


def check_full(place, said):
    assert "The answer was not written in full" in next(text for command, text in said if ">" in command), said
    subprocess.run(["umount", f"{place.folder}/full"], capture_output=True, check=False)


def check_wrong(place, said):
    after = dump(f"{place.folder}/WS/esep.db")
    assert {t: rows for t, rows in after.items() if t != "history"} == {t: rows for t, rows in place.kept.items() if t != "history"}


def check_stolen(place, said):
    assert "S-000004" in said[3][1], said[3]
    with open(f"{place.folder}/new/esep.toml", "rb") as new, open(f"{place.folder}/copies/esep.toml", "rb") as kept:
        assert new.read() == kept.read()
    assert sorted(os.listdir(f"{place.folder}/list/files")) == ["S-000001.xlsx", "S-000002.xlsx", "S-000003.xlsx"]


HARMS = {
    "Before anything happens": (before, check_before),
    "The write-ahead log was deleted": (log_deleted, check_log),
    "A byte flipped": (byte_flipped, check_flipped),
    "The disk is full": (disk_full, check_full),
    "The power failed": (power_failed, None),
    "The wrong backup was restored": (wrong_restore, check_wrong),
    "The program was changed for a newer one, and back": (newer_program, None),
    "The computer was stolen": (stolen, check_stolen),
}


def main():
    sections = page()
    assert set(sections) == set(HARMS), set(sections) ^ set(HARMS)
    given = 0
    with tempfile.TemporaryDirectory() as made:
        own_register(made)
        office = Office(made)
        office.esep("backup", f"{made}/evening.db", expect=0)
        shutil.copy(report(office, "G-002", "oam", 7), f"{made}/report.xlsx")
        for name, commands in sections.items():
            with tempfile.TemporaryDirectory() as folder:
                place = Place(folder, made)
                harm, check = HARMS[name]
                harm(place)
                try:
                    said = place.follow(commands)
                    if check:
                        check(place, said)
                finally:
                    subprocess.run(["umount", f"{folder}/full"], capture_output=True, check=False)
                given += len(said)
    print(f"{len(sections)} harms, {given} commands of the page")


if __name__ == "__main__":
    main()
