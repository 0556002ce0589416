import { goTo, places } from "../support/pages";
import { accessible, expect, hydrated, test } from "../support/test";

for (const place of places) {
  test(`${place.name} is for everybody: both themes, small screens`, async ({ someone }) => {
    const page = await someone(place.who, { colorScheme: "light" });
    await goTo(page, place);
    await hydrated(page);
    await expect(page.locator("h1")).toHaveCount(1);
    await expect(page).toHaveTitle(/.+ · Trellis$/);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await accessible(page);
    }
    for (const width of [320, 360]) {
      await page.setViewportSize({ width, height: 740 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `scrolls sideways at ${width} px`).toBeLessThanOrEqual(0);
    }
  });

  test(`${place.name} can be read without JavaScript`, async ({ someone }) => {
    const page = await someone(place.who, { javaScriptEnabled: false });
    await goTo(page, place);
    await expect(page.locator("h1")).toBeVisible();
    await expect(page.locator("main")).not.toBeEmpty();
  });
}
