#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""An answer that does not arrive is a failure: every command that answers on the standard output ends with 2 when it is full or closed. And no value
commands the terminal on which it is shown. usage: output.py SOURCE_DIR"""
import os
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import ESEP, run  # noqa: E402
from upkeep_office import ANSWERS, FORM, Office, opened  # noqa: E402

KEY = ("--org", "km", "--subject", "G-001", "--period", "2026-10")
# One call of each command that answers on the standard output; {f} is the folder of the test.
CALLS = {
    "blank": [["blank", FORM, *KEY, "-o", "-"]],
    "check": [["check", "{f}/second.xlsx"], ["check", "{f}/second.xlsx", "--json"]],
    "doctor": [["doctor"], ["doctor", "--json"]],
    "due": [["due", "--period", "2026-10"], ["due", "--period", "2026-10", "--json"], ["due", "--period", "2026-10", "--ics"]],
    "followup": [["followup"], ["followup", "--json"]],
    "forms": [["forms"], ["forms", "--json"], ["forms", "show", FORM]],
    "help": [["help"], ["help", "submit"], ["help", "--man"], ["help", "--completion", "bash"]],
    "history": [["history"], ["history", "--json"]],
    "import": [["import", "grants", "{s}/tests/samples/tied-grants/grants.csv", "--json"]],
    "proposals": [["proposals", "--json"]],
    "queue": [["queue", "runs", "--json"], ["queue", "vouchers", "--json"]],
    "recommend": [["recommend", "S-000002", "--text", "x", "--due", "2026-12-20", "--json"]],
    "register": [["register", "show", "grants"], ["register", "show", "grants", "--json"]],
    "remind": [["remind", FORM, "--period", "2026-10", "--to", "eml", "-o", "{f}/letters", "--json"]],
    "render": [["render", FORM, "S-000002", "--to", to, "-o", "-"] for to in ("html", "json", "csv", "pdf", "xlsx")],
    "review": [["review", "list"], ["review", "show", "S-000002"], ["review", "list", "--json"]],
    "show": [["show", "S-000002"], ["show", "S-000002", "--json"], ["show", "S-000002", "--diff", "S-000001"]],
    "status": [["status", FORM, "--period", "2026-10"], ["status", FORM, "--period", "2026-10", "--json"]],
    "submit": [["submit", "{f}/second.xlsx", "--received", "2026-11-18T16:05"], ["submit", "{f}/second.xlsx", "--received", "2026-11-18T16:05", "--json"]],
    "summary": [["summary", "tied-grants", "--period", "2026-10", "--to", "json", "-o", "-"]],
    "verify": [["verify", "{f}/second.xlsx"], ["verify", "{f}/second.xlsx", "--json"]],
    "done": [["done", "open-budgets-audit-results", "--org", "km", "--on", "2026-11-05", "--languages", "kk,ru", "--document", "№ 1", "--json"]],
    "dispatch": [],
    "account": [["account", "list", "--json"]],
    "assess": [["assess", "S-000002", "--checklist", "unified-requirements", "--answers", "{f}/answers.toml", "--json"]],
}
# These answer on the standard error output, or with files.
SILENT = {"init", "serve", "answer", "attach", "backup", "decide", "event", "export", "lock", "unlock", "note", "restore", "waive", "withdraw"}


def commands():
    out = run("help", "--completion", "bash", expect=0).out
    return set(re.findall(r"^    ([a-z]+)\) options", out, re.M))


def call(office, words, stdout, closed=False):
    given = [ESEP, "--lang", "en", "-w", office.ws, "--as", "rev" if words[0] in ("recommend", "assess") else "registrar", "--today", "2026-11-26",
             *(w.replace("{f}", office.folder).replace("{s}", sys.argv[1]) for w in words)]
    prepare = (lambda: os.close(1)) if closed else None
    return subprocess.run(given, stdout=stdout, stderr=subprocess.PIPE, preexec_fn=prepare, env=dict(os.environ, LC_ALL="C.UTF-8", NO_COLOR="1"), check=False)


def failing_outputs(office):
    known = set(CALLS) | SILENT
    assert commands() == known, f"calls for {commands() ^ known}"
    office.esep("event", "audit_results_received", "--org", "km", "--date", "2026-11-02", expect=0)
    office.esep("review", "open", "S-000002", "--to", "rev", user="clerk", expect=0)
    office.esep("recommend", "S-000002", "--text", "do it", "--due", "2026-12-20", user="rev", expect=0)
    with open(f"{office.folder}/answers.toml", "w", encoding="utf-8") as file:
        file.write(ANSWERS)
    tried = 0
    for calls in CALLS.values():
        for words in calls:
            plain = call(office, words, subprocess.PIPE)
            assert plain.returncode in (0, 1) and plain.stdout, (words, plain)
            for closed in (False, True):
                with open("/dev/full", "w", encoding="ascii") as full:
                    lost = call(office, words, full, closed)
                text = lost.stderr.decode()
                assert lost.returncode == 2 and "The answer was not written in full" in text, (words, closed, lost)
                tried += 1
    # A reader that goes away.
    reader, writer = os.pipe()
    os.close(reader)
    gone = call(office, ["history"], writer)
    os.close(writer)
    assert gone.returncode == 2, gone
    # A file that the program opens never becomes its standard output.
    target = f"{office.folder}/closed.html"
    assert call(office, ["render", FORM, "S-000002", "--to", "html", "-o", target], None, True).returncode == 0
    with open(target, "rb") as file:
        assert file.read().startswith(b"<!DOCTYPE html>")
    full = office.esep("render", FORM, "S-000002", "--to", "html", "-o", "/dev/full", "--force", expect=2)
    assert "/dev/full" in full.err, full.err
    office.damage(expect=0)
    return tried


def leftovers(office):
    """What a killed command left beside an output goes with the next command that writes there."""
    folder = f"{office.folder}/outputs"
    os.mkdir(folder)
    for n, words in enumerate((["render", FORM, "S-000002", "--to", "html", "-o", f"{folder}/a.html"], ["blank", FORM, *KEY, "-o", f"{folder}/b.xlsx"],
                               ["check", f"{office.folder}/wrong.xlsx", "--annotate", f"{folder}/c.xlsx"], ["backup", f"{folder}/d.db"], ["export", f"{folder}/e"],
                               ["remind", FORM, "--period", "2026-10", "--to", "pdf", "-o", folder])):
        left = f"{folder}/.esep-00000000000000{n:02x}.tmp"
        with open(left, "w", encoding="ascii") as file:
            file.write("half")
        os.utime(left, (1_700_000_000, 1_700_000_000))
        office.esep(*words, expect=None)
        assert not os.path.exists(left), words


EVIL = "km\n2  2026-11-01T10:00  head  approve\t\x1b[2J\x1b]0;x\x07\u202Etxt\u2066\u0085\u009b1m\u2028z"
LINES = "first\nkm\n2  2026-11-01T10:00  head  approve\tz"  # of which no font needs a sign
SHOWN = ("\\n", "\\t", "\\u001b[2J", "\\u0007", "\\u202e", "\\u2066", "\\u0085", "\\u009b", "\\u2028")
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def no_commands(office):
    """Texts of every kind with control and bidi characters: entered as far as the program takes them, and put into the register past it."""
    for words, user in ((["note", "S-000002", "--text"], "rev"), (["lock", FORM, "--period", "2026-08", "--reason"], "head")):
        assert "no font draws U+001B" in office.esep(*words, EVIL, user=user, expect=64).err
        office.esep(*words, LINES, user=user, expect=0)
    evil = f"{office.folder}/a\n\x1b[1m\u202E.csv"
    with open(evil, "w", encoding="utf-8") as file:
        file.write(f"form;{EVIL}\n")
    office.esep("history", user=EVIL, expect=None)
    assert office.esep("lock", FORM, "--period", "2026-07", "--reason", "closed", user="a\tb", expect=64).err
    with opened(f"{office.ws}/esep.db") as database:
        for (guard,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {guard}")
        database.execute("UPDATE history SET user = ? WHERE seq % 3 = 1", (EVIL,))
        database.execute("UPDATE submission SET file_name = ?, user = ?, incoming = ?", (EVIL, EVIL, EVIL))
        database.execute("UPDATE review SET reviewer = ?", (EVIL,))
        database.execute("UPDATE recommendation SET text = ?", (EVIL,))
        database.execute("UPDATE waiver SET reason = ?", (EVIL,))
        database.execute("UPDATE finding SET message_en = ?, cell = ?", (EVIL, EVIL))
        database.execute("UPDATE register_row SET value = ? WHERE column_id LIKE 'title%'", (EVIL,))
    lists = [["history"], ["show", "S-000002", "--history"], ["show", "S-000003"], ["review", "list", "--all"], ["review", "show", "S-000002"], ["followup"],
             ["status", FORM, "--period", "2026-10"], ["register", "show", "grants"], ["doctor"], ["verify", evil], ["check", evil], ["submit", evil],
             ["due", "--period", "2026-10", "--explain"], ["history", "--json"], ["show", "S-000003", "--json"], ["doctor", "--json"], ["show", EVIL],
             ["status", EVIL], ["lock", EVIL, "--period", "2026-10", "--reason", "closed"], ["restore", evil, "--replace"], ["blank", FORM, "--org", EVIL, "--period", "2026-10", "-o", "x"]]
    shown = 0
    for words in lists:
        done = office.esep(*words, expect=None)
        for stream in (done.out, done.err):
            found = FORBIDDEN.search(stream)
            assert not found, (words, stream[max(0, found.start() - 80):found.end() + 20])
            shown += any(sign in stream for sign in SHOWN)
            if "--json" not in words:
                assert not any(line.startswith("2  2026-11-01T10:00") for line in stream.splitlines()), (words, stream)
    assert shown >= 15, shown
    history = office.esep("history", expect=None).out
    assert len(history.splitlines()) == 1 + len(office.esep("history", "--json", expect=None).json()["history"])
    assert all(sign in history for sign in SHOWN), history


def main():
    with tempfile.TemporaryDirectory() as folder:
        office = Office(folder)
        tried = failing_outputs(office)
        leftovers(office)
        no_commands(office)
    print(f"{tried} lost answers, each told")


if __name__ == "__main__":
    main()
