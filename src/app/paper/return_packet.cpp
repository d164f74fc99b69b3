// SPDX-License-Identifier: MIT
#include "app/paper/return_packet.h"

#include "app/core/free_place.h"
#include "app/core/names.h"
#include "app/core/paper_code.h"
#include "app/paper/output.h"
#include "app/paper/return_marks.h"
#include "app/receive/marked_copy.h"
#include "app/review/letter_parts.h"
#include "app/review/place_words.h"
#include "base/file.h"
#include "base/file_error.h"
#include "base/hash.h"
#include "base/leftovers.h"

namespace esep::app {
namespace {

namespace fs = std::filesystem;

// Leaves of the report what the letter of its return stated: closed since, or given later, is not of it.
LetterMoment as_returned(Engine& engine, ReturnedReport& returned) {
  LetterMoment moment = letter_moment(engine, returned.submission, returned.seq);
  moment.on = returned.on;
  returned.notes = moment.notes;
  returned.recommendations = moment.recommendations;
  std::erase_if(returned.recommendations,
                [](const auto& one) { return one.state == report::Recommendation::State::closed; });
  return moment;
}

document::LetterRequest letter_of(Engine& engine, const ReturnedReport& returned, const LetterMoment& moment,
                                  Lang lang) {
  const auto& form = engine.form_of(returned.submission);
  document::LetterRequest out = letter_on(engine, returned.submission, lang, moment);
  static_cast<void>(add_basis(engine, form, out));  // nothing is assessed in this letter
  out.paragraphs.push_back(out.say("RETURN-SAYS"));
  if (!returned.reason.empty())
    out.paragraphs.push_back(out.say(Message("RETURN-REASON", {{"reason", returned.reason}})));
  PlaceWords places(engine);
  for (const auto& one : returned.notes)
    out.notes.push_back({out.say(places.of(returned.submission, one.place)), one.text});
  add_recommendations(engine, returned.submission, returned.recommendations, out);
  seal_letter(returned.submission, registry::PaperKind::returned, out);
  return out;
}

}  // namespace

ReturnPacket write_return_packet(Engine& engine, const report::Submission& submission,
                                 const ReturnPacketRequest& request, const registry::Actor& actor) {
  ReturnedReport returned = returned_report(engine, submission);
  const LetterMoment moment = as_returned(engine, returned);
  const ReturnMarks marks = return_marks(engine, returned);
  const document::Document letter = document::return_letter(letter_of(engine, returned, moment, request.lang));
  const std::string stem = submission.number + "_" + report_file_stem(submission.key) + "_";
  const auto named = [&](const char* what, report::OutputFormat format) {
    return request.folder / (stem + what + "." + std::string(report::output_format_name(format)));
  };
  ReturnPacket out{named("return", request.format), named("notes", report::OutputFormat::xlsx), letter.code, {}};
  for (const auto& file : {out.letter, out.workbook}) {
    if (!request.overwrite) require_free(file, "FILE-EXISTS-HINT");
  }
  make_folders(request.folder);
  collect_leftovers(request.folder);
  write_marked_copy({marks.bytes, *marks.grid, marks.findings}, say_in(engine, request.lang), out.workbook);
  const std::string workbook_hash = sha256_hex(read_file(out.workbook));
  OutputFile file(out.letter);
  const registry::PaperTopic topic{registry::PaperKind::returned, "", submission.id};
  out.substituted =
      issue_paper(engine, letter, topic, request.format, actor, [&file](std::string_view piece) { file.write(piece); });
  file.keep();
  const std::string name =
      registry::paper_name({registry::PaperKind::returned, "notes", submission.id}, report::OutputFormat::xlsx);
  engine.registry().record_paper(
      {letter.code, workbook_hash, name, submission.id, std::string(lang_code(request.lang))}, actor);
  return out;
}

}  // namespace esep::app
