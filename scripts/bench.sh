#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Installs what it needs, builds and runs the benchmarks: every case beside bare libraries, in one run, as one Markdown table on
# standard output. usage: scripts/bench.sh [--repeat N] [--only write|read|styled|insert|pdf|pdf-wide|submit]
# BUILD=… takes another build folder, BENCH_DIR=… another place for what is written (a local disk: durable transactions count).
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8
build=${BUILD:-$PWD/build}
scripts/packages.sh bench
cmake --preset release -B "$build" >/dev/null
cmake --build "$build" --target esep esep_bench >&2
folder=$(mktemp -d "${BENCH_DIR:-$build}/bench.XXXXXX")
trap 'rm -rf "$folder"' EXIT
printf '%s, %s processors; load before the run: %s\n\n' "$(date +%F)" "$(nproc)" "$(cut -d' ' -f1-3 /proc/loadavg)"
"$build/tests/bench/esep_bench" "$@" "$folder"
