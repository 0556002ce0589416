import { type Page, expect, hydrated, open, test } from "../support/test";

const progress = "/programmes/women-in-tech-26/progress";

const figure = (page: Page, label: string) =>
  page.locator(".stat").filter({ hasText: label }).locator(".stat__value").innerText().then(Number);

test("figures move as people work in other browsers, and can be paused", async ({ someone }) => {
  const [watching, working] = [await someone("Ingrid Novák"), await someone("Tomás Herrera")];
  await open(watching, progress);
  await expect(watching.getByText(/updated (just now|\d+ s ago)/)).toBeVisible();
  const before = await figure(watching, "Steps done");

  await working.goto("/mentorships");
  await working.getByRole("link", { name: "Priya Sharma" }).click();
  await hydrated(working);
  const open_step = working.getByRole("checkbox", { checked: false });
  await open_step.first().click();
  await expect.poll(() => figure(watching, "Steps done"), { timeout: 5_000 }).toBe(before + 1);

  await watching.getByRole("button", { name: "Pause" }).click();
  await open_step.first().click();
  await expect(watching.getByText("The figures stay as they are")).toBeVisible();
  await expect.poll(() => figure(watching, "Steps done")).toBe(before + 1);
  await watching.getByRole("button", { name: "Resume" }).click();
  await expect.poll(() => figure(watching, "Steps done"), { timeout: 5_000 }).toBe(before + 2);
});

test("every bar and every figure opens its list", async ({ someone }) => {
  const page = await someone("Ingrid Novák", { javaScriptEnabled: false });
  await page.goto(progress);
  const bars = await page.locator(".bar-list a").evaluateAll((links) =>
    links.map((link) => ({
      href: link.getAttribute("href") ?? "",
      count: Number(link.querySelector(".bar-list__figure")?.textContent),
    })),
  );
  expect(bars).toHaveLength(6);
  for (const { href, count } of bars) {
    await page.goto(href);
    await expect(page.getByText(`${count} in this list.`).first()).toBeVisible();
    await expect(page.locator("tbody tr")).toHaveCount(Math.min(count, 50));
  }
  await page.goto(progress);
  await page.getByRole("link", { name: /Not moved for two weeks/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Who has not moved for two weeks" })).toBeVisible();
});

test("on a phone everything to press is large enough", async ({ someone }) => {
  for (const viewport of [{ width: 412, height: 823 }, { width: 320, height: 800 }]) {
    const page = await someone("Ingrid Novák", { viewport });
    await open(page, progress);
    const small = await page.locator("main a, main button, main summary").evaluateAll((all) =>
      all
        .map((one) => ({ text: (one.textContent ?? "").trim(), height: one.getBoundingClientRect().height }))
        .filter(({ height }) => height > 0 && height < 24),
    );
    expect(small, `below 24 px at ${viewport.width}`).toEqual([]);
  }
});
