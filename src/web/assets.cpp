// SPDX-License-Identifier: MIT
#include "web/assets.h"

#include "base/hash.h"
#include "web/embedded_assets.h"

namespace esep::web {
namespace {

constexpr std::string_view kFolder = "/assets/";
constexpr size_t kHashLength = 12;

struct Type {
  std::string_view ending, type;
};
constexpr std::array<Type, 4> kTypes = {{{".css", "text/css; charset=utf-8"},
                                         {".js", "text/javascript; charset=utf-8"},
                                         {".svg", "image/svg+xml"},
                                         {".woff2", "font/woff2"}}};

std::string type_of(std::string_view name) {
  for (const Type& one : kTypes)
    if (name.ends_with(one.ending)) return std::string(one.type);
  return "application/octet-stream";
}

// By name: address and content.
struct Asset {
  std::string address;
  std::string_view text;
};

const std::map<std::string, Asset, std::less<>>& all() {
  static const std::map<std::string, Asset, std::less<>> kAll = [] {
    std::map<std::string, Asset, std::less<>> out;
    for (const datafile::EmbeddedFile& file : embedded_assets()) {
      const std::string hash = sha256_hex(file.bytes).substr(0, kHashLength);
      out.emplace(file.path, Asset{std::string(kFolder) + hash + "/" + std::string(file.path), file.bytes});
    }
    return out;
  }();
  return kAll;
}

}  // namespace

std::string asset_address(std::string_view name) { return all().find(name)->second.address; }

http::Response asset_response(const http::Request& request) {
  const std::string name = request.path.substr(request.path.rfind('/') + 1);
  const auto asset = all().find(name);
  http::Response out;
  if (asset == all().end() || asset->second.address != request.path) {
    out.status = 404;
    out.type = "text/plain; charset=utf-8";
    return out;
  }
  out.type = type_of(name);
  out.body = asset->second.text;
  out.headers = {{"Cache-Control", "public, max-age=31536000, immutable"}};
  return out;
}

}  // namespace esep::web
