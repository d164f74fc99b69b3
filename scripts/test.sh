#!/usr/bin/env bash
# All tests on a fresh Debian 12: installs, builds, runs; then everything again under AddressSanitizer and UBSan.
# scripts/test.sh [quick]   quick: only the plain build.
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8
scripts/packages.sh test

echo "== build"
cmake -S . -B build -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo >/dev/null
ninja -C build
echo "== tests"
ctest --test-dir build --output-on-failure -j2
[[ ${1:-} == quick ]] && exit 0

echo "== build with sanitizers"
cmake -S . -B build-asan -G Ninja -DCMAKE_BUILD_TYPE=Debug -DESEP_SANITIZE=ON >/dev/null
ninja -C build-asan
echo "== tests with sanitizers"
LSAN_OPTIONS=suppressions=$PWD/tests/support/lsan.supp:print_suppressions=0 ctest --test-dir build-asan --output-on-failure -j2 \
  -E '^(lint_.*|layers|messages|form_format|findings_doc|docs_links|roadmap_wording|property_roadmap_bench|property_big_discussion|property_matrix_test|property_crash_test)$'  # texts, volumes, hundreds of processes: nothing that the others do not drive
