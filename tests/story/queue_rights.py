#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Who may see what of a queue: everybody the public list; where one application stands its owner by the word of the receipt, and who runs the queue or provides the circle
for its operator; nobody else the order of the applications. usage: queue_rights.py SOURCE_DIR"""
import os
import sys
import tempfile

sys.path[:0] = [os.path.dirname(__file__), os.path.join(os.path.dirname(__file__), "..", "support")]
import esep_cli  # noqa: E402
from queue_store import CHILDREN, apply, office  # noqa: E402

USERS = """
[users]
"operator" = { roles = ["queue_operator"], bodies = ["KZ-75"] }
"provider" = { roles = ["provider"], bodies = ["KZ-75"] }
"country" = { roles = ["queue_operator"] }
"other operator" = { roles = ["queue_operator"], bodies = ["KZ-71"] }
"agency" = { roles = ["agency"], bodies = ["KZ-75"] }
"auditor" = { roles = ["auditor"] }
"""
ALLOWED = ("operator", "provider", "country")
EVERYBODY = (*ALLOWED, "other operator", "agency", "auditor", "nobody")
SEES, REFUSED = 0, 2


def ask(ws, user, *words):
    return esep_cli.run("-w", ws, "--as", user, "--lang", "en", "--today", "2026-12-20", *words, expect=None)


def questions(secret):
    """Words of a command, and who gets an answer."""
    own = ("--secret", secret)
    wrong = ("--secret", "another")
    paper = ("--to", "json", "-o", "-")
    return [(("queue", "position", "A-0000003"), ALLOWED), (("queue", "position", "A-0000003", "--explain"), ALLOWED),
            (("queue", "position", "A-0000003", *own), EVERYBODY), (("queue", "position", "A-0000003", *wrong), ()),
            (("queue", "position", "A-0000002", *own), ()), (("queue", "position", "A-0000009", *own), ()),
            (("render", "position", "A-0000003", *paper), ALLOWED), (("render", "position", "A-0000003", *own, *paper), EVERYBODY),
            (("render", "position", "A-0000003", *wrong, *paper), ()),
            (("queue", "list", "C-001"), ALLOWED), (("queue", "list", "C-001", "--json"), ALLOWED),
            (("queue", "list", "C-001", "--public"), EVERYBODY), (("queue", "list", "C-001", "--public", "--json"), EVERYBODY),
            (("queue", "vouchers"), (*ALLOWED, "other operator")), (("queue", "runs"), EVERYBODY), (("queue", "replay"), EVERYBODY)]


def matrix(ws, secret):
    for words, allowed in questions(secret):
        for user in EVERYBODY:
            run = ask(ws, user, *words)
            assert run.code == (SEES if user in allowed else REFUSED), (user, words, run.code, run.out, run.err)
            assert run.code == SEES or run.out == "", (user, words, run.out)


def words_of_refusals(ws):
    said = ask(ws, "auditor", "queue", "list", "C-001").err
    assert said == ("esep: “auditor” may not see who stands where in the queue. Roles that may: provider of services, operator of circles.\n"
                    "The applicant gives the secret word: --secret. The list for everybody: esep queue list CIRCLE --public.\n"), said
    said = ask(ws, "other operator", "queue", "position", "A-0000003").err
    assert "does not act for this body" in said and "KZ-71" in said, said
    # Whoever has no right learns nothing of a number, whether it exists or not.
    refusals = {ask(ws, "agency", "queue", "position", number).err for number in ("A-0000003", "A-0000009")}
    assert len(refusals) == 1, refusals


def of_other_operators(ws):
    vouchers = {user: len(ask(ws, user, "queue", "vouchers", "--json").json()["vouchers"]) for user in ("operator", "provider", "country", "other operator")}
    assert vouchers == {"operator": 1, "provider": 1, "country": 1, "other operator": 0}, vouchers
    shown = ask(ws, "nobody", "queue", "list", "C-001", "--public").out
    assert "A-00" not in shown and not any(child in shown for child in CHILDREN), shown


def main():
    with tempfile.TemporaryDirectory() as folder:
        ws = office(folder)
        secret = apply(ws, CHILDREN[2], "2026-03-03T10:00").json()["applications"][0]["secret"]
        for words, _ in questions(secret):  # without [users] everybody has every right
            wrong = "another" in words or (secret in words and "A-0000003" not in words)
            assert ask(ws, "anybody", *words).code == (REFUSED if wrong else SEES), words
        with open(os.path.join(ws, "esep.toml"), "a", encoding="utf-8") as file:
            file.write(USERS)
        matrix(ws, secret)
        words_of_refusals(ws)
        of_other_operators(ws)
    print("ok")


if __name__ == "__main__":
    sys.exit(main())
