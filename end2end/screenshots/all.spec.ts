import { goTo, places } from "../support/pages";
import { hydrated, test } from "../support/test";

for (const place of places) {
  test(place.name, async ({ someone }) => {
    const page = await someone(place.who);
    for (const theme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      for (const width of [360, 1280, 1920]) {
        await page.setViewportSize({ width, height: width === 360 ? 780 : 900 });
        await goTo(page, place);
        await hydrated(page);
        await page.evaluate(() => document.fonts.ready);
        await page.screenshot({ path: `pictures/${place.name}-${width}-${theme}.png`, fullPage: true });
      }
    }
  });
}
