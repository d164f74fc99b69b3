// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "http/limits.h"
#include "http/request.h"
#include "http/response.h"

/// A server of HTTP/1.1. Only server.cpp uses Boost.Beast.
namespace esep::http {

/// Makes the answer to a request. Called by several threads at once. What it throws is answered with 500.
using Handler = std::function<Response(const Request&)>;

/// What a log may say of an answer: nothing of whom it went to, and no query.
struct Served {
  std::string method;  // as it came; empty: the header was not readable
  std::string path;
  int status = 0;
  uint64_t bytes = 0;                 // of the body
  std::chrono::microseconds took{0};  // of the handler
};

struct ServerOptions {
  std::string address = "127.0.0.1";  // an address, no name
  uint16_t port = 8080;               // 0: any free one
  std::filesystem::path folder;       // for files that come in: exists, private, nobody else's
  size_t workers = 4;                 // threads of handlers
  Limits limits;
  std::function<Response(int status)>
      refuse;                              // the answer to what no handler sees: 400, 405, 413, 415, 431, 500, 503, 507
  std::function<void(const Served&)> log;  // called by one thread
  std::function<bool(const Request&)> waits;  // it may wait for others: two threads of their own serve such requests
  bool signals = false;                       // SIGTERM and SIGINT stop the server, from its making on
};

/// Serves until `stop`. Many slow clients take no thread: a handler runs when its request is whole. A request whose
/// length is said twice or in two ways, that has no or two hosts, or whose lines are not as the standard has them
/// (RFC 9112) is refused and its connection closed, so that nothing in front of the server can be led to read it
/// otherwise.
class Server {
 public:
  /// Listens. Error SERVE-LISTEN if it cannot.
  Server(ServerOptions options, Handler handler);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] uint16_t port() const;
  /// Returns when it has stopped.
  void run();
  /// From any thread: takes no new connection, ends what runs within Limits::drain_time, closes the rest.
  void stop();
  [[nodiscard]] size_t connections() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace esep::http
