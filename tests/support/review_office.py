# SPDX-License-Identifier: MIT
"""An office with roles that reviews reports, and answers to its checklist; the source folder is the first word of the call."""
import json
import sqlite3
import sys

from office import ROW, Office as TiedGrants

SOURCE = sys.argv[1]

ANSWERS = """[[document]]
id = "tz"
type = "normative_technical"
name = "Техникалық тапсырма, 2-нұсқа"
date = 2026-02-11

[[answer]]
item = "UR-01"
answer = "conforms"
documents = ["tz"]

[[answer]]
item = "UR-12"
answer = "does_not"
comment = "Акт жоқ"
"""


# Every item and the overall conclusion.
ALL_ANSWERS = ANSWERS + "".join(f'\n[[answer]]\nitem = "UR-{n:02}"\nanswer = "conforms"\n' for n in range(2, 28) if n != 12) + """
[[answer]]
item = "UR-28"
answer = "partly"
comment = "Актіні ресімдеу қажет"
"""


class Office(TiedGrants):
    """One report each, written into the register by a user of a role."""

    def __init__(self, folder):
        super().__init__(SOURCE, folder)

    def users(self, table, say_the_day=True):
        """Stories say the day themselves, so everybody may write under another day than that of the computer's clock."""
        more = ["day_keeper"] if say_the_day else []
        with open(f"{self.ws}/esep.toml", "a", encoding="utf-8") as file:
            file.write("\n[users]\n" + "".join(f'"{name}" = {json.dumps(roles + more)}\n' for name, roles in table.items()))

    def report(self, name, period="2026-10", **changes):
        return super().report(name, [dict(ROW, **changes)], period)

    def submit(self, user, name, received="2026-11-18", period="2026-10", expect=0, **changes):
        path = self.report(name, period, **changes)
        answer = self.esep(user, "submit", path, "--received", received, "--json", today=received, expect=expect).json()
        return answer["submissions"][0]["submission"] if answer["submissions"] else None

    def history(self):
        with sqlite3.connect(f"file:{self.ws}/esep.db?mode=ro", uri=True) as database:
            return database.execute(
                "SELECT h.user, h.action, s.form || s.organisation || s.subject || s.period FROM history AS h "
                "JOIN submission AS s ON s.id = h.submission ORDER BY h.seq").fetchall()
