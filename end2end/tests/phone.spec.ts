import type { Page } from "@playwright/test";
import { goTo, places } from "../support/pages";
import { accessible, expect, hydrated, open, test } from "../support/test";

const COORDINATOR = "Pavel Dvořák";
const phone = { hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } };

async function openBoard(page: Page): Promise<string> {
  await page.goto("/programmes/women-in-tech-26/matching");
  await page.getByRole("link", { name: "Second round" }).click();
  await page.waitForURL(/\/matching\/[0-9a-f-]+$/);
  return page.url();
}

const overflows = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

test("on a phone the board begins on the first screen, with room for a thumb", async ({ someone }) => {
  const page = await someone(COORDINATOR, phone);
  await openBoard(page);
  await hydrated(page);
  await expect(page.getByRole("list", { name: "How far the plan is" })).toContainText(/possible|Best plan for these pins/);
  // The first card is not only within the window but under nothing else.
  const seen = await page.locator(".tray .board-card").first().evaluate((card) => {
    const { left, bottom } = card.getBoundingClientRect();
    return card.contains(document.elementFromPoint(left + 20, bottom - 4));
  });
  expect(seen, "the first card is in sight").toBe(true);
  expect(await overflows(page)).toBe(false);
  const tools = page.getByRole("group", { name: "Find and order" });
  await expect(tools).toMatchAriaSnapshot(`
    - group "Find and order":
      - search:
        - searchbox "Find a person, skill or team"
        - status
      - button "Filter and order"
      - form "Undo":
        - button "Undo" [disabled]
      - form "Redo":
        - button "Redo" [disabled]
      - form "Run the engine":
        - button "Run the engine"
      - button "Ways of looking, and more"
  `);
  const small = (within: string) =>
    page.locator(`${within} :is(button, a, summary, select):visible`).evaluateAll((all) =>
      all.filter((one) => Math.min(one.getBoundingClientRect().width, one.getBoundingClientRect().height) < 44).map((one) => one.outerHTML.slice(0, 90)),
    );
  expect(await small(".board > .toolbar")).toEqual([]);
  for (const [button, sheet] of [["Filter and order", "#board-order"], ["Ways of looking, and more", "#board-more"]]) {
    await tools.getByRole("button", { name: button }).tap();
    await expect(page.locator(sheet)).toBeVisible();
    expect(await small(sheet)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await accessible(page);
    await page.keyboard.press("Escape");
    await expect(page.locator(sheet)).toBeHidden();
    await expect(tools.getByRole("button", { name: button })).toBeFocused();
  }
  await tools.getByRole("button", { name: "Ways of looking, and more" }).tap();
  await page.getByRole("link", { name: "Rows" }).tap();
  await expect(page.locator(".board")).toHaveAttribute("data-zoom", "compact");
  await expect(page.locator("#board-more")).toBeHidden();
  expect(await overflows(page)).toBe(false);
});

test("on a phone without script what is folded opens, and acts by form", async ({ someone }) => {
  const page = await someone(COORDINATOR, { ...phone, javaScriptEnabled: false });
  await openBoard(page);
  await page.getByRole("button", { name: "Filter and order" }).tap();
  await page.getByRole("combobox", { name: "Order of mentors" }).selectOption({ label: "By team" });
  await page.locator(".board-filter summary").tap();
  await page.locator(".board-filter").getByRole("checkbox", { name: "Free places" }).check();
  await page.getByRole("button", { name: "Show", exact: true }).tap();
  await expect(page).toHaveURL(/sort=team.*has=free/);
  await expect(page.getByRole("group", { name: "Filters that are on" })).toContainText("Free places");
  await page.getByRole("button", { name: "Ways of looking, and more" }).tap();
  await page.getByRole("link", { name: "Whole programme" }).tap();
  await expect(page.locator(".board")).toHaveAttribute("data-zoom", "whole");
});

for (const name of ["board", "board-rows", "board-whole", "compare", "engine", "verdict", "publish", "plan-history"]) {
  test(`on a phone ${name} reads well in both themes`, async ({ someone }) => {
    const place = places.find((one) => one.name === name)!;
    const page = await someone(place.who, phone);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await goTo(page, place);
      await open(page, page.url());
      // At its end, where the bar at the thumb covers nothing.
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await accessible(page);
      expect(await overflows(page)).toBe(false);
    }
  });
}
