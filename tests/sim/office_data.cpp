// SPDX-License-Identifier: MIT
#include "sim/office_data.h"

namespace esep::sim {

const std::vector<std::string>& bodies() {
  static const std::vector<std::string> kBodies{"km", "oam", "dsm", "KZ-71", "KZ-75"};
  return kBodies;
}

const std::vector<Grant>& grants() {
  static const std::vector<Grant> kGrants{{"G-001", "km", "2025-12", "2026-11"},
                                          {"G-003", "dsm", "2025-07", "2027-06"},
                                          {"G-005", "KZ-75", "2025-09", "2026-08"}};
  return kGrants;
}

std::vector<Person> staff() {
  std::vector<Person> out;
  for (const std::string& body : bodies()) out.push_back({"Agency " + body, "agency", {body}});
  out.push_back({"Second km", "agency", {"km"}});
  out.push_back({"Two bodies", "agency", {"oam", "dsm"}});
  out.push_back({"Registrar", "registrar"});
  out.push_back({"Registrar of the south", "registrar", {"KZ-75"}});
  out.push_back({"Reviewer one", "reviewer"});
  out.push_back({"Reviewer two", "reviewer"});
  out.push_back({"Head", "approver"});
  out.push_back({"Deputy", "approver"});
  out.push_back({"Operator", "portal_operator"});
  out.push_back({"Programmes", "programme_administrator"});
  out.push_back({"Coordinator", "coordinator"});
  out.push_back({"Accounts", "account_admin"});
  out.push_back({"Auditor", "auditor"});
  return out;
}

std::string settings_text() {
  std::string out = "lang = \"ru\"\n[users]\n";
  for (const Person& person : staff()) {
    out += "\"" + person.name + "\" = { roles = [\"" + person.role + "\"]";
    if (!person.bodies.empty()) {
      out += ", bodies = [";
      for (const std::string& body : person.bodies) out += "\"" + body + "\", ";
      out += "]";
    }
    out += " }\n";
  }
  return out;
}

std::string spending_form() {
  std::string owed;
  for (const std::string& body : bodies()) owed += "\"" + body + "\", ";
  return R"toml(form = "spending"
edition = "2024-01"
period = "month"
provenance = "own"
title = { kk = "Шығыстар туралы есеп", ru = "Отчет о расходах", en = "Spending" }
law = { kk = "1-бұйрық", ru = "Приказ 1", en = "Order 1" }
in_force = { from = 2024-01-01 }
rows = { kind = "repeat", min = 1 }
[[column]]
id = "item"
number = "1"
title = { kk = "Бабы", ru = "Статья", en = "Item" }
required = true
[[column]]
id = "amount"
number = "2"
title = { kk = "Сомасы", ru = "Сумма", en = "Amount" }
type = "money"
required = true
[[rule]]
code = "SP-NEGATIVE"
check = "row.amount >= 0"
column = "amount"
message = { kk = "Теріс сома.", ru = "Отрицательная сумма.", en = "A negative amount." }
[[obligation]]
id = "spending-monthly"
title = { kk = "Шығыстар есебі", ru = "Отчет о расходах", en = "Report on spending" }
organisations = [)toml" +
         owed + R"toml(]
period = "month"
due = { day = 20, months_after = 1 }
law = { kk = "1-тармақ", ru = "пункт 1", en = "paragraph 1" }
applies_from = 2024-01-01
)toml";
}

std::string total_form() {
  return R"toml(form = "spending-total"
edition = "2024-01"
period = "month"
formed = true
provenance = "own"
title = { kk = "Жиынтық шығыстар", ru = "Сводные расходы", en = "Spending in all" }
law = { kk = "1-бұйрық", ru = "Приказ 1", en = "Order 1" }
in_force = { from = 2024-01-01 }
rows = { source = "SELECT _organisation AS body, dec_sum(amount) AS amount FROM spending WHERE _period = :period GROUP BY _organisation ORDER BY _organisation" }
column = [
  { id = "body", number = "1", title = { kk = "Ұйым", ru = "Организация", en = "Body" } },
  { id = "amount", number = "2", title = { kk = "Сомасы", ru = "Сумма", en = "Amount" }, type = "money" },
]
[[obligation]]
id = "spending-total"
title = { kk = "Жиынтық шығыстар", ru = "Сводные расходы", en = "Spending in all" }
organisations = ["qarzhy"]
period = "month"
due = { day = 25, months_after = 1 }
law = { kk = "2-тармақ", ru = "пункт 2", en = "paragraph 2" }
applies_from = 2024-01-01
)toml";
}

}  // namespace esep::sim
