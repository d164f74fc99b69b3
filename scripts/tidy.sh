#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# clang-tidy with the checks of .clang-tidy. usage: scripts/tidy.sh [SOURCE…]   (no name: all sources of src/, half an hour)
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/packages.sh lint
[[ -f build/compile_commands.json ]] || cmake --preset release >/dev/null
if [ $# -gt 0 ]; then printf '%s\n' "$@"; else git ls-files 'src/*.cpp'; fi |
  xargs -P"$(nproc)" -n4 clang-tidy -p build --quiet --extra-arg=-Wno-unknown-warning-option
