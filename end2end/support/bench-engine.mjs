// The engine in Chromium beside the same source natively: three rounds by turns, the medians of each.
import { chromium } from "@playwright/test";
import { inPage, native } from "./engine.mjs";
import { browserOptions } from "./machine.mjs";

const browser = await chromium.launch(browserOptions.launchOptions);
const rounds = { native: [], wasm: [] };
try {
  for (let round = 0; round < 3; round++) {
    rounds.native.push(read(await native("release", "speed")));
    const page = await browser.newPage();
    rounds.wasm.push(read(await inPage(page, "speed")));
    await page.close();
  }
} finally {
  await browser.close();
}

console.log("milliseconds              native            wasm           ratio  bar");
for (const name of rounds.native[0].keys()) {
  const [here, there] = [rounds.native, rounds.wasm].map((round) => ({
    half: median(round.map((lines) => lines.get(name).half)),
    most: median(round.map((lines) => lines.get(name).most)),
  }));
  const move = name.startsWith("a move");
  const bar = move ? "wasm below 0.5" : "2.0";
  const times = [here, there].map(({ half, most }) =>
    (move ? `${half.toFixed(3)}, 99 % ${most.toFixed(3)}` : half.toFixed(2)).padEnd(17),
  );
  console.log(name.padEnd(25), ...times, (there.half / here.half).toFixed(2).padStart(5), "", bar);
}

function read(lines) {
  return new Map(lines.map((line) => line.split("\t")).map(([name, half, most]) => [name, { half: +half, most: +most }]));
}

function median(numbers) {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
