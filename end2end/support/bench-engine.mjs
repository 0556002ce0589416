// The engine in Chromium beside the same source natively: by turns, the medians of three rounds. A round before them in
// the fresh page, while the browser still starts and has yet to find out what to compile well, is shown but not counted.
import { chromium } from "@playwright/test";
import { inPage, native } from "./engine.mjs";
import { browserOptions } from "./machine.mjs";

const browser = await chromium.launch(browserOptions.launchOptions);
const rounds = { native: [], wasm: [] };
let fresh;
try {
  const page = await browser.newPage();
  fresh = read(await inPage(page, "speed"));
  for (let round = 0; round < 3; round++) {
    rounds.native.push(read(await native("release", "speed")));
    rounds.wasm.push(read(await inPage(page, "speed")));
  }
} finally {
  await browser.close();
}

console.log(`${"".padEnd(24)}    native      wasm     ratio  bar              (fresh page)`);
for (const name of fresh.keys()) {
  const [here, there] = [rounds.native, rounds.wasm].map((round) => median(round.map((lines) => lines.get(name))));
  // A move is fast enough for a person long before it is as fast as natively.
  const bar = name.startsWith("a move, median") ? "wasm below 0.5" : name.startsWith("a move") ? "" : "ratio below 2";
  const times = [here, there].map((time) => time.toFixed(3).padStart(9)).join(" ");
  console.log(name.padEnd(24), times, (there / here).toFixed(2).padStart(9), "", bar.padEnd(16), fresh.get(name).toFixed(3));
}

function read(lines) {
  return new Map(lines.map((line) => line.split("\t")).map(([name, time]) => [name, +time]));
}

function median(numbers) {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
