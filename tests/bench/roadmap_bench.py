#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A roadmap of the whole country: 20 regions × N organisations × 26 measures. Every report is submitted, and the figures of status and summary are
what was put in. Times and peak memory are printed, never asserted. usage: roadmap_bench.py SOURCE_DIR [N = 20]   (200: 104,000 rows)"""
import csv
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import tomllib

SOURCE = sys.argv[1]
PER_REGION = int(sys.argv[2]) if len(sys.argv) > 2 else 20
PERIOD, END = "2026-H1", "2026-06-30"
ESEP = os.environ.get("ESEP", "esep")


def measured(name, *words, codes=(0,)):
    """Runs the program: standard output, and a line of seconds and peak memory."""
    began = time.monotonic()
    with tempfile.TemporaryFile() as out:
        child = subprocess.Popen([ESEP, "--lang", "en", *words], stdout=out, stderr=subprocess.PIPE)
        said = child.stderr.read().decode()
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        assert child.returncode in codes, said[-2000:]
        print(f"{name:<28}{time.monotonic() - began:8.2f} s{used.ru_utime + used.ru_stime:8.2f} s of processor{used.ru_maxrss / 1024:8.0f} MB", flush=True)
        out.seek(0)
        return out.read().decode()


def country():
    """The organisations, an akimat first in each region, and the roadmap on which all of them report."""
    with open(f"{SOURCE}/data/organisations.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    regions = [row["code"] for row in rows if row["kind"] in ("region", "capital", "city_republican")]
    own = [f"{region}-{i:03d}" for region in regions for i in range(1, PER_REGION)]
    for code in own:
        region = next(row for row in rows if row["code"] == code[:5])
        names = {f"{kind}_{lang}": f"{region[f'name_{lang}']}, {word} № {code[6:]}" for kind in ("name", "body")
                 for lang, word in (("kk", "ұйым"), ("ru", "организация"), ("en", "organisation"))}
        rows.append({**dict.fromkeys(rows[0], ""), "code": code, "kind": "other", "source": "tests", **names})
    with open(f"{SOURCE}/data/roadmaps/children-2024-2026.toml", encoding="utf-8") as file:
        text = file.read()
    everyone = json.dumps(sorted(regions + own))
    text = re.sub(r"organisations = \[\s+\"KZ-10\".*?\]", f"organisations = {everyone}", text, flags=re.S)
    text = re.sub(r"^executors = \[.*\]$", 'executors = ["LEB"]', text, flags=re.M)
    text = re.sub(r"^(regions|by_agreement) = .*\n", "", text, flags=re.M)
    return rows, sorted(regions + own), set(regions), text


def answers(index, measure, columns):
    """The same at each run: one in seven is overdue, one in five built one object."""
    terms = [day.isoformat() for day in measure["due"]]
    due = next((day for day in terms if day >= "2026-01-01"), terms[-1])
    salt = index * 7 + int(measure["number"]) * 3
    state = ("overdue" if salt % 7 == 0 else "done") if due <= END else "in_progress"
    row = dict.fromkeys(columns) | {
        "number": measure["number"], "measure": measure["title"]["kk"], "completion": measure["completion"]["kk"],
        "term": measure["term"]["kk"], "due": due, "document_wanted": measure["document"], "state": state}
    if state != "overdue":
        row["done"] = "Жұмыс кестеге сай жүргізілді."
    if state == "done":
        row |= {"document_name": f"Акт № {index}", "document_date": "2026-05-15"}
    if state == "overdue":
        row |= {"reason": "Мердігермен шарт бұзылды.", "new_term": "2026-12-01"}
    if "objects" in measure:
        row |= {"objects": measure["objects"]["count"], measure["objects"]["completed_by"]: int(salt % 5 == 0)}
    return row


def write_reports(folder, bodies, regions, roadmap):
    """Files, and what the summary must say of each measure: done, commissioned, designed."""
    with open(f"{SOURCE}/forms/roadmap-status.2024.toml", "rb") as file:
        columns = [column["id"] for column in tomllib.load(file)["column"]]
    files, totals = [], {m["number"]: [0, 0, 0] for m in roadmap["measure"]}
    for index, body in enumerate(bodies):
        rows = [answers(index, m, columns) for m in roadmap["measure"]]
        for row in rows:
            total = totals[row["number"]]
            total[0] += row["state"] == "done"
            total[1] += row["commissioned"] or 0
            total[2] += row["designed"] or 0
        fields = {"contact": "Бөлім басшысы"}
        if body in regions:
            fields |= {"children_total": 1000 + index, "children_health": 500, "children_additional": 1000}
        report = {"form": "roadmap-status", "edition": "2024", "organisation": body, "period": PERIOD, "fields": fields, "rows": rows}
        files.append(f"{folder}/in/{body}.json")
        with open(files[-1], "w", encoding="utf-8") as file:
            json.dump(report, file, ensure_ascii=False)
    return files, totals


def check_summary(path, bodies, totals, roadmap):
    with open(path, encoding="utf-8") as file:
        tables = [t["rows"] for s in json.load(file)["documents"][0]["sections"] for t in s["tables"] if t["rows"]]
    table = lambda *columns: next(t for t in tables if set(columns) <= set(t[0]))  # noqa: E731
    for row, measure in zip(table("completion", "executors_text"), roadmap["measure"]):
        done, commissioned, designed = totals[measure["number"]]
        objects = (measure["objects"]["count"], commissioned, designed) if "objects" in measure else (None, None, None)
        assert (row["done"], row["executors"]) == (done, len(bodies)) and (row["object_count"], row["commissioned"], row["designed"]) == objects, row
    assert len(table("measures", "in_progress")) == len(bodies)
    whole = table("health_share")[-1]
    regions = [1000 + i for i, body in enumerate(bodies) if len(body) == 5]
    assert (whole["total"], whole["health"]) == (sum(regions), 500 * len(regions)), whole


def main():
    with tempfile.TemporaryDirectory() as folder:
        ws = f"{folder}/ws"
        os.mkdir(f"{folder}/in")
        rows, bodies, regions, text = country()
        subprocess.run([ESEP, "init", ws], check=True, capture_output=True)
        os.makedirs(f"{ws}/data/roadmaps", exist_ok=True)
        with open(f"{ws}/data/roadmaps/children-2024-2026.toml", "w", encoding="utf-8") as file:
            file.write(text)
        with open(f"{folder}/organisations.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)
        roadmap = tomllib.loads(text)
        files, totals = write_reports(folder, bodies, regions, roadmap)
        print(f"{len(bodies)} organisations × {len(roadmap['measure'])} measures = {len(bodies) * len(roadmap['measure'])} rows")
        office = ("-w", ws, "--as", "bench", "--today", "2026-07-03")
        measured("import of the organisations", *office, "import", "organisations", f"{folder}/organisations.csv")
        late = ("-w", ws, "--as", "bench", "--today", "2026-07-20")
        measured("submit", *office, "submit", *files[:-3], "--received", "2026-07-03", "--quiet")
        measured("submit, one of them late", *late, "submit", files[-3], "--received", "2026-07-13", "--quiet")
        status = json.loads(measured("status", *late, "status", "roadmap-status", "--period", PERIOD, "--json", codes=(1,)))["status"]
        verdicts = [s["timeliness"] for s in sorted(status, key=lambda s: s["organisation"])]
        assert verdicts == ["on_time"] * (len(bodies) - 3) + ["late", "missing", "missing"], verdicts[-5:]
        measured("submit, the last", *late, "submit", *files[-2:], "--received", "2026-07-20", "--quiet")
        for to in ("json", "xlsx", "pdf"):
            measured(f"summary to {to.upper()}", *late, "summary", "roadmap", "--period", PERIOD, "--to", to, "-o", f"{folder}/out.{to}")
        check_summary(f"{folder}/out.json", bodies, totals, roadmap)
        print("".join(f"{os.path.getsize(f'{folder}/out.{to}') / 1e6:.1f} MB of {to.upper()}; " for to in ("json", "xlsx", "pdf")))


main()
