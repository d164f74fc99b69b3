// SPDX-License-Identifier: MIT
#include "base/zip_file.h"

#include <cstdint>
#include <limits>

#include <zlib.h>

#include "base/error.h"

namespace esep {
namespace {

constexpr uint16_t kVersion = 20;
constexpr uint16_t kUtf8Names = 0x0800;
constexpr uint16_t kDeflated = 8;
constexpr uint16_t kFirstDay = 0x21;  // 1980-01-01, the first day that a zip knows

void put16(std::string& out, size_t number) {
  out += static_cast<char>(number & 0xFFU);
  out += static_cast<char>((number >> 8U) & 0xFFU);
}

void put32(std::string& out, size_t number) {
  put16(out, number & 0xFFFFU);
  put16(out, number >> 16U);
}

void require_32_bits(size_t size) {
  if (size >= std::numeric_limits<uint32_t>::max()) throw Error("ZIP-TOO-LARGE");
}

std::string deflated(std::string_view content) {
  z_stream stream{};
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::bad_alloc();
  std::string out(deflateBound(&stream, static_cast<uLong>(content.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));  // zlib's interface is older than const
  stream.avail_in = static_cast<uInt>(content.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace

void ZipFile::add(std::string_view name, std::string_view content) {
  require_32_bits(content.size());
  require_32_bits(bytes_.size());
  const std::string packed = deflated(content);
  const auto sum =
      crc32(crc32(0, nullptr, 0), reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size()));
  std::string entry;  // what the entry's own header and the directory have in common
  put16(entry, kVersion);
  put16(entry, kUtf8Names);
  put16(entry, kDeflated);
  put16(entry, 0);  // midnight
  put16(entry, kFirstDay);
  put32(entry, sum);
  put32(entry, packed.size());
  put32(entry, content.size());
  put16(entry, name.size());
  put16(entry, 0);  // no extra field
  directory_ += "PK\x01\x02";
  put16(directory_, kVersion);
  directory_ += entry;
  put16(directory_, 0);  // no comment
  put16(directory_, 0);  // first disk
  put16(directory_, 0);  // nothing is known of its text
  put32(directory_, 0);  // no attributes
  put32(directory_, bytes_.size());
  directory_ += name;
  bytes_ += "PK\x03\x04";
  bytes_ += entry;
  bytes_ += name;
  bytes_ += packed;
  ++count_;
}

std::string ZipFile::finish() {
  require_32_bits(bytes_.size() + directory_.size());
  const size_t start = bytes_.size();
  bytes_ += directory_;
  bytes_ += "PK\x05\x06";
  put32(bytes_, 0);  // this disk, and that of the directory
  put16(bytes_, count_);
  put16(bytes_, count_);
  put32(bytes_, directory_.size());
  put32(bytes_, start);
  put16(bytes_, 0);  // no comment
  return std::move(bytes_);
}

}  // namespace esep
