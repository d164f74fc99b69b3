// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace esep::http {

/// HEAD comes as `get`: the server leaves the body out.
enum class Method { get, post };

/// Names and values in the order in which they came. A name may come twice.
class Fields {
 public:
  void add(std::string name, std::string value) { pairs_.emplace_back(std::move(name), std::move(value)); }
  /// The first value; nullopt: there is none.
  [[nodiscard]] std::optional<std::string> find(std::string_view name) const;
  /// The same; empty if there is none.
  [[nodiscard]] std::string get(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> all(std::string_view name) const;
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& pairs() const { return pairs_; }

 private:
  std::vector<std::pair<std::string, std::string>> pairs_;
};

/// A private file (mode 0600) of the server's folder; its end removes it.
class UploadedFile {
 public:
  explicit UploadedFile(std::filesystem::path path) : path_(std::move(path)) {}
  ~UploadedFile();
  UploadedFile(const UploadedFile&) = delete;
  UploadedFile& operator=(const UploadedFile&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// A file that came with a form.
struct Upload {
  std::string field;
  std::string name;  // as the browser gave it, valid UTF-8 without control characters and without folders
  uint64_t size = 0;
  std::shared_ptr<const UploadedFile> file;
};

/// One request, whole: body and files have come when a handler sees it.
struct Request {
  Method method = Method::get;
  std::string path;  // decoded, valid UTF-8: begins with '/', holds no "..", backslash or control character
  Fields query;
  Fields form;
  std::vector<Upload> uploads;
  Fields headers;  // names in lower case, one of a name
  Fields cookies;
  std::string address;  // of the client: of the connection, or from loopback what X-Forwarded-For ends with
};

}  // namespace esep::http
