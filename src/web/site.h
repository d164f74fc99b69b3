// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>

#include "accounts/passwords.h"
#include "app/core/engine_data.h"
#include "http/server.h"
#include "web/visit_limit.h"
#include "web/visitor.h"

namespace esep::web {

/// The portal of one workspace. Every request has an engine of its own, on data files that were read once: so requests
/// share nothing that one of them changes.
///
/// Threads: several may call each function at once.
class Site {
 public:
  /// `clock`: the caller's, so that tests have one of their own. `library`: data files as of cli/.
  Site(std::filesystem::path workspace, const datafile::Library& library, std::function<Clock()> clock);

  [[nodiscard]] http::Response answer(const http::Request& request);
  /// It checks or sets a password, which takes long and waits for its turn (http::ServerOptions::waits).
  [[nodiscard]] static bool waits(const http::Request& request);
  /// The answer to what no page sees (http::ServerOptions::refuse).
  [[nodiscard]] http::Response refuse(int status);
  /// Counts for /metrics.
  void count(const http::Served& served);

 private:
  [[nodiscard]] http::Response answer_any(const http::Request& request);
  [[nodiscard]] http::Response answer_page(const http::Request& request);
  /// In how many seconds this client may ask again; 0: it may now.
  [[nodiscard]] accounts::Instant wait(const http::Request& request, const std::string& path, accounts::Instant now);
  [[nodiscard]] http::Response health();
  [[nodiscard]] http::Response metrics() const;

  std::filesystem::path workspace_;
  std::shared_ptr<app::EngineData> data_;
  std::function<Clock()> clock_;
  accounts::Passwords passwords_;
  VisitLimit codes_{40, 2};     // of papers
  VisitLimit sign_ins_{60, 1};  // an office may come from one address
  std::atomic<uint64_t> requests_ = 0;
  std::atomic<uint64_t> refused_ = 0;  // answered with 4xx
  std::atomic<uint64_t> failed_ = 0;   // answered with 5xx
  std::atomic<uint64_t> bytes_ = 0;
  std::atomic<uint64_t> microseconds_ = 0;
};

}  // namespace esep::web
