#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every key that the readers of form files ask for stands in docs/form_format.md. usage: format_doc.py SOURCE_DIR"""
import glob
import re
import sys

CALL = re.compile(r'(?:required_string|string_or|optional_string|required_integer|integer_or|optional_integer|boolean_or|optional_date|strings|required_text|'
                  r'text_or_empty|one_of|optional_node|optional_table|tables|string_map|read_date|read_wording|read_wordings|read_text|read_texts|read_number)\((?:\*?\w+, )?"(\w+)"')


def main():
    source = sys.argv[1]
    keys = set()
    for path in glob.glob(f"{source}/src/form/*.cpp") + [f"{source}/src/calendar/due_rule_read.cpp"]:
        with open(path, encoding="utf-8") as file:
            keys |= set(CALL.findall(file.read()))
    with open(f"{source}/docs/form_format.md", encoding="utf-8") as file:
        text = file.read()
    missing = sorted(key for key in keys if not re.search(rf"\b{key}\b", text))
    print(f"{len(keys)} keys, not in docs/form_format.md: {missing or 'none'}")
    sys.exit(1 if missing or len(keys) < 40 else 0)


main()
