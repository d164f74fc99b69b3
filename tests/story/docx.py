#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Papers, letters and summaries as DOCX say what they say as HTML, word for word; their bytes depend on nothing else. usage: docx.py SOURCE_DIR"""
import os
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from upkeep_office import FORM, Office, assess_and_recommend, verdicts  # noqa: E402
from word_text import W, paragraphs, words_of_docx, words_of_html  # noqa: E402


def make(office):
    """Kind → words of the command."""
    assess_and_recommend(office, "Құжатты түзетіңіз: «ә, ғ, қ, ң, ө, ұ, ү, һ, і» & <b>")
    return {"report": ["render", FORM, "S-000002"], "receipt": ["render", "receipt", "S-000002"],
            "recommendations": ["render", "recommendations", "S-000002"], "status": ["status", FORM, "--period", "2026-10"],
            "differences": ["show", "S-000002", "--diff", "S-000001"], "summary": ["summary", "tied-grants", "--period", "2026-10"]}


def check_kind(office, kind, words, lang):
    code = 1 if kind == "status" else 0
    path = {to: f"{office.folder}/{kind}-{lang}.{to}" for to in ("html", "docx")}
    for to in ("html", "docx"):  # the ending of the name says what is wanted
        office.esep("--paper-lang", lang, *words, "-o", path[to], expect=code)
    one = verdicts(office, path["docx"], expect=0)[path["docx"]]
    assert one["verdict"] == "unaltered" and len(one["codes"]) == 1, one
    seen, wanted = words_of_docx(path["docx"]), words_of_html(path["html"])
    del wanted["_" * 20]  # a signature has a line of its own
    missing = wanted - seen
    assert not missing, (kind, lang, missing)
    # A table wider than the page repeats its titles, a chart prints its figures as a table.
    further = +seen - wanted
    if kind in ("recommendations", "receipt"):
        assert not further, (kind, lang, further)
    with open(path["docx"], "rb") as file:
        first = file.read()
    office.esep("--paper-lang", lang, *words, "-o", path["docx"], expect=code)
    with open(path["docx"], "rb") as file:
        assert file.read() == first, kind
    return path["docx"], one["codes"][0]


def check_shape(path, code):
    """The report is wide: its pages lie across, each table repeats its header, the footer has code and page number."""
    _, parts = paragraphs(path)
    body = parts["word/document.xml"]
    assert all(size.get(f"{W}orient") == "landscape" for size in body.iter(f"{W}pgSz"))
    framed = [table for table in body.iter(f"{W}tbl") if table.find(f"{W}tblPr/{W}tblStyle") is not None]
    assert len(framed) > 1
    for table in framed:
        grid = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        rows = table.findall(f"{W}tr")
        heads = [row for row in rows if row.find(f"{W}trPr/{W}tblHeader") is not None]
        assert heads and rows[:len(heads)] == heads
        for row in rows:
            spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.findall(f"{W}tc")]
            assert sum(1 if span is None else int(span.get(f"{W}val")) for span in spans) == grid
    footer = "".join(node.text or "" for node in parts["word/footer1.xml"].iter() if node.tag in (f"{W}t", f"{W}instrText"))
    assert code in footer and "PAGE" in footer and "NUMPAGES" in footer, footer


def main():
    with tempfile.TemporaryDirectory() as folder:
        office = Office(folder)
        for kind, words in make(office).items():
            for lang in ("kk", "ru"):
                path, code = check_kind(office, kind, words, lang)
            if kind == "report":
                check_shape(path, code)
            if kind == "recommendations":
                assert any("«ә, ғ, қ, ң, ө, ұ, ү, һ, і» & <b>" in one for one in paragraphs(path)[0])
        office.esep("render", FORM, "S-000002", "--to", "pdf", "-o", f"{folder}/x.docx", expect=64)
        office.esep("review", "return", "S-000002", "--text", "Қосымша жоқ", user="rev", expect=0)
        office.esep("render", "return", "S-000002", "--to", "docx", "-o", f"{folder}/return", expect=0)
        letter = [name for name in os.listdir(f"{folder}/return") if name.endswith(".docx")]
        assert len(letter) == 1, letter
        text = "\n".join(paragraphs(f"{folder}/return/{letter[0]}")[0])
        assert "Қосымша жоқ" in text, text


if __name__ == "__main__":
    main()
