# SPDX-License-Identifier: MIT
"""The text of a paper, word by word, as DOCX and as HTML have it."""
import collections
import html
import re
import xml.etree.ElementTree as ET
import zipfile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def paragraphs(path):
    """The paragraphs of a DOCX, line breaks as they are. Every part is read as XML."""
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        parts = {name: ET.fromstring(package.read(name)) for name in package.namelist()}
    out = []
    for one in parts["word/document.xml"].iter(f"{W}p"):
        out.append("".join("\n" if node.tag == f"{W}br" else node.text or "" for node in one.iter() if node.tag in (f"{W}t", f"{W}br")))
    return out, parts


def words_of_docx(path):
    return collections.Counter(word for one in paragraphs(path)[0] for word in one.split())


def words_of_html(path):
    """Without the code and the footer, which stand behind the last section."""
    with open(path, encoding="utf-8") as file:
        page = file.read()
    text = " ".join(re.findall(r"<section>.*?</section>", page, re.S))
    text = re.sub(r"<svg.*?</svg>", " ", text, flags=re.S)
    return collections.Counter(html.unescape(re.sub(r"<[^>]*>", lambda tag: "" if re.match(r"</?(a|sup)\b", tag.group()) else " ", text)).split())
