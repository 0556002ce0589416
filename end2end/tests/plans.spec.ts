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

const panel = (page: Page) => page.getByRole("complementary", { name: "Selected person" });
const names = (page: Page, within: string) => page.locator(`${within} .board-card a.board-card__name`).allTextContents();

/** A plan of its own that begins as the demo's second round. */
async function copySecondRound(page: Page, name: string): Promise<void> {
  await page.goto(MATCHING);
  await page.getByRole("textbox", { name: "Name of the plan" }).fill(name);
  await page.getByRole("combobox", { name: "Begin with" }).selectOption({ label: "A copy of Second round" });
  await page.getByRole("button", { name: "Make a match plan" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

async function compare(page: Page, plan: string, other: string): Promise<void> {
  await page.goto(MATCHING);
  await page.getByRole("combobox", { name: "This plan" }).selectOption({ label: plan });
  await page.getByRole("combobox", { name: "With", exact: true }).selectOption({ label: other });
  await page.getByRole("button", { name: "Compare" }).click();
  await page.waitForURL(/\/compare\?/);
}

/** On the board of the page, puts somebody who waits in the place of somebody whose mentor has none left. */
async function takeSomePlace(page: Page): Promise<{ mentee: string; other: string }> {
  const board = page.url();
  for (const mentee of await names(page, ".tray")) {
    await page.goto(board);
    await tray(page).getByRole("link", { name: mentee, exact: true }).click();
    await expect(panel(page).getByRole("heading", { name: `${mentee} is waiting` })).toBeVisible();
    const button = panel(page).getByRole("button", { name: `Put ${mentee} in the place of` }).first();
    if ((await button.count()) === 0) continue;
    const other = ((await button.getAttribute("aria-label")) ?? "").replace(`Put ${mentee} in the place of `, "");
    await button.click();
    await expect(page.getByRole("button", { name: /^Undo: .* took the place of/ })).toBeVisible();
    return { mentee, other };
  }
  throw new Error("every place is free, or nobody waits");
}

/** On the board of the page, lets two people change places, one of whom goes to a mentor without a place left. */
async function swapSome(page: Page): Promise<{ mentee: string; other: string }> {
  const board = page.url();
  for (const mentee of await names(page, ".board__columns")) {
    await page.goto(board);
    await page.locator(".board__columns").getByRole("link", { name: mentee, exact: true }).click();
    await expect(panel(page).getByRole("heading", { name: `${mentee} with` })).toBeVisible();
    const full = await panel(page).getByRole("combobox", { name: "Move to" }).locator("option[disabled]").allTextContents();
    for (const mentor of full.map((label) => label.split(" · ")[0])) {
      const there = page.getByRole("region", { name: mentor, exact: true }).locator("a.board-card__name");
      for (const other of await there.allTextContents()) {
        const choice = panel(page).getByRole("combobox", { name: "Change places with" });
        const option = choice.locator("option").filter({ hasText: other });
        if ((await option.count()) !== 1) continue;
        await choice.selectOption((await option.getAttribute("value")) ?? "");
        const answered = page.waitForEvent("load");
        await panel(page).getByRole("button", { name: "Swap" }).click();
        await answered;
        if (await page.getByRole("button", { name: /^Undo: .* changed places/ }).count()) return { mentee, other };
      }
    }
  }
  throw new Error("no two people may change places");
}

test("a comparison says who gains and loses, and a place that is taken is taken over by plain forms", async ({ someone }) => {
  test.slow();
  const page = await someone(COORDINATOR, { javaScriptEnabled: false });
  await copySecondRound(page, "Places here");
  await copySecondRound(page, "Places there");
  const { mentee, other } = await takeSomePlace(page);

  await compare(page, "Places here", "Places there");
  const row = (name: string) => page.getByRole("table", { name: "Who has another place" }).getByRole("row", { name });
  await expect(page.getByText("With Places there, 1 person gains, 1 loses, and nobody only changes.")).toBeVisible();
  await expect(row(mentee)).toContainText("gains a mentor");
  await expect(row(other)).toContainText("loses theirs");
  await expect(page.getByRole("table", { name: "Who has another place" }).getByRole("rowheader").first()).toHaveText(other);
  const order = page.getByRole("navigation", { name: "Order" });
  await order.getByRole("link", { name: "By name" }).click();
  await page.waitForURL(/order=name/);
  await expect(order.getByRole("link", { name: "By name" })).toHaveAttribute("aria-current", "true");
  await row(mentee).getByText(`make room for ${mentee}`).click();
  await row(mentee).getByRole("button", { name: `${other} to the tray:` }).click();
  await expect(page.getByRole("heading", { name: "No difference" })).toBeVisible();
});

for (const javaScriptEnabled of [true, false]) {
  test(`a place in the other plan is taken over by changing places, ${javaScriptEnabled ? "with script" : "by plain forms"}`, async ({ someone }) => {
    test.slow();
    const plain = await someone(COORDINATOR, { javaScriptEnabled: false });
    await copySecondRound(plain, `Swap here ${javaScriptEnabled}`);
    await copySecondRound(plain, `Swap there ${javaScriptEnabled}`);
    const { mentee, other } = await swapSome(plain);
    const page = javaScriptEnabled ? await someone(COORDINATOR) : plain;
    await compare(page, `Swap here ${javaScriptEnabled}`, `Swap there ${javaScriptEnabled}`);
    if (javaScriptEnabled) await page.reload();
    if (javaScriptEnabled) await hydrated(page);
    const row = page.getByRole("row", { name: mentee }).first();
    await row.getByText(`make room for ${mentee}`).click();
    if (javaScriptEnabled) await accessible(page);
    await row.getByRole("button", { name: `Change places with ${other}:` }).click();
    await expect(page.getByRole("heading", { name: "No difference" })).toBeVisible();
  });
}

test("who is in one plan only is listed, and which mentors have more or fewer mentees", async ({ someone }) => {
  const page = await someone(COORDINATOR);
  await compare(page, "Second round", "First round");
  const only = page.getByRole("table", { name: "Only in the other plan, First round" });
  await expect(only.getByRole("row").nth(1)).toContainText(/At work in a mentorship of First round|A proposal of First round/);
  const mentors = page.getByRole("table", { name: "Mentors with more or fewer mentees" });
  await expect(mentors.getByRole("row").nth(1)).toContainText(/[+−]\d/);
  await accessible(page);
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
