#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every requirement id that code, forms, data, tests or a page cites stands on docs/requirements.md, once; every rule of conduct that is cited is one
of docs/architecture.md; nothing cites papers that are not in the repository, and no test reads outside it. usage: requirements.py SOURCE_DIR"""
import os
import re
import sys

PLACES = ("src", "forms", "data", "templates", "tests", "scripts", "docs", "README.md", "CONTRIBUTING.md", "CHANGELOG.md")
ENDS = (".h", ".cpp", ".toml", ".csv", ".py", ".sh", ".md", ".txt", ".test", ".html", ".mustache")
PAGE, RULES = "docs/requirements.md", "docs/architecture.md"
ID = re.compile(r"(?<![\w-])(?:TG|RM|CO|OB|AD)-\d+(?![\w-])")
RULE = re.compile(r"\b[Rr]ules? of conduct (\d+)")
OUTSIDE = re.compile(r"\(design[,)]|\bhouse\.md\b|\.\./shared\b")


def cited(source):
    """(file:line, line) of every line that may cite something."""
    for place in PLACES:
        files = [os.path.join(folder, name) for folder, _, names in os.walk(f"{source}/{place}") for name in names] or [f"{source}/{place}"]
        for path in sorted(files):
            name = os.path.relpath(path, source)
            if not name.endswith(ENDS) or "/corpus/" in name or name == os.path.relpath(__file__, source):
                continue
            with open(path, encoding="utf-8", errors="replace") as file:
                for number, line in enumerate(file, start=1):
                    yield f"{name}:{number}", line


def main():
    source = os.path.abspath(sys.argv[1])
    with open(f"{source}/{PAGE}", encoding="utf-8") as file:
        rows = [match[1] for match in re.finditer(r"^\| ([A-Z]{2}-\d+) \|", file.read(), re.M)]
    with open(f"{source}/{RULES}", encoding="utf-8") as file:
        rules = set(re.findall(r"^(\d+)\. ", file.read().partition("## Rules of conduct\n")[2], re.M))
    wrong = [f"{PAGE}: {one} stands there twice" for one in sorted({one for one in rows if rows.count(one) > 1})]
    count = 0
    for place, line in cited(source):
        for one in ID.findall(line):
            count += not place.startswith(PAGE)
            if one not in rows:
                wrong.append(f"{place}: {one} is not in {PAGE}")
        wrong += [f"{place}: rule of conduct {one} is not in {RULES}" for one in RULE.findall(line) if one not in rules]
        if OUTSIDE.search(line):
            wrong.append(f"{place}: cites what is not in the repository: {line.strip()}")
    print("\n".join(wrong))
    print(f"{len(rows)} requirements, {count} citations, {len(wrong)} wrong")
    sys.exit(1 if wrong or count < 40 or len(rows) < 40 else 0)


main()
