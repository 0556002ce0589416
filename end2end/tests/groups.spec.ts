import type { Page } from "@playwright/test";
import { accessible, expect, hydrated, test } from "../support/test";

const column = (page: Page, name: string) => page.locator(".column").filter({ hasText: name });

/** A programme of circles, with these people in it. */
async function circle(page: Page, name: string, people: string[]): Promise<string> {
  await page.goto("/programmes/new");
  await page.getByRole("radio", { name: /circle/i }).check();
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Create the draft" }).click();
  await page.getByRole("button", { name: "Save and continue" }).click();
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page.getByLabel("A group begins with")).toHaveValue("3");
  await page.getByLabel("Mentees per mentor, if they did not say").fill("4");
  await page.getByLabel("A group begins with").fill("9");
  await page.getByRole("button", { name: "Save and look at the page" }).click();
  await expect(page.getByLabel("A group begins with")).toHaveAccessibleDescription(/1 to 4/);
  await page.getByLabel("A group begins with").fill("3");
  await page.getByRole("button", { name: "Save and look at the page" }).click();
  await expect(page.getByText("A group begins with 3 mentees")).toBeVisible();
  await page.getByRole("button", { name: "Open the programme" }).click();
  await expect(page.getByText("Open", { exact: true })).toBeVisible();
  const programme = new URL(page.url()).pathname;
  await page.goto(`${programme}/import`);
  const list = ["Name,E-mail,Role,Skills offered,Skills wanted", ...people].join("\n");
  await page.getByLabel("List of people").setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(list) });
  await page.getByRole("button", { name: "Look at the list" }).click();
  await page.getByRole("button", { name: `Import ${people.length} people` }).click();
  await expect(page.getByRole("heading", { name: "The list is imported" })).toBeVisible();
  await page.goto(`${programme}/matching`);
  await page.getByRole("button", { name: "Make a match plan" }).click();
  await page.waitForURL(/\/matching\/[0-9a-f-]+$/);
  return new URL(page.url()).pathname;
}

test.use({ expectedErrors: [/status of 422/] });

test("a group begins with three or not at all: the board counts, the engine keeps to it and says its price", async ({ someone }) => {
  const page = await someone("Ingrid Novák");
  const mentees = ["Cy", "Di", "Ed", "Fay", "Gus"].map((name, at) => `${name} Round,${name.toLowerCase()}.round@example.org,mentee,,${at < 3 ? "rust" : "sql"}`);
  const board = await circle(page, "Round tables", [
    "Rosa Round,rosa.round@example.org,mentor,rust,",
    "Sami Round,sami.round@example.org,mentor,sql,",
    ...mentees,
  ]);
  await hydrated(page);
  await expect(column(page, "Sami Round")).toContainText("Begins with 3 mentees");
  await page.getByRole("button", { name: "Match Fay Round with…" }).click();
  await page.getByRole("dialog").locator(".places__one", { hasText: "Sami Round" }).click();
  await expect(column(page, "Sami Round")).toContainText("Begins with 3: 2 more needed");
  await expect(page.getByText("1 group too small")).toBeVisible();
  await accessible(page);
  await page.goto(`${board}/publish`);
  await expect(page.getByText("Groups begin with 3 mentees in this programme. These have fewer:")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Sami Round, with 1" })).toBeVisible();
  await accessible(page);

  await page.goto(board);
  await hydrated(page);
  await page.getByRole("button", { name: /^Undo:/ }).click();
  await expect(column(page, "Sami Round")).toContainText("Begins with 3 mentees");
  // Five mentees: three at one mentor, and a group of two is none. Four places make it four.
  await page.goto(`${board}/engine`);
  await expect(page.getByText("the best plan with groups of 3 or more")).toBeVisible();
  await expect(page.getByText(/Groups of 3 or more: .* beside groups of any size/)).toBeVisible();
  await expect(page.getByText("The fairest plan and a stable one cannot keep to that, so they are not offered.")).toBeVisible();
  await expect(page.getByRole("link", { name: /^Fair: / })).toHaveCount(0);
  await accessible(page);
  await page.getByRole("button", { name: /^Move 4 people/ }).click();
  await page.waitForURL(new RegExp(`${board}$`));
  await expect(page.getByText("4 of 5 matched")).toBeVisible();
  await expect(page.locator(".column .board-card")).toHaveCount(4);
  await expect(page.getByText("group too small")).toBeHidden();
});
