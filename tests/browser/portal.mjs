// SPDX-License-Identifier: MIT
// The portal in a real browser (scripts/browser.sh): every page, and each role's way by keyboard alone.
// usage: node portal.mjs ADDRESS [--all] [--ways | --walk | --pictures FOLDER] [--shots FOLDER]
import { chromium } from "playwright-core";
import { takePictures } from "./pictures.mjs";
import { walkAll } from "./walk.mjs";
import { takeWays } from "./ways.mjs";

const [address, ...options] = process.argv.slice(2);
if (!address) throw new Error("usage: node portal.mjs ADDRESS [--all] [--ways | --walk | --pictures FOLDER] [--shots FOLDER]");
const has = (option) => options.includes(option);
const folderOf = (option) => (has(option) ? options[options.indexOf(option) + 1] : null);
const which = { shots: folderOf("--shots"), all: has("--all") };
const started = Date.now();
const seconds = () => ((Date.now() - started) / 1000).toFixed(0);

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
const wrong = [];
if (has("--pictures")) {
  console.log(`${await takePictures(browser, address, folderOf("--pictures"))} pictures`);
} else {
  if (!has("--ways")) {
    const walked = await walkAll(browser, address, which);
    wrong.push(...walked.wrong);
    console.log(`${walked.pages} pages, ${walked.wrong.length} wrong, ${seconds()} s`);
  }
  if (!has("--walk")) {
    const taken = await takeWays(browser, address, which);
    wrong.push(...taken.wrong);
    console.log(`${taken.ways} ways, ${taken.wrong.length} wrong, ${seconds()} s`);
  }
}
await browser.close();
process.exit(wrong.length ? 1 : 0);
