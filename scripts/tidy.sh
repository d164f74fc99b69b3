#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# clang-tidy with the checks of .clang-tidy. usage: scripts/tidy.sh [SOURCE…]   (no name: all sources of src/, half an hour)
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/packages.sh lint
# clang cannot read the precompiled headers of g++: a folder that is only configured, without them.
cmake -S . -B build-tidy -G Ninja -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON >/dev/null
if [ $# -gt 0 ]; then printf '%s\n' "$@"; else git ls-files 'src/*.cpp'; fi |
  xargs -P"$(nproc)" -n4 clang-tidy -p build-tidy --quiet --extra-arg=-Wno-unknown-warning-option
