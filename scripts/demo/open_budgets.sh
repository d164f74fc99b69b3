# SPDX-License-Identifier: MIT
# Part of scripts/demo.sh: one public discussion of a budget programme's passport, from posting to the official report of annex 1.
budgets_out=$out/open-budgets
budgets_samples=tests/samples/open-budgets
mkdir -p "$budgets_out"
on_budgets() { local day=$1; shift; "$ESEP" -w "$budgets_out/workspace" --as "${budgets_user:-portal}" --today "$day" "$@"; }

say "Open budgets: the passport is posted, ten working days begin"
"$ESEP" --as portal --today 2026-01-12 init "$budgets_out/workspace"
on_budgets 2026-01-12 import passports $budgets_samples/passports.csv
on_budgets 2026-01-12 import passport_reports $budgets_samples/passport_reports.csv
on_budgets 2026-01-12 event posted --subject BP-2026-001 --date 2026-01-12
on_budgets 2026-01-12 due --from 2026-01-12 --to 2026-02-28 --subject BP-2026-001

say "Before the discussion is over there is no report"
on_budgets 2026-01-20 render passport-discussion --subject BP-2026-001 --to pdf -o "$budgets_out/too-early.pdf" || [[ $? -eq 2 ]]

say "Proposals, votes, verdicts; then the report of annex 1"
findings_allowed on_budgets 2026-01-29 import proposals $budgets_samples/proposals.csv
findings_allowed on_budgets 2026-04-01 import report_proposals $budgets_samples/report_proposals.csv
on_budgets 2026-01-29 import votes $budgets_samples/votes.csv
on_budgets 2026-01-29 decide U-008 --accept --reason "Қағидалардың 14-тармағына сай." --date 2026-01-29 || [[ $? -eq 1 ]]
budgets_user=programme on_budgets 2026-01-29 answer U-008 --refuse --reason "Келесі жылы қаралады." --date 2026-01-29 || [[ $? -eq 1 ]]
for to in pdf xlsx html; do
  on_budgets 2026-02-10 render passport-discussion --subject BP-2026-001 --to $to -o "$budgets_out/discussion.$to"
done
on_budgets 2026-02-10 blank passport-discussion --to pdf -o "$budgets_out/annex-1-blank.pdf"
