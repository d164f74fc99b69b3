// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "accounts/passwords.h"
#include "app/core/engine_data.h"
#include "http/request.h"
#include "http/response.h"
#include "http/server.h"
#include "web/visitor.h"

namespace esep::web {

/// The portal of one workspace: every request has an engine of its own, on data files read once.
///
/// Threads: several may call `answer` at once.
class Site {
 public:
  /// `clock`: the caller's, so that tests have one of their own.
  Site(std::filesystem::path workspace, datafile::Library library, std::function<Clock()> clock);

  [[nodiscard]] http::Response answer(const http::Request& request);
  /// To what no page sees (http::ServerOptions::refuse).
  [[nodiscard]] http::Response refuse(int status);
  void count(const http::Served& served);

 private:
  [[nodiscard]] http::Response page_of(Visitor& visitor, std::string_view path);
  [[nodiscard]] http::Response without_language(Visitor& visitor);
  [[nodiscard]] http::Response health();
  [[nodiscard]] http::Response metrics();

  std::filesystem::path workspace_;
  std::shared_ptr<app::EngineData> data_;
  std::function<Clock()> clock_;
  accounts::Passwords passwords_;
  std::atomic<uint64_t> requests_ = 0;
  std::atomic<uint64_t> failures_ = 0;
  std::atomic<uint64_t> uploads_ = 0;
};

}  // namespace esep::web
