#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The long runs, more than an hour in all: installs, builds, runs. usage: scripts/soak.sh [CTEST_OPTION…]
#   scripts/soak.sh -N          lists them
#   scripts/soak.sh -R crash    runs those whose name holds "crash"
# docs/testing.md says what each guards. Times and memory of the two benchmarks among them are in their output (-V).
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8
scripts/packages.sh test
cmake --preset release >/dev/null
cmake --build --preset release
ctest --preset soak "$@"
