#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""No two sources of one library of src/ have the same function (name and parameters), constant, type or variable in their unnamed namespaces:
sources are compiled in groups, and two that come into one group would not compile; and who reads one takes it for the other. Nor has such a function
the name of one that a header of its library or of base/ declares: in a group it would be called in its place.

usage: hidden_names.py SOURCE_DIR"""
import collections
import pathlib
import re
import sys

from shape import closing, plain, split_outside

OPEN = re.compile(r"\bnamespace\s*\{")
TYPE = re.compile(r"(?:^|\s)(?:struct|class|union|enum(?:\s+class|\s+struct)?)\s+(\w+)\b(?!\s*[({]?\s*\*)")
ALIAS = re.compile(r"^\s*using\s+(\w+)\s*=")
NOT_NAMES = {"if", "for", "while", "switch", "return", "sizeof", "decltype", "alignof", "noexcept", "operator", "static_assert"}
FUNCTION = re.compile(r"([~\w]+)\s*\(")
# A name of a namespace may stand twice.
NO_CODE = re.compile(r"^\s*(?:using\s+(?!\w+\s*=)|namespace\b|static_assert|friend\b|extern\b)")


def hidden_parts(text):
    """What stands in each unnamed namespace of the source."""
    at = 0
    while match := OPEN.search(text, at):
        end = closing(text, match.end() - 1, "{", "}")
        yield text[match.end():end]
        at = end + 1


def declarations(part):
    """The declarations at the top of a part, each without what stands in braces."""
    out, at, start = [], 0, ""
    while at < len(part):
        c = part[at]
        if c == "{":
            end = closing(part, at, "{", "}")
            is_value = "=" in start.split("(")[0] or re.match(r"\s*[;,)]", part[end + 1:end + 40]) is not None
            if not is_value:
                out.append(start)
                start = ""
            at = end + 1
            continue
        if c == "(":
            end = closing(part, at, "(", ")")
            start += part[at:end + 1]
            at = end + 1
            continue
        if c == ";":
            out.append(start)
            start = ""
        else:
            start += c
        at += 1
    return [re.sub(r"\s+", " ", re.sub(r"^\s*#.*$", "", one, flags=re.M)).strip() for one in out]


def type_of(parameter):
    """`const std::string& name = "x"` -> `const std::string&`."""
    text = re.sub(r"\s*=.*", "", parameter, flags=re.S).strip()
    named = re.match(r"(.*[\w>&*\]])\s*(?<![\w:])(\w+)(\[\])?$", text)
    if named and (named[1].rstrip()[-1] in ">&*" or " " in text):
        text = named[1].strip()
    return re.sub(r"\s+", "", re.sub(r"\b(?:std|esep|\w+)::", "", text))


def name_of(declaration):
    """("f(T,U)" or a name); None: nothing is declared that a second source could have, too."""
    text = re.sub(r"\[\[[^\]]*\]\]", "", declaration).strip()
    if not text or NO_CODE.match(text):
        return None
    if alias := ALIAS.match(text):
        return alias[1]
    is_template = text.startswith("template")
    if is_template:
        end = closing(text, text.index("<"), "<", ">")
        text = text[end + 1:].strip()
    head = text.split("(")[0].split("=")[0]
    kind = TYPE.search(head)
    if kind and "(" not in text:
        return kind[1]
    function = FUNCTION.search(text)
    if function and "=" not in text[:function.start()]:
        if function[1] in NOT_NAMES or "operator" in text[:function.end()] or "::" in text[:function.start(1)][-2:]:
            return None
        end = closing(text, function.end() - 1, "(", ")")
        inside = text[function.end():end]
        parameters = [type_of(one) for one in split_outside(inside, ",") if one.strip()]
        return f"{function[1]}({','.join(parameters)})"
    variable = re.search(r"(\w+)\s*(?:\[[^\]]*\])*\s*$", head)
    return variable[1] if variable and " " in head.strip() else None


def enumerators(part):
    """Those of an enum that is no class are names beside it."""
    for match in re.finditer(r"\benum\s+(?!class\b|struct\b)[^{;]*\{([^}]*)\}", part):
        yield from (one.split("=")[0].strip() for one in match[1].split(",") if one.strip())


def names(text):
    parts = list(hidden_parts(plain(text)))
    declared = {name for part in parts for one in declarations(part) if (name := name_of(one))}
    return declared.union(*(enumerators(part) for part in parts))


def doubles(sources):
    """`sources`: path relative to src/ -> text. Lines that name what stands twice."""
    where = collections.defaultdict(list)
    for path in sorted(sources):
        for name in names(sources[path]):
            where[path.split("/")[0], name].append(path)
    return [f"{name}: in {' and '.join(paths)}" for (_, name), paths in sorted(where.items()) if len(paths) > 1]


DECLARED = re.compile(r"(?:\[\[nodiscard\]\]\s*)?(?:template\s*<.*>\s*)?[\w:<>,&*\s]+?[\s&*](\w+)\(")


def declared(headers):
    """`headers`: path relative to src/ -> text. For each library the functions that its headers declare at the top of a namespace."""
    out = collections.defaultdict(set)
    for path, text in headers.items():
        for line in plain(text).split("\n"):
            if line[:1].strip() and (found := DECLARED.match(line)):
                out[path.split("/")[0]].add(found[1])
    return out


def shadows(sources, headers):
    """Lines that name what hides a declared function."""
    known = declared(headers)
    return [f"{name}: in {path} hides the function of a header" for path in sorted(sources) for name in sorted(names(sources[path]))
            if "(" in name and name.split("(")[0] in known[path.split("/")[0]] | known["base"]]


def check_the_check():
    """A check that accepts everything would pass for ever: it must refuse these."""
    one = """namespace esep { namespace {
        constexpr int kMost = 5; constexpr auto kBig = uint64_t{1} << 30; namespace fs = std::filesystem; constexpr std::array<int, 2> kPair{{1, 2}}; using Rows = std::vector<int>;
        struct Row { int a; void run() {} }; enum Limit { kFirst = 1, kLast }; enum class Kind { a, b }; class Reader : public Base { int x_; };
        std::string shown(const Value& value, Lang lang = Lang::kk) { return f(value); }
        template <typename T> T twice(T t) { return t; }
        int only_here(int a) { return a; }
        } int outside(int a) { return a; } }"""
    two = """namespace esep { namespace {
        constexpr double kMost{6}; constexpr auto kBig{uint64_t{1} << 30}; namespace fs = std::filesystem; const std::array<int, 2> kPair = {3, 4}; using Rows = std::set<int>;
        struct Row; constexpr int kLast = 3; enum class Kind { c }; class Reader { };
        // int only_here(int a) in a comment
        std::string shown(
            const form::Value& other, Lang l) { return only_here(1); }
        template <class T> T twice(T one) { return one; }
        int only_here(const std::string& a) { return 1; }
        } int outside(int a) { return a; } }"""
    found = [line.split(":")[0] for line in doubles({"a/one.cpp": one, "a/b/two.cpp": two})]
    assert found == ["Kind", "Reader", "Row", "Rows", "kBig", "kLast", "kMost", "kPair", "shown(constValue&,Lang)", "twice(T)"], found
    assert doubles({"a/one.cpp": one, "b/two.cpp": two}) == []
    header = "namespace esep {\n[[nodiscard]] std::string shown(const Value& value);\nvoid outside(int a);\nstruct Row {\n  void only_here(int a);\n};\n}"
    for path in ("a/shown.h", "base/shown.h"):
        assert [line.split(":")[0] for line in shadows({"a/one.cpp": one}, {path: header})] == ["shown(constValue&,Lang)"], path
    assert shadows({"a/one.cpp": one}, {"b/shown.h": header}) == []


def main():
    check_the_check()
    source = pathlib.Path(sys.argv[1]) / "src"
    sources = {str(path.relative_to(source)): path.read_text(encoding="utf-8") for path in source.rglob("*.cpp")}
    headers = {str(path.relative_to(source)): path.read_text(encoding="utf-8") for path in source.rglob("*.h")}
    wrong = doubles(sources) + shadows(sources, headers)
    print("\n".join(wrong))
    print(f"{len(sources)} sources, {len(wrong)} names that hide another")
    sys.exit(1 if wrong or len(sources) < 300 else 0)


if __name__ == "__main__":
    main()
