import { defineConfig } from "@playwright/test";
import { browserOptions } from "./support/machine.mjs";

export default defineConfig({
  testDir: "tests",
  outputDir: "test-results",
  fullyParallel: false,
  forbidOnly: !!process.env.CI,
  retries: 0,
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: {
    ...browserOptions,
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    actionTimeout: 20_000,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
  },
});
