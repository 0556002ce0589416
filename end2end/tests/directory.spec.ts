import { expect, hydrated, open, test } from "../support/test";

const mentors = "/programmes/women-in-tech-26/mentors";

test.use({ expectedErrors: [/status of 422/] });

test("a mentee searches, filters and reads why somebody fits", async ({ someone }) => {
  const page = await someone("Priya Sharma");
  await open(page, mentors);
  const cards = page.locator("li.mentor");
  const all = await cards.count();
  expect(all).toBeGreaterThan(3);
  await expect(cards.first().getByRole("meter")).toBeVisible();

  await page.getByRole("checkbox", { name: /^Rust/ }).check();
  await expect(page).toHaveURL(/skill=rust/);
  await expect.poll(() => cards.count()).toBeLessThan(all);
  for (const card of await cards.all()) await expect(card.getByText("Rust", { exact: true })).toBeVisible();

  await page.getByRole("searchbox").fill("tomas");
  await page.getByRole("searchbox").press("Enter");
  await expect(cards).toHaveCount(1);
  await page.getByRole("link", { name: "Tomás Herrera" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Tomás Herrera" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Why this could fit" })).toBeVisible();
});

test("filters work as a plain form, and each can be taken off", async ({ someone }) => {
  const page = await someone("Priya Sharma", { javaScriptEnabled: false });
  await page.goto(mentors);
  await page.getByRole("checkbox", { name: /^Rust/ }).check();
  await page.getByRole("button", { name: "Show them" }).click();
  await expect(page.getByRole("checkbox", { name: /^Rust/ })).toBeChecked();
  await page.getByRole("link", { name: /Take off the filter Rust/ }).click();
  await expect(page.getByRole("checkbox", { name: /^Rust/ })).not.toBeChecked();
  await page.goto(`${mentors}?q=nobodyatall`);
  await expect(page.getByText("No mentor fits these filters")).toBeVisible();
  await page.getByRole("link", { name: "Clear all filters" }).click();
  await expect(page.locator("li.mentor").first()).toBeVisible();
});

for (const javaScriptEnabled of [true, false]) {
  test(`a profile is changed ${javaScriptEnabled ? "in place" : "as a plain form"}`, async ({ someone }) => {
    const page = await someone("Mei Tanaka", { javaScriptEnabled });
    await page.goto("/profile");
    if (javaScriptEnabled) await hydrated(page);
    const skill = javaScriptEnabled ? "beekeeping" : "bookbinding";
    await expect(page.getByText("Seen by your matches and coordinators.").first()).toBeVisible();
    await page.getByLabel("Skills you can help with").fill(`${skill} (expert), sql`);
    await page.getByLabel("Time zone").fill("Middle/Earth");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Write a time zone, like Europe/Berlin.")).toBeVisible();
    await expect(page.getByLabel("Skills you can help with")).toHaveValue(`${skill} (expert), sql`);
    await page.getByLabel("Time zone").fill("Asia/Tokyo");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Write a time zone, like Europe/Berlin.")).toHaveCount(0);
    if (javaScriptEnabled) await expect(page.getByText("Your profile is saved.")).toBeVisible();
    await page.goto("/profile");
    await expect(page.getByLabel("Skills you can help with")).toHaveValue(`${skill} (expert), sql`);
    await expect(page.getByLabel("Time zone")).toHaveValue("Asia/Tokyo");
  });
}
