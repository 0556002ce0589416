import type { Page } from "@playwright/test";

/** A page, whom it is for, and how to get to it (some addresses hold ids, so they are reached by clicking). */
export interface Place {
  name: string;
  who?: string;
  path: string | ((page: Page) => Promise<void>);
}

const programme = "/programmes/women-in-tech-26";
const coordinator = "Ingrid Novák";
const mentor = "Tomás Herrera";
const mentee = "Priya Sharma";
const admin = "Anneliese Krüger";

async function follow(page: Page, from: string, part: RegExp): Promise<void> {
  await page.goto(from);
  const links = await page.locator("main a[href]").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  const href = links.find((link) => link && part.test(link));
  if (!href) throw new Error(`no link to ${part} on ${from}: ${links}`);
  await page.goto(href);
}

/** Every page of the product. */
export const places: Place[] = [
  { name: "welcome", path: "/" },
  { name: "sign-in", path: "/sign-in" },
  { name: "forgot", path: "/forgot" },
  { name: "privacy", path: "/privacy" },
  { name: "design", path: "/design" },
  { name: "today-coordinator", who: coordinator, path: "/" },
  { name: "today-mentor", who: mentor, path: "/" },
  { name: "today-mentee", who: mentee, path: "/" },
  { name: "account", who: mentor, path: "/account" },
  { name: "profile", who: mentee, path: "/profile" },
  { name: "programmes", who: coordinator, path: "/programmes" },
  { name: "new-programme", who: coordinator, path: "/programmes/new" },
  { name: "programme", who: mentee, path: programme },
  { name: "edit-purpose", who: coordinator, path: `${programme}/edit/purpose` },
  { name: "edit-phases", who: coordinator, path: `${programme}/edit/phases` },
  { name: "edit-matching", who: coordinator, path: `${programme}/edit/matching` },
  { name: "participants", who: coordinator, path: `${programme}/people` },
  { name: "import", who: coordinator, path: `${programme}/import` },
  { name: "match-plans", who: coordinator, path: `${programme}/matching` },
  { name: "board", who: coordinator, path: (page) => follow(page, `${programme}/matching`, /\/matching\/[0-9a-f-]{36}$/) },
  { name: "board-rows", who: coordinator, path: (page) => boardAt(page, "compact") },
  { name: "board-whole", who: coordinator, path: (page) => boardAt(page, "whole") },
  { name: "compare", who: coordinator, path: (page) => compare(page) },
  { name: "engine", who: coordinator, path: (page) => fromBoard(page, "engine") },
  { name: "verdict", who: coordinator, path: (page) => fromBoard(page, "verdict") },
  { name: "fairness", who: coordinator, path: (page) => fromBoard(page, "fairness") },
  { name: "publish", who: coordinator, path: (page) => fromBoard(page, "publish") },
  { name: "plan-history", who: coordinator, path: (page) => fromBoard(page, "history") },
  { name: "plan-version", who: coordinator, path: (page) => version(page) },
  { name: "waiting", who: coordinator, path: `${programme}/waiting` },
  { name: "progress", who: coordinator, path: `${programme}/progress` },
  { name: "progress-list", who: coordinator, path: `${programme}/progress/active` },
  { name: "directory", who: mentee, path: `${programme}/mentors` },
  { name: "mentor", who: mentee, path: (page) => follow(page, `${programme}/mentors`, /\/mentors\/[0-9a-f-]{36}/) },
  { name: "mentorships", who: mentor, path: "/mentorships" },
  { name: "mentorship", who: mentor, path: (page) => follow(page, "/mentorships", /^\/mentorships\/[0-9a-f-]{36}/) },
  { name: "people", who: admin, path: "/people" },
  { name: "mail", who: admin, path: "/mail" },
];

async function boardAt(page: Page, density: string): Promise<void> {
  await follow(page, `${programme}/matching`, /\/matching\/[0-9a-f-]{36}$/);
  await page.goto(`${page.url()}?density=${density}`);
}

async function compare(page: Page): Promise<void> {
  await page.goto(`${programme}/matching`);
  await page.getByRole("button", { name: "Compare" }).click();
}

async function version(page: Page): Promise<void> {
  await fromBoard(page, "history");
  await page.getByRole("list", { name: "What was done" }).getByRole("link").first().click();
}

async function fromBoard(page: Page, part: string): Promise<void> {
  await follow(page, `${programme}/matching`, /\/matching\/[0-9a-f-]{36}$/);
  await page.goto(`${new URL(page.url()).pathname}/${part}`);
}

/** Goes to a place; the page must be signed in as its person. */
export async function goTo(page: Page, place: Place): Promise<void> {
  if (typeof place.path === "string") await page.goto(place.path);
  else await place.path(page);
}
