#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""docs/findings.md has every finding code that src/ or a file of forms/ or data/registers/ can give, once, and no other. usage: findings_doc.py SOURCE_DIR

A code of src/ is a string literal where a finding or a diagnostic gets its code: an argument of a function that makes one, or the literal before
its Severity or its Message; where such a function is given a message and no code (`add_error` always), the key of the message. Where the code is the
key of a message (FAMILIES), every literal of the family counts but those that only errors or labels use."""
import glob
import re
import sys
import tomllib

FOLDERS = ("base", "app", "report", "form", "intake", "datafile", "calendar", "table", "queue")
MAKERS = re.compile(r"\b(?:add|agreed|report(?:_on|_in|_at|_of)?|fail|problem(?:_at)?|about|of_each|Finding::of)\s*\(|\bUniqueNames\s+\w+\s*\(")
KEY_OF_MESSAGE = re.compile(r'\bMessage\s*(?:\w+\s*)?\(\s*"([A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*)"')
KEY = re.compile(r'"([A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*)"')
BESIDE_SEVERITY = re.compile(r'"([A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*)",\s*Severity::')
BESIDE_ITS_MESSAGE = re.compile(r'"([A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*)",\s*Message\("\1"')
ADD_ERROR = re.compile(r'\badd_error\(\w+,\s*(?:Message\()?"([A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*)"')  # its code is the message's key
CODE_IS = re.compile(r"\bcode\s*=\s*([^;{}]*);")
FAMILIES = ("CELL", "FIELD", "FILE", "RULE", "CALENDAR", "CSV", "TOML", "IMPORT", "PROPOSAL", "ANSWER", "VERDICT", "QUEUE", "AUDIT")
# Never the code of a finding: errors that end a command, sentences of FILE-LIMIT, refusals of a step of review.
NOT_CODES = re.compile(r"FILE-UNWRITABLE(-.+)?|FILE-EXISTS(-HINT)?|FILE-KEPT|FILE-LIMIT-.+|CALENDAR-YEAR|CALENDAR-YEAR-HINT|CALENDAR-ENDS|CALENDAR-UNCOUNTED|FOUR-EYES-.+|IMPORT-COLUMN-.+|"
                       r"PROPOSAL-(UNKNOWN|DECIDED|ANSWERED)|(?:VERDICT|ANSWER)-REASON|QUEUE-KEY-OTHER-HINT|QUEUE-STORE-REPLACED|QUEUE-SECRET-WRONG|QUEUE-READ-(?:RIGHT|HINT)|QUEUE-PARAGRAPH|QUEUE-(CHILD|GUARDIAN)-IIN|"
                       r"QUEUE-(?:[A-Z]+-)?(?:OF|PAPER)|QUEUE-(?:AHEAD-NOW|AHEAD-THEN|GIVEN|ISSUED|POSITION|READINGS|VALID-UNTIL|TERM-OVER|NO-SUCH)")
WORDS = {"LOCKED"}  # codes without a dash; any other lone word is none


def argument_list(code, start):
    """The text from after the opening parenthesis to the one that closes it; texts in quotes do not count."""
    depth, at, quoted = 1, start, False
    while at < len(code) and depth:
        c = code[at]
        if c == '"' and code[at - 1] != "\\":
            quoted = not quoted
        elif not quoted:
            depth += (c == "(") - (c == ")")
        at += 1
    return code[start:at - 1]


def without_messages(text):
    """What a message says is no code."""
    while match := re.search(r"\b(?:Message|Error|say)\s*\(", text):
        inside = argument_list(text, match.end())
        text = text[:match.start()] + text[match.end() + len(inside) + 1:]
    return text


def codes_given(arguments):
    """The codes among the arguments of a maker: literals outside of messages, else the keys of the messages."""
    return set(KEY.findall(without_messages(arguments))) or set(KEY_OF_MESSAGE.findall(arguments))


def source_codes(source):
    found = {}
    for folder in FOLDERS:
        for path in sorted(glob.glob(f"{source}/src/{folder}/**/*.cpp", recursive=True) + glob.glob(f"{source}/src/{folder}/**/*.h", recursive=True)):
            with open(path, encoding="utf-8") as file:
                code = "\n".join(re.sub(r"(^|\s)//.*", "", line) for line in file)
            here = set(BESIDE_SEVERITY.findall(code)) | set(BESIDE_ITS_MESSAGE.findall(code)) | set(ADD_ERROR.findall(code))
            for match in MAKERS.finditer(code):
                here |= codes_given(argument_list(code, match.end()))
            for match in CODE_IS.finditer(code):
                here |= set(KEY.findall(without_messages(match[1])))
            here |= {key for key in KEY.findall(code) if key.split("-")[0] in FAMILIES}
            for key in here:
                if ("-" in key or key in WORDS) and not NOT_CODES.fullmatch(key):
                    found.setdefault(key, path)
    return found


def form_codes(source):
    found = {}
    for path in sorted(glob.glob(f"{source}/forms/*.toml") + glob.glob(f"{source}/data/registers/*.toml")):
        if path.endswith(".wording.toml"):
            continue  # other words for codes of its edition
        with open(path, "rb") as file:
            data = tomllib.load(file)
            for rule in data.get("rule", []) + data.get("check", []):
                found.setdefault(rule["code"], path)
    return found


def documented(source):
    """The codes in the first cell of each table row: | `CODE`, `OTHER` | …"""
    out = []
    with open(f"{source}/docs/findings.md", encoding="utf-8") as file:
        for line in file:
            if line.startswith("| `"):
                out += re.findall(r"`([A-Z0-9-]+)`", line.split("|")[1])
    return out


def main():
    source = sys.argv[1]
    given = {**source_codes(source), **form_codes(source)}
    known = documented(source)
    wrong = [f"{code}: given in {given[code]}, not in docs/findings.md" for code in sorted(set(given) - set(known))]
    wrong += [f"{code}: in docs/findings.md, given nowhere" for code in sorted(set(known) - set(given))]
    wrong += [f"{code}: twice in docs/findings.md" for code in sorted({c for c in known if known.count(c) > 1})]
    if len(given) < 100:
        wrong.append("the sources give hardly any code: this test does not see them")
    print("\n".join(wrong))
    print(f"{len(given)} codes, {len(wrong)} wrong")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
