#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""README.md links every page of docs/ and its neighbours, and no page links a file or a heading that is not there, and a command in
a block can be pasted: a remark behind it begins with #. usage: docs_links.py SOURCE_DIR"""
import glob
import os
import re
import sys

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def anchor(heading):
    """As GitHub makes it: lower case, no punctuation, dashes for spaces."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def anchors(path):
    with open(path, encoding="utf-8") as file:
        return {anchor(line.lstrip("#")) for line in file if re.match(r"#+ ", line)}


def links(path):
    with open(path, encoding="utf-8") as file:
        return [link for link in LINK.findall(file.read()) if "://" not in link]


def unpasteable(path):
    """Commands of a block with words behind them that a shell would take for arguments, or with the signs of a synopsis."""
    fenced, out = False, []
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.lstrip().startswith("```"):
                fenced = not fenced
            elif re.match(r"(    )?esep " if not fenced else r"\s*esep ", line) and (fenced or line.startswith("    ")):
                command = re.sub(r"\s+# .*", "", line.strip())
                if re.search(r"\S  +\S", command) or re.search(r" \[\S|\w\|\w", command):
                    out.append(f"{path}:{number}: cannot be pasted: {command}")
    return out


def main():
    source = sys.argv[1]
    pages = [f"{source}/README.md", *sorted(set(glob.glob(f"{source}/*.md") + glob.glob(f"{source}/docs/*.md")) - {f"{source}/README.md"})]
    wrong = []
    count = 0
    for page in pages:
        wrong += unpasteable(page)
        for link in links(page):
            count += 1
            name, _, heading = link.partition("#")
            target = os.path.normpath(os.path.join(os.path.dirname(page), name)) if name else page
            if not os.path.exists(target):
                wrong.append(f"{page}: {link} is not there")
            elif heading and heading not in anchors(target):
                wrong.append(f"{page}: {link}: no such heading")
    linked = {os.path.normpath(os.path.join(source, link.partition("#")[0])) for link in links(pages[0])}
    wrong += [f"README.md links no {page}" for page in pages[1:] if os.path.normpath(page) not in linked]
    print("\n".join(wrong))
    print(f"{len(pages)} pages, {count} links, {len(wrong)} wrong")
    sys.exit(1 if wrong or count < 30 else 0)


main()
