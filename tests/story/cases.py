#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Stories of the command line, after the manner of ledger's tests: a file says what is typed, what is answered, and the exit code.

usage: ESEP=esep cases.py [--update] [STORY.test ...]      (no name: every *.test beside this file)

A story has its own empty folder. Its lines outside a block are prose; its blocks run in order:

    today 2026-11-26            the day of all commands that follow without --today (required before the first); not of serve, which goes by the clock

    file NAME [ENCODING]        writes NAME (folders are made) in UTF-8 or ENCODING, line ends \\n
    …
    end file

    file NAME from OTHER        a copy of an earlier file with changes, one on a line; each stands in it exactly once
    old text => new text
    end file

    test COMMAND -> CODE        runs it; `esep` is the program, called with --as registrar, --lang en and the day unless the command has its own.
    …                           exact standard output (␍ is a carriage return)
    __ERROR__                   and exact standard error; without this line nothing may go there
    …
    end test

A story is not run on a day of its own: answers say that a day was given by hand, and on that day the clock would show it, too.

“<...>” in an answer stands for any text, alone on a line for any lines or none. A command is split like a shell's words, but no shell runs. --update writes what the program answers into the
stories, without the <...> of an answer that no longer fits: read the difference before keeping it."""
import datetime
import difflib
import glob
import os
import re
import shlex
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
GIVEN = (("--as", "registrar"), ("--lang", "en"), ("--today", None))
ERROR = "__ERROR__\n"


class Bad(Exception):
    """The story itself is wrong."""


def block(lines, at, end):
    for i in range(at, len(lines)):
        if lines[i] == f"end {end}\n":
            return i
    raise Bad(f"line {at}: “end {end}” is missing")


def write_file(folder, name, encoding, text):
    path = os.path.normpath(os.path.join(folder, name))
    if not path.startswith(folder + os.sep):
        raise Bad(f"{name} is outside the story's folder")
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding=encoding, newline="\n") as file:
        file.write(text)


def changed(folder, other, lines):
    with open(os.path.join(folder, other), encoding="utf-8") as file:
        text = file.read()
    for line in lines:
        old, arrow, new = line.rstrip("\n").partition(" => ")
        if not arrow or text.count(old) != 1:
            raise Bad(f"“{old}” stands {text.count(old)} times in {other}")
        text = text.replace(old, new)
    return text


def shown(output):
    return output.decode("utf-8").replace("\r", "␍")


def run(words, folder, today):
    if words[0] != "esep":
        raise Bad(f"only esep is run, not {words[0]}")
    given = []
    for option, value in GIVEN:
        if option not in words and not (option == "--today" and "serve" in words):
            given += [option, value or today]
    # Nothing of the machine counts: neither its settings and language nor its clock.
    environment = {"PATH": os.environ["PATH"], "HOME": folder, "LC_ALL": "C.UTF-8", "NO_COLOR": "1"}
    for name in ("ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS"):
        if name in os.environ:
            environment[name] = os.environ[name]
    done = subprocess.run([os.environ["ESEP"], *given, *words[1:]], cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
    return shown(done.stdout), shown(done.stderr), done.returncode


def ended(text):
    return text if text.endswith("\n") or not text else text + "\n"


def matches(expected, answer):
    """`answer` is what was expected, but for what <...> leaves open. No <...> of the output stands for what went to standard error."""
    both = [text.partition(ERROR) for text in (expected, answer)]
    return all(same_text(both[0][i], both[1][i]) for i in (0, 1, 2))


def same_text(expected, answer):
    lines_too = re.sub(r"(?m)^<\.\.\.>\n", "<...>", expected)
    parts = [re.escape(part) for part in lines_too.split("<...>")]
    return re.fullmatch("(?s:.*)".join(parts), answer) is not None


def replay(path, folder):
    """The story with what the program answers now in place of what was written."""
    with open(path, encoding="utf-8") as file:
        lines = file.readlines()
    out, at, today, tests = [], 0, None, 0
    while at < len(lines):
        line = lines[at]
        out.append(line)
        at += 1
        if match := re.fullmatch(r"today (\S+)\n", line):
            today = match[1]
        elif match := re.fullmatch(r"file (\S+)(?: from (\S+)| (\S+))?\n", line):
            end = block(lines, at, "file")
            text = changed(folder, match[2], lines[at:end]) if match[2] else "".join(lines[at:end])
            write_file(folder, match[1], match[3] or "utf-8", text)
            out += lines[at:end + 1]
            at = end + 1
        elif line.startswith("test "):
            match = re.fullmatch(r"test (.+) -> (\d+)\n", line)
            if not match:
                raise Bad(f"line {at}: test COMMAND -> CODE")
            if today is None:
                raise Bad(f"line {at}: no “today” before the first test")
            end = block(lines, at, "test")
            stdout, stderr, code = run(shlex.split(match[1]), folder, today)
            answer = ended(stdout) + (ERROR + ended(stderr) if stderr else "")
            expected = "".join(lines[at:end])
            out[-1] = f"test {match[1]} -> {code}\n"
            out += [expected if matches(expected, answer) else answer, "end test\n"]
            at = end + 1
            tests += 1
    if tests == 0:
        raise Bad("no test in it")
    return "".join(lines), "".join(out), tests


def is_of_today(path):
    """In Kazakhstan."""
    today = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=5)
    with open(path, encoding="utf-8") as file:
        return f"today {today:%Y-%m-%d}" in file.read()


def main():
    names = [name for name in sys.argv[1:] if name != "--update"]
    update = "--update" in sys.argv
    wrong = total = 0
    if "ESEP" not in os.environ:
        sys.exit("ESEP names no program: ESEP=build/src/esep tests/story/cases.py")
    os.environ["ESEP"] = os.path.abspath(os.environ["ESEP"])  # each story runs in a folder of its own
    stories = names or sorted(glob.glob(f"{HERE}/*.test"))
    for path in stories:
        if is_of_today(path):
            print(f"{path}: not run on its own day")
            continue
        with tempfile.TemporaryDirectory() as folder:
            try:
                was, now, tests = replay(path, os.path.realpath(folder))
            except Bad as bad:
                sys.exit(f"{path}: {bad}")
        total += tests
        if was == now:
            continue
        wrong += 1
        sys.stdout.writelines(difflib.unified_diff(was.splitlines(True), now.splitlines(True), path, "what the program answers"))
        if update:
            with open(path, "w", encoding="utf-8") as file:
                file.write(now)
    print(f"{len(stories)} stories, {total} commands, {wrong} {'rewritten' if update else 'wrong'}")
    sys.exit(0 if update or not wrong and stories else 1)


if __name__ == "__main__":
    main()
