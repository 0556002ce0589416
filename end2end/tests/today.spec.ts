import { accessible, expect, open, test } from "../support/test";

test("everybody begins with what waits for them", async ({ someone }) => {
  const zainab = await someone("Zainab Bello");
  await open(zainab, "/");
  await expect(zainab.getByText("Would you mentor Mei Tanaka?")).toBeVisible();
  await accessible(zainab);
  const mei = await someone("Mei Tanaka");
  await open(mei, "/");
  await expect(mei.getByText(/^You said yes; Zainab Bello has until /)).toBeVisible();
  await mei.getByRole("link", { name: "Zainab Bello as your mentor" }).click();
  await expect(mei.getByText("You have accepted.")).toBeVisible();
  const admin = await someone("Anneliese Krüger");
  await open(admin, "/");
  await expect(admin.getByRole("heading", { name: "Start with a programme" })).toBeVisible();
  const sponsor = await someone("Beatrix Vandenberghe");
  await open(sponsor, "/");
  await sponsor.getByRole("link", { name: "Women in Tech 26" }).last().click();
  await expect(sponsor.getByRole("heading", { level: 1 })).toHaveText("Women in Tech 26");
  await expect(sponsor.getByRole("link", { name: "Edit" })).toHaveCount(0);
  await accessible(sponsor);
});
