import type { Page } from "@playwright/test";
import { accessible, expect, hydrated, open, test } from "../support/test";

const COORDINATOR = "Pavel Dvořák";

const tray = (page: Page) => page.getByRole("region", { name: "Waiting" });
const panel = (page: Page) => page.getByRole("complementary", { name: "Selected person" });
const column = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const there = (page: Page, mentor: string, mentee: string) =>
  column(page, mentor).locator(".board-card", { hasText: mentee });

/** The board of the demo's second round. */
async function board(page: Page): Promise<string> {
  await page.goto("/programmes/women-in-tech-26/matching");
  await page.getByRole("link", { name: "Second round" }).first().click();
  await page.waitForURL(/\/matching\/[0-9a-f-]+$/);
  return page.url();
}

/** Opens the card of somebody in the tray, and chooses the first mentor to whom they can be introduced. */
async function chooseMentor(page: Page, at: number): Promise<{ mentee: string; mentor: string }> {
  const waiting = tray(page).locator(".board-card:has(.board-card__grip) .board-card__name");
  const mentee = (await waiting.nth(at).textContent()) ?? "";
  await tray(page).getByRole("link", { name: mentee, exact: true }).click();
  await expect(panel(page).getByRole("heading", { name: `${mentee} is waiting` })).toBeVisible();
  const select = panel(page).getByRole("combobox", { name: "Introduce to" });
  const option = select.locator("option:not([value=''])").first();
  const mentor = ((await option.textContent()) ?? "").split(" · ")[0];
  await select.selectOption((await option.getAttribute("value")) ?? "");
  return { mentee, mentor };
}

test("two are introduced, both are told, and every board knows", async ({ someone }) => {
  const [pavel, ingrid] = [await someone(COORDINATOR), await someone("Ingrid Novák")];
  const address = await board(pavel);
  await pavel.reload();
  await hydrated(pavel);
  const { mentee, mentor } = await chooseMentor(pavel, 0);
  await open(ingrid, address);
  await tray(ingrid).getByRole("link", { name: mentee, exact: true }).click();
  await expect(panel(ingrid).getByRole("combobox", { name: "Introduce to" })).toBeVisible();

  await panel(pavel).getByRole("button", { name: "Introduce", exact: true }).click();
  await expect(pavel.locator(".board__said")).toContainText(`${mentee} and ${mentor} are introduced: both get a mail.`);
  for (const page of [pavel, ingrid]) {
    await expect(panel(page).getByText(`Introduced to ${mentor} on`)).toBeVisible();
    const again = panel(page).getByRole("combobox", { name: "Introduce to" }).locator("option", { hasText: mentor });
    await expect(again).toHaveCount(0);
    // A second press introduces nobody else.
    await expect(panel(page).getByRole("combobox", { name: "Introduce to" })).toHaveValue("");
  }
  await accessible(pavel);

  // The list of places says it, and the card carries it to the mentor, here and with everybody else.
  await pavel.getByRole("button", { name: `Match ${mentee} with…` }).press("Enter");
  const place = pavel.locator(".places__one", { has: pavel.getByText(mentor, { exact: true }) });
  await expect(place).toContainText(/Introduced \d/);
  await place.click();
  for (const page of [pavel, ingrid]) await expect(there(page, mentor, mentee)).toContainText("Introduced");

  // Each is told of the other; the mentee's mail leads to where a wish can be said.
  const own = await someone(mentee);
  const letters = new Map<string, string>();
  await open(own, "/mail");
  const links = own.getByRole("link", { name: /^Read: Introduction, to / });
  await expect(links).toHaveCount(2);
  for (const link of await links.all()) {
    const letter = await someone(mentee);
    await open(letter, (await link.getAttribute("href")) ?? "");
    const subject = (await letter.getByRole("heading", { level: 1 }).textContent()) ?? "";
    letters.set(subject, letter.url());
  }
  expect([...letters.keys()].sort()).toEqual(
    [`Would you like to meet ${mentee}?`, `Would you like to meet ${mentor}?`].sort(),
  );
  await open(own, letters.get(`Would you like to meet ${mentee}?`) ?? "");
  await expect(own.locator(".letter")).toContainText(`Hello ${mentor},`);
  await expect(own.locator(".letter")).toContainText("/profile");
  await open(own, letters.get(`Would you like to meet ${mentor}?`) ?? "");
  await expect(own.locator(".letter")).toContainText("Why you may fit:");
  await own.getByRole("link", { name: /\/mentors\// }).click();
  await expect(own.getByRole("button", { name: `Wish for ${mentor}` })).toBeVisible();

  // The mentor's mail leads to where a quiet no can be said, without an address.
  const theirs = await someone(mentor);
  await open(theirs, "/profile");
  await theirs.getByRole("button", { name: `Keep ${mentee} and me apart` }).click();
  await expect(theirs.getByRole("button", { name: `Take ${mentee} off` })).toBeVisible();
  await expect(theirs.getByRole("button", { name: `Keep ${mentee} and me apart` })).toHaveCount(0);
  await theirs.getByRole("button", { name: `Take ${mentee} off` }).click();
  await expect(theirs.getByRole("button", { name: `Keep ${mentee} and me apart` })).toBeVisible();
  await accessible(theirs);
});

test.describe("by plain forms", () => {
  test.use({ expectedErrors: [/status of 409/] });

  test("two are introduced without JavaScript, and not twice", async ({ someone }) => {
    const page = await someone(COORDINATOR, { javaScriptEnabled: false });
    const address = await board(page);
    const { mentee, mentor } = await chooseMentor(page, 1);
    await panel(page).getByRole("button", { name: "Introduce", exact: true }).click();
    await expect(panel(page).getByText(`Introduced to ${mentor} on`)).toBeVisible();
    const to = panel(page).getByRole("combobox", { name: "Move to" });
    const option = to.locator("option", { hasText: mentor });
    await to.selectOption((await option.getAttribute("value")) ?? "");
    await panel(page).getByRole("button", { name: "Move", exact: true }).click();
    await expect(panel(page).getByRole("heading", { name: `${mentee} with ${mentor}` })).toBeVisible();
    await expect(there(page, mentor, mentee)).toContainText("Introduced");
    await expect(panel(page).getByRole("button", { name: "Introduce them" })).toHaveCount(0);

    // A pair that lies on the board already; a second tab has not seen that they have met by now.
    const stale = await someone(COORDINATOR, { javaScriptEnabled: false });
    for (const tab of [page, stale]) {
      await tab.goto(address);
      await tab.getByRole("link", { name: "Jonas Weber", exact: true }).click();
      await expect(panel(tab).getByRole("heading", { name: "Jonas Weber with Tomás Herrera" })).toBeVisible();
    }
    await panel(page).getByRole("button", { name: "Introduce them" }).click();
    await expect(panel(page).getByText("Introduced to Tomás Herrera on")).toBeVisible();
    await expect(there(page, "Tomás Herrera", "Jonas Weber")).toContainText("Introduced");
    await panel(stale).getByRole("button", { name: "Introduce them" }).click();
    await expect(stale.getByText(/^Jonas Weber and Tomás Herrera were introduced on .* already/)).toBeVisible();
  });
});
