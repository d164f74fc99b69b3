// SPDX-License-Identifier: MIT
#include "pdf/structure.h"

#include <charconv>

#include <fmt/core.h>

#include "base/error.h"

namespace esep::pdf {
namespace {

using namespace PoDoFo;  // NOLINT(google-build-using-namespace): their names only
using document::StructNode;

const char* type_of(const StructNode& node) {
  switch (node.kind) {
    case StructNode::Kind::document:
      return "Document";
    case StructNode::Kind::section:
      return "Sect";
    case StructNode::Kind::heading1:
      return "H1";
    case StructNode::Kind::heading2:
      return "H2";
    case StructNode::Kind::paragraph:
      return "P";
    case StructNode::Kind::table:
      return "Table";
    case StructNode::Kind::row:
      return "TR";
    case StructNode::Kind::header_cell:
      return "TH";
    case StructNode::Kind::data_cell:
      return "TD";
    case StructNode::Kind::figure:
      return "Figure";
  }
  return "P";
}

std::string attributes(const StructNode& node) {
  const bool header = node.kind == StructNode::Kind::header_cell;
  if (!header && (node.kind != StructNode::Kind::data_cell || (node.column_span == 1 && node.row_span == 1))) return "";
  std::string out = "/A<</O/Table";
  if (header) out += node.column_scope ? "/Scope/Column" : "/Scope/Row";
  if (node.column_span > 1) out += fmt::format("/ColSpan {}", node.column_span);
  if (node.row_span > 1) out += fmt::format("/RowSpan {}", node.row_span);
  return out + ">>";
}

// Without fmt, like the texts of the objects: a long paper has hundreds of thousands.
std::string reference(uint64_t object) { return std::to_string(object) + " 0 R "; }

// First and next child of each node; children may stand anywhere after their parent.
struct Family {
  explicit Family(const document::Structure& nodes) : first(nodes.size(), -1), next(nodes.size(), -1) {
    std::vector<int> last(nodes.size(), -1);
    for (size_t i = 0; i < nodes.size(); ++i) {
      if (nodes[i].parent < 0) continue;
      const auto parent = static_cast<size_t>(nodes[i].parent);
      (last[parent] < 0 ? first[parent] : next[static_cast<size_t>(last[parent])]) = static_cast<int>(i);
      last[parent] = static_cast<int>(i);
    }
  }
  std::vector<int> first;
  std::vector<int> next;
};

[[noreturn]] void refuse_trailer() { throw Error(Message("PDF-FAILED", {{"reason", std::string("trailer")}})); }

uint64_t number_after(const std::string& text, std::string_view word) {
  const size_t at = text.rfind(word);
  uint64_t out = 0;
  if (at == std::string::npos) refuse_trailer();
  const char* begin = text.data() + at + word.size();
  if (std::from_chars(begin, text.data() + text.size(), out).ec != std::errc()) refuse_trailer();
  return out;
}

}  // namespace

// Objects after the end of a file, then the table of their offsets and a trailer that points back to the first one.
class StructureTree::Update {
 public:
  Update(const FileEnd& file, const Sink& put)
      : file_(file), put_(put), at_(file.size), first_(number_after(file.trailer, "/Size ")) {}

  [[nodiscard]] uint64_t number(size_t index) const { return first_ + index; }

  /// The next new object.
  void add(const std::string& text) {
    offsets_.push_back(at_);
    object(number(offsets_.size() - 1), text);
  }

  /// Writes a new version of an object of the file, and the end.
  void finish(unsigned replaced, const std::string& text) {
    const uint64_t where = at_;
    object(replaced, text);
    const uint64_t table = at_;
    put(fmt::format("xref\n{} 1\n{}{} {}\n", replaced, entry(where), first_, offsets_.size()));
    for (const uint64_t offset : offsets_) put(entry(offset));
    const size_t begin = file_.trailer.rfind("trailer");
    const size_t end = file_.trailer.rfind("/Size ");
    if (begin == std::string::npos || begin > end) refuse_trailer();
    put(fmt::format("{}/Size {}\n/Prev {}\n>>\nstartxref\n{}\n%%EOF\n", file_.trailer.substr(begin, end - begin),
                    number(offsets_.size()), number_after(file_.trailer, "startxref\n"), table));
    put_(pending_);
  }

 private:
  static std::string entry(uint64_t offset) { return fmt::format("{:010} 00000 n \n", offset); }

  void object(uint64_t number, std::string_view text) {
    put(std::to_string(number));
    put(" 0 obj\n");
    put(text);
    put("\nendobj\n");
  }

  void put(std::string_view text) {
    constexpr size_t kPiece = 65'536;
    at_ += text.size();
    pending_ += text;
    if (pending_.size() < kPiece) return;
    put_(pending_);
    pending_.clear();
  }

  const FileEnd& file_;
  const Sink& put_;
  uint64_t at_;
  uint64_t first_;
  std::vector<uint64_t> offsets_;
  std::string pending_;
};

int StructureTree::mark(int node, int page) {
  if (static_cast<size_t>(node) >= marks_.size()) marks_.resize(static_cast<size_t>(node) + 1);
  if (static_cast<size_t>(page) >= page_nodes_.size()) page_nodes_.resize(static_cast<size_t>(page) + 1);
  auto& nodes = page_nodes_[static_cast<size_t>(page)];
  const int id = static_cast<int>(nodes.size());
  nodes.push_back(node);
  Marks& marks = marks_[static_cast<size_t>(node)];
  const int at = static_cast<int>(marked_.size());
  (marks.last < 0 ? marks.first : marked_[static_cast<size_t>(marks.last)].next) = at;
  marks.last = at;
  marked_.push_back({page, id, -1});
  return id;
}

void StructureTree::announce(PdfMemDocument& pdf, const std::vector<PdfObject*>& pages) {
  const PdfObject* root = pdf.GetObjects().CreateObject("StructTreeRoot");
  root_object_ = static_cast<unsigned>(root->Reference().ObjectNumber());
  PdfDictionary mark_info;
  mark_info.AddKey("Marked", PdfVariant(true));
  PdfDictionary& catalog = pdf.GetCatalog()->GetDictionary();
  catalog.AddKey("StructTreeRoot", root->Reference());
  catalog.AddKey("MarkInfo", mark_info);
  for (PdfObject* page : pages) {
    page->GetDictionary().AddKey("StructParents", PdfVariant(static_cast<pdf_int64>(page_objects_.size())));
    page_objects_.push_back(static_cast<unsigned>(page->Reference().ObjectNumber()));
  }
}

void StructureTree::append(const document::Structure& nodes, const FileEnd& file, const Sink& put) const {
  const Family family(nodes);
  Update update(file, put);
  const auto page_reference = [&](int page) { return reference(page_objects_[static_cast<size_t>(page)]); };
  for (size_t i = 0; i < nodes.size(); ++i) {
    const StructNode& node = nodes[i];
    std::string text = "<</Type/StructElem/S/";
    text += type_of(node);
    text += "/P ";
    text += reference(node.parent < 0 ? root_object_ : update.number(static_cast<size_t>(node.parent)));
    const int first = i < marks_.size() ? marks_[i].first : -1;
    const int page = first < 0 ? -1 : marked_[static_cast<size_t>(first)].page;
    if (first >= 0) text += "/Pg " + page_reference(page);
    text += attributes(node) + "/K[";
    for (int at = first; at >= 0; at = marked_[static_cast<size_t>(at)].next) {
      const Marked& mark = marked_[static_cast<size_t>(at)];
      text += mark.page == page ? std::to_string(mark.id) + " "
                                : fmt::format("<</Type/MCR/Pg {}/MCID {}>>", page_reference(mark.page), mark.id);
    }
    for (int child = family.first[i]; child >= 0; child = family.next[static_cast<size_t>(child)])
      text += reference(update.number(static_cast<size_t>(child)));
    update.add(text + "]>>");
  }
  std::string numbers = "<</Nums[";
  for (size_t page = 0; page < page_objects_.size(); ++page) {
    std::string parents = "[";
    for (size_t id = 0; page < page_nodes_.size() && id < page_nodes_[page].size(); ++id)
      parents += reference(update.number(static_cast<size_t>(page_nodes_[page][id])));
    update.add(parents + "]");
    numbers += fmt::format("{} {}", page, reference(update.number(nodes.size() + page)));
  }
  update.add(numbers + "]>>");
  update.finish(root_object_,
                fmt::format("<</Type/StructTreeRoot/K[{}]/ParentTree {}/ParentTreeNextKey {}>>",
                            nodes.empty() ? "" : reference(update.number(0)),
                            reference(update.number(nodes.size() + page_objects_.size())), page_objects_.size()));
}

}  // namespace esep::pdf
