#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Formats the C++ files that changed and lets clang-tidy read the changed sources. Changed is what differs from the branch `main`, or,
# on `main` itself, from the last commit; new files count too. usage: scripts/fix.sh [--format] [SINCE]
#   --format   formats only, in a second; clang-tidy takes about ten seconds for each source
#   SINCE      another commit to compare with
set -euo pipefail
cd "$(dirname "$0")/.."
tidy=yes
[[ ${1:-} == --format ]] && { tidy=no; shift; }
scripts/packages.sh lint
since=${1:-}
for name in main origin/main HEAD; do
  [[ -n $since ]] || since=$(git merge-base HEAD "$name" 2>/dev/null) || true
done
mapfile -t files < <({
  git diff --name-only --diff-filter=d "$since" -- '*.cpp' '*.h'
  git ls-files --others --exclude-standard -- '*.cpp' '*.h'
} | sort -u)
[[ ${#files[@]} -gt 0 ]] || { echo "No C++ file changed since ${since:0:12}."; exit 0; }
clang-format -i "${files[@]}"
echo "formatted: ${files[*]}"
[[ $tidy == yes ]] || exit 0
mapfile -t sources < <(printf '%s\n' "${files[@]}" | grep '\.cpp$' || true)
[[ ${#sources[@]} -eq 0 ]] || scripts/tidy.sh "${sources[@]}"
