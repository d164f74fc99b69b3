#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Writes the seed inputs of the targets `reader` and `json`: make_corpus.py [FOLDER]. They are text, see reader_fuzz.h; those of `json` go on behind "{"."""
import pathlib
import sys

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


def sheet(data, rest=""):
    return (f"@xlsx\n@part xl/worksheets/sheet1.xml\n<worksheet xmlns=\"{MAIN}\"><sheetData>{data}</sheetData>{rest}"
            "</worksheet>")


def shared(strings):
    return f"@part xl/sharedStrings.xml\n<sst xmlns=\"{MAIN}\">{strings}</sst>"


SEEDS = {
    "values": sheet('<row r="1" hidden="1"><c r="A1"><v>1234.5600000000001</v></c><c r="B1" t="b"><v>1</v></c>'
                    '<c r="C1" t="e"><v>#N/A</v></c><c r="D1" t="d"><v>2026-10-05T18:00:00Z</v></c></row>'
                    '<row><c><v>1E-2</v></c><c><v>12x34</v></c><c t="zz"><v>1</v></c></row>'),
    "strings": sheet('<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>-1</v></c></row>')
    + shared('<si><t xml:space="preserve"> а_x000D_ </t></si><si><r><t>Ба</t></r><r><t>ған</t></r>'
             '<rPh sb="0" eb="1"><t>x</t></rPh></si>'),
    "inline": sheet('<row><c t="inlineStr"><is><r><t>_xD83D__xDE00_</t></r></is></c>'
                    '<c t="inlineStr"><is><t>a<b/>b</t></is></c></row>'),
    "formulas": sheet('<row><c><f>1+2</f><v>3</v></c><c><f>A1</f></c><c t="str"><f>B1</f><v>x</v></c></row>'),
    "merged": sheet('<row r="3"><c r="C3"><v>1</v></c></row>',
                    '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C9:A1"/></mergeCells>'),
    "references": sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    "order": sheet('<row r="5"><c r="B5"><v>1</v></c><c r="A5"><v>1</v></c></row>'),
    "doctype": "@xlsx\n@part xl/worksheets/sheet1.xml\n<!DOCTYPE a [<!ENTITY b \"c\">]>"
               f"<worksheet xmlns=\"{MAIN}\"><sheetData/></worksheet>",
    "styles": sheet('<row><c s="1"><v>46300</v></c><c s="2"><v>0.5</v></c></row>')
    + f"@part xl/styles.xml\n<styleSheet xmlns=\"{MAIN}\"><numFmts><numFmt numFmtId=\"164\" "
      "formatCode=\"[$-43F]dd\\.mm\\.yyyy&quot; ж.&quot;;@\"/></numFmts>"
      "<cellXfs><xf/><xf numFmtId=\"164\"/><xf numFmtId=\"10\"/></cellXfs></styleSheet>",
    "workbook": f"@xlsx\n@part xl/workbook.xml\n<workbook xmlns=\"{MAIN}\" xmlns:q=\"{OFFICE}\">"
                "<workbookPr date1904=\"1\"/><sheets><sheet name=\"а\" sheetId=\"1\" state=\"hidden\" q:id=\"rId1\"/>"
                "</sheets></workbook>",
    "relationships": f"@xlsx\n@part xl/_rels/workbook.xml.rels\n<Relationships xmlns=\"{RELATIONSHIPS}\">"
                     f"<Relationship Id=\"rId1\" Type=\"{OFFICE}/worksheet\" Target=\"/xl/../xl/worksheets/sheet1.xml\"/>"
                     "</Relationships>",
    "csv": "Атауы;Сома\r\n\"а;\r\nб\";1 234,56\r\n;\r\n",
    "markup": "<?xml version=\"1.0\"?><Workbook/>",
}

JSON_SEEDS = {
    "json": '"form":"f","period":"2026-10","occurrence":2,"nil":false,"fields":{"a":1.50},\n'
            '"rows":[\n{"x":"а","y":[1,"b",null],"z":true},\n{"w":12345678901234567890.5}]}',
    "empty_key": '"rows":[{"":1,"a\\u0000":2}]}',
    "escapes": '"rows":[{"x":"\\ud83d\\ude00\\u0009\\/\\"","y":"\\ud800"},{"x":1e-7,"y":-0.0,"z":1E400}]}',
    "doubled": '"form":"f","form":"g","rows":[{"a":1,"a":2},{},[],null]}',
    "deep": '"rows":[{"a":[[1]],"b":{"c":1}}],"fields":{"d":[1,[2]]},"unknown":{}}',
    "marks": '\ufeff"rows" : [ { "a" : "1 234,56" } , { "a" : "=1+1" } ] } {',
}


def main():
    corpus = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent / "corpus"
    for folder, seeds in (("reader", SEEDS), ("json", JSON_SEEDS)):
        (corpus / folder).mkdir(parents=True, exist_ok=True)
        for name, text in seeds.items():
            (corpus / folder / name).write_bytes(text.encode())


main()
