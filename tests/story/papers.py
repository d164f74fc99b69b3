#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every paper, in every format, proves which report, revision and bytes it is, or that it was altered; its QR code says the same as its printed code;
a signature file is stored, shown and exported beside it and never called checked. usage: papers.py SOURCE_DIR"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

import openpyxl

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import ESEP  # noqa: E402
from share import taken  # noqa: E402
from upkeep_office import FORM, Office, assess_and_recommend, rewrite_zip, verdicts  # noqa: E402

FORMATS = ("pdf", "html", "xlsx", "docx")
SIGNATURE = bytes.fromhex("3082011306092a864886f70d010702") + bytes(range(200))


def papers(office):
    """kind, format, path of every paper that the program makes of a register."""
    folder = office.folder
    assess_and_recommend(office, "do it")
    commands = {"report": ["render", FORM, "S-000002"], "receipt": ["render", "receipt", "S-000002"],
                "recommendations": ["render", "recommendations", "S-000002"], "status": ["status", FORM, "--period", "2026-10"],
                "differences": ["show", "S-000002", "--diff", "S-000001"], "summary": ["summary", "roadmap", "--period", "2026-H1"]}
    out = []
    for kind, words in commands.items():
        for to in FORMATS:
            for lang in ("kk", "ru"):
                path = f"{folder}/{kind}-{lang}.{to}"
                made = office.esep("--paper-lang", lang, *words, "--to", to, "-o", path)
                assert made.code == (1 if kind == "status" else 0), (kind, made.err)
                out.append((kind, to, path))
    return out


def verify_all(office, made):
    for kind, to, path in made:
        one = verdicts(office, path, expect=0)[path]
        assert one["verdict"] == "unaltered" and len(one["codes"]) == 1 and one["kinds"][0].split()[0] == kind and one["kinds"][0].endswith(to), (path, one)
        assert [(s["submission"], s["revision"]) for s in one["submissions"]] == ([] if kind in ("status", "summary") else [("S-000002", 2)]), (path, one)
        altered = f"{office.folder}/altered.{to}"
        alter(path, to, altered)
        two = verdicts(office, altered, expect=1)[altered]
        assert two["verdict"] == "altered" and two["codes"] == one["codes"] and two["submissions"] == one["submissions"], (path, two)


def visible(book):
    return [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]


def whole_footers(made):
    """Each page of a workbook says the code, and no foot is cut; a summary says its day."""
    for kind, to, path in made:
        if to != "xlsx":
            continue
        book = openpyxl.load_workbook(path)
        for sheet in visible(book):
            foot = sheet.oddFooter.left.text
            assert re.search(r"[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}", foot) and not foot.endswith("…"), (path, sheet.title, foot)
    summary = openpyxl.load_workbook(next(path for kind, to, path in made if kind == "summary" and to == "xlsx" and "-ru" in path))
    assert any(label.value == "По состоянию на" for row in summary.worksheets[0].iter_rows() for label in row), summary.worksheets[0].title


def alter(path, to, target):
    if to == "xlsx":
        rewrite_zip(path, target, lambda name, data: data.replace(b"<sheetData>", b"<sheetData> ", 1))
        return
    if to == "docx":
        rewrite_zip(path, target, lambda name, data: data.replace(b"<w:body>", b"<w:body> ", 1))
        return
    with open(path, "rb") as file:
        data = file.read()
    with open(target, "wb") as file:
        file.write(data.replace(b"</h1>", b".</h1>", 1) if to == "html" else data + b"\n")


def decoded(image):
    done = subprocess.run(["zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", image], capture_output=True)
    return done.stdout.decode().split()


def draw_svg(path, target):
    """The QR code of an HTML paper, eight pixels a module, as a reader would see it."""
    with open(path, encoding="utf-8") as file:
        svg = re.search(r'<svg class="qr".*?</svg>', file.read(), re.S).group()
    size = int(re.search(r'viewBox="0 0 (\d+) ', svg).group(1))
    pixels = [bytearray(b"\xff" * size * 8) for _ in range(size * 8)]
    rectangles = re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", svg)
    assert rectangles and all(w == back for _, _, w, back in rectangles)
    for x, y, width, _ in ((int(a), int(b), int(c), d) for a, b, c, d in rectangles):
        for row in pixels[y * 8:y * 8 + 8]:
            row[x * 8:(x + width) * 8] = b"\0" * width * 8
    with open(target, "wb") as file:
        file.write(b"P5 %d %d 255\n" % (size * 8, size * 8) + b"".join(pixels))


def qr_codes(office, made):
    if shutil.which("zbarimg") is None:
        sys.exit("zbarimg is missing: scripts/packages.sh test")
    seen = set()
    for kind, to, path in made:
        if (kind, to) in seen and not taken(os.path.basename(path), 2):
            continue  # in another language or of another report
        seen.add((kind, to))
        code = verdicts(office, path, expect=0)[path]["codes"]
        if to == "pdf":
            subprocess.run(["pdftoppm", "-r", "150", "-gray", path, f"{office.folder}/page"], check=True)
            pages = sorted(n for n in os.listdir(office.folder) if n.startswith("page"))
            found = [text for page in pages for text in decoded(f"{office.folder}/{page}")]
            for page in pages:
                os.remove(f"{office.folder}/{page}")
            assert found == code, (path, found, code)
            text = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout.decode()
            assert code[0] in text, path
        elif to == "html":
            draw_svg(path, f"{office.folder}/qr.pgm")
            assert decoded(f"{office.folder}/qr.pgm") == code, path
        else:
            with zipfile.ZipFile(path) as book:
                assert any(code[0].encode() in book.read(name) for name in book.namelist()), path


def signatures(office):
    folder = office.folder
    for name in ("report.p7s", "letter.CMS", "report.sig", "big.p7s", "empty.p7s", "report.txt"):
        with open(f"{folder}/{name}", "wb") as file:
            file.write(SIGNATURE * 6000 if name.startswith("big") else b"" if name.startswith("empty") else SIGNATURE + name.encode())
    before = len(office.esep("history", "--json", expect=0).json()["history"])
    for target, name in (("S-000002", "report.txt"), ("S-000002", "big.p7s"), ("S-000002", "empty.p7s"), ("no-such", "report.p7s"),
                         (f"{folder}/altered.pdf", "report.p7s")):
        office.esep("attach", target, f"{folder}/{name}", expect=64)
    office.esep("attach", "S-000009", f"{folder}/report.p7s", expect=2)
    office.esep("attach", "S-000002", f"{folder}/none.p7s", expect=2)
    assert len(office.esep("history", "--json", expect=0).json()["history"]) == before

    letter = f"{folder}/recommendations-kk.pdf"
    office.esep("attach", "S-000002", f"{folder}/report.p7s", expect=0)
    office.esep("attach", letter, f"{folder}/letter.CMS", user="head", expect=0)
    office.esep("attach", f"{folder}/first.xlsx", f"{folder}/report.sig", expect=0)  # the file as received
    assert "A-000001" in office.esep("attach", "S-000002", f"{folder}/report.p7s", expect=2).err
    words = {"kk": "тексерілген жоқ", "ru": "не проверена", "en": "not checked"}
    for lang, word in words.items():
        said = subprocess.run([ESEP, "-w", office.ws, "--lang", lang, "show", "S-000002"], capture_output=True, check=True).stdout.decode()
        assert said.count(word) == 2 and "report.p7s" in said and "letter.CMS" in said, said
    shown = office.esep("show", "S-000002", "--json", expect=0).json()["submissions"][0]["attachments"]
    assert [(a["attachment"], a["file"], a["user"], a["checked"]) for a in shown] == [
        ("A-000001", "report.p7s", "registrar", False), ("A-000002", "letter.CMS", "head", False)], shown
    assert shown[0]["paper"] is None and shown[1]["paper"] == verdicts(office, letter, expect=0)[letter]["codes"][0], shown
    assert [a["file"] for a in office.esep("show", "S-000001", "--json", expect=0).json()["submissions"][0]["attachments"]] == ["report.sig"]

    # verify: of what was signed, and of the signature file itself.
    for path, names in ((letter, ["letter.CMS"]), (f"{folder}/second.xlsx", ["report.p7s"]), (f"{folder}/recommendations-kk.html", []),
                        (f"{folder}/report-kk.pdf", [])):
        one = verdicts(office, path, expect=0)[path]
        assert len(one["signatures"]) == len(names) and all(n in s and "not checked" in s for n, s in zip(names, one["signatures"])), (path, one)
    own = verdicts(office, f"{folder}/report.p7s", expect=0)[f"{folder}/report.p7s"]
    assert own["verdict"] == "unaltered" and own["kinds"] == ["signature"] and own["submissions"][0]["submission"] == "S-000002", own
    with open(f"{folder}/other.p7s", "wb") as file:
        file.write(SIGNATURE)
    assert verdicts(office, f"{folder}/other.p7s", expect=1)[f"{folder}/other.p7s"]["verdict"] == "unknown"

    office.damage(expect=0)
    office.esep("export", f"{folder}/masked", expect=0)
    assert not os.path.exists(f"{folder}/masked/signatures")
    office.esep("export", f"{folder}/whole", "--with-personal", expect=0)
    assert sorted(os.listdir(f"{folder}/whole/signatures")) == ["A-000001.p7s", "A-000002.CMS", "A-000003.sig"]
    with open(f"{folder}/whole/signatures/A-000001.p7s", "rb") as a, open(f"{folder}/report.p7s", "rb") as b:
        assert a.read() == b.read()


def main():
    with tempfile.TemporaryDirectory() as folder:
        office = Office(folder)
        made = papers(office)
        verify_all(office, made)
        whole_footers(made)
        qr_codes(office, made)
        signatures(office)
    print(f"{len(made)} papers prove themselves")


if __name__ == "__main__":
    main()
