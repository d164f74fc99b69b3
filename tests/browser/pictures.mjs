// SPDX-License-Identifier: MIT
// The pictures of the guides (docs/guide_portal.*.md), in Kazakh and in Russian.
import fs from "node:fs";
import path from "node:path";
import { passwordOf } from "./person.mjs";
import { checkedPage } from "./places.mjs";
import { smallPng } from "./small_png.mjs";

// Name, who sees it, where, and what stands at the top.
const PICTURES = [
  ["today", "km", "/today"],
  ["findings", "km", checkedPage],
  ["board", "registrar", "/board?form=tied-grant-usage&period=2026-10&sort=late", ".counts"],
  ["summary", "registrar", "/summary/roadmap?period=2026-H1", "figure"],
  ["desk", "reviewer", "/desk?show=all"],
  ["review", "reviewer", "/review/S-000027"],
];

const MOST_BYTES = 60 * 1024;

export async function takePictures(browser, address, folder) {
  let taken = 0;
  for (const [name, login, place, top = "h1"] of PICTURES) {
    const context = await browser.newContext({ viewport: { width: 960, height: 600 }, colorScheme: "light" });
    const page = await context.newPage();
    await page.goto(`${address}/en/sign-in`);
    await page.fill("#login", login);
    await page.fill("#password", passwordOf(login));
    await page.click("main button");
    const at = typeof place === "string" ? place : await place(page, address);
    for (const lang of ["kk", "ru"]) {
      await page.goto(`${address}/${lang}${at}`);
      await page.locator(top).first().evaluate((one) => one.scrollIntoView());
      const file = path.join(folder, `${name}.${lang}.png`);
      fs.writeFileSync(file, smallPng(await page.screenshot()));
      if (fs.statSync(file).size > MOST_BYTES) throw new Error(`${file} is too big for the repository`);
      taken += 1;
    }
    await context.close();
  }
  return taken;
}
