import { type Page, accessible, expect, hydrated, test } from "../support/test";

const mentor = "Tomás Herrera";
const mentee = "Priya Sharma";
const title = "Lead the payments migration review";

// Two texts that meet, and a field that cannot be read, are answers with a status of their own.
test.use({ expectedErrors: [/status of 4(09|22)/] });

async function together(page: Page, other: string): Promise<void> {
  await page.goto("/mentorships");
  await page.getByRole("link", { name: other }).click();
  await expect(page.getByRole("heading", { level: 1, name: `${other} and you` })).toBeVisible();
}

const goal = (page: Page) => page.getByRole("region", { name: title });
const step = (page: Page, name: string) => page.locator("li.step").filter({ has: page.getByText(name, { exact: true }) });
const tick = (page: Page, name: string) => page.getByRole("checkbox", { name: `“${name}” is done` });

async function addStep(page: Page, name: string): Promise<void> {
  const form = goal(page).locator(".step-add");
  if (!(await form.getAttribute("open").then((open) => open !== null))) await form.locator("summary").click();
  await form.getByRole("textbox", { name: /^Step/ }).fill(name);
  await form.getByRole("button", { name: "Add a step" }).click();
  await expect(step(page, name)).toBeVisible();
}

test("two people build one plan and see each other's changes without reload", async ({ someone }) => {
  const [one, other] = [await someone(mentor), await someone(mentee)];
  await together(one, mentee);
  await together(other, mentor);
  await Promise.all([hydrated(one), hydrated(other)]);

  await addStep(one, "Read the runbook aloud");
  await expect(goal(one).getByRole("textbox", { name: /^Step/ })).toHaveValue("");
  await expect(step(other, "Read the runbook aloud")).toBeVisible({ timeout: 2_000 });
  await expect(other.getByRole("status").filter({ hasText: `${mentor} added “Read the runbook aloud”` })).toHaveCount(1);

  await tick(other, "Read the runbook aloud").click();
  await expect(tick(other, "Read the runbook aloud")).toBeChecked();
  await expect(tick(one, "Read the runbook aloud")).toBeChecked({ timeout: 2_000 });

  await step(one, "Read the runbook aloud").locator("summary").click();
  await one.getByRole("button", { name: "Move “Read the runbook aloud” up" }).click();
  const order = (page: Page) => goal(page).locator(".step__title").allTextContents();
  await expect.poll(async () => (await order(other)).at(-2)).toBe("Read the runbook aloud");

  await step(one, "Read the runbook aloud").getByRole("button", { name: "Remove the step" }).click();
  await expect(step(other, "Read the runbook aloud")).toHaveCount(0);
  await one.getByRole("button", { name: "Undo" }).click();
  await expect(step(other, "Read the runbook aloud")).toBeVisible();
});

test("two texts for one field are both kept and the person chooses", async ({ someone }) => {
  const [one, other] = [await someone(mentor), await someone(mentee)];
  await together(one, mentee);
  await together(other, mentor);
  await Promise.all([hydrated(one), hydrated(other)]);
  await addStep(one, "Rehearse");
  await expect(step(other, "Rehearse")).toBeVisible();

  for (const page of [one, other]) await step(page, "Rehearse").locator("summary").click();
  const [mine, theirs] = [step(one, "Rehearse").locator(".step__editor"), step(other, "Rehearse").locator(".step__editor")];
  await mine.getByRole("textbox", { name: /^Step/ }).fill("Rehearse with Nia");
  await mine.getByRole("textbox", { name: "Note" }).fill("Kept as well");
  await theirs.getByRole("textbox", { name: /^Step/ }).fill("Rehearse twice");
  await theirs.getByRole("button", { name: "Save the step" }).click();
  await expect(step(one, "Rehearse twice")).toBeVisible();

  const editor = step(one, "Rehearse twice").locator(".step__editor");
  await editor.getByRole("button", { name: "Save the step" }).click();
  await expect(editor.getByRole("alert")).toContainText(`${mentee} changed the same thing`);
  await expect(editor.getByRole("radio", { name: "What you wrote" })).toBeChecked();
  await expect(editor.getByText("Rehearse twice", { exact: true })).toBeVisible();
  await accessible(one);
  await editor.getByRole("radio", { name: "Both together" }).check();
  await editor.getByRole("button", { name: "Save the step" }).click();

  await expect(step(one, "Rehearse twice · Rehearse with Nia")).toBeVisible();
  await expect(step(other, "Rehearse twice · Rehearse with Nia")).toContainText("Kept as well");
});

test("the keyboard closes editors and stays at what was edited", async ({ someone }) => {
  const page = await someone(mentor);
  await together(page, mentee);
  await hydrated(page);
  await addStep(page, "Pair on the rollback");
  const row = step(page, "Pair on the rollback");
  const [summary, field] = [row.locator("summary"), row.getByRole("textbox", { name: /^Step/ })];
  await summary.press("Enter");
  await field.press("Escape");
  await expect(field).toBeHidden();
  await expect(summary).toBeFocused();

  await summary.press("Enter");
  await field.fill("Lost on purpose");
  page.once("dialog", (dialog) => dialog.dismiss());
  await field.press("Escape");
  await expect(field).toHaveValue("Lost on purpose");
  page.once("dialog", (dialog) => dialog.accept());
  await field.press("Escape");
  await expect(summary).toBeFocused();
  await summary.press("Enter");
  await expect(field).toHaveValue("Pair on the rollback");

  await field.fill("Pair on the rollback twice");
  await field.press("Enter");
  await expect(step(page, "Pair on the rollback twice").locator("summary")).toBeFocused();

  await page.locator("#add-goal > summary").press("Enter");
  const form = page.locator("#add-goal");
  await form.getByLabel("What do you want to reach?").fill("Host a brown bag");
  await form.getByLabel("How will you both know that it is reached?").fill("It was held");
  await form.getByLabel("By when?").fill("2020-01-01");
  await form.getByLabel("What do you want to reach?").press("Enter");
  await expect(form.getByText(/Choose a date not before/)).toBeVisible();
  await form.getByLabel("By when?").fill("2027-03-01");
  await form.getByLabel("What do you want to reach?").press("Enter");
  await expect(page.getByRole("heading", { name: "Host a brown bag" })).toBeFocused();
});

test("everything works as plain forms", async ({ someone }) => {
  const page = await someone(mentee, { javaScriptEnabled: false });
  await together(page, mentor);
  await addStep(page, "Write it down first");
  await tick(page, "Write it down first").click();
  await expect(tick(page, "Write it down first")).toBeChecked();

  await page.locator("#add-goal > summary").click();
  const form = page.locator("#add-goal");
  await form.getByLabel("What do you want to reach?").fill("Chair the guild");
  await form.getByLabel("How will you both know that it is reached?").fill("Meetings chaired");
  await form.getByLabel("To", { exact: true }).fill("many");
  await form.getByLabel("By when?").fill("2027-03-01");
  await form.getByRole("button", { name: "Save the goal" }).click();
  await expect(form.getByText("Write a number.")).toBeVisible();
  await expect(form.getByLabel("What do you want to reach?")).toHaveValue("Chair the guild");
  await expect(form.getByLabel("By when?")).toHaveValue("2027-03-01");
  await form.getByLabel("To", { exact: true }).fill("3");
  await form.getByRole("button", { name: "Save the goal" }).click();
  await expect(page.getByRole("region", { name: "Chair the guild" })).toContainText("0 of 3");
});

test("a text that met another one is kept in a plain form as well", async ({ someone }) => {
  const [plain, other] = [await someone(mentee, { javaScriptEnabled: false }), await someone(mentor)];
  await together(plain, mentor);
  await addStep(plain, "Draft the abstract");
  await together(other, mentee);
  await hydrated(other);

  await step(plain, "Draft the abstract").locator("summary").click();
  await step(plain, "Draft the abstract").getByRole("textbox", { name: /^Step/ }).fill("Draft two abstracts");
  await step(other, "Draft the abstract").locator("summary").click();
  await step(other, "Draft the abstract").getByRole("textbox", { name: /^Step/ }).fill("Draft the title");
  await step(other, "Draft the abstract").getByRole("button", { name: "Save the step" }).click();
  await expect(step(other, "Draft the title")).toBeVisible();

  await step(plain, "Draft the abstract").getByRole("button", { name: "Save the step" }).click();
  const row = step(plain, "Draft the title");
  await expect(row.getByRole("radio", { name: "What you wrote" })).toBeChecked();
  await row.getByRole("radio", { name: `What ${mentor} wrote` }).check();
  await row.getByRole("button", { name: "Save the step" }).click();
  await expect(step(plain, "Draft the title")).toBeVisible();
});

test("a coordinator sees counts and none of the words", async ({ someone }) => {
  const member = await someone(mentor);
  await together(member, mentee);
  const address = new URL(member.url()).pathname;
  const page = await someone("Ingrid Novák");
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(mentee);
  await expect(page.getByText(title)).toHaveCount(0);
  await expect(page.getByText("none of the words")).toBeVisible();
});
