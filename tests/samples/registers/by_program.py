#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Has an earlier program write the register of its schema version, and keeps the receipts that it gave. README.md says which commit was built for each version.
usage: ESEP=PROGRAM by_program.py SOURCE_OF_THAT_PROGRAM VERSION"""
import json
import lzma
import os
import sqlite3
import sys
import tempfile

SOURCE, VERSION = sys.argv[1], int(sys.argv[2])
HERE = os.path.dirname(os.path.abspath(__file__))
del sys.argv[2:]  # make.py reads its own
sys.path[:0] = [f"{SOURCE}/tests/support", HERE]
import office  # noqa: E402  that of the program's time; make.py takes the same
import make  # noqa: E402


class Remembering(office.Office):
    """Keeps each answer that `submit` gave."""
    answers = []

    def submit(self, path, received, user="clerk", expect=0):
        self.answers.append(self.esep(user, "submit", path, "--received", received, "--json", today=received[:10], expect=expect).json())


def main():
    make.Office = Remembering
    with tempfile.TemporaryDirectory() as folder:
        written = f"{make.fill(folder).ws}/esep.db"
        database = sqlite3.connect(written, isolation_level=None)
        assert database.execute("PRAGMA user_version").fetchone() == (VERSION,)
        heads = [head for (head,) in database.execute("SELECT hash FROM history WHERE action = 'submit' OR seq = (SELECT max(seq) FROM history) ORDER BY seq DESC")]
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        database.close()
        with open(written, "rb") as file, open(f"{HERE}/v{VERSION}.db.xz", "wb") as out:
            out.write(lzma.compress(file.read(), preset=9))
    with open(f"{HERE}/v{VERSION}.json", "w", encoding="utf-8") as file:
        json.dump([*heads, *Remembering.answers], file, ensure_ascii=False, indent=1)
        file.write("\n")


main()
