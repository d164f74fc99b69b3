#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every #include of src/ against the order of the layers (docs/architecture.md). Prints each wrong arrow and fails.

usage: layers.py SOURCE_DIR
"""
import pathlib
import re
import sys

# Folders of one line never include each other; a folder includes itself and folders of the lines above.
LAYERS = [
    ["base"],
    ["datafile", "sqlite"],
    ["calendar", "font"],
    ["form"],
    ["table"],
    ["report", "queue"],
    ["document"],
    ["registry", "queue_store", "intake", "xlsx", "pdf", "docx", "html", "text", "http", "accounts"],
    ["app"],
    ["web"],
    ["cli"],
]
# Rooms of app/: one includes itself and rooms before it. A source lies in one of them.
ROOMS = ["core", "query", "registers", "queue", "receive", "review", "paper", "summary", "upkeep", "accounts"]
LEVEL = {folder: level for level, folders in enumerate(LAYERS) for folder in folders}

# A library that a folder hides: what its headers look like, and who may include them.
HIDDEN = [
    (r"sqlite3(ext)?\.h", {"sqlite"}),
    (r"toml(\+\+|plusplus|\.hpp).*", {"datafile"}),
    (r"xlsxwriter(\.h|/.*)", {"xlsx"}),
    (r"podofo/.*", {"pdf"}),
    (r"ft2build\.h|freetype.*", {"font"}),
    (r"qrencode\.h", {"document"}),
    (r"minizip/.*|(un)?zip\.h", {"intake"}),
    (r"expat.*\.h", {"intake", "xlsx"}),
    (r"zlib\.h", {"base", "intake", "pdf"}),
    (r"unicode/.*|openssl/.*", {"base"}),
    (r"boost/program_options.*", {"cli"}),
    (r"boost/(beast|asio).*", {"http"}),
    (r"arpa/inet\.h", {"http"}),
    (r"date/.*", {"cli"}),
    (r"sodium(\.h|/.*)", {"accounts"}),
    (r"nlohmann/.*", {"intake", "text"}),
    (r"kainjow/.*", {"html"}),
]
# What every folder may include: the standard library, the system's calls, and fmt.
EVERYBODYS = re.compile(r"[a-z_]+|(unistd|fcntl|pwd|sched|sys/\w+)\.h|fmt/\w+\.h")
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)
# Ways to include that the expression above would not see.
OTHER_WAYS = re.compile(r'^[ \t]*#[ \t]*(?:import\b|include_next\b|include\b(?![ \t]*(?:["<]|FT_\w+_H\b))).*', re.MULTILINE)
COMMENT = re.compile(r'("(?:[^"\\\n]|\\.)*")|//[^\n]*|/\*.*?\*/', re.DOTALL)


def wrong_arrow(folder, quoted, angled):
    """Why `folder` must not include this header, or None."""
    header = quoted or angled
    for pattern, owners in HIDDEN:
        if re.fullmatch(pattern, header):
            return None if folder in owners else f"only {' '.join(sorted(owners))}/ may include it"
    target = header.split("/")[0]
    if quoted is None:
        if "/" in header and target in LEVEL:
            return "own headers are included with quotes"
        return None if EVERYBODYS.fullmatch(header) else "no folder hides this library: tests/lint/layers.py must say which one does"
    if "/" not in header or target not in LEVEL or ".." in header:
        return "own headers are named folder/file.h"
    if target == folder or LEVEL[target] < LEVEL[folder]:
        return None
    if LEVEL[target] == LEVEL[folder]:
        return f"{folder}/ and {target}/ are siblings"
    return f"{target}/ lies above {folder}/"


def wrong_room(path, header):
    """Why this source of app/ must not include this header of app/, or None."""
    room, target = path.split("/")[1], header.split("/")[1]
    if target not in ROOMS:
        return f"app/{target} is no room"
    return None if ROOMS.index(target) <= ROOMS.index(room) else f"app/{target}/ comes after app/{room}/"


def plain(text):
    """Without comments and with lines joined that a backslash continues; every line keeps its number as long as none is continued."""
    return COMMENT.sub(lambda match: match[1] or re.sub(r"[^\n]", " ", match[0]), re.sub(r"\\\r?\n", "", text))


def check(sources):
    """`sources`: path relative to src/ -> text. The wrong arrows, one line each."""
    out = []
    for path, raw in sorted(sources.items()):
        if not path.endswith((".h", ".cpp")):
            out.append(f"src/{path}: a source is .h or .cpp")
            continue
        text = plain(raw)
        folder = path.split("/")[0]
        if folder not in LEVEL:
            out.append(f"src/{path}: the folder {folder}/ has no layer")
            continue
        in_app = folder == "app"
        if in_app and (path.count("/") != 2 or path.split("/")[1] not in ROOMS):
            out.append(f"src/{path}: lies in no room of app/")
            continue
        for match in OTHER_WAYS.finditer(text):
            out.append(f"src/{path}:{text.count(chr(10), 0, match.start()) + 1}: {match[0].strip()}: say \"folder/file.h\" or <library>")
        for match in INCLUDE.finditer(text):
            why = wrong_arrow(folder, match[1], match[2])
            if why is None and in_app and (match[1] or "").startswith("app/"):
                why = wrong_room(path, match[1])
            if why:
                line = text.count("\n", 0, match.start(1 if match[1] else 2)) + 1
                out.append(f"src/{path}:{line}: {folder} -> {match[1] or match[2]}: {why}")
    return out


def check_the_check():
    """A check that accepts everything would pass for ever: it must refuse these."""
    sources = {
        "base/a.cpp": '#include "base/a.h"\n#include <vector>\n#include <unicode/coll.h>\n  #  include "sqlite/database.h"\n',
        "datafile/b.h": '#include "sqlite/database.h"\n#include <toml++/toml.h>\n',
        "report/c.cpp": '#include "table/rules.h"\n#include <sqlite3.h>\n#include "bind.h"\n',
        "xlsx/d.cpp": '#include <xlsxwriter.h>\n#include "html/page.h"\n#include <minizip/unzip.h>\n#include <openssl/evp.h>\n',
        "app/e.cpp": "",
        "app/core/e.cpp": '#include "pdf/pdf.h"\n#include <date/tz.h>\n#include "../cli/run.h"\n// #include "cli/run.h"\n',
        "app/paper/g.cpp": '#include "app/core/engine.h"\n#include "app/paper/g.h"\n#include "app/upkeep/verify.h"\n#include "app/old/h.h"\n',
        "app/attic/h.cpp": "",
        "app/core/i.cpp": '#include "app/core/../query/queries.h"\n/**/ #include "app/query/queries.h"\n#define Q "app/query/q.h"\n#include Q\n'
                          '#import <vector>\n#include <curl/curl.h>\n#incl\\\nude "app/query/queries.h"\n',
        "base/j.inc": '#include "cli/run.h"\n',
        "misc/f.h": "",
    }
    wanted = [
        "src/app/attic/h.cpp: lies in no room of app/",
        "src/app/core/e.cpp:2: app -> date/tz.h: only cli/ may include it",
        "src/app/core/e.cpp:3: app -> ../cli/run.h: own headers are named folder/file.h",
        'src/app/core/i.cpp:4: #include Q: say "folder/file.h" or <library>',
        'src/app/core/i.cpp:5: #import <vector>: say "folder/file.h" or <library>',
        "src/app/core/i.cpp:1: app -> app/core/../query/queries.h: own headers are named folder/file.h",
        "src/app/core/i.cpp:2: app -> app/query/queries.h: app/query/ comes after app/core/",
        "src/app/core/i.cpp:6: app -> curl/curl.h: no folder hides this library: tests/lint/layers.py must say which one does",
        "src/app/core/i.cpp:7: app -> app/query/queries.h: app/query/ comes after app/core/",
        "src/app/e.cpp: lies in no room of app/",
        "src/app/paper/g.cpp:3: app -> app/upkeep/verify.h: app/upkeep/ comes after app/paper/",
        "src/app/paper/g.cpp:4: app -> app/old/h.h: app/old is no room",
        "src/base/a.cpp:4: base -> sqlite/database.h: sqlite/ lies above base/",
        "src/base/j.inc: a source is .h or .cpp",
        "src/datafile/b.h:1: datafile -> sqlite/database.h: datafile/ and sqlite/ are siblings",
        "src/misc/f.h: the folder misc/ has no layer",
        "src/report/c.cpp:2: report -> sqlite3.h: only sqlite/ may include it",
        "src/report/c.cpp:3: report -> bind.h: own headers are named folder/file.h",
        "src/xlsx/d.cpp:2: xlsx -> html/page.h: xlsx/ and html/ are siblings",
        "src/xlsx/d.cpp:3: xlsx -> minizip/unzip.h: only intake/ may include it",
        "src/xlsx/d.cpp:4: xlsx -> openssl/evp.h: only base/ may include it",
    ]
    found = check(sources)
    if found != wanted:
        sys.exit("layers.py is wrong about its own sample:\n" + "\n".join(found))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    check_the_check()
    root = pathlib.Path(sys.argv[1]) / "src"
    files = [p for p in root.rglob("*") if p.is_file() and p.name != "CMakeLists.txt" and p.suffix != ".cmake"]
    if not files:
        sys.exit(f"no sources in {root}")
    problems = check({p.relative_to(root).as_posix(): p.read_text(encoding="utf-8") for p in files})
    for problem in problems:
        print(problem)
    print(f"{len(files)} files, {len(problems)} wrong arrows")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
