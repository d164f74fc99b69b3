#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every key that a reader of data files asks for stands on the page of that file, and so do the kinds of organisations that obligations may name, with
their titles. usage: form_format.py SOURCE_DIR"""
import glob
import os
import re
import sys
import tomllib

CALL = re.compile(r'(?:required_string|string_or|optional_string|required_integer|integer_or|optional_integer|boolean_or|optional_date|strings|required_text|'
                  r'text_or_empty|one_of|optional_node|optional_table|tables|string_map|read_date|read_wording|read_wordings|read_text|read_texts|read_number)\(\s*(?:\*?\w+,\s*)?"(\w+)"')


# Readers that have a page of their own.
PAGES = {"roadmap_reader.cpp": "roadmaps.md", "summary_reader.cpp": "summaries.md", "policy_reader.cpp": "queues.md"}


def keys_of(path):
    with open(path, encoding="utf-8") as file:
        return set(CALL.findall(file.read()))


def kinds(source):
    """The rows of the table of kinds, as the register of organisations has them."""
    with open(f"{source}/data/registers/organisations.toml", "rb") as file:
        columns = tomllib.load(file)["column"]
    choices = next(column["choices"] for column in columns if column.get("role") == "kind")
    return [f'| `"{one["id"]}"` | {one["title"]["kk"]} | {one["title"]["ru"]} |' for one in choices]


def main():
    source = sys.argv[1]
    wanted = {"form_format.md": keys_of(f"{source}/src/calendar/due_rule_read.cpp")}
    for path in glob.glob(f"{source}/src/form/**/*.cpp", recursive=True) + glob.glob(f"{source}/src/queue/*.cpp"):
        page = PAGES.get(os.path.basename(path), "form_format.md")
        wanted.setdefault(page, set()).update(keys_of(path))
    bad = 0
    for page, keys in sorted(wanted.items()):
        with open(f"{source}/docs/{page}", encoding="utf-8") as file:
            text = file.read()
        missing = sorted(key for key in keys if not re.search(rf"\b{key}\b", text))
        bad += len(missing) + (len(keys) < 10)
        print(f"{len(keys)} keys, not in docs/{page}: {missing or 'none'}")
    with open(f"{source}/docs/form_format.md", encoding="utf-8") as file:
        listed = re.findall(r'^\| `"\w+"` \| [^|]+ \| [^|]+ \|$', file.read().split("| kind | Kazakh | Russian |")[1].split("\n\n")[0], re.M)
    if listed != kinds(source):
        print("docs/form_format.md lists other kinds of organisations than the register:", sorted(set(listed) ^ set(kinds(source))))
        bad += 1
    sys.exit(1 if bad else 0)


main()
