import { type Page, expect, open, test } from "../support/test";

const HOME = "/programmes/women-in-tech-26";
const COORDINATOR = "Pavel Dvořák";

test.use({ expectedErrors: [/status of 422/] });

const wishes = (page: Page) => page.locator(".wishes__name");
const grip = (page: Page, name: string) => page.getByRole("button", { name: `Match ${name} with…` });
const place = (page: Page, mentor: string) =>
  page.locator(".places__one", { has: page.getByText(mentor, { exact: true }) });

/** The board of the second round, and who waits there, in the order of their names. */
async function board(page: Page): Promise<string[]> {
  await open(page, `${HOME}/matching`);
  await page.getByRole("link", { name: "Second round" }).first().click();
  const waiting = page.getByRole("region", { name: "Waiting" }).locator(".board-card:has(.board-card__grip)");
  await expect(waiting.first()).toBeVisible();
  return (await waiting.locator(".board-card__name").allTextContents()).sort();
}

/** The mentors whom a mentee could have, the best first. */
async function possible(page: Page): Promise<string[]> {
  const cards = page.locator("li.mentor", { has: page.getByRole("meter") });
  await expect(cards.first()).toBeVisible();
  return cards.getByRole("heading").allTextContents();
}

test("a mentee's wishes and a quiet no reach the board, each as it may be read", async ({ someone }) => {
  const pavel = await someone(COORDINATOR);
  const [mentee = ""] = await board(pavel);
  const own = await someone(mentee);
  await open(own, `${HOME}/mentors`);
  await expect(own.getByText("You can have five wishes.")).toBeVisible();
  const [first = "", second = "", third = ""] = await possible(own);

  for (const [at, name] of [first, second].entries()) {
    await open(own, `${HOME}/mentors`);
    await own.getByRole("link", { name, exact: true }).click();
    await own.getByRole("button", { name: `Wish for ${name}` }).click();
    await expect(own.getByText(`Your wish number ${at + 1} of ${at + 1}.`)).toBeVisible();
    await expect(own.getByRole("button", { name: "Take off" })).toBeFocused();
  }
  await own.getByRole("link", { name: "Your wishes in order" }).click();
  await expect(wishes(own)).toHaveText([first, second]);
  await own.getByRole("button", { name: `Move ${second} up` }).press("Enter");
  await expect(wishes(own)).toHaveText([second, first]);
  await expect(own.getByText(`${second} is wish number 1 now.`)).toBeVisible();
  await expect(wishes(own).first()).toBeFocused();
  await expect(own.locator("li.mentor", { hasText: second }).getByText("Wish 1")).toBeVisible();
  await own.getByRole("button", { name: `Move ${second} down` }).press("Enter");
  await expect(own.getByText(`${second} is wish number 2 now.`)).toBeVisible();
  await expect(wishes(own).last()).toBeFocused();
  await own.getByRole("button", { name: `Move ${second} up` }).press("Enter");
  await expect(wishes(own)).toHaveText([second, first]);

  await own.getByRole("link", { name: third, exact: true }).first().click();
  await own.getByText("Rather not?").click();
  await own.getByRole("button", { name: `Keep ${third} and me apart` }).click();
  await expect(own.getByText(`You and ${third} will not be matched. Only you can see this.`)).toBeVisible();

  await pavel.reload();
  await grip(pavel, mentee).press("Enter");
  await expect(place(pavel, second)).toContainText("Wish 1");
  await expect(place(pavel, first)).toContainText("Wish 2");
  await expect(place(pavel, third)).toContainText("Not possible, confidential.");
  await expect(place(pavel, third)).toHaveAttribute("aria-disabled", "true");
  await pavel.keyboard.press("Escape");

  // Whom it is about reads nothing of it.
  const meant = await someone(third);
  await open(meant, "/profile");
  await expect(meant.getByRole("heading", { name: "People you would rather not be matched with" })).toBeVisible();
  await expect(meant.getByText("Nobody.", { exact: true }).first()).toBeVisible();
  await expect(meant.getByText(mentee)).toHaveCount(0);

  // On their own profile the mentee takes it back, and the board follows.
  await open(own, "/profile");
  await own.getByRole("button", { name: `Take ${third} off` }).click();
  await expect(own.getByLabel("Their e-mail address at work").first()).toBeFocused();
  await expect(own.getByText("They can be matched with you again.")).toBeVisible();
  await pavel.reload();
  await grip(pavel, mentee).press("Enter");
  await expect(place(pavel, third)).toBeVisible();
  await expect(place(pavel, third)).not.toContainText("confidential");
});

test("the same by plain forms, and a wrong address is kept and explained", async ({ someone }) => {
  const [, mentee = ""] = await board(await someone(COORDINATOR));
  const page = await someone(mentee, { javaScriptEnabled: false });
  await page.goto(`${HOME}/mentors`);
  const [first = "", second = ""] = await possible(page);
  for (const name of [first, second]) {
    await page.goto(`${HOME}/mentors`);
    await page.getByRole("link", { name, exact: true }).last().click();
    await page.getByRole("button", { name: `Wish for ${name}` }).click();
    await expect(page.getByText(/^Your wish number/)).toBeVisible();
  }
  await page.goto(`${HOME}/mentors`);
  await page.getByRole("button", { name: `Move ${first} down` }).click();
  await expect(wishes(page)).toHaveText([second, first]);
  await page.getByRole("button", { name: `Take ${second} off your wishes` }).click();
  await expect(wishes(page)).toHaveText([first]);

  await page.goto("/profile");
  const address = page.getByLabel("Their e-mail address at work");
  await address.fill("nobody.at.all@example.org");
  await page.getByRole("button", { name: "Keep us apart" }).click();
  await expect(page.getByText("Nobody here has this address. Check how it is written.")).toBeVisible();
  await expect(address).toHaveValue("nobody.at.all@example.org");
  await address.fill("mei.tanaka@example.org");
  await page.getByRole("button", { name: "Keep us apart" }).click();
  const off = page.getByRole("button", { name: "Take mei.tanaka@example.org off" });
  await off.click();
  await expect(off).toHaveCount(0);
});
