// SPDX-License-Identifier: MIT
#include "app/upkeep/backup.h"
#include "app/upkeep/export.h"
#include "app/upkeep/restore.h"
#include "base/error.h"
#include "sim/deeds.h"

namespace esep::sim {
namespace {

void require_sound(const app::CopyResult& copy) {
  if (copy.sound()) return;
  const auto& damage = copy.examination.damage.front();
  throw Error(Message("SIM-DAMAGED " + damage.part + " " + damage.place + " " + damage.message.key, {}));
}

}  // namespace

void back_up(Office& office) {
  const auto file = office.new_file(".db");
  const auto ask = [file](app::Engine& engine) { require_sound(app::back_up(engine, file)); };
  const auto learn = [&office, file](int) {
    if (std::filesystem::exists(file)) office.copies.push_back({file, office.model, office.told});
  };
  office.attempt({"back_up", [] { return Refusal(); }, 0, 0, ask, learn});
  if (office.copies.size() <= 2) return;
  std::filesystem::remove(office.copies.front().file);
  office.copies.erase(office.copies.begin());
}

void restore(Office& office) {
  if (office.copies.empty()) return;
  const Copy copy = office.dice().pick(office.copies);
  const std::string user = somebody(office, "restore", "");
  const auto ask = [&office, copy, user](app::Engine& engine) {
    require_sound(app::restore(engine, copy.file, app::ExistingRegister::replace, office.actor(user)));
  };
  // The copy with one entry more; whoever restored may find the same number of entries as before.
  const std::string entry = "restore" + office.now().iso();
  const auto done = [&office, copy, entry] {
    return office.number("SELECT max(seq) FROM history") == copy.model.entries + 1 &&
           office.text("SELECT action || at FROM history ORDER BY seq DESC LIMIT 1") == entry;
  };
  const auto learn = [&office, copy](int) {
    office.model = copy.model;
    office.told = copy.told;
    ++office.model.entries;
  };
  office.attempt(
      {"restore", [&office, user] { return office.model.may(user, "restore", ""); }, 1, 1, ask, learn, done});
  for (const auto& kept : std::filesystem::directory_iterator(office.workspace())) {
    if (kept.path().filename().string().rfind("esep.db.replaced", 0) == 0) std::filesystem::remove(kept.path());
  }
}

void export_all(Office& office) {
  const bool personal = office.dice().chance(50);
  const std::string user = somebody(office, "export_personal", "");
  const auto folder = office.new_file("");
  const auto ask = [&office, folder, personal, user](app::Engine& engine) {
    (void)app::export_all(engine, folder, personal ? app::PersonalData::shown : app::PersonalData::masked,
                          office.actor(user));
  };
  const auto refusal = [&office, user, personal] {
    return personal ? office.model.may(user, "export_personal", "") : Refusal();
  };
  office.attempt({"export_all", refusal, personal ? 1 : 0, personal ? 1 : 0, ask, [](int) {}});
  std::filesystem::remove_all(folder);
}

}  // namespace esep::sim
