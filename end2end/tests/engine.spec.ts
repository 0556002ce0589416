import { expect, test } from "@playwright/test";
import { inPage, native } from "../support/engine.mjs";

test("the engine answers two hundred problems in the browser as it does natively, byte for byte", async ({ page }) => {
  const [here, there] = await Promise.all([native("debug"), inPage(page, "answers")]);
  expect(there.filter((line, at) => line !== here[at])).toEqual([]);
  expect([here.length, there.length]).toEqual([200, 200]);
  expect(here.filter((line) => line.includes("pairs")).length, "problems with a plan").toBeGreaterThan(150);
});
