import { accessible, expect, open, test } from "../support/test";

test("an admin finds somebody, makes them an admin and takes it back", async ({ someone }) => {
  const page = await someone("Anneliese Krüger");
  await open(page, "/people");
  await page.getByRole("searchbox", { name: /Search by name/ }).fill("Tomás");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page.getByRole("row")).toHaveCount(2);
  for (const [action, said] of [
    ["Make admin", "Tomás Herrera is an organisation admin now."],
    ["End admin right", "Tomás Herrera is no longer an organisation admin."],
  ]) {
    await page.getByRole("button", { name: "What you can do for Tomás Herrera" }).click();
    await page.getByRole("menuitem", { name: action }).click();
    await expect(page.getByText(said)).toBeVisible();
  }
});
