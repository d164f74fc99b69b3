# SPDX-License-Identifier: MIT
"""The circle plan in which every rule that a key can express has become one: min, max, sum_of, total_of, and when and stages of a rule.

The shipped edition never changes, so the copy is made from its text. A key takes the code, message and law of its rule along: every finding stays the same."""
import re

FIRST = ["draft", "approved"]
LATER = ["approved", "opening", "additional"]

# code of the rule → column or field, key, what it says before the words of the rule
KEYS = [
    ("CP-PROVIDERS", "provider_count", "min", "value = 1"),
    ("CP-GROUPS", "group_count", "min", "value = 1"),
    ("CP-CHILDREN", "child_count", "min", "value = 1"),
    ("CP-NORM", "norm", "min", 'value = "0.01"'),
    ("CP-MONTHS", "month_count", "min", "value = 1"),
    ("CP-MONTHS", "month_count", "max", "value = 12"),
    ("CP-CONTINUED", "continued", "min", "value = 0"),
    ("CP-FRESH", "fresh", "min", "value = 0"),
    ("CP-PARTS", "amount", "sum_of", 'of = ["continued", "fresh"], at = "fresh"'),
    ("CP-TOTAL-CHILDREN", "total_children", "total_of", 'column = "child_count"'),
    ("CP-TOTAL", "total_amount", "total_of", 'column = "amount"'),
    ("CP-TOTAL-CONTINUED", "continued_amount", "total_of", 'column = "continued"'),
    ("CP-OPENING", "total_amount", "sum_of", 'of = ["continued_amount", "opening_amount"], at = "opening_amount"'),
    ("CP-OPENING-NEGATIVE", "opening_amount", "min", "value = 0"),
    ("CP-SOURCES", "total_amount", "sum_of", 'of = ["source_republican", "source_local", "source_other"]'),
    ("CP-YEAR", "total_amount", "sum_of", "of = [" + ", ".join(f'"month_{m:02}"' for m in range(1, 13)) + "]"),
    ("CP-APPROVED-FUTURE", "approved_on", "max", 'value = "received_on"'),
    ("CP-PUBLISHED-FUTURE", "published_on", "max", 'value = "received_on"'),
]

# code of the rule → stages, when, check; a part that is None falls away
RULES = {
    "CP-ADDITIONAL": (["additional"], None, "head.total_amount > 0"),
    "CP-APPROVED-MISSING": (["opening", "additional"], None, "head.approved_amount IS NOT NULL"),
    "CP-OPENING-APPROVED": (["opening"], None, "head.total_amount = head.approved_amount"),
    "CP-OPENING-ROWS": (["opening"], "head.approved_amount IS NOT NULL AND row.amount IS NOT NULL AND EXISTS (SELECT 1 FROM previous)",
                        "row.amount IN (SELECT p.amount FROM previous AS p WHERE p.circle_kind = row.circle_kind AND p.direction = row.direction "
                        "AND p.place = row.place)"),
    "CP-OPENING-CONTINUED": (["opening"], "head.approved_amount IS NOT NULL",
                             "head.continued_amount = (SELECT dec_sum(p.continued) FROM previous AS p)"),
    "CP-APPROVAL-DATE": (LATER, None, "head.approved_on IS NOT NULL"),
    "CP-APPROVAL-ACT": (LATER, None, "head.approval_act IS NOT NULL"),
    "CP-DRAFT-APPROVED": (["draft"], None, "head.approved_on IS NULL"),
    "CP-APPROVAL-EVENT": (["approved", "additional"], None, "head.publish_by IS NOT NULL"),
    "CP-PUBLISHED-BEFORE": (LATER, None, "head.published_on >= head.approved_on"),
    "CP-ADDRESS": (FIRST, "head.published_on IS NOT NULL", "head.published_at IS NOT NULL"),
    "CP-OPENING-EARLY": (["opening"], None, "head.published_on >= head.publish_by"),
    # Not of one stage, but plainer with a condition.
    "CP-GROUPS-FEW": (None, "row.group_count > 0", "row.group_count >= row.provider_count"),
    "CP-CHILDREN-FEW": (None, "row.child_count > 0", "row.child_count >= row.group_count"),
}

STAGES = {"жоба": "draft", "бекітілген жоспар": "approved", "жыл басындағы көлем": "opening", "қосымша қаржыландыру": "additional"}


def line_of(block, key):
    """`key = …` on one line of a block; empty where it has none."""
    found = re.search(rf"^{key} = (.*)$", block, re.M)
    return found[1] if found else ""


def words_of(block, shared):
    """What a key says instead of the standard finding. Keys of one code share message and law, so only the first gives them."""
    words = [f'code = {line_of(block, "code")}']
    if not shared:
        words += [f"{key} = {line_of(block, key)}" for key in ("message", "law") if line_of(block, key)]
    return ", ".join(words)


def with_keys(text):
    """The text of the copy: same form, same edition."""
    head, *blocks = re.split(r"(?m)^(?=\[\[)", text)
    rules = {line_of(b, "code").strip('"'): b for b in blocks if b.startswith("[[rule]]")}
    more, given = {}, set()
    for code, place, key, what in KEYS:
        words = words_of(rules[code], code in given)
        given.add(code)
        added = f"[[{{kind}}.sum_of]]\n" + "\n".join(re.split(r", (?=at = |code = |message = |law = )", f"{what}, {words}")) if key == "sum_of" \
            else f"{key} = {{{{ {what}, {words} }}}}"
        more.setdefault(place, []).append((key == "sum_of", added))
    out = [head]
    for block in blocks:
        kind = re.match(r"\[\[([\w.]+)\]\]", block)[1]
        name = line_of(block, "id").strip('"')
        if kind == "rule":
            out.append(rule(block, given))
        elif kind in ("field", "column") and name in more:
            out.append(with_lines(block, kind, sorted(more[name], key=lambda one: one[0])))
        elif kind == "example":
            stage = next(s for title, s in STAGES.items() if f'plan_stage = "{title}"' in block)
            out.append(block.replace("\nname = ", f'\nstage = "{stage}"\nname = ', 1))
        else:
            out.append(block)
    return "".join(out)


def with_lines(block, kind, added):
    """Before what follows the table: blank lines, comments."""
    body, rest = re.fullmatch(r"(?s)(.*?\n)((?:\s*(?:#[^\n]*)?\n)*)", block).groups()
    return body + "".join(text.replace("{kind}", kind).replace("{{", "{").replace("}}", "}") + "\n" for _, text in added) + rest


def rule(block, given):
    code = line_of(block, "code").strip('"')
    if code in given:
        comments = re.search(r"(?s)\n((?:\s*#[^\n]*\n|\s*\n)*)$", block)
        return comments[1] if comments else ""
    if code not in RULES:
        return block
    stages, when, check = RULES[code]
    lines = ([f"stages = {stages}".replace("'", '"')] if stages else []) + ([f'when = "{when}"'] if when else []) + [f'check = "{check}"']
    return re.sub(r"(?s)check = ('''.*?'''|\"[^\"]*\")", lambda _: "\n".join(lines), block, count=1)
