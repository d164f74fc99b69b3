#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The portal in a real browser: installs, builds, makes a small workspace, serves it, walks through every page and each role's way.
# usage: scripts/browser.sh [--all] [--ways | --walk | --pictures FOLDER] [--shots FOLDER]
#   --all               every page in every language and look, every way in each look; else a share of them
#   --ways, --walk      only that part
#   --pictures FOLDER   instead of both: the pictures of the guides (docs/pictures)
#   --shots FOLDER      keeps a picture of every page
# Code 77: the browser or the packages of npm could not be fetched, so nothing was run. ESEP=… takes a ready binary. The day is always 1 December 2026, so that the same is due.
set -euo pipefail
options=()
for option in "$@"; do
  case $option in
    --all | --ways | --walk | --pictures | --shots) options+=("$option") ;;
    -*) sed -n '4,9s/^# //p' "$0" >&2; exit 64 ;;
    *) mkdir -p "$option"; options+=("$(realpath "$option")") ;;
  esac
done
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8
scripts/packages.sh browser || {
  echo "The browser could not be installed: the browser tests were NOT run." >&2
  exit 77
}
if [[ -z ${ESEP:-} ]]; then
  cmake --preset release >/dev/null
  cmake --build --preset release --target esep
  ESEP=$PWD/build/src/esep
fi
if [[ ! -d tests/browser/node_modules ]]; then
  npm --prefix tests/browser ci --ignore-scripts --no-audit --no-fund >/dev/null || {
    echo "The packages of tests/browser could not be fetched: the browser tests were NOT run." >&2
    exit 77
  }
fi

work=$(mktemp -d)
server=
finish() {
  [[ -n $server ]] && kill "$server" 2>/dev/null && wait "$server" 2>/dev/null
  rm -rf "$work"
}
trap finish EXIT
/usr/bin/python3 tests/browser/workspace.py "$ESEP" "$work"
port=$(/usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
# The program alone has another clock: its day, not its time limits.
printf '#!/bin/sh\nLD_PRELOAD=/usr/\\$LIB/faketime/libfaketime.so.1 FAKETIME="@2026-12-01 10:00:00" FAKETIME_DONT_FAKE_MONOTONIC=1 exec "%s" "$@"\n' "$ESEP" >"$work/esep"
chmod +x "$work/esep"
/usr/bin/python3 scripts/demo/serve.py "$work/esep" "$work/workspace" "127.0.0.1:$port" >"$work/served.txt" 2>&1 &
server=$!
for _ in $(seq 300); do
  grep -qs 'The portal:' "$work/served.txt" && break
  kill -0 "$server" 2>/dev/null || { cat "$work/served.txt" >&2; exit 2; }
  sleep 0.1
done
node tests/browser/portal.mjs "http://127.0.0.1:$port" "${options[@]}"
