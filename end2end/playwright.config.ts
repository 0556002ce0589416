import { defineConfig } from "@playwright/test";
import { browserOptions } from "./support/machine.mjs";

export default defineConfig({
  testDir: "tests",
  outputDir: "test-results",
  fullyParallel: false,
  forbidOnly: !!process.env.CI,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    ...browserOptions,
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    actionTimeout: 10_000,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
  },
});
