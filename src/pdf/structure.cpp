// SPDX-License-Identifier: MIT
#include "pdf/structure.h"

namespace esep::pdf {
namespace {

using namespace PoDoFo;  // NOLINT(google-build-using-namespace): their names only
using document::StructNode;

const char* type_of(const StructNode& node) {
  switch (node.kind) {
    case StructNode::Kind::document: return "Document";
    case StructNode::Kind::section: return "Sect";
    case StructNode::Kind::heading1: return "H1";
    case StructNode::Kind::heading2: return "H2";
    case StructNode::Kind::paragraph: return "P";
    case StructNode::Kind::table: return "Table";
    case StructNode::Kind::row: return "TR";
    case StructNode::Kind::header_cell: return "TH";
    case StructNode::Kind::data_cell: return "TD";
    case StructNode::Kind::figure: return "Figure";
  }
  return "P";
}

void add_attributes(PdfObject& element, const StructNode& node) {
  const bool cell = node.kind == StructNode::Kind::header_cell || node.kind == StructNode::Kind::data_cell;
  if (!cell || (node.kind == StructNode::Kind::data_cell && node.column_span == 1 && node.row_span == 1)) return;
  PdfDictionary attributes;
  attributes.AddKey("O", PdfName("Table"));
  if (node.kind == StructNode::Kind::header_cell) attributes.AddKey("Scope", PdfName(node.column_scope ? "Column" : "Row"));
  if (node.column_span > 1) attributes.AddKey("ColSpan", PdfVariant(static_cast<pdf_int64>(node.column_span)));
  if (node.row_span > 1) attributes.AddKey("RowSpan", PdfVariant(static_cast<pdf_int64>(node.row_span)));
  element.GetDictionary().AddKey("A", attributes);
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
  std::vector<PdfArray> kids(nodes.size());
  marks_.resize(nodes.size());
  for (const auto& node : nodes) {
    PdfObject* element = objects.CreateObject("StructElem");
    element->GetDictionary().AddKey("S", PdfName(type_of(node)));
    add_attributes(*element, node);
    elements.push_back(element);
  }
  for (size_t i = 0; i < nodes.size(); ++i) {
    const PdfObject* parent = nodes[i].parent < 0 ? root : elements[static_cast<size_t>(nodes[i].parent)];
    elements[i]->GetDictionary().AddKey("P", parent->Reference());
    if (nodes[i].parent >= 0) kids[static_cast<size_t>(nodes[i].parent)].push_back(elements[i]->Reference());
    for (const auto& mark : marks_[i]) {
      PdfDictionary reference;
      reference.AddKey("Type", PdfName("MCR"));
      reference.AddKey("Pg", pages[static_cast<size_t>(mark.page)]->Reference());
      reference.AddKey("MCID", PdfVariant(static_cast<pdf_int64>(mark.id)));
      kids[i].push_back(reference);
    }
  }
  for (size_t i = 0; i < nodes.size(); ++i) elements[i]->GetDictionary().AddKey("K", kids[i]);

  PdfArray numbers;
  for (size_t page = 0; page < pages.size(); ++page) {
    PdfArray parents;
    if (page < page_nodes_.size()) {
      for (const int node : page_nodes_[page]) parents.push_back(elements[static_cast<size_t>(node)]->Reference());
    }
    numbers.push_back(PdfVariant(static_cast<pdf_int64>(page)));
    numbers.push_back(parents);
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
