// SPDX-License-Identifier: MIT
#include "cli/shown_stream.h"

#include <sstream>

#include <catch2/catch.hpp>

using namespace esep;

TEST_CASE("a stream to the terminal shows what would command it", "[cli]") {
  std::ostringstream out;
  cli::ShownStream stream(out);
  stream << "line\tone\n"
         << "\x1b[1m" << '\x07' << "\u202E" << 7 << std::flush;
  CHECK(out.str() == "line\tone\n\\u001b[1m\\u0007\\u202e7");
}

TEST_CASE("a stream to the terminal joins letters that come in parts", "[cli]") {
  std::ostringstream out;
  {
    cli::ShownStream stream(out);
    const std::string text = "Әғқ \u2028 \U0001F600";
    for (const char c : text) stream << c;
    stream << "\xD3";  // and then nothing more
  }
  CHECK(out.str() == "Әғқ \\u2028 \U0001F600\uFFFD");
}

TEST_CASE("a stream to the terminal knows that its target failed", "[cli]") {
  std::ostringstream out;
  out.setstate(std::ios::badbit);
  cli::ShownStream stream(out);
  stream << "text" << std::flush;
  CHECK_FALSE(stream.good());
}
