import { accessible, expect, open, test } from "../support/test";

test("a coordinator makes a programme from a template and opens it", async ({ someone }) => {
  const page = await someone("Ingrid Novák");
  await open(page, "/programmes");
  await page.locator("main").getByRole("link", { name: "New programme" }).click();
  await page.getByRole("radio", { name: /Reverse mentoring/ }).check();
  await page.getByLabel("Name").fill("Reverse 27");
  await page.getByRole("button", { name: "Create the draft" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Draft of “Reverse 27”");
  await expect(page.getByLabel("Purpose")).toHaveValue(/furthest from how work feels/);
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page).toHaveURL(/\/programmes\/reverse-27\/edit\/phases$/);
  await expect(page.getByRole("radio", { name: /^Reverse/ })).toBeChecked();
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page).toHaveURL(/edit\/matching$/);
  await page.getByRole("button", { name: "Save and look at the page" }).click();

  await expect(page).toHaveURL(/\/programmes\/reverse-27$/);
  await accessible(page);
  await page.getByRole("button", { name: "Open the programme" }).click();
  await expect(page.getByText("Open", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "People" }).first().click();
  await expect(page.getByRole("link", { name: "Import people" }).first()).toBeVisible();
});

test.describe("objectives", () => {
  test.use({ expectedErrors: [/422/] });

  test("one is added, and a wrong one comes back with what was typed", async ({ someone }) => {
    const page = await someone("Ingrid Novák");
    await open(page, "/programmes/women-in-tech-26/edit/purpose");
    await page.getByText("Add an objective").click();
    const form = page.locator("form").filter({ has: page.getByRole("button", { name: "Add the objective" }) });
    await form.getByLabel("What is measured").fill("Mentees who would recommend it");
    await form.getByLabel("Today it is").fill("60");
    await form.getByLabel("It should become").fill("60");
    await form.getByRole("button", { name: "Add the objective" }).click();
    await expect(form.getByText("Choose a target that differs from where you start.")).toBeVisible();
    await expect(form.getByLabel("What is measured")).toHaveValue("Mentees who would recommend it");
    await form.getByLabel("It should become").fill("85");
    await form.getByRole("button", { name: "Add the objective" }).click();
    await expect(page.getByText("from 60 to 85 %")).toBeVisible();
  });
});

test("what is typed into one form is not lost when another one is sent", async ({ someone }) => {
  const page = await someone("Ingrid Novák");
  await open(page, "/programmes/women-in-tech-26/edit/purpose");
  await page.getByText("Add an objective").click();
  const form = page.locator("form").filter({ has: page.getByRole("button", { name: "Add the objective" }) });
  const measure = form.getByLabel("What is measured");
  await measure.fill("Mentees who stay");
  await page.getByText("Add an objective").click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(measure).toBeFocused();
  await expect(page.getByText("not saved yet")).toBeVisible();
  await expect(page).toHaveURL(/edit\/purpose$/);
  await measure.fill("");
  await page.getByLabel("Purpose").fill("Typed, and kept.");
  await measure.fill("Mentees who stay");
  await form.getByLabel("Today it is").fill("60");
  await form.getByLabel("It should become").fill("85");
  await form.getByRole("button", { name: "Add the objective" }).click();
  await expect(page.getByLabel("Purpose")).toBeFocused();
  await expect(measure).toHaveValue("Mentees who stay");
});

test("on a narrow screen the present part of a programme is in sight, and names lead to profiles", async ({ someone }) => {
  const page = await someone("Ingrid Novák");
  await page.setViewportSize({ width: 320, height: 800 });
  await open(page, "/programmes/women-in-tech-26/edit/matching");
  const tab = page.getByRole("navigation", { name: "Parts of the programme" }).locator("[aria-current]");
  await expect(tab).toBeInViewport({ ratio: 1 });

  await open(page, "/programmes/women-in-tech-26/people?search=tomás&role=mentor");
  await page.getByRole("link", { name: "Tomás Herrera" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Tomás Herrera" })).toBeVisible();
});

test.describe("refused", () => {
  test.use({ expectedErrors: [/409|422/] });

  test("two coordinators who edit the same text do not overwrite each other", async ({ someone }) => {
    const [ingrid, pavel] = [await someone("Ingrid Novák"), await someone("Pavel Dvořák")];
    const edit = "/programmes/women-in-tech-26/edit/purpose";
    await open(ingrid, edit);
    await open(pavel, edit);
    await pavel.getByLabel("Purpose").fill("Pavel wrote this.");
    await pavel.getByRole("button", { name: "Save", exact: true }).click();
    await expect(pavel.getByText("Pavel wrote this.")).toBeVisible();
    await ingrid.getByLabel("Purpose").fill("Ingrid wrote that.");
    await ingrid.getByRole("button", { name: "Save", exact: true }).click();
    await expect(ingrid.getByText("if you save again, it replaces theirs")).toBeVisible();
    await expect(ingrid.getByLabel("Purpose")).toHaveValue("Ingrid wrote that.");
  });
});

test.describe("without script", () => {
  // Dates in the wrong order come back with a status of their own.
  test.use({ expectedErrors: [/422/] });

  test("the wizard, the people and the start page work", async ({ someone }) => {
    const page = await someone("Pavel Dvořák", { javaScriptEnabled: false });
    await page.goto("/programmes/new");
    await page.getByRole("radio", { name: /Technical circle/ }).check();
    await page.getByLabel("Name").fill("Circle by hand");
    await page.getByRole("button", { name: "Create the draft" }).click();
    await page.getByLabel("What mentors get and give").fill("Time, and a reason to put in order what one knows.");
    await page.getByRole("button", { name: "Save and continue" }).click();
    await page.getByLabel("Match: last day").fill("2020-01-01");
    await page.getByRole("button", { name: "Save and continue" }).click();
    await expect(page.getByText(/Choose a date not before/)).toBeVisible();
    await expect(page.getByLabel("Match: last day")).toHaveValue("2020-01-01");

    await page.goto("/programmes/women-in-tech-26/people?search=emile");
    await expect(page.getByRole("row")).toHaveCount(2);
    await page.getByRole("button", { name: "Pause Émile Moreau" }).click();
    await expect(page.getByRole("button", { name: "Resume Émile Moreau" })).toBeVisible();
    await page.goto("/");
    await expect(page.getByText("Circle by hand").first()).toBeVisible();
  });
});
