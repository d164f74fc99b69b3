# SPDX-License-Identifier: MIT
# A half-year of the roadmap "Children of Kazakhstan", sourced by scripts/demo.sh: blanks for every executor, workbooks back
# (late, missing, with errors, corrected), the consolidated information for the Government.
roadmap_out=$out/roadmap
roadmap_form=forms/roadmap-status.2024.toml
mkdir -p "$roadmap_out"
on() { local day=$1; shift; "$ESEP" -w "$roadmap_out/workspace" --as ministry --today "$day" "$@"; }
fill_roadmap() { /usr/bin/python3 tests/samples/roadmap/fill.py $roadmap_form "$@"; }

say "The roadmap: a workspace of the ministry, and the earlier half-year"
"$ESEP" --as ministry --today 2025-12-20 init "$roadmap_out/workspace"
on 2025-12-20 blank roadmap-status --period 2025-H2 --all -o "$roadmap_out/blanks-2025-H2" | tail -n 1
fill_roadmap "$roadmap_out/blanks-2025-H2" "$roadmap_out/filled-2025-H2"
findings_allowed on 2026-01-05 submit "$roadmap_out"/filled-2025-H2/*.xlsx --received 2026-01-04T10:00 > "$roadmap_out/submit-2025-H2.txt" 2>&1

say "One measure, and who carries it out"
on 2026-06-20 register show children-2024-2026 --measure 16

say "Blank workbooks for every executor"
on 2026-06-20 blank roadmap-status --period 2026-H1 --all -o "$roadmap_out/blanks" | tail -n 2
fill_roadmap "$roadmap_out/blanks" "$roadmap_out/filled" --mistakes KZ-35
fill_roadmap "$roadmap_out/blanks" "$roadmap_out/corrected"

say "In time: all but three; one of them has errors"
mkdir -p "$roadmap_out/late"
rm "$roadmap_out"/filled/*KZ-62*  # never comes
mv "$roadmap_out"/filled/*KZ-11* "$roadmap_out"/filled/*mam* "$roadmap_out/late"
findings_allowed on 2026-07-06 submit "$roadmap_out"/filled/*.xlsx --received 2026-07-03T10:00 > "$roadmap_out/submit.txt" 2>&1
grep -F 'KZ-35_' "$roadmap_out/submit.txt"
say "Late: two"
findings_allowed on 2026-07-10 submit "$roadmap_out"/late/*.xlsx --received 2026-07-09T10:00
say "The one with errors, corrected"
findings_allowed on 2026-07-10 submit "$roadmap_out"/corrected/*KZ-35*.xlsx --received 2026-07-10T11:00

say "Who reported, who is late, who is missing"
findings_allowed on 2026-07-14 status roadmap-status --period 2026-H1

say "The summary with charts, and the consolidated information for the Government"
for to in pdf xlsx html json; do
  on 2026-07-14 summary roadmap --period 2026-H1 --since 2025-H2 --to $to -o "$roadmap_out/summary.$to"
done
on 2026-07-14 --paper-lang ru summary roadmap --period 2026-H1 --since 2025-H2 --to pdf -o "$roadmap_out/summary-ru.pdf"
on 2026-07-14 render roadmap-consolidated --org oam --period 2026-H1 --to pdf -o "$roadmap_out/consolidated.pdf"
on 2026-07-14 --paper-lang ru render roadmap-consolidated --org oam --period 2026-H1 --to xlsx -o "$roadmap_out/consolidated-ru.xlsx"
