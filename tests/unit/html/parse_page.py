# SPDX-License-Identifier: MIT
"""Reads a page strictly and prints its tables as a grid of cells, with what stands where after all spans.

usage: parse_page.py FILE; fails on unbalanced tags, unknown link targets, duplicate ids, ragged tables.
"""
import sys
from html.parser import HTMLParser

VOID = {"meta", "br", "link", "img"}


class Page(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.stack, self.ids, self.targets, self.tables, self.text = [], set(), [], [], []
        self.lang = self.title = None

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        assert tag != "script" and not any(name.startswith("on") for name in attrs), (tag, attrs)
        if tag == "html":
            self.lang = attrs["lang"]
        if "id" in attrs:
            assert attrs["id"] not in self.ids, attrs["id"]
            self.ids.add(attrs["id"])
        if tag == "a":
            href = attrs["href"]
            assert href.startswith(("#", "http://", "https://", "mailto:")), href
            if href.startswith("#"):
                self.targets.append(href[1:])
        if tag == "table":
            self.tables.append([])
        if tag == "tr":
            self.tables[-1].append([])
        if tag in ("td", "th"):
            self.tables[-1][-1].append([tag, int(attrs.get("rowspan", 1)), int(attrs.get("colspan", 1)), attrs.get("scope", ""), ""])
        if tag not in VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag):
        assert self.stack and self.stack.pop() == tag, tag

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_data(self, data):
        if self.stack and self.stack[-1] == "title":
            self.title = data
        if any(tag in ("td", "th") for tag in self.stack) and self.tables and self.tables[-1] and self.tables[-1][-1]:
            self.tables[-1][-1][-1][4] += data


def grid(table):
    taken = {}
    for r, row in enumerate(table):
        c = 0
        for tag, down, across, scope, text in row:
            while (r, c) in taken:
                c += 1
            for y in range(down):
                for x in range(across):
                    assert (r + y, c + x) not in taken, "cells overlap"
                    taken[r + y, c + x] = "%s %s %s" % (tag, scope, " ".join(text.split())) if (y, x) == (0, 0) else "^"
            c += across
    return taken


page = Page()
with open(sys.argv[1], encoding="utf-8") as file:
    page.feed(file.read())
page.close()
assert not page.stack, page.stack
assert all(target in page.ids for target in page.targets), page.targets
print("lang", page.lang)
print("title", page.title)
for number, table in enumerate(page.tables, 1):
    cells = grid(table)
    width = max(c for r, c in cells) + 1
    assert len(cells) == width * len(table), "table %d is ragged" % number
    for (r, c), text in sorted(cells.items()):
        if text not in ("^", "td  "):
            print("%d:%d,%d %s" % (number, r + 1, c + 1, text))
