# SPDX-License-Identifier: MIT
"""What the simulated office cannot do: every function of app/ that takes an Actor writes, and must be in its repertoire or here with a
reason; and in a year of offices each deed must have been answered. Usage: repertoire.py ROOT SIM"""
import pathlib
import re
import subprocess
import sys

# The functions of core/rights.h ask whether an actor may; they write nothing.
ASKING = {"require_right", "require_body", "require_right_for_all", "require_restore", "require", "require_accounts_right", "require_every_body", "require_summary_right", "refusal"}
REASONS = {
    "init_workspace": "each office begins with it (tests/sim/office.cpp)",
    "add_deed": "record_deed and record_dispatch, which are in the repertoire, write through it",
    **dict.fromkeys(("add", "invite", "set_rights", "set_disabled", "sign_out_everywhere", "ask_code", "ask_no_code", "list", "sign_ins", "write"),
                    "of AccountDesk: accounts stand in a file of their own (tests/unit/app/account_desk_test.cpp, tests/story/account.test)"),
    **dict.fromkeys(("apply_for_place", "import_applications", "make_voucher_paper", "circle_list", "record_in_queue", "run_queue", "voucher_list", "write_queue"),
                    "of queues: their log is a file of its own, with a model, faults and kills of its own (tests/property/queue_histories.py, queue_kills.py, "
                    "tests/unit/app/queue_fault_test.cpp)"),
    "find_report": "it asks compose_report, which is in the repertoire",
}
# They take no Actor, but what they write somebody relies on.
WITHOUT_ACTOR = {"back_up"}


def written_by_actors(root):
    out = set()
    for header in sorted((root / "src/app").rglob("*.h")):
        text = re.sub(r"//[^\n]*", "", header.read_text(encoding="utf-8"))
        for match in re.finditer(r"\b(\w+)\(([^;{}]*?const registry::Actor& actor[^;{}]*?)\)", text, re.S):
            out.add(match.group(1))
    return out - ASKING


def main():
    root, sim = pathlib.Path(sys.argv[1]), sys.argv[2]
    known = set(subprocess.run([sim, "--repertoire"], check=True, capture_output=True, text=True).stdout.split())
    wanted = written_by_actors(root) | WITHOUT_ACTOR
    wrong = [f"tests/sim: nobody does {name} of src/app" for name in sorted(wanted - known - set(REASONS))]
    wrong += [f"tests/sim: {name} is no function of src/app that writes" for name in sorted(known - wanted)]
    wrong += [f"tests/sim/repertoire.py: {name} needs no reason" for name in sorted(set(REASONS) - wanted)]
    if len(wanted) < 25:
        wrong.append("tests/sim/repertoire.py: it no longer finds the functions of src/app")
    lived = subprocess.run([sim, "--seed", "1", "--years", "8"], check=False, capture_output=True, text=True)
    if lived.returncode != 0:
        wrong.append(lived.stdout)
    answered = {line.split()[0] for line in lived.stdout.splitlines() if " answered, " in line and line.split()[1] != "0"}
    wrong += [f"tests/sim: {name} was never answered" for name in sorted(known - answered)]
    print("\n".join(wrong))
    return 1 if wrong else 0


sys.exit(main())
