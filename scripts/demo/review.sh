# SPDX-License-Identifier: MIT
# Part of scripts/demo.sh: one report through return, correction, second review, approval, letter, follow-up and reminder.
by() { "$ESEP" -w "$ws" --as "$1" --today "$2" "${@:3}"; }
month_after() { local y=${1%-*} m=$((10#${1#*-} + 1)); ((m <= 12)) || { y=$((y + 1)) m=1; }; printf '%04d-%02d' "$y" "$m"; }

demo_review() {
  local first=S-000001 second reviewer="A. Reviewer" head="A. Head" agency="KM Agency" next
  next=$(month_after "$month")

  say "What waits for a review, and how many of the ten working days are left"
  findings_allowed by "$reviewer" "$month-26" review list
  by "$reviewer" "$month-26" review open $first
  by "$reviewer" "$month-26" note $first --cell L15 --item UR-12 --text "Пайдаланушылар санын нақтылаңыз; қабылдау актісін көрсетіңіз."
  by "$reviewer" "$month-26" review return $first --text "Ескертулер бойынша түзетіңіз."

  say "The agency corrects it; the reviewer sees what changed, cell by cell"
  fill "$two" G-001 report-after-return.xlsx --set "user_count[1]=12 650" --set "trial_outcomes[1]=№ 7 акт, көшірмесі қоса берілді"
  by "$agency" "$month-27" submit "$out/report-after-return.xlsx" --received "$month-27T10:15" --incoming "№ 141"
  second=$(by "$reviewer" "$month-27" review list --json | /usr/bin/python3 -c 'import json, sys; print(next(r["submission"] for r in json.load(sys.stdin)["reviews"] if r["changed_since"] == "'$first'"))')
  by "$reviewer" "$month-27" show "$second" --diff $first
  for to in html xlsx pdf; do by "$reviewer" "$month-27" show "$second" --diff $first --to $to -o "$out/changes-km.$to"; done

  say "Second review: assessed by the checklist, recommended, approved by somebody else"
  by "$reviewer" "$month-27" review open "$second"
  by "$reviewer" "$month-27" assess "$second" --checklist unified-requirements --answers $samples/answers.toml >"$out/assess.txt" 2>&1
  tail -n 1 "$out/assess.txt"
  by "$reviewer" "$month-27" assess "$second" --checklist unified-requirements --to xlsx -o "$out/questionnaire.xlsx"
  by "$reviewer" "$month-27" recommend "$second" --item UR-12 --due "$next-18" --text "Тәжірибелік пайдалануға қабылдау актісін ресімдеп, келесі есепке қоса беру."
  by "$reviewer" "$month-27" recommend "$second" --item UR-02 --due "$(month_after "$next")-15" --text "Техникалық тапсырманың 2-нұсқасына қорытынды алу."
  by "$head" "$month-28" review approve "$second" --text "Бекітілсін."
  for to in pdf html; do by "$reviewer" "$month-28" render recommendations "$second" --to $to -o "$out/letter-km.$to"; done
  by "$reviewer" "$month-28" --paper-lang ru render recommendations "$second" --to pdf -o "$out/letter-km-ru.pdf"

  say "The next month: the blank asks for an answer, the agency gives one, a reviewer closes it"
  by "$agency" "$next-01" blank $form --org km --subject G-001 --period "$month" -o "$out/blank-next-G-001.xlsx"
  by "$agency" "$next-10" recommend --answer R-000001 --text "№ 9 қабылдау актісі қоса берілді."
  by "$reviewer" "$next-11" recommend --close R-000001 --text "Акт тексерілді."
  by "$reviewer" "$next-11" followup

  say "Reminders of the next report, as mails with the blank in them and as letters; a second run writes nothing"
  # A file with the code and one column changes that column only.
  printf 'code;email\n' >"$out/addresses.csv"
  printf '%s;reports@example.kz\n' KZ-71 dsm gzhbm km oam >>"$out/addresses.csv"
  by "$head" "$next-14" import organisations "$out/addresses.csv"
  by "$head" "$next-14" remind $form --period "$month" --to eml --sender "Authorised body <reports@example.kz>" -o "$out/reminders"
  by "$head" "$next-14" remind $form --period "$month" --to eml --sender "Authorised body <reports@example.kz>" -o "$out/reminders" --json >"$out/reminders-again.json"
  by "$head" "$next-14" --paper-lang ru remind $form --period "$month" --org km --to pdf -o "$out/reminders"

  say "The authorised body's view of the months"
  for to in pdf xlsx; do by "$reviewer" "$next-14" --paper-lang ru summary tied-grants --period "$period" --to $to -o "$out/view.$to"; done
  by "$reviewer" "$next-14" doctor
}

demo_review
