#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Who may do what in which state, written by hand and compared with the program for every state × step × role; and the same for what is done
to the register as a whole. An ordinary run tries what is allowed and one in six of what is not. usage: matrix.py SOURCE_DIR"""
import os
import re
import shutil
import sqlite3
import sys
import tempfile
import tomllib

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))

from office import approve_unassessed  # noqa: E402
from review_office import ANSWERS, Office  # noqa: E402
from share import ALL, taken  # noqa: E402

SOURCE = sys.argv[1]
FORM = "tied-grant-usage"
ROLES = {"a": "agency", "g": "registrar", "r": "reviewer", "p": "approver", "u": "auditor", "c": "coordinator", "o": "portal_operator",
         "b": "programme_administrator", "q": "queue_operator", "v": "provider", "k": "account_admin", "d": "day_keeper"}

# A letter for each role that may; . for nobody; → the state after. A dash: there is no such case (nothing is recommended on what was never
# under review; a superseded revision has a later one in force, which is what a new file is judged by).
TABLE = """
step       none            rejected        received          under_review     returned         approved         superseded       withdrawn
submit     agcbq→received  agcbq→received  agcbq→received    agcbq→received   agcbq→received   agcbq→received   -                agcbq→received
withdraw   .               .               agcbq→withdrawn   agcbq→withdrawn  agcbq→withdrawn  agcbq→withdrawn  agcbq→withdrawn  .
open       .               .               grp→under_review  .                .                .                .                .
assign     .               .               .                 gp               .                .                .                .
note       .               .               .                 rp               .                .                .                .
assess     .               .               .                 r                .                .                .                .
recommend  .               .               .                 r                r                r                .                .
answer     .               -               -                 agcbq            agcbq            agcbq            agcbq            agcbq
close      .               -               -                 rp               rp               rp               rp               rp
return     .               .               .                 rp→returned      .                .                .                .
approve    .               .               .                 p→approved       .                .                .                .
"""

# Commands that change the register as a whole, each with who may.
DEEDS = {"import": "g", "event": "agbq", "decide": "go", "answer": "agpb", "proposals": "go", "waive": "p", "lock": "gp", "unlock": "p", "attach": "agrpcbq", "dispatch": "gpc",
         "done": "agbqc", "restore": "pk", "export": "p", "queue fund": "q", "queue vacate": "vq"}
# Deeds that ask a right of another name: the operator records that an author took a proposal back; an export shows personal numbers.
ASKED = {"proposals": "decide", "export": "export_personal", "queue fund": "queue", "queue vacate": "queue_provider"}
# Rights that are asked beside another one: for an earlier receipt, and for another day than that of the computer's clock; and that
# of the accounts, which have a story of their own.
BESIDE = {"backdate": "g", "other_day": "d", "accounts": "k"}
# Commands that take the steps of the table above.
STEPS = {"submit", "withdraw", "review", "note", "assess", "recommend"}
# tests/story/account.test: from the first account on accounts decide who has which role.
OWN_STORY = {"account"}
# Everybody's: they change nothing, or note what was made of the register, or need no register to ask.
EVERYBODYS = {"init", "register", "due", "blank", "check", "status", "show", "render", "history", "forms", "summary", "followup", "remind",
              "verify", "doctor", "backup", "help", "serve"}


def cases():
    head, *lines = TABLE.strip().splitlines()
    states = head.split()[1:]
    for line in lines:
        step, *cells = line.split()
        assert len(cells) == len(states), line
        for state, cell in zip(states, cells):
            letters, _, to = cell.partition("→")
            yield step, state, letters, to or None


class Desk(Office):
    """One workspace for each state of S-000001, with a recommendation where there can be one. The people who brought it there are others than
    those who then try."""

    def __init__(self, folder):
        super().__init__(folder)
        people = {"owner": ["agency"], "clerk": ["registrar"], "exam": ["reviewer"], "chief": ["approver"]}
        people.update({role: [role] for role in ROLES.values()})
        self.users(people)
        approve_unassessed(SOURCE, self.ws)
        self.report("next", user_count=4321)
        with open(f"{folder}/answers.toml", "w", encoding="utf-8") as file:
            file.write(ANSWERS)
        for n in range(2):
            with open(f"{folder}/sign{n}.p7s", "wb") as file:
                file.write(b"0\x82" + bytes([n]))
        self.kept = f"{folder}/kept"
        os.mkdir(self.kept)
        self.keep("none")

    def users_off(self):
        """Without [users] everybody has every role."""
        with open(f"{self.ws}/esep.toml", encoding="utf-8") as file:
            text = file.read()
        with open(f"{self.ws}/esep.toml", "w", encoding="utf-8") as file:
            file.write(text.split("\n[users]\n")[0] + "\n")

    def copy(self, source, target):
        with sqlite3.connect(source) as old, sqlite3.connect(target) as new:
            old.backup(new)
        old.close()
        new.close()

    def keep(self, state):
        self.copy(f"{self.ws}/esep.db", f"{self.kept}/{state}")

    def back_to(self, state):
        for tail in ("-wal", "-shm"):
            if os.path.exists(f"{self.ws}/esep.db{tail}"):
                os.remove(f"{self.ws}/esep.db{tail}")
        shutil.copy(f"{self.kept}/{state}", f"{self.ws}/esep.db")

    def make_states(self):
        self.submit("owner", "rejected", expect=1, state_body_bin="250140999013")
        self.keep("rejected")
        self.back_to("none")
        self.submit("owner", "first")
        self.keep("received")
        self.esep("clerk", "review", "open", "S-000001", "--to", "exam")
        self.esep("exam", "recommend", "S-000001", "--text", "x", "--due", "2026-12-20")
        self.keep("under_review")
        self.submit("owner", "second", user_count=7)
        self.keep("superseded")
        for state, who, words in (("returned", "exam", ("review", "return", "S-000001")), ("approved", "chief", ("review", "approve", "S-000001")),
                                  ("withdrawn", "owner", ("withdraw", "S-000001", "--reason", "x"))):
            self.back_to("under_review")
            self.esep(who, *words)
            self.keep(state)

    def words(self, step):
        one = "S-000001"
        return {"submit": ["submit", f"{self.folder}/next.json"], "withdraw": ["withdraw", one, "--reason", "x"],
                "open": ["review", "open", one, "--to", "exam"], "assign": ["review", "assign", one, "--to", "chief"],
                "note": ["note", one, "--text", "x"],
                "assess": ["assess", one, "--checklist", "unified-requirements", "--answers", f"{self.folder}/answers.toml"],
                "recommend": ["recommend", one, "--text", "x", "--due", "2026-12-20"], "answer": ["recommend", "--answer", "R-000001", "--text", "x"],
                "close": ["recommend", "--close", "R-000001", "--text", "x"], "return": ["review", "return", one, "--text", "x"],
                "approve": ["review", "approve", one]}[step]

    def register(self):
        """All entries of the history and the state of every submission."""
        with sqlite3.connect(f"file:{self.ws}/esep.db?mode=ro", uri=True) as database:
            entries = database.execute("SELECT user, action, submission FROM history ORDER BY seq").fetchall()
            states = dict(database.execute("SELECT id, state FROM submission"))
        database.close()
        return entries, states


def steps(desk):
    tried = 0
    for step, state, letters, to in cases():
        if letters == "-":
            continue
        desk.back_to(state)
        for letter, role in ROLES.items():
            if letter not in letters and not taken((step, state, role), 10):
                continue
            before, states = desk.register()
            answer = desk.esep(role, *desk.words(step), expect=None)
            after, states_after = desk.register()
            what = f"{role}: {step} in {state}: exit {answer.code}\n{answer.out}{answer.err}"
            tried += 1
            if letter not in letters:
                assert answer.code in (1, 2) and after == before and states_after == states, what
                continue
            assert answer.code == 0, what
            number = max(states_after) if step == "submit" else 1
            assert after == before + [(role, step, number)], (what, after[len(before):])
            assert states_after[number] == (to or state), (what, states_after)
            desk.back_to(state)
    return tried


def nothing_is_left_out(desk):
    """Every command is one of these, and every right of data/workflow.toml is asked by one."""
    listed = set(re.findall(r"^  (\w+) ", desk.esep("clerk", "help").out, re.MULTILINE))
    tried = {deed.split()[0] for deed in DEEDS} | STEPS | EVERYBODYS | OWN_STORY
    assert listed == tried, listed ^ tried
    with open(f"{SOURCE}/data/workflow.toml", "rb") as file:
        workflow = tomllib.load(file)
    letters = {role: letter for letter, role in ROLES.items()}
    rights = {right["action"]: {letters[role] for role in right["roles"]} for right in workflow["right"]}
    assert all(rights[ASKED.get(deed, deed)] == set(who) for deed, who in {**DEEDS, **BESIDE}.items()), rights
    assert rights.keys() == {ASKED.get(deed, deed) for deed in DEEDS} | BESIDE.keys(), rights


def printed_code(desk):
    """The code of the consolidated paper, printed so that the register knows it."""
    desk.esep("clerk", "render", "roadmap-consolidated", "--org", "oam", "--period", "2026-H1", "--to", "html", "-o", f"{desk.folder}/paper.html")
    with open(f"{desk.folder}/paper.html", encoding="utf-8") as file:
        return re.search(r"\b[0-9A-Z]{4}(?:-[0-9A-Z]{4})+\b", file.read())[0]


def deeds(desk):
    tried = 0
    words = {"import": ["import", "grants", f"{desk.folder}/grants.csv"],
             "event": ["event", "approved", "--form", "circle-plan", "--org", "KZ-71", "--period", "2027", "--date", "2026-11-01"],
             "waive": ["waive", FORM, "--org", "km", "--period", "2026-10", "--until", "2026-12-01", "--reason", "x", "--basis", "y"],
             "lock": ["lock", FORM, "--period", "2026-09", "--reason", "x"], "unlock": ["unlock", FORM, "--period", "2026-08", "--reason", "x"],
             "attach": ["attach", "S-000001", f"{desk.folder}/sign0.p7s"],
             "done": ["done", "open-budgets-citizens-budget", "--org", "km", "--period", "2025", "--on", "2026-11-02", "--languages", "kk,ru"],
             "decide": ["decide", "T-1", "--accept", "--reason", "x", "--date", "2026-01-26"],
             "answer": ["answer", "T-2", "--refuse", "--reason", "x", "--date", "2026-01-27"],
             "proposals": ["proposals", "withdraw", "T-1", "--date", "2026-01-26"],
             "restore": ["restore", f"{desk.folder}/copy.db", "--replace"], "export": ["export", f"{desk.folder}/exported", "--with-personal"],
             "queue fund": ["queue", "fund", "--operator", "KZ-75", "--year", "2026", "--amount", "1000", "--act", "x"],
             "queue vacate": ["queue", "vacate", "C-001", "--places", "1", "--vacated", "2026-11-02"]}
    with open(f"{SOURCE}/tests/samples/tied-grants/grants.csv", encoding="utf-8") as file:
        changed = file.read().replace("G-001", "G-901", 1)
    with open(f"{desk.folder}/grants.csv", "w", encoding="utf-8") as file:
        file.write(changed)
    desk.back_to("received")
    desk.esep("chief", "lock", FORM, "--period", "2026-08", "--reason", "x")
    with open(f"{desk.folder}/proposals.csv", "w", encoding="utf-8") as file:
        file.write("code;passport;author_kind;proposal;posted_on\n")
        file.writelines(f"T-{n};BP-2026-001;person;Ұсыныс.;22.01.2026\n" for n in (1, 2))
    for name, text in (("providers", "code,organisation,title_kk,title_ru\nP-001,KZ-75,Өнер,Искусство\n"),
                       ("circles", "code,provider,title_kk,title_ru,region,kind,age_from,age_to,places,monthly_norm\nC-001,P-001,Сурет,Рисование,KZ-75,,6,17,2,18000\n")):
        with open(f"{desk.folder}/{name}.csv", "w", encoding="utf-8") as file:
            file.write(text)
        desk.esep("clerk", "import", name, f"{desk.folder}/{name}.csv")
    desk.esep("clerk", "import", "passports", f"{SOURCE}/tests/samples/open-budgets/passports.csv")
    desk.esep("clerk", "import", "proposals", f"{desk.folder}/proposals.csv")
    desk.esep("clerk", "decide", "T-2", "--accept", "--reason", "x", "--date", "2026-01-26")
    words["dispatch"] = ["dispatch", "roadmap-consolidated", "--org", "oam", "--period", "2026-H1", "--on", "2026-11-20", "--number", "1", "--signer", "x",
                         "--code", printed_code(desk), "--incomplete"]
    desk.keep("deeds")
    desk.esep("clerk", "backup", f"{desk.folder}/copy.db")
    for deed, letters in DEEDS.items():
        for letter, role in ROLES.items():
            if letter not in letters and not taken((deed, role), 10):
                continue
            before, _ = desk.register()
            answer = desk.esep(role, *words[deed], expect=None)
            after, _ = desk.register()
            what = f"{role}: {deed}: exit {answer.code}\n{answer.out}{answer.err}"
            tried += 1
            assert (answer.code == 0) == (letter in letters) and answer.code in (0, 2), what
            assert (len(after) > len(before)) == (letter in letters), what
            assert all(user == role for user, _, _ in after[len(before):]), what
            if letter in letters:
                desk.back_to("deeds")
    return tried


def earlier_receipt(desk):
    """Who may submit enters an earlier receipt only if he may."""
    for letter, role in ROLES.items():
        desk.back_to("none")
        answer = desk.esep(role, "submit", f"{desk.folder}/next.json", "--received", "2026-11-19", expect=None)
        assert (answer.code == 0) == (letter in BESIDE["backdate"]), (role, answer.out, answer.err)
        assert ("S-000001" in desk.esep("clerk", "status", FORM, "--period", "2026-10", expect=None).out) == (answer.code == 0), role


def other_day(folder):
    """Of those who may take a step, nobody takes it under another day than the clock's who has not the right; the step is tried on a day that
    is long over."""
    desk = Desk(folder)
    desk.make_states()
    desk.keep("last")
    with open(f"{desk.ws}/esep.toml", encoding="utf-8") as file:
        text = file.read()
    with open(f"{desk.ws}/esep.toml", "w", encoding="utf-8") as file:
        file.write(text.replace(', "day_keeper"]', "]"))
    tried = 0
    for step, state, letters, _ in cases():
        if not letters.strip("-."):
            continue
        desk.back_to(state)
        role = ROLES[letters[0]]
        before = desk.register()
        answer = desk.esep(role, *desk.words(step), expect=None)
        assert answer.code in (1, 2) and "computer’s clock" in answer.out + answer.err and desk.register() == before, (role, step, answer.out, answer.err)
        tried += 1
    return tried


# Everybody has every role. Whoever took the first step may not take the second on the same report, whatever the roles say.
SIDES = {"submit": "reporting", "withdraw": "reporting", "answer": "reporting", "named": "reviewing", "note": "reviewing", "assess": "reviewing",
         "recommend": "reviewing", "close": "reviewing", "return": "reviewing", "approve": "reviewing"}


def four_eyes(folder):
    """Every pair of steps on one report by one person; the steps between are others'."""
    desk = Desk(folder)
    desk.users_off()
    tried = 0
    for first in SIDES:
        for second in SIDES:
            forbidden = SIDES[first] != SIDES[second] or {first, second} == {"recommend", "approve"}
            if not taken((first, second), 5):
                continue
            desk.back_to("none")
            code = pair(desk, first, second)
            if code is None:
                continue
            tried += 1
            assert (code == 0) != forbidden, (first, second, code)
    return tried


def pair(desk, first, second):
    """The exit code of `second` by "both" after `first` by "both"; None where the two cannot follow one another."""
    sent = 0

    def last():
        states = desk.register()[1]
        return (f"S-{max(states):06}", states[max(states)]) if states else (None, None)

    def take(step, who, expect=0):
        nonlocal sent
        number, now = last()
        if step == "named":
            return desk.esep("clerk", "review", "open" if now == "received" else "assign", number, "--to", who, expect=expect).code
        if step == "submit":
            sent += 1
            return desk.esep(who, "submit", desk.report("pair", user_count=70 + sent), expect=expect).code
        words = [number if word == "S-000001" else word for word in desk.words(step)]
        return desk.esep(who, *words, expect=expect).code

    def recommended():
        with sqlite3.connect(f"file:{desk.ws}/esep.db?mode=ro", uri=True) as database:
            rows = database.execute("SELECT state FROM recommendation").fetchall()
        database.close()
        return rows[0][0] if rows else None

    def ready(step):
        """Others bring the report where the step can be taken."""
        if step == "submit":
            return True
        if last()[1] in (None, "withdrawn"):
            take("submit", "owner")
        if step in ("answer", "close") and recommended() is not None:
            return recommended() != "closed"
        if step == "withdraw":
            return True
        if last()[1] == "received" and step != "named":
            desk.esep("clerk", "review", "open", last()[0], "--to", "exam")
        if step in ("answer", "close"):
            take("recommend", "exam")
            return True
        return last()[1] in ("received", "under_review") or step == "recommend"

    if not ready(first):
        return None
    take(first, "both")
    return take(second, "both", expect=None) if ready(second) else None


def main():
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(folder)
        desk.make_states()
        tried = steps(desk)
        nothing_is_left_out(desk)
        earlier_receipt(desk)
        others = deeds(desk)
    with tempfile.TemporaryDirectory() as folder:
        days = other_day(folder)
    with tempfile.TemporaryDirectory() as folder:
        pairs = four_eyes(folder)
    assert tried > (380 if ALL else 150) and pairs > (60 if ALL else 12) and days > 30, (tried, pairs, days)
    print(f"{tried} steps by role and state, {others} deeds, {days} steps on another day, {pairs} pairs of steps by one person: as the tables say")


if __name__ == "__main__":
    main()
