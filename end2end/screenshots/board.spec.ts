import type { Page } from "@playwright/test";
import { goTo, places } from "../support/pages";
import { expect, hydrated, test } from "../support/test";

/** What one does on a board before its picture is taken. */
const moments: Record<string, (page: Page) => Promise<void>> = {
  "board-held": async (page) => {
    const box = await page.locator(".tray .board-card__grip").first().boundingBox();
    if (!box) throw new Error("nothing to drag");
    const { width, height } = page.viewportSize()!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(width * 0.45, height * 0.6, { steps: 6 });
    await expect(page.locator(".column[data-rank]")).toHaveCount(3);
  },
  "board-places": async (page) => {
    await page.locator(".column .board-card__grip").first().press("Enter");
    await expect(page.locator(".places__one").first()).toBeVisible();
  },
  "board-panel": async (page) => {
    await page.locator(".column a.board-card__name").first().click();
    await expect(page.locator(".panel h2")).toBeVisible();
  },
  "board-waiting": async (page) => {
    await page.locator(".tray a.board-card__name").first().click();
    await expect(page.locator(".panel h2")).toBeVisible();
  },
  "board-tools": async (page) => {
    await page.locator("[popovertarget=board-order]:visible, .board-filter summary:visible").first().click();
  },
};

for (const [name, act] of Object.entries(moments)) {
  test(name, async ({ someone }) => {
    const board = places.find((place) => place.name === "board")!;
    const page = await someone(board.who);
    for (const theme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      for (const width of [360, 1280, 1920]) {
        await page.setViewportSize({ width, height: width === 360 ? 780 : 900 });
        await goTo(page, board);
        await hydrated(page);
        await expect(page.getByRole("list", { name: "How far the plan is" })).toContainText(/possible|Best plan for these pins/);
        await page.evaluate(() => document.fonts.ready);
        await act(page);
        await page.screenshot({ path: `pictures/${name}-${width}-${theme}.png` });
        await page.keyboard.press("Escape");
        await page.mouse.up();
      }
    }
  });
}
