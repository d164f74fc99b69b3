// SPDX-License-Identifier: MIT
#include "app/papers.h"

#include "app/blank_rows.h"
#include "app/check.h"
#include "app/done_on.h"
#include "app/event_edition.h"
#include "app/form_report.h"
#include "app/kept_rows.h"
#include "app/key_parts.h"
#include "app/review.h"
#include "app/waive.h"
#include "base/error.h"
#include "base/hash.h"
#include "html/write.h"
#include "pdf/write.h"
#include "text/write.h"
#include "xlsx/write.h"

namespace esep::app {
namespace {

using calendar::Period;
using form::FormDefinition;

document::Say say_in(Engine& engine, Lang lang) {
  return [&engine, lang](const Message& message) { return engine.messages().render(message, lang); };
}

// Papers and blanks carry a date of their own content, never the clock's.
calendar::Date dated(const report::ReportKey& key, calendar::Date fallback) {
  const auto period = Period::parse(key.period);
  return period ? period->last_day() : fallback;
}

std::string upper_with_dashes(std::string_view prefix, std::string_view name) {
  std::string out(prefix);
  for (const char c : name) out += c == '_' ? '-' : (c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c);
  return out;
}

// The form as it read when the report was taken: its text is in the register, whatever the files say today.
std::shared_ptr<const FormDefinition> pinned_form(Engine& engine, const report::Submission& submission) {
  const auto& current = engine.catalog().edition(submission.key.form, submission.edition);
  if (current.sha256 == submission.form_sha256) return {std::shared_ptr<void>(), &current};
  Diagnostics diagnostics;
  const std::string name = "forms/" + submission.key.form + "." + submission.edition + ".toml";
  auto form = std::make_shared<FormDefinition>(form::read_form(
      {name, name, engine.registry().form_text(submission.form_sha256)}, nullptr, diagnostics));
  // A text kept by an older program that this one cannot read any more: titles of today then stand in.
  if (has_errors(diagnostics)) return {std::shared_ptr<void>(), &current};
  return form;
}

// Keeps the table's description alive as long as somebody may still pull rows.
struct PaperRows {
  std::shared_ptr<const FormDefinition> form;
  table::FormTable table;
  explicit PaperRows(std::shared_ptr<const FormDefinition> of) : form(std::move(of)), table(*form) {}
};

std::map<std::string, form::Value> stored_fields(Engine& engine, const FormDefinition& form,
                                                 const report::Submission& submission, Lang lang) {
  std::map<std::string, form::Value> out =
      engine_fields(engine, form, submission.key, submission.received, lang);
  const auto stored = engine.registry().fields(submission.id);
  for (const form::Column& field : form.fields) {
    const auto at = stored.find(field.id);
    if (at == stored.end()) continue;
    // What stands in the language of the register's titles is taken anew in the paper's.
    const bool by_language =
        field.source == "organisation" || field.source == "subject" || field.source == "period";
    if (!by_language) out[field.id] = report::parse_typed(field, at->second).value;
  }
  return out;
}

void require_parties(Engine& engine, const FormDefinition& form, const report::ReportKey& key) {
  const auto& organisations = engine.catalog().organisations();
  if (engine.row(organisations.id, key.organisation) == nullptr) {
    throw Error(Message("ORGANISATION-UNKNOWN", {{"organisation", key.organisation}}));
  }
  if (form.subject.empty()) return;
  const auto& subjects = engine.catalog().register_by_id(form.subject);
  const auto* row = engine.row(subjects.id, key.subject);
  if (row == nullptr)
    throw Error(Message("SUBJECT-UNKNOWN", {{"subject", key.subject}, {"register", subjects.title}}));
  const std::string owner = report::row_text(subjects, *row, form::RegisterRole::organisation);
  if (!owner.empty() && owner != key.organisation) {
    throw Error(Message("SUBJECT-OF-OTHER", {{"subject", key.subject},
                                             {"wanted", organisation_title(engine, owner)},
                                             {"found", organisation_title(engine, key.organisation)}}));
  }
}

void find_obligation(Engine& engine, const report::ReportKey& key, document::BlankRequest& request) {
  report::DutyFilter filter;
  filter.form = key.form;
  filter.organisation = key.organisation;
  filter.subject = key.subject;
  filter.stage = key.stage;
  filter.period = Period::parse(key.period);
  if (!filter.period) return;
  std::vector<report::Event> events;
  if (engine.has_workspace()) events = engine.registry().events();
  const auto duties =
      report::list_duties(engine.catalog(), engine.rows_source(), events, engine.calendar(), filter);
  if (duties.empty()) return;
  request.obligation = duties.front().obligation;
  request.duty_law = duties.front().law();
  request.duty_recipient = recipient_of(engine, duties.front());
  request.due = duties.front().due;
}

// A form that several roadmaps use serves under the act of the one that is reported on.
LocalText act_of(Engine& engine, const FormDefinition& form, const report::ReportKey& key) {
  const auto period = Period::parse(key.period);
  for (const auto& roadmap : engine.catalog().roadmaps()) {
    const bool own = roadmap.report_form == form.id && period && roadmap.from <= period->last_day() && roadmap.to >= period->first_day();
    if (own && roadmap.law.kk != form.law.kk) return roadmap.law;
  }
  return {};
}

const FormDefinition& form_of_blank(Engine& engine, const report::ReportKey& key) {
  const auto period = Period::parse(key.period);
  const auto editions = engine.catalog().editions(key.form);
  const bool nobodys = key.organisation.empty() && key.subject.empty();
  const bool newest = !editions.empty() && !period && (editions.back()->period || nobodys);
  const FormDefinition& form = newest                        ? *editions.back()
                               : !editions.empty() && period ? engine.catalog().for_period(key.form, *period)
                                                             : event_edition(engine, key, std::nullopt);
  if (form.period && !key.period.empty() && (!period || period->kind != *form.period)) {
    throw Error(not_of_kind(key.period, *form.period), {}, Error::Kind::usage);
  }
  return form;
}

}  // namespace

LocalText organisation_title(Engine& engine, const std::string& code) {
  const auto& definition = engine.catalog().organisations();
  const auto* row = engine.row(definition.id, code);
  return row == nullptr ? LocalText{code, code, code} : report::row_title(definition, *row);
}

LocalText recipient_of(Engine& engine, const report::Duty& duty) {
  return duty.roadmap == nullptr ? duty.obligation->recipient : organisation_title(engine, duty.roadmap->coordinator);
}

Message timeliness_message(report::Timeliness timeliness) {
  return {upper_with_dashes("TIMELINESS-", report::timeliness_name(timeliness)), {}};
}

Message verdict_message(const report::Submission& submission) {
  const bool open = submission.timeliness == report::Timeliness::due;
  return open ? Message("STATUS-NOT-DONE") : timeliness_message(submission.timeliness);
}

Message state_message(report::State state) {
  return {upper_with_dashes("STATE-", report::state_name(state)), {}};
}

Message late_message(Engine& engine, const report::Submission& submission) {
  const std::string days = std::to_string(submission.working_days_late);
  const form::Column* field = done_field(engine, submission);
  const auto done = done_on(engine, submission);
  if (field == nullptr || !done) return Message("PAPER-LATE", {{"days", days}});
  return Message("PAPER-DONE-LATE",
                 {{"field", field->title.text},
                  {"date", done->dotted()},
                  {"effective", submission.effective ? submission.effective->dotted() : "—"},
                  {"received", submission.received.date.dotted()},
                  {"days", days}});
}

document::Document make_blank_paper(Engine& engine, const BlankOptions& options) {
  const FormDefinition& form = form_of_blank(engine, options.key);
  const bool known = !options.key.organisation.empty() || !options.key.subject.empty();
  document::FilledRequest request;
  request.form = &form;
  request.lang = options.lang;
  request.say = say_in(engine, options.lang);
  std::vector<std::vector<form::Value>> rows;
  if (known) {
    require_parties(engine, form, options.key);
    request.organisation = organisation_title(engine, options.key.organisation).in(options.lang);
    request.fields = engine_fields(engine, form, options.key, std::nullopt, options.lang);
    rows = blank_rows(engine, form, options.key, options.lang, options.from_previous);
  }
  for (const form::Column& field : form.fields) {
    constexpr size_t kLine = 47;  // a line to write the title's part on
    if (form.is_in_title(field.id)) request.fields.try_emplace(field.id, std::string(kLine, '_'));
  }
  constexpr size_t kEmptyRows = 5;
  if (rows.empty()) rows.assign(kEmptyRows, std::vector<form::Value>(form.columns.size()));
  request.rows = kept_rows(form, std::move(rows));
  request.dated = dated(options.key, form.in_force_from);
  return document::filled_form(request);
}

document::Document make_blank(Engine& engine, const BlankOptions& options) {
  const auto period = Period::parse(options.key.period);
  const FormDefinition& form = form_of_blank(engine, options.key);
  if (form.period && !period) throw Error("PERIOD-NEEDED", {}, Error::Kind::usage);
  require_stage_and_subject(engine, form, options.key);
  require_parties(engine, form, options.key);
  document::BlankRequest request;
  request.form = &form;
  request.identity = {form.id,
                      form.edition,
                      form.sha256,
                      options.key.organisation,
                      options.key.subject,
                      options.key.period,
                      options.key.stage,
                      options.key.occurrence,
                      std::string(lang_code(options.lang))};
  request.lang = options.lang;
  request.say = say_in(engine, options.lang);
  request.organisation = organisation_title(engine, options.key.organisation).in(options.lang);
  if (!form.subject.empty()) {
    const auto* row = engine.row(form.subject, options.key.subject);
    request.subject =
        row == nullptr
            ? options.key.subject
            : report::row_title(engine.catalog().register_by_id(form.subject), *row).in(options.lang);
  }
  request.period = period ? period->name(options.lang) : "";
  request.fields = engine_fields(engine, form, options.key, std::nullopt, options.lang);
  request.rows = blank_rows(engine, form, options.key, options.lang, options.from_previous);
  request.nil_label = report::nil_label();
  request.dated = dated(options.key, form.in_force_from);
  find_obligation(engine, options.key, request);
  request.act = act_of(engine, form, options.key);
  if (engine.has_workspace()) request.reminders = reminder_lines(engine, options.key, request.say);
  return document::blank_workbook(request);
}

std::string short_code(std::string_view hash) {
  std::string out;
  for (size_t i = 0; i < 12; ++i) {
    if (i > 0 && i % 4 == 0) out += '-';
    out += hash[i] >= 'a' ? static_cast<char>(hash[i] - 32) : hash[i];
  }
  return out;
}

std::string paper_code(const report::Submission& submission, std::string_view kind, Lang lang) {
  const std::string hash = sha256_hex(submission.sha256 + "\n" + submission.form_sha256 + "\n" +
                                      submission.number + "\n" + std::to_string(submission.revision) + "\n" +
                                      std::string(kind) + "\n" + std::string(lang_code(lang)));
  return short_code(hash);
}

void seal(Engine& engine, document::Document& paper) {
  Sha256 hash;
  text::write_json(paper, [&hash](std::string_view piece) { hash.update(piece); });
  paper.code = short_code(hash.finish_hex());
  if (!paper.footer.empty()) paper.footer += paper.footer.ends_with('.') ? " " : ". ";
  paper.footer += engine.messages().render(Message("SUMMARY-CODE", {{"code", paper.code}}), paper.lang);
}

void issue_paper(Engine& engine, const document::Document& paper, const std::string& format,
                 const std::string& kind, std::optional<int64_t> submission, const registry::Actor& actor,
                 const Sink& put) {
  Sha256 hash;
  // A receipt is its facts; of other papers the table is what one opens a CSV for.
  write_document(engine, paper, format, kind == "receipt" ? CsvParts::whole : CsvParts::table,
                 [&](std::string_view piece) {
                   hash.update(piece);
                   put(piece);
                 });
  engine.registry().record_paper(paper.code, hash.finish_hex(), kind + " " + format, submission,
                                 lang_code(paper.lang), actor);
}

std::string report_file_stem(const report::ReportKey& key) {
  std::string out = key.form + "_" + key.organisation;
  for (const std::string& part : {key.subject, key.stage, key.period}) {
    if (!part.empty()) out += "_" + part;
  }
  if (key.occurrence > 1) out += "_" + std::to_string(key.occurrence);
  const std::string whole = out;
  for (char& c : out) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7F || std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos)
      c = '_';
  }
  constexpr size_t kLongest = 150;
  if (out == whole && out.size() <= kLongest) return out;
  size_t cut = std::min(out.size(), kLongest);
  while (cut < out.size() && (static_cast<unsigned char>(out[cut]) & 0xC0U) == 0x80U) --cut;
  return out.substr(0, cut) + "_" + sha256_hex(whole).substr(0, 8);
}

document::Document make_paper(Engine& engine, const report::Submission& submission, Lang lang) {
  const auto form = pinned_form(engine, submission);
  const auto rows = std::make_shared<PaperRows>(form);
  document::FilledRequest request;
  request.form = form.get();
  request.lang = lang;
  request.say = say_in(engine, lang);
  request.organisation = organisation_title(engine, submission.key.organisation).in(lang);
  if (const auto period = Period::parse(submission.key.period)) request.period = period->name(lang);
  request.fields = stored_fields(engine, *form, submission, lang);
  request.nil = submission.nil;
  if (submission.revision > 0) {
    request.rows = [&engine, rows, id = submission.id] {
      return std::make_unique<table::RowReader>(engine.registry().database(), rows->table, id);
    };
  }
  if (auto formed = formed_contents(engine, *form, submission, lang)) {
    request.fields = std::move(formed->fields);
    request.rows = std::move(formed->rows);
  }
  request.code = paper_code(submission, "report", lang);
  request.footer = request.say(Message("PAPER-CODE", {{"code", request.code},
                                                      {"number", submission.number},
                                                      {"revision", std::to_string(submission.revision)}}));
  if (submission.timeliness == report::Timeliness::late) {
    const auto done = done_on(engine, submission);
    request.footer += " " + request.say(late_message(engine, submission));
    const auto waivers = engine.registry().waivers();
    const auto& first =
        submission.decided_by.empty() ? submission : engine.registry().find(submission.decided_by);
    if (const auto* waiver = report::waiver_on(waivers, submission.key, done.value_or(first.received.date))) {
      request.footer += " " + request.say(waiver_message(*waiver));
    }
  }
  request.dated = submission.received.date;
  return document::filled_form(request);
}

document::Document make_receipt(Engine& engine, const report::Submission& submission, Lang lang) {
  const auto say = say_in(engine, lang);
  const auto& form = engine.catalog().edition(submission.key.form, submission.edition);
  document::ListRequest request;
  request.title = say(submission.revision > 0 ? "RECEIPT-TITLE" : "RECEIPT-TITLE-REJECTED");
  request.lang = lang;
  request.author = organisation_title(engine, submission.key.organisation).in(lang);
  request.sheet = say("BLANK-SHEET-ENTRY");
  const auto fact = [&](const char* label, const std::string& value) {
    if (!value.empty()) request.facts.emplace_back(say(label), value);
  };
  const auto period = Period::parse(submission.key.period);
  std::string time = submission.received.date.dotted() + " " + submission.received.iso().substr(11);
  fact("RECEIPT-NUMBER", submission.number);
  fact("RECEIPT-REVISION", submission.revision > 0 ? std::to_string(submission.revision) : "");
  const LocalText act = act_of(engine, form, submission.key);
  fact("RECEIPT-FORM", form.plain_title().in(lang) + " (" + (act.empty() ? form.law : act).in(lang) + ")");
  fact("BLANK-ORGANISATION", request.author);
  fact("BLANK-SUBJECT", submission.key.subject);
  fact("BLANK-PERIOD", period ? period->name(lang) : "");
  fact("RECEIPT-RECEIVED", time);
  fact("RECEIPT-INCOMING", submission.incoming);
  fact("RECEIPT-NOMINAL", submission.nominal ? submission.nominal->dotted() : "");
  fact("RECEIPT-EFFECTIVE", submission.effective ? submission.effective->dotted() : "");
  if (const form::Column* field = done_field(engine, submission);
      field != nullptr && submission.revision > 0) {
    const auto done = done_on(engine, submission);
    request.facts.emplace_back(field->title.text.in(lang), done ? done->dotted() : say("RECEIPT-NOT-DONE"));
    fact("RECEIPT-DECIDES", field->title.text.in(lang));
  }
  fact("RECEIPT-TIMELINESS", say(verdict_message(submission)));
  // By revision and time, for a number on a receipt is the receipt's own (`doctor --receipt`).
  if (!submission.decided_by.empty()) {
    const auto first = engine.registry().find(submission.decided_by);
    fact("RECEIPT-DECIDED-BY", std::to_string(first.revision) + " (" + first.received.date.dotted() + " " +
                                   first.received.iso().substr(11) + ")");
  }
  if (submission.timeliness == report::Timeliness::late)
    fact("STATUS-DAYS-LATE", std::to_string(submission.working_days_late));
  fact("RECEIPT-STATE", say(state_message(submission.state)));
  fact("RECEIPT-USER", submission.user);
  fact("RECEIPT-FILE", submission.file_name);
  fact("RECEIPT-SHA256", submission.sha256);
  fact("RECEIPT-FORM-SHA256", submission.form_sha256);
  fact("RECEIPT-CHAIN", submission.chain_head);
  const auto findings = engine.registry().findings(submission.id);
  if (!findings.empty()) {
    request.table_id = "findings";
    request.columns = {{"cell", say("FINDINGS-CELL"), 10, form::ColumnType::text},
                       {"code", say("FINDINGS-CODE"), 16, form::ColumnType::text},
                       {"message", say("FINDINGS-MESSAGE"), 70, form::ColumnType::text}};
    for (const auto& [finding, message] : findings) {
      document::Row row;
      for (const std::string& text : {finding.cell, finding.code, message.in(lang)}) {
        document::Cell cell;
        if (!text.empty()) cell.value = text;
        row.cells.push_back(std::move(cell));
      }
      request.rows.push_back(std::move(row));
    }
  }
  request.code = paper_code(submission, "receipt", lang);
  request.footer = say(Message("PAPER-CODE", {{"code", request.code},
                                              {"number", submission.number},
                                              {"revision", std::to_string(submission.revision)}}));
  request.dated = submission.received.date;
  return document::list_document(request);
}

void write_document(const Engine& engine, const document::Document& document, const std::string& format,
                    CsvParts csv, const Sink& put) {
  if (format == "pdf") return pdf::write(document, put);
  if (format == "xlsx") return put(xlsx::write_bytes(document));
  if (format == "html") {
    const auto page = engine.library().find(html::kPageTemplate);
    return put(page ? html::write(document, page->text) : html::write(document));
  }
  if (format == "json") return text::write_json(document, put);
  if (format == "csv") return put(text::write_csv(document, ';', csv == CsvParts::whole));
  throw Error(Message("FORMAT-UNKNOWN", {{"format", format}}), "CLI-SEE-HELP", Error::Kind::usage);
}

std::string write_document(const Engine& engine, const document::Document& document,
                           const std::string& format) {
  std::string out;
  write_document(engine, document, format, CsvParts::table, [&out](std::string_view piece) { out += piece; });
  return out;
}

}  // namespace esep::app
