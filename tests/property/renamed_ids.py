#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Nothing in the program knows a form, column or register by name: on a copy of forms/ and data/ in which every such id was replaced by a
random word, the main job runs as before. usage: renamed_ids.py SOURCE_DIR [SEED]"""
import csv
import io
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib

sys.path.insert(0, os.path.dirname(__file__))
import esep_cli  # noqa: E402
from esep_cli import run  # noqa: E402

SOURCE = sys.argv[1]
VOCABULARY = {"organisations", "subject", "code", "source", "name", "id", "form", "edition", "period", "title", "note", "example", "law", "number", "type", "stage", "at"}
rng = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)


def fresh(taken=set()):
    while True:
        word = "z" + "".join(rng.choices("abcdefghijklmnopqrstuvwxyz", k=9))
        if word not in taken:
            taken.add(word)
            return word



def query_texts():
    """The SQL of forms and summaries that reads tables: source, query, with, rows, columns."""
    for folder in ("forms", "data/summaries"):
        for name in os.listdir(f"{SOURCE}/{folder}"):
            with open(f"{SOURCE}/{folder}/{name}", "rb") as file:
                data = tomllib.load(file)
            yield data.get("with", "")
            yield data.get("rows", {}).get("source", "")
            for field in data.get("field", []):
                yield field.get("query", "")
            for section in data.get("section", []):
                for block in section.get("block", []):
                    yield from (block.get(key, "") for key in ("query", "rows", "columns"))


def collect():
    """Every form and register id of the data, and every column id that no query mentions: a query mixes them with words of the program's
    own tables, which stay."""
    ids = {}
    mentioned = set()
    for text in query_texts():
        mentioned.update(re.findall(r"[a-z_]\w*", text))
    for folder, key in (("forms", "form"), ("data/registers", "register")):
        for name in os.listdir(f"{SOURCE}/{folder}"):
            with open(f"{SOURCE}/{folder}/{name}", "rb") as file:
                data = tomllib.load(file)
            ids.setdefault(data[key], fresh())
            for part in ("column", "field", "group"):
                for one in data.get(part, []):
                    if one["id"] not in mentioned:
                        ids.setdefault(one["id"], fresh())
    return ids


def names():
    """Form and register ids."""
    for folder, key in (("forms", "form"), ("data/registers", "register")):
        for name in os.listdir(f"{SOURCE}/{folder}"):
            with open(f"{SOURCE}/{folder}/{name}", "rb") as file:
                yield tomllib.load(file)[key]


def rename_names(text, ids):
    words = "|".join(sorted((re.escape(n) for n in names() if n in ids), key=len, reverse=True))
    return re.sub(r"(?<![\w-])(" + words + r")(?![\w-])(?!\s*=)", lambda m: ids[m.group(1)], text)


def rename_toml(text, ids):
    """Replaces ids where they are ids: quoted whole, behind a dot, as keys, in placeholders, in expressions."""
    words = "|".join(sorted(map(re.escape, ids), key=len, reverse=True))
    # Words that are keys of the vocabulary too are ids only where they stand in quotes or behind a dot.
    keys = "|".join(sorted((re.escape(i) for i in ids if i not in VOCABULARY), key=len, reverse=True))
    def swap(match):
        return ids[match.group(0)]
    out = []
    in_sql = False
    in_query = False
    for line in text.splitlines():
        if in_query or re.match(r"^(source|query) = (\"\"\"|\"SELECT)", line):
            if line.count('"""') == 1:
                in_query = not in_query
            out.append(rename_names(line, ids))
            continue
        if in_sql or re.match(r'^(check|required_if)\s*=', line):
            if line.count('"""') == 1 or line.count("'''") == 1:
                in_sql = not in_sql
                if not line.strip(" check=required_f").strip("'\""):
                    out.append(line)
                    continue
            head, equals, body = line.partition(" = ") if re.match(r"^(check|required_if) = ", line) else ("", "", line)
            body = re.sub(r"(?<=[a-z]\.)(" + words + r")\b", swap, body)
            # Words in single quotes are values; a text that goes on in the next line has an odd number of quotes here.
            parts = body.split("'") if body.count("'") % 2 == 0 else ["", body]
            parts[::2] = [re.sub(r"\b(" + words + r")\b", swap, part) for part in parts[::2]]
            out.append(head + equals + ("'".join(parts) if body.count("'") % 2 == 0 else body))
            continue
        key = line.split("=", 1)[0].strip()
        if re.match(r'^(kk|ru|en|name|note|example|wrong_example|default|role|type|lang|scope|severity|pattern|wrong_finding|rows_file)$', key) or '{ kk =' in line and key not in ("message",):
            out.append(line)
            continue
        if key == "message":
            out.append(re.sub(r"\{(" + words + r")\}", lambda m: "{" + ids[m.group(1)] + "}", line))
            continue
        if key != "source":
            line = re.sub(r'(?<=")(' + words + r')(?=")', swap, line)                   # "id"
        line = re.sub(r'(?<="subject\.)(' + words + r')(?=")', swap, line)              # "subject.id"
        line = re.sub(r'(?<=")(' + words + r')(?=\[\d+\]")', swap, line)                # "id[2]"
        line = re.sub(r"(?<=[a-z]\.)(" + words + r")\b", swap, line)                    # row.id
        line = re.sub(r"^(" + keys + r")(?=\s*=)", swap, line)                         # id = … of example rows
        line = re.sub(r"(?<=[{,] )(" + keys + r")(?=\s*=)", swap, line)                # { id = … }
        out.append(line)
    return "\n".join(out) + "\n"


def main():
    ids = collect()
    keep = {"kind"}  # role = "kind" is a word of the vocabulary in quotes
    ids = {k: v for k, v in ids.items() if k not in keep}
    with tempfile.TemporaryDirectory() as folder:
        root = f"{folder}/root"
        for part in ("forms", "data", "templates"):
            if os.path.isdir(f"{SOURCE}/{part}"):
                shutil.copytree(f"{SOURCE}/{part}", f"{root}/{part}")
        form_names = set(names())
        for base, _, files in os.walk(root):
            for name in files:
                if not name.endswith(".toml") or "messages" in base or "calendar" in base:
                    continue
                path = os.path.join(base, name)
                with open(path, encoding="utf-8") as file:
                    whole = "/forms" in base or "/registers" in base
                    text = rename_toml(file.read(), ids) if whole else rename_names(file.read(), ids)
                stem = name.split(".")[0]
                # Named as a form or not at all: a summary of a form's reports may bear its name.
                if "/roadmaps" in base or "/summaries" in base and stem not in form_names:
                    stem = ""
                os.remove(path)
                with open(os.path.join(base, name.replace(stem, ids.get(stem, stem), 1) if stem else name), "w", encoding="utf-8") as file:
                    file.write(text)
        with open(f"{root}/data/organisations.csv", encoding="utf-8") as file:
            header, body = file.read().split("\n", 1)
        with open(f"{root}/data/organisations.csv", "w", encoding="utf-8") as file:
            file.write(",".join(ids.get(h, h) for h in header.split(",")) + "\n" + body)
        os.environ["ESEP_DATA"] = root
        form = ids["tied-grant-usage"]
        run("forms", expect=0)
        for name in os.listdir(f"{root}/forms"):
            run("forms", "lint", f"{root}/forms/{name}", expect=0)
        ws = f"{folder}/ws"
        run("init", ws, expect=0)
        with open(f"{SOURCE}/tests/samples/tied-grants/grants.csv", encoding="utf-8") as file:
            rows = list(csv.reader(file, delimiter=";"))
        rows[0] = [ids.get(h, h) for h in rows[0]]
        text = io.StringIO()
        csv.writer(text, delimiter=";").writerows(rows)
        with open(f"{folder}/grants.csv", "w", encoding="utf-8") as file:
            file.write(text.getvalue())
        run("-w", ws, "import", ids["grants"], f"{folder}/grants.csv", expect=0)
        run("-w", ws, "blank", form, "--org", "km", "--subject", "G-001", "--period", "2026-10", "-o", f"{folder}/b.xlsx", expect=0)
        fill = [sys.executable, f"{SOURCE}/tests/samples/tied-grants/fill.py", f"{root}/forms/{form}.2025-06.toml"]
        subprocess.run([*fill, "two systems with lists of different lengths", f"{folder}/b.xlsx", f"{folder}/f.xlsx", "--set",
                        f"{ids['compiled_on']}=05.11.2026"], check=True)
        receipt = run("-w", ws, "submit", f"{folder}/f.xlsx", "--received", "2026-11-18", "--json", expect=0).json()["submissions"][0]
        assert receipt["revision"] == 1 and receipt["form"] == form, receipt
        for to in ("pdf", "xlsx", "html", "json", "csv"):
            run("-w", ws, "render", form, receipt["submission"], "--to", to, "-o", f"{folder}/paper.{to}", expect=0)
    print(f"{len(ids)} ids renamed, the main job runs")


main()
