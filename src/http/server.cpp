// SPDX-License-Identifier: MIT
#include "http/server.h"

#include <array>
#include <atomic>
#include <optional>
#include <set>
#include <utility>  // before asio/awaitable.hpp, which needs it

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include "base/error.h"
#include "base/text.h"
#include "http/body_reader.h"
#include "http/url.h"

namespace esep::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace bhttp = boost::beast::http;
using asio::awaitable;
using asio::redirect_error;
using asio::use_awaitable;
using asio::ip::tcp;
using boost::system::error_code;
using Clock = std::chrono::steady_clock;
using Parser = bhttp::request_parser<bhttp::buffer_body>;
using Header = bhttp::request_header<>;

std::string text_of(boost::string_view view) { return {view.data(), view.size()}; }

constexpr int kNobodyThere = -1;  // in place of a status

/// How often a header stands there.
long times(const Header& header, bhttp::field name) {
  const auto [first, last] = header.equal_range(name);
  return std::distance(first, last);
}

/// Empty, or digits alone: Beast takes "3, 3", too.
bool is_number(const std::string& text) { return text.find_first_not_of("0123456789") == std::string::npos; }

/// The status that refuses what another server could read otherwise; 0: it is clear.
int refused_header(const Header& header) {
  const bool http_1_1 = header.version() == 11;
  if (header.version() != 10 && !http_1_1) return 400;
  if (times(header, bhttp::field::host) > 1 || (http_1_1 && times(header, bhttp::field::host) == 0)) return 400;
  const long lengths = times(header, bhttp::field::content_length);
  const long codings = times(header, bhttp::field::transfer_encoding);
  if (lengths + codings > 1 || times(header, bhttp::field::content_type) > 1) return 400;
  if (!is_number(text_of(header[bhttp::field::content_length]))) return 400;
  if (codings == 1 && (!http_1_1 || ascii_lower(text_of(header[bhttp::field::transfer_encoding])) != "chunked"))
    return 400;
  const bhttp::verb verb = header.method();
  if (verb != bhttp::verb::get && verb != bhttp::verb::head && verb != bhttp::verb::post) return 405;
  if (verb != bhttp::verb::post && (codings == 1 || (lengths == 1 && header[bhttp::field::content_length] != "0")))
    return 400;
  if (!target_path(text_of(header.target()))) return 400;
  return 0;
}

/// The status for what Beast found while it read; 0: nobody is there to answer.
int status_of(const error_code& error) {
  if (error == bhttp::error::end_of_stream || error == bhttp::error::partial_message) return 0;
  if (error == bhttp::error::header_limit) return 431;
  if (error == bhttp::error::body_limit) return 413;
  return error.category() == bhttp::make_error_code(bhttp::error::end_of_stream).category() ? 400 : 0;
}

/// The client behind a proxy on the same machine, which says it at the end of the last X-Forwarded-For: what stands
/// before it the client may have written itself.
std::string client_address(const std::string& peer, bool loopback, const Header& header) {
  std::string forwarded;
  for (auto [line, end] = header.equal_range("X-Forwarded-For"); line != end; ++line)
    forwarded = text_of(line->value());
  if (!loopback || forwarded.empty()) return peer;
  const size_t comma = forwarded.rfind(',');
  error_code wrong;
  const std::string last = trim(comma == std::string::npos ? forwarded : forwarded.substr(comma + 1));
  asio::ip::make_address(last, wrong);
  return wrong ? peer : last;
}

/// What a handler sees of a header; nullopt: a broken query.
std::optional<Request> request_of(const Header& header, const std::string& address, size_t most_fields) {
  Request out;
  out.method = header.method() == bhttp::verb::post ? Method::post : Method::get;
  const std::string target = text_of(header.target());
  out.path = *target_path(target);
  if (const size_t mark = target.find('?'); mark != std::string::npos) {
    auto query = urlencoded_fields(std::string_view(target).substr(mark + 1), most_fields);
    if (!query) return std::nullopt;
    out.query = std::move(*query);
  }
  for (const auto& field : header) {
    std::string name = ascii_lower(text_of(field.name_string()));
    if (!out.headers.find(name)) out.headers.add(std::move(name), text_of(field.value()));
  }
  out.cookies = cookie_fields(out.headers.get("cookie"));
  out.address = address;
  return out;
}

bhttp::response<bhttp::string_body> answer_of(Response response, bool head, bool keep) {
  bhttp::response<bhttp::string_body> out{static_cast<bhttp::status>(response.status), 11};
  const size_t size = response.body.size();
  if (!response.type.empty()) out.set(bhttp::field::content_type, response.type);
  for (const auto& [name, value] : response.headers) {
    if ((name + value).find_first_of("\r\n") == std::string::npos) out.insert(name, value);
  }
  out.keep_alive(keep);
  if (!head) out.body() = std::move(response.body);
  out.content_length(size);
  return out;
}

}  // namespace

class Server::Impl {
 public:
  Impl(ServerOptions options, Handler handler);
  void run();
  void stop();
  [[nodiscard]] uint16_t port() const { return port_; }
  [[nodiscard]] size_t connections() const { return count_; }

 private:
  /// A connection: what it is reading, and from whom.
  struct Connection {
    explicit Connection(tcp::socket socket) : stream(std::move(socket)) {}
    beast::tcp_stream stream;
    beast::flat_buffer buffer;
    std::string peer;
    bool loopback = false;
    bool idle = true;  // no request has begun: it may be closed at any time
  };
  /// What one request came to.
  struct Turn {
    int refused = 0;  // a status; 0: see `request`
    std::optional<Request> request;
    bool head = false;
    bool keep = false;
    std::string method;
    std::string target;
  };

  awaitable<void> accept();
  awaitable<void> serve(std::shared_ptr<Connection> connection);
  awaitable<bool> take_turn(Connection& connection);
  awaitable<std::optional<Turn>> read(Connection& connection);
  awaitable<int> read_body(Connection& connection, Parser& parser, Request& request);
  awaitable<Response> made(asio::thread_pool& workers, const std::function<Response()>& make, Served& served);
  awaitable<bool> write(Connection& connection, Response response, const Turn& turn, Served served);
  awaitable<void> drain(Connection& connection);
  awaitable<void> end_after_drain_time();
  awaitable<void> watch_signals();
  void begin_stop();

  ServerOptions options_;
  Handler handler_;
  asio::io_context io_{1};
  asio::thread_pool workers_;
  asio::thread_pool waiting_{2};  // for requests that wait
  tcp::acceptor acceptor_{io_};
  asio::signal_set signals_{io_};
  asio::steady_timer end_{io_};
  uint16_t port_ = 0;
  std::set<std::shared_ptr<Connection>> open_;
  std::atomic<size_t> count_ = 0;
  bool stopping_ = false;
};

Server::Impl::Impl(ServerOptions options, Handler handler)
    : options_(std::move(options)), handler_(std::move(handler)), workers_(options_.workers) {
  if (options_.signals) {
    signals_.add(SIGTERM);
    signals_.add(SIGINT);
  }
  error_code error;
  const auto address = asio::ip::make_address(options_.address, error);
  const tcp::endpoint endpoint(address, options_.port);
  if (!error) acceptor_.open(endpoint.protocol(), error);
  if (!error) acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor_.bind(endpoint, error);
  if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
  if (error) {
    throw Error(Message("SERVE-LISTEN", {{"address", options_.address},
                                         {"port", std::to_string(options_.port)},
                                         {"error", std::to_string(error.value())}}));
  }
  port_ = acceptor_.local_endpoint().port();
}

void Server::Impl::run() {
  asio::co_spawn(io_, accept(), asio::detached);
  if (options_.signals) asio::co_spawn(io_, watch_signals(), asio::detached);
  io_.run();
  workers_.join();
  waiting_.join();
}

void Server::Impl::stop() {
  asio::post(io_, [this] { begin_stop(); });
}

void Server::Impl::begin_stop() {
  if (std::exchange(stopping_, true)) return;
  error_code ignored;
  acceptor_.close(ignored);
  signals_.cancel(ignored);
  for (const auto& connection : open_)
    if (connection->idle) connection->stream.cancel();
  if (!open_.empty()) asio::co_spawn(io_, end_after_drain_time(), asio::detached);
}

awaitable<void> Server::Impl::end_after_drain_time() {
  if (open_.empty()) co_return;  // the last one ended meanwhile
  end_.expires_after(options_.limits.drain_time);
  error_code cancelled;
  co_await end_.async_wait(redirect_error(use_awaitable, cancelled));
  if (cancelled) co_return;
  for (const auto& connection : open_) connection->stream.close();
}

awaitable<void> Server::Impl::watch_signals() {
  error_code cancelled;
  co_await signals_.async_wait(redirect_error(use_awaitable, cancelled));
  if (!cancelled) begin_stop();
}

awaitable<void> Server::Impl::accept() {
  asio::steady_timer pause(io_);
  while (!stopping_) {
    error_code error;
    tcp::socket socket = co_await acceptor_.async_accept(redirect_error(use_awaitable, error));
    if (stopping_) co_return;
    if (error) {  // too many open files, a client that went: others are waiting
      pause.expires_after(std::chrono::milliseconds(50));
      co_await pause.async_wait(redirect_error(use_awaitable, error));
      continue;
    }
    if (count_ >= 2 * options_.limits.connections) continue;  // closed: who asks nothing is not told so for ever
    asio::co_spawn(io_, serve(std::make_shared<Connection>(std::move(socket))), asio::detached);
  }
}

awaitable<void> Server::Impl::serve(std::shared_ptr<Connection> connection) {
  error_code error;
  const auto peer = connection->stream.socket().remote_endpoint(error);
  if (error) co_return;
  connection->peer = peer.address().to_string();
  connection->loopback = peer.address().is_loopback();
  connection->stream.socket().set_option(tcp::no_delay(true), error);
  open_.insert(connection);
  ++count_;
  try {
    while (co_await take_turn(*connection)) connection->idle = true;
  } catch (const std::exception&) {  // of memory: the others go on
  }
  connection->stream.close();
  open_.erase(connection);
  --count_;
  if (stopping_ && open_.empty()) end_.cancel();
}

/// Reads a request and answers it. false: the connection ends.
awaitable<bool> Server::Impl::take_turn(Connection& connection) {
  const std::optional<Turn> turn = co_await read(connection);
  if (!turn) co_return false;
  if (turn->refused == kNobodyThere) co_return false;
  Served served{turn->method, turn->target, 0, 0, {}};
  const auto make = [&] { return turn->refused == 0 ? handler_(*turn->request) : options_.refuse(turn->refused); };
  const bool waits = turn->refused == 0 && options_.waits && options_.waits(*turn->request);
  Response response = co_await made(waits ? waiting_ : workers_, make, served);
  const bool goes_on = co_await write(connection, std::move(response), *turn, served);
  if (turn->refused != 0) co_await drain(connection);
  co_return goes_on;
}

awaitable<std::optional<Server::Impl::Turn>> Server::Impl::read(Connection& connection) {
  Turn out;
  Parser parser;
  parser.header_limit(static_cast<uint32_t>(options_.limits.header_bytes));
  parser.body_limit(options_.limits.body_bytes);
  error_code error;
  connection.stream.expires_after(options_.limits.header_time);
  co_await bhttp::async_read_header(connection.stream, connection.buffer, parser, redirect_error(use_awaitable, error));
  if (error) {
    out.refused = status_of(error);
    if (out.refused == 0) co_return std::nullopt;
    co_return out;
  }
  connection.idle = false;
  const Header& header = parser.get();
  out.method = text_of(header.method_string());
  out.target = target_path(text_of(header.target())).value_or("");
  out.head = header.method() == bhttp::verb::head;
  out.keep = parser.keep_alive() && !stopping_;
  out.refused = refused_header(header);
  if (out.refused == 0 && count_ > options_.limits.connections) out.refused = 503;
  if (out.refused != 0) co_return out;
  const std::string address = client_address(connection.peer, connection.loopback, header);
  out.request = request_of(header, address, options_.limits.fields);
  if (!out.request) out.refused = 400;
  if (out.refused == 0 && header.method() == bhttp::verb::post)
    out.refused = co_await read_body(connection, parser, *out.request);
  co_return out;
}

awaitable<int> Server::Impl::read_body(Connection& connection, Parser& parser, Request& request) {
  error_code error;
  const Clock::time_point last = Clock::now() + options_.limits.body_time;
  if (ascii_lower(request.headers.get("expect")) == "100-continue") {
    bhttp::response<bhttp::empty_body> go_on{bhttp::status::continue_, 11};
    connection.stream.expires_after(options_.limits.chunk_time);
    co_await bhttp::async_write(connection.stream, go_on, redirect_error(use_awaitable, error));
  }
  BodyReader body(request.headers.get("content-type"), options_.limits, options_.folder);
  std::array<char, 16384> piece{};
  int refused = body.take("");
  while (refused == 0 && !error && !parser.is_done()) {
    parser.get().body().data = piece.data();
    parser.get().body().size = piece.size();
    connection.stream.expires_at(std::min(last, Clock::now() + options_.limits.chunk_time));
    co_await bhttp::async_read_some(connection.stream, connection.buffer, parser, redirect_error(use_awaitable, error));
    if (error == bhttp::error::need_buffer) error = {};
    if (!error) refused = body.take({piece.data(), piece.size() - parser.get().body().size});
  }
  if (error) co_return status_of(error) == 0 ? kNobodyThere : status_of(error);
  co_return refused == 0 ? body.finish(request) : refused;
}

/// An answer, made by one of these workers.
awaitable<Response> Server::Impl::made(asio::thread_pool& workers, const std::function<Response()>& make,
                                       Served& served) {
  const auto work = [&]() -> awaitable<Response> {
    const Clock::time_point begin = Clock::now();
    Response response;
    try {
      response = make();
    } catch (const std::exception&) {
      response = options_.refuse(500);
    }
    served.took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
    co_return response;
  };
  co_return co_await asio::co_spawn(workers.get_executor(), work, use_awaitable);
}

awaitable<bool> Server::Impl::write(Connection& connection, Response response, const Turn& turn, Served served) {
  const bool keep = turn.keep && turn.refused == 0 && !stopping_;
  served.status = response.status;
  served.bytes = turn.head ? 0 : response.body.size();
  auto answer = answer_of(std::move(response), turn.head, keep);
  bhttp::response_serializer<bhttp::string_body> serializer(answer);
  error_code error;
  while (!serializer.is_done() && !error) {
    connection.stream.expires_after(options_.limits.chunk_time);
    co_await bhttp::async_write_some(connection.stream, serializer, redirect_error(use_awaitable, error));
  }
  if (options_.log) options_.log(served);
  co_return keep && !error;
}

/// A browser that is still sending would see a broken connection instead of the answer.
awaitable<void> Server::Impl::drain(Connection& connection) {
  error_code error;
  connection.stream.socket().shutdown(tcp::socket::shutdown_send, error);
  connection.stream.expires_after(std::chrono::seconds(2));
  std::array<char, 16384> piece{};
  for (size_t left = size_t{4} << 20; left > 0 && !error;) {
    const size_t got =
        co_await connection.stream.async_read_some(asio::buffer(piece), redirect_error(use_awaitable, error));
    left -= std::min(left, got);
  }
}

Server::Server(ServerOptions options, Handler handler)
    : impl_(std::make_unique<Impl>(std::move(options), std::move(handler))) {}
Server::~Server() = default;
uint16_t Server::port() const { return impl_->port(); }
void Server::run() { impl_->run(); }
void Server::stop() { impl_->stop(); }
size_t Server::connections() const { return impl_->connections(); }

}  // namespace esep::http
