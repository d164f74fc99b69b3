#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The main job on sample data, from nothing on a fresh Debian 12: installs, builds, runs; leaves its results in demo-out/.
# usage: scripts/demo.sh [--serve]    --serve: afterwards the workspace as a portal, with an account for each role, until Ctrl-C
# DEMO_PERIOD=2026-10 DEMO_MONTH=2026-11 shift the dates; DEMO_PARTS=grants leaves out the other forms; ESEP=… takes a ready binary.
set -euo pipefail
cd "$(dirname "$0")/.."
[[ $# -eq 0 || "$*" == --serve ]] || { sed -n '3,4s/^# //p' "$0" >&2; exit 64; }
export LC_ALL=C.UTF-8
if [[ -z ${ESEP:-} ]]; then
  scripts/packages.sh build
  cmake --preset release >/dev/null
  cmake --build --preset release --target esep
  ESEP=$PWD/build/src/esep
fi
out=${DEMO_OUT:-$PWD/demo-out}
period=${DEMO_PERIOD:-2026-10}
month=${DEMO_MONTH:-2026-11}  # the month in which the reports come in
form=tied-grant-usage
samples=tests/samples/tied-grants
rm -rf "$out"
mkdir -p "$out"
ws=$out/workspace

esep() { "$ESEP" -w "$ws" --as demo --today "$month-26" "$@"; }
say() { printf '\n\033[1m== %s\033[0m\n' "$*"; }
# Wrong data is part of the show: exit code 1 means findings, not failure.
findings_allowed() { "$@" || [[ $? -eq 1 ]]; }
blank() { esep blank $form --org "$1" --subject "$2" --period "$period" -o "$out/blank-$2.xlsx"; }
fill() { /usr/bin/python3 $samples/fill.py forms/$form.2025-06.toml "$1" "$out/blank-$2.xlsx" "$out/$3" --set "compiled_on=05.${month#*-}.${month%-*}" "${@:4}"; }
two="two systems with lists of different lengths"

say "A workspace and the register of grants"
"$ESEP" --as demo --today "$month-01" init "$ws"
esep import grants $samples/grants.csv

say "What is due, and why"
esep due --from "$month-01" --to "$month-28" --form $form --org km --explain
esep due --from "$month-01" --to "$month-28" --form $form --ics > "$out/deadlines.ics"

say "Blank workbooks for five agencies"
for pair in km:G-001 oam:G-002 dsm:G-003 KZ-71:G-004 gzhbm:G-006; do blank "${pair%:*}" "${pair#*:}"; done

say "Filled workbooks come back"
fill "$two" G-001 report-on-time.xlsx
fill "nothing to report" G-002 report-nil-late.xlsx
fill "cells that cannot be read as what they should be" G-003 report-with-errors.xlsx
fill "$two" G-004 report-first.xlsx
fill "$two" G-004 report-corrected.xlsx --set "user_count[1]=12 650"

say "On time"
esep submit "$out/report-on-time.xlsx" --received "$month-18T16:05" --incoming "№ 123"
say "Late, with nothing to report"
esep submit "$out/report-nil-late.xlsx" --received "$month-25T09:30"
say "With errors: kept, not accepted; each finding names its cell"
findings_allowed esep check "$out/report-with-errors.xlsx" --annotate "$out/report-with-errors-annotated.xlsx"
findings_allowed esep submit "$out/report-with-errors.xlsx" --received "$month-19T11:00"
say "Received, then corrected: revision 2"
esep submit "$out/report-first.xlsx" --received "$month-17T10:00"
esep submit "$out/report-corrected.xlsx" --received "$month-19T15:20"

say "Who reported, who is late, who is missing"
findings_allowed esep status $form --period "$period"
findings_allowed esep status $form --period "$period" --json > "$out/status.json"
findings_allowed esep status $form --period "$period" --to xlsx -o "$out/status.xlsx"
findings_allowed esep status $form --period "$period" --to pdf -o "$out/status.pdf"

say "The official paper"
for to in pdf xlsx html json csv; do
  esep render $form --org km --subject G-001 --period "$period" --to $to -o "$out/report-km.$to"
done
esep --paper-lang ru render $form --org km --subject G-001 --period "$period" --to pdf -o "$out/report-km-ru.pdf"
esep render receipt S-000001 --to pdf -o "$out/receipt-km.pdf"
esep render receipt S-000003 --to pdf -o "$out/receipt-rejected.pdf"
esep history | tail -n 5

if [[ ${DEMO_PARTS:-all} == all ]]; then
  for part in scripts/demo/*.sh; do source "$part"; done
fi

cat <<LIST

Left in $out:
  workspace/                          the register (esep.db) and the overlay folders
  blank-G-*.xlsx                      blank workbooks as handed out
  report-on-time.xlsx                 filled, received in time
  report-nil-late.xlsx                nothing to report, received late
  report-with-errors.xlsx             filled wrongly; report-with-errors-annotated.xlsx shows the cells
  report-first.xlsx, -corrected.xlsx  revision 1 and 2 of one report
  report-km.pdf .xlsx .html .json .csv, report-km-ru.pdf   the official paper in each output
  receipt-km.pdf, receipt-rejected.pdf  receipts
  status.json .xlsx .pdf              who reported, who is late, who is missing
  deadlines.ics                       deadlines for a calendar program
  report-after-return.xlsx            the corrected workbook; changes-km.html .xlsx .pdf show what changed
  assess.txt, questionnaire.xlsx      the assessment as told, and as a workbook to go on with
  letter-km.pdf .html, -ru.pdf        the recommendations letter with its annex
  blank-next-G-001.xlsx               the next month's blank with what was recommended
  addresses.csv                       where reminders go
  reminders/                          mails (.eml) with the blank in them, a letter (.pdf) with its blank beside
  view.pdf .xlsx                      grants and months for the authorised body
  circles/                            plans of children's circles: four stages, what changed, the country's paper
  open-budgets/                       one public discussion: the official report of annex 1, blank and filled
  roadmap/                            a half-year of the roadmap: blanks, filled workbooks, summary and the Government's paper
LIST

if [[ "$*" == --serve ]]; then exec /usr/bin/python3 scripts/demo/serve.py "$ESEP" "$ws" "${DEMO_LISTEN:-127.0.0.1:8080}"; fi
