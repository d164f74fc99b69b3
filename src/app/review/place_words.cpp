// SPDX-License-Identifier: MIT
#include "app/review/place_words.h"

#include "app/core/column_title.h"
#include "intake/reader.h"

namespace esep::app {
namespace {

// Row, cell and item, which are written alike in every language but for the word "row".
Message spot_of(const report::Place& place) {
  const std::string both = place.cell.empty() || place.item.empty() ? "" : ", ";
  const std::string spot = place.cell + both + place.item;
  if (place.row > 0)
    return {"PLACE-ROW-OF", {{"row", std::to_string(place.row)}, {"rest", spot.empty() ? "" : ", " + spot}}};
  return Message(LocalText{spot, spot, spot});
}

}  // namespace

Message PlaceWords::of(const report::Submission& submission, const report::Place& place) {
  if (place.empty()) return "PLACE-WHOLE";
  const auto* form = engine_.find_form_of(submission);
  const std::string id = form == nullptr ? place.column : column_of(submission, *form, place);
  const LocalText spot = engine_.render_all(spot_of(place));
  const auto words = [&](Lang lang) {
    if (id.empty()) return spot.in(lang);
    const std::string title = numbered_title(form == nullptr ? nullptr : form->column(id), id, lang);
    return spot.in(lang).empty() ? title : spot.in(lang) + " – " + title;
  };
  return Message(LocalText{words(Lang::kk), words(Lang::ru), words(Lang::en)});
}

std::string PlaceWords::column_of(const report::Submission& submission, const form::FormDefinition& form,
                                  const report::Place& place) {
  if (!place.column.empty() || place.cell.empty()) return place.column;
  const auto [at, fresh] = tables_.try_emplace(submission.id);
  if (fresh) {
    const std::string& name = submission.receipt.file_name;
    report::Findings ignored;
    const auto grid = intake::open_grid(name, engine_.registry().file_bytes(submission.receipt.sha256), ignored);
    if (grid) at->second.emplace(form, *grid, name);
  }
  return at->second ? at->second->column_at(place.cell) : std::string();
}

}  // namespace esep::app
