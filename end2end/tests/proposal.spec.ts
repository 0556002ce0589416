import { accessible, expect, hydrated, test } from "../support/test";

const COORDINATOR = "Pavel Dvořák";

test.use({ expectedErrors: [/status of 422/] });

test("publishing, a yes and a no reach the board while it is open", async ({ someone }) => {
  const board = await someone(COORDINATOR);
  await board.goto("/programmes/women-in-tech-26/matching");
  await board.getByRole("link", { name: "Second round" }).click();
  await board.getByRole("link", { name: "Review and publish" }).click();
  await expect(board.getByRole("heading", { name: "Review and publish" })).toBeVisible();
  await hydrated(board);
  await accessible(board);
  await board.getByText("Tomás Herrera, in the app").click();
  await expect(board.locator("details[open]").getByText("you are proposed as mentor of")).toBeVisible();
  await board.getByRole("button", { name: /^Publish/ }).click();
  await board.waitForURL(/\/matching\/[0-9a-f-]+$/);
  const jonas = board.locator(".board-card", { hasText: "Jonas Weber" });
  await expect(jonas).toContainText("Waiting for answers");

  const mentee = await someone("Jonas Weber");
  await mentee.goto("/");
  await mentee.locator('a[href^="/proposals/"]').first().click();
  await expect(mentee.getByRole("heading", { name: "Tomás Herrera as your mentor" })).toBeVisible();
  await hydrated(mentee);
  await accessible(mentee);
  const proposal = mentee.url();
  await mentee.getByRole("button", { name: "Accept" }).click();
  await expect(mentee.getByText("You have accepted.")).toBeVisible();
  await expect(jonas).toContainText("One has accepted");

  const mentor = await someone("Tomás Herrera", { javaScriptEnabled: false });
  await mentor.goto(proposal);
  await mentor.getByRole("button", { name: "Accept" }).click();
  await expect(mentor.getByText("the mentorship has begun")).toBeVisible();
  await expect(jonas).toContainText("Mentorship");
  await expect(mentee.getByRole("link", { name: "Go to your mentorship" })).toBeVisible();

  // Without script, a refused no comes back open, with what was chosen.
  const plain = await someone("Noor Haddad", { javaScriptEnabled: false });
  await plain.goto("/");
  await plain.locator('a[href^="/proposals/"]').first().click();
  await plain.getByText("Decline instead").click();
  await expect(plain.getByLabel("What did not fit?")).toHaveValue("");
  await plain.getByLabel("What did not fit?").selectOption("How we like to work");
  await plain.getByLabel("Why it does not suit you").fill(" ");
  await plain.getByRole("button", { name: "Decline" }).click();
  await expect(plain.getByLabel("Why it does not suit you")).toHaveAccessibleDescription(/Fill this in/);
  await expect(plain.getByLabel("What did not fit?")).toHaveValue("style");

  const other = await someone("Noor Haddad");
  await other.goto("/");
  await other.locator('a[href^="/proposals/"]').first().click();
  await hydrated(other);
  await other.getByText("Decline instead").click();
  await other.getByLabel("What did not fit?").selectOption("How we like to work");
  await other.getByLabel("Why it does not suit you").fill("I am on leave until spring");
  // What the other side does meanwhile is said, and takes nothing away that is being typed.
  const title = await other.getByRole("heading", { level: 1 }).textContent();
  const asked = await someone(title!.replace(" as your mentor", ""));
  await asked.goto(new URL(other.url()).pathname);
  await asked.getByRole("button", { name: "Accept" }).click();
  await expect(asked.getByText("You have accepted.")).toBeVisible();
  await expect(other.getByText("has accepted this match")).toBeVisible();
  await expect(other.getByLabel("Why it does not suit you")).toHaveValue("I am on leave until spring");
  await expect(other.getByLabel("What did not fit?")).toHaveValue("style");
  await other.getByRole("button", { name: "Decline" }).click();
  await expect(other.getByText("You have declined.")).toBeVisible();
  await expect(other.getByText("What did not fit: ways of working.")).toBeVisible();
  const noor = board.getByRole("region", { name: "Waiting" }).locator(".board-card", { hasText: "Noor Haddad" });
  await expect(noor).toContainText("Declined");
  await noor.getByRole("link", { name: "Noor Haddad" }).click();
  await expect(board.getByText("I am on leave until spring")).toBeVisible();
  const lesson = "What did not fit: ways of working. It counts double for Noor Haddad since then.";
  await expect(board.getByText(lesson)).toBeVisible();
  await board.goto("/programmes/women-in-tech-26/waiting");
  await expect(board.getByText(lesson)).toBeVisible();
});
