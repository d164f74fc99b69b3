// SPDX-License-Identifier: MIT
#include "app/paper/remind.h"

#include <set>

#include "app/core/free_place.h"
#include "app/core/key_checks.h"
#include "app/core/known_keys.h"
#include "app/core/later_entries.h"
#include "app/core/names.h"
#include "app/core/paper_code.h"
#include "app/core/status.h"
#include "app/core/verdict_words.h"
#include "app/paper/blank.h"
#include "app/paper/output.h"
#include "app/paper/refused_file.h"
#include "app/paper/reminder_texts.h"
#include "app/paper/status_paper.h"
#include "base/error.h"
#include "base/file.h"
#include "base/file_error.h"
#include "base/hash.h"
#include "base/leftovers.h"
#include "base/mail_address.h"
#include "base/text.h"
#include "document/build/reminder_letter.h"
#include "report/duty/no_term.h"
#include "xlsx/write.h"

namespace esep::app {
namespace {

constexpr const char* kWorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

using report::OutputFormat;
using report::ReminderKind;
using report::StatusRow;
using report::Timeliness;

// What the register has of a body in the column.
std::string organisation_value(Engine& engine, const std::string& code, const std::string& column) {
  const auto* row = engine.row(engine.catalog().organisations().id, code);
  if (row == nullptr) return {};
  const auto at = row->values.find(column);
  return at == row->values.end() ? std::string() : trim(form::canonical_text(at->second));
}

// nullopt: nothing to remind of.
std::optional<ReminderKind> reminder_kind(const StatusRow& row, calendar::Date today) {
  if (row.timeliness != Timeliness::due && row.timeliness != Timeliness::missing) return std::nullopt;
  // The register composes the report when the window is over, and no term runs.
  if (row.duty.is_window()) return std::nullopt;
  const auto& due = row.duty.due;
  if (!due.effective) {
    // Before its event a duty does not exist, and beyond the calendar nobody knows its deadline.
    if (row.duty.beyond_calendar) return std::nullopt;
    const bool awaited = !row.duty.obligation->event.empty() && (!row.duty.event_date || today < *row.duty.event_date);
    return awaited ? std::nullopt : std::optional(ReminderKind::undated);
  }
  if (today > *due.effective) return ReminderKind::overdue;
  return today == *due.effective ? ReminderKind::due : ReminderKind::coming;
}

class LetterWriter {
 public:
  LetterWriter(Engine& engine, const RemindRequest& request, const registry::Actor& actor)
      : engine_(engine), queries_(engine), request_(request), actor_(actor), words_(read_reminder_words(engine)) {}

  struct Letter {
    Reminded about;
    std::string bytes;
    std::string workbook_name;
    std::string workbook;  // only where it lies beside
    std::string marked_name;
    std::string marked;  // the refused file with its errors marked, only where it lies beside
  };

  Letter write(StatusRow row, ReminderKind kind) {
    Letter out;
    out.about.working_days = days(row, kind);
    out.about.addresses = mail_addresses(organisation_value(engine_, row.duty.key.organisation, words_.address_column));
    const Lang lang = language(row.duty.key.organisation);
    const std::string stem = report_file_stem(row.duty.key);
    if (!row.duty.by_dispatch) {  // nobody fills in what the register composes
      out.workbook_name = stem + ".xlsx";
      out.workbook = xlsx::write_bytes(make_blank(queries_, {row.duty.key, lang}));
    }
    document::ReminderRequest words = words_of(row, kind, lang, out);
    if (row.state == report::State::rejected) add_errors(row.submission, lang, words, out);
    if (const auto later = later_entries_message(engine_, actor_.at.date)) words.footer = say(*later, lang) + "\n";
    words.code = short_code(
        sha256_hex(document::reminder_text(words) + "\n" + actor_.at.date.iso() + "\n" + sha256_hex(out.workbook)));
    words.footer += say(Message("REMIND-CODE", {{"code", words.code}}), lang);
    // Nobody can send a mail that names no address, so such a letter goes by post.
    const bool by_post = request_.format == OutputFormat::eml && out.about.addresses.empty();
    const OutputFormat format = by_post ? OutputFormat::pdf : request_.format;
    out.about.letter = {row.duty.key, kind, format, std::string(lang_code(lang)), "", "", words.code, "", ""};
    out.about.letter.file = stem + "_" + actor_.at.date.iso() + "_" + out.about.letter.language + "." +
                            std::string(report::output_format_name(format));
    if (format != OutputFormat::eml) {
      WrittenDocument paper = write_document(engine_, document::reminder_letter(words), format);
      out.bytes = std::move(paper.bytes);
      out.about.substituted = std::move(paper.substituted);
    } else {
      out.bytes = mail(words, out);
      out.workbook.clear();
      out.marked.clear();
    }
    out.about.letter.sha256 = sha256_hex(out.bytes);
    out.about.status = std::move(row);
    return out;
  }

 private:
  std::string say(const Message& message, Lang lang) { return engine_.messages().render(message, lang); }

  int days(const StatusRow& row, ReminderKind kind) {
    if (kind == ReminderKind::overdue) return row.working_days_late;
    return kind == ReminderKind::coming ? engine_.calendar().count_working(actor_.at.date, *row.duty.due.effective) : 0;
  }

  Lang language(const std::string& organisation) {
    if (request_.lang) return *request_.lang;
    const auto own = lang_from_code(organisation_value(engine_, organisation, words_.language_column));
    return own == Lang::kk || own == Lang::ru ? *own : request_.fallback;
  }

  // The errors of the file that was not accepted, and the file itself with their cells marked.
  void add_errors(const std::string& submission, Lang lang, document::ReminderRequest& words, Letter& letter) {
    RefusedFile refused = refused_file(engine_, submission, lang);
    for (std::string& line : refused.errors) words.paragraphs.push_back(std::move(line));
    letter.marked = std::move(refused.marked);
    if (letter.marked.empty()) return;
    letter.marked_name = submission + "_" + letter.workbook_name;
    words.paragraphs.push_back(say(Message("REMIND-MARKED", {{"workbook", letter.marked_name}}), lang));
  }

  document::ReminderRequest words_of(const StatusRow& row, ReminderKind kind, Lang lang, const Letter& letter) {
    const Message::Args args = names_in(row, lang, letter);
    const auto& words = words_.on({kind, row.duty.key.form, row.duty.by_dispatch}, actor_.at.date);
    document::ReminderRequest out;
    out.addressee = organisation_title(engine_, row.duty.key.organisation).in(lang);
    out.lang = lang;
    out.sheet = say("REMIND-SHEET", lang);
    out.subject = squeeze_spaces(interpolate(words.subject.in(lang), args, lang));
    const std::string& text = words.text.in(lang);
    // Beyond the calendar nobody knows how many days: the letter says the rest.
    const std::string known = row.origin.uncounted ? without_sentences(text, "{days") : text;
    out.paragraphs = paragraphs(interpolate(known, args, lang));
    for (const report::TakenBack& one : row.origin.taken_back) out.paragraphs.push_back(say(taken_back(one), lang));
    if (row.state == report::State::rejected) {
      out.paragraphs.push_back(say(Message("REMIND-REJECTED", {{"number", row.submission}}), lang));
    }
    if (row.duty.by_dispatch && row.revision > 0)
      out.paragraphs.push_back(say(Message("REMIND-NOT-SENT", {{"number", row.submission}}), lang));
    add_facts(row, lang, out);
    out.sender = request_.sender.name.empty() ? say("REMIND-SIGNER", lang) : request_.sender.name;
    out.dated = actor_.at.date;
    out.date_label = say("LETTER-DATE", lang);
    return out;
  }

  static Message taken_back(const report::TakenBack& report) {
    return {"REMIND-TAKEN-BACK",
            {{"number", report.submission},
             {"received", report.received.date.dotted()},
             {"date", report.withdrawal.on.dotted()},
             {"reason", report.withdrawal.reason}}};
  }

  static std::string period_name(const report::ReportKey& key, Lang lang) {
    const auto period = calendar::Period::parse(key.period);
    return period ? period->name(lang) : "";
  }

  std::string subject(const report::ReportKey& key, Lang lang) {
    return subject_with_key(engine_, *engine_.catalog().editions(key.form).back(), key.subject, lang);
  }

  // What the words of a letter may name: docs/reminders.md.
  Message::Args names_in(const StatusRow& row, Lang lang, const Letter& letter) {
    const auto& key = row.duty.key;
    const std::string organisation = organisation_title(engine_, key.organisation).in(lang);
    std::vector<std::string> about;
    for (const std::string& one : {subject(key, lang), period_name(key, lang)}) {
      if (!one.empty()) about.push_back(one);
    }
    if (about.empty()) about.push_back(organisation);
    return {{"report", row.duty.obligation->title.in(lang)},
            {"about", join(about, ", ")},
            {"organisation", organisation},
            {"deadline", row.duty.due.effective ? row.duty.due.effective->dotted() : "—"},
            {"days", row.origin.uncounted ? "—" : std::to_string(letter.about.working_days)},
            {"event", row.duty.event_date ? row.duty.event_date->dotted() : ""},
            {"workbook", letter.workbook_name}};
  }

  void add_facts(const StatusRow& row, Lang lang, document::ReminderRequest& out) {
    const auto& due = row.duty.due;
    const auto fact = [&](const char* label, const std::string& value) {
      if (!value.empty()) out.facts.emplace_back(say(label, lang), value);
    };
    fact("LETTER-REPORT", row.duty.obligation->title.in(lang));
    fact("BLANK-SUBJECT", subject(row.duty.key, lang));
    fact("BLANK-PERIOD", period_name(row.duty.key, lang));
    fact("REMIND-TERM", due.effective ? due.effective->dotted() : say("REMIND-UNDATED", lang));
    fact("REMIND-MOVED", moved(due, lang));
    if (const auto& over = row.origin.waiver_over) fact("RECEIPT-WAIVER", say(waiver_over_message(*over), lang));
    fact("REMIND-RECIPIENT", recipient_of(engine_, row.duty, actor_.at.date).in(lang));
    fact("REMIND-LAW", row.duty.law().in(lang));
  }

  // The reason why the deadline is not on its nominal day: the days off and the rule.
  std::string moved(const calendar::DueDate& due, Lang lang) {
    if (!due.rolled) return {};
    std::vector<std::string> out;
    for (const auto& step : due.steps) {
      using Step = calendar::ExplanationStep::Kind;
      const bool of_the_move = step.kind == Step::roll || step.kind == Step::extended || step.kind == Step::effective;
      if (of_the_move) out.push_back(say(step.text, lang));
    }
    return join(out, " ");
  }

  static std::vector<std::string> paragraphs(const std::string& text) {
    std::vector<std::string> out(1);
    for (const std::string& line : split(text, '\n')) {
      const std::string clean = trim(line);
      if (clean.empty()) {
        if (!out.back().empty()) out.emplace_back();
      } else {
        out.back() += (out.back().empty() ? "" : " ") + clean;
      }
    }
    if (out.back().empty()) out.pop_back();
    return out;
  }

  std::string mail(const document::ReminderRequest& words, const Letter& letter) const {
    text::Mail out;
    out.from = request_.sender;
    const auto& addresses = letter.about.addresses;
    out.to = {words.addressee, addresses.front()};
    out.also_to.assign(addresses.begin() + 1, addresses.end());
    out.subject = words.subject;
    out.at = actor_.at;
    out.utc_offset_minutes = request_.utc_offset_minutes;
    out.lang = words.lang;
    out.text = document::reminder_text(words);
    if (!letter.workbook.empty()) out.attachments.push_back({letter.workbook_name, kWorkbookType, letter.workbook});
    if (!letter.marked.empty()) out.attachments.push_back({letter.marked_name, kWorkbookType, letter.marked});
    return text::write_eml(out);
  }

  Engine& engine_;
  Queries queries_;
  const RemindRequest& request_;
  const registry::Actor& actor_;
  ReminderWords words_;
};

// Of a form that an event starts: what is about this year.
report::DutyFilter filter_of(Engine& engine, const RemindRequest& request, calendar::Date today) {
  report::DutyFilter out = request.filter;
  const form::FormDefinition& form = engine.catalog().require(out.form);
  if (form.period && !out.period)
    throw Error(Message("CLI-MISSING-OPTION", {{"option", "--period"}}), "CLI-SEE-HELP", Error::Kind::usage);
  require_period_kind(form, out.period ? out.period->text() : "");
  if (!form.period) out.period = calendar::Period::containing(calendar::PeriodKind::year, today);
  require_known(engine, out);
  return out;
}

std::optional<Message> beyond_calendar_message(Engine& engine, const std::vector<StatusRow>& rows) {
  int count = 0;
  std::optional<Message> why;
  for (const StatusRow& row : rows) {
    if (!row.duty.beyond_calendar || row.timeliness != Timeliness::due || row.received) continue;
    ++count;
    if (!why) why = row.duty.beyond_calendar->message();
  }
  if (!why) return std::nullopt;
  return Message("REMIND-BEYOND", {{"count", std::to_string(count)}, {"reason", engine.render_all(*why)}});
}

Message nobody_message(Engine& engine, const std::string& form, const std::vector<StatusRow>& rows) {
  LocalText names;
  bool window = false;
  for (const StatusRow& row : rows) {
    window = window || report::is_open_window(row);
    if (row.state != report::State::returned) continue;
    append(names, organisation_title(engine, row.duty.key.organisation), ", ");
    const std::string number = "(" + row.submission + ")";
    append(names, {number, number, number}, " ");
  }
  if (window) return {"REMIND-NOBODY-WINDOW", {{"form", form}}};
  if (names.empty()) return Message("REMIND-NOBODY");
  return {"REMIND-NOBODY-RETURNED", {{"names", std::move(names)}}};
}

// A blank beside a letter is the same from day to day; another file of that name is somebody's work.
void put(const RemindRequest& request, const std::string& name, const std::string& bytes) {
  const std::filesystem::path file = request.folder / name;
  const bool again = request.written_today == registry::WrittenToday::write_again;
  if (!again && !(std::filesystem::is_regular_file(file) && read_file(file) == bytes))
    require_free(file, "REMIND-EXISTS-HINT");
  write_file_atomically(file, bytes);
}

}  // namespace

OutputFormat reminder_format(const std::string& name) {
  const auto format = report::output_format_from(name);
  if (format == OutputFormat::eml || format == OutputFormat::pdf || format == OutputFormat::docx) return *format;
  throw Error(Message("REMIND-FORMAT", {{"format", name}}), "CLI-SEE-HELP", Error::Kind::usage);
}

RemindOutcome remind(Engine& engine, const RemindRequest& request, const registry::Actor& actor) {
  LetterWriter writer(engine, request, actor);
  std::vector<LetterWriter::Letter> letters;
  auto rows = collect_status(engine, filter_of(engine, request, actor.at.date), actor.at.date);
  RemindOutcome out{{},
                    beyond_calendar_message(engine, rows),
                    nobody_message(engine, request.filter.form, rows),
                    status_calendar(engine, rows)};
  for (auto& row : rows) {
    if (const auto kind = reminder_kind(row, actor.at.date)) letters.push_back(writer.write(std::move(row), *kind));
  }
  std::vector<registry::Reminder> entries;
  for (const auto& letter : letters) entries.push_back(letter.about.letter);
  if (!entries.empty()) make_folders(request.folder);
  collect_leftovers(request.folder);
  const auto write = [&](size_t i) {
    put(request, letters[i].about.letter.file, letters[i].bytes);
    if (!letters[i].workbook.empty()) put(request, letters[i].workbook_name, letters[i].workbook);
    if (!letters[i].marked.empty()) put(request, letters[i].marked_name, letters[i].marked);
  };
  const auto kept = registry::add_reminders(engine.registry(), entries, request.written_today, write, actor);
  for (size_t i = 0; i < letters.size(); ++i) {
    letters[i].about.letter = kept[i];
    letters[i].about.repeated = !kept[i].at.empty();
    out.letters.push_back(std::move(letters[i].about));
  }
  return out;
}

bool lacks_every_address(Engine& engine, const std::vector<report::StatusRow>& rows, calendar::Date today) {
  const std::string column = read_reminder_words(engine).address_column;
  bool any = false;
  for (const StatusRow& row : rows) {
    if (!reminder_kind(row, today)) continue;
    any = true;
    if (!mail_addresses(organisation_value(engine, row.duty.key.organisation, column)).empty()) return false;
  }
  return any;
}

report::Findings address_findings(Engine& engine, const RemindRequest& request, const std::vector<Reminded>& letters) {
  std::set<std::string> without;
  for (const auto& one : letters) {
    const bool mail = request.format == OutputFormat::eml && !one.repeated;
    if (mail && one.addresses.empty()) without.insert(one.letter.key.organisation);
  }
  report::Findings out;
  for (const std::string& code : without) {
    out.push_back(
        report::Finding::of(Message("REMIND-NO-ADDRESS", {{"organisation", organisation_title(engine, code)}}))
            .in(code)
            .as(Severity::warning));
  }
  return out;
}

Message reminder_message(const Reminded& one) {
  const std::string days = std::to_string(one.working_days);
  switch (one.letter.kind) {
    case ReminderKind::coming:
      return {"REMIND-COMING", {{"days", days}}};
    case ReminderKind::overdue:
      if (one.status.origin.uncounted) return {"REMIND-OVERDUE-UNCOUNTED", {}};
      return {"REMIND-OVERDUE", {{"days", days}}};
    case ReminderKind::due:
      return {"REMIND-DUE", {}};
    case ReminderKind::undated:
      break;
  }
  return {"REMIND-UNDATED", {}};
}

}  // namespace esep::app
