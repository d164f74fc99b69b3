// SPDX-License-Identifier: MIT
// Every page in three languages, light and dark, at 1,280 and at 320 pixels (a window of 1,280 at 400 %): no axe violation (WCAG 2.2 AA), no page wider
// than its window, no date, number or word cut in two, nothing in the console; printed without what only a screen needs.
import AxeBuilder from "@axe-core/playwright";
import { passwordOf } from "./person.mjs";
import { PLACES } from "./places.mjs";

const LANGUAGES = ["kk", "ru", "en"];
const LOOKS = [
  { width: 1280, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
  { width: 320, colorScheme: "dark" },
  { width: 320, colorScheme: "light" },
];
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const AT_ONCE = 2;
const MOST_TOLD = 200;
const EXPECTED = /status of (403|404|409|422)/;

// Runs in the page: what is cut by the end of a line.
function cutThings() {
  const whole = /\d{2}\.\d{2}\.\d{4}|\b[SRD]-\d{3,}\b|\d{1,3}(?:\u00a0\d{3})+/g;
  const out = [];
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const match of node.data.matchAll(whole)) {
      const range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      if (new Set([...range.getClientRects()].map((one) => Math.round(one.top))).size > 1) out.push(match[0]);
    }
  }
  return out;
}

const overhang = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

class Walk {
  constructor(browser, address, { shots, all }) {
    Object.assign(this, { browser, address, shots, all, pages: 0, wrong: [], visits: 0 });
  }

  tell(what) {
    if (this.wrong.push(what) <= MOST_TOLD) console.error(what);
  }

  async judge(page, name) {
    this.pages += 1;
    const axe = await new AxeBuilder({ page }).withTags(RULES).analyze();
    for (const one of axe.violations)
      this.tell(`${name}: ${one.id}: ${one.help}: ${one.nodes.slice(0, 2).map((node) => node.html.slice(0, 160)).join(" | ")}`);
    const over = await page.evaluate(overhang);
    if (over > 1) this.tell(`${name}: ${over} px wider than the window`);
    const cut = await page.evaluate(cutThings);
    if (cut.length > 0) this.tell(`${name}: cut by the end of a line: ${cut.slice(0, 3).join(", ")}`);
    if (this.shots) await page.screenshot({ path: `${this.shots}/${name.replace(/[^\w-]+/g, "_")}.png`, fullPage: true });
  }

  async judgePrinted(page, name) {
    await page.emulateMedia({ media: "print", colorScheme: "light" });
    await page.setViewportSize({ width: 794, height: 1123 });
    if (await page.locator("header, footer, main form").evaluateAll((all) => all.some((one) => one.offsetParent !== null)))
      this.tell(`${name}: printed with what only a screen needs`);
    await page.emulateMedia({ media: "screen" });
  }

  async visit(page, login, place, lang) {
    const given = typeof place === "string" ? { path: place } : place;
    const at = typeof given.path === "string" ? given.path : await given.path(page, this.address);
    const name = `${login || "anybody"} ${lang} ${given.name || at}`;
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${this.address}/${lang}${at}`);
    if (given.act) await given.act(page);
    const first = this.visits++ % 2; // an ordinary run: both widths, the one light, the other dark
    for (const look of this.all ? LOOKS : [LOOKS[first], LOOKS[first + 2]]) {
      await page.emulateMedia({ colorScheme: look.colorScheme });
      await page.setViewportSize({ width: look.width, height: 800 });
      await this.judge(page, `${name} ${look.colorScheme} ${look.width}`);
    }
    await this.judgePrinted(page, name);
  }

  async visitAll(login, places) {
    const context = await this.browser.newContext();
    const page = await context.newPage();
    page.on("console", (message) => message.type() === "error" && !EXPECTED.test(message.text()) && this.tell(`${page.url()}: console: ${message.text()}`));
    if (login) {
      await page.goto(`${this.address}/en/sign-in`);
      await page.fill("#login", login);
      await page.fill("#password", passwordOf(login));
      await page.click("main button");
    }
    for (const [index, lang] of LANGUAGES.entries())
      for (const [at, place] of places.entries()) if (this.all || at % LANGUAGES.length === index) await this.visit(page, login, place, lang);
    await context.close();
  }
}

/// An ordinary run takes each page in one language and two looks.
export async function walkAll(browser, address, which) {
  const walk = new Walk(browser, address, which);
  const waiting = Object.entries(PLACES);
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const before = Date.now();
      await walk.visitAll(...next).catch((error) => walk.tell(`${next[0]}: ${error.message.split("\n")[0]}`));
      console.log(`pages of ${next[0] || "anybody"}: ${((Date.now() - before) / 1000).toFixed(0)} s`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return walk;
}
