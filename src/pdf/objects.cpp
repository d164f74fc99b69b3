// SPDX-License-Identifier: MIT
#include "pdf/objects.h"

#include <ostream>
#include <streambuf>

#include <podofo/podofo.h>

namespace esep::pdf {
namespace {

// Passes on PoDoFo's output and remembers the end.
class SinkBuffer : public std::streambuf {
 public:
  explicit SinkBuffer(const Sink& put) : put_(put) {}
  [[nodiscard]] const FileEnd& end() const { return end_; }

 protected:
  std::streamsize xsputn(const char* text, std::streamsize size) override {
    pending_.append(text, static_cast<size_t>(size));
    if (pending_.size() >= kPiece) hand_on();
    return size;
  }
  int_type overflow(int_type byte) override {
    const char one = traits_type::to_char_type(byte);
    return xsputn(&one, 1) == 1 ? byte : traits_type::eof();
  }
  int sync() override {
    hand_on();
    return 0;
  }

 private:
  static constexpr size_t kPiece = 65'536;
  static constexpr size_t kTrailer = 2'048;

  void hand_on() {
    put_(pending_);
    end_.size += pending_.size();
    end_.trailer += pending_;
    if (end_.trailer.size() > kTrailer) end_.trailer.erase(0, end_.trailer.size() - kTrailer);
    pending_.clear();
  }

  const Sink& put_;
  std::string pending_;
  FileEnd end_;
};

}  // namespace

FileEnd write_objects(PoDoFo::PdfMemDocument& pdf, const Sink& put) {
  SinkBuffer buffer(put);
  std::ostream stream(&buffer);
  stream.exceptions(std::ios::badbit);  // a full disk ends it
  {
    PoDoFo::PdfOutputDevice device(&stream);
    pdf.Write(&device);
  }
  stream.flush();
  return buffer.end();
}

}  // namespace esep::pdf
