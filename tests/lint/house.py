#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Rules of the house that a program can ask (CONTRIBUTING.md gives the reasons): no file of src/ is longer than 400 lines, the licence stands in one
SPDX line in the first three lines of every source, names of sources are snake_case, a header says `#pragma once`. usage: house.py SOURCE_DIR"""
import glob
import os
import re
import sys

LONGEST = 400
SOURCES = ("src/**/*.cpp", "src/**/*.h", "tests/**/*.cpp", "tests/**/*.h", "tests/**/*.py", "tests/**/*.java", "scripts/**/*.sh", "scripts/**/*.py",
           ".ci/run", "CMakeLists.txt", "src/CMakeLists.txt", "tests/**/CMakeLists.txt", "src/*.cmake")


def problems(name, lines):
    """What is wrong with this file; `name` is relative to the top folder."""
    out = []
    if name.startswith("src/") and len(lines) > LONGEST:
        out.append(f"{name}: {len(lines)} lines; past {LONGEST} a file wants splitting")
    if sum("SPDX-License-Identifier: MIT" in line for line in lines[:3]) != 1:
        out.append(f"{name}: no line `SPDX-License-Identifier: MIT` at the top")
    stem, end = os.path.splitext(os.path.basename(name))
    if end in (".cpp", ".h", ".py") and not re.fullmatch(r"[a-z][a-z0-9_]*", stem):
        out.append(f"{name}: names of files are snake_case")
    if end == ".h" and "#pragma once\n" not in lines:
        out.append(f"{name}: a header says #pragma once")
    return out


def check_the_check():
    """A check that accepts everything would pass for ever: it must refuse these."""
    right = ["// SPDX-License-Identifier: MIT\n", "#pragma once\n"]
    assert not problems("src/base/a_b.h", right)
    assert len(problems("src/base/a.cpp", right + ["\n"] * 399)) == 1
    assert len(problems("src/base/BigName.h", ["#include <vector>\n"])) == 3


def main():
    check_the_check()
    source = sys.argv[1]
    names = {name for pattern in SOURCES for name in glob.glob(pattern, root_dir=source, recursive=True)}
    wrong = []
    for name in sorted(names):
        with open(f"{source}/{name}", encoding="utf-8") as file:
            wrong += problems(name, file.readlines())
    print("\n".join(wrong))
    print(f"{len(names)} files, {len(wrong)} wrong")
    sys.exit(1 if wrong or len(names) < 300 else 0)


main()
