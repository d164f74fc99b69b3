// SPDX-License-Identifier: MIT
// Every page of the portal in a real browser, for each role, in three languages, light and dark, wide and narrow: no axe violation (WCAG 2.2 AA),
// nothing wider than the window, nothing in the console. Then each role's way, with scripts and without.
// usage: node portal.mjs ADDRESS [--shots FOLDER]     the demo's accounts (scripts/demo/serve.py) are expected there
import { chromium } from "playwright-core";
import AxeBuilder from "@axe-core/playwright";
import fs from "node:fs";

const address = process.argv[2];
const shots = process.argv[3] === "--shots" ? process.argv[4] : null;
if (!address) throw new Error("usage: node portal.mjs ADDRESS [--shots FOLDER]");
const passwordOf = (login) => `demo only ${login} password`;
const wrong = [];
let pages = 0;

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

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const look of LOOKS) {
  await walk(browser, "", PUBLIC, look);
  for (const [login, paths] of Object.entries(OF_ROLE)) await walk(browser, login, paths, look);
}
await browser.close();
for (const line of wrong) console.error(line);
console.log(`${pages} pages, ${wrong.length} wrong`);
process.exit(wrong.length ? 1 : 0);
