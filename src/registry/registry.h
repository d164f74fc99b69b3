// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "form/register_definition.h"
#include "registry/file_system.h"
#include "registry/history.h"
#include "registry/kept_statements.h"
#include "registry/paper_text.h"
#include "report/duty/status.h"
#include "report/event.h"
#include "report/register_row.h"
#include "report/submission.h"
#include "table/form_table.h"

/// The register's file. Nothing is ever lost: submissions, files, form texts and history only grow.
namespace esep::registry {

/// What a submission brings. The register adds number, revision, state, user and chain head.
struct NewSubmission {
  report::ReportKey key;
  report::Deadline deadline;
  report::Verdict verdict;  // on this file by itself
  report::Receipt receipt;  // user and chain head are not read
  report::Contents contents;
  const form::FormDefinition* form = nullptr;
  std::string_view bytes;  // the file as received
  std::map<std::string, form::Value> fields;
  std::vector<PaperText> texts;
  std::function<std::unique_ptr<table::RowReader>()> rows;  // typed rows; not asked for when rejected
  struct KeptFinding {
    report::Finding finding;
    LocalText message;  // rendered
  };
  std::vector<KeptFinding> findings;
  bool accepted = false;
  std::function<void()>
      permit;  // called inside the transaction before anything is written; throws to refuse; may be empty
};

/// A paper that was made: its printed code and the hash of its bytes. The same code stands on every output of one
/// revision.
struct Paper {
  std::string code;
  std::string sha256;
  std::string kind;  // "report pdf", "receipt xlsx" …
  std::optional<int64_t> submission;
  std::string language;
};

/// A signature file that came beside a report or a paper. Esep stores and shows it; it does not check it.
struct Attachment {
  int64_t id = 0;
  std::string number;                 // for people: "A-000001"
  std::optional<int64_t> submission;  // nullopt: a paper about no single report
  std::string paper_code;             // of the paper that was signed; empty: the report as received
  std::string paper_sha256;           // its bytes
  std::string sha256;                 // of the signature file
  std::string file_name;
  std::string user;
  calendar::LocalTime at;
};

class Registry {
 public:
  /// Makes a new register (mode 0600). Error REGISTRY-EXISTS, REGISTRY-NETWORK (a network file system cannot keep
  /// SQLite's locks and so cannot keep the promise that nothing is lost).
  static Registry create(const std::filesystem::path& file, const Actor& actor,
                         const FileSystemType& ask = file_system_type);
  /// Opens and migrates. Error REGISTRY-MISSING, REGISTRY-NEWER, REGISTRY-FOREIGN, REGISTRY-NETWORK, SQLITE-….
  static Registry open(const std::filesystem::path& file, const FileSystemType& ask = file_system_type);

  [[nodiscard]] sqlite::Database& database() { return *database_; }
  [[nodiscard]] const sqlite::Database& database() const { return *database_; }
  /// A statement of the register, kept prepared: for what is asked at every submission.
  [[nodiscard]] KeptStatements::Loan kept(const std::string& sql) const { return kept_->get(*database_, sql); }
  [[nodiscard]] History history() { return {*database_, *kept_}; }

  /// Obligations whose latest revision decides on timeliness too (`done_on`); of the others the first accepted one
  /// does.
  void set_latest_decides(std::function<bool(const std::string& obligation)> asked) {
    latest_decides_ = std::move(asked);
  }

  // Registers (register_rows.cpp)
  /// New and changed rows in one transaction; rows that are not mentioned stay. Returns {added, changed, unchanged}.
  struct ImportCount {
    int added = 0;
    int changed = 0;
    int unchanged = 0;
  };
  /// Last word on a row that is about to be written, inside the transaction: `old` is what the register holds of it,
  /// nullptr: nothing. What it throws undoes the whole import.
  using Settle = std::function<void(report::RegisterRow& row, const report::RegisterRow* old)>;
  /// Gives the rows inside the transaction, so that it can judge them by all that others recorded until now.
  using GiveRows = std::function<std::vector<report::RegisterRow>()>;
  ImportCount import_rows(const form::RegisterDefinition& definition, const GiveRows& give,
                          const std::string& file_sha256, const Actor& actor, const Settle& settle = {});
  ImportCount import_rows(const form::RegisterDefinition& definition, const std::vector<report::RegisterRow>& rows,
                          const std::string& file_sha256, const Actor& actor, const Settle& settle = {}) {
    return import_rows(
        definition, [&rows] { return rows; }, file_sha256, actor, settle);
  }
  [[nodiscard]] std::vector<report::RegisterRow> rows(const form::RegisterDefinition& definition) const;

  // Events, waivers, locks (events.cpp)
  /// Returns the date recorded for the same event and key until then; nullopt: none.
  std::optional<calendar::Date> add_event(const report::Event& event, const Actor& actor);
  [[nodiscard]] std::vector<report::Event> events() const;
  [[nodiscard]] std::vector<report::Waiver> waivers() const;
  [[nodiscard]] bool is_locked(std::string_view form, std::string_view period) const;
  // (waivers.cpp)
  /// All in one transaction. `user` of the waivers is the actor's. A later waiver of the same key replaces the earlier.
  void add_waivers(const std::vector<report::Waiver>& waivers, const Actor& actor);
  struct Lock {
    std::string reason;
    std::string user;
  };
  /// nullopt: open.
  [[nodiscard]] std::optional<Lock> lock_of(std::string_view form, std::string_view period) const;
  /// Error LOCK-ALREADY, LOCK-NOT-LOCKED.
  void set_lock(const std::string& form, const std::string& period, bool locked, const std::string& reason,
                const Actor& actor);
  /// An entry of the history that changes nothing else.
  void note(const std::string& action, const std::string& details, const Actor& actor);

  // Submissions (submissions.cpp)
  /// One transaction. The same bytes for the same key return the old submission with `repeated`.
  struct Submitted {
    report::Submission submission;
    bool repeated = false;
  };
  Submitted submit(const NewSubmission& submission, const Actor& actor);
  /// Error SUBMISSION-UNKNOWN.
  [[nodiscard]] report::Submission find(std::string_view number) const;
  struct Filter {
    std::string form, organisation, subject, period, stage;  // empty: any
  };
  [[nodiscard]] std::vector<report::Submission> submissions(const Filter& filter) const;
  /// The accepted revision that counts, if any.
  [[nodiscard]] std::optional<report::Submission> latest_accepted(const report::ReportKey& key) const;
  /// The last accepted report of the same form, organisation, subject and stage for an earlier period.
  [[nodiscard]] std::optional<report::Submission> previous_accepted(const report::ReportKey& key) const;
  [[nodiscard]] std::map<std::string, std::string> fields(int64_t submission) const;  // canonical texts
  /// In the order of rows and names.
  [[nodiscard]] std::vector<PaperText> paper_texts(int64_t submission, Lang lang) const;
  [[nodiscard]] std::vector<NewSubmission::KeptFinding> findings(int64_t submission) const;
  /// Submissions, in order, whose file as received has this hash (paper_lookup.cpp).
  [[nodiscard]] std::vector<report::Submission> submissions_of_file(const std::string& sha256) const;
  [[nodiscard]] std::string file_bytes(const std::string& sha256) const;
  [[nodiscard]] std::string form_text(const std::string& sha256) const;
  /// Takes an accepted submission out of force; it stays in history. The revision before it counts again, in the state
  /// that it had. `permit`, if any, is called inside the transaction and throws to refuse. Error SUBMISSION-STATE when
  /// it is withdrawn or rejected already.
  void withdraw(const std::string& number, const std::string& reason, const Actor& actor,
                const std::function<void(const report::Submission&)>& permit = {});
  /// Only inside a transaction that writes the step into the history too.
  void set_state(int64_t submission, report::State state);

  // Papers (papers.cpp)
  void record_paper(const std::string& code, const std::string& sha256, const std::string& kind,
                    std::optional<int64_t> submission, std::string_view language, const Actor& actor);
  // (paper_lookup.cpp)
  [[nodiscard]] std::vector<Paper> papers_with_bytes(const std::string& sha256) const;
  [[nodiscard]] std::vector<Paper> papers_with_code(const std::string& code) const;

  // Signatures (attachments.cpp)
  /// `facts` without id, number, user and time. Error ATTACHMENT-AGAIN when these bytes stand at that report or paper
  /// already.
  Attachment attach(const Attachment& facts, std::string_view bytes, const Actor& actor);
  [[nodiscard]] std::vector<Attachment> attachments() const;
  [[nodiscard]] std::vector<Attachment> attachments_of(int64_t submission) const;
  /// Those of a paper with this code, and those that have exactly these bytes themselves.
  [[nodiscard]] std::vector<Attachment> attachments_of_paper(const std::string& code) const;
  [[nodiscard]] std::vector<Attachment> attachments_with_bytes(const std::string& sha256) const;

 private:
  explicit Registry(std::unique_ptr<sqlite::Database> database)
      : database_(std::move(database)), kept_(std::make_unique<KeptStatements>()) {}
  [[nodiscard]] report::Submission judged(const sqlite::Statement& row) const;
  [[nodiscard]] int64_t next_id() const;
  [[nodiscard]] int next_revision(const report::ReportKey& key) const;
  /// The state by its own steps, whatever a later revision did to it.
  [[nodiscard]] report::State own_state(int64_t submission) const;
  [[nodiscard]] std::optional<report::Submission> last_superseded(const report::ReportKey& key) const;

  std::unique_ptr<sqlite::Database> database_;
  std::unique_ptr<KeptStatements> kept_;  // behind the database, so that they go first
  std::function<bool(const std::string&)> latest_decides_;
};

/// SHA-256 over the canonical texts of all rows: what history pins and doctor recomputes.
[[nodiscard]] std::string rows_digest(table::RowReader& rows);

}  // namespace esep::registry
