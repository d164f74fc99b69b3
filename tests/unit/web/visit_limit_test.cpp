// SPDX-License-Identifier: MIT
#include "web/visit_limit.h"

#include <catch2/catch.hpp>

using namespace esep;
using web::VisitLimit;

TEST_CASE("Visits: so many at once, then one each so many seconds") {
  VisitLimit limit(3, 10);
  for (int i = 0; i < 3; ++i) CHECK(limit.wait("10.0.0.7", 1000) == 0);
  CHECK(limit.wait("10.0.0.7", 1000) == 10);
  CHECK(limit.wait("10.0.0.7", 1009) == 1);  // who asks in vain does not wait longer
  CHECK(limit.wait("10.0.0.7", 1010) == 0);
  CHECK(limit.wait("10.0.0.7", 1010) == 10);
  for (int i = 0; i < 3; ++i) CHECK(limit.wait("10.0.0.7", 2000) == 0);
  CHECK(limit.wait("10.0.0.7", 2000) == 10);
  CHECK(limit.wait("10.0.0.8", 2000) == 0);
}

TEST_CASE("Visits: a network of IPv6 is one client") {
  VisitLimit limit(1, 10);
  CHECK(limit.wait("2001:db8:1:2::1", 1000) == 0);
  CHECK(limit.wait("2001:db8:1:2:ffff:ffff:ffff:ffff", 1000) == 10);
  CHECK(limit.wait("2001:db8:1:3::1", 1000) == 0);
  CHECK(limit.wait("fe80::1%eth0", 1000) == 0);
  CHECK(limit.wait("fe80::2%eth0", 1000) == 10);
  CHECK(limit.wait("::ffff:10.0.0.7", 1000) == 0);  // IPv4 in the notation of IPv6
  CHECK(limit.wait("::ffff:10.0.0.8", 1000) == 0);
}

TEST_CASE("Visits: many addresses take no more memory, and shut nobody out for long") {
  VisitLimit limit(1, 10);
  bool waits = false;
  for (size_t i = 0; i < VisitLimit::kClients; ++i) waits |= limit.wait("client " + std::to_string(i), 1000) > 0;
  CHECK_FALSE(waits);
  CHECK(limit.wait("one more", 1000) == 0);
  CHECK(limit.wait("and one more", 1000) == 10);
  CHECK(limit.clients() == VisitLimit::kClients);
  CHECK(limit.wait("client 5", 1000) == 10);
  CHECK(limit.wait("later", 1010) == 0);
  CHECK(limit.clients() == 1);
}
