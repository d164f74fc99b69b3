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
  const auto ask = [file](app::Engine& engine) {
    require_sound(app::back_up(engine, file, app::BackupKeys::taken_along));
  };
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
  // The copy with its entries more; whoever restored may find the same number of entries as before.
  const std::string entry = "restore" + office.now().iso();
  const auto more = [&office, copy] {
    return static_cast<int>(office.number("SELECT max(seq) FROM history")) - copy.model.entries - 1;
  };
  const bool storm = office.in_storm();
  const auto done = [&office, copy, entry, more, storm] {
    office.look_anew();
    const bool named = more() == office.model.lost_beside(copy.model);
    return (named || (storm && more() == 0)) &&  // in a storm nobody may be able to read the replaced register
           office.text("SELECT coalesce(max(action || at), '') FROM history WHERE seq = " +
                       std::to_string(copy.model.entries + 1)) == entry;
  };
  const auto learn = [&office, copy, more](int) {
    office.model.restored(copy.model, more() == office.model.lost_beside(copy.model), office.lost_notes);
    office.told = copy.told;
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
