import { type Page, accessible, expect, hydrated, test } from "../support/test";

const COORDINATOR = "Pavel Dvořák";
const PROGRAMME = "/programmes/women-in-tech-26";

async function review(page: Page): Promise<void> {
  await page.goto(`${PROGRAMME}/matching`);
  await page.getByRole("link", { name: "Second round" }).click();
  await page.waitForURL(/\/matching\/[0-9a-f-]+$/);
  await page.goto(`${page.url()}/publish`);
  await expect(page.getByRole("heading", { name: "Review and publish" })).toBeVisible();
}

// A refused publication.
test.use({ expectedErrors: [/409|422/] });

const box = (page: Page, mentee: string) => page.getByRole("checkbox", { name: new RegExp(`Publish ${mentee}`) });

test("a publication waits for its time, and can be cancelled", async ({ someone }) => {
  const page = await someone(COORDINATOR);
  await review(page);
  await hydrated(page);
  await page.getByRole("radio", { name: "At a date and a time" }).check();
  await expect(page.getByLabel("Date and time")).toBeVisible();
  await accessible(page);
  await page.getByRole("button", { name: "Plan to publish 15 pairs" }).click();
  await page.waitForURL(/\/matching\/[0-9a-f-]+$/);
  await expect(page.getByText("Publishing is planned", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Look at it" }).click();
  await expect(page.getByRole("button", { name: "Publish now instead" })).toBeVisible();
  await hydrated(page);
  await accessible(page);
  await page.getByRole("button", { name: "Cancel the publication" }).click();
  await page.waitForURL(/\/matching\/[0-9a-f-]+$/);
  await expect(page.getByText("Publishing is planned", { exact: true })).toBeHidden();
  await page.getByRole("link", { name: "Review and publish" }).click();
  await expect(page.getByRole("button", { name: "Publish 15 pairs" })).toBeVisible();
});

test("without script, the messages follow the ticks and a wrong time keeps them", async ({ someone }) => {
  const page = await someone(COORDINATOR, { javaScriptEnabled: false });
  await review(page);
  await expect(page.getByRole("button", { name: "Publish 15 pairs" })).toBeVisible();
  await box(page, "Jonas Weber").uncheck();
  await expect(page.getByRole("button", { name: "Publish the ticked pairs" })).toBeVisible();
  await expect(page.getByText("Jonas Weber, in the app")).toBeVisible();
  await page.getByRole("button", { name: "Show the messages" }).click();
  await expect(box(page, "Jonas Weber")).not.toBeChecked();
  await expect(box(page, "Noor Haddad")).toBeChecked();
  await expect(page.getByText("Jonas Weber, in the app")).toBeHidden();
  await expect(page.getByText("14 pairs become proposals")).toBeVisible();
  await page.getByRole("radio", { name: "At a date and a time" }).check();
  await page.getByLabel("Date and time").fill("2020-01-01T12:00");
  await page.getByRole("button", { name: "Publish the ticked pairs" }).click();
  await expect(page.getByText("Choose a time that is still to come.")).toBeVisible();
  await expect(box(page, "Jonas Weber")).not.toBeChecked();
});

test("who is left out stays a draft, and a stale tab says what changed", async ({ someone }) => {
  const page = await someone(COORDINATOR);
  await review(page);
  await hydrated(page);
  await box(page, "Jonas Weber").uncheck();
  await expect(page.getByRole("button", { name: "Publish 14 pairs" })).toBeVisible();
  await expect(page.getByText("Jonas Weber, in the app")).toBeHidden();

  const other = await someone(COORDINATOR);
  await other.goto(page.url().replace(/\/publish$/, ""));
  const noor = other.locator(".board-card", { hasText: "Noor Haddad" });
  await noor.getByRole("link", { name: "Noor Haddad" }).click();
  await hydrated(other);
  await other.getByRole("form", { name: "Move to" }).getByRole("combobox").selectOption({ label: "Back to the tray" });
  await other.getByRole("button", { name: "Move", exact: true }).click();
  await expect(other.getByText("Noor Haddad moved back to the tray.").first()).toBeVisible();

  await page.getByRole("button", { name: "Publish 14 pairs" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Noor Haddad is in the tray now" })).toBeVisible();
  await expect(box(page, "Jonas Weber")).not.toBeChecked();
  await page.getByRole("button", { name: "Publish 13 pairs" }).click();
  await page.waitForURL(/\/matching\/[0-9a-f-]+$/);
  await expect(page.locator(".board-card", { hasText: "Kwame Mensah" })).toContainText("Waiting for answers");
  await expect(page.locator(".board-card", { hasText: "Jonas Weber" })).not.toContainText("Waiting for answers");
});

test("the waiting list is reached from the board and says why", async ({ someone }) => {
  const page = await someone(COORDINATOR);
  await page.goto(PROGRAMME);
  await page.getByRole("link", { name: "Waiting list" }).click();
  await expect(page.getByRole("heading", { name: "Waiting list" })).toBeVisible();
  await hydrated(page);
  await accessible(page);
  await expect(page.getByText("Who has waited longest since joining stands first")).toBeVisible();
});

test("a second coordinator signs off", async ({ someone }) => {
  const asking = await someone(COORDINATOR);
  await asking.goto(`${PROGRAMME}/edit/matching`);
  await asking.getByLabel(/A second coordinator signs off/).check();
  await asking.getByRole("button", { name: "Save" }).click();
  await asking.waitForURL(new RegExp(`${PROGRAMME}$`));
  await review(asking);
  await asking.getByRole("button", { name: /^Ask to sign off/ }).click();
  await asking.waitForURL(/\/matching\/[0-9a-f-]+$/);
  await expect(asking.getByText("Waiting for a sign-off", { exact: true })).toBeVisible();

  const second = await someone("Ingrid Novák", { javaScriptEnabled: false });
  await second.goto("/");
  await expect(second.getByText(`${COORDINATOR} asks for your sign-off`)).toBeVisible();
  await second.getByRole("link", { name: "Look at it" }).click();
  await second.getByRole("button", { name: "Sign off and publish" }).click();
  await second.waitForURL(/\/matching\/[0-9a-f-]+$/);
  await expect(second.locator(".board-card", { hasText: "Jonas Weber" })).toContainText("Waiting for answers");
});

test("a sign-off that nobody could give is not switched on", async ({ someone }) => {
  const page = await someone(COORDINATOR);
  await page.goto("/programmes");
  await page.getByRole("link", { name: /budd/i }).first().click();
  await page.getByRole("link", { name: "Edit" }).click();
  await page.goto(page.url().replace(/\/purpose$/, "/matching"));
  await hydrated(page);
  await page.getByLabel(/A second coordinator signs off/).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Only one person coordinates this programme")).toBeVisible();
  await expect(page.getByLabel(/A second coordinator signs off/)).toBeChecked();
});
