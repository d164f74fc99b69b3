# SPDX-License-Identifier: MIT
"""The working calendar computed without Esep, from data/calendar/*.csv: what tests compare deadlines with."""
import csv
import datetime
import glob

DAY = datetime.timedelta(days=1)


class Calendar:
    def __init__(self, source):
        self.off, self.worked, years = set(), set(), set()
        for path in sorted(glob.glob(f"{source}/data/calendar/*.csv")):
            with open(path, encoding="utf-8", newline="") as file:
                for line in csv.DictReader(file):
                    date = datetime.date.fromisoformat(line["date"])
                    (self.worked if line["kind"] == "working_weekend" else self.off).add(date)
                    years.add(date.year)
        self.first, self.last = datetime.date(min(years), 1, 1), datetime.date(max(years), 12, 31)

    def works(self, date):
        return date in self.worked or (date.weekday() < 5 and date not in self.off)

    def days(self):
        return [self.first + i * DAY for i in range((self.last - self.first).days + 1)]

    def rolled(self, date):
        """The date, or the next working day."""
        while not self.works(date):
            date += DAY
        return date

    def counted(self, event, n):
        """The first n working days after the event."""
        out, date = [], event
        while len(out) < n:
            date += DAY
            if self.works(date):
                out.append(date)
        return out

    def after(self, event, n):
        return self.counted(event, n)[-1]
