#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The tests under AddressSanitizer and UndefinedBehaviorSanitizer: installs, builds into build-asan/, runs.
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8
scripts/packages.sh test
cmake --preset asan >/dev/null
cmake --build --preset asan
ctest --preset asan
