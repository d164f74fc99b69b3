// SPDX-License-Identifier: MIT
#include "app/receive/read_ahead.h"

#include <atomic>
#include <stdexcept>

#include <catch2/catch.hpp>

using esep::app::OpenedFile;
using esep::app::ReadAhead;

namespace {

OpenedFile numbered(size_t file, size_t bytes) {
  OpenedFile out;
  out.file = std::to_string(file);
  out.bytes = std::make_shared<const std::string>(bytes, 'x');
  return out;
}

}  // namespace

TEST_CASE("files come in order, each opened once", "[app]") {
  for (const size_t bytes : {size_t{0}, size_t{1} << 20}) {
    std::atomic<size_t> opened = 0;
    ReadAhead ahead(50, [&](size_t file) {
      ++opened;
      return numbered(file, bytes);
    });
    for (size_t i = 0; i < 50; ++i) {
      CHECK(ahead.next().file == std::to_string(i));
      CHECK(opened <= i + 1 + (bytes == 0 ? 3 : 1));  // no more than memory bears
    }
    CHECK(opened == 50);
  }
}

TEST_CASE("what opening a file threw is thrown where the file is wanted", "[app]") {
  ReadAhead ahead(3, [](size_t file) {
    if (file == 1) throw std::runtime_error("damage");
    return numbered(file, 1);
  });
  CHECK(ahead.next().file == "0");
  CHECK_THROWS_WITH(ahead.next(), "damage");
  CHECK(ahead.next().file == "2");
}

TEST_CASE("files that nobody wants any more are left", "[app]") {
  std::atomic<size_t> opened = 0;
  {
    ReadAhead ahead(1000, [&](size_t file) {
      ++opened;
      return numbered(file, 1);
    });
    CHECK(ahead.next().file == "0");
  }
  CHECK(opened < 10);
}
