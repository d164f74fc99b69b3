#!/usr/bin/env bash
# The long runs: 200 random forms, renamed ids and roadmap half-years under ten seeds, a roadmap of 104,000 rows, circle plans of
# 20 operators × 500 rows, 1,000 damages to a register, 500 kills, a fault at every write of SQLite, a big discussion. Needs the build that
# scripts/test.sh makes.
set -euo pipefail
cd "$(dirname "$0")/.."
export ESEP=$PWD/build/src/esep PYTHONDONTWRITEBYTECODE=1
/usr/bin/python3 tests/property/random_forms.py 200 7
for seed in $(seq 1 10); do /usr/bin/python3 tests/property/renamed_ids.py "$PWD" "$seed"; done
for seed in $(seq 1 10); do /usr/bin/python3 tests/story/roadmap_half_year.py "$PWD" "$seed"; done
/usr/bin/python3 tests/bench/roadmap_bench.py "$PWD" 200
/usr/bin/python3 tests/story/circle_plans.py "$PWD" 500
/usr/bin/python3 tests/property/damage.py "$PWD" 1000
/usr/bin/python3 tests/property/crash.py "$PWD" 500
/usr/bin/python3 tests/property/together.py "$PWD" 25
ESEP_FAULTS=all build/tests/esep_test_registry "a disk*,power that goes*"
# A discussion of 50,000 votes and 5,000 proposals: seconds and peak memory of each command.
/usr/bin/python3 tests/bench/big_discussion.py "$PWD" 50000 5000
