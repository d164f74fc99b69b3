// SPDX-License-Identifier: MIT
// Each role's way through the portal, as one story: an agency hands in a wrong report and mends it, a reviewer returns it with a note at a cell, the agency
// corrects it, it is approved; beside them the ministry, the coordinator, the operator, the auditor, the administrator and anybody.
import { execFileSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Person, codeIn, expect, textOf } from "./person.mjs";

const SOURCE = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const SAMPLES = path.join(SOURCE, "tests/samples/tied-grants");
const FORM = "tied-grant-usage";
const MONTH = "2026-11";
// One of each for each look of LOOKS: a report that was approved is not handed in once more.
const AGENCIES = [["km", "km", "G-001"], ["oam", "oam", "G-002"], ["dsm", "dsm", "G-003"], ["astana", "KZ-71", "G-004"]];
const LOOKS = [
  { width: 1280, javaScriptEnabled: true },
  { width: 1280, javaScriptEnabled: false },
  { width: 320, javaScriptEnabled: true },
  { width: 320, javaScriptEnabled: false },
];

function fill(person, blank, name, ...changes) {
  const out = path.join(person.folder, name);
  const words = [path.join(SAMPLES, "fill.py"), path.join(SOURCE, `forms/${FORM}.2025-06.toml`), "two systems with lists of different lengths", blank, out];
  for (const change of ["compiled_on=01.12.2026", ...changes]) words.push("--set", change);
  execFileSync("/usr/bin/python3", words);
  return out;
}

const reportNumber = (person) => /S-\d+/.exec(person.page.url())[0];

// --- The agency. ---

async function blankOf(person, [, body, grant]) {
  await person.openPage("/today");
  return person.download(`a[href*="/blank?form=${FORM}&org=${body}&subject=${grant}&period=${MONTH}"]`, "blank.xlsx");
}

async function check(person, file) {
  await person.chooseFile("#files", file);
  await person.press("#hand-in button");
}

async function handIn(person, file) {
  await check(person, file);
  await person.says("Whose report this is", "November 2026");
  await person.press('form[action*="/hand-in/"] button');
  return reportNumber(person);
}

async function reportsAtLast(person, agency) {
  const blank = await blankOf(person, agency);
  await person.openPage("/hand-in");
  await person.press("#hand-in button");
  await person.says("No file was chosen");
  await check(person, fill(person, blank, "wrong.xlsx", "user_count[1]=many"));
  await person.says("Whose report this is", "November 2026", "many");
  await person.press("ol.findings a.place"); // to the cell, and back
  expect(person.page.url().includes("#"), "the finding does not lead to its cell");
  await person.press("table.sheet a.mark");
  expect(/#f\d+$/.test(person.page.url()), "the mark does not lead back to its finding");
  await person.download('a[href$="/marked"]', "marked.xlsx");
  const number = await handIn(person, fill(person, blank, "right.xlsx"));
  await person.says(number, "The report is registered");
  const receipt = await person.download('a[href*="kind=receipt"][href$="to=pdf"]', "receipt.pdf");
  return { number, blank, receipt, code: codeIn(textOf(receipt)) };
}

async function corrects(person, number, blank) {
  await person.openPage("/today");
  await person.press(`main a[href$="/report/${number}"]`);
  await person.says("eturned");
  await person.openPage("/hand-in");
  return handIn(person, fill(person, blank, "corrected.xlsx", "user_count[1]=12 700"));
}

async function answers(person, number) {
  await person.openPage("/today");
  await person.go(`/report/${number}`);
  await person.type('textarea[id^="answer-"]', "The act is attached.");
  await person.press('form[action$="/answer"] button');
  await person.says("The answer is recorded");
}

// --- The review. ---

async function openReview(person, number) {
  await person.openPage("/desk");
  await person.press(`main a[href$="/review/${number}"]`);
}

async function writesNote(person) {
  const form = 'form[action$="/note"]';
  if (person.look.javaScriptEnabled) {
    await person.tabTo('table.sheet td[tabindex="0"]');
    for (const key of ["ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight", "Enter"]) await person.page.keyboard.press(key);
    expect(/^[A-Z]+\d+$/.test(await person.page.inputValue("#note-place")), "the chosen cell is not the note's place");
  } else {
    await person.press(`details:has(${form}) > summary`);
    await person.type("#note-place", "L15");
  }
  await person.type("#note-text", "How were they counted?");
  await person.press(`${form} button`);
  await person.says("The note is recorded", "How were they counted?");
}

async function returns(person, number) {
  await openReview(person, number);
  await person.press('form[action$="/open"] button');
  await person.says("The review is opened");
  await writesNote(person);
  await person.press('main a[href*="/checklist/"]');
  await person.choose('select[id^="a-"]', "conforms");
  await person.press("main form button");
  await person.says("The answers are recorded");
  await person.press('details:has(form[action$="/recommend"]) > summary');
  await person.type("#recommend-place", "UR-12");
  await person.type("#recommend-text", "Attach the act of acceptance.");
  await person.type("#due", "18.01.2027");
  await person.press('form[action$="/recommend"] button');
  await person.says("The recommendation is recorded");
  await person.press('details:has(form[action$="/return"]) > summary');
  await person.type("#return-text", "Mend what the notes name.");
  await person.press('form[action$="/return"] button');
  await person.says("The report is returned");
  await person.download('a[href*="/letter?kind=return"]', "return.zip");
}

async function reviewsAgain(person, number, [, body]) {
  await openReview(person, number);
  await person.press('form[action$="/open"] button');
  if (body !== "dsm") await person.press("details:has(.paper) > summary"); // beside the one before; dsm has none that was accepted
  await person.press('main a[href*="/checklist/"]'); // whole: without it nothing is approved
  const items = await person.page.locator('select[id^="a-"]').evaluateAll((all) => all.map((one) => one.id));
  for (const id of items) await person.choose(`#${id}`, "conforms");
  await person.press("main form button");
  await person.says("The answers are recorded");
}

async function approves(person, number) {
  await openReview(person, number);
  await person.press('details:has(form[action$="/approve"]) > summary');
  await person.press('form[action$="/approve"] button');
  await person.says("The report is approved");
}

// --- The ministry. ---

async function collects(person) {
  await person.openPage("/board");
  await person.choose("#form", FORM);
  await person.type("#period", "2026-10");
  await person.press("form.choosing button");
  await person.says("Ministry of Transport", "missing");
  await person.download('a[href*="/board/paper"][href$="to=pdf"]', "status.pdf");
  await person.press('details:has(form[action$="/reminders"]) > summary');
  await person.download('form[action$="/reminders"] button', "reminders.zip");
  await person.press('details:has(form[action$="/lock"]) > summary');
  await person.type("#reason", "The month is summed up.");
  await person.press('form[action$="/lock"] button');
  await person.says("The period is locked");
  await person.openPage("/summary");
  await person.press(`main a[href="${person.at("/summary/roadmap")}"]`);
  await person.type("#period", "2026-H1");
  await person.press("form.choosing button");
  expect(await person.has("main svg"), "the summary shows no chart");
  await person.download('main a[href*="/paper?to=pdf"]', "summary.pdf");
}

async function unlocksAndExcuses(person) {
  await person.go(`/board?form=${FORM}&period=2026-10`);
  await person.press('details:has(form[action$="/unlock"]) > summary');
  await person.type("#reason", "A correction came late.");
  await person.press('form[action$="/unlock"] button');
  await person.says("The period is unlocked");
  const waive = async (basis) => {
    await person.press('details:has(form[action$="/waive"]) > summary');
    await person.choose("#org", "gzhbm");
    await person.type("#until", "31.12.2026");
    await person.type("#waive-reason", "The grant begins in January.");
    await person.type("#basis", basis);
    await person.press('form[action$="/waive"] button');
  };
  await waive(" ");
  await person.says("Write the reason and the document"); // and not how the command line has it
  await person.go(`/board?form=${FORM}&period=2026-10`);
  await waive("Order No. 45 of 30.11.2026");
  await person.says("The waiver is recorded");
}

async function sends(person) {
  await person.openPage("/composed");
  await person.says("Printing is not sending");
  const paper = await person.download('main a[href*="/composed/paper"][href*="2026-H1"][href$="to=pdf"]', "composed.pdf");
  await person.press('main a[href*="/composed/dispatch"][href*="2026-H1"]');
  await person.type("#code", codeIn(textOf(paper)));
  await person.type("#date", "yesterday");
  await person.press("main form button");
  await person.says("Write the date");
  await person.type("#date", "01.12.2026");
  await person.type("#number", "12-3/45");
  await person.type("#signer", "A. Minister");
  await person.tick("#incomplete");
  await person.press("main form button");
  await person.says("The dispatch is recorded");
}

// --- Operator and administrator of a programme, auditor, administrator of accounts, anybody. ---

async function decides(person, verb) {
  await person.openPage("/proposals");
  await person.press(`tbody details:has(input[value="${verb}"]) > summary`);
  await person.type('tbody textarea[id^="reason-"]', "Paragraph 14 of the Rules.");
  await person.press("tbody form button");
  await person.says("The verdict is recorded");
}

async function audits(person) {
  await person.openPage("/history");
  await person.says("The chain of the history holds");
  await person.press("main details > summary");
  await person.type("#user", "reviewer");
  await person.press("main details form button");
  await person.says("reviewer");
}

async function invites(person, login) {
  await person.openPage("/accounts");
  await person.type("#login", login);
  await person.type("#name", "N. New");
  await person.tick("#role");
  await person.type("#org", "km");
  await person.press('form[action$="/accounts"] button');
  const address = new URL(await person.page.locator("main code").first().innerText(), person.address);
  await person.signOut();
  await person.page.goto(person.address + address.pathname);
  await person.type("#new-password", "short");
  await person.press("main form button");
  await person.says("too short");
  await person.type("#new-password", `a long word for ${login}`);
  await person.press("main form button");
  await person.signIn(login, `a long word for ${login}`);
  await person.openPage("/today");
}

async function verifies(person, { code, receipt }) {
  await person.go("/");
  await person.openPage("/verify");
  await person.type("#code", code.toLowerCase());
  await person.press("main form button");
  await person.says(code, "November 2026");
  await person.chooseFile("#file", receipt);
  await person.press("#verify-file button");
  await person.says("unaltered");
}

// --- All together. `act`: gives somebody of that name, and keeps what went wrong. ---

async function story(act, agency, index) {
  const [login] = agency;
  let report;
  let next;
  await act(login, async (person) => (report = await reportsAtLast(person, agency)), { keeps: true });
  if (report) {
    await act("", (person) => verifies(person, report));
    await act("reviewer", (person) => returns(person, report.number));
    await act(login, async (person) => (next = await corrects(person, report.number, report.blank)));
    if (next) await act("reviewer", (person) => reviewsAgain(person, next, agency));
    if (next) await act("approver", (person) => approves(person, next));
    await act(login, (person) => answers(person, report.number));
  }
  await act("registrar", collects);
  await act("approver", unlocksAndExcuses);
  if (index === 0) await act("coordinator", sends);
  await act("operator", (person) => decides(person, "decide"));
  await act("programme", (person) => decides(person, "answer"));
  await act("auditor", audits);
  await act("admin", (person) => invites(person, `new${index}`));
}

/// An ordinary run takes the first look only.
export async function takeWays(browser, address, { shots, all }) {
  const wrong = [];
  let ways = 0;
  for (const [index, look] of LOOKS.slice(0, all ? LOOKS.length : 1).entries()) {
    const kept = [];
    await story(async (login, way, { keeps } = {}) => {
      const person = await Person.open(browser, address, look);
      const name = `way of ${login || "anybody"} (${way.name || AGENCIES[index][0]}), ${look.width} px, ${look.javaScriptEnabled ? "with" : "without"} scripts`;
      ways += 1;
      try {
        if (login) await person.signIn(login);
        await way(person);
        if (login) await person.signOut();
      } catch (error) {
        wrong.push(`${name}: ${error.message.split("\n")[0]}`);
        console.error(wrong.at(-1));
        if (shots) await person.page.screenshot({ path: `${shots}/${name.replace(/[^\w-]+/g, "_")}.png` });
      }
      if (keeps) kept.push(person);
      else await person.close();
    }, AGENCIES[index], index);
    for (const person of kept) await person.close();
  }
  return { ways, wrong };
}
