#!/usr/bin/env bash
# clang-tidy over all sources, or those named, with the checks of .clang-tidy; needs a configured build/ (scripts/test.sh makes one).
set -euo pipefail
cd "$(dirname "$0")/.."
if [ $# -gt 0 ]; then printf '%s\n' "$@"; else git ls-files 'src/*.cpp'; fi |
  xargs -P"$(nproc)" -n4 clang-tidy -p build --quiet --extra-arg=-Wno-unknown-warning-option
