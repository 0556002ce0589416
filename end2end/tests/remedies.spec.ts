import type { Page } from "@playwright/test";
import { newPlan } from "../support/plan";
import { accessible, expect, hydrated, test } from "../support/test";

const COORDINATOR = "Pavel Dvořák";

const tray = (page: Page) => page.getByRole("region", { name: "Waiting" });
const panel = (page: Page) => page.getByRole("complementary", { name: "Selected person" });

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "by a button" : "by a plain form";
  test(`what would help somebody is tried ${how}, in a plan that says so`, async ({ someone }) => {
    const page = await someone(COORDINATOR, { javaScriptEnabled });
    await newPlan(page, `Tight ${how}`);
    const before = new URL(page.url()).pathname;
    if (javaScriptEnabled) await hydrated(page);
    await page.getByRole("button", { name: "Run the engine" }).click();
    await expect(page.getByRole("button", { name: /^Undo:/ })).toBeVisible();
    const name = (await tray(page).locator(".board-card__name").first().textContent()) ?? "";
    await tray(page).getByRole("link", { name, exact: true }).click();
    await expect(panel(page).getByRole("heading", { name: "What would help" })).toBeVisible();
    const help = panel(page).getByRole("button", { name: /^Try it in a new plan: One place more with/ }).first();
    await expect(help).toBeVisible();
    await help.click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("with one place more at");
    await expect(panel(page).getByRole("heading", { level: 2 })).toContainText(name);
    await expect(tray(page).getByText(name, { exact: true })).toBeHidden();
    const branch = new URL(page.url()).pathname;
    expect(branch).not.toBe(before);
    if (javaScriptEnabled) await hydrated(page);
    await page.getByText("1 exception in this plan").click();
    await expect(page.getByText(/has 1 place more than offered/)).toBeVisible();
    if (javaScriptEnabled) await accessible(page);
    await page.goto(`${branch}/publish`);
    await expect(page.getByText("This plan makes exceptions. Publishing keeps them:")).toBeVisible();
    await page.goto(`${branch}/history`);
    if (javaScriptEnabled) await hydrated(page);
    await page.getByRole("button", { name: /^Remove this exception/ }).click();
    await page.waitForURL(branch);
    await expect(page.getByText("1 exception in this plan")).toBeHidden();
    await page.goto(before);
    await expect(tray(page).getByText(name, { exact: true })).toBeVisible();
  });
}

test("a programme with hardly anybody says what is missing on every page", async ({ someone }) => {
  const page = await someone("Ingrid Novák");
  const programme = "/programmes/two-of-us";
  const bring = async (row: string) => {
    await page.goto(`${programme}/import`);
    const list = { name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(`Name,E-mail,Role,Skills offered,Skills wanted\n${row}\n`) };
    await page.getByLabel("List of people").setInputFiles(list);
    await page.getByRole("button", { name: "Look at the list" }).click();
    await page.getByRole("button", { name: "Import 1 person" }).click();
    await expect(page.getByRole("heading", { name: "The list is imported" })).toBeVisible();
  };
  const plans = () => page.goto(`${programme}/matching`);
  await page.goto("/programmes/new");
  await page.getByRole("radio", { name: /Leadership/ }).check();
  await page.getByLabel("Name").fill("Two of us");
  await page.getByRole("button", { name: "Create the draft" }).click();
  await page.getByRole("button", { name: "Save and continue" }).click();
  await page.getByRole("button", { name: "Save and continue" }).click();
  await page.getByRole("button", { name: "Save and look at the page" }).click();
  await page.getByRole("button", { name: "Open the programme" }).click();
  await expect(page.getByText("Open", { exact: true })).toBeVisible();
  await plans();
  await expect(page.getByText("There is nobody to match yet.")).toBeVisible();
  await page.goto(`${programme}/waiting`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await bring("Ada Alone,ada.alone@example.org,mentor,rust,");
  await plans();
  await expect(page.getByText("There is nobody to match yet.")).toBeVisible();
  await bring("Bo Alone,bo.alone@example.org,mentee,,rust");
  await plans();
  await page.getByRole("button", { name: "Make a match plan" }).click();
  await page.waitForURL(/\/matching\/[0-9a-f-]+$/);
  const board = new URL(page.url()).pathname;
  await hydrated(page);
  await page.goto(`${board}/publish`);
  await expect(page.getByText("There are no pairs to publish yet. Match somebody first.")).toBeVisible();
  for (const part of ["verdict", "history", "engine"]) {
    await page.goto(`${board}/${part}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("main")).not.toContainText(/NaN|inf|\b0 %/);
  }
  // The one mentor pauses: nobody is left to be matched with, and the board says so.
  await page.goto(`${programme}/people`);
  await hydrated(page);
  await page.getByRole("button", { name: "Pause Ada Alone" }).click();
  await expect(page.getByRole("button", { name: "Resume Ada Alone" })).toBeVisible();
  await page.goto(board);
  await hydrated(page);
  await expect(page.getByText("There are no approved mentors in this programme yet.")).toBeVisible();
  await page.getByRole("button", { name: "Run the engine" }).click();
  await expect(page.locator(".board__said")).toContainText("Nobody had to move");
});
