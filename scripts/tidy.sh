#!/usr/bin/env bash
# clang-tidy over all sources with the checks of .clang-tidy; needs a configured build/ (scripts/test.sh makes one).
set -euo pipefail
cd "$(dirname "$0")/.."
git ls-files 'src/*.cpp' | xargs -P2 -n4 clang-tidy -p build --quiet
