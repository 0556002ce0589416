import type { Page } from "@playwright/test";
import { accessible, expect, hydrated, open, test } from "../support/test";

const COORDINATOR = "Pavel Dvořák";

/** The board of the demo's second round, as a coordinator sees it. */
async function openBoard(page: Page): Promise<string> {
  await page.goto("/programmes/women-in-tech-26/matching");
  await page.getByRole("link", { name: "Second round" }).click();
  await page.waitForURL(/\/matching\/[0-9a-f-]+$/);
  await page.reload();
  return page.url();
}

const tray = (page: Page) => page.getByRole("region", { name: "Waiting" });
const card = (page: Page, name: string) => page.locator(".board-card", { hasText: name });
const column = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const said = (page: Page) => page.locator(".board__said");

/** Somebody in the tray, and the first mentor who can take them: what the list of places says. */
async function somebodyFree(page: Page): Promise<{ mentee: string; mentor: string }> {
  const mentee = (await tray(page).locator(".board-card__name").first().textContent()) ?? "";
  await card(page, mentee).getByRole("button", { name: `Match ${mentee} with…` }).click();
  const dialog = page.getByRole("dialog");
  const place = dialog.locator(".places__one:not([aria-disabled])").filter({ hasNotText: "Back to the tray" }).first();
  const mentor = (await place.locator(".places__name").textContent()) ?? "";
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  return { mentee, mentor };
}

async function centre(page: Page, selector: ReturnType<typeof card>) {
  await selector.scrollIntoViewIfNeeded();
  const box = await selector.boundingBox();
  if (!box) throw new Error("nothing to drag");
  return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 40) };
}

test("a card is dragged by the mouse, and the move is undone", async ({ someone }) => {
  const page = await someone(COORDINATOR);
  await openBoard(page);
  await hydrated(page);
  const { mentee, mentor } = await somebodyFree(page);
  const to = await centre(page, column(page, mentor));
  const from = await centre(page, card(page, mentee).locator(".board-card__grip"));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await expect(column(page, mentor)).toHaveAttribute("data-over");
  await page.mouse.up();
  await expect(column(page, mentor).getByText(mentee)).toBeVisible();
  await expect(said(page)).toContainText(`${mentee} moved to ${mentor} and pinned.`);
  await page.reload();
  await hydrated(page);
  await expect(column(page, mentor).getByText(mentee)).toBeVisible();
  await page.getByRole("button", { name: /^Undo/ }).first().click();
  await expect(tray(page).getByText(mentee)).toBeVisible();
});

test("the panel follows its card to another place", async ({ someone }) => {
  const page = await someone(COORDINATOR);
  await openBoard(page);
  await hydrated(page);
  const { mentee } = await somebodyFree(page);
  const panel = page.getByRole("complementary", { name: "Selected person" });
  await tray(page).getByRole("link", { name: mentee, exact: true }).click();
  await expect(panel.getByRole("heading", { name: `${mentee} is waiting` })).toBeVisible();
  await card(page, mentee).locator(".board-card__grip").press("Enter");
  const place = page.getByRole("dialog", { name: "Match with" }).locator(".places__one:not([aria-disabled]):has(.places__fit:not(:empty))").first();
  const mentor = await place.locator(".places__name").innerText();
  await place.click();
  await expect(panel.getByRole("heading", { name: `${mentee} with ${mentor}` })).toBeVisible();
  await expect(panel.getByRole("heading", { name: "Why there is no match" })).toHaveCount(0);
  await page.getByRole("button", { name: /^Undo/ }).first().click();
  await expect(panel.getByRole("heading", { name: `${mentee} is waiting` })).toBeVisible();
});

test("Escape puts a card back", async ({ someone }) => {
  const page = await someone(COORDINATOR);
  await openBoard(page);
  await hydrated(page);
  const { mentee, mentor } = await somebodyFree(page);
  const from = await centre(page, card(page, mentee).locator(".board-card__grip"));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  const to = await centre(page, column(page, mentor));
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(tray(page).getByText(mentee)).toBeVisible();
  await expect(said(page)).toContainText(`${mentee} stays where they were.`);
});

test("a press anywhere on a card opens it, and a drag that is put back does not", async ({ someone }) => {
  const page = await someone(COORDINATOR);
  await openBoard(page);
  await hydrated(page);
  const mentee = (await tray(page).locator(".board-card__name").first().textContent()) ?? "";
  const wish = card(page, mentee).locator(".board-card__wish, .avatar").first();
  const at = await centre(page, wish);
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 30, at.y + 4, { steps: 3 });
  await expect(page.locator(".board-held")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.mouse.move(at.x, at.y);
  await page.mouse.up();
  await expect(said(page)).toContainText(`${mentee} stays where they were.`);
  expect(new URL(page.url()).searchParams.has("card")).toBe(false);
  await wish.click();
  await expect(page.getByRole("heading", { level: 2, name: new RegExp(mentee) })).toBeVisible();
  expect(new URL(page.url()).searchParams.has("card")).toBe(true);
});

test("the keyboard matches somebody by the list, and the focus follows", async ({ someone }) => {
  const page = await someone(COORDINATOR);
  await openBoard(page);
  await hydrated(page);
  const { mentee, mentor } = await somebodyFree(page);
  await page.getByRole("button", { name: `Match ${mentee} with…` }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("searchbox").fill(mentor);
  await dialog.getByRole("button", { name: mentor }).focus();
  await page.keyboard.press("Enter");
  await expect(column(page, mentor).getByText(mentee)).toBeVisible();
  await expect(page.getByRole("button", { name: `Match ${mentee} with…` })).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator(":focus")).toHaveAttribute("data-grip");
  await page.getByRole("button", { name: /^Undo/ }).first().click();
  await expect(tray(page).getByText(mentee)).toBeVisible();
});

test.describe("without a connection", () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] });
  test("moves wait on the page, in their order, and are made when the connection is back", async ({ someone }) => {
    const page = await someone(COORDINATOR);
    await openBoard(page);
    await hydrated(page);
    const { mentee, mentor } = await somebodyFree(page);
    await page.getByRole("button", { name: `Match ${mentee} with…` }).click();
    const place = page.getByRole("dialog").locator(".places__one", { hasText: mentor });
    await expect(place).toBeVisible();
    await page.context().setOffline(true);
    await place.click();
    await expect(column(page, mentor).getByText(mentee)).toBeVisible();
    await expect(page.getByText("1 move waits on this page")).toBeVisible();
    // The same card again: the second move builds on the first.
    await card(page, mentee).getByRole("button", { name: `Match ${mentee} with…` }).click();
    await page.getByRole("dialog").getByText("Back to the tray").click();
    await expect(page.getByText("2 moves wait on this page")).toBeVisible();
    await card(page, mentee).getByRole("button", { name: `Match ${mentee} with…` }).click();
    await place.click();
    await expect(page.getByText("3 moves wait on this page")).toBeVisible();
    await page.context().setOffline(false);
    await expect(said(page)).toContainText(`${mentee} moved to ${mentor} and pinned.`);
    await expect(page.getByText(/moves? waits? on this page/)).toBeHidden();
    await page.reload();
    await hydrated(page);
    await expect(column(page, mentor).getByText(mentee)).toBeVisible();
    await page.getByText("What was done").click();
    await expect(page.getByText(`${mentee} moved back to the tray.`)).toBeVisible();
    await page.getByRole("button", { name: /^Undo/ }).first().click();
    await expect(tray(page).getByText(mentee)).toBeVisible();
  });

  test("several that are moved together wait too, and behind whatever waits already", async ({ someone }) => {
    const page = await someone(COORDINATOR);
    await openBoard(page);
    await hydrated(page);
    await expect(page.locator(".board__verdict").first()).toContainText(/proved \d/);
    const names = (await tray(page).locator(".board-card__name").allTextContents()).slice(0, 2);
    for (const name of names) await card(page, name).locator("a.board-card__name").click({ modifiers: ["ControlOrMeta"] });
    const bar = page.getByRole("group", { name: "Selected people" });
    await bar.getByRole("button", { name: "Move to…" }).click();
    const place = page.getByRole("dialog", { name: "Move them to" }).locator(".places__one").first();
    const mentor = (await place.locator(".places__name").textContent()) ?? "";
    await page.context().setOffline(true);
    await place.click();
    const there = column(page, mentor).locator(".board-card").filter({ hasText: new RegExp(names.join("|")) });
    await expect(there).not.toHaveCount(0);
    const moved = await there.count();
    await expect(page.getByText("1 move waits on this page")).toBeVisible();
    await page.context().setOffline(false);
    await expect(said(page)).toContainText(`moved to ${mentor} and pinned.`);
    await expect(page.getByText(/moves? waits? on this page/)).toBeHidden();
    await page.reload();
    await hydrated(page);
    await expect(there).toHaveCount(moved);
    await page.getByRole("button", { name: /^Undo/ }).first().click();
    for (const name of names) await expect(tray(page).getByText(name)).toBeVisible();
  });

  test("a change says so with its pictures, and the message goes when the connection is back", async ({ someone }) => {
    const page = await someone(COORDINATOR);
    await openBoard(page);
    await hydrated(page);
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "Run the engine" }).click();
    const toast = page.locator(".toast", { hasText: "The server did not answer" });
    await expect(toast).toBeVisible();
    const drawn = () => toast.locator("use").evaluateAll((all) => all.map((one) => (one as SVGUseElement).getBBox().width > 0));
    await expect.poll(drawn).toEqual([true, true]);
    await page.context().setOffline(false);
    await expect(toast).toHaveCount(0);
  });
});

test.describe("by touch", () => {
  test("a held card is dragged, a quick swipe is not", async ({ someone }) => {
    const page = await someone(COORDINATOR, { hasTouch: true, viewport: { width: 1280, height: 900 } });
    await openBoard(page);
    await hydrated(page);
    const { mentee, mentor } = await somebodyFree(page);
    const client = await page.context().newCDPSession(page);
    const touch = (type: string, point?: { x: number; y: number }) =>
      client.send("Input.dispatchTouchEvent", {
        type: type as "touchStart",
        touchPoints: point ? [{ x: point.x, y: point.y }] : [],
      });
    const from = await centre(page, card(page, mentee));
    await touch("touchStart", from);
    await touch("touchMove", { x: from.x, y: from.y + 60 });
    await touch("touchEnd");
    await expect(page.locator(".board-held")).toHaveCount(0);
    // In the middle, where the page does not scroll by itself.
    await column(page, mentor).evaluate((place) => place.scrollIntoView({ block: "center", behavior: "instant" }));
    const again = await centre(page, card(page, mentee));
    await touch("touchStart", again);
    await expect(page.locator(".board-held")).toBeVisible();
    const to = await column(page, mentor).boundingBox();
    if (!to) throw new Error("no column");
    await touch("touchMove", { x: to.x + to.width / 2, y: to.y + 30 });
    await expect(column(page, mentor)).toHaveAttribute("data-over");
    await touch("touchEnd");
    await expect(column(page, mentor).getByText(mentee)).toBeVisible();
    await page.getByRole("button", { name: /^Undo/ }).first().click();
    await expect(tray(page).getByText(mentee)).toBeVisible();
  });
});

test("with JavaScript off a card is moved, pinned and brought back by form", async ({ someone }) => {
  const page = await someone(COORDINATOR, { javaScriptEnabled: false });
  await openBoard(page);
  const mentee = (await tray(page).locator(".board-card__name").first().textContent()) ?? "";
  await tray(page).getByRole("link", { name: mentee }).click();
  const panel = page.getByRole("complementary", { name: "Selected person" });
  await expect(panel.getByRole("heading", { name: `${mentee} is waiting` })).toBeVisible();
  const place = panel.getByRole("combobox", { name: "Move to" });
  const option = place.locator("option:not([disabled]):not([value=''])").first();
  const mentor = ((await option.textContent()) ?? "").split(" · ")[0];
  await place.selectOption((await option.getAttribute("value")) ?? "");
  await panel.getByRole("button", { name: "Move", exact: true }).click();
  await expect(panel.getByRole("heading", { name: `${mentee} with ${mentor}` })).toBeVisible();
  await panel.getByRole("button", { name: "Unpin" }).click();
  await expect(panel.getByRole("button", { name: "Pin", exact: true })).toBeVisible();
  await panel.getByRole("button", { name: "Pin", exact: true }).click();
  await panel.getByRole("combobox", { name: "Move to" }).selectOption("tray");
  await panel.getByRole("button", { name: "Move", exact: true }).click();
  await expect(panel.getByRole("heading", { name: `${mentee} is waiting` })).toBeVisible();
});

test.describe("two coordinators", () => {
  test.use({ expectedErrors: [/409|\/live/] });
  test("see each other's moves, and do not overwrite them", async ({ someone }) => {
    const first = await someone(COORDINATOR);
    const second = await someone("Ingrid Novák");
    const url = await openBoard(first);
    await hydrated(first);
    await open(second, url);
    const { mentee, mentor } = await somebodyFree(first);
    const match = async (page: Page) => {
      await page.getByRole("button", { name: `Match ${mentee} with…` }).click();
      await page.getByRole("dialog").locator(".places__one", { hasText: mentor }).click();
    };
    await match(first);
    await expect(column(second, mentor).getByText(mentee)).toBeVisible({ timeout: 2_000 });
    await first.getByRole("button", { name: /^Undo/ }).first().click();
    await expect(tray(second).getByText(mentee)).toBeVisible({ timeout: 2_000 });

    // A tab that has not heard yet: its move of the same card is refused, and it is told what happened.
    await second.getByRole("button", { name: `Match ${mentee} with…` }).click();
    const place = second.getByRole("dialog").locator(".places__one", { hasText: mentor });
    await expect(place).toBeVisible();
    await second.route("**/live**", (route) => route.abort());
    await second.route("**/api/app/board/api/move_card", async (route) => {
      await match(first);
      await expect(column(first, mentor).getByText(mentee)).toBeVisible();
      await first.getByRole("button", { name: /^Undo/ }).first().click();
      await expect(tray(first).getByText(mentee)).toBeVisible();
      await route.continue();
    });
    await place.click();
    await expect(second.getByText(`Pavel Dvořák has just moved ${mentee}`)).toBeVisible();
    await expect(tray(second).getByText(mentee)).toBeVisible();
  });
});

test("the engine fills the board around the pins, and says what it did", async ({ someone }) => {
  const page = await someone(COORDINATOR);
  await openBoard(page);
  await hydrated(page);
  await page.getByRole("button", { name: "Run the engine" }).click();
  await expect(said(page)).toContainText(/moved by the engine|best plan around your pins/);
  await page.getByRole("button", { name: /^Undo/ }).first().click();
});

test("what every place would mean is known in the browser before the drop", async ({ someone }) => {
  const page = await someone(COORDINATOR);
  await openBoard(page);
  await hydrated(page);
  await expect(page.getByRole("list", { name: "How far the plan is" })).toContainText(/possible|Best plan for these pins/);
  let asked = 0;
  page.on("request", (request) => (asked += Number(request.url().includes("/load_card"))));
  const { mentee } = await somebodyFree(page);
  const from = await centre(page, card(page, mentee).locator(".board-card__grip"));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y, { steps: 4 });
  await expect(page.locator(".column[data-rank]")).toHaveCount(3);
  const best = page.locator('.column[data-rank="1"]');
  await expect(best.locator(".column__prospect")).toContainText(/now [+−±].* · (in a best plan|best [+−±])/);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  expect(asked, "nothing was asked of the server").toBe(0);
});

test("any pair is explained before it is made, with who else would lose or gain by it", async ({ someone }) => {
  const page = await someone(COORDINATOR);
  await openBoard(page);
  await hydrated(page);
  await expect(page.locator(".board__verdict").first()).toContainText(/proved \d/);
  const { mentee } = await somebodyFree(page);
  await card(page, mentee).locator(".board-card__grip").press("Enter");
  const list = page.getByRole("dialog", { name: "Match with" });
  await list.locator(".places__pick:not([aria-disabled])").last().focus();
  await expect(list.locator(".places__stakes")).toContainText(/^In the best plan with .+, (others change too:|nobody else has another fit)/);
  const why = list.getByRole("link", { name: new RegExp(`^Why ${mentee} with`) }).last();
  const mentor = / with (.+)\?$/.exec((await why.getAttribute("aria-label")) ?? "")?.[1] ?? "";
  await why.click();
  const panel = page.getByRole("complementary", { name: "Selected person" });
  await expect(panel.getByRole("heading", { level: 2 })).toHaveText(`${mentee} with ${mentor}`);
  await expect(panel.getByText("This is how it would be.")).toBeVisible();
  await panel.getByRole("link", { name: "Back to how it is" }).click();
  await expect(panel.getByText("This is how it would be.")).toHaveCount(0);
  await expect(panel.getByRole("heading", { level: 2 })).not.toHaveText(`${mentee} with ${mentor}`);
});

test("without script a pair is explained from the panel", async ({ someone }) => {
  const page = await someone(COORDINATOR, { javaScriptEnabled: false });
  await openBoard(page);
  await page.locator(".column a.board-card__name").first().click();
  const panel = page.getByRole("complementary", { name: "Selected person" });
  const before = await panel.getByRole("heading", { level: 2 }).textContent();
  await panel.locator(".panel__instead a").first().click();
  await expect(panel.getByText("This is how it would be.")).toBeVisible();
  await expect(panel.getByRole("heading", { level: 3, name: "Why this pair" }).or(panel.locator(".reasons"))).not.toHaveCount(0);
  await panel.getByRole("link", { name: "Back to how it is" }).click();
  await expect(panel.getByRole("heading", { level: 2 })).toHaveText(before ?? "");
});

test("the engine's plan is looked at first, with fewer moves too, and applied as it was shown", async ({ someone }) => {
  const page = await someone(COORDINATOR);
  await openBoard(page);
  await hydrated(page);
  const board = page.url();
  await page.getByRole("link", { name: "Look first" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "What the engine would change" })).toBeVisible();
  const steps = page.getByRole("navigation", { name: "Plans to choose from" }).getByRole("link");
  await page.getByRole("spinbutton", { name: "At most so many may lose their mentor" }).fill("1");
  await page.getByRole("button", { name: "Show that plan" }).click();
  await expect(steps.filter({ hasText: "1 person leaves their mentor" })).toHaveAttribute("aria-current", "true");
  await steps.first().click();
  await expect(steps.first()).toHaveAttribute("aria-current", "true");
  const moved = await page.getByRole("table", { name: "Who moves" }).locator("tbody tr").evaluateAll((rows) =>
    rows.map((row) => [row.querySelector("th")?.textContent ?? "", row.querySelectorAll("td")[1]?.textContent ?? ""]),
  );
  expect(moved.length).toBeGreaterThan(0);
  await page.getByRole("button", { name: /^Move \d+ p/ }).click();
  await page.waitForURL(board);
  for (const [mentee, mentor] of moved) await expect(column(page, mentor).getByText(mentee)).toBeVisible();
  await page.getByRole("button", { name: /^Undo/ }).first().click();
  await expect(tray(page).getByText(moved[0][0])).toBeVisible();
});

test("a plan is copied, changed, laid beside the first, and the change taken over", async ({ someone }) => {
  const page = await someone(COORDINATOR);
  await open(page, "/programmes/women-in-tech-26/matching");
  await page.getByRole("textbox", { name: "Name" }).fill("Another try");
  await page.getByRole("combobox", { name: "Begin with" }).selectOption({ label: "A copy of Second round" });
  await page.getByRole("button", { name: "Make a match plan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Another try" })).toBeVisible();
  await hydrated(page);
  const { mentee, mentor } = await somebodyFree(page);
  await page.getByRole("button", { name: `Match ${mentee} with…` }).click();
  await page.getByRole("dialog").locator(".places__one", { hasText: mentor }).click();
  await expect(column(page, mentor).getByText(mentee)).toBeVisible();
  await expect(said(page)).toContainText(mentee);

  await open(page, "/programmes/women-in-tech-26/matching");
  await page.getByRole("combobox", { name: "This plan" }).selectOption({ label: "Second round" });
  await page.getByRole("combobox", { name: "With", exact: true }).selectOption({ label: "Another try" });
  await page.getByRole("button", { name: "Compare" }).click();
  const row = page.getByRole("row", { name: mentee });
  await expect(row).toContainText(mentor);
  await hydrated(page);
  await row.getByRole("button", { name: `Move ${mentee} to ${mentor} in this plan` }).click();
  await expect(row).toHaveCount(0);
  await expect(page.getByText(`${mentee} moved to ${mentor} and pinned.`)).toBeVisible();
});

test("the board reads well for everybody", async ({ someone }) => {
  const page = await someone(COORDINATOR);
  await openBoard(page);
  await hydrated(page);
  await accessible(page);
  await tray(page).locator(".board-card__name").first().click();
  await expect(page.getByRole("heading", { name: /is waiting$/ })).toBeVisible();
  await accessible(page);
  for (const width of [360, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    expect(wide, `no sideways scrolling at ${width}`).toBe(false);
  }
});

/** The filters of the board, opened. */
async function filters(page: Page) {
  const kinds = page.locator(".board-filter");
  await kinds.locator("summary").click();
  return kinds;
}

const columns = (page: Page) => page.locator(".column");

test("filters on both sides act at once, stand in the address, and are taken off again", async ({ someone }) => {
  const page = await someone(COORDINATOR);
  const board = await openBoard(page);
  await hydrated(page);
  const all = await columns(page).count();
  const kinds = await filters(page);
  const team = kinds.getByRole("group", { name: "Team" }).getByRole("checkbox").first();
  await team.check();
  await expect.poll(() => columns(page).count()).toBeLessThan(all);
  const left = await columns(page).count();
  await expect(page.getByRole("search").getByRole("status")).toContainText(`${left} mentor`);
  await expect(page).toHaveURL(/[?&]team=/);
  await kinds.getByRole("group", { name: "Mentors with" }).getByRole("checkbox", { name: "Free places" }).check();
  await expect(page).toHaveURL(/[?&]has=free/);
  const filtered = await columns(page).allTextContents();

  // The same link leads anybody to the same people, without script too.
  const other = await someone("Ingrid Novák", { javaScriptEnabled: false });
  await other.goto(page.url());
  expect(await columns(other).count()).toBe(filtered.length);
  await expect(other.getByRole("group", { name: "Filters that are on" })).toContainText("Free places");

  const on = page.getByRole("group", { name: "Filters that are on" });
  await on.getByRole("button", { name: /Free places/ }).or(on.getByRole("link", { name: /Free places/ })).click();
  await expect(columns(page)).toHaveCount(left);
  await on.getByRole("link", { name: "Clear" }).click();
  await expect(columns(page)).toHaveCount(all);
  await expect(kinds.getByRole("checkbox", { checked: true })).toHaveCount(0);
  await expect(page).toHaveURL(board);
});

test("a card is opened and moved while filters are on, and they stay", async ({ someone }) => {
  const page = await someone(COORDINATOR);
  await openBoard(page);
  await hydrated(page);
  const kinds = await filters(page);
  await kinds.getByRole("checkbox", { name: "Free places" }).check();
  await expect(page).toHaveURL(/has=free/);
  const few = await columns(page).count();
  await page.locator("a.board-card__name").first().click();
  await expect(page).toHaveURL(/has=free.*card=/);
  await expect(page.getByRole("complementary", { name: "Selected person" }).getByRole("heading", { level: 2 })).toBeVisible();
  await expect(columns(page)).toHaveCount(few);
});

test("the tray is put in groups, with a heading above each", async ({ someone }) => {
  const page = await someone(COORDINATOR);
  await openBoard(page);
  await hydrated(page);
  const kinds = await filters(page);
  await page.getByRole("combobox", { name: "Order of the tray" }).selectOption({ label: "By team" });
  const heads = tray(page).getByRole("heading", { level: 3 });
  await expect(heads.nth(1)).toBeVisible();
  const teams = await heads.allTextContents();
  expect(teams).toEqual([...new Set(teams)].sort((a, b) => (a < b ? -1 : 1)));
  await kinds.getByRole("group", { name: "How to meet" }).getByRole("checkbox").first().check();
  await expect(page).toHaveURL(/meets=.*order=team/);
});

test("without script filters are chosen by form, and the tray is put in order", async ({ someone }) => {
  const page = await someone(COORDINATOR, { javaScriptEnabled: false });
  await openBoard(page);
  const all = await columns(page).count();
  const kinds = await filters(page);
  await kinds.getByRole("group", { name: "Language" }).getByRole("checkbox").last().check();
  await page.getByRole("combobox", { name: "Order of the tray" }).selectOption({ label: "By name" });
  await page.getByRole("combobox", { name: "Order of mentors" }).selectOption({ label: "By team" });
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/sort=team.*order=name.*speaks=/);
  expect(await columns(page).count()).toBeLessThanOrEqual(all);
  await expect(page.getByRole("group", { name: "Filters that are on" }).getByRole("link")).not.toHaveCount(0);
  const teams = await page.locator(".board__team").allTextContents();
  expect(teams.length).toBeGreaterThan(1);
  expect(teams).toEqual([...new Set(teams)].sort((a, b) => (a < b ? -1 : 1)));
  const names = await tray(page).locator(".board-card__name").allTextContents();
  expect(names).toEqual([...names].sort((a, b) => (a < b ? -1 : 1)));
  await page.getByRole("link", { name: "Clear" }).click();
  await expect(columns(page)).toHaveCount(all);
});

for (const [density, label] of [["compact", "Rows"], ["whole", "Whole programme"]] as const) {
  test(`at the density ${density} cards are dragged, opened and reached as ever, and the browser remembers it`, async ({ someone }) => {
    const page = await someone(COORDINATOR);
    const board = await openBoard(page);
    await hydrated(page);
    const { mentee, mentor } = await somebodyFree(page);
    const high = await page.locator(".board__grid").evaluate((grid) => grid.clientHeight);
    await page.getByRole("link", { name: label }).click();
    await expect(page.locator(".board")).toHaveAttribute("data-zoom", density);
    await expect.poll(() => page.locator(".board__grid").evaluate((grid) => grid.clientHeight)).toBeLessThan(high / 2);
    await expect(page).toHaveURL(new RegExp(`density=${density}`));
    await accessible(page);
    const face = (within: ReturnType<typeof tray>) =>
      density === "whole" ? within.getByRole("link", { name: new RegExp(`^${mentee}`) }) : within.getByRole("link", { name: mentee });
    const to = await centre(page, column(page, mentor));
    const from = await centre(page, face(tray(page)));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 8 });
    await expect(column(page, mentor)).toHaveAttribute("data-over");
    await page.mouse.up();
    await expect(face(column(page, mentor))).toBeVisible();
    await expect(column(page, mentor)).toContainText(/\d of \d places taken/);
    await expect(column(page, mentor)).toContainText("Pinned");
    await expect(said(page)).toContainText(`${mentee} moved to ${mentor} and pinned.`);
    await face(column(page, mentor)).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: `${mentee} with ${mentor}` })).toBeVisible();
    await accessible(page);
    // Without the density in the address this browser shows what was chosen last.
    await open(page, board);
    await expect(page.locator(".board")).toHaveAttribute("data-zoom", density);
    await page.getByRole("button", { name: /^Undo/ }).first().click();
    await expect(face(tray(page))).toBeVisible();
    for (const width of [360, 320]) {
      await page.setViewportSize({ width, height: 800 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
      expect(wide, `no sideways scrolling at ${width}`).toBe(false);
    }
  });
}

const grip = (page: Page, mentee: string) => page.getByRole("button", { name: `Match ${mentee} with…` });

test("several are selected by click, key and box, moved at once, and one undo takes all back", async ({ someone }) => {
  const page = await someone(COORDINATOR);
  await openBoard(page);
  await hydrated(page);
  await expect(page.getByRole("list", { name: "How far the plan is" })).toContainText(/possible|Best plan for these pins/);
  const names = (await tray(page).locator(".board-card__name").allTextContents()).slice(0, 3);
  expect(names.length).toBe(3);
  await card(page, names[0]).locator("a.board-card__name").click({ modifiers: ["ControlOrMeta"] });
  const bar = page.getByRole("group", { name: "Selected people" });
  await expect(bar).toContainText("1 person");
  await grip(page, names[1]).focus();
  await page.keyboard.press("x");
  await expect(bar).toContainText("2 people");
  await page.keyboard.press("Control+Space");
  await expect(bar).toContainText("1 person");
  await grip(page, names[2]).click({ modifiers: ["Shift"] });
  await expect(bar).toContainText("3 people");
  await expect(page.locator(".board-card[data-chosen]")).toHaveCount(3);
  await accessible(page);
  await page.keyboard.press("Escape");
  await expect(bar).toHaveCount(0);

  await page.getByRole("button", { name: "Select", exact: true }).click();
  for (const name of names) await page.getByRole("checkbox", { name: `Select ${name}` }).check();
  await bar.getByRole("button", { name: "Move to…" }).click();
  const dialog = page.getByRole("dialog", { name: "Move them to" });
  await expect(dialog.locator(".places__one").first()).toContainText(/free · .* possible/);
  await accessible(page);
  const mentor = (await dialog.locator(".places__name").first().textContent()) ?? "";
  await dialog.locator(".places__one").first().click();
  await expect(said(page)).toContainText(`moved to ${mentor} and pinned.`);
  const there = await column(page, mentor).locator(".board-card").filter({ hasText: new RegExp(names.join("|")) }).count();
  expect(there).toBeGreaterThan(0);
  if (there < names.length) await expect(bar).toContainText(there === 2 ? "1 person" : "2 people");
  else await expect(bar).toHaveCount(0);
  await said(page).getByRole("button", { name: "Undo" }).click();
  for (const name of names) await expect(tray(page).getByText(name)).toBeVisible();
});

test("dragging one of several takes all of them along", async ({ someone }) => {
  const page = await someone(COORDINATOR);
  await openBoard(page);
  await hydrated(page);
  await expect(page.getByRole("list", { name: "How far the plan is" })).toContainText(/possible|Best plan for these pins/);
  const paired = page.locator(".column .board-card:has(.board-card__grip)");
  const names = (await paired.locator(".board-card__name").allTextContents()).slice(0, 2);
  expect(names, "the demo has pairs to be moved").toHaveLength(2);
  for (const name of names) await card(page, name).locator("a.board-card__name").click({ modifiers: ["ControlOrMeta"] });
  const from = await centre(page, grip(page, names[0]));
  // In the middle, where the page does not scroll by itself.
  const box = await tray(page).boundingBox();
  if (!box) throw new Error("no tray");
  const to = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await expect(page.locator(".board-held")).toContainText("+1");
  await page.mouse.up();
  await expect(said(page)).toContainText("2 people moved back to the tray.");
  for (const name of names) await expect(tray(page).getByText(name)).toBeVisible();
  await page.getByRole("button", { name: /^Undo/ }).first().click();
  for (const name of names) await expect(page.locator(".board__columns").getByText(name)).toBeVisible();
});

test("a view is saved under a name, found again, replaced and deleted", async ({ someone }) => {
  const page = await someone(COORDINATOR);
  const board = await openBoard(page);
  await hydrated(page);
  const all = await columns(page).count();
  const kinds = await filters(page);
  await kinds.getByRole("checkbox", { name: "Free places" }).check();
  await page.getByRole("link", { name: "Rows" }).click();
  await expect.poll(() => columns(page).count()).toBeLessThan(all);
  const left = await columns(page).count();
  const views = page.locator(".board-saved");
  await views.locator("summary").click();
  await views.getByRole("textbox", { name: "Save this view as" }).fill("With room");
  await views.getByRole("button", { name: "Save view" }).click();
  await expect(views.getByRole("link", { name: "With room" })).toHaveAttribute("aria-current", "true");
  await accessible(page);

  // Without script, on another day.
  const other = await someone(COORDINATOR, { javaScriptEnabled: false });
  await other.goto(board);
  await expect(columns(other)).toHaveCount(all);
  await other.locator(".board-saved summary").click();
  await other.getByRole("link", { name: "With room" }).click();
  await expect(columns(other)).toHaveCount(left);
  await expect(other.locator(".board")).toHaveAttribute("data-zoom", "compact");
  await other.locator(".board-saved summary").click();
  await other.getByRole("button", { name: "Delete With room" }).click();
  await other.goto(board);
  await expect(other.locator(".board-saved li")).toHaveCount(0);

  await views.getByRole("button", { name: "Delete With room" }).click();
  await expect(views.getByRole("listitem")).toHaveCount(0);
});
