// SPDX-License-Identifier: MIT
#include "http/server.h"

#include <csignal>
#include <mutex>
#include <thread>

#include <arpa/inet.h>
#include <catch2/catch.hpp>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/file.h"
#include "temporary_folder.h"

using namespace esep;
using namespace esep::http;
using namespace std::chrono_literals;

namespace {

/// A client that sends any bytes.
class Client {
 public:
  explicit Client(uint16_t port) : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0);
    const timeval patience{10, 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  }
  ~Client() { close(socket_); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  void say(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t sent = send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;  // the server has closed
      bytes.remove_prefix(static_cast<size_t>(sent));
    }
  }
  /// Everything until the server closes.
  [[nodiscard]] std::string rest() const {
    std::string out;
    char piece[4096];
    for (ssize_t got = 0; (got = recv(socket_, piece, sizeof piece, 0)) > 0;)
      out.append(piece, static_cast<size_t>(got));
    return out;
  }
  /// One answer with a body of the length that it says.
  [[nodiscard]] std::string answer() const {
    std::string out;
    char c = 0;
    while (!out.ends_with("\r\n\r\n") && recv(socket_, &c, 1, 0) == 1) out += c;
    const size_t at = out.find("Content-Length: ");
    for (size_t left = at == std::string::npos ? 0 : std::stoul(out.substr(at + 16)); left > 0; --left) {
      if (recv(socket_, &c, 1, 0) != 1) break;
      out += c;
    }
    return out;
  }

 private:
  int socket_;
};

std::string echoed(const Request& request) {
  std::string out = (request.method == Method::post ? "POST " : "GET ") + request.path;
  for (const auto& [name, value] : request.query.pairs()) out += " ?" + name + "=" + value;
  for (const auto& [name, value] : request.form.pairs()) out += " " + name + "=" + value;
  for (const Upload& upload : request.uploads) out += " " + upload.name + ":" + read_file(upload.file->path());
  return out + " " + request.address;
}

/// A server with short limits that echoes, on a thread of its own.
class EchoServer {
 public:
  explicit EchoServer(
      Limits limits = {}, Handler handler =
                              [](const Request& request) {
                                return Response{200, "text/plain", echoed(request), {}};
                              })
      : server_({"127.0.0.1", 0, folder_.path(), 2, limits, refuse, [this](const Served& one) { keep(one); },
                 [](const Request& request) { return request.path == "/waits"; }},
                std::move(handler)),
        thread_([this] { server_.run(); }) {}
  ~EchoServer() {
    server_.stop();
    thread_.join();
  }
  EchoServer(const EchoServer&) = delete;
  EchoServer& operator=(const EchoServer&) = delete;

  [[nodiscard]] std::string ask(const std::string& bytes) {
    const Client client(server_.port());
    client.say(bytes);
    return client.rest();
  }
  /// The status; 0: none came.
  [[nodiscard]] int status(const std::string& bytes) {
    const std::string answer = ask(bytes);
    return answer.size() > 12 ? std::stoi(answer.substr(9, 3)) : 0;
  }
  [[nodiscard]] Server& server() { return server_; }
  [[nodiscard]] std::vector<Served> log() {
    const std::scoped_lock lock(reading_);
    return log_;
  }
  [[nodiscard]] bool holds_no_file() const { return std::filesystem::is_empty(folder_.path()); }

 private:
  static Response refuse(int status) { return {status, "text/plain", "refused", {}}; }
  void keep(const Served& one) {
    const std::scoped_lock lock(reading_);
    log_.push_back(one);
  }

  Folder folder_;
  std::mutex reading_;
  std::vector<Served> log_;
  Server server_;
  std::thread thread_;
};

std::string get(const std::string& target, const std::string& more = "Connection: close\r\n") {
  return "GET " + target + " HTTP/1.1\r\nHost: x\r\n" + more + "\r\n";
}

std::string post(const std::string& headers, const std::string& body) {
  return "POST /p HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n" +
         headers + "\r\n" + body;
}

std::string body_of(const std::string& answer) {
  return answer.substr(std::min(answer.find("\r\n\r\n") + 4, answer.size()));
}

}  // namespace

TEST_CASE("Server: pages, forms, and several requests over one connection") {
  EchoServer served;
  CHECK(served.ask(get("/kk/today?a=%D0%B6&b")) ==
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\nContent-Length: 33\r\n\r\nGET /kk/today "
        "?a=ж ?b= 127.0.0.1");
  CHECK(body_of(served.ask(post("Content-Length: 7\r\n", "a=1&b=2"))) == "POST /p a=1 b=2 127.0.0.1");
  CHECK(body_of(served.ask(post("Transfer-Encoding: chunked\r\n", "3\r\na=1\r\n4\r\n&b=2\r\n0\r\n\r\n"))) ==
        "POST /p a=1 b=2 127.0.0.1");
  const Client client(served.server().port());
  for (const char* page : {"/1", "/2", "/3"}) {
    client.say(get(page, ""));
    CHECK(body_of(client.answer()) == "GET " + std::string(page) + " 127.0.0.1");
  }
  client.say(get("/4", "") + get("/5", "Connection: close\r\n"));
  CHECK(body_of(client.answer()) == "GET /4 127.0.0.1");
  CHECK(body_of(client.rest()) == "GET /5 127.0.0.1");
}

TEST_CASE("Server: HEAD has the length and no body") {
  EchoServer served;
  const std::string answer = served.ask("HEAD /x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  CHECK(answer.find("Content-Length: 16\r\n") != std::string::npos);
  CHECK(body_of(answer).empty());
}

TEST_CASE("Server: files come whole and leave nothing behind") {
  EchoServer served;
  const std::string bytes(300'000, 'z');
  const std::string body =
      "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"r.xlsx\"\r\n\r\n" + bytes + "\r\n--b--";
  const std::string request =
      "POST /up HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=b\r\n"
      "Content-Length: " +
      std::to_string(body.size()) + "\r\nExpect: 100-continue\r\n\r\n";
  const Client client(served.server().port());
  client.say(request);
  CHECK(client.answer() == "HTTP/1.1 100 Continue\r\n\r\n");
  client.say(body);
  CHECK(body_of(client.answer()) == "POST /up r.xlsx:" + bytes + " 127.0.0.1");
  CHECK(client.rest().empty());
  CHECK(served.holds_no_file());
}

TEST_CASE("Server: what another server could read otherwise is refused") {
  EchoServer served;
  const std::string tail = "GET /evil HTTP/1.1\r\nHost: x\r\n\r\n";
  const std::vector<std::pair<std::string, std::string>> kTricks = {
      {"length and coding", post("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + tail)},
      {"coding and length", post("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", "0\r\n\r\n" + tail)},
      {"two lengths", post("Content-Length: 3\r\nContent-Length: 30\r\n", "a=1" + tail)},
      {"the same length twice", post("Content-Length: 3\r\nContent-Length: 3\r\n", "a=1" + tail)},
      {"a list of lengths", post("Content-Length: 3, 3\r\n", "a=1" + tail)},
      {"a signed length", post("Content-Length: +3\r\n", "a=1" + tail)},
      {"another coding", post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n" + tail)},
      {"two codings", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n" + tail)},
      {"coding twice", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + tail)},
      {"coding with a tab", post("Transfer-Encoding:\tchunked\x0b\r\n", "0\r\n\r\n" + tail)},
      {"a bad chunk", post("Transfer-Encoding: chunked\r\n", "zz\r\na=1\r\n0\r\n\r\n" + tail)},
      {"a chunk without end", post("Transfer-Encoding: chunked\r\n", "3\r\na=1&b=2\r\n0\r\n\r\n" + tail)},
      {"a chunk too long", post("Transfer-Encoding: chunked\r\n", "fffffffffffffffff\r\na=1\r\n0\r\n\r\n" + tail)},
      {"coding of 1.0", "POST /p HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + tail},
      {"a space before the colon", "GET / HTTP/1.1\r\nHost : x\r\n\r\n" + tail},
      {"no host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n" + tail},
      {"two hosts", "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n" + tail},
      {"a body of GET", "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nGET /" + tail},
      {"an absolute address", "GET http://evil/ HTTP/1.1\r\nHost: x\r\n\r\n" + tail},
      {"a way up", get("/a/%2e%2e/b")},
      {"a broken query", get("/?a=%4")},
      {"HTTP/0.9", "GET /\r\n\r\n" + tail},
      {"HTTP/2 of the same port", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"},
      {"a null", std::string("GET / HTTP/1.1\r\nHost: x\0y\r\n\r\n", 29) + tail},
      {"TLS", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"},
  };
  for (const auto& [name, bytes] : kTricks) {
    CAPTURE(name);
    const std::string answer = served.ask(bytes);
    CHECK(answer.substr(0, 12) == "HTTP/1.1 400");
    CHECK(answer.find("/evil") == std::string::npos);
  }
  CHECK(served.status("BREW / HTTP/1.1\r\nHost: x\r\n\r\n") == 405);
  CHECK(served.status("DELETE / HTTP/1.1\r\nHost: x\r\n\r\n") == 405);
  CHECK(served.status(post("Content-Type: application/json\r\nContent-Length: 2\r\n", "{}")) == 400);
  CHECK(served.status(get("/still-here")) == 200);
}

TEST_CASE("Server: headers of an answer cannot be broken by a value") {
  EchoServer served({}, [](const Request& request) {
    return Response{200, "text/plain", "x", {{"X-Name", request.query.get("name")}, {"Location", "/kk/"}}};
  });
  const std::string answer = served.ask(get("/?name=a%0D%0ASet-Cookie:%20evil"));
  CHECK(answer.find("evil") == std::string::npos);
  CHECK(answer.find("Location: /kk/") != std::string::npos);
}

TEST_CASE("Server: too much is refused, and a browser that still sends gets the answer") {
  Limits small;
  small.header_bytes = 2000;
  small.body_bytes = 5000;
  small.form_bytes = 1000;
  EchoServer served(small);
  CHECK(served.status(get("/" + std::string(3000, 'x'))) == 431);
  CHECK(served.status(post("Content-Length: 999999999999\r\n", std::string(200'000, 'x'))) == 413);
  CHECK(served.status(post("Content-Length: 4000\r\n", std::string(4000, 'x'))) == 413);
  CHECK(served.status(post("Transfer-Encoding: chunked\r\n", "ffff\r\n" + std::string(65535, 'x') + "\r\n0\r\n\r\n")) ==
        413);
  CHECK(served.status(post("Content-Length: 3\r\n", "a=1")) == 200);
}

TEST_CASE("Server: who is slow is ended, and disturbs nobody") {
  Limits quick;
  quick.header_time = 700ms;
  quick.chunk_time = 700ms;
  quick.body_time = 1500ms;
  EchoServer served(quick);
  CHECK(served.ask("GET / HTTP/1.1\r\nHost: x\r\n").empty());
  CHECK(served.ask(post("Content-Length: 100\r\n", "a=1")).empty());
  {
    const Client dripping(served.server().port());
    dripping.say(post("Content-Length: 1000\r\n", ""));
    const auto begin = std::chrono::steady_clock::now();
    std::thread drip([&] {
      for (int i = 0; i < 40; ++i) {
        dripping.say("a");
        std::this_thread::sleep_for(100ms);
      }
    });
    CHECK(dripping.rest().empty());
    CHECK(std::chrono::steady_clock::now() - begin < 4s);
    drip.join();
  }
  Limits patient;
  EchoServer busy(patient);
  std::vector<std::unique_ptr<Client>> slow;
  for (int i = 0; i < 200; ++i) {
    slow.push_back(std::make_unique<Client>(busy.server().port()));
    slow.back()->say(i % 2 == 0 ? "GET / HTTP/1.1\r\nHo" : post("Content-Length: 1000\r\n", "a="));
  }
  CHECK(busy.status(get("/")) == 200);
  CHECK(busy.server().connections() >= 200);
}

TEST_CASE("Server: more connections than it takes are told so") {
  Limits few;
  few.connections = 3;
  EchoServer served(few);
  std::vector<std::unique_ptr<Client>> waiting;
  for (int i = 0; i < 3; ++i) {
    waiting.push_back(std::make_unique<Client>(served.server().port()));
    waiting.back()->say(get("/", ""));
    CHECK(waiting.back()->answer().substr(0, 12) == "HTTP/1.1 200");
  }
  CHECK(served.status(get("/")) == 503);
  waiting.clear();
  for (int i = 0; i < 100 && served.server().connections() > 0; ++i) std::this_thread::sleep_for(10ms);
  CHECK(served.status(get("/")) == 200);
}

TEST_CASE("Server: twice as many are closed unheard, so that files can still be opened") {
  Limits few;
  few.connections = 3;
  EchoServer served(few);
  std::vector<std::unique_ptr<Client>> silent;
  for (int i = 0; i < 6; ++i) silent.push_back(std::make_unique<Client>(served.server().port()));
  for (int i = 0; i < 100 && served.server().connections() < 6; ++i) std::this_thread::sleep_for(10ms);
  CHECK(served.status(get("/")) == 0);
  silent.clear();
  for (int i = 0; i < 100 && served.server().connections() > 0; ++i) std::this_thread::sleep_for(10ms);
  CHECK(served.status(get("/")) == 200);
}

TEST_CASE("Server: what a handler throws is one answer and no end") {
  EchoServer served({}, [](const Request& request) -> Response {
    if (request.path == "/bad") throw Error("SERVE-LISTEN");
    return {204, "", "", {}};
  });
  CHECK(served.status(get("/bad")) == 500);
  CHECK(served.status(get("/good")) == 204);
}

TEST_CASE("Server: the proxy of this machine says who asks") {
  EchoServer served;
  CHECK(body_of(served.ask(get("/", "Connection: close\r\nX-Forwarded-For: 1.2.3.4, 10.0.0.7\r\n"))) ==
        "GET / 10.0.0.7");
  CHECK(body_of(served.ask(get("/", "Connection: close\r\nX-Forwarded-For: nonsense\r\n"))) == "GET / 127.0.0.1");
  // A proxy that adds a line of its own puts it behind that of the client.
  CHECK(
      body_of(served.ask(get("/", "X-Forwarded-For: 1.2.3.4\r\nConnection: close\r\nX-Forwarded-For: 10.0.0.7\r\n"))) ==
      "GET / 10.0.0.7");
}

TEST_CASE("Server: the log says nothing of whom and what was asked for by name") {
  EchoServer served;
  CHECK(served.status(get("/v/ABC?secret=1", "Connection: close\r\nCookie: s=1\r\n")) == 200);
  CHECK(served.status("nonsense\r\n\r\n") == 400);
  const auto log = served.log();
  REQUIRE(log.size() == 2);
  CHECK(log[0].method + " " + log[0].path + " " + std::to_string(log[0].status) == "GET /v/ABC 200");
  CHECK(log[1].method + " " + log[1].path + " " + std::to_string(log[1].status) == "  400");
}

TEST_CASE("Server: requests that wait hold up no others") {
  std::mutex turn;
  std::atomic<int> begun = 0;
  EchoServer served({}, [&](const Request& request) {
    ++begun;
    if (request.path == "/waits") const std::scoped_lock lock(turn);
    return Response{200, "text/plain", request.path, {}};
  });
  std::vector<std::unique_ptr<Client>> waiting;
  std::unique_lock held(turn);
  for (int n = 0; n < 6; ++n) {
    waiting.push_back(std::make_unique<Client>(served.server().port()));
    waiting.back()->say(get("/waits"));
  }
  while (begun < 2) std::this_thread::sleep_for(5ms);
  CHECK(body_of(served.ask(get("/page"))) == "/page");
  held.unlock();
  for (const auto& one : waiting) CHECK(body_of(one->rest()) == "/waits");
}

TEST_CASE("Server: it ends what runs before it stops") {
  std::atomic<bool> begun = false;
  std::string answer;
  std::thread asking;
  {
    EchoServer served({}, [&](const Request&) {
      begun = true;
      std::this_thread::sleep_for(400ms);
      return Response{200, "text/plain", "whole", {}};
    });
    const uint16_t port = served.server().port();
    const Client idle(port);
    asking = std::thread([&answer, port] {
      const Client client(port);
      client.say(get("/slow", ""));
      answer = client.rest();
    });
    while (!begun) std::this_thread::sleep_for(5ms);
  }
  asking.join();
  CHECK(body_of(answer) == "whole");
  CHECK(answer.find("Connection: close") != std::string::npos);
}

TEST_CASE("Server: a signal that comes before it runs stops it, too") {
  const Folder folder;
  ServerOptions options;
  options.port = 0;
  options.folder = folder.path();
  options.signals = true;
  Server server(std::move(options), [](const Request&) { return Response{200, "text/plain", "", {}}; });
  REQUIRE(std::raise(SIGTERM) == 0);
  server.run();  // and returns
  CHECK(server.connections() == 0);
}

TEST_CASE("Server: an address that is taken is an Error") {
  EchoServer served;
  try {
    const Server second({"127.0.0.1", served.server().port(), {}, 1, {}, nullptr, nullptr, nullptr}, nullptr);
    FAIL("listens twice");
  } catch (const Error& error) {
    CHECK(std::string(error.what()) ==
          "SERVE-LISTEN address=127.0.0.1 port=" + std::to_string(served.server().port()) + " error=98");
  }
  CHECK_THROWS_AS(Server({"nowhere", 0, {}, 1, {}, nullptr, nullptr, nullptr}, nullptr), Error);
}
