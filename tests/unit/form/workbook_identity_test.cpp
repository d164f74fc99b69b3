// SPDX-License-Identifier: MIT
#include "form/workbook_identity.h"

#include <catch2/catch.hpp>

using esep::form::WorkbookIdentity;

namespace {

using Identity = std::vector<std::pair<std::string, std::string>>;

WorkbookIdentity sample() { return {"f", "2026-01", "abc", "km", "G-1", "2026-10", "draft", 2, "kk"}; }

Identity changed_identity(const std::string& key, const std::string& value) {
  Identity rows = sample().encode();
  for (auto& row : rows) {
    if (row.first == key) row.second = value;
  }
  return rows;
}

}  // namespace

TEST_CASE("workbook identity: what is written is read back") {
  const Identity rows = sample().encode();
  CHECK(rows == Identity{{"esep-workbook", "1"},
                         {"form", "f"},
                         {"edition", "2026-01"},
                         {"form_sha256", "abc"},
                         {"organisation", "km"},
                         {"subject", "G-1"},
                         {"period", "2026-10"},
                         {"stage", "draft"},
                         {"occurrence", "2"},
                         {"language", "kk"}});
  const auto read = WorkbookIdentity::decode(rows);
  REQUIRE(read.has_value());
  CHECK(read->encode() == rows);
}

TEST_CASE("workbook identity: rows that are not ours, or not all there, are none") {
  CHECK_FALSE(WorkbookIdentity::decode({}).has_value());
  CHECK_FALSE(WorkbookIdentity::decode({{"form", "f"}, {"edition", "2026-01"}}).has_value());
  CHECK_FALSE(WorkbookIdentity::decode(changed_identity("esep-workbook", "2")).has_value());
  CHECK_FALSE(WorkbookIdentity::decode(changed_identity("form", "")).has_value());
  for (const char* occurrence : {"", "0", "-1", "2x", "99999999999"}) {
    CHECK_FALSE(WorkbookIdentity::decode(changed_identity("occurrence", occurrence)).has_value());
  }
}

TEST_CASE("workbook identity: without an edition the report leaves it to the one who reads") {
  const auto read = WorkbookIdentity::decode(changed_identity("edition", ""));
  REQUIRE(read.has_value());
  CHECK(read->form == "f");
  CHECK(read->edition.empty());
}

TEST_CASE("workbook identity: unknown keys are passed over") {
  Identity rows = sample().encode();
  rows.emplace_back("later", "thing");
  CHECK(WorkbookIdentity::decode(rows)->form == "f");
}
