import { writeFileSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Page, accessible, expect, hydrated, open, test } from "../support/test";

const slug = "women-in-tech-26";
const folder = mkdtempSync(join(tmpdir(), "lists-"));

/** A list in Windows-1252 with semicolons, as office software saves it. */
function list(name: string, rows: string[]): string {
  const file = join(folder, name);
  writeFileSync(file, Buffer.from(rows.join("\r\n"), "latin1"));
  return file;
}

const headings = "Personalnummer;Vorname;Nachname;E-Mail;Rolle;Team;Möchte lernen;Kapazität;Zeitzone";
const good = [
  headings,
  "9001;Jürgen;Müßig;juergen.muessig@example.net;Mentor;Einkauf;;2;Europe/Berlin",
  "9002;Zoë;Größl;zoe.groessl@example.net;Mentee;Einkauf;Verhandeln, Reden;;Berlin",
];
const bad = [
  ...good,
  "9003;Max;Viele;max.viele@example.net;Mentor;Einkauf;;viele;",
  "9004;=1+1;Formel;formel@example.net;Mentee;Einkauf;;;",
];

async function upload(page: Page, file: string) {
  await page.goto(`/programmes/${slug}/import`);
  await page.getByLabel("List of people").setInputFiles(file);
  await page.getByRole("button", { name: "Look at the list" }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test(`a list is looked at, corrected and stored ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    someone,
  }) => {
    const suffix = javaScriptEnabled ? "j" : "n";
    const rows = bad.map((row) => row.replaceAll("900", `9${suffix}0`).replaceAll("@example", `.${suffix}@example`));
    const page = await someone("Ingrid Novák", { javaScriptEnabled });
    await upload(page, list(`liste-${suffix}.csv`, rows));
    await expect(page.getByRole("heading", { name: "Check the list" })).toBeVisible();
    if (javaScriptEnabled) await hydrated(page);
    await expect(page.getByText("windows-1252")).toBeVisible();
    await expect(page.getByRole("row", { name: /4.*Kapazität.*viele.*whole number/ })).toBeVisible();
    await expect(page.getByRole("row", { name: /5.*Vorname.*formula/ })).toBeVisible();
    await expect(page.getByLabel("Möchte lernen")).toHaveValue("skills-wanted");
    if (javaScriptEnabled) await accessible(page);

    await page.getByLabel("Team", { exact: true }).selectOption("location");
    await page.getByRole("button", { name: "Look again" }).click();
    await expect(page.getByLabel("Team", { exact: true })).toHaveValue("location");

    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download the refused rows" }).click();
    const csv = readFileSync(await (await download).path(), "utf8");
    expect(csv).toContain("viele");
    expect(csv).toContain("'=1+1");

    await page.getByLabel("Leave 2 refused rows out").check();
    await page.getByRole("button", { name: "Import 2 people" }).click();
    await expect(page.getByRole("heading", { name: "The list is imported" })).toBeVisible();
    await page.getByRole("link", { name: "See the people" }).click();
    await expect(page).toHaveURL(new RegExp(`/programmes/${slug}/people`));

    // The same list again changes nobody, and remembers its columns.
    await upload(page, list(`liste-${suffix}-2.csv`, rows.slice(0, 3)));
    await expect(page.getByText("Nothing would change")).toBeVisible();
    await expect(page.getByLabel("Team", { exact: true })).toHaveValue("location");
    await page.getByRole("button", { name: "Forget this list" }).click();
    await expect(page).toHaveURL(new RegExp(`/programmes/${slug}/import$`));
  });
}

test("a list that is being looked at again cannot be imported meanwhile", async ({ someone }) => {
  const page = await someone("Ingrid Novák");
  await upload(page, list("again.csv", good.map((row) => row.replaceAll("900", "9w0").replaceAll("@example", ".w@example"))));
  await hydrated(page);
  const store = page.getByRole("button", { name: /^Import \d+ people$/ });
  await expect(store).toBeEnabled();
  let answer = () => {};
  await page.route("**/api/app/import/api/describe_import", async (route) => {
    await new Promise<void>((go) => (answer = go));
    await route.continue();
  });
  await page.getByRole("button", { name: "Look again" }).click();
  await expect(store).toBeDisabled();
  await expect(page.getByText("The list is being looked at again.").first()).toBeVisible();
  answer();
  await expect(store).toBeEnabled();
});

test.describe("what is no list", () => {
  test.use({ expectedErrors: [/409/] });
  test("is refused with the reason, and the form is there again", async ({ someone }) => {
    const page = await someone("Ingrid Novák");
    await upload(page, list("mappe.xlsx", ["PK\x03\x04 and so on"]));
    await expect(page.getByRole("alert")).toContainText("This is a workbook");
    await expect(page.getByRole("button", { name: "Look at the list" })).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`/programmes/${slug}/import$`));
  });
});

test("the page to upload on is accessible", async ({ someone }) => {
  const page = await someone("Ingrid Novák");
  await open(page, `/programmes/${slug}/import`);
  await accessible(page);
});

test("the command line stores a list, and refuses a bad one whole", async ({ app }) => {
  const rows = (list: string[]) => list.map((row) => row.replaceAll("900", "9c0").replaceAll("@example", ".c@example"));
  const refused = await app.cli("import", "--programme", slug, list("cli-bad.csv", rows(bad)));
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.stdout)).toMatchObject({ stored: false, new: 2, refused_rows: 2 });
  const stored = await app.cli("import", "--programme", slug, list("cli.csv", rows(good)));
  expect(stored.code).toBe(0);
  expect(JSON.parse(stored.stdout)).toMatchObject({ stored: true, new: 2, refused: [] });
  const again = await app.cli("import", "--programme", slug, list("cli.csv", rows(good)));
  expect(JSON.parse(again.stdout)).toMatchObject({ stored: true, new: 0, unchanged: 2 });
  const unreadable = await app.cli("import", "--programme", slug, list("empty.csv", []));
  expect(unreadable.code).toBe(2);
  expect(unreadable.stderr).toContain("The file is empty");
});
