// SPDX-License-Identifier: MIT
#include "app/upkeep/doctor.h"

#include "base/error.h"

namespace esep::app {

registry::Examination examine_workspace(Engine& engine) {
  try {
    return registry::examine(engine.registry());
  } catch (const Error& error) {
    const std::string& key = error.message().key;
    if (key != "SQLITE-CORRUPT" && key != "SQLITE-IO" && key != "SQLITE-ERROR" && key != "REGISTRY-FOREIGN") throw;
    registry::Examination out;
    out.damage.push_back({"database", "", error.message()});
    return out;
  }
}

}  // namespace esep::app
