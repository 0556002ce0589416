import { join } from "node:path";
import { type Page, expect, hydrated, test } from "../support/test";

/** The main job: from a spreadsheet of people to mentorships at work, by the people who do it. */

const slug = "growing-leaders";
const people = (file: string) => join(import.meta.dirname, "../people", file);

async function importList(page: Page, file: string, role: "mentor" | "mentee", expected: number) {
  await page.goto(`/programmes/${slug}/import`);
  await page.getByLabel("List of people").setInputFiles(people(file));
  await page.getByRole("button", { name: "Look at the list" }).click();
  await expect(page.getByRole("heading", { name: "Check the list" })).toBeVisible();
  const everybody = page.getByLabel("Everybody in this list is a");
  if (await everybody.isVisible()) {
    await everybody.selectOption(role);
    // Whoever imports before the answer is told that the list has changed meanwhile, and rightly so.
    const looked = page.waitForResponse((response) => response.url().includes("describe_import"));
    await page.getByRole("button", { name: "Look again" }).click();
    await looked;
  }
  await page.getByRole("button", { name: `Import ${expected} people` }).click();
  await expect(page.getByRole("heading", { name: "The list is imported" })).toBeVisible({ timeout: 30_000 });
}

test("people from two lists become mentorships whose progress is seen as it happens", async ({ someone }) => {
  test.setTimeout(180_000);
  const coordinator = await someone("Ingrid Novák");

  await test.step("a programme from a template", async () => {
    await coordinator.goto("/programmes/new");
    await coordinator.getByRole("radio", { name: /Leadership/ }).check();
    await coordinator.getByLabel("Name").fill("Growing leaders");
    await coordinator.getByRole("button", { name: "Create the draft" }).click();
    await coordinator.getByRole("button", { name: "Save and continue" }).click();
    await expect(coordinator).toHaveURL(/edit\/phases$/);
    await coordinator.getByRole("button", { name: "Save and continue" }).click();
    await expect(coordinator).toHaveURL(/edit\/matching$/);
    await coordinator.getByRole("button", { name: "Save and look at the page" }).click();
    await coordinator.getByRole("button", { name: "Open the programme" }).click();
    await expect(coordinator.getByText("Open", { exact: true })).toBeVisible();
  });

  await test.step("mentors and mentees from their lists", async () => {
    await importList(coordinator, "mentors.csv", "mentor", 297);
    await importList(coordinator, "mentees-de.csv", "mentee", 400);
  });

  const board = coordinator;
  await test.step("a match plan by the engine", async () => {
    await board.goto(`/programmes/${slug}/matching`);
    await board.getByRole("button", { name: "Make a match plan" }).click();
    await board.waitForURL(/\/matching\/[0-9a-f-]+$/);
    await hydrated(board);
    await board.getByRole("button", { name: "Run the engine" }).click();
    await expect(board.locator(".board__said")).toContainText("moved by the engine", { timeout: 60_000 });
  });

  const column = (name: string) => board.getByRole("region", { name, exact: true });
  const said = board.locator(".board__said");
  /** A card on the first screen, by its place in the order, with the name of its mentee. */
  const cardAt = async (index: number) => {
    const card = board.locator(".column .board-card").nth(index);
    const name = ((await card.locator(".board-card__name").textContent()) ?? "").trim();
    return { name, card: board.locator(".board-card", { hasText: name }) };
  };
  /** The first mentor with a free place in the list of places of a mentee. */
  const pick = async (name: string) => {
    await board.getByRole("button", { name: `Match ${name} with…` }).click();
    const dialog = board.getByRole("dialog");
    await expect(dialog).toBeVisible();
    return dialog;
  };
  const freePlace = (dialog: ReturnType<Page["getByRole"]>) =>
    dialog.locator(".places__one:not([aria-disabled])").filter({ hasNotText: "Back to the tray" }).filter({ hasText: /free/ });

  await test.step("adjusted by menu", async () => {
    const { name } = await cardAt(0);
    const dialog = await pick(name);
    const place = freePlace(dialog).first();
    const mentor = ((await place.locator(".places__name").textContent()) ?? "").trim();
    await place.click();
    await expect(said).toContainText(`${name} moved to ${mentor} and pinned.`);
  });

  await test.step("adjusted by keyboard", async () => {
    const { name } = await cardAt(2);
    await board.getByRole("button", { name: `Match ${name} with…` }).focus();
    await board.keyboard.press("Enter");
    const dialog = board.getByRole("dialog");
    const mentor = ((await freePlace(dialog).first().locator(".places__name").textContent()) ?? "").trim();
    await dialog.getByRole("searchbox").fill(mentor);
    await dialog.getByRole("button", { name: mentor }).first().focus();
    await board.keyboard.press("Enter");
    await expect(said).toContainText(`${name} moved to ${mentor} and pinned.`);
    // The new place may be beyond the mentors that are drawn; then the way back has the focus.
    await expect(board.locator(".board-card__grip:focus, .board__said button:focus")).toHaveCount(1);
  });

  let mentee = "";
  let mentor = "";
  await test.step("adjusted by drag", async () => {
    const found = await cardAt(3);
    mentee = found.name;
    // A mentor with a free place among those on the screen, as one sees it.
    const dialog = await pick(mentee);
    const search = dialog.getByRole("searchbox");
    const free = board.locator(".column", { has: board.locator(".column__free") });
    for (const name of await free.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? ""))) {
      await search.fill(name);
      await expect(dialog.locator(".places__one", { hasText: name }).or(dialog.getByText("Back to the tray")).first()).toBeVisible();
      if (await freePlace(dialog).filter({ hasText: name }).count()) {
        mentor = name;
        break;
      }
    }
    expect(mentor).not.toBe("");
    await dialog.getByRole("button", { name: "Close" }).click();
    await expect(dialog).toBeHidden();
    const grip = found.card.locator(".board-card__grip");
    await column(mentor).scrollIntoViewIfNeeded();
    await grip.scrollIntoViewIfNeeded();
    const from = await grip.boundingBox();
    if (!from) throw new Error("no card to take");
    await board.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await board.mouse.down();
    await board.mouse.move(from.x + from.width / 2 + 12, from.y + from.height / 2 + 12, { steps: 3 });
    await column(mentor).scrollIntoViewIfNeeded();
    const to = await column(mentor).boundingBox();
    if (!to) throw new Error("no place to drop");
    await board.mouse.move(to.x + to.width / 2, to.y + Math.min(40, to.height / 2), { steps: 8 });
    await expect(column(mentor)).toHaveAttribute("data-over");
    await board.mouse.up();
    await expect(said).toContainText(`${mentee} moved to ${mentor} and pinned.`);
  });

  await test.step("published", async () => {
    await board.getByRole("link", { name: "Review and publish" }).click();
    await expect(board.getByRole("heading", { name: "Review and publish" })).toBeVisible();
    await board.getByRole("button", { name: /^Publish/ }).click();
    await board.waitForURL(/\/matching\/[0-9a-f-]+$/, { timeout: 30_000 });
    await expect(said).toContainText(/^\d+ proposals sent; answers until /);
    await expect(board.getByRole("link", { name: "Review and publish" })).not.toHaveAttribute("data-look");
    await board.locator("summary", { hasText: "Recall all unanswered" }).click();
    await expect(board.getByRole("button", { name: /^Recall \d+ proposals$/ })).toBeVisible();
  });

  const accept = async (name: string, other: string) => {
    const page = await someone();
    await page.goto("/sign-in");
    await page.getByRole("searchbox").fill(name);
    await page.getByRole("searchbox").press("Enter");
    await page.getByRole("button", { name: `Sign in as ${name}` }).first().click();
    await page.waitForURL((url) => url.pathname !== "/sign-in");
    await page.goto("/");
    await page.getByRole("link", { name: `See why you and ${other} were matched` }).click();
    await page.getByRole("button", { name: "Accept" }).click();
    return page;
  };
  const asMentee = await accept(mentee, mentor);
  await expect(asMentee.getByText("You have accepted.")).toBeVisible();
  const asMentor = await accept(mentor, mentee);
  await expect(asMentor.getByText("the mentorship has begun")).toBeVisible();

  await test.step("a goal and steps, seen on the open progress page", async () => {
    const progress = await someone("Ingrid Novák");
    await progress.goto(`/programmes/${slug}/progress`);
    await hydrated(progress);
    const stepsDone = progress.locator(".stat", { hasText: "Steps done" });
    await expect(stepsDone).toContainText("0");

    await asMentor.getByRole("link", { name: "Go to your mentorship" }).click();
    await hydrated(asMentor);
    await asMentor.getByRole("textbox", { name: "What do you want to reach?" }).fill("Lead the design review");
    await asMentor.getByRole("textbox", { name: "How will you both know that it is reached?" }).fill("Two reviews led");
    await asMentor.getByLabel("By when?").fill("2027-03-31");
    await asMentor.getByRole("button", { name: "Save the goal" }).click();
    await expect(asMentor.getByRole("region", { name: "Lead the design review" })).toBeVisible();
    const goal = asMentor.getByRole("region", { name: "Lead the design review" });
    for (const title of ["Shadow one review", "Lead one review"]) {
      const add = goal.locator(".step-add");
      if ((await add.getAttribute("open")) === null) await add.locator("summary").click();
      await add.getByRole("textbox", { name: /^Step/ }).fill(title);
      await add.getByRole("button", { name: "Add a step" }).click();
      await expect(goal.getByText(title, { exact: true })).toBeVisible();
    }
    await asMentor.getByRole("checkbox", { name: "“Shadow one review” is done" }).click();
    await expect(stepsDone).toContainText("1");
  });
});
