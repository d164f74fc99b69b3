#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# All ordinary tests, from nothing on a fresh Debian 12: installs, builds, runs. usage: scripts/test.sh [quick|office]
#   quick   only unit tests, lint tests and the stories of the command line
#   office  only those for which LibreOffice reads or writes files: the ordinary run leaves them out, .ci/run has them
# The sanitizers are in scripts/sanitize.sh, the long runs in scripts/soak.sh; docs/testing.md says what each guards.
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8
preset=${1:-release}
[[ $preset =~ ^(release|quick|office)$ ]] || { sed -n '3,5s/^# //p' "$0" >&2; exit 64; }
scripts/packages.sh test
cmake --preset release >/dev/null
cmake --build --preset release
ctest --preset "$preset"
