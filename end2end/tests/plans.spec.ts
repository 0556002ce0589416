import { readFileSync, writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { newPlan } from "../support/plan";
import { accessible, expect, hydrated, test } from "../support/test";

const COORDINATOR = "Pavel Dvořák";
const MATCHING = "/programmes/women-in-tech-26/matching";

const tray = (page: Page) => page.getByRole("region", { name: "Waiting" });

/** The board of the demo's second round. */
async function openBoard(page: Page): Promise<string> {
  await page.goto(MATCHING);
  await page.getByRole("link", { name: "Second round" }).first().click();
  await page.waitForURL(/\/matching\/[0-9a-f-]+$/);
  return new URL(page.url()).pathname;
}

/** Moves somebody who waits by the form of their panel; who that is. */
async function moveSomebody(page: Page): Promise<string> {
  const name = (await tray(page).locator(".board-card__name").first().textContent()) ?? "";
  await tray(page).getByRole("link", { name }).click();
  const panel = page.getByRole("complementary", { name: "Selected person" });
  const place = panel.getByRole("combobox", { name: "Move to" });
  await place.selectOption((await place.locator("option:not([disabled]):not([value=''])").first().getAttribute("value")) ?? "");
  await panel.getByRole("button", { name: "Move", exact: true }).click();
  await expect(page.getByRole("button", { name: new RegExp(`^Undo: ${name}`) })).toBeVisible();
  return name;
}

for (const javaScriptEnabled of [true, false]) {
  test(`what was undone is done again ${javaScriptEnabled ? "by button and by key" : "by plain forms"}`, async ({ someone }) => {
    const page = await someone(COORDINATOR, { javaScriptEnabled });
    await openBoard(page);
    if (javaScriptEnabled) await page.reload();
    if (javaScriptEnabled) await hydrated(page);
    const name = await moveSomebody(page);
    await page.getByRole("button", { name: /^Undo:/ }).click();
    await expect(tray(page).getByText(name)).toBeVisible();
    await page.getByRole("button", { name: new RegExp(`^Redo: ${name}`) }).click();
    await expect(tray(page).getByText(name)).toBeHidden();
    await expect(page.getByRole("button", { name: "Redo", exact: true })).toBeDisabled();
    if (javaScriptEnabled) {
      await page.locator("h1").click();
      await page.keyboard.press("Control+z");
      await expect(tray(page).getByText(name)).toBeVisible();
      await page.keyboard.press("Control+Shift+Z");
      await expect(tray(page).getByText(name)).toBeHidden();
      await page.keyboard.press("Control+z");
      await expect(tray(page).getByText(name)).toBeVisible();
      await page.keyboard.press("Control+y");
      await expect(tray(page).getByText(name)).toBeHidden();
    }
    await page.getByRole("button", { name: /^Undo:/ }).click();
    await expect(tray(page).getByText(name)).toBeVisible();
  });
}

test("a plan's history is read, stepped through, and made a plan of", async ({ someone }) => {
  const page = await someone(COORDINATOR);
  const board = await openBoard(page);
  await page.reload();
  await hydrated(page);
  const name = await moveSomebody(page);
  await page.getByText("What was done").click();
  await page.getByRole("link", { name: "The whole history" }).click();
  await page.waitForURL(/\/history$/);
  const list = page.getByRole("list", { name: "What was done" });
  await expect(list.getByRole("listitem").first()).toContainText(`${name} moved to`);
  await accessible(page);
  await list.getByRole("link").first().click();
  await page.waitForURL(/\/history\/\d+$/);
  const changed = page.getByRole("listitem").filter({ hasText: "changed here" });
  await expect(changed).toContainText(name);
  await accessible(page);
  await page.getByRole("link", { name: "Earlier" }).click();
  await expect(page.getByRole("link", { name: "Later" })).toBeVisible();
  await page.goto(`${board}/history/1`);
  await hydrated(page);
  await page.getByLabel("Name of the plan").fill("As it began");
  await page.getByRole("button", { name: "Make a plan of this" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "As it began" })).toBeVisible();
  await expect(tray(page).getByText(name)).toBeVisible();
});

test("a plan gets another name and a note", async ({ someone }) => {
  const page = await someone(COORDINATOR, { javaScriptEnabled: false });
  await openBoard(page);
  await page.goto(`${new URL(page.url()).pathname}/history`);
  await page.getByText("Name and note").click();
  await page.getByRole("textbox", { name: "Note" }).fill("Everybody from Porto stays together.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("main").getByText("Everybody from Porto stays together.").first()).toBeVisible();
  await page.goto(MATCHING);
  await expect(page.getByText("Everybody from Porto stays together.")).toBeVisible();
});

test("a plan goes out as CSV and comes back as a plan, and a row that cannot be is told", async ({ someone }, info) => {
  const page = await someone(COORDINATOR);
  await openBoard(page);
  await page.goto(`${new URL(page.url()).pathname}/history`);
  const saved = page.waitForEvent("download");
  await page.getByRole("link", { name: "Save as CSV" }).click();
  const file = info.outputPath("pairs.csv");
  await (await saved).saveAs(file);
  const text = readFileSync(file, "utf8");
  expect(text).toContain("Mentee,Mentee e-mail address");
  writeFileSync(file, `${text}Nobody,nobody@example.org,,Somebody,somebody@example.org,,,no\n`);
  await page.goto(MATCHING);
  await page.getByLabel("The list").setInputFiles(file);
  await page.getByRole("button", { name: "Look at the list" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("pairs.csv");
  await expect(page.getByText('is known as "Nobody"')).toBeVisible();
  await accessible(page);
  await hydrated(page);
  await page.getByLabel("Name of the plan").fill("From the list");
  await page.getByLabel("Leave out 1 row").check();
  await page.getByRole("button", { name: "Make the plan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "From the list" })).toBeVisible();
});

test("a run of the engine is done again, with the same to the last byte", async ({ someone }) => {
  const page = await someone(COORDINATOR);
  const board = await openBoard(page);
  await page.reload();
  await hydrated(page);
  await page.getByRole("button", { name: "Run the engine" }).click();
  await expect(page.locator(".board__said")).toContainText("moved by the engine");
  await page.goto(`${board}/history`);
  await page.getByRole("link", { name: /moved by the engine/ }).first().click();
  await expect(page.getByText(/Best plan around the pins · engine/).first()).toBeVisible();
  await page.getByRole("button", { name: "Run again" }).click();
  await expect(page.getByText("The same input gave the same plan, to the last byte.")).toBeVisible();
});

for (const [choice, word, said] of [
  ["Fair: nobody is left with a poor match", "fair", "the fairest plan"],
  ["Stable: no mentor and mentee would both", "stable", "a stable plan"],
]) {
  test(`${said} is looked at with its price, applied as it was shown, and done again`, async ({ someone }) => {
    const page = await someone(COORDINATOR);
    await newPlan(page, `Towards ${said}`);
    await page.waitForURL(/\/matching\/[0-9a-f-]+$/);
    const board = new URL(page.url()).pathname;
    await page.goto(`${board}/engine`);
    await hydrated(page);
    const other = page.getByRole("link", { name: choice });
    await expect(other).toContainText(/costs nothing|in all/);
    await other.click();
    await expect(other).toHaveAttribute("aria-current", "true");
    expect(page.url()).toContain(`objective=${word}`);
    await accessible(page);
    const people = await page.getByRole("table", { name: "Who moves" }).locator("tbody tr").count();
    expect(people).toBeGreaterThan(1);
    await page.getByRole("button", { name: `Move ${people} people` }).click();
    await page.waitForURL((url) => url.pathname === board);
    await page.goto(`${board}/history`);
    await page.getByRole("link", { name: new RegExp(`^Ran the engine for ${said}: ${people} people moved`) }).click();
    await expect(page.getByText(new RegExp(`^${word === "fair" ? "Fairest" : "Stable"} plan around the pins · engine`)).first()).toBeVisible();
    await page.getByRole("button", { name: "Run again" }).click();
    await expect(page.getByText("The same input gave the same plan, to the last byte.")).toBeVisible();
  });
}

test("a new plan is filled at once by a plain form, and an objective that there is not is refused", async ({ someone }) => {
  const page = await someone(COORDINATOR, { javaScriptEnabled: false });
  await page.goto(MATCHING);
  await page.getByRole("textbox", { name: "Name of the plan" }).fill("Filled at once");
  await page.getByRole("textbox", { name: "Note" }).fill("For the meeting on Monday.");
  await page.getByRole("combobox", { name: "Fill it" }).selectOption({ label: "Fairest plan" });
  await page.getByRole("button", { name: "Make a match plan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Filled at once" })).toBeVisible();
  await expect(page.getByText(/^[1-9]\d* of \d+ matched$/)).toBeVisible();
  const board = new URL(page.url()).pathname;
  await page.goto(`${board}/history`);
  await expect(page.getByRole("link", { name: /^Ran the engine for the fairest plan/ })).toBeVisible();
  await expect(page.getByRole("main").getByText("For the meeting on Monday.").first()).toBeVisible();
  await page.getByText("The engine's work as files").click();
  await expect(page.getByRole("link", { name: "plan-fair.json" })).toBeVisible();
  const unknown = await page.request.get(`${board}/engine?objective=fairest`, { headers: { accept: "text/html" } });
  expect(unknown.status()).toBe(409);
  expect(await unknown.text()).toContain("The engine knows no such objective.");
});
