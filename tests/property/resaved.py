#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A workbook that LibreOffice saved again, as .xlsx or by way of .ods, gives the same findings as before: right and wrong examples of the
forms in blanks of both languages, and the handed workbooks with faults. An ordinary run takes a share of them. usage: resaved.py SOURCE_DIR"""
import glob
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import run  # noqa: E402
from office import fill  # noqa: E402
from share import taken  # noqa: E402
from short_checks import shorten  # noqa: E402

SOURCE = sys.argv[1]
KEYS = {"tied-grant-usage": ["--org", "km", "--subject", "G-001", "--period", "2026-10"],
        "roadmap-status": ["--org", "KZ-10", "--period", "2026-H1"],
        "circle-plan": ["--org", "KZ-11", "--period", "2027", "--stage", "draft"]}
# A workbook that breaks the format itself is another one when LibreOffice has mended it.
MENDED = {"05_sheet_without_rid.xlsx", "10_workbook_at_root.xlsx", "12_t_d_offset.xlsx"}


def office(folder, to, paths):
    out = f"{folder}/{to}"
    os.makedirs(out, exist_ok=True)
    subprocess.run(["timeout", "300", "soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", to, "--outdir",
                    out, *paths], check=True, capture_output=True)
    return [f"{out}/{os.path.splitext(os.path.basename(path))[0]}.{to}" for path in paths]


def typed(row):
    """A row of an example as a person types it: an example gives a sum as text, so that it stays exact."""
    return {column: "; ".join(value) if isinstance(value, list) else value for column, value in row.items()}


def filled(ws, folder):
    for form, words in KEYS.items():
        path = sorted(glob.glob(f"{SOURCE}/forms/{form}.2*.toml"))
        path = [one for one in path if not one.endswith(".wording.toml")][-1]
        with open(path, "rb") as file:
            examples = [one for one in tomllib.load(file).get("example", []) if one.get("rows")]
        blank = f"{folder}/blank.xlsx"
        run("-w", ws, "--today", "2026-11-20", "blank", form, *words, "-o", blank, expect=0)
        shorten(blank)
        for n, example in enumerate(examples):
            out = f"{folder}/{form}-{n}.xlsx"
            fill(path, blank, out, [typed(row) for row in example["rows"]])
            yield out


def findings(ws, paths):
    """For each file its findings, with the name of the file left out."""
    out = {os.path.splitext(os.path.basename(path))[0]: [] for path in paths}
    answer = run("-w", ws, "--today", "2026-11-20", "check", *paths, "--received", "2026-11-20", "--json", "--lang", "ru").json()
    for one in answer["findings"]:
        if one["code"] == "DUPLICATE-KEY":  # they come in one call
            continue
        name = os.path.splitext(os.path.basename(one["file"]))[0]
        out[name].append((one["code"], one["severity"], one["sheet"], one["cell"], one["message"].replace(os.path.basename(one["file"]), "")))
    return {name: sorted(found, key=str) for name, found in out.items()}


def compare(before, after, how):
    wrong = {name: (sorted(set(before[name]) - set(found), key=str), sorted(set(found) - set(before[name]), key=str))
             for name, found in after.items() if found != before[name]}
    for name, (gone, come) in wrong.items():
        print(f"{name}, {how}:", *[f"  gone {one}" for one in gone], *[f"  come {one}" for one in come], sep="\n", file=sys.stderr)
    return len(wrong)


def main():
    with tempfile.TemporaryDirectory() as folder:
        ws = f"{folder}/ws"
        run("init", ws, expect=0)
        run("-w", ws, "import", "grants", f"{SOURCE}/tests/samples/tied-grants/grants.csv", expect=0)
        paths = list(filled(ws, folder))
        for sample in sorted(glob.glob(f"{SOURCE}/tests/samples/faults/*.xlsx")):
            if os.path.basename(sample) not in MENDED:
                paths.append(shutil.copy(sample, folder))
        paths = [path for path in paths if taken(os.path.basename(path), 14)]
        before = findings(ws, paths)
        assert sum(map(bool, before.values())) > 3, "the workbooks have hardly a finding"
        wrong = compare(before, findings(ws, office(folder, "xlsx", paths)), "saved as xlsx")
        sheets = office(folder, "ods", paths)
        again = f"{folder}/again"
        os.makedirs(again)
        wrong += compare(before, findings(ws, office(again, "xlsx", sheets)), "saved as ods, then xlsx")
        assert wrong == 0, f"{wrong} workbooks are judged otherwise"
        print(f"{len(paths)} workbooks, {sum(map(len, before.values()))} findings: the same after LibreOffice saved them as xlsx, and by way of ods")


main()
