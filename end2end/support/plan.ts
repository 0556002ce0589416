import type { Page } from "@playwright/test";
import { expect } from "./test";

/** A new match plan of the demo's programme with everybody in the tray; the page is on its board. */
export async function newPlan(page: Page, name: string): Promise<void> {
  await page.goto("/programmes/women-in-tech-26/matching");
  await page.getByRole("textbox", { name: "Name of the plan" }).fill(name);
  await page.getByRole("button", { name: "Make a match plan" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}
