// SPDX-License-Identifier: MIT
#include "xlsx/write.h"

#include <catch2/catch.hpp>

#include "base/file.h"
#include "document/sample_document.h"
#include "temporary_folder.h"
#include "xlsx/read_back.h"

using namespace esep;

TEST_CASE("probe", "[.]") {
  document::Document doc = sample::paper();
  xlsx::write(doc, "/tmp/docs-src/paper.xlsx");
  xlsx::write(sample::hostile(), "/tmp/docs-src/hostile.xlsx");
}
