// SPDX-License-Identifier: MIT
// Every page of the portal in a real browser, for each role, in three languages, light and dark, wide and narrow: no axe violation (WCAG 2.2 AA),
// nothing wider than the window, nothing in the console. Then each role's way, with scripts and without.
// usage: node portal.mjs ADDRESS [--ways] [--shots FOLDER]     --ways: without the walk through every page; the demo's accounts (scripts/demo/serve.py) are expected there
import { chromium } from "playwright-core";
import AxeBuilder from "@axe-core/playwright";
import fs from "node:fs";

const [address, ...options] = process.argv.slice(2);
const shots = options.includes("--shots") ? options[options.indexOf("--shots") + 1] : null;
const only = options.includes("--ways");
if (!address) throw new Error("usage: node portal.mjs ADDRESS [--ways] [--shots FOLDER]");
const passwordOf = (login) => `demo only ${login} password`;
const wrong = [];
let pages = 0;
let ways = 0;

const PUBLIC = ["/", "/sign-in", "/verify", "/calendar", "/v/AAAA-BBBB-CCCC"];
const OF_ROLE = {
  km: ["/", "/today", "/hand-in", "/report/S-000001", "/account"],
  registrar: ["/board", "/board?form=roadmap-status&period=2026-H1", "/summary", "/summary/roadmap?period=2026-H1", "/desk", "/review/S-000001"],
  reviewer: ["/desk?show=all", "/review/S-000001", "/review/S-000001/checklist/unified-requirements"],
  approver: ["/board", "/desk?show=all"],
  coordinator: ["/board", "/summary"],
  auditor: ["/history", "/report/S-000003"],
  admin: ["/accounts", "/accounts/km"],
};
const LOOKS = [
  { lang: "ru", colorScheme: "light", width: 1280 },
  { lang: "kk", colorScheme: "dark", width: 1280 },
  { lang: "en", colorScheme: "light", width: 320 },
  { lang: "ru", colorScheme: "dark", width: 320 },
];

async function signIn(page, login) {
  await page.goto(`${address}/en/sign-in`);
  await page.fill("#login", login);
  await page.fill("#password", passwordOf(login));
  await page.click("main button");
  if (page.url().includes("sign-in")) throw new Error(`${login} cannot sign in`);
}

async function judge(page, name) {
  pages += 1;
  const axe = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  for (const one of axe.violations)
    wrong.push(`${name}: ${one.id}: ${one.help}: ${one.nodes.slice(0, 2).map((node) => node.html.slice(0, 160)).join(" | ")}`);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (over > 1) wrong.push(`${name}: ${over} px wider than the window`);
  if (shots) await page.screenshot({ path: `${shots}/${name.replace(/[^\w-]+/g, "_")}.png`, fullPage: true });
}

async function walk(browser, login, paths, look) {
  const context = await browser.newContext({ viewport: { width: look.width, height: 800 }, colorScheme: look.colorScheme });
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && !/status of (403|404|409|422)/.test(message.text()) && wrong.push(`console: ${message.text()}`));
  if (login) await signIn(page, login);
  for (const path of paths) {
    const answer = await page.goto(`${address}/${look.lang}${path}`);
    if (answer.status() !== 200 && !path.startsWith("/v/")) wrong.push(`${login} ${path}: ${answer.status()}`);
    await judge(page, `${login || "anyone"} ${look.lang} ${look.colorScheme} ${look.width} ${path}`);
  }
  await context.close();
}

// --- Each role's way, by keyboard alone. ---

// Tab until the element has the focus; what cannot be reached so is wrong.
async function tabTo(page, selector, most = 120) {
  const wanted = page.locator(selector).first();
  await wanted.waitFor();
  for (let i = 0; i < most; i += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return wanted;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${selector} cannot be reached by the keyboard on ${page.url()}`);
}
const press = async (page, selector) => {
  await tabTo(page, selector);
  await Promise.all([page.waitForLoadState("load"), page.keyboard.press("Enter")]);
  await page.waitForLoadState("load");
};
const type = async (page, selector, text) => {
  await tabTo(page, selector);
  await page.keyboard.type(text);
};
const expect = (right, what) => {
  if (!right) throw new Error(what);
};
const says = async (page, text) => expect((await page.locator("main").innerText()).includes(text), `${page.url()} does not say ${text}`);

async function signInByKeys(page, login) {
  await page.goto(`${address}/en/sign-in`);
  await type(page, "#login", login);
  await type(page, "#password", passwordOf(login));
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
}

const WAYS = {
  async km(page, folder) {
    await press(page, 'nav.pages a[href="/en/today"]');
    const link = page.locator('a[href*="/en/blank?form=tied-grant-usage"][href*="period=2026-11"]').first();
    const blank = await (await page.request.get(address + (await link.getAttribute("href")))).body();
    fs.writeFileSync(`${folder}/blank.xlsx`, blank);
    await press(page, 'nav.pages a[href="/en/hand-in"]');
    await press(page, "#hand-in button");
    await says(page, "No file was chosen");
    await tabTo(page, "#files");
    await page.locator("#files").setInputFiles(`${folder}/blank.xlsx`);
    await press(page, "#hand-in button");
    await says(page, "Whose report this is");
    await says(page, "November 2026");
    await says(page, "error");
    await press(page, "ol.findings a.place");  // to the cell, and back
    await press(page, "table.sheet a.mark");
    expect(page.url().includes("#f"), "the mark does not lead back to its finding");
  },
  async registrar(page) {
    await press(page, 'nav.pages a[href="/en/board"]');
    await says(page, "Ministry of Transport");
    await press(page, 'nav.pages a[href="/en/summary"]');
    await press(page, 'main a[href="/en/summary/roadmap"]');
    await says(page, "Roadmap");
  },
  async reviewer(page) {
    await press(page, 'nav.pages a[href="/en/desk"]');
    await tabTo(page, "#show");
    await page.keyboard.press("End");
    await press(page, "form.choosing button");
    await press(page, 'main a[href^="/en/review/"]');
    await says(page, "Checklists");
  },
  async auditor(page) {
    await press(page, 'nav.pages a[href="/en/history"]');
    await says(page, "The chain of the history holds");
  },
  async admin(page) {
    await press(page, 'nav.pages a[href="/en/accounts"]');
    await press(page, 'main a[href="/en/accounts/km"]');
    await says(page, "New link for the password");
  },
  async coordinator(page) {
    await press(page, 'nav.pages a[href="/en/composed"]');
    await says(page, "Printing is not sending");
  },
  async approver(page) {
    await press(page, 'nav.pages a[href="/en/desk"]');
    await says(page, "Reports to review");
  },
};

async function takeWay(browser, login, javaScriptEnabled, width) {
  const context = await browser.newContext({ viewport: { width, height: 700 }, javaScriptEnabled });
  const page = await context.newPage();
  const folder = fs.mkdtempSync("/tmp/esep-way-");
  const name = `way of ${login}, ${width} px, ${javaScriptEnabled ? "with" : "without"} scripts`;
  try {
    await signInByKeys(page, login);
    await WAYS[login](page, folder);
    await press(page, "header form button");
    await says(page, "You are signed out");
  } catch (error) {
    wrong.push(`${name}: ${error.message.split("\n")[0]}`);
    if (shots) await page.screenshot({ path: `${shots}/${name.replace(/[^\w-]+/g, "_")}.png` });
  }
  ways += 1;
  fs.rmSync(folder, { recursive: true });
  await context.close();
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const login of Object.keys(WAYS)) {
  await takeWay(browser, login, true, 1280);
  await takeWay(browser, login, false, 320);
}
if (!only) {
  for (const look of LOOKS) {
    await walk(browser, "", PUBLIC, look);
    for (const [login, paths] of Object.entries(OF_ROLE)) await walk(browser, login, paths, look);
  }
}
await browser.close();
for (const line of wrong) console.error(line);
console.log(`${pages} pages, ${ways} ways, ${wrong.length} wrong`);
process.exit(wrong.length ? 1 : 0);
