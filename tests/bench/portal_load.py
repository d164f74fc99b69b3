#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The portal under load: agencies hand in a workbook of 30 rows each within a minute while people read the board; beside it the bare server of
src/http in the same minute. Then as fast as it goes, beside the command line. Figures are printed, and what misses an aim is marked.
usage: portal_load.py SOURCE_DIR BARE_HTTP [AGENCIES [SECONDS]]   (200, 60; ESEP names the program)"""
import csv
import gzip
import hashlib
import os
import random
import re
import secrets
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import run  # noqa: E402
from office import FURTHER, ROW, fill  # noqa: E402
from portal import Person, Portal  # noqa: E402

SOURCE, BARE = sys.argv[1:3]
AGENCIES, SECONDS = (int(n) for n in (sys.argv[3:5] or (200, 60)))
READERS, ROWS, EAGER = 20, 30, 4
PERIODS = ("2026-10", "2026-09")  # of the minute, and of the run as fast as it goes
FORM = f"{SOURCE}/forms/tied-grant-usage.2025-06.toml"
missed = []


def aim(what, value, limit, unit, least=False):
    met = value >= limit if least else value <= limit
    if not met:
        missed.append(what)
    print(f"{what:<58}{value:9.2f} {unit:<6}{'≥' if least else '≤'} {limit}{'' if met else '   MISSED'}", flush=True)


def at(times, share):
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def code_of(n):
    return f"T-{n:03d}"


def make_office(folder):
    """A workspace with as many agencies, a grant of each, and their workbooks by period."""
    ws = f"{folder}/ws"
    run("init", ws, expect=0)
    with open(f"{SOURCE}/data/organisations.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = lambda n: {f"{kind}_{lang}": f"{word} {n}" for kind in ("name", "body")  # noqa: E731
                       for lang, word in (("kk", "Ұйым"), ("ru", "Организация"), ("en", "Organisation"))}
    rows += [{**dict.fromkeys(rows[0], ""), "code": code_of(n), "kind": "other", "source": "tests", **names(f"{n:03d}")} for n in range(AGENCIES)]
    with open(f"{folder}/organisations.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    run("-w", ws, "import", "organisations", f"{folder}/organisations.csv", expect=0)
    with open(f"{SOURCE}/tests/samples/tied-grants/grants.csv", encoding="utf-8", newline="") as file:
        grant = next(row for row in csv.DictReader(file, delimiter=";") if row["code"] == "G-001")
    with open(f"{folder}/grants.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, grant, delimiter=";")
        writer.writeheader()
        for n in range(AGENCIES):
            own = {"code": f"L-{n:03d}", "organisation": code_of(n), "agreement_number": f"A-{n}", **{f"title_{lang}": f"{grant[f'title_{lang}']} {n}" for lang in ("kk", "ru", "en")}}
            writer.writerow({**grant, **own})
    run("-w", ws, "import", "grants", f"{folder}/grants.csv", expect=0)
    files = {period: [write_workbook(folder, ws, n, period) for n in range(AGENCIES)] for period in PERIODS}
    return ws, files


def write_workbook(folder, ws, n, period):
    blank, out = f"{folder}/blank.xlsx", f"{folder}/{code_of(n)}-{period}.xlsx"
    run("-w", ws, "blank", "tied-grant-usage", "--org", code_of(n), "--subject", f"L-{n:03d}", "--period", period, "-o", blank, expect=0)
    first = {key: "\n".join(value) if isinstance(value, list) else value for key, value in ROW.items()}
    rows = [{**first, "state_body": f"Ұйым {n:03d}", "user_count": n + 1}]
    rows += [{**FURTHER, "data_resource": f"Тізілім {i}"} for i in range(1, ROWS)]
    fill(FORM, blank, out, rows, {"compiled_on": f"05.{int(period[5:]) + 1:02d}.2026", "executor_name": "Мысалова А. Ү.",
                                  "executor_phone": "8 (7172) 00-00-01", "head_name": "Үлгібаев Б. М."})
    return out


def people_of(portal, ws):
    """Signed-in people without the time that passwords take: their sessions are written beside those of the portal."""
    out = {}
    now = int(time.time())
    with sqlite3.connect(f"{ws}/accounts.db") as accounts:
        for number, (account, login) in enumerate(accounts.execute("SELECT id, login FROM account").fetchall()):
            token, csrf = secrets.token_hex(32), secrets.token_hex(32)
            accounts.execute("INSERT INTO session VALUES (?, ?, ?, ?, ?)", (hashlib.sha256(token.encode()).hexdigest(), account, csrf, now, now))
            person = Person(portal, None, f"10.0.{number // 250}.{number % 250 + 1}")
            person.cookie, person.token = f"__Host-esep={token}", csrf
            out[login] = person
    return out


class Times:
    def __init__(self):
        self.by_kind, self.sizes, self.wrong, self.lock = {}, {}, [], threading.Lock()

    def take(self, kind, ask, wanted=200):
        begun = time.monotonic()
        answer = ask()
        took = time.monotonic() - begun
        with self.lock:
            self.by_kind.setdefault(kind, []).append(took)
            self.sizes[kind] = max(self.sizes.get(kind, 0), len(answer.body.encode()))
            if answer.status != wanted:
                self.wrong.append((kind, answer.status, answer.body[-300:]))
        return answer

    def of(self, *kinds):
        return [one for kind in kinds for one in self.by_kind[kind]]


def hand_in(times, person, path):
    with open(path, "rb") as file:
        content = file.read()
    chosen = times.take("upload", lambda: person.upload("/kk/hand-in", os.path.basename(path), content), 303)
    times.take("checked", lambda: person.get(chosen.location))
    done = times.take("registered", lambda: person.post(chosen.location), 303)
    if "done=RECEIVED" not in done.location:
        times.wrong.append(("registered", done.location, ""))
    times.take("report", lambda: person.get(done.location))


class Bare:
    """The bare server, asked for the same while the portal works."""

    def __init__(self, folder, page):
        os.makedirs(folder)
        self.process = subprocess.Popen([BARE, folder, str(page)], stdout=subprocess.PIPE, text=True)
        self.port, self.token, self.cookie, self.address = int(self.process.stdout.readline()), "x" * 64, "", None
        self.person = Person(self, None)

    def stop(self):
        self.process.terminate()
        self.process.wait()


def the_minute(portal, people, files, bare):
    times, end = Times(), time.monotonic() + SECONDS

    def agency(n):
        rng = random.Random(n)
        time.sleep(rng.uniform(0, SECONDS * 0.95))
        person = people[f"clerk{n}"]
        times.take("today", lambda: person.get("/kk/today"))
        times.take("hand-in", lambda: person.get("/kk/hand-in"))
        hand_in(times, person, files[n])

    def reader(n):
        rng = random.Random(1000 + n)
        while time.monotonic() < end:
            times.take("board", lambda: people[f"reader{n}"].get(f"/kk/board?form=tied-grant-usage&period={PERIODS[0]}"))
            time.sleep(rng.uniform(1, 3))

    def beside():
        with open(files[0], "rb") as file:
            content = file.read()
        while time.monotonic() < end:
            times.take("bare upload", lambda: bare.person.upload("/x", "x.xlsx", content))
            times.take("bare page", lambda: bare.person.get("/x"))
            time.sleep(0.2)

    threads = [threading.Thread(target=agency, args=(n,)) for n in range(AGENCIES)]
    threads += [threading.Thread(target=reader, args=(n,)) for n in range(READERS)] + [threading.Thread(target=beside)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not times.wrong, times.wrong[:5]
    return times


def as_fast_as_it_goes(people, files):
    """Hand-ins a second of a few people at once."""
    times, waiting, lock = Times(), list(enumerate(files)), threading.Lock()

    def work():
        while True:
            with lock:
                if not waiting:
                    return
                n, path = waiting.pop()
            hand_in(times, people[f"clerk{n}"], path)

    begun = time.monotonic()
    threads = [threading.Thread(target=work) for _ in range(EAGER)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not times.wrong, times.wrong[:5]
    return len(files) / (time.monotonic() - begun), len(files) / sum(times.of("registered")) * EAGER


def by_command(ws, files, each):
    begun = time.monotonic()
    for group in ([[one] for one in files] if each else [files]):
        run("-w", ws, "submit", *group, expect=0)
    return len(files) / (time.monotonic() - begun)


def first_page(portal):
    page = Person(portal, None).get("/kk/").body
    style = Person(portal, None).get(re.search(r'href="(/assets/[^"]+\.css)"', page)[1]).body
    return sum(len(gzip.compress(one.encode())) for one in (page, style)) / 1000


def start_time(portal):
    begun = time.monotonic()
    portal.start()
    return (time.monotonic() - begun) * 1000


def main():
    with tempfile.TemporaryDirectory() as folder:
        ws, files = make_office(folder)
        portal = Portal(ws, {"admin": ("account_admin", None)})
        for n in range(AGENCIES):
            run("-w", ws, "--as", "admin", "account", "add", f"clerk{n}", "--name", f"C. {n}", "--role", "agency", "--org", code_of(n), expect=0)
        for n in range(READERS):
            run("-w", ws, "--as", "admin", "account", "add", f"reader{n}", "--name", f"R. {n}", "--role", "registrar", expect=0)
        for command_line in ("each", "all"):
            shutil.copytree(ws, f"{folder}/{command_line}")
            os.remove(f"{folder}/{command_line}/accounts.db")
        portal.stop()
        aim("from its start to the first answer of /health", start_time(portal), 200, "ms")
        people = people_of(portal, ws)
        bare = Bare(f"{folder}/bare", 60_000)
        before = portal.processor()
        times = the_minute(portal, people, files[PERIODS[0]], bare)
        bare.stop()
        print(f"    {portal.processor() - before:.1f} s of processor time in {SECONDS} s")
        for kind, taken in sorted(times.by_kind.items()):
            print(f"    {kind:<14}{len(taken):6} times  half {at(taken, .5) * 1000:7.1f} ms  99 % {at(taken, .99) * 1000:7.1f} ms  most {max(taken) * 1000:7.1f} ms"
                  f"  {times.sizes[kind] / 1000:7.1f} kB")
        pages = times.of("today", "hand-in", "checked", "report", "board")
        aim("an upload, 99 of 100", at(times.of("upload", "registered"), .99), 1, "s")
        aim("a page, 99 of 100", at(pages, .99) * 1000, 100, "ms")
        aim("memory", portal.memory(), 256, "MB")
        print(f"    in halves: an upload is {at(times.of('upload'), .5) / at(times.of('bare upload'), .5):.1f} × the bare server, "
              f"a page {at(pages, .5) / at(times.of('bare page'), .5):.1f} ×")
        before = portal.processor()
        whole, registering = as_fast_as_it_goes(people, files[PERIODS[1]])
        print(f"    {(portal.processor() - before) / AGENCIES * 1000:.0f} ms of processor time for a report: uploaded, looked at, registered, shown")
        each, together = (by_command(f"{folder}/{one}", files[PERIODS[1]], one == "each") for one in ("each", "all"))
        print(f"    a second: {whole:.0f} reports looked at and handed in, {registering:.0f} if only registering counts; "
              f"{each:.0f} commands of one file, {together:.0f} files of one command")
        aim("reports a second beside commands of one file", whole / each, 0.8, "×", least=True)
        aim("the first page and its style, compressed", first_page(portal), 15, "kB")
        aim("the largest page without its paper (the sheet)", max(times.sizes[one] for one in ("today", "hand-in", "board")) / 1000, 100, "kB")
        portal.stop()
        run("-w", ws, "doctor", expect=0)
    sys.exit(f"missed: {', '.join(missed)}" if missed else 0)


if __name__ == "__main__":
    main()
