// SPDX-License-Identifier: MIT
#include "intake/xml_part.h"

#include <algorithm>
#include <charconv>

#include <expat.h>

#include "intake/limits.h"

namespace esep::intake {
namespace {

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

std::string_view local_name(std::string_view name) {
  const size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view root_namespace(std::string_view name, XmlAttributes attributes) {
  const size_t colon = name.find(':');
  const std::string wanted = colon == std::string_view::npos ? "xmlns" : "xmlns:" + std::string(name.substr(0, colon));
  for (; *attributes != nullptr; attributes += 2) {
    if (wanted == attributes[0]) return attributes[1];
  }
  return {};
}

}  // namespace

std::optional<std::string_view> attribute(XmlAttributes attributes, std::string_view name) {
  for (; *attributes != nullptr; attributes += 2) {
    if (name == attributes[0]) return attributes[1];
  }
  return std::nullopt;
}

std::optional<std::string_view> prefixed_attribute(XmlAttributes attributes, std::string_view name) {
  for (; *attributes != nullptr; attributes += 2) {
    const std::string_view full = attributes[0];
    const std::string_view local = local_name(full);
    if (local == name && local.size() != full.size()) return attributes[1];
  }
  return std::nullopt;
}

std::optional<int> number_attribute(XmlAttributes attributes, std::string_view name) {
  const std::string_view text = attribute(attributes, name).value_or("");
  int out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(out) : std::nullopt;
}

bool is_true(std::optional<std::string_view> value) { return value == "1" || value == "true"; }

bool is_spreadsheet_namespace(std::string_view name_space) {
  return name_space == "http://schemas.openxmlformats.org/spreadsheetml/2006/main" ||
         name_space == "http://purl.oclc.org/ooxml/spreadsheetml/main";
}

void XmlHandler::unknown(std::string_view name, XmlAttributes attributes) {
  const auto note = [this](std::string_view one) {
    if (unknown_.find(one) == unknown_.end()) unknown_.emplace(one);
  };
  note(name);
  for (; *attributes != nullptr; attributes += 2) note(attributes[0]);
  if (unknown_.size() > kMaxUnknownNames) fail(limit_problem("FILE-LIMIT-NAMES", kMaxUnknownNames));
}

struct XmlPart::State {
  std::optional<ZipEntryReader> reader;
  const InflatedPart* inflated;  // where there is no reader
  std::string part;
  uint64_t size;
  XmlHandler& handler;
  std::unique_ptr<XML_ParserStruct, FreeParser> parser{XML_ParserCreate(nullptr)};
  uint64_t fed = 0;
  int depth = 0;
  bool last = false;
  bool suspended = false;
  std::optional<Problem> failure;

  State(std::optional<ZipEntryReader> from, const InflatedPart* text, const ZipEntry& entry, XmlHandler& h)
      : reader(std::move(from)), inflated(text), part(entry.name), size(entry.inflated), handler(h) {}

  std::optional<size_t> read(char* buffer, size_t most) {
    if (reader) return reader->read(buffer, most);
    const size_t got = inflated->text.copy(buffer, most, fed);
    return got == 0 && inflated->damaged ? std::nullopt : std::optional(got);
  }

  // A small chunk first, because the root often decides; then at most the rest plus one byte, to reach the end.
  [[nodiscard]] size_t chunk() const {
    const uint64_t left = size > fed ? size - fed + 1 : 1;
    return static_cast<size_t>(std::min<uint64_t>(left, fed == 0 ? kFirstChunk : kChunk));
  }

  void stop(Problem problem) {
    if (!failure) failure = std::move(problem);
    XML_StopParser(parser.get(), XML_FALSE);
  }

  Problem damage() const {
    const auto line = XML_GetCurrentLineNumber(parser.get());
    return problem("FILE-XML-DAMAGED", {{"part", part}, {"line", std::to_string(line)}});
  }

  // After every event, because the handler may want to stop or to pause.
  void obey() {
    if (handler.failure()) {
      stop(*handler.failure());
    } else if (handler.wants_pause()) {
      handler.clear_pause();
      XML_StopParser(parser.get(), XML_TRUE);
    }
  }

  void start(const char* name, XmlAttributes attributes) {
    if (failure) return;
    const std::string_view local = local_name(name);
    if (++depth > kMaxXmlDepth) return stop(limit_problem("FILE-LIMIT-DEPTH", kMaxXmlDepth));
    if (depth == 1 && !handler.accepts_root(local, root_namespace(name, attributes))) return stop(damage());
    if (depth > 1) handler.start(local, attributes);
    obey();
  }

  void end() {
    if (failure) return;
    if (depth-- > 1) handler.end();
    obey();
  }

  Step after(XML_Status status) {
    if (status == XML_STATUS_ERROR) {
      if (!failure) failure = damage();
      return Step::failed;
    }
    suspended = status == XML_STATUS_SUSPENDED;
    // expat reads the start of an unfinished token again with every chunk.
    if (!suspended && !last && fed - static_cast<uint64_t>(XML_GetCurrentByteIndex(parser.get())) > kMaxXmlToken) {
      failure = limit_problem("FILE-LIMIT-TOKEN", kMaxXmlToken);
      return Step::failed;
    }
    return last && !suspended ? Step::done : Step::more;
  }
};

XmlPart::XmlPart(const ZipArchive& archive, const ZipEntry& entry, XmlHandler& handler)
    : XmlPart(std::make_unique<State>(ZipEntryReader(archive, entry), nullptr, entry, handler)) {}

XmlPart::XmlPart(const InflatedPart& part, const ZipEntry& entry, XmlHandler& handler)
    : XmlPart(std::make_unique<State>(std::nullopt, &part, entry, handler)) {}

XmlPart::XmlPart(std::unique_ptr<State> made) : state_(std::move(made)) {
  XML_Parser parser = state_->parser.get();
  if (parser == nullptr) throw std::bad_alloc();
  XML_SetUserData(parser, state_.get());
  XML_SetElementHandler(
      parser, [](void* s, const char* name, const char** a) { static_cast<State*>(s)->start(name, a); },
      [](void* s, const char*) { static_cast<State*>(s)->end(); });
  XML_SetCharacterDataHandler(parser, [](void* s, const char* text, int size) {
    auto* state = static_cast<State*>(s);
    if (!state->failure) state->handler.text(std::string_view(text, static_cast<size_t>(size)));
  });
  XML_SetStartDoctypeDeclHandler(parser, [](void* s, const char*, const char*, const char*, int) {
    auto* state = static_cast<State*>(s);
    state->stop(problem("FILE-XML-DTD", {{"part", state->part}}));
  });
}

XmlPart::~XmlPart() = default;

XmlPart::Step XmlPart::step() {
  State& s = *state_;
  if (s.failure) return Step::failed;
  if (s.suspended) return s.after(XML_ResumeParser(s.parser.get()));
  if (s.last) return Step::done;
  const size_t chunk = s.chunk();
  auto* buffer = static_cast<char*>(XML_GetBuffer(s.parser.get(), static_cast<int>(chunk)));
  if (buffer == nullptr) throw std::bad_alloc();
  const auto got = s.read(buffer, chunk);
  if (!got) {
    s.failure = problem("FILE-ZIP-DAMAGED");
    return Step::failed;
  }
  s.fed += *got;
  s.last = *got == 0;
  return s.after(XML_ParseBuffer(s.parser.get(), static_cast<int>(*got), s.last ? XML_TRUE : XML_FALSE));
}

const Problem& XmlPart::failure() const { return *state_->failure; }

bool read_part(const ZipArchive& archive, const ZipEntry& entry, uint64_t limit, XmlHandler& handler,
               Problem& refusal) {
  if (entry.inflated > limit) {
    refusal = problem("FILE-ZIP-BOMB", {{"part", entry.name}, {"megabytes", std::to_string(entry.inflated >> 20)}});
    return false;
  }
  XmlPart part(archive, entry, handler);
  auto step = XmlPart::Step::more;
  while (step == XmlPart::Step::more) step = part.step();
  if (step == XmlPart::Step::failed) refusal = part.failure();
  return step == XmlPart::Step::done;
}

}  // namespace esep::intake
