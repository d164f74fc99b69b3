// SPDX-License-Identifier: MIT
#include "web/language_name.h"

namespace esep::web {

const char* language_name(Lang lang) {
  switch (lang) {
    case Lang::kk:
      return "Қазақша";
    case Lang::ru:
      return "Русский";
    case Lang::en:
      break;
  }
  return "English";
}

}  // namespace esep::web
