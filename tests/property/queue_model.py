#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The independent model of a queue: written from the order and docs/queues.md, it knows nothing of src/. It recomputes by filtering what the program keeps in order.
usage: queue_model.py CALENDAR.csv POLICY.toml … < LOG.csv"""
import bisect, csv, datetime as dt, decimal, hashlib, sys, tomllib

DAY, EPOCH, CENT = dt.timedelta(1), dt.datetime(1970, 1, 1), decimal.Decimal("0.01")
CAUSES = ("voucher", "withdrawn", "not_confirmed", "outgrown", "annulled", "returned", "priority")
zone = lambda date: 6 if date <= dt.date(2024, 2, 29) else 5
micros = lambda local: (local - EPOCH) // dt.timedelta(microseconds=1) - zone(local.date()) * 3600_000_000
def local(us): return EPOCH + dt.timedelta(microseconds=us, hours=6 if us < micros(dt.datetime(2024, 3, 1)) - 3600_000_000 else 5)
def md(date): return f"{date:%m-%d}"
def dated(year, text): return dt.date(year, *map(int, text.split("-")))
def birthday(born, age): return dt.date(born.year + age, 3, 1) if md(born) == "02-29" and (born.year + age) % 4 else born.replace(year=born.year + age)
def plus_months(date, n):
    year, month = divmod(date.year * 12 + date.month - 1 + n, 12)
    return next(dt.date(year, month + 1, d) for d in range(date.day, 0, -1) if d <= 28 or (dt.date(year, month + 1, 28) + (d - 28) * DAY).month == month + 1)
def load_calendar(path):
    off = {r["date"]: r["kind"] for r in csv.DictReader(open(path, encoding="utf-8"))}
    days = (dt.date(2021, 1, 1) + n * DAY for n in range(2556))
    return [d for d in days if off.get(d.isoformat(), "working_weekend" if d.weekday() < 5 else "off") == "working_weekend"]

class Model:
    def __init__(self, policies, working):
        self.policies, self.working, self.now = sorted(({**p, "is": {s["name"]: s["is"] for s in p["switch"]}} for p in policies), key=lambda p: (p["queue"], p["from"])), working, None
        self.queues = sorted({p["queue"] for p in policies})
        self.circles, self.apps, self.vouchers, self.funds, self.stops, self.runs, self.refused, self.events = {}, {}, [], {}, [], [], [], 0
    def policy(self, queue, day):
        editions = [p for p in self.policies if p["queue"] == queue]
        return next((p for p in reversed(editions) if p["from"] <= day), editions[0])
    def reads(self, policy, name): return policy["is"][name]
    def of(self, app, day): return self.policy(self.circles[app["circle"]]["queue"], day)
    def nth_working(self, day, n): return self.working[bisect.bisect_right(self.working, day) + n - 1]
    def waiting(self, circle): return sorted((a for a in self.apps.values() if a["circle"] == circle and a["state"] == "waiting"), key=lambda a: a["key"])
    def in_season(self, p, day):
        if "season" not in p: return True
        opens = dated(day.year, p["season"]["from"])
        if self.reads(p, "season_opens") == "first_working_day": opens = self.nth_working(opens - DAY, 1)
        return opens <= day <= dated(day.year, p["season"]["to"])
    def stopped(self, p, region): return any(s["to"] is None and (not s["region"] or s["region"] == region or self.reads(p, "stop_by_region") == "no") for s in self.stops)
    def move(self, app, cause):
        for other in self.apps.values():
            if other["circle"] == app["circle"] and other["key"] > app["key"]:
                other["causes"][cause] = other["causes"].get(cause, 0) + (1 if cause in ("returned", "priority") else -1)
                if cause not in ("returned", "priority"): other["gone"].add(app["ref"])
    def stand(self, app, us, cause, day):
        p = self.of(app, day)
        if cause == "priority" or self.reads(p, "returned_stands") == "end":
            ids = [c["id"] for c in p.get("priority", [])]
            rank, over = ids.index(app["priority"]) if app["priority"] else len(ids), self.reads(p, "priority_overtakes") == "yes"
            lot = hashlib.sha256(app["ref"].encode()).hexdigest() if self.reads(p, "equal_times") == "lot" else ""
            app.update(since=us, key=(rank if over else 0, us, 0 if over else rank, lot, app["number"]), causes={}, gone=set())
            app["before"] = {a["ref"] for a in self.waiting(app["circle"]) if a["key"] < app["key"]}
        self.move(app, cause)
        app["state"] = "waiting"
    def leave(self, app, state, us, day):
        if app["state"] == "waiting": self.move(app, state)
        elif app["voucher"]: self.end(app["voucher"], state, us, day)
        app["state"] = state
    def end(self, v, state, us, day):
        circle, unused = self.circles[v["circle"]], v["state"] == "valid"
        months = v["months"] if unused else min(v["months"], 12 - day.month) if day.year == v["issued"].year else 0
        if v["amount"]: self.funds[circle["operator"], v["issued"].year][1] += v["norm"] * months
        if unused and (state != "recalled" or self.reads(self.policy(circle["queue"], day), "recalled_place") == "free"): circle["free"].append(v["place"])
        v.update(state=state, ended=us)
    def pass_time(self, until):
        day = local(self.now).date()
        while micros(dt.datetime.combine(day, dt.time())) <= until:
            due = {(micros(dt.datetime.combine(day, dt.time())), 0, "")}
            due |= {(micros(dt.datetime.combine(day, dt.time.fromisoformat(self.policy(q, day)["run_at"]))), 1, q) for q in self.queues}
            due |= {(v["expires"], 0, "") for v in self.vouchers if v["state"] == "valid" and v["expires"] and local(v["expires"]).date() == day}
            for us, run, queue in sorted(due):
                if not self.now < us <= until: continue
                for v in self.vouchers:
                    if v["state"] == "valid" and v["expires"] == us: self.leave(v["app"], "expired", us, day)
                if run: self.distribute(queue, day)
                elif local(us).time() == dt.time(): self.midnight(day, us)
            day += DAY
        self.now = until
    def midnight(self, day, us):
        last = day - DAY
        for queue in self.queues:
            p = self.policy(queue, last)
            for start, to in self.windows(p, last.year):
                if to != last: continue
                for a in list(self.apps.values()):
                    if a["state"] == "waiting" and self.circles[a["circle"]]["queue"] == queue and self.must_confirm(a, p, start, to) and a["confirmed"] < micros(dt.datetime.combine(start, dt.time())):
                        self.leave(a, "not_confirmed", us, day)
        for a in self.apps.values():
            if a["state"] == "waiting" and a["outgrows"] == day and self.reads(self.of(a, day), "outgrown") == "leaves": self.leave(a, "outgrown", us, day)
    def windows(self, p, year):
        for w in p.get("window", []):
            to = dated(year, w["to"])
            yield dated(year, w["from"]), to + DAY if w["to"] == "02-28" and (to + DAY).day == 29 and self.reads(p, "leap_day") == "yes" else to
    def must_confirm(self, app, p, start, to):
        if "confirmation" not in p: return False
        measured, since = start if self.reads(p, "waiting_measured_on") == "first_day" else to, local(app["since"]).date()
        region, stopped = self.circles[app["circle"]]["region"], 0
        if self.reads(p, "restricted_time_counts") == "no":
            hit = lambda s: not s["region"] or s["region"] == region or self.reads(p, "stop_by_region") == "no"
            spans = [(local(s["from"]).date(), local(s["to"]).date() if s["to"] else dt.date.max) for s in self.stops if hit(s)]
            stopped = sum(any(a <= since + n * DAY < b for a, b in spans) for n in range((measured - since).days))
        return plus_months(since, p["confirmation"]["months"]) + stopped * DAY < measured
    def distribute(self, queue, day):
        p, held, given, offers, read, made = self.policy(queue, day), {}, 0, {}, [], []
        read.append(f"run {queue} {p['edition']} {day}")
        mine = {code: c for code, c in sorted(self.circles.items()) if c["queue"] == queue}
        season = self.in_season(p, day)
        for code, c in mine.items() if season else ():
            line = self.waiting(code) if c["free"] else []
            if not line: continue
            read.append(f"circle {code} {','.join(map(str, sorted(c['free'])))}")
            reason = "restriction" if self.stopped(p, c["region"]) else "no_fund" if "money" in p and (c["operator"], day.year) not in self.funds else None
            if reason: held.setdefault((c["operator"], reason), set()).add(code)
            else: offers.setdefault(c["operator"], []).extend((code if self.reads(p, "money_short") == "by_circle" else "", a["key"], code, a) for a in line[:len(c["free"])])
        read += [f"money {op} {day.year} {self.funds[op, day.year][1]:.2f}" for op in sorted(offers) if "money" in p]
        for op in sorted(offers):
            rest = sorted(offers[op], key=lambda o: o[:2])
            for n, (_, _, code, app) in enumerate(rest):
                read.append(f"candidate {app['ref']} {code}")
                months = (12 if self.reads(p, "amount_from") == "next_month" else 13) - day.month if "money" in p else 0
                amount = mine[code]["norm"] * months
                if "money" in p and amount > self.funds[op, day.year][1]:
                    held[op, "money"] = {o[2] for o in rest[n:]}
                    break
                made.append(self.issue(p, app, code, day, months, amount))
                given += 1
        made += [f"held {op} {reason} {len(codes)}" for (op, reason), codes in sorted(held.items())]
        why = "-" if given else "season" if not season else next((r for r in ("restriction", "no_fund", "money") if any(k[1] == r for k in held)), None)
        why = why or ("no_places" if any(self.waiting(code) for code in mine) else "nobody")
        self.runs.append(f"run {queue} {day} {given} {why} " + " ".join(hashlib.sha256("".join(x + "\n" for x in lines).encode()).hexdigest() for lines in (read, made)))
    def issue(self, p, app, code, day, months, amount):
        circle, until, expires = self.circles[code], None, None
        if p["voucher"]["working_days"]:
            until = self.nth_working(day, p["voucher"]["working_days"])
            if "season" in p and self.reads(p, "voucher_outlives_season") == "no": until = min(until, dated(day.year, p["season"]["to"]))
            ends = (until + DAY, dt.time()) if self.reads(p, "last_day_ends") == "midnight" or until == day else (until, dt.time.fromisoformat(p["run_at"]))
            expires = micros(dt.datetime.combine(*ends))
        place = min(circle["free"])
        circle["free"].remove(place)
        v = dict(id=f"V-{len(self.vouchers) + 1:07}", app=app, circle=code, place=place, issued=day, until=until, expires=expires, months=months, norm=circle["norm"], amount=amount, state="valid", ended=None)
        if "money" in p: self.funds[circle["operator"], day.year][1] -= amount
        self.vouchers.append(v)
        self.move(app, "voucher")
        app.update(state="voucher", voucher=v)
        return f"voucher {v['id']} {app['ref']} {code}#{place} {amount:.2f} {until or '-'}"
    def take(self, e):
        """One row of the log; a code if it is refused."""
        us, self.events = micros(dt.datetime.fromisoformat(e["at"])), self.events + 1
        code = "QUEUE-TIME" if self.now is not None and us < self.now else None
        if not code:
            if self.now is None: self.now = us
            self.pass_time(us)
            code = getattr(self, "on_" + e["kind"])(e, us, local(us).date())
        if code: self.refused.append(f"refused {self.events} {code}")
    def on_run(self, e, us, day): pass
    def on_circle(self, e, us, day):
        if all(p["queue"] != e["queue"] for p in self.policies): return "QUEUE-UNKNOWN"
        fixed = {k: e[k] for k in ("queue", "operator", "region", "age_from", "age_to")}
        old = self.circles.setdefault(e["ref"], dict(fixed, free=[], next=1))
        if any(old[k] != fixed[k] for k in fixed): return "QUEUE-CIRCLE-FIXED"
        old["norm"] = decimal.Decimal(e["amount"] or "0")
    def on_fund(self, e, us, day):
        fund = self.funds.setdefault((e["operator"], int(e["count"])), [decimal.Decimal(0)] * 2)
        self.funds[e["operator"], int(e["count"])] = [fund[0] + decimal.Decimal(e["amount"]), fund[1] + decimal.Decimal(e["amount"])]
    def on_apply(self, e, us, day):
        if e["ref"] in self.apps: return "QUEUE-APPLICATION-TWICE"
        if e["circle"] not in self.circles: return "QUEUE-CIRCLE"
        circle, born = self.circles[e["circle"]], dt.date.fromisoformat(e["born"])
        p = self.policy(circle["queue"], day)
        if e["priority"] and e["priority"] not in [c["id"] for c in p.get("priority", [])]: return "QUEUE-PRIORITY"
        if self.reads(p, "parents_apply_while_stopped") == "no" and (not self.in_season(p, day) or self.stopped(p, circle["region"])): return "QUEUE-STOPPED"
        outgrows = birthday(born, int(circle["age_to"]) + 1)
        if not birthday(born, int(circle["age_from"])) <= day < outgrows: return "QUEUE-AGE"
        other = self.live(e["child"], p["group"], day)
        if other and (other["state"] == "waiting" or self.reads(p, "voucher_holder_applies") == "no"): return "QUEUE-CHILD-TWICE"
        if other: self.leave(other, "withdrawn", us, day)
        self.apps[e["ref"]] = app = dict(e, state="new", voucher=None, outgrows=outgrows, confirmed=0, number=len(self.apps) + 1)
        self.stand(app, us, "priority", day)
    def live(self, child, group, day, but=None):
        return next((a for a in self.apps.values() if a["child"] == child and a["state"] in ("waiting", "voucher") and a is not but and self.of(a, day)["group"] == group), None)
    def on_withdraw(self, e, us, day, state="withdrawn"):
        if e["ref"] not in self.apps: return "QUEUE-APPLICATION"
        if self.apps[e["ref"]]["state"] not in ("waiting", "voucher", "placed"): return "QUEUE-NOT-LIVE"
        self.leave(self.apps[e["ref"]], state, us, day)
    def on_annul(self, e, us, day): return self.on_withdraw(e, us, day, "annulled")
    def on_confirm(self, e, us, day):
        if e["ref"] not in self.apps: return "QUEUE-APPLICATION"
        app = self.apps[e["ref"]]
        if app["state"] != "waiting": return "QUEUE-NOT-LIVE"
        if not any(a <= day <= b for a, b in self.windows(self.of(app, day), day.year)): return "QUEUE-CONFIRM-CLOSED"
        app["confirmed"] = us
    def on_vacate(self, e, us, day):
        if e["ref"] not in self.circles: return "QUEUE-CIRCLE"
        circle, since, count = self.circles[e["ref"]], dt.date.fromisoformat(e["day"]), int(e["count"])
        if count < 1: return "QUEUE-COUNT"
        if since > day: return "QUEUE-VACATED-LATER"
        circle["free"] += range(circle["next"], circle["next"] + count)
        circle["next"] += count
        if day > self.nth_working(since, self.policy(circle["queue"], day)["vacated_within"]): return "QUEUE-VACATED-LATE"
    def voucher(self, e, states):
        v = next((v for v in self.vouchers if v["id"] == e["ref"]), None)
        if not v: return v, "QUEUE-VOUCHER"
        if v["state"] in states: return v, None
        return v, "QUEUE-VOUCHER-LAPSED" if v["state"] == "expired" else "QUEUE-VOUCHER-ENDED"
    def on_contract(self, e, us, day):
        v, code = self.voucher(e, ("valid",))
        if code: return code
        v.update(state="used", ended=us)
        v["app"]["state"] = "placed"
    def on_recall(self, e, us, day):
        v, code = self.voucher(e, ("valid", "used"))
        if code: return code
        self.end(v, "recalled", us, day)
        app, p = v["app"], self.of(v["app"], day)
        app.update(state="recalled", voucher=None)
        if not self.live(app["child"], p["group"], day) and (day < app["outgrows"] or self.reads(p, "outgrown") == "stays"): self.stand(app, us, "returned", day)
    def on_stop(self, e, us, day):
        if any(s["region"] == e["region"] and s["to"] is None for s in self.stops): return "QUEUE-STOP-TWICE"
        self.stops.append({"region": e["region"], "from": us, "to": None})
    def on_resume(self, e, us, day):
        stop = next((s for s in self.stops if s["region"] == e["region"] and s["to"] is None), None)
        if not stop: return "QUEUE-STOP-NONE"
        stop["to"] = us
    def text(self):
        join = lambda items: ",".join(map(str, items)) or "-"
        out = [f"circle {code} free={join(sorted(c['free']))} next={c['next']} waiting={join(a['ref'] for a in self.waiting(code))}" for code, c in sorted(self.circles.items())]
        out += [f"application {r} {a['state']} {a['circle']} {len(a['before'])}" for r, a in sorted(self.apps.items())]
        for ref, a in sorted(self.apps.items()):
            if a["state"] != "waiting": continue
            ahead = {w["ref"] for w in self.waiting(a["circle"]) if w["key"] < a["key"]}
            assert len(ahead) == len(a["before"]) + sum(a["causes"].values()), (ref, a)
            causes = [f"{c}={a['causes'][c]}" for c in CAUSES if a["causes"].get(c)]
            out.append(" ".join([f"position {ref} {len(ahead) + 1} {len(a['before'] - a['gone'])} {len(a['before'] & a['gone'] & ahead)}", *causes]))
        out += [f"voucher {v['id']} {v['app']['ref']} {v['circle']}#{v['place']} {v['issued']} {v['until'] or '-'} {v['amount']:.2f} {v['state']} {v['ended'] if v['ended'] is not None else '-'}" for v in self.vouchers]
        out += [f"fund {op} {year} {f[0]:.2f} {f[1]:.2f}" for (op, year), f in sorted(self.funds.items())]
        return out + self.runs + self.refused

def read_policies(paths):
    return [tomllib.load(open(path, "rb")) for path in paths]

def histories(rows):
    """The logs of a file: a row of the kind `history` begins the next one."""
    log = []
    for row in rows:
        if row["kind"] == "history":
            yield log
            log = []
        else: log.append(row)
    yield log

def fold(log, policies, working):
    model = Model(policies, working)
    for row in log: model.take(row)
    return model.text()

if __name__ == "__main__":
    for log in histories(csv.DictReader(sys.stdin)): print("\n".join(["history", *fold(log, read_policies(sys.argv[2:]), load_calendar(sys.argv[1]))]))
