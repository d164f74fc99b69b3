#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Hostile files of every kind that Esep reads – data files, tables for registers, workbooks, receipts – end with a finding or a clear refusal, in bounded time and
memory. Each case is generated here. usage: hostile.py SOURCE_DIR [NAME]"""
import io
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import zipfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import ESEP, run  # noqa: E402
from share import taken  # noqa: E402

SOURCE = sys.argv[1]
ONLY = sys.argv[2] if len(sys.argv) > 2 else ""
SECONDS, MEGABYTES = 5, 100
REPORT = "--form tied-grant-usage --org km --subject G-001 --period 2026-10".split()
MANY = 1_000_000


def source(name):
    with open(f"{SOURCE}/{name}", encoding="utf-8") as file:
        return file.read()


USAGE, STATUS = source("forms/tied-grant-usage.2025-06.toml"), source("forms/roadmap-status.2024.toml")
GRANTS, SUMMARY, ROADMAP = source("data/registers/grants.toml"), source("data/summaries/roadmap.toml"), source("data/roadmaps/children-2024-2026.toml")
MESSAGES, WORKFLOW = source("data/messages/app.toml"), source("data/workflow.toml")
TITLE = 'title = {{ kk = "Баған {0}", ru = "Графа {0}", provenance = "own" }}\n'
DOUBLED = "WITH a0 AS (SELECT 1 AS x), " + ", ".join(f"a{i} AS (SELECT * FROM a{i - 1} UNION ALL SELECT * FROM a{i - 1})" for i in range(1, 400)) + " SELECT * FROM a399"


def column(number):
    return f'[[column]]\nid = "c{number}"\n' + TITLE.format(number) + f'type = "text"\nnumber = "{number}"\n'


def rule(number, check):
    return f'[[rule]]\ncode = "X-{number}"\nscope = "row"\ncheck = "{check}"\nmessage = {{ kk = "а {number}", ru = "б {number}" }}\n'


def register_column(number):
    return f'[[column]]\nid = "x{number}"\n' + TITLE.format(number) + 'type = "text"\n'


# name → text, or a function that gives it
DATA_FILES = {
    "a million keys": lambda: "".join(f"k{i} = 1\n" for i in range(MANY)),
    "a million tables": lambda: "".join(f"[t{i}]\n" for i in range(MANY)),
    "a million values": lambda: "form = [" + "1," * 3 * MANY + "]\n",
    "fifty thousand keys": lambda: "".join(f"k{i} = 1\n" for i in range(50_000)),
    "fifty thousand tables": lambda: "".join(f"[t{i}]\n" for i in range(50_000)),
    "deep arrays": lambda: "form = " + "[" * 100_000 + "]" * 100_000 + "\n",
    "deep tables in a line": lambda: "form = " + "{a=" * 20_000 + "1" + "}" * 20_000 + "\n",
    "deep keys": lambda: "".join(".".join(f"a{i}" for _ in range(900)) + " = 1\n" for i in range(1000)),
    "a comment of 100 MB": lambda: "#" + "x" * 100 * MANY,
    "a text of 100 MB": lambda: 'form = "' + "x" * 100 * MANY + '"\n',
    "100 MB of empty lines": lambda: "\n" * 100 * MANY,
    "a thousand long keys": lambda: "".join("x" * 3000 + f"{i} = 1\n" for i in range(1000)),
    "a text of four megabytes on one line with mistakes": lambda: 'form = "' + "x" * 3_900_000 + '"; x\n',
}
USAGE_FILES = {
    "100,000 columns": lambda: USAGE + "".join(map(column, range(100, 100_100))),
    "a key of a megabyte": lambda: USAGE + "\n" + "x" * MANY + " = 1\n",
    "a rule of brackets": lambda: USAGE + rule(1, "(" * 50_000 + "1" + ")" * 50_000),
    "a long rule": lambda: USAGE + rule(1, " AND ".join(["1 = 1"] * 200_000)),
    "many rules": lambda: USAGE + "".join(rule(i, "row.user_count > 0") for i in range(3000)),
    "many examples": lambda: USAGE + USAGE[USAGE.index("[[example]]"):] * 20,
    "1,500 columns": lambda: USAGE + "".join(map(column, range(100, 1_600))),
}
STATUS_FILES = {
    "a query that doubles": lambda: re.sub(r'source = """.*?"""', lambda _: f'source = "{DOUBLED}"', STATUS, count=1, flags=re.S),
}
REGISTER_FILES = {"many columns": lambda: GRANTS + "".join(map(register_column, range(50_000))),
                  "2,000 columns": lambda: GRANTS + "".join(map(register_column, range(2_000))),
                  "a check that doubles": lambda: GRANTS + f'\n[[check]]\ncode = "X-1"\nquery = "{DOUBLED}"\nmessage = {{ kk = "а", ru = "б" }}\n'}
SUMMARY_FILES = {"a query that doubles": lambda: re.sub(r'query = """.*?"""', lambda _: f'query = "{DOUBLED}"', SUMMARY, count=1, flags=re.S)}
# What a workspace overlays; `due` reads it.
WORKSPACE_FILES = {
    "esep.toml": lambda: "".join(f"k{i} = 1\n" for i in range(50_000)),
    "data/workflow.toml": lambda: WORKFLOW * 2 + "".join(f"[t{i}]\n" for i in range(MANY)),
    "data/messages/app.toml": lambda: MESSAGES + "".join(f'[X-{i}]\nkk = "а"\nru = "б"\nen = "c"\n' for i in range(MANY)),
    "data/roadmaps/children-2024-2026.toml": lambda: ROADMAP + "".join(f'\n[[measure]]\nid = "m{i}"\n' for i in range(100_000)),
    "data/plausible.toml": lambda: "[" * 5000,
    "data/calendar/2026.csv": lambda: "date,kind\n" + ",".join(["x"] * MANY) + "\n",
}
# Tables for the register of grants.
TABLES = {
    "a row of 100 MB": lambda: "code;organisation;title_kk\nG-1;km;" + "x" * 100 * MANY + "\n",
    "a row of 30 MB": lambda: "code;organisation;title_kk\nG-1;km;" + "x" * 30 * MANY + "\n",
    "a million columns": lambda: ";".join(["code"] * MANY) + "\n",
    "30 MB of separators": lambda: "code;organisation;title_kk\n" + ";" * 30 * MANY + "\n",
    "100,000 wrong rows": lambda: "code;organisation;agreement_date\n" + "".join(f"G-{i};x;99.99.2026\n" for i in range(100_000)),
    "a quotation mark that never ends": lambda: 'code;organisation\n"' + "x\n" * 10 * MANY,
    "a separator that is not": lambda: "sep=" + "x" * 10 * MANY,
}
RECEIPTS = {
    "deep": lambda: '{"a":' * 200_000 + "1" + "}" * 200_000,
    "many": lambda: '{"submissions":[' + ",".join(['{"submission":"S-000001"}'] * 100_000) + "]}",
    "a long text": lambda: '{"submission":"' + "x" * 10 * MANY + '"}',
    "100 MB": lambda: "[" + "1," * 50 * MANY + "1]",
    "zeros": lambda: "\0" * 10 * MANY,
}
SAID = '"form":"tied-grant-usage","organisation":"km","subject":"G-001","period":"2026-10"'
MOST = 24 * 1024 * 1024 - 1000  # bytes of a text file that is read
# Reports as text, as large as they may be, and larger.
TEXTS = {
    "report.csv": {
        "short rows": lambda: b"1;2;3\n" + b"abcdefgh;12345678;x\n" * (MOST // 20),
        "short rows in UTF-16": lambda: ("1;2;3\n" + "abcdefgh;12345678;x\n" * (MOST // 40)).encode("utf-16"),
        "Cyrillic of an old Windows": lambda: "аыыыыыыы;абвгдежз;абвг\n".encode("cp1251") * (MOST // 23),
        "without an end": lambda: "x" * MOST,
        "10,000 columns": lambda: ("1" + ";1" * 9999 + "\n") * (MOST // 20_000),
        "30 MB": lambda: "x;y\n" * 8 * MANY,
        "100 MB": lambda: "x;y\n" * 25 * MANY,
    },
    "report.json": {
        "short rows": lambda: '{"rows":[' + ",".join('{"a":"abcdefgh","b":%d}' % i for i in range(MOST // 32)) + "]}",
        "short rows of a report that is kept": lambda: "{" + SAID + ',"rows":[' + ",".join('{"a":"abcdefgh","b":%d}' % i for i in range(MOST // 32)) + "]}",
        "rows of nothing": lambda: '{"rows":[' + ",".join(["{}"] * 1_048_000) + "]}",
        "one text": lambda: '{"rows":[{"a":"' + "x" * MOST + '"}]}',
        "one number": lambda: '{"rows":[{"a":' + "1" * MOST + "}]}",
        "30 MB": lambda: '{"rows":[' + "{}," * 10 * MANY,
        "100 MB": lambda: '{"rows":[' + "{}," * 33 * MANY,
    },
}

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def workbook(sheet, strings="", more=(), sheets=1):
    """The bytes of a workbook whose first sheet has the text `sheet` between its tags."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", HEAD + f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
                         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>')
        package.writestr("_rels/.rels", HEAD + f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        package.writestr("xl/workbook.xml", HEAD + f'<workbook {MAIN} xmlns:r="{RELATIONS}"><sheets>' +
                         "".join(f'<sheet name="s{i}" sheetId="{i + 1}" r:id="rId{i + 1}"/>' for i in range(sheets)) + "</sheets></workbook>")
        package.writestr("xl/_rels/workbook.xml.rels", HEAD + f'<Relationships xmlns="{PACKAGE}/relationships">' +
                         "".join(f'<Relationship Id="rId{i + 1}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{i + 1}.xml"/>' for i in range(sheets)) +
                         (f'<Relationship Id="rIdS" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>' if strings else "") + "</Relationships>")
        for i in range(sheets):
            package.writestr(f"xl/worksheets/sheet{i + 1}.xml", HEAD + f"<worksheet {MAIN}>{sheet}</worksheet>")
        if strings:
            package.writestr("xl/sharedStrings.xml", HEAD + f"<sst {MAIN}>{strings}</sst>")
        for name, data in more:
            package.writestr(name, data)
    return out.getvalue()


def cell(reference, value):
    return f'<c r="{reference}" t="inlineStr"><is><t>{value}</t></is></c>'


def rows(inner):
    return f"<sheetData>{inner}</sheetData>"


def nested(depth):
    data = b"x" * 1000
    for _ in range(depth):
        data = workbook(rows(""), more=[("inner.xlsx", data)])
    return data


def noise(count, length=6):
    """Texts that no archive makes much smaller."""
    dice = random.Random(1)
    return [f"{dice.getrandbits(4 * length):0{length}x}" for _ in range(count)]


NUMBERS = rows('<row r="1">' + "".join(f'<c t="n"><v>{n}</v></c>' for n in range(1, 27)) + "</row>")
WORKBOOKS = {
    "a million shared strings": lambda: workbook(rows('<row r="1"><c r="A1" t="s"><v>999999</v></c></row>'), "".join(f"<si><t>{t}</t></si>" for t in noise(MANY))),
    "strings that inflate": lambda: workbook(rows('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), "<si><t>x</t></si>" * MANY),
    "one string of 30 MB": lambda: workbook(rows('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), "<si><t>" + noise(1, 30 * MANY)[0] + "</t></si>"),
    "one string in every cell": lambda: workbook(rows("".join(f'<row r="{r}">' + '<c t="s"><v>0</v></c>' * 100 + "</row>" for r in range(1, 1000))), "<si><t>" + "x" * 200_000 + "</t></si>"),
    "a dimension that lies": lambda: workbook('<dimension ref="A1:XFD1048576"/>' + rows(f'<row r="1048576">{cell("XFD1048576", "x")}</row>')),
    "16,384 columns": lambda: workbook(rows("".join(f'<row r="{r}">' + "".join(f"<c><v>{t}</v></c>" for t in noise(16_384)) + "</row>" for r in range(1, 40)))),
    "400 rows of 16,384 columns": lambda: workbook(rows("".join(f'<row r="{r}">' + f"<c><v>{t}</v></c>" * 16_384 + "</row>" for r, t in enumerate(noise(400), 1)))),
    "300 rows with a long text": lambda: workbook(rows("".join(f'<row r="{r}"><c t="s"><v>{r - 1}</v></c><c t="s"><v>0</v></c></row>' for r in range(1, 301))),
                                                  "".join(f"<si><t>{t}</t></si>" for t in noise(300, 200_000))),
    "100 MB of noise": lambda: b"PK\x03\x04" + random.Random(1).randbytes(100 * MANY),
    "60 MB of noise": lambda: b"PK\x03\x04" + random.Random(1).randbytes(60 * MANY),
    "a million columns": lambda: workbook(rows('<row r="1">' + "".join(f"<c><v>{t}</v></c>" for t in noise(MANY)) + "</row>")),
    "a million merged ranges": lambda: workbook(NUMBERS + "<mergeCells>" + "".join(f'<mergeCell ref="A{i}:B{i}"/>' for i in range(1, MANY)) + "</mergeCells>"),
    "one range over all": lambda: workbook(NUMBERS + '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    "many conditional formats": lambda: workbook(NUMBERS + "".join(f'<conditionalFormatting sqref="A{i}"><cfRule type="expression" priority="{i}"><formula>{t}</formula></cfRule></conditionalFormatting>'
                                                                        for i, t in enumerate(noise(MANY // 4)))),
    "thousands of sheets": lambda: workbook(rows(f'<row r="1">{cell("A1", "x")}</row>'), sheets=5000),
    "200 full sheets": lambda: workbook(rows("".join(f'<row r="{r}">' + '<c t="n"><v>1</v></c>' * 20 + "</row>" for r in range(1, 500))), sheets=200),
    "a zip in a zip in a zip": lambda: nested(30),
    "a million rows of nothing": lambda: workbook(rows("".join(f'<row r="{r}"/>' for r in range(1, MANY)))),
    "rows without end": lambda: workbook(rows("".join(f"<row><c><v>{t}</v></c></row>" for t in noise(1_200_000)))),
    "deep xml": lambda: workbook(rows("<row>" * 100_000)),
    "a tag of ten megabytes": lambda: workbook(rows('<row r="' + noise(1, 10 * MANY)[0] + '"/>')),
    "many names": lambda: workbook(rows("".join(f"<x{i}/>" for i in range(200_000)))),
    "ten thousand parts": lambda: workbook(rows(""), more=[(f"xl/media/{i}.bin", b"") for i in range(12_000)]),
}


def measured(*words):
    """(exit code, seconds of processor time, megabytes, what was said)"""
    with tempfile.TemporaryFile() as out:
        child = subprocess.Popen([ESEP, "--lang", "en", "--today", "2026-11-26", *map(str, words)], stdout=out, stderr=subprocess.STDOUT,
                                 preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (60, 60)))
        _, status, use = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        return child.returncode, use.ru_utime + use.ru_stime, use.ru_maxrss / 1024, out.read(100_000).decode("utf-8", "replace")


def is_sanitized():
    return "libasan" in subprocess.run(["ldd", shutil.which(ESEP) or ESEP], capture_output=True, text=True).stdout


class Trial:
    def __init__(self, folder):
        self.folder, self.count, self.bad = folder, 0, []
        self.bounded = not is_sanitized()

    def write(self, name, make):
        """In a process of its own: the memory of this one would be counted as that of the program."""
        path = f"{self.folder}/{name}"
        os.makedirs(os.path.dirname(path), exist_ok=True)
        maker = os.fork()
        if maker == 0:
            data = make()
            with open(path, "wb") as file:
                file.write(data if isinstance(data, bytes) else data.encode())
            os._exit(0)
        assert os.waitpid(maker, 0)[1] == 0, name
        return path

    def take(self, what, path, *words, wanted=(1, 2)):
        code, seconds, megabytes, said = measured(*words)
        os.remove(path)
        self.count += 1
        wrong = [f"exit {code}"] * (code not in wanted) + ["nothing said"] * (not said.strip())
        if self.bounded:
            wrong += [f"{seconds:.1f} s"] * (seconds > SECONDS) + [f"{megabytes:.0f} MB"] * (megabytes > MEGABYTES)
        if wrong:
            self.bad.append(f"{what}: {', '.join(wrong)}: {said[:200]!r}")
        if ONLY:
            print(f"{what}: exit {code}, {seconds:.1f} s, {megabytes:.0f} MB: {said[:160]!r}", flush=True)


def cases(of, kind):
    """Those asked for by their name; else an ordinary run takes half of them."""
    named = {f"{kind}: {name}": make for name, make in of.items()}
    return [(name, make) for name, make in named.items() if (ONLY in name if ONLY else taken(name, 4))]


def main():
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(folder)
        ws = f"{folder}/ws"
        run("--as", "registrar", "init", ws, expect=0)
        run("-w", ws, "--as", "registrar", "import", "grants", f"{SOURCE}/tests/samples/tied-grants/grants.csv", expect=0)
        for of, kind, place in ((DATA_FILES, "form", "forms/x.2026.toml"), (USAGE_FILES, "form", "forms/tied-grant-usage.2025-06.toml"), (STATUS_FILES, "form", "forms/roadmap-status.2024.toml"),
                                (REGISTER_FILES, "register", "registers/grants.toml"), (SUMMARY_FILES, "summary", "summaries/roadmap.toml")):
            for what, make in cases(of, kind):
                path = trial.write(place, make)
                trial.take(what, path, "-w", ws, "forms", "lint", path)
        for name, make in WORKSPACE_FILES.items():
            if ONLY in f"workspace: {name}":
                trial.take(f"workspace: {name}", trial.write(f"ws/{name}", make), "-w", ws, "--as", "x", "status", "roadmap-status", "--period", "2026-H1", wanted=(0, 1, 2))
        for what, make in cases(TABLES, "table"):
            path = trial.write("grants.csv", make)
            trial.take(what, path, "-w", ws, "--as", "registrar", "import", "grants", path)
        for what, make in cases(RECEIPTS, "receipt"):
            path = trial.write("receipt.json", make)
            trial.take(what, path, "-w", ws, "doctor", "--receipt", path)
            path = trial.write("report.json", make)
            trial.take(what + ", as a report", path, "-w", ws, "--as", "registrar", "submit", path, *REPORT)
        for name, texts in TEXTS.items():
            for what, make in cases(texts, name):
                path = trial.write(name, make)
                trial.take(what, path, "-w", ws, "--as", "registrar", "submit", path, *REPORT)
        for what, make in cases({"300 MB": lambda: b"0" * 300 * MANY}, "signature"):
            path = trial.write("report.p7s", make)
            trial.take(what, path, "-w", ws, "--as", "registrar", "attach", "S-000001", path, wanted=(2, 64))  # 2: run alone it finds no report
        for what, make in cases(WORKBOOKS, "workbook"):
            path = trial.write("report.xlsx", make)
            trial.take(what, path, "-w", ws, "check", path, *REPORT)
        assert not trial.bad, "\n" + "\n".join(trial.bad)
        assert trial.count > 0, "no such case"
        print(f"{trial.count} hostile files: each refused with a sentence" + (f", within {SECONDS} s of processor time and {MEGABYTES} MB" if trial.bounded else ""))


main()
