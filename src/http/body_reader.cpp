// SPDX-License-Identifier: MIT
#include "http/body_reader.h"

#include <utility>

#include "base/file.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "http/header_value.h"
#include "http/url.h"

namespace esep::http {
namespace {

namespace fs = std::filesystem;

/// The file's own name: old browsers send whole paths.
std::string bare_name(const std::string& given) {
  std::string out;
  for (const char c : scrub_utf8(given.substr(given.find_last_of("/\\") + 1)))
    if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) out += c;
  return std::string(utf8_prefix(out, 200));
}

}  // namespace

BodyReader::BodyReader(const std::string& type, const Limits& limits, fs::path folder)
    : limits_(limits), folder_(std::move(folder)) {
  const std::string word = header_value(type).word;
  if (const std::string boundary = multipart_boundary(type); !boundary.empty()) {
    parts_.emplace(boundary, static_cast<PartSink&>(*this));
  } else if (word == "multipart/form-data") {
    status_ = 400;
  } else if (word != "application/x-www-form-urlencoded") {
    status_ = 415;
  }
}

int BodyReader::take(std::string_view piece) {
  if (status_ != 0) return status_;
  if (parts_) {
    if (!parts_->take(piece) && status_ == 0) status_ = 400;
  } else {
    form_bytes_ += piece.size();
    if (form_bytes_ > limits_.form_bytes) return status_ = 413;
    text_ += piece;
  }
  return status_;
}

int BodyReader::finish(Request& request) {
  if (status_ != 0) return status_;
  if (parts_) {
    if (!parts_->complete()) return 400;
  } else {
    auto fields = urlencoded_fields(text_, limits_.fields);
    if (!fields) return 400;
    form_ = std::move(*fields);
  }
  request.form = std::move(form_);
  request.uploads = std::move(uploads_);
  return 0;
}

bool BodyReader::refuse(int status) {
  status_ = status;
  return false;
}

bool BodyReader::begin(const std::string& field, const std::string* file_name) {
  text_.clear();
  field_ = scrub_utf8(field);
  form_bytes_ += field.size();
  if (form_.pairs().size() == limits_.fields || uploads_.size() == limits_.uploads) return refuse(413);
  if (file_name == nullptr) return true;
  Upload upload{field_, bare_name(*file_name), 0, std::make_shared<const UploadedFile>(folder_ / random_hex(16))};
  file_.open(upload.file->path(), std::ios::binary | std::ios::trunc);
  if (!file_) return refuse(507);
  make_private(upload.file->path());
  uploads_.push_back(std::move(upload));
  return true;
}

bool BodyReader::bytes(std::string_view bytes) {
  if (file_.is_open()) {
    uploads_.back().size += bytes.size();
    return file_.write(bytes.data(), static_cast<std::streamsize>(bytes.size())) ? true : refuse(507);
  }
  form_bytes_ += bytes.size();
  if (form_bytes_ > limits_.form_bytes) return refuse(413);
  text_ += bytes;
  return true;
}

bool BodyReader::end() {
  if (file_.is_open()) {
    file_.close();
    return file_ ? true : refuse(507);
  }
  if (!is_valid_utf8(text_)) return refuse(400);
  form_.add(std::move(field_), std::move(text_));
  return true;
}

}  // namespace esep::http
