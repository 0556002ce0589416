// Lighthouse's mobile setting (slow phone, slow network) and desktop setting on the pages that people see first.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import lighthouse, { desktopConfig } from "lighthouse";
import { chromium as playwright } from "@playwright/test";
import { browserOptions, freePort } from "./machine.mjs";

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "trellis-lighthouse-"));
const port = await freePort();
const debugging = await freePort();
const url = `http://127.0.0.1:${port}`;
const env = { ...process.env, DATABASE_URL: `sqlite://${join(folder, "trellis.db")}`, TRELLIS_DEMO: "true", TRELLIS_SITE: join(root, "target/site") };
const server = spawn(join(root, "target/release/trellis"), ["serve", "--listen", `127.0.0.1:${port}`], { env });
await new Promise((ready) => server.stdout.on("data", (data) => String(data).includes("http://") && ready()));
const options = browserOptions.launchOptions;
const browser = await playwright.launch({ ...options, args: [...options.args, `--remote-debugging-port=${debugging}`] });
try {
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await page.goto(`${url}/sign-in`);
  await page.getByRole("button", { name: "Sign in as Ingrid Novák" }).click();
  await page.waitForURL((at) => at.pathname !== "/sign-in");
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  console.log("page                                setting  perf  a11y  best  seo   LCP      hydrated  bytes");
  for (const [path, headers] of [["/sign-in", {}], ["/programmes/women-in-tech-26", { Cookie: cookie }], ["/programmes/women-in-tech-26/progress", { Cookie: cookie }]]) {
    for (const setting of ["mobile", "desktop"]) {
      const result = await lighthouse(url + path, { port: debugging, output: "json", logLevel: "error", extraHeaders: headers }, setting === "desktop" ? desktopConfig : undefined);
      const { audits, categories } = result.lhr;
      const mark = audits["user-timings"]?.details?.items?.find((item) => item.name === "trellis-hydrated")?.startTime;
      const score = (name) => String(Math.round((categories[name]?.score ?? 0) * 100)).padEnd(5);
      const seconds = (ms) => (ms === undefined ? "none" : `${(ms / 1000).toFixed(2)} s`).padEnd(9);
      console.log(path.padEnd(35), setting.padEnd(8), score("performance"), score("accessibility"), score("best-practices"), score("seo"), seconds(audits["largest-contentful-paint"].numericValue), seconds(mark), audits["total-byte-weight"].numericValue);
      for (const ref of ["accessibility", "best-practices", "seo"].flatMap((name) => categories[name].auditRefs)) {
        const audit = audits[ref.id];
        if (!ref.weight || audit.score === null || audit.score === 1) continue;
        console.log(`   ${ref.id}: ${audit.title}`);
        for (const item of audit.details?.items ?? []) if (item.node) console.log(`      ${item.node.snippet}`);
      }
    }
  }
} finally {
  await browser.close();
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}
