import { accessible, expect, hydrated, open, test, type Page } from "../support/test";

const programme = "/programmes/women-in-tech-26";
const question = "Working time";

/** The address of a page of the round that is a draft. */
async function ofDraft(page: Page, part: string): Promise<string> {
  await page.goto(`${programme}/matching`);
  const href = await page.getByRole("link", { name: "Second round" }).first().getAttribute("href");
  return `${href}/${part}`;
}

/** Says something of oneself, or takes it back. */
async function say(page: Page, choice: string, uses: string[]): Promise<void> {
  const form = page.getByRole("form", { name: question });
  await form.getByRole("combobox").selectOption(choice);
  for (const use of ["Count me in figures about groups", "Use it when matches are made"]) {
    await form.getByRole("checkbox", { name: use }).setChecked(uses.includes(use));
  }
  await form.getByRole("button", { name: "Confirm" }).click();
}

test.use({ expectedErrors: [/status of 422/] });

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without script too";
  test(`a mentee tells, a coordinator reads figures of groups, and what is taken back is gone${how}`, async ({ someone }) => {
    const coordinator = await someone("Ingrid Novák", { javaScriptEnabled });
    const figures = await ofDraft(coordinator, "fairness");
    const people = async (choice: string) => {
      await coordinator.goto(figures);
      const rows = coordinator.getByRole("table", { name: question }).getByRole("row");
      const row = rows.filter({ has: coordinator.getByRole("rowheader", { name: choice }) });
      return row.getByRole("cell").first().innerText();
    };
    const before = Number(await people("full time"));
    expect(before).toBeGreaterThanOrEqual(5);
    expect(await people("on shifts")).toContain("not shown");

    const mentee = await someone("Diego Vargas", { javaScriptEnabled });
    await mentee.goto("/profile");
    if (javaScriptEnabled) await hydrated(mentee);
    const form = mentee.getByRole("form", { name: question });
    await say(mentee, "", []);
    await expect(form.getByText("Nothing is kept.")).toBeVisible();
    const without = Number(await people("full time"));
    await say(mentee, "full time", []);
    await expect(form.getByText("Tick what your answer may be used for, or choose not to say.")).toBeVisible();
    await expect(form.getByRole("combobox")).toHaveValue("full time");
    await say(mentee, "full time", ["Count me in figures about groups"]);
    await expect(form.getByText("Kept: full time. For figures.")).toBeVisible();
    expect(Number(await people("full time"))).toBe(without + 1);
    await mentee.goto("/profile");
    if (javaScriptEnabled) await hydrated(mentee);
    await expect(form.getByText("Kept: full time. For figures.")).toBeVisible();
    await say(mentee, "", []);
    await expect(form.getByText("Nothing is kept.")).toBeVisible();
    expect(Number(await people("full time"))).toBe(without);
  });
}

test("room for a group shows its price, is applied as it was shown and can be done again", async ({ someone }) => {
  const page = await someone("Ingrid Novák");
  await open(page, await ofDraft(page, "engine"));
  await page.getByRole("link", { name: `${question}: part time` }).click();
  const room = page.getByRole("link", { name: /^At least 80 % matched/ });
  await expect(room).toContainText(/costs nothing|in all/);
  await room.click();
  await expect(room).toHaveAttribute("aria-current", "true");
  await accessible(page);
  await page.getByRole("button", { name: /^Move / }).click();
  await page.waitForURL(/matching\/[0-9a-f-]{36}$/);
  await open(page, await ofDraft(page, "history"));
  await expect(page.getByText(`Room for 80 % of “${question}: part time”`).first()).toBeVisible();
});

test("a coordinator asks mentees something, and is told which line is no question", async ({ someone }) => {
  const page = await someone("Ingrid Novák");
  await open(page, `${programme}/edit/matching`);
  const questions = page.getByRole("textbox", { name: "Questions" });
  const asked = await questions.inputValue();
  await questions.fill(`${asked}\nLives far away`);
  await page.getByRole("button", { name: "Ask these questions" }).click();
  await expect(page.getByText(/^Line 3: write a question/)).toBeVisible();
  await questions.fill(`${asked}\nLives: near, far`);
  await page.getByRole("button", { name: "Ask these questions" }).click();
  await expect(page.getByText("The questions are saved.")).toBeVisible();
  await expect(questions).toHaveValue(`${asked}\nLives: near, far`);
  expect(page.url()).toContain(`${programme}/edit/matching`);
  const mentee = await someone("Hana Petrova");
  await mentee.goto("/profile");
  await expect(mentee.getByRole("form", { name: "Lives" })).toBeVisible();
});

test("where different backgrounds count, mentors are asked too, and coordinators read how much two differ", async ({ someone }) => {
  const page = await someone("Ingrid Novák");
  await open(page, `${programme}/edit/matching`);
  const weight = page.getByLabel("Different backgrounds", { exact: true });
  await expect(page.getByRole("checkbox", { name: /Different backgrounds/ }), "is no rule").toHaveCount(0);
  await weight.fill("30");
  await page.getByRole("button", { name: "Save", exact: true }).first().click();
  await page.waitForURL(`**${programme}`);

  // One of each side lets it be compared; what nobody has agreed to is not kept.
  await open(page, (await ofDraft(page, "")).replace(/\/$/, ""));
  const mentor = (await page.locator(".column").first().getAttribute("aria-label")) ?? "";
  const mentee = (await page.getByRole("region", { name: "Waiting" }).locator(".board-card__name").nth(1).innerText()).trim();
  for (const [who, choice] of [[mentor, "full time"], [mentee, "part time"]]) {
    const own = await someone(who);
    await open(own, "/profile");
    const form = own.getByRole("form", { name: question });
    await form.getByRole("combobox").selectOption(choice);
    if (who === mentor) {
      await expect(form.getByRole("checkbox")).toHaveCount(1);
      await form.getByRole("button", { name: "Confirm" }).click();
      await expect(form.getByText("Tick what your answer may be used for, or choose not to say.")).toBeVisible();
    }
    await form.getByRole("checkbox", { name: "Compare it with the people I might be matched with" }).check();
    await form.getByRole("button", { name: "Confirm" }).click();
    await expect(form.getByText(/^Kept: .*For comparing\.$/)).toBeVisible();
    await accessible(own);
  }

  await page.reload();
  await hydrated(page);
  await page.getByRole("button", { name: `Match ${mentee} with…` }).press("Enter");
  const list = page.getByRole("dialog", { name: "Match with" });
  await list.getByRole("searchbox").fill(mentor);
  await list.getByRole("link", { name: `Why ${mentee} with ${mentor}?` }).click();
  const panel = page.getByRole("complementary", { name: "Selected person" });
  await expect(panel.getByText("Different backgrounds: 1 of 1 answers differ")).toBeVisible();
});
