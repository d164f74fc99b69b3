#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A shipped edition of a form is never edited: registers pin its text by SHA-256, and offices have handed in reports on it. usage: editions.py SOURCE_DIR

tests/lint/editions.txt has the hash of each, as `sha256sum` prints it. A new edition is a new line."""
import hashlib
import os
import sys

LIST = "tests/lint/editions.txt"
EDITED = """{name}: this edition has been shipped and may not change by a byte.
  Better words go into forms/{stem}.wording.toml, other rules and columns into a new edition (docs/add_a_form.md).
  To undo the change: git checkout forms/{name}"""
UNKNOWN = """{name}: a new edition. From the commit that ships it on, it may not change. Add this line to {list}:
{hash}  {name}"""
GONE = """{name}: this edition has been shipped and may not go: reports of its time are read with it.
  To bring it back: git checkout forms/{name}"""


def editions(source):
    """name → SHA-256 of each edition in forms/; a wording file is none."""
    out = {}
    for name in sorted(os.listdir(f"{source}/forms")):
        if name.endswith(".toml") and not name.endswith(".wording.toml"):
            with open(f"{source}/forms/{name}", "rb") as file:
                out[name] = hashlib.sha256(file.read()).hexdigest()
    return out


def pinned(source):
    with open(f"{source}/{LIST}", encoding="utf-8") as file:
        return {name: sha256 for sha256, name in (line.split() for line in file)}


def complaints(shipped, there):
    out = []
    for name, sha256 in there.items():
        if name not in shipped:
            out.append(UNKNOWN.format(name=name, list=LIST, hash=sha256))
        elif sha256 != shipped[name]:
            out.append(EDITED.format(name=name, stem=name.removesuffix(".toml")))
    return out + [GONE.format(name=name) for name in shipped if name not in there]


def main():
    # The test itself must see each kind of change.
    seen = complaints({"a.1.toml": "1", "b.1.toml": "2"}, {"b.1.toml": "3", "c.1.toml": "4"})
    assert [text.split(":")[0] for text in seen] == ["b.1.toml", "c.1.toml", "a.1.toml"], seen
    there = editions(sys.argv[1])
    wrong = complaints(pinned(sys.argv[1]), there)
    print("\n".join(wrong))
    print(f"{len(there)} editions, {len(wrong)} wrong")
    sys.exit(1 if wrong else 0)


main()
