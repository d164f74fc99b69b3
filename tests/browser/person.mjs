// SPDX-License-Identifier: MIT
// Somebody at the portal who has a keyboard alone: what cannot be reached by Tab and done by keys is wrong.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

export const passwordOf = (login) => `demo only ${login} password`;
const MOST_TABS = 400;

export function expect(right, what) {
  if (!right) throw new Error(what);
}

// What a PDF prints.
export const textOf = (pdf) => execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" });
export const codeIn = (text) => {
  const found = /\b[0-9A-Z]{4}(-[0-9A-Z]{4}){2,}\b/.exec(text);
  expect(found, "the paper has no code");
  return found[0];
};

export class Person {
  // look: { javaScriptEnabled, width, lang }
  static async open(browser, address, look) {
    const context = await browser.newContext({ viewport: { width: look.width, height: 700 }, javaScriptEnabled: look.javaScriptEnabled });
    return new Person(await context.newPage(), address, look);
  }

  constructor(page, address, look) {
    Object.assign(this, { page, address, look, lang: look.lang || "en", folder: fs.mkdtempSync(path.join(os.tmpdir(), "esep-way-")) });
  }

  async close() {
    fs.rmSync(this.folder, { recursive: true });
    await this.page.context().close();
  }

  at(place) {
    return `/${this.lang}${place}`;
  }

  async go(place) {
    await this.page.goto(this.address + this.at(place));
  }

  async has(selector) {
    return (await this.page.locator(selector).count()) > 0;
  }

  async says(...texts) {
    const all = await this.page.locator("main").innerText();
    for (const text of texts) expect(all.includes(text), `${this.page.url()} does not say “${text}”: ${all.slice(0, 300).replace(/\s+/g, " ")}`);
  }

  // Tab until the element has the focus.
  async tabTo(selector) {
    const wanted = this.page.locator(selector).first();
    await wanted.waitFor({ state: "attached", timeout: 5000 }).catch(() => expect(false, `no ${selector} on ${this.page.url()}`));
    // Back, if it stands before what has the focus.
    const before = await wanted.evaluate((one) => (document.activeElement.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING) !== 0);
    const key = before ? "Shift+Tab" : "Tab";
    for (let i = 0; i < MOST_TABS; i += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return wanted;
      await this.page.keyboard.press(key);
    }
    throw new Error(`${selector} cannot be reached by the keyboard on ${this.page.url()}`);
  }

  // Enter on a link, a button or the line that opens a part.
  async press(selector) {
    const wanted = await this.tabTo(selector);
    await this.expectFocusSeen(wanted, selector);
    if (await wanted.evaluate((one) => one.tagName === "SUMMARY")) return this.page.keyboard.press("Enter");
    return Promise.all([this.page.waitForNavigation({ timeout: 20000 }), this.page.keyboard.press("Enter")]);
  }

  async expectFocusSeen(element, selector) {
    const outline = await element.evaluate((one) => getComputedStyle(one).outlineStyle + getComputedStyle(one).outlineWidth);
    expect(!outline.startsWith("none") && !outline.endsWith("0px"), `the focus of ${selector} is not seen: ${outline}`);
  }

  async type(selector, text) {
    await this.tabTo(selector);
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.type(text);
  }

  // An option of a list, by the arrow keys.
  async choose(selector, value) {
    const list = await this.tabTo(selector);
    await this.page.keyboard.press("Home");
    const most = await list.evaluate((one) => one.options.length);
    for (let i = 0; i < most && (await list.inputValue()) !== value; i += 1) await this.page.keyboard.press("ArrowDown");
    expect((await list.inputValue()) === value, `${selector} has no ${value}`);
  }

  async tick(selector) {
    const box = await this.tabTo(selector);
    if (!(await box.isChecked())) await this.page.keyboard.press("Space");
  }

  // A file's window belongs to the system: the field must be reached, the file is then given.
  async chooseFile(selector, file) {
    await this.tabTo(selector);
    await this.page.locator(selector).setInputFiles(file);
  }

  // The file that a link or a button gives.
  async download(selector, name) {
    await this.tabTo(selector);
    const [download] = await Promise.all([this.page.waitForEvent("download"), this.page.keyboard.press("Enter")]);
    const file = path.join(this.folder, name);
    await download.saveAs(file);
    expect(fs.statSync(file).size > 0, `${selector} gives an empty file`);
    return file;
  }

  async signIn(login, password = passwordOf(login)) {
    await this.go("/sign-in");
    await this.type("#login", login);
    await this.type("#password", password);
    await Promise.all([this.page.waitForNavigation({ timeout: 20000 }), this.page.keyboard.press("Enter")]);
    expect(!this.page.url().includes("/sign-in"), `${login} cannot sign in`);
    return this;
  }

  async signOut() {
    await this.press("header form button");
    await this.says("You are signed out");
  }

  async openPage(place) {
    await this.press(`nav.pages a[href="${this.at(place)}"]`);
  }
}
