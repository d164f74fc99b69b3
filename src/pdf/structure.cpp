// SPDX-License-Identifier: MIT
#include "pdf/structure.h"

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

// Elements are written as finished text: as PdfDictionary a table of 50,000 cells takes a quarter of a gigabyte.

void append(std::string& out, const PdfReference& reference) {
  out +=
      std::to_string(reference.ObjectNumber()) + " " + std::to_string(reference.GenerationNumber()) + " R ";
}

std::string attributes(const StructNode& node) {
  const bool header = node.kind == StructNode::Kind::header_cell;
  if (!header && (node.kind != StructNode::Kind::data_cell || (node.column_span == 1 && node.row_span == 1)))
    return "";
  std::string out = "/A<</O/Table";
  if (header) out += node.column_scope ? "/Scope/Column" : "/Scope/Row";
  if (node.column_span > 1) out += "/ColSpan " + std::to_string(node.column_span);
  if (node.row_span > 1) out += "/RowSpan " + std::to_string(node.row_span);
  return out + ">>";
}

}  // namespace

int StructureTree::mark(int node, int page) {
  if (static_cast<size_t>(node) >= marks_.size()) marks_.resize(static_cast<size_t>(node) + 1);
  if (static_cast<size_t>(page) >= page_nodes_.size()) page_nodes_.resize(static_cast<size_t>(page) + 1);
  auto& nodes = page_nodes_[static_cast<size_t>(page)];
  const int id = static_cast<int>(nodes.size());
  nodes.push_back(node);
  marks_[static_cast<size_t>(node)].push_back({page, id});
  return id;
}

void StructureTree::write(const std::vector<StructNode>& nodes, const std::vector<PdfObject*>& pages) {
  PdfVecObjects& objects = document_.GetObjects();
  PdfObject* root = objects.CreateObject("StructTreeRoot");
  std::vector<PdfObject*> elements;
  std::vector<std::string> kids(nodes.size());
  marks_.resize(nodes.size());
  elements.reserve(nodes.size());
  for (size_t i = 0; i < nodes.size(); ++i) {
    elements.push_back(objects.CreateObject(PdfVariant()));
    if (nodes[i].parent >= 0) append(kids[static_cast<size_t>(nodes[i].parent)], elements[i]->Reference());
    for (const auto& mark : marks_[i]) {
      if (mark.page == marks_[i].front().page) {
        kids[i] += std::to_string(mark.id) + " ";
        continue;
      }
      kids[i] += "<</Type/MCR/Pg ";
      append(kids[i], pages[static_cast<size_t>(mark.page)]->Reference());
      kids[i] += "/MCID " + std::to_string(mark.id) + ">>";
    }
  }
  for (size_t i = 0; i < nodes.size(); ++i) {
    std::string text = std::string("<</Type/StructElem/S/") + type_of(nodes[i]) + "/P ";
    append(text, (nodes[i].parent < 0 ? root : elements[static_cast<size_t>(nodes[i].parent)])->Reference());
    if (!marks_[i].empty()) {
      text += "/Pg ";
      append(text, pages[static_cast<size_t>(marks_[i].front().page)]->Reference());
    }
    text += attributes(nodes[i]) + "/K[" + kids[i] + "]>>";
    std::string().swap(kids[i]);
    static_cast<PdfVariant&>(*elements[i]) = PdfVariant(PdfData(text.data(), text.size()));
  }

  PdfArray numbers;
  for (size_t page = 0; page < pages.size(); ++page) {
    std::string parents = "[";
    if (page < page_nodes_.size()) {
      for (const int node : page_nodes_[page])
        append(parents, elements[static_cast<size_t>(node)]->Reference());
    }
    parents += ']';
    numbers.push_back(PdfVariant(static_cast<pdf_int64>(page)));
    numbers.push_back(PdfVariant(PdfData(parents.data(), parents.size())));
    pages[page]->GetDictionary().AddKey("StructParents", PdfVariant(static_cast<pdf_int64>(page)));
  }
  PdfObject* parent_tree = objects.CreateObject();
  parent_tree->GetDictionary().AddKey("Nums", numbers);
  PdfArray top;
  if (!elements.empty()) top.push_back(elements.front()->Reference());
  root->GetDictionary().AddKey("K", top);
  root->GetDictionary().AddKey("ParentTree", parent_tree->Reference());
  root->GetDictionary().AddKey("ParentTreeNextKey", PdfVariant(static_cast<pdf_int64>(pages.size())));
  PdfDictionary mark_info;
  mark_info.AddKey("Marked", PdfVariant(true));
  PdfDictionary& catalog = document_.GetCatalog()->GetDictionary();
  catalog.AddKey("StructTreeRoot", root->Reference());
  catalog.AddKey("MarkInfo", mark_info);
}

}  // namespace esep::pdf
