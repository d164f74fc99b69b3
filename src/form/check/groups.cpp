// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "base/text.h"
#include "form/check/form.h"

namespace esep::form {
namespace {

// The group and its parents, innermost first; stops at a cycle.
std::vector<std::string> chain(const FormDefinition& form, std::string group) {
  std::vector<std::string> out;
  while (!group.empty() && std::find(out.begin(), out.end(), group) == out.end()) {
    out.push_back(group);
    const Group* found = form.group(group);
    group = found == nullptr ? "" : found->parent;
  }
  return out;
}

bool comes_round(const FormDefinition& form, const Group& group) {
  const std::vector<std::string> up = chain(form, group.parent);
  return std::find(up.begin(), up.end(), group.id) != up.end();
}

Message named(const char* code, const std::string& name) { return Message(code, {{"name", name}}); }

void known(const FormDefinition& form, const FileProblems& problems) {
  std::vector<std::string> ids;
  for (const Group& group : form.groups) ids.push_back(group.id);
  const auto require = [&](std::string_view list, size_t i, std::string_view key, const std::string& id) {
    if (id.empty() || form.group(id) != nullptr) return;
    problems.report_at(list, i, key, named("FORM-GROUP", id), nearest(id, ids));
  };
  for (size_t i = 0; i < form.groups.size(); ++i) {
    require("group", i, "parent", form.groups[i].parent);
    if (comes_round(form, form.groups[i])) {
      problems.report_at("group", i, "parent", named("FORM-GROUP-CYCLE", form.groups[i].id));
    }
  }
  for (size_t i = 0; i < form.columns.size(); ++i) require("column", i, "group", form.columns[i].group);
}

// A header cell spans neighbours only: once a group has ended it must not begin again.
void contiguous(const FormDefinition& form, const FileProblems& problems) {
  std::set<std::string> closed;
  std::vector<std::string> open;
  for (size_t i = 0; i < form.columns.size(); ++i) {
    const std::vector<std::string> now = chain(form, form.columns[i].group);
    for (const std::string& group : open) {
      if (std::find(now.begin(), now.end(), group) == now.end()) closed.insert(group);
    }
    for (const std::string& group : now) {
      if (closed.erase(group) == 0) continue;
      problems.report_at("column", i, "group", named("FORM-GROUP-SPLIT", group));
    }
    open = now;
  }
}

void used(const FormDefinition& form, const FileProblems& problems) {
  std::set<std::string> with_columns;
  for (const Column& column : form.columns) {
    for (const std::string& group : chain(form, column.group)) with_columns.insert(group);
  }
  for (size_t i = 0; i < form.groups.size(); ++i) {
    const std::string& id = form.groups[i].id;
    if (id.empty() || with_columns.contains(id)) continue;
    problems.report_at("group", i, "id", named("FORM-GROUP-EMPTY", id));
  }
}

}  // namespace

void check_groups(const FormDefinition& form, const FileProblems& problems) {
  known(form, problems);
  contiguous(form, problems);
  used(form, problems);
}

}  // namespace esep::form
