#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Nothing under src/cli/ writes the register: every deed of a user is a function of src/app/, which asks the right and writes the
history, so that a second face can forget nothing. cli/ has the register only as `const`, from Session::registry(): then the
compiler refuses whatever is not a `const` member of registry::Registry. This script refuses the ways around that, and a source of
app/ that writes without asking a right. Prints each and fails.

usage: cli_writes_nothing.py SOURCE_DIR
"""
import pathlib
import re
import sys

# Headers of registry/ that cli/ may include, and why.
HEADERS = {"registry/doctor/doctor.h": "prints what was found wrong"}
# Types of registry/ that cli/ may name: values only. The register itself and what writes it are not among them.
TYPES = {"Actor", "Attachment", "Examination", "Paper", "PaperKind", "PaperTopic", "Reminder", "WrittenToday"}
# The one place that has the engine's register: it gives it on as const.
SESSION = "cli/session.h"
CONST_REGISTRY = "[[nodiscard]] const registry::Registry& registry() { return engine_->registry(); }"

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*"([^"]+)"', re.MULTILINE)
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
TEXT = re.compile(r'"(?:[^"\\\n]|\\.)*"')
REGISTER = re.compile(r"(\w+(?:\(\))?)\s*(?:\.|->)\s*registry\s*\(")
TYPE = re.compile(r"\bregistry::(\w+)")
OTHER_WAYS = [
    (re.compile(r"\bconst_cast\b"), "a const_cast"),
    (re.compile(r"\bsqlite::"), "SQLite belongs to registry/"),
    (re.compile(r"(?:\.|->)\s*(?:cached|database)\s*\("), "statements on the register belong to registry/"),
    (re.compile(r"\bQueryDatabase\b"), "queries belong to app/"),
    (re.compile(r"\busing\s+namespace\b"), "names of other folders are written with their folder"),
    (re.compile(r"\b(?:namespace|using)\s+(?:\w+\s*=\s*)?(?:esep::)?registry\b"), "another name for what registry/ has"),
    (re.compile(r"\bEngine::registry\b|\bsession_?\s*=[^;]*\bengine\s*\("), "the engine's register under another name"),
    (re.compile(r"\bdecltype\s*\([^;{}]*\bregistry\b|^[ \t]*#[ \t]*define\b", re.MULTILINE), "a name that this script cannot follow"),
    (re.compile(r"\brequire_right\w*\b|\brequire_restore\b|\bReviewBook\b|\bSubmitRight\b"), "the right is asked by the deed, in app/"),
]


def without(pattern, text):
    """The same text, line for line, with blanks in place of what the pattern finds."""
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def wrong_include(header):
    if header.startswith("registry/") and header not in HEADERS:
        return f"{header}: cli/ includes of registry/ only {' '.join(HEADERS)}"
    if header.startswith("sqlite/"):
        return f"{header}: SQLite belongs to registry/"
    return None


def check(sources):
    """`sources`: path relative to src/ -> text. What is wrong, one line each."""
    out = []
    for path, whole in sorted(sources.items()):
        def tell(position, why):
            out.append(f"src/{path}:{whole.count(chr(10), 0, position) + 1}: {why}")

        code = without(COMMENT, whole)
        for match in INCLUDE.finditer(code):
            why = wrong_include(match[1])
            if why:
                tell(match.start(1), why)
        code = without(TEXT, code)
        if path == SESSION:
            at = code.find(CONST_REGISTRY)
            if at < 0:
                tell(0, f"does not have the line {CONST_REGISTRY}")
            else:
                code = code[:at] + " " * len(CONST_REGISTRY) + code[at + len(CONST_REGISTRY):]
        for match in REGISTER.finditer(code):
            if match[1] not in ("session", "session_"):
                tell(match.start(), f"{match[1]}.registry(): cli/ has the register from its session, as const")
        for match in TYPE.finditer(code):
            if match[1] not in TYPES:
                tell(match.start(), f"registry::{match[1]}: cli/ names of registry/ only {' '.join(sorted(TYPES))}")
        for pattern, why in OTHER_WAYS:
            for match in pattern.finditer(code):
                tell(match.start(), why)
    return out


DEFINITION = re.compile(r"^[\w:<>,&* ]*?\b(\w+)::(\w+)\((?:[^;{}]|\{\})*?\)( const)? \{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
WRITES = re.compile(r"\bTransaction\b|\bappend\(|\"(?:INSERT|UPDATE|DELETE|REPLACE)\b")


def writers(sources):
    """Members of the classes of registry/ that write: by their definitions in `sources` (texts). -> {"Registry::note": is it const}"""
    out = {}
    for text in sources:
        for name, member, const, body in DEFINITION.findall(without(COMMENT, text)):
            if WRITES.search(body):
                out[f"{name}::{member}"] = out.get(f"{name}::{member}", False) or bool(const)
    return out


def const_writers(found):
    return [f"{member} writes and is const, so that cli/ could call it" for member, const in sorted(found.items()) if const]


# What of app/ writes and asks no right, by the path of the source, and why (docs/review.md).
EVERYBODYS = {
    "app/paper/output.cpp": "everybody may print; the history records the paper",
    "app/paper/return_packet.cpp": "everybody may print; the history records both papers",
    "app/paper/remind.cpp": "everybody may remind; the history records the letters",
    "app/upkeep/init_workspace.cpp": "who can write to the folder can do it without Esep",
}
BOUND = re.compile(r"[&*]\s*(\w+)\s*[={(][^;]*?\bregistry\s*\(\s*\)\s*[;)}]")
CALL = r"(?:\b(?:{})(?:\(\))?\s*(?:\.|->)\s*|\bRegistry::open\(\w+\)\s*\.\s*|\bRegistry::|\bregistry::)(\w+)\s*\("
RIGHT = re.compile(r"\brequire_right(?:_for_all)?\(|\brequire_restore\(|\bSubmitRight\b|\bReviewBook\b")


def without_right(sources, found):
    """Sources of app/ (path -> text) that call what writes (`found`, and free functions add_…) and ask no right."""
    members = {name.split("::")[1] for name in found if name.startswith("Registry::")}
    out = []
    for path, text in sorted(sources.items()):
        code = without(TEXT, without(COMMENT, text))
        call = re.compile(CALL.format("|".join({"registry", *BOUND.findall(code)})))
        called = sorted({name for name in call.findall(code) if name in members or name.startswith("add_")})
        if called and not RIGHT.search(code) and path not in EVERYBODYS:
            out.append(f"src/{path}: {', '.join(called)}: writes the register and asks no right")
    return out


def check_the_check():
    """A check that accepts everything would pass for ever: it must refuse these."""
    sources = {
        "cli/session.h": '#include "app/core/engine.h"\nclass Session {\n  [[nodiscard]] const registry::Registry& registry() { return '
                         'engine_->registry(); }\n  registry::Actor actor();\n};\n',
        "cli/a.cpp": '#include "registry/registry.h"\n#include "registry/doctor/doctor.h"\n// engine().registry().note("x")\n'
                     'session.registry().find(number);\nsession.engine().registry().add_event(event, actor);\n'
                     'auto& engine = session.engine();\nengine\n    .registry().withdraw(number);\n',
        "cli/c.cpp": 'auto& session_ = session.engine();\nsession_.registry().note(action);\nstd::invoke(&app::Engine::registry, session.engine());\n'
                     '#define R registry\n',
        "cli/b.cpp": '#include "sqlite/database.h"\nregistry::Registry::open(file).note("x", "", actor);\n'
                     'const_cast<registry::Registry&>(session.registry()).attach(facts, bytes, actor);\n'
                     'out << "sqlite::Database registry::History";\nsession.registry().cached(sql);\napp::require_right(engine, right, actor);\n',
    }
    wanted = [
        "src/cli/a.cpp:1: registry/registry.h: cli/ includes of registry/ only registry/doctor/doctor.h",
        "src/cli/a.cpp:5: engine().registry(): cli/ has the register from its session, as const",
        "src/cli/a.cpp:7: engine.registry(): cli/ has the register from its session, as const",
        "src/cli/b.cpp:1: sqlite/database.h: SQLite belongs to registry/",
        "src/cli/b.cpp:2: registry::Registry: cli/ names of registry/ only Actor Attachment Examination Paper PaperKind PaperTopic Reminder WrittenToday",
        "src/cli/b.cpp:3: registry::Registry: cli/ names of registry/ only Actor Attachment Examination Paper PaperKind PaperTopic Reminder WrittenToday",
        "src/cli/b.cpp:3: a const_cast",
        "src/cli/b.cpp:5: statements on the register belong to registry/",
        "src/cli/b.cpp:6: the right is asked by the deed, in app/",
        "src/cli/c.cpp:1: the engine's register under another name",
        "src/cli/c.cpp:3: the engine's register under another name",
        "src/cli/c.cpp:4: a name that this script cannot follow",
    ]
    found = check(sources)
    if found != wanted:
        sys.exit("cli_writes_nothing.py is wrong about its own sample:\n" + "\n".join(found))
    if check({"cli/session.h": "registry::Actor actor();\n"}) != [f"src/cli/session.h:1: does not have the line {CONST_REGISTRY}"]:
        sys.exit("cli_writes_nothing.py lets the session give the register on to be written")
    source = ("void Registry::note(const std::string& action,\n                    const Actor& actor) {\n  sqlite::Transaction transaction(*database_);\n}\n"
              "int64_t Registry::count(const Filter& filter) const {\n  return rows(\"SELECT\");  // no UPDATE\n}\n"
              "void Book::step(const std::function<void()>& permit) const {\n  history().append(actor, name);\n}\n")
    if const_writers(writers([source])) != ["Book::step writes and is const, so that cli/ could call it"] or len(writers([source])) != 2:
        sys.exit(f"cli_writes_nothing.py misreads a member that writes: {writers([source])}")
    deeds = {"app/a.cpp": "// require_right(x)\nengine.registry().note(action, details, actor);\n",
             "app/b.cpp": "require_right(engine, action, actor);\nengine.registry().note(action, details, actor);\n",
             "app/c.cpp": "auto& registry = engine.registry();\nregistry::add_reminders(registry, entries);\nregistry.find(number);\n",
             "app/d.cpp": "registry::Registry& book = engine.registry();\nbook.note(action, details, actor);\n",
             "app/e.cpp": "registry->note(action, details, actor);\n",
             "app/upkeep/output.cpp": "engine.registry().note(action, details, actor);\n",
             "app/paper/output.cpp": "engine.registry().note(action, details, actor);\n"}
    wanted = ["src/app/a.cpp: note: writes the register and asks no right", "src/app/c.cpp: add_reminders: writes the register and asks no right",
              "src/app/d.cpp: note: writes the register and asks no right", "src/app/e.cpp: note: writes the register and asks no right",
              "src/app/upkeep/output.cpp: note: writes the register and asks no right"]
    if without_right(deeds, {"Registry::note": False}) != wanted:
        sys.exit(f"cli_writes_nothing.py misreads a deed: {without_right(deeds, {'Registry::note': False})}")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    check_the_check()
    root = pathlib.Path(sys.argv[1]) / "src"
    files = [p for p in (root / "cli").rglob("*") if p.suffix in (".h", ".cpp")]
    found = writers([p.read_text(encoding="utf-8") for p in (root / "registry").rglob("*.cpp")])
    if not files or len(found) < 15:
        sys.exit(f"{len(files)} files under cli/, {len(found)} members of registry/ that write: not what is there")
    problems = check({p.relative_to(root).as_posix(): p.read_text(encoding="utf-8") for p in files}) + const_writers(found)
    problems += without_right({p.relative_to(root).as_posix(): p.read_text(encoding="utf-8") for p in (root / "app").rglob("*.cpp")}, found)
    for problem in problems:
        print(problem)
    print(f"{len(files)} files, {len(found)} members of registry/ that write, {len(problems)} ways to them")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
