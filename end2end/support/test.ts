import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContext, type Page, expect, test as base } from "@playwright/test";
import { App } from "./app";

export { expect } from "@playwright/test";
export type { Page } from "@playwright/test";

/** The server of one spec file; the next file gets a fresh one. */
interface Running {
  file?: string;
  app?: App;
}

/**
 * `test` with a page that fails on any console error, and `app`, a server of this spec file's own in demo mode.
 * Use `test.use({ appOptions: … })` for other settings.
 */
export const test = base.extend<
  { app: App; errors: string[]; expectedErrors: RegExp[]; someone: (name?: string, options?: object) => Promise<Page> },
  { appOptions: ConstructorParameters<typeof App>[0]; running: Running }
>({
  appOptions: [{}, { scope: "worker", option: true }],
  // A worker goes through several files; what one of them did to its programme must not be the next one's start.
  running: [
    async ({}, use) => {
      const running: Running = {};
      await use(running);
      await running.app?.remove();
    },
    { scope: "worker" },
  ],
  app: async ({ appOptions, running }, use, { file }) => {
    if (running.file !== file || !running.app) {
      await running.app?.remove();
      running.app = new App(appOptions);
      running.file = file;
      await running.app.start();
    }
    await use(running.app);
  },
  baseURL: async ({ app }, use) => use(app.url),
  /** Console errors that a test brings about on purpose, such as a refused form's status. */
  expectedErrors: [[], { option: true }],
  errors: async ({ expectedErrors }, use) => {
    const errors: string[] = [];
    await use(errors);
    const unexpected = errors.filter((error) => !expectedErrors.some((expected) => expected.test(error)));
    expect(unexpected, "errors on the browser's console").toEqual([]);
  },
  page: async ({ page, errors }, use) => {
    listen(page, errors);
    await use(page);
  },
  /** Another browser, signed in as somebody of the cast. */
  someone: async ({ browser, app, errors }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (name, options = {}) => {
      const page = await visitor(browser, app, errors, contexts, options);
      if (name) await signIn(page, name);
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

async function visitor(browser: Browser, app: App, errors: string[], contexts: BrowserContext[], options: object) {
  const context = await browser.newContext({
    baseURL: app.url,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    ...options,
  });
  contexts.push(context);
  const page = await context.newPage();
  listen(page, errors);
  return page;
}

function listen(page: Page, errors: string[]) {
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => errors.push(String(error)));
}

/** Waits until wasm has taken over the page. */
export async function hydrated(page: Page): Promise<void> {
  // A development build's wasm is large: a busy machine needs its time to compile it.
  await page.locator("html[data-hydrated]").waitFor({ state: "attached", timeout: 30_000 });
}

/** Opens a page and waits until it is alive. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await hydrated(page);
}

/** Signs in as one of the demo's cast, with or without JavaScript. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto(`/sign-in?find=${encodeURIComponent(name)}`);
  await page.getByRole("button", { name: `Sign in as ${name}` }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

/** No violation of WCAG 2.2 AA, in the present theme. */
export async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const found = violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map((node) => node.html).slice(0, 5) }));
  expect(found, `axe on ${page.url()}`).toEqual([]);
}
