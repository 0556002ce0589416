import { expect, hydrated, open, test } from "../support/test";

test.describe("every visitor", () => {
  test("finds a page that comes alive", async ({ page }) => {
    await open(page, "/");
    await expect(page.locator("main")).toBeVisible();
  });

  test.describe("who follows a wrong link", () => {
    test.use({ expectedErrors: [/404/] });
    test("is told so, and finds the way back", async ({ page }) => {
      const answer = await page.goto("/nowhere");
      expect(answer?.status()).toBe(404);
      await hydrated(page);
      await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
      await page.getByRole("link", { name: "Go to your start page" }).click();
      await expect(page).toHaveURL(/\/$/);
    });
  });
});
