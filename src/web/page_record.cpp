// SPDX-License-Identifier: MIT
// A duty without a form is done by what is recorded here; an event starts the terms that wait for it.
#include "app/core/event_titles.h"
#include "app/core/names.h"
#include "app/core/status.h"
#include "app/registers/record_deed.h"
#include "app/registers/record_event.h"
#include "base/text.h"
#include "report/read/parse_date.h"
#include "web/language_name.h"
#include "web/pages.h"
#include "web/report_links.h"
#include "web/widgets.h"

namespace esep::web {
namespace {

Markup hidden(const char* name, const std::string& value) {
  return value.empty() ? Markup() : hidden_field(name, value);
}

Markup key_fields(const http::Fields& query) {
  Markup out;
  for (const char* name : {"what", "form", "org", "subject", "period", "stage", "occurrence"})
    out += hidden(name, query.get(name));
  return out;
}

std::string title_of(const Visitor& visitor, const std::string& kind, const std::string& what) {
  if (kind == "event") return visitor.say(visitor.engine().event_titles().of(what));
  const form::Obligation* obligation = app::obligation_without_form(visitor.engine().catalog(), what);
  return obligation == nullptr ? what : visitor.say(obligation->title);
}

Markup event_fields(const Visitor& visitor, const std::vector<Mistake>& mistakes) {
  const auto typed = [&](FieldText text) { return as_typed(visitor, std::move(text), mistakes); };
  return input_field(typed({"date", visitor.say("WEB-DATE"), visitor.say("WEB-DATE-HINT")}), "text", "off") +
         input_field(typed({"document", visitor.say("WEB-DOCUMENT"), visitor.say("WEB-DOCUMENT-HINT")}), "text", "off");
}

Markup deed_fields(const Visitor& visitor, const std::vector<Mistake>& mistakes) {
  const auto typed = [&](FieldText text) { return as_typed(visitor, std::move(text), mistakes); };
  return input_field(typed({"date", visitor.say("WEB-WHEN-DONE"), visitor.say("WEB-DATE-HINT")}), "text", "off") +
         tick_boxes({"language", visitor.say("WEB-LANGUAGES-OF")},
                    {{"kk", language_name(Lang::kk)}, {"ru", language_name(Lang::ru)}},
                    visitor.request().form.all("language")) +
         input_field(typed({"link", visitor.say("WEB-LINK"), visitor.say("WEB-LINK-HINT")}), "url", "off") +
         input_field(typed({"document", visitor.say("WEB-DOCUMENT"), visitor.say("WEB-DOCUMENT-HINT")}), "text", "off");
}

http::Response record(const Visitor& visitor, const std::string& kind, calendar::Date date) {
  const http::Fields& form = visitor.request().form;
  if (kind == "event") {
    report::Event event;
    event.event = form.get("what");
    event.key = key_of(form);
    event.date = date;
    event.document = form.get("document");
    app::record_event(visitor.engine(), std::move(event), visitor.actor());
    return go_to_done(visitor, "/today", "WEB-DONE-EVENT");
  }
  app::DeedRequest request;
  request.deed.obligation = form.get("what");
  request.deed.key = key_of(form);
  request.deed.key.form.clear();
  if (!form.find("occurrence")) request.deed.key.occurrence = 0;
  request.deed.date = date;
  for (const std::string& code : form.all("language"))
    if (const auto lang = lang_from_code(code)) request.deed.languages.push_back(*lang);
  request.deed.link = trim(form.get("link"));
  request.deed.document = trim(form.get("document"));
  const auto recorded [[maybe_unused]] = app::record_deed(visitor.engine(), std::move(request), visitor.actor());
  return go_to_done(visitor, "/today", "WEB-DONE-DEED");
}

http::Response shown(const Visitor& visitor, const std::string& kind, const http::Fields& about,
                     const std::vector<Mistake>& mistakes) {
  Page page{title_of(visitor, kind, about.get("what")), {}, mistakes.empty() ? 200 : 422, mistakes};
  const std::string organisation = about.get("org");
  page.body = facts({{visitor.say("STATUS-ORGANISATION"),
                      organisation.empty() ? "" : visitor.say(app::organisation_title(visitor.engine(), organisation))},
                     {visitor.say("STATUS-SUBJECT"), about.get("subject")},
                     {visitor.say("BLANK-PERIOD"), about.get("period")}});
  page.body += post_form(visitor, "/record/" + kind,
                         key_fields(about) +
                             (kind == "event" ? event_fields(visitor, mistakes) : deed_fields(visitor, mistakes)) +
                             button(visitor.say("WEB-RECORD")));
  return page_response(visitor, page);
}

bool is_kind(const std::string& kind) { return kind == "event" || kind == "deed"; }

}  // namespace

http::Response record_page(const Visitor& visitor, const PathValues& values) {
  const std::string& kind = values.at("kind");
  const http::Fields& query = visitor.request().query;
  if (!is_kind(kind) || !visitor.acts_for(query.get("org"))) return refusal(visitor, 404);
  return shown(visitor, kind, query, {});
}

http::Response record_it(const Visitor& visitor, const PathValues& values) {
  const std::string& kind = values.at("kind");
  const http::Fields& form = visitor.request().form;
  if (!is_kind(kind) || !visitor.acts_for(form.get("org"))) return refusal(visitor, 404);
  const auto date = report::parse_typed_day(form.get("date"));
  if (!date) return shown(visitor, kind, form, {{"date", visitor.say("WEB-DATE-NEEDED")}});
  try {
    return record(visitor, kind, *date);
  } catch (const Error& error) {
    if (names_others(visitor, error)) return refusal(visitor, 404);
    return shown(visitor, kind, form, {mistake_of(visitor, error)});
  }
}

}  // namespace esep::web
