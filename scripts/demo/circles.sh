# SPDX-License-Identifier: MIT
# Financing plans of children's creative circles for 2027, sourced by scripts/demo.sh: draft, approval, opening volume, additional
# financing; what the versions change; the country's paper.
circles_out=$out/circles
mkdir -p "$circles_out"
circles() { "$ESEP" -w "$circles_out/workspace" --as culture --today 2027-03-01 "$@"; }

say "Circle plans: four operators, four stages"
"$ESEP" --as culture --today 2026-10-01 init "$circles_out/workspace"
/usr/bin/python3 tests/samples/circle-plans/fill.py forms/circle-plan.2027-01.toml --all "$ESEP" "$circles_out/workspace" "$circles_out/filled" --year 2027
# Each event is recorded on its day.
while read -r -a event; do "$ESEP" -w "$circles_out/workspace" --as culture --today "${event[-1]}" "${event[@]}"; done < "$circles_out/filled/events.txt"
hand_in() { local day=$1 stage=$2; shift 2; "$ESEP" -w "$circles_out/workspace" --as culture --today "$day" submit "$circles_out"/filled/*."$stage".xlsx --received "${day}T10:00" > "$circles_out/submit-$stage.txt" 2>&1; }
hand_in 2026-10-28 draft
say "Three mistakes in one approved plan: kept, not accepted"
findings_allowed hand_in 2026-12-12 approved.mistakes
grep -E "error|ошибка|қате" "$circles_out/submit-approved.mistakes.txt"
hand_in 2026-12-16 approved
hand_in 2027-01-05 opening
hand_in 2027-05-13 additional
hand_in 2027-06-10 additional.2


say "What approval changed in the draft of one operator"
findings_allowed circles show S-000008 --diff S-000003 > "$circles_out/approved-against-draft.txt"
head -n 12 "$circles_out/approved-against-draft.txt"
say "Who published in time"
findings_allowed circles status circle-plan --period 2027 --stage approved | head -n 6
say "The country's paper"
for to in pdf xlsx html; do circles summary circle-plan --period 2027 --to $to -o "$circles_out/summary.$to"; done
circles --paper-lang ru summary circle-plan --period 2027 --to pdf -o "$circles_out/summary-ru.pdf"
