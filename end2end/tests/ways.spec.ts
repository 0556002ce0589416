import type { CDPSession, Locator, Page } from "@playwright/test";
import { expect, hydrated, open, test } from "../support/test";

const COORDINATOR = "Pavel Dvořák";
const MATCHING = "/programmes/women-in-tech-26/matching";

const tray = (page: Page) => page.getByRole("region", { name: "Waiting" });
const column = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const card = (page: Page, name: string) => page.locator(".board-card", { has: page.getByText(name, { exact: true }) });
const grip = (page: Page, name: string) => page.getByRole("button", { name: `Match ${name} with…` });

/** Three moves that the rules allow one after the other, none of which touches another one's people. */
interface Moves {
  /** Goes to another mentor. */
  moved: { mentee: string; mentor: string };
  /** Goes back to the tray. */
  freed: string;
  /** Changes places with somebody whose mentor has no place left. */
  swapped: { mentee: string; other: string };
}

/** A board of its own that begins as the demo's second round. */
async function copy(page: Page, name: string): Promise<void> {
  await page.goto(MATCHING);
  await page.getByRole("textbox", { name: "Name of the plan" }).fill(name);
  await page.getByRole("combobox", { name: "Begin with" }).selectOption({ label: "A copy of Second round" });
  await page.getByRole("button", { name: "Make a match plan" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await hydrated(page);
  await expect(page.getByRole("list", { name: "How far the plan is" })).toContainText(/possible|Best plan for these pins/);
}

/** Reads from the lists of places what can be done. */
async function choose(page: Page): Promise<Moves> {
  const pairs = await page.locator(".column .board-card:has(.board-card__grip)").evaluateAll((all) =>
    all.map((one) => ({
      mentee: one.querySelector(".board-card__name")?.textContent ?? "",
      mentor: one.closest(".column")?.getAttribute("aria-label") ?? "",
    })),
  );
  const taken = new Set<string>();
  const at = (mentee: string) => pairs.find((one) => one.mentee === mentee)?.mentor ?? "";
  const look = async (mentee: string) => {
    await grip(page, mentee).press("Enter");
    await expect(page.locator(".places__one").first()).toBeVisible();
    const found = await page.locator(".places > li:has(.places__one:not([aria-disabled]))").evaluateAll((all) =>
      all.map((one) => ({
        mentor: one.querySelector(".places__name")?.textContent ?? "",
        free: /\bfree\b/.test(one.querySelector(".places__note")?.textContent ?? ""),
        swaps: [...one.querySelectorAll(".places__swaps .button span")].map((name) => name.textContent ?? ""),
      })),
    );
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    return found;
  };
  let swapped: Moves["swapped"] | undefined;
  for (const { mentee, mentor } of pairs) {
    const place = (await look(mentee)).find((one) => one.swaps.length > 0);
    if (!place) continue;
    swapped = { mentee, other: place.swaps[0] };
    for (const name of [mentee, mentor, place.swaps[0], place.mentor]) taken.add(name);
    break;
  }
  let moved: Moves["moved"] | undefined;
  for (const { mentee, mentor } of pairs.filter((one) => !taken.has(one.mentee))) {
    const place = (await look(mentee)).find((one) => one.free && !taken.has(one.mentor));
    if (!place) continue;
    moved = { mentee, mentor: place.mentor };
    for (const name of [mentee, mentor, place.mentor]) taken.add(name);
    break;
  }
  const freed = pairs.find((one) => !taken.has(one.mentee) && !taken.has(at(one.mentee)))?.mentee;
  if (!swapped || !moved || !freed) throw new Error("the demo's second round leaves nothing to be moved");
  return { moved, freed, swapped };
}

/** What was said, and that the focus has followed the card. */
async function settled(page: Page, mentee: string, said: string | RegExp): Promise<void> {
  await expect(page.locator(".board__said[role=status]")).toContainText(said);
  await expect(card(page, mentee).locator(":focus")).toHaveCount(1);
}

/** Makes the three moves in one way. */
interface Way {
  toMentor(page: Page, mentee: string, mentor: string): Promise<void>;
  toTray(page: Page, mentee: string): Promise<void>;
  swap(page: Page, mentee: string, other: string): Promise<void>;
}

/** Where cards are on the screen, and which are pinned. */
async function onScreen(page: Page): Promise<string[]> {
  const cards = await page.locator(".board-card").evaluateAll((all) =>
    all.map((one) => {
      const place = one.closest("[data-place]")?.getAttribute("data-place");
      const pinned = [...one.querySelectorAll(".unseen")].some((mark) => mark.textContent === "Pinned");
      return `${one.getAttribute("data-card")} ${place} ${pinned}`;
    }),
  );
  return cards.sort();
}

interface Point {
  x: number;
  y: number;
}

async function middle(place: Locator): Promise<Point> {
  const box = await place.boundingBox();
  if (!box) throw new Error("nothing there");
  return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 24) };
}

/** Brings a card, and what it shall be dropped on, on one screen where that can be. */
async function centred(place: Locator): Promise<Point> {
  await place.evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
  return middle(place);
}

/** By pointer: press, move, let go; with auto-scroll in between. */
interface Pointer {
  press(at: Point): Promise<void>;
  move(to: Point): Promise<void>;
  release(at: Point): Promise<void>;
}

/** Whether the page can be dropped on there without being scrolled. */
const inSight = (target: Locator) =>
  target.evaluate((element) => {
    const { top } = element.getBoundingClientRect();
    return top > 90 && top < window.innerHeight - 140;
  });

function byPointer(pointer: (page: Page) => Promise<Pointer>): Way {
  const drag = async (page: Page, mentee: string, target: Locator) => {
    const hand = await pointer(page);
    const from = await centred(card(page, mentee));
    await hand.press(from);
    await expect(page.locator(".board-held")).toBeVisible();
    // Near the edge the page scrolls by itself until the place is in sight.
    const high = page.viewportSize()!.height;
    let last = from;
    while (!(await inSight(target))) {
      const { y } = await middle(target);
      await hand.move({ x: from.x, y: y < high / 2 ? 40 : high - 40 });
      await expect.poll(() => inSight(target), { intervals: [30] }).toBe(true);
      await hand.move({ x: from.x, y: high / 2 });
    }
    last = await middle(target);
    await hand.move(last);
    await expect(page.locator("[data-place][data-over]")).toBeVisible();
    await hand.release(last);
    await expect(page.locator(".board-held")).toBeHidden();
  };
  return {
    toMentor: (page, mentee, mentor) => drag(page, mentee, column(page, mentor).locator(".column__free").first()),
    toTray: (page, mentee) => drag(page, mentee, tray(page).locator(".tray__head")),
    swap: (page, mentee, other) => drag(page, mentee, card(page, other)),
  };
}

const mouse = byPointer(async (page) => ({
  press: async (at) => {
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    // Five pixels make a press a drag.
    await page.mouse.move(at.x + 8, at.y, { steps: 4 });
  },
  move: (to) => page.mouse.move(to.x, to.y, { steps: 6 }),
  release: () => page.mouse.up(),
}));

const devtools = new WeakMap<Page, Promise<CDPSession>>();
const client = (page: Page) => {
  const known = devtools.get(page) ?? page.context().newCDPSession(page);
  devtools.set(page, known);
  return known;
};

const touch = byPointer(async (page) => {
  const session = await client(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", at?: Point) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: at ? [{ x: at.x, y: at.y }] : [] });
  return {
    press: async (at) => void (await send("touchStart", at)),
    move: async (to) => void (await send("touchMove", to)),
    release: async () => void (await send("touchEnd")),
  };
});

const pen = byPointer(async (page) => {
  const session = await client(page);
  const send = (type: "mousePressed" | "mouseMoved" | "mouseReleased", at: Point) =>
    session.send("Input.dispatchMouseEvent", { type, ...at, button: "left", buttons: 1, clickCount: 1, pointerType: "pen" });
  return {
    press: async (at) => void (await send("mousePressed", at)),
    move: async (to) => void (await send("mouseMoved", to)),
    release: async (at) => void (await send("mouseReleased", at)),
  };
});

/** Types, walks down to the button of that name, and presses Enter. */
async function byKeys(page: Page, mentee: string, typed: string, name: string | RegExp): Promise<void> {
  await grip(page, mentee).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("searchbox")).toBeFocused();
  await expect(dialog.locator(".places__one").first()).toBeVisible();
  await page.keyboard.type(typed);
  const place = dialog.getByRole("button", { name }).first();
  await expect(place).toBeVisible();
  while (!(await place.evaluate((button) => button === document.activeElement))) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
}

const keyboard: Way = {
  toMentor: (page, mentee, mentor) => byKeys(page, mentee, mentor, new RegExp(`^${mentor}`)),
  toTray: (page, mentee) => byKeys(page, mentee, "", "Back to the tray"),
  swap: (page, mentee, other) => byKeys(page, mentee, other, `Change places with ${other}`),
};

async function byMenu(page: Page, mentee: string, name: string | RegExp): Promise<void> {
  await grip(page, mentee).click();
  await page.getByRole("dialog").getByRole("button", { name }).first().click();
  await expect(page.getByRole("dialog")).toBeHidden();
}

const menu: Way = {
  toMentor: (page, mentee, mentor) => byMenu(page, mentee, new RegExp(`^${mentor}`)),
  toTray: (page, mentee) => byMenu(page, mentee, "Back to the tray"),
  // With what it changes for everybody, as the engine knows it.
  swap: (page, mentee, other) => byMenu(page, mentee, new RegExp(`^Change places with ${other}: .*\\d`)),
};

const ways: [string, Way, object][] = [
  ["by mouse", mouse, {}],
  ["by touch", touch, { hasTouch: true, isMobile: true, viewport: { width: 390, height: 780 } }],
  ["by pen", pen, {}],
  ["by keyboard", keyboard, {}],
  ["by menu", menu, {}],
];

test("the same three moves by mouse, touch, pen, keyboard and menu come to the same plan", async ({ someone }) => {
  test.slow();
  const first = await someone(COORDINATOR);
  await copy(first, "To choose from");
  const { moved, freed, swapped } = await choose(first);
  const reached: { way: string; stored: string; shown: string[] }[] = [];
  for (const [name, way, options] of ways) {
    await test.step(name, async () => {
      const page = await someone(COORDINATOR, options);
      await copy(page, `Moved ${name}`);
      const before = await onScreen(page);
      await way.toMentor(page, moved.mentee, moved.mentor);
      await settled(page, moved.mentee, `${moved.mentee} moved to ${moved.mentor} and pinned.`);
      await way.toTray(page, freed);
      await settled(page, freed, `${freed} moved back to the tray.`);
      await way.swap(page, swapped.mentee, swapped.other);
      await settled(page, swapped.mentee, `${swapped.mentee} and ${swapped.other} changed places and are pinned.`);
      const shown = await onScreen(page);
      expect(shown).not.toEqual(before);
      const stored = await page.request.get(`${page.url().split("?")[0]}/plan.csv`);
      expect(stored.ok()).toBe(true);
      reached.push({ way: name, stored: await stored.text(), shown });
      // What the server has is what was on the screen.
      await open(page, page.url());
      expect(await onScreen(page)).toEqual(shown);
      await page.close();
    });
  }
  for (const one of reached) {
    expect(one.stored, one.way).toBe(reached[0].stored);
    expect(one.shown, one.way).toEqual(reached[0].shown);
  }
});

test.describe("on a board of five hundred mentors", () => {
  test("the focus follows a card to a mentor who was not drawn, and back", async ({ someone, app }) => {
    expect((await app.cli("demo", "--large")).code).toBe(0);
    const page = await someone(COORDINATOR);
    await page.goto("/programmes/across-the-company-26/matching");
    await page.getByRole("link", { name: "First round" }).click();
    await page.waitForURL(/\/matching\/[0-9a-f-]+$/);
    await hydrated(page);
    await expect(page.getByRole("list", { name: "How far the plan is" })).toContainText(/possible|Best plan for these pins/);
    await expect(page.locator(".column")).toHaveCount(500);
    const far = await page.locator(".column").evaluateAll((all) =>
      all.filter((one) => one.childElementCount === 0).map((one) => one.getAttribute("aria-label") ?? ""),
    );
    const mentee = (await page.locator(".column .board-card:has(.board-card__grip) .board-card__name").first().textContent()) ?? "";
    await grip(page, mentee).press("Enter");
    const dialog = page.getByRole("dialog");
    await expect(dialog.locator(".places__one").first()).toBeVisible();
    const offered = await dialog.locator(".places__one:not([aria-disabled]) .places__name").allTextContents();
    const mentor = offered.find((name) => far.includes(name));
    if (!mentor) throw new Error("every mentor of the list is drawn");
    await dialog.getByRole("button", { name: new RegExp(`^${mentor}`) }).first().press("Enter");
    await settled(page, mentee, new RegExp(`${mentee} (moved to ${mentor}|took the place)`));
    await expect(grip(page, mentee)).toBeInViewport();
    await page.keyboard.press("Control+z");
    await expect(page.locator(".board__said")).toContainText("Undone");
    await expect(card(page, mentee).locator(":focus")).toHaveCount(1);
  });

  test("where the search leaves out where a card went, the focus is on the line that says so", async ({ someone }) => {
    const page = await someone(COORDINATOR);
    await copy(page, "Searched");
    const kinds = page.locator(".board-filter");
    await kinds.locator("summary").click();
    await kinds.getByRole("checkbox", { name: "All places taken" }).check();
    const columns = page.locator(".column");
    const shown = await columns.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
    // Somebody for whom there is a mentor with more than one place left: that one will not be full.
    const dialog = page.getByRole("dialog");
    const roomy = dialog.locator(".places__one:not([aria-disabled])", { hasText: /[2-9] free/ });
    let mentee = "";
    for (let at = 0; (await roomy.count()) === 0; at++) {
      await page.keyboard.press("Escape");
      await expect(dialog).toBeHidden();
      mentee = (await tray(page).locator(".board-card__name").nth(at).textContent()) ?? "";
      await grip(page, mentee).press("Enter");
      await expect(dialog.locator(".places__one").first()).toBeVisible();
    }
    expect(shown).not.toContain(await roomy.first().locator(".places__name").textContent());
    await roomy.first().press("Enter");
    await expect(page.locator(".board__said")).toContainText(`${mentee} moved to`);
    await expect(page.locator(".board__said :focus")).toHaveText("Undo");
    await page.keyboard.press("Enter");
    await expect(tray(page).getByText(mentee)).toBeVisible();
    await expect(page.locator("body:focus")).toHaveCount(0);
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY");
  });
});
