#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""No struct or class of src/ has more than 15 data members, no function more than 6 parameters or 40 lines between its braces, but those that
docs/decisions.md names.

usage: shape.py SOURCE_DIR

The exceptions are the names in backquotes of the paragraph of docs/decisions.md that begins with "* **Larger than the rule.**". One that is no
exception any more is wrong as well."""
import pathlib
import re
import sys

MOST_MEMBERS = 15
MOST_PARAMETERS = 6
MOST_LINES = 40
NOT_FUNCTIONS = {"if", "for", "while", "switch", "return", "sizeof", "catch", "decltype", "alignof", "static_assert"}
# What may stand in front of a name that is declared, and in no expression.
TYPE = re.compile(r"(?<!\breturn)(?<!\bthrow)[\w>&*]\s*$|::\s*$|[;{}:]\s*$|\bexplicit\s*$")
AFTER = re.compile(r"(\s*(const|noexcept|override|final|&&?|->[^;{]*|=\s*(0|default|delete)))*\s*(?=[;{:])")
PARAMETER = re.compile(r"^[\w:<>,\s&*()\[\].]*[\w>&*\]]\s*[\s&*]\s*(\.\.\.)?\w+(\[\])?$|^[\w:<>,\s()]*[&*]\s*$")


def plain(text):
    """Without comments, and with empty literals; every line keeps its number."""
    def blank(match):
        return '""' if match[0][0] in "\"'R" else re.sub(r"[^\n]", "", match[0])
    return re.sub(r'R"(\w*)\(.*?\)\1"|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)+\'|//[^\n]*|/\*.*?\*/', blank, text, flags=re.S)


def closing(text, at, left, right):
    """Index of the bracket that closes the one at `at`; -1: none does."""
    depth = 0
    for i in range(at, len(text)):
        depth += (text[i] == left) - (text[i] == right)
        if depth == 0:
            return i
    return -1


def split_outside(text, separator):
    """The parts of `text` between separators that stand in no brackets."""
    out, depth, start = [], 0, 0
    for i, c in enumerate(text):
        depth += (c in "<([{") - (c in ">)]}" and text[i - 1:i + 1] != "->")
        if c == separator and depth == 0:
            out.append(text[start:i])
            start = i + 1
    return out + [text[start:]]


def without_templates(text):
    while (smaller := re.sub(r"<[^<>]*>", "", text)) != text:
        text = smaller
    return text


def statements(body):
    """The declarations of a class, each without what stands in braces in it."""
    out, at = "", 0
    while at < len(body):
        if body[at] != "{":
            out += body[at]
            at += 1
            continue
        end = closing(body, at, "{", "}")
        at = len(body) if end < 0 else end + 1
        if not re.match(r"\s*[;,=]", body[at:at + 80]):
            out += ";"  # a function's body ends what it belongs to
    return out.split(";")


def members(body):
    count = 0
    for one in statements(body):
        one = re.sub(r"\b(public|private|protected)\s*:", "", one).strip()
        one = re.sub(r"\[\[[^\]]*\]\]", "", one).strip()
        declared = without_templates(one).split("=")[0]
        if not declared or "(" in declared or "operator" in declared:
            continue
        if re.match(r"(using|friend|static|enum|struct|class|union|typedef|template|constexpr)\b", one):
            continue
        count += len([part for part in split_outside(one, ",") if part.strip()])
    return count


def parameters(text, name_from, opening):
    """How many parameters the function has whose name begins at `name_from`; 0: nothing is declared here."""
    end = closing(text, opening, "(", ")")
    if end < 0 or not AFTER.match(text[end + 1:]) or not TYPE.search(text[max(0, name_from - 80):name_from]):
        return 0
    parts = [part.strip() for part in split_outside(text[opening + 1:end], ",")]
    named = [re.sub(r"\s*=.*", "", part, flags=re.S) for part in parts]
    return len(parts) if all(PARAMETER.match(part) for part in named) else 0


# What may stand between the parameters of a function and its body.
BEFORE_BODY = re.compile(r"(?:\s*(?:const|noexcept|override|final|mutable|&&?|->\s*[\w:<>,&*\s]+?))*\s*(?::\s*(?=[\w:]+[({])(?P<made>[^;]*?[)}])\s*)?(?=\{)")


def body_of(text, opening):
    """The braces of the function whose parameters open at `opening`: (first, last); None: there is no body."""
    end = closing(text, opening, "(", ")")
    after = BEFORE_BODY.match(text, end + 1) if end > 0 else None
    return (after.end(), closing(text, after.end(), "{", "}")) if after else None


def long_functions(text):
    """(name, where it stands, lines between its braces). What a constructor's list makes in front of the braces is no function."""
    bodies = {}
    for match in re.finditer(r"(~?\b[A-Za-z_]\w*)\s*\(", text):
        body = body_of(text, match.end() - 1) if match[1] not in NOT_FUNCTIONS else None
        if body:
            bodies.setdefault(body, (match[1], match.start()))
    lines = {body: text.count("\n", *body) - 1 for body in bodies}
    return [(*bodies[body], count) for body, count in lines.items() if count > MOST_LINES]


def check(sources):
    """`sources`: path relative to src/ -> text. What is larger than the rule: (name, line to print)."""
    out = []
    for path, raw in sorted(sources.items()):
        text = plain(raw)
        where = lambda at: f"src/{path}:{text.count(chr(10), 0, at) + 1}"
        for match in re.finditer(r"(?<!\benum )\b(struct|class)\s+(?:\[\[[^\]]*\]\]\s*)?(\w+)(?:[^;{()]|\([^;{()]*(?:\(\))?\))*\{", text):
            count = members(text[match.end():closing(text, match.end() - 1, "{", "}")])
            if count > MOST_MEMBERS:
                out.append((match[2], f"{where(match.start())}: {match[2]} has {count} members"))
        for match in re.finditer(r"(~?\b[A-Za-z_]\w*)\s*\(", text):
            if match[1] in NOT_FUNCTIONS:
                continue
            count = parameters(text, match.start(), match.end() - 1)
            if count > MOST_PARAMETERS:
                out.append((match[1], f"{where(match.start())}: {match[1]}() has {count} parameters"))
        out += [(name, f"{where(at)}: {name}() has {count} lines") for name, at, count in long_functions(text)]
    return out


def exceptions(decisions):
    match = re.search(r"^\* \*\*Larger than the rule\.\*\*(.*?)(?=^\* |^#|\Z)", decisions, flags=re.M | re.S)
    return set(re.findall(r"`(\w+)`", match[1])) if match else set()


def check_the_check():
    """A check that accepts everything would pass for ever: it must refuse these."""
    fields = lambda count: "".join(f"  int field_{i} = 0;\n" for i in range(count))
    many = "int a, int b, int c, int d, int e, const std::map<int, int>& f, std::string g = \"x, y\""
    sources = {
        "a/right.h": "struct Right {\n" + fields(14) + "  std::function<void(int, int)> done;\n  bool empty() const { return true; }\n"
                     "  using Row = int;\n  enum class Kind { a, b };\n  static constexpr int kMost = 3;\n  void run();\n};\n"
                     "enum class Many { a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q };\n",
        "a/wrong.h": "struct Wrong {\n" + fields(13) + "  int size() const { return 1; }\n  std::function<void(int)> done;\n"
                     "  // int commented;\n  std::map<int, int> by_id;\n  int last{0};\n};\n"
                     "class Pairs {\n  double x = 0, y = 0, z = 0, w = 0;\n" + fields(12) + "};\n",
        "b/calls.cpp": "void f() {\n  g(1, 2, 3, 4, 5, 6, 7);\n  const Value value(a, b, c, d, e, f, g);\n  return h(a, b, c, d, e, f, g);\n}\n",
        "b/wide.cpp": f"int wide({many}) {{\n  return 0;\n}}\nWide::Wide({many}) : a_(a) {{}}\n"
                      "void narrow(int a, int b, int c, int d, int e, std::pair<int, int> f);\n",
        "b/long.cpp": "int long_one(int a) const noexcept {\n" + "  work();\n" * 41 + "}\nint right(int a) {\n" + "  work();\n" * 40 + "}\n"
                      "Long::Long(int a, int b) : a_(a), b_{b}, c_(make(a)) {\n" + "  for (int i : a) {\n    work(i);\n  }\n" * 14 + "}\n"
                      "auto made(int a) -> std::vector<int> {\n" + "\n" * 41 + "}\nstruct [[nodiscard]] Marked : decltype(f()) {\n" + fields(16) + "};\n",
        "b/wide.h": f"class Wide {{\n  explicit Wide({many});\n  [[nodiscard]] virtual int wide({many}) const = 0;\n}};\n",
    }
    wanted = [
        "src/a/wrong.h:1: Wrong has 16 members",
        "src/a/wrong.h:21: Pairs has 16 members",
        "src/b/long.cpp:173: Marked has 16 members",
        "src/b/long.cpp:1: long_one() has 41 lines",
        "src/b/long.cpp:86: Long() has 42 lines",
        "src/b/long.cpp:130: made() has 41 lines",
        "src/b/wide.cpp:1: wide() has 7 parameters",
        "src/b/wide.cpp:4: Wide() has 7 parameters",
        "src/b/wide.h:2: Wide() has 7 parameters",
        "src/b/wide.h:3: wide() has 7 parameters",
    ]
    found = [line for _, line in check(sources)]
    if found != wanted:
        sys.exit("shape.py is wrong about its own sample:\n" + "\n".join(found))
    if exceptions("* **Other.** `no`\n* **Larger than the rule.** `Big` has\n  so many, `wide` too.\n* `not`\n") != {"Big", "wide"}:
        sys.exit("shape.py does not read the exceptions")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    check_the_check()
    root = pathlib.Path(sys.argv[1])
    files = [p for p in (root / "src").rglob("*") if p.suffix in (".h", ".cpp")]
    if not files:
        sys.exit(f"no sources in {root}/src")
    found = check({p.relative_to(root / "src").as_posix(): p.read_text(encoding="utf-8") for p in files})
    allowed = exceptions((root / "docs/decisions.md").read_text(encoding="utf-8"))
    problems = [line for name, line in found if name not in allowed]
    problems += [f"docs/decisions.md: {name} is within the rule" for name in sorted(allowed - {name for name, _ in found})]
    for problem in problems:
        print(problem)
    print(f"{len(files)} files, {len(problems)} problems")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
