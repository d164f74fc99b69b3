// SPDX-License-Identifier: MIT
// Every page of the portal, by who sees it, in the workspace of workspace.py. A page that only a deed shows has `act`.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const SOURCE = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const FORM = "tied-grant-usage";
const RETURNED = "S-000027"; // the report of km that was returned
const REJECTED = "S-000028";

// A workbook of km with cells that cannot be read; the address of the page that shows them.
export async function checkedPage(page, address) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "esep-walk-"));
  const blank = path.join(folder, "blank.xlsx");
  const wrong = path.join(folder, "report.xlsx");
  await page.goto(`${address}/ru/today`);
  const [given] = await Promise.all([page.waitForEvent("download"), page.click(`a[href*="/blank?form=${FORM}&org=km&subject=G-001&period=2026-11"]`)]);
  await given.saveAs(blank);
  execFileSync("/usr/bin/python3", [path.join(SOURCE, "tests/samples/tied-grants/fill.py"), path.join(SOURCE, `forms/${FORM}.2025-06.toml`),
    "cells that cannot be read as what they should be", blank, wrong, "--set", "compiled_on=01.12.2026"]);
  await page.goto(`${address}/ru/hand-in`);
  await page.setInputFiles("#files", wrong);
  await page.click("#hand-in button");
  await page.waitForLoadState("load");
  fs.rmSync(folder, { recursive: true });
  return new URL(page.url()).pathname.replace("/ru", "");
}

const openAll = (page) => page.evaluate(() => document.querySelectorAll("main details").forEach((one) => (one.open = true)));
const pressed = (selector) => async (page) => {
  await page.click(selector);
  await page.waitForLoadState("load");
};

export const PLACES = {
  "": [
    "/", "/sign-in", "/verify", "/calendar", "/v/AAAA-BBBB-CCCC", "/invitation/none", "/nothing-here",
    { path: "/sign-in", name: "sign-in refused", act: pressed("main button") },
    { path: "/verify", name: "nothing to verify", act: pressed("#verify-file button") },
  ],
  km: [
    "/", "/hand-in", `/report/${RETURNED}`, "/account", "/history",
    { path: "/today", act: openAll },
    { path: "/hand-in", name: "nothing chosen", act: pressed("#hand-in button") },
    { path: checkedPage, name: "findings" },
    { path: "/account", name: "password refused", act: pressed("main form button") },
  ],
  dsm: [`/report/${REJECTED}`],
  registrar: [
    "/", "/summary", "/summary/roadmap?period=2026-H1", "/summary/tied-grants?period=2026-10", "/desk", "/composed",
    { path: `/board?form=${FORM}&period=2026-10&sort=late`, act: openAll },
    { path: "/board?form=roadmap-status&period=2026-H1", name: "board of the roadmap" },
    { path: "/board?period=never", name: "no such period" },
    { path: "/composed/dispatch?form=roadmap-consolidated&org=oam&period=2026-H1", name: "dispatch" },
  ],
  reviewer: [
    { path: `/review/${RETURNED}`, act: openAll },
    { path: "/review/S-000029", name: "review not begun", act: openAll },
    `/review/${RETURNED}/checklist/unified-requirements`,
  ],
  approver: [{ path: `/board?form=${FORM}&period=2026-10`, act: openAll }, "/desk?show=all"],
  operator: [{ path: "/proposals", act: openAll }],
  programme: [{ path: "/proposals?show=all", act: openAll }, "/today"],
  auditor: ["/history", `/report/${RETURNED}`],
  admin: ["/accounts", "/accounts/km", { path: "/accounts", name: "account refused", act: pressed('form[action$="/accounts"] button') }],
};
