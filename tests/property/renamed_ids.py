#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Nothing in the program knows a form, column, register or anything else that data name: on a copy of forms/ and data/ in which every id is a
random word, the work goes on as before: tied grants from blank to letter, a roadmap's half-year with its summary, a public discussion, a
circle plan. usage: renamed_ids.py SOURCE_DIR [SEED]"""
import os
import random
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import run  # noqa: E402
from renamed_data import Renaming, files  # noqa: E402

SOURCE = sys.argv[1]
SAMPLES = f"{SOURCE}/tests/samples"


class Office:
    def __init__(self, folder, ids):
        self.folder, self.ids = folder, ids
        self.ws = f"{folder}/ws"
        run("init", self.ws, expect=0)

    def esep(self, *words, expect=0):
        return run("-w", self.ws, *words, expect=expect)

    def bring(self, register, sample):
        """Imports a sample whose head names columns by their ids."""
        with open(f"{SAMPLES}/{sample}", encoding="utf-8") as file:
            text = self.ids.table(file.read(), ";")
        path = f"{self.folder}/{register}.csv"
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        self.esep("import", self.ids[register], path)

    def fill(self, sample, *words):
        """The samples know the ids of the source; workbooks they find their way in by the official numbers."""
        subprocess.run([sys.executable, f"{SAMPLES}/{sample}/fill.py", *words], check=True)

    def submit(self, path, at):
        receipt = self.esep("submit", path, "--received", at, "--json").json()["submissions"][0]
        assert receipt["revision"] == 1, receipt
        return receipt["submission"]

    def render(self, *words, kinds=("pdf", "xlsx", "html", "json", "csv")):
        for to in kinds:
            self.esep(*words, "--to", to, "-o", f"{self.folder}/paper.{to}")


def form_file(name, root=SOURCE):
    return next(f"{root}/forms/{f}" for f in sorted(os.listdir(f"{root}/forms")) if f.startswith(name + "."))


def tied_grants(office):
    ids = office.ids
    form = ids["tied-grant-usage"]
    office.bring("grants", "tied-grants/grants.csv")
    office.esep("blank", form, "--org", "km", "--subject", "G-001", "--period", "2026-10", "-o", f"{office.folder}/b.xlsx")
    # This one fills in the form's own example, in which a choice stands by its id.
    office.fill("tied-grants", form_file(form, f"{office.folder}/root"), "two systems with lists of different lengths", f"{office.folder}/b.xlsx",
                f"{office.folder}/f.xlsx", "--set", f"{ids['compiled_on']}=05.11.2026")
    number = office.submit(f"{office.folder}/f.xlsx", "2026-11-18")
    office.render("render", form, number)
    office.render("render", "receipt", number, kinds=("pdf",))
    reviewer = ("--as", "R.", "--today", "2026-11-20")
    office.esep(*reviewer, "review", "open", number)
    checklist = ids["unified-requirements"]
    item = ids["UR-01"]
    answers = f"{office.folder}/answers.toml"
    with open(answers, "w", encoding="utf-8") as file:
        file.write(f'[[answer]]\nitem = "{item}"\nanswer = "not_applicable"\ncomment = "жоқ"\n')
    office.esep(*reviewer, "assess", number, "--checklist", checklist, "--answers", answers)
    office.esep(*reviewer, "recommend", number, "--text", "Актіні ресімдеу", "--due", "2026-12-20", "--item", item)
    office.render("--today", "2026-11-21", "render", "recommendations", number, kinds=("pdf",))


def roadmap(office):
    ids = office.ids
    form, period = ids["roadmap-status"], "2026-H1"
    executors = ["oam", "KZ-71"]
    os.makedirs(f"{office.folder}/blanks")
    for body in executors:
        office.esep("blank", form, "--org", body, "--period", period, "-o", f"{office.folder}/blanks/form_{body}_{period}.xlsx")
    office.fill("roadmap", form_file("roadmap-status"), f"{office.folder}/blanks", f"{office.folder}/filled")
    for body in executors:
        office.submit(f"{office.folder}/filled/form_{body}_{period}.xlsx", "2026-07-08")
    today = ("--today", "2026-07-21")
    office.render(*today, "summary", ids["roadmap"], "--period", period, "--since", "2025-H2")
    office.render(*today, "render", ids["roadmap-consolidated"], "--org", "oam", "--period", period, kinds=("pdf", "csv"))
    shown = office.esep("register", "show", ids["children-2024-2026"], "--executor", "KZ-71", "--json").json()
    assert len(shown["measures"]) > 3, shown


def discussion(office):
    ids = office.ids
    for register in ("passports", "passport_reports", "proposals", "report_proposals", "votes"):
        if register == "proposals":
            office.esep("event", ids["posted"], "--org", "dsm", "--subject", "BP-2026-001", "--date", "2026-01-12")
        office.bring(register, f"open-budgets/{register}.csv")
    office.render("--today", "2026-01-30", "render", ids["passport-discussion"], "--subject", "BP-2026-001", kinds=("pdf", "json", "csv"))
    with open(f"{office.folder}/paper.csv", encoding="utf-8-sig") as file:
        assert len(file.read().splitlines()) > 2, "no proposals on the report"


def circle_plan(office):
    form, stage = office.ids["circle-plan"], office.ids["draft"]
    office.esep("blank", form, "--org", "KZ-71", "--period", "2027", "--stage", stage, "-o", f"{office.folder}/plan-blank.xlsx")
    office.fill("circle-plans", form_file("circle-plan"), f"{office.folder}/plan-blank.xlsx", f"{office.folder}/plan.xlsx", "--org", "KZ-71", "--year", "2027",
                "--stage", "draft")
    number = office.submit(f"{office.folder}/plan.xlsx", "2026-10-29")
    office.render("render", form, number, kinds=("pdf", "xlsx"))


def main():
    ids = Renaming(SOURCE, random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1))
    with tempfile.TemporaryDirectory() as folder:
        root = f"{folder}/root"
        ids.copy(root)
        os.environ["ESEP_DATA"] = root
        for path in files(root):
            if f"{root}/forms/" in path:
                run("forms", "lint", path, expect=0)
        office = Office(folder, ids)
        for work in (tied_grants, roadmap, discussion, circle_plan):
            work(office)
    print(f"{len(ids.ids)} ids renamed, {len(ids.kept)} are words of the program; all work runs")


main()
