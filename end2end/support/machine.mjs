// What this machine offers: a Chromium, and free ports.
import { execFileSync } from "node:child_process";
import { createServer } from "node:net";

/**
 * A Chromium on the machine, or none: then Playwright's own (`npx playwright install chromium`) is used.
 * @returns {string | undefined}
 */
export function chromium() {
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    try {
      return execFileSync("which", [name], { stdio: ["ignore", "pipe", "ignore"] }).toString().trim();
    } catch {
      // Not this one.
    }
  }
  return undefined;
}

export const browserOptions = {
  launchOptions: {
    executablePath: chromium(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  },
};

/** @returns {Promise<number>} */
export function freePort() {
  return new Promise((found) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });
}
