import type { Page } from "@playwright/test";
import { accessible, expect, hydrated, open, test } from "../support/test";

const tray = (page: Page) => page.getByRole("region", { name: "Waiting" });
const card = (page: Page, name: string) => page.locator(".board-card", { hasText: name });
const column = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

/** The board of the demo's second round, open and alive for everybody. */
async function together(...pages: Page[]): Promise<void> {
  const [first, ...others] = pages;
  await first.goto("/programmes/women-in-tech-26/matching");
  await first.getByRole("link", { name: "Second round" }).click();
  await first.waitForURL(/\/matching\/[0-9a-f-]+$/);
  await first.reload();
  await hydrated(first);
  for (const page of others) await open(page, first.url());
}

async function choose(page: Page, mentee: string): Promise<{ mentor: string; take: () => Promise<void> }> {
  await card(page, mentee).getByRole("button", { name: `Match ${mentee} with…` }).click();
  const place = page
    .getByRole("dialog")
    .locator(".places__one:not([aria-disabled])")
    .filter({ hasNotText: "Back to the tray" })
    .first();
  const mentor = (await place.locator(".places__name").textContent()) ?? "";
  return { mentor, take: () => place.click() };
}

async function waiting(page: Page, at = 0): Promise<string> {
  return (await tray(page).locator(".board-card__name").nth(at).textContent()) ?? "";
}

async function pickUp(page: Page, mentee: string): Promise<void> {
  const grip = card(page, mentee).locator(".board-card__grip");
  await grip.scrollIntoViewIfNeeded();
  const box = (await grip.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 60, box.y + box.height / 2 + 20, { steps: 4 });
  await expect(page.locator(".board-held")).toBeVisible();
}

test("three tabs see who is here, what is held and whose move it was, and come to the same board", async ({ someone }) => {
  const [pavel, ingrid, again] = [await someone("Pavel Dvořák"), await someone("Ingrid Novák"), await someone("Pavel Dvořák")];
  await together(pavel, ingrid, again);
  await expect(pavel.getByText("Here too: Ingrid Novák")).toBeVisible();
  await expect(again.getByText("Here too: Ingrid Novák")).toBeVisible();
  await expect(ingrid.getByText("Here too: Pavel Dvořák")).toBeVisible();

  const mentee = await waiting(ingrid);
  const { mentor, take } = await choose(ingrid, mentee);
  await expect(card(pavel, mentee)).toContainText("Ingrid Novák holds this card");
  await take();
  for (const page of [pavel, ingrid, again]) await expect(column(page, mentor).getByText(mentee)).toBeVisible();
  await expect(card(pavel, mentee)).toContainText("Moved by Ingrid Novák");
  await expect(card(ingrid, mentee)).not.toContainText("Moved by");
  await expect(card(pavel, mentee)).not.toContainText("holds this card");
  await accessible(pavel);

  // Each moves another card at the same moment: all three arrive everywhere.
  const names = [await waiting(pavel, 0), await waiting(pavel, 1), await waiting(pavel, 2)];
  const pages = [pavel, ingrid, again];
  const chosen = [];
  for (const [at, page] of pages.entries()) chosen.push(await choose(page, names[at]));
  await Promise.all(chosen.map((one) => one.take()));
  const lists = async (page: Page) => {
    const cards = await page.locator(".board-card").evaluateAll((all) =>
      all.map((one) => `${one.closest("[data-place]")?.getAttribute("data-place")} ${one.getAttribute("data-card")}`),
    );
    return cards.sort();
  };
  for (const page of pages) {
    for (const name of names) await expect(tray(page).getByText(name)).toBeHidden();
  }
  const server = await someone("Pavel Dvořák");
  await open(server, pavel.url());
  const stored = await lists(server);
  for (const page of pages) await expect.poll(() => lists(page)).toEqual(stored);

  await ingrid.close();
  await expect(pavel.getByText("Here too")).toBeHidden();
});

test("a refresh during a drag leaves the card where it was", async ({ someone }) => {
  const [pavel, ingrid] = [await someone("Pavel Dvořák"), await someone("Ingrid Novák")];
  await together(pavel, ingrid);
  const mentee = await waiting(ingrid);
  await pickUp(ingrid, mentee);
  await expect(card(pavel, mentee)).toContainText("Ingrid Novák holds this card");
  await ingrid.reload();
  await hydrated(ingrid);
  await expect(tray(ingrid).getByText(mentee)).toBeVisible();
  await expect(card(pavel, mentee)).not.toContainText("holds this card");
});

test("a card that is published while somebody drags it ends the drag and says so", async ({ someone }) => {
  const [pavel, ingrid] = [await someone("Pavel Dvořák"), await someone("Ingrid Novák")];
  await together(pavel, ingrid);
  const drafted = ingrid.locator('[data-place]:not([data-place=""]) .board-card[data-stage=open]').first();
  const mentee = await drafted.locator(".board-card__name").textContent();
  await pickUp(ingrid, mentee!);
  await pavel.getByRole("link", { name: "Review and publish" }).click();
  await pavel.getByRole("button", { name: /^Publish/ }).click();
  await pavel.waitForURL(/\/matching\/[0-9a-f-]+$/);
  await expect(ingrid.getByText(`Pavel Dvořák has just published the match of ${mentee}, so your drag has ended.`)).toBeVisible();
  await expect(ingrid.locator(".board-held")).toBeHidden();
  await ingrid.mouse.up();
  await expect(card(ingrid, mentee!)).toContainText("Waiting for answers");
});
