# SPDX-License-Identifier: MIT
"""Runs the esep binary for tests: python3-openpyxl is the only other thing needed."""
import json
import os
import subprocess

ESEP = os.environ.get("ESEP", "esep")


class Result:
    def __init__(self, done):
        self.code = done.returncode
        self.out = done.stdout.decode("utf-8", "replace")
        self.err = done.stderr.decode("utf-8", "replace")

    def json(self):
        return json.loads(self.out)


def repeats(words):
    """Whether the command writes the file of -o again: stories do, and people must ask for it."""
    writes = {"blank", "render", "status", "show", "summary", "assess"} & set(map(str, words))
    return writes and "-o" in words and "--force" not in words and os.path.exists(str(words[words.index("-o") + 1]))


def run(*words, expect=None, env=None, cwd=None, again=True):
    environment = dict(os.environ, LC_ALL="C.UTF-8", NO_COLOR="1")
    environment.update(env or {})
    given = [] if "--lang" in words else ["--lang", "en"]
    if "--received" in words and "--today" not in words:  # nothing may come in later than today
        given += ["--today", str(words[words.index("--received") + 1])[:10]]
    given_last = ["--force"] if again and repeats(words) else []
    done = subprocess.run([ESEP, *given, *map(str, words), *given_last], capture_output=True, env=environment, cwd=cwd, timeout=300)
    result = Result(done)
    if expect is not None and result.code != expect:
        raise AssertionError(f"esep {' '.join(map(str, words))}\nexit {result.code}, expected {expect}\n{result.out}\n{result.err}")
    if "AddressSanitizer" in result.err or "runtime error" in result.err:
        raise AssertionError(result.err)
    return result


def number_row(sheet, numbers):
    """Row of the official column numbers and the sheet column of each."""
    for row in sheet.iter_rows():
        cells = {str(c.value): c.column for c in row if c.value is not None}
        if all(n in cells for n in numbers):
            return row[0].row, [cells[n] for n in numbers]
    raise AssertionError("no row of column numbers")


def beside(sheet, label, last_row):
    """The cell in which the value of a heading field goes: the first right of its label's merged range."""
    for row in sheet.iter_rows(max_row=last_row):
        for cell in row:
            if cell.value is not None and str(cell.value).strip() == label:
                column = cell.column + 1
                for merged in sheet.merged_cells.ranges:
                    if cell.coordinate in merged:
                        column = merged.max_col + 1
                return sheet.cell(cell.row, column)
    raise AssertionError(f"no label {label!r}")
