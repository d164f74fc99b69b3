// SPDX-License-Identifier: MIT
// The server of src/http with nothing behind it: it reads what comes and answers with the same page each time.
// tests/bench/portal_load.py measures the portal beside it. usage: esep_bare_http FOLDER BYTES
#include <iostream>

#include "http/server.h"

int main(int count, char** words) {
  if (count != 3) return 64;
  using namespace esep::http;
  const std::string page(std::stoul(words[2]), 'x');
  ServerOptions options;
  options.port = 0;
  options.signals = true;
  options.folder = words[1];
  options.refuse = [](int status) { return Response{status, "text/plain", "refused", {}}; };
  Server server(options, [&page](const Request&) { return Response{200, "text/html; charset=utf-8", page, {}}; });
  std::cout << server.port() << std::endl;
  server.run();
  return 0;
}
