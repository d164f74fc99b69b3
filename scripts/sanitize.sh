#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The tests under AddressSanitizer and UndefinedBehaviorSanitizer: installs, builds into build-asan/, runs. usage: scripts/sanitize.sh [all]
#   all   also the tests that start hundreds of processes
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8
[[ ${1:-} == "" || $1 == all ]] || { sed -n '3,4s/^# //p' "$0" >&2; exit 64; }
scripts/packages.sh test
cmake --preset asan >/dev/null
cmake --build --preset asan
ctest --preset "asan${1:+-all}"
