# SPDX-License-Identifier: MIT
"""Makes random form files, and values that are right or wrong for their columns.

A form is a dict of what its test must know: columns, kind of rows, rules, stages, the register that its rows come from."""

TYPES = ["text", "integer", "decimal", "money", "percent", "date", "choice", "yes_no", "url", "iin", "bin", "bic", "vin"]
LIST_TYPES = ["url", "iin", "bin", "bic", "vin", "date"]
WORDS_KK = "әкімдік есеп мерзім ұйым нысан ақпараттық жүйе құжат қызмет өнім сынақ дерек тізбе көлем өлшем бағдарлама".split()
WORDS_RU = "отчёт срок орган форма система документ услуга продукт испытание данные перечень объём единица программа".split()


def check_digit(digits):
    for shift in (0, 2):
        total = sum(int(d) * ((i + shift) % 11 + 1) for i, d in enumerate(digits))
        if total % 11 != 10:
            return str(total % 11)
    return None


def identifier(rng, kind):
    while True:
        if kind == "iin":
            head = f"{rng.randint(0, 99):02}{rng.randint(1, 12):02}{rng.randint(1, 28):02}{rng.randint(1, 6)}{rng.randint(0, 9999):04}"
        else:
            head = f"{rng.randint(0, 26):02}{rng.randint(1, 12):02}{rng.randint(4, 6)}{rng.randint(0, 3)}{rng.randint(0, 99999):05}"
        digit = check_digit(head)
        if digit is not None:
            return head + digit


def good(rng, column):
    if column.get("multiple"):
        return "\n".join(str(good_one(rng, column)) for _ in range(rng.randint(1, 3)))
    return good_one(rng, column)


def good_one(rng, column):
    kind = column["type"]
    if kind == "text":
        return " ".join(rng.sample(WORDS_KK, 3)) + f" {rng.randint(1, 10**6)}"
    if kind == "integer":
        return rng.choice([rng.randint(0, 10**6), f"{rng.randint(1, 999)} {rng.randint(100, 999)}"])
    if kind in ("decimal", "money", "percent"):
        return rng.choice([rng.randint(0, 9999) / 4, f"{rng.randint(1, 99)}\u00a0{rng.randint(100, 999)},{rng.randint(1, 9)}"])
    if kind == "date":
        return rng.choice([f"{rng.randint(1, 28):02}.{rng.randint(1, 9):02}.2026", f"2026-0{rng.randint(1, 9)}-{rng.randint(10, 28)}"])
    if kind == "choice":
        return rng.choice(column["choices"])[1]
    if kind == "yes_no":
        return rng.choice(["иә", "жоқ", "Да", "нет"])
    if kind == "url":
        return f"https://example{rng.randint(1, 99)}.kz/a?b={rng.randint(1, 99)}"
    if kind == "bic":
        return "".join(rng.choices("ABCDEFGHJK", k=6)) + rng.choice(["2A", "KA", "XX1A2"])
    if kind == "vin":
        return "".join(rng.choices("ABCDEFGHJKLMNPRSTUVWXYZ0123456789", k=17))
    return identifier(rng, kind)


def bad(rng, column):
    """A wrong value and the code of its finding."""
    value, code = {
        "text": ("ұ" * 400, "CELL-TEXT-TOO-LONG"), "integer": ("12x34", "CELL-INTEGER"), "decimal": ("1.2.3", "CELL-DECIMAL"),
        "money": ("жүз", "CELL-MONEY"), "percent": ("12,5,1", "CELL-PERCENT"), "date": ("31.02.2026", "CELL-DATE"),
        "choice": ("жоқ нәрсе", "CELL-CHOICE"), "yes_no": ("мүмкін", "CELL-YES-NO"), "url": ("example", "CELL-URL"),
        "iin": ("123", "CELL-IIN"), "bin": ("000000000000", "CELL-BIN"), "bic": ("КZKA", "CELL-BIC"), "vin": ("IOQ", "CELL-VIN"),
    }[column["type"]]
    return (good(rng, column) + "\n" + value if column.get("multiple") else value), code


def title(rng, n):
    kk = " ".join(rng.choices(WORDS_KK, k=rng.randint(1, 6))) + f" {n}"
    ru = " ".join(rng.choices(WORDS_RU, k=rng.randint(1, 6))) + f" {n}"
    return f'{{ kk = "{kk}", ru = "{ru}" }}'


def make_columns(rng, count):
    columns = []
    for i in range(count):
        column = {"id": f"c{i + 1}_{rng.randint(0, 999)}", "number": str(i + 1), "type": rng.choice(TYPES), "required": rng.random() < 0.3}
        if column["type"] == "choice":
            long_list = rng.random() < 0.3
            column["choices"] = [(f"o{k}", f"Таңдау {k} " + "ұзақ атау " * (6 if long_list else 0)) for k in range(rng.randint(2, 12))]
        column["multiple"] = column["type"] in LIST_TYPES and rng.random() < 0.3
        columns.append(column)
    return columns


def make_register(rng, name):
    """Things that bodies report on: code, owner, name in two languages, amount."""
    rows = []
    for i in range(rng.randint(2, 7)):
        owner = "km" if i == 0 or rng.random() < 0.6 else "oam"
        rows.append((f"{name[-1].upper()}-{i + 1}", owner, f"Нысан {i + 1}", f"Объект {i + 1}", f"{rng.randint(1, 99)},{rng.randint(1, 9)}"))
    text = f'''register = "{name}"
provenance = "own"
title = {title(rng, 'R')}
column = [
  {{ id = "code", title = {title(rng, 'a')}, role = "key", required = true }},
  {{ id = "owner", title = {title(rng, 'b')}, role = "organisation", required = true }},
  {{ id = "name_kk", title = {title(rng, 'c')}, role = "title", lang = "kk", required = true }},
  {{ id = "name_ru", title = {title(rng, 'd')}, role = "title", lang = "ru", required = true }},
  {{ id = "amount", title = {title(rng, 'e')}, type = "decimal", scale = 1 }},
]
'''
    return {"id": name, "rows": rows, "toml": text, "csv": "code;owner;name_kk;name_ru;amount\n" + "".join(";".join(r) + "\n" for r in rows)}


def sourced(form, columns, register):
    """The first three columns come from the register; what they hold for the reporting body is `given`."""
    for column, kind in zip(columns, ("text", "text", "decimal")):
        column.update(type=kind, prefilled=True, multiple=False, required=kind == "text")
        column.pop("choices", None)
    ids = [c["id"] for c in columns[:3]]
    form["given"] = [(r[0], r[2], r[3], r[4]) for r in register["rows"] if r[1] == "km"]
    return [f'source = """SELECT r.code AS {ids[0]}, iif(:lang = \'ru\', r.name_ru, r.name_kk) AS {ids[1]}, r.amount AS {ids[2]}',
            f'FROM "{register["id"]}" AS r WHERE r.owner = :organisation ORDER BY r.code"""', f'key = ["{ids[0]}"]', "blank = 4"]


def make_form(rng, name):
    count = rng.randint(2, 40)
    kind = rng.choice(["repeat", "grouped", "fixed"]) if count >= 4 else rng.choice(["repeat", "fixed"])
    columns = make_columns(rng, count)
    if kind == "fixed":
        columns[0].update(type="text", required=True, multiple=False)
    register = make_register(rng, name + "-things") if rng.random() < 0.6 else None
    form = {"id": name, "kind": kind, "columns": columns, "fixed": [], "register": register, "given": [], "required_if": None,
            "stages": rng.choice([[], [], ["draft", "final"]]), "formed": rng.random() < 0.5, "limits": {}, "sum": None, "total": None}
    lines = [f'form = "{name}"', 'edition = "2025"', 'period = "month"', "allow_nil = true", 'provenance = "own"', f"title = {title(rng, 'T')}",
             'law = { kk = "Бұйрық", ru = "Приказ" }', "in_force = { from = 2025-01-01 }",
             'continuation = { kk = "Кестенің жалғасы", ru = "Продолжение таблицы" }']
    if form["stages"]:
        lines += ['stages = ["draft", "final"]', 'previous = "stage"']
    lines += make_rows(rng, form, columns)
    form["rules"] = make_rules(rng, form, columns)
    lines += make_fields(form)
    lines += make_header(rng, form, columns)
    for code, column, check in form["rules"]:
        lines += ["[[rule]]", f'code = "{code}"', f'check = "{check}"', f'message = {{ kk = "Ереже {code}", ru = "Правило {code}" }}']
        lines += [f'column = "{column["id"]}"'] if column else ['scope = "table"']
        if column and rng.random() < 0.5:
            lines.append(f'when = "row.{column["id"]} > 0"')
        if not column and rng.random() < 0.5:
            lines.append('stages = ["final"]')
    lines += make_obligations(rng, form)
    return form, "\n".join(lines) + "\n"


def make_rows(rng, form, columns):
    kind = form["kind"]
    lines = ["[rows]", f'kind = "{kind}"']
    if kind == "repeat" and form["register"] and len(columns) >= 4:
        lines += sourced(form, columns, form["register"])
    if kind == "grouped":
        cut = rng.randint(1, len(columns) - 2)
        form["head"] = [c["id"] for c in columns[:cut]]
        rest = [c["id"] for c in columns[cut:]]
        middle = rng.randint(1, len(rest))
        form["lists"] = [part for part in (rest[:middle], rest[middle:]) if part]
        lines += [f"head = {form['head']}".replace("'", '"'), f"lists = {form['lists']}".replace("'", '"')]
        columns[0]["required"] = True
    if kind == "fixed":
        for i in range(rng.randint(1, 6)):
            form["fixed"].append(f"Жол {i + 1}")
            lines += ["[[rows.fixed]]", f'id = "r{i + 1}"', f"title = {title(rng, i)}", f'values = {{ {columns[0]["id"]} = "Жол {i + 1}" }}']
    return lines


def make_fields(form):
    lines = ["[[field]]", 'id = "responsible"', "required = true", 'title = { kk = "Жауапты орындаушы", ru = "Ответственный исполнитель" }']
    if form["total"]:
        kind = ['type = "integer"'] if form["total"]["type"] == "integer" else ['type = "decimal"', "scale = 4"]
        lines += ["[[field]]", 'id = "grand_total"', 'title = { kk = "Барлығы", ru = "Всего" }', f'total_of = "{form["total"]["id"]}"', *kind]
    if form["register"]:
        lines += ["[[field]]", 'id = "thing_count"', 'title = { kk = "Нысандар саны", ru = "Число объектов" }', 'type = "integer"', 'source = "query"',
                  f'''query = 'SELECT count(*) FROM "{form["register"]["id"]}" WHERE owner = :organisation' ''']
    return lines


def make_header(rng, form, columns):
    lines = []
    for group, parent in make_groups(rng, columns, rng.randint(1, 4)):
        lines += ["[[group]]", f'id = "{group}"', f"title = {title(rng, group)}"] + ([f'parent = "{parent}"'] if parent else [])
    for column in columns:
        lines += ["[[column]]", f'id = "{column["id"]}"', f'number = "{column["number"]}"', f"title = {title(rng, column['number'])}",
                  f'type = "{column["type"]}"', f"width = {rng.randint(6, 30)}"]
        if column.get("group"):
            lines.append(f'group = "{column["group"]}"')
        lines += [f"{key} = true" for key in ("required", "multiple", "prefilled") if column.get(key)]
        if form["required_if"] and form["required_if"][0] is column:
            lines.append(f'required_if = "row.{form["required_if"][1]["id"]} IS NOT NULL"')
        if column["id"] in form["limits"]:
            lines.append(form["limits"][column["id"]][0])
        if form["sum"] and form["sum"][0] is column:
            lines.append(f'sum_of = ["{form["sum"][1]["id"]}", "{form["sum"][2]["id"]}"]')
        if column["type"] == "text":
            lines.append("max_length = 300")
        if column["type"] == "decimal":
            lines.append("scale = 4")
        if column["type"] == "choice":
            items = ", ".join(f'{{ id = "{i}", title = {{ kk = "{t}", ru = "Выбор {i}" }} }}' for i, t in column["choices"])
            lines.append(f"choices = [{items}]")
    return lines


def make_obligations(rng, form):
    name = form["id"]
    base = ['organisations = ["km"]', 'period = "month"', 'law = { kk = "Бұйрық 4", ru = "Приказ 4" }']
    if not form["stages"]:
        return ["[[obligation]]", f'id = "{name}-monthly"', f"title = {title(rng, 'O')}", *base, "due = { day = 20, months_after = 1 }"]
    return ["[[obligation]]", f'id = "{name}-draft"', 'stage = "draft"', f"title = {title(rng, 'D')}", *base, "due = { day = 20, months_after = 1 }",
            "[[obligation]]", f'id = "{name}-final"', 'stage = "final"', f"title = {title(rng, 'F')}", *base, 'event = "accepted"',
            "due = { working_days_after_event = 5 }", 'accept_from = "always"']


def make_groups(rng, columns, depth):
    """Contiguous nested groups over random runs of columns."""
    out = []

    def nest(first, last, level, parent):
        at = first
        while at < last:
            run_length = rng.randint(1, max(1, (last - at + 1) // 2))
            if level < depth and rng.random() < 0.7:
                group = f"g{len(out) + 1}"
                out.append((group, parent))
                for column in columns[at:at + run_length]:
                    column["group"] = group
                nest(at, at + run_length, level + 1, group)
            at += run_length

    if depth > 1:
        nest(0, len(columns), 2, "")
    return out


def make_rules(rng, form, columns):
    numeric = [c for c in columns if c["type"] in ("integer", "decimal", "money", "percent") and not c.get("prefilled")]
    rng.shuffle(numeric)
    make_sums(rng, form, [c for c in numeric if c["type"] != "percent"])
    apart = [*(form["sum"] or ()), form["total"]]
    rules = []
    for n, column in enumerate([c for c in numeric if c not in apart][:rng.randint(0, 3)]):
        if rng.random() < 0.5:
            form["limits"][column["id"]] = ("max = 900000000", 999999999, "CELL-MAX")
            continue
        limit = "900000000" if column["type"] == "integer" else "dec('900000000')"
        rules.append((f"R-{n + 1}", column, f"row.{column['id']} < {limit}"))
    if form["stages"]:
        rules.append(("R-SHRUNK", None, "(SELECT count(*) FROM rows) >= (SELECT count(*) FROM previous)"))
    free = [c for c in columns if not c["required"] and not c.get("prefilled")]
    if form["kind"] == "repeat" and len(free) > 1 and rng.random() < 0.6:
        form["required_if"] = tuple(rng.sample(free, 2))
    return rules


def make_sums(rng, form, numeric):
    """A column that is the sum of two others, and a field that is the sum of a column; limits of dates."""
    for kind in ("integer", "decimal", "money"):
        like = [c for c in numeric if c["type"] == kind]
        if len(like) > 2 and form["kind"] == "repeat" and not form["sum"] and rng.random() < 0.7:
            form["sum"] = tuple(like[:3])  # the sum, its parts
    free = [c for c in numeric if c not in (form["sum"] or ())]
    if free and rng.random() < 0.6:
        form["total"] = free[-1]
    for column in form["columns"]:
        if column["type"] == "date" and not column["multiple"] and rng.random() < 0.5:
            form["limits"][column["id"]] = ("min = 2020-01-01", "31.12.2019", "CELL-EARLY")


def make_total(rng, form):
    """A form that the register forms: how many rows each body reported."""
    stage = " AND _stage = 'draft'" if form["stages"] else ""
    return f'''form = "{form["id"]}-sum"
edition = "2025"
period = "month"
formed = true
provenance = "own"
title = {title(rng, 'S')}
law = {{ kk = "Бұйрық", ru = "Приказ" }}
in_force = {{ from = 2025-01-01 }}
[rows]
source = """SELECT _organisation AS body, count(*) AS lines, iif(:lang = 'ru', 'строк', 'жол') AS unit
FROM "{form["id"]}" WHERE _period = :period{stage} GROUP BY _organisation ORDER BY _organisation"""
[[field]]
id = "reports"
type = "integer"
title = {{ kk = "Есептер", ru = "Отчётов" }}
source = "query"
query = """SELECT count(*) FROM "{form["id"]}.head" WHERE _period = :period{stage}"""
[[column]]
id = "body"
number = "1"
title = {{ kk = "Ұйым", ru = "Организация" }}
[[column]]
id = "lines"
number = "2"
title = {{ kk = "Жолдар", ru = "Строк" }}
type = "integer"
[[column]]
id = "unit"
number = "3"
title = {{ kk = "Өлшем бірлігі", ru = "Единица" }}
[[obligation]]
id = "{form["id"]}-sum"
title = {title(rng, 'S')}
organisations = ["km"]
period = "month"
due = {{ day = 25, months_after = 1 }}
law = {{ kk = "Бұйрық 5", ru = "Приказ 5" }}
'''
