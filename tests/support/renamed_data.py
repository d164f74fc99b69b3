# SPDX-License-Identifier: MIT
"""A copy of forms/ and data/ in which every id is a random word: forms, registers, columns, fields, groups, choices, stages, events, obligations,
roadmaps and what they name, summaries, checklists, roles. Words of the program's own vocabulary (docs/) keep their names."""
import csv
import io
import os
import re
import shutil
import tomllib

# Pages that list the keys, words, tables and functions that the program itself knows.
VOCABULARY_PAGES = ("form_format", "queries", "roadmaps", "summaries", "review", "rules", "calendar")
SQL = ("select from where group by order as on and or not in is null join left case when then else end distinct union all limit exists between like over "
       "with asc desc values count sum min max").split()
STATES = "none rejected received under_review returned approved superseded withdrawn".split()  # of a submission
TOKEN = re.compile(r'"""(?:.|\n)*?"""|\'\'\'(?:.|\n)*?\'\'\'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*|[A-Za-z_][\w-]*|.|\n')
# Strings that a person typed or reads: only {placeholders} in them are ids.
PROSE = {"kk", "ru", "en", "example", "wrong_example", "default", "wrong_finding", "name", "official_number", "number", "unit", "value", "cutoff",
         "edition", "code", "basis", "note"}


def load(path):
    with open(path, "rb") as file:
        return tomllib.load(file)


def vocabulary(source):
    words = set(SQL) | set(STATES)
    for page in VOCABULARY_PAGES:
        with open(f"{source}/docs/{page}.md", encoding="utf-8") as file:
            text = file.read()
        for span in re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.S)):
            words |= set(re.findall(r"[a-z_][\w-]*", span))
    return words


def named(node, found, above=""):
    """Everything that a file gives a name to: values of `id`, and the file's own."""
    if isinstance(node, list):
        for one in node:
            named(one, found, above)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key in ("id", "form", "register", "roadmap", "summary", "event", "stage") and isinstance(value, str):
                found.add(value)
            if key == "stages" and isinstance(value, list):
                found |= set(value)
            named(value, found, key)


def files(root):
    for folder in ("forms", "data"):
        for base, _, names in os.walk(f"{root}/{folder}"):
            for name in sorted(names):
                if name.endswith(".toml") and not any(part in base for part in ("messages", "calendar")):
                    yield os.path.join(base, name)


class Renaming:
    def __init__(self, source, rng):
        self.source = source
        found = set()
        for path in files(source):
            named(load(path), found)
        # Names that serve the pages as examples. A register may be called as a key is, and a summary.
        own = {load(path).get(key) for path in files(source) for key in ("form", "register", "roadmap", "summary")}
        known = vocabulary(source) - (own - {"organisations", "roadmap"})
        self.kept = sorted(found & known)
        self.ids = {}
        taken = set()
        for word in sorted(found - known - {""}):
            while (fresh := "z" + "".join(rng.choices("abcdefghijklmnopqrstuvwxyz", k=9))) in taken:
                pass
            taken.add(fresh)
            self.ids[word] = fresh
        longest_first = sorted(map(re.escape, self.ids), key=len, reverse=True)
        self.word = re.compile(r"(?<![\w-])(" + "|".join(longest_first) + r")(?=_emphasis\b|(?![\w-]))")
        self.hole = re.compile(r"(?<!\{)\{(" + "|".join(longest_first) + r")\}")

    def __getitem__(self, word):
        return self.ids.get(word, word)

    def words(self, text):
        return self.word.sub(lambda m: self.ids[m[1]], text)

    def toml(self, text):
        out = []
        key = ""
        tokens = TOKEN.findall(text)
        for at, token in enumerate(tokens):
            if token[0] in "\"'":
                # Of a choice people may type the id too.
                prose = (key in PROSE or key in self.ids) and token.strip("\"'") not in self.ids
                out.append(self.hole.sub(lambda m: "{" + self.ids[m[1]] + "}", token) if prose else self.words(token))
            elif re.match(r"[A-Za-z_]", token):
                behind = "".join(tokens[at + 1:at + 3]).lstrip(" ")
                if behind.startswith("="):
                    key = token
                out.append(self.words(token))
            else:
                out.append(token)
        return "".join(out)

    def table(self, text, separator):
        """A CSV: its head, and cells that are ids, of choices."""
        out = io.StringIO()
        csv.writer(out, delimiter=separator, lineterminator="\n").writerows(
            [self[cell.strip()] if cell.strip() in self.ids else cell for cell in row] for row in csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=separator))
        return out.getvalue()

    def copy(self, root):
        for part in ("forms", "data", "templates"):
            if os.path.isdir(f"{self.source}/{part}"):
                shutil.copytree(f"{self.source}/{part}", f"{root}/{part}")
        for path in list(files(root)):
            with open(path, encoding="utf-8") as file:
                text = self.toml(file.read())
            os.remove(path)
            base, name = os.path.split(path)
            stem, dot, rest = name.partition(".")
            with open(os.path.join(base, self[stem] + dot + rest), "w", encoding="utf-8") as file:
                file.write(text)
        for path in (f"{root}/data/organisations.csv",):
            with open(path, encoding="utf-8") as file:
                text = self.table(file.read(), ",")
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
