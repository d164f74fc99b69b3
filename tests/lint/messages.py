#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every message key that the sources name is in data/messages, in three languages that differ; none lies there unused; where a message is made,
all its placeholders are given; and the sources hold no sentences of their own. A Kazakh or Russian text has no English words but names of code,
no straight quotes but in code, and beside each count the plural form that goes with it.

Keys are upper-case words with dashes. Some are put together from a code (TYPE-…, STATE-… and the like). usage: messages.py SOURCE_DIR"""
import glob
import os
import re
import sys
import tomllib

COMPOSED = ("QUEUE-CAUSE-", "QUEUE-NOTHING-", "QUEUE-STATE-", "QUEUE-VOUCHER-", "DUE-EFFECTIVE-", "DUE-NOMINAL-", "TYPE-", "STATE-", "TIMELINESS-", "PROVENANCE-", "LANGUAGE-", "PAPER-CHANGE-", "ARG-", "DOCTOR-PART-", "PAPER-KIND-", "PROPOSAL-STATE-", "ACTION-")
KEY = re.compile(r'"([A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+)"')
WORD_KEY = re.compile(r'"([A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*)"')
# Keys of findings that a source names as a code only, never as a message.
CODES = {"FILE-LIMIT", "IMPORT-COLUMN", "ROWS-FIXED", "GRID-ROW", "US-ASCII", "UTF-8", "ISO-8859-1", "UTF-16", "SHA-256"}
# What only who calls a command reads: refusals of its words.
TO_THE_CALLER = {"PERIOD-NEEDED", "STAGE-UNNAMED-HINT", "SUBJECT-NEEDED", "SUBJECT-NONE"}
# What the caller of a whole family adds to its messages.
ADDED = {"RULE-": {"rule"}, "QUERY-": {"rule"}, "IDENT-": {"title", "value"}, "DOCTOR-": {"number"}, "FILE-JSON-": {"line"}}
# Sources that may hold words of a language: how people write numbers of documents, dates, months, yes and no, totals and notes; vowels; a label and a law in three languages; the names of the languages.
SPEAKING = {"app/core/written_name.cpp", "app/review/document_numbers.cpp", "base/line_breaks.cpp", "calendar/due_rule_read.cpp", "calendar/period.cpp", "calendar/period_words.cpp", "form/value.cpp", "intake/unread_parts.cpp", "report/read/choice_line.cpp",
            "report/read/column_number.cpp", "report/read/example.cpp", "report/read/locate.cpp", "report/read/nil_words.cpp", "report/read/parse_cell.cpp",
            "report/read/parse_date.cpp", "report/read/signature_row.cpp", "report/read/stray_row.cpp", "report/read/taken_words.h", "web/language_name.cpp"}
# Sentences that are no text for users: SQLite's own, reasons of a programmer's mistake, comments of a settings file, a shell's script, what a monitor of the portal reads.
SENTENCES = {"app/core/workspace.cpp", "cli/completion.cpp", "cli/help.cpp", "sqlite/function.cpp", "sqlite/statement.cpp", "table/sql_problem.cpp", "registry/schema.cpp", "web/site.cpp"}
# Names in Latin letters that a Kazakh or Russian text may use beside those of code, which the sources have in quotes.
NAMES = {"alt", "bash", "ctrl-d", "enter", "esep", "fish", "excel", "http", "https", "libreoffice", "man", "null", "opendocument", "openssl", "tzdata", "word", "zsh"}
# What is code as a whole: placeholders, commands, options, files, keys with values.
CODE = re.compile(r"\{[^{}]*\}|\besep [^.;«»()]*|--[a-z-]+|<[^<>]*>|[\w~*/-]*[./_][\w./*_-]+|\w+ = \S+|\w+\(\)|«[^»]*»|\[[^\]]*\]")
COUNTS = ("count", "days", "entries", "files", "length", "max", "min", "scale", "submissions", "times")
QUOTED = re.compile(r'(?:= |\[|, |--\w+ )"[^"]*"')  # a value in code
BARE_COUNT = re.compile(r"\{(?:" + "|".join(COUNTS) + r")\} (?!и |на |не |or |and |to )[a-zа-яё]")
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')


def read_texts(source, wrong):
    texts = {}
    for path in sorted(glob.glob(f"{source}/data/messages/*.toml")):
        with open(path, "rb") as file:
            for key, entry in tomllib.load(file).items():
                if key in texts:
                    wrong.append(f"{key}: in two files")
                texts[key] = entry
                if set(entry) != {"kk", "ru", "en"} or len(set(entry.values())) != 3:
                    wrong.append(f"{key}: not three different texts")
                if key.startswith("CMD-") and not all(text[0].isupper() for text in entry.values()):
                    wrong.append(f"{key}: what a command does begins with a capital letter")
                names = [sorted(placeholders(text)) for text in entry.values()]
                if names[0] != names[1] or names[1] != names[2]:
                    wrong.append(f"{key}: placeholders differ between languages")
    return texts


def check_words(texts, sources, wrong):
    code_names = NAMES | {word for code in sources.values() for word in re.findall(r'"([a-z_]+)"', code)}
    for key, entry in texts.items():
        for lang, text in entry.items():
            if '"' in QUOTED.sub("", text):
                wrong.append(f"{key}: a straight quote in {lang}")
            if lang != "kk" and BARE_COUNT.search(text):
                wrong.append(f"{key}: {BARE_COUNT.search(text)[0]}… in {lang} without plural forms")
            if lang != "en":
                words = {word for word in re.findall(r"[A-Za-z][A-Za-z-]*[A-Za-z]", CODE.sub(" ", text)) if not word.isupper()}
                wrong.extend(f"{key}: “{word}” in {lang}" for word in sorted(words) if word.lower() not in code_names)


def placeholders(text):
    return set(re.findall(r"\{(\w+)(?:\|[^{}]*)?\}", text.replace("{{", "").replace("}}", "")))


def read_sources(source):
    sources = {}
    for path in sorted(glob.glob(f"{source}/src/**/*.cpp", recursive=True) + glob.glob(f"{source}/src/**/*.h", recursive=True)):
        with open(path, encoding="utf-8") as file:
            sources[os.path.relpath(path, f"{source}/src")] = "".join(re.sub(r"(^|\s)//.*", r"\1", line) for line in file)
    return sources


def balanced(code):
    """The text up to the brace that closes its first one; texts in quotes do not count."""
    depth, quoted = 0, False
    for at, c in enumerate(code):
        if c == '"' and code[at - 1] != "\\":
            quoted = not quoted
        elif not quoted:
            depth += (c in "{(") - (c in "})")
            if depth == 0:
                return code[:at + 1]
    return code


def given(before, behind):
    """The names of the arguments that a message is made with, None where that cannot be read off."""
    if re.match(r"\s*,\s*\{\{", behind):
        return set(re.findall(r'\{\s*"(\w+)"\s*,', balanced(behind[behind.index("{"):])))
    made = re.search(r"\b(?:Message(?:\s+\w+)?|Error|say|tell)\s*[({]\s*$", before) and re.match(r'\s*(?:[)}]|,\s*(?:\{\}|"))', behind)
    if made or re.match(r"\s*,\s*\{\}\s*\}", behind) or re.match(r'\s*,\s*Severity::\w+,\s*"', behind):
        return set()
    return None


def check_arguments(sources, texts, wrong):
    everywhere = "".join(sources.values())
    for names in ADDED.values():
        wrong.extend(f"{name}: nobody adds it" for name in names if f'emplace_back("{name}"' not in everywhere and f'{{"{name}",' not in everywhere)
    checked = 0
    for path, code in sources.items():
        later = set(re.findall(r'emplace_back\(\s*"(\w+)"', code))
        for match in WORD_KEY.finditer(code):
            key = match[1]
            names = given(code[:match.start()][-200:], code[match.end():]) if key in texts else None
            if names is None:
                continue
            checked += 1
            added = set().union(*(names_ for family, names_ in ADDED.items() if key.startswith(family)), later)
            missing = placeholders(texts[key]["ru"]) - names - added
            if missing:
                wrong.append(f"{path}: {key} without {', '.join(sorted(missing))}")
    return checked


def check_literals(sources, wrong):
    for path, code in sources.items():
        code = re.sub(r'R"(\w*)\(.*?\)\1"', '""', code, flags=re.S)
        for match in LITERAL.finditer(code):
            if re.search("[Ѐ-ӿ]", match[1]) and path not in SPEAKING:
                wrong.append(f"{path}: words of a language in {match[0]}")
            if re.search(r"(?<![\w<-])[a-z]{2,} [a-z]{2,} [a-z]{2,}", match[1]) and not match[1].startswith("esep ") and path not in SENTENCES | SPEAKING:
                wrong.append(f"{path}: a sentence in {match[0]}")


def check_use(sources, texts, wrong):
    used = set()
    for code in sources.values():
        used |= set(KEY.findall(code)) | {key for key in texts if "-" not in key and f'"{key}"' in code}
    for key in sorted(used - set(texts) - CODES):
        if any(known.startswith(key + "-") for known in texts):
            continue  # the beginning of a composed key
        wrong.append(f"{key}: named in src/, not in data/messages")
    for key in sorted(set(texts) - used):
        if not key.startswith(COMPOSED):
            wrong.append(f"{key}: in data/messages, used nowhere")


def check_clerks_words(source, wrong):
    """A finding is read by agencies that have no program: it names no option of the command line."""
    for name in ("base", "intake", "report", "table"):
        with open(f"{source}/data/messages/{name}.toml", "rb") as file:
            for key, entry in tomllib.load(file).items():
                if key not in TO_THE_CALLER and any(re.search(r"(?<!-)--[a-z]", text) for text in entry.values()):
                    wrong.append(f"{key}: a finding that names an option")


def main():
    source = sys.argv[1]
    wrong = []
    texts = read_texts(source, wrong)
    check_clerks_words(source, wrong)
    sources = read_sources(source)
    check_use(sources, texts, wrong)
    check_words(texts, sources, wrong)
    checked = check_arguments(sources, texts, wrong)
    check_literals(sources, wrong)
    print("\n".join(wrong))
    print(f"{len(texts)} messages, {checked} places that make one, {len(wrong)} wrong")
    sys.exit(1 if wrong else 0)


main()
