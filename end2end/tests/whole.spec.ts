import type { Page } from "@playwright/test";
import { newPlan } from "../support/plan";
import { expect, hydrated, test } from "../support/test";

const tray = (page: Page) => page.getByRole("region", { name: "Waiting" });
const grips = '[data-place=""] [data-grip]';

/** Presses Tab until the focus is on what `selector` names. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let n = 0; n < 200; n++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, selector)) return;
  }
  throw new Error(`Tab does not come to ${selector}`);
}

const figure = async (page: Page) => (await page.getByText(/^\d+ of \d+ matched$/).textContent()) ?? "";

test("what a screen reader hears of a card, its list of places and its panel", async ({ someone }) => {
  const page = await someone("Pavel Dvořák");
  await page.goto("/programmes/women-in-tech-26/matching");
  await page.getByRole("link", { name: "Second round" }).first().click();
  await page.waitForURL(/\/matching\/[0-9a-f-]+$/);
  await hydrated(page);
  const card = page.locator(".board-card", { hasText: "Kwame Mensah" });
  await expect(card).toMatchAriaSnapshot(`
    - listitem:
      - link "Kwame Mensah":
        - /url: /card=/
      - text: /Pinned/
      - meter "Fit of Kwame Mensah"
      - button "Match Kwame Mensah with…"
  `);
  await card.getByRole("link", { name: "Kwame Mensah" }).click();
  const panel = page.getByRole("complementary", { name: "Selected person" });
  await expect(panel).toMatchAriaSnapshot(`
    - complementary "Selected person":
      - heading "Kwame Mensah with Tomás Herrera" [level=2]
      - heading "Why they fit" [level=3]
      - list
  `);
  await card.getByRole("button", { name: "Match Kwame Mensah with…" }).press("Enter");
  await expect(page.getByRole("dialog")).toMatchAriaSnapshot(`
    - dialog "Match with":
      - heading "Match with" [level=2]
      - paragraph: /What does most for everybody stands on top/
      - paragraph:
        - strong: Kwame Mensah
      - search:
        - searchbox "Find a mentor"
      - list:
        - listitem:
          - button "Back to the tray"
        - listitem:
          - button /Tomás Herrera .* Here now/ [disabled]
  `);
});

test("the whole matching is done with the keyboard alone, from the first card to the published plan", async ({ someone }) => {
  test.slow();
  const page = await someone("Pavel Dvořák");
  await newPlan(page, "By keyboard");
  await hydrated(page);
  const places = 12;
  for (let done = 0; done < places; done++) {
    const waits = await tray(page).locator(".board-card__name").count();
    // The first who can have somebody: the list says who cannot, and Escape leads back to the handle.
    for (let at = 0; ; at++) {
      const grip = page.locator(grips).nth(at);
      const label = (await grip.getAttribute("aria-label")) ?? "";
      if (at === 0 && done === 0) await tabTo(page, grips);
      else await grip.focus();
      await page.keyboard.press("Enter");
      const dialog = page.getByRole("dialog");
      await expect(dialog).toBeVisible();
      const open = dialog.locator(".places__one:not([aria-disabled])").filter({ hasNotText: "Back to the tray" });
      await expect(dialog.locator(".places__one").first()).toBeVisible();
      if ((await open.count()) === 0) {
        await page.keyboard.press("Escape");
        await expect(page.getByRole("button", { name: label })).toBeFocused();
        continue;
      }
      await open.first().focus();
      await page.keyboard.press("Enter");
      break;
    }
    await expect(page.getByRole("status").filter({ hasText: "moved to" })).toBeVisible();
    await expect.poll(() => tray(page).locator(".board-card__name").count()).toBe(waits - 1);
  }
  await expect.poll(() => figure(page)).toMatch(new RegExp(`^${places} of`));
  // The rest is the engine's, and what it did can be taken back and done again by keys.
  await page.getByRole("button", { name: "Run the engine" }).press("Enter");
  await expect(page.getByText("by the engine").first()).toBeVisible();
  const full = await figure(page);
  await page.keyboard.press("Control+z");
  await expect.poll(() => figure(page)).toMatch(new RegExp(`^${places} of`));
  await page.keyboard.press("Control+Shift+z");
  await expect.poll(() => figure(page)).toBe(full);
  await page.getByRole("link", { name: "Review and publish" }).press("Enter");
  await page.getByRole("button", { name: /^Publish \d+ pairs$/ }).press("Enter");
  await page.waitForURL(/\/matching\/[0-9a-f-]+$/);
  await expect(page.locator(".board-card", { hasText: "Waiting for answers" }).first()).toBeVisible();
});
