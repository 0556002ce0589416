import type { Page } from "@playwright/test";
import { newPlan } from "../support/plan";
import { expect, test } from "../support/test";

const tray = (page: Page) => page.getByRole("region", { name: "Waiting" });

test("the whole matching is done without JavaScript, by forms", async ({ someone }) => {
  test.slow();
  const page = await someone("Ingrid Novák", { javaScriptEnabled: false });
  await newPlan(page, "By forms");
  const panel = page.getByRole("complementary", { name: "Selected person" });
  const links = await tray(page).locator(".board-card__name").evaluateAll((all) => all.map((one) => one.getAttribute("href")!));
  let matched = 0;
  for (const link of links) {
    await page.goto(link);
    const place = panel.getByRole("combobox", { name: "Move to" });
    const option = place.locator("option:not([disabled]):not([value='']):not([value='tray'])").first();
    if ((await place.count()) === 0 || (await option.count()) === 0) continue;
    await place.selectOption((await option.getAttribute("value"))!);
    await panel.getByRole("button", { name: "Move", exact: true }).click();
    await expect(panel.getByRole("heading", { name: " with " })).toBeVisible();
    matched++;
  }
  expect(matched).toBeGreaterThan(5);
  await expect(page.getByText(new RegExp(`^${matched} of \\d+ matched$`))).toBeVisible();
  await page.getByRole("link", { name: "Review and publish" }).click();
  await page.getByRole("button", { name: /^Publish/ }).click();
  await expect(page.locator(".board-card", { hasText: "Waiting for answers" }).first()).toBeVisible();
});
