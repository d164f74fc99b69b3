// SPDX-License-Identifier: MIT
#include "xlsx/write.h"

#include <catch2/catch.hpp>

#include "base/file.h"
#include "document/sample_document.h"
#include "document/sample_form.h"
#include "temporary_folder.h"
#include "xlsx/read_back.h"

using namespace esep;

TEST_CASE("probe", "[.]") {
  const auto form = sample::form();
  auto doc = document::blank_workbook(sample::blank_request(form));
  xlsx::write(doc, "/tmp/docs-src/blank.xlsx");
  const auto tg = sample::form(read_file(ESEP_SOURCE_DIR "/forms/tied-grant-usage.2025-06.toml"), "forms/tied-grant-usage.2025-06.toml");
  xlsx::write(document::blank_workbook(sample::blank_request(tg)), "/tmp/docs-src/tg.xlsx");
}
