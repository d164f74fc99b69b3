// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "form/register_definition.h"
#include "registry/attachment.h"
#include "registry/file_system.h"
#include "registry/history.h"
#include "registry/new_submission.h"
#include "registry/paper.h"
#include "registry/statement_cache.h"
#include "report/duty/status.h"
#include "report/event.h"
#include "report/register_row.h"
#include "report/submission.h"

namespace esep::registry {

/// The register's file. Nothing is ever lost: submissions, files, form texts and history only grow. Every function that
/// writes is one transaction together with its entry of the history, unless it says otherwise. Each may throw SQLITE-….
///
/// Threads: as sqlite::Database, one thread at a time. Several processes may have the same file open.
class Registry {
 public:
  /// Makes a new register (mode 0600). Error REGISTRY-EXISTS, REGISTRY-NETWORK: a network file system cannot keep
  /// SQLite's locks, and so cannot keep the promise that nothing is lost.
  static Registry create(const std::filesystem::path& file, const Actor& actor,
                         const FileSystemType& ask = file_system_type);
  /// Opens and migrates. Error REGISTRY-MISSING, REGISTRY-NEWER, REGISTRY-FOREIGN, REGISTRY-NETWORK.
  static Registry open(const std::filesystem::path& file, const FileSystemType& ask = file_system_type);

  [[nodiscard]] sqlite::Database& database() { return *database_; }
  [[nodiscard]] const sqlite::Database& database() const { return *database_; }
  /// Whether a restoration has put another register in the place of the one that was opened. It may lack tables and
  /// entries that this connection has seen.
  [[nodiscard]] bool is_replaced();
  /// A prepared statement of the register from its cache.
  [[nodiscard]] StatementCache::Loan cached(const std::string& sql) const { return cache_->get(*database_, sql); }
  [[nodiscard]] History history() { return {*database_, *cache_}; }

  /// Whether the latest revision of a report decides on timeliness, not the first accepted one. This is so for an
  /// obligation with `done_on`. It is asked only about reports with several revisions, so that commands which need no
  /// form read none. Without it the first accepted revision always decides.
  using LatestDecides = std::function<bool(const std::string& obligation)>;
  void set_latest_decides(LatestDecides asked) { latest_decides_ = std::move(asked); }

  // Registers (register_rows.cpp)
  struct ImportCount {
    int added = 0;
    int changed = 0;
    int unchanged = 0;
  };
  /// Called inside the transaction for each row before it is written; it may change the row. `old` is what the register
  /// holds of it; nullptr: nothing. What it throws undoes the whole import.
  using Settle = std::function<void(report::RegisterRow& row, const report::RegisterRow* old)>;
  /// Gives the rows inside the transaction, so that it can check them against everything recorded until then.
  using GiveRows = std::function<std::vector<report::RegisterRow>()>;
  /// Where rows come from: the SHA-256 of a file, or the command. `correction`: why what was said of a row is changed,
  /// which gets an entry of its own.
  struct RowsFrom {
    std::string file;
    std::string correction = {};
  };
  /// Writes new and changed rows. Rows that are not mentioned stay.
  ImportCount import_rows(const form::RegisterDefinition& definition, const GiveRows& give, const RowsFrom& from,
                          const Actor& actor, const Settle& settle = {});
  ImportCount import_rows(const form::RegisterDefinition& definition, const std::vector<report::RegisterRow>& rows,
                          const RowsFrom& from, const Actor& actor, const Settle& settle = {}) {
    return import_rows(
        definition, [&rows] { return rows; }, from, actor, settle);
  }
  /// Everybody who has written the register's row `key` by this command: an entry of the history names the row, and in
  /// place of a file the command (RowsFrom::file).
  [[nodiscard]] std::set<std::string> row_writers(const form::RegisterDefinition& definition, const std::string& key,
                                                  const std::string& command) const;
  [[nodiscard]] std::vector<report::RegisterRow> rows(const form::RegisterDefinition& definition) const;
  /// What the register held of its rows until they were changed, by the history, in the order of the changes. A row
  /// that changed twice stands in it twice.
  [[nodiscard]] std::vector<report::RegisterRow> former_rows(const form::RegisterDefinition& definition) const;

  /// Called first inside the transaction; throws to refuse. It may complete the record, which is read afterwards.
  using Permit = std::function<void()>;

  // Events and waivers (events.cpp, waivers.cpp)
  /// Returns what was recorded for the same event and key before. nullopt: nothing was. The same facts again are not
  /// written.
  std::optional<report::Event> add_event(const report::Event& event, const Actor& actor, const Permit& permit = {});
  /// Takes an event back; `event.date` is ignored. Returns what was recorded. Error EVENT-NOT-RECORDED.
  report::Event withdraw_event(const report::Event& event, const Actor& actor, const Permit& permit = {});
  /// In the order of recording; includes withdrawn events and the withdrawals.
  [[nodiscard]] std::vector<report::Event> events() const;
  /// The waivers' `user` is ignored: it is the actor. A later waiver of the same key replaces the earlier.
  void add_waivers(const std::vector<report::Waiver>& waivers, const Actor& actor, const Permit& permit = {});
  /// In the order of recording.
  [[nodiscard]] std::vector<report::Waiver> waivers() const;

  // Locks (locks.cpp)
  struct Lock {
    std::string reason;
    std::string user;
  };
  /// nullopt: the period is open.
  [[nodiscard]] std::optional<Lock> lock_of(std::string_view form, std::string_view period) const;
  [[nodiscard]] bool is_locked(std::string_view form, std::string_view period) const;
  /// Error LOCK-ALREADY.
  void lock(const std::string& form, const std::string& period, const std::string& reason, const Actor& actor,
            const Permit& permit = {});
  /// Error LOCK-NOT-LOCKED.
  void unlock(const std::string& form, const std::string& period, const std::string& reason, const Actor& actor,
              const Permit& permit = {});

  /// An entry of the history that changes nothing else here. `then` is called inside the transaction: what it throws
  /// undoes the entry.
  void note(const std::string& action, const std::string& details, const Actor& actor, const Permit& then = {});

  // Submissions (submit.cpp, withdraw.cpp)
  struct Submitted {
    report::Submission submission;
    bool repeated = false;  // nothing was written: `submission` is in force with these bytes already
  };
  /// Registers what came in, and takes the revision before it out of force if it is accepted. The same bytes for the
  /// same key as those of the submission in force are no new one. What `NewSubmission::permit` throws undoes it all.
  Submitted submit(const NewSubmission& submission, const Actor& actor);
  /// The revision that the next accepted submission with this key gets: withdrawn ones keep theirs.
  [[nodiscard]] int next_revision(const report::ReportKey& key) const;
  /// Takes an accepted submission out of force. It stays in the history. The revision before it counts again, in the
  /// state that it had. `permit`, if any, is called inside the transaction and throws to refuse. Error
  /// SUBMISSION-UNKNOWN, WITHDRAW-WITHDRAWN, WITHDRAW-REJECTED: the state does not allow it.
  void withdraw(const std::string& number, const std::string& reason, const Actor& actor,
                const std::function<void(const report::Submission&)>& permit = {});
  /// Inside the caller's transaction, which writes the step into the history too.
  void set_state(int64_t submission, report::State state);

  // (find_submissions.cpp)
  /// `number` as people write it (registry/record_number.h). Error SUBMISSION-UNKNOWN.
  [[nodiscard]] report::Submission find(std::string_view number) const;
  struct Filter {
    std::string form, organisation, subject, period, stage;  // empty: any
  };
  /// In the order of receipt.
  [[nodiscard]] std::vector<report::Submission> submissions(const Filter& filter) const;
  /// Those whose file as received has this hash, in the order of receipt.
  [[nodiscard]] std::vector<report::Submission> submissions_of_file(const std::string& sha256) const;
  /// The submission in force.
  [[nodiscard]] std::optional<report::Submission> latest_accepted(const report::ReportKey& key) const;
  /// The revision that decides on its timeliness: one that came before it, or itself.
  [[nodiscard]] report::Submission deciding(const report::Submission& submission) const;
  /// The submission in force of the same form, organisation, subject and stage for the last period before this one.
  [[nodiscard]] std::optional<report::Submission> previous_accepted(const report::ReportKey& key) const;

  // (submission_contents.cpp)
  [[nodiscard]] std::map<std::string, std::string> fields(int64_t submission) const;  // canonical texts by field id
  /// One heading field of all submissions on a form, by their ids.
  [[nodiscard]] std::map<int64_t, std::string> field_values(const std::string& form, const std::string& field) const;
  /// In the order of rows and names.
  [[nodiscard]] std::vector<PaperText> paper_texts(int64_t submission, Lang lang) const;
  [[nodiscard]] std::vector<StoredFinding> findings(int64_t submission) const;
  [[nodiscard]] std::string file_bytes(const std::string& sha256) const;  // empty: there is none
  [[nodiscard]] std::string form_text(const std::string& sha256) const;   // empty: there is none

  // Papers (papers.cpp)
  /// Writes nothing when the register knows a paper with this code and these bytes.
  void record_paper(const Paper& paper, const Actor& actor);
  [[nodiscard]] std::vector<Paper> papers_with_bytes(const std::string& sha256) const;
  [[nodiscard]] std::vector<Paper> papers_with_code(const std::string& code) const;

  // Signatures (attachments.cpp)
  /// Id, number, user and time of `facts` are ignored. Returns the record. Error ATTACHMENT-AGAIN: these bytes stand
  /// at that report or paper already.
  Attachment attach(const Attachment& facts, std::string_view bytes, const Actor& actor);
  [[nodiscard]] std::vector<Attachment> attachments() const;
  [[nodiscard]] std::vector<Attachment> attachments_of(int64_t submission) const;
  [[nodiscard]] std::vector<Attachment> attachments_of_paper(const std::string& code) const;
  /// Attachments with these bytes.
  [[nodiscard]] std::vector<Attachment> attachments_with_bytes(const std::string& sha256) const;

 private:
  explicit Registry(std::unique_ptr<sqlite::Database> database)
      : database_(std::move(database)), cache_(std::make_unique<StatementCache>()) {}
  [[nodiscard]] report::Submission judged(const sqlite::Statement& row) const;
  [[nodiscard]] std::optional<report::Submission> last_superseded(const report::ReportKey& key) const;
  /// The state after its own steps, without those of later revisions.
  [[nodiscard]] report::State own_state(int64_t submission) const;

  // Steps of `add_event` and `withdraw_event`, inside their transactions.
  [[nodiscard]] std::optional<report::Event> recorded_event(const report::Event& event) const;
  void insert_event(const report::Event& event, const Actor& actor);

  // Steps of `submit`, inside its transaction.
  [[nodiscard]] std::optional<report::Submission> same_file(const NewSubmission& submission) const;
  [[nodiscard]] report::Submission numbered(const NewSubmission& submission, const Actor& actor) const;
  void store_file_and_form(const NewSubmission& submission);
  void supersede(const report::ReportKey& key);
  void store(report::Submission s, const std::string& rows_sha256, const NewSubmission& submission, const Actor& actor);

  std::unique_ptr<sqlite::Database> database_;
  std::unique_ptr<StatementCache> cache_;  // declared after the database, so destroyed before it
  LatestDecides latest_decides_;
  std::string head_at_opening_;  // of the history; empty: it could not be read
};

/// What Registry::record_paper does, inside the caller's transaction.
void insert_paper(Registry& registry, const Paper& paper, const Actor& actor);

}  // namespace esep::registry
