#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The roadmap's data against its source: tests/samples/wording/children-2024-2026.txt holds the source line by line, and every Kazakh text of
data/roadmaps/children-2024-2026.toml stands there letter for letter (white space apart). Dates, executors, regions and numbers are then
read out of the official words once more, by other means than the data gives them, and must agree."""
import calendar
import csv
import datetime
import itertools
import pathlib
import re
import sys
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
DATA = HERE.parent.parent / "data"
HEADINGS = ["Р/с", "Аяқталу нысаны", "Орындалу мерзімі", "Жауапты орындаушылар", "Күтілетін нәтижелер:"]
MONTHS = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split()
DOCUMENTS = {
    "information_system": "автоматтандырылған ақпараттық жүйе",
    "certificates": "сертификаттар",
    "information_to_government": "Қазақстан Республикасының Үкіметіне ақпарат",
    "government_resolution": "Қазақстан Республикасы Үкіметінің қаулысы",
    "land_use_act": "уақытша (өтеулі, өтеусіз) жер пайдалану құқығы актісі",
    "balance_act": "теңгерімдік аражігін ажырату актісі",
    "minister_order": "Қазақстан Республикасы Оқу-ағарту министрінің бұйрығы",
    "methodical_recommendations": "әдістемелік ұсынымдар",
    "information_to_ministry": "ОМ-ге ақпарат",
    "consolidated_plan": "жиынтық жоспар",
    "acceptance_act": "пайдалануға қабылдау актілері",
    "expertise_conclusion": "мемлекеттік сараптаманың қорытындысы",
}
# RM-8: objects named, and of them those that an act of acceptance completes.
SUMS = {"health_centre": (50, 30), "creative_object": (100, 71)}
# RM-9: objects and named places of a measure; they agree in 14 and 19 only.
PLACES = {14: (2, 2), 15: (5, 4), 16: (23, 17), 17: (20, 16), 18: (10, 8), 19: (5, 5), 20: (6, 4), 21: (8, 4), 22: (14, 10), 23: (6, 5),
          24: (22, 15), 25: (8, 7), 26: (21, 10)}
# Latin letters that the source prints for Cyrillic ones.
LOOK_ALIKES = str.maketrans("Cc", "Сс")

wrong = []


def check(good, where, what):
    if not good:
        wrong.append(f"{where}: {what}")


def fold(text):
    return re.sub(r"\s+", " ", text).strip()


def last_day(year, month):
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def source_lines():
    text = (HERE.parent / "samples/wording/children-2024-2026.txt").read_text(encoding="utf-8")
    return [fold(line) for line in text.splitlines() if line.strip() and not line.startswith("#")]


def indicator_line(number, indicator, end):
    values = [indicator["baseline"], *indicator["targets"]]
    years = ", ".join(f"{v['year']} жылы – {v['value'].replace('.', ',')} {indicator['unit']}" for v in values)
    return f"{number}) {indicator['title']['kk']} ({years}){end}"


def official_notes(roadmap):
    return [note["kk"] for note in roadmap["notes"] if note.get("provenance") != "own"]


def data_lines(roadmap):
    """The source as the data has it, in the order of the source; paragraph 3 is no text of the data and left out."""
    out = [roadmap["law"]["kk"] + ".", roadmap["title"]["kk"], *HEADINGS]
    health, education = roadmap["indicator"]
    out += [indicator_line(1, health, ";"), indicator_line(2, education, "")]
    for section in roadmap["section"]:
        out.append(f"{section['number']}. {section['title']['kk']}")
        for measure in roadmap["measure"]:
            if measure["section"] == section["number"]:
                out += [measure["number"] + ".", *(measure[key]["kk"] for key in ("title", "completion", "term", "executors_text"))]
    return [fold(line) for line in out + official_notes(roadmap)]


def check_wording(roadmap):
    lines = source_lines()
    paragraph = [line for line in lines if line.startswith("3. Қазақстан")]
    check(len(paragraph) == 1 and f", {roadmap['addressee']['kk']} Жол картасының" in paragraph[0], "addressee", "not the words of paragraph 3")
    lines = [line for line in lines if line not in paragraph]
    for number, (source, data) in enumerate(itertools.zip_longest(lines, data_lines(roadmap)), 1):
        if source != data:
            check(False, f"line {number}", f"the source has\n  {source}\nand the data\n  {data}")
            break


def check_abbreviations(roadmap):
    note = {line.split(" – ", 1)[0]: line.split(" – ", 1)[1].rstrip(";.") for line in official_notes(roadmap)[1:]}
    data = {one["kk"]: one["text"]["kk"] for one in roadmap["abbreviation"]}
    check(note == data, "abbreviations", f"the note has {note}, the data {data}")


def check_codes(roadmap, bodies):
    akimats = {code for code, kind in bodies.items() if kind in ("region", "capital", "city_republican")}
    named = [roadmap["coordinator"]]
    for one in roadmap["abbreviation"]:
        named += one["organisations"]
        check(len(set(one["organisations"])) == len(one["organisations"]), one["id"], "a body stands twice")
        if one["kk"] == "ЖАО":
            check(set(one["organisations"]) == akimats and len(akimats) == 20, "ЖАО", "not the twenty akimats")
    for measure in roadmap["measure"]:
        named += measure.get("regions", [])
    for one in roadmap["successor"]:
        named += [one["organisation"], one["successor"]]
    for code in named:
        check(code in bodies, code, "not in data/organisations.csv")


def term_days(term):
    """Last days of a term from its Kazakh words."""
    if every := re.fullmatch(r"(\w+), (\w+) жылсайын", term):
        return [last_day(year, MONTHS.index(month) + 1) for year in (2024, 2025, 2026) for month in every.groups()]
    if years := re.fullmatch(r"\d{4} – (\d{4}) жылдар", term):
        return [last_day(int(years[1]), 12)]
    if quarter := re.fullmatch(r"(\d{4}) жылғы (I|II|III|IV) тоқсан", term):
        return [last_day(int(quarter[1]), 3 * (["I", "II", "III", "IV"].index(quarter[2]) + 1))]
    year, month = re.fullmatch(r"(\d{4}) жылғы (\w+)", term).groups()
    return [last_day(int(year), MONTHS.index(month) + 1)]


def check_term(roadmap, measure, where):
    check(measure["due"] == term_days(fold(measure["term"]["kk"])), where, f"due {measure['due']} for «{measure['term']['kk']}»")
    for day in measure["due"]:
        check(day == last_day(day.year, day.month), where, f"{day} is not the last day of a month")
        check(roadmap["from"] <= measure["starts"] <= day <= roadmap["to"], where, f"{day} outside the roadmap")


def check_executors(roadmap, measure, where):
    printed = {one["kk"]: one["id"] for one in roadmap["abbreviation"]}
    executors, agreed = [], []
    for name in measure["executors_text"]["kk"].translate(LOOK_ALIKES).split(", "):
        plain = name.removesuffix(" (келісу бойынша)")
        check(plain in printed, where, f"executor «{plain}» is not in the note")
        executors.append(printed.get(plain))
        if plain != name:
            agreed.append(executors[-1])
    check(executors == measure["executors"], where, f"executors {measure['executors']}, by the words {executors}")
    check(agreed == measure.get("by_agreement", []), where, f"by agreement {measure.get('by_agreement')}, by the words {agreed}")


def places(title, names):
    """Codes of the units that a title names, in its order: «A, B облыстарында, C қаласында»."""
    oblasts = re.match(r"(.+?) облыс(?:тар)?ында(?:,| және)? ?", title)
    if not oblasts:
        return []
    out = [f"{name} облысы" for name in re.split(r", *", oblasts[1])]
    if cities := re.match(r"(\D+?) қала(?:сында|ларында)", title[oblasts.end():]):
        out += [f"{name} қаласы" for name in re.split(r", *", cities[1])]
    return [names.get(name, name) for name in out]


def check_objects(measure, names, where):
    title = fold(measure["title"]["kk"])
    named = places(title, names)
    check(named == measure.get("regions", []), where, f"regions {measure.get('regions')}, by the words {named}")
    objects = measure.get("objects")
    check((objects is not None) == (int(measure["number"]) in PLACES), where, "objects where none belong, or none where they do")
    if objects is None:
        return
    count = int(re.search(r"\d+", title)[0])
    private = re.search(r"оның ішінде (\d+)-ін МЖӘ", title)
    designed = measure["document"] == "expertise_conclusion"
    kind = "health_centre" if "сауықтыру орталығын" in title else "creative_object"
    wanted = {"kind": kind, "count": count, "public_private": int(private[1]) if private else 0,
              "completed_by": "designed" if designed else "commissioned"}
    check(objects == wanted, where, f"objects {objects}, by the words {wanted}")
    check((count, len(named)) == PLACES[int(measure["number"])], where, f"{count} objects in {len(named)} places")
    note = measure.get("note", {})
    check(bool(note) == (designed or count != len(named)), where, "a note where none is due, or none where it is")
    for lang in note if count != len(named) else []:
        check({str(count), str(len(named))} <= set(re.findall(r"\d+", note[lang])), where, f"note in {lang} lacks {count} or {len(named)}")


def check_sums(roadmap):
    for kind, wanted in SUMS.items():
        objects = [m["objects"] for m in roadmap["measure"] if m.get("objects", {}).get("kind") == kind]
        found = sum(o["count"] for o in objects), sum(o["count"] for o in objects if o["completed_by"] == "commissioned")
        check(found == wanted, kind, f"named and commissioned {found}, not {wanted}")
    differ = [int(m["number"]) for m in roadmap["measure"] if "objects" in m and m["objects"]["count"] != len(m["regions"])]
    check(differ == [n for n in PLACES if n not in (14, 19)], "RM-9", f"objects and places differ in {differ}")


def check_languages(node, where):
    """Every text has Russian; none is a copy of the Kazakh."""
    if isinstance(node, dict):
        if "kk" in node and where != "provenance" and "text" not in node:
            check(node.get("ru") and node["ru"] != node["kk"], where, f"no Russian of its own: «{node['kk']}»")
        for key, value in node.items():
            check_languages(value, key)
    elif isinstance(node, list):
        for value in node:
            check_languages(value, where)


def main():
    roadmap = tomllib.loads((DATA / "roadmaps" / "children-2024-2026.toml").read_text(encoding="utf-8"))
    with open(DATA / "organisations.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    names = {row["name_kk"]: row["code"] for row in rows}
    check([m["number"] for m in roadmap["measure"]] == [str(n) for n in range(1, 27)], "measures", "not 1 to 26")
    check_wording(roadmap)
    check_abbreviations(roadmap)
    check_codes(roadmap, {row["code"]: row["kind"] for row in rows})
    for measure in roadmap["measure"]:
        where = f"measure {measure['number']}"
        check(measure["completion"]["kk"] == DOCUMENTS.get(measure["document"]), where, f"document {measure['document']}")
        check_term(roadmap, measure, where)
        check_executors(roadmap, measure, where)
        check_objects(measure, names, where)
    check_sums(roadmap)
    check_languages(roadmap, "roadmap")
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
