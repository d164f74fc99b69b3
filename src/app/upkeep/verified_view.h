// SPDX-License-Identifier: MIT
#pragma once

#include "app/paper/outdated.h"
#include "app/upkeep/verdict_since.h"
#include "app/upkeep/verify.h"
#include "text/upkeep_json.h"

namespace esep::app {

/// The results of `verify_file` as sentences in one language. What they say of reports is read once for all files.
class VerifiedViews {
 public:
  explicit VerifiedViews(Engine& engine) : engine_(engine), verdicts_(engine), outdated_(engine) {}
  [[nodiscard]] text::VerifiedView of(const VerifiedFile& file, Lang lang);

 private:
  Engine& engine_;
  VerdictsSince verdicts_;
  Outdated outdated_;
};

}  // namespace esep::app
