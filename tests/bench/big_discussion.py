#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A discussion with many votes and proposals, from import to paper, with seconds and peak memory of each command; the sums of the paper are those
of the files. usage: big_discussion.py SOURCE_DIR [VOTES PROPOSALS [SECONDS MEGABYTES]] (the last two: what no command may exceed)"""
import collections
import os
import random
import subprocess
import sys
import tempfile
import time

import openpyxl

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import ESEP, beside, number_row  # noqa: E402

SOURCE = sys.argv[1]
VOTES, PROPOSALS = (int(n) for n in (sys.argv[2:4] or (5000, 500)))
SECONDS, MEGABYTES = (float(n) for n in (sys.argv[4:6] or (1e9, 1e9)))
PASSPORT = "BP-2026-001"
WORDS = "бюджет бағдарлама көрсеткіш нәтиже шығыс ауыл аудан емхана мектеп жол су жарық жоспар есеп мерзім ұсыныс әкімдік тұрғын сапа көлем".split()


def measured(workspace, *words):
    begun = time.monotonic()
    environment = dict(os.environ, LC_ALL="C.UTF-8", NO_COLOR="1")
    child = subprocess.Popen([ESEP, "--lang", "en", "-w", workspace, "--today", "2026-02-20", *words], stderr=subprocess.PIPE, env=environment)
    said = child.stderr.read().decode()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == 0, (words, child.returncode, said[-2000:])
    seconds, megabytes = time.monotonic() - begun, usage.ru_maxrss / 1024
    print(f"{' '.join(words[:2]):40} {seconds:7.2f} s {usage.ru_utime + usage.ru_stime:7.2f} s of processor {megabytes:7.0f} MB")
    assert seconds <= SECONDS and megabytes <= MEGABYTES, words
    return said


def main():
    draw = random.Random(36007)
    with tempfile.TemporaryDirectory() as folder:
        workspace = os.path.join(folder, "ws")
        measured(workspace, "init", workspace)
        measured(workspace, "import", "passports", f"{SOURCE}/tests/samples/open-budgets/passports.csv")
        days = [f"{d}.01.2026" for d in (13, 14, 15, 16, 19, 20)]
        proposals, votes = os.path.join(folder, "proposals.csv"), os.path.join(folder, "votes.csv")
        with open(proposals, "w", encoding="utf-8") as file:
            file.write("code;passport;author_kind;part;proposal;posted_on;decision;decision_reason;decided_on;answer;answer_reason;answered_on\n")
            posted = [draw.choice(days) for _ in range(PROPOSALS)]
            for i in range(PROPOSALS):
                text = " ".join(draw.choices(WORDS, k=draw.choice((8, 30, 60))))
                file.write(f"P-{i:05};{PASSPORT};person;Мақсаты;{text};{posted[i]};accepted;Негіз.;21.01.2026;"
                           f"{draw.choice(('accepted', 'refused'))};{' '.join(draw.choices(WORDS, k=12))};26.01.2026\n")
        count = collections.Counter()
        with open(votes, "w", encoding="utf-8") as file:
            file.write("code;document_code;proposal;vote;cast_on\n")
            for i in range(VOTES):
                at = None if draw.random() < 0.2 else draw.randrange(PROPOSALS)
                proposal = "" if at is None else f"P-{at:05}"
                since = 0 if at is None else days.index(posted[at])  # nobody votes on what is not there yet
                vote = draw.choice(("for", "against"))
                count[(proposal, vote)] += 1
                file.write(f"D-{i:06};{PASSPORT};{proposal};{vote};{draw.choice(days[since:])}\n")
        for register, path, n in (("proposals", proposals, PROPOSALS), ("votes", votes, VOTES)):
            assert f"{n} added" in measured(workspace, "import", register, path)
            assert f"{n} unchanged" in measured(workspace, "import", register, path)
        papers = {}
        for to in ("xlsx", "pdf", "html", "json"):
            papers[to] = os.path.join(folder, f"paper.{to}")
            measured(workspace, "render", "passport-discussion", "--subject", PASSPORT, "--to", to, "-o", papers[to])
        sheet = openpyxl.load_workbook(papers["xlsx"], read_only=False).worksheets[0]
        line, columns = number_row(sheet, [str(n) for n in range(1, 8)])
        rows = [[sheet.cell(n, c).value for c in columns] for n in range(line + 1, sheet.max_row + 1)]
        rows = [r for r in rows if isinstance(r[0], (int, float))]
        total = {way: sum(n for (proposal, vote), n in count.items() if vote == way and proposal) for way in ("for", "against")}
        assert len(rows) == PROPOSALS and [r[0] for r in rows] == list(range(1, PROPOSALS + 1))
        assert (sum(r[5] for r in rows), sum(r[6] for r in rows)) == (total["for"], total["against"])
        heading = [int(beside(sheet, f'Паспортты "{word}" деген дауыстың барлығы:', line).value.replace("\xa0", "")) for word in ("жақтады", "қарсы")]
        assert heading == [count[("", "for")], count[("", "against")]], heading
        pages = subprocess.run(["pdfinfo", papers["pdf"]], capture_output=True, check=True).stdout.decode()
        print(f"{VOTES} votes, {PROPOSALS} proposals, {os.path.getsize(papers['pdf']) / 1e6:.1f} MB of PDF, "
              + next(one for one in pages.splitlines() if one.startswith("Pages")))


main()
