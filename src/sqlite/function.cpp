// SPDX-License-Identifier: MIT
#include "sqlite/function.h"

#include <exception>
#include <stdexcept>

#include <sqlite3.h>

#include "sqlite/check.h"
#include "sqlite/database.h"

namespace esep::sqlite {
namespace {

constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;

// No exception may cross SQLite's C frames.
template <typename Body>
void guarded(sqlite3_context* context, const Body& body) {
  try {
    body();
  } catch (const std::exception& error) {
    sqlite3_result_error(context, error.what(), -1);
  }
}

void call_scalar(sqlite3_context* context, int count, sqlite3_value** values) {
  guarded(context,
          [&] { (*static_cast<ScalarFunction*>(sqlite3_user_data(context)))(FunctionCall(context, count, values)); });
}

template <typename T>
void destroy(void* pointer) {
  const std::unique_ptr<T> owner(static_cast<T*>(pointer));
}

// SQLite's per-run memory holds one pointer, null until the first step.
struct Slot {
  Aggregate* running;
};

void step_aggregate(sqlite3_context* context, int count, sqlite3_value** values) {
  guarded(context, [&] {
    auto* slot = static_cast<Slot*>(sqlite3_aggregate_context(context, sizeof(Slot)));
    if (slot == nullptr) return;
    if (slot->running == nullptr)
      slot->running = (*static_cast<MakeAggregate*>(sqlite3_user_data(context)))().release();
    slot->running->step(FunctionCall(context, count, values));
  });
}

void finish_aggregate(sqlite3_context* context) {
  guarded(context, [&] {
    auto* slot = static_cast<Slot*>(sqlite3_aggregate_context(context, 0));
    std::unique_ptr<Aggregate> running;
    if (slot != nullptr && slot->running != nullptr) {
      running.reset(slot->running);
      slot->running = nullptr;
    } else {
      running = (*static_cast<MakeAggregate*>(sqlite3_user_data(context)))();
    }
    running->finish(FunctionCall(context, 0, nullptr));
  });
}

}  // namespace

FunctionCall::FunctionCall(sqlite3_context* context, int count, sqlite3_value** values)
    : context_(context), count_(count), values_(values) {}

bool FunctionCall::is_null(int index) const { return sqlite3_value_type(values_[index]) == SQLITE_NULL; }

Value FunctionCall::arg(int index) const {
  sqlite3_value* value = values_[index];
  switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
      return sqlite3_value_int64(value);
    case SQLITE_TEXT: {
      const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
      return std::string(text, static_cast<size_t>(sqlite3_value_bytes(value)));
    }
    case SQLITE_BLOB: {
      const auto* bytes = static_cast<const std::byte*>(sqlite3_value_blob(value));
      return Blob(bytes, bytes + sqlite3_value_bytes(value));
    }
    case SQLITE_FLOAT:
      throw std::invalid_argument("floating point where exact numbers are kept");
    default:
      return std::monostate{};
  }
}

void FunctionCall::result(const Value& value) const {
  if (const auto* number = std::get_if<int64_t>(&value)) {
    sqlite3_result_int64(context_, *number);
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    sqlite3_result_text64(context_, text->data(), text->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  } else if (const auto* blob = std::get_if<Blob>(&value)) {
    sqlite3_result_blob64(context_, blob->data(), blob->size(), SQLITE_TRANSIENT);
  } else {
    sqlite3_result_null(context_);
  }
}

void FunctionCall::fail(std::string_view text) const {
  sqlite3_result_error(context_, text.data(), static_cast<int>(text.size()));
}

void Database::add_function(const std::string& name, int arguments, ScalarFunction function) {
  auto owned = std::make_unique<ScalarFunction>(std::move(function));
  check(handle(), sqlite3_create_function_v2(handle(), name.c_str(), arguments, kFlags, owned.release(), &call_scalar,
                                             nullptr, nullptr, &destroy<ScalarFunction>));
}

void Database::add_aggregate(const std::string& name, int arguments, MakeAggregate make) {
  auto owned = std::make_unique<MakeAggregate>(std::move(make));
  check(handle(), sqlite3_create_function_v2(handle(), name.c_str(), arguments, kFlags, owned.release(), nullptr,
                                             &step_aggregate, &finish_aggregate, &destroy<MakeAggregate>));
}

}  // namespace esep::sqlite
