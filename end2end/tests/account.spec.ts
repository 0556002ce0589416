import smtpTester from "smtp-tester";
import { freePort } from "../support/machine.mjs";
import { type Page, accessible, expect, open, test as base } from "../support/test";

const password = "wisteria on the wall";
const better = "two trellises in spring";

/** A mail as it arrived. */
interface Arrived {
  to: string[];
  text: string;
}

/** `test` with a mail server that really speaks SMTP, in front of a Trellis that sends by it. */
const test = base.extend<object, { post: { url: string; arrived: Arrived[] } }>({
  post: [
    async ({}, use) => {
      const port = await freePort();
      const arrived: Arrived[] = [];
      const server = smtpTester.init(port);
      server.bind((_to, _id, email) => {
        arrived.push({ to: Object.keys(email.receivers), text: email.body ?? "" });
      });
      await use({ url: `smtp://127.0.0.1:${port}`, arrived });
      await new Promise<void>((done) => server.stop(() => done()));
    },
    { scope: "worker" },
  ],
  appOptions: [async ({ post }, use) => use({ demo: true, smtp: post.url }), { scope: "worker" }],
});

/** The link that leads to `path` in a mail to `address`; waits for the mail. */
async function linkTo(arrived: Arrived[], address: string, path: string): Promise<string> {
  const find = () =>
    arrived
      .filter((mail) => mail.to.includes(address))
      .map((mail) => mail.text.match(new RegExp(`http://\\S+${path}\\S+`))?.[0])
      .find((link) => link);
  await expect.poll(find).toBeTruthy();
  return find() as string;
}

async function signInAsAdmin(page: Page) {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in as Anneliese Krüger" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

async function invite(page: Page, name: string, address: string) {
  await page.goto("/people");
  const form = page.getByRole("region", { name: "Invite somebody" });
  await form.getByLabel("Name").fill(name);
  await form.getByLabel("E-mail address").fill(address);
  await form.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByText("The invitation is on its way.")).toBeVisible();
}

async function signIn(page: Page, address: string, secret: string) {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(address);
  await page.locator("input[name=password]").fill(secret);
  await page.getByRole("button", { name: "Sign in", exact: true }).first().click();
}

async function signOut(page: Page) {
  await page.locator("#sign-out").evaluate((form: HTMLFormElement) => form.submit());
  await page.waitForURL("**/sign-in");
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled, expectedErrors: [/40[19]|422/] });

    test("somebody is invited by mail, joins, forgets the password, and is signed out elsewhere", async ({
      post,
      someone,
    }) => {
      const address = javaScriptEnabled ? "grace@example.org" : "alan@example.org";
      const options = { javaScriptEnabled };
      const admin = await someone();
      await signInAsAdmin(admin);
      await invite(admin, "Grace Hopper", address);
      const invitation = await linkTo(post.arrived, address, "/invitation/");

      const phone = await someone(undefined, options);
      await phone.goto(invitation);
      await expect(phone.getByRole("heading", { name: "Welcome to Trellis" })).toBeVisible();
      await expect(phone.getByLabel("E-mail address")).toHaveValue(address);
      await phone.locator("input[name=password]").fill("grace hopper 1");
      await phone.getByRole("button", { name: "Join" }).click();
      await expect(phone.getByText("on the lists that attackers try first")).toBeVisible();
      await expect(phone.locator("input[name=password]")).toHaveValue("");
      await phone.locator("input[name=password]").fill(password);
      await phone.getByRole("button", { name: "Join" }).click();
      await phone.waitForURL((url) => url.pathname === "/");

      const laptop = await someone(undefined, options);
      await laptop.goto(invitation);
      await expect(laptop.getByText("This invitation has been used")).toBeVisible();
      await signIn(laptop, address, "not the password");
      await expect(laptop.getByText("do not fit together")).toBeVisible();
      await expect(laptop.getByLabel("E-mail address")).toHaveValue(address);
      await signIn(laptop, address, password);
      await laptop.waitForURL((url) => url.pathname === "/");
      await laptop.goto("/account#sessions");
      await expect(laptop.getByText("This browser")).toBeVisible();
      await expect(laptop.getByRole("button", { name: /^Sign out Chrome/ })).toHaveCount(1);

      const lost = await someone(undefined, options);
      await lost.goto("/forgot");
      await lost.getByLabel("E-mail address").fill(address);
      await lost.getByRole("button", { name: "Send the link" }).click();
      await expect(lost.getByText("If there is an account with this address")).toBeVisible();
      await lost.goto(await linkTo(post.arrived, address, "/reset/"));
      await lost.locator("input[name=password]").fill(better);
      await lost.getByRole("button", { name: "Save and sign in" }).click();
      await lost.waitForURL((url) => url.pathname === "/");

      for (const page of [phone, laptop]) {
        const answer = await page.goto("/account");
        expect(answer?.status(), "signed out by the reset").toBe(401);
      }
      await signOut(lost).catch(async (error) => {
        // Without script a form cannot be sent from outside; its button can.
        if (javaScriptEnabled) throw error;
        await lost.locator("button[form=sign-out]").first().evaluate((button: HTMLElement) => button.click());
      });
      await signIn(lost, address, password);
      await expect(lost.getByText("do not fit together")).toBeVisible();
      await signIn(lost, address, better);
      await lost.waitForURL((url) => url.pathname === "/");
    });
  });
}

test.describe("sessions", () => {
  test.use({ expectedErrors: [/401/] });

  test("a session ends where somebody ends it", async ({ someone }) => {
    const here = await someone("Marta Silva");
    const there = await someone("Marta Silva");
    await open(here, "/account");
    await here.getByRole("button", { name: /^Sign out Chrome/ }).click();
    await expect(here.getByText("That browser is signed out.")).toBeVisible();
    await expect(here.getByRole("button", { name: /^Sign out Chrome/ })).toHaveCount(0);
    await there.goto("/account");
    await expect(there.getByText("You are signed out")).toBeVisible();
  });
});

test("a mail of the demonstration can be read, and its link followed", async ({ someone }) => {
  const page = await someone("Anneliese Krüger");
  await open(page, "/people");
  await invite(page, "Edsger Dijkstra", "edsger@example.org");
  await open(page, "/mail");
  await page.getByRole("link", { name: "Read: Invitation, to edsger@example.org" }).click();
  await expect(page.getByRole("heading", { name: "Your invitation to Trellis" })).toBeVisible();
  await page.getByRole("link", { name: /\/invitation\// }).click();
  await expect(page.getByRole("heading", { name: "Welcome to Trellis" })).toBeVisible();
});

test.describe("every page", () => {
  // A link that leads nowhere is answered with a status of its own.
  test.use({ expectedErrors: [/409/] });
  for (const colorScheme of ["light", "dark"] as const) {
    test(`every page is accessible in ${colorScheme}`, async ({ someone }) => {
      const visitor = await someone(undefined, { colorScheme });
      for (const path of ["/sign-in", "/forgot", "/reset/nothing", "/invitation/nothing"]) {
        await open(visitor, path);
        await accessible(visitor);
      }
      const admin = await someone("Anneliese Krüger", { colorScheme });
      for (const path of ["/account", "/people", "/mail"]) {
        await open(admin, path);
        await accessible(admin);
      }
    });
  }
});

test.describe("on a narrow screen", () => {
  test("nothing is wider than it", async ({ someone }) => {
    const page = await someone("Anneliese Krüger", { viewport: { width: 320, height: 720 } });
    for (const path of ["/account", "/people", "/mail", "/forgot"]) {
      await open(page, path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
    }
  });
});
