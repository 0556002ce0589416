import type { Page } from "@playwright/test";
import { newPlan } from "../support/plan";
import { expect, test } from "../support/test";

// A file of its own, and so a server of its own: a plan that was published elsewhere leaves nobody to match.

const tray = (page: Page) => page.getByRole("region", { name: "Waiting" });

const figure = async (page: Page) => (await page.getByText(/^\d+ of \d+ matched$/).textContent()) ?? "";

test("the whole matching is done by forms, without JavaScript, from the first card to the published plan", async ({ someone }) => {
  test.slow();
  const page = await someone("Pavel Dvořák", { javaScriptEnabled: false });
  await newPlan(page, "By forms");
  const panel = page.getByRole("complementary", { name: "Selected person" });
  const board = page.url();
  const names = await tray(page).locator(".board-card__name").allTextContents();
  let placed = 0;
  for (const name of names) {
    await page.goto(board);
    await tray(page).getByRole("link", { name, exact: true }).click();
    await expect(panel.getByRole("heading", { name: `${name} is waiting` })).toBeVisible();
    const place = panel.getByRole("combobox", { name: "Move to" });
    const open = place.locator("option:not([disabled]):not([value=''])");
    // Who has no mentor to go to is told why; another may have to give a place up first.
    if ((await open.count()) === 0) continue;
    const mentor = ((await open.first().textContent()) ?? "").split(" · ")[0];
    await place.selectOption((await open.first().getAttribute("value")) ?? "");
    await panel.getByRole("button", { name: "Move", exact: true }).click();
    await expect(panel.getByRole("heading", { name: `${name} with ${mentor}` })).toBeVisible();
    if (++placed === 6) break;
  }
  expect(placed).toBe(6);
  await page.goto(board);
  expect(await figure(page)).toMatch(/^6 of/);
  await page.getByRole("button", { name: /^Undo/ }).first().click();
  await expect.poll(() => figure(page)).toMatch(/^5 of/);
  await page.getByRole("button", { name: /^Redo/ }).first().click();
  await expect.poll(() => figure(page)).toMatch(/^6 of/);
  await page.getByRole("button", { name: "Run the engine" }).click();
  await expect.poll(async () => Number((await figure(page)).split(" ")[0])).toBeGreaterThan(6);
  await page.getByRole("link", { name: "Review and publish" }).click();
  await page.getByRole("button", { name: /^Publish \d+ pairs$/ }).click();
  await page.waitForURL(/\/matching\/[0-9a-f-]+$/);
  await expect(page.locator(".board-card", { hasText: "Waiting for answers" }).first()).toBeVisible();
});
