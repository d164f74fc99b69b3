// SPDX-License-Identifier: MIT
#include "form/form_definition.h"

#include <algorithm>
#include <mutex>

#include "base/hash.h"
#include "base/message.h"
#include "form/register_definition.h"

namespace esep::form {
namespace {

template <typename List>
auto* find_id(List& list, std::string_view id) {
  const auto at = std::find_if(list.begin(), list.end(), [&](const auto& one) { return one.id == id; });
  return at == list.end() ? nullptr : &*at;
}

}  // namespace

struct FormFile::Hash {
  std::once_flag once;
  std::string value;
};

FormFile::FormFile(std::string origin, std::string contents)
    : name(std::move(origin)), text(std::move(contents)), hash_(std::make_shared<Hash>()) {}

const std::string& FormFile::sha256() const {
  std::call_once(hash_->once, [this] { hash_->value = sha256_hex(text); });
  return hash_->value;
}

bool Rule::applies_at(std::string_view stage) const {
  return stages.empty() || std::find(stages.begin(), stages.end(), stage) != stages.end();
}

std::string FormDefinition::filled_title(Lang lang, const std::map<std::string, Value>& values) const {
  constexpr const char* kLine = "____";
  Message::Args args;
  for (const Field& field : fields) {
    const auto at = values.find(field.id);
    const bool there = at != values.end() && !is_blank(at->second);
    args.emplace_back(field.id, there ? display_text(at->second, field.scale, lang) : kLine);
  }
  return interpolate(wording.title.text.in(lang), args, lang);
}

bool FormDefinition::is_in_title(std::string_view wanted) const {
  return wording.title.text.kk.find("{" + std::string(wanted) + "}") != std::string::npos;
}

LocalText FormDefinition::plain_title() const {
  return {filled_title(Lang::kk, {}), filled_title(Lang::ru, {}),
          wording.title.text.en.empty() ? "" : filled_title(Lang::en, {})};
}

LocalText FormDefinition::list_title() const {
  return wording.short_title.text.empty() ? plain_title() : wording.short_title.text;
}

const Column* FormDefinition::column(std::string_view wanted) const { return find_id(columns, wanted); }
const Field* FormDefinition::field(std::string_view wanted) const { return find_id(fields, wanted); }
const Group* FormDefinition::group(std::string_view wanted) const { return find_id(groups, wanted); }

const ValueSpec* FormDefinition::value_spec(std::string_view wanted) const {
  if (const Column* found = column(wanted)) return found;
  return field(wanted);
}

int FormDefinition::column_index(std::string_view wanted) const {
  const Column* found = column(wanted);
  return found == nullptr ? -1 : static_cast<int>(found - columns.data());
}

bool FormDefinition::is_head_column(std::string_view wanted) const {
  if (rows.kind != RowKind::grouped) return true;
  return std::find(rows.head.begin(), rows.head.end(), wanted) != rows.head.end();
}

bool FormDefinition::is_additive(std::string_view stage) const {
  return std::find(reporting.additive.begin(), reporting.additive.end(), stage) != reporting.additive.end();
}

int FormDefinition::list_of(std::string_view wanted) const {
  if (rows.kind != RowKind::grouped) return -1;
  for (size_t i = 0; i < rows.lists.size(); ++i) {
    if (std::find(rows.lists[i].begin(), rows.lists[i].end(), wanted) != rows.lists[i].end())
      return static_cast<int>(i);
  }
  return -1;
}

const RegisterColumn* RegisterDefinition::by_role(RegisterRole role, Lang lang) const {
  const RegisterColumn* first = nullptr;
  for (const RegisterColumn& one : columns) {
    if (one.role != role) continue;
    if (one.lang == lang) return &one;
    if (first == nullptr) first = &one;
  }
  return first;
}

const RegisterColumn* RegisterDefinition::column(std::string_view wanted) const {
  const auto at = std::find_if(columns.begin(), columns.end(), [&](const auto& c) { return c.id == wanted; });
  return at == columns.end() ? nullptr : &*at;
}

}  // namespace esep::form
