#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every message key that the sources name is in data/messages, in three languages that differ; and none lies there unused.

Keys are upper-case words with dashes. Some are put together from a code (TYPE-…, STATE-… and the like). usage: messages.py SOURCE_DIR"""
import glob
import re
import sys
import tomllib

COMPOSED = ("DUE-EFFECTIVE-", "DUE-NOMINAL-", "TYPE-", "STATE-", "TIMELINESS-", "PROVENANCE-")
KEY = re.compile(r'"([A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+)"')
# Keys of findings that a source names as a code only, never as a message.
CODES = {"FILE-LIMIT", "IMPORT-COLUMN", "ROWS-FIXED", "GRID-ROW", "US-ASCII", "UTF-8", "ISO-8859-1", "UTF-16", "SHA-256"}


def main():
    source = sys.argv[1]
    texts = {}
    wrong = []
    for path in sorted(glob.glob(f"{source}/data/messages/*.toml")):
        with open(path, "rb") as file:
            for key, entry in tomllib.load(file).items():
                if key in texts:
                    wrong.append(f"{key}: in two files")
                texts[key] = entry
                if set(entry) != {"kk", "ru", "en"} or len(set(entry.values())) != 3:
                    wrong.append(f"{key}: not three different texts")
                names = [sorted(set(re.findall(r"\{(\w+)\}", text))) for text in entry.values()]
                if names[0] != names[1] or names[1] != names[2]:
                    wrong.append(f"{key}: placeholders differ between languages")
    used = set()
    for path in glob.glob(f"{source}/src/**/*.cpp", recursive=True) + glob.glob(f"{source}/src/**/*.h", recursive=True):
        with open(path, encoding="utf-8") as file:
            code = "\n".join(line.split("//")[0] for line in file)
        used |= set(KEY.findall(code)) | {key for key in texts if "-" not in key and f'"{key}"' in code}
    for key in sorted(used - set(texts) - CODES):
        if any(known.startswith(key + "-") for known in texts):
            continue  # the beginning of a composed key
        wrong.append(f"{key}: named in src/, not in data/messages")
    for key in sorted(set(texts) - used):
        if not key.startswith(COMPOSED):
            wrong.append(f"{key}: in data/messages, used nowhere")
    print("\n".join(wrong))
    print(f"{len(texts)} messages, {len(wrong)} wrong")
    sys.exit(1 if wrong else 0)


main()
